/** Reads of the calendar and the switches. Both are public: everybody's due dates count by them. */
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import { countryId } from '../units/unit.ts'
import type { CalendarDayRow } from './calendar-day.ts'
import type { LawSwitchRow } from './law-switch.ts'
import type { RemoteAreaListRow } from './remote-area-list.ts'

/** Days of a year that were decided, in order; those withdrawn stay in the list. */
export async function decidedDays(_viewer: Viewer, sql: Sql, year: number): Promise<CalendarDayRow[]> {
  const { rows } = await sql.query<CalendarDayRow>(
    `select * from calendar_day where unit_id = $1 and day between $2 and $3 order by day, created_at limit 400`,
    [countryId, `${year}-01-01`, `${year}-12-31`],
  )
  return rows
}

/** One decided day. */
export async function decidedDay(_viewer: Viewer, sql: Sql, id: string): Promise<CalendarDayRow | null> {
  const { rows } = await sql.query<CalendarDayRow>('select * from calendar_day where unit_id = $1 and id = $2', [
    countryId,
    id,
  ])
  return rows[0] ?? null
}

/** Switches as they are set now. */
export async function setSwitches(_viewer: Viewer, sql: Sql): Promise<LawSwitchRow[]> {
  const { rows } = await sql.query<LawSwitchRow>(
    `select * from law_switch where unit_id = $1 and state = 'set' order by created_at`,
    [countryId],
  )
  return rows
}

/** One setting of a switch, also one that holds no more. */
export async function setSwitchRow(_viewer: Viewer, sql: Sql, id: string): Promise<LawSwitchRow | null> {
  const { rows } = await sql.query<LawSwitchRow>('select * from law_switch where unit_id = $1 and id = $2', [
    countryId,
    id,
  ])
  return rows[0] ?? null
}

/** All lists of remote areas, the latest first. Public: everybody's due dates count by them. */
export async function areaLists(_viewer: Viewer, sql: Sql): Promise<RemoteAreaListRow[]> {
  const { rows } = await sql.query<RemoteAreaListRow>(
    `select * from remote_area_list where unit_id = $1 order by from_on desc, created_at desc limit 500`,
    [countryId],
  )
  return rows
}

/** One list. */
export async function areaList(_viewer: Viewer, sql: Sql, id: string): Promise<RemoteAreaListRow | null> {
  const { rows } = await sql.query<RemoteAreaListRow>('select * from remote_area_list where unit_id = $1 and id = $2', [
    countryId,
    id,
  ])
  return rows[0] ?? null
}

/** A place of a list: as shown, and as it is typed so that it is found again. */
export interface ListedPlace {
  id: string
  name: string
  typed: string
}

/** The places of a list as they were called on its first day. */
export async function placesIn(
  _viewer: Viewer,
  sql: Sql,
  list: Pick<RemoteAreaListRow, 'areas' | 'from_on'>,
): Promise<ListedPlace[]> {
  const { rows } = await sql.query<{ id: string; name: string; above: string | null }>(
    `select p.unit_id as id, p.name, (select u.name from unit_ancestry a join unit_period u on u.unit_id = a.ancestor_id and u.valid @> $2::date
        where a.unit_id = p.unit_id and a.valid @> $2::date and u.level = 'province' limit 1) as above
      from unit_period p where p.unit_id = any($1) and p.valid @> $2::date order by p.name collate "vi-x-icu", p.unit_id`,
    [list.areas, list.from_on],
  )
  return rows.map(({ id, name, above }) => {
    const whole = above ? `${name}, ${above}` : name
    return { id, name: whole, typed: whole }
  })
}

/** A record whose due date a change moved. */
export interface MovedRecord {
  unit_id: string
  id: string
  kind: 'petition' | 'complaint' | 'feedback' | 'visit'
  due_from: string
  due_to: string
}

/** How many open records a change moved, and those of them whose register the viewer may see, the nearest day first. */
export async function movedBy(
  viewer: Viewer,
  sql: Sql,
  cause_id: string,
): Promise<{ all: number; seen: number; records: MovedRecord[] }> {
  const values: unknown[] = [cause_id]
  const visible = visibleTo(viewer, 'e.unit_id', values)
  const { rows } = await sql.query<MovedRecord & { all: number; seen: number; visible: boolean }>(
    `select * from (
       select e.unit_id, e.record_id as id, e.record_kind as kind, p.input ->> 'due_from' as due_from,
         p.input ->> 'due_to' as due_to, v.visible, count(*) over () as all, count(*) filter (where v.visible) over () as seen
       from payload p join event e using (unit_id, record_id, seq) cross join lateral (select ${visible} as visible) v
       where p.input ->> 'cause_id' = $1 and p.input ? 'cause_id' and e.action = 're-date'
     ) moved order by visible desc, due_to, id limit 100`,
    values,
  )
  const [first] = rows
  const records = rows
    .filter((row) => row.visible)
    .map(({ unit_id, id, kind, due_from, due_to }) => ({ unit_id, id, kind, due_from, due_to }))
  return { all: first?.all ?? 0, seen: first?.seen ?? 0, records }
}

/** What happened to a decided day or a switch, the latest first; for officers. */
export async function happenedTo(viewer: Viewer, sql: Sql, id: string): Promise<Happened[]> {
  if (viewer.account_id === null) return []
  return eventsOf(sql, { unit_id: countryId, id }, ['calendar-day', 'law-switch', 'remote-area-list'])
}
