/** Reads of published conclusions: public. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { PublicationRow } from './publication.ts'

/** A conclusion as the portal shows it. */
export type Published = Pick<
  PublicationRow,
  'unit_id' | 'id' | 'revision' | 'state' | 'title' | 'public_text' | 'published_on' | 'until_on'
> & { unit_name: string }

/** On one page. */
export const publishedMax = 20

const columns = `p.unit_id, p.id, p.revision, p.state, p.title, p.public_text, p.published_on, p.until_on,
  coalesce((select u.name from unit_period u where u.unit_id = p.unit_id order by u.valid desc limit 1), '') as unit_name`

/** What is shown on the viewer's day, the latest first; one more than a page tells of a next one. */
export async function shownPublications(
  viewer: Viewer,
  sql: Sql,
  before: { published_on: string; id: string } | null,
): Promise<Published[]> {
  const values: unknown[] = [viewer.on.toString()]
  const param = (value: unknown) => `$${values.push(value)}`
  const later = before
    ? `and (p.published_on, p.id) < (${param(before.published_on)}::date, ${param(before.id)}::uuid)`
    : ''
  const { rows } = await sql.query<Published>(
    `select ${columns} from publication p
     where p.state = 'shown' and p.published_on <= $1::date and p.until_on > $1::date ${later}
     order by p.published_on desc, p.id desc limit ${publishedMax + 1}`,
    values,
  )
  return rows
}

/** One that is shown today. */
export async function shownPublication(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<(PublicationRow & Published) | null> {
  const { rows } = await sql.query<PublicationRow & Published>(
    `select p.*, coalesce((select u.name from unit_period u where u.unit_id = p.unit_id order by u.valid desc limit 1), '') as unit_name
     from publication p where p.unit_id = $1 and p.id = $2 and p.state = 'shown' and p.until_on > $3::date`,
    [unit_id, id, viewer.on.toString()],
  )
  return rows[0] ?? null
}
