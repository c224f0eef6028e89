/** Reading attachments: officers of the register, and the citizen what the public side sent. */
import type { Sql } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit } from '../../platform/actions/visible.ts'

/** A file as pages list it. A sealed one has no name here: those who may open the case read it there. */
export interface AttachmentRow {
  id: string
  record_kind: string
  record_id: string
  name: string | null
  media_type: string
  size: number
  stored: string
  sealed: boolean
  from_public: boolean
  added_on: Temporal.PlainDate
}

const columns = 'id, record_kind, record_id, name, media_type, size, stored, sealed, from_public, added_on'

/** The files of a record, in the order they came. Empty for whom they do not concern. */
export async function attachmentsOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  record_id: string,
): Promise<AttachmentRow[]> {
  const sees = await how(viewer, sql, unit_id, record_id)
  if (sees === 'nothing') return []
  const { rows } = await sql.query<AttachmentRow>(
    `select ${columns} from attachment where unit_id = $1 and record_id = $2 and ($3 or (from_public and not sealed))
     order by added_on, id limit 200`,
    [unit_id, record_id, sees === 'all'],
  )
  return rows
}

/** One file, or null where there is none or it does not concern the viewer. Its bytes: `openBytes(data, unit_id, stored)`. */
export async function attachmentOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<AttachmentRow | null> {
  const { rows } = await sql.query<AttachmentRow>(`select ${columns} from attachment where unit_id = $1 and id = $2`, [
    unit_id,
    id,
  ])
  const row = rows[0]
  // Papers are handed out by their own page, which knows who reviews them blind.
  if (!row || row.sealed || row.record_kind === 'paper') return null
  const sees = await how(viewer, sql, unit_id, row.record_id)
  return sees === 'all' || (sees === 'own' && row.from_public) ? row : null
}

/** Officers who handle papers see all; who opened the record with its code sees what was sent from the public side. */
async function how(viewer: Viewer, sql: Sql, unit_id: string, record_id: string): Promise<'all' | 'own' | 'nothing'> {
  if (viewer.opened.some((one) => one.unit_id === unit_id && one.record_id === record_id)) return 'own'
  const reads = viewer.positions.some((post) =>
    holds(viewer, post.unit_id, 'reception-officer', 'handler', 'head', 'deputy-head', 'clerk'),
  )
  return reads && (await seesUnit(viewer, sql, unit_id)) ? 'all' : 'nothing'
}
