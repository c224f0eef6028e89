/** Attendance slips: each has a code that follows from the office's secret, so that no list of codes is kept and none is a person's. */
import { createHmac, hkdfSync } from 'node:crypto'
import type { Queryable } from '../../platform/database.ts'
import { alphabet, plainCode } from '../../platform/tracking-code.ts'

/** Characters of a code: 33 million of them, against at most 2,000 that are good and tries that are counted. */
const length = 5

const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'attendance slips', 32))

/** The code of one slip, `7K3FQ`. */
export function slipCode(secret: string, dialogue_id: string, slip: number): string {
  return codeBy(keyOf(secret), dialogue_id, slip)
}

function codeBy(key: Buffer, dialogue_id: string, slip: number): string {
  const bytes = createHmac('sha256', key).update(`${dialogue_id}/${slip}`).digest()
  let code = ''
  for (const byte of bytes.subarray(0, length)) code += alphabet[byte & 31]
  return code
}

/** All codes of a dialogue, in the order of the slips. */
export function slipCodes(secret: string, row: { id: string; slips: number }): string[] {
  const key = keyOf(secret)
  return Array.from({ length: row.slips }, (_, index) => codeBy(key, row.id, index + 1))
}

/** Which slip a typed code is; null where it is none of this dialogue. */
export function slipOf(secret: string, row: { id: string; slips: number }, typed: string): number | null {
  const code = plainCode(typed)
  const at = code.length === length ? slipCodes(secret, row).indexOf(code) : -1
  return at < 0 ? null : at + 1
}

/** Hands in a slip; false where it was handed in before. */
export async function handInSlip(
  sql: Queryable,
  row: { unit_id: string; id: string },
  slip: number,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `insert into dialogue_slip (unit_id, dialogue_id, slip, handed_in_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [row.unit_id, row.id, slip, at.toString()],
  )
  return rowCount === 1
}
