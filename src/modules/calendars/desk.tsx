/** Pages of the working calendar and of the switches, as data to HTML. */
import { type Calendar, calendarSource, calendarSpan, publishedCalendar } from '../../law/calendar.ts'
import { isOn, type SwitchId, type SwitchSettings, switches } from '../../law/switches.ts'
import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { calendarPath, DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag, ToBeChecked } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { CalendarDayRow } from './calendar-day.ts'
import { type LawSwitchRow, ruleOf } from './law-switch.ts'
import { daysOfMonth, Legend, Month, whyOf } from './month.tsx'
import { type Moved, MovedRecords } from './moved.tsx'

/** Where decided days, set switches and lists of remote areas are shown, by the word in the address. */
export const rowPath = {
  day: `${calendarPath}/ngay`,
  switch: `${calendarPath}/quy-dinh`,
  areas: `${calendarPath}/vung-xa`,
} as const

/** Kinds of rows that are decided here. */
export type RowKind = keyof typeof rowPath

/** What the page of a year shows. */
export interface YearData {
  year: number
  calendar: Calendar
  settings: SwitchSettings
  decided: readonly CalendarDayRow[]
  set: readonly LawSwitchRow[]
  day_steps: readonly OfferedStep[]
  switch_steps: readonly OfferedStep[]
}

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** The year's calendar, the days decided, the switches. */
export function YearPage({ frame, data }: { frame: Frame; data: YearData }) {
  const { language } = frame
  const { calendars, law } = words(language)
  const { year, calendar } = data
  const source = calendarSource(year)
  const worked = months.flatMap((month) => daysOfMonth(calendar, year, month)).filter((day) => day.working).length
  return (
    <DeskPage frame={frame} title={calendars.title(year)}>
      <h1 class="govuk-heading-l">{calendars.title(year)}</h1>
      <p class="govuk-body">{calendars.lead}</p>
      <Inset>{calendars.from_now}</Inset>
      <SummaryList
        rows={[
          {
            key: calendars.source,
            value: (
              <>
                {source?.source} <ToBeChecked />
              </>
            ),
          },
          { key: calendars.status, value: source ? law.calendar_statuses[source.status] : '–' },
          { key: calendars.working_days, value: worked },
          { key: calendars.years, value: <OtherYears language={language} year={year} /> },
        ]}
      />
      <StepRow steps={data.day_steps} />
      <h2 class="govuk-heading-m">{calendars.months}</h2>
      <Legend language={language} />
      <div class="gd-cal">
        {months.map((month) => (
          <Month key={month} {...{ calendar, year, month, language }} on={frame.on} />
        ))}
      </div>
      <DecidedDays language={language} rows={data.decided} />
      <Switches language={language} data={data} />
      <h2 class="govuk-heading-m">{calendars.areas.title}</h2>
      <p class="govuk-body">
        {calendars.areas.lead} <Link href={rowPath.areas}>{calendars.areas.open}</Link>
      </p>
    </DeskPage>
  )
}

function OtherYears(props: { language: Language; year: number }) {
  const { calendars } = words(props.language)
  const others = [props.year - 1, props.year + 1].filter(
    (year) => calendarSpan.first <= year && year <= calendarSpan.last,
  )
  return (
    <>
      {others.map((year, index) => (
        <>
          {index > 0 && ' · '}
          <Link href={`${calendarPath}?nam=${year}`}>{calendars.year(year)}</Link>
        </>
      ))}
    </>
  )
}

function DecidedDays(props: { language: Language; rows: readonly CalendarDayRow[] }) {
  const { calendars } = words(props.language)
  const { days } = calendars
  return (
    <Table
      caption={days.title}
      rows={props.rows}
      row_key={(row) => row.id}
      row_href={(row) => `${rowPath.day}/${row.id}`}
      empty={days.none}
      columns={[
        {
          key: 'day',
          title: days.day,
          nowrap: true,
          row_header: true,
          cell: (row) => <Link href={`${rowPath.day}/${row.id}`}>{shortDay(row.day)}</Link>,
        },
        { key: 'kept-as', title: days.kept_as, cell: (row) => keptAs(row, props.language) },
        { key: 'label', title: days.label, cell: (row) => row.label },
        { key: 'decision', title: days.decision, cell: (row) => row.decision },
        { key: 'published', title: days.published, cell: (row) => publishedAs(row, props.language) },
        { key: 'state', title: days.state, cell: (row) => stateOf(row.state, props.language) },
      ]}
    />
  )
}

