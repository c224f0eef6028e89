/** The unit that a petition was transferred to tells the sender what became of it; the sender's record takes it up by itself. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { letter } from './handling.ts'
import { reason } from './inputs.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

/** Name of the job that carries it. */
export const deliverReplyTask = 'deliver-reply'

/** What was told to the sender. `handed_back`: the petition itself goes back. */
export interface ReplyToSender {
  on: string
  text: string
  handed_back?: true
}

/** With its letter, once everything in the petition is settled here. */
export const replyToSender = action({
  noun: petition,
  step: 'reply-to-sender',
  input: z.object({ text: reason() }),
  decide({ record, input, moment, facts, id }) {
    const { unit_name, on } = record!.came_from!
    const data = {
      receiver: unit_name,
      petitioner: personInLetter(record!),
      petition: inLetter(record!),
      transferred_on: on,
      detail: input.text,
      cite: 'Điều 27 Luật Tiếp công dân',
    }
    return {
      change: { reply_to_sender: { on: moment.on.toString(), text: input.text } },
      documents: [letter(record!, 'case-reply', `Phúc đáp: ${record!.title}`.slice(0, 500), data, facts, moment)],
      jobs: [{ task: deliverReplyTask, payload: { petition_id: id } }],
    }
  },
})
