/** The job after a transfer: the petition enters the receiver's register. */
import { z } from 'zod'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { keepBytes, openBytes } from '../files/keep-file.ts'
import { filesOfPetition, receive } from './receive.ts'

/** Name of the job, as the outbox asks for it. */
export const deliverTransferTask = 'deliver-transfer'

/** What the job carries: ids only. */
export const deliverTransferPayload = z.object({
  unit_id: z.uuid(),
  petition_id: z.uuid(),
  to_unit_id: z.uuid(),
  to_petition_id: z.uuid(),
})

/**
 * Performs `receive` at the receiver, its files copied first; the receiver's id follows from the sender's, so a repeated
 * job changes nothing. `data`: the folder of files.
 */
export async function deliverTransfer(
  db: Db,
  ids: z.output<typeof deliverTransferPayload>,
  data: string,
  moment: Moment = now(),
): Promise<void> {
  for (const { stored } of await filesOfPetition(db.pool, ids.unit_id, ids.petition_id))
    await copyFile(data, { from: ids.unit_id, to: ids.to_unit_id, stored })
  const input = { from_unit_id: ids.unit_id, from_petition_id: ids.petition_id }
  const call = { unit_id: ids.to_unit_id, id: ids.to_petition_id, input, moment }
  try {
    await perform(db, receive, { viewer: clockViewer(moment.on), ...call })
  } catch (fault) {
    if (!(fault instanceof NotOpen)) throw fault
    log.warn({ to_unit_id: ids.to_unit_id, refusal: fault.code }, 'a transferred petition was not received')
  }
}

async function copyFile(
  data: string,
  { from, to, stored }: { from: string; to: string; stored: string },
): Promise<void> {
  try {
    await keepBytes(data, to, await openBytes(data, from, stored))
  } catch (fault) {
    // The letter goes on without it: its row tells the receiver that a file belongs to it.
    log.error({ from, stored, fault: String(fault) }, 'a file of a transferred petition could not be copied')
  }
}
