/** What was done so far. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { commitment } from './commitment.ts'

const notesMax = 100

/** Kept with day and officer; at most a hundred notes. The public does not read them. */
export const noteProgress = action({
  noun: commitment,
  step: 'note-progress',
  input: z.object({ note: longText(1000) }),
  decide({ record, input, viewer, moment }) {
    const { progress } = record!
    if (progress.length >= notesMax) throw new WrongInput([{ field: 'note', code: 'too-many-notes' }])
    return { change: { progress: [...progress, { on: moment.on.toString(), by: viewer.name, text: input.note }] } }
  },
})
