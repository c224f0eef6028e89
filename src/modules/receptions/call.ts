/** `call`: the next number is called to its room. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { visit } from './visit.ts'

/** What calling asks. */
export const callInput = z.object({ room: text(60).optional() })

/** Calls a waiting visitor. */
export const call = action({
  noun: visit,
  step: 'call',
  input: callInput,
  decide: ({ record, input, moment }) => ({
    change: { called_at: moment.at, room: input.room ?? record?.room ?? null },
  }),
})
