/** One commitment for officers: what was said, who answers for it then and now, what became of it. */
import type { ComponentChildren } from 'preact'
import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Words, words } from '../../ui/words/words.ts'
import type { AttachmentRow } from '../files/queries.ts'
import { commitmentPath, deskPath } from './addresses.ts'
import { StandingTag } from './commitment-list.tsx'
import { originPath } from './origins.ts'
import type { Commitment, HeadInTime } from './queries.ts'

/** What stands beside it in a chain of replacements. */
export interface Beside {
  href: string
  text: string
}

/** The page. */
export function CommitmentPage(props: {
  frame: Frame
  row: Commitment
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
  heads: readonly HeadInTime[]
  files: readonly AttachmentRow[]
  replaced_by: Beside | null
  replaces: Beside | null
}) {
  const { frame, row } = props
  const { commitments: w, law } = words(frame.language)
  const p = w.page
  const steps: Readonly<Record<string, { done: string }>> = law.steps.commitment
  const done = Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))
  // Commitments are made by the program, not by whoever installed it.
  const happened = props.happened.map((one) => ({ ...one, actor: one.actor ?? law.standings.program }))
  const origin = originPath('desk', row)
  const named = `${known(w.origins, row.origin_kind)}: ${row.origin_title} (${row.origin_unit})`
  const rows: (SummaryRow | null)[] = [
    { key: p.owner, value: ownerOf(row, w) },
    row.helper_names.length > 0 ? { key: p.helpers, value: row.helper_names.join(', ') } : null,
    { key: p.heads, value: <Heads row={row} heads={props.heads} w={w} /> },
    { key: p.origin, value: origin ? <Link href={origin}>{named}</Link> : named },
    { key: p.said_on, value: shortDay(row.said_on) },
    { key: p.force, value: w.promises.forces[row.force] },
    { key: p.due, value: <Due row={row} w={w} /> },
    endOf(row, w),
    props.replaced_by && { key: p.replaced_by, value: <BesideLink to={props.replaced_by} /> },
    props.replaces && { key: p.replaces, value: <BesideLink to={props.replaces} /> },
    row.why ? { key: p.why, value: paragraphs(row.why) } : null,
  ]
  return (
    <DeskPage
      frame={frame}
      title={p.of(row.unit)}
      current="commitments"
      wide={false}
      back={{ href: deskPath, text: w.title }}
    >
      <h1 class="govuk-heading-l">
        {p.of(row.unit)} <StandingTag row={row} frame={frame} />
      </h1>
      <h2 class="govuk-heading-m">{p.text}</h2>
      {paragraphs(row.text)}
      <SummaryList rows={rows.filter((one) => one !== null)} />
      <Result row={row} files={props.files} w={w} />
      <Public row={row} w={w} />
      {row.progress.length > 0 && <Notes title={p.progress} notes={row.progress} />}
      {row.sent_back.length > 0 && (
        <Notes title={p.sent_back} notes={row.sent_back.map(({ on, by, reason }) => ({ on, by, text: reason }))} />
      )}
      {row.corrections.length > 0 && (
        <Notes
          title={p.corrections}
          notes={row.corrections.map(({ on, by, from, to, reason }) => ({
            on,
            by,
            text: `${p.corrected(from, to)} (${reason})`,
          }))}
        />
      )}
      <StepRow steps={props.steps} />
      <History frame={frame} happened={happened} steps={done} />
    </DeskPage>
  )
}

const BesideLink = ({ to }: { to: Beside }) => <Link href={to.href}>{to.text.slice(0, 200)}</Link>

/** The owner, and who carries its work on where it is no more. */
export function ownerOf(row: Pick<Commitment, 'unit' | 'carried_by'>, w: Words['commitments']): string {
  return row.carried_by.length > 0 ? `${row.unit} (${w.page.carried_by(row.carried_by.join(', '))})` : row.unit
}

