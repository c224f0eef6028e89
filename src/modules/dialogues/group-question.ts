/** A question joins those on the same matter; a person confirms it, whatever the program proposes. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { chosenId } from '../petitions/inputs.ts'
import { dialogueQuestion } from './dialogue-question.ts'

/** It may join another group later. */
export const groupQuestion = action({
  noun: dialogueQuestion,
  step: 'group',
  input: z.object({ group_id: chosenId() }),
  decide({ facts, input }) {
    if (!facts.dialogue?.groups.some((group) => group.id === input.group_id))
      throw new WrongInput([{ field: 'group_id', code: 'no-such-group' }])
    return { change: { group_id: input.group_id } }
  },
})
