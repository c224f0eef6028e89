/** The parties are invited to a dialogue in time. */
import { z } from 'zod'
import { complaintArticles } from '../../law/complaint-limits.ts'
import { due } from '../../law/due.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, parties } from './letters.ts'
import { courseOf } from './second.ts'

/** From 01/07/2026 the notice goes out at least 5 days before (NĐ 155/2026 Đ11); before that the law fixed no number. */
export const callDialogue = action({
  noun: complaint,
  step: 'call-dialogue',
  input: z.object({ held_on: day(), held_at: text(20), where: text(300) }),
  decide({ record, input, moment, facts }) {
    const latest =
      input.held_on.toString() >= '2026-07-01'
        ? due('complaint.dialogue-notice', { start: input.held_on, ...facts }).due
        : input.held_on
    if (Temporal.PlainDate.compare(moment.on, latest) > 0)
      throw new WrongInput([{ field: 'held_on', code: 'notice-too-late' }])
    const called = {
      on: moment.on.toString(),
      held_on: input.held_on.toString(),
      held_at: input.held_at,
      where: input.where,
    }
    const { to, petition } = parties(facts)
    const data = {
      to,
      petition,
      others: [record!.respondent, ...(record!.earlier ? [record!.earlier.settler] : [])],
      held_on: called.held_on,
      held_at: input.held_at,
      where: input.where,
      chaired_by: `${facts.letterhead.signature.head_title} ${facts.letterhead.issuer.name}`,
      cite: `${complaintArticles(courseOf(record!)).dialogue} Luật Khiếu nại`,
    }
    return {
      change: { dialogue: { called, held: record!.dialogue?.held ?? null } },
      documents: [complaintLetter(record!, 'dialogue-notice', 'Mời đối thoại', data, facts, moment)],
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
