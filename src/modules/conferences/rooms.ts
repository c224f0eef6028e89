/** Rooms of a meeting: the code that opens a room's page, and the room of a unit that takes part from afar. */
import { randomBytes } from 'node:crypto'
import { alphabet } from '../../platform/tracking-code.ts'
import type { Room } from './meeting.ts'

/** Characters of a room's code: 50 bits, read from a wall. */
const codeLength = 10

/** A new code, in the alphabet of tracking codes. */
export function newCode(): string {
  return [...randomBytes(codeLength)].map((byte) => alphabet[byte & 31]).join('')
}

/** `7K3F9-Q2XAH`, as it stands on the wall. */
export function shownCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** An online room of a unit, not counted yet. */
export function roomOfUnit(id: string, unit: { unit_id: string | null; name: string }, code: string): Room {
  return {
    id,
    name: unit.name,
    unit_id: unit.unit_id,
    online: true,
    capacity: null,
    code,
    people: null,
    counted_at: null,
    counted_by: null,
  }
}
