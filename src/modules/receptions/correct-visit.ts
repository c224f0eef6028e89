/** `correct` of a visit: a mistake is mended; both values stay, and figures are taken back on the day they were known. */
import { z } from 'zod'
import { largeGroupFrom } from '../../law/reception-rules.ts'
import { action, type PostingWanted } from '../../platform/actions/action.ts'
import { count, personName, text, yesNo } from '../../platform/input.ts'
import { changesOf } from './correct-day.ts'
import { caseOf, searchOf } from './presence.ts'
import { type VisitRow, visit, visitPosting } from './visit.ts'

/** What may be corrected; an empty field changes nothing. */
export const correctVisitInput = z.object({
  visitor_name: personName().optional(),
  visitor_address: text(300).optional(),
  subject: text(300).optional(),
  people: count(1, 10_000).optional(),
  first_time: yesNo().optional(),
  earlier_petition: text(20).optional(),
  reason: text(500),
})

/** Corrects a visit. */
export const correctVisit = action({
  noun: visit,
  step: 'correct',
  input: correctVisitInput,
  kept: ({ reason }) => ({ reason }),
  reads: (sql, { unit_id, input }) => caseOf(sql, unit_id, input.earlier_petition),
  decide({ record, input, moment, viewer }, case_id) {
    if (!record) throw new Error('correct without a record')
    const { reason, earlier_petition: _asked, ...plain } = input
    const asked = case_id === null ? plain : { ...plain, case_id }
    // The name of somebody who came to denounce enters this book by no door.
    const wanted = record.closed_content ? { people: asked.people, first_time: asked.first_time } : asked
    const changes = changesOf(record, wanted)
    const after = { ...record, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) }
    const large_group = after.people >= largeGroupFrom
    return {
      change: {
        ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
        large_group,
        search: searchOf({ visitor_name: after.visitor_name ?? undefined, subject: after.subject ?? undefined }),
        corrections: [...record.corrections, { on: moment.on.toString(), by: viewer.name, reason, changes }],
      },
      postings: counts(record) ? [...recounted(record, { ...after, large_group })] : [],
    }
  },
})

function counts(record: VisitRow): boolean {
  return record.stage !== null && record.state !== 'refused'
}

function recounted(before: VisitRow, after: VisitRow): PostingWanted[] {
  const same = before.people === after.people && before.first_time === after.first_time
  if (same || before.stage === null) return []
  const { stage } = before
  return [visitPosting({ ...before, stage }, before.held_on, -1), visitPosting({ ...after, stage }, before.held_on)]
}
