/** The head closes a stocktake with its result. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { stocktake } from './stocktake.ts'

/** Refused while a record has no finding. */
export const closeStocktake = action({
  noun: stocktake,
  step: 'close-stocktake',
  input: z.object({ result: longText(4000) }),
  decide: ({ input, moment }) => ({ change: { result: input.result, closed_on: moment.on } }),
})
