/** Letters of a demand, for both sides: whoever may see the demand may open them. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { LetterData } from '../notices/letter-data.ts'
import type { Demand } from './demand-reads.ts'

/** A letter as the demand's page lists it. */
export interface DemandLetter {
  id: string
  number: number
  year: number
  issued_on: Temporal.PlainDate
  data: LetterData['overdue-demand']
}

/** The letters, oldest first. The caller has asked whether the viewer may see the demand. */
export async function demandLetters(_viewer: Viewer, sql: Sql, row: Demand): Promise<DemandLetter[]> {
  const { rows } = await sql.query<DemandLetter>(
    `select id, number, year, issued_on, data from document
     where unit_id = $1 and record_id = $2 and kind = 'overdue-demand' and voided_on is null order by seq limit 20`,
    [row.unit_id, row.id],
  )
  return rows
}

/** One of them. */
export async function demandLetterRow(viewer: Viewer, sql: Sql, row: Demand, id: string): Promise<DemandLetter | null> {
  return (await demandLetters(viewer, sql, row)).find((one) => one.id === id) ?? null
}
