/** Everybody who asked has been answered: the dialogue is finished; its promises go on as commitments. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { dialogue } from './dialogue.ts'

/** Nothing is asked. */
export const closeDialogue = action({
  noun: dialogue,
  step: 'close',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { closed_on: moment.on } }),
})
