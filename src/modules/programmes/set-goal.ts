/** `set-goal`: a target of a programme: what is counted, how much, by which day; where a register counts it, which. */
import { z } from 'zod'
import { goalDirections, goalWorkflow } from '../../law/programme-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, text, uuid } from '../../platform/input.ts'
import { checkInside, goal, programmeHeld } from './goal.ts'
import { paperStandings } from './instrument.ts'
import { headAfterIssue } from './programme.ts'
import { quantity } from './quantity.ts'
import { readSource } from './register-figure.ts'

/** A source of figures, as `readSource` reads it. */
export function figureSource() {
  return z.string().max(80).meta({ field: 'unit' })
}

/** The programme must be drafted or issued, and the day lie in its days. */
export const setGoal = action({
  noun: goal,
  step: 'set-goal',
  input: z.object({
    programme_id: uuid(),
    text: text(500, { field: 'long-text' }),
    counted_in: text(40),
    direction: choice(goalDirections),
    target_value: quantity(),
    by_on: day(),
    source: figureSource().optional(),
  }),
  reads: (sql, { unit_id, input }) => programmeHeld(sql, unit_id, input.programme_id),
  decide({ input, viewer, moment, unit_id }, programme) {
    const { cite } = goalWorkflow['set-goal']
    if (!programme) throw new NotOpen('not-yours', '', 404)
    if (!['drafted', 'issued'].includes(programme.state)) throw new NotOpen('programme-is-open', cite)
    if (!headAfterIssue(programme.state, paperStandings(viewer, unit_id)))
      throw new NotOpen('after-issue-the-head-decides', cite)
    checkInside(programme, input.by_on)
    if (input.source && !readSource(input.source, input.by_on))
      throw new WrongInput([{ field: 'source', code: 'no-such-figure' }])
    return {
      change: {
        ...input,
        source: input.source ?? null,
        progress: [],
        set_on: moment.on,
        final_value: null,
        evidence: null,
        ended_on: null,
      },
    }
  },
})
