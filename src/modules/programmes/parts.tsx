/** Pieces that the module's pages share: the tabs, a record's link, a list of units. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import { paths, rowPath } from './addresses.ts'
import { rowsMax } from './queries.ts'

/** The parts of the module; one of them is current. */
export function Parts({ frame, current }: { frame: Frame; current: keyof typeof paths }) {
  const { programmes: p } = words(frame.language)
  const keys = ['programmes', 'instruments', 'sessions', 'movements', 'duties'] as const
  return (
    <Tabs
      label={p.tabs.label}
      items={keys.map((key) => ({ href: paths[key], text: p.tabs[key], current: key === current }))}
    />
  )
}

/** A list of records, each named by its title, which opens it, and its kind. */
export function RecordTable<R extends { id: string; unit_id: string; title: string; kind: string }>(props: {
  frame: Frame
  part: 'programmes' | 'instruments' | 'movements'
  caption: string
  rows: readonly R[]
  columns: readonly Column<R>[]
}) {
  const { frame, part } = props
  const { programmes: p } = words(frame.language)
  return (
    <Table
      caption={props.caption}
      caption_hidden
      rows={props.rows}
      row_key={(row) => row.id}
      row_href={(row) => rowPath(part, row)}
      empty={p.empty[part]}
      columns={[
        {
          key: 'title',
          title: p.columns.title,
          row_header: true,
          cell: (row) => <Link href={rowPath(part, row)}>{row.title}</Link>,
        },
        { key: 'kind', title: p.columns.kind, cell: (row) => known(p.kinds, row.kind) },
        ...props.columns,
      ]}
    />
  )
}

/** A word of the law by its key, or the key where there is none. */
export const known = (names: Readonly<Record<string, string>>, key: string) => names[key] ?? key

/** `từ 01/01/2026 đến 31/12/2026`, without words. */
export const span = (from: Temporal.PlainDate, until: Temporal.PlainDate) => `${shortDay(from)} – ${shortDay(until)}`

/** Names in a list; nothing where there is none. */
export function Names({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}

/** A link, or the words alone where there is nowhere to go. */
export function MaybeLink({ href, text }: { href: string | null; text: string }) {
  return href === null ? text : <Link href={href}>{text}</Link>
}

/** A list is searched by words of title or number; where more stands there than is shown, it says so. */
export function Search(props: { frame: Frame; path: string; typed: string; shown: number }) {
  const { programmes: p } = words(props.frame.language)
  return (
    <>
      <form method="get" action={props.path} class="gd-filter">
        <TextInput name="tim" label={p.search} value={props.typed} width={20} />
        <Button kind="secondary">{p.search_button}</Button>
      </form>
      {props.shown >= rowsMax && <p class="govuk-body">{p.shown_first(rowsMax)}</p>}
    </>
  )
}
