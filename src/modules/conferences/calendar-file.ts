/** A meeting as an iCal file: for those invited with the online room, for the public without it. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { MeetingRow } from './meeting.ts'

type Shown = Pick<
  MeetingRow,
  'id' | 'revision' | 'title' | 'held_on' | 'until_on' | 'starts' | 'ends' | 'place' | 'state'
>

const zone = 'Asia/Ho_Chi_Minh'

const instant = (on: Temporal.PlainDate, time: string) =>
  new Date(on.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds)

/** One event a day of the meeting; the sequence grows with each change, so that calendars replace what they had. */
export function calendarFile(
  row: Shown,
  of: { url: string; online_address: string | null; made_at: Temporal.Instant },
): string {
  const calendar = ical({
    prodId: { company: 'Gần Dân', product: 'Hội nghị', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const days = row.held_on.until(row.until_on).days
  for (let day = 0; day <= days; day++) {
    const on = row.held_on.add({ days: day })
    calendar.createEvent({
      id: `${row.id}-${day}@gandan`,
      sequence: row.revision,
      stamp: new Date(of.made_at.epochMilliseconds),
      start: instant(on, row.starts),
      end: instant(on, row.ends),
      summary: row.title,
      location: [row.place, of.online_address].filter((one) => one).join(' · ') || null,
      url: of.url,
      status: row.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

/** The answer with the file. */
export function calendarResponse(file: string): Response {
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="lich.ics"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
