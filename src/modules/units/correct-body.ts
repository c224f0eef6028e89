/** Mends a mistake in the last name or code of a body; the event keeps both values and the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { body, changed } from './body.ts'
import { tidyName } from './unit.ts'

/** Changes no day: what was wrong was wrong from the beginning. */
export const correctBodyAction = action({
  noun: body,
  step: 'correct-body',
  input: z.object({ name: text(200), code: text(20).optional(), reason: text(500) }),
  decide: ({ record, input, unit_id, id }) => {
    const forms = record?.forms ?? []
    const last = forms.at(-1)
    if (!last) return changed(unit_id, id, {})
    const mended = { ...last, name: tidyName(input.name), code: input.code ?? null }
    return changed(unit_id, id, { forms: [...forms.slice(0, -1), mended] })
  },
})
