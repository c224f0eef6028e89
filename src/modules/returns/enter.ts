/** `enter`: the figures of a unit that works on paper, whole or in part; what is left out stays empty and is not zero. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { figureMax, withSums } from './figures.ts'
import { formOf, isOwn, unitReturn } from './unit-return.ts'

/** Columns by their number. */
export const columnsInput = z
  .record(z.string().regex(/^[1-9]\d?$/), z.int().min(0).max(figureMax))
  .meta({ field: 'hidden' })

/** Writes down the figures; sums that follow from what is there are added. */
export const enter = action({
  noun: unitReturn,
  step: 'enter',
  input: z.object({ columns: columnsInput }),
  decide({ record, input, viewer, moment, unit_id }) {
    const form = formOf(record!)
    const known = new Set(form.columns.map(({ no }) => String(no)))
    const strange = Object.keys(input.columns).find((no) => !known.has(no))
    if (strange !== undefined) throw new WrongInput([{ field: `c${strange}`, code: 'form-has-no-such-column' }])
    const given = Object.fromEntries(Object.entries(input.columns).map(([no, figure]) => [Number(no), figure]))
    return {
      change: {
        figures: [{ row: 'total', name: null, columns: withSums(form, given) }],
        taken_on: moment.on,
        by_stand_in: !isOwn(viewer, unit_id),
      },
    }
  },
})
