/** Whose commitments somebody reads, as SQL on a row `c` with `$1` the day. */
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'

/** Of this unit, and of those that are no more and whose work came to it. */
export const ownersOf = (unit: string) =>
  `c.unit_id in (select ${unit}::uuid union select ancestors_in_office(${unit}::uuid, $1::date))`

/** The viewer's registers, and for a supervisor of the Front the units supervised. */
export function rootsOf(viewer: Viewer): string[] {
  const front = viewer.positions.filter((post) => post.kind === 'front-supervisor').map((post) => post.unit_id)
  return [...new Set([...viewer.visible_root_ids, ...front])]
}

/** Units whose commitments an officer reads as the owner's. */
export function seesOwner(viewer: Viewer, column: string, values: unknown[]): string {
  return viewer.sees_all ? 'true' : visibleTo({ ...viewer, visible_root_ids: rootsOf(viewer) }, column, values)
}

/** Rows an officer reads: owned, said or helped with by a unit they see. Nothing for anybody else. */
export function mayRead(viewer: Viewer, values: unknown[]): string {
  const roots = rootsOf(viewer)
  if (viewer.account_id === null || (roots.length === 0 && !viewer.sees_all)) return 'false'
  if (viewer.sees_all) return 'true'
  const seen = visibleTo({ ...viewer, visible_root_ids: roots }, 'seen.unit_id', values)
  const own = `$${values.push(roots)}::text[]`
  // Parameters are shared by both columns.
  const of = (column: string) => seen.replace('seen.unit_id', column)
  return `(${of('c.unit_id')} or ${of('c.origin_unit_id')} or c.helpers ?| ${own})`
}

/** What everybody may know of: said in public, or let be public by a person. */
export const isPublic = '(c.origin_public or c.published_on is not null)'
