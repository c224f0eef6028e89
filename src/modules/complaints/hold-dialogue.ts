/** The dialogue was held; its minutes belong to the case file. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText, yesNo } from '../../platform/input.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, parties } from './letters.ts'

/** A party absent without good reason does not stop the case (NĐ 155/2026 Đ11.5); with one, it is invited again. */
export const holdDialogue = action({
  noun: complaint,
  step: 'hold-dialogue',
  input: z.object({
    held_on: day(),
    minutes: longText(),
    complainant_absent: yesNo(),
    good_reason: yesNo().optional(),
  }),
  decide({ record, input, moment, facts }) {
    if (input.complainant_absent && !record!.dialogue?.called)
      throw new WrongInput([{ field: 'complainant_absent', code: 'not-invited' }])
    if (Temporal.PlainDate.compare(input.held_on, moment.on) > 0)
      throw new WrongInput([{ field: 'held_on', code: 'day-in-future' }])
    const held = {
      on: input.held_on.toString(),
      minutes: input.minutes,
      complainant_absent: input.complainant_absent,
      ...(input.complainant_absent && input.good_reason ? { good_reason: true } : {}),
    }
    const { to: complainant, petition } = parties(facts)
    const { minutes, complainant_absent } = input
    const called = record!.dialogue?.called ?? null
    const of = { complainant, petition, respondent: record!.respondent, held_on: held.on, minutes, complainant_absent }
    const data = { ...of, ...(called ? { where: called.where } : {}) }
    return {
      change: { dialogue: { called, held } },
      documents: [complaintLetter(record!, 'dialogue-minutes', 'Biên bản đối thoại', data, facts, moment)],
    }
  },
})
