/** The limit grows to that of a complex case, on the criterion recorded for it. */
import { z } from 'zod'
import { complaintArticles } from '../../law/complaint-limits.ts'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, parties } from './letters.ts'
import { courseOf } from './second.ts'

/** Once, before the limit has passed; the complainant gets the new day and the criterion. */
export const extend = action({
  noun: complaint,
  step: 'extend',
  input: z.object({ explanation: text(1000, { field: 'long-text' }) }),
  decide({ record, input, moment, facts }) {
    const clock = clockColumns({ ...record!.clock!, complexity: 'complex' }, facts)
    const data = {
      ...parties(facts),
      accepted_on: record!.accepted_on!.toString(),
      criterion: input.explanation,
      cite: `${complaintArticles(courseOf(record!)).settle} Luật Khiếu nại`,
      due_before_on: record!.due_on!.toString(),
      due_on: clock.due_on.toString(),
    }
    return {
      change: { ...clock, complexity: { ...record!.complexity!, extended_on: moment.on.toString() } },
      documents: [complaintLetter(record!, 'extension', 'Kéo dài thời hạn giải quyết', data, facts, moment)],
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
