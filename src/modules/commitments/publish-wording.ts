/** A person lets words be public that name nobody: "41 hộ", never who. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, mustAgree } from '../../platform/input.ts'
import { commitment } from './commitment.ts'

/** The words as said stay at the desk; once public they are not edited, only replaced or taken down. */
export const publishWording = action({
  noun: commitment,
  step: 'publish-wording',
  input: z.object({ public_text: longText(4000), names_nobody: mustAgree() }),
  decide: ({ input, moment }) => ({ change: { public_text: input.public_text, published_on: moment.on } }),
})
