/** A report beside the same period of last year: both on one tree, told in words, with what hinders the comparison. */
import { comparisonForm } from '../../law/comparison.ts'
import { formInForce, secretColumns } from '../../law/form-rules.ts'
import { type Period, yearBefore } from '../../law/report-periods.ts'
import type { Queryable } from '../../platform/database.ts'
import { type Divided, dividedAround } from './divided.ts'
import { registersOf } from './figures.ts'
import { formsInUse } from './forms-in-use.ts'
import { makeReport, type Report } from './report.ts'
import { type Item, toldItems } from './told-columns.ts'

/** The comparison. `earlier` is on the tree of the report and told by the form of its own time. */
export interface Comparison {
  period: Period
  earlier: Report | null
  /** The earlier period was told in the same columns. */
  same_columns: boolean
  items: readonly (readonly Item[])[]
  /** No register under the unit had told anything by the end of the earlier period: not nought but nothing. */
  no_earlier: boolean
  divided: readonly Divided[]
}

/** Makes the comparison. What the report leaves out for its reader is left out of the earlier one too. */
export async function compare(sql: Queryable, report: Report): Promise<Comparison> {
  const { question, ask, unit } = report
  const period = yearBefore(ask.period)
  const form = formInForce(ask.form.code, period.last_on, [...(await formsInUse(sql)), comparisonForm])
  const none = { period, earlier: null, same_columns: false, items: [], no_earlier: false, divided: [] }
  if (!form) return none
  const asked = { form, period, unit: unit.id, tree_on: question.tree_on, as_of: question.as_of }
  // Who sees closed cells is known from this report alone where it has such cells.
  const open = !report.without_denunciations && secretColumns(ask.form).size > 0
  const earlier = await makeReport(sql, asked, { denunciations: open })
  if (!earlier) return none
  const figures = (one: Report) => ({ form: one.ask.form, figures: one.total })
  const silent = Object.values(earlier.total).every((figure) => !figure)
  const divided = await dividedAround(sql, unit.id, question.tree_on, period)
  return {
    period,
    earlier,
    same_columns: form.columns === ask.form.columns,
    items: toldItems(figures(report), figures(earlier)),
    no_earlier: silent && divided.length === 0 && !(await hasTold(sql, report, period)),
    divided,
  }
}

const told = `
select exists (select from balance where quarter_on <= $1 and ($2::uuid[] is null or unit_id = any($2)))
  or exists (select from posting where not folded and on_day <= $1 and ($2::uuid[] is null or unit_id = any($2))) as told`

/** Had any register under the unit told anything by the end of the period? */
async function hasTold(sql: Queryable, report: Report, period: Period): Promise<boolean> {
  const registers = await registersOf(sql, report.question, 'total')
  const found = await sql.query<{ told: boolean }>(told, [period.last_on, registers])
  return found.rows[0]?.told ?? false
}
