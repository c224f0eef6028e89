/** The project is given up, and why. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { project } from './project.ts'

/** It stays on the public page with the reason. */
export const abandonProject = action({
  noun: project,
  step: 'abandon',
  input: z.object({ end_note: longText(4000) }),
  decide: ({ input, moment }) => ({ change: { end_note: input.end_note, ended_on: moment.on } }),
})
