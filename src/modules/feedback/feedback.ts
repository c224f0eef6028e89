/** A recommendation or an observation on its way to an answer: standings, conditions, what its letters say. */
import { due } from '../../law/due.ts'
import { feedbackWorkflow } from '../../law/feedback-workflow.ts'
import type { Field } from '../../law/terms.ts'
import type { Noun, PostingWanted, RecordRow } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import type { Clock } from '../calendars/clock.ts'
import type { Counting } from '../calendars/counting.ts'
import { dueDateMoves } from '../calendars/re-date.ts'
import { countedPoint } from '../petitions/petition.ts'
import { type ProceedingFacts, proceedingFacts } from '../petitions/proceeding-facts.ts'
import type { Regulation } from './regulation.ts'

/** A row of the feedback register. */
export interface FeedbackRow extends RecordRow {
  register_number: number | null
  register_year: number
  petition_id: string
  point: string
  case_id: string
  kind: 'recommendation' | 'observation'
  title: string
  text: string
  field: Field
  place_unit_id: string | null
  received_on: Temporal.PlainDate
  proposed_on: Temporal.PlainDate
  handler_id: string | null
  draft: string | null
  answer: string | null
  answered_on: Temporal.PlainDate | null
  public_question: string | null
  public_answer: string | null
  publication: 'not-asked' | 'asked' | 'allowed' | 'refused'
  published_on: Temporal.PlainDate | null
  rating: number | null
  rating_note: string | null
  reopened: number
  reopened_on: Temporal.PlainDate | null
  /** Null where it is not about a regulation. */
  regulation: Regulation | null
  outcome_published_on: Temporal.PlainDate | null
  sent_to: { unit_id: string; petition_id: string; unit_name: string; on: string } | null
  ended_on: Temporal.PlainDate | null
  /** What was said of the answer when it was counted; null for those counted before it was asked. */
  counted: { in_time: boolean | null } | null
  clock: Clock | null
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
}

/** What conditions and letters need besides the row. */
export type FeedbackFacts = ProceedingFacts

/** Feedback as a kind of record. */
export const feedback: Noun<FeedbackRow, FeedbackFacts> = {
  kind: 'feedback',
  table: 'feedback',
  workflow: feedbackWorkflow,
  facts: (sql, { record, unit_id, moment }) => proceedingFacts(sql, unit_id, record, moment.on),
  standings({ record, viewer, unit_id }) {
    const standings: string[] = []
    if (viewer.via === 'clock') standings.push('clock')
    if (record && viewer.opened.some((o) => o.record_id === record.petition_id)) standings.push('petitioner')
    if (carries(viewer, unit_id, 'reception-officer', 'clerk')) standings.push('intake')
    const mine = viewer.account_id !== null && record?.handler_id === viewer.account_id
    if (mine && carries(viewer, unit_id, 'handler', 'reception-officer')) standings.push('handler')
    if (carries(viewer, unit_id, 'head')) standings.push('head', 'settler')
    return standings
  },
  conditions: {
    'due-date-moves': ({ record, facts, input }) => dueDateMoves(record!, facts, input),
    'officer-has-this-work': ({ record, input }) => !input || record!.handler_id === input['from_id'],
    'outside-competence': () => true,
    'not-transferred-before': ({ record, facts }) => record!.sent_to === null && facts.petition.came_from === null,
    'publication-is-allowed': ({ record }) => record!.publication === 'allowed',
    'publication-is-not-yet-allowed': ({ record }) => record!.publication !== 'allowed',
    'publication-is-not-yet-refused': ({ record }) => record!.publication !== 'refused',
    'not-published-yet': ({ record }) => record!.published_on === null,
    'not-rated-yet': ({ record }) => record!.rating === null,
    'reopened-less-than-once': ({ record }) => record!.reopened < 1,
    'reopening-window-is-open': ({ record, facts, moment }) => windowIsOpen(record!, facts, moment.on),
    'reopening-is-no-longer-possible': ({ record, facts, moment }) =>
      record!.reopened >= 1 || !windowIsOpen(record!, facts, moment.on),
    'is-not-marked-yet': ({ record }) => record!.regulation === null,
    'is-about-a-regulation': ({ record }) => record!.regulation !== null,
    'sender-gave-name-address-phone': ({ facts: { petition } }) =>
      petition.petitioner_name !== '' && petition.petitioner_address !== '' && petition.petitioner_phone !== null,
    'is-in-vietnamese': ({ input }) => input === null || input['in_vietnamese'] === true,
    // Of telephones the decree knows only the number set apart for it.
    'came-by-a-channel-of-the-decree': ({ input, facts }) =>
      input === null || facts.petition.source !== 'phone' || input['dedicated_number'] === true,
    'regulation-is-decided': ({ record }) => record!.regulation === null || record!.regulation.outcome !== null,
    'outcome-fits-the-issuer': ({ record, input }) => {
      const outcome = input?.['regulation_outcome']
      if (outcome === undefined || outcome === 'keep-as-it-is') return true
      return (record!.regulation?.issuer === 'own') === (outcome !== 'propose-to-superior')
    },
    'outcome-is-not-public-yet': ({ record }) => record!.outcome_published_on === null,
  },
}

function windowIsOpen(row: FeedbackRow, counting: Counting, on: Temporal.PlainDate): boolean {
  if (!row.answered_on) return false
  return Temporal.PlainDate.compare(on, due('feedback.reopen', { start: row.answered_on, ...counting }).due) <= 0
}

/** Settled or ended: counted once a letter, at its first point, against the day on which the letter was handled. */
export function settledPostings(
  row: FeedbackRow,
  facts: FeedbackFacts,
  on: Temporal.PlainDate,
  outcome: string,
  sign: 1 | -1 = 1,
  in_time: boolean | null = null,
): PostingWanted[] {
  if (countedPoint(facts.petition) !== row.point) return []
  const { same_as, eligible, source } = facts.petition
  return [
    {
      fact: 'petition-settled',
      on_day: on,
      sign,
      kind: row.kind,
      field: row.field,
      outcome,
      first_time: row.reopened === 0,
      since_on: facts.petition.processed_on,
      case_id: row.case_id,
      cases: same_as === null && eligible ? 1 : 0,
      in_time,
      source,
    },
  ]
}
