/** The working calendar or a switch changed: the due day of a sealed record is counted anew. */
import { action } from '../../platform/actions/action.ts'
import { reDated, reDateInput } from '../calendars/re-date.ts'
import { denunciation } from './denunciation.ts'

/** Nothing of the change is kept beside the event: how many records a day moved is told to all, and must not count these. */
export const reDateDenunciation = action({
  noun: denunciation,
  step: 're-date',
  input: reDateInput,
  sealed: true,
  kept: () => ({}),
  decide: ({ record, facts, input }) => reDated(record!, facts, input),
})
