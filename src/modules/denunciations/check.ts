/** Identity and conditions are checked; where that must be done at several places the limit is ten working days. */
import { z } from 'zod'
import { longText, yesNo } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { sealedStep } from './sealed-step.ts'

/** The officer notes what was checked and how. */
export const check = sealedStep({
  step: 'check',
  form: z.object({ several_places: yesNo(), note: longText(2000) }),
  answers: ({ several_places }) => ({ several_places }),
  decide: ({ record, facts, answers: { several_places } }) => ({
    change: record.clock ? clockColumns({ ...record.clock, several_places }, facts) : {},
  }),
})
