/** What a finding may rest on: speeches of the meeting, papers, and what the invited units handed in for its period. */
import { readPeriod } from '../../law/report-periods.ts'
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Ground, MeetingRow } from './meeting.ts'

/** One entry of the list, with the key under which a form sends it. */
export interface KnownGround {
  key: string
  ground: Ground
  /** Of a report: the unit, the form (null: a narrative), and when it was handed in. */
  form: string | null
  unit: string
  on: Temporal.PlainDate | null
}

/** A report that a unit handed in for the meeting's period. */
export interface JoinedReport {
  kind: 'narrative' | 'return'
  unit_id: string
  unit: string
  id: string
  form: string | null
  handed_in_on: Temporal.PlainDate
}

const reportsSql = `select r.kind, r.unit_id, r.id, r.form, r.handed_in_on,
    coalesce((select u.name from unit_period u where u.unit_id = r.unit_id order by u.valid desc limit 1), '') as unit
  from meeting_report r where r.period = $1 and r.unit_id = any($2::uuid[])
  order by unit, r.kind, r.form nulls first limit 2000`

/** Reports of the invited units, joined by their period; none where the meeting names no period. */
export async function reportsOf(
  _viewer: Viewer,
  sql: Sql,
  row: Pick<MeetingRow, 'period' | 'invited' | 'unit_id'>,
): Promise<JoinedReport[]> {
  if (row.period === null || readPeriod(row.period) === null) return []
  const units = row.invited.filter((one) => one.withdrawn_on === null).flatMap((one) => one.unit_id ?? [])
  const { rows } = await sql.query<JoinedReport>(reportsSql, [row.period, [row.unit_id, ...units]])
  return rows
}

/** Papers of the meeting that were not withdrawn. */
export async function papersOf(_viewer: Viewer, sql: Sql, row: Pick<MeetingRow, 'unit_id' | 'id'>) {
  const { rows } = await sql.query<{ id: string; title: string; received_on: Temporal.PlainDate }>(
    `select id, title, received_on from paper where unit_id = $1 and meeting_id = $2 and withdrawn_on is null
     order by place nulls last, title limit 500`,
    [row.unit_id, row.id],
  )
  return rows
}

/** Everything a finding of this meeting may rest on. */
export async function groundsOf(viewer: Viewer, sql: Sql, row: MeetingRow): Promise<KnownGround[]> {
  const speeches = row.speeches.map(({ id, speaker, post }) => {
    const title = [speaker, post].filter((one) => one).join(', ')
    return known({ kind: 'speech', unit_id: row.unit_id, id, title }, { form: null, unit: '', on: null })
  })
  const papers = await papersOf(viewer, sql, row)
  const reports = await reportsOf(viewer, sql, row)
  return [
    ...speeches,
    ...papers.map(({ id, title, received_on }) =>
      known({ kind: 'paper', unit_id: row.unit_id, id, title }, { form: null, unit: '', on: received_on }),
    ),
    ...reports.map(({ kind, unit_id, id, unit, form, handed_in_on }) =>
      known({ kind, unit_id, id, title: form ? `${unit}: ${form}` : unit }, { form, unit, on: handed_in_on }),
    ),
  ]
}

function known(ground: Ground, of: Pick<KnownGround, 'form' | 'unit' | 'on'>): KnownGround {
  return { key: `${ground.kind}:${ground.unit_id}:${ground.id}`, ground, ...of }
}
