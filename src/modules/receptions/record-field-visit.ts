/** `record` of a field visit: where the head went, who spoke by role, and the words of what was promised. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day, longText, text } from '../../platform/input.ts'
import { foldMarks } from '../../platform/text.ts'
import { faultAt, lines, parts } from './asked.ts'
import { fieldVisit, speakerRoles } from './field-visit.ts'
import { officersOn } from './publish.ts'

/** What recording a field visit asks. */
export const recordFieldVisitInput = z.object({
  held_on: day(),
  place: text(300),
  /** One a line: role; what was said. Never a name. */
  spoke: longText(5000),
  promised: longText(20_000).optional(),
  promise_due_on: day().optional(),
})

/** Roles as officers write them, folded. */
const roleWords: Readonly<Record<string, (typeof speakerRoles)[number]>> = {
  'nguoi dan': 'resident',
  'ba con': 'resident',
  resident: 'resident',
  'truong thon': 'village-head',
  'truong ban': 'village-head',
  'to truong': 'village-head',
  'village head': 'village-head',
  'mat tran': 'front',
  front: 'front',
  'doan the': 'mass-organisation',
  organisation: 'mass-organisation',
  'nguoi cao tuoi': 'elder',
  'nguoi co uy tin': 'elder',
  elder: 'elder',
  'doanh nghiep': 'business',
  business: 'business',
  'can bo': 'official',
  official: 'official',
}

/** Records a head's field visit. */
export const recordFieldVisit = action({
  noun: fieldVisit,
  step: 'record',
  input: recordFieldVisitInput,
  reads: async (sql, { unit_id, input }) => (await officersOn(sql, unit_id, input.held_on, 'head'))[0] ?? null,
  decide({ input, moment, unit_id, id }, head) {
    if (Temporal.PlainDate.compare(input.held_on, moment.on) > 0) faultAt('held_on', 'day-in-future')
    if (!head) faultAt('held_on', 'no-head-that-day')
    return {
      change: {
        held_on: input.held_on,
        head_account_id: head.account_id,
        head_name: head.name,
        head_title: head.title,
        place: input.place,
        spoke: lines(input.spoke).map(spokenOf),
        promised: input.promised ?? null,
        promise_due_on: input.promise_due_on ?? null,
        corrections: [],
      },
      // What was promised with a day enters the ledger of commitments.
      jobs: [{ task: 'make-commitments', payload: { origin_kind: 'field-visit', unit_id, id } }],
    }
  },
})

/** Reads `Trưởng thôn; đường vào thôn ngập`: a line must open with a role, so that no name slips in. */
export function spokenOf(line: string): { role: (typeof speakerRoles)[number]; said: string } {
  const [who = '', ...said] = parts(line)
  const role = roleWords[foldMarks(who)] ?? speakerRoles.find((known) => known === who)
  if (!role || said.length === 0) faultAt('spoke', 'role-opens-the-line')
  return { role, said: said.join('; ').slice(0, 2000) }
}
