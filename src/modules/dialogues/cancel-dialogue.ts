/** The dialogue will not be held: the reason is for everybody, and everybody who asked or signed up is told. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { dialogue } from './dialogue.ts'
import { standing } from './fields.ts'
import { tellAskersJob } from './tell-askers.ts'

/** Questions stay to be answered in another way. */
export const cancelDialogue = action({
  noun: dialogue,
  step: 'cancel',
  input: z.object({ reason: text(500) }),
  decide({ record, input, moment, viewer }) {
    const row = standing(record)
    return {
      change: { cancelled: { on: moment.on.toString(), by: viewer.name, reason: input.reason }, closed_on: moment.on },
      jobs: row.announced_on === null ? [] : [tellAskersJob(row, 'cancelled', moment.on)],
    }
  },
})
