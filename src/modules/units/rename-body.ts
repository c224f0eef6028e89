/** Gives a body another name from a day on; the days before keep the old one. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day, text } from '../../platform/input.ts'
import { body, changed } from './body.ts'
import { tidyName } from './unit.ts'

/** The code goes on unless a new one is given. */
export const renameBodyAction = action({
  noun: body,
  step: 'rename-body',
  input: z.object({ name: text(200), code: text(20).optional(), from_on: day({ year_min: 2025 }) }),
  decide: ({ record, input, unit_id, id }) => {
    const forms = record?.forms ?? []
    const code = input.code ?? forms.at(-1)?.code ?? null
    const form = { from_on: input.from_on.toString(), name: tidyName(input.name), code }
    return changed(unit_id, id, { forms: [...forms, form] })
  },
})
