/** Reading the register: one record, worklists, search, likely duplicates. The viewer is always the first parameter. */
import type { Sql } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit, visibleTo, visibleUnits } from '../../platform/actions/visible.ts'
import { foldMarks } from '../../platform/text.ts'
import type { Clock } from '../calendars/clock.ts'
import { ranked, rarityOf, similarMin } from './likeness.ts'
import { askedPairs, halvesOf } from './pairs.ts'
import type { PetitionRow } from './petition.ts'

/** Positions whose work is with petitions: the others see no register. */
export const registerReaders = ['reception-officer', 'handler', 'head', 'deputy-head', 'clerk'] as const

/** May the viewer read this unit's open register? */
export async function readsRegister(viewer: Viewer, sql: Sql, unit_id: string): Promise<boolean> {
  const works = viewer.positions.some((post) => holds(viewer, post.unit_id, ...registerReaders))
  return works && (await seesUnit(viewer, sql, unit_id))
}

/** A record of the open registers for whoever may see it: officers of the unit and above, and the citizen whose code opened it. */
export async function recordById<Row>(
  viewer: Viewer,
  sql: Sql,
  table: 'petition' | 'complaint' | 'feedback',
  unit_id: string,
  id: string,
): Promise<Row | null> {
  const { rows } = await sql.query<Row & { id: string; petition_id?: string }>({
    name: `${table}_by_id`,
    text: `select * from ${table} where unit_id = $1 and id = $2`,
    values: [unit_id, id],
  })
  const row = rows[0]
  if (!row) return null
  const opened = viewer.opened.some((one) => one.record_id === (row.petition_id ?? row.id))
  return opened || (await readsRegister(viewer, sql, unit_id)) ? row : null
}

/** A row of a worklist. */
export interface WorkItem {
  unit_id: string
  id: string
  kind: 'petition' | 'complaint' | 'feedback'
  state: string
  title: string
  person: string
  field: string | null
  register_number: number | null
  register_year: number
  handler_id: string | null
  received_on: Temporal.PlainDate
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  clock: Clock | null
  suspended: boolean
  waits_for: string
  unsigned: boolean
  /** Day of recording where it is later than the day of receipt. */
  recorded_late: boolean
  recorded_on: Temporal.PlainDate | null
  /** What is proposed for signature, in its first words. */
  conclusion: string | null
}

/** Which worklist. */
export type WorkList = 'mine' | 'unit' | 'overdue' | 'sign' | 'unsigned' | 'late'

/** Where a page of a worklist starts: after this due day and id. */
export interface Keyset {
  due_on: string
  id: string
}

/** Rows shown on a page. */
export const pageSize = 50

/** Units whose work the viewer shares: those in which they hold a post that works with petitions. */
export function workUnits(viewer: Viewer): string[] {
  return [
    ...new Set(
      [...viewer.positions, ...(viewer.inherited ?? [])]
        .filter((post) => registerReaders.some((kind) => kind === post.kind))
        .map((post) => post.unit_id),
    ),
  ]
}

/** One page of a worklist by due day; records without a running clock come last. One row more than a page tells of a next one. */
export async function workItems(
  viewer: Viewer,
  sql: Sql,
  list: WorkList,
  filter: { field?: string; after?: Keyset | null } = {},
): Promise<WorkItem[]> {
  const values: unknown[] = [workUnits(viewer)]
  const param = (value: unknown) => `$${values.push(value)}`
  const where = ['unit_id = any($1::uuid[])', ...conditionsOf(list, viewer, param)]
  if (filter.field) where.push(`field = ${param(filter.field)}`)
  const last = 'infinity'
  if (filter.after)
    where.push(
      `(coalesce(due_on, 'infinity'::date), id) > (${param(filter.after.due_on || last)}::date, ${param(filter.after.id)}::uuid)`,
    )
  // A single unit lets each register deliver its rows in order from its index; the merge stops at the page's end.
  if (workUnits(viewer).length === 1) where[0] = `unit_id = ($1::uuid[])[1]`
  const { rows } = await sql.query<WorkItem>({
    text: `select unit_id, id, kind, state, title, person, field, register_number, register_year, handler_id, received_on,
      nominal_on, due_on, clock, suspended, waits_for, unsigned, recorded_late, recorded_on, left(conclusion, 200) as conclusion
      from work_item where ${where.join(' and ')} order by due_on nulls last, id limit ${pageSize + 1}`,
    values,
  })
  return rows
}

function conditionsOf(list: WorkList, viewer: Viewer, param: (value: unknown) => string): string[] {
  if (list === 'mine') return [`handler_id = ${param(viewer.account_id)}`]
  if (list === 'overdue') return [`due_on < ${param(viewer.on.toString())}::date`]
  if (list === 'sign') return [`waits_for = 'head'`]
  if (list === 'unsigned') return ['unsigned']
  if (list === 'late') return ['recorded_late']
  return []
}

