/** What comes of the regulation: amended or repealed, proposed to whoever issued it, a new one, or kept with reasons. */
import { z } from 'zod'
import { regulationOutcomes } from '../../law/feedback-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, longText, text, unitId } from '../../platform/input.ts'
import { letter } from '../petitions/handling.ts'
import { unitOn } from '../units/queries.ts'
import { feedback } from './feedback.ts'

/** A proposal goes out as a letter that names nobody but the office. */
export const decideOnRegulation = action({
  noun: feedback,
  step: 'decide-on-regulation',
  input: z.object({
    regulation_outcome: choice(regulationOutcomes),
    reasons: longText(4000),
    receiver_unit_id: unitId().optional(),
    proposal: text(2000, { field: 'long-text' }).optional(),
  }),
  reads: async (sql, { input, viewer, moment }) =>
    input.receiver_unit_id ? unitOn(viewer, sql, input.receiver_unit_id, moment.on) : null,
  decide({ record, input, moment, facts, unit_id }, receiver) {
    const { regulation_outcome: outcome, reasons, proposal } = input
    const regulation = record!.regulation!
    const proposes = outcome === 'propose-to-superior'
    if (proposes && (!receiver || receiver.id === unit_id))
      throw new WrongInput([{ field: 'receiver_unit_id', code: 'not-a-receiver' }])
    if (proposes && !proposal) throw new WrongInput([{ field: 'proposal', code: 'required' }])
    const proposed_to = proposes ? receiver!.name : null
    const title = `Kiến nghị về quy định: ${regulation.name}`.slice(0, 500)
    const data = { receiver: proposed_to ?? '', regulation: regulation.name, reasons, proposal: proposal ?? '' }
    return {
      change: {
        regulation: {
          ...regulation,
          outcome,
          reasons,
          proposed_to,
          decided_on: moment.on.toString(),
          public_outcome: null,
        },
        outcome_published_on: null,
      },
      documents: proposes ? [letter(record!, 'propose-change', title, data, facts, moment)] : [],
    }
  },
})
