/** The list of programmes and the page of one: goals with how far they have come, tasks, plans asked of units below. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow, Steps } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { CommitmentList } from '../commitments/commitment-list.tsx'
import type { CommitmentLine } from '../commitments/queries.ts'
import { paths, rowPath } from './addresses.ts'
import type { GoalRow } from './goal.ts'
import { Organisers } from './joint-view.tsx'
import { known, Parts, RecordTable, Search, span } from './parts.tsx'
import type { Task } from './programme.ts'
import type { AskedPlan, AwaitedPlan, Programme } from './queries.ts'
import { referenceTo } from './references.ts'

/** The list, after the plans that a superior awaits. */
export function ProgrammesPage(props: {
  frame: Frame
  rows: readonly Programme[]
  awaited: readonly AwaitedPlan[]
  typed: string
  steps: readonly OfferedStep[]
}) {
  const { frame, rows, awaited, steps } = props
  const { programmes: p, law } = words(frame.language)
  return (
    <DeskPage frame={frame} title={p.title} current="programmes">
      <h1 class="govuk-heading-l">{p.title}</h1>
      <p class="govuk-body">{p.lead}</p>
      <Parts frame={frame} current="programmes" />
      <Awaited frame={frame} awaited={awaited} />
      <StepRow steps={steps} />
      <Search frame={frame} path={paths.programmes} typed={props.typed} shown={rows.length} />
      <RecordTable
        frame={frame}
        part="programmes"
        caption={p.title}
        rows={rows}
        columns={[
          { key: 'unit', title: p.columns.unit, cell: (row) => row.unit_name },
          { key: 'days', title: p.columns.days, nowrap: true, cell: (row) => span(row.from_on, row.until_on) },
          { key: 'goals', title: p.columns.goals, numeric: true, cell: (row) => row.goals },
          { key: 'tasks', title: p.columns.tasks, numeric: true, cell: (row) => row.promises.length },
          { key: 'state', title: p.columns.state, cell: (row) => law.states.programme[row.state] },
        ]}
      />
    </DeskPage>
  )
}

/** Plans that the viewer's units owe. */
function Awaited({ frame, awaited }: { frame: Frame; awaited: readonly AwaitedPlan[] }) {
  const { programmes: p } = words(frame.language)
  if (awaited.length === 0) return null
  return (
    <Inset>
      <h2 class="govuk-heading-s">{p.awaited.title}</h2>
      {awaited.map((one) => (
        <p key={`${one.id}${one.asked_unit_id}`}>
          <Link href={rowPath('programmes', one)}>
            {p.awaited.line(one.title, one.asked_name, shortDay(one.plans_due_on))}
          </Link>{' '}
          {Temporal.PlainDate.compare(one.plans_due_on, frame.on) < 0 && <Tag colour="red">{p.late}</Tag>}{' '}
          {one.reminded_on && p.awaited.reminded(shortDay(one.reminded_on))} ·{' '}
          <Link href={`${paths.programmes}/draft-programme?${new URLSearchParams({ theo: referenceTo(one) })}`}>
            {p.awaited.begin}
          </Link>
        </p>
      ))}
    </Inset>
  )
}

/** A goal with how far it has come. */
export interface GoalShown extends GoalRow {
  value: number | null
  href: string | null
  steps: readonly OfferedStep[]
}

/** What the page of one shows. */
export interface ProgrammeData {
  row: Programme
  issued_as: { unit_id: string; id: string; title: string } | null
  goals: readonly GoalShown[]
  names: ReadonlyMap<string, string>
  /** The head of each owner on the page's day. */
  heads: ReadonlyMap<string, string>
  commitments: readonly CommitmentLine[]
  /** The first of them, those without a plan before the others; the counts are of all. */
  asked: readonly AskedPlan[]
  asked_counts: { asked: number; missing: number }
  steps: readonly OfferedStep[]
  may_drop: boolean
  happened: readonly Happened[]
}

