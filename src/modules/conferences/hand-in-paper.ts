/** `hand-in`: a unit's paper comes in at the desk, sent by its own officer or recorded by an organiser. */
import { z } from 'zod'
import { paperWorkflow } from '../../law/paper-workflow.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { agree, longText, text, uuid } from '../../platform/input.ts'
import { attachmentRows } from '../petitions/inputs.ts'
import { faultAt } from './asked.ts'
import { standing } from './commission-topic.ts'
import { unitsSpokenFor } from './meeting.ts'
import { organises, type PapersMeeting, papersMeeting } from './organisers.ts'
import { type PaperRow, paper, paperMax } from './paper.ts'
import { authorLines, authorsOf, chosenUnits, paperFiles, versionOf } from './paper-fields.ts'
import type { TopicRow } from './topic.ts'

/** What a paper says of itself. */
export const paperAbout = {
  title: text(300),
  abstract: longText(4000).optional(),
  authors: authorLines(),
  print_contact: agree(),
}

/** The topic a new paper is for, with its meeting. */
export interface NewPaperReads {
  topic: TopicRow | null
  meeting: PapersMeeting | null
}

/** Reads both. */
export async function topicOf(sql: Sql, unit_id: string, topic_id: string): Promise<NewPaperReads> {
  const { rows } = await sql.query<TopicRow>('select * from topic where unit_id = $1 and id = $2', [unit_id, topic_id])
  const topic = rows[0] ?? null
  return { topic, meeting: topic && (await papersMeeting(sql, unit_id, topic.meeting_id)) }
}

/** Throws where the topic takes no papers any more. */
export function checkTakes({ topic, meeting }: NewPaperReads): { topic: TopicRow; meeting: PapersMeeting } {
  if (!topic || !meeting) throw new NotOpen('not-yours', '', 404)
  if (topic.state !== 'commissioned') throw new NotOpen('topic-has-ended', paperWorkflow['hand-in'].cite)
  if (meeting.state === 'cancelled' || meeting.state === 'closed')
    throw new NotOpen('meeting-is-over', paperWorkflow['hand-in'].cite)
  return { topic, meeting }
}

/** The columns of a paper nobody has worked on yet. */
export const untouched = {
  remarks: [],
  reviews: [],
  decision_note: null,
  decided_on: null,
  place: null,
  minutes: null,
  withdrawn_on: null,
  withdrawn_note: null,
  was_on_programme: false,
} as const satisfies Partial<PaperRow>

/** Late ones are taken: the list says so. */
export const handInPaper = action({
  noun: paper,
  step: 'hand-in',
  input: z.object({ topic_id: uuid(), ...paperAbout, units: chosenUnits(paperMax.from_units), files: paperFiles() }),
  reads: async (sql, { unit_id, input, moment }) => ({
    ...(await topicOf(sql, unit_id, input.topic_id)),
    units: await standing(sql, input.units ?? [], moment.on),
  }),
  decide({ input, viewer, moment, id }, { units, ...found }) {
    const { topic, meeting } = checkTakes(found)
    const from = input.units ?? []
    if (!maySend(viewer, topic, meeting, from)) throw new NotOpen('not-yours', '', 404)
    if (units < from.length) faultAt('units', 'unit-does-not-stand')
    const { files, topic_id, units: _, authors, ...about } = input
    return {
      change: {
        ...untouched,
        meeting_id: meeting.id,
        topic_id,
        title: about.title,
        abstract: about.abstract ?? null,
        print_contact: about.print_contact,
        authors: authorsOf(authors),
        from_unit_ids: from,
        blind: topic.blind,
        via: 'desk' as const,
        received_on: moment.on,
        versions: [versionOf(files, { no: 1, on: moment.on, by: viewer.name })],
      },
      rows: attachmentRows(files, { record_kind: 'paper', record_id: id }, { viewer, on: moment.on }),
    }
  },
})

/** An organiser records any paper; a unit sends its own where it was asked, or where the call is open. */
function maySend(viewer: Viewer, topic: TopicRow, meeting: PapersMeeting, from: readonly string[]): boolean {
  if (organises(viewer, meeting.organiser_ids)) return true
  return (
    topic.open_call || from.some((one) => unitsSpokenFor(viewer).includes(one) && topic.asked_unit_ids.includes(one))
  )
}
