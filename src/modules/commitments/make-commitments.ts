/** The job that makes commitments of an origin's promises; the origin's step asks for it with the origin's id. */
import { z } from 'zod'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { make } from './make.ts'

/** Name of the job. */
export const makeCommitmentsTask = 'make-commitments'

/** What the job is given. */
export const makeCommitmentsPayload = z.object({ origin_kind: z.string(), unit_id: z.uuid(), id: z.uuid() })

/** The job as a decision asks for it. */
export function makeCommitmentsJob(origin_kind: string, origin: { unit_id: string; id: string }) {
  return { task: makeCommitmentsTask, payload: { origin_kind, unit_id: origin.unit_id, id: origin.id } } as const
}

interface Source {
  origin_title: string
  said_on: Temporal.PlainDate
  commitment_id: string
  owner_unit_id: string
  helper_unit_ids: readonly string[]
  text: string
  force: string
  due_on: Temporal.PlainDate
  public: boolean
}

/** Makes what does not stand yet; run twice it changes nothing. Resolves to how many were made. */
export async function makeCommitments(
  db: Db,
  origin: z.output<typeof makeCommitmentsPayload>,
  moment: Moment = now(),
): Promise<number> {
  const { rows } = await db.pool.query<Source>(
    `select s.origin_title, s.said_on, s.commitment_id, s.owner_unit_id, s.helper_unit_ids, s.text, s.force, s.due_on, s.public
     from commitment_source s where s.origin_kind = $1 and s.origin_unit_id = $2 and s.origin_id = $3
       and not exists (select from commitment c where c.unit_id = s.owner_unit_id and c.id = s.commitment_id)
     order by s.commitment_id`,
    [origin.origin_kind, origin.unit_id, origin.id],
  )
  let made = 0
  for (const { commitment_id: id, owner_unit_id: unit_id, public: origin_public, helper_unit_ids, ...said } of rows) {
    const input = {
      ...said,
      origin_kind: origin.origin_kind,
      origin_unit_id: origin.unit_id,
      origin_id: origin.id,
      origin_public,
      helpers: helper_unit_ids,
    }
    try {
      await perform(db, make, { viewer: clockViewer(moment.on), unit_id, id, input, moment })
      made += 1
    } catch (error) {
      // Two jobs of one origin at once: the other was faster.
      if (!(error instanceof NotOpen)) throw error
    }
  }
  return made
}
