/** What is followed beside the worklists: answers others owe, decisions to send, orders owed, withdrawals put before the superior. */
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, recordPath } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { Followed, MarkedWithdrawal, ReplyOwed } from './queries.ts'
import type { Obligation, StopLetter } from './side-paths.ts'
import { StopLetters } from './side-view.tsx'

/** Where the page stands. */
export const followUpPath = '/ban-lam-viec/theo-doi'

/** The four lists. */
export interface FollowUpData {
  replies: readonly ReplyOwed[]
  to_send: readonly (Followed & { letters: readonly StopLetter[] })[]
  owed: readonly (Followed & { owed: Obligation })[]
  /** Null for whoever heads no unit. */
  marked: readonly MarkedWithdrawal[] | null
}

/** One list under the other, each with what it says where nothing waits. */
export function FollowUpPage(props: { frame: Frame; data: FollowUpData }) {
  const { frame, data } = props
  const { complaints } = words(frame.language)
  const { follow } = complaints
  const passed = (on: Temporal.PlainDate | string | null) =>
    on !== null && Temporal.PlainDate.compare(frame.on, Temporal.PlainDate.from(on)) > 0
  const late = <Tag colour="red">{complaints.owed_overdue}</Tag>
  return (
    <DeskPage
      frame={frame}
      title={follow.title}
      current="worklists"
      back={{ href: '/ban-lam-viec', text: words(frame.language).petitions.worklist }}
    >
      <h1 class="govuk-heading-l">{follow.title}</h1>
      <h2 class="govuk-heading-m">{follow.replies}</h2>
      <Table
        caption={follow.replies}
        caption_hidden
        rows={data.replies}
        row_key={(row) => row.id}
        row_href={(row) => recordPath('petition', row)}
        empty={follow.replies_none}
        columns={[
          recordColumn('petition', frame.language),
          { key: 'from', title: follow.columns.from, cell: (row) => row.from },
          { key: 'since', title: follow.columns.since, nowrap: true, cell: (row) => shortDay(row.since_on) },
          {
            key: 'days',
            title: follow.columns.days,
            numeric: true,
            cell: (row) => number(frame.on.since(row.since_on).days, frame.language),
          },
          {
            key: 'due',
            title: follow.columns.reply_by,
            cell: (row) =>
              row.reply_by ? (
                <>
                  {shortDay(row.reply_by)} {passed(row.reply_by) && late}
                </>
              ) : (
                follow.not_settled
              ),
          },
          {
            key: 'urged',
            title: follow.columns.urged,
            nowrap: true,
            cell: (row) => (row.urged_on ? shortDay(row.urged_on) : '–'),
          },
        ]}
      />
      <h2 class="govuk-heading-m">{follow.to_send}</h2>
      <Table
        caption={follow.to_send}
        caption_hidden
        rows={data.to_send}
        row_key={(row) => row.id}
        row_href={(row) => recordPath('complaint', row)}
        empty={follow.to_send_none}
        columns={[
          recordColumn('complaint', frame.language),
          { key: 'what', title: follow.columns.what, cell: (row) => <StopLetters of={row.letters} on={frame.on} /> },
        ]}
      />
      <h2 class="govuk-heading-m">{follow.owed}</h2>
      <Table
        caption={follow.owed}
        caption_hidden
        rows={data.owed}
        row_key={(row) => `${row.id}${row.owed.id}`}
        row_href={(row) => recordPath('complaint', row)}
        empty={follow.owed_none}
        columns={[
          recordColumn('complaint', frame.language),
          { key: 'what', title: complaints.owed_columns.what, cell: (row) => row.owed.what },
          { key: 'who', title: complaints.owed_columns.who, cell: (row) => row.owed.who ?? complaints.owed_nobody },
          {
            key: 'by',
            title: complaints.owed_columns.by,
            cell: (row) =>
              row.owed.by_on ? (
                <>
                  {shortDay(Temporal.PlainDate.from(row.owed.by_on))} {passed(row.owed.by_on) && late}
                </>
              ) : (
                complaints.owed_no_day
              ),
          },
        ]}
      />
      {data.marked && <h2 class="govuk-heading-m">{follow.marked}</h2>}
      {data.marked && (
        <Table
          caption={follow.marked}
          caption_hidden
          rows={data.marked}
          row_key={(row) => row.id}
          row_href={(row) => recordPath('complaint', row)}
          empty={follow.marked_none}
          columns={[
            recordColumn('complaint', frame.language),
            { key: 'unit', title: follow.columns.unit, cell: (row) => row.unit_name },
            { key: 'on', title: follow.columns.marked_on, nowrap: true, cell: (row) => shortDay(row.marked_on) },
            {
              key: 'state',
              title: follow.columns.state,
              cell: (row) => known(words(frame.language).law.states.complaint, row.state),
            },
          ]}
        />
      )}
    </DeskPage>
  )
}

function recordColumn<Row extends Followed>(kind: 'petition' | 'complaint', language: Language): Column<Row> {
  return {
    key: 'record',
    title: words(language).petitions.columns.number,
    row_header: true,
    cell: (row) => (
      <>
        <Link href={recordPath(kind, row)}>
          {row.register_number ?? '–'}/{row.register_year}
        </Link>{' '}
        {row.title}
      </>
    ),
  }
}
