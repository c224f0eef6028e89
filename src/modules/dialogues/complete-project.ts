/** The project is finished. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { project } from './project.ts'

/** What was promised along it stays owed. */
export const completeProject = action({
  noun: project,
  step: 'complete',
  input: z.object({ end_note: longText(4000) }),
  decide: ({ input, moment }) => ({ change: { end_note: input.end_note, ended_on: moment.on } }),
})
