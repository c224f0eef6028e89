/** The desk is under the subject: it seals the letter for those above and keeps no key to it. */
import { action } from '../../platform/actions/action.ts'
import { denunciation } from './denunciation.ts'
import { sealedFirstForm } from './first-form.ts'
import { sealedInput } from './inputs.ts'

/** The record stands in the register of the unit that settles it, from the first day on. */
export const handOver = action({
  noun: denunciation,
  step: 'hand-over',
  input: sealedInput,
  sealed: true,
  kept: () => ({}),
  decide: ({ input, viewer, moment, facts, id }) => sealedFirstForm(input, { id, viewer, moment, facts }),
})
