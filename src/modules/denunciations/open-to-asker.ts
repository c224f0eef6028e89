/** An insider seals the record's key to somebody whose request a custodian has granted, until the last day asked for. */
import { z } from 'zod'
import { action, type RowsWanted, type Sql } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { uuid } from '../../platform/input.ts'
import { publicKeysOf } from '../../platform/vault/officer-key.ts'
import { type Envelope, envelopeFields, sealKeyTo } from '../../platform/vault/sealed-record.ts'
import { goodUntil, type KeyRequestRow } from '../custody/key-request.ts'
import { type DenunciationFacts, type DenunciationRow, denunciation } from './denunciation.ts'
import { clearEnded } from './ended-keys.ts'
import { barredField } from './inputs.ts'
import { type Opening, opened } from './opening.ts'

/** A granted request that this record answers to, for its insiders. */
export type GrantedRequest = Pick<
  KeyRequestRow,
  'id' | 'asker_id' | 'basis' | 'until_on' | 'asked_on' | 'first_on' | 'decided_by' | 'register_number'
> & { asker: string; decided: string }

/** The step. Its event names the request, nothing else. */
export const openToAsker = action({
  noun: denunciation,
  step: 'open-to-asker',
  input: z.object({ ...barredField, request_id: uuid(), keys: envelopeFields.keys }),
  sealed: true,
  kept: ({ request_id }) => ({ request_id }),
  reads: async (sql, { record, input, moment, viewer }) => {
    const granted = record ? await grantedFor(viewer, sql, record, moment) : []
    return granted.find((one) => one.id === input.request_id) ?? null
  },
  decide({ input, facts, viewer, id }, request) {
    refuseAsker(request, { ...input, facts, viewer })
    return { change: {}, rows: loanRows(id, input.keys, request) }
  },
})

/** Throws where the request does not carry these keys: another asker, somebody concerned, or no lawful reader. */
export function refuseAsker(
  request: GrantedRequest | null,
  about: { keys: Envelope['keys']; barred: readonly string[]; facts: DenunciationFacts; viewer: Viewer },
): asserts request is GrantedRequest {
  const { keys, barred, facts, viewer } = about
  const cite = 'LTC 2018 Đ8, Đ56'
  if (!request || request.asker_id === viewer.account_id) throw new NotOpen('not-yours', '', 404)
  if (keys.some((key) => key.account_id !== request.asker_id)) throw new NotOpen('sealed-for-lawful-people-only', cite)
  if (request.decided_by !== null && barred.includes(request.decided_by))
    throw new NotOpen('custodian-is-clear-of-the-subject', cite)
  const handles = facts.lawful.some((one) => one.account_id === request.asker_id)
  if (request.basis === 'own-work' && !handles) throw new NotOpen('sealed-for-lawful-people-only', cite)
}

/** The key's row, with its last day. */
export function loanRows(record_id: string, keys: Envelope['keys'], request: GrantedRequest): RowsWanted[] {
  const until_on = request.until_on?.toString() ?? null
  const rows = keys.map(({ account_id, key_id, sealed }) => ({
    record_id,
    account_id,
    key_id,
    sealed: `\\x${Buffer.from(sealed, 'base64').toString('hex')}`,
    until_on,
    request_id: request.id,
  }))
  return rows.length > 0 ? [{ table: 'record_key', rows }] : []
}

/** Requests that were granted, are still good and fit this record: by its number, or for all work of the asker here. */
export async function grantedFor(
  _viewer: Viewer,
  sql: Sql,
  record: Pick<DenunciationRow, 'unit_id' | 'id' | 'register_number' | 'register_year'>,
  moment: Moment,
): Promise<GrantedRequest[]> {
  const { rows } = await sql.query<GrantedRequest>(
    `select r.id, r.asker_id, r.basis, r.until_on, r.asked_on, r.first_on, r.decided_by, r.register_number, a.name as asker, d.name as decided
     from key_request r join account a on a.id = r.asker_id join account d on d.id = r.decided_by
     where r.unit_id = $1 and r.state in ('granted', 'half-open')
       and (r.register_number is null or (r.register_number = $2 and r.register_year = $3)) and not exists (
         select from record_key k join officer_key o on o.id = k.key_id and o.replaced_at is null
         where k.unit_id = $1 and k.record_id = $4 and k.account_id = r.asker_id and (k.until_on is null or k.until_on >= $5::date))
     order by r.id limit 50`,
    [record.unit_id, record.register_number, record.register_year, record.id, moment.on.toString()],
  )
  return rows.filter((one) => Temporal.PlainDate.compare(moment.on, goodUntil(one)) <= 0)
}

/** Seals the key of an opened record to the asker of this request. */
export async function openRecordToAsker(db: Db, opening: Opening, request_id: string): Promise<Performed> {
  const { viewer, unit_id, id, moment } = opening
  return opened(db, opening, async ({ barred, record_key }) => {
    const { rows } = await db.pool.query<{ asker_id: string }>(
      'select asker_id from key_request where unit_id = $1 and id = $2',
      [unit_id, request_id],
    )
    const [to] = await publicKeysOf(
      db.pool,
      rows.map((row) => row.asker_id),
    )
    if (!to) throw new WrongInput([{ field: 'request_id', code: 'has-no-key' }])
    const keys = sealKeyTo(record_key, [to])
    // An earlier key that has ended would stand in the way.
    await clearEnded(db, unit_id, id, moment)
    return perform(db, openToAsker, { viewer, unit_id, id, input: { barred, request_id, keys }, moment })
  })
}
