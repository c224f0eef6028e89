/** Who has not handed in: every unit directly below, with state, send day, days late and versions; one reminder for all. */
import { type Period, periodKinds, periodOf } from '../../law/report-periods.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { Select } from '../../ui/parts/fields.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Inset, ToBeChecked } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { contactPath, draftAddress, listPath, owedPath, returnPath } from './addresses.ts'
import { StateOf } from './list-view.tsx'
import type { Owed, Territory } from './queries.ts'

/** What the page shows. */
export interface OwedData {
  territories: readonly Territory[]
  root: Territory
  period: Period
  form: string
  /** Codes of the forms of the period. */
  forms: readonly string[]
  rows: readonly Owed[]
  /** Of all forms of the period. */
  handed: number
  all: number
  late: number
  /** Of the form that is shown: accepted, not frozen yet. */
  accepted: number
  reminded: { asked_on: Temporal.PlainDate; sent_on: Temporal.PlainDate | null } | null
  remind_id: string
  remind_refusal: string | null
}

/** The page. */
export function OwedPage({ frame, data }: { frame: Frame; data: OwedData }) {
  const { returns, reports } = words(frame.language)
  const { owed } = returns
  const { root, period } = data
  const title = `${owed.title} · ${root.name} · ${reports.periods[period.kind](period.year)}`
  const count = (figure: number) => number(figure, frame.language)
  const unverified = data.rows.some((one) => one.due_unverified)
  return (
    <DeskPage frame={frame} title={title} current="reports" back={{ href: listPath, text: returns.back_to_list }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{owed.lead}</p>
      <Pickers frame={frame} data={data} />
      <p class="govuk-body">
        <strong>{owed.sum(count(data.handed), count(data.all))}</strong>
        {data.late > 0 && ` · ▲ ${owed.late_sum(count(data.late))}`}
      </p>
      {unverified && <Inset>{returns.unverified_due}</Inset>}
      <Remind frame={frame} data={data} />
      {data.accepted > 0 && (
        <form method="post" action={`${listPath}/chot-het`} class="gd-form">
          <input type="hidden" name="root_id" value={data.root.id} />
          <input type="hidden" name="period" value={data.period.id} />
          <input type="hidden" name="form" value={data.form} />
          <Button kind="warning">{owed.freeze_all(count(data.accepted))}</Button>
        </form>
      )}
      <Table
        caption={title}
        caption_hidden
        columns={columnsOf(frame, data)}
        rows={data.rows}
        row_key={(one) => one.unit_id}
        empty={<p class="govuk-body">{owed.none}</p>}
      />
    </DeskPage>
  )
}

function Pickers({ frame, data }: { frame: Frame; data: OwedData }) {
  const { returns, reports } = words(frame.language)
  const years = [0, 1, 2].map((back) => frame.on.year - back)
  const periods = years.flatMap((year) => periodKinds.map((kind) => periodOf(year, kind)))
  return (
    <form method="get" action={owedPath} class="gd-filter">
      {data.territories.length > 1 && (
        <Select
          name="dia_ban"
          label={returns.owed.place}
          items={data.territories.map((one) => ({ value: one.id, label: one.name }))}
          value={data.root.id}
        />
      )}
      <Select
        name="ky"
        label={returns.period}
        items={periods.map((period) => ({ value: period.id, label: reports.periods[period.kind](period.year) }))}
        value={data.period.id}
      />
      <Select
        name="bieu"
        label={returns.form}
        items={data.forms.map((code) => ({ value: code, label: code }))}
        value={data.form}
      />
      <Button kind="secondary">{returns.owed.show}</Button>
    </form>
  )
}

function Remind({ frame, data }: { frame: Frame; data: OwedData }) {
  const { owed } = words(frame.language).returns
  const { reminded } = data
  return (
    <form method="post" action={`${listPath}/nhac`} class="gd-form">
      <input type="hidden" name="id" value={data.remind_id} />
      <input type="hidden" name="unit_id" value={data.root.office_id} />
      <input type="hidden" name="root_id" value={data.root.id} />
      <input type="hidden" name="period" value={data.period.id} />
      <Button
        kind="secondary"
        reason={data.handed === data.all ? owed.nobody_owes : (data.remind_refusal ?? undefined)}
      >
        {owed.remind}
      </Button>
      <p class="govuk-hint">{owed.remind_hint}</p>
      {reminded && (
        <p class="govuk-body">
          {reminded.sent_on ? owed.sent(shortDay(reminded.sent_on)) : owed.reminded(shortDay(reminded.asked_on))}
        </p>
      )}
    </form>
  )
}

function columnsOf(frame: Frame, data: OwedData): Column<Owed>[] {
  const { returns } = words(frame.language)
  const { owed } = returns
  return [
    {
      key: 'unit',
      title: returns.unit,
      row_header: true,
      cell: (one) =>
        one.last ? (
          <a class="govuk-link" href={returnPath({ unit_id: one.unit_id, id: one.last.id })}>
            {one.name}
          </a>
        ) : (
          one.name
        ),
    },
    {
      key: 'state',
      title: returns.state,
      cell: (one) =>
        one.last ? (
          <StateOf row={one.last} language={frame.language} />
        ) : one.keeps_register ? (
          owed.not_begun
        ) : (
          <a
            class="govuk-link"
            href={draftAddress({ unit: one.unit_id, form: one.form.code, period: data.period.id, source: 'paper' })}
          >
            {owed.not_begun} · {owed.begin}
          </a>
        ),
    },
    {
      key: 'due',
      title: returns.due,
      nowrap: true,
      cell: (one) => (
        <>
          {one.due_on ? shortDay(one.due_on) : '–'} {one.due_unverified && <ToBeChecked />}
        </>
      ),
    },
    {
      key: 'late',
      title: owed.days_late,
      numeric: true,
      cell: (one) => (one.days_late > 0 ? `▲ ${owed.days(one.days_late)}` : '–'),
    },
    {
      key: 'contact',
      title: owed.contact,
      cell: (one) => (
        <a
          class="govuk-link"
          href={contactPath(one.unit_id)}
          aria-label={`${one.has_contact ? owed.change_contact : owed.no_contact}: ${one.name}`}
        >
          {one.has_contact ? owed.change_contact : owed.no_contact}
        </a>
      ),
    },
    { key: 'versions', title: owed.versions, numeric: true, cell: (one) => one.last?.version ?? '–' },
  ]
}
