/** A dialogue: its plan and notice, what was asked and answered in groups, minutes, promises; who stands how towards it. */
import type { DialogueKind, DialogueMode, MinutesPart } from '../../law/dialogue-rules.ts'
import { dutyOn } from '../../law/dialogue-rules.ts'
import { type DialogueCondition, type DialogueStanding, dialogueWorkflow } from '../../law/dialogue-workflow.ts'
import { type DueAnswer, due } from '../../law/due.ts'
import type { LimitId } from '../../law/time-limits.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'
import type { Promised } from '../commitments/promise.ts'
import { personalData } from '../feedback/personal-data.ts'

/** One move after the notice, as it was announced. */
export interface Move {
  from_on: string
  to_on: string
  reason: string
  notice: string
  announced_on: string
}

/** Questions on one matter and the one answer to them; every word of it is for everybody. */
export interface QuestionGroup {
  id: string
  title: string
  summary: string
  answer: string | null
  answered_on: string | null
  /** Who wrote last, and when. */
  by: string
  at: string
  version: number
}

/** One part of the minutes; `version` counts its own changes, so that two people may write two parts at once. */
export interface MinutesText {
  part: MinutesPart
  text: string
  version: number
  by_id: string | null
  by: string
  at: string
}

/** How many came: slips handed in, those on the line, and the sheets of villages. Never who. */
export interface Attendance {
  slips: number
  online: number
  paper: readonly { village: string; people: number }[]
}

/** A mistake mended: both values stay. */
export interface DialogueCorrection {
  on: string
  by: string
  reason: string
  changes: readonly { field: string; from: string; to: string }[]
}

/** A row of the table; what the columns mean stands in the migration. */
export interface DialogueRow extends RecordRow {
  kind: DialogueKind
  title: string
  about: string
  mode: DialogueMode
  held_on: Temporal.PlainDate
  starts: string
  ends: string
  place: string
  link: string | null
  questions_by_on: Temporal.PlainDate
  chaired_by: string
  with_unit_ids: readonly string[]
  project_id: string | null
  request_id: string | null
  announced_on: Temporal.PlainDate | null
  notice_by_on: Temporal.PlainDate | null
  notice_where: string | null
  moved: readonly Move[]
  cancelled: { on: string; by: string; reason: string } | null
  slips: number
  groups: readonly QuestionGroup[]
  minutes: readonly MinutesText[]
  attendance: Attendance | null
  people: number | null
  recorded_on: Temporal.PlainDate | null
  publish_by_on: Temporal.PlainDate | null
  published_on: Temporal.PlainDate | null
  conclusion: string | null
  villages_told: { on: string; to: string } | null
  promises: readonly Promised[]
  closed_on: Temporal.PlainDate | null
  corrections: readonly DialogueCorrection[]
}

/** What conditions need of the questions. */
export interface DialogueFacts extends Counting {
  /** Neither grouped nor set aside, handed on or withdrawn. */
  unsorted: number
  /** Sorted, and their asker not answered. */
  unanswered: number
  /** Names of those who asked, of two words at least: they stand in nothing that is published. One word alone is many words. */
  names: readonly string[]
  /** Slips handed in. */
  slips: number
}

/** Posts whose holders prepare. */
export const preparerKinds = ['clerk', 'handler', 'reception-officer'] as const

const noFacts = { unsorted: 0, unanswered: 0, names: [], slips: 0 }

async function factsOf(sql: Sql, row: DialogueRow) {
  const { rows } = await sql.query<Omit<DialogueFacts, keyof Counting>>({
    name: 'dialogue_facts',
    text: `select count(*) filter (where state = 'asked')::int as unsorted,
        count(*) filter (where state in ('asked', 'grouped'))::int as unanswered,
        coalesce(array_agg(distinct asker_name) filter (where asker_name like '% %'), '{}') as names,
        (select count(*)::int from dialogue_slip s where s.unit_id = $1 and s.dialogue_id = $2) as slips
      from dialogue_question where unit_id = $1 and dialogue_id = $2`,
    values: [row.unit_id, row.id],
  })
  return rows[0] ?? noFacts
}

