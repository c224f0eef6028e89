/** A question put to a dialogue, or somebody who says that they will come. Names and contacts are for the office alone. */
import type { QuestionOrigin, Telling } from '../../law/dialogue-rules.ts'
import {
  type DialogueQuestionCondition,
  type DialogueQuestionStanding,
  dialogueQuestionWorkflow,
} from '../../law/dialogue-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import { personalData } from '../feedback/personal-data.ts'
import { type DialogueRow, preparerKinds } from './dialogue.ts'

/** One time an asker was told of something that changed. */
export interface Told {
  what: 'moved' | 'cancelled' | 'set-aside'
  /** The day on which it was announced or decided. */
  of: string
  /** Of a move: the day moved to, since a day may see two moves. */
  to_on?: string
  on: string
  how: Telling
  by: string
}

/** A row of the table. */
export interface DialogueQuestionRow extends RecordRow {
  dialogue_id: string
  origin: QuestionOrigin
  asked_on: Temporal.PlainDate
  text: string | null
  asker_name: string | null
  asker_phone: string | null
  asker_email: string | null
  village: string | null
  language: 'vi' | 'en'
  has_code: boolean
  people: number
  group_id: string | null
  petition_id: string | null
  set_aside: string | null
  answered: { on: string; how: Telling; by: string } | null
  answered_on: Temporal.PlainDate | null
  told: readonly Told[]
}

/** The dialogue it belongs to, as conditions need it; null where a form names none. */
export interface DialogueQuestionFacts {
  dialogue: Pick<DialogueRow, 'state' | 'groups' | 'published_on' | 'moved' | 'cancelled'> | null
}

/** The noun. Heirs of a unit that is no more answer what was asked of it. */
export const dialogueQuestion = {
  kind: 'dialogue-question',
  table: 'dialogue_question',
  workflow: dialogueQuestionWorkflow,
  async facts(sql, { record }) {
    return { dialogue: record ? await dialogueOf(sql, record.unit_id, record.dialogue_id) : null }
  },
  standings({ record, viewer, unit_id }): DialogueQuestionStanding[] {
    const standings: DialogueQuestionStanding[] = []
    if (carries(viewer, unit_id, 'head', 'deputy-head')) standings.push('head')
    if (carries(viewer, unit_id, ...preparerKinds)) standings.push('preparer')
    if (record && viewer.opened.some((one) => one.unit_id === unit_id && one.record_id === record.id))
      standings.push('asker')
    if (!record && viewer.via === 'portal') standings.push('public')
    if (viewer.via === 'clock') standings.push('clock')
    return standings
  },
  conditions: {
    'its-group-has-an-answer': ({ record, facts }) =>
      !record || facts.dialogue?.groups.find((group) => group.id === record.group_id)?.answer != null,
    'dialogue-is-on-its-way': ({ facts }) =>
      facts.dialogue === null || ['announced', 'held', 'published'].includes(facts.dialogue.state),
    'the-office-wrote-it-down': ({ record }) => record!.origin !== 'portal',
    'none-of-it-names-a-person': ({ record, input }) => {
      const reason = input?.['reason']
      return typeof reason !== 'string' || personalData(reason, record?.asker_name ? [record.asker_name] : []) === null
    },
  } satisfies Record<DialogueQuestionCondition, Noun<DialogueQuestionRow, DialogueQuestionFacts>['conditions'][string]>,
} satisfies Noun<DialogueQuestionRow, DialogueQuestionFacts>

async function dialogueOf(sql: Sql, unit_id: string, id: string): Promise<DialogueQuestionFacts['dialogue']> {
  const { rows } = await sql.query<DialogueRow>({
    name: 'dialogue_of_question',
    text: 'select state, groups, published_on, moved, cancelled from dialogue where unit_id = $1 and id = $2',
    values: [unit_id, id],
  })
  return rows[0] ?? null
}

/** What of the dialogue must still be told to this asker: its last move, or that it is off. Null where nothing is owed. */
export function owedWord(
  row: Pick<DialogueQuestionRow, 'state' | 'told' | 'set_aside' | 'created_at'>,
  of: Pick<DialogueRow, 'moved' | 'cancelled'>,
): Pick<Told, 'what' | 'of' | 'to_on'> | null {
  const knows = (what: Told['what'], day: string) => row.told.some((one) => one.what === what && one.of === day)
  if (row.state === 'set-aside')
    return row.told.some((one) => one.what === 'set-aside') ? null : { what: 'set-aside', of: '' }
  if (!['asked', 'grouped', 'signed-up'].includes(row.state)) return null
  if (of.cancelled) return knows('cancelled', of.cancelled.on) ? null : { what: 'cancelled', of: of.cancelled.on }
  const last = of.moved.at(-1)
  if (!last) return null
  // Whoever asked after the move read the new day already.
  const asked_on = row.created_at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate()
  if (Temporal.PlainDate.compare(asked_on, Temporal.PlainDate.from(last.announced_on)) > 0) return null
  const heard = row.told.findLast((one) => one.what === 'moved')
  const knows_it = heard?.of === last.announced_on && (heard.to_on ?? last.to_on) === last.to_on
  return knows_it ? null : { what: 'moved', of: last.announced_on, to_on: last.to_on }
}
