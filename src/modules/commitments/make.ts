/** `make`: the program makes a commitment of a promise when the text that holds it is fixed. */
import { z } from 'zod'
import { commitmentForces } from '../../law/commitment-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import type { Moment } from '../../platform/clock.ts'
import { choice, day, longText, text, unitId, uuid, yesNo } from '../../platform/input.ts'
import { headOf, type Officer } from '../people/queries.ts'
import { commitment } from './commitment.ts'
import { lastDayOf } from './due-day.ts'
import { madePosting } from './postings.ts'

/** The promise as the view `commitment_source` gives it. The head is that of the day on which it was said. */
export const make = action({
  noun: commitment,
  step: 'make',
  input: z.object({
    origin_kind: text(41),
    origin_unit_id: unitId(),
    origin_id: uuid(),
    origin_title: text(500),
    origin_public: yesNo(),
    said_on: day(),
    helpers: z.array(unitId()).max(20),
    text: longText(20_000),
    force: choice(commitmentForces),
    due_on: day(),
  }),
  reads: (sql, { unit_id, input, viewer }) => headOf(viewer, sql, unit_id, input.said_on),
  decide({ input, facts, moment }, head) {
    const { due_on: named_on, ...said } = input
    return {
      change: {
        ...said,
        named_on,
        due_on: lastDayOf(named_on, facts.calendar),
        ...begun(moment, head),
      },
      postings: [madePosting(input, moment.on)],
    }
  },
})

/** What every commitment starts with. */
export function begun(moment: Moment, head: Officer | null) {
  return {
    extensions: [],
    made_on: moment.on,
    head_then: head && { account_id: head.account_id, name: head.name, title: head.title },
    public_text: null,
    published_on: null,
    taken_down: [],
    progress: [],
    evidence: null,
    reported_on: null,
    reported_by: null,
    sent_back: [],
    kept_on: null,
    confirmed_on: null,
    confirmed_as: null,
    ended_on: null,
    why: null,
    replaces_id: null,
    replaced_by_id: null,
    corrections: [],
  }
}
