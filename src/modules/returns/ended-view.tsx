/** Units that are no more, to begin a return for a period in which they stood. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import { draftPath, endedPath } from './addresses.ts'
import { type EndedUnit, endedMax } from './queries.ts'

/** The page; each name leads to the form of a new return with the last quarter of the unit. */
export function EndedPage(props: { frame: Frame; typed: string; rows: readonly { unit: EndedUnit; href: string }[] }) {
  const { frame, rows } = props
  const { returns, reports } = words(frame.language)
  const { ended } = returns
  return (
    <DeskPage frame={frame} title={ended.title} current="reports" back={{ href: draftPath }}>
      <h1 class="govuk-heading-l">{ended.title}</h1>
      <p class="govuk-body">{ended.lead}</p>
      <form method="get" action={endedPath} class="gd-filter">
        <TextInput name="q" label={ended.search} value={props.typed} width={20} />
        <Button kind="secondary">{reports.show}</Button>
      </form>
      {rows.length > endedMax && <p class="govuk-body">{ended.more(endedMax)}</p>}
      <Table
        caption={ended.title}
        caption_hidden
        rows={rows.slice(0, endedMax)}
        row_key={({ unit }) => unit.id}
        row_href={({ href }) => href}
        empty={<p class="govuk-body">{ended.none}</p>}
        columns={[
          {
            key: 'unit',
            title: ended.unit,
            row_header: true,
            cell: ({ unit, href }) => <Link href={href}>{unit.place ? `${unit.name}, ${unit.place}` : unit.name}</Link>,
          },
          {
            key: 'until',
            title: ended.until,
            nowrap: true,
            cell: ({ unit }) => shortDay(unit.until_on.subtract({ days: 1 })),
          },
          { key: 'heir', title: ended.heir, cell: ({ unit }) => unit.heir },
        ]}
      />
    </DeskPage>
  )
}
