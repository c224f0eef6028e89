/** What becomes of a letter after it was issued: replaced, corrected, recalled, or its number void. One record a change. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { carries } from '../../platform/actions/viewer.ts'
import type { LetterBase, LetterKind } from '../notices/letter-data.ts'
import { type Letterhead, letterhead } from '../notices/letterhead.ts'
import { isLetterKind, notation, writeLetter } from '../notices/letters.ts'

/** One change of one letter. */
export interface LetterChangeRow extends RecordRow {
  letter_id: string
  record_kind: string
  record_id: string
  /** The letter that says so; null for a void number. */
  by_letter_id: string | null
  reason: string
  done_on: Temporal.PlainDate
}

type State = 'replaced' | 'corrected' | 'recalled' | 'voided'
type Standing = 'head' | 'clerk'

const cite = 'NĐ 30/2020 Đ18'
const row = { from: [], needs: [], cite, unverified: 'own-reading' } as const

/** An error of content is mended by a letter of equal form, one of layout by an official letter (công văn đính chính). */
export const letterChangeWorkflow = {
  'replace-letter': { ...row, to: 'replaced', by: ['head'] },
  'correct-letter': { ...row, to: 'corrected', by: ['head', 'clerk'] },
  'recall-letter': { ...row, to: 'recalled', by: ['head'] },
  'void-letter': { ...row, to: 'voided', by: ['head', 'clerk'], cite: 'NĐ 30/2020 Đ15' },
} as const satisfies Workflow<State, Standing, never>

/** The noun `letter-change`. */
export const letterChange: Noun<LetterChangeRow, null> = {
  kind: 'letter-change',
  table: 'letter_change',
  workflow: letterChangeWorkflow,
  facts: async () => null,
  standings: ({ viewer, unit_id }) => [
    ...(carries(viewer, unit_id, 'head') ? ['head'] : []),
    ...(carries(viewer, unit_id, 'clerk') ? ['clerk'] : []),
  ],
  conditions: {},
}

/** A letter that stands, with all that a further letter about it must know. */
export interface StandingLetter {
  id: string
  kind: LetterKind
  book: string
  number: number
  title: string
  issued_on: Temporal.PlainDate
  data: LetterBase
  about_kind: string
  about_id: string
  like_kind: string
  /** The petition whose sender the letter went to; null where it is about none. */
  petition_id: string | null
  on_paper: boolean
  letterhead: Letterhead
}

/** The letter, held until the step is done so that two changes wait for each other; null where it is closed, void or gone. */
export async function standingLetter(
  sql: Sql,
  unit_id: string,
  id: string,
  on: Temporal.PlainDate,
): Promise<StandingLetter | null> {
  await sql.query('select from document where unit_id = $1 and id = $2 for no key update', [unit_id, id])
  const { rows } = await sql.query<Omit<StandingLetter, 'letterhead' | 'kind'> & { kind: string }>(
    `select l.id, l.kind, l.book, l.number, l.title, l.issued_on, l.data, l.about_kind, l.about_id, l.like_kind,
       coalesce(p.id, c.petition_id, f.petition_id) as petition_id,
       exists (select from paper_copy k where k.unit_id = l.unit_id and k.id = l.id) as on_paper
     from letter l
     left join petition p on l.about_kind = 'petition' and p.unit_id = l.unit_id and p.id = l.about_id
     left join complaint c on l.about_kind = 'complaint' and c.unit_id = l.unit_id and c.id = l.about_id
     left join feedback f on l.about_kind = 'feedback' and f.unit_id = l.unit_id and f.id = l.about_id
     left join visit v on l.about_kind = 'visit' and v.unit_id = l.unit_id and v.id = l.about_id
     where l.unit_id = $1 and l.id = $2 and not l.sealed and l.book <> 'private' and l.voided_on is null
       and p.state is distinct from 'sealed-away' and v.closed_content is not true
       and not exists (select from letter_change m where m.unit_id = l.unit_id and m.letter_id = l.id and m.state <> 'corrected')`,
    [unit_id, id],
  )
  const row = rows[0]
  if (!row || !isLetterKind(row.kind)) return null
  return { ...row, kind: row.kind, letterhead: await letterhead(sql, unit_id, on) }
}

/** The letter a step is about, or the lawful no; a step that was taken already is so known again. */
export function theLetter(letter: StandingLetter | null): StandingLetter {
  if (!letter) throw new NotOpen('letter-does-not-stand', cite, 409)
  return letter
}

/** How a later letter names this one. */
export function cited(letter: StandingLetter) {
  const numbered = { number: letter.number, issued_on: letter.issued_on.toString() }
  // Kind and data of a row belong together; the compiler cannot know it of a row.
  const written = writeLetter(letter.kind, letter.data as never, numbered)
  return {
    type: written.title.type ?? 'CÔNG VĂN',
    about: written.title.about,
    notation: notation(letter.kind, letter.data, letter.number),
    issued_on: letter.issued_on.toString(),
    to: written.to.length > 0 ? written.to : written.copies.filter((one) => !/^(Lưu|Như)/.test(one)),
  }
}

/** What a change keeps of its letter. */
export function changeOf(letter: StandingLetter, by_letter_id: string | null, reason: string, on: Temporal.PlainDate) {
  const { about_kind, about_id } = letter
  return { letter_id: letter.id, record_kind: about_kind, record_id: about_id, by_letter_id, reason, done_on: on }
}
