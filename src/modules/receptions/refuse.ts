/** `refuse`: a person is not received, on one ground of the law; told at once, and by letter where the law wants one. */
import { z } from 'zod'
import { refusalGroundIds, refusalGroundsOn } from '../../law/reception-rules.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, longText, mustAgree, text } from '../../platform/input.ts'
import { type Clock, clockColumns } from '../calendars/clock.ts'
import { faultAt } from './asked.ts'
import { visit, visitPosting } from './visit.ts'

/** What refusing asks. */
export const refuseInput = z.object({
  ground: choice(refusalGroundIds),
  /** Number and day of the earlier answer or decision and of its notice: no refusal on hearsay. */
  earlier: text(300).optional(),
  note: longText(2000).optional(),
  told: mustAgree(),
})

/** Refuses a person. */
export const refuse = action({
  noun: visit,
  step: 'refuse',
  input: refuseInput,
  decide({ record, input, facts, moment }) {
    if (!record) throw new Error('refuse without a record')
    const ground = refusalGroundsOn(moment.on).find((row) => row.id === input.ground)
    if (!ground) faultAt('ground', 'ground-not-in-force')
    if (ground.needs_earlier && !input.earlier) faultAt('earlier', 'earlier-answer-is-needed')
    const clock: Clock = { rule: 'reception.refusal-notice', start: moment.on.toString() }
    const owed = ground.letter ? clockColumns(clock, facts) : { clock: null, nominal_on: null, due_on: null }
    // A refused person was not received: what was counted at the desk is taken back.
    const counted = record.stage === null ? [] : [visitPosting({ ...record, stage: record.stage }, record.held_on, -1)]
    return {
      cite: ground.cite,
      change: {
        refusal: {
          ground: ground.id,
          cite: ground.cite,
          letter: ground.letter,
          note: record.closed_content ? null : (input.note ?? null),
          earlier: input.earlier ?? null,
          refused_on: moment.on.toString(),
          letter_due_on: owed.due_on?.toString() ?? null,
          letter_sent_on: null,
          document_id: null,
        },
        // The letter is what the office owes this person now.
        ...owed,
      },
      postings: counted,
    }
  },
})
