/** The owner notes what was done. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text } from '../../platform/input.ts'
import { grievance } from './grievance.ts'

const notesMax = 100

/** Kept with day and officer; at most a hundred notes. */
export const noteProgress = action({
  noun: grievance,
  step: 'note-progress',
  input: z.object({ note: text(1000, { field: 'long-text' }) }),
  decide({ record, input, viewer, moment }) {
    const { progress } = record!
    if (progress.length >= notesMax) throw new WrongInput([{ field: 'note', code: 'too-many-notes' }])
    return { change: { progress: [...progress, { on: moment.on.toString(), by: viewer.name, text: input.note }] } }
  },
})
