/** The working calendar or a switch changed: the due day of an open visit is counted anew, with both days in the event. */
import { action } from '../../platform/actions/action.ts'
import { reDated, reDateInput } from '../calendars/re-date.ts'
import { visit } from './visit.ts'

/** Taken by the clock after the change. */
export const reDateVisit = action({
  noun: visit,
  step: 're-date',
  input: reDateInput,
  decide: ({ record, facts, input }) => reDated(record!, facts, input),
})
