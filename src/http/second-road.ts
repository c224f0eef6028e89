/** The citizen's way from a first complaint to the second: which unit here takes it, and until when. */
import { ownRespondent, type SettlingBody, whoSettles } from '../law/competence.ts'
import type { Counting } from '../modules/calendars/counting.ts'
import { type ComplaintRow, secondRoadUntil } from '../modules/complaints/complaint.ts'
import { tierOn } from '../modules/petitions/tier.ts'
import { ancestorsOf } from '../modules/units/queries.ts'
import type { Sql } from '../platform/actions/action.ts'
import type { Viewer } from '../platform/actions/viewer.ts'

const levels: Partial<Record<SettlingBody, string>> = {
  'province-chairman': 'province',
  'district-chairman': 'district',
  'department-head': 'department',
  minister: 'ministry',
}

/** Where the second complaint goes; null where no road is open or the unit that settles it is not here. */
export async function secondRoadOf(
  viewer: Viewer,
  sql: Sql,
  row: ComplaintRow,
  counting: Counting,
): Promise<{ unit_id: string; unit_name: string; until: Temporal.PlainDate | null } | null> {
  const pending = row.second_road?.second
  if (row.instance === 2 || row.state === 'at-second-instance' || row.state === 'settled-for-good') return null
  if (pending && pending.stage !== 'declined') return null
  const until = secondRoadUntil(row, counting)
  if (until === null || (until !== 'unknown' && Temporal.PlainDate.compare(viewer.on, until) > 0)) return null
  const respondent = row.respondent_body ?? ownRespondent(await tierOn(sql, row.unit_id, viewer.on))
  const found = whoSettles({ respondent, instance: 2, on: viewer.on, contested: row.contested.kind })
  const level = found && levels[found.settler]
  const above = level ? await ancestorsOf(viewer, sql, row.unit_id, viewer.on) : []
  const unit = above.find((one) => one.level === level)
  return unit ? { unit_id: unit.id, unit_name: unit.name, until: until === 'unknown' ? null : until } : null
}
