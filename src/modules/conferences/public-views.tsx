/** The public pages of meetings, and the page of a room. Pure functions of data. */
import { findingKinds } from '../../law/meeting-workflow.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { FeedLinks } from '../../ui/parts/feed-links.tsx'
import { Select, TextInput } from '../../ui/parts/fields.tsx'
import { number, shortDay, shortInstant } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Inset, NotificationBanner, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { CommitmentList } from '../commitments/commitment-list.tsx'
import type { CommitmentLine } from '../commitments/queries.ts'
import { publicMeetingPath, publicMeetingsPath, roomPath } from './addresses.ts'
import { guestsInRoom, type MeetingRow, type Room, spokenHost } from './meeting.ts'
import { ProgrammeTable, StateTag, whenText } from './meeting-parts.tsx'
import { callsPath, volumesPath } from './paper-addresses.ts'
import type { PublicMeeting } from './queries.ts'

/** All public meetings, the latest first. */
export function PublicMeetingsPage(props: {
  frame: Frame
  unit: { id: string; name: string } | null
  rows: readonly PublicMeeting[]
}) {
  const { frame, unit, rows } = props
  const { announcements, conferences: w } = words(frame.language)
  const title = unit ? `${w.publicly.title}: ${unit.name}` : w.publicly.title
  return (
    <PortalPage frame={frame} title={title} unit={unit}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{w.publicly.lead}</p>
      {unit && (
        <p class="govuk-body">
          <Link href={publicMeetingsPath}>{announcements.all_units}</Link>
        </p>
      )}
      <FeedLinks unit={unit} kind="meeting" />
      {rows.length === 0 && <p class="govuk-body">{w.publicly.none}</p>}
      <ul class="govuk-list">
        {rows.map((row) => (
          <li key={row.id} class="govuk-!-margin-bottom-4">
            <Link href={publicMeetingPath(row)}>{row.title}</Link>
            <br />
            {w.kinds[row.kind]} · {row.unit} · {shortDay(row.held_on)}{' '}
            <StateTag state={row.state} language={frame.language} />
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <Link href={callsPath}>{w.papers.call.title}</Link> ·{' '}
        <Link href={volumesPath}>{w.papers.volume.public_title}</Link>
      </p>
    </PortalPage>
  )
}

/** One public meeting: programme, conclusion, what must follow. */
export function PublicMeetingPage(props: { frame: Frame; row: PublicMeeting; commitments: readonly CommitmentLine[] }) {
  const { frame, row } = props
  const { conferences: w } = words(frame.language)
  const programme = row.programme_versions.at(-1)
  const hosts = (role: 'organiser' | 'chair') => row.hosts.filter((one) => one.role === role).map(spokenHost)
  return (
    <PortalPage frame={frame} title={row.title} back={{ href: publicMeetingsPath, text: w.publicly.title }}>
      <h1 class="govuk-heading-l">{row.title}</h1>
      {row.state === 'cancelled' && <Warning>{w.publicly.cancelled}</Warning>}
      <SummaryList
        rows={[
          { key: w.summary.kind, value: w.kinds[row.kind] },
          { key: w.summary.when, value: whenText(row, frame.language) },
          { key: w.summary.where, value: row.place ?? w.online_only },
          { key: w.summary.organisers, value: hosts('organiser').join('; ') },
          ...(hosts('chair').length > 0 ? [{ key: w.summary.chairs, value: hosts('chair').join('; ') }] : []),
          ...(row.purpose ? [{ key: w.summary.purpose, value: row.purpose }] : []),
        ]}
      />
      {row.state !== 'cancelled' && (
        <p class="govuk-body">
          <Link href={publicMeetingPath(row, 'lich.ics')}>{w.calendar}</Link>
        </p>
      )}
      {programme && (
        <>
          <h2 class="govuk-heading-m">{w.publicly.programme}</h2>
          <ProgrammeTable frame={frame} items={programme.items} caption={w.publicly.programme} caption_hidden />
        </>
      )}
      {row.findings.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{w.publicly.findings}</h2>
          {findingKinds
            .map((kind) => ({ kind, found: row.findings.filter((one) => one.kind === kind) }))
            .filter(({ found }) => found.length > 0)
            .map(({ kind, found }) => (
              <section key={kind}>
                <h3 class="govuk-heading-s">{w.findings.kinds[kind]}</h3>
                <ul class="govuk-list govuk-list--bullet">
                  {found.map((one) => (
                    <li key={one.id}>{one.text}</li>
                  ))}
                </ul>
              </section>
            ))}
        </>
      )}
      <h2 class="govuk-heading-m">{w.publicly.conclusion}</h2>
      {row.conclusion === null ? (
        <p class="govuk-body">{w.publicly.not_yet}</p>
      ) : (
        row.conclusion.split('\n').map((line, index) => (
          <p key={index} class="govuk-body">
            {line}
          </p>
        ))
      )}
      {row.concluded_on !== null && (
        <>
          <h2 class="govuk-heading-m">{w.publicly.commitments}</h2>
          <CommitmentList frame={frame} face="public" lines={props.commitments} heading_hidden />
        </>
      )}
    </PortalPage>
  )
}

/** What somebody in a room fills in on a phone: how many are there, and which units. */
export function RoomPage(props: {
  frame: Frame
  row: Pick<MeetingRow, 'title' | 'held_on' | 'starts' | 'invited'>
  room: Room
  open: boolean
  done: boolean
  refused: { step: string; error: string } | null
}) {
  const { frame, row, room, refused } = props
  const { room_page: w, columns } = words(frame.language).conferences
  const title = w.title(room.name)
  const here = guestsInRoom(row, room)
  const faultOf = (step: string) => (refused?.step === step && props.open ? refused.error : undefined)
  return (
    <PortalPage frame={frame} title={title} faulty={refused !== null}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{w.lead(row.title, shortDay(row.held_on), row.starts)}</p>
      {props.done && <NotificationBanner kind="success" text={w.done} />}
      {!props.open && <Inset>{w.not_now}</Inset>}
      {props.open && (
        <>
          <form method="post" action={`${roomPath(room.code)}/report-room`} class="gd-form" novalidate>
            <TextInput
              name="people"
              label={w.count}
              label_class="govuk-label--m"
              width={5}
              inputmode="numeric"
              error={faultOf('report-room')}
              hint={
                room.people !== null && room.counted_at
                  ? w.count_now(
                      number(room.people, frame.language),
                      shortInstant(Temporal.Instant.from(room.counted_at)),
                    )
                  : undefined
              }
            />
            <Button>{w.send}</Button>
          </form>
          {here.length > 0 && (
            <>
              <h2 class="govuk-heading-m">{w.unit}</h2>
              <p class="govuk-body">{w.unit_lead}</p>
              <form method="post" action={`${roomPath(room.code)}/note-attendance`} class="gd-form" novalidate>
                <Select
                  name="guest_id"
                  label={columns.unit}
                  items={here.map((one) => ({ value: one.id, label: one.name }))}
                  error={faultOf('note-attendance')}
                />
                <TextInput id="people-unit" name="people" label={columns.people} width={5} inputmode="numeric" />
                <Button kind="secondary">{w.check_in}</Button>
              </form>
            </>
          )}
        </>
      )}
    </PortalPage>
  )
}
