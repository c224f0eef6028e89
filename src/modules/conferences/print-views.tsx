/** Sheets of a meeting to be printed: the programme as it was given out, the codes of the rooms for their walls. */
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { words } from '../../ui/words/words.ts'
import { meetingPath, roomPath } from './addresses.ts'
import { type ProgrammeVersion, type Room, spokenHost } from './meeting.ts'
import { ProgrammeTable, whenText } from './meeting-parts.tsx'
import type { Meeting } from './queries.ts'
import { shownCode } from './rooms.ts'

/** A programme on paper. */
export function ProgrammeSheet({ frame, row, version }: { frame: Frame; row: Meeting; version: ProgrammeVersion }) {
  const { conferences: w } = words(frame.language)
  const title = `${w.programme.document_title} · ${row.title}`
  const hosts = (role: 'organiser' | 'chair') => row.hosts.filter((one) => one.role === role).map(spokenHost)
  return (
    <DeskPage frame={frame} title={title} current="conferences" back={{ href: meetingPath(row), text: row.title }}>
      <article class="gd-pack-sheet">
        <p class="govuk-body">{hosts('organiser').join(' · ')}</p>
        <h1 class="govuk-heading-l">{w.programme.document_title}</h1>
        <p class="govuk-body-l">
          {w.kinds[row.kind]}: {row.title}
        </p>
        <p class="govuk-body">
          {w.summary.when}: {whenText(row, frame.language)}. {w.summary.where}: {row.place ?? w.online_only}.
        </p>
        {hosts('chair').length > 0 && (
          <p class="govuk-body">
            {w.summary.chairs}: {hosts('chair').join('; ')}.
          </p>
        )}
        <ProgrammeTable frame={frame} items={version.items} caption={w.groups.programme} caption_hidden />
        <p class="govuk-body-s">
          {w.programme.version(String(version.version), shortDay(Temporal.PlainDate.from(version.on)))}
          {version.reason && `. ${w.programme.reason(version.reason)}`}
          {version.withdrawn.length > 0 && `. ${w.programme.withdrawn(version.withdrawn.join('; '))}`}
        </p>
      </article>
    </DeskPage>
  )
}

/** A sheet a room, to be put on its wall. */
export function CodesSheet({
  frame,
  row,
  rooms,
  portal,
}: {
  frame: Frame
  row: Meeting
  rooms: readonly Room[]
  portal: string
}) {
  const { conferences: w } = words(frame.language)
  const { rooms: r } = w
  return (
    <DeskPage
      frame={frame}
      title={r.print_title}
      current="conferences"
      back={{ href: meetingPath(row), text: row.title }}
    >
      <h1 class="govuk-heading-l">{r.print_title}</h1>
      <p class="govuk-body">{r.print_lead}</p>
      {rooms.map((room) => (
        <section key={room.id} class="gd-pack-sheet">
          <h2 class="govuk-heading-m">{room.name}</h2>
          <p class="govuk-body">
            {row.title}. {whenText(row, frame.language)}.
          </p>
          <p class="govuk-body">
            {w.columns.code}: <strong>{shownCode(room.code)}</strong>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={roomPath(room.code)}>
              {portal}
              {roomPath(room.code)}
            </a>
          </p>
        </section>
      ))}
    </DeskPage>
  )
}
