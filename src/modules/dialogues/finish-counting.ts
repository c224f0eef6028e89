/** The count is over: numbers remain, the marks of the signers are destroyed. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { destroyMarksTask } from './destroy-marks.ts'
import { neededFor, talkRequest, tally } from './talk-request.ts'

/** The slip is torn up by the two who counted; with the marks gone it opens nothing. */
export const finishCounting = action({
  noun: talkRequest,
  step: 'finish-counting',
  input: z.object({}),
  decide: ({ record, unit_id, id, moment }) => ({
    change: { ...tally(record!.sheets), needed: neededFor(record!), counted_on: moment.on, key_check: null },
    jobs: [{ task: destroyMarksTask, payload: { unit_id, id } }],
  }),
})
