/** Who carries a joint programme, what part each takes, and who told the others its results in each six months. */
import { shortDay } from '../../ui/parts/format.ts'
import { paragraphs } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { type SixMonths, sixMonthsOf } from './exchanges.ts'
import { span } from './parts.tsx'
import type { Programme } from './queries.ts'

/** Nothing where the unit carries it alone. */
export function Organisers(props: { frame: Frame; row: Programme; names: ReadonlyMap<string, string> }) {
  const { frame, row, names } = props
  const { programmes: p } = words(frame.language)
  if (row.organisers.length === 0) return null
  const halves = sixMonthsOf(row, frame.on)
  const told = (half: SixMonths, unit_id: string) => {
    const on = half.told.get(unit_id)
    if (on) return shortDay(on)
    return <Tag colour={half.over ? 'red' : 'grey'}>{half.over ? p.exchange_missing : p.exchange_awaited}</Tag>
  }
  return (
    <>
      <Table
        caption={p.organisers}
        rows={[{ unit_id: row.unit_id, part: p.leads }, ...row.organisers]}
        row_key={(one) => one.unit_id}
        empty=""
        columns={[
          { key: 'unit', title: p.columns.unit, row_header: true, cell: (one) => names.get(one.unit_id) ?? '' },
          { key: 'part', title: p.labels.part, cell: (one) => one.part },
          ...halves.map((half, no) => ({
            key: `half${no}`,
            title: p.exchange_in(span(half.from_on, half.until_on)),
            cell: (one: { unit_id: string }) => told(half, one.unit_id),
          })),
        ]}
      />
      {row.exchanges.length > 0 && <h3 class="govuk-heading-s">{p.exchanges}</h3>}
      {row.exchanges.map((one) => (
        <div key={`${one.on}${one.unit_id}${one.text}`}>
          <strong>
            {shortDay(Temporal.PlainDate.from(one.on))} · {names.get(one.unit_id)}
          </strong>
          {paragraphs(one.text)}
        </div>
      ))}
    </>
  )
}
