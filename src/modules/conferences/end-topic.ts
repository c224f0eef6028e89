/** `end`: nobody is asked for this topic any more, with the reason; papers that came stay. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { topic } from './topic.ts'

/** No reminder goes out for it afterwards. */
export const endTopic = action({
  noun: topic,
  step: 'end',
  input: z.object({ end_note: longText(2000) }),
  decide: ({ input, moment }) => ({ change: { end_note: input.end_note, ended_on: moment.on } }),
})
