/** Reads of imports; the viewer is always the first parameter. */
import type { Sql } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { type BookImportRow, mayImport } from './import.ts'

/** Units whose book the viewer may bring in today. */
export async function importUnits(viewer: Viewer, sql: Sql): Promise<{ value: string; label: string }[]> {
  const ids = [...new Set(viewer.positions.map((one) => one.unit_id))].filter((id) => mayImport(viewer, id))
  const { rows } = await sql.query<{ value: string; label: string }>(
    'select unit_id as value, name as label from unit_period where unit_id = any($1) and valid @> $2::date order by name',
    [ids, viewer.on.toString()],
  )
  return rows
}

/** One import of a unit in whose office the viewer takes visits in, or leads. */
export async function importRecord(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<BookImportRow | null> {
  if (!holds(viewer, unit_id, 'reception-officer', 'head')) return null
  const { rows } = await sql.query<BookImportRow>('select * from book_import where unit_id = $1 and id = $2', [
    unit_id,
    id,
  ])
  return rows[0] ?? null
}

/** The newest imports of the viewer's units. */
export async function pastImports(viewer: Viewer, sql: Sql): Promise<(BookImportRow & { unit_name: string })[]> {
  const ids = viewer.positions
    .filter((one) => holds(viewer, one.unit_id, 'reception-officer', 'head'))
    .map((one) => one.unit_id)
  const { rows } = await sql.query<BookImportRow & { unit_name: string }>(
    `select i.*, coalesce((select u.name from unit_period u where u.unit_id = i.unit_id and u.valid @> $2::date), '') as unit_name
     from book_import i where i.unit_id = any($1) order by i.created_at desc limit 50`,
    [ids, viewer.on.toString()],
  )
  return rows
}
