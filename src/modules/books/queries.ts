/** Reading the books: numbered records and letters of a unit over some days, for readers of its register. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { batchesOf } from '../../platform/batches.ts'
import type { Db } from '../../platform/database.ts'
import type { LetterMark } from '../notices/queries.ts'
import { readsRegister, workUnits } from '../petitions/queries.ts'
import { type BookSlug, type Days, isLetterBook, letterBookOf } from './book.ts'

/** Lines of a page. A spreadsheet has them all. */
export const pageLinesMax = 2000

/** A unit whose books the viewer may open. */
export interface BookUnit {
  id: string
  name: string
}

/** The viewer's own units and those right under them. */
export async function bookUnits(viewer: Viewer, sql: Sql): Promise<BookUnit[]> {
  const { rows } = await sql.query<BookUnit>(
    `select unit_id as id, name from unit_period
     where (unit_id = any($1::uuid[]) or parent_id = any($1::uuid[])) and valid @> $2::date
     order by unit_id = any($1::uuid[]) desc, name_folded, unit_id limit 400`,
    [workUnits(viewer), viewer.on.toString()],
  )
  return rows
}

/** The unit of that id, by its name of the viewer's day or its last one; null where the viewer may not read its register. */
export async function bookUnit(viewer: Viewer, sql: Sql, unit_id: string): Promise<BookUnit | null> {
  if (!(await readsRegister(viewer, sql, unit_id))) return null
  const { rows } = await sql.query<BookUnit>(
    `select unit_id as id, name from unit_period where unit_id = $1 order by valid @> $2::date desc, upper(valid) desc nulls first limit 1`,
    [unit_id, viewer.on.toString()],
  )
  return rows[0] ?? null
}

/** A line of the petition book. */
export interface PetitionLine {
  id: string
  register_number: number
  state: string
  received_on: Temporal.PlainDate
  source: string
  petitioner_name: string
  petitioner_address: string | null
  title: string
  signers: number
  kind: string | null
  asked_kind: string | null
  field: string | null
  processed_by_step: string | null
  processed_on: Temporal.PlainDate | null
  handler: string | null
}

/** A line of the complaint book. */
export interface ComplaintLine {
  id: string
  register_number: number
  state: string
  accepted_on: Temporal.PlainDate | null
  complainant_name: string
  title: string
  respondent: string
  instance: number
  due_on: Temporal.PlainDate | null
  outcome: string | null
  decided_on: Temporal.PlainDate | null
  handler: string | null
}

/** A line of the feedback book. */
export interface FeedbackLine {
  id: string
  register_number: number
  state: string
  received_on: Temporal.PlainDate
  petitioner_name: string | null
  title: string
  kind: string
  field: string
  due_on: Temporal.PlainDate | null
  answered_on: Temporal.PlainDate | null
  handler: string | null
}

/** A line of a book of letters; `closed`: its record is closed, so the line tells the number alone. */
export interface LetterLine {
  id: string
  kind: string
  number: number
  title: string
  issued_on: Temporal.PlainDate
  data: never
  voided_on: Temporal.PlainDate | null
  void_reason: string | null
  record_kind: string
  record_id: string
  register_number: number | null
  register_year: number | null
  closed: boolean
  marks: readonly LetterMark[] | null
}

/** A line of the book of receptions. */
export interface VisitLine {
  id: string
  state: string
  held_on: Temporal.PlainDate
  visitor_name: string | null
  visitor_address: string | null
  identity_kind: string | null
  subject: string | null
  closed_content: boolean
  asked_kind: string | null
  people: number
  large_group: boolean
  refused: boolean
  outcome: { kind: string; detail: string } | null
  petition_kind: string | null
  competence: string | null
  processed_by_step: string | null
  accepted_by: string | null
}

/** The lines of a book by their kind. */
export type Lines =
  | { of: 'petition'; rows: PetitionLine[] }
  | { of: 'complaint'; rows: ComplaintLine[] }
  | { of: 'feedback'; rows: FeedbackLine[] }
  | { of: 'letter'; rows: LetterLine[] }
  | { of: 'visit'; rows: VisitLine[] }

const handler = '(select name from account a where a.id = r.handler_id) as handler'

