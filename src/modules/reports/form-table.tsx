/** The form as printed: nested headings, numbered columns, one row a unit; each figure opens the records it counts. */
import { Fragment } from 'preact'
import { headingRows } from '../../law/form-rules.ts'
import { readPeriod } from '../../law/report-periods.ts'
import { FormHead } from '../../ui/parts/form-head.tsx'
import { number } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { partsOf, recordsPath, reportPath, returnPath } from './addresses.ts'
import type { Part } from './figures.ts'
import type { Report, ReportRow, Shown } from './report.ts'

/** The table of a report, with the same period a year earlier under its total where that is known. */
export function FormTable({
  report,
  earlier,
  language,
}: {
  report: Report
  earlier: Report | null
  language: Language
}) {
  const { reports, frame } = words(language)
  const { form } = report.ask
  const caption = `${reports.of_form(form.code)} · ${reports.heading(form.title)}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="gd-scroll" aria-label={frame.scrollable(caption)} tabIndex={0}>
      <table class="govuk-table gd-table gd-report">
        <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
        <FormHead headings={headingRows(form)} columns={form.columns} unit={reports.unit} say={reports.heading} />
        <tbody class="govuk-table__body">
          <Figures
            report={report}
            language={language}
            name={reports.total}
            columns={report.total}
            part="total"
            strong
          />
          {earlier && <Earlier report={report} earlier={earlier} language={language} />}
          {report.rows.length + report.apart.length > 0 && (
            <Figures report={report} language={language} name={reports.own} columns={report.own} part="own" />
          )}
          {report.rows.map((row) => (
            <UnitRow key={row.unit?.id} report={report} row={row} language={language} />
          ))}
          {report.apart.map((row) => (
            <UnitRow key={row.kind} report={report} row={row} language={language} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** `Quý I năm 2026`: a shorter period that a unit handed in. */
function nameOf(id: string, language: Language): string {
  const period = readPeriod(id)
  return period ? words(language).reports.periods[period.kind](period.year) : id
}

function UnitRow({ report, row, language }: { report: Report; row: ReportRow; language: Language }) {
  const { reports } = words(language)
  if (row.unit) {
    const href = reportPath(report.ask.form, partsOf(report.ask, row.unit.id))
    const papers = report.on_paper.filter((one) => one.unit_id === row.unit?.id)
    const name = (
      <>
        <a class="govuk-link" href={href}>
          {row.unit.name}
        </a>
        {papers.map((paper) => (
          <Fragment key={paper.return_id}>
            {' '}
            (
            <a class="govuk-link" href={returnPath(paper.unit_id, paper.return_id)}>
              {paper.period === report.ask.period.id
                ? reports.on_paper
                : reports.on_paper_for(nameOf(paper.period, language))}
            </a>
            )
          </Fragment>
        ))}
      </>
    )
    return (
      <Figures report={report} language={language} name={name} columns={row.columns} part="total" unit={row.unit.id} />
    )
  }
  const part = row.kind === 'former-district' ? 'former-district' : 'remainder'
  return <Figures report={report} language={language} name={reports[part]} columns={row.columns} part={part} />
}

function Figures(props: {
  report: Report
  language: Language
  name: preact.ComponentChildren
  columns: Shown
  part: Part
  /** Default: the unit of the report. */
  unit?: string
  strong?: boolean
}) {
  const { report, columns, language } = props
  return (
    <tr class={props.strong ? 'govuk-table__row gd-table__sum' : 'govuk-table__row'}>
      <th scope="row" class="govuk-table__header">
        {props.name}
      </th>
      {report.ask.form.columns.map(({ no, words: inWords }) => {
        // A column of words is for writing by hand.
        if (inWords) return <td key={no} class="govuk-table__cell" />
        const figure = columns[no] ?? null
        const href = recordsPath(report.ask, props.unit ?? report.unit.id, no, props.part)
        return (
          <td key={no} class="govuk-table__cell govuk-table__cell--numeric">
            {figure === null ? (
              <Hidden language={language} />
            ) : (
              <Figure figure={figure} href={href} language={language} />
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** Nothing counted opens nothing: a link to an empty list in thousands of cells would bury the others. */
function Figure({ figure, href, language }: { figure: number; href: string; language: Language }) {
  if (figure === 0) return <>0</>
  return (
    <a class="govuk-link" href={href}>
      {number(figure, language)}
    </a>
  )
}

function Hidden({ language }: { language: Language }) {
  const { reports } = words(language)
  return <span title={reports.hidden_cell}>{reports.hidden}</span>
}

function Earlier({ report, earlier, language }: { report: Report; earlier: Report; language: Language }) {
  const { reports } = words(language)
  const { period } = earlier.ask
  const signed = (change: number) => `${change > 0 ? '+' : ''}${number(change, language)}`
  return (
    <>
      <Figures
        report={earlier}
        language={language}
        name={reports.year_earlier(reports.periods[period.kind](period.year))}
        columns={earlier.total}
        part="total"
      />
      <tr class="govuk-table__row">
        <th scope="row" class="govuk-table__header">
          {reports.change}
        </th>
        {report.ask.form.columns.map(({ no }) => {
          const [now, then] = [report.total[no] ?? null, earlier.total[no] ?? null]
          return (
            <td key={no} class="govuk-table__cell govuk-table__cell--numeric">
              {now === null || then === null ? <Hidden language={language} /> : signed(now - then)}
            </td>
          )
        })}
      </tr>
    </>
  )
}
