/** A report: a form's figures for a unit and a period with the names of its rows, its checks and how complete it is. */
import { type Check, checkForm, findForm, formInForce, secretColumns } from '../../law/form-rules.ts'
import { type Form, forms } from '../../law/forms.ts'
import { kindsOf, type Period, readPeriod } from '../../law/report-periods.ts'
import type { Queryable } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { type Figures, figuresOf, type Question, type Row } from './figures.ts'
import { handedIn } from './handed-in.ts'

/** What is asked for, read from an address or a command line. */
export interface Ask {
  form: Form
  period: Period
  /** A code of the tree, `TW`, or an id. */
  unit: string
  /** Default: the period's last day. */
  tree_on: Temporal.PlainDate | null
  as_of: Temporal.PlainDate | null
}

/** A unit as reports name it. */
export interface ReportUnit {
  id: string
  code: string | null
  name: string
  level: string
}

/** Column number → figure; null where it is for named positions only. */
export type Shown = Readonly<Record<number, number | null>>

/** One printed row. `unit` is null where the row stands for no single unit. */
export interface ReportRow {
  kind: Row['kind']
  unit: ReportUnit | null
  columns: Shown
}

/** How many of the registers under the unit have told anything in the period. */
export interface Completeness {
  registers: number
  with_figures: number
}

/** A report as it can be shown. */
export interface Report {
  ask: Ask
  question: Question
  unit: ReportUnit
  /** The cells that contain denunciations are left out. */
  without_denunciations: boolean
  total: Shown
  own: Shown
  /** Subordinate units. */
  rows: readonly ReportRow[]
  /** Former districts and parts of divided units that stand apart. */
  apart: readonly ReportRow[]
  /** Units whose figures were handed in, with the return they stand in. */
  on_paper: Figures['on_paper']
  checks: readonly Check[]
}

/** What of an ask is wrong: the field, and what would be right. */
export interface AskFault {
  field: 'form' | 'instrument' | 'period'
  right: string
}

/** Reads form, version and period; the version is the one in force on the period's last day unless it is named. */
export function readAsk(
  code: string,
  period: string,
  instrument?: string,
  known: readonly Form[] = forms,
): Pick<Ask, 'form' | 'period'> | AskFault {
  const codes = [...new Set(known.map((form) => form.code))]
  if (!codes.includes(code)) return { field: 'form', right: codes.join(', ') }
  // Which days a period has is the instrument's to say; the newest version speaks where none is named.
  const calendar = instrument ?? known.findLast((form) => form.code === code)?.instrument
  const read = readPeriod(period, calendar)
  if (!read)
    return {
      field: 'period',
      right: kindsOf(calendar)
        .map((kind) => `2026-${kind}`)
        .join(', '),
    }
  const form = instrument === undefined ? formInForce(code, read.last_on, known) : findForm(code, instrument, known)
  const versions = known.filter((one) => one.code === code).map((one) => one.instrument)
  return form ? { form, period: read } : { field: 'instrument', right: versions.join(', ') }
}

const findUnit = (by: 'code' | 'unit_id') => `
select p.unit_id as id, p.code, p.name, p.level from unit_period p where p.${by} = $1 and p.valid @> $2::date
order by array_position(array['country', 'ministry', 'province', 'district', 'commune'], p.level) nulls last, p.unit_id limit 1`

/** The unit with that code or id on the tree of a day; null where there is none. */
export async function unitFor(sql: Queryable, unit: string, on: Temporal.PlainDate): Promise<ReportUnit | null> {
  if (!/^[0-9A-Za-z-]{1,40}$/.test(unit)) return null
  const found = await sql.query<ReportUnit>(findUnit(isUuid(unit) ? 'unit_id' : 'code'), [unit, on])
  return found.rows[0] ?? null
}

const firstDay = `select min(lower(valid)) as on_day from unit_period where level = 'country'`

/** The tree a report is added up on: the chosen day, else the period's last; before the tree begins, its first day. */
export async function treeDayOf(sql: Queryable, ask: Pick<Ask, 'period' | 'tree_on'>): Promise<Temporal.PlainDate> {
  if (ask.tree_on) return ask.tree_on
  const found = await sql.query<{ on_day: Temporal.PlainDate | null }>(firstDay)
  const first = found.rows[0]?.on_day ?? ask.period.last_on
  return Temporal.PlainDate.compare(ask.period.last_on, first) < 0 ? first : ask.period.last_on
}

