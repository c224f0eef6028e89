/** Pages of forms as data: which versions there are, one that was added, and the send days. Pure functions of data. */
import type { Form } from '../../law/form-parts.ts'
import { chains, type SendRow, sendDays } from '../../law/report-chains.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { FileUpload } from '../../ui/parts/fields.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag, ToBeChecked } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { chainOf } from './chain.ts'
import type { Report } from './report.ts'
import type { ReportFormRow } from './report-form.ts'
import type { SendDayRow } from './send-day.ts'

/** Where the pages stand. */
export const formsPath = '/bao-cao/bieu-mau'
export const sendDaysPath = '/bao-cao/han-gui'

const daysOf = (form: Pick<Form, 'from' | 'until'>, frame: Frame) => {
  const until = form.until ? shortDay(Temporal.PlainDate.from(form.until).subtract({ days: 1 })) : ''
  return words(frame.language).reports.in_force(shortDay(Temporal.PlainDate.from(form.from)), until)
}

/** Every version of every form; those added by file; the way to add one. */
export function FormsPage(props: {
  frame: Frame
  forms: readonly Form[]
  added: readonly ReportFormRow[]
  /** Id of a version to be; null where the viewer does not keep forms. */
  offer: string | null
  faults: readonly string[]
}) {
  const { frame, offer, faults } = props
  const { reports } = words(frame.language)
  const said = reports.forms
  return (
    <DeskPage
      frame={frame}
      title={said.title}
      current="reports"
      faulty={faults.length > 0}
      back={{ href: '/bao-cao', text: reports.title }}
    >
      {faults.length > 0 && <ErrorSummary errors={faults.map((sentence) => ({ field: 'file', sentence }))} />}
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.lead}</p>
      <p class="govuk-body">
        <Link href={sendDaysPath}>{said.send.link}</Link>
      </p>
      {offer ? (
        <form method="post" action={formsPath} encType="multipart/form-data" class="gd-form">
          <input type="hidden" name="id" value={offer} />
          <FileUpload
            name="file"
            label={said.file}
            hint={said.file_hint}
            accept=".json,application/json"
            error={faults.length > 0 ? faults.join(' · ') : undefined}
          />
          <Button>{said.add}</Button>
        </form>
      ) : (
        <p class="govuk-body">{said.kept_by_country}</p>
      )}
      <h2 class="govuk-heading-m">{said.own}</h2>
      <Table
        caption={said.own}
        caption_hidden
        rows={props.added}
        row_key={(row) => row.id}
        empty={<p class="govuk-body">{said.none_own}</p>}
        columns={[
          {
            key: 'form',
            title: said.form,
            row_header: true,
            cell: (row) =>
              offer ? (
                <Link href={`${formsPath}/${row.id}`}>
                  {row.code} · {row.instrument}
                </Link>
              ) : (
                `${row.code} · ${row.instrument}`
              ),
          },
          { key: 'days', title: said.days, cell: (row) => daysOf(row.form, frame) },
          { key: 'state', title: said.state, cell: (row) => <Tag>{stateIn(row.state, frame)}</Tag> },
        ]}
      />
      <h2 class="govuk-heading-m">{said.versions}</h2>
      <Table
        caption={said.versions}
        caption_hidden
        rows={props.forms}
        row_key={(form) => `${form.code} ${form.instrument}`}
        empty=""
        columns={[
          {
            key: 'form',
            title: said.form,
            row_header: true,
            cell: (form) => `${form.code} · ${reports.heading(form.title)}`,
          },
          {
            key: 'version',
            title: said.version,
            cell: (form) => (
              <>
                {form.cite} {form.unverified && <ToBeChecked />}
              </>
            ),
          },
          { key: 'days', title: said.days, cell: (form) => daysOf(form, frame) },
          { key: 'columns', title: said.columns, numeric: true, cell: (form) => form.columns.length },
          { key: 'to', title: said.receiver, cell: (form) => said.chains[chainOf(form)] },
        ]}
      />
    </DeskPage>
  )
}

const stateIn = (state: string, frame: Frame): string => {
  const { states } = words(frame.language).reports.forms
  return Object.entries(states).find(([name]) => name === state)?.[1] ?? state
}

