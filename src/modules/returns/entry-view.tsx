/** Entering the figures of a unit on paper: one column of fields that fits a phone, pasting from Excel, a spreadsheet. */
import type { ComponentChildren } from 'preact'
import { readIdentity } from '../../law/form-rules.ts'
import type { Column, Form } from '../../law/forms.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button } from '../../ui/parts/button.tsx'
import { Fieldset } from '../../ui/parts/choices.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { FileUpload, TextArea, TextInput } from '../../ui/parts/fields.tsx'
import { FormErrors, faultSentence } from '../../ui/parts/form.tsx'
import '../../ui/parts/island-elements.ts'
import { KeepPage } from '../../ui/parts/islands.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { returnPath } from './addresses.ts'
import { figureColumns } from './figures.ts'
import { periodName } from './list-view.tsx'
import type { ShownReturn } from './queries.ts'
import type { CellFault } from './read-cells.ts'
import { EntryLinks } from './return-view.tsx'
import { formOf } from './unit-return.ts'

/** Columns that stand under one outermost heading, in the order of the form. */
function groupsOf(form: Form): { heading: string; columns: Column[] }[] {
  const groups: { heading: string; columns: Column[] }[] = []
  for (const column of figureColumns(form)) {
    const heading = column.path[0] ?? ''
    const last = groups.at(-1)
    if (last?.heading === heading) last.columns.push(column)
    else groups.push({ heading, columns: [column] })
  }
  return groups
}

function Around(props: {
  frame: Frame
  row: ShownReturn
  title: string
  faulty: boolean
  children: ComponentChildren
}) {
  const { frame, row } = props
  const { returns, reports } = words(frame.language)
  return (
    <DeskPage
      frame={frame}
      title={`${props.title} · ${reports.of_form(row.form)}`}
      current="reports"
      wide={false}
      faulty={props.faulty}
      back={{ href: returnPath(row), text: returns.back_to_return }}
    >
      <h1 class="govuk-heading-l">{props.title}</h1>
      <p class="govuk-body">
        {reports.of_form(row.form)} · {periodName(row, frame.language)} · {row.unit_name}
      </p>
      {props.children}
    </DeskPage>
  )
}

/** The form of one figure a field. Script checks the sums while typing and keeps what is typed when the network is away. */
export function EntryPage(props: { frame: Frame; row: ShownReturn; values: FormValues; errors: readonly Fault[] }) {
  const { frame, row, values, errors } = props
  const { returns } = words(frame.language)
  const form = formOf(row)
  const { entry } = returns
  const checks = form.identities.map(({ what }) => what)
  return (
    <Around frame={frame} row={row} title={entry.title} faulty={errors.length > 0}>
      <FormErrors errors={errors} words={entryWords(form, frame.language)} />
      <p class="govuk-body">{entry.lead}</p>
      <KeepPage />
      <EntryLinks frame={frame} row={row} />
      <return-entry
        data-draft={`${row.id}/${row.revision}`}
        data-checks={JSON.stringify(checks.map((what) => ({ what, ...readIdentity(what) })))}
        data-ok={entry.ok}
        data-wrong={entry.wrong}
        data-waiting={entry.waiting}
        data-offline={entry.offline}
        data-sending={entry.sending}
        data-found={entry.found}
        data-restore={entry.restore}
        data-discard={entry.discard}
      >
        <form method="post" action={`${returnPath(row)}/enter`} class="gd-form" noValidate>
          <input type="hidden" name="revision" value={row.revision} />
          {groupsOf(form).map(({ heading, columns }, index) => (
            <Fieldset
              key={index}
              legend={words(frame.language).reports.heading(heading)}
              legend_class="govuk-fieldset__legend--m"
            >
              {columns.map((column) => (
                <OneColumn key={column.no} {...{ frame, row, form, column, values, errors }} />
              ))}
            </Fieldset>
          ))}
          <h2 class="govuk-heading-m">{returns.checks}</h2>
          <ul class="govuk-list" data-checks-list aria-live="polite">
            {checks.map((what) => (
              <li key={what} data-check={what}>
                {what}
              </li>
            ))}
          </ul>
          <Button>{entry.save}</Button>
        </form>
      </return-entry>
    </Around>
  )
}

