/** An insider opens the record; what was opened is shown only after this event is written. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { denunciation } from './denunciation.ts'
import { barredField } from './inputs.ts'

/** Who and when stays in the record's history. */
export const read = action({
  noun: denunciation,
  step: 'read',
  input: z.object(barredField),
  sealed: true,
  kept: () => ({}),
  decide: () => ({ change: {} }),
})
