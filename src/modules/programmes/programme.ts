/** A programme or plan: who organises it, its tasks, the plans it asks of units below, and what is still open under it. */
import {
  type ProgrammeKind,
  type ProgrammeStanding,
  type ProgrammeState,
  programmeWorkflow,
} from '../../law/programme-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, type holds } from '../../platform/actions/viewer.ts'
import type { Promised } from '../commitments/promise.ts'
import { personalData } from '../feedback/personal-data.ts'
import { headKinds, paperStandings, preparerKinds, typedDay } from './instrument.ts'

/** A task: a promise, under a goal or under none. */
export interface Task extends Promised {
  goal_id?: string
}

/** A unit that organises the programme with others, and what part it takes. */
export interface Organiser {
  unit_id: string
  part: string
}

/** One row of the table; what the columns mean stands in the migration. */
export interface ProgrammeRow extends RecordRow {
  state: ProgrammeState
  kind: ProgrammeKind
  title: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  basis_unit_id: string | null
  basis_id: string | null
  theme_unit_id: string | null
  theme_id: string | null
  parent_unit_id: string | null
  parent_id: string | null
  organisers: readonly Organiser[]
  promises: readonly Task[]
  number: string | null
  issued_on: Temporal.PlainDate | null
  asked_unit_ids: readonly string[]
  asked_on: Temporal.PlainDate | null
  plans_due_on: Temporal.PlainDate | null
  ask_note: string | null
  reminded_on: Temporal.PlainDate | null
  exchanges: readonly { on: string; unit_id: string; text: string }[]
  result: string | null
  ended_on: Temporal.PlainDate | null
}

/** What conditions need besides the row. */
export interface ProgrammeFacts {
  goals: number
  open_goals: number
  /** Tasks whose commitment is not made yet, and commitments of the programme, replacements too, that have not ended. */
  open_tasks: number
  /** Asked units that have no plan of their own yet. */
  missing: readonly string[]
}

/**
 * Asked units (rows of `asked`: programme's unit and id, the asked unit) that have issued no plan for it, as they are
 * carried on by the day `$day`.
 */
export const noPlanYet = (asked: string, day: string) => `not exists (
  select from programme own where own.parent_unit_id = ${asked}.programme_unit_id and own.parent_id = ${asked}.programme_id
    and own.state in ('issued', 'ended') and (own.unit_id = ${asked}.unit_id
      or own.unit_id in (select heirs_of(${asked}.unit_id, ${day}::date))))`

const factsSql = `
select
  (select count(*)::int from goal g where g.unit_id = $1 and g.programme_id = $2 and g.state <> 'dropped') as goals,
  (select count(*)::int from goal g where g.unit_id = $1 and g.programme_id = $2 and g.state = 'set') as open_goals,
  (select count(*)::int from jsonb_to_recordset($3::jsonb) as t(id uuid, owner_unit_id uuid)
   where not exists (select from commitment c where c.unit_id = t.owner_unit_id and c.id = t.id))
  + (select count(*)::int from commitment c where c.origin_unit_id = $1 and c.origin_id = $2
     and c.origin_kind = 'programme' and c.ended_on is null) as open_tasks,
  array(select asked.unit_id from (select $1::uuid as programme_unit_id, $2::uuid as programme_id, a::uuid as unit_id
    from jsonb_array_elements_text($4::jsonb) a) asked where ${noPlanYet('asked', '$5')}) as missing`

async function programmeFacts(sql: Sql, record: ProgrammeRow | null, on: Temporal.PlainDate): Promise<ProgrammeFacts> {
  if (record === null) return { goals: 0, open_goals: 0, open_tasks: 0, missing: [] }
  const { unit_id, id, promises, asked_unit_ids } = record
  const { rows } = await sql.query<ProgrammeFacts>(factsSql, [
    unit_id,
    id,
    JSON.stringify(promises),
    JSON.stringify(asked_unit_ids),
    on.toString(),
  ])
  return rows[0]!
}

const texts = ['text', 'part', 'result'] as const

/** Once a programme was issued its head alone changes what binds; before that whoever prepares it may. */
export const headAfterIssue = (state: string | undefined, standings: readonly string[]) =>
  !['issued', 'ended'].includes(state ?? '') || standings.includes('head')

/** The noun `programme`. */
export const programme = {
  kind: 'programme',
  table: 'programme',
  workflow: programmeWorkflow,
  facts: (sql, { record, moment }) => programmeFacts(sql, record, moment.on),
  standings({ record, viewer, unit_id }): ProgrammeStanding[] {
    const partner = record?.organisers.some((one) => carries(viewer, one.unit_id, ...preparerKinds, ...headKinds))
    return [...paperStandings(viewer, unit_id), ...(partner ? (['partner'] as const) : [])]
  },
  conditions: {
    'programme-ends-after-it-begins': ({ record, input }) => {
      const from = typedDay(input, 'from_on') ?? record?.from_on
      const until = typedDay(input, 'until_on') ?? record?.until_on
      return !from || !until || Temporal.PlainDate.compare(from, until) < 0
    },
    'after-issue-the-head-decides': ({ record, viewer, unit_id }) =>
      headAfterIssue(record?.state, paperStandings(viewer, unit_id)),
    'programme-has-goals-and-tasks': ({ record, facts }) => facts.goals > 0 && record!.promises.length > 0,
    'issue-day-is-not-ahead': ({ input, moment }) => {
      const on = typedDay(input, 'issued_on')
      return on === undefined || Temporal.PlainDate.compare(on, moment.on) <= 0
    },
    'plan-day-is-ahead': ({ input, moment }) => {
      const on = typedDay(input, 'plans_due_on')
      return on === undefined || Temporal.PlainDate.compare(on, moment.on) > 0
    },
    'plans-are-missing': ({ facts }) => facts.missing.length > 0,
    'not-reminded-today': ({ record, moment }) => !record?.reminded_on?.equals(moment.on),
    'several-organise-it': ({ record }) => record!.organisers.length > 0,
    'result-names-no-person': ({ input }) =>
      texts.every((name) => typeof input?.[name] !== 'string' || personalData(input[name], []) === null),
    'every-goal-has-ended': ({ facts }) => facts.open_goals === 0,
    'every-task-has-ended': ({ facts }) => facts.open_tasks === 0,
  },
} satisfies Noun<ProgrammeRow, ProgrammeFacts>

/** Units of the viewer's posts that prepare or sign papers. */
export function paperUnits(viewer: Parameters<typeof holds>[0]): string[] {
  const kinds: readonly string[] = [...preparerKinds, ...headKinds]
  return [...new Set(viewer.positions.filter((post) => kinds.includes(post.kind)).map((post) => post.unit_id))]
}
