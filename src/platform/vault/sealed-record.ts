/** A record's secrets: sealed before anything is written, opened with an insider's key. */
import { z } from 'zod'
import type { RowsWanted, Sql } from '../actions/action.ts'
import { type Locked, lock, newKey, sealTo, unlock, wipe } from './box.ts'
import { type OpenKey, openFor, type PublicKey } from './officer-key.ts'
import { pairRows, pairsField, type RecoveryPair } from './recovery.ts'

/** Names of what is sealed; they tell nothing. */
export type SealedName = (typeof sealedNames)[number]

const sealedNames = ['person', 'subject', 'words', 'identity', 'step', 'extract', 'message'] as const

const bytes = z
  .string()
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .max(400_000)
const hidden = { field: 'hidden' } as const

/** What passes through `perform` in place of secrets: ciphertext, and the record's key sealed to each insider. */
export const envelopeFields = {
  fields: z
    .array(
      z.object({
        name: z.enum(sealedNames),
        version: z.int().min(1).max(1000),
        nonce: bytes,
        content: bytes,
      }),
    )
    .max(20)
    .meta(hidden),
  keys: z
    .array(z.object({ account_id: z.uuid(), key_id: z.uuid(), sealed: bytes }))
    .max(50)
    .meta(hidden),
  pairs: pairsField,
}

/** An envelope, base64. `pairs`: the key once more, for every two custodians together. */
export interface Envelope {
  fields: { name: SealedName; version: number; nonce: string; content: string }[]
  keys: { account_id: string; key_id: string; sealed: string }[]
  pairs?: RecoveryPair[] | undefined
}

/** The place a content is bound to: its record, name and version. */
const place = (record_id: string, name: string, version: number) => `${record_id}/${name}/${version}`

/** Seals contents of a new record under a new key, to these officers. */
export function sealRecord(
  record_id: string,
  contents: Readonly<Partial<Record<SealedName, unknown>>>,
  to: readonly PublicKey[],
): Envelope {
  const key = newKey()
  try {
    return sealUnder(record_id, contents, key, to)
  } finally {
    wipe(key)
  }
}

/** The same under a key that the caller made, to seal more under it, and wipes. */
export function sealUnder(
  record_id: string,
  contents: Readonly<Partial<Record<SealedName, unknown>>>,
  key: Buffer,
  to: readonly PublicKey[],
): Envelope {
  const fields = Object.entries(contents).map(([name, content]) =>
    // The names come from the type of `contents`.
    sealField(record_id, name as SealedName, 1, content, key),
  )
  return { fields, keys: sealKeyTo(key, to) }
}

const nonce_bytes = 24

/** Seals the bytes of a record's file, or its name: nonce and ciphertext in one. */
export function sealFile(record_id: string, clear: Buffer, key: Buffer): Buffer {
  const { nonce, content } = lock(clear, key, `${record_id}/file`)
  return Buffer.concat([nonce, content])
}

/** Opens what `sealFile` made, or throws Shut. */
export function openFile(record_id: string, sealed: Buffer, key: Buffer): Buffer {
  const [nonce, content] = [sealed.subarray(0, nonce_bytes), sealed.subarray(nonce_bytes)]
  return unlock({ nonce, content }, key, `${record_id}/file`)
}

/** Seals one content under a record's key. */
export function sealField(record_id: string, name: SealedName, version: number, content: unknown, key: Buffer) {
  const clear = Buffer.from(JSON.stringify(content))
  const locked = lock(clear, key, place(record_id, name, version))
  wipe(clear)
  return { name, version, nonce: locked.nonce.toString('base64'), content: locked.content.toString('base64') }
}

/** The record's key, sealed to each of these officers. */
export function sealKeyTo(key: Buffer, to: readonly PublicKey[]): Envelope['keys'] {
  return to.map(({ account_id, key_id, public_key }) => ({
    account_id,
    key_id,
    sealed: sealTo(key, public_key).toString('base64'),
  }))
}

const hex = (base64: string) => `\\x${Buffer.from(base64, 'base64').toString('hex')}`

/** The rows of an envelope, for a decision's `rows`. */
export function envelopeRows(record_id: string, { fields, keys, pairs = [] }: Envelope): RowsWanted[] {
  const field = fields.map(({ name, version, nonce, content }) => ({
    record_id,
    name,
    version,
    nonce: hex(nonce),
    content: hex(content),
  }))
  const key = keys.map(({ account_id, key_id, sealed }) => ({ record_id, account_id, key_id, sealed: hex(sealed) }))
  const rows: RowsWanted[] = pairRows(record_id, pairs)
  if (field.length > 0) rows.push({ table: 'sealed_field', rows: field })
  if (key.length > 0) rows.push({ table: 'record_key', rows: key })
  return rows
}

/** One content as it was sealed. */
export interface Opened {
  name: SealedName
  version: number
  content: unknown
}

/** The record's key for this officer; null where it was not sealed to this pair. Wipe it after use. */
export async function recordKeyFor(sql: Sql, unit_id: string, record_id: string, key: OpenKey): Promise<Buffer | null> {
  const { rows } = await sql.query<{ sealed: Buffer }>(
    `select sealed from record_key k where unit_id = $1 and record_id = $2 and key_id = $3 and account_id = $4
       and not exists (select from key_end e where e.unit_id = k.unit_id and e.record_id = k.record_id and e.key_id = k.key_id)`,
    [unit_id, record_id, key.key_id, key.account_id],
  )
  return rows[0] ? openFor(key, rows[0].sealed) : null
}

/** Everything sealed of a record, each content in all its versions, the first one first. */
export async function openFields(sql: Sql, unit_id: string, record_id: string, record_key: Buffer): Promise<Opened[]> {
  const { rows } = await sql.query<{ name: SealedName; version: number } & Locked>(
    'select name, version, nonce, content from sealed_field where unit_id = $1 and record_id = $2 order by name, version',
    [unit_id, record_id],
  )
  return rows.map(({ name, version, nonce, content }) => {
    const clear = unlock({ nonce, content }, record_key, place(record_id, name, version))
    return { name, version, content: JSON.parse(clear.toString('utf8')) }
  })
}

/** The rows of an envelope as they lie in the database, to be handed to another unit unopened. */
export async function envelopeOf(sql: Sql, unit_id: string, record_id: string): Promise<Envelope> {
  const fields = await sql.query<{ name: SealedName; version: number; nonce: string; content: string }>(
    `select name, version, translate(encode(nonce, 'base64'), E'\\n', '') as nonce,
       translate(encode(content, 'base64'), E'\\n', '') as content
     from sealed_field where unit_id = $1 and record_id = $2 order by name, version`,
    [unit_id, record_id],
  )
  const keys = await sql.query<{ account_id: string; key_id: string; sealed: string }>(
    `select account_id, key_id, translate(encode(sealed, 'base64'), E'\\n', '') as sealed
     from record_key where unit_id = $1 and record_id = $2 order by key_id`,
    [unit_id, record_id],
  )
  const pairs = await sql.query<RecoveryPair>(
    `select first_key_id, second_key_id, translate(encode(sealed, 'base64'), E'\\n', '') as sealed
     from recovery_pair where unit_id = $1 and record_id = $2 order by first_key_id, second_key_id`,
    [unit_id, record_id],
  )
  return { fields: fields.rows, keys: keys.rows, pairs: pairs.rows }
}
