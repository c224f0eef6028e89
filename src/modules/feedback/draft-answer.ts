/** The handler drafts the answer, and the version that may be shown to all. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { feedback } from './feedback.ts'

/** The public version names nobody: what the petitioner sees before allowing its publication. */
export const draftAnswer = action({
  noun: feedback,
  step: 'draft-answer',
  input: z.object({
    draft: longText(),
    public_question: longText(2000).optional(),
    public_answer: longText(4000).optional(),
  }),
  decide: ({ input }) => ({
    change: {
      draft: input.draft,
      public_question: input.public_question ?? null,
      public_answer: input.public_answer ?? null,
    },
  }),
})