/** How many records each worklist holds. */
export async function workCounts(viewer: Viewer, sql: Sql): Promise<Record<WorkList, number>> {
  const { rows } = await sql.query({
    name: 'work_counts',
    text: `select count(*) filter (where handler_id = $2)::int as mine, count(*)::int as unit,
        count(*) filter (where due_on < $3)::int as overdue, count(*) filter (where waits_for = 'head')::int as sign,
        count(*) filter (where unsigned)::int as unsigned, count(*) filter (where recorded_late)::int as late
      from work_item where unit_id = any($1::uuid[])`,
    values: [workUnits(viewer), viewer.account_id, viewer.on.toString()],
  })
  return rows[0]
}

/** A petition as lists show it. */
export type FoundPetition = Pick<
  PetitionRow,
  | 'unit_id'
  | 'id'
  | 'title'
  | 'petitioner_name'
  | 'register_number'
  | 'register_year'
  | 'received_on'
  | 'state'
  | 'kind'
  | 'case_id'
  | 'points'
> & { unit_name: string | null }

const found = `p.unit_id, p.id, p.title, p.petitioner_name, p.register_number, p.register_year, p.received_on, p.state, p.kind, p.case_id, p.points`

/**
 * Petitions in the viewer's unit and those under it: by register number (`482` or `482/2026`), by the exact folded
 * phrase, then by all words. At most fifty, the newest first within each.
 */
export async function findPetitions(viewer: Viewer, sql: Sql, text: string): Promise<FoundPetition[]> {
  // The database knows no NUL.
  const asked = foldMarks(text.replaceAll('\0', ' ').normalize('NFC').trim()).slice(0, 200)
  if (asked === '' || workUnits(viewer).length === 0) return []
  const values: unknown[] = [viewer.on.toString()]
  const param = (value: unknown) => `$${values.push(value)}`
  const seen = visibleTo(viewer, 'p.unit_id', values)
  const number = /^(\d{1,6})(?:\s*\/\s*(\d{4}))?$/.exec(asked)
  const words = asked
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 8)
  const like = (word: string) => `p.search like ${param(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`
  const matches = number
    ? `p.register_number = ${param(Number(number[1]))}${number[2] ? ` and p.register_year = ${param(Number(number[2]))}` : ''}`
    : words.map(like).join(' and ')
  if (matches === '') return []
  // A constant is no order to the database: where a number is asked, the phrase has no say.
  const phrase = number ? '' : `(${like(asked)}) desc, `
  const { rows } = await sql.query<FoundPetition>({
    text: `select ${found}, u.name as unit_name from petition p
      left join unit_period u on u.unit_id = p.unit_id and u.valid @> $1::date
      where ${seen} and ${matches} order by ${phrase}p.received_on desc, p.id desc limit 50`,
    values,
  })
  return rows
}

/** A likely duplicate, with how many telling pairs of syllables it shares. */
export type LikelyPetition = FoundPetition & { common: number; same_person: boolean }

/** Letters whose own words are compared after the index has named them. */
const comparedMax = 100

/** Letters shown. */
const likelyMax = 10

/**
 * Letters of the unit and those under it that look as if they were about the same: for officers only, never on the
 * portal. The index names a bounded set, their words decide.
 */
export async function likelyPetitions(
  viewer: Viewer,
  sql: Sql,
  about: { unit_id: string; text: string; name?: string; except?: string },
): Promise<LikelyPetition[]> {
  if (!(await readsRegister(viewer, sql, about.unit_id))) return []
  const rarity = await rarityOf(sql)
  const keys = askedPairs(about.text, rarity)
  if (keys.length === 0) return []
  const [some, others] = halvesOf(keys)
  const under = visibleUnits({ ...viewer, sees_all: false, visible_root_ids: [about.unit_id] }, 7)
  // Without a name: the planner must see how rare the keys are. The index answers alone, units are looked at afterwards.
  const { rows } = await sql.query<LikelyPetition & { words: string }>(
    `with touched as materialized (
        select unit_id, petition_id as id, (select count(*)::int from unnest(pairs) k where k = any($2::int[])) as common
        from duplicate_key where pairs && $5::int[] and pairs && $6::int[] and petition_id is distinct from $3
      ), best as (
        select unit_id, id from touched where unit_id in (${under.sql}) order by common desc, id desc limit ${comparedMax}
      )
      select ${found}, u.name as unit_name, p.title || E'\\n' || p.text as words,
        $4 <> '' and p.search like '%' || $4 || '%' as same_person
      from best b join petition p on p.unit_id = b.unit_id and p.id = b.id and p.state <> 'sealed-away'
      left join unit_period u on u.unit_id = p.unit_id and p.unit_id <> $1 and u.valid @> $8::date`,
    [about.unit_id, keys, about.except ?? null, about.name ? foldMarks(about.name) : '', some, others, ...under.values],
  )
  return ranked(about.text, rows, rarity)
    .slice(0, likelyMax)
    .map(({ words: _, score: __, ...row }) => row)
}

/** How a similar case was settled. */
export interface SettledCase {
  unit_id: string
  id: string
  kind: 'complaint' | 'feedback'
  title: string
  register_number: number | null
  register_year: number
  result: string
  days: number
  settled_on: Temporal.PlainDate
  /** Null in the viewer's own unit's list. */
  unit_name: string | null
  /** The letter that settled it. */
  letter_id: string | null
}

