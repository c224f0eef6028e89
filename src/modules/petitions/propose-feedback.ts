/** A recommendation or observation comes into being from a petition's point. */
import type { Creation } from '../../platform/actions/action.ts'
import type { Moment } from '../../platform/clock.ts'
import { idFrom } from '../../platform/uuid.ts'
import { clockColumns } from '../calendars/clock.ts'
import type { Counting } from '../calendars/counting.ts'
import type { PetitionRow, Point } from './petition.ts'

/** The first form; the time for an answer is a local number of days, counted from the receipt. */
export function proposedFeedback(petition: PetitionRow, point: Point, counting: Counting, moment: Moment): Creation {
  return {
    noun: { kind: 'feedback', table: 'feedback' },
    id: idFrom(petition.id, `point/${point.id}`),
    step: 'propose',
    state: 'awaiting-assignment',
    cite: 'NĐ 20/2008 Đ9',
    numbers: [{ column: 'register_number', book: 'feedback', year: moment.on.year }],
    change: {
      register_year: moment.on.year,
      petition_id: petition.id,
      point: point.id,
      case_id: petition.case_id,
      kind: point.kind === 'recommendation' ? 'recommendation' : 'observation',
      title: point.text,
      text: petition.text,
      field: point.field,
      place_unit_id: petition.place_unit_id,
      received_on: petition.received_on,
      proposed_on: moment.on,
      handler_id: petition.handler_id,
      publication: 'not-asked',
      reopened: 0,
      ...clockColumns({ rule: 'feedback.answer', start: petition.received_on.toString() }, counting),
    },
  }
}
