/** What every step of the open registers must know of its office: how days count, who writes its letters, what it may settle. One read. */
import { type SettlingBody, tierOf } from '../../law/competence.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { type Counting, type CountingColumns, countingColumns, countingFrom } from '../calendars/counting.ts'
import {
  type Letterhead,
  type LetterheadColumns,
  letterheadColumns,
  letterheadFrom,
  letterheadTables,
} from '../notices/letterhead.ts'
import { tierOn } from './tier.ts'

/** The counting of the day, the unit's letterhead and its place on the ladder of competence. */
export interface OfficeFacts extends Counting {
  letterhead: Letterhead
  /** Null for bodies that settle no complaint. */
  tier: SettlingBody | null
}

/** Reads both as they stand for a unit on a day: a day decided a moment ago counts already. */
export async function officeFacts(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<OfficeFacts> {
  const { rows } = await sql.query<CountingColumns & LetterheadColumns>({
    name: 'office_facts',
    text: `select ${letterheadColumns}, ${countingColumns} ${letterheadTables} limit 1`,
    values: [unit_id, on.toString()],
  })
  const row = rows[0]!
  return {
    ...countingFrom(row),
    letterhead: await letterheadFrom(sql, row, unit_id, on),
    // Of a unit that is no more, the tier it had last.
    tier: row.unit_name === null ? await tierOn(sql, unit_id, on) : tierOf(row.unit_level, row.parent_level),
  }
}
