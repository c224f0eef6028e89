/** What a proceeding that grew out of a petition needs besides its own row. */
import type { Sql } from '../../platform/actions/action.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'
import { type Letterhead, letterhead } from '../notices/letterhead.ts'
import type { PetitionRow } from './petition.ts'

/** The counting of the day, who writes its letters, and the petition it grew out of. */
export interface ProceedingFacts extends Counting {
  letterhead: Letterhead
  petition: PetitionRow
}

/** Reads them for a record; a proceeding always grows out of a petition of the same unit. */
export async function proceedingFacts(
  sql: Sql,
  unit_id: string,
  record: { petition_id: string } | null,
  on: Temporal.PlainDate,
): Promise<ProceedingFacts> {
  const counting = await countingOf(sql)
  const { rows } = await sql.query<PetitionRow>('select * from petition where unit_id = $1 and id = $2', [
    unit_id,
    record?.petition_id,
  ])
  return { ...counting, letterhead: await letterhead(sql, unit_id, on), petition: rows[0]! }
}
