/** The unit that owes an answer is reminded, with a day by which it is expected. */
import { z } from 'zod'
import { due } from '../../law/due.ts'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { handled, letter } from './handling.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

/** The answer is asked for within the working days the law gives for a reply (LTCD 2013 Đ27.2). */
export const urge = action({
  noun: petition,
  step: 'urge',
  input: z.object({ unit_name: text(300) }),
  decide({ record, input, moment, facts }) {
    const answer_by = due('reception.reply', { start: moment.on, ...facts }).due.toString()
    const data = {
      receiver: input.unit_name,
      petitioner: personInLetter(record!),
      petition: inLetter(record!),
      sent_by: facts.letterhead.issuer.name,
      due_on: record!.due_on?.toString() ?? answer_by,
      answer_by,
      cite: 'Điều 27 Luật Tiếp công dân',
    }
    const urged = [...record!.urged, { on: moment.on.toString(), unit_name: input.unit_name, answer_by }]
    return handled(record!, 'urge', moment, {
      change: { urged },
      documents: [letter(record!, 'urge', `Đôn đốc: ${record!.title}`, data, facts, moment)],
    })
  },
})
