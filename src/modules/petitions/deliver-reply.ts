/** The job after a reply or a hand-back: the sender's record takes it up. */
import { z } from 'zod'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { unitOn } from '../units/queries.ts'
import type { PetitionRow } from './petition.ts'
import { recordReply } from './record-reply.ts'

/** What the job carries: ids only. */
export const deliverReplyPayload = z.object({ unit_id: z.uuid(), petition_id: z.uuid() })

/** Performs `record-reply` at the sender. Harmless when done before, or when a person recorded it by hand. */
export async function deliverReply(
  db: Db,
  { unit_id, petition_id }: z.output<typeof deliverReplyPayload>,
  moment: Moment = now(),
): Promise<void> {
  const { rows } = await db.pool.query<PetitionRow>('select * from petition where unit_id = $1 and id = $2', [
    unit_id,
    petition_id,
  ])
  const record = rows[0]
  if (!record?.came_from || !record.reply_to_sender) return
  const { came_from, reply_to_sender } = record
  const viewer = clockViewer(moment.on)
  const unit = await unitOn(viewer, db.pool, unit_id, moment.on)
  const input = {
    from: unit?.name ?? '',
    text: reply_to_sender.text,
    handed_back: reply_to_sender.handed_back === true,
  }
  try {
    await perform(db, recordReply, {
      viewer,
      unit_id: came_from.unit_id,
      id: came_from.petition_id,
      input,
      moment,
    })
  } catch (fault) {
    if (!(fault instanceof NotOpen)) throw fault
    log.warn({ to_unit_id: came_from.unit_id, refusal: fault.code }, 'a reply was not taken up by the sender')
  }
}
