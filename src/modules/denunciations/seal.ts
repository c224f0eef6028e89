/** A denunciation is sealed at the desk, for the officer who takes it in and the one who settles it. */
import { action } from '../../platform/actions/action.ts'
import { denunciation } from './denunciation.ts'
import { sealedFirstForm } from './first-form.ts'
import { sealedInput } from './inputs.ts'

/** Its number comes from the closed book. Nothing readable is kept of the input. */
export const seal = action({
  noun: denunciation,
  step: 'seal',
  input: sealedInput,
  sealed: true,
  kept: () => ({}),
  decide: ({ input, viewer, moment, facts, id }) => sealedFirstForm(input, { id, viewer, moment, facts }),
})
