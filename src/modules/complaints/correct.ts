/** A mistake in the complaint register is mended; both values stay in the history. */
import { z } from 'zod'
import { respondentBodies } from '../../law/competence.ts'
import { complaintLimit } from '../../law/complaint-limits.ts'
import { type ContestedKind, contestedKinds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, personName, text } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import type { Counting } from '../calendars/counting.ts'
import { type ComplaintRow, complaint, isSuspended } from './complaint.ts'

/** Fields left empty stay as they are. */
export const correct = action({
  noun: complaint,
  step: 'correct',
  input: z.object({
    reason: text(1000, { field: 'long-text' }),
    title: text(300).optional(),
    complainant_name: personName().optional(),
    respondent: text(300).optional(),
    respondent_body: choice(respondentBodies).optional(),
    contested_kind: choice(contestedKinds).optional(),
  }),
  decide({ record, input, facts }) {
    const { reason: _, contested_kind, ...given } = input
    const change: Partial<ComplaintRow> = {
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      ...(contested_kind ? ofKind(record!, contested_kind, facts) : {}),
    }
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    return { change }
  },
})

/** What is contested decides on the limit: a running clock is counted anew from its own start. */
function ofKind(row: ComplaintRow, kind: ContestedKind, counting: Counting): Partial<ComplaintRow> {
  const contested = { ...row.contested, kind }
  if (row.clock === null) return { contested }
  const rule = complaintLimit(row.accepted_on === null ? 'accept' : 'settle', {
    instance: row.instance,
    contested: kind,
  })
  const clock = { ...row.clock, rule }
  // While it is suspended there is no due day; it comes back with the rule.
  return { contested, ...(isSuspended(row) ? { clock } : clockColumns(clock, counting)) }
}
