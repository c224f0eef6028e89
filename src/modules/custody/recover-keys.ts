/** The two steps of a recovery as the request sees them; what becomes of records is the closed register's affair. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { keyRequest } from './key-request.ts'

const halves = z
  .array(z.object({ record_id: z.uuid(), second_key_id: z.uuid(), sealed: z.string().max(1000) }))
  .max(20_000)
  .meta({ field: 'hidden' })

/** `open-half`: the first custodian opens the outer lock; each half still lies under the second one's. */
export const openHalf = action({
  noun: keyRequest,
  step: 'open-half',
  input: z.object({ halves }),
  sealed: true,
  kept: () => ({}),
  decide({ input, viewer, moment, id }) {
    const rows = input.halves.map(({ sealed, ...of }) => ({
      ...of,
      request_id: id,
      sealed: `\\x${Buffer.from(sealed, 'base64').toString('hex')}`,
    }))
    return {
      change: { first_by: viewer.account_id, first_on: moment.on },
      rows: rows.length > 0 ? [{ table: 'recovery_half', rows }] : [],
    }
  },
})

/** `complete-recovery`: the second custodian opened the inner lock, and the keys were sealed to the asker. */
export const completeRecovery = action({
  noun: keyRequest,
  step: 'complete-recovery',
  input: z.object({}),
  sealed: true,
  kept: () => ({}),
  decide: ({ moment }) => ({ change: { ended_on: moment.on } }),
})
