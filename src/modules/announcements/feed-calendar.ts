/** The public calendar as iCal: dialogues, meetings, reception days, last days for an opinion. Stable ids; what moved is the same event. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { longDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { announcedPath } from './addresses.ts'
import { plain, titleOf } from './feed-text.ts'
import type { Announcement } from './queries.ts'

/** Where the times of this product are meant. */
export const zone = 'Asia/Ho_Chi_Minh'

/** Days of one event at most: a conference, not an exhibition. */
const days_max = 14

/** When a time of a day is, or the day itself. */
function instantOf(on: Temporal.PlainDate, time: string): Date {
  const plainTime = Temporal.PlainTime.from(time)
  return new Date(on.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds)
}

/** One event a day. The sequence grows with each change, so that calendars replace what they had. */
export function calendarFeed(
  rows: readonly Announcement[],
  of: { title: string; url: string; portal: string; language: Language },
): string {
  const w = words(of.language).announcements
  const calendar = ical({
    name: plain(of.title, 200),
    prodId: { company: 'Gần Dân', product: 'Lịch công khai', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    url: of.url,
    // How often a telephone should ask again.
    ttl: 6 * 60 * 60,
  })
  calendar.x('X-WR-TIMEZONE', zone)
  for (const row of rows) {
    const days = Math.min(row.held_on.until(row.until_on).days, days_max - 1)
    for (let day = 0; day <= days; day++) {
      const on = row.held_on.add({ days: day })
      const when =
        row.starts && row.ends
          ? { start: instantOf(on, row.starts), end: instantOf(on, row.ends) }
          : { start: new Date(`${on}T00:00:00Z`), end: new Date(`${on.add({ days: 1 })}T00:00:00Z`), allDay: true }
      calendar.createEvent({
        ...when,
        id: row.kind === 'meeting' ? `${row.id}-${day}@gandan` : `${row.id}@gandan`,
        sequence: row.revision,
        stamp: new Date(row.changed_on.toZonedDateTime(zone).epochMilliseconds),
        lastModified: new Date(row.changed_on.toZonedDateTime(zone).epochMilliseconds),
        summary: titleOf(row, w),
        location: plain(row.place, 400) || null,
        description: descriptionOf(row, of.language),
        url: `${of.portal}${announcedPath(row)}`,
        status: row.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      })
    }
  }
  return calendar.toString()
}

function descriptionOf(row: Announcement, language: Language): string {
  const w = words(language).announcements
  return [
    row.unit,
    row.cancelled ? w.cancelled : '',
    row.moved_from && !row.cancelled ? w.moved(longDay(row.moved_from, language)) : '',
  ]
    .filter(Boolean)
    .map((line) => plain(line, 300))
    .join('\n')
}
