/** Somebody sends from the portal: sealed in the request to whoever takes it in and settles it, never to whom it concerns. */
import { action } from '../../platform/actions/action.ts'
import { denunciation } from './denunciation.ts'
import { sealedFirstForm } from './first-form.ts'
import { sealedInput } from './inputs.ts'

/** Its number comes from the closed book. Nothing readable is kept of the input. */
export const submit = action({
  noun: denunciation,
  step: 'submit',
  input: sealedInput,
  sealed: true,
  kept: () => ({}),
  decide: ({ input, viewer, moment, facts, id }) => sealedFirstForm(input, { id, viewer, moment, facts }),
})
