/** `correct`: words, target, day or evidence of a goal are mended; both values stay in the history. */
import { z } from 'zod'
import { goalWorkflow } from '../../law/programme-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { reason } from '../petitions/inputs.ts'
import { checkInside, goal, programmeHeld, reaches } from './goal.ts'
import { quantity } from './quantity.ts'

/** Fields left empty stay as they are. */
export const correctGoal = action({
  noun: goal,
  step: 'correct',
  input: z.object({
    reason: reason(),
    text: text(500, { field: 'long-text' }).optional(),
    target_value: quantity().optional(),
    by_on: day().optional(),
    evidence: text(2000, { field: 'long-text' }).optional(),
  }),
  reads: (sql, { record, unit_id }) => programmeHeld(sql, unit_id, record!.programme_id),
  decide({ record, input }, programme) {
    const { reason: _, ...given } = input
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'text', code: 'nothing-to-correct' }])
    if (programme && input.by_on) checkInside(programme, input.by_on)
    const { state, final_value } = record!
    if (state === 'set' && input.evidence !== undefined)
      throw new WrongInput([{ field: 'evidence', code: 'goal-has-not-ended' }])
    if (state === 'reached' && final_value !== null && !reaches({ ...record!, ...change }, final_value))
      throw new NotOpen('final-value-reaches-the-target', goalWorkflow['reach-goal'].cite)
    return { change }
  },
})
