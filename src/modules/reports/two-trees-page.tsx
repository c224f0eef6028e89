/** The page that shows one report on two trees. Each figure opens the records it counts on its own tree. */
import type { Form } from '../../law/forms.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { DateInput } from '../../ui/parts/fields.tsx'
import { number, percent, shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { formSlug, partsOf, recordsPath, reportPath } from './addresses.ts'
import type { Part } from './figures.ts'
import type { ReportRow, Shown } from './report.ts'
import { toldColumns } from './told-columns.ts'
import type { DividedFigures, Side, TwoTrees } from './two-trees.ts'

/** A told figure of a form: its noun, and the columns it adds up. */
type Told = ReturnType<typeof toldColumns>[number]

/** The page. */
export function TwoTreesPage(props: { frame: Frame; form: Form; trees: TwoTrees }) {
  const { frame, form, trees } = props
  const { language } = frame
  const { comparison: w, reports } = words(language)
  const { now } = trees
  const { period } = now.ask
  const title = `${w.trees} · ${reports.of_form(form.code)}`
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      back={{ href: reportPath(form, partsOf(now.ask, now.unit.id)), text: reports.back_to_report }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {now.unit.name} · {reports.periods[period.kind](period.year)}
      </p>
      <p class="govuk-body">{w.trees_lead}</p>
      <Days {...props} />
      <div class="gd-two-trees">
        {trees.earlier ? (
          <SideTable
            side={trees.earlier}
            form={form}
            language={language}
            caption={w.tree_then(shortDay(trees.earlier.on))}
          >
            {trees.difference}
          </SideTable>
        ) : (
          <Inset>{w.no_then(shortDay(period.first_on))}</Inset>
        )}
        <SideTable side={trees.later} form={form} language={language} caption={w.tree_now(shortDay(trees.later.on))} />
      </div>
      {trees.earlier && <Inset>{trees.difference ? w.unequal : w.equal}</Inset>}
      {trees.divided.length > 0 && <DividedTable {...props} />}
    </DeskPage>
  )
}

function Days({ frame, form, trees }: { frame: Frame; form: Form; trees: TwoTrees }) {
  const { comparison: w, reports } = words(frame.language)
  const { now } = trees
  return (
    <form method="get" action={`/bao-cao/${formSlug(form.code)}/hai-cay`} class="gd-filter">
      <input type="hidden" name="don_vi" value={now.unit.id} />
      <input type="hidden" name="ky" value={now.ask.period.id} />
      {now.ask.as_of && <input type="hidden" name="biet_den" value={now.ask.as_of.toString()} />}
      <DateInput name="ngay_truoc" label={w.then_day} value={trees.earlier ? shortDay(trees.earlier.on) : ''} />
      <DateInput name="ngay_sau" label={w.now_day} value={shortDay(trees.later.on)} />
      <Button kind="secondary">{reports.show}</Button>
    </form>
  )
}

const sum = (columns: readonly number[], figures: Shown): number | null =>
  columns.reduce<number | null>((total, no) => {
    const figure = figures[no] ?? null
    return total === null || figure === null ? null : total + figure
  }, 0)

function SideTable(props: {
  side: Side
  form: Form
  language: Language
  caption: string
  /** What the other side has more. */
  children?: Shown | null
}) {
  const { side, language } = props
  const { comparison: w, reports } = words(language)
  const told = toldColumns(props.form)
  const said = (figure: number | null) => (figure === null ? reports.hidden : number(figure, language))
  type Line = Side['rows'][number]
  const foot = [w.total, ...told.map(({ columns }) => said(sum(columns, side.total)))]
  const difference = props.children
  const rows = side.rows.filter(({ row }) => told.some(({ columns }) => sum(columns, row.columns) !== 0))
  const silent = side.rows.length - rows.length
  return (
    <div>
      <Table<Line>
        caption={props.caption}
        columns={[
          { key: 'unit', title: w.unit, row_header: true, cell: ({ row, of }) => nameOf(row, of.ask, language) },
          ...told.map((one) => ({
            key: one.noun + one.columns.join('-'),
            title: w.nouns[one.noun].many,
            numeric: true,
            cell: (line: Line) => <Figure line={line} told={one} language={language} />,
          })),
        ]}
        rows={rows}
        row_key={({ row, of }) => `${of.unit.id} ${row.unit?.id ?? row.kind}`}
        empty={<p class="govuk-body">{props.caption}</p>}
        foot={foot}
      />
      {silent > 0 && <p class="govuk-body">{w.silent(number(silent, language))}</p>}
      {difference && (
        <p class="govuk-body">
          {w.apart}: {told.map((one) => `${said(sum(one.columns, difference))} ${w.nouns[one.noun].many}`).join('; ')}
        </p>
      )}
    </div>
  )
}

function nameOf(row: ReportRow, ask: TwoTrees['now']['ask'], language: Language) {
  const { reports } = words(language)
  if (!row.unit) return row.kind === 'unit' ? '' : reports[row.kind]
  return (
    <a class="govuk-link" href={reportPath(ask.form, partsOf(ask, row.unit.id))}>
      {row.unit.name}
    </a>
  )
}

const partOf = (kind: ReportRow['kind']): Part => (kind === 'unit' ? 'total' : kind)

/** A figure of one column opens its records; a sum of several opens none, its form does. */
function Figure({ line, told, language }: { line: Side['rows'][number]; told: Told; language: Language }) {
  const { reports } = words(language)
  const figure = sum(told.columns, line.row.columns)
  const [no, ...more] = told.columns
  if (figure === null) return <span title={reports.hidden_cell}>{reports.hidden}</span>
  if (figure === 0 || no === undefined || more.length > 0) return <>{number(figure, language)}</>
  const unit = line.row.unit?.id ?? line.of.unit.id
  return (
    <a class="govuk-link" href={recordsPath(line.of.ask, unit, no, partOf(line.row.kind))}>
      {number(figure, language)}
    </a>
  )
}

function DividedTable({ frame, form, trees }: { frame: Frame; form: Form; trees: TwoTrees }) {
  const { language } = frame
  const { comparison: w } = words(language)
  const told = toldColumns(form)
  const lines = trees.divided.flatMap((unit) => unit.parts.map((part, index) => ({ unit, part, index })))
  type Line = (typeof lines)[number]
  const cell = (line: Line, column: number) => said(line.unit, column, line.index, language)
  return (
    <>
      <h2 class="govuk-heading-m">{w.parts}</h2>
      <p class="govuk-body">{w.parts_rule}</p>
      <Table<Line>
        caption={w.parts}
        caption_hidden
        columns={[
          {
            key: 'unit',
            title: w.part_of,
            row_header: true,
            cell: ({ unit }) => (
              <a
                class="govuk-link"
                href={reportPath(form, { ...partsOf(trees.now.ask, unit.unit_id), tree_on: unit.last_on })}
              >
                {unit.name}
              </a>
            ),
          },
          { key: 'to', title: w.part_to, cell: ({ part }) => part.name },
          {
            key: 'share',
            title: w.part_share,
            numeric: true,
            cell: ({ part }) => (part.share === null ? w.part_unknown : percent(part.share, language)),
          },
          ...told.map((one, column) => ({
            key: one.noun + one.columns.join('-'),
            title: w.nouns[one.noun].many,
            numeric: true,
            cell: (line: Line) => cell(line, column),
          })),
        ]}
        rows={lines}
        row_key={({ unit, part }) => `${unit.unit_id} ${part.unit_id}`}
        empty=""
      />
      {trees.more_divided && <p class="govuk-body">…</p>}
    </>
  )
}

/** `≈ 12`: shared out, so never a list of records. */
function said(unit: DividedFigures, column: number, index: number, language: Language): string {
  const count = unit.shared[column]?.[index] ?? null
  return count === null ? '–' : `≈ ${number(count, language)}`
}