/** One added version: what it is, last period's figures, and what can be done with it. */
export function AddedFormPage(props: {
  frame: Frame
  row: ReportFormRow
  report: Report | null
  refusal: string | null
}) {
  const { frame, row, report } = props
  const { reports } = words(frame.language)
  const said = reports.forms
  const title = `${reports.of_form(row.code)} · ${row.instrument}`
  const figure = (no: number) => {
    const found = report?.total[no]
    return found === null ? reports.hidden : found === undefined ? '' : number(found, frame.language)
  }
  return (
    <DeskPage frame={frame} title={title} current="reports" back={{ href: formsPath, text: said.title }}>
      <h1 class="govuk-heading-l">
        {title} <Tag>{stateIn(row.state, frame)}</Tag>
      </h1>
      <SummaryList
        rows={[
          { key: said.form, value: row.form.title },
          { key: said.version, value: row.form.cite },
          { key: said.days, value: daysOf(row.form, frame) },
          { key: said.receiver, value: said.chains[chainOf(row.form)] },
        ]}
      />
      {row.state === 'added' && (
        <form method="post" action={`${formsPath}/${row.id}/put-in-force`}>
          <input type="hidden" name="revision" value={row.revision} />
          <Button reason={props.refusal ?? undefined}>{said.steps['put-in-force']}</Button>
        </form>
      )}
      {row.state !== 'taken-back' && (
        <p class="govuk-body">
          <Link href={`${formsPath}/${row.id}/take-back-form`}>{said.steps['take-back-form']}</Link>
        </p>
      )}
      {report && (
        <>
          <h2 class="govuk-heading-m">
            {said.preview(reports.periods[report.ask.period.kind](report.ask.period.year))}
          </h2>
          <p class="govuk-body">{said.preview_lead}</p>
        </>
      )}
      <Table
        caption={title}
        caption_hidden
        rows={row.form.columns}
        row_key={(column) => String(column.no)}
        empty=""
        columns={[
          { key: 'no', title: said.number, numeric: true, cell: (column) => column.no },
          { key: 'path', title: said.heading, row_header: true, cell: (column) => column.path.join(' › ') },
          { key: 'printed', title: said.formula, cell: (column) => column.printed },
          { key: 'figure', title: said.figure, numeric: true, cell: (column) => figure(column.no) },
        ]}
      />
      {report && report.checks.length > 0 && (
        <SummaryList
          rows={report.checks.map((check) => ({
            key: check.what,
            value: check.ok ? `✓ ${reports.check_ok}` : `▲ ${reports.check_wrong}`,
          }))}
        />
      )}
    </DeskPage>
  )
}

/** Send days: what is set, and the book's guesses for the rest. */
export function SendDaysPage(props: { frame: Frame; set: readonly SendDayRow[]; keeper: boolean }) {
  const { frame, keeper } = props
  const { reports } = words(frame.language)
  const said = reports.forms
  const guesses: readonly SendRow[] = sendDays
  return (
    <DeskPage frame={frame} title={said.send.title} current="reports" back={{ href: formsPath, text: said.title }}>
      <h1 class="govuk-heading-l">{said.send.title}</h1>
      <Inset>{said.send.lead}</Inset>
      {keeper && <Button href={`${sendDaysPath}/set-send-day`}>{said.steps['set-send-day']}</Button>}
      {props.set.length > 0 && (
        <Table
          caption={said.send.title}
          caption_hidden
          rows={props.set}
          row_key={(row) => row.id}
          empty=""
          columns={[
            { key: 'chain', title: said.send.chain, row_header: true, cell: (row) => said.chains[row.to_chain] },
            { key: 'level', title: said.send.level, cell: (row) => said.send.levels[row.level] },
            {
              key: 'period',
              title: said.send.period,
              cell: (row) => (row.period ? said.send.period_kinds[row.period] : said.send.every_period),
            },
            { key: 'days', title: said.send.days, numeric: true, cell: (row) => row.days },
            { key: 'ground', title: said.send.ground, cell: (row) => row.ground },
            ...(keeper
              ? [
                  {
                    key: 'do',
                    title: said.send.what,
                    cell: (row: SendDayRow) => (
                      <>
                        <Link href={`${sendDaysPath}/${row.id}/correct-send-day`}>
                          {said.steps['correct-send-day']}
                        </Link>
                        {' · '}
                        <Link href={`${sendDaysPath}/${row.id}/unset-send-day`}>{said.steps['unset-send-day']}</Link>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <h2 class="govuk-heading-m">
        {said.send.guess} <ToBeChecked />
      </h2>
      <Table
        caption={said.send.guess}
        caption_hidden
        rows={guesses}
        row_key={(row) => `${row.chain} ${row.level} ${row.period}`}
        empty=""
        columns={[
          { key: 'level', title: said.send.level, row_header: true, cell: (row) => said.send.levels[row.level] },
          {
            key: 'chain',
            title: said.send.chain,
            cell: (row) => (row.chain ? [row.chain] : chains).map((one) => said.chains[one]).join(' · '),
          },
          { key: 'days', title: said.send.days, numeric: true, cell: (row) => row.days },
          { key: 'cite', title: said.send.ground, cell: (row) => row.cite },
        ]}
      />
    </DeskPage>
  )
}
