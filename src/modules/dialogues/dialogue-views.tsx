/** The desk's list of dialogues, the page of one, and the form of one piece of it. */
import type { z } from 'zod'
import type { DueAnswer } from '../../law/due.ts'
import type { Happened } from '../../platform/actions/timeline.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import type { Choice } from '../../ui/parts/fields.tsx'
import { FormOf, type FormWords } from '../../ui/parts/form.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs, recordPath } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, Steps } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { CommitmentLine } from '../commitments/queries.ts'
import type { ComplaintDialogue } from '../complaints/queries.ts'
import type { DocumentRow } from '../notices/queries.ts'
import { deskDialoguePath, deskPath, portalDialoguePath } from './addresses.ts'
import { Groups, Letters, Minutes, Promises } from './dialogue-part-views.tsx'
import type { DialogueQuestionRow } from './dialogue-question.ts'
import { PartTabs } from './project-views.tsx'
import type { Dialogue, DialogueLine, QuestionCounts, Shown } from './queries.ts'
import { stateColours } from './state-colours.ts'

const spaced = (text: string) => text.replaceAll(';', '; ')

/** The list. */
export function DialoguesPage(props: {
  frame: Frame
  shown: Shown
  lines: readonly DialogueLine[]
  of_complaints: readonly ComplaintDialogue[]
  may_plan: boolean
}) {
  const { frame, shown } = props
  const { dialogues: w, law } = words(frame.language)
  return (
    <DeskPage frame={frame} title={w.title} current="dialogues">
      <PartTabs frame={frame} current="dialogues" />
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.desk.lead}</p>
      {props.may_plan && <Button href={`${deskPath}/plan`}>{law.steps.dialogue.plan.button}</Button>}
      <Tabs
        label={w.desk.columns.state}
        items={[
          { href: deskPath, text: w.desk.tabs.coming, current: shown === 'coming' },
          { href: `${deskPath}?xem=da-to-chuc`, text: w.desk.tabs.held, current: shown === 'held' },
          { href: `${deskPath}?xem=tat-ca`, text: w.desk.tabs.all, current: shown === 'all' },
        ]}
      />
      <Table
        caption={w.title}
        caption_hidden
        rows={props.lines}
        row_key={(row) => row.id}
        row_href={deskDialoguePath}
        empty={w.desk.empty}
        columns={[
          {
            key: 'title',
            title: w.desk.columns.title,
            row_header: true,
            cell: (row) => (
              <>
                <Link href={deskDialoguePath(row)}>{row.title}</Link> <span class="gd-cite">{w.kinds[row.kind]}</span>
              </>
            ),
          },
          { key: 'unit', title: w.desk.columns.unit, cell: (row) => row.unit },
          { key: 'held', title: w.desk.columns.held_on, nowrap: true, cell: (row) => shortDay(row.held_on) },
          {
            key: 'state',
            title: w.desk.columns.state,
            cell: (row) => <Tag colour={stateColours[row.state]}>{known(law.states.dialogue, row.state)}</Tag>,
          },
          { key: 'due', title: w.desk.columns.due, cell: (row) => <Owed frame={frame} row={row} /> },
          {
            key: 'people',
            title: w.desk.columns.people,
            numeric: true,
            cell: (row) => (row.people === null ? '' : number(row.people, frame.language)),
          },
        ]}
      />
      {props.of_complaints.length > 0 && <OfComplaints frame={frame} lines={props.of_complaints} />}
    </DeskPage>
  )
}

/** Dialogues that are a step of a complaint: each leads to its record. */
function OfComplaints({ frame, lines }: { frame: Frame; lines: readonly ComplaintDialogue[] }) {
  const { dialogues: w } = words(frame.language)
  return (
    <section aria-labelledby="khieu-nai">
      <h2 class="govuk-heading-m" id="khieu-nai">
        {w.kinds['within-complaint']}
      </h2>
      <Table
        caption={w.kinds['within-complaint']}
        caption_hidden
        rows={lines}
        row_key={(row) => row.id}
        row_href={(row) => recordPath('complaint', row)}
        empty={w.desk.empty}
        columns={[
          {
            key: 'title',
            title: w.desk.columns.title,
            row_header: true,
            cell: (row) => <Link href={recordPath('complaint', row)}>{row.title}</Link>,
          },
          { key: 'unit', title: w.desk.columns.unit, cell: (row) => row.unit },
          { key: 'held', title: w.desk.columns.held_on, nowrap: true, cell: (row) => shortDay(row.held_on) },
          {
            key: 'state',
            title: w.desk.columns.state,
            cell: (row) => (
              <Tag colour={row.held ? 'green' : 'blue'}>
                {row.held ? w.desk.complaint_held : w.desk.complaint_called}
              </Tag>
            ),
          },
        ]}
      />
    </section>
  )
}

