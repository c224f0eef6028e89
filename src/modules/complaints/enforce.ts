/** How far the decision is carried out, with evidence where it is done. */
import { z } from 'zod'
import { enforcementStages } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** `done` needs its evidence. */
export const enforce = action({
  noun: complaint,
  step: 'enforce',
  input: z.object({ stage: choice(enforcementStages), evidence: text(1000, { field: 'long-text' }).optional() }),
  decide({ input, moment }) {
    if (input.stage === 'done' && !input.evidence) throw new WrongInput([{ field: 'evidence', code: 'required' }])
    return { change: { enforcement: { stage: input.stage, on: moment.on.toString(), evidence: input.evidence ?? '' } } }
  },
})
