/** One return: where it stands, its figures and checks, what the receiver remarked, its versions and what happened to it. */
import { carriedColumns } from '../../law/carry-over.ts'
import type { Happened } from '../../platform/actions/timeline.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, Steps } from '../../ui/parts/steps.tsx'
import { Inset, ToBeChecked, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { AttachmentRow } from '../files/queries.ts'
import { listPath, returnPath } from './addresses.ts'
import { emptyColumns, totalOf, wrongSums } from './figures.ts'
import { FiguresTable, rowName } from './figures-table.tsx'
import { periodName, StateOf } from './list-view.tsx'
import type { ShownReturn } from './queries.ts'
import { formOf, periodOfReturn } from './unit-return.ts'

/** What the page shows. */
export interface ReturnData {
  row: ShownReturn
  closed: ReadonlySet<number>
  versions: readonly ShownReturn[]
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
  copies: readonly AttachmentRow[]
  /** By when, where it was not handed in yet, and whether that day is a guess. */
  due_on: Temporal.PlainDate | null
  due_unverified: boolean
  receiver_name: string | null
}

/** The page. */
export function ReturnPage({ frame, data }: { frame: Frame; data: ReturnData }) {
  const { row, closed } = data
  const { returns, reports, law } = words(frame.language)
  const form = formOf(row)
  const title = `${reports.of_form(row.form)} · ${periodName(row, frame.language)} · ${row.unit_name}`
  const running = Temporal.PlainDate.compare(frame.on, periodOfReturn(row).last_on) <= 0
  const steps: Readonly<Record<string, { done: string }>> = law.steps['unit-return']
  return (
    <DeskPage frame={frame} title={title} current="reports" back={{ href: listPath, text: returns.back_to_list }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <StateOf row={row} language={frame.language} /> {returns.version_of(row.version)}
      </p>
      {running && <Warning>{returns.running}</Warning>}
      <Steps steps={data.steps} words={{ closed: returns.steps_closed, none: returns.steps_none }} />
      <SummaryList rows={factsOf(frame, data)} />
      <Remarks frame={frame} row={row} />
      <h2 class="govuk-heading-m">{returns.figures}</h2>
      {closed.size > 0 && <Inset>{returns.closed_cells([...closed].join(', '))}</Inset>}
      <FiguresTable form={form} rows={row.figures} closed={closed} remarks={row.remarks} language={frame.language} />
      <Checks frame={frame} row={row} closed={closed} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${returnPath(row)}/in`}>
          {returns.print}
        </a>
        {carriedColumns(form, form).length > 0 && (
          <>
            {' · '}
            <a class="govuk-link" href={`${returnPath(row)}/doi-chieu`}>
              {returns.reconcile}
            </a>
          </>
        )}
      </p>
      <Versions frame={frame} row={row} versions={data.versions} />
      <History
        frame={frame}
        happened={data.happened}
        steps={Object.fromEntries(Object.entries(steps).map(([step, { done }]) => [step, done]))}
      />
    </DeskPage>
  )
}

function factsOf(frame: Frame, data: ReturnData): SummaryRow[] {
  const { returns, reports } = words(frame.language)
  const { row } = data
  const period = periodOfReturn(row)
  const rows: (SummaryRow | null)[] = [
    { key: returns.period, value: reports.period_days(shortDay(period.first_on), shortDay(period.last_on)) },
    {
      key: returns.source,
      value: [
        returns.sources[row.source],
        returns.taken_on(shortDay(row.taken_on)),
        ...(row.by_stand_in ? [returns.by_stand_in] : []),
      ].join(' · '),
    },
    { key: returns.receiver, value: data.receiver_name ?? returns.nobody_receives },
    data.due_on
      ? {
          key: returns.due,
          value: (
            <>
              {shortDay(data.due_on)} {data.due_unverified && <ToBeChecked />}
            </>
          ),
        }
      : null,
    row.signed_by && row.signed_on
      ? { key: returns.signed_by, value: returns.signed_on(row.signed_by, shortDay(row.signed_on)) }
      : null,
    row.handed_in_on ? { key: returns.handed_in_on, value: shortDay(row.handed_in_on) } : null,
    row.reason ? { key: returns.reason, value: row.reason } : null,
    data.copies.length > 0
      ? {
          key: returns.copies,
          value: data.copies.map((copy) => (
            <a key={copy.id} class="govuk-link" href={`${returnPath(row)}/tep/${copy.id}`}>
              {copy.name}{' '}
            </a>
          )),
        }
      : null,
  ]
  return rows.filter((one) => one !== null)
}

function Remarks({ frame, row }: { frame: Frame; row: ShownReturn }) {
  const { returns } = words(frame.language)
  if (row.remarks.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{returns.remarks}</h2>
      <ol class="govuk-list govuk-list--number">
        {row.remarks.map((remark, index) => {
          const at = row.figures.find((one) => one.row === remark.row) ?? { row: remark.row, name: null }
          const name = rowName(at, frame.language)
          return (
            <li key={index} id={`y-kien-${index + 1}`}>
              <strong>
                {remark.no === null ? returns.remark_on_row(name) : returns.remark_at(name, String(remark.no))}
              </strong>
              : {remark.text} ({shortDay(Temporal.PlainDate.from(remark.on))})
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** What does not add up or is empty; cells this reader does not see are not spoken of. */
function Checks({ frame, row, closed }: { frame: Frame; row: ShownReturn; closed: ReadonlySet<number> }) {
  const { returns } = words(frame.language)
  const form = formOf(row)
  const total = totalOf(row.figures)
  const hides = (what: string) => what.split(/[=+<>-]+/).some((no) => closed.has(Number(no)))
  const wrong = [...new Set(row.figures.flatMap(({ columns }) => wrongSums(form, columns)))].filter(
    (one) => !hides(one),
  )
  const empty = emptyColumns(form, total)
  if (wrong.length === 0 && empty.length === 0) return <p class="govuk-body">✓ {returns.adds_up}</p>
  return (
    <ul class="govuk-list">
      {wrong.map((what) => (
        <li key={what}>▲ {returns.wrong_sum(what)}</li>
      ))}
      {empty.length > 0 && <li>▲ {returns.empty_columns(empty.join(', '))}</li>}
    </ul>
  )
}

function Versions({ frame, row, versions }: { frame: Frame; row: ShownReturn; versions: readonly ShownReturn[] }) {
  const { returns } = words(frame.language)
  if (versions.length < 2) return null
  return (
    <>
      <h2 class="govuk-heading-m">{returns.versions}</h2>
      <ul class="govuk-list">
        {versions.map((one) => (
          <li key={one.id}>
            {one.id === row.id ? (
              <strong>{returns.version_of(one.version)}</strong>
            ) : (
              <a class="govuk-link" href={returnPath(one)}>
                {returns.version_of(one.version)}
              </a>
            )}{' '}
            <StateOf row={one} language={frame.language} /> {one.reason}{' '}
            {one.follows_id && (
              <a class="govuk-link" href={`${returnPath(one)}/so-sanh`}>
                {returns.compare}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** A way on that is a button of its own, such as entering figures. */
export function EntryLinks({ frame, row }: { frame: Frame; row: ShownReturn }) {
  const { entry } = words(frame.language).returns
  return (
    <div class="govuk-button-group">
      <Button kind="secondary" href={`${returnPath(row)}/dan`}>
        {entry.paste}
      </Button>
      <Button kind="secondary" href={`${returnPath(row)}/tai-len`}>
        {entry.upload}
      </Button>
    </div>
  )
}
