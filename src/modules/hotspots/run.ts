/** A run of the scan: of a province over its communes, of the country over its provinces; what it found is kept. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Db } from '../../platform/database.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { dueCases, horizonDays, placesOf } from './due-cases.ts'
import { type Found, scan } from './scan.ts'

/** How often a run over blind data may find anything at all. */
export const falseAlarms = 0.05

/** Blind redistributions of a run. */
export const replicates = 999

/** Findings of a run that are kept: the strongest. */
const findingsMax = 200

/** For how long runs are kept. */
const keptDays = 1100

/** A unit whose places are compared. */
export interface Scope {
  id: string
  level: 'country' | 'province'
}

/** Every scope on a day. */
export async function scopesOn(sql: Sql, on: Temporal.PlainDate): Promise<Scope[]> {
  const { rows } = await sql.query<Scope>(
    `select unit_id as id, level from unit_period where level in ('country', 'province') and valid @> $1::date order by level desc, code, unit_id`,
    [on.toString()],
  )
  return rows
}

/** ISO week of a day, as text and as the seed of the draws. */
export function weekOf(on: Temporal.PlainDate): { week: string; seed: number } {
  const year = on.yearOfWeek ?? on.year
  const week = on.weekOfYear ?? 1
  return { week: `${year}-W${String(week).padStart(2, '0')}`, seed: year * 100 + week }
}

/** What a run would find; writes nothing. */
export async function findIn(sql: Sql, scope: Scope, on: Temporal.PlainDate) {
  const from = on.subtract({ days: horizonDays })
  const places = await placesOf(sql, scope, on)
  const { cases, since_on } = await dueCases(sql, places, { from, until: on, on })
  const found = scan(cases, { false_alarms: falseAlarms, replicates, seed: weekOf(on).seed })
  return { found: found.slice(0, findingsMax), cases: cases.length, places: places.length, since_on }
}

/** Runs and keeps; registers are read as the server, results written as the worker. Resolves to what was found. */
export async function runScan(
  { app, worker }: { app: Db; worker: Db },
  scope: Scope,
  on: Temporal.PlainDate,
): Promise<Found[]> {
  const began = performance.now()
  const { found, cases, places, since_on } = await findIn(app.pool, scope, on)
  const run_id = uuidv7()
  const findings = found.map((one) => ({
    id: uuidv7(),
    run_id,
    place_id: one.place,
    field: one.field,
    window_days: one.window,
    behind: one.behind,
    cases: one.cases,
    expected: one.expected,
    chance: one.chance,
  }))
  await worker.pool.query(
    `with run as (
       insert into hotspot_run (id, scope_id, run_on, week, since_on, cases, places, false_alarms, replicates, ran_ms)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id
     )
     insert into hotspot_finding (id, run_id, place_id, field, window_days, behind, cases, expected, chance)
     select f.id, run.id, f.place_id, f.field, f.window_days, f.behind, f.cases, f.expected, f.chance
     from run cross join jsonb_to_recordset($11::jsonb) as f(id uuid, place_id uuid, field text, window_days integer,
       behind integer, cases integer, expected float8, chance float8)`,
    [
      run_id,
      scope.id,
      on.toString(),
      weekOf(on).week,
      since_on.toString(),
      cases,
      places,
      falseAlarms,
      replicates,
      Math.round(performance.now() - began),
      JSON.stringify(findings),
    ],
  )
  await worker.pool.query('delete from hotspot_run where run_on < $1::date', [
    on.subtract({ days: keptDays }).toString(),
  ])
  return found
}
