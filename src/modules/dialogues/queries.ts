/** Reads of dialogues and their questions, the viewer first. What the public reads leaves out names, contacts and minutes. */
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit, visibleTo } from '../../platform/actions/visible.ts'
import { type DialogueRow, preparerKinds } from './dialogue.ts'
import { type DialogueQuestionRow, owedWord } from './dialogue-question.ts'

const nameOn = (column: string) =>
  `coalesce((select u.name from unit_period u where u.unit_id = ${column} order by u.valid desc limit 1), '')`

/** Which dialogues a list shows. */
export type Shown = 'coming' | 'held' | 'all'

/** One line of a list. */
export interface DialogueLine
  extends Pick<
    DialogueRow,
    | 'unit_id'
    | 'id'
    | 'state'
    | 'kind'
    | 'title'
    | 'mode'
    | 'held_on'
    | 'starts'
    | 'place'
    | 'notice_by_on'
    | 'publish_by_on'
    | 'published_on'
    | 'announced_on'
    | 'people'
  > {
  unit: string
}

const lineColumns = `d.unit_id, d.id, d.state, d.kind, d.title, d.mode, d.held_on, d.starts, d.place, d.notice_by_on, d.publish_by_on,
  d.published_on, d.announced_on, d.people, ${nameOn('d.unit_id')} as unit`

/** Most rows of a page. */
export const linesMax = 100

/** Dialogues of the units that the viewer sees. */
export async function dialogueLines(
  viewer: Viewer,
  sql: Sql,
  { shown, project_id }: { shown: Shown; project_id?: string },
): Promise<DialogueLine[]> {
  if (viewer.account_id === null) return []
  const values: unknown[] = []
  const where = [visibleTo(viewer, 'd.unit_id', values)]
  if (shown === 'coming') where.push(`d.state in ('planned', 'announced')`)
  if (shown === 'held') where.push(`d.state in ('held', 'published', 'answered')`)
  if (project_id) where.push(`d.project_id = $${values.push(project_id)}`)
  const order = shown === 'coming' ? 'd.held_on, d.id' : 'd.held_on desc, d.id desc'
  const { rows } = await sql.query<DialogueLine>(
    `select ${lineColumns} from dialogue d where ${where.join(' and ')} order by ${order} limit ${linesMax}`,
    values,
  )
  return rows
}

/** A dialogue with its names. */
export interface Dialogue extends DialogueRow {
  unit: string
  /** Names of the bodies that hold it together with the unit. */
  together: readonly string[]
}

const wholeColumns = `d.*, ${nameOn('d.unit_id')} as unit,
  array(select ${nameOn('w.id')} from unnest(d.with_unit_ids) w(id)) as together`

/** One dialogue, for officers who see its unit. */
export async function dialogueById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Dialogue | null> {
  if (viewer.account_id === null || !(await seesUnit(viewer, sql, unit_id))) return null
  const { rows } = await sql.query<Dialogue>(
    `select ${wholeColumns} from dialogue d where d.unit_id = $1 and d.id = $2`,
    [unit_id, id],
  )
  return rows[0] ?? null
}

/** Most questions that a page shows. */
export const questionsMax = 1000

/** Questions of a dialogue with everything about them, for officers who work at its unit. */
export async function questionsOf(viewer: Viewer, sql: Sql, of: DialogueRow): Promise<DialogueQuestionRow[]> {
  if (!(await worksOn(viewer, sql, of.unit_id))) return []
  const { rows } = await sql.query<DialogueQuestionRow>(
    `select * from dialogue_question where unit_id = $1 and dialogue_id = $2 order by asked_on, id limit ${questionsMax}`,
    [of.unit_id, of.id],
  )
  return rows
}

/** Does the viewer work at the unit, or at one that carries its work on? Names of askers are for them; a superior sees groups and numbers. */
export async function worksOn(viewer: Viewer, sql: Sql, unit_id: string): Promise<boolean> {
  if (viewer.account_id === null) return false
  const posts = [...viewer.positions, ...(viewer.inherited ?? [])]
  const kinds: readonly string[] = ['head', 'deputy-head', ...preparerKinds]
  return posts.some((post) => post.unit_id === unit_id && kinds.includes(post.kind)) && seesUnit(viewer, sql, unit_id)
}

