/** What becomes of an opinion: its gist without anybody's name, whether it is taken, and why. */
import { z } from 'zod'
import { opinionOutcomes } from '../../law/project-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, longText } from '../../platform/input.ts'
import { opinion } from './opinion.ts'

/** Published with the explanation; until then it may be weighed again. */
export const weighOpinion = action({
  noun: opinion,
  step: 'weigh',
  input: z.object({ gist: longText(2000), outcome: choice(opinionOutcomes), why: longText(4000) }),
  decide: ({ input, moment }) => ({ change: { ...input, weighed_on: moment.on } }),
})
