/** A goal of a programme: a measurable target by a day, how far it has come, and its final value with evidence. */
import { type GoalDirection, type GoalStanding, type GoalState, goalWorkflow } from '../../law/programme-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { paperStandings } from './instrument.ts'
import { headAfterIssue } from './programme.ts'

/** A value typed on a day, with what shows it. */
export interface ProgressValue {
  on: string
  value: number
  evidence: string
  by: string
}

/** One row of the table; what the columns mean stands in the migration. */
export interface GoalRow extends RecordRow {
  state: GoalState
  programme_id: string
  text: string
  counted_in: string
  direction: GoalDirection
  target_value: number
  by_on: Temporal.PlainDate
  source: string | null
  progress: readonly ProgressValue[]
  set_on: Temporal.PlainDate
  final_value: number | null
  evidence: string | null
  ended_on: Temporal.PlainDate | null
}

/** What conditions need besides the row: the state of its programme, null where there is none. */
export interface GoalFacts {
  programme_state: string | null
}

/** Does a value reach the target? */
export function reaches(goal: Pick<GoalRow, 'direction' | 'target_value'>, value: number): boolean {
  return goal.direction === 'at-least' ? value >= goal.target_value : value <= goal.target_value
}

/** A programme as a goal's step reads it. */
export interface ProgrammeHeld {
  state: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
}

/** The goal's programme under a share lock, so that it neither ends nor moves meanwhile. */
export async function programmeHeld(sql: Sql, unit_id: string, id: string): Promise<ProgrammeHeld | undefined> {
  const { rows } = await sql.query<ProgrammeHeld>(
    'select state, from_on, until_on from programme where unit_id = $1 and id = $2 for share',
    [unit_id, id],
  )
  return rows[0]
}

/** Throws where a goal's day lies outside its programme. */
export function checkInside({ from_on, until_on }: ProgrammeHeld, by_on: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(by_on, from_on) < 0 || Temporal.PlainDate.compare(by_on, until_on) > 0)
    throw new WrongInput([{ field: 'by_on', code: 'day-outside-the-programme' }])
}

async function stateOfProgramme(sql: Sql, unit_id: string, id: string | undefined): Promise<string | null> {
  const { rows } = await sql.query<{ state: string }>('select state from programme where unit_id = $1 and id = $2', [
    unit_id,
    id ?? null,
  ])
  return rows[0]?.state ?? null
}

/** The noun `goal`: it stands in the register of the unit that leads the programme. */
export const goal = {
  kind: 'goal',
  table: 'goal',
  workflow: goalWorkflow,
  facts: async (sql, { record, unit_id }) => ({
    programme_state: await stateOfProgramme(sql, unit_id, record?.programme_id),
  }),
  standings: ({ viewer, unit_id }): GoalStanding[] => paperStandings(viewer, unit_id),
  conditions: {
    // Of a goal that is not set yet the programme is named by the input: the step reads it.
    'programme-is-open': ({ record, facts }) =>
      record === null || ['drafted', 'issued'].includes(facts.programme_state ?? ''),
    'after-issue-the-head-decides': ({ facts, viewer, unit_id }) =>
      headAfterIssue(facts.programme_state ?? undefined, paperStandings(viewer, unit_id)),
    'progress-is-typed': ({ record }) => record!.source === null,
    'final-value-is-known': ({ record, input }) =>
      input === null || record!.source !== null || typeof input['final_value'] === 'number',
    'final-value-reaches-the-target': ({ record, input }) =>
      typeof input?.['final_value'] !== 'number' || reaches(record!, input['final_value']),
  },
} satisfies Noun<GoalRow, GoalFacts>
