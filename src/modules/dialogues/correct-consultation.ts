/** What was written down wrongly of a consultation is mended; both values stay. Its days move by steps of their own. */
import { z } from 'zod'
import { consultationMatters } from '../../law/project-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, longText, text } from '../../platform/input.ts'
import { consultation } from './consultation.ts'
import { corrected } from './corrected.ts'

/** An empty field changes nothing. */
export const correctConsultation = action({
  noun: consultation,
  step: 'correct',
  input: z.object({
    title: text(300).optional(),
    matter: choice(consultationMatters).optional(),
    what: longText().optional(),
    where_to_read: text(500).optional(),
    reason: text(500),
  }),
  decide: ({ record, input, viewer, moment }) => ({ change: corrected(record!, input, { viewer, moment }) }),
})
