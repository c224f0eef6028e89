/** What a viewer may read of returns: their own and those below them, those that come to them, versions, what is owed. */
import { formInForce, secretColumns } from '../../law/form-rules.ts'
import type { Form } from '../../law/forms.ts'
import type { Period } from '../../law/report-periods.ts'
import { graceDays } from '../../law/return-workflow.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { type Happened, happenedTo } from '../../platform/actions/timeline.ts'
import { carries, holds, type Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit, visibleTo } from '../../platform/actions/visible.ts'
import type { Queryable } from '../../platform/database.ts'
import { foldMarks } from '../../platform/text.ts'
import { sendBy } from '../reports/chain.ts'
import { formsInUse } from '../reports/forms-in-use.ts'
import { seesClosedFigures } from '../reports/queries.ts'
import { formOf, isStanding, returnFacts, type UnitReturnRow } from './unit-return.ts'

/** A return with the name its unit had when it was begun. */
export interface ShownReturn extends UnitReturnRow {
  unit_name: string
}

const nameOn = `(select p.name from unit_period p where p.unit_id = r.unit_id
  order by (p.valid @> r.drafted_on) desc, p.valid desc limit 1) as unit_name`

/** One return; as to a stranger where it is not the viewer's to read. */
export async function returnById(
  viewer: Viewer,
  sql: Queryable,
  unit_id: string,
  id: string,
): Promise<ShownReturn | null> {
  if (viewer.account_id === null) return null
  const found = await sql.query<ShownReturn>(
    `select r.*, ${nameOn} from unit_return r where unit_id = $1 and id = $2`,
    [unit_id, id],
  )
  const row = found.rows[0]
  if (!row) return null
  if (await seesUnit(viewer, sql, unit_id)) return row
  const { receiving_ids } = await returnFacts(sql, unit_id, viewer.on, formOf(row))
  return receiving_ids.some((id) => holds(viewer, id, 'head', 'deputy-head', 'clerk', 'handler')) ? row : null
}

/** Columns that this viewer does not see: cells with denunciations, for all but named positions and who types them in. */
export async function closedColumns(viewer: Viewer, sql: Queryable, row: UnitReturnRow): Promise<ReadonlySet<number>> {
  const secret = secretColumns(formOf(row))
  if (secret.size === 0) return secret
  const typing = row.source === 'paper' && (row.state === 'draft' || row.state === 'sent-back')
  if (typing && (await typesFor(viewer, sql, row))) return new Set()
  try {
    return (await seesClosedFigures(viewer, sql, row.unit_id)) ? new Set() : secret
  } catch (fault) {
    if (fault instanceof NotOpen) return secret
    throw fault
  }
}

async function typesFor(viewer: Viewer, sql: Queryable, row: UnitReturnRow): Promise<boolean> {
  const kinds = ['head', 'deputy-head', 'clerk', 'handler', 'reception-officer'] as const
  if (carries(viewer, row.unit_id, ...kinds)) return true
  const { stand_in_ids } = await returnFacts(sql, row.unit_id, viewer.on, formOf(row))
  return stand_in_ids.some((id) => holds(viewer, id, ...kinds))
}

/** Rows on a page of the list. */
export const listLength = 50

/** Where the next page begins. */
export interface After {
  drafted_on: Temporal.PlainDate
  id: string
}

/** Returns of the viewer's own units and of those below them, the newest first; given-up ones are left out. */
export async function returnsOf(
  viewer: Viewer,
  sql: Queryable,
  wanted: { state?: string; period?: string; after?: After | null },
): Promise<ShownReturn[]> {
  if (viewer.account_id === null) return []
  const values: unknown[] = [
    wanted.state ?? null,
    wanted.period ?? null,
    wanted.after?.drafted_on ?? null,
    wanted.after?.id ?? null,
  ]
  const seen = visibleTo(viewer, 'r.unit_id', values)
  const found = await sql.query<ShownReturn>(
    `select r.*, ${nameOn} from unit_return r
     where ${seen} and r.state <> 'void' and ($1::text is null or r.state = $1) and ($2::text is null or r.period = $2)
       and ($3::date is null or (r.drafted_on, r.id) < ($3::date, $4::uuid))
     order by r.drafted_on desc, r.id desc limit ${listLength + 1}`,
    values,
  )
  return found.rows
}

/** All versions of one return, the newest first. */
export async function versionsOf(viewer: Viewer, sql: Queryable, row: UnitReturnRow): Promise<ShownReturn[]> {
  if (viewer.account_id === null) return []
  const found = await sql.query<ShownReturn>(
    `select r.*, ${nameOn} from unit_return r where unit_id = $1 and form = $2 and instrument = $3 and period = $4
       and state <> 'void' order by version desc`,
    [row.unit_id, row.form, row.instrument, row.period],
  )
  return found.rows
}

