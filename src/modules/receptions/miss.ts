/** `miss`: the day is over and the booked visitor had not come. Nothing follows from it for the citizen. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { visit } from './visit.ts'

/** Marks a booking as missed. */
export const miss = action({ noun: visit, step: 'miss', input: z.object({}), decide: () => ({ change: {} }) })
