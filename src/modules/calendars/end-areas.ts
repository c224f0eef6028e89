/** A newer decision took the place of a list: from its day on the old one no longer holds. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { remoteAreaList } from './remote-area-list.ts'

/** The list still tells what held on its own days. */
export const endAreas = action({
  noun: remoteAreaList,
  step: 'end-areas',
  input: z.object({ until_on: day({ year_min: 2012 }), reason: text(500) }),
  decide({ record, input }) {
    if (record && Temporal.PlainDate.compare(input.until_on, record.from_on) <= 0)
      throw new WrongInput([{ field: 'until_on', code: 'before-its-first-day' }])
    return { change: { until_on: input.until_on } }
  },
})
