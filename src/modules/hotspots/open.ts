/** A plan opens from a finding: who answers for it, by which day, what will be done. */
import { z } from 'zod'
import { hotspotPlanWorkflow } from '../../law/hotspot-plan-workflow.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { day, longText, uuid } from '../../platform/input.ts'
import { holdsPosition } from '../people/queries.ts'
import { chosenId } from '../petitions/inputs.ts'
import { headKinds, hotspotPlan } from './hotspot-plan.ts'
import type { Window } from './scan.ts'

/** What the plan keeps of its finding. */
interface Kept {
  field: string | null
  window_days: Window
  found_on: Temporal.PlainDate
  since_on: Temporal.PlainDate
  behind_then: number
  cases_then: number
  expected_then: number
}

/** One running plan a place and field. */
export const open = action({
  noun: hotspotPlan,
  step: 'open',
  input: z.object({ finding_id: uuid(), owner_id: chosenId(), target_on: day(), what: longText(4000) }),
  reads: async (sql, { unit_id, input, viewer }) => ({
    found: await findingOf(sql, unit_id, input.finding_id),
    running: await isRunning(sql, unit_id, input.finding_id),
    owns: await holdsPosition(viewer, sql, input.owner_id, unit_id, headKinds),
  }),
  decide({ input }, { found, running, owns }) {
    if (!found) throw new NotOpen('not-yours', '', 404)
    if (running) throw new NotOpen('no-plan-runs-here', hotspotPlanWorkflow.open.cite)
    if (!owns) throw new WrongInput([{ field: 'owner_id', code: 'not-a-head-here' }])
    return { change: { ...input, ...found, progress: [], ended_on: null, end_note: null, behind_at_end: null } }
  },
})

async function findingOf(sql: Sql, unit_id: string, id: string): Promise<Kept | null> {
  const { rows } = await sql.query<Kept>(
    `select f.field, f.window_days, r.run_on as found_on, r.since_on, f.behind as behind_then, f.cases as cases_then,
       f.expected as expected_then
     from hotspot_finding f join hotspot_run r on r.id = f.run_id where f.id = $1 and f.place_id = $2`,
    [id, unit_id],
  )
  return rows[0] ?? null
}

async function isRunning(sql: Sql, unit_id: string, finding_id: string): Promise<boolean> {
  const { rows } = await sql.query(
    `select from hotspot_plan p join hotspot_finding f on f.id = $2 and f.field is not distinct from p.field
     where p.unit_id = $1 and p.ended_on is null limit 1`,
    [unit_id, finding_id],
  )
  return rows.length > 0
}
