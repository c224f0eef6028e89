/** The dialogue was held; its minutes belong to the case file. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText, yesNo } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** A party absent without good reason does not stop the case (NĐ 155/2026 Đ11.5). */
export const holdDialogue = action({
  noun: complaint,
  step: 'hold-dialogue',
  input: z.object({ held_on: day(), minutes: longText(), complainant_absent: yesNo() }),
  decide({ record, input, moment }) {
    if (Temporal.PlainDate.compare(input.held_on, moment.on) > 0)
      throw new WrongInput([{ field: 'held_on', code: 'day-in-future' }])
    const held = { on: input.held_on.toString(), minutes: input.minutes, complainant_absent: input.complainant_absent }
    return { change: { dialogue: { called: record!.dialogue?.called ?? null, held } } }
  },
})
