/** A request by voters comes in: what about, and how many voters the unit has, from which list, on which day. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, day, longText, text } from '../../platform/input.ts'
import { neededFor, talkRequest } from './talk-request.ts'

/** Nobody who signed or brought it is written down. */
export const recordTalkRequest = action({
  noun: talkRequest,
  step: 'record',
  input: z.object({
    subject: text(300),
    what: longText(4000),
    asked_on: day(),
    voters: count(1, 20_000_000),
    voters_source: text(300),
    voters_on: day(),
  }),
  decide({ input, moment }) {
    const future = (['asked_on', 'voters_on'] as const).find(
      (field) => Temporal.PlainDate.compare(input[field], moment.on) > 0,
    )
    if (future) throw new WrongInput([{ field: future, code: 'day-in-future' }])
    if (neededFor(input) === null) throw new WrongInput([{ field: 'asked_on', code: 'before-its-law' }])
    return { change: { ...input, round: 0, key_check: null, sheets: [], corrections: [] } }
  },
})
