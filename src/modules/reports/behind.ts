/** The records behind a figure: exactly those whose postings make it up. */
import { measureOf, termsOf } from '../../law/form-rules.ts'
import { batchesOf } from '../../platform/batches.ts'
import type { Db, Queryable } from '../../platform/database.ts'
import { columnAmountSql, type Part, type Question, registersOf } from './figures.ts'
import { handedIn } from './handed-in.ts'

/** One record and what it adds to the figure; nearly always 1, the people of a visit where people are counted. */
export interface Counted {
  unit_id: string
  record_id: string
  record_kind: string
  counts: number
  /** The last day of its postings that counts. */
  on_day: Temporal.PlainDate
  unit: string
  /** A denunciation, or a visit to denounce: nothing of it but that it counts. */
  closed: boolean
  number: string | null
  title: string | null
  kind: string | null
  received_on: Temporal.PlainDate | null
}

/** Where the next page begins. */
export interface After {
  on_day: Temporal.PlainDate
  record_id: string
}

/** What narrows the postings looked at; `back`: days before the period count too. */
interface Narrowing {
  as_of: boolean
  some: boolean
  back: boolean
}

const counted = (amount: string, facts: string, { as_of, some, back }: Narrowing) => `
with counted as (
  select p.unit_id, coalesce(c.petition_id, f.petition_id, p.record_id) as record_id,
    case when c.id is null and f.id is null then p.record_kind else 'petition' end as record_kind,
    sum(${amount})::bigint as counts, max(p.on_day) as on_day
  from posting p
  left join complaint c on p.record_kind = 'complaint' and c.unit_id = p.unit_id and c.id = p.record_id
  left join feedback f on p.record_kind = 'feedback' and f.unit_id = p.unit_id and f.id = p.record_id
  where p.on_day <= $2::date and ${back ? '$1::date is not null' : 'p.on_day >= $1::date'} and p.fact in (${facts})${as_of ? ' and p.known_on <= $7::date' : ''}
    ${some ? 'and p.unit_id = any($3::uuid[])' : 'and $3::uuid[] is null'}
  group by 1, 2, 3 having sum(${amount}) <> 0
  union all
  -- What a unit on paper handed in opens its return: there are no records behind it here.
  select h.unit_id, h.return_id, 'unit-return', h.counts, h.on_day
  from jsonb_to_recordset($${as_of ? 8 : 7}::jsonb) as h(unit_id uuid, return_id uuid, counts int, on_day date)
)`

const described = `
select c.*, u.name as unit,
  coalesce(t.kind = 'denunciation' or t.asked_kind = 'denunciation' or v.closed_content, c.record_kind like 'denunciation%') as closed,
  t.register_number || '/' || t.register_year as number, coalesce(t.title, v.subject) as title,
  coalesce(t.kind, v.asked_kind) as kind, coalesce(t.received_on, v.held_on) as received_on
from counted c
left join petition t on c.record_kind = 'petition' and t.unit_id = c.unit_id and t.id = c.record_id
left join visit v on c.record_kind = 'visit' and v.unit_id = c.unit_id and v.id = c.record_id
left join lateral (select name from unit_period where unit_id = c.unit_id order by valid desc limit 1) u on true
where $4::date is null or (c.on_day, c.record_id) < ($4::date, $5::uuid)
order by c.on_day desc, c.record_id desc limit $6::bigint`

/** Which records: those behind column `no` of one part of a report, after a record, at most `limit`; null: all. */
export interface WantedRecords {
  no: number
  part?: Part
  after?: After | null
  limit?: number | null
}

async function statementOf(
  sql: Queryable,
  question: Question,
  { no, part = 'total', after = null, limit = 50 }: WantedRecords,
): Promise<{ text: string; values: unknown[] } | null> {
  const { form } = question
  const terms = termsOf(form, no)
  // A column of words counts nothing.
  if (terms.length === 0) return null
  const facts = [...new Set(terms.flatMap((term) => term.measures.map((name) => `'${measureOf(form, name).fact}'`)))]
  const registers = await registersOf(sql, question, part)
  const { period, as_of } = question
  const values: unknown[] = [
    period.first_on,
    period.last_on,
    registers,
    after?.on_day ?? null,
    after?.record_id ?? null,
    limit,
  ]
  if (as_of) values.push(as_of)
  values.push(JSON.stringify(await papersBehind(sql, question, registers, no)))
  const back = terms.some((term) => term.when === 'before' || term.when === 'until')
  const narrowed = { as_of: as_of !== null, some: registers !== null, back }
  return { text: counted(columnAmountSql(form, terms), facts.join(', '), narrowed) + described, values }
}

/** Of a closed record nothing is told but that it counts. */
const seen = (row: Counted): Counted =>
  row.closed ? { ...row, title: null, number: null, kind: null, received_on: null } : row

/** The records behind a figure, newest first. */
export async function recordsBehind(sql: Queryable, question: Question, wanted: WantedRecords): Promise<Counted[]> {
  const statement = await statementOf(sql, question, wanted)
  if (!statement) return []
  const found = await sql.query<Counted>(statement.text, statement.values)
  return found.rows.map(seen)
}

/** All records behind a figure, newest first, some at a time. */
export async function* allRecordsBehind(db: Db, question: Question, wanted: Pick<WantedRecords, 'no' | 'part'>) {
  const statement = await statementOf(db.pool, question, { ...wanted, limit: null })
  if (!statement) return
  for await (const rows of batchesOf<Counted>(db, statement.text, statement.values)) yield rows.map(seen)
}

/** Returns on paper that the figure counts. */
async function papersBehind(sql: Queryable, question: Question, registers: readonly string[] | null, no: number) {
  const some = registers && new Set(registers)
  const papers = (await handedIn(sql, question)).filter((one) => some === null || some.has(one.unit_id))
  return papers.flatMap(({ unit_id, return_id, handed_in_on, columns }) =>
    columns[no] ? [{ unit_id, return_id, counts: columns[no], on_day: handed_in_on.toString() }] : [],
  )
}
