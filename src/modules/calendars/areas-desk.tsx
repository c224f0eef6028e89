/** Pages of the lists of remote areas, as data to HTML. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { calendarPath, DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { rowPath, stateOf } from './desk.tsx'
import type { ListedPlace } from './queries.ts'
import type { RemoteAreaListRow } from './remote-area-list.ts'

/** The last day on which a list holds. */
const lastDay = (row: RemoteAreaListRow) => (row.until_on ? shortDay(row.until_on.subtract({ days: 1 })) : '–')

/** All lists. */
export function AreaListsPage(props: {
  frame: Frame
  lists: readonly RemoteAreaListRow[]
  steps: readonly OfferedStep[]
}) {
  const { frame } = props
  const { calendars } = words(frame.language)
  const { areas } = calendars
  const back = { href: calendarPath, text: calendars.title(frame.on.year) }
  return (
    <DeskPage frame={frame} title={areas.title} back={back}>
      <h1 class="govuk-heading-l">{areas.title}</h1>
      <p class="govuk-body">{areas.lead}</p>
      <StepRow steps={props.steps} />
      <Table
        caption={areas.title}
        caption_hidden
        rows={props.lists}
        row_key={(row) => row.id}
        row_href={(row) => `${rowPath.areas}/${row.id}`}
        empty={areas.none}
        columns={[
          {
            key: 'decision',
            title: areas.decision,
            row_header: true,
            cell: (row) => <Link href={`${rowPath.areas}/${row.id}`}>{row.decision}</Link>,
          },
          { key: 'from', title: areas.from, nowrap: true, cell: (row) => shortDay(row.from_on) },
          { key: 'until', title: areas.until, nowrap: true, cell: lastDay },
          { key: 'places', title: areas.places, nowrap: true, cell: (row) => areas.count(row.areas.length) },
          { key: 'state', title: areas.state, cell: (row) => stateOf(row.state, frame.language) },
        ]}
      />
    </DeskPage>
  )
}

/** One list with its places. */
export function AreaListPage(props: {
  frame: Frame
  row: RemoteAreaListRow
  places: readonly ListedPlace[]
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}) {
  const { frame, row } = props
  const { calendars } = words(frame.language)
  const { areas } = calendars
  return (
    <DeskPage frame={frame} title={row.decision} back={{ href: rowPath.areas, text: areas.title }} wide={false}>
      <h1 class="govuk-heading-l">
        {row.decision} <Tag>{stateOf(row.state, frame.language)}</Tag>
      </h1>
      <SummaryList
        rows={[
          { key: areas.from, value: shortDay(row.from_on) },
          { key: areas.until, value: lastDay(row) },
          {
            key: areas.places,
            value: (
              <ul class="govuk-list">
                {props.places.map((place) => (
                  <li key={place.id}>
                    <Link href={`/don-vi/${place.id}`}>{place.name}</Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <StepRow steps={props.steps} />
      <History frame={frame} happened={props.happened} steps={calendars.steps} />
    </DeskPage>
  )
}
