/** An officer writes down what somebody asks: on paper, by telephone, through the head of a village, in the room. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { choice, day } from '../../platform/input.ts'
import { askerFields, begun, dialogueAsked, dialogueId, questionText } from './asked.ts'
import { dialogueQuestion } from './dialogue-question.ts'

/** Ways that end at the desk. */
const deskOrigins = ['paper', 'phone', 'village-head', 'room'] as const

/** Until the results are published: the minutes may bring more. */
export const recordQuestion = action({
  noun: dialogueQuestion,
  step: 'record',
  input: z.object({
    dialogue_id: dialogueId(),
    origin: choice(deskOrigins),
    asked_on: day().optional(),
    text: questionText(),
    ...askerFields,
  }),
  reads: (sql, { unit_id, input }) => dialogueAsked(sql, unit_id, input.dialogue_id),
  decide({ input, moment }, dialogue) {
    if (dialogue === null || !['announced', 'held'].includes(dialogue.state))
      throw new NotOpen('dialogue-takes-questions', 'Luật TCCQĐP 72/2025 Đ43')
    const asked_on = input.asked_on ?? moment.on
    if (Temporal.PlainDate.compare(asked_on, moment.on) > 0)
      throw new WrongInput([{ field: 'asked_on', code: 'day-in-future' }])
    if (input.origin === 'room' && Temporal.PlainDate.compare(dialogue.held_on, moment.on) > 0)
      throw new WrongInput([{ field: 'origin', code: 'room-is-not-open-yet' }])
    return {
      change: { ...begun, ...input, asked_on, language: 'vi' as const },
      postings: [{ fact: 'dialogue-question', on_day: asked_on, source: input.origin }],
    }
  },
})
