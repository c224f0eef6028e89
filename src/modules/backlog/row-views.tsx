/** The page of one plan and of one hand-over. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs, recordPath } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { itemPath, paths, rowPath } from './addresses.ts'
import { stateOf } from './board-view.tsx'
import { nameOf, PlanDay } from './list-views.tsx'
import type { HandedItem, HandOver, Plan } from './queries.ts'

/** What both pages take besides their row. */
interface OfRow {
  frame: Frame
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}

/** One plan. */
export function PlanPage(props: OfRow & { row: Plan }) {
  const { row, frame } = props
  const { language } = frame
  const { backlog } = words(language)
  const { plans, columns } = backlog
  const record = { unit_id: row.unit_id, id: row.record_id }
  const title = plans.of(nameOf({ ...row, kind: row.record_kind }, language))
  const rows: (SummaryRow | null)[] = [
    { key: columns.record, value: <Link href={recordPath(row.record_kind, record)}>{row.title}</Link> },
    { key: backlog.unit, value: row.unit_name },
    { key: columns.stage, value: stateOf(row.record_kind, row.record_state, language) },
    { key: columns.owner, value: row.owner },
    {
      key: columns.plan_due,
      value: row.state === 'open' ? <PlanDay due_on={row.due_on} frame={frame} /> : shortDay(row.due_on),
    },
    { key: backlog.cause, value: known(backlog.causes, row.cause) },
    { key: plans.steps, value: paragraphs(row.steps) },
    row.end_note ? { key: plans.ended, value: paragraphs(row.end_note) } : null,
    row.ended_on ? { key: plans.ended_on, value: shortDay(row.ended_on) } : null,
    row.follows_id
      ? {
          key: plans.before,
          value: <Link href={rowPath('plans', { unit_id: row.unit_id, id: row.follows_id })}>{plans.see_before}</Link>,
        }
      : null,
  ]
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="worklists"
      wide={false}
      back={{ href: paths.plans, text: plans.title }}
    >
      <h1 class="govuk-heading-l">
        {title} <Tag>{known(plans.states, row.state)}</Tag>
      </h1>
      <SummaryList rows={rows.filter((one) => one !== null)} />
      <StepRow steps={props.steps} />
      <History frame={frame} happened={props.happened} steps={backlog.steps} />
    </DeskPage>
  )
}

/** One hand-over with its list; `left` is how many records stay behind. */
export function HandOverPage(props: OfRow & { row: HandOver; items: readonly HandedItem[]; go_on: string | null }) {
  const { row, frame, items } = props
  const { language } = frame
  const { backlog } = words(language)
  const { hand_overs, columns } = backlog
  const title = hand_overs.of(row.from_name)
  const left = items.filter((item) => item.stays).length
  return (
    <DeskPage frame={frame} title={title} current="worklists" back={{ href: paths.hand_overs, text: hand_overs.title }}>
      <h1 class="govuk-heading-l">
        {title} <Tag>{known(hand_overs.states, row.state)}</Tag>
      </h1>
      {row.state === 'begun' && left > 0 && <Warning>{hand_overs.left(left)}</Warning>}
      {row.state === 'completed' && <Inset>{hand_overs.done}</Inset>}
      <SummaryList
        rows={[
          { key: columns.from, value: row.from_name },
          { key: columns.to, value: row.to_name },
          { key: columns.begun, value: shortDay(row.begun_on) },
          ...(row.ended_on ? [{ key: hand_overs.ended_on, value: shortDay(row.ended_on) }] : []),
          { key: hand_overs.note, value: paragraphs(row.note) },
        ]}
      />
      {props.go_on && (
        <form method="post" action={props.go_on}>
          <Button>{hand_overs.go_on}</Button>
        </form>
      )}
      <StepRow steps={props.steps} />
      <h2 class="govuk-heading-m">{hand_overs.items}</h2>
      <Table
        caption={hand_overs.items}
        caption_hidden
        rows={items}
        row_key={(item) => item.id}
        row_href={itemPath}
        empty={hand_overs.done}
        columns={[
          {
            key: 'record',
            title: columns.record,
            row_header: true,
            cell: (item) => (
              <Link href={itemPath(item)}>
                {item.kind === 'case-plan' ? hand_overs.plan : nameOf({ ...item, kind: item.kind }, language)}
              </Link>
            ),
          },
          { key: 'about', title: columns.about, cell: (item) => item.title },
          {
            key: 'now',
            title: columns.now,
            cell: (item) => {
              if (item.stays) return <Tag colour="red">{hand_overs.stays}</Tag>
              return item.moved_on ? hand_overs.moved(shortDay(item.moved_on)) : hand_overs.ended
            },
          },
        ]}
      />
      <History frame={frame} happened={props.happened} steps={backlog.steps} />
    </DeskPage>
  )
}
