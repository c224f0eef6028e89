/** Lists of the backlog: cases behind a number, plans, hand-overs, suspensions near the due day. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage, vaultKeyPath } from '../../ui/parts/desk-page.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, recordPath } from '../../ui/parts/letter.tsx'
import { Pagination, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { boardPath, casesHref, makePlanPath, paths, rowPath, scopeText, withScope } from './addresses.ts'
import { stateOf } from './board-view.tsx'
import {
  type BacklogCase,
  type CaseFilter,
  casesMax,
  type HandOver,
  type NearSuspension,
  type Plan,
  type PlanList,
  type Scope,
} from './queries.ts'

/** `Khiếu nại 12/2026`: a record by its register and number. */
export function nameOf(
  row: { kind: 'petition' | 'complaint' | 'feedback'; register_number: number | null; register_year: number | null },
  language: Language,
): string {
  const { backlog } = words(language)
  const numbered = row.register_number === null ? backlog.unnumbered : `${row.register_number}/${row.register_year}`
  return `${backlog.kinds[row.kind]} ${numbered}`
}

/** Cases behind a number. */
export function CasesPage(props: {
  frame: Frame
  scope: Scope
  filter: CaseFilter
  cases: readonly BacklogCase[]
  may_plan: (unit_id: string) => boolean
}) {
  const { frame, scope, filter } = props
  const { language } = frame
  const { backlog } = words(language)
  const shown = props.cases.slice(0, casesMax)
  const last = shown.at(-1)
  const more = props.cases.length > casesMax && last
  return (
    <DeskPage
      frame={frame}
      title={backlog.list_title}
      current="worklists"
      back={{ href: withScope(boardPath, scope), text: backlog.title }}
    >
      <h1 class="govuk-heading-l">{backlog.list_title}</h1>
      <p class="govuk-body">{criteria(filter, language).join(' · ')}</p>
      <Table
        caption={backlog.list_title}
        caption_hidden
        rows={shown}
        row_key={(row) => row.id}
        row_href={(row) => recordPath(row.kind, row)}
        empty={backlog.list_empty}
        columns={[
          { key: 'received', title: backlog.columns.received, nowrap: true, cell: (row) => shortDay(row.received_on) },
          { key: 'days', title: backlog.columns.days, numeric: true, cell: (row) => number(row.days, language) },
          {
            key: 'record',
            title: backlog.columns.record,
            row_header: true,
            cell: (row) => <Link href={recordPath(row.kind, row)}>{nameOf(row, language)}</Link>,
          },
          { key: 'about', title: backlog.columns.about, cell: (row) => row.title },
          { key: 'unit', title: backlog.unit, cell: (row) => row.unit_name },
          { key: 'stage', title: backlog.columns.stage, cell: (row) => stateOf(row.kind, row.state, language) },
          {
            key: 'due',
            title: backlog.columns.due,
            nowrap: true,
            cell: (row) => (row.due_on ? shortDay(row.due_on) : '–'),
          },
          {
            key: 'plan',
            title: backlog.columns.plan,
            cell: (row) => planCell(row, props.may_plan(row.unit_id), frame),
          },
        ]}
      />
      <Pagination
        later={
          more
            ? casesHref(scope, { ...filter, after: { received_on: last.received_on.toString(), id: last.id } })
            : undefined
        }
        later_text={backlog.next_page}
      />
    </DeskPage>
  )
}

function planCell(row: BacklogCase, may_plan: boolean, frame: Frame) {
  const { backlog } = words(frame.language)
  if (row.plan_id && row.plan_due_on)
    return (
      <>
        <Link href={rowPath('plans', { unit_id: row.unit_id, id: row.plan_id })}>
          {known(backlog.causes, row.cause)}
        </Link>
        {' · '}
        <PlanDay due_on={row.plan_due_on} frame={frame} />
      </>
    )
  if (row.state === 'settled-for-good') return '–'
  return may_plan ? <Link href={makePlanPath(row)}>{backlog.make_plan}</Link> : backlog.no_plan
}

