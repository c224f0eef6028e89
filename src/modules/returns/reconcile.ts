/**
 * What a period took over against what the period before closed with: the difference, the records that make it up, and what
 * was handed in late or corrected in between.
 */
import { type CarriedColumn, carriedColumns, periodBefore } from '../../law/carry-over.ts'
import { formInForce } from '../../law/form-rules.ts'
import type { Form } from '../../law/forms.ts'
import type { Period } from '../../law/report-periods.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Queryable } from '../../platform/database.ts'
import type { Counted } from '../reports/behind.ts'
import { formsInUse } from '../reports/forms-in-use.ts'
import { countedRecords } from '../reports/queries.ts'
import { type ReturnFiguresRow, totalOf } from './figures.ts'
import { standingVersion } from './queries.ts'
import { formOf, periodOfReturn, type UnitReturnRow } from './unit-return.ts'

/** A record that counts on one side alone, or differently. */
export interface Astray {
  record: Counted
  before: number
  now: number
}

/** One pair of columns that must be equal. */
export interface Carried extends CarriedColumn {
  before: number | null
  now: number | null
  /** The records that differ; null where they may not be shown or cannot be listed. */
  astray: readonly Astray[] | null
  /** There were more records than are compared. */
  cut: boolean
}

/** The comparison of one return with the period before it. */
export interface Reconciliation {
  earlier_form: Form
  earlier_period: Period
  earlier: UnitReturnRow | null
  pairs: readonly Carried[]
  /** Units below whose figures of the earlier period came late or were corrected since it was handed in. */
  since: readonly {
    unit_id: string
    id: string
    name: string
    version: number
    handed_in_on: Temporal.PlainDate
    late: boolean
    reason: string | null
  }[]
}

/** Most records of one side that are compared. */
const recordsMax = 5000

const sinceSql = `
select r.unit_id, r.id, (select p.name from unit_period p where p.unit_id = r.unit_id order by p.valid desc limit 1) as name,
  r.version, r.handed_in_on, coalesce(r.late, false) as late, r.reason
from unit_return r join unit_ancestry a on a.unit_id = r.unit_id and a.ancestor_id = $1 and a.depth > 0 and a.valid @> $2::date
where r.form = $3 and r.instrument = $4 and r.period = $5 and r.state in ('handed-in', 'accepted', 'frozen')
  and (r.version > 1 or r.late) and ($6::date is null or r.handed_in_on >= $6::date)
order by r.handed_in_on, r.id limit 500`

/** Compares a return with the period before; null where the form did not exist then. */
export async function reconcile(
  viewer: Viewer,
  sql: Queryable,
  row: UnitReturnRow,
  closed: ReadonlySet<number>,
): Promise<Reconciliation | null> {
  const form = formOf(row)
  const earlier_period = periodBefore(periodOfReturn(row))
  const earlier_form = formInForce(form.code, earlier_period.last_on, await formsInUse(sql))
  if (!earlier_form) return null
  const earlier = await standingVersion(viewer, sql, row.unit_id, earlier_form, earlier_period)
  const pairs: Carried[] = []
  for (const pair of carriedColumns(form, earlier_form)) {
    if (closed.has(pair.to)) continue
    pairs.push(await carriedOf(viewer, sql, row, earlier, { pair, earlier_form, earlier_period }))
  }
  const found = await sql.query<Reconciliation['since'][number]>(sinceSql, [
    row.unit_id,
    earlier_period.last_on,
    earlier_form.code,
    earlier_form.instrument,
    earlier_period.id,
    earlier?.handed_in_on ?? null,
  ])
  return { earlier_form, earlier_period, earlier, pairs, since: found.rows }
}

async function carriedOf(
  viewer: Viewer,
  sql: Queryable,
  row: UnitReturnRow,
  earlier: UnitReturnRow | null,
  { pair, earlier_form, earlier_period }: { pair: CarriedColumn; earlier_form: Form; earlier_period: Period },
): Promise<Carried> {
  const now = figure(row.figures, pair.to)
  const before = earlier ? figure(earlier.figures, pair.from) : null
  const nothing = { ...pair, before, now, astray: null, cut: false }
  if (!earlier || row.source === 'paper' || earlier.source === 'paper') return nothing
  const side = (form: Form, period: Period, no: number, as_of: Temporal.PlainDate) =>
    recordsFor(viewer, sql, { form, period, unit: row.unit_id, tree_on: null, as_of }, { no, limit: recordsMax })
  // Each side as it was known on the day its figures were taken.
  const then = await side(earlier_form, earlier_period, pair.from, earlier.taken_on)
  const today = await side(formOf(row), periodOfReturn(row), pair.to, row.taken_on)
  if (!then || !today) return nothing
  const cut = then.records.length >= recordsMax || today.records.length >= recordsMax
  return { ...pair, before, now, astray: astrayOf(then.records, today.records), cut }
}

/** The records behind a figure; null for a receiver who sees the figures but not the register. */
async function recordsFor(...asked: Parameters<typeof countedRecords>): ReturnType<typeof countedRecords> {
  try {
    return await countedRecords(...asked)
  } catch (fault) {
    if (fault instanceof NotOpen) return null
    throw fault
  }
}

const figure = (rows: readonly ReturnFiguresRow[], no: number) => totalOf(rows)[no] ?? null

/** Records that do not count the same on both sides. */
export function astrayOf(before: readonly Counted[], now: readonly Counted[]): Astray[] {
  const key = (one: Counted) => `${one.unit_id} ${one.record_kind} ${one.record_id}`
  const sides = new Map<string, Astray>()
  for (const record of before) sides.set(key(record), { record, before: record.counts, now: 0 })
  for (const record of now) {
    const known = sides.get(key(record))
    sides.set(key(record), { record, before: known?.before ?? 0, now: record.counts })
  }
  return [...sides.values()].filter((one) => one.before !== one.now)
}
