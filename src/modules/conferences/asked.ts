/** What several steps of a meeting ask and do alike: texts in lists, times of day, entries that must be there. */
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { idFrom } from '../../platform/uuid.ts'
import type { MeetingRow } from './meeting.ts'

/** The id of an entry that this step adds; the same step decided again gives the same one. */
export function entryId(record: Pick<MeetingRow, 'id' | 'revision'>, label: string): string {
  return idFrom(record.id, `${label}/${record.revision + 1}`)
}

/** Throws the one fault of this field. */
export function faultAt(field: string, code: string, params?: Record<string, string | number>): never {
  throw new WrongInput([{ field, code, ...(params ? { params } : {}) }])
}

/** The entry with that id; a fault at the field where it is not there. */
export function entryOf<Entry extends { id: string }>(list: readonly Entry[], id: string, field: string): Entry {
  return list.find((one) => one.id === id) ?? faultAt(field, 'not-a-choice')
}

/** The list with one entry more, or the fault that it is full. */
export function added<Entry>(list: readonly Entry[], entry: Entry, max: number, field: string): Entry[] {
  if (list.length >= max) faultAt(field, 'list-is-full', { max })
  return [...list, entry]
}

/** The row of a step that needs one. */
export function rowOf(record: MeetingRow | null): MeetingRow {
  if (record === null) throw new NotOpen('not-yours', '', 404)
  return record
}

/** Minutes since midnight of `08:30`. */
export function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** `08:30` of minutes since midnight. */
export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
