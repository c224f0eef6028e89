/** The working calendar or a switch changed: the due day of an open complaint is counted anew, with both days in the event. */
import { action } from '../../platform/actions/action.ts'
import { reDated, reDateInput } from '../calendars/re-date.ts'
import { complaint } from './complaint.ts'

/** Taken by the clock after the change. */
export const reDateComplaint = action({
  noun: complaint,
  step: 're-date',
  input: reDateInput,
  decide: ({ record, facts, input }) => reDated(record!, facts, input),
})