/** Settled cases of the field that are compared: those of the record's own unit, then the latest; of one unit half of them at most. */
const settledMax = 200

/** Up to five settled cases whose letters are most like this record's, of all registers the viewer sees; never of the vault. */
export async function settledAlike(
  viewer: Viewer,
  sql: Sql,
  about: { unit_id: string; petition_id: string; field: string },
): Promise<SettledCase[]> {
  if (!(await readsRegister(viewer, sql, about.unit_id))) return []
  const seen = visibleUnits(viewer, 5)
  const [rarity, own, settled] = [
    await rarityOf(sql),
    await sql.query<{ words: string }>({
      name: 'own_words',
      text: `select title || E'\\n' || text as words from petition where unit_id = $1 and id = $2 and state <> 'sealed-away'`,
      values: [about.unit_id, about.petition_id],
    }),
    await sql.query<SettledCase & { words: string; received_on: Temporal.PlainDate; same_person: boolean }>({
      text: `select s.unit_id, s.id, s.kind, s.title, s.register_number, s.register_year, s.result, s.days, s.settled_on,
          p.title || E'\\n' || p.text as words, p.received_on, false as same_person, u.name as unit_name,
          (select d.id from document d where d.unit_id = s.unit_id and d.record_id = s.id and d.kind in ('decision', 'answer')
            and not d.sealed and d.voided_on is null order by d.seq desc limit 1) as letter_id
        from (select l.* from (${seen.sql}) v(unit_id) cross join lateral (select * from settled_case c
            where c.unit_id = v.unit_id and c.field = $3 and c.petition_id <> $2 order by c.settled_on desc limit ${settledMax / 2}) l
          order by l.unit_id = $1 desc, l.settled_on desc, l.id limit ${settledMax}) s
        join petition p on p.unit_id = s.unit_id and p.id = s.petition_id and p.state <> 'sealed-away'
        left join unit_period u on u.unit_id = s.unit_id and s.unit_id <> $1 and u.valid @> $4::date`,
      values: [about.unit_id, about.petition_id, about.field, viewer.on.toString(), ...seen.values],
    }),
  ]
  const text = own.rows[0]?.words
  if (!text) return []
  return ranked(text, settled.rows, rarity, similarMin)
    .slice(0, 5)
    .map(({ words: _, received_on: __, same_person: ___, score: ____, common: _____, ...row }) => row)
}

/** The other letters of a petition's case in the same unit. */
export async function sameCase(viewer: Viewer, sql: Sql, row: PetitionRow): Promise<FoundPetition[]> {
  if (!(await readsRegister(viewer, sql, row.unit_id))) return []
  const { rows } = await sql.query<FoundPetition>(
    `select ${found}, null as unit_name from petition p where p.unit_id = $1 and p.case_id = $2 and p.id <> $3
     order by p.received_on, p.id limit 100`,
    [row.unit_id, row.case_id, row.id],
  )
  return rows
}

/** Published answers of a unit, newest first; public. */
export async function publishedAnswers(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string | null,
  before: { published_on: string; id: string } | null,
): Promise<
  {
    unit_id: string
    id: string
    unit_name: string | null
    /** Null where the sender gave no leave: then only what came of the regulation stands there. */
    public_question: string | null
    public_answer: string | null
    regulation: string | null
    public_outcome: string | null
    field: string
    published_on: Temporal.PlainDate
  }[]
> {
  const values: unknown[] = [_viewer.on.toString()]
  const param = (value: unknown) => `$${values.push(value)}`
  const where: string[] = []
  if (unit_id) where.push(`f.unit_id = ${param(unit_id)}`)
  if (before) where.push(`(f.on_wall, f.id) < (${param(before.published_on)}::date, ${param(before.id)}::uuid)`)
  const further = where.map((one) => `and ${one}`).join(' ')
  // One branch an index: answers by leave, and outcomes of regulations whose answer does not stand there.
  const branch = (day: string, own: string, what: string) => `(
    select f.unit_id, f.id, f.field, f.on_wall, ${what}, f.regulation ->> 'name' as regulation,
      case when f.outcome_published_on is not null then f.regulation ->> 'public_outcome' end as public_outcome
    from (select *, ${day} as on_wall from feedback) f where ${own} ${further} order by ${day} desc, f.id desc limit 21)`
  const leave = `f.published_on is not null and f.publication = 'allowed'`
  const { rows } = await sql.query({
    text: `select f.unit_id, f.id, u.name as unit_name, f.public_question, f.public_answer, f.field,
        case when f.public_outcome is not null then f.regulation end as regulation, f.public_outcome, f.on_wall as published_on
      from (${branch('published_on', leave, 'f.public_question, f.public_answer')} union all ${branch(
        'outcome_published_on',
        `f.outcome_published_on is not null and not coalesce(${leave}, false)`,
        'null as public_question, null as public_answer',
      )}) f left join unit_period u on u.unit_id = f.unit_id and u.valid @> $1::date
      order by f.on_wall desc, f.id desc limit 21`,
    values,
  })
  return rows
}
