/** Unsigned information with a clear person, concrete evidence and a basis to check goes to the inspection; it is no denunciation. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText, mustAgree, unitId } from '../../platform/input.ts'
import { unitOn } from '../units/queries.ts'
import { noClock, processedPosting } from './denunciation.ts'
import { inWords, office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'
import { holdersOf } from './subject.ts'

/**
 * To the office's own inspection or to a superior, never to a body that the subject or somebody under the subject leads.
 * `answer_by` is the office's own day: the law sets none.
 */
export const referToInspection = sealedStep({
  step: 'refer-to-inspection',
  form: z.object({
    receiver_unit_id: unitId(),
    content: longText(),
    answer_by: day(),
    not_under_the_subject: mustAgree(),
  }),
  async answers({ receiver_unit_id, answer_by }, { viewer, moment }, { db, found }) {
    const receiver = await unitOn(viewer, db.pool, receiver_unit_id, moment.on)
    if (!receiver) throw new WrongInput([{ field: 'receiver_unit_id', code: 'not-an-inspection' }])
    if (Temporal.PlainDate.compare(answer_by, moment.on) <= 0)
      throw new WrongInput([{ field: 'answer_by', code: 'day-must-be-later' }])
    const heads = await holdersOf(db.pool, receiver.id, 'head', moment.on)
    const receiver_is_clear = !heads.some((account_id) => found.barred.includes(account_id))
    return { receiver: { unit_id: receiver.id, unit_name: receiver.name }, receiver_is_clear, answer_by }
  },
  letters: ({ content, answer_by }, about, { receiver }) => [
    {
      type: 'CÔNG VĂN',
      about: 'Về việc chuyển thông tin có nội dung tố cáo',
      to: [receiver.unit_name],
      paragraphs: [
        `${office(about)} nhận được thông tin có nội dung tố cáo không rõ người gửi, có nội dung rõ ràng về người vi phạm, có chứng cứ cụ thể và có cơ sở để kiểm tra (khoản 2 Điều 25 Luật Tố cáo):`,
        content,
        `Đề nghị xem xét để thanh tra, kiểm tra theo thẩm quyền và cho biết kết quả trước hoặc trong ${inWords(answer_by)}.`,
      ],
    },
  ],
  decide: ({ record, moment, answers: { receiver, answer_by } }) => ({
    change: {
      eligible: true,
      processed_on: moment.on,
      processed_by_step: 'refer-to-inspection',
      inspection: { ...receiver, on: moment.on.toString(), answer_by: answer_by.toString(), answered_on: null },
      ...noClock,
    },
    postings: [processedPosting(record, moment.on, { stage: 'transfer', eligible: true, kind: 'tip' })],
  }),
})
