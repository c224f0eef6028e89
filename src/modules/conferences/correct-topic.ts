/** `correct`: other words, other units or another day for a topic; papers that came stay. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { faultAt } from './asked.ts'
import { standing, topicAbout } from './commission-topic.ts'
import { topic } from './topic.ts'

/** Whether it is reviewed blind stays: papers have come under that promise. */
export const correctTopic = action({
  noun: topic,
  step: 'correct',
  input: z.object(topicAbout),
  reads: (sql, { input, moment }) => standing(sql, input.units ?? [], moment.on),
  decide({ facts, input }, units) {
    if (units < (input.units ?? []).length) faultAt('units', 'unit-does-not-stand')
    if (facts.meeting && Temporal.PlainDate.compare(input.due_on, facts.meeting.held_on) > 0)
      faultAt('due_on', 'due-after-the-meeting')
    return {
      change: {
        title: input.title,
        what: input.what ?? null,
        asked_unit_ids: input.units ?? [],
        due_on: input.due_on,
        open_call: input.open_call,
      },
    }
  },
})
