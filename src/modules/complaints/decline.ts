/** The settler does not accept the complaint, on exactly one of the nine grounds of the law. */
import { z } from 'zod'
import { declineCite, declineGrounds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, idsOf, text } from '../../platform/input.ts'
import type { Counting } from '../calendars/counting.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { type ComplaintRow, complaint, settledPostings, timeBar } from './complaint.ts'
import { complaintLetter, courtesy, parties } from './letters.ts'
import { followJobs } from './second.ts'

const grounds = idsOf(declineGrounds)

/** The letter names the ground, its article and what the complainant can still do. */
export const decline = action({
  noun: complaint,
  step: 'decline',
  input: z.object({
    ground: choice(grounds),
    explanation: text(1000, { field: 'long-text' }),
    advice: text(1000, { field: 'long-text' }),
    /** What kept the complainant from acting does not count towards the time bar (LKN 2011 Đ9). */
    obstacle_from: day({ year_min: 2012 }).optional(),
    obstacle_to: day({ year_min: 2012 }).optional(),
  }),
  decide({ record, input, moment, facts }) {
    if (input.ground === 'time-bar-passed') checkTimeBar(record!, input, facts)
    const cite = declineCite(input.ground, moment.on)
    if (cite === null) throw new WrongInput([{ field: 'ground', code: 'ground-not-in-force' }])
    const instance = record!.instance === 2 ? (2 as const) : (1 as const)
    const { explanation: ground, advice } = input
    const data = { ...parties(facts), instance, ground, cite, advice, ...courtesy(record!) }
    const told = tellPetitioner(record!, record!.petition_id, 'step-taken', moment)
    return {
      cite,
      change: {
        decline_ground: input.ground,
        ended_on: moment.on,
        end_ground: input.ground,
        clock: null,
        nominal_on: null,
        due_on: null,
      },
      documents: [complaintLetter(record!, 'decline', 'Không thụ lý khiếu nại', data, facts, moment)],
      postings: settledPostings(record!, facts, moment.on, 'declined'),
      rows: told.rows,
      jobs: [...told.jobs, ...followJobs(record!)],
    }
  },
})

/** Where the day is recorded from which the time bar runs, it must have passed before the receipt. */
function checkTimeBar(
  record: ComplaintRow,
  { obstacle_from: from, obstacle_to: to }: { obstacle_from?: Temporal.PlainDate; obstacle_to?: Temporal.PlainDate },
  counting: Counting,
): void {
  if (from && !to) throw new WrongInput([{ field: 'obstacle_to', code: 'required' }])
  if (to && !from) throw new WrongInput([{ field: 'obstacle_from', code: 'required' }])
  if (from && to && Temporal.PlainDate.compare(from, to) > 0) {
    throw new WrongInput([{ field: 'obstacle_to', code: 'obstacle-ends-before-it-begins' }])
  }
  const bar = timeBar(record, counting, from && to ? [{ from, to }] : [])
  if (bar && Temporal.PlainDate.compare(record.received_on, bar.due) <= 0) {
    throw new WrongInput([{ field: 'ground', code: 'time-bar-has-not-passed' }])
  }
}
