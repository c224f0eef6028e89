/** A word about a record that was destroyed goes with it, at whichever unit it lies; the clock opens nothing. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { sealedWord } from './sealed-word.ts'

/** The row stays: that a word came, and when. */
export const destroyWord = action({
  noun: sealedWord,
  step: 'destroy-word',
  input: z.object({}),
  sealed: true,
  kept: () => ({}),
  decide: () => ({ change: {} }),
})
