/** Who ordered, who stands above, the Front or who asked confirms that it was kept. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { commitment } from './commitment.ts'
import { endPosting } from './postings.ts'

/** It was kept on the day of the report: waiting for this word makes nobody late. */
export const confirmKept = action({
  noun: commitment,
  step: 'confirm-kept',
  input: z.object({ note: longText(1000).optional() }),
  decide({ record, facts, viewer, moment, unit_id }) {
    const kept_on = record!.reported_on ?? moment.on
    const standings = commitment.standings({ record, facts, viewer, unit_id })
    const confirmed_as = ['superior', 'front', 'asker'].find((one) => standings.includes(one)) ?? ''
    return {
      change: { kept_on, confirmed_on: moment.on, confirmed_as, ended_on: moment.on },
      postings: [endPosting('commitment-kept', record!, kept_on)],
    }
  },
})
