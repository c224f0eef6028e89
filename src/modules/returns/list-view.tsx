/** The list of returns: one's own and those of the units below, with their state. */
import { standingReturns } from '../../law/return-workflow.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { Pagination, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import type { Language } from '../../ui/words/words.ts'
import { words } from '../../ui/words/words.ts'
import { contactPath, draftPath, listPath, owedPath, returnPath } from './addresses.ts'
import type { ShownReturn } from './queries.ts'
import { periodOfReturn, type UnitReturnRow } from './unit-return.ts'

/** States by which the list can be narrowed, in the order of the work. */
export const listedStates = ['draft', 'sent-back', ...standingReturns] as const

/** The period of a return as people say it. */
export function periodName(row: Pick<UnitReturnRow, 'period' | 'instrument'>, language: Language): string {
  const period = periodOfReturn(row)
  return words(language).reports.periods[period.kind](period.year)
}

/** The state in words, with the mark of a late one. */
export function StateOf({ row, language }: { row: Pick<UnitReturnRow, 'state' | 'late'>; language: Language }) {
  const { law, returns } = words(language)
  const states: Readonly<Record<string, string>> = law.states['unit-return']
  const colour = row.state === 'sent-back' ? 'red' : row.state === 'frozen' ? 'green' : 'grey'
  return (
    <>
      <Tag colour={colour}>{states[row.state] ?? row.state}</Tag>
      {row.late === true && <span class="gd-late"> ▲ {returns.late_mark}</span>}
    </>
  )
}

/** The page. */
export function ReturnsPage(props: {
  frame: Frame
  rows: readonly ShownReturn[]
  state: string | null
  receives: boolean
  /** Own units, each with a link to where its reminders go. */
  own: readonly { id: string; name: string }[]
  after: string | null
}) {
  const { frame, state } = props
  const { returns, law, reports } = words(frame.language)
  const columns: Column<ShownReturn>[] = [
    {
      key: 'form',
      title: returns.form,
      row_header: true,
      cell: (row) => (
        <a class="govuk-link" href={returnPath(row)}>
          {row.form} · {periodName(row, frame.language)}
        </a>
      ),
    },
    { key: 'unit', title: returns.unit, cell: (row) => row.unit_name },
    { key: 'version', title: returns.version, numeric: true, cell: (row) => row.version },
    { key: 'state', title: returns.state, cell: (row) => <StateOf row={row} language={frame.language} /> },
    {
      key: 'handed',
      title: returns.handed_in_on,
      nowrap: true,
      cell: (row) => (row.handed_in_on ? shortDay(row.handed_in_on) : '–'),
    },
  ]
  const tabs = [
    { href: listPath, text: returns.all, current: state === null },
    ...listedStates.map((one) => ({
      href: `${listPath}?trang_thai=${one}`,
      text: law.states['unit-return'][one],
      current: state === one,
    })),
  ]
  return (
    <DeskPage frame={frame} title={returns.title} current="reports" back={{ href: '/bao-cao', text: reports.title }}>
      <h1 class="govuk-heading-l">{returns.title}</h1>
      <p class="govuk-body">{returns.lead}</p>
      <div class="govuk-button-group">
        <Button href={draftPath}>{returns.new}</Button>
        {props.receives && (
          <Button kind="secondary" href={owedPath}>
            {returns.owed_link}
          </Button>
        )}
      </div>
      {props.own.length > 0 && (
        <p class="govuk-body">
          {returns.owed.contact}:{' '}
          {props.own.map((one) => (
            <a key={one.id} class="govuk-link" href={contactPath(one.id)}>
              {one.name}{' '}
            </a>
          ))}
        </p>
      )}
      <Tabs label={returns.state} items={tabs} />
      <Table
        caption={returns.title}
        caption_hidden
        columns={columns}
        rows={props.rows}
        row_key={(row) => row.id}
        row_href={returnPath}
        empty={<p class="govuk-body">{returns.empty}</p>}
      />
      <Pagination
        later={
          props.after
            ? `${listPath}?${new URLSearchParams({ ...(state ? { trang_thai: state } : {}), sau: props.after })}`
            : undefined
        }
      />
    </DeskPage>
  )
}
