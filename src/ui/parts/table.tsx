/** Tables: dense, with a caption, figures to the right, sorting in the address. */
import type { ComponentChildren } from 'preact'
import { ListKeys } from './islands.tsx'
import { classes, useSpeech } from './speech.tsx'

/** One column of rows of type `Row`. */
export interface Column<Row> {
  /** Key in `sort=`; also names the column. */
  key: string
  title: string
  cell: (row: Row) => ComponentChildren
  numeric?: boolean
  /** This cell names its row (scope="row"). */
  row_header?: boolean
  /** Never broken over lines: days, numbers of a book. */
  nowrap?: boolean
  /** Links that sort by this column; absent: not sortable. */
  sort?: { href: string; now?: 'ascending' | 'descending' }
}

/** A table in a region of its own that scrolls sideways where narrow. */
export function Table<Row>(props: {
  caption: string
  /** Caption for listeners only, where a heading stands above. */
  caption_hidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Stable key of a row. */
  row_key: (row: Row) => string
  /** What to say where there is no row: what will appear and how to make the first. */
  empty: ComponentChildren
  /** Where Enter leads from a row; makes the list walkable by j and k on the desk. */
  row_href?: (row: Row) => string
  /** Sum row, one cell a column. */
  foot?: readonly ComponentChildren[]
  /** A box before each row, for a form around the table; `x` ticks it. */
  select?: { name: string; value: (row: Row) => string; label: (row: Row) => string }
}) {
  const { frame } = useSpeech()
  if (props.rows.length === 0) return <div class="gd-empty">{props.empty}</div>
  const table = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="gd-scroll" aria-label={frame.scrollable(props.caption)} tabIndex={0}>
      <table class="govuk-table gd-table">
        <caption class={classes('govuk-table__caption', props.caption_hidden && 'govuk-visually-hidden')}>
          {props.caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.select && <td class="govuk-table__cell gd-select" />}
            {props.columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {props.rows.map((row) => (
            <tr key={props.row_key(row)} class="govuk-table__row" data-href={props.row_href?.(row)}>
              {props.select && (
                <td class="govuk-table__cell gd-select">
                  <input
                    type="checkbox"
                    name={props.select.name}
                    value={props.select.value(row)}
                    aria-label={props.select.label(row)}
                  />
                </td>
              )}
              {props.columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {props.foot && (
          <tfoot>
            <tr class="govuk-table__row gd-table__sum">
              {props.select && <td class="govuk-table__cell gd-select" />}
              {props.foot.map((cell, index) => (
                <td
                  key={props.columns[index]?.key}
                  class={classes('govuk-table__cell', props.columns[index]?.numeric && 'govuk-table__cell--numeric')}
                >
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
  return props.row_href ? <ListKeys selects={props.select !== undefined}>{table}</ListKeys> : table
}

function HeaderCell<Row>(props: { column: Column<Row> }) {
  const { frame } = useSpeech()
  const { column } = props
  const now = column.sort?.now
  return (
    <th
      scope="col"
      class={classes('govuk-table__header', column.numeric && 'govuk-table__header--numeric')}
      aria-sort={column.sort ? (now ?? 'none') : undefined}
    >
      {column.sort ? (
        <a class="gd-sort" href={column.sort.href} title={frame.sort_by(column.title)}>
          {column.title}
          <span aria-hidden="true">{now === 'ascending' ? ' ↑' : now === 'descending' ? ' ↓' : ''}</span>
        </a>
      ) : (
        column.title
      )}
    </th>
  )
}

function BodyCell<Row>(props: { column: Column<Row>; row: Row }) {
  const { column } = props
  const nowrap = column.nowrap && 'gd-nowrap'
  if (column.row_header) {
    return (
      <th scope="row" class={classes('govuk-table__header', nowrap)}>
        {column.cell(props.row)}
      </th>
    )
  }
  return (
    <td class={classes('govuk-table__cell', column.numeric && 'govuk-table__cell--numeric', nowrap)}>
      {column.cell(props.row)}
    </td>
  )
}