function OneColumn(props: {
  frame: Frame
  row: ShownReturn
  form: Form
  column: Column
  values: FormValues
  errors: readonly Fault[]
}) {
  const { frame, row, form, column, values, errors } = props
  const { returns, reports, frame: sentences } = words(frame.language)
  const name = `c${column.no}`
  const given = values[name]
  const fault = errors.find((one) => one.field === name)
  const remark = row.remarks.findLast((one) => one.no === column.no)
  const path = column.path.slice(1).map(reports.heading).join(' › ')
  return (
    <TextInput
      name={name}
      label={`${column.printed.split('=')[0]}. ${path || reports.heading(column.path[0] ?? '')}`}
      hint={remark && returns.entry.remark(remark.text)}
      value={typeof given === 'string' ? given : ''}
      width={10}
      inputmode="numeric"
      autocomplete="off"
      error={fault && faultSentence(fault, entryWords(form, frame.language), sentences, frame.language)}
    />
  )
}

/** Labels for the sentences of faults. */
export function entryWords(form: Form, language: Language) {
  const { returns } = words(language)
  const labels = Object.fromEntries(form.columns.map(({ no }) => [`c${no}`, `${returns.column} ${no}`]))
  return { labels, names: labels, faults: returns.faults }
}

/** Pasting from Excel: what was pasted stays, each fault names its cell. */
export function PastePage(props: {
  frame: Frame
  row: ShownReturn
  text: string
  faults: readonly CellFault[]
  refused: readonly Fault[]
}) {
  const { frame, row, faults, refused } = props
  const { paste } = words(frame.language).returns
  return (
    <Around frame={frame} row={row} title={paste.title} faulty={faults.length + refused.length > 0}>
      <FormErrors errors={refused} words={entryWords(formOf(row), frame.language)} />
      <p class="govuk-body">{paste.lead}</p>
      <CellFaults frame={frame} faults={faults} field="text" />
      <form method="post" action={`${returnPath(row)}/dan`} class="gd-form">
        <input type="hidden" name="revision" value={row.revision} />
        <TextArea name="text" label={paste.text} value={props.text} rows={10} spellcheck={false} />
        <Button>{paste.submit}</Button>
      </form>
    </Around>
  )
}

/** A spreadsheet in the layout of the form. */
export function UploadPage(props: {
  frame: Frame
  row: ShownReturn
  faults: readonly CellFault[]
  /** The file as a whole could not be read. */
  refused: string | null
}) {
  const { frame, row, faults, refused } = props
  const { upload } = words(frame.language).returns
  return (
    <Around frame={frame} row={row} title={upload.title} faulty={faults.length > 0 || refused !== null}>
      <p class="govuk-body">{upload.lead}</p>
      {refused !== null && <ErrorSummary errors={[{ field: 'file', sentence: refused }]} />}
      <CellFaults frame={frame} faults={faults} field="file" />
      <form method="post" action={`${returnPath(row)}/tai-len`} encType="multipart/form-data" class="gd-form">
        <input type="hidden" name="revision" value={row.revision} />
        <FileUpload name="file" label={upload.file} accept=".xlsx,.csv" error={refused ?? undefined} />
        <Button>{upload.submit}</Button>
      </form>
    </Around>
  )
}

function CellFaults({ frame, faults, field }: { frame: Frame; faults: readonly CellFault[]; field: string }) {
  const { returns } = words(frame.language)
  if (faults.length === 0) return null
  const first = faults[0]!
  const summary = `${returns.cell_faults_title}: ${first.cell} ${returns.cell_faults[first.code]}`
  return (
    <>
      <ErrorSummary errors={[{ field, sentence: summary }]} />
      <Table
        caption={returns.cell_faults_title}
        caption_hidden
        columns={[
          {
            key: 'cell',
            title: returns.cell,
            row_header: true,
            nowrap: true,
            cell: (one: CellFault) => one.cell || '–',
          },
          { key: 'no', title: returns.column, cell: (one: CellFault) => one.no ?? '–' },
          { key: 'found', title: returns.found_there, cell: (one: CellFault) => one.found || '–' },
          { key: 'why', title: returns.checks, cell: (one: CellFault) => returns.cell_faults[one.code] },
        ]}
        rows={faults}
        row_key={(one) => `${one.cell} ${one.code}`}
        empty=""
      />
    </>
  )
}
