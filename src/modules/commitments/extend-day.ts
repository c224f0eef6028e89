/** Who ordered gives a later day before the old one has passed; the old one stays to be seen. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText } from '../../platform/input.ts'
import { commitment } from './commitment.ts'
import { lastDayOf } from './due-day.ts'

const timesMax = 20

/** Lateness is counted from the day in force; a day that has passed is past. */
export const extendDay = action({
  noun: commitment,
  step: 'extend-day',
  input: z.object({ due_on: day(), reason: longText(1000) }),
  decide({ record, facts, input, viewer, moment }) {
    const { extensions, due_on: from_on } = record!
    if (extensions.length >= timesMax) throw new WrongInput([{ field: 'due_on', code: 'too-many-notes' }])
    const due_on = lastDayOf(input.due_on, facts.calendar)
    const moved = {
      from_on: from_on.toString(),
      to_on: due_on.toString(),
      on: moment.on.toString(),
      by: viewer.name,
      reason: input.reason,
    }
    return { change: { due_on, named_on: input.due_on, extensions: [...extensions, moved] } }
  },
})
