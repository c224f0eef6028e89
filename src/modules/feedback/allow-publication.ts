/** The petitioner has seen the public version and lets it be published. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { mustAgree } from '../../platform/input.ts'
import { feedback } from './feedback.ts'

/** Nothing is published without this. */
export const allowPublication = action({
  noun: feedback,
  step: 'allow-publication',
  input: z.object({ seen: mustAgree() }),
  decide: () => ({ change: { publication: 'allowed' as const } }),
})
