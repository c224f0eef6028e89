/** A list of remote areas (vùng sâu, vùng xa, đi lại khó khăn) as a decision names them, with the days it holds. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { administers } from './calendar-day.ts'

/** One row of the table. A list that has ended still holds for its own days. */
export interface RemoteAreaListRow extends RecordRow {
  /** Name, number and day of the decision. */
  decision: string
  from_on: Temporal.PlainDate
  /** First day on which it no longer holds. */
  until_on: Temporal.PlainDate | null
  /** Units of the tree: communes, or villages where only these are listed. */
  areas: readonly string[]
}

type State = 'listed' | 'ended'
type Standing = 'administrator'

/** The limits of complaints speak of these areas; which they are is decided elsewhere. */
const cite = 'LKN 2011 Đ28, Đ33, Đ37, Đ44'

/** How lists come and go: as with decided days, the program only writes down what was decided. */
export const remoteAreaListWorkflow = {
  'list-areas': { from: [], to: 'listed', by: ['administrator'], needs: [], cite, unverified: 'own-reading' },
  'correct-areas': {
    from: ['listed', 'ended'],
    to: 'same',
    by: ['administrator'],
    needs: [],
    cite,
    unverified: 'own-reading',
  },
  'end-areas': { from: ['listed'], to: 'ended', by: ['administrator'], needs: [], cite, unverified: 'own-reading' },
} as const satisfies Workflow<State, Standing, never>

/** The noun `remote-area-list`. */
export const remoteAreaList: Noun<RemoteAreaListRow, Record<string, never>> = {
  kind: 'remote-area-list',
  table: 'remote_area_list',
  workflow: remoteAreaListWorkflow,
  facts: async () => ({}),
  standings: ({ viewer, unit_id }) => administers(viewer, unit_id),
  conditions: {},
}

/** What the lists of a day say about a unit's territory. */
export interface RemoteAreas {
  /** The unit itself, or what it lies in, is listed. */
  whole: boolean
  /** Places inside it that are listed, by name. */
  places: readonly string[]
  /** The decisions they are listed by. */
  decisions: readonly string[]
}

/**
 * Remote areas in and around a unit by the lists of that day. No viewer: a due date counts by it, whoever asks. Null
 * where no list of the day touches the unit.
 */
export async function remoteAreasOf(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<RemoteAreas | null> {
  const { rows } = await sql.query<{ decision: string; whole: boolean; place: string | null }>({
    name: 'remote-areas',
    text: `select l.decision, a.above as whole, case when not a.above then p.name end as place
      from (select ancestor_id as id, true as above from unit_ancestry where unit_id = $1 and valid @> $2::date
            union select $1::uuid, true
            union select unit_id, false from unit_ancestry where ancestor_id = $1 and depth > 0 and valid @> $2::date) a
      join remote_area_list l on l.areas @> array[a.id] and l.from_on <= $2::date and (l.until_on is null or l.until_on > $2::date)
      left join unit_period p on p.unit_id = a.id and p.valid @> $2::date
      order by a.above desc, p.name collate "vi-x-icu", l.decision limit 200`,
    values: [unit_id, on.toString()],
  })
  if (rows.length === 0) return null
  return {
    whole: rows.some((row) => row.whole),
    places: [...new Set(rows.flatMap((row) => row.place ?? []))],
    decisions: [...new Set(rows.map((row) => row.decision))],
  }
}
