/** Protection ends: not needed any more, unfounded, duties breached, or on request. */
import { z } from 'zod'
import { protectionEnds } from '../../law/denunciation-terms.ts'
import { choice, longText } from '../../platform/input.ts'
import { denouncer } from './letter-words.ts'
import { moved } from './protection.ts'
import { sealedStep } from './sealed-step.ts'

/** It may be asked for again. */
export const endProtection = sealedStep({
  step: 'end-protection',
  form: z.object({ ground: choice(protectionEnds), reason: longText(2000) }),
  answers: () => ({}),
  letters: ({ reason }, about) => [
    {
      to_denouncer: true,
      type: 'QUYẾT ĐỊNH',
      about: 'Về việc chấm dứt áp dụng biện pháp bảo vệ',
      to: [denouncer(about)],
      paragraphs: ['Xét căn cứ chấm dứt biện pháp bảo vệ,'],
      orders: [`Chấm dứt áp dụng biện pháp bảo vệ. Lý do: ${reason}`],
    },
  ],
  decide: ({ record, moment }) => ({
    change: moved(record.protection, { stage: 'ended', ended_on: moment.on.toString() }),
  }),
})
