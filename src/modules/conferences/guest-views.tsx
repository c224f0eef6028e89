/** Who is invited and what they said, the rooms and how many sit in them, reports joined by the period. */
import { Link } from '../../ui/parts/button.tsx'
import { number, shortDay, shortInstant } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Details, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { meetingPath } from './addresses.ts'
import type { JoinedReport } from './grounds.ts'
import { attendedOf, type Guest, type MeetingRow, peopleByRoom } from './meeting.ts'
import { groundHref } from './meeting-parts.tsx'

const isoDay = (text: string) => shortDay(Temporal.PlainDate.from(text))

interface Shown {
  frame: Frame
  row: MeetingRow
}

/** All guests with their answers; first who has not answered. `may_answer`: an answer may be written down. */
export function Guests({ frame, row, may_answer }: Shown & { may_answer: boolean }) {
  const { conferences: w } = words(frame.language)
  const n = (value: number) => number(value, frame.language)
  const asked = row.invited.filter((one) => one.invited_on !== null && one.withdrawn_on === null)
  const coming = asked.filter((one) => one.answer?.coming)
  const silent = asked.filter((one) => one.answer === null)
  if (row.invited.length === 0) return <p class="govuk-body">{w.guests.none}</p>
  return (
    <>
      {asked.length > 0 && (
        <p class="govuk-body">
          {w.guests.tally({
            invited: n(asked.length),
            coming: n(coming.length),
            people: n(coming.reduce((sum, one) => sum + (one.answer?.people ?? 0), 0)),
            not_coming: n(asked.length - coming.length - silent.length),
            silent: n(silent.length),
          })}
        </p>
      )}
      {silent.length > 0 && (
        <Details summary={w.guests.silent(n(silent.length))} open={silent.length <= 10}>
          <p class="govuk-body">{silent.map((one) => one.name).join(' · ')}</p>
        </Details>
      )}
      <Details summary={w.guests.caption(n(row.invited.length))} open={row.invited.length <= 10}>
        <GuestTable frame={frame} row={row} may_answer={may_answer} />
      </Details>
    </>
  )
}

