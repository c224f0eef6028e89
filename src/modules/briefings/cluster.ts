/** A cluster: a dated set of bodies of one kind that compare themselves. No level: nothing is summed, decided or appealed along it. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { type Db, transaction } from '../../platform/database.ts'
import { placeCluster } from '../units/bodies.ts'

/** Kinds of bodies that a cluster can be made of; one cluster has one of them. */
export const clusterLevels = [
  'province',
  'commune',
  'department',
  'council',
  'front',
  'mass-organisation',
  'party-committee',
  'engagement-board',
] as const

/** One of `clusterLevels`. */
export type ClusterLevel = (typeof clusterLevels)[number]

/** A stretch of days of one member; half-open. */
export interface StoredMember {
  unit_id: string
  from_on: string
  until_on: string | null
}

/** Who holds the briefing of a period. */
export interface StoredHost {
  period: string
  unit_id: string
}

/** One row of the table; `unit_id` is the unit that keeps the cluster and above all its members. */
export interface ClusterRow extends RecordRow {
  name: string
  level: ClusterLevel
  members: readonly StoredMember[]
  hosts: readonly StoredHost[]
  from_on: Temporal.PlainDate
  /** First day without it. */
  until_on: Temporal.PlainDate | null
}

/** Members of one cluster at most: more than any province has communes. */
export const membersMax = 200

type State = 'standing' | 'ended'
type Standing = 'administrator' | 'head' | 'clerk'
type Condition = 'change-lies-within-the-days-of-the-cluster'

const row = {
  by: ['administrator', 'head', 'clerk'],
  // Clusters are a convention of how briefings are held; no law makes them.
  cite: 'quy ước giao ban',
  unverified: 'own-reading',
} as const

/** How clusters come, change and go. */
export const clusterWorkflow = {
  'add-cluster': { ...row, from: [], to: 'standing', needs: [] },
  'add-members': {
    ...row,
    from: ['standing'],
    to: 'same',
    needs: ['change-lies-within-the-days-of-the-cluster'],
  },
  'end-membership': {
    ...row,
    from: ['standing'],
    to: 'same',
    needs: ['change-lies-within-the-days-of-the-cluster'],
  },
  'name-host': { ...row, from: ['standing'], to: 'same', needs: [] },
  'end-cluster': {
    ...row,
    from: ['standing'],
    to: 'ended',
    needs: ['change-lies-within-the-days-of-the-cluster'],
  },
  'correct-cluster': { ...row, from: ['standing', 'ended'], to: 'same', needs: [] },
} as const satisfies Workflow<State, Standing, Condition>

/** What standings must know besides the row. */
export interface ClusterFacts {
  administers: boolean
}

const administersSql = `select exists (select from unit_ancestry a
  where a.unit_id = $1 and a.valid @> $2::date and a.ancestor_id = any($3::uuid[])) as administers`

async function clusterFacts(sql: Sql, { unit_id, viewer }: { unit_id: string; viewer: Viewer }): Promise<ClusterFacts> {
  const administered = viewer.positions.filter((one) => one.kind === 'administrator').map((one) => one.unit_id)
  const values = [unit_id, viewer.on.toString(), administered]
  const { rows } = await sql.query<ClusterFacts>({ name: 'cluster_facts', text: administersSql, values })
  return rows[0] ?? { administers: false }
}

/** The noun `cluster`. */
export const cluster: Noun<ClusterRow, ClusterFacts> = {
  kind: 'cluster',
  table: 'cluster',
  workflow: clusterWorkflow,
  facts: clusterFacts,
  standings: ({ facts, viewer, unit_id }) => [
    ...(facts.administers ? ['administrator'] : []),
    ...(holds(viewer, unit_id, 'head') ? ['head'] : []),
    ...(holds(viewer, unit_id, 'clerk') ? ['clerk'] : []),
  ],
  conditions: {
    'change-lies-within-the-days-of-the-cluster': ({ record, input }) => {
      if (!input || !record) return true
      const on = String(input['from_on'] ?? input['until_on'] ?? '')
      return on === '' || record.from_on.toString() <= on
    },
  },
}

/** The job that lets the reference tables follow a cluster's record. */
export const placeClusterTask = 'place-cluster'

/** What follows every change of a cluster's name or members. */
export function followed(id: string) {
  return [{ task: placeClusterTask, payload: { cluster_id: id } }]
}

/** Writes a cluster's record into the reference tables; run by the worker, harmless when repeated. */
export async function followCluster(worker: Db, unit_id: string, cluster_id: string): Promise<void> {
  await transaction(worker, async ({ client }) => {
    const { rows } = await client.query<ClusterRow>('select * from cluster where unit_id = $1 and id = $2', [
      unit_id,
      cluster_id,
    ])
    const found = rows[0]
    if (found) await placeCluster(client, { id: found.id, name: found.name, members: found.members })
  })
}

const fitSql = `select u.id, p.level, a.unit_id is not null as is_under
from unnest($1::uuid[]) u(id)
left join unit_period p on p.unit_id = u.id and p.valid @> $3::date
left join unit_ancestry a on a.unit_id = u.id and a.ancestor_id = $2 and a.depth > 0 and a.valid @> $3::date`

/** Throws where one of the units is of another kind, does not stand that day, or does not stand under the keeper. */
export async function checkFit(
  sql: Sql,
  wanted: { unit_ids: readonly string[]; keeper_id: string; level: string; on: Temporal.PlainDate; field: string },
): Promise<void> {
  const { rows } = await sql.query<{ id: string; level: string | null; is_under: boolean }>(fitSql, [
    wanted.unit_ids,
    wanted.keeper_id,
    wanted.on.toString(),
  ])
  const refuse = (code: string) => new WrongInput([{ field: wanted.field, code }])
  if (rows.some((one) => one.level === null)) throw refuse('member-does-not-stand-that-day')
  if (rows.some((one) => one.level !== wanted.level)) throw refuse('member-is-of-another-kind')
  if (rows.some((one) => !one.is_under)) throw refuse('member-is-not-under-the-keeper')
}

/** Do these stretches of one unit's days touch the same day twice? */
export function overlap(members: readonly StoredMember[]): boolean {
  const sorted = members.toSorted((a, b) => (a.unit_id + a.from_on < b.unit_id + b.from_on ? -1 : 1))
  return sorted.some((one, index) => {
    const next = sorted[index + 1]
    return next?.unit_id === one.unit_id && (one.until_on === null || next.from_on < one.until_on)
  })
}
