/** What a citizen sees of a petition: its steps and those of what came of it, in one line of time. */

import type { ComplaintRow } from '../modules/complaints/complaint.ts'
import type { FeedbackRow } from '../modules/feedback/feedback.ts'
import { type DocumentRow, documentsOf } from '../modules/notices/queries.ts'
import type { PetitionRow } from '../modules/petitions/petition.ts'
import { recordById } from '../modules/petitions/queries.ts'
import type { Sql } from '../platform/actions/action.ts'
import { type TimelineEvent, timelineOf } from '../platform/actions/timeline.ts'
import type { Viewer } from '../platform/actions/viewer.ts'

/** A step with the kind of record it was taken on. */
export type TrackedEvent = TimelineEvent & { kind: 'petition' | 'complaint' | 'feedback' }

/** A petition as its petitioner follows it. */
export interface Tracked {
  petition: PetitionRow
  unit_name: string
  complaints: readonly ComplaintRow[]
  feedback: readonly FeedbackRow[]
  events: readonly TrackedEvent[]
  documents: readonly DocumentRow[]
}

// Steps inside the office that tell a petitioner nothing.
const unseen: readonly string[] = [
  'propose',
  'link-case',
  'unlink-case',
  'record-complexity',
  'split',
  'draft-answer',
  'correct',
  'name-representatives',
  'alert-head',
  'answer-alert',
  'refer-crime',
  'refer-to-party',
  'send-stop',
]

/** The petition a code has opened; null where it is not open to the viewer. */
export async function tracked(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Tracked | null> {
  const petition = await recordById<PetitionRow>(viewer, sql, 'petition', unit_id, id)
  if (!petition) return null
  const key = [unit_id, id]
  const [complaints, feedback, unit] = await Promise.all([
    sql.query<ComplaintRow>('select * from complaint where unit_id = $1 and petition_id = $2 order by id', key),
    sql.query<FeedbackRow>('select * from feedback where unit_id = $1 and petition_id = $2 order by id', key),
    sql.query<{ name: string }>('select name from unit_period where unit_id = $1 and valid @> $2::date', [
      unit_id,
      viewer.on.toString(),
    ]),
  ])
  const records = [
    { kind: 'petition' as const, id },
    ...complaints.rows.map((row) => ({ kind: 'complaint' as const, id: row.id })),
    ...feedback.rows.map((row) => ({ kind: 'feedback' as const, id: row.id })),
  ]
  const events: TrackedEvent[] = []
  for (const one of records) {
    const steps = await timelineOf(viewer, sql, unit_id, one.id)
    events.push(...steps.filter((step) => !unseen.includes(step.action)).map((step) => ({ ...step, kind: one.kind })))
  }
  events.sort((a, b) => Temporal.Instant.compare(a.at, b.at) || a.seq - b.seq)
  const documents = await documentsOf(
    viewer,
    sql,
    unit_id,
    records.map((one) => one.id),
  )
  return {
    petition,
    unit_name: unit.rows[0]?.name ?? '',
    complaints: complaints.rows,
    feedback: feedback.rows,
    events,
    documents,
  }
}

/** A petition and the records it was passed on to: a code opens them all. */
export async function chainOf(
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<{ unit_id: string; record_id: string }[]> {
  const chain = [{ unit_id, record_id: id }]
  for (let at = 0; at < chain.length && chain.length < 5; at++) {
    const { rows } = await sql.query<{ sent_to: PetitionRow['sent_to'] }>(
      `select sent_to from petition where unit_id = $1 and id = $2
       union all select sent_to from feedback where unit_id = $1 and petition_id = $2`,
      [chain[at]!.unit_id, chain[at]!.record_id],
    )
    for (const { sent_to } of rows)
      if (sent_to) chain.push({ unit_id: sent_to.unit_id, record_id: sent_to.petition_id })
  }
  return chain
}
