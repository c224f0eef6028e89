/** The settler signs the answer; the petitioner is told, and asked whether it may be published. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, text } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { letter } from '../petitions/handling.ts'
import { inLetter, personInLetter } from '../petitions/petition.ts'
import { feedback, settledPostings } from './feedback.ts'

/** `done`: what has been done about it, one a line. */
export const answer = action({
  noun: feedback,
  step: 'answer',
  input: z.object({ answer: longText(), done: longText(2000).optional(), contact: text(300) }),
  decide({ record, input, moment, facts }) {
    const { regulation } = record!
    const data = {
      to: personInLetter(facts.petition),
      petition: inLetter(facts.petition),
      content: input.answer,
      done: (input.done ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      contact: input.contact,
      ...(regulation?.outcome
        ? { review: { name: regulation.name, outcome: regulation.outcome, reasons: regulation.reasons ?? '' } }
        : {}),
    }
    const { due_on } = record!
    const in_time = due_on === null ? null : Temporal.PlainDate.compare(moment.on, due_on) <= 0
    const ready = record!.public_answer !== null && record!.publication === 'not-asked'
    return {
      change: {
        answer: input.answer,
        answered_on: moment.on,
        counted: { in_time },
        ...(ready ? { publication: 'asked' as const } : {}),
        clock: null,
        nominal_on: null,
        due_on: null,
      },
      documents: [letter(record!, 'answer', `Trả lời: ${record!.title}`.slice(0, 500), data, facts, moment)],
      postings: settledPostings(record!, facts, moment.on, 'answered', 1, in_time),
      ...tellPetitioner(record!, record!.petition_id, 'answer-ready', moment),
    }
  },
})
