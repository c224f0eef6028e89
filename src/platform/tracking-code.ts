/** Tracking codes: a citizen's key to a record. Unit part + 60 random bits + check character; only the hash is stored. */
import { createHash, randomBytes } from 'node:crypto'
import type { Queryable } from './database.ts'

/** Crockford's alphabet: nothing that is misread on a paper slip (no I, L, O, U). */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Characters of a code's unit part. */
export const prefixLength = 3
const randomLength = 12

/** A new code of a unit, e.g. `7K3F-Q9MD-2WXA-H4ZB`. */
export function newTrackingCode(prefix: string): string {
  let random = ''
  for (const byte of randomBytes(randomLength)) random += alphabet[byte & 31]
  const body = prefix + random
  return group(body + checkCharacter(body))
}

/** What somebody typed as a code, read kindly (spaces, small letters, O for 0); null where it cannot be one. */
export function readTrackingCode(typed: string): { code: string; prefix: string } | null {
  const plain = plainCode(typed)
  if (plain.length !== prefixLength + randomLength + 1) return null
  if ([...plain].some((character) => !alphabet.includes(character))) return null
  const body = plain.slice(0, -1)
  if (checkCharacter(body) !== plain.at(-1)) return null
  return { code: group(plain), prefix: plain.slice(0, prefixLength) }
}

/** What somebody typed from a slip, without spaces and marks, small letters and look-alikes read kindly. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** What the database keeps of a code. */
export function hashOfCode(code: string): Buffer {
  return createHash('sha256').update(code.replaceAll('-', '')).digest()
}

/** The unit part of a unit's codes, given once and never changed. */
export async function prefixOfUnit(sql: Queryable, unit_id: string): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const known = await sql.query('select prefix from code_prefix where unit_id = $1', [unit_id])
    if (known.rows[0]) return known.rows[0].prefix
    const fresh = [...randomBytes(prefixLength)].map((byte) => alphabet[byte & 31]).join('')
    await sql.query('insert into code_prefix (prefix, unit_id) values ($1, $2) on conflict do nothing', [
      fresh,
      unit_id,
    ])
  }
  throw new Error('no free unit part for tracking codes')
}

/** The record a code opens, or null. */
export async function recordOfCode(sql: Queryable, typed: string) {
  const read = readTrackingCode(typed)
  if (!read) return null
  const { rows } = await sql.query<{ unit_id: string; record_kind: string; record_id: string }>(
    `select t.unit_id, t.record_kind, t.record_id from code_prefix p
     join tracking_code t on t.unit_id = p.unit_id and t.code_hash = $2 where p.prefix = $1`,
    [read.prefix, hashOfCode(read.code)],
  )
  return rows[0] ?? null
}

function group(plain: string): string {
  return plain.match(/.{4}/g)!.join('-')
}

/** Luhn's check over the alphabet (modulus 32): one wrong character or two swapped neighbours are noticed. */
export function checkCharacter(body: string): string {
  let factor = 2
  let sum = 0
  for (const character of [...body].reverse()) {
    const product = factor * alphabet.indexOf(character)
    sum += Math.floor(product / 32) + (product % 32)
    factor = 3 - factor
  }
  return alphabet[(32 - (sum % 32)) % 32]!
}
