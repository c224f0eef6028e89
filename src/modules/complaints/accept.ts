/** The settler accepts the complaint: the settling clock starts, the complainant is told in writing. */
import { z } from 'zod'
import { complaintArticles, complaintLimit, mayBeSued } from '../../law/complaint-limits.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { mustAgree, yesNo } from '../../platform/input.ts'
import { type Clock, clockColumns, dueOf } from '../calendars/clock.ts'
import type { Counting } from '../calendars/counting.ts'
import { remoteAreasOf } from '../calendars/remote-area-list.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, courtesy, parties } from './letters.ts'
import { courseOf, followJobs } from './second.ts'

/** `remote`: the list of remote areas of the day of acceptance counts (LKN 2011 Đ28); what is on none is not remote. */
export const accept = action({
  noun: complaint,
  step: 'accept',
  input: z.object({ no_ground_applies: mustAgree(), remote: yesNo() }),
  reads: (sql, { unit_id, moment }) => remoteAreasOf(sql, unit_id, moment.on),
  decide({ record, input, moment, facts }, listed) {
    if (input.remote && listed === null) throw new WrongInput([{ field: 'remote', code: 'not-on-a-list' }])
    const remote_by = input.remote && listed ? { remote_by: listed.decisions.join('; ') } : {}
    const course = courseOf(record!)
    const articles = complaintArticles(course)
    const told = tellPetitioner(record!, record!.petition_id, 'step-taken', moment)
    const clock = clockColumns(
      { rule: complaintLimit('settle', course), start: moment.on.toString(), remote: input.remote, ...remote_by },
      facts,
    )
    const document = complaintLetter(
      record!,
      'acceptance',
      'Thụ lý giải quyết khiếu nại',
      {
        ...parties(facts),
        instance: course.instance === 2 ? 2 : 1,
        accepted_on: moment.on.toString(),
        settler: `${facts.letterhead.signature.head_title} ${facts.letterhead.issuer.name}`,
        limit: `${lengthOf(clock.clock, facts)} ngày`,
        due_on: clock.due_on.toString(),
        lawsuit: mayBeSued(course.contested),
        cite: [...new Set([articles.accept, articles.settle])].join(', ').concat(' Luật Khiếu nại'),
        ...courtesy(record!),
      },
      facts,
      moment,
    )
    return {
      change: { accepted_on: moment.on, remote: input.remote, ...clock },
      documents: [document],
      rows: told.rows,
      jobs: [...told.jobs, ...followJobs(record!)],
    }
  },
})

/** How many days the limit has, as the letter says. */
function lengthOf(clock: Clock, counting: Counting): number {
  return dueOf(clock, counting).length
}
