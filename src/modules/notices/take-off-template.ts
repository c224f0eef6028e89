/** A wording is no longer used for new letters; the one before stands again. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { letterTemplate } from './letter-template.ts'

/** Nothing is deleted: letters that were made with it are still read with it. */
export const takeOffTemplate = action({
  noun: letterTemplate,
  step: 'take-off',
  input: z.object({}),
  decide: () => ({ change: {} }),
})
