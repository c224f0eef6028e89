/** A year of the working calendar as twelve small tables; every day that differs is named in words below its month. */
import { type Calendar, type CalendarDay, calendarSource, type DayWhy } from '../../law/calendar.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { ToBeChecked } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'

/** What makes a day differ from the weekday it is, with the sign it bears in the grid. */
const signs = {
  holiday: '●',
  compensation: '○',
  'swapped-rest': '⇄',
  'make-up-day': '+',
  'office-rest': '■',
  'office-work': '□',
} as const satisfies Partial<Record<DayWhy, string>>

type Special = keyof typeof signs
const isSpecial = (why: DayWhy): why is Special => Object.hasOwn(signs, why)

/** All days of a month as the calendar sees them. */
export function daysOfMonth(calendar: Calendar, year: number, month: number): CalendarDay[] {
  const first = new Temporal.PlainDate(year, month, 1)
  return Array.from({ length: first.daysInMonth }, (_, index) => calendar.day(first.add({ days: index })))
}

/** Why a day differs, in words; null where it is an ordinary day. */
export function whyOf(day: CalendarDay, language: Language): string | null {
  const { calendars, law } = words(language)
  if (!isSpecial(day.why)) return null
  const said = calendars.why[day.why]
  const name = day.label ?? (day.holiday ? law.holidays[day.holiday] : null)
  return name ? `${said}: ${name}` : said
}

/** The signs and what they mean. */
export function Legend(props: { language: Language }) {
  const { calendars } = words(props.language)
  return (
    <ul class="gd-cal__legend" aria-label={calendars.legend}>
      {Object.entries(signs).map(([why, sign]) => (
        <li key={why}>
          <span class="gd-cal__sign" aria-hidden="true">
            {sign}
          </span>{' '}
          {calendars.why[why as Special]}
        </li>
      ))}
    </ul>
  )
}

/** One month, Monday first. */
export function Month(props: {
  calendar: Calendar
  year: number
  month: number
  language: Language
  on: Temporal.PlainDate
}) {
  const { language } = props
  const { calendars, frame } = words(language)
  const days = daysOfMonth(props.calendar, props.year, props.month)
  const blank = (days[0]?.on.dayOfWeek ?? 1) - 1
  const cells: (CalendarDay | null)[] = [...Array.from({ length: blank }, () => null), ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
  const special = stretchesOf(days, language)
  return (
    <section class="gd-cal__month">
      <table>
        <caption>{calendars.month(props.month, days.filter((day) => day.working).length)}</caption>
        <thead>
          <tr>
            {Object.entries(calendars.weekdays).map(([number, short]) => (
              <th key={number} scope="col" abbr={frame.weekdays[Number(number) as 1]}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day)?.on.toString()}>
              {week.map((day, index) => (day ? <Cell day={day} {...props} /> : <td key={index} />))}
            </tr>
          ))}
        </tbody>
      </table>
      {special.length > 0 && (
        <ul>
          {special.map(({ first, last, to_be_checked }) => (
            <li key={first.on.toString()}>
              {spanOf(first.on, last.on)} {whyOf(first, language)}{' '}
              {to_be_checked ? <ToBeChecked /> : <span class="gd-cite">({first.cite})</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Days in a row that differ for the same reason. */
interface Stretch {
  first: CalendarDay
  last: CalendarDay
  /** Exchanged by a schedule whose number is not on file; the source stands at the top of the page. */
  to_be_checked: boolean
}

function stretchesOf(days: readonly CalendarDay[], language: Language): Stretch[] {
  const found: Stretch[] = []
  for (const day of days) {
    if (!isSpecial(day.why)) continue
    const before = found.at(-1)
    const goes_on =
      before?.last.on.add({ days: 1 }).equals(day.on) && whyOf(before.first, language) === whyOf(day, language)
    if (before && goes_on && before.first.cite === day.cite) before.last = day
    else found.push({ first: day, last: day, to_be_checked: day.cite === calendarSource(day.on.year)?.source })
  }
  return found
}

function spanOf(first: Temporal.PlainDate, last: Temporal.PlainDate): string {
  return first.equals(last) ? shortDay(first) : `${shortDay(first)} – ${shortDay(last)}`
}

function Cell(props: { day: CalendarDay; language: Language; on: Temporal.PlainDate }) {
  const { day } = props
  const special = isSpecial(day.why) ? day.why : null
  const kind = day.working ? (special ? 'work' : null) : special ? 'free' : 'rest'
  return (
    <td class={kind ? `gd-cal__${kind}` : undefined} aria-current={day.on.equals(props.on) ? 'date' : undefined}>
      {day.on.day}
      {special && (
        <>
          <span class="gd-cal__sign" aria-hidden="true">
            {signs[special]}
          </span>
          <span class="govuk-visually-hidden"> {whyOf(day, props.language)}</span>
        </>
      )}
    </td>
  )
}
