/** Signed checkpoints outside the database: where every unit's chains stood at the end of a day, so that a cut end is found. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zone } from '../clock.ts'
import { secretFile } from '../secrets.ts'
import type { Sql } from './action.ts'

/** Where the chains of one unit stood. */
export interface UnitStand {
  records: number
  events: number
  /** SHA-256 over each record's id, last sequence number and last chain value, in the order of ids. */
  hash: string
}

/** One day's checkpoint: all events written before `until`. */
export interface Checkpoint {
  day: string
  /** The instant at which the day ended; later events are not covered. */
  until: string
  /** SHA-256 of the checkpoint file before this one; null for the first. */
  before: string | null
  units: Readonly<Record<string, UnitStand>>
}

/** A checkpoint as it lies in its file. */
interface Signed {
  checkpoint: Checkpoint
  /** Ed25519 over the JSON of `checkpoint`, base64. */
  signature: string
}

const folderOf = (data: string) => join(data, 'checkpoints')

/** Where every unit's chains stand, counting events written before the instant. */
async function standOf(sql: Sql, until: string): Promise<Record<string, UnitStand>> {
  const { rows } = await sql.query<UnitStand & { unit_id: string }>(
    `select unit_id, count(*) as records, sum(seq)::int8 as events,
       encode(sha256(convert_to(string_agg(record_id::text || ' ' || seq || ' ' || encode(chain, 'hex'), ';' order by record_id), 'UTF8')), 'hex') as hash
     from (select distinct on (unit_id, record_id) unit_id, record_id, seq, chain from event where at < $1::timestamptz
       order by unit_id, record_id, seq desc) last
     group by unit_id order by unit_id`,
    [until],
  )
  return Object.fromEntries(rows.map(({ unit_id, ...stand }) => [unit_id, stand]))
}

/**
 * Writes the checkpoint of a day that has ended; false where there is one. Call it some minutes after midnight, so that
 * steps that were under way have come to their end.
 */
export async function writeCheckpoint(sql: Sql, data: string, day: Temporal.PlainDate): Promise<boolean> {
  const folder = folderOf(data)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${day}.json`)
  if (existsSync(file)) return false
  const until = day.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString()
  const last = checkpointFiles(data).at(-1)
  const before = last ? hashOfFile(join(folder, last)) : null
  const checkpoint: Checkpoint = { day: day.toString(), until, before, units: await standOf(sql, until) }
  const signature = sign(null, Buffer.from(JSON.stringify(checkpoint)), signingKey(data)).toString('base64')
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, `${JSON.stringify({ checkpoint, signature } satisfies Signed, null, 1)}\n`, { mode: 0o600 })
  renameSync(temporary, file)
  return true
}

/** What is wrong with the checkpoints, and which day the last one covers. */
export interface CheckpointReport {
  last: string | null
  /** `unit_id` is null where the file itself is at fault. */
  faults: { unit_id: string | null; what: string }[]
}

/** Verifies every signature and the order of the files, and the database against the last of them. */
export async function verifyCheckpoints(sql: Sql, data: string): Promise<CheckpointReport> {
  const files = checkpointFiles(data)
  const faults: CheckpointReport['faults'] = []
  let before: string | null = null
  let last: Checkpoint | null = null
  for (const [index, name] of files.entries()) {
    const signed = readSigned(join(folderOf(data), name))
    if (!signed || !isSigned(data, signed)) faults.push({ unit_id: null, what: `${name}: the signature is not ours` })
    else {
      // The oldest files may have been put away; from the first that is here on none may be missing.
      if (index > 0 && signed.checkpoint.before !== before)
        faults.push({ unit_id: null, what: `${name}: the checkpoint before it is missing or changed` })
      last = signed.checkpoint
    }
    before = hashOfFile(join(folderOf(data), name))
  }
  if (last) faults.push(...differences(last, await standOf(sql, last.until)))
  return { last: last?.day ?? null, faults }
}

function differences(then: Checkpoint, now: Readonly<Record<string, UnitStand>>): CheckpointReport['faults'] {
  return Object.entries(then.units).flatMap(([unit_id, stand]) => {
    const found = now[unit_id] ?? { records: 0, events: 0, hash: '' }
    if (found.hash === stand.hash) return []
    const missing = stand.events - found.events
    const what =
      missing > 0
        ? `${missing} events fewer than at the checkpoint of ${then.day}: a chain was cut`
        : `the chains are not those of the checkpoint of ${then.day}`
    return [{ unit_id, what }]
  })
}

function checkpointFiles(data: string): string[] {
  if (!existsSync(folderOf(data))) return []
  const names = readdirSync(folderOf(data)).filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
  return names.sort()
}

const hashOfFile = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

function readSigned(file: string): Signed | null {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8'))
    return typeof read?.signature === 'string' && typeof read.checkpoint?.units === 'object' ? read : null
  } catch {
    return null
  }
}

function isSigned(data: string, { checkpoint, signature }: Signed): boolean {
  const key = createPublicKey(signingKey(data))
  return verify(null, Buffer.from(JSON.stringify(checkpoint)), key, Buffer.from(signature, 'base64'))
}

/** The key that signs, made at the first call. */
function signingKey(data: string) {
  const fresh = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  return createPrivateKey(secretFile(join(data, 'checkpoint-key.pem'), fresh))
}
