/** `register-unit`: a unit of the movement's territory registers what it will do. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text, unitId } from '../../platform/input.ts'
import { movement } from './movement.ts'

/** Once a unit; by somebody who prepares or signs its papers. */
export const registerUnit = action({
  noun: movement,
  step: 'register-unit',
  input: z.object({ registering_unit_id: unitId(), what: text(1000, { field: 'long-text' }) }),
  decide: ({ record, input, moment }) => ({
    change: {
      registrations: [
        ...record!.registrations,
        { unit_id: input.registering_unit_id, on: moment.on.toString(), what: input.what },
      ],
    },
  }),
})
