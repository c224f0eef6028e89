/** The head takes a published conclusion down at once, with the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { publication } from './publication.ts'

/** What was shown stays in the record's history; the portal shows it no longer. */
export const takeDown = action({
  noun: publication,
  step: 'take-down',
  input: z.object({ reason: longText(1000) }),
  decide: () => ({ change: {} }),
})
