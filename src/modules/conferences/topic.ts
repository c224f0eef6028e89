/** A topic for which papers are asked: of which units, until when, and whether anybody may send one. */
import { type TopicStanding, type TopicState, topicWorkflow } from '../../law/paper-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { organises, type PapersMeeting, papersMeeting } from './organisers.ts'

/** A row of the table. */
export interface TopicRow extends RecordRow {
  state: TopicState
  meeting_id: string
  title: string
  what: string | null
  asked_unit_ids: readonly string[]
  due_on: Temporal.PlainDate
  open_call: boolean
  blind: boolean
  ended_on: Temporal.PlainDate | null
  end_note: string | null
}

/** The meeting of a topic that exists. */
export interface TopicFacts {
  meeting: PapersMeeting | null
}

/** Most units asked by one topic, and topics of one meeting. */
export const topicMax = { units: 100, topics: 200 } as const

/** The noun. */
export const topic = {
  kind: 'topic',
  table: 'topic',
  workflow: topicWorkflow,
  facts: async (sql, { record }) => ({
    meeting: record && (await papersMeeting(sql, record.unit_id, record.meeting_id)),
  }),
  standings({ record, facts, viewer, unit_id }): TopicStanding[] {
    // A new topic names its meeting in the input: there the step itself asks who organises it.
    const units = record === null ? [unit_id] : (facts.meeting?.organiser_ids ?? [unit_id])
    return organises(viewer, units) ? ['organiser'] : []
  },
  conditions: {
    // A day that stands may lie behind: the words of a topic are mended after it too.
    'due-day-of-papers-is-ahead': ({ record, input, moment }) =>
      !(input?.['due_on'] instanceof Temporal.PlainDate) ||
      record?.due_on.equals(input['due_on']) === true ||
      Temporal.PlainDate.compare(input['due_on'], moment.on) > 0,
    'somebody-is-asked-for-a-paper': ({ input }) =>
      input === null || input['open_call'] === true || (Array.isArray(input['units']) && input['units'].length > 0),
  },
} satisfies Noun<TopicRow, TopicFacts>