/** The last version that stands of a form and period; null where none does. */
export async function standingVersion(
  _viewer: Viewer,
  sql: Queryable,
  unit_id: string,
  form: Form,
  period: Period,
): Promise<UnitReturnRow | null> {
  const found = await sql.query<UnitReturnRow>(
    `select * from unit_return where unit_id = $1 and form = $2 and instrument = $3 and period = $4
       and state in ('handed-in', 'accepted', 'frozen') order by version desc limit 1`,
    [unit_id, form.code, form.instrument, period.id],
  )
  return found.rows[0] ?? null
}

/** What happened to a return so far. */
export function historyOf(viewer: Viewer, sql: Queryable, row: UnitReturnRow): Promise<Happened[]> {
  return viewer.account_id === null ? Promise.resolve([]) : happenedTo(sql, row, ['unit-return'])
}

/** A territory whose children hand in to the viewer's office. */
export interface Territory {
  id: string
  name: string
  /** The viewer's own unit: the territory itself, or a body under it. */
  office_id: string
}

/** Territories with units below them that the viewer's offices look after. */
export async function territoriesOf(viewer: Viewer, sql: Queryable): Promise<Territory[]> {
  const offices = viewer.positions
    .filter(({ kind }) => ['head', 'deputy-head', 'clerk', 'handler'].includes(kind))
    .map(({ unit_id }) => unit_id)
  if (offices.length === 0) return []
  const found = await sql.query<Territory>(
    `select distinct on (t.unit_id) t.unit_id as id, t.name, o.unit_id as office_id
     from unit_period o join unit_period t on t.valid @> $2::date
       and t.unit_id = case when o.level in ('country', 'province', 'district') then o.unit_id else o.parent_id end
     where o.unit_id = any($1::uuid[]) and o.valid @> $2::date and o.level <> 'commune' and t.level in ('country', 'province', 'district')
     order by t.unit_id`,
    [offices, viewer.on],
  )
  return found.rows
}

/** What one unit owes, or has done, of one form. */
export interface Owed {
  unit_id: string
  name: string
  level: string
  form: Form
  /** The newest version; null where none was begun. */
  last: {
    id: string
    state: string
    version: number
    handed_in_on: Temporal.PlainDate | null
    late: boolean | null
  } | null
  /** A version that was handed in and stands. */
  handed_in: boolean
  due_on: Temporal.PlainDate | null
  /** Days past the send day, where it is owed and the day has passed; otherwise 0. */
  days_late: number
  due_unverified: boolean
  /** It has a register here that has told something, so nothing of it comes on paper. */
  keeps_register: boolean
  /** There is an address to which it can be reminded. */
  has_contact: boolean
}

const children = `
select p.unit_id, p.name, p.level,
  exists (select from posting t where t.unit_id = p.unit_id and t.on_day <= $2::date) as keeps_register,
  exists (select from report_contact c where c.unit_id = p.unit_id) as has_contact, coalesce((select json_agg(json_build_object('id', r.id, 'form', r.form, 'instrument', r.instrument,
    'state', r.state, 'version', r.version, 'handed_in_on', r.handed_in_on, 'late', r.late) order by r.version desc)
  from unit_return r where r.unit_id = p.unit_id and r.period = $3 and r.state <> 'void'), '[]') as returns
from unit_period p where p.parent_id = $1 and p.valid @> $2::date
  and p.level in ('province', 'district', 'commune')
order by p.code nulls last, p.name collate "vi-x-icu"`

interface ChildRow {
  unit_id: string
  name: string
  level: string
  keeps_register: boolean
  has_contact: boolean
  returns: {
    id: string
    form: string
    instrument: string
    state: string
    version: number
    handed_in_on: string | null
    late: boolean | null
  }[]
}

/** Who directly below a territory has handed in what of a period; units as they stood on the period's last day. */
export async function owedUnder(
  _viewer: Viewer,
  sql: Queryable,
  root_id: string,
  period: Period,
  on: Temporal.PlainDate,
): Promise<Owed[]> {
  const found = await sql.query<ChildRow>(children, [root_id, period.last_on, period.id])
  const known = await formsInUse(sql)
  const codes = [...new Set(known.map(({ code }) => code))]
  const inForce = codes.flatMap((code) => formInForce(code, period.last_on, known) ?? [])
  const sends = new Map<string, Awaited<ReturnType<typeof sendBy>>>()
  const owed: Owed[] = []
  for (const unit of found.rows) {
    for (const form of inForce) {
      // The send day follows from chain and level: one question for each.
      const key = `${unit.level} ${form.instrument} ${form.chain ?? ''}`
      if (!sends.has(key)) sends.set(key, await sendBy(sql, form, unit.unit_id, period))
      owed.push(owedOf(unit, form, sends.get(key) ?? null, on))
    }
  }
  return owed
}

