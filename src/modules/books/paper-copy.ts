/** The paper copy of a letter: signed by hand, numbered by the next working day, replaced, corrected or recalled by further letters. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'

/** One row a letter; its id is the letter's. */
export interface PaperCopyRow extends RecordRow {
  signed_by: string
  signed_on: Temporal.PlainDate
  numbered_on: Temporal.PlainDate
  number_by_on: Temporal.PlainDate
  late: boolean
  replaced_by: string | null
  corrected_by: string | null
  reason: string | null
}

type State = 'paper-numbered' | 'replaced' | 'recalled'
type Standing = 'head' | 'clerk'

const row = { by: ['head', 'clerk'], needs: [], cite: 'NĐ 30/2020', unverified: 'own-reading' } as const

/** An error of content is mended by a letter of equal form, one of layout by an official letter (công văn đính chính). */
export const paperCopyWorkflow = {
  'number-paper': { ...row, from: [], to: 'paper-numbered' },
  'replace-letter': { ...row, from: ['paper-numbered'], to: 'replaced' },
  'correct-letter': { ...row, from: ['paper-numbered'], to: 'same' },
  'recall-letter': { ...row, from: ['paper-numbered'], to: 'recalled' },
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
     where unit_id = $1 and id = $2 and not sealed and voided_on is null and book <> 'private'`,
    [unit_id, id],
  )
  return rows[0] ?? null
}
