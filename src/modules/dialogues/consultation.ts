/** Views asked for before a decision: published, open for at least the law's days, closed, explained. */
import {
  type ConsultationMatter,
  type ConsultationStanding,
  type ConsultationState,
  consultationWorkflow,
} from '../../law/project-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import type { Correction } from '../receptions/reception-day.ts'
import { headKinds, namesNobody, preparerKinds } from './project.ts'

/** The last day once moved on. */
export interface Extension {
  on: string
  by: string
  from_on: string
  to_on: string
}

/** A row of `consultation`; what the columns mean stands in the migration. */
export interface ConsultationRow extends RecordRow {
  state: ConsultationState
  matter: ConsultationMatter
  title: string
  what: string
  where_to_read: string | null
  asked_unit_ids: readonly string[]
  published_on: Temporal.PlainDate
  last_on: Temporal.PlainDate
  extensions: readonly Extension[]
  closed_on: Temporal.PlainDate | null
  explanation: string | null
  otherwise: string | null
  explained_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  corrections: readonly Correction[]
}

/** What conditions need besides the row. */
export interface ConsultationFacts {
  /** Opinions not weighed yet. */
  unweighed: number
  /** Names of senders, of two words at least: they stand in nothing that is published. */
  names: readonly string[]
  /** People behind the opinions, and of them those whose opinion is not taken. */
  people: number
  not_taken: number
}

const none: ConsultationFacts = { unweighed: 0, names: [], people: 0, not_taken: 0 }

/** The noun: a consultation belongs to the unit that asks. */
export const consultation = {
  kind: 'consultation',
  table: 'consultation',
  workflow: consultationWorkflow,
  async facts(sql, { record }) {
    if (record === null) return none
    const { rows } = await sql.query<ConsultationFacts>(
      `select count(*) filter (where state = 'received')::int as unweighed, coalesce(sum(people), 0)::int as people,
         coalesce(sum(people) filter (where outcome = 'not-taken'), 0)::int as not_taken,
         coalesce(array_agg(distinct sender_name) filter (where sender_name like '% %'), '{}') as names
       from opinion where unit_id = $1 and consultation_id = $2`,
      [record.unit_id, record.id],
    )
    return rows[0] ?? none
  },
  standings({ viewer, unit_id }): ConsultationStanding[] {
    const standings: ConsultationStanding[] = []
    if (carries(viewer, unit_id, ...preparerKinds)) standings.push('preparer')
    if (carries(viewer, unit_id, ...headKinds)) standings.push('head')
    return standings
  },
  conditions: {
    'its-last-day-has-passed': ({ record, moment }) => Temporal.PlainDate.compare(moment.on, record!.last_on) > 0,
    'every-opinion-is-weighed': ({ facts }) => facts.unweighed === 0,
    'none-of-it-names-a-person': ({ facts, input }) =>
      namesNobody(input, ['title', 'what', 'explanation', 'otherwise', 'end_note'], facts.names),
  },
} satisfies Noun<ConsultationRow, ConsultationFacts>
