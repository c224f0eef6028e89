/** The clock's part of a closed day: bookings nobody came for are marked missed, each through its own step. */
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { miss } from './miss.ts'

/** Name of the job. */
export const missBookingsTask = 'miss-bookings'

/** Marks what is still booked on that day; repeated it changes nothing. */
export async function missBookings(
  db: Db,
  day: { unit_id: string; reception_day_id: string },
  moment: Moment = now(),
): Promise<number> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from visit where unit_id = $1 and reception_day_id = $2 and state = 'booked' order by id`,
    [day.unit_id, day.reception_day_id],
  )
  let missed = 0
  for (const { id } of rows) {
    try {
      await perform(db, miss, { viewer: clockViewer(moment.on), unit_id: day.unit_id, id, input: {}, moment })
      missed += 1
    } catch (error) {
      // Somebody checked the visitor in meanwhile: then there is nothing to mark.
      if (!(error instanceof NotOpen)) throw error
    }
  }
  return missed
}