/** What the unit owes next, and whether its day has passed. */
function Owed({ frame, row }: { frame: Frame; row: DialogueLine }) {
  const { desk } = words(frame.language).dialogues
  const late = (by: Temporal.PlainDate) => Temporal.PlainDate.compare(by, frame.on) < 0
  if (row.published_on) {
    const was_late = row.publish_by_on !== null && Temporal.PlainDate.compare(row.published_on, row.publish_by_on) > 0
    const said = was_late ? desk.published_late(shortDay(row.published_on)) : desk.published(shortDay(row.published_on))
    return was_late ? <Tag colour="yellow">{said}</Tag> : <span>{said}</span>
  }
  if (row.state === 'held' && row.publish_by_on) {
    const said = desk.publish_by(shortDay(row.publish_by_on))
    return late(row.publish_by_on) ? <Tag colour="red">{`▲ ${said}`}</Tag> : <span>{said}</span>
  }
  return null
}

/** Everything the page of a dialogue shows. */
export interface DialogueData {
  frame: Frame
  row: Dialogue
  steps: readonly OfferedStep[]
  /** Steps on groups, parts of the minutes and promises that are open now. */
  pieces: readonly OfferedStep[]
  notice: DueAnswer | null
  publish: DueAnswer | null
  counts: QuestionCounts
  owed: { answers: readonly DialogueQuestionRow[]; words: readonly DialogueQuestionRow[] }
  /** Works at the unit, and so reads questions. */
  works_here: boolean
  commitments: readonly CommitmentLine[]
  owners: readonly Choice[]
  letters: readonly DocumentRow[]
  happened: readonly Happened[]
}

/** One dialogue at the desk. */
export function DialoguePage(props: DialogueData) {
  const { frame, row } = props
  const { dialogues: w, law } = words(frame.language)
  const { desk } = w
  const names = Object.fromEntries(Object.entries(law.steps.dialogue).map(([step, said]) => [step, said.done]))
  return (
    <DeskPage frame={frame} title={row.title} current="dialogues" back={{ href: deskPath }}>
      <h1 class="govuk-heading-l">{row.title}</h1>
      <p>
        <Tag colour={stateColours[row.state]}>{known(law.states.dialogue, row.state)}</Tag> {w.kinds[row.kind]} ·{' '}
        {row.unit}
        {row.announced_on && (
          <>
            {' '}
            · <Link href={portalDialoguePath(row)}>{desk.public_page}</Link>
          </>
        )}
      </p>
      <NoticeIsLate {...props} />
      <section aria-labelledby="viec">
        <h2 class="govuk-heading-m" id="viec">
          {desk.next}
        </h2>
        <Steps steps={props.steps} words={desk.steps} />
      </section>
      <SummaryList rows={summaryOf(props)} />
      <Questions {...props} />
      <Groups {...props} />
      <Minutes {...props} />
      <Promises {...props} />
      <Letters {...props} />
      <History frame={frame} happened={props.happened} steps={names} />
    </DeskPage>
  )
}

function NoticeIsLate({ frame, row, notice }: DialogueData) {
  const { desk } = words(frame.language).dialogues
  if (row.state !== 'planned' || !notice || Temporal.PlainDate.compare(frame.on, notice.due) <= 0) return null
  return <Inset>{desk.notice_late}</Inset>
}

const whyHref = (rule: string, start: Temporal.PlainDate) => `/vi-sao?quy-tac=${rule}&tu=${start}`

function limitRow(frame: Frame, key: string, limit: DueAnswer | null, held_on: Temporal.PlainDate): SummaryRow {
  const { desk } = words(frame.language).dialogues
  if (limit === null) return { key, value: desk.no_limit }
  return {
    key,
    value: (
      <>
        {shortDay(limit.due)} · <Link href={whyHref(limit.rule, held_on)}>{desk.why}</Link>
      </>
    ),
  }
}