/** Where the ask leads: its unit on its tree; null where the unit does not stand there. */
export async function questionOf(sql: Queryable, ask: Ask): Promise<{ question: Question; unit: ReportUnit } | null> {
  const tree_on = await treeDayOf(sql, ask)
  const unit = await unitFor(sql, ask.unit, tree_on)
  if (!unit) return null
  const { form, period, as_of } = ask
  return { unit, question: { form, period, as_of, tree_on, root_id: unit.id, is_country: unit.level === 'country' } }
}

const children = `
select p.unit_id as id, p.code, p.name, p.level from unit_period p where p.parent_id = $1 and p.valid @> $2::date
order by array_position(array['ministry', 'province', 'district', 'commune'], p.level) nulls last, p.code nulls last, p.name collate "vi-x-icu", p.unit_id`

/** Makes the report. `denunciations`: whether the reader may see the cells that contain them. */
export async function makeReport(
  sql: Queryable,
  ask: Ask,
  { denunciations }: { denunciations: boolean },
): Promise<Report | null> {
  const found = await questionOf(sql, ask)
  if (!found) return null
  const { question, unit } = found
  const below = await sql.query<ReportUnit>(children, [question.root_id, question.tree_on])
  return arrange(ask, question, unit, below.rows, await figuresOf(sql, question), denunciations)
}

/** Territories always have their row; other bodies only where they tell something. */
function arrange(
  ask: Ask,
  question: Question,
  unit: ReportUnit,
  below: readonly ReportUnit[],
  figures: Figures,
  denunciations: boolean,
): Report {
  const { form } = question
  const secret = denunciations ? new Set<number>() : secretColumns(form)
  const shown = (columns: Readonly<Record<number, number>>): Shown =>
    Object.fromEntries(form.columns.map(({ no }) => [no, secret.has(no) ? null : (columns[no] ?? 0)]))
  const known = new Map(figures.rows.map((row) => [row.unit_id, row.columns]))
  const rows = below.flatMap((one): ReportRow[] => {
    const columns = known.get(one.id)
    const territory = ['province', 'district', 'commune'].includes(one.level)
    const silent = columns === undefined || Object.values(columns).every((figure) => figure === 0)
    return silent && !territory ? [] : [{ kind: 'unit', unit: one, columns: shown(columns ?? {}) }]
  })
  const apart = figures.rows.filter((row) => row.unit_id === null)
  return {
    ask,
    question,
    unit,
    without_denunciations: secret.size > 0,
    total: shown(figures.total),
    own: shown(figures.own),
    rows,
    apart: apart.map((row) => ({ kind: row.kind, unit: null, columns: shown(row.columns) })),
    on_paper: figures.on_paper,
    checks: recheck(form, [figures.total, figures.own, ...figures.rows.map((row) => row.columns)].map(shown)),
  }
}

/** An identity holds when it holds in every row. */
function recheck(form: Form, rows: readonly Shown[]): Check[] {
  const [first = [], ...rest] = rows.map((row) => checkForm(form, row))
  return first.map(({ what, ok }, index) => ({ what, ok: ok && rest.every((checks) => checks[index]?.ok ?? true) }))
}

const completeness = `
select count(*)::int as registers, count(*) filter (where exists (
    select from balance b where b.unit_id = p.unit_id and b.quarter_on between $3 and $4)
  or exists (select from posting t where t.unit_id = p.unit_id and not t.folded and t.on_day between $3 and $4)
  or exists (select from unit_ancestry s where s.unit_id = p.unit_id and s.ancestor_id = any($5::uuid[]) and s.valid @> $2::date))::int as with_figures
from unit_ancestry a join unit_period p on p.unit_id = a.unit_id and p.valid @> $2::date
where a.ancestor_id = $1 and a.valid @> $2::date and p.level in ('province', 'district', 'commune')`

/** How many units under the unit have told anything in the period: their registers, their paper, or a sum above them that contains them. */
export async function completenessOf(sql: Queryable, question: Question): Promise<Completeness> {
  const { root_id, tree_on, period } = question
  const papers = (await handedIn(sql, question)).flatMap(({ place: { how, line } }) =>
    how === 'alive' || how === 'succeeded' ? (line[0] ?? []) : [],
  )
  const values = [root_id, tree_on, period.first_on, period.last_on, papers]
  const found = await sql.query<Completeness>(completeness, values)
  return found.rows[0] ?? { registers: 0, with_figures: 0 }
}