/** Fields of any step whose words everybody may read one day. */
const publicFields = [
  'title',
  'about',
  'summary',
  'answer',
  'conclusion',
  'text',
  'finding',
  'reason',
  'notice',
  'place',
] as const

/** Do these words give a person away? */
export function namesSomebody(words: readonly unknown[], names: readonly string[]): boolean {
  return words.some((word) => typeof word === 'string' && personalData(word, names) !== null)
}

/** Is a group part of the results? One whose questions all went elsewhere, without an answer, tells nobody anything. */
export function isTold(group: QuestionGroup, questions: ReadonlyMap<string, number>): boolean {
  return group.answer !== null || (questions.get(group.id) ?? 0) > 0
}

/** Everything that publishing the results makes public. */
export function publishedWords(row: DialogueRow): string[] {
  const groups = row.groups.flatMap((group) => [group.title, group.summary, group.answer ?? ''])
  return [row.title, row.about, ...groups, ...row.promises.map((one) => one.text)]
}

/** The limit of this kind that day, counted; null where no text fixes one. */
export function limitOf(
  row: Pick<DialogueRow, 'kind'>,
  which: 'notice' | 'publish',
  held_on: Temporal.PlainDate,
  counting: Counting,
): DueAnswer | null {
  const limit: LimitId | null = dutyOn(row.kind, held_on)?.[which] ?? null
  return limit === null ? null : due(limit, { start: held_on, ...counting })
}

/** The day that an input names, else the record's. */
function dayAsked(input: Record<string, unknown> | null, field: string): Temporal.PlainDate | null {
  const given = input?.[field]
  return given instanceof Temporal.PlainDate ? given : null
}

/** The noun. Heirs of a unit that is no more finish what it began; they begin nothing in its name. */
export const dialogue = {
  kind: 'dialogue',
  table: 'dialogue',
  workflow: dialogueWorkflow,
  async facts(sql, { record }) {
    const counting = await countingOf(sql)
    return { ...counting, ...(record ? await factsOf(sql, record) : noFacts) }
  },
  standings({ record, viewer, unit_id }): DialogueStanding[] {
    const may = record === null ? holds : carries
    const standings: DialogueStanding[] = []
    if (may(viewer, unit_id, 'head', 'deputy-head')) standings.push('head')
    if (may(viewer, unit_id, ...preparerKinds)) standings.push('preparer')
    if (viewer.via === 'clock') standings.push('clock')
    return standings
  },
  conditions: {
    // A notice posted on paper before it was entered has its own day; a move names the new day of the dialogue.
    'notice-is-in-time': ({ record, facts, input, moment }) => {
      if (!record || input === null) return true
      const held_on = dayAsked(input, 'held_on') ?? record.held_on
      const told_on = dayAsked(input, 'announced_on') ?? moment.on
      const limit = limitOf(record, 'notice', held_on, facts)
      return limit === null || Temporal.PlainDate.compare(told_on, limit.due) <= 0
    },
    'dialogue-day-has-come': ({ record, moment }) =>
      !record || Temporal.PlainDate.compare(record.held_on, moment.on) <= 0,
    'dialogue-day-has-not-passed': ({ record, moment }) =>
      !record || Temporal.PlainDate.compare(record.held_on, moment.on) >= 0,
    'every-question-is-sorted': ({ facts }) => facts.unsorted === 0,
    'every-asker-is-answered': ({ facts }) => facts.unanswered === 0,
    'none-of-it-names-a-person': ({ facts, input }) =>
      input === null ||
      !namesSomebody(
        publicFields.map((field) => input[field]),
        facts.names,
      ),
    'published-words-name-nobody': ({ record, facts }) =>
      !record || !namesSomebody(publishedWords(record), facts.names),
  } satisfies Record<DialogueCondition, Noun<DialogueRow, DialogueFacts>['conditions'][string]>,
} satisfies Noun<DialogueRow, DialogueFacts>
