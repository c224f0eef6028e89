/** The job after a step of a second instance: the first one's record follows, in its own unit. */
import { z } from 'zod'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs.ts'
import { log } from '../../platform/log.ts'
import { followSecondTask } from '../petitions/first-instance.ts'
import type { ComplaintRow } from './complaint.ts'
import { followSecondInstance } from './follow-second-instance.ts'
import { moveToSecondInstance } from './move-to-second-instance.ts'
import { secondAsKnown, stageOf } from './second-known.ts'

/** What the job carries: ids only. */
export const followSecondPayload = z.object({ unit_id: z.uuid(), complaint_id: z.uuid() })

/** Moves the first instance on once the second is accepted, and lets it know the stage; harmless when repeated. */
export async function followSecond(
  db: Db,
  ids: z.output<typeof followSecondPayload>,
  moment: Moment = now(),
): Promise<void> {
  const second = await secondAsKnown(db.pool, ids.unit_id, ids.complaint_id)
  if (!second?.first_unit_id || !second.first_id) return
  const first = { unit_id: second.first_unit_id, id: second.first_id }
  const { rows } = await db.pool.query<Pick<ComplaintRow, 'state' | 'second_road'>>(
    'select state, second_road from complaint where unit_id = $1 and id = $2',
    [first.unit_id, first.id],
  )
  const known = rows[0]
  if (!known) return
  const stage = stageOf(second.state)
  const input = { second_unit_id: second.unit_id, second_id: second.id }
  const call = { viewer: clockViewer(moment.on), ...first, input, moment }
  try {
    const moves = second.accepted_on !== null && known.state !== 'at-second-instance'
    if (moves) await perform(db, moveToSecondInstance, call)
    const heard = moves || known.second_road?.second?.stage === stage
    if (!heard || (stage === 'decided' && known.second_road?.second?.stage !== 'decided'))
      await perform(db, followSecondInstance, call)
  } catch (fault) {
    if (!(fault instanceof NotOpen)) throw fault
    log.warn({ first_unit_id: first.unit_id, refusal: fault.code }, 'a first instance did not follow its second')
  }
}

/** Jobs of the complaints module. */
export const jobs: Readonly<Record<typeof followSecondTask, Job>> = {
  [followSecondTask]: (payload, { app }) => followSecond(app, followSecondPayload.parse(payload)),
}
