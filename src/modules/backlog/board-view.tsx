/** The board: open cases by age against stage, cause and unit; each number opens its list. */
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import { SummaryList, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { boardPath, casesHref, paths, withScope } from './addresses.ts'
import type { CaseFilter, Counted, Figures, Scope } from './queries.ts'
import { type Age, ages, causes, type OpenKind, openKinds } from './terms.ts'

/** What the board shows. */
export interface BoardData {
  scope: Scope
  /** The viewer has units below. */
  has_below: boolean
  counts: readonly Counted[]
  figures: Figures
  by_unit: readonly { unit_id: string; name: string; age: Age; cases: number }[]
  /** Name of the unit, where the scope is one. */
  unit_name: string | null
  may_hand_over: boolean
}

/** A line of a table: its name, what its numbers ask for, and how many of each age. */
interface Line {
  key: string
  name: string
  scope: Scope
  filter: CaseFilter
  counts: Readonly<Record<Age, number>>
}

const none = (): Record<Age, number> => ({ '0-30': 0, '31-90': 0, '91-180': 0, '181': 0 })

function countsOf(rows: readonly { age: Age; cases: number }[]): Record<Age, number> {
  const counts = none()
  for (const row of rows) counts[row.age] += row.cases
  return counts
}

/** The page. */
export function BoardPage({ frame, data }: { frame: Frame; data: BoardData }) {
  const { backlog } = words(frame.language)
  const title = data.unit_name ? `${backlog.title} · ${data.unit_name}` : backlog.title
  return (
    <DeskPage frame={frame} title={title} current="worklists">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {backlog.lead} {backlog.sealed}
      </p>
      {data.has_below && (
        <Tabs
          label={backlog.scope_label}
          items={(['own', 'below'] as const).map((scope) => ({
            text: backlog.scopes[scope],
            href: withScope(boardPath, scope),
            current: data.scope === scope,
          }))}
        />
      )}
      <NextLinks language={frame.language} data={data} />
      <FigureList language={frame.language} data={data} />
      {data.scope === 'below' && (
        <AgeTable
          language={frame.language}
          heading={backlog.by_unit}
          first={backlog.unit}
          lines={unitLines(data)}
          boards
        />
      )}
      <AgeTable
        language={frame.language}
        heading={backlog.by_stage}
        first={backlog.stage}
        lines={stageLines(data, frame.language)}
      />
      <AgeTable
        language={frame.language}
        heading={backlog.by_cause}
        first={backlog.cause}
        lines={causeLines(data, frame.language)}
      />
    </DeskPage>
  )
}

function NextLinks({ language, data }: { language: Language; data: BoardData }) {
  const { links } = words(language).backlog
  return (
    <nav aria-label={links.label}>
      <ul class="govuk-list gd-actions">
        <li>
          <Link href={withScope(paths.plans, 'own', { 'danh-sach': 'mine' })}>{links.my_plans}</Link>
        </li>
        <li>
          <Link href={withScope(paths.plans, data.scope)}>{links.plans}</Link>
        </li>
        <li>
          <Link href={withScope(paths.suspensions, data.scope)}>{links.suspensions}</Link>
        </li>
        <li>
          <Link href={withScope(`${boardPath}/ra-soat`, data.scope)}>{links.stocktakes}</Link>
        </li>
        <li>
          <Link href={paths.demands}>{links.demands}</Link>
        </li>
        {data.may_hand_over && (
          <li>
            <Link href={paths.hand_overs}>{links.hand_overs}</Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

function FigureList({ language, data }: { language: Language; data: BoardData }) {
  const { figures } = words(language).backlog
  const { scope } = data
  const said = (value: number, href: string, hint?: string) => (
    <>
      {value === 0 ? '0' : <Link href={href}>{number(value, language)}</Link>}
      {hint && <span class="gd-muted"> · {hint}</span>}
    </>
  )
  const f = data.figures
  return (
    <section aria-labelledby="xong-han">
      <h2 class="govuk-heading-m" id="xong-han">
        {figures.title}
      </h2>
      <SummaryList
        rows={[
          {
            key: figures.settled_for_good,
            value: said(f.settled_for_good, casesHref(scope, { group: 'settled-for-good' }), figures.settled_hint),
          },
          {
            key: figures.decided,
            value: said(f.decided, casesHref(scope, { group: 'decided' }), figures.decided_hint),
          },
          { key: figures.plans, value: said(f.plans, withScope(paths.plans, scope)) },
          {
            key: figures.plans_overdue,
            value: said(f.plans_overdue, withScope(paths.plans, scope, { 'danh-sach': 'overdue' })),
          },
          { key: figures.no_plan_long, value: said(f.no_plan_long, casesHref(scope, { group: 'no-plan-long' })) },
        ]}
      />
    </section>
  )
}

function unitLines(data: BoardData): Line[] {
  const lines = new Map<string, Line>()
  for (const row of data.by_unit) {
    const rows = data.by_unit.filter((one) => one.unit_id === row.unit_id)
    if (!lines.has(row.unit_id))
      lines.set(row.unit_id, {
        key: row.unit_id,
        name: row.name,
        scope: { unit_id: row.unit_id },
        filter: {},
        counts: countsOf(rows),
      })
  }
  return [...lines.values()]
}

function stageLines(data: BoardData, language: Language): Line[] {
  const { backlog } = words(language)
  return openKinds.flatMap((kind) => {
    const rows = data.counts.filter((row) => row.kind === kind)
    return [...new Set(rows.map((row) => row.state))].map((state) => ({
      key: `${kind}-${state}`,
      name: `${backlog.kinds[kind]}: ${stateOf(kind, state, language)}`,
      scope: data.scope,
      filter: { kind, state },
      counts: countsOf(rows.filter((row) => row.state === state)),
    }))
  })
}

function causeLines(data: BoardData, language: Language): Line[] {
  const { backlog } = words(language)
  return [...causes, null].flatMap((cause) => {
    const rows = data.counts.filter((row) => row.cause === cause)
    if (rows.length === 0) return []
    return {
      key: cause ?? 'none',
      name: cause ? backlog.causes[cause] : backlog.no_plan,
      scope: data.scope,
      filter: { cause: cause ?? 'none' },
      counts: countsOf(rows),
    }
  })
}

/** The word of a stage. */
export function stateOf(kind: OpenKind, state: string, language: Language): string {
  return known(words(language).law.states[kind], state)
}

function AgeTable(props: {
  language: Language
  heading: string
  first: string
  lines: readonly Line[]
  /** The name opens a board of its own. */
  boards?: boolean
}) {
  const { language, lines } = props
  const { backlog } = words(language)
  const sum = (counts: Readonly<Record<Age, number>>) => ages.reduce((all, age) => all + counts[age.id], 0)
  const cell = (line: Line, value: number, age?: Age) =>
    value === 0 ? '0' : <Link href={casesHref(line.scope, { ...line.filter, age })}>{number(value, language)}</Link>
  return (
    <>
      <h2 class="govuk-heading-m">{props.heading}</h2>
      <Table
        caption={props.heading}
        caption_hidden
        rows={lines}
        row_key={(line) => line.key}
        empty={backlog.empty}
        columns={[
          {
            key: 'name',
            title: props.first,
            row_header: true,
            cell: (line) =>
              props.boards ? <Link href={withScope(boardPath, line.scope)}>{line.name}</Link> : line.name,
          },
          ...ages.map((age) => ({
            key: age.id,
            title: backlog.ages[age.id],
            numeric: true,
            cell: (line: Line) => cell(line, line.counts[age.id], age.id),
          })),
          { key: 'total', title: backlog.total, numeric: true, cell: (line) => cell(line, sum(line.counts)) },
        ]}
        foot={[
          backlog.total,
          ...ages.map((age) =>
            number(
              lines.reduce((all, line) => all + line.counts[age.id], 0),
              language,
            ),
          ),
          number(
            lines.reduce((all, line) => all + sum(line.counts), 0),
            language,
          ),
        ]}
      />
    </>
  )
}
