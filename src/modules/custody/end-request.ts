/** How a request ends without a key: taken back, or left until its time was over. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import type { Db } from '../../platform/database.ts'
import { keyRequest } from './key-request.ts'

/** `withdraw-request`: by the asker, or by a custodian who thinks better of it. */
export const withdrawRequest = action({
  noun: keyRequest,
  step: 'withdraw-request',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { ended_on: moment.on } }),
})

/** `lapse`: the clock ends it; halves that were opened for it are erased. */
export const lapse = action({
  noun: keyRequest,
  step: 'lapse',
  input: z.object({}),
  decide: ({ moment, id }) => ({
    change: { ended_on: moment.on },
    jobs: [{ task: 'erase-halves', payload: { id } }],
  }),
})

/** Erases the halves of a request that is no longer half open. */
export async function eraseHalves(db: Pick<Db, 'pool'>, unit_id: string, id: string): Promise<void> {
  await db.pool.query('select erase_halves($1, $2)', [unit_id, id])
}
