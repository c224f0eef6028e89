/** What a proceeding that grew out of a petition needs besides its own row. */
import type { Sql } from '../../platform/actions/action.ts'
import { type OfficeFacts, officeFacts } from './office-facts.ts'
import type { PetitionRow } from './petition.ts'

/** The counting of the day, who writes its letters, and the petition it grew out of. */
export interface ProceedingFacts extends OfficeFacts {
  petition: PetitionRow
}

/** Reads them for a record; a proceeding always grows out of a petition of the same unit. */
export async function proceedingFacts(
  sql: Sql,
  unit_id: string,
  record: { petition_id: string } | null,
  on: Temporal.PlainDate,
): Promise<ProceedingFacts> {
  const { rows } = await sql.query<PetitionRow>({
    name: 'petition_of_proceeding',
    text: 'select * from petition where unit_id = $1 and id = $2',
    values: [unit_id, record?.petition_id],
  })
  return { ...(await officeFacts(sql, unit_id, on)), petition: rows[0]! }
}
