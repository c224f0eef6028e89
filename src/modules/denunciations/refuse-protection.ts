/** Protection is refused, with the reason in writing. */
import { z } from 'zod'
import { longText } from '../../platform/input.ts'
import { denouncer, office } from './letter-words.ts'
import { moved } from './protection.ts'
import { sealedStep } from './sealed-step.ts'

/** It may be asked for again. */
export const refuseProtection = sealedStep({
  step: 'refuse-protection',
  form: z.object({ reason: longText(2000) }),
  answers: () => ({}),
  letters: ({ reason }, about) => [
    {
      to_denouncer: true,
      type: 'THÔNG BÁO',
      about: 'Về việc không áp dụng biện pháp bảo vệ',
      to: [denouncer(about)],
      paragraphs: [`${office(about)} không áp dụng biện pháp bảo vệ. Lý do: ${reason}`],
    },
  ],
  decide: ({ record, moment }) => ({
    change: moved(record.protection, { stage: 'refused', decided_on: moment.on.toString() }),
  }),
})
