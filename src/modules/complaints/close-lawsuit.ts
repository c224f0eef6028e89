/** The lawsuit was withdrawn, or the court gave it back: the complaint goes on. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** How a lawsuit may end while the complaint is still open. */
export const lawsuitEnds = ['withdrawn', 'rejected'] as const

/** The settling clock ran on meanwhile. */
export const closeLawsuit = action({
  noun: complaint,
  step: 'close-lawsuit',
  input: z.object({ lawsuit_end: choice(lawsuitEnds), note: text(1000, { field: 'long-text' }) }),
  decide: ({ record, input, moment }) => ({
    change: {
      lawsuit: {
        ...record!.lawsuit!,
        closed: { on: moment.on.toString(), how: input.lawsuit_end, note: input.note },
      },
    },
  }),
})
