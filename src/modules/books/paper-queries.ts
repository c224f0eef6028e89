/** Reading paper copies: what waits for a signature or a number, one letter with what became of it, and whether the unit signs on paper. */
import { type Calendar, nextWorkingDay } from '../../law/calendar.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { carries, type Viewer } from '../../platform/actions/viewer.ts'
import type { LetterBase, LetterKind } from '../notices/letter-data.ts'
import { isLetterKind, notation, writeLetter } from '../notices/letters.ts'
import type { LetterMark } from '../notices/queries.ts'

/** A letter with its paper copy, where it has one. */
export interface PaperLetter {
  id: string
  kind: LetterKind
  title: string
  book: string
  number: number
  notation: string
  issued_on: Temporal.PlainDate
  /** To whom. */
  to: readonly string[]
  /** What it says, in one line. */
  says: string
  data: LetterBase
  marks: readonly LetterMark[] | null
  paper: {
    revision: number
    state: string
    signed_by: string
    signed_on: string
    numbered_on: string | null
    number_by_on: string | null
    late: boolean | null
  } | null
  /** What it waits for, in a unit that signed on paper on the day it was issued. */
  waits: 'signature' | 'number' | null
  /** Last day for its number while it waits; null where it waits for nothing. */
  number_by_on: Temporal.PlainDate | null
  overdue: boolean
}

type Row = Omit<PaperLetter, 'kind' | 'notation' | 'to' | 'says' | 'waits' | 'number_by_on' | 'overdue'> & {
  kind: string
  wanted: boolean
}

/** Days back that the list looks; what waits is listed however old it is. */
const listedDays = 30

const letters = `
select d.id, d.kind, d.title, d.book, d.number, d.issued_on, d.data, d.marks, to_jsonb(p) - 'chain' as paper,
  exists (select from paper_signing s where s.unit_id = d.unit_id and s.from_on <= d.issued_on
    and (s.until_on is null or d.issued_on < s.until_on)) as wanted
from letter d left join paper_copy p on p.unit_id = d.unit_id and p.id = d.id
left join petition on d.about_kind = 'petition' and petition.unit_id = d.unit_id and petition.id = d.about_id
left join visit on d.about_kind = 'visit' and visit.unit_id = d.unit_id and visit.id = d.about_id
where d.unit_id = $1 and not d.sealed and d.book <> 'private' and d.voided_on is null
  and petition.state is distinct from 'sealed-away' and visit.closed_content is not true`

/** May the viewer keep the paper copies of this unit? */
export function keepsPaper(viewer: Viewer, unit_id: string): boolean {
  return carries(viewer, unit_id, 'head', 'clerk')
}

function lettersOf(rows: readonly Row[], on: Temporal.PlainDate, calendar: Calendar): PaperLetter[] {
  return rows.flatMap(({ wanted, ...row }) => {
    const { kind, paper } = row
    if (!isLetterKind(kind)) return []
    const ceased = row.marks?.some((mark) => mark.how !== 'corrected') ?? false
    const { by_head, ...told } = toldBy(kind, row)
    const waits =
      !wanted || ceased || !by_head ? null : paper === null ? 'signature' : paper.state === 'signed' ? 'number' : null
    const from = paper === null ? row.issued_on : Temporal.PlainDate.from(paper.signed_on)
    const number_by_on = waits && nextWorkingDay(from, calendar)
    const overdue = number_by_on !== null && Temporal.PlainDate.compare(on, number_by_on) > 0
    return [{ ...row, kind, ...told, waits, number_by_on, overdue }]
  })
}

/** Symbol, addressees and the one line that says what the letter does: a decision's conclusion, of others their summary. */
function toldBy(kind: LetterKind, { data, number, issued_on }: Omit<Row, 'wanted'>) {
  // Kind and data of a row belong together; the compiler cannot know it of a row.
  const letter = writeLetter(kind, data as never, { number, issued_on: issued_on.toString() })
  const said = ['conclusion', 'content', 'reason', 'ground', 'detail'].map((key) => Object(data)[key])
  const line = said.find((one): one is string => typeof one === 'string' && one !== '') ?? letter.title.about
  const flat = line.replace(/\s+/g, ' ')
  return {
    notation: notation(kind, data, number),
    to: letter.to,
    // Minutes, receipts and reports are signed by those who wrote them, not in the head's pile.
    by_head: letter.signatures.length === 1 && letter.signatures[0]?.name === data.signature.name,
    says: flat.length > 200 ? `${flat.slice(0, 199)}…` : flat,
  }
}

/** Letters of the last thirty days and all that wait; the most urgent first, those that wait for nothing last. */
export async function paperLetters(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  calendar: Calendar,
): Promise<PaperLetter[]> {
  if (!keepsPaper(viewer, unit_id)) return []
  const { rows } = await sql.query<Row>(
    `select * from (${letters}) one where issued_on <= $2::date and (issued_on >= $2::date - ${listedDays}
       or (wanted and (paper is null or paper ->> 'state' = 'signed')))
     order by issued_on, book, number limit 1000`,
    [unit_id, viewer.on.toString()],
  )
  const found = lettersOf(rows, viewer.on, calendar)
  return found.sort((a, b) => Number(a.waits === null) - Number(b.waits === null))
}

/** One of them; null where it is not the viewer's to see. */
export async function paperLetter(
  viewer: Viewer,
  sql: Sql,
  at: { unit_id: string; id: string; calendar: Calendar },
): Promise<PaperLetter | null> {
  if (!keepsPaper(viewer, at.unit_id)) return null
  const { rows } = await sql.query<Row>(`${letters} and d.id = $2`, [at.unit_id, at.id])
  return lettersOf(rows, viewer.on, at.calendar)[0] ?? null
}

/** What waits in the viewer's own units: to be signed, where the viewer is head, and to be numbered. */
export interface PaperWaiting {
  sign: number
  number: number
  overdue: number
}

/** Counts for the worklist; null for whoever keeps no paper copies, and where no unit signs on paper. */
export async function paperWaiting(viewer: Viewer, sql: Sql, calendar: Calendar): Promise<PaperWaiting | null> {
  const units = [...new Set(viewer.positions.map((one) => one.unit_id))].filter((id) => keepsPaper(viewer, id))
  if (units.length === 0) return null
  const set = await sql.query('select from paper_signing where unit_id = any($1::uuid[]) limit 1', [units])
  if (set.rows.length === 0) return null
  const waiting: PaperWaiting = { sign: 0, number: 0, overdue: 0 }
  for (const unit_id of units) {
    for (const one of await paperLetters(viewer, sql, unit_id, calendar)) {
      if (one.waits === 'signature') waiting.sign += 1
      if (one.waits === 'number') waiting.number += 1
      if (one.overdue) waiting.overdue += 1
    }
  }
  return waiting
}

/** The unit's setting: the stretch that is in force or to come; null where it signs electronically. */
export async function paperSigningOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
): Promise<{ id: string; revision: number; from_on: Temporal.PlainDate } | null> {
  if (!keepsPaper(viewer, unit_id)) return null
  const { rows } = await sql.query<{ id: string; revision: number; from_on: Temporal.PlainDate }>(
    `select id, revision, from_on from paper_signing where unit_id = $1 and state = 'in-force' order by from_on limit 1`,
    [unit_id],
  )
  return rows[0] ?? null
}
