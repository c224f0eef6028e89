/** The paper copy of a letter: signed by hand, numbered by the next working day. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'

/** One row a letter; its id is the letter's. The number's columns are empty while it is only signed. */
export interface PaperCopyRow extends RecordRow {
  signed_by: string
  signed_on: Temporal.PlainDate
  numbered_on: Temporal.PlainDate | null
  number_by_on: Temporal.PlainDate | null
  late: boolean | null
}

type State = 'signed' | 'paper-numbered'
type Standing = 'head' | 'clerk'

const row = { needs: [], cite: 'NĐ 30/2020 Đ15', unverified: 'own-reading' } as const

/** Signed first and numbered by the clerk, or both recorded together as they happened on paper. */
export const paperCopyWorkflow = {
  'sign-letter': { ...row, by: ['head'], from: [], to: 'signed' },
  'number-signed': { ...row, by: ['head', 'clerk'], from: ['signed'], to: 'paper-numbered' },
  'number-paper': { ...row, by: ['head', 'clerk'], from: [], to: 'paper-numbered' },
} as const satisfies Workflow<State, Standing, never>

/** The noun `paper-copy`. */
export const paperCopy: Noun<PaperCopyRow, Counting> = {
  kind: 'paper-copy',
  table: 'paper_copy',
  workflow: paperCopyWorkflow,
  facts: (sql) => countingOf(sql),
  standings: ({ viewer, unit_id }) => [
    ...(carries(viewer, unit_id, 'head') ? ['head'] : []),
    ...(carries(viewer, unit_id, 'clerk') ? ['clerk'] : []),
  ],
  conditions: {},
}

/** What a step must know of a letter. */
export interface LetterFacts {
  kind: string
  book: string
  record_id: string
  issued_on: Temporal.PlainDate
}

/** An open letter of the unit that stands; null where there is none, it is closed or void. */
export async function openLetter(sql: Sql, unit_id: string, id: string): Promise<LetterFacts | null> {
  const { rows } = await sql.query<LetterFacts>(
    `select kind, book, record_id, issued_on from document d
     where unit_id = $1 and id = $2 and not sealed and voided_on is null and book <> 'private'
     -- A letter that is made void in this moment is waited for.
     for no key update`,
    [unit_id, id],
  )
  return rows[0] ?? null
}
