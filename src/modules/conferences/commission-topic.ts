/** `commission`: a topic is given out to units, or opened to anybody, until a day. */
import { z } from 'zod'
import { topicWorkflow } from '../../law/paper-workflow.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { agree, day, longText, text, uuid } from '../../platform/input.ts'
import { faultAt } from './asked.ts'
import { organises, papersMeeting } from './organisers.ts'
import { chosenUnits } from './paper-fields.ts'
import { topic, topicMax } from './topic.ts'

/** What a topic says. */
export const topicAbout = {
  title: text(300),
  what: longText(4000).optional(),
  units: chosenUnits(topicMax.units),
  due_on: day(),
  open_call: agree(),
}

/** How many of these units stand on a day. */
export async function standing(sql: Sql, unit_ids: readonly string[], on: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'select count(*)::int as count from unit_period where unit_id = any($1::uuid[]) and valid @> $2::date',
    [unit_ids, on.toString()],
  )
  return rows[0]?.count ?? 0
}

/** One topic, several units: each owes a paper of its own. */
export const commissionTopic = action({
  noun: topic,
  step: 'commission',
  input: z.object({ meeting_id: uuid(), ...topicAbout, blind: agree() }),
  reads: async (sql, { unit_id, input, moment }) => {
    const { rows } = await sql.query<{ count: number }>(
      'select count(*)::int as count from topic where unit_id = $1 and meeting_id = $2',
      [unit_id, input.meeting_id],
    )
    return {
      meeting: await papersMeeting(sql, unit_id, input.meeting_id),
      topics: rows[0]?.count ?? 0,
      units: await standing(sql, input.units ?? [], moment.on),
    }
  },
  decide({ input, viewer }, { meeting, topics, units }) {
    if (!meeting || !organises(viewer, meeting.organiser_ids)) throw new NotOpen('not-yours', '', 404)
    if (meeting.state === 'cancelled' || meeting.state === 'closed')
      throw new NotOpen('meeting-is-over', topicWorkflow.commission.cite)
    if (topics >= topicMax.topics) throw new NotOpen('meeting-has-many-topics', topicWorkflow.commission.cite)
    if (units < (input.units ?? []).length) faultAt('units', 'unit-does-not-stand')
    if (Temporal.PlainDate.compare(input.due_on, meeting.held_on) > 0) faultAt('due_on', 'due-after-the-meeting')
    return {
      change: {
        meeting_id: input.meeting_id,
        title: input.title,
        what: input.what ?? null,
        asked_unit_ids: input.units ?? [],
        due_on: input.due_on,
        open_call: input.open_call,
        blind: input.blind,
        ended_on: null,
        end_note: null,
      },
    }
  },
})
