/** Where the pages of programmes are. */
import type { Reference } from './references.ts'

/** Lists. */
export const paths = {
  programmes: '/chuong-trinh',
  instruments: '/van-ban-chi-dao',
  sessions: '/quan-triet',
  movements: '/phong-trao',
  duties: '/trach-nhiem',
} as const

/** One record's page. */
export const rowPath = (of: Exclude<keyof typeof paths, 'duties'>, row: Reference) =>
  `${paths[of]}/${row.unit_id}/${row.id}`

/** A goal's forms stand under its programme. */
export const goalPath = (programme: Reference, goal_id: string) =>
  `${rowPath('programmes', programme)}/chi-tieu/${goal_id}`

/** What a unit answers for on a day. */
export function dutiesHref(unit_id: string, on: Temporal.PlainDate): string {
  return `${paths.duties}?${new URLSearchParams({ 'don-vi': unit_id, ngay: on.toString() })}`
}