/** One question, for those officers and for whoever opened it with its code. */
export async function questionById(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<DialogueQuestionRow | null> {
  const opened = viewer.opened.some((one) => one.unit_id === unit_id && one.record_id === id)
  if (!opened && !(await worksOn(viewer, sql, unit_id))) return null
  const { rows } = await sql.query<DialogueQuestionRow>(
    'select * from dialogue_question where unit_id = $1 and id = $2',
    [unit_id, id],
  )
  return rows[0] ?? null
}

/** Questions of a dialogue in numbers: by group, in all, and askers still owed a word or an answer. */
export interface QuestionCounts {
  by_group: ReadonlyMap<string, number>
  asked: number
  signed_up: number
  answered: number
  unanswered: number
  slips: number
}

/** Counts alone, which anybody who may read the dialogue may read. */
export async function questionCounts(
  _viewer: Viewer,
  sql: Sql,
  of: { unit_id: string; id: string },
): Promise<QuestionCounts> {
  const { rows } = await sql.query<{ group_id: string | null; state: string; questions: number; people: number }>(
    `select group_id, state, count(*)::int as questions, sum(people)::int as people from dialogue_question
     where unit_id = $1 and dialogue_id = $2 group by 1, 2`,
    [of.unit_id, of.id],
  )
  const { rows: handed } = await sql.query<{ slips: number }>(
    'select count(*)::int as slips from dialogue_slip where unit_id = $1 and dialogue_id = $2',
    [of.unit_id, of.id],
  )
  const by_group = new Map<string, number>()
  for (const row of rows)
    if (row.group_id && ['grouped', 'answered'].includes(row.state))
      by_group.set(row.group_id, (by_group.get(row.group_id) ?? 0) + row.questions)
  const sum = (states: readonly string[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((all, row) => all + row.questions, 0)
  return {
    by_group,
    asked: sum(['asked', 'grouped', 'answered', 'set-aside', 'handed-to-petitions']),
    signed_up: rows.filter((row) => row.state === 'signed-up').reduce((all, row) => all + row.people, 0),
    answered: sum(['answered']),
    unanswered: sum(['asked', 'grouped']),
    slips: handed[0]?.slips ?? 0,
  }
}

/** Askers whom the office still owes: an answer, or word of a change. */
export async function owedAskers(
  viewer: Viewer,
  sql: Sql,
  of: DialogueRow,
): Promise<{ answers: DialogueQuestionRow[]; words: DialogueQuestionRow[] }> {
  const rows = await questionsOf(viewer, sql, of)
  return {
    answers: of.published_on === null ? [] : rows.filter((row) => row.state === 'asked' || row.state === 'grouped'),
    words: rows.filter((row) => owedWord(row, of) !== null),
  }
}

/** What everybody may read of a dialogue: nothing before its notice, results from their publication on. */
export type PublicDialogue = Omit<Dialogue, 'minutes' | 'corrections' | 'chain' | 'request_id'>

const publicColumns = `d.unit_id, d.id, d.revision, d.state, d.created_at, d.kind, d.title, d.about, d.mode, d.held_on, d.starts, d.ends, d.place, d.link,
  d.questions_by_on, d.chaired_by, d.with_unit_ids, d.project_id, d.announced_on, d.notice_by_on, d.notice_where, d.moved,
  case when d.cancelled is not null then jsonb_build_object('on', d.cancelled ->> 'on', 'reason', d.cancelled ->> 'reason', 'by', '') end as cancelled,
  d.slips, d.attendance, d.people, d.recorded_on, d.publish_by_on, d.published_on, d.conclusion, d.villages_told, d.closed_on,
  case when d.published_on is null then '[]'::jsonb else d.groups end as groups,
  case when d.published_on is null then '[]'::jsonb else d.promises end as promises, ${nameOn('d.unit_id')} as unit,
  array(select ${nameOn('w.id')} from unnest(d.with_unit_ids) w(id)) as together`

/** One dialogue as the portal shows it. */
export async function publicDialogue(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<PublicDialogue | null> {
  const { rows } = await sql.query<PublicDialogue>(
    `select ${publicColumns} from dialogue d where d.unit_id = $1 and d.id = $2 and d.announced_on is not null`,
    [unit_id, id],
  )
  return rows[0] ?? null
}

/** Announced dialogues, the next ones first, or past ones, the latest first; of one unit or of all. */
export async function publicDialogues(
  viewer: Viewer,
  sql: Sql,
  { unit_id, past }: { unit_id?: string; past: boolean },
): Promise<DialogueLine[]> {
  const values: unknown[] = [viewer.on.toString()]
  const where = ['d.announced_on is not null', `d.held_on ${past ? '<' : '>='} $1::date`]
  if (unit_id) where.push(`d.unit_id = $${values.push(unit_id)}`)
  const { rows } = await sql.query<DialogueLine>(
    `select ${lineColumns} from dialogue d where ${where.join(' and ')}
     order by d.held_on ${past ? 'desc' : 'asc'}, d.id limit 50`,
    values,
  )
  return rows
}

/** What happened to a dialogue that the viewer sees. */
export async function happenedToDialogue(
  viewer: Viewer,
  sql: Sql,
  row: { unit_id: string; id: string },
): Promise<Happened[]> {
  return viewer.account_id === null ? [] : eventsOf(sql, row, ['dialogue'])
}

/** The unit at which the viewer prepares dialogues; null for those who see them alone. */
export function ownUnit(viewer: Viewer): string | null {
  return (
    viewer.positions.find((one) => holds(viewer, one.unit_id, 'head', 'deputy-head', ...preparerKinds))?.unit_id ?? null
  )
}

/** The dialogue of a question, for officers who see its unit: figures lead to it and not to who asked. */
export async function dialogueOfQuestion(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<string | null> {
  if (viewer.account_id === null || !(await seesUnit(viewer, sql, unit_id))) return null
  const { rows } = await sql.query<{ dialogue_id: string }>(
    'select dialogue_id from dialogue_question where unit_id = $1 and id = $2',
    [unit_id, id],
  )
  return rows[0]?.dialogue_id ?? null
}

/** A dialogue whose results its unit has still to publish. */
export interface ResultsOwed {
  unit_id: string
  id: string
  title: string
  publish_by_on: Temporal.PlainDate
}

/** Held dialogues of the units the viewer heads whose results are due by then, or past their day; the earliest first. */
export async function resultsOwed(viewer: Viewer, sql: Sql, until: Temporal.PlainDate): Promise<ResultsOwed[]> {
  const posts = [...viewer.positions, ...(viewer.inherited ?? [])]
  const headed = posts.filter((post) => post.kind === 'head' || post.kind === 'deputy-head').map((post) => post.unit_id)
  if (headed.length === 0) return []
  const { rows } = await sql.query<ResultsOwed>(
    `select unit_id, id, title, publish_by_on from dialogue
     where unit_id = any($1::uuid[]) and state = 'held' and publish_by_on <= $2::date order by publish_by_on, id limit 20`,
    [headed, until.toString()],
  )
  return rows
}
