/** Reads of what was announced to everybody, the viewer first. Nothing about persons is read here at all. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'

/** What has a day that everybody may know. */
export const announcementKinds = ['dialogue', 'meeting', 'reception-day', 'consultation'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]

/** A row of the view `announcement`. */
export interface Announcement {
  kind: AnnouncementKind
  unit_id: string
  id: string
  /** Grows with each change. */
  revision: number
  /** Empty for a reception day without a subject. */
  title: string
  held_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  /** `14:00`; null for what lasts the day. */
  starts: string | null
  ends: string | null
  place: string
  cancelled: boolean
  moved_from: Temporal.PlainDate | null
  announced_on: Temporal.PlainDate
  results_on: Temporal.PlainDate | null
  changed_on: Temporal.PlainDate
  unit: string
}

/** Of which unit and kinds; everything without them. */
export interface Scope {
  unit_id?: string | undefined
  kinds?: readonly AnnouncementKind[] | undefined
}

/** Days back to which a calendar reaches: whoever looks for last month's dialogue still finds it. */
const back_days = 60
/** Most events of a calendar that are still to come, and most that are past. */
export const comingMax = 500
const pastMax = 200

const unitName = `coalesce((select u.name from unit_period u where u.unit_id = a.unit_id order by u.valid desc limit 1), '') as unit`

function within(scope: Scope, values: unknown[]): string {
  const unit = scope.unit_id ? `$${values.push(scope.unit_id)}::uuid` : null
  return [
    ...(unit ? [`(a.unit_id = ${unit} or a.touches @> to_jsonb(${unit}::text))`] : []),
    ...(scope.kinds ? [`a.kind = any($${values.push(scope.kinds)}::text[])`] : []),
    'true',
  ].join(' and ')
}

/** Days to come, the next first, then those just past: what a calendar holds. Cancelled ones stay, so that calendars strike them. */
export async function announcedDays(viewer: Viewer, sql: Sql, scope: Scope): Promise<Announcement[]> {
  const of = async (when: string, order: 'asc' | 'desc', limit: number) => {
    const values: unknown[] = [viewer.on.toString()]
    const { rows } = await sql.query<Announcement>(
      `select a.*, ${unitName} from announcement a where ${when} and ${within(scope, values)}
       order by a.held_on ${order}, a.id limit ${limit}`,
      values,
    )
    return rows
  }
  const coming = await of('a.until_on >= $1::date', 'asc', comingMax)
  const past = await of(
    `a.until_on < $1::date and a.until_on >= $1::date - ${back_days} and a.held_on >= $1::date - ${back_days + 30}`,
    'desc',
    pastMax,
  )
  return [...past.reverse(), ...coming]
}

/** Entries of a feed of news. */
export const newsMax = 50
/** Older news are in nobody's reader any more. */
const news_days = 180

/** What changed last in public, the latest first. */
export async function announcedLately(viewer: Viewer, sql: Sql, scope: Scope): Promise<Announcement[]> {
  const values: unknown[] = [viewer.on.toString()]
  const { rows } = await sql.query<Announcement>(
    `select a.*, ${unitName} from announcement a
     where a.held_on > $1::date - ${news_days} and greatest(a.changed_on, a.results_on) > $1::date - ${news_days}
       and ${within(scope, values)}
     order by greatest(a.changed_on, a.results_on) desc, a.id desc limit ${newsMax}`,
    values,
  )
  return rows
}