/** One programme. */
export function ProgrammePage({ frame, data }: { frame: Frame; data: ProgrammeData }) {
  const { row } = data
  const { programmes: p, law } = words(frame.language)
  const steps: Readonly<Record<string, { done: string }>> = law.steps.programme
  const link = (of: 'instruments' | 'programmes', unit_id: string | null, id: string | null, title: string | null) =>
    unit_id && id && title ? <Link href={rowPath(of, { unit_id, id })}>{title}</Link> : null
  const rows = [
    { key: p.columns.kind, value: known(p.kinds, row.kind) },
    { key: p.leads, value: row.unit_name },
    { key: p.columns.days, value: span(row.from_on, row.until_on) },
    row.number && {
      key: p.columns.number,
      value: `${row.number}${row.issued_on ? ` · ${shortDay(row.issued_on)}` : ''}`,
    },
    row.basis_id && { key: p.basis, value: link('instruments', row.basis_unit_id, row.basis_id, row.basis_title) },
    row.parent_id && { key: p.parent, value: link('programmes', row.parent_unit_id, row.parent_id, row.parent_title) },
    row.theme_id && { key: p.theme, value: link('instruments', row.theme_unit_id, row.theme_id, row.theme_title) },
    data.issued_as && {
      key: p.issued_as,
      value: <Link href={rowPath('instruments', data.issued_as)}>{data.issued_as.title}</Link>,
    },
    row.result && { key: p.result, value: paragraphs(row.result) },
  ]
  return (
    <DeskPage
      frame={frame}
      title={row.title}
      current="programmes"
      back={{ href: paths.programmes, text: p.tabs.programmes }}
    >
      <h1 class="govuk-heading-l">
        {row.title} <Tag>{law.states.programme[row.state]}</Tag>
      </h1>
      <SummaryList rows={rows.filter((one) => one !== null && one !== '')} />
      <Organisers frame={frame} row={row} names={data.names} />
      <Goals frame={frame} data={data} />
      <h2 class="govuk-heading-m">{p.tasks}</h2>
      {row.issued_on === null ? <DraftTasks frame={frame} data={data} /> : <IssuedTasks frame={frame} data={data} />}
      <Asked frame={frame} data={data} />
      <Steps steps={data.steps} words={p.steps} />
      <History
        frame={frame}
        happened={data.happened}
        steps={Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))}
      />
    </DeskPage>
  )
}

