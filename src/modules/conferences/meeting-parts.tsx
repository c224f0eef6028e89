/** Parts of a meeting's pages that several of them show: when and where, the programme, findings. */
import { Link } from '../../ui/parts/button.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { meetingPath } from './addresses.ts'
import { minuteOf, timeOf } from './asked.ts'
import type { Ground, Item, MeetingRow } from './meeting.ts'

/** When it is, in words. */
export function whenText(
  row: Pick<MeetingRow, 'held_on' | 'until_on' | 'starts' | 'ends'>,
  language: Language,
): string {
  const { conferences: w } = words(language)
  return row.held_on.equals(row.until_on)
    ? w.at(shortDay(row.held_on), row.starts, row.ends)
    : w.days_at(shortDay(row.held_on), shortDay(row.until_on), row.starts, row.ends)
}

/** How the meeting stands, as a tag. */
export function StateTag({ state, language }: { state: string; language: Language }) {
  const states: Readonly<Record<string, string>> = words(language).law.states.meeting
  const colour = { invited: 'blue', held: 'yellow', concluded: 'green', closed: 'grey', cancelled: 'red' } as const
  return <Tag colour={colour[state as keyof typeof colour] ?? 'grey'}>{states[state] ?? state}</Tag>
}

const isoDay = (text: string) => shortDay(Temporal.PlainDate.from(text))

/** From and until of an item. */
export const hours = (item: Item) => `${item.starts}–${timeOf(minuteOf(item.starts) + item.minutes)}`

/** The programme as a table; several days are told apart; `edit` leads to an item's form. */
export function ProgrammeTable(props: {
  frame: Frame
  items: readonly Item[]
  caption: string
  caption_hidden?: boolean
  edit?: (item: Item) => string
}) {
  const { programme, columns } = words(props.frame.language).conferences
  const several = new Set(props.items.map((one) => one.on)).size > 1
  return (
    <Table
      caption={props.caption}
      caption_hidden={props.caption_hidden}
      rows={props.items}
      row_key={(item) => item.id}
      empty={<p class="govuk-body">{programme.none}</p>}
      columns={[
        {
          key: 'time',
          title: columns.time,
          nowrap: true,
          cell: (item) => (several ? `${isoDay(item.on)}, ${hours(item)}` : hours(item)),
        },
        {
          key: 'item',
          title: columns.item,
          row_header: true,
          cell: (item) => (
            <>
              <span class="gd-muted">{programme.kinds[item.kind]}: </span>
              {item.title}
            </>
          ),
        },
        {
          key: 'speaker',
          title: columns.speaker,
          cell: (item) => [item.speaker, item.unit].filter((part) => part).join(', '),
        },
        ...(props.edit
          ? [
              {
                key: 'edit',
                title: programme.edit,
                cell: (item: Item) => <Link href={props.edit?.(item) ?? ''}>{programme.edit}</Link>,
              },
            ]
          : []),
      ]}
    />
  )
}

/** Where a ground can be read. */
export function groundHref(row: { unit_id: string; id: string }, ground: Ground): string {
  if (ground.kind === 'narrative') return `/bao-cao/loi-van/${ground.unit_id}/${ground.id}`
  if (ground.kind === 'return') return `/bao-cao/nop/${ground.unit_id}/${ground.id}`
  return `${meetingPath(row)}#${ground.kind}-${ground.id}`
}
