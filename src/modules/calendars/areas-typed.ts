/** Places typed one a line, as "xã, tỉnh" or by their code, read against the tree of a day. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Fault } from '../../platform/input.ts'
import { findUnits } from '../units/queries.ts'

/** More places than any province has communes. */
const lines_max = 500

/** The units, or the first line that names none or several. */
export type AreasTyped = { areas: string[]; fault: null } | { areas: null; fault: Fault }

/** Reads the lines. A line must lead to one place: a whole name wins over names that only begin so. */
export async function areasTyped(viewer: Viewer, sql: Sql, typed: string, on: Temporal.PlainDate): Promise<AreasTyped> {
  const lines = [...new Set(typed.split('\n').map((line) => line.trim()))].filter(Boolean)
  if (lines.length > lines_max)
    return { areas: null, fault: { field: 'places', code: 'too-many-places', params: { line: lines_max, place: '' } } }
  const areas: string[] = []
  for (const [index, line] of lines.entries()) {
    const found = (await findUnits(viewer, sql, line, on, { limit: 12 })).filter(
      (unit) => unit.level === 'commune' || unit.level === 'village',
    )
    const wanted = key(line)
    const whole = found.filter((unit) => key(unit.name) === wanted || unit.code === line)
    const [one, ...others] = whole.length > 0 ? whole : found
    const fault = !one ? 'no-such-place' : others.length > 0 ? 'several-such-places' : null
    if (!one || fault)
      return {
        areas: null,
        fault: { field: 'places', code: fault ?? 'no-such-place', params: { line: index + 1, place: line } },
      }
    areas.push(one.id)
  }
  return { areas: [...new Set(areas)], fault: null }
}

/** The name before the comma, as typed. */
function key(text: string): string {
  return (text.split(',')[0] ?? '').trim().normalize('NFC').toLocaleLowerCase('vi')
}
