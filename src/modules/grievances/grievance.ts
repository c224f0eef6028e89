/** A grievance without a petition: who may record, own and end it, and the one condition: it names no person. */
import {
  type GrievanceEnd,
  type GrievanceSource,
  type GrievanceStanding,
  grievanceWorkflow,
} from '../../law/grievance-workflow.ts'
import type { Field } from '../../law/terms.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import { personalData } from '../feedback/personal-data.ts'

/** One note of what was done. */
export interface ProgressNote {
  on: string
  by: string
  text: string
}

/** A row of the list. */
export interface GrievanceRow extends RecordRow {
  source: GrievanceSource
  /** The unit itself or a village under it, never finer. */
  place_unit_id: string
  field: Field
  title: string
  text: string
  known_on: Temporal.PlainDate
  recorded_by: string
  owner_id: string | null
  owner_body_id: string | null
  /** The office's own day; no law sets one. */
  target_on: Temporal.PlainDate | null
  progress: readonly ProgressNote[]
  ended_on: Temporal.PlainDate | null
  end_kind: GrievanceEnd | null
  end_note: string | null
  petition_id: string | null
  merged_into_id: string | null
}

/** Posts whose holders take things in at the desk. */
export const deskKinds = ['reception-officer', 'clerk', 'handler', 'deputy-head', 'head'] as const
/** Posts that may own a grievance. */
export const ownerKinds = ['handler', 'reception-officer', 'clerk', 'deputy-head', 'head'] as const

const texts = ['title', 'text', 'note', 'end_note'] as const

/** What conditions and standings need besides the row. */
export interface GrievanceFacts {
  /** The viewer holds a post in the unit or in a body directly under it today. */
  works_here: boolean
}

/** The noun. What is recorded belongs to the recorder's unit; a Front supervisor sees their own alone. */
export const grievance = {
  kind: 'grievance',
  table: 'grievance',
  workflow: grievanceWorkflow,
  async facts(sql, { unit_id, viewer, moment }) {
    const { rows } = await sql.query<GrievanceFacts>(
      `select exists (select from unit_period u where u.unit_id = any($2) and u.valid @> $3::date
         and (u.unit_id = $1 or u.parent_id = $1)) as works_here`,
      [unit_id, viewer.positions.map((post) => post.unit_id), moment.on.toString()],
    )
    return rows[0] ?? { works_here: false }
  },
  standings({ record, facts, viewer, unit_id }): GrievanceStanding[] {
    const standings: GrievanceStanding[] = []
    const recorded = record === null || record.recorded_by === viewer.account_id
    if (recorded && holds(viewer, unit_id, 'front-supervisor', ...deskKinds)) standings.push('recorder')
    if (carries(viewer, unit_id, 'reception-officer', 'clerk')) standings.push('intake')
    if (carries(viewer, unit_id, 'head', 'deputy-head')) standings.push('head')
    if (record === null) return standings
    const { owner_id, owner_body_id } = record
    const mine = owner_id !== null && owner_id === viewer.account_id && facts.works_here
    const ours = owner_body_id !== null && holds(viewer, owner_body_id, ...ownerKinds)
    if (mine || ours) standings.push('owner')
    return standings
  },
  conditions: {
    'none-of-it-names-a-person': ({ input }) =>
      texts.every((name) => typeof input?.[name] !== 'string' || personalData(input[name], []) === null),
  },
} satisfies Noun<GrievanceRow, GrievanceFacts>
