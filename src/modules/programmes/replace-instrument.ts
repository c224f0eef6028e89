/** `replace-instrument`: another instrument took its place from a day on. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { instrument } from './instrument.ts'
import { instrumentById } from './queries.ts'
import { readReference, reference } from './references.ts'

/** The one that takes its place stands in a book the viewer may read, and is not itself replaced. */
export const replaceInstrument = action({
  noun: instrument,
  step: 'replace-instrument',
  input: z.object({ replaced_by: reference(), on: day() }),
  reads: async (sql, { input, viewer }) => {
    const found = readReference(input.replaced_by)
    return found ? await instrumentById(viewer, sql, found.unit_id, found.id) : null
  },
  decide({ record, input, id }, found) {
    if (found?.state !== 'recorded' || found.id === id)
      throw new WrongInput([{ field: 'replaced_by', code: 'not-another-in-force' }])
    if (Temporal.PlainDate.compare(input.on, record!.valid_from) < 0)
      throw new WrongInput([{ field: 'on', code: 'day-before-validity' }])
    return {
      change: {
        replaced_by_unit_id: found.unit_id,
        replaced_by_id: found.id,
        valid_until: input.on,
        ended_on: input.on,
      },
    }
  },
})
