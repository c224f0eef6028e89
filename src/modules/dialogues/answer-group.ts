/** One answer to a group of questions; after the results are published it reaches its askers at once. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, revision, uuid } from '../../platform/input.ts'
import { dialogue } from './dialogue.ts'
import { standing } from './fields.ts'
import { withGroup } from './name-group.ts'
import { answerAskersJob } from './tell-askers.ts'

/** `version`: of the group, when the form was opened. */
export const answerGroup = action({
  noun: dialogue,
  step: 'answer-group',
  input: z.object({ group_id: uuid(), version: revision(), answer: longText(8000) }),
  decide({ record, input, viewer, moment }) {
    const row = standing(record)
    const { group_id: id, version, answer } = input
    const change = { id, version, answer, answered_on: moment.on.toString() }
    const groups = withGroup(row, change, { viewer, moment }, 'answer-group')
    return { change: { groups }, jobs: row.published_on === null ? [] : [answerAskersJob(row)] }
  },
})
