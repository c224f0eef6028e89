/**
 * Recovery by two custodians, each with their own open key. The first one's half lies under the second one's lock; the
 * second one opens it in memory, judges who is barred, and seals the key to the asker. Neither reads anything, and neither
 * learns whether there was a record.
 */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { uuid } from '../../platform/input.ts'
import { wipe } from '../../platform/vault/box.ts'
import { openFor, type PublicKey, publicKeysOf } from '../../platform/vault/officer-key.ts'
import { envelopeFields, openFields, sealKeyTo } from '../../platform/vault/sealed-record.ts'
import { eraseHalves } from '../custody/end-request.ts'
import type { KeyRequestRow } from '../custody/key-request.ts'
import { completeRecovery, openHalf } from '../custody/recover-keys.ts'
import { type AtRequest, seen } from '../custody/requests.ts'
import { denunciation } from './denunciation.ts'
import { clearEnded } from './ended-keys.ts'
import { barredField } from './inputs.ts'
import { grantedFor, loanRows, refuseAsker } from './open-to-asker.ts'
import { again } from './sealed-step.ts'
import { barredBy, type Subject } from './subject.ts'

/** The step on the record. Its event names the request, which names both custodians. */
export const recover = action({
  noun: denunciation,
  step: 'recover',
  input: z.object({
    ...barredField,
    request_id: uuid(),
    first_by: uuid(),
    keys: envelopeFields.keys,
  }),
  sealed: true,
  kept: ({ request_id }) => ({ request_id }),
  reads: async (sql, { record, input, moment, viewer }) => {
    const granted = record ? await grantedFor(viewer, sql, record, moment) : []
    return granted.find((one) => one.id === input.request_id) ?? null
  },
  decide({ input, facts, viewer, id }, request) {
    refuseAsker(request, { ...input, facts, viewer })
    if (input.barred.includes(input.first_by))
      throw new NotOpen('custodian-is-clear-of-the-subject', 'LTC 2018 Đ8, Đ56')
    return { change: {}, rows: loanRows(id, input.keys, request) }
  },
})

/** The first custodian opens the outer lock for this request. The answer is the same whatever records there are. */
export async function openFirstHalf(db: Db, at: AtRequest): Promise<Performed> {
  const { viewer, unit_id, id, key, moment } = at
  const request = await seen(db, at)
  const { rows } = await db.pool.query<{ record_id: string; second_key_id: string; sealed: Buffer }>(
    `select p.record_id, p.second_key_id, p.sealed from recovery_pair p join denunciation d on d.unit_id = p.unit_id and d.id = p.record_id
     where p.unit_id = $1 and p.first_key_id = $2 and ($3::int is null or (d.register_number = $3 and d.register_year = $4))
     order by p.record_id, p.second_key_id limit 20000`,
    [unit_id, key.key_id, request.register_number, request.register_year],
  )
  const halves: { record_id: string; second_key_id: string; sealed: string }[] = []
  for (const { sealed, ...of } of rows) halves.push({ ...of, sealed: (await openFor(key, sealed)).toString('base64') })
  return perform(db, openHalf, { viewer, unit_id, id, input: { halves }, moment })
}

/** The second custodian completes: keys go to the asker wherever the law lets them. */
export async function completeSecondHalf(db: Db, at: AtRequest): Promise<Performed> {
  const { viewer, unit_id, id, moment } = at
  const request = await seen(db, at)
  const [asker] = await publicKeysOf(db.pool, [request.asker_id])
  const { rows } = await db.pool.query<Half>(
    'select record_id, sealed from recovery_half where unit_id = $1 and request_id = $2 and second_key_id = $3 order by record_id',
    [unit_id, id, at.key.key_id],
  )
  const may = request.state === 'half-open' && request.first_by !== viewer.account_id
  if (asker && may) for (const half of rows) await recoverOne(db, at, request, half, asker)
  const done = await perform(db, completeRecovery, { viewer, unit_id, id, input: {}, moment })
  await eraseHalves(db, unit_id, id)
  return done
}

interface Half {
  record_id: string
  sealed: Buffer
}

/** One record: what may not be given is left out without a word, for a custodian is no insider. */
async function recoverOne(db: Db, at: AtRequest, request: KeyRequestRow, half: Half, asker: PublicKey): Promise<void> {
  const { viewer, unit_id, key, moment } = at
  const record_key = await openFor(key, half.sealed)
  try {
    const all = await openFields(db.pool, unit_id, half.record_id, record_key)
    // What `sealing.ts` seals has this shape; the last version counts.
    const subject = all.findLast((one) => one.name === 'subject')!.content as Subject
    const barred = await barredBy(db.pool, subject.account_ids, moment.on)
    const input = { barred, request_id: at.id, first_by: request.first_by, keys: sealKeyTo(record_key, [asker]) }
    await clearEnded(db, unit_id, half.record_id, moment)
    await again(() => perform(db, recover, { viewer, unit_id, id: half.record_id, input, moment }))
  } catch (fault) {
    // Not even the log may tell that there was a record.
    if (!(fault instanceof NotOpen)) throw fault
  } finally {
    wipe(record_key)
  }
}
