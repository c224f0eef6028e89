/** The letter is taken back; its number stays in the book. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { paperCopy } from './paper-copy.ts'

/** With the reason that the receivers are told. */
export const recallLetter = action({
  noun: paperCopy,
  step: 'recall-letter',
  input: z.object({ reason: text(500) }),
  decide: ({ input }) => ({ change: { reason: input.reason } }),
})