/** The day of a running plan, with how late it is. */
export function PlanDay({ due_on, frame }: { due_on: Temporal.PlainDate; frame: Frame }) {
  const late = due_on.until(frame.on).days
  return (
    <>
      <span class="gd-nowrap">{shortDay(due_on)}</span>
      {late > 0 && <Tag colour="red">{words(frame.language).backlog.plans.overdue(late)}</Tag>}
    </>
  )
}

function criteria(filter: CaseFilter, language: Language): string[] {
  const { backlog } = words(language)
  const groups = {
    decided: backlog.figures.decided,
    'settled-for-good': backlog.figures.settled_for_good,
    'no-plan-long': backlog.figures.no_plan_long,
    overdue: backlog.figures.overdue,
    'due-soon': backlog.figures.due_soon,
  }
  return [
    filter.group && groups[filter.group],
    filter.kind && backlog.kinds[filter.kind],
    filter.kind && filter.state && stateOf(filter.kind, filter.state, language),
    filter.cause && (filter.cause === 'none' ? backlog.no_plan : known(backlog.causes, filter.cause)),
    filter.age && backlog.ages[filter.age],
  ].filter((one): one is string => typeof one === 'string')
}

/** Plans by day. */
export function PlansPage(props: { frame: Frame; scope: Scope; list: PlanList; plans: readonly Plan[] }) {
  const { frame, scope, list } = props
  const { backlog } = words(frame.language)
  const { plans, columns } = backlog
  return (
    <DeskPage
      frame={frame}
      title={plans.title}
      current="worklists"
      back={{ href: withScope(boardPath, scope), text: backlog.title }}
    >
      <h1 class="govuk-heading-l">{plans.title}</h1>
      <p class="govuk-body">{plans.lead}</p>
      <Tabs
        label={plans.title}
        items={(['mine', 'open', 'overdue', 'ended'] as const).map((one) => ({
          text: plans.lists[one],
          href: withScope(paths.plans, scope, { 'danh-sach': one }),
          current: one === list,
        }))}
      />
      <Table
        caption={plans.title}
        caption_hidden
        rows={props.plans}
        row_key={(row) => row.id}
        row_href={(row) => rowPath('plans', row)}
        empty={plans.empty}
        columns={[
          {
            key: 'day',
            title: columns.plan_due,
            cell: (row) =>
              row.state === 'open' ? <PlanDay due_on={row.due_on} frame={frame} /> : shortDay(row.due_on),
          },
          {
            key: 'record',
            title: columns.record,
            row_header: true,
            cell: (row) => (
              <Link href={rowPath('plans', row)}>{nameOf({ ...row, kind: row.record_kind }, frame.language)}</Link>
            ),
          },
          { key: 'about', title: columns.about, cell: (row) => row.title },
          { key: 'unit', title: backlog.unit, cell: (row) => row.unit_name },
          { key: 'cause', title: backlog.cause, cell: (row) => known(backlog.causes, row.cause) },
          { key: 'owner', title: columns.owner, cell: (row) => row.owner },
          { key: 'state', title: columns.state, cell: (row) => <Tag>{known(plans.states, row.state)}</Tag> },
        ]}
      />
    </DeskPage>
  )
}

/** Hand-overs and the way to begin one. */
export function HandOversPage(props: {
  frame: Frame
  hand_overs: readonly HandOver[]
  steps: readonly OfferedStep[]
  /** Nobody in the viewer's unit has open work. */
  nobody: boolean
}) {
  const { frame } = props
  const { backlog, custody } = words(frame.language)
  const { hand_overs, columns } = backlog
  return (
    <DeskPage
      frame={frame}
      title={hand_overs.title}
      current="worklists"
      back={{ href: boardPath, text: backlog.title }}
    >
      <h1 class="govuk-heading-l">{hand_overs.title}</h1>
      <p class="govuk-body">{hand_overs.lead}</p>
      <Inset>
        {hand_overs.sealed} <a href={`${vaultKeyPath}/ban-giao`}>{custody.hand_on.title}</a>
      </Inset>
      {props.nobody && props.steps.length > 0 ? (
        <p class="govuk-body">{hand_overs.none_to_hand_over}</p>
      ) : (
        <StepRow steps={props.steps} />
      )}
      <Table
        caption={hand_overs.title}
        caption_hidden
        rows={props.hand_overs}
        row_key={(row) => row.id}
        row_href={(row) => rowPath('hand_overs', row)}
        empty={hand_overs.empty}
        columns={[
          { key: 'begun', title: columns.begun, nowrap: true, cell: (row) => shortDay(row.begun_on) },
          {
            key: 'from',
            title: columns.from,
            row_header: true,
            cell: (row) => <Link href={rowPath('hand_overs', row)}>{row.from_name}</Link>,
          },
          { key: 'to', title: columns.to, cell: (row) => row.to_name },
          {
            key: 'state',
            title: columns.state,
            cell: (row) => <Tag>{known(hand_overs.states, row.state)}</Tag>,
          },
        ]}
      />
    </DeskPage>
  )
}