function GuestTable({ frame, row, may_answer }: Shown & { may_answer: boolean }) {
  const { conferences: w } = words(frame.language)
  const rooms = new Map(row.rooms.map((one) => [one.id, one.name]))
  const open = (one: Guest) => may_answer && one.invited_on !== null && one.withdrawn_on === null
  return (
    <Table
      caption={w.guests.caption(number(row.invited.length, frame.language))}
      caption_hidden
      rows={row.invited}
      row_key={(one) => one.id}
      empty=""
      columns={[
        { key: 'unit', title: w.columns.unit, row_header: true, cell: (one) => one.name },
        { key: 'answer', title: w.columns.answer, cell: (one) => <AnswerTag frame={frame} guest={one} /> },
        { key: 'people', title: w.columns.people, numeric: true, cell: (one) => one.answer?.people ?? '' },
        { key: 'who', title: w.columns.who, cell: (one) => one.answer?.who ?? '' },
        {
          key: 'room',
          title: w.columns.room,
          cell: (one) => rooms.get(one.answer?.room_id ?? one.room_id ?? '') ?? '',
        },
        {
          key: 'letter',
          title: w.guests.letter,
          cell: (one) => (
            <>
              {one.letter_id && <Link href={`${meetingPath(row, 'van-ban')}/${one.letter_id}`}>{w.guests.letter}</Link>}{' '}
              {open(one) && (
                <Link href={`${meetingPath(row, 'answer-invitation')}?muc=${one.id}`}>{w.guests.answer}</Link>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** What a guest said, or that nothing was said or sent. */
export function AnswerTag({ frame, guest }: { frame: Frame; guest: Guest }) {
  const { guests } = words(frame.language).conferences
  if (guest.withdrawn_on !== null) return <>{guests.withdrawn(isoDay(guest.withdrawn_on))}</>
  if (guest.invited_on === null) return <Tag colour="grey">{guests.waiting}</Tag>
  if (guest.answer === null) return <Tag colour="yellow">{guests.no_answer}</Tag>
  return guest.answer.coming ? <Tag colour="green">{guests.coming}</Tag> : <Tag colour="red">{guests.not_coming}</Tag>
}

/** Each room with its seats, who announced themselves, and how many came. */
export function Rooms({ frame, row, with_codes }: Shown & { with_codes: boolean }) {
  const { conferences: w } = words(frame.language)
  const n = (value: number) => number(value, frame.language)
  const came = peopleByRoom(row)
  const expected = (id: string) =>
    row.invited.reduce(
      (sum, one) => sum + (one.withdrawn_on === null && one.answer?.room_id === id ? one.answer.people : 0),
      0,
    )
  const { people, units } = attendedOf(row)
  const table = (
    <Table
      caption={w.rooms.caption(n(row.rooms.length))}
      caption_hidden
      rows={row.rooms}
      row_key={(one) => one.id}
      empty={<p class="govuk-body">{w.rooms.none}</p>}
      columns={[
        { key: 'room', title: w.columns.room, row_header: true, cell: (one) => one.name },
        {
          key: 'capacity',
          title: w.columns.capacity,
          numeric: true,
          cell: (one) => (one.capacity === null ? '' : n(one.capacity)),
        },
        { key: 'expected', title: w.columns.expected, numeric: true, cell: (one) => n(expected(one.id)) },
        {
          key: 'came',
          title: w.columns.came,
          numeric: true,
          cell: (one) => (
            <>
              {came.has(one.id) ? n(came.get(one.id) ?? 0) : ''}
              {one.capacity !== null && (came.get(one.id) ?? 0) > one.capacity && (
                <>
                  {' '}
                  <Tag colour="yellow">{w.rooms.over}</Tag>
                </>
              )}
            </>
          ),
        },
        {
          key: 'counted',
          title: w.columns.counted,
          cell: (one) => (one.counted_at ? shortInstant(Temporal.Instant.from(one.counted_at)) : ''),
        },
      ]}
    />
  )
  return (
    <>
      {people > 0 && <p class="govuk-body">{w.rooms.total(n(people), n(units))}</p>}
      {row.rooms.length > 10 ? <Details summary={w.rooms.caption(n(row.rooms.length))}>{table}</Details> : table}
      {with_codes && row.rooms.length > 0 && (
        <p class="govuk-body">
          <Link href={meetingPath(row, 'ma-diem-cau')}>{w.rooms.print}</Link>
        </p>
      )}
    </>
  )
}

/** What the invited units handed in for the period, and who did not. */
export function Reports({ frame, row, reports }: Shown & { reports: readonly JoinedReport[] }) {
  const { conferences: w } = words(frame.language)
  const there = new Set(reports.map((one) => one.unit_id))
  const missing = row.invited.filter(
    (one) => one.withdrawn_on === null && one.unit_id !== null && !there.has(one.unit_id),
  )
  return (
    <>
      {missing.length > 0 && (
        <Details summary={w.reports.missing_title(number(missing.length, frame.language))}>
          <p class="govuk-body">{missing.map((one) => one.name).join(' · ')}</p>
        </Details>
      )}
      <Table
        caption={w.reports.caption}
        caption_hidden
        rows={reports}
        row_key={(one) => one.id}
        empty={<p class="govuk-body">{w.reports.none}</p>}
        columns={[
          { key: 'unit', title: w.columns.unit, row_header: true, cell: (one) => one.unit },
          {
            key: 'report',
            title: w.columns.report,
            cell: (one) => (
              <Link href={groundHref(row, { kind: one.kind, unit_id: one.unit_id, id: one.id, title: '' })}>
                {one.form ?? w.findings.ground_kinds.narrative}
              </Link>
            ),
          },
          { key: 'on', title: w.columns.handed_in, nowrap: true, cell: (one) => shortDay(one.handed_in_on) },
        ]}
      />
    </>
  )
}
