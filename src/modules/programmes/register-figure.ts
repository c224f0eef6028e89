/** What the registers say of a goal: a column of a form or a measure of the law, for the goal's unit, over its year. */
import type { Form } from '../../law/form-parts.ts'
import { column, term } from '../../law/form-parts.ts'
import { formInForce, secretColumns } from '../../law/form-rules.ts'
import { measures } from '../../law/measures.ts'
import { type Period, readPeriod } from '../../law/report-periods.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Queryable } from '../../platform/database.ts'
import { recordsPath } from '../reports/addresses.ts'
import { reportOf } from '../reports/queries.ts'
import type { Ask } from '../reports/report.ts'

/** A source as it is kept: `form:01/TCD:1`, `measure:head_days`. */
export interface FigureSource {
  form: Form
  no: number
  /** The column stands on a printed form: its figure opens its records. */
  printed: boolean
}

/** The form and column of a source on a day; null where there is none, or where the figure is for named positions only. */
export function readSource(text: string, on: Temporal.PlainDate): FigureSource | null {
  const [kind, name = '', typed = ''] = text.split(':')
  const found = kind === 'form' ? formSource(name, typed, on) : kind === 'measure' ? measureSource(name) : null
  return found && !secretColumns(found.form).has(found.no) ? found : null
}

function formSource(code: string, typed: string, on: Temporal.PlainDate): FigureSource | null {
  const form = formInForce(code, on)
  const no = Number(typed)
  const known = form?.columns.some((one) => one.no === no && !one.words)
  return form && known ? { form, no, printed: true } : null
}

function measureSource(name: string): FigureSource | null {
  if (!Object.hasOwn(measures, name)) return null
  const form: Form = {
    code: 'goal',
    instrument: 'TT01/2024',
    title: name,
    from: '2024-03-05',
    until: null,
    cite: 'TT 01/2024/TT-TTCP',
    columns: [column('1', name, term('in', name))],
    identities: [],
  }
  return { form, no: 1, printed: false }
}

/** Of which days a goal counts: the form's year that its day lies in. */
const periodFor = (source: FigureSource, by_on: Temporal.PlainDate): Period | null =>
  readPeriod(`${by_on.year}-y`, source.form.instrument)

/** A figure with the address of its records, where it opens any. */
export interface RegisterFigure {
  value: number
  href: string | null
}

/** The figure as known by the end of `on`; null where the source is not known or the unit does not stand. */
export async function registerFigure(
  viewer: Viewer,
  sql: Queryable,
  of: { source: string; unit_id: string; by_on: Temporal.PlainDate },
  on: Temporal.PlainDate,
): Promise<RegisterFigure | null> {
  const source = readSource(of.source, of.by_on)
  const period = source && periodFor(source, of.by_on)
  if (!source || !period) return null
  const past = Temporal.PlainDate.compare(on, viewer.on) < 0
  const ask: Ask = { form: source.form, period, unit: of.unit_id, tree_on: on, as_of: past ? on : null }
  const report = await reportOf(viewer, sql, ask)
  const value = report?.total[source.no]
  if (report === null || value === null || value === undefined) return null
  return { value, href: source.printed ? recordsPath(report.ask, report.ask.unit, source.no) : null }
}