function Goals({ frame, data }: { frame: Frame; data: ProgrammeData }) {
  const { programmes: p, law } = words(frame.language)
  const amount = (value: number, row: GoalShown) => `${number(value, frame.language)} ${row.counted_in}`
  return (
    <>
      <h2 class="govuk-heading-m">{p.goals}</h2>
      <Table
        caption={p.goals}
        caption_hidden
        rows={data.goals}
        row_key={(row) => row.id}
        empty={p.empty.goals}
        columns={[
          {
            key: 'text',
            title: p.columns.title,
            row_header: true,
            cell: (row) => (
              <>
                {row.text}
                <div class="gd-noprint">
                  {row.steps
                    .filter((step) => step.refusal === null)
                    .map((step) => (
                      <span key={step.step}>
                        <Link href={step.href} hidden_text={row.text}>
                          {step.verb}
                        </Link>{' '}
                      </span>
                    ))}
                </div>
              </>
            ),
          },
          {
            key: 'target',
            title: p.columns.target,
            cell: (row) => `${p.directions[row.direction]} ${amount(row.target_value, row)}`,
          },
          { key: 'by', title: p.columns.by_on, nowrap: true, cell: (row) => shortDay(row.by_on) },
          {
            key: 'now',
            title: p.columns.now,
            cell: (row) => {
              if (row.value === null) return p.no_value
              const said = amount(row.value, row)
              return (
                <>
                  {row.href ? <Link href={row.href}>{said}</Link> : said}
                  {row.source && ` (${p.from_register})`}
                  {row.source === null && row.progress.length > 0 && <div>{row.progress.at(-1)?.evidence}</div>}
                </>
              )
            },
          },
          {
            key: 'state',
            title: p.columns.state,
            cell: (row) => (
              <>
                <Tag colour={row.state === 'reached' ? 'green' : row.state === 'missed' ? 'red' : 'grey'}>
                  {law.states.goal[row.state]}
                </Tag>{' '}
                {row.state === 'set' && Temporal.PlainDate.compare(row.by_on, frame.on) < 0 && (
                  <Tag colour="red">{p.late}</Tag>
                )}
                {row.evidence && <div>{row.evidence}</div>}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

/** Tasks of a draft, each with the unit and the head of the day. */
function DraftTasks({ frame, data }: { frame: Frame; data: ProgrammeData }) {
  const { programmes: p, law } = words(frame.language)
  const { row } = data
  const name = (id: string) => data.names.get(id) ?? ''
  const drop = (task: Task) => `${rowPath('programmes', row)}/drop-promise?${new URLSearchParams({ viec: task.id })}`
  return (
    <Table
      caption={p.tasks}
      caption_hidden
      rows={row.promises}
      row_key={(task) => task.id}
      empty={p.empty.tasks}
      columns={[
        {
          key: 'text',
          title: p.columns.what,
          row_header: true,
          cell: (task) => (
            <>
              {task.text} <GoalOf task={task} goals={data.goals} said={p.of_goal} />
            </>
          ),
        },
        {
          key: 'owner',
          title: p.labels.owner_unit_id,
          cell: (task) => (
            <>
              {name(task.owner_unit_id)} ({data.heads.get(task.owner_unit_id) ?? p.nobody})
              {task.helper_unit_ids.length > 0 && <div>{task.helper_unit_ids.map(name).join(', ')}</div>}
            </>
          ),
        },
        { key: 'force', title: p.labels.force, cell: (task) => p.forces[task.force] },
        {
          key: 'due',
          title: p.columns.due_on,
          nowrap: true,
          cell: (task) => shortDay(Temporal.PlainDate.from(task.due_on)),
        },
        ...(data.may_drop
          ? [
              {
                key: 'drop',
                title: law.steps.programme['drop-promise'].button,
                cell: (task: Task) => <Link href={drop(task)}>{law.steps.programme['drop-promise'].button}</Link>,
              },
            ]
          : []),
      ]}
    />
  )
}

function GoalOf(props: { task: Task; goals: readonly GoalShown[]; said: (text: string) => string }) {
  const goal = props.goals.find((one) => one.id === props.task.goal_id)
  return goal ? <div class="govuk-hint">{props.said(goal.text)}</div> : null
}

/** Tasks of an issued programme: what its commitments say. */
function IssuedTasks({ frame, data }: { frame: Frame; data: ProgrammeData }) {
  const { programmes: p } = words(frame.language)
  return (
    <>
      <p class="govuk-body">{p.tasks_are_commitments}</p>
      <CommitmentList frame={frame} face="desk" lines={data.commitments} heading_hidden />
    </>
  )
}

/** Units that were asked for a plan: those without one first. */
function Asked({ frame, data }: { frame: Frame; data: ProgrammeData }) {
  const { programmes: p } = words(frame.language)
  const { row, asked } = data
  if (asked.length === 0 || !row.plans_due_on) return null
  const { asked: all, missing } = data.asked_counts
  const late = Temporal.PlainDate.compare(row.plans_due_on, frame.on) < 0
  return (
    <>
      <h2 class="govuk-heading-m">{p.asked}</h2>
      <p class="govuk-body">
        {p.missing_count(missing, all)} {p.asked_by(shortDay(row.plans_due_on))}{' '}
        {row.reminded_on && `· ${p.awaited.reminded(shortDay(row.reminded_on))} `}
        {all > asked.length && p.asked_first(asked.length)}
      </p>
      <Table
        caption={p.asked}
        caption_hidden
        rows={asked}
        row_key={(one) => one.unit_id}
        empty=""
        columns={[
          { key: 'unit', title: p.columns.unit, row_header: true, cell: (one) => one.name },
          {
            key: 'plan',
            title: p.columns.plan,
            cell: (one) =>
              one.plan_id && one.plan_unit_id ? (
                <Link href={rowPath('programmes', { unit_id: one.plan_unit_id, id: one.plan_id })}>
                  {one.plan_title ?? ''}
                </Link>
              ) : (
                <Tag colour={late ? 'red' : 'yellow'}>{p.missing}</Tag>
              ),
          },
          {
            key: 'issued',
            title: p.columns.issued_on,
            nowrap: true,
            cell: (one) => (one.plan_issued_on ? shortDay(one.plan_issued_on) : '–'),
          },
        ]}
      />
    </>
  )
}
