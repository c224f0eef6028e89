/** Figures as the registers tell them at this moment, row by row, to be kept in a return. */
import type { Form } from '../../law/forms.ts'
import type { Period } from '../../law/report-periods.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { makeReport, type Shown } from '../reports/report.ts'
import type { Given, ReturnFiguresRow } from './figures.ts'

/** The rows of the report of a unit; null where the unit does not stand on the tree of the period's last day. */
export async function figuresFromRegisters(
  sql: Sql,
  unit_id: string,
  form: Form,
  period: Period,
): Promise<ReturnFiguresRow[] | null> {
  const ask = { form, period, unit: unit_id, tree_on: null, as_of: null }
  // All cells are kept; who may see which of them is asked when they are shown.
  const report = await makeReport(sql, ask, { denunciations: true })
  if (!report) return null
  return [
    { row: 'total', name: null, columns: plain(report.total) },
    { row: 'own', name: null, columns: plain(report.own) },
    ...[...report.rows, ...report.apart].map((row) => ({
      row: row.unit?.id ?? row.kind,
      name: row.unit?.name ?? null,
      columns: plain(row.columns),
    })),
  ]
}

const plain = (shown: Shown): Given =>
  Object.fromEntries(Object.entries(shown).map(([no, figure]) => [no, figure ?? 0]))

const ownRegister = `
with below as (select unit_id from unit_ancestry where ancestor_id = $1 and valid @> $2::date union select $1::uuid)
select exists (select from below b where exists (select from posting p where p.unit_id = b.unit_id and p.on_day <= $2::date)) as kept`

/** Does the unit, or one below it, keep a register here that has told anything by that day? Then nothing comes on paper. */
export async function keepsRegister(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await sql.query<{ kept: boolean }>(ownRegister, [unit_id, on.toString()])
  return rows[0]?.kept ?? false
}

const standing = `
select exists (select from unit_period where unit_id = $1 and valid @> $2::date) as stood,
  array(select coalesce(p.name, '') from heirs_of($1, $3::date) h(id)
    left join unit_period p on p.unit_id = h.id and p.valid @> $3::date where h.id <> $1 order by 1) as heirs`

/** Did the unit stand on the period's last day, and who took over from it since? */
export async function stoodOn(
  sql: Sql,
  unit_id: string,
  last_on: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<{ stood: boolean; heirs: readonly string[] }> {
  const { rows } = await sql.query<{ stood: boolean; heirs: string[] }>(standing, [
    unit_id,
    last_on.toString(),
    today.toString(),
  ])
  return rows[0] ?? { stood: false, heirs: [] }
}
