/** The job after a transfer: the petition enters the receiver's register. */
import { z } from 'zod'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { receive } from './receive.ts'

/** Name of the job, as the outbox asks for it. */
export const deliverTransferTask = 'deliver-transfer'

/** What the job carries: ids only. */
export const deliverTransferPayload = z.object({
  unit_id: z.uuid(),
  petition_id: z.uuid(),
  to_unit_id: z.uuid(),
  to_petition_id: z.uuid(),
})

/** Performs `receive` at the receiver; the receiver's id follows from the sender's, so a repeated job changes nothing. */
export async function deliverTransfer(
  db: Db,
  ids: z.output<typeof deliverTransferPayload>,
  moment: Moment = now(),
): Promise<void> {
  const input = { from_unit_id: ids.unit_id, from_petition_id: ids.petition_id }
  const call = { unit_id: ids.to_unit_id, id: ids.to_petition_id, input, moment }
  try {
    await perform(db, receive, { viewer: clockViewer(moment.on), ...call })
  } catch (fault) {
    if (!(fault instanceof NotOpen)) throw fault
    log.warn({ to_unit_id: ids.to_unit_id, refusal: fault.code }, 'a transferred petition was not received')
  }
}
