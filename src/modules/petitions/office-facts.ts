/** What every step of the open registers must know of its office: how days count, and who writes its letters. One read. */
import type { Sql } from '../../platform/actions/action.ts'
import { type Counting, type CountingColumns, countingColumns, countingFrom } from '../calendars/counting.ts'
import {
  type Letterhead,
  type LetterheadColumns,
  letterheadColumns,
  letterheadFrom,
  letterheadTables,
} from '../notices/letterhead.ts'

/** The counting of the day and the unit's letterhead. */
export interface OfficeFacts extends Counting {
  letterhead: Letterhead
}

/** Reads both as they stand for a unit on a day: a day decided a moment ago counts already. */
export async function officeFacts(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<OfficeFacts> {
  const { rows } = await sql.query<CountingColumns & LetterheadColumns>({
    name: 'office_facts',
    text: `select ${letterheadColumns}, ${countingColumns} ${letterheadTables} limit 1`,
    values: [unit_id, on.toString()],
  })
  const row = rows[0]!
  return { ...countingFrom(row), letterhead: await letterheadFrom(sql, row, unit_id, on) }
}
