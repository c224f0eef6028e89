/** The denouncer is asked alone whether it is their own will, and the file whether it must go on all the same. */
import { z } from 'zod'
import { withdrawalSigns } from '../../law/denunciation-terms.ts'
import { choices, longText, mustAgree, yesNo } from '../../platform/input.ts'
import { denouncer, office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** Signs of a violation, of coercion, bribery or slander: it is settled all the same (LTC 2018 Đ33.3). */
export const confirmWithdrawal = sealedStep({
  step: 'confirm-withdrawal',
  form: z.object({
    without_subject: mustAgree(),
    own_will: yesNo(),
    signs: choices(withdrawalSigns).optional(),
    note: longText(2000),
  }),
  // A contact by the subject within the 24 hours before is weighed by whoever confirms: it alone decides nothing.
  answers: (typed) => ({ goes_on: goesOn(typed) }),
  letters: (typed, about) =>
    goesOn(typed)
      ? [
          {
            to_denouncer: true,
            type: 'THÔNG BÁO',
            about: 'Về việc tiếp tục giải quyết tố cáo',
            to: [denouncer(about)],
            paragraphs: [
              `${office(about)} đã nhận đề nghị rút tố cáo của Ông/Bà. Việc này vẫn được giải quyết theo Điều 33 Luật Tố cáo.`,
              'Ông/Bà có quyền yêu cầu được bảo vệ.',
            ],
          },
        ]
      : [],
  decide: ({ record, moment, answers: { goes_on } }) => ({
    change: { withdrawal: { ...record.withdrawal!, confirmed_on: moment.on.toString(), goes_on } },
  }),
})

function goesOn({ own_will, signs = [] }: { own_will: boolean; signs?: readonly string[] | undefined }): boolean {
  return !own_will || signs.length > 0
}
