/** `conclude`: the head signs the conclusion (thông báo kết luận); what it orders and recommends becomes commitments. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { agree } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { makeCommitmentsJob } from '../commitments/make-commitments.ts'
import { letterhead } from '../notices/letterhead.ts'
import { rowOf } from './asked.ts'
import { meeting } from './meeting.ts'
import { conclusionLetter, ownerNames } from './meeting-letters.ts'

/** What is signed is what was read on the page; asked is whether everybody may read the findings beside the conclusion. */
export const conclude = action({
  noun: meeting,
  step: 'conclude',
  input: z.object({ findings_public: agree() }),
  reads: async (sql, { record, unit_id, moment }) => ({
    head: await letterhead(sql, unit_id, moment.on),
    owners: await ownerNames(sql, rowOf(record), moment.on),
  }),
  decide({ record, input, viewer, moment, unit_id, id }, { head, owners }) {
    const row = rowOf(record)
    return {
      change: { concluded_on: moment.on, concluded_by: viewer.name, findings_public: input.findings_public },
      documents: [conclusionLetter(idFrom(id, 'conclusion'), head, row, { owners, on: moment.on })],
      jobs: [makeCommitmentsJob('meeting', { unit_id, id })],
    }
  },
})
