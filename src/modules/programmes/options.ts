/** What the forms of this module offer to choose from: units, instruments, goals, figures. */
import { formInForce, secretColumns } from '../../law/form-rules.ts'
import { forms } from '../../law/forms.ts'
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { ancestorsOf, childrenOf } from '../units/queries.ts'
import { instrumentsOf } from './queries.ts'
import { referenceTo } from './references.ts'

const nearMax = 400

/** The unit and everything under it, the nearest first: of a long tree the lowest units are left out. */
export async function unitsUnder(viewer: Viewer, sql: Sql, unit_id: string): Promise<Choice[]> {
  const { rows } = await sql.query<Choice>(
    `select p.unit_id as value, p.name as label from unit_ancestry a join unit_period p on p.unit_id = a.unit_id and p.valid @> $2::date
     where a.ancestor_id = $1 and a.valid @> $2::date order by a.depth, p.level, p.code, p.name, p.unit_id limit ${nearMax}`,
    [unit_id, viewer.on.toString()],
  )
  return rows
}

/** The unit, everything under it, those above it and the bodies beside those: whom a programme may name. */
export async function unitsNear(viewer: Viewer, sql: Sql, unit_id: string): Promise<Choice[]> {
  const under = await unitsUnder(viewer, sql, unit_id)
  const above = await ancestorsOf(viewer, sql, unit_id, viewer.on)
  const beside = above[0] ? await childrenOf(viewer, sql, above[0].id, viewer.on) : []
  const more = [...above, ...beside].map(({ id, name }) => ({ value: id, label: name }))
  const known = new Set(under.map((one) => one.value))
  return [...under, ...more.filter((one) => !known.has(one.value))].slice(0, nearMax)
}

/** Instruments the viewer may read; themes of a year alone where asked. */
export async function instrumentChoices(
  viewer: Viewer,
  sql: Sql,
  filter: { in_force?: boolean; theme?: boolean } = {},
): Promise<Choice[]> {
  const found = await instrumentsOf(viewer, sql, filter)
  return found.map((one) => ({
    value: referenceTo(one),
    label: [one.number, one.title, one.theme_year].filter((word) => word !== null).join(' · '),
  }))
}

/** Columns of forms in force whose figures everybody may see. */
export function figureChoices(on: Temporal.PlainDate): Choice[] {
  const codes = [...new Set(forms.map((form) => form.code))]
  return codes.flatMap((code) => {
    const form = formInForce(code, on)
    const secret = form && secretColumns(form)
    return (form?.columns ?? [])
      .filter((column) => !column.words && !secret?.has(column.no))
      .map((column) => ({
        value: `form:${code}:${column.no}`,
        label: `${code} · ${column.no} · ${column.path.join(' > ')}`,
      }))
  })
}
