/** The pages of an import: upload, columns, dry run. Pure functions of what was read. */
import { Button, ButtonGroup } from '../../ui/parts/button.tsx'
import { Checkboxes, Fieldset, Radios } from '../../ui/parts/choices.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { type Choice, FileUpload, Select, TextInput } from '../../ui/parts/fields.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Details, Inset, NotificationBanner, Warning } from '../../ui/parts/text.tsx'
import { type Words, words } from '../../ui/words/words.ts'
import { importedStages } from '../receptions/import-visit.ts'
import { bookColumns, columnChoices, neededColumns } from './columns.ts'
import type { BookImportRow } from './import.ts'
import { fieldOf, type Mapping, type MappingFault, type SheetChoice } from './mapping.ts'
import type { BookPlan, BookRow } from './plan.ts'
import { petitionInput } from './row.ts'
import type { BookFault, Sheet } from './sheet.ts'

/** `Năm 2025!7` as a person says it. */
export function placeOf(at: string, language: Frame['language']): string {
  const [, sheet = '', line = ''] = /^(.*)!(\d+)$/s.exec(at) ?? []
  return words(language).imports.row_at(sheet, line)
}

/** Where imports begin. */
export const importsPath = '/ban-lam-viec/nhap-so'

/** Address of one import. */
export function importPath(unit_id: string, id: string): string {
  return `${importsPath}/${unit_id}/${id}`
}

/** A past import in the list. */
export type PastImport = Pick<
  BookImportRow,
  'unit_id' | 'id' | 'state' | 'file_name' | 'rows' | 'visits' | 'created_at'
> & { unit_name: string }

/** The sentence of a file's fault. */
export function fileSentence(fault: BookFault, language: Frame['language']): string {
  const { imports, files } = words(language)
  const own: Readonly<Record<string, string>> = imports.file_faults
  const others: Readonly<Record<string, string>> = files.faults
  return own[fault] ?? others[fault] ?? imports.file_faults['book-is-no-table']
}

/** Choose a file; earlier imports below. */
export function UploadPage(props: {
  frame: Frame
  units: readonly Choice[]
  new_id: string
  chosen?: string
  fault?: { field: 'file' | 'unit'; sentence: string }
  cancelled: boolean
  past: readonly PastImport[]
}) {
  const { imports } = words(props.frame.language)
  const { form } = imports
  const fault = (field: 'file' | 'unit') => (props.fault?.field === field ? props.fault.sentence : undefined)
  const [only] = props.units
  return (
    <DeskPage frame={props.frame} title={imports.title} current="receptions" faulty={props.fault !== undefined}>
      {props.fault && <ErrorSummary errors={[props.fault]} />}
      {props.cancelled && <NotificationBanner text={imports.cancelled} />}
      <h1 class="govuk-heading-l">{imports.title}</h1>
      <p class="govuk-body">{imports.lead}</p>
      {props.units.length === 0 ? (
        <Inset>{imports.nobody}</Inset>
      ) : (
        <form method="post" action={importsPath} enctype="multipart/form-data" novalidate class="gd-form">
          <Inset>{imports.secret}</Inset>
          <input type="hidden" name="id" value={props.new_id} />
          {props.units.length === 1 ? (
            <input type="hidden" name="unit" value={only?.value} />
          ) : (
            <Select
              name="unit"
              label={form.unit}
              items={props.units}
              value={props.chosen}
              empty="–"
              error={fault('unit')}
            />
          )}
          <FileUpload
            name="file"
            label={form.file}
            hint={form.file_hint}
            accept=".xlsx,.csv,.txt"
            error={fault('file')}
          />
          <Button>{form.submit}</Button>
        </form>
      )}
      <PastImports {...props} />
    </DeskPage>
  )
}

function PastImports({ frame, past }: { frame: Frame; past: readonly PastImport[] }) {
  const { past: say } = words(frame.language).imports
  const states: Readonly<Record<string, string>> = say.states
  return (
    <Table
      caption={say.caption}
      rows={past}
      row_key={(row) => row.id}
      row_href={(row) => importPath(row.unit_id, row.id)}
      empty={say.none}
      columns={[
        {
          key: 'file',
          title: say.by,
          row_header: true,
          cell: (row) => (
            <a class="govuk-link" href={importPath(row.unit_id, row.id)}>
              {row.file_name}
            </a>
          ),
        },
        { key: 'unit', title: say.unit, cell: (row) => row.unit_name },
        {
          key: 'day',
          title: say.day,
          nowrap: true,
          cell: (row) => shortDay(row.created_at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate()),
        },
        { key: 'state', title: say.state, cell: (row) => states[row.state] ?? row.state },
      ]}
    />
  )
}

