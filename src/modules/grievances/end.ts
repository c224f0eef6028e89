/** The grievance ends: settled, become a petition, not a matter for this office, or one with another. */
import { z } from 'zod'
import { grievanceEnds } from '../../law/grievance-workflow.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, count, text } from '../../platform/input.ts'
import { chosenId } from '../petitions/inputs.ts'
import { grievance } from './grievance.ts'

/** The petition is named by its number and year in this unit's register. */
export const end = action({
  noun: grievance,
  step: 'end',
  input: z.object({
    end_kind: choice(grievanceEnds),
    end_note: text(2000, { field: 'long-text' }),
    petition_number: count(1, 10_000_000).optional(),
    petition_year: count(2000, 2100).optional(),
    merged_into_id: chosenId().optional(),
  }),
  reads: async (sql, { unit_id, input }) => ({
    petition_id: await petitionOf(sql, unit_id, input.petition_number, input.petition_year),
    other_is_open: await isOpen(sql, unit_id, input.merged_into_id),
  }),
  decide({ input, moment, id }, { petition_id, other_is_open }) {
    const { end_kind, end_note } = input
    const merges = end_kind === 'merged'
    if (end_kind === 'became-a-petition' && !petition_id)
      throw new WrongInput([{ field: 'petition_number', code: 'no-such-petition' }])
    if (merges && (!other_is_open || input.merged_into_id === id))
      throw new WrongInput([{ field: 'merged_into_id', code: 'not-an-open-one' }])
    return {
      change: {
        ended_on: moment.on,
        end_kind,
        end_note,
        petition_id: end_kind === 'became-a-petition' ? petition_id : null,
        merged_into_id: merges ? (input.merged_into_id ?? null) : null,
      },
    }
  },
})

async function petitionOf(sql: Sql, unit_id: string, number?: number, year?: number): Promise<string | null> {
  if (number === undefined || year === undefined) return null
  const { rows } = await sql.query<{ id: string }>(
    'select id from petition where unit_id = $1 and register_year = $2 and register_number = $3',
    [unit_id, year, number],
  )
  return rows[0]?.id ?? null
}

async function isOpen(sql: Sql, unit_id: string, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false
  const { rows } = await sql.query('select from grievance where unit_id = $1 and id = $2 and ended_on is null', [
    unit_id,
    id,
  ])
  return rows.length > 0
}
