import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { PaperRow } from './paper.ts'
import { paperPath, topicPath } from './paper-addresses.ts'
import type { OwedPaper } from './paper-queries.ts'

/** Everything of the officer's own page. */
export interface OwnPapers {
  owed: readonly OwedPaper[]
  own: readonly (PaperRow & { meeting: string })[]
  reviews: readonly PaperRow[]
  account_id: string | null
}

/** What the viewer's units owe and have sent, and what the viewer reviews. */
export function OwnPapersPage(props: { frame: Frame; data: OwnPapers }) {
  const { frame, data } = props
  const { law, conferences } = words(frame.language)
  const w = conferences.papers
  return (
    <DeskPage frame={frame} title={w.index_title} current="conferences">
      <h1 class="govuk-heading-l">{w.index_title}</h1>
      <p class="govuk-body">{w.index_lead}</p>
      <h2 class="govuk-heading-m">{w.asked_title}</h2>
      <Table
        caption={w.asked_title}
        caption_hidden
        rows={data.owed}
        row_key={(row) => `${row.topic_id}${row.asked_id}`}
        empty={w.asked_none}
        columns={[
          {
            key: 'topic',
            title: w.columns.topic,
            row_header: true,
            cell: (row) => <Link href={topicPath({ unit_id: row.unit_id, id: row.topic_id })}>{row.title}</Link>,
          },
          { key: 'meeting', title: w.columns.meeting, cell: (row) => row.meeting },
          { key: 'unit', title: w.columns.units, cell: (row) => row.asked },
          {
            key: 'due',
            title: w.columns.due,
            nowrap: true,
            cell: (row) => <DueDay on={row.due_on} frame={frame} />,
          },
        ]}
      />
      <h2 class="govuk-heading-m">{w.review_title}</h2>
      <Table
        caption={w.review_title}
        caption_hidden
        rows={data.reviews}
        row_key={(row) => row.id}
        empty={w.review_none}
        columns={[
          {
            key: 'title',
            title: w.columns.title,
            row_header: true,
            cell: (row) => <Link href={paperPath(row)}>{row.title}</Link>,
          },
          {
            key: 'mark',
            title: w.columns.mark,
            cell: (row) =>
              row.reviews.some((one) => one.account_id === data.account_id && one.mark !== null)
                ? w.reviewed
                : w.not_reviewed,
          },
        ]}
      />
      <h2 class="govuk-heading-m">{w.own_title}</h2>
      <Table
        caption={w.own_title}
        caption_hidden
        rows={data.own}
        row_key={(row) => row.id}
        empty={w.none}
        columns={[
          {
            key: 'title',
            title: w.columns.title,
            row_header: true,
            cell: (row) => <Link href={paperPath(row)}>{row.title}</Link>,
          },
          { key: 'meeting', title: w.columns.meeting, cell: (row) => row.meeting },
          { key: 'state', title: w.columns.state, cell: (row) => known(law.states.paper, row.state) },
        ]}
      />
    </DeskPage>
  )
}

/** A due day, marked once it has passed. */
export function DueDay({ on, frame }: { on: Temporal.PlainDate; frame: Frame }) {
  const late = Temporal.PlainDate.compare(frame.on, on) > 0
  return (
    <>
      {shortDay(on)} {late && <Tag colour="red">▲</Tag>}
    </>
  )
}
