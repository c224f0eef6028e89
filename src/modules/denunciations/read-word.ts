/** An insider opens a word from another unit. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { barredField } from './inputs.ts'
import { sealedWord } from './sealed-word.ts'

/** Who and when stays in the word's history; its row keeps the first day. */
export const readWord = action({
  noun: sealedWord,
  step: 'read-word',
  input: z.object(barredField),
  sealed: true,
  kept: () => ({}),
  decide: ({ record, moment }) => ({ change: { read_on: record!.read_on ?? moment.on } }),
})
