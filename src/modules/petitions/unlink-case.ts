/** A link was a mistake: the letter is its own case again, nothing is lost. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { reason } from './inputs.ts'
import { countedAgain, ownEligibility } from './link-case.ts'
import { petition } from './petition.ts'

/** The trace of the link stays. */
export const unlinkCase = action({
  noun: petition,
  step: 'unlink-case',
  input: z.object({ reason: reason() }),
  decide({ record }) {
    const alone = { case_id: record!.same_as!.case_before, same_as: null }
    const change = { ...alone, eligible: ownEligibility({ ...record!, ...alone }) }
    return { change, postings: countedAgain(record!, { ...record!, ...change }) }
  },
})
