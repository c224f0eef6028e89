/** `cancel`: a booking is given back, so that somebody else may have the place. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { visit } from './visit.ts'

/** Cancels a booking. */
export const cancel = action({ noun: visit, step: 'cancel', input: z.object({}), decide: () => ({ change: {} }) })
