/** The job that empties a finished count: marks of signers under way are of the round that still counts, and of no other. */
import { z } from 'zod'
import type { Job } from '../../platform/jobs.ts'

/** Name of the job. */
export const destroyMarksTask = 'destroy-signature-marks'

const payload = z.object({ unit_id: z.uuid(), id: z.uuid() })

/** Run twice it changes nothing; a round that has begun meanwhile is left alone. */
export const destroyMarks: Job = async (given, { worker }) => {
  const { unit_id, id } = payload.parse(given)
  await worker.pool.query(
    `delete from signature_mark m using talk_request r where m.unit_id = $1 and m.request_id = $2
       and r.unit_id = $1 and r.id = $2 and not (r.state = 'counting' and r.round = m.round)`,
    [unit_id, id],
  )
}