/** Suspensions near the due day, by who decided them. */
export function SuspensionsPage(props: {
  frame: Frame
  scope: Scope
  days: string
  wrong: boolean
  found: readonly NearSuspension[]
}) {
  const { frame, found } = props
  const { backlog, law } = words(frame.language)
  const { suspensions, columns } = backlog
  const heads = [...new Set(found.map((one) => one.head_id))].map((head_id) => {
    const own = found.filter((one) => one.head_id === head_id)
    return { head_id, head: own[0]?.head ?? '–', unit: own[0]?.unit_name ?? '', count: own.length }
  })
  return (
    <DeskPage
      frame={frame}
      title={suspensions.title}
      current="worklists"
      faulty={props.wrong}
      back={{ href: withScope(boardPath, props.scope), text: backlog.title }}
    >
      <h1 class="govuk-heading-l">{suspensions.title}</h1>
      <p class="govuk-body">{suspensions.lead}</p>
      <form method="get" action={paths.suspensions} class="gd-filter">
        <input type="hidden" name="pham-vi" value={scopeText(props.scope)} />
        <TextInput
          name="ngay"
          label={suspensions.days}
          value={props.days}
          width={3}
          inputmode="numeric"
          error={props.wrong ? suspensions.wrong_days : undefined}
        />
        <Button kind="secondary">{suspensions.show}</Button>
      </form>
      <h2 class="govuk-heading-m">{suspensions.by_head}</h2>
      <Table
        caption={suspensions.by_head}
        caption_hidden
        rows={heads}
        row_key={(row) => row.head_id ?? ''}
        empty={suspensions.empty}
        columns={[
          { key: 'head', title: columns.head, row_header: true, cell: (row) => row.head },
          { key: 'unit', title: backlog.unit, cell: (row) => row.unit },
          { key: 'count', title: columns.count, numeric: true, cell: (row) => row.count },
        ]}
      />
      {found.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{suspensions.list}</h2>
          <Table
            caption={suspensions.list}
            caption_hidden
            rows={found}
            row_key={(row) => `${row.id}-${row.decided_on}`}
            row_href={(row) => recordPath('complaint', row)}
            empty=""
            columns={[
              { key: 'head', title: columns.head, cell: (row) => row.head ?? '–' },
              {
                key: 'record',
                title: columns.record,
                row_header: true,
                cell: (row) => (
                  <Link href={recordPath('complaint', row)}>
                    {nameOf({ ...row, kind: 'complaint' }, frame.language)}
                  </Link>
                ),
              },
              { key: 'unit', title: backlog.unit, cell: (row) => row.unit_name },
              { key: 'on', title: columns.suspended, nowrap: true, cell: (row) => shortDay(row.decided_on) },
              { key: 'due', title: columns.due_then, nowrap: true, cell: (row) => shortDay(row.due_on) },
              { key: 'left', title: columns.left, cell: (row) => suspensions.days_left(row.days_left) },
              { key: 'ground', title: columns.ground, cell: (row) => known(law.suspension_grounds, row.ground) },
              {
                key: 'until',
                title: columns.until,
                cell: (row) =>
                  row.until_on ? shortDay(Temporal.PlainDate.from(row.until_on)) : <Tag>{suspensions.running}</Tag>,
              },
            ]}
          />
        </>
      )}
    </DeskPage>
  )
}
