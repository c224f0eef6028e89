/** The ways in to requests for a key: reasons and grounds are sealed here, before `perform`, and opened here. */
import type { z } from 'zod'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { wipe } from '../../platform/vault/box.ts'
import { type OpenKey, publicKeysOf } from '../../platform/vault/officer-key.ts'
import { openFields, recordKeyFor, sealField, sealRecord } from '../../platform/vault/sealed-record.ts'
import { type askForm, askKey } from './ask-key.ts'
import { decidersKeys } from './custodians.ts'
import { grantKey, refuseKey } from './decide-key.ts'
import { eraseHalves, withdrawRequest } from './end-request.ts'
import type { KeyRequestRow } from './key-request.ts'
import { requestFor } from './queries.ts'

/** One officer at one request. `key`: their own, opened for this web request. */
export interface AtRequest {
  viewer: Viewer
  unit_id: string
  id: string
  key: OpenKey
  moment: Moment
}

/** What was written: by the asker, and by the custodian who decided. */
export interface RequestWords {
  reason: string
  ground: string | null
}

/** Asks the custodians of a unit. The answer is the same whatever records the unit has. */
export async function askForKey(
  db: Db,
  { viewer, id, typed, moment }: { viewer: Viewer; id: string; typed: z.output<typeof askForm>; moment: Moment },
): Promise<Performed> {
  const { unit_id, reason, ...asked } = typed
  const own = await publicKeysOf(db.pool, viewer.account_id ? [viewer.account_id] : [])
  if (own.length === 0) throw new WrongInput([{ field: '', code: 'set-up-your-key-first' }])
  const deciders = (await decidersKeys(db.pool, unit_id, moment.on)).filter(
    (one) => one.account_id !== viewer.account_id,
  )
  if (deciders.length === 0) throw new WrongInput([{ field: 'unit_id', code: 'no-custodian-has-a-key' }])
  const { fields, keys } = sealRecord(id, { words: { reason } }, [...own, ...deciders])
  return perform(db, askKey, { viewer, unit_id, id, input: { ...asked, fields, keys }, moment })
}

/** The words of a request, for its asker and the custodians it was sealed to; null for a later custodian. */
export async function openRequest(db: Db, at: AtRequest): Promise<RequestWords | null> {
  return underKey(db, at, async (record_key) => {
    const all = await openFields(db.pool, at.unit_id, at.id, record_key)
    // What `askForKey` and `decideRequest` seal has these shapes.
    const content = (name: string) =>
      all.find((one) => one.name === name)?.content as Record<string, string> | undefined
    return { reason: content('words')?.['reason'] ?? '', ground: content('step')?.['ground'] ?? null }
  })
}

async function underKey<T>(db: Db, at: AtRequest, work: (record_key: Buffer) => Promise<T>): Promise<T | null> {
  const mine = at.key.account_id === at.viewer.account_id
  const record_key = mine ? await recordKeyFor(db.pool, at.unit_id, at.id, at.key) : null
  if (record_key === null) return null
  try {
    return await work(record_key)
  } finally {
    wipe(record_key)
  }
}

/** A custodian grants or refuses; the ground is sealed beside the reason. */
export async function decideRequest(
  db: Db,
  at: AtRequest,
  decision: { grants: boolean; ground: string },
): Promise<Performed> {
  const { viewer, unit_id, id, moment } = at
  await seen(db, at)
  const done = await underKey(db, at, (record_key) => {
    const fields = [sealField(id, 'step', 1, { ground: decision.ground, by: viewer.name }, record_key)]
    const step = decision.grants ? grantKey : refuseKey
    return perform(db, step, { viewer, unit_id, id, input: { fields }, moment })
  })
  if (!done) throw new WrongInput([{ field: '', code: 'request-is-sealed-to-others' }])
  return done
}

/** The request as its viewer sees it, or a stranger's answer. */
export async function seen(db: Db, at: Omit<AtRequest, 'key'>): Promise<KeyRequestRow> {
  const found = await requestFor(at.viewer, db.pool, at)
  if (!found) throw new NotOpen('not-yours', '', 404)
  return found.record
}

/** Takes a request back; halves opened for it are erased. */
export async function withdraw(db: Db, at: Omit<AtRequest, 'key'>): Promise<Performed> {
  const { viewer, unit_id, id, moment } = at
  const done = await perform(db, withdrawRequest, { viewer, unit_id, id, input: {}, moment })
  await eraseHalves(db, unit_id, id)
  return done
}
