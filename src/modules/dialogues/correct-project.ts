/** What was written down wrongly of a project is mended; both values stay. */
import { z } from 'zod'
import { projectKinds } from '../../law/project-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, longText, text } from '../../platform/input.ts'
import { corrected } from './corrected.ts'
import { project } from './project.ts'

/** The area changes by a step of its own. */
export const correctProject = action({
  noun: project,
  step: 'correct',
  input: z.object({
    title: text(300).optional(),
    kind: choice(projectKinds).optional(),
    what: longText(10_000).optional(),
    investor: text(300).optional(),
    decision_number: text(100).optional(),
    decided_by: text(300).optional(),
    reason: text(500),
  }),
  decide: ({ record, input, viewer, moment }) => ({ change: corrected(record!, input, { viewer, moment }) }),
})
