/** A return on paper: the form as printed, landscape, with the block of signatures under it. */
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { words } from '../../ui/words/words.ts'
import { placeOf } from '../notices/wording.ts'
import { returnPath } from './addresses.ts'
import { FiguresTable } from './figures-table.tsx'
import { periodName } from './list-view.tsx'
import type { ShownReturn } from './queries.ts'
import { formOf, periodOfReturn } from './unit-return.ts'

/** The page; its navigation is left out on paper. */
export function PrintPage(props: { frame: Frame; row: ShownReturn; closed: ReadonlySet<number> }) {
  const { frame, row, closed } = props
  const { returns, reports } = words(frame.language)
  const form = formOf(row)
  const period = periodOfReturn(row)
  const days = reports.period_days(shortDay(period.first_on), shortDay(period.last_on))
  return (
    <DeskPage
      frame={frame}
      title={`${reports.of_form(row.form)} · ${row.unit_name}`}
      current="reports"
      back={{ href: returnPath(row), text: returns.back_to_return }}
    >
      <div class="gd-return-sheet">
        <p class="govuk-body">
          <strong>{row.unit_name}</strong>
          <br />
          {reports.of_form(row.form)} · {form.cite}
        </p>
        <h1 class="govuk-heading-m gd-return-sheet__title">{reports.heading(form.title)}</h1>
        <p class="govuk-body gd-return-sheet__title">
          {periodName(row, frame.language)} · {days} · {returns.version_of(row.version)}
        </p>
        <FiguresTable form={form} rows={row.figures} closed={closed} remarks={[]} language={frame.language} />
        {closed.size > 0 && <p class="govuk-body-s">{returns.closed_cells([...closed].join(', '))}</p>}
        {row.reason && (
          <p class="govuk-body-s">
            {returns.reason}: {row.reason}
          </p>
        )}
        <div class="gd-return-sheet__signatures">
          <div>
            <p class="govuk-body">&nbsp;</p>
            <p class="govuk-body">
              <strong>{returns.print_preparer}</strong>
              <br />
              {returns.print_sign}
            </p>
          </div>
          <div>
            <p class="govuk-body">{returns.print_place(placeOf(row.unit_name))}</p>
            <p class="govuk-body">
              <strong>{returns.print_head}</strong>
              <br />
              {returns.print_seal}
            </p>
            <p class="govuk-body-s gd-return-sheet__signed">
              {row.signed_by && row.signed_on
                ? (row.by_stand_in ? returns.print_signed_paper : returns.print_signed)(
                    row.signed_by,
                    shortDay(row.signed_on),
                  )
                : returns.print_not_signed}
            </p>
          </div>
        </div>
      </div>
    </DeskPage>
  )
}
