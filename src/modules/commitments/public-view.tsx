/** What everybody reads: the public ledger, and one commitment with what happened to it. Words only where a person let them. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { Select, TextInput } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import { Pagination, SummaryList, type SummaryRow, Timeline, type TimelineItem } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Words, words } from '../../ui/words/words.ts'
import { commitmentPath, ledgerHref, publicPath, spanPath } from './addresses.ts'
import { StandingTag } from './commitment-list.tsx'
import { Due, endOf, Heads, ownerOf } from './commitment-view.tsx'
import { type LedgerFilter, standings } from './ledger.ts'
import { originPath } from './origins.ts'
import type { PublicLine } from './public-queries.ts'
import { type Commitment, type HeadInTime, rowsMax } from './queries.ts'

/** The ledger. */
export function PublicLedgerPage(props: {
  frame: Frame
  filter: LedgerFilter
  lines: readonly PublicLine[]
  units: readonly { id: string; name: string }[]
}) {
  const { frame, filter } = props
  const { commitments: w } = words(frame.language)
  const shown = props.lines.slice(0, rowsMax)
  const last = shown.at(-1)
  const more = props.lines.length > rowsMax && last
  const after = last && { on: (filter.sort === 'due' ? last.due_on : last.said_on).toString(), id: last.id }
  return (
    <PortalPage frame={frame} title={w.public.title}>
      <h1 class="govuk-heading-l">{w.public.title}</h1>
      <p class="govuk-body">{w.public.lead}</p>
      <p class="govuk-body">
        {w.public.redacted} <Link href={spanPath('public')}>{w.span_link}</Link>
      </p>
      <Filter {...props} />
      {shown.length === 0 ? <div class="gd-empty">{w.public.empty}</div> : <Lines frame={frame} lines={shown} />}
      <Pagination later={more && after ? ledgerHref(publicPath, { ...filter, after }) : undefined} />
    </PortalPage>
  )
}

/** A list, not a table: on a phone the words come first. */
function Lines({ frame, lines }: { frame: Frame; lines: readonly PublicLine[] }) {
  const { commitments: w } = words(frame.language)
  return (
    <ul class="govuk-list govuk-list--spaced">
      {lines.map((row) => (
        <li key={row.id}>
          <Link href={commitmentPath('public', row)}>{row.text ?? w.words_not_public}</Link>
          <br />
          {row.unit} · {originOf(row, w)} · {w.span.due(shortDay(row.due_on))} <StandingTag row={row} frame={frame} />
        </li>
      ))}
    </ul>
  )
}

const originOf = (row: { origin_kind: string; origin_title: string | null }, w: Words['commitments']) =>
  row.origin_title ? `${known(w.origins, row.origin_kind)}: ${row.origin_title}` : known(w.origins, row.origin_kind)

function Filter(props: { frame: Frame; filter: LedgerFilter; units: readonly { id: string; name: string }[] }) {
  const { filter } = props
  const { commitments: w } = words(props.frame.language)
  const names: Readonly<Record<string, string>> = { open: w.open, all: w.all, ...w.standing }
  return (
    <form method="get" action={publicPath} class="gd-filter">
      <Select
        name="don-vi"
        label={w.filters.unit}
        value={filter.unit_id}
        items={props.units.map(({ id, name }) => ({ value: id, label: name }))}
        empty={w.any}
      />
      <Select
        name="nguon"
        label={w.filters.origin}
        value={filter.origin_kind}
        items={Object.entries(w.origins).map(([value, label]) => ({ value, label }))}
        empty={w.any}
      />
      <Select
        name="tinh-hinh"
        label={w.filters.standing}
        value={filter.standing}
        items={standings.map((value) => ({ value, label: names[value] ?? value }))}
      />
      <TextInput name="nam" label={w.filters.year} value={filter.year?.toString()} width={4} inputmode="numeric" />
      <Button kind="secondary">{w.filter}</Button>
    </form>
  )
}

/** One commitment. */
export function PublicCommitmentPage(props: {
  frame: Frame
  row: Commitment
  heads: readonly HeadInTime[]
  steps: readonly OfferedStep[]
  /** Where the chain of replacements goes on, where that is public too. */
  replaced_by: string | null
  replaces: string | null
}) {
  const { frame, row } = props
  const { commitments: w } = words(frame.language)
  const p = w.page
  const origin = row.origin_public ? originPath('public', row) : null
  const named = originOf({ ...row, origin_title: row.origin_public ? row.origin_title : null }, w)
  const rows: (SummaryRow | null)[] = [
    { key: p.owner, value: ownerOf(row, w) },
    { key: p.heads, value: <Heads row={row} heads={props.heads} w={w} /> },
    { key: p.origin, value: origin ? <Link href={origin}>{named}</Link> : named },
    { key: p.said_on, value: shortDay(row.said_on) },
    { key: p.force, value: w.promises.forces[row.force] },
    { key: p.due, value: <Due row={row} w={w} /> },
    row.evidence ? { key: p.evidence, value: paragraphs(row.evidence) } : null,
    endOf(row, w),
    row.why ? { key: p.why, value: paragraphs(row.why) } : null,
    props.replaced_by ? { key: p.replaced_by, value: <Link href={props.replaced_by}>{p.see_it}</Link> } : null,
    props.replaces ? { key: p.replaces, value: <Link href={props.replaces}>{p.see_it}</Link> } : null,
  ]
  return (
    <PortalPage frame={frame} title={p.of(row.unit)} back={{ href: publicPath, text: w.public.title }}>
      <h1 class="govuk-heading-l">
        {p.of(row.unit)} <StandingTag row={row} frame={frame} />
      </h1>
      {row.public_text ? paragraphs(row.public_text) : <Inset>{w.words_not_public}.</Inset>}
      <SummaryList rows={rows.filter((one) => one !== null)} />
      <StepRow steps={props.steps} />
      <h2 class="govuk-heading-m">{w.public.happened}</h2>
      <Timeline heading_level={3} items={happenings(row, frame.on, w)} />
    </PortalPage>
  )
}

/** What happened, for everybody: days and kinds of step, no officer's name and no note of the desk. */
function happenings(row: Commitment, on: Temporal.PlainDate, w: Words['commitments']): TimelineItem[] {
  const { events } = w.public
  const found: { day: string; title: string }[] = [
    { day: row.said_on.toString(), title: events.said },
    ...row.extensions.map((one) => ({ day: one.on, title: events.extended })),
    ...row.taken_down.map((one) => ({ day: one.on, title: events['taken-down'] })),
    ...(row.published_on ? [{ day: row.published_on.toString(), title: events.published }] : []),
    ...(row.reported_on ? [{ day: row.reported_on.toString(), title: events.reported }] : []),
    ...(row.ended_on && (row.state === 'kept' || row.state === 'replaced' || row.state === 'not-kept')
      ? [{ day: row.ended_on.toString(), title: events[row.state] }]
      : []),
    { day: row.due_on.toString(), title: events.due },
  ]
  return found
    .sort((one, other) => one.day.localeCompare(other.day))
    .map(({ day, title }) => {
      const when = Temporal.PlainDate.from(day)
      return { title, datetime: day, date: shortDay(when), ahead: Temporal.PlainDate.compare(when, on) > 0 }
    })
}
