/** The pages of reports: which forms there are, one form filled in, the records behind a figure. Pure functions of data. */
import { fromVendor, goesOn } from '../../law/form-parts.ts'
import { addsUpOverPieces, type Check, formInForce, secretColumns } from '../../law/form-rules.ts'
import type { Form } from '../../law/forms.ts'
import { kindsOf, lastEnded, periodOf, piecesOf } from '../../law/report-periods.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { DateInput, Select, TextInput } from '../../ui/parts/fields.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { Pagination, SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Inset, ToBeChecked, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { formSlug, partsOf, recordsPath, recordsSheetPath, reportPath, sheetPath, treesPath } from './addresses.ts'
import type { Counted } from './behind.ts'
import type { Comparison } from './comparison.ts'
import { ComparisonView } from './comparison-view.tsx'
import type { Part } from './figures.ts'
import { FormTable } from './form-table.tsx'
import { NamedPositions, type NamedPositionsData } from './named-positions.tsx'
import type { ReportPage } from './queries.ts'
import { kindName } from './records-sheet.ts'
import type { Ask, ReportUnit } from './report.ts'

/** What was asked for, as typed. */
export interface Typed {
  unit: string
  period: string
  tree_on: string
  as_of: string
  /** Sentences of what cannot be read. */
  faults: { tree_on?: string; as_of?: string; unit?: string }
}

/** Which forms there are; and who may see the closed figures. */
export function ReportsPage(props: {
  frame: Frame
  forms: readonly Form[]
  units: readonly ReportUnit[]
  named: readonly NamedPositionsData[]
  /** The viewer reads where much is not done yet. */
  hotspots: boolean
}) {
  const { frame } = props
  const { reports } = words(frame.language)
  const unit = props.units[0]?.id ?? ''
  const period = lastEnded('6m', frame.on)
  const columns: Column<Form>[] = [
    {
      key: 'form',
      title: reports.form,
      row_header: true,
      cell: (form) => {
        const current = formInForce(form.code, frame.on, props.forms) === form
        const instrument = current ? undefined : form.instrument
        return (
          <a class="govuk-link" href={reportPath(form, { unit, period: current ? period.id : '2023-y', instrument })}>
            {form.code} · {reports.heading(form.title)}
          </a>
        )
      },
    },
    { key: 'version', title: reports.version, cell: (form) => form.cite },
    {
      key: 'days',
      title: reports.days_in_force,
      cell: (form) => {
        const until = form.until ? shortDay(Temporal.PlainDate.from(form.until).subtract({ days: 1 })) : ''
        return reports.in_force(shortDay(Temporal.PlainDate.from(form.from)), until)
      },
    },
  ]
  return (
    <DeskPage frame={frame} title={reports.title} current="reports">
      <h1 class="govuk-heading-l">{reports.title}</h1>
      <p class="govuk-body">{reports.lead}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/bao-cao/loi-van">
          {words(frame.language).narratives.link}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/bao-cao/nop">
          {words(frame.language).returns.link_from_reports}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/hoi-nhanh">
          {words(frame.language)['topical-reports'].link}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/bao-cao/cum">
          {words(frame.language).briefings.clusters}
        </a>
      </p>
      {props.hotspots && (
        <p class="govuk-body">
          <a class="govuk-link" href="/diem-nong">
            {words(frame.language).hotspots.title}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/bao-cao/bieu-mau">
          {reports.forms.link}
        </a>
      </p>
      <Table
        caption={reports.title}
        caption_hidden
        columns={columns}
        rows={[...props.forms].reverse()}
        row_key={(form) => `${form.code} ${form.instrument}`}
        empty=""
      />
      {props.named.map((one) => (
        <NamedPositions key={one.unit.id} frame={frame} data={one} />
      ))}
    </DeskPage>
  )
}

/** The pickers of a report: they send the state as an address. */
function Pickers(props: { frame: Frame; form: Form; typed: Typed; units: readonly ReportUnit[]; instrument?: string }) {
  const { frame, form, typed } = props
  const { reports } = words(frame.language)
  const years = [0, 1, 2].map((back) => frame.on.year - back)
  const periods = years.flatMap((year) => kindsOf(form.instrument).map((kind) => periodOf(year, kind, form.instrument)))
  const items = periods.map((period) => ({ value: period.id, label: reports.periods[period.kind](period.year) }))
  const chosen = items.some((item) => item.value === typed.period)
  return (
    <form method="get" action={`/bao-cao/${formSlug(form.code)}`} class="gd-filter">
      <Select
        name="ky"
        label={reports.period}
        items={chosen ? items : [{ value: typed.period, label: typed.period }, ...items]}
        value={typed.period}
      />
      <TextInput
        name="don_vi"
        label={reports.unit}
        hint={reports.unit_hint}
        value={typed.unit}
        width={10}
        error={typed.faults.unit}
      />
      <DateInput
        name="ngay_cong"
        label={reports.tree_on}
        hint={reports.tree_hint}
        value={typed.tree_on}
        error={typed.faults.tree_on}
      />
      <DateInput
        name="biet_den"
        label={reports.as_of}
        hint={reports.as_of_hint}
        value={typed.as_of}
        error={typed.faults.as_of}
      />
      {props.instrument && <input type="hidden" name="mau" value={props.instrument} />}
      <Button kind="secondary">{reports.show}</Button>
    </form>
  )
}

/** One form, filled in; without a report the pickers say what is wrong. */
export function FormPage(props: {
  frame: Frame
  form: Form
  typed: Typed
  units: readonly ReportUnit[]
  report: ReportPage | null
  comparison: Comparison | null
  /** Checks against other forms. */
  across: readonly Check[]
  instrument?: string
}) {
  const { frame, form, report, typed } = props
  const { reports } = words(frame.language)
  const title = `${reports.of_form(form.code)} · ${reports.heading(form.title)}`
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      faulty={Object.keys(typed.faults).length > 0}
      back={{ href: '/bao-cao', text: reports.title }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <Pickers frame={frame} form={form} typed={typed} units={props.units} instrument={props.instrument} />
      {report && props.comparison && (
        <Filled frame={frame} report={report} comparison={props.comparison} across={props.across} />
      )}
    </DeskPage>
  )
}

function Filled(props: { frame: Frame; report: ReportPage; comparison: Comparison; across: readonly Check[] }) {
  const { frame, report, comparison } = props
  const { reports } = words(frame.language)
  const { form, period } = report.ask
  const { tree_on, as_of } = report.question
  const count = (figure: number) => number(figure, frame.language)
  const { registers, with_figures } = report.completeness
  const secret = [...secretColumns(form)].join(', ')
  return (
    <>
      <h2 class="govuk-heading-m">
        {report.unit.name} · {reports.periods[period.kind](period.year)}
      </h2>
      <ul class="govuk-list">
        <li>
          {reports.period_days(shortDay(period.first_on), shortDay(period.last_on))} · {form.cite}{' '}
          {form.unverified && <ToBeChecked />}
        </li>
        <li>{reports.tree(shortDay(tree_on))}</li>
        {as_of && <li>{reports.known(shortDay(as_of))}</li>}
        <li>{reports.completeness(count(with_figures), count(registers))}</li>
        {piecesOf(period).length > 0 && <li>{addsUpOverPieces(form) ? reports.pieces_rule : reports.pieces_none}</li>}
      </ul>
      {Temporal.PlainDate.compare(frame.on, period.last_on) <= 0 && <Warning>{reports.running}</Warning>}
      {report.without_denunciations && <Inset>{reports.without_denunciations(secret)}</Inset>}
      <FormTable
        report={report}
        earlier={comparison.same_columns && !comparison.no_earlier ? comparison.earlier : null}
        language={frame.language}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={sheetPath(report)}>
          {reports.xlsx}
        </a>
      </p>
      <ComparisonView
        report={report}
        comparison={comparison}
        language={frame.language}
        href={treesPath(form, partsOf(report.ask, report.unit.id))}
      />
      <h2 class="govuk-heading-m">{reports.checks}</h2>
      {report.checks.length > 0 && (
        <SummaryList
          rows={report.checks.map((check) => ({
            key: check.what,
            value: check.ok ? `✓ ${reports.check_ok}` : `▲ ${reports.check_wrong}`,
          }))}
        />
      )}
      {report.without_denunciations && <p class="govuk-body">{reports.checks_hidden}</p>}
      {props.across.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{reports.forms.across}</h2>
          <SummaryList
            rows={props.across.map((check) => ({
              key: check.what,
              value: check.ok ? `✓ ${reports.check_ok}` : `▲ ${reports.check_wrong}`,
            }))}
          />
        </>
      )}
      {form.columns.some((column) => column.typed) && <p class="govuk-body">{reports.forms.typed_note}</p>}
      {form.unverified && <p class="govuk-body">{doubtOf(form, frame)}</p>}
    </>
  )
}

/** Why the form carries its mark. */
function doubtOf(form: Form, frame: Frame): string {
  const { reports } = words(frame.language)
  if (form.unverified === goesOn) return reports.forms.goes_on
  return form.unverified === fromVendor ? reports.unverified_form : reports.forms.no_national_form
}

/** The records behind one figure. */
export function RecordsPage(props: {
  frame: Frame
  ask: Ask
  unit: ReportUnit
  no: number
  part: Part
  records: readonly Counted[]
  /** Key of the next page. */
  after: string | null
}) {
  const { frame, ask, no, unit } = props
  const { reports } = words(frame.language)
  const path = ask.form.columns.find((column) => column.no === no)?.path ?? []
  const title = reports.records(no, path.map(reports.heading).join(' › '))
  const later = props.after ? recordsPath(ask, ask.unit, no, props.part, props.after) : undefined
  const { period } = ask
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      back={{ href: reportPath(ask.form, partsOf(ask)), text: reports.back_to_report }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {reports.of_form(ask.form.code)} · {unit.name}
        {props.part !== 'total' && ` · ${reports[props.part]}`} · {reports.periods[period.kind](period.year)}
      </p>
      <Table
        caption={reports.records_caption}
        columns={recordColumns(frame)}
        rows={props.records}
        row_key={(row) => `${row.unit_id}${row.record_id}${row.record_kind}`}
        row_href={recordPath}
        empty={<p class="govuk-body">{reports.records_empty}</p>}
      />
      <Pagination later={later} />
      {props.records.length > 0 && (
        <p class="govuk-body">
          <Link href={recordsSheetPath(ask, ask.unit, no, props.part)}>{reports.xlsx}</Link>
        </p>
      )}
    </DeskPage>
  )
}

/** Nothing leads from a figure to a closed record: whoever may read it finds it in the worklist of such records. */
const recordPath = (row: Counted): string => {
  if (row.closed) return '#content'
  return `/ho-so/${row.unit_id}/${row.record_kind}/${row.record_id}`
}

function recordColumns(frame: Frame): Column<Counted>[] {
  const { reports } = words(frame.language)
  const kind = (row: Counted) => kindName(row, frame.language)
  return [
    {
      key: 'record',
      title: reports.record,
      row_header: true,
      cell: (row) =>
        row.closed ? (
          `${kind(row)} · ${reports.closed_record}`
        ) : (
          <a class="govuk-link" href={recordPath(row)}>
            {kind(row)} {row.number ?? ''} {row.title ?? ''}
          </a>
        ),
    },
    { key: 'unit', title: reports.record_unit, cell: (row) => row.unit },
    {
      key: 'received',
      title: reports.received_on,
      nowrap: true,
      cell: (row) => (row.received_on ? shortDay(row.received_on) : '–'),
    },
    {
      key: 'counted',
      title: reports.counted_on,
      nowrap: true,
      cell: (row) => (row.closed ? '–' : shortDay(row.on_day)),
    },
    { key: 'counts', title: reports.counts, numeric: true, cell: (row) => number(row.counts, frame.language) },
  ]
}
