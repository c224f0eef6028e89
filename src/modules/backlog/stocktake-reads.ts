/** Reads of stocktakes; the viewer narrows each of them. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { findingId } from './check-off.ts'
import { type Scope, within } from './queries.ts'
import type { Finding, StocktakeFindingRow, StocktakeItem, StocktakeRow } from './stocktake.ts'

/** A stocktake with how far it has come. */
export interface Stocktake extends StocktakeRow {
  unit_name: string
  checked: number
}

const columns = `s.*, (select count(*)::int from stocktake_finding f where f.unit_id = s.unit_id and f.stocktake_id = s.id) as checked,
  coalesce((select u.name from unit_period u where u.unit_id = s.unit_id order by u.valid desc limit 1), '') as unit_name`

/** Stocktakes of a scope, the latest first. */
export async function stocktakesOf(viewer: Viewer, sql: Sql, scope: Scope): Promise<Stocktake[]> {
  const values: unknown[] = []
  const where = within(viewer, scope, 's.unit_id', values)
  const { rows } = await sql.query<Stocktake>(
    `select ${columns} from stocktake s where ${where} order by s.opened_on desc, s.id desc limit 200`,
    values,
  )
  return rows
}

/** One stocktake. */
export async function stocktakeById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Stocktake | null> {
  const values: unknown[] = [id]
  const where = within(viewer, { unit_id }, 's.unit_id', values)
  const { rows } = await sql.query<Stocktake>(`select ${columns} from stocktake s where s.id = $1 and ${where}`, values)
  return rows[0] ?? null
}

/** A record of the list with its finding, if it has one. */
export interface Checked extends StocktakeItem {
  title: string
  register_number: number | null
  register_year: number | null
  received_on: Temporal.PlainDate | null
  finding: Finding | null
  note: string | null
  checked_by: string | null
  checked_on: Temporal.PlainDate | null
}

/** The list of a stocktake the viewer may see, in its own order. */
export async function stocktakeItems(_viewer: Viewer, sql: Sql, row: Stocktake): Promise<Checked[]> {
  const { rows } = await sql.query<Checked>(
    `select i.kind, i.unit_id, i.id, coalesce(p.title, c.title, b.title, '') as title,
       coalesce(p.register_number, c.register_number, b.register_number) as register_number,
       coalesce(p.register_year, c.register_year, b.register_year) as register_year,
       coalesce(p.received_on, c.received_on, b.received_on) as received_on, f.finding, f.note, a.name as checked_by, f.checked_on
     from jsonb_to_recordset($1::jsonb) as i(kind text, unit_id uuid, id uuid)
     left join petition p on i.kind = 'petition' and p.unit_id = i.unit_id and p.id = i.id
     left join complaint c on i.kind = 'complaint' and c.unit_id = i.unit_id and c.id = i.id
     left join feedback b on i.kind = 'feedback' and b.unit_id = i.unit_id and b.id = i.id
     left join stocktake_finding f on f.unit_id = $2 and f.stocktake_id = $3 and f.record_id = i.id
     left join account a on a.id = f.checked_by
     order by received_on, i.id`,
    [JSON.stringify(row.items), row.unit_id, row.id],
  )
  return rows
}

/** The finding about one record of a stocktake the viewer may see. */
export async function findingById(
  _viewer: Viewer,
  sql: Sql,
  row: Stocktake,
  record_id: string,
): Promise<StocktakeFindingRow | null> {
  const { rows } = await sql.query<StocktakeFindingRow>(
    'select * from stocktake_finding where unit_id = $1 and id = $2',
    [row.unit_id, findingId(row.id, record_id)],
  )
  return rows[0] ?? null
}
