/** Where the things that were announced to everybody are shown. */
import { publicMeetingPath } from '../conferences/addresses.ts'
import { portalDialoguePath } from '../dialogues/addresses.ts'
import { publicConsultationPath } from '../dialogues/project-addresses.ts'
import type { AnnouncementKind } from './queries.ts'

const pages = {
  dialogue: portalDialoguePath,
  meeting: publicMeetingPath,
  consultation: publicConsultationPath,
  // A day has no page of its own: the calendar of its unit shows it with its bookings.
  'reception-day': (row) => `/lich-tiep-dan?don-vi=${row.unit_id}`,
} as const satisfies Record<AnnouncementKind, (row: { unit_id: string; id: string }) => string>

/** The public page of what was announced. */
export const announcedPath = (row: { kind: AnnouncementKind; unit_id: string; id: string }) => pages[row.kind](row)

/**
 * The published answers, beginning with this one. An answer has no page of its own, and further ones push it off the
 * first page; what stands before the next higher id does not move.
 */
export function answerPath(row: { published_on: Temporal.PlainDate; id: string }): string {
  const next = BigInt(`0x${row.id.replaceAll('-', '')}`) + 1n
  const hex = next.toString(16).padStart(32, '0')
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return `/tra-loi?truoc=${row.published_on}_${id}`
}
