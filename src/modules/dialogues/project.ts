/** A project in an area: what it is, whom it concerns, and what must have happened before it may start. */
import {
  type ExemptFrom,
  type ProjectKind,
  type ProjectStanding,
  type ProjectState,
  projectWorkflow,
} from '../../law/project-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import type { Promised } from '../commitments/promise.ts'
import { personalData } from '../feedback/personal-data.ts'
import type { Correction } from '../receptions/reception-day.ts'
import { notCovered } from './area.ts'
import type { ConsultationRow } from './consultation.ts'

/** A dialogue of this project, for the area as it was when it was linked. */
export interface LinkedDialogue {
  unit_id: string
  id: string
  on: string
  area_unit_ids: readonly string[]
}

/** What sets a project free of a duty, by whose decision. */
export interface Exemption {
  from: ExemptFrom
  ground: string
  why: string
  number: string
  decided_on: string
  on: string
  by: string
  title: string | null
  area_unit_ids: readonly string[]
}

/** A talk along the project: what was asked and answered. Never by whom, never who agrees. */
export interface Talk {
  id: string
  on: string
  place: string
  people: number
  asked: string
  answered: string
  noted_on: string
  by: string
}

/** The area once changed. */
export interface Move {
  on: string
  by: string
  reason: string
  from: readonly string[]
  to: readonly string[]
}

/** A row of `project`; what the columns mean stands in the migration. */
export interface ProjectRow extends RecordRow {
  state: ProjectState
  kind: ProjectKind
  title: string
  what: string
  investor: string
  owner_unit_id: string | null
  decision_number: string | null
  decided_on: Temporal.PlainDate | null
  decided_by: string | null
  area_unit_ids: readonly string[]
  moves: readonly Move[]
  planned_start_on: Temporal.PlainDate | null
  consultation_unit_id: string | null
  consultation_id: string | null
  dialogues: readonly LinkedDialogue[]
  exemptions: readonly Exemption[]
  talks: readonly Talk[]
  promises: readonly Promised[]
  announced_on: Temporal.PlainDate | null
  started_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  corrections: readonly Correction[]
}

/** A linked dialogue as it stands; `held` once it took place. */
export interface DialogueNow {
  unit_id: string
  id: string
  title: string
  state: string
  held_on: Temporal.PlainDate
  held: boolean
}

/** What conditions need besides the row. */
export interface ProjectFacts {
  consultation: Pick<ConsultationRow, 'unit_id' | 'id' | 'state' | 'title' | 'last_on' | 'asked_unit_ids'> | null
  dialogues: readonly DialogueNow[]
  /** Units of today's area whose people no held dialogue and no exemption reached. */
  without_dialogue: readonly string[]
  /** Units of today's area whose people the consultation did not ask, and no exemption covers. */
  not_asked: readonly string[]
}

/** Posts that prepare. */
export const preparerKinds = ['clerk', 'handler', 'head', 'deputy-head'] as const
/** Posts that bind. */
export const headKinds = ['head', 'deputy-head'] as const

/** States of a dialogue that took place. */
export const heldStates: readonly string[] = ['held', 'published', 'answered']

/** Do none of these fields of an input hold a person's name, number or plot? `names`: of people whom the record knows. */
export function namesNobody(
  input: Readonly<Record<string, unknown>> | null,
  fields: readonly string[],
  names: readonly string[] = [],
): boolean {
  return fields.every((name) => typeof input?.[name] !== 'string' || personalData(input[name], names) === null)
}

/** Dialogues by unit and id, as they stand. */
export async function dialoguesNow(
  sql: Sql,
  linked: readonly { unit_id: string; id: string }[],
): Promise<DialogueNow[]> {
  if (linked.length === 0) return []
  const { rows } = await sql.query<DialogueNow>(
    `select d.unit_id, d.id, d.title, d.state, d.held_on, d.state = any($3) as held
     from unnest($1::uuid[], $2::uuid[]) l(unit_id, id) join dialogue d on d.unit_id = l.unit_id and d.id = l.id order by d.held_on`,
    [linked.map((one) => one.unit_id), linked.map((one) => one.id), heldStates],
  )
  return rows
}

async function factsOf(sql: Sql, row: ProjectRow, on: Temporal.PlainDate): Promise<ProjectFacts> {
  const { rows } = await sql.query<NonNullable<ProjectFacts['consultation']>>(
    'select unit_id, id, state, title, last_on, asked_unit_ids from consultation where unit_id = $1 and id = $2',
    [row.consultation_unit_id, row.consultation_id],
  )
  const consultation = rows[0] ?? null
  const dialogues = await dialoguesNow(sql, row.dialogues)
  const held = row.dialogues.filter((link) => dialogues.some((one) => one.id === link.id && one.held))
  const free = (from: ExemptFrom) => row.exemptions.filter((one) => one.from === from)
  const reached = [...held, ...free('dialogue')].flatMap((one) => one.area_unit_ids)
  const asked = free('consultation-days').flatMap((one) => one.area_unit_ids)
  if (consultation && consultation.state !== 'withdrawn') asked.push(...consultation.asked_unit_ids)
  return {
    consultation,
    dialogues,
    without_dialogue: await notCovered(sql, row.area_unit_ids, reached, on),
    not_asked: await notCovered(sql, row.area_unit_ids, asked, on),
  }
}

const nothing: ProjectFacts = { consultation: null, dialogues: [], without_dialogue: [], not_asked: [] }

/** Is the consultation over on that day, or was the project freed from waiting for it? */
export function consultationIsOver(row: ProjectRow, facts: ProjectFacts, on: Temporal.PlainDate): boolean {
  if (facts.not_asked.length > 0) return false
  const { consultation } = facts
  const waits = consultation !== null && consultation.state === 'open' && !isAfter(on, consultation.last_on)
  return !waits || row.exemptions.some((one) => one.from === 'consultation-days')
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0

/** The noun: a project belongs to the unit that prepares it. */
export const project = {
  kind: 'project',
  table: 'project',
  workflow: projectWorkflow,
  facts: (sql, { record, moment }) => (record === null ? Promise.resolve(nothing) : factsOf(sql, record, moment.on)),
  standings({ viewer, unit_id }): ProjectStanding[] {
    const standings: ProjectStanding[] = []
    if (carries(viewer, unit_id, ...preparerKinds)) standings.push('preparer')
    if (carries(viewer, unit_id, ...headKinds)) standings.push('head')
    return standings
  },
  conditions: {
    'dialogue-is-held-or-exempt': ({ facts }) => facts.without_dialogue.length === 0,
    'consultation-is-over-or-exempt': ({ record, facts, moment }) => consultationIsOver(record!, facts, moment.on),
    'consultation-is-linked-once': ({ facts }) =>
      facts.consultation === null || facts.consultation.state === 'withdrawn',
    'none-of-it-names-a-person': ({ input }) =>
      namesNobody(input, [
        'title',
        'what',
        'asked',
        'answered',
        'why',
        'reason',
        'end_note',
        'place',
        'text',
        'finding',
      ]),
  },
} satisfies Noun<ProjectRow, ProjectFacts>
