/** A plan to catch up where the authority is behind: who may open and end it, and what the figures are now. */
import {
  type HotspotPlanStanding,
  type HotspotPlanState,
  hotspotPlanWorkflow,
} from '../../law/hotspot-plan-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import { personalData } from '../feedback/personal-data.ts'
import { dueCases, placeOf } from './due-cases.ts'
import { onceEach, type Window } from './scan.ts'

/** One note of what was done. */
export interface PlanNote {
  on: string
  by: string
  text: string
}

/** One row of the table. */
export interface HotspotPlanRow extends RecordRow {
  state: HotspotPlanState
  finding_id: string
  /** Null: all fields together. */
  field: string | null
  window_days: Window
  found_on: Temporal.PlainDate
  since_on: Temporal.PlainDate
  behind_then: number
  cases_then: number
  expected_then: number
  owner_id: string
  target_on: Temporal.PlainDate
  what: string
  progress: readonly PlanNote[]
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  behind_at_end: number | null
}

/** Of the cases that the finding rests on, those still open; and what is behind in the same field altogether today. */
export interface FiguresNow {
  still: number
  all: number
}

/** What conditions and standings need besides the row. */
export interface HotspotPlanFacts {
  /** Units above the place, or above those that carry its work on. */
  above: readonly string[]
  /** Null while there is no plan. */
  now: FiguresNow | null
}

/** Posts that answer for a place. */
export const headKinds = ['head', 'deputy-head'] as const

/** Counts today what the finding counted then: one case a household and field. */
export async function figuresNow(
  sql: Sql,
  row: Pick<HotspotPlanRow, 'unit_id' | 'field' | 'window_days' | 'found_on' | 'since_on'>,
  on: Temporal.PlainDate,
): Promise<FiguresNow> {
  const place = await placeOf(sql, row.unit_id, on)
  const first =
    row.window_days === null ? row.since_on : later(row.since_on, row.found_on.subtract({ days: row.window_days }))
  const count = async (from: Temporal.PlainDate, until: Temporal.PlainDate) => {
    const { cases } = await dueCases(sql, [place], { from, until, on: until })
    return onceEach(cases).filter((one) => one.behind && (row.field === null || one.field === row.field)).length
  }
  return { still: await count(first, row.found_on), all: await count(row.since_on, on) }
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)

const texts = ['what', 'note', 'end_note', 'reason'] as const

/** The noun: a plan belongs to the place that is behind. */
export const hotspotPlan = {
  kind: 'hotspot-plan',
  table: 'hotspot_plan',
  workflow: hotspotPlanWorkflow,
  async facts(sql, { record, unit_id, moment }) {
    // Of two plans opened for one place at once, the second waits and finds the first.
    if (record === null) await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`hotspot-plan ${unit_id}`])
    const { rows } = await sql.query<{ id: string }>(
      `select distinct a.ancestor_id as id from heirs_of($1, $2::date) h(id)
       join unit_ancestry a on a.unit_id = h.id and a.depth > 0 and a.valid @> $2::date`,
      [unit_id, moment.on.toString()],
    )
    const now = record && record.ended_on === null ? await figuresNow(sql, record, moment.on) : null
    return { above: rows.map((row) => row.id), now }
  },
  standings({ record, facts, viewer, unit_id }): HotspotPlanStanding[] {
    const standings: HotspotPlanStanding[] = []
    const answers = record === null ? holds : carries
    if (answers(viewer, unit_id, ...headKinds)) standings.push('head')
    if (facts.above.some((above) => holds(viewer, above, ...headKinds))) standings.push('superior')
    return standings
  },
  conditions: {
    'target-day-is-ahead': ({ input, moment }) =>
      !(input?.['target_on'] instanceof Temporal.PlainDate) ||
      Temporal.PlainDate.compare(input['target_on'], moment.on) > 0,
    'overdue-cases-fell': ({ record, facts }) => facts.now !== null && facts.now.still < record!.behind_then,
    'none-of-it-names-a-person': ({ input }) =>
      texts.every((name) => typeof input?.[name] !== 'string' || personalData(input[name], []) === null),
  },
} satisfies Noun<HotspotPlanRow, HotspotPlanFacts>