/** The upload is gone or its key is not in this browser. */
export function GonePage({ frame }: { frame: Frame }) {
  const { gone } = words(frame.language).imports
  return (
    <DeskPage frame={frame} title={gone.title} current="receptions">
      <h1 class="govuk-heading-l">{gone.title}</h1>
      <p class="govuk-body">{gone.text}</p>
      <Button href={importsPath}>{gone.again}</Button>
    </DeskPage>
  )
}

/** The sentence of a fault of the mapping. */
function mappingSentence(fault: MappingFault, say: Words['imports']): string {
  const { faults } = say.mapping
  const column = fault.column ? say.columns[fault.column] : ''
  if (fault.code === 'no_sheet') return faults.no_sheet
  return fault.code === 'header' ? faults.header(fault.sheet ?? '') : faults[fault.code](fault.sheet ?? '', column)
}

/** Which column is which, sheet by sheet. */
export function MappingPage(props: {
  frame: Frame
  path: string
  sheets: readonly Sheet[]
  mapping: Mapping
  faults: readonly MappingFault[]
}) {
  const say = words(props.frame.language).imports
  const { mapping } = say
  const errors = props.faults.map((fault) => ({ field: fault.field, sentence: mappingSentence(fault, say) }))
  const error = (field: string) => errors.find((one) => one.field === field)?.sentence
  return (
    <DeskPage frame={props.frame} title={mapping.title} current="receptions" faulty={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{mapping.title}</h1>
      <p class="govuk-body">{mapping.lead}</p>
      <form method="get" action={`${props.path}/thu`} class="gd-form">
        <Radios
          name="stage"
          legend={mapping.stage}
          inline
          value={props.mapping.stage}
          items={importedStages.map((value) => ({ value, label: mapping.stages[value] }))}
        />
        {props.mapping.sheets.map((choice) => (
          <SheetFields
            key={choice.index}
            frame={props.frame}
            sheet={props.sheets[choice.index]}
            choice={choice}
            error={error}
          />
        ))}
        <Button>{mapping.submit}</Button>
      </form>
      <CancelForm frame={props.frame} path={props.path} />
    </DeskPage>
  )
}

function SheetFields(props: {
  frame: Frame
  sheet: Sheet | undefined
  choice: SheetChoice
  error: (field: string) => string | undefined
}) {
  const { sheet, choice, error } = props
  const say = words(props.frame.language).imports
  const { mapping } = say
  if (!sheet) return null
  const header = Math.max(0, Number(choice.header) - 1 || 0)
  const items = columnChoices(sheet, Math.min(header, sheet.rows.length - 1))
  const needed: readonly string[] = neededColumns
  const columns = (
    <div class="gd-filter">
      {bookColumns.map((name) => (
        <Select
          key={name}
          name={fieldOf(choice.index, name)}
          label={say.columns[name] + (needed.includes(name) ? ' *' : '')}
          items={items}
          value={choice.columns[name]}
          empty={mapping.none}
          error={error(fieldOf(choice.index, name))}
        />
      ))}
    </div>
  )
  return (
    <Fieldset
      legend={mapping.sheet(sheet.name, number(sheet.rows.length, props.frame.language))}
      legend_class="govuk-fieldset__legend--m"
    >
      {Object.keys(choice.columns).length === 0 && <Inset>{mapping.no_header}</Inset>}
      <Checkboxes
        name={fieldOf(choice.index, 'take')}
        items={[{ value: 'yes', label: mapping.take }]}
        values={choice.taken ? ['yes'] : []}
        error={error(fieldOf(choice.index, 'take'))}
        small
      />
      <TextInput
        name={fieldOf(choice.index, 'header')}
        label={mapping.header}
        value={choice.header}
        width={5}
        inputmode="numeric"
        error={error(fieldOf(choice.index, 'header'))}
      />
      {Object.keys(choice.columns).length > 0 ? columns : <Details summary={mapping.title}>{columns}</Details>}
    </Fieldset>
  )
}

function CancelForm({ frame, path }: { frame: Frame; path: string }) {
  return (
    <form method="post" action={`${path}/huy`}>
      <Button kind="secondary">{words(frame.language).imports.mapping.cancel}</Button>
    </form>
  )
}

const faults_shown = 200
const rows_shown = 10

/** What would be written, what is wrong, what is left out. */
export function DryRunPage(props: {
  frame: Frame
  path: string
  query: string
  plan: BookPlan
  already: number
  unit_id: string
}) {
  const { frame, plan } = props
  const say = words(frame.language).imports
  const { dry } = say
  const count = (n: number) => number(n, frame.language)
  const fresh = plan.rows.length - props.already
  const letters = plan.rows.filter((row) => row.kind !== null && !row.sealed).length
  const duplicates = plan.skipped.filter((row) => row.why === 'duplicate')
  const faulty = new Set(plan.faults.map((fault) => `${fault.sheet}!${fault.cell.replace(/\D/g, '')}`)).size
  const by_words = plan.rows.filter((row) => row.sealed_by_words).map((row) => placeOf(row.at, frame.language))
  const facts = {
    visits: plan.rows.length,
    petitions: letters,
    sealed: plan.rows.filter((row) => row.sealed).length,
    already: props.already,
    faults: faulty,
    duplicates: duplicates.length,
    others: plan.skipped.length - duplicates.length,
  }
  return (
    <DeskPage frame={frame} title={dry.title} current="receptions">
      <h1 class="govuk-heading-l">{dry.title}</h1>
      <SummaryList
        rows={Object.entries(facts).map(([name, n]) => ({
          key: dry.will[name as keyof typeof facts],
          value: count(n),
        }))}
      />
      {by_words.length > 0 && <Warning>{dry.by_words(by_words.slice(0, 50).join('; '))}</Warning>}
      {fresh > 0 ? (
        <form method="post" action={`${props.path}/ap-dung?${props.query}`}>
          <ButtonGroup>
            <Button>{dry.apply(count(fresh))}</Button>
            <a class="govuk-link" href={`${props.path}?${props.query}`}>
              {dry.back}
            </a>
          </ButtonGroup>
        </form>
      ) : (
        <Inset>
          {dry.nothing}{' '}
          <a class="govuk-link" href={`${props.path}?${props.query}`}>
            {dry.back}
          </a>
        </Inset>
      )}
      <FaultTable frame={frame} plan={plan} />
      <FirstRows {...props} />
      {plan.skipped.length > 0 && (
        <Details summary={`${dry.skipped} (${count(plan.skipped.length)})`}>
          <ul class="govuk-list">
            {plan.skipped.slice(0, faults_shown).map((row) => (
              <li key={row.at}>
                {row.why === 'duplicate'
                  ? dry.duplicate(placeOf(row.at, frame.language), placeOf(row.of ?? '', frame.language))
                  : `${placeOf(row.at, frame.language)}: ${dry.skipped_as[row.why]}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <CancelForm frame={frame} path={props.path} />
    </DeskPage>
  )
}

function FaultTable({ frame, plan }: { frame: Frame; plan: BookPlan }) {
  const say = words(frame.language).imports
  const { dry } = say
  if (plan.faults.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{dry.faults(number(plan.faults.length, frame.language))}</h2>
      <p class="govuk-body">{dry.faults_lead}</p>
      <Table
        caption={dry.faults(number(plan.faults.length, frame.language))}
        caption_hidden
        rows={plan.faults.slice(0, faults_shown)}
        row_key={(row) => `${row.sheet}!${row.cell}`}
        empty=""
        columns={[
          {
            key: 'cell',
            title: dry.cell,
            row_header: true,
            nowrap: true,
            cell: (row) => say.cell(row.sheet, row.cell),
          },
          {
            key: 'wrong',
            title: dry.wrong,
            cell: (row) => `${say.columns[row.column]}: ${say.cell_faults[row.code]}`,
          },
        ]}
      />
      {plan.faults.length > faults_shown && (
        <p class="govuk-body">{dry.more(number(plan.faults.length - faults_shown, frame.language))}</p>
      )}
    </section>
  )
}

function FirstRows({ frame, plan, unit_id }: { frame: Frame; plan: BookPlan; unit_id: string }) {
  const { dry } = words(frame.language).imports
  const becomes = (row: BookRow) => {
    if (row.sealed) return dry.as.sealed
    const letter = petitionInput(row, { import_id: '', unit_id, stage: 'regular' }, '')
    return letter === null ? dry.as.visit : letter.step === 'import' ? dry.as.petition : dry.as.handled
  }
  return (
    <Table
      caption={dry.first}
      rows={plan.rows.slice(0, rows_shown)}
      row_key={(row) => row.at}
      empty={dry.nothing}
      columns={[
        { key: 'row', title: dry.row, row_header: true, nowrap: true, cell: (row) => placeOf(row.at, frame.language) },
        { key: 'day', title: dry.day, nowrap: true, cell: (row) => shortDay(row.held_on) },
        { key: 'who', title: dry.who, cell: (row) => (row.sealed ? dry.closed : row.people.names.join(', ')) },
        { key: 'what', title: dry.what, cell: (row) => (row.sealed ? dry.closed : row.content.slice(0, 120)) },
        { key: 'becomes', title: dry.becomes, cell: becomes },
      ]}
    />
  )
}
