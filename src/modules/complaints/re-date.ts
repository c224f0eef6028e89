/** The working calendar or a switch changed: the due day of an open complaint is counted anew, with both days in the event; the petitioner is told. */
import { action } from '../../platform/actions/action.ts'
import { reDated, reDateInput } from '../calendars/re-date.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'

/** Taken by the clock after the change. */
export const reDateComplaint = action({
  noun: complaint,
  step: 're-date',
  input: reDateInput,
  decide: ({ record, facts, input, moment }) => ({
    ...reDated(record!, facts, input),
    ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
  }),
})
