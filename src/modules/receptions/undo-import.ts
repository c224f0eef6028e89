/** `undo-import`: a visit that an import brought in, and on which nobody has acted since, is taken out again. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { visit, visitPosting } from './visit.ts'

/** The row stays in the book as void; its counting is reversed on its own day. */
export const undoImportVisit = action({
  noun: visit,
  step: 'undo-import',
  input: z.object({}),
  decide({ record }) {
    const { stage } = record!
    return { change: {}, postings: stage === null ? [] : [visitPosting({ ...record!, stage }, record!.held_on, -1)] }
  },
})
