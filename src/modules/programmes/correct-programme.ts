/** `correct`: title or days of a programme are mended; both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { reason } from '../petitions/inputs.ts'
import { programme } from './programme.ts'

/** Fields left empty stay as they are. */
export const correctProgramme = action({
  noun: programme,
  step: 'correct',
  input: z.object({
    reason: reason(),
    title: text(300).optional(),
    from_on: day().optional(),
    until_on: day().optional(),
  }),
  reads: async (sql, { record }) => {
    const { rows } = await sql.query<{ first_on: Temporal.PlainDate | null; last_on: Temporal.PlainDate | null }>(
      `select min(by_on) as first_on, max(by_on) as last_on from goal
       where unit_id = $1 and programme_id = $2 and state <> 'dropped'`,
      [record!.unit_id, record!.id],
    )
    return rows[0]
  },
  decide({ input }, goals) {
    const { from_on, until_on } = input
    if (from_on && goals?.first_on && Temporal.PlainDate.compare(from_on, goals.first_on) > 0)
      throw new WrongInput([{ field: 'from_on', code: 'a-goal-lies-outside' }])
    if (until_on && goals?.last_on && Temporal.PlainDate.compare(until_on, goals.last_on) < 0)
      throw new WrongInput([{ field: 'until_on', code: 'a-goal-lies-outside' }])
    const { reason: _, ...given } = input
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    return { change }
  },
})
