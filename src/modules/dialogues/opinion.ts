/** One opinion in a consultation: from the portal, or written down by an officer; weighed before the explanation. */
import {
  type OpinionOutcome,
  type OpinionStanding,
  type OpinionState,
  opinionWorkflow,
} from '../../law/project-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import type { Correction } from '../receptions/reception-day.ts'
import type { ConsultationRow } from './consultation.ts'
import { namesNobody, preparerKinds } from './project.ts'

/** A row of `opinion`. The text is never published; `gist`, `outcome` and `why` are. */
export interface OpinionRow extends RecordRow {
  state: OpinionState
  consultation_id: string
  source: string
  people: number
  text: string
  received_on: Temporal.PlainDate
  sender_name: string | null
  sender_phone: string | null
  gist: string | null
  outcome: OpinionOutcome | null
  why: string | null
  weighed_on: Temporal.PlainDate | null
  corrections: readonly Correction[]
}

/** The consultation of a record that stands; one that is to be names it in its input. */
export interface OpinionFacts {
  consultation: ConsultationRow | null
}

/** Reads a consultation of the unit and keeps it from being closed or explained meanwhile. */
export async function consultationFor(sql: Sql, unit_id: string, id: string): Promise<ConsultationRow | null> {
  const { rows } = await sql.query<ConsultationRow>(
    'select * from consultation where unit_id = $1 and id = $2 for share',
    [unit_id, id],
  )
  return rows[0] ?? null
}

/** The noun: an opinion lies with the unit that asked. */
export const opinion = {
  kind: 'opinion',
  table: 'opinion',
  workflow: opinionWorkflow,
  facts: async (sql, { record, unit_id }) => ({
    consultation: record && (await consultationFor(sql, unit_id, record.consultation_id)),
  }),
  standings({ record, viewer, unit_id }): OpinionStanding[] {
    const standings: OpinionStanding[] = []
    if (record === null && viewer.via === 'portal') standings.push('public')
    if (carries(viewer, unit_id, ...preparerKinds)) standings.push('preparer')
    return standings
  },
  conditions: {
    // Which consultation a new opinion belongs to stands in its input: `decide` asks these two again of that one.
    'consultation-is-open': () => true,
    'consultation-takes-paper': () => true,
    'explanation-is-not-published': ({ facts }) =>
      facts.consultation?.state === 'open' || facts.consultation?.state === 'closed',
    'none-of-it-names-a-person': ({ record, input }) =>
      namesNobody(input, ['gist', 'why'], record?.sender_name ? [record.sender_name] : []),
  },
} satisfies Noun<OpinionRow, OpinionFacts>

/** Are opinions taken from the portal on that day? */
export function takesOpinions(row: Pick<ConsultationRow, 'state' | 'last_on'>, on: Temporal.PlainDate): boolean {
  return row.state === 'open' && Temporal.PlainDate.compare(on, row.last_on) <= 0
}

/** Weighs nothing yet. */
export const unweighed = { gist: null, outcome: null, why: null, weighed_on: null, corrections: [] } as const
