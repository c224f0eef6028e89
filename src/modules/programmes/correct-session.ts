/** `correct`: a mistake in day, place or manner of a session is mended; both values stay in the history. */
import { z } from 'zod'
import { sessionModes } from '../../law/instrument-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, text } from '../../platform/input.ts'
import { reason } from '../petitions/inputs.ts'
import { sessionPosting, studySession } from './study-session.ts'

/** Fields left empty stay as they are. */
export const correctSession = action({
  noun: studySession,
  step: 'correct',
  input: z.object({
    reason: reason(),
    held_on: day().optional(),
    place: text(200).optional(),
    mode: choice(sessionModes).optional(),
  }),
  reads: async (sql, { record }) => {
    const { rows } = await sql.query<{ issued_on: Temporal.PlainDate }>(
      'select issued_on from instrument where unit_id = $1 and id = $2',
      [record!.instrument_unit_id, record!.instrument_id],
    )
    return rows[0]?.issued_on
  },
  decide({ record, input }, issued_on) {
    if (input.held_on && issued_on && Temporal.PlainDate.compare(input.held_on, issued_on) < 0)
      throw new WrongInput([{ field: 'held_on', code: 'day-before-issue' }])
    const { reason: _, ...given } = input
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'place', code: 'nothing-to-correct' }])
    return { change, postings: [sessionPosting(record!, -1), sessionPosting({ ...record!, ...change })] }
  },
})
