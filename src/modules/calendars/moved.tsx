/** Which open records a decided day or a switch moved, for those who may see them. */
import { Link } from '../../ui/parts/button.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { recordPath } from '../../ui/parts/letter.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { movedBy } from './queries.ts'

/** What `movedBy` found. */
export type Moved = Awaited<ReturnType<typeof movedBy>>

/** The count, and the records whose register the viewer may see with both days. */
export function MovedRecords(props: { language: Language; moved: Moved }) {
  const { moved: said } = words(props.language).calendars
  const { all, seen, records } = props.moved
  const day = (text: string) => shortDay(Temporal.PlainDate.from(text))
  return (
    <section id="moved">
      <h2 class="govuk-heading-m">{said.title}</h2>
      <p class="govuk-body">{said.lead}</p>
      {all > 0 && (
        <p class="govuk-body">
          <strong>{said.count(all)}</strong>. {said.yours(seen, all)}
        </p>
      )}
      <Table
        caption={said.title}
        caption_hidden
        rows={records}
        row_key={(row) => row.id}
        empty={all === 0 ? said.none : said.count(all)}
        columns={[
          {
            key: 'record',
            title: said.record,
            row_header: true,
            cell: (row) => <Link href={recordPath(row.kind, row)}>{said.kinds[row.kind]}</Link>,
          },
          { key: 'from', title: said.from, nowrap: true, cell: (row) => day(row.due_from) },
          { key: 'to', title: said.to, nowrap: true, cell: (row) => day(row.due_to) },
        ]}
      />
    </section>
  )
}
