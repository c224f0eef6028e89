/** `note-progress`: how far a goal has come, typed with what shows it, where no register counts it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text } from '../../platform/input.ts'
import { goal } from './goal.ts'
import { quantity } from './quantity.ts'

const valuesMax = 200

/** No value without evidence. */
export const noteProgress = action({
  noun: goal,
  step: 'note-progress',
  input: z.object({ value: quantity(), evidence: text(1000, { field: 'long-text' }) }),
  decide({ record, input, viewer, moment }) {
    const { progress } = record!
    if (progress.length >= valuesMax) throw new WrongInput([{ field: 'value', code: 'too-many-values' }])
    return { change: { progress: [...progress, { on: moment.on.toString(), ...input, by: viewer.name }] } }
  },
})
