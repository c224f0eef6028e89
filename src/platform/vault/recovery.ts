/**
 * Recovery by two persons: a record's key under two sealed boxes, the outer one for the first custodian, the inner one for
 * the second. Every two custodians have such a pair, in both orders, so that any two of them open it and none alone does.
 */
import { z } from 'zod'
import type { RowsWanted } from '../actions/action.ts'
import { sealTo, wipe } from './box.ts'
import type { PublicKey } from './officer-key.ts'

/** So many custodians get a share; the number of pairs grows with its square. */
export const custodiansMax = 5

/** A record's key under two locks, base64. */
export interface RecoveryPair {
  first_key_id: string
  second_key_id: string
  sealed: string
}

const pair = z.object({ first_key_id: z.uuid(), second_key_id: z.uuid(), sealed: z.string().max(1000) })

/** Pairs as they pass through `perform`. */
export const pairsField = z
  .array(pair)
  .max(custodiansMax * (custodiansMax - 1))
  .optional()
  .meta({ field: 'hidden' })

/** The key for every two of these custodians; none where there are fewer than two. */
export function sealToPairs(key: Buffer, custodians: readonly PublicKey[]): RecoveryPair[] {
  const few = custodians.slice(0, custodiansMax)
  return few.flatMap((first) =>
    few
      .filter((second) => second.account_id !== first.account_id)
      .map((second) => {
        const inner = sealTo(key, second.public_key)
        const sealed = sealTo(inner, first.public_key).toString('base64')
        wipe(inner)
        return { first_key_id: first.key_id, second_key_id: second.key_id, sealed }
      }),
  )
}

/** Rows of pairs, for a decision's `rows`. */
export function pairRows(record_id: string, pairs: readonly RecoveryPair[]): RowsWanted[] {
  if (pairs.length === 0) return []
  const rows = pairs.map(({ sealed, ...of }) => ({
    ...of,
    record_id,
    sealed: `\\x${Buffer.from(sealed, 'base64').toString('hex')}`,
  }))
  return [{ table: 'recovery_pair', rows }]
}
