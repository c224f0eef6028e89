/** `retake`: the registers have gone on, so the figures of a return that is not handed in are taken anew. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { figuresFromRegisters } from './taken-figures.ts'
import { formOf, periodOfReturn, unitReturn } from './unit-return.ts'

/** Takes the figures anew. */
export const retake = action({
  noun: unitReturn,
  step: 'retake',
  input: z.object({}),
  reads: (sql, { unit_id, record }) => figuresFromRegisters(sql, unit_id, formOf(record!), periodOfReturn(record!)),
  decide({ moment }, figures) {
    if (!figures) throw new WrongInput([{ field: '', code: 'unit-is-no-more' }])
    return { change: { figures, taken_on: moment.on } }
  },
})
