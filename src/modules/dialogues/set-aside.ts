/** A question that is none, or is no matter of this dialogue, is set aside with a reason that its asker reads. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { reason } from '../petitions/inputs.ts'
import { dialogueQuestion } from './dialogue-question.ts'

/** The reason names nobody. */
export const setAside = action({
  noun: dialogueQuestion,
  step: 'set-aside',
  input: z.object({ reason: reason() }),
  decide: ({ record, input, moment, viewer }) => {
    const word = {
      what: 'set-aside',
      of: moment.on.toString(),
      on: moment.on.toString(),
      how: 'code-page',
      by: viewer.name,
    } as const
    // Whoever has a code reads the reason there; the others are told by a person.
    const told = record?.has_code ? [...record.told, word] : (record?.told ?? [])
    return { change: { set_aside: input.reason, group_id: null, told } }
  },
})
