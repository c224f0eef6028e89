/** What is owed a year and what was held: for heads, clerks and the units above. Every figure opens the records it counts. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, signInFirst } from '../../http/pages.ts'
import { partyDialogueRules } from '../../law/party-dialogue-rules.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import { Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { State } from '../../ui/parts/state.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag, ToBeChecked } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { deskDialoguePath } from './addresses.ts'
import { type CountedDialogue, countedDialogues, type DutyLine, daysOf, dutyLines, type Span } from './duties.ts'
import { dutiesPath } from './project-addresses.ts'
import { worksWithProjects } from './project-queries.ts'
import { PartTabs } from './project-views.tsx'

const href = (span: Span, behind?: { unit_id: string; kind: string }) =>
  `${dutiesPath}${behind ? `/${behind.unit_id}/${behind.kind}` : ''}?nam=${span.year}${span.half ? '&ky=6t' : ''}`

function spanIn(c: Context<AppEnv>): Span {
  const asked = Number(/^20\d\d$/.exec(c.req.query('nam') ?? '')?.[0] ?? c.var.moment.on.year)
  return { year: asked, half: c.req.query('ky') === '6t' }
}

/** Registers `/cong-trinh/nghia-vu` and the records behind a figure. */
export function dutyPages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const asked = (work: (c: Context<AppEnv>) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return worksWithProjects(c.var.viewer) ? work(c) : (c.notFound() as Response)
  }
  app.get(
    dutiesPath,
    asked(async (c) => {
      const span = spanIn(c)
      const lines = await dutyLines(c.var.viewer, db.pool, span)
      return renderPage(c, <DutiesPage frame={frameOf(c)} span={span} lines={lines} />)
    }),
  )
  app.get(
    `${dutiesPath}/:unit{[0-9a-fA-F-]{36}}/:duty{[a-z-]{3,40}}`,
    asked(async (c) => {
      const { unit = '', duty = '' } = c.req.param() as Record<string, string>
      const span = spanIn(c)
      const found = isUuid(unit)
        ? await countedDialogues(c.var.viewer, db.pool, { ...span, unit_id: unit, kind: duty })
        : null
      if (!found) return c.notFound() as Response
      return renderPage(c, <BehindPage frame={frameOf(c)} span={span} kind={duty} {...found} />)
    }),
  )
}

function DutiesPage(props: { frame: Frame; span: Span; lines: readonly DutyLine[] }) {
  const { frame, span } = props
  const { dialogues } = words(frame.language)
  const w = dialogues.projects.duty
  const years = [frame.on.year, frame.on.year - 1].flatMap((year) => [
    { year, half: false },
    { year, half: true },
  ])
  const { columns } = w
  // Of one unit alone its name stands once, and its figures are in sight on a phone.
  const [only] = new Set(props.lines.map((row) => row.unit_id)).size === 1 ? props.lines : []
  return (
    <DeskPage frame={frame} title={w.title} current="dialogues">
      <PartTabs frame={frame} current="duties" />
      <h1>{only ? `${w.title}: ${only.unit}` : w.title}</h1>
      <p>{w.lead}</p>
      <Tabs
        label={w.year}
        items={years.map((one) => ({
          href: href(one),
          text: one.half ? w.half(one.year) : String(one.year),
          current: one.year === span.year && one.half === span.half,
        }))}
      />
      <Table
        caption={w.title}
        caption_hidden
        rows={props.lines}
        row_key={(row) => `${row.unit_id}${row.kind}`}
        row_href={(row) => href(span, row)}
        empty={w.none}
        columns={[
          ...(only
            ? []
            : [
                { key: 'unit', title: columns.unit, row_header: true, nowrap: true, cell: (row: DutyLine) => row.unit },
              ]),
          {
            key: 'duty',
            title: columns.duty,
            row_header: only !== undefined,
            cell: (row) => (
              <>
                {known(dialogues.kinds, row.kind)} <span class="gd-cite">({row.cite})</span>{' '}
                {row.unverified && <ToBeChecked />}
              </>
            ),
          },
          {
            key: 'required',
            title: columns.required,
            numeric: true,
            cell: (row) => number(row.required, frame.language),
          },
          {
            key: 'held',
            title: columns.held,
            numeric: true,
            cell: (row) => <Link href={href(span, row)}>{number(row.held, frame.language)}</Link>,
          },
          { key: 'head', title: columns.head, cell: (row) => row.head ?? w.nobody },
          {
            key: 'state',
            title: columns.state,
            nowrap: true,
            cell: (row) => <Stands row={row} span={span} frame={frame} />,
          },
        ]}
      />
      <p class="gd-muted">
        {w.party} <ToBeChecked />
      </p>
      <ul class="govuk-list gd-muted">
        {partyDialogueRules.map((row) => (
          <li key={row.level}>{w.party_row(known(w.levels, row.level), row.times_a_year, row.cite)}</li>
        ))}
      </ul>
    </DeskPage>
  )
}

/** Met, still to come, or missing once the year is over. */
function Stands({ row, span, frame }: { row: DutyLine; span: Span; frame: Frame }) {
  const { duty: w } = words(frame.language).dialogues.projects
  const missing = row.required - row.held
  if (missing <= 0) return <State state="settled">{w.met}</State>
  const over = Temporal.PlainDate.compare(frame.on, daysOf({ ...span, half: false }).to) > 0
  return over ? <State state="overdue">{w.late(missing)}</State> : <State state="due-soon">{w.owed(missing)}</State>
}

function BehindPage(props: { frame: Frame; span: Span; kind: string; unit: string; rows: readonly CountedDialogue[] }) {
  const { frame, span } = props
  const { dialogues } = words(frame.language)
  const { projects } = dialogues
  const w = projects.duty
  return (
    <DeskPage frame={frame} title={w.records} current="dialogues" back={{ href: href(span), text: w.title }}>
      <h1>
        {w.records}: {known(dialogues.kinds, props.kind)}, {props.unit}, {span.half ? w.half(span.year) : span.year}
      </h1>
      <Table
        caption={w.records}
        caption_hidden
        rows={props.rows}
        row_key={(row) => row.id}
        row_href={deskDialoguePath}
        empty={w.none_held}
        columns={[
          {
            key: 'title',
            title: projects.columns.title,
            row_header: true,
            cell: (row) => <Link href={deskDialoguePath(row)}>{row.title}</Link>,
          },
          {
            key: 'held',
            title: w.held_on,
            nowrap: true,
            cell: (row) => (
              <>
                {shortDay(row.held_on)} {row.late_notice && <Tag colour="yellow">{w.notice_short}</Tag>}
              </>
            ),
          },
          { key: 'head', title: w.head_then, cell: (row) => row.head ?? w.nobody },
        ]}
      />
    </DeskPage>
  )
}
