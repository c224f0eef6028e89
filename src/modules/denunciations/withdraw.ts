/** The denouncer wishes to take all or a part back, in writing. Nothing ends before it is confirmed in private. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText, text, yesNo } from '../../platform/input.ts'
import { denouncer, inWords, office } from './letter-words.ts'
import { momentFields, type TypedMoment } from './moment-typed.ts'
import { type StepAbout, sealedStep } from './sealed-step.ts'
import { followsContact, soonWord } from './soon-after-contact.ts'

/**
 * Which part lies sealed; the record knows all or part. From 01/07/2026 it is written on a form of NĐ 156/2026: its
 * words are printed here for the signature, and a paper already signed is recorded the same way.
 */
export const withdraw = sealedStep({
  step: 'withdraw',
  form: z.object({
    whole: yesNo(),
    part: text(1000).optional(),
    reason: longText(2000),
    happened_on: momentFields.happened_on.optional(),
    happened_at: momentFields.happened_at,
  }),
  answers: (typed, about) => {
    if (!typed.whole && !typed.part) throw new WrongInput([{ field: 'part', code: 'say-which-part' }])
    return { whole: typed.whole, soon: isSoon(typed, about) }
  },
  word: (typed, about) => (isSoon(typed, about) ? soonWord(about) : null),
  letters: ({ whole, part, reason, happened_on }, about) => [
    {
      to_denouncer: true,
      type: 'ĐƠN',
      about: whole ? 'Rút toàn bộ nội dung tố cáo' : 'Rút một phần nội dung tố cáo',
      to: [office(about)],
      paragraphs: [
        `Người rút tố cáo: ${denouncer(about)}.`,
        `${inWords(about.record.received_on)}, tôi đã gửi đơn tố cáo đến ${office(about)}.`,
        whole ? 'Nay tôi xin rút toàn bộ nội dung tố cáo.' : `Nay tôi xin rút một phần nội dung tố cáo: ${part ?? ''}`,
        `Lý do: ${reason}`,
        `Tôi làm đơn này ${inWords(happened_on ?? about.moment.on)}, tự nguyện, không bị ai đe dọa, ép buộc, mua chuộc.`,
        'Tôi biết rằng việc vẫn được giải quyết nếu có dấu hiệu vi phạm pháp luật, đe dọa, mua chuộc hoặc lợi dụng tố cáo để vu khống.',
      ],
    },
  ],
  decide: ({ moment, answers: { whole, soon }, word_sent }) => ({
    change: {
      withdrawal: {
        on: moment.on.toString(),
        whole,
        confirmed_on: null,
        goes_on: false,
        ...(soon ? { soon_after_contact: true, told_above: word_sent } : {}),
      },
    },
  }),
})

function isSoon(
  typed: { happened_on?: Temporal.PlainDate | undefined; happened_at?: string | undefined },
  about: StepAbout,
): boolean {
  const on = (typed.happened_on ?? about.moment.on).toString()
  const withdrawn: TypedMoment = { on, at: typed.happened_at ?? null }
  return followsContact(about, withdrawn)
}
