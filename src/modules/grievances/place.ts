/** Where a grievance is: the unit itself or a territory under it, no finer than a village. */

import type { Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { ancestorsOf, unitOn } from '../units/queries.ts'

/** Levels that are places; departments and the Front are not. */
export const placeLevels = ['province', 'commune', 'village'] as const

/** Throws where the place is not the unit's. */
export async function checkPlace(viewer: Viewer, sql: Sql, unit_id: string, place_id: string): Promise<void> {
  const place = await unitOn(viewer, sql, place_id, viewer.on)
  const above = place === null || place.id === unit_id ? [] : await ancestorsOf(viewer, sql, place_id, viewer.on)
  const ours = place?.id === unit_id || above.some((one) => one.id === unit_id)
  if (!place || !ours || !placeLevels.some((level) => level === place.level))
    throw new WrongInput([{ field: 'place_unit_id', code: 'not-a-place-here' }])
}
