/** A letter is kept without further handling, with its ground: it can be found for a year. */
import { z } from 'zod'
import { shelvingGrounds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, idsOf } from '../../platform/input.ts'
import { handled } from './handling.ts'
import { reason } from './inputs.ts'
import { petition } from './petition.ts'

const grounds = idsOf(shelvingGrounds)

/** No letter goes out; the timeline says why. */
export const shelve = action({
  noun: petition,
  step: 'shelve',
  input: z.object({ ground: choice(grounds), reason: reason() }),
  decide: ({ record, moment }) => handled(record!, 'shelve', moment),
})
