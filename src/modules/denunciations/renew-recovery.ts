/** The record's key, shared anew among the custodians of today who are clear of the subject. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { recoveryPairs } from '../custody/custodians.ts'
import { denunciation } from './denunciation.ts'
import { barredField } from './inputs.ts'
import { type Opening, opened } from './opening.ts'
import { again } from './sealed-step.ts'

/** The step: pairs that are not there yet come. */
export const renewRecovery = action({
  noun: denunciation,
  step: 'renew-recovery',
  input: z.object({ ...barredField, pairs: envelopeFields.pairs }),
  sealed: true,
  kept: () => ({}),
  decide: ({ input, id }) => ({ change: {}, rows: envelopeRows(id, { fields: [], keys: [], pairs: input.pairs }) }),
})

/** Shares anew what the viewer holds in this unit, wherever two custodians of today have no common pair; how many records. */
export async function renewRecoveries(db: Db, insider: Omit<Opening, 'id'>): Promise<number> {
  const { rows } = await db.pool.query<{ id: string; known: string[] }>(
    `select d.id, coalesce((select json_agg(p.first_key_id || '/' || p.second_key_id) from recovery_pair p
       where p.unit_id = d.unit_id and p.record_id = d.id), '[]') as known
     from record_key k join denunciation d on d.unit_id = k.unit_id and d.id = k.record_id
     where k.unit_id = $1 and k.key_id = $2 and k.until_on is null order by d.id`,
    [insider.unit_id, insider.key.key_id],
  )
  let renewed = 0
  for (const { id, known } of rows) if (await renewOne(db, { ...insider, id }, known)) renewed += 1
  return renewed
}

async function renewOne(db: Db, opening: Opening, known: readonly string[]): Promise<boolean> {
  const { viewer, unit_id, id, moment } = opening
  try {
    return await opened(db, opening, async ({ barred, record_key }) => {
      const wanted = await recoveryPairs(db.pool, { unit_id, barred, on: moment.on, record_key })
      const pairs = wanted.filter((one) => !known.includes(`${one.first_key_id}/${one.second_key_id}`))
      if (pairs.length === 0) return false
      await again(() => perform(db, renewRecovery, { viewer, unit_id, id, input: { barred, pairs }, moment }))
      return true
    })
  } catch (fault) {
    // A verifier who was given the original holds a key and shares nothing.
    if (fault instanceof NotOpen) return false
    throw fault
  }
}
