/** Not enough ground to review the regulation yet: kept with others of its kind, and the sender is told. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText, text } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { letter } from '../petitions/handling.ts'
import { inLetter, personInLetter } from '../petitions/petition.ts'
import { feedback } from './feedback.ts'

/** `look_again_on` is the office's own day: the law sets none. It stands in the worklist without an article. */
export const keepForStudy = action({
  noun: feedback,
  step: 'keep-for-study',
  input: z.object({ reason: longText(2000), look_again_on: day(), contact: text(300) }),
  decide({ record, input, moment, facts }) {
    const { reason, look_again_on, contact } = input
    if (Temporal.PlainDate.compare(look_again_on, moment.on) <= 0)
      throw new WrongInput([{ field: 'look_again_on', code: 'day-must-be-later' }])
    const regulation = record!.regulation!
    const study = { reason, on: moment.on.toString(), look_again_on: look_again_on.toString() }
    const data = {
      to: personInLetter(facts.petition),
      petition: inLetter(facts.petition),
      content: reason,
      done: [],
      contact,
      review: { name: regulation.name, outcome: 'kept-for-study' as const },
    }
    return {
      change: {
        regulation: { ...regulation, study },
        clock: null,
        nominal_on: look_again_on,
        due_on: look_again_on,
      },
      documents: [letter(record!, 'answer', `Trả lời: ${record!.title}`.slice(0, 500), data, facts, moment)],
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
