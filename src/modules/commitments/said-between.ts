/** What became of what was said between two days: every commitment of a unit or of everybody the viewer reads. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { CommitmentLine } from './queries.ts'
import { isPublic, mayRead, ownersOf } from './reach.ts'

/** A line of the timeline. */
export interface SaidLine extends CommitmentLine {
  origin_kind: string
  origin_id: string
  origin_title: string | null
  /** What a head wrote about its end. */
  why: string | null
  evidence: string | null
  replaced_by_id: string | null
}

/** Which commitments a timeline shows. */
export interface Span {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** The owner, or where it was said. */
  unit_id?: string
  origin_kind?: string
}

/** Most lines a timeline shows. */
export const saidMax = 500

/** Reads it in the order in which things were said. `face`: what everybody may know, or what the viewer's office reads. */
export async function saidBetween(viewer: Viewer, sql: Sql, face: 'desk' | 'public', span: Span): Promise<SaidLine[]> {
  const values: unknown[] = [viewer.on.toString(), span.from.toString(), span.to.toString()]
  const where = [face === 'desk' ? mayRead(viewer, values) : isPublic]
  if (span.unit_id) {
    const unit = `$${values.push(span.unit_id)}`
    where.push(`(${ownersOf(unit)} or c.origin_unit_id = ${unit})`)
  }
  if (span.origin_kind) where.push(`c.origin_kind = $${values.push(span.origin_kind)}`)
  const [text, title] =
    face === 'desk'
      ? ['c.text', 'c.origin_title']
      : ['c.public_text', 'case when c.origin_public then c.origin_title end']
  const { rows } = await sql.query<SaidLine>(
    `select c.unit_id, c.id, c.state, c.force, c.said_on, c.named_on, c.due_on, c.kept_on, c.ended_on, c.published_on,
       c.origin_kind, c.origin_id, ${title} as origin_title, ${text} as text, c.why, c.evidence, c.replaced_by_id,
       coalesce((select u.name from unit_period u where u.unit_id = c.unit_id order by u.valid desc limit 1), '') as unit
     from commitment c where $1::date is not null and c.said_on between $2::date and $3::date and ${where.join(' and ')}
     order by c.said_on, c.origin_id, c.due_on, c.id limit ${saidMax + 1}`,
    values,
  )
  return rows
}