function owedOf(unit: ChildRow, form: Form, send: Awaited<ReturnType<typeof sendBy>>, on: Temporal.PlainDate): Owed {
  const versions = unit.returns.filter((one) => one.form === form.code && one.instrument === form.instrument)
  const last = versions[0]
  const handed_in = versions.some(isStanding)
  const due_on = send?.on ?? null
  const past = due_on === null ? 0 : due_on.until(on).days - graceDays
  return {
    unit_id: unit.unit_id,
    name: unit.name,
    level: unit.level,
    form,
    last: last
      ? { ...last, handed_in_on: last.handed_in_on === null ? null : Temporal.PlainDate.from(last.handed_in_on) }
      : null,
    handed_in,
    due_on,
    days_late: handed_in ? 0 : Math.max(0, past),
    due_unverified: send !== null && !send.is_set && send.unverified !== undefined,
    keeps_register: unit.keeps_register,
    has_contact: unit.has_contact,
  }
}

/** The reminder that was asked last for a territory and a period. */
export async function lastReminder(
  viewer: Viewer,
  sql: Queryable,
  root_id: string,
  period: string,
): Promise<{ asked_on: Temporal.PlainDate; sent_on: Temporal.PlainDate | null } | null> {
  if (viewer.account_id === null) return null
  const found = await sql.query<{ asked_on: Temporal.PlainDate; sent_on: Temporal.PlainDate | null }>(
    `select asked_on, sent_on from return_reminder where root_id = $1 and period = $2 order by asked_on desc, id desc limit 1`,
    [root_id, period],
  )
  return found.rows[0] ?? null
}

/** Units for which the viewer may begin a return: their own, and those directly below where they stand in. */
export async function draftableUnits(
  viewer: Viewer,
  sql: Queryable,
): Promise<{ id: string; name: string; own: boolean }[]> {
  const own = viewer.positions
    .filter(({ kind }) => kind !== 'front-supervisor' && kind !== 'administrator' && kind !== 'custodian')
    .map(({ unit_id }) => unit_id)
  const roots = (await territoriesOf(viewer, sql)).map(({ id }) => id)
  const found = await sql.query<{ id: string; name: string; own: boolean }>(
    `select p.unit_id as id, p.name, p.unit_id = any($1::uuid[]) as own from unit_period p
     where p.valid @> $3::date and p.level <> 'country' and (p.unit_id = any($1::uuid[])
       or (p.parent_id = any($2::uuid[]) and p.level in ('province', 'district', 'commune')))
     order by own desc, p.name collate "vi-x-icu"`,
    [own, roots, viewer.on],
  )
  return found.rows
}

/** A unit that is no more, with who carries its work on. */
export interface EndedUnit {
  id: string
  name: string
  place: string
  /** First day without it. */
  until_on: Temporal.PlainDate
  heir: string
}

/** Units on the page of ended units at most; a search finds the others. */
export const endedMax = 100

/** Ended units whose returns the viewer may still begin: those their own units took over, and those below where they stand in. */
export async function endedUnits(
  viewer: Viewer,
  sql: Queryable,
  wanted: { text?: string; id?: string },
): Promise<EndedUnit[]> {
  const standing = await draftableUnits(viewer, sql)
  const found = await sql.query<EndedUnit>(
    `select distinct on (p.name_folded, f.id) f.id, p.name, upper(p.valid) as until_on, h.name as heir,
       coalesce((select up.name from unit_period up where up.unit_id = p.parent_id and up.valid && p.valid order by up.valid desc limit 1), '') as place
     from unit_period h, ancestors_in_office(h.unit_id, $2::date) f(id), unit_period p
     where h.unit_id = any($1::uuid[]) and h.valid @> $2::date and p.unit_id = f.id and p.level in ('province', 'district', 'commune')
       and upper(p.valid) <= $2::date and ($3::uuid is null or f.id = $3) and ($4::text is null or p.path_folded like '%' || $4 || '%')
     order by p.name_folded, f.id, p.valid desc limit ${endedMax + 1}`,
    [
      standing.map(({ id }) => id),
      viewer.on,
      wanted.id ?? null,
      wanted.text ? foldMarks(wanted.text.slice(0, 100)) : null,
    ],
  )
  return found.rows
}