/** Both names with their days where the head changed, and every head between. */
export function Heads({
  row,
  heads,
  w,
}: {
  row: Pick<Commitment, 'head_then' | 'head_now' | 'said_on' | 'ended_on'>
  heads: readonly HeadInTime[]
  w: Words['commitments']
}) {
  const p = w.page
  if (heads.length === 0)
    return <>{row.head_then ? p.head_then(row.head_then.name, shortDay(row.said_on)) : p.nobody}</>
  if (heads.length === 1) return <>{heads[0]?.name}</>
  const said = (one: HeadInTime) => Temporal.PlainDate.compare(one.from_on, row.said_on) <= 0
  const now = (one: HeadInTime) => one.until_on === null && row.ended_on === null
  return (
    <ul class="govuk-list">
      {heads.map((one) => (
        <li key={`${one.name}${one.from_on}`}>
          {p.head_span(one.name, shortDay(one.from_on), one.until_on ? shortDay(one.until_on) : null)}
          {said(one) && ` (${p.on_day_said})`}
          {now(one) && ` (${p.today})`}
        </li>
      ))}
    </ul>
  )
}

/** The last day with its reasons: rolled from a day off, extended by whom. */
export function Due({
  row,
  w,
}: {
  row: Pick<Commitment, 'due_on' | 'named_on' | 'extensions'>
  w: Words['commitments']
}) {
  const reasons: ComponentChildren[] = [
    ...(row.due_on.equals(row.named_on) ? [] : [w.page.rolled(shortDay(row.named_on))]),
    ...row.extensions.map((one) => w.page.extended(short(one.from_on), short(one.on), one.by, one.reason)),
  ]
  return (
    <>
      {shortDay(row.due_on)}
      {reasons.length > 0 && (
        <ul class="govuk-list govuk-body-s">
          {reasons.map((one, index) => (
            <li key={index}>{one}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const short = (on: string) => shortDay(Temporal.PlainDate.from(on))

/** The end as one row; null while it is open. */
export function endOf(
  row: Pick<Commitment, 'kept_on' | 'confirmed_on' | 'confirmed_as' | 'ended_on' | 'state'>,
  w: Words['commitments'],
): SummaryRow | null {
  if (!row.ended_on) return null
  if (!row.kept_on) return { key: w.columns.end, value: shortDay(row.ended_on) }
  const confirmed = row.confirmed_on
    ? `; ${w.page.confirmed(shortDay(row.confirmed_on), known(w.page.confirmers, row.confirmed_as))}`
    : ''
  return { key: w.columns.end, value: `${w.page.kept_on(shortDay(row.kept_on))}${confirmed}` }
}

function Result({ row, files, w }: { row: Commitment; files: readonly AttachmentRow[]; w: Words['commitments'] }) {
  if (!row.evidence && files.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">
        {w.page.evidence}
        {row.reported_on && ` · ${w.page.reported_on(shortDay(row.reported_on))}`}
      </h2>
      {row.evidence && paragraphs(row.evidence)}
      {files.length > 0 && (
        <ul class="govuk-list">
          {files.map((file) => (
            <li key={file.id}>
              <Link href={`/tep/${row.unit_id}/${file.id}`}>{file.name ?? w.page.files}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Public({ row, w }: { row: Commitment; w: Words['commitments'] }) {
  const p = w.page
  const shown = row.origin_public || row.published_on !== null
  return (
    <>
      <h2 class="govuk-heading-m">{p.public_text}</h2>
      {row.public_text ? paragraphs(row.public_text) : <Inset>{shown ? p.not_public : p.hidden}</Inset>}
      {row.taken_down.map((one) => (
        <p key={one.on} class="govuk-body-s">
          {p.taken_down(short(one.on))} {one.by}: {one.reason}
        </p>
      ))}
      {shown && (
        <p class="govuk-body">
          <Link href={commitmentPath('public', row)}>{p.public_link}</Link>
        </p>
      )}
    </>
  )
}

function Notes({ title, notes }: { title: string; notes: readonly { on: string; by: string; text: string }[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {notes.map((note) => (
          <li key={`${note.on}${note.text}`}>
            {short(note.on)}
            {note.by && ` · ${note.by}`}: {note.text}
          </li>
        ))}
      </ul>
    </>
  )
}
