/** A body under a unit as a record: who may add, rename and end it, and what must hold. The tree follows after the commit. */
import type { Workflow } from '../../law/law.ts'
import type { Decision, Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { type Db, transaction } from '../../platform/database.ts'
import { placeBodies } from './bodies.ts'
import type { BodyLevel } from './unit.ts'

/** A name from a day on, as the record keeps it. */
export interface StoredForm {
  from_on: string
  name: string
  code: string | null
}

/** One row of the table; `unit_id` is the unit it stands under and whose register it is in. */
export interface BodyRow extends RecordRow {
  level: BodyLevel
  forms: readonly StoredForm[]
  /** First day without it. */
  until_on: Temporal.PlainDate | null
}

type State = 'standing' | 'ended'
type Standing = 'administrator' | 'head'
type Condition = 'unit-above-stands-that-day' | 'change-follows-the-last-one'

const cite = 'Luật TCCQĐP 2025'

/** How bodies come and go. No law fixes the steps; the article is the one under which the units exist. */
export const bodyWorkflow = {
  'add-body': {
    from: [],
    to: 'standing',
    by: ['administrator', 'head'],
    needs: ['unit-above-stands-that-day'],
    cite,
    unverified: 'own-reading',
  },
  'rename-body': {
    from: ['standing'],
    to: 'same',
    by: ['administrator', 'head'],
    needs: ['unit-above-stands-that-day', 'change-follows-the-last-one'],
    cite,
    unverified: 'own-reading',
  },
  'end-body': {
    from: ['standing'],
    to: 'ended',
    by: ['administrator', 'head'],
    needs: ['change-follows-the-last-one'],
    cite,
    unverified: 'own-reading',
  },
  'correct-body': {
    from: ['standing', 'ended'],
    to: 'same',
    by: ['administrator'],
    needs: [],
    cite,
    unverified: 'own-reading',
  },
} as const satisfies Workflow<State, Standing, Condition>

/** What the conditions must know besides the row. */
export interface BodyFacts {
  administers: boolean
  /** Days on which the unit above stands, half-open ISO days. */
  unit_days: readonly { from_on: string; until_on: string | null }[]
}

const factsQuery = `select
  exists (select from unit_ancestry a where a.unit_id = $1 and a.valid @> $2::date and a.ancestor_id = any($3::uuid[])) as administers,
  coalesce((select json_agg(json_build_object('from_on', lower(p.valid), 'until_on', upper(p.valid)))
    from unit_period p where p.unit_id = $1), '[]') as unit_days`

async function bodyFacts(sql: Sql, { unit_id, viewer }: { unit_id: string; viewer: Viewer }): Promise<BodyFacts> {
  const administered = viewer.positions.filter((one) => one.kind === 'administrator').map((one) => one.unit_id)
  const values = [unit_id, viewer.on.toString(), administered]
  const { rows } = await sql.query<BodyFacts>({ name: 'body_facts', text: factsQuery, values })
  return rows[0] ?? { administers: false, unit_days: [] }
}

const dayIn = (input: Record<string, unknown>) => String(input['from_on'] ?? input['until_on'] ?? '')

/** The noun `body`. */
export const body: Noun<BodyRow, BodyFacts> = {
  kind: 'body',
  table: 'body',
  workflow: bodyWorkflow,
  facts: bodyFacts,
  standings: ({ facts, viewer, unit_id }) => [
    ...(facts.administers ? ['administrator'] : []),
    ...(holds(viewer, unit_id, 'head') ? ['head'] : []),
  ],
  conditions: {
    'unit-above-stands-that-day': ({ facts, input }) => {
      if (!input) return true
      const on = dayIn(input)
      return facts.unit_days.some((days) => days.from_on <= on && (days.until_on === null || on < days.until_on))
    },
    'change-follows-the-last-one': ({ record, input }) => {
      const last = record?.forms.at(-1)
      return !input || last === undefined || last.from_on < dayIn(input)
    },
  },
}

/** The job that lets the tree follow a body's record. */
export const placeBodyTask = 'place-body'

/** A decision on a body: what changes, and the job after the commit. */
export function changed(unit_id: string, id: string, change: Decision<BodyRow>['change']): Decision<BodyRow> {
  return { change, jobs: [{ task: placeBodyTask, payload: { unit_id, body_id: id } }] }
}

/** Writes a body's record into the tree; run by the worker, harmless when repeated. */
export async function placeBody(worker: Db, { unit_id, body_id }: { unit_id: string; body_id: string }): Promise<void> {
  await transaction(worker, async ({ client }) => {
    const { rows } = await client.query<BodyRow>('select * from body where unit_id = $1 and id = $2', [
      unit_id,
      body_id,
    ])
    const row = rows[0]
    if (!row) return
    const forms = row.forms.map((form) => ({ ...form, from_on: Temporal.PlainDate.from(form.from_on) }))
    await placeBodies(client, [{ id: body_id, parent_id: unit_id, level: row.level, forms, until_on: row.until_on }])
  })
}

/** The record of a body, or null: units that came by import have none. */
export async function bodyRecord(sql: Sql, unit_id: string, id: string): Promise<BodyRow | null> {
  const { rows } = await sql.query<BodyRow>('select * from body where unit_id = $1 and id = $2', [unit_id, id])
  return rows[0] ?? null
}
