/** The figures of a return in the layout of its form; empty, zero and closed cells look different. */
import { headingRows } from '../../law/form-rules.ts'
import type { Form } from '../../law/forms.ts'
import { FormHead } from '../../ui/parts/form-head.tsx'
import { number } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import type { Remark, ReturnFiguresRow } from './figures.ts'

/** What a row is called: the unit below, or one of the rows that stand for no single unit. */
export function rowName(row: Pick<ReturnFiguresRow, 'row' | 'name'>, language: Language): string {
  const { rows } = words(language).returns
  return row.name ?? Object.entries(rows).find(([key]) => key === row.row)?.[1] ?? row.row
}

/** The table. Remarked cells are marked and lead to the remark. */
export function FiguresTable(props: {
  form: Form
  rows: readonly ReturnFiguresRow[]
  closed: ReadonlySet<number>
  remarks: readonly Remark[]
  language: Language
}) {
  const { form, rows, closed, remarks, language } = props
  const { reports, returns, frame } = words(language)
  const caption = `${reports.of_form(form.code)} · ${reports.heading(form.title)}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="gd-scroll" aria-label={frame.scrollable(caption)} tabIndex={0}>
      <table class="govuk-table gd-table gd-report">
        <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
        <FormHead headings={headingRows(form)} columns={form.columns} unit={reports.unit} say={reports.heading} />
        <tbody class="govuk-table__body">
          {rows.map((row) => (
            <tr key={row.row} class={row.row === 'total' ? 'govuk-table__row gd-table__sum' : 'govuk-table__row'}>
              <th scope="row" class="govuk-table__header">
                {rowName(row, language)}
              </th>
              {form.columns.map(({ no, words: told }) => {
                const at = remarks.findIndex((one) => one.row === row.row && one.no === no)
                const shown = closed.has(no) ? returns.hidden : told ? '' : figureText(row.columns[no], language)
                return (
                  <td key={no} class="govuk-table__cell govuk-table__cell--numeric">
                    {shown}
                    {at >= 0 && (
                      <a
                        class="govuk-link"
                        href={`#y-kien-${at + 1}`}
                        title={remarks[at]?.text}
                        aria-label={returns.remarks}
                      >
                        {' '}
                        ✎
                      </a>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A figure, or the words for a cell that nobody has filled. */
function figureText(figure: number | undefined, language: Language) {
  if (figure !== undefined) return number(figure, language)
  const { not_given } = words(language).returns
  return <span title={not_given}>–</span>
}
