/** Adds a body under a unit: a village, a department, a Front committee. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, day, text } from '../../platform/input.ts'
import { body, changed } from './body.ts'
import { bodyLevels, tidyName } from './unit.ts'

/** Creates the record under `unit_id`; its id becomes the unit's id in the tree. */
export const addBodyAction = action({
  noun: body,
  step: 'add-body',
  input: z.object({
    level: choice(bodyLevels),
    name: text(200),
    code: text(20).optional(),
    from_on: day({ year_min: 2025 }),
  }),
  decide: ({ input, unit_id, id }) => {
    const { level, code = null } = input
    const forms = [{ from_on: input.from_on.toString(), name: tidyName(input.name), code }]
    return changed(unit_id, id, { level, forms, until_on: null })
  },
})
