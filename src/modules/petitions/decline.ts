/** The head declines at the register a complaint that stands under one of the nine grounds. */
import { z } from 'zod'
import { declineCite, declineGrounds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, idsOf, text } from '../../platform/input.ts'
import { handled, letter } from './handling.ts'
import { reason } from './inputs.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

const grounds = idsOf(declineGrounds)

/** One ground, its article, and what the petitioner can still do. */
export const decline = action({
  noun: petition,
  step: 'decline',
  input: z.object({ ground: choice(grounds), explanation: reason(), advice: text(1000, { field: 'long-text' }) }),
  decide({ record, input, moment, facts }) {
    const cite = declineCite(input.ground, moment.on)
    if (cite === null) throw new WrongInput([{ field: 'ground', code: 'ground-not-in-force' }])
    const data = {
      to: personInLetter(record!),
      petition: inLetter(record!),
      // What follows a first complaint would be a second one.
      instance: record!.follows || input.ground === 'second-decision-exists' ? (2 as const) : (1 as const),
      ground: input.explanation,
      cite,
      advice: input.advice,
    }
    return {
      cite,
      ...handled(record!, 'decline', moment, {
        documents: [letter(record!, 'decline', `Không thụ lý: ${record!.title}`, data, facts, moment)],
      }),
    }
  },
})