const registers = {
  petition: `select r.id, r.register_number, r.state, r.received_on, r.source, r.petitioner_name, r.petitioner_address, r.title, r.signers,
      r.kind, r.asked_kind, r.field, r.processed_by_step, r.processed_on, ${handler}
    from petition r where r.unit_id = $1 and r.register_year = $2 and r.received_on between $3 and $4 and r.register_number is not null`,
  complaint: `select r.id, r.register_number, r.state, r.accepted_on, r.complainant_name, r.title, r.respondent, r.instance, r.due_on,
      r.outcome, r.decided_on, ${handler}
    from complaint r where r.unit_id = $1 and r.register_year = $2 and coalesce(r.accepted_on, r.proposed_on) between $3 and $4
      and r.register_number is not null`,
  feedback: `select r.id, r.register_number, r.state, r.received_on, p.petitioner_name, r.title, r.kind, r.field, r.due_on, r.answered_on, ${handler}
    from feedback r left join petition p on p.unit_id = r.unit_id and p.id = r.petition_id
    where r.unit_id = $1 and r.register_year = $2 and r.proposed_on between $3 and $4 and r.register_number is not null`,
} as const

const letters = `
select d.id, d.kind, d.number, d.title, d.issued_on, d.data, d.voided_on, d.void_reason, d.marks,
  d.about_kind as record_kind, d.about_id as record_id,
  coalesce(p.register_number, c.register_number, f.register_number) as register_number,
  coalesce(p.register_year, c.register_year, f.register_year) as register_year,
  d.sealed or coalesce(p.state = 'sealed-away' or v.closed_content, false) as closed
from letter d
left join petition p on d.about_kind = 'petition' and p.unit_id = d.unit_id and p.id = d.about_id
left join complaint c on d.about_kind = 'complaint' and c.unit_id = d.unit_id and c.id = d.about_id
left join feedback f on d.about_kind = 'feedback' and f.unit_id = d.unit_id and f.id = d.about_id
left join visit v on d.about_kind = 'visit' and v.unit_id = d.unit_id and v.id = d.about_id
where d.unit_id = $1 and d.year = $2 and d.issued_on between $3 and $4 and d.book = $5 order by d.number`

const visits = `
select v.id, v.state, v.held_on, v.visitor_name, v.visitor_address, v.identity_kind, v.subject, v.closed_content, v.asked_kind, v.people,
  v.large_group, v.refusal is not null as refused, v.outcome, p.kind as petition_kind, p.competence, p.processed_by_step,
  (select u.name from unit_period u where u.valid @> v.held_on and u.unit_id = case
     when p.processed_by_step = 'propose-acceptance' then p.unit_id else (p.sent_to ->> 'unit_id')::uuid end) as accepted_by
from visit v left join lateral (
  select * from petition p where p.unit_id = v.unit_id and p.visit_id = v.id and p.state not in ('void', 'sealed-away') order by p.id limit 1
) p on true
where v.unit_id = $1 and v.held_on between $2 and $3 and (v.stage is not null or v.refusal is not null) and v.state <> 'void'
order by v.held_on, v.queue_number nulls last, v.id`

/** What is asked of the books: one of them, whose, and of which days. */
export interface AskedBook {
  slug: BookSlug
  unit_id: string
  days: Days
}

function statementOf({ slug, unit_id, days }: AskedBook): { of: Lines['of']; text: string; values: unknown[] } {
  const [first, last] = [days.first_on.toString(), days.last_on.toString()]
  if (slug === 'tiep-cong-dan') return { of: 'visit', text: visits, values: [unit_id, first, last] }
  if (isLetterBook(slug))
    return { of: 'letter', text: letters, values: [unit_id, days.year, first, last, letterBookOf[slug]] }
  const of = ({ 'don-thu': 'petition', 'khieu-nai': 'complaint', 'gop-y': 'feedback' } as const)[slug]
  return { of, text: `${registers[of]} order by r.register_number`, values: [unit_id, days.year, first, last] }
}

/** The lines of a book, one more than `limit` where there are more; none for whoever does not read this register. */
export async function linesOf(viewer: Viewer, sql: Sql, asked: AskedBook & { limit: number }): Promise<Lines | null> {
  if (!(await readsRegister(viewer, sql, asked.unit_id))) return null
  const { of, text, values } = statementOf(asked)
  const { rows } = await sql.query<never>(`${text} limit $${values.length + 1}`, [...values, asked.limit + 1])
  return { of, rows }
}

/** All lines of a book, some at a time; none for whoever does not read this register. */
export async function allLinesOf(viewer: Viewer, db: Db, asked: AskedBook): Promise<AsyncIterable<Lines> | null> {
  if (!(await readsRegister(viewer, db.pool, asked.unit_id))) return null
  const { of, text, values } = statementOf(asked)
  return (async function* () {
    for await (const rows of batchesOf<never>(db, text, values)) yield { of, rows }
  })()
}