function keptAs(row: { working: boolean }, language: Language): string {
  const { kept_as } = words(language).calendars
  return row.working ? kept_as.worked : kept_as.free
}

/** How the published calendar has the day that was decided. */
function publishedAs(row: CalendarDayRow, language: Language): string {
  const day = publishedCalendar.day(row.day)
  return [keptAs(day, language), whyOf(day, language)].filter(Boolean).join(', ')
}

/** A state of a row, in words. */
export function stateOf(state: string, language: Language): string {
  const states: Readonly<Record<string, string>> = words(language).calendars.states
  return states[state] ?? state
}

function Switches(props: { language: Language; data: YearData }) {
  const { calendars, law } = words(props.language)
  const { settings, set, switch_steps } = props.data
  const said = calendars.switches
  const onOff = (on: boolean) => (on ? said.on : said.off)
  const setting = (id: SwitchId) => set.find((row) => row.switch === id)
  return (
    <>
      <h2 class="govuk-heading-m">{said.title}</h2>
      <p class="govuk-body">{said.lead}</p>
      <StepRow steps={switch_steps} />
      <Table
        caption={said.title}
        caption_hidden
        rows={switches}
        row_key={(row) => row.id}
        empty=""
        columns={[
          {
            key: 'rule',
            title: said.rule,
            row_header: true,
            cell: (row) => law.switches[row.id],
          },
          {
            key: 'cite',
            title: said.cite,
            cell: (row) => (
              <>
                {row.cite} <ToBeChecked /> <span class="gd-muted">{law.unverified[row.unverified]}</span>
              </>
            ),
          },
          { key: 'from', title: said.from, nowrap: true, cell: (row) => shortDay(Temporal.PlainDate.from(row.from)) },
          { key: 'default', title: said.default, cell: (row) => onOff(row.on_by_default) },
          { key: 'now', title: said.now, cell: (row) => <strong>{onOff(isOn(row.id, settings))}</strong> },
          {
            key: 'ground',
            title: said.ground,
            cell: (row) => {
              const own = setting(row.id)
              return own ? <Link href={`${rowPath.switch}/${own.id}`}>{own.ground}</Link> : said.by_default
            },
          },
        ]}
      />
    </>
  )
}

/** What the page of one row takes besides the row. */
interface OfRow {
  frame: Frame
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
  /** Open records whose due date it moved. */
  moved: Moved
}

/** One decided day. */
export function DayPage(props: OfRow & { row: CalendarDayRow }) {
  const { row, frame } = props
  const { calendars } = words(frame.language)
  const { days } = calendars
  return (
    <RowPage
      {...props}
      title={`${calendars.of_day(shortDay(row.day))} · ${row.label}`}
      back={{ href: `${calendarPath}?nam=${row.day.year}`, text: calendars.title(row.day.year) }}
      rows={[
        { key: days.kept_as, value: keptAs(row, frame.language) },
        { key: days.decision, value: row.decision },
        { key: days.published, value: publishedAs(row, frame.language) },
      ]}
    />
  )
}

/** One setting of a switch. */
export function SwitchPage(props: OfRow & { row: LawSwitchRow }) {
  const { row, frame } = props
  const { calendars, law } = words(frame.language)
  return (
    <RowPage
      {...props}
      title={law.switches[row.switch]}
      back={{ href: calendarPath, text: calendars.title(frame.on.year) }}
      rows={[
        { key: calendars.switches.now, value: row.turned_on ? calendars.turned.on : calendars.turned.off },
        { key: calendars.switches.ground, value: row.ground },
        { key: calendars.switches.cite, value: ruleOf(row.switch).cite },
      ]}
    />
  )
}

function RowPage(
  props: OfRow & {
    row: { state: string }
    title: string
    back: { href: string; text: string }
    rows: { key: string; value: string }[]
  },
) {
  const { frame } = props
  const { calendars } = words(frame.language)
  return (
    <DeskPage frame={frame} title={props.title} back={props.back} wide={false}>
      <h1 class="govuk-heading-l">
        {props.title} <Tag>{stateOf(props.row.state, frame.language)}</Tag>
      </h1>
      <SummaryList rows={props.rows} />
      <StepRow steps={props.steps} />
      <MovedRecords language={frame.language} moved={props.moved} />
      <History frame={frame} happened={props.happened} steps={calendars.steps} />
    </DeskPage>
  )
}
