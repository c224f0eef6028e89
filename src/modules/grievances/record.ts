/** A problem that people speak of is written down, without a petition and without anybody's name. */
import { z } from 'zod'
import { grievanceSources } from '../../law/grievance-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, text, unitId } from '../../platform/input.ts'
import { fieldIds } from '../petitions/inputs.ts'
import { grievance } from './grievance.ts'
import { checkPlace } from './place.ts'

/** It takes no number and starts no clock. */
export const record = action({
  noun: grievance,
  step: 'record',
  input: z.object({
    source: choice(grievanceSources),
    place_unit_id: unitId(),
    field: choice(fieldIds),
    known_on: day(),
    title: text(200),
    text: text(4000, { field: 'long-text' }),
  }),
  reads: (sql, { unit_id, input, viewer }) => checkPlace(viewer, sql, unit_id, input.place_unit_id),
  decide({ input, viewer, moment }) {
    if (Temporal.PlainDate.compare(input.known_on, moment.on) > 0)
      throw new WrongInput([{ field: 'known_on', code: 'day-in-future' }])
    if (!viewer.account_id) throw new Error('a grievance is recorded by somebody signed in')
    return { change: { ...input, recorded_by: viewer.account_id, progress: [] } }
  },
})