function summaryOf({ frame, row, notice, publish, counts }: DialogueData): SummaryRow[] {
  const { dialogues: w } = words(frame.language)
  const { desk } = w
  const said = (count: number) => number(count, frame.language)
  const rows: (SummaryRow | null)[] = [
    { key: desk.when, value: `${row.starts}–${row.ends}, ${shortDay(row.held_on)}` },
    { key: desk.where, value: [row.place, w.modes[row.mode], row.link].filter(Boolean).join(' · ') },
    { key: desk.chaired_by, value: row.chaired_by },
    row.together.length > 0 ? { key: desk.together, value: row.together.join('; ') } : null,
    { key: w.labels.about, value: paragraphs(row.about) },
    row.announced_on === null ? limitRow(frame, desk.latest_notice, notice, row.held_on) : null,
    row.announced_on
      ? { key: desk.notice, value: desk.announced(shortDay(row.announced_on), row.notice_where ?? '') }
      : null,
    ...row.moved.map((move) => ({
      key: desk.notice,
      value: `${desk.moved(shortIso(move.from_on), shortIso(move.to_on), shortIso(move.announced_on))}. ${move.reason}`,
    })),
    row.cancelled ? { key: w.portal.cancelled, value: `${shortIso(row.cancelled.on)}. ${row.cancelled.reason}` } : null,
    row.slips > 0
      ? {
          key: desk.print_slips,
          value: (
            <>
              {desk.handed_in(said(counts.slips), said(row.slips))} ·{' '}
              <Link href={`${deskDialoguePath(row)}/phieu`}>{desk.print_slips}</Link>
            </>
          ),
        }
      : null,
    row.attendance ? { key: desk.came, value: attendanceWords(frame, row) } : null,
    row.state === 'held' ? limitRow(frame, desk.publish_by_label, publish, row.held_on) : null,
    row.published_on ? { key: w.portal.results, value: publishedWords(frame, row) } : null,
    row.published_on
      ? {
          key: row.villages_told ? desk.villages : desk.villages_owed,
          value: row.villages_told ? `${shortIso(row.villages_told.on)}. ${row.villages_told.to}` : '–',
        }
      : null,
  ]
  return rows.filter((one) => one !== null)
}

const shortIso = (day: string) => shortDay(Temporal.PlainDate.from(day))

function attendanceWords(frame: Frame, row: Dialogue): string {
  const { desk } = words(frame.language).dialogues
  const said = (count: number) => number(count, frame.language)
  const { slips = 0, online = 0, paper = [] } = row.attendance ?? {}
  const sheets = paper.reduce((sum, one) => sum + one.people, 0)
  return `${desk.attendance(said(row.people ?? 0))}: ${desk.attendance_parts(said(slips), said(online), said(sheets))}`
}

function publishedWords(frame: Frame, row: Dialogue): string {
  const { portal } = words(frame.language).dialogues
  if (!row.published_on) return ''
  const late = row.publish_by_on !== null && Temporal.PlainDate.compare(row.published_on, row.publish_by_on) > 0
  return late && row.publish_by_on
    ? portal.published_late(shortDay(row.published_on), shortDay(row.publish_by_on))
    : portal.published(shortDay(row.published_on))
}

function Questions({ frame, row, counts, owed, works_here }: DialogueData) {
  const { desk } = words(frame.language).dialogues
  const said = (count: number) => number(count, frame.language)
  if (row.announced_on === null) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{desk.questions}</h2>
      <p>
        {desk.questions_lead(said(counts.asked), said(counts.unanswered))}
        {counts.signed_up > 0 && `; ${desk.signed_up(said(counts.signed_up))}`}.{' '}
        {works_here && <Link href={`${deskDialoguePath(row)}/cau-hoi`}>{desk.all_questions}</Link>}
      </p>
      {(owed.answers.length > 0 || owed.words.length > 0) && (
        <Inset>
          {[
            owed.answers.length > 0 && desk.owed_answers(said(owed.answers.length)),
            owed.words.length > 0 && desk.owed_words(said(owed.words.length)),
          ]
            .filter(Boolean)
            .join('; ')}
        </Inset>
      )}
    </section>
  )
}

/** The form of one piece: where somebody was faster, both texts are in sight. */
export function PiecePage(props: {
  frame: Frame
  title: string
  about: string
  action: string
  cancel: string
  schema: z.ZodObject
  form: FormWords
  values: FormValues
  errors: readonly Fault[]
  options: Readonly<Record<string, readonly Choice[]>>
  saved: string | null
}) {
  const { desk } = words(props.frame.language).dialogues
  return (
    <DeskPage
      frame={props.frame}
      title={props.title}
      current="dialogues"
      wide={false}
      faulty={props.errors.length > 0}
      back={{ href: props.cancel }}
    >
      <h1>{props.title}</h1>
      <p>{spaced(props.about)}</p>
      {props.saved !== null && (
        <Inset>
          <p>{desk.saved_lead}</p>
          <h2 class="govuk-heading-s">{desk.saved_there}</h2>
          {paragraphs(props.saved)}
        </Inset>
      )}
      <FormOf {...props} words={props.form} submit={props.title} />
    </DeskPage>
  )
}
