/** Views are asked for: what is to be decided, where the draft can be read, whose people, until when. */
import { z } from 'zod'
import { due } from '../../law/due.ts'
import { consultationMatters } from '../../law/project-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, longText, text } from '../../platform/input.ts'
import { countingOf } from '../calendars/counting.ts'
import { areaUnits, checkArea } from './area.ts'
import { consultation } from './consultation.ts'

/** The last day may be later than the law's, never earlier. */
export const publishConsultation = action({
  noun: consultation,
  step: 'publish',
  input: z.object({
    matter: choice(consultationMatters),
    title: text(300),
    what: longText(),
    where_to_read: text(500).optional(),
    asked_unit_ids: areaUnits(),
    last_on: day(),
  }),
  reads: async (sql, { unit_id, input, moment }) => {
    await checkArea(sql, { unit_id, field: 'asked_unit_ids', ids: input.asked_unit_ids, on: moment.on })
    return due('consultation.open', { start: moment.on, ...(await countingOf(sql)) }).due
  },
  decide({ input, moment }, first) {
    if (Temporal.PlainDate.compare(input.last_on, first) < 0)
      throw new WrongInput([{ field: 'last_on', code: 'fewer-days-than-the-law' }])
    return { change: { ...input, published_on: moment.on, extensions: [], corrections: [] } }
  },
})
