/** Reads of commitments, the viewer first. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import type { CommitmentRow } from './commitment.ts'

/** Where promises were made. */
export interface Origin {
  kind: string
  unit_id: string
  id: string
}

/** One line of a list of commitments. */
export interface CommitmentLine
  extends Pick<
    CommitmentRow,
    'unit_id' | 'id' | 'state' | 'force' | 'said_on' | 'named_on' | 'due_on' | 'kept_on' | 'ended_on' | 'published_on'
  > {
  /** The owner unit's name, as it was last. */
  unit: string
  /** What the viewer may read of it; null for the public where nobody has let the words be public. */
  text: string | null
}

/**
 * What was promised in one place, by last day. Officers who see the owner or the origin read the words; everybody else
 * reads what is public: that the promise exists, and the words a person has let be published.
 */
export async function commitmentsFrom(viewer: Viewer, sql: Sql, origin: Origin): Promise<CommitmentLine[]> {
  const values: unknown[] = [origin.unit_id, origin.id, origin.kind]
  const seen = `(${visibleTo(viewer, 'c.unit_id', values)} or ${visibleTo(viewer, 'c.origin_unit_id', values)})`
  const { rows } = await sql.query<CommitmentLine>(
    `select c.unit_id, c.id, c.state, c.force, c.said_on, c.named_on, c.due_on, c.kept_on, c.ended_on, c.published_on,
       coalesce((select u.name from unit_period u where u.unit_id = c.unit_id order by u.valid desc limit 1), '') as unit,
       case when ${seen} then c.text else c.public_text end as text
     from commitment c where c.origin_unit_id = $1 and c.origin_id = $2 and c.origin_kind = $3
       and (${seen} or c.origin_public or c.published_on is not null)
     order by c.due_on, c.id limit 500`,
    values,
  )
  return rows
}
