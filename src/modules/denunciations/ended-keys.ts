/** Keys that end: a key given until a day is erased after it, and what an event took away is erased right after the event. */
import { z } from 'zod'
import { action, type RowsWanted } from '../../platform/actions/action.ts'
import type { ClockStep } from '../../platform/actions/clock-steps.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { denunciation } from './denunciation.ts'

/** Takes a key away with this event. */
export function endRow(record_id: string, key_id: string): RowsWanted {
  return { table: 'key_end', rows: [{ record_id, key_id }] }
}

/** The job that erases it, should the way in not come to it. */
export function eraseJob(id: string) {
  return { task: 'erase-ended-keys', payload: { id } }
}

/** Erases keys that an event took away, and a channel's keys that a newer one replaced. */
export async function eraseEndedKeys(db: Pick<Db, 'pool'>, unit_id: string, record_id: string): Promise<void> {
  await db.pool.query('select erase_ended_keys($1, $2), erase_old_channels($1, $2)', [unit_id, record_id])
}

/** The clock takes back what was given until a day; it counted no more from the day after. */
export const endReading = action({
  noun: denunciation,
  step: 'end-reading',
  input: z.object({}),
  sealed: true,
  kept: () => ({}),
  decide: ({ facts, id }) => ({
    change: {},
    rows: facts.ended.map((one) => endRow(id, one.key_id)),
    jobs: [eraseJob(id)],
  }),
})

/** Records with such a key. */
export const clockSteps: readonly ClockStep[] = [
  {
    action: endReading,
    where: `exists (select from record_key k where k.unit_id = r.unit_id and k.record_id = r.id and k.until_on < $1::date
      and not exists (select from key_end e where e.unit_id = k.unit_id and e.record_id = k.record_id and e.key_id = k.key_id))`,
  },
]

/** Before a new key is given: an earlier one that has ended goes first. */
export async function clearEnded(db: Db, unit_id: string, id: string, moment: Moment): Promise<void> {
  try {
    await perform(db, endReading, { viewer: clockViewer(moment.on), unit_id, id, input: {}, moment })
  } catch (fault) {
    if (!(fault instanceof NotOpen)) throw fault
  }
  await eraseEndedKeys(db, unit_id, id)
}
