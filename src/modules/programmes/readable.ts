/** Who may read what stands in the module's registers: those over the unit, and those whom the record binds, asks or names. */
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'

/** Units of the viewer's posts that read registers, and those whose work they took over; an administrator's is none. */
export function ownUnits(viewer: Viewer): string[] {
  return [...new Set([...viewer.visible_root_ids, ...(viewer.inherited ?? []).map((post) => post.unit_id)])]
}

/**
 * A condition that pushes its parameters onto `values`. `bound` are conditions of the row in which `@` stands for the
 * viewer's own units as `text[]`; they are written by us.
 */
export function readable(viewer: Viewer, column: string, values: unknown[], bound: readonly string[]): string {
  if (viewer.account_id === null || viewer.positions.length === 0) return 'false'
  const seen = visibleTo(viewer, column, values)
  const own = `$${values.push(ownUnits(viewer))}::text[]`
  return `(${[seen, ...bound.map((one) => one.replaceAll('@', own))].join(' or ')})`
}

/** Of an instrument: whom it binds. */
export const boundByInstrument = (i: string) => [`${i}.binds ?| @`]

/** Of a study session: whose people attended. */
export const boundBySession = (s: string) => [
  `exists (select from jsonb_array_elements(${s}.attendance) a where a ->> 'unit_id' = any(@))`,
]

/** Of a programme: whom it asks for a plan, who organises it, and once issued who owns a task of it. */
export const boundByProgramme = (p: string) => [
  `${p}.asked_unit_ids ?| @`,
  `exists (select from jsonb_array_elements(${p}.organisers) o where o ->> 'unit_id' = any(@))`,
  `(${p}.issued_on is not null and exists (select from jsonb_array_elements(${p}.promises) t
     where t ->> 'owner_unit_id' = any(@) or t -> 'helper_unit_ids' ?| @))`,
]

/** Of a movement: everybody in the territory of the unit that launched it may take part. */
export const boundByMovement = (m: string) => [
  `exists (select from unit_ancestry a where a.ancestor_id = ${m}.unit_id and a.unit_id = any(@::uuid[]))`,
]

/** A unit's name as it was last. */
export const nameOn = (column: string) =>
  `(select u.name from unit_period u where u.unit_id = ${column} order by u.valid desc limit 1)`
