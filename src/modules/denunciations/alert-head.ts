/** An act that must be stopped at once is put before the head the same day. */
import { z } from 'zod'
import { longText } from '../../platform/input.ts'
import { decider } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** The settler, who holds a key, opens the letter; nobody else is told. */
export const alertHead = sealedStep({
  step: 'alert-head',
  form: z.object({ danger: longText(4000), proposal: longText(2000) }),
  answers: () => ({}),
  letters: ({ danger, proposal }, about) => [
    {
      type: 'BÁO CÁO',
      about: 'Việc cần xử lý ngay',
      to: [decider(about)],
      paragraphs: [danger, `Đề xuất: ${proposal}`],
    },
  ],
  // Those who settle it and have a mail address hear that something is due, and nothing more.
  decide: ({ id }) => ({ change: {}, jobs: [{ task: 'tell-head', payload: { kind: 'denunciation', id } }] }),
})
