/** What was written down wrongly of a request is mended; both values stay. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, longText, text } from '../../platform/input.ts'
import { corrected } from './corrected.ts'
import { neededFor, talkRequest } from './talk-request.ts'

/** The number of voters may be mended until the request has ended; what is needed follows it. */
export const correctTalkRequest = action({
  noun: talkRequest,
  step: 'correct',
  input: z.object({
    subject: text(300).optional(),
    what: longText(4000).optional(),
    voters: count(1, 20_000_000).optional(),
    voters_source: text(300).optional(),
    reason: text(500),
  }),
  decide({ record, input, viewer, moment }) {
    const row = record!
    if (row.ended_on !== null && input.voters !== undefined)
      throw new WrongInput([{ field: 'voters', code: 'has-ended' }])
    const needed = row.needed === null ? null : neededFor({ ...row, voters: input.voters ?? row.voters })
    return { change: { ...corrected(row, input, { viewer, moment }), needed } }
  },
})
