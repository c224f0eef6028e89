/** Pages of papers at the desk: what a unit owes, a meeting's topics and papers, one topic, one paper. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { meetingPath } from './addresses.ts'
import type { PapersMeeting } from './organisers.ts'
import { DueDay } from './own-papers-views.tsx'
import { type PaperRow, readsBlind } from './paper.ts'
import { meetingPapersPath, paperPath, papersPath, topicPath } from './paper-addresses.ts'
import { type FoundPaper, type PaperCounts, type PaperFilter, paperFilters, type TopicLine } from './paper-queries.ts'
import { hiddenName, hideIn, namesIn } from './paper-text.tsx'
import type { TopicRow } from './topic.ts'

/** Everything of a meeting's papers. */
export interface MeetingPapers {
  key: { unit_id: string; id: string }
  meeting: PapersMeeting
  counts: PaperCounts
  filter: PaperFilter
  papers: readonly PaperRow[]
  topics: readonly TopicLine[]
  steps: readonly OfferedStep[]
  /** Of the volume: what it is called and where it is; null while it cannot be begun. */
  volume: { href: string; text: string } | null
  /** Ids of papers the viewer reviews blind: nothing tells whose they are. */
  blind_ids: readonly string[]
}

/** Topics with who has not delivered, and the papers by state. */
export function MeetingPapersPage(props: { frame: Frame; data: MeetingPapers }) {
  const { frame, data } = props
  const w = words(frame.language).conferences.papers
  const n = (value: number) => number(value, frame.language)
  const title = w.title(data.meeting.title)
  const href = (filter: PaperFilter) =>
    filter === 'all' ? meetingPapersPath(data.key) : `${meetingPapersPath(data.key)}?loc=${filter}`
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="conferences"
      back={{ href: meetingPath(data.key), text: w.back_to_meeting }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{w.line(n(data.counts.all), n(data.counts.presented))}</p>
      <StepRow steps={data.steps} />
      {data.volume && (
        <p class="govuk-body">
          <Link href={data.volume.href}>{data.volume.text}</Link>
        </p>
      )}
      <Tabs
        label={w.index_title}
        items={paperFilters.map((filter) => ({
          href: href(filter),
          text: w.filters[filter],
          count: data.counts[filter],
          current: filter === data.filter,
        }))}
      />
      <PaperTable frame={frame} papers={data.papers} topics={data.topics} blind_ids={data.blind_ids} />
      <h2 class="govuk-heading-m">{w.topics}</h2>
      {data.topics.length === 0 && <Inset>{w.no_topics}</Inset>}
      {data.topics.map((topic) => (
        <section key={topic.id}>
          <h3 class="govuk-heading-s">
            <Link href={topicPath(topic)}>{topic.title}</Link> {topic.open_call && <Tag>{w.open_call}</Tag>}{' '}
            {topic.blind && <Tag colour="grey">{w.blind}</Tag>}
          </h3>
          <p class="govuk-body">
            {w.columns.due}: <DueDay on={topic.due_on} frame={frame} /> · {w.counts.received(n(topic.papers))}
          </p>
          <Missing frame={frame} topic={topic} />
        </section>
      ))}
    </DeskPage>
  )
}

/** Who has not delivered. */
function Missing({ frame, topic }: { frame: Frame; topic: TopicLine }) {
  const w = words(frame.language).conferences.papers
  if (topic.units.length === 0) return null
  const missing = topic.units.filter((one) => one.paper_id === null)
  if (missing.length === 0) return <p class="govuk-body">{w.all_delivered}</p>
  return (
    <details class="govuk-details" open={missing.length <= 12}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{w.missing(number(missing.length, frame.language))}</span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list govuk-list--bullet">
          {missing.map((one) => (
            <li key={one.unit_id}>
              {one.name}
              {one.told_on && ` (${w.told_on(shortDay(Temporal.PlainDate.from(one.told_on)))})`}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function PaperTable(props: {
  frame: Frame
  papers: readonly PaperRow[]
  topics: readonly TopicRow[]
  blind_ids: readonly string[]
}) {
  const { frame } = props
  const { law, conferences } = words(frame.language)
  const w = conferences.papers
  const dueOf = (row: PaperRow) => props.topics.find((one) => one.id === row.topic_id)?.due_on
  return (
    <Table
      caption={w.index_title}
      caption_hidden
      rows={props.papers}
      row_key={(row) => row.id}
      row_href={paperPath}
      empty={w.none}
      columns={[
        { key: 'place', title: w.columns.place, numeric: true, cell: (row) => row.place ?? '' },
        {
          key: 'title',
          title: w.columns.title,
          row_header: true,
          cell: (row) => <Link href={paperPath(row)}>{row.title}</Link>,
        },
        {
          key: 'authors',
          title: w.columns.authors,
          cell: (row) =>
            props.blind_ids.includes(row.id) ? hiddenName : row.authors.map((one) => one.name).join(', '),
        },
        {
          key: 'received',
          title: w.columns.received,
          nowrap: true,
          cell: (row) => {
            const due = dueOf(row)
            const late = due !== undefined && Temporal.PlainDate.compare(row.received_on, due) > 0
            return (
              <>
                {shortDay(row.received_on)} {late && <Tag colour="yellow">{w.late}</Tag>}
              </>
            )
          },
        },
        { key: 'state', title: w.columns.state, cell: (row) => known(law.states.paper, row.state) },
      ]}
    />
  )
}

/** One topic, with what to do about it. */
export function TopicPage(props: {
  frame: Frame
  row: TopicRow
  meeting: PapersMeeting
  units: readonly string[]
  steps: readonly OfferedStep[]
  /** An organiser goes back to the list, an asked unit to its own page. */
  reads_all: boolean
}) {
  const { frame, row, meeting } = props
  const { law, conferences } = words(frame.language)
  const w = conferences.papers
  const back = props.reads_all
    ? { href: meetingPapersPath({ unit_id: row.unit_id, id: row.meeting_id }), text: w.back_to_list }
    : { href: papersPath, text: w.index_title }
  const rows: (SummaryRow | false | null)[] = [
    { key: w.facts.meeting, value: meeting.title },
    { key: w.facts.due_on, value: <DueDay on={row.due_on} frame={frame} /> },
    row.what !== null && { key: w.facts.what, value: paragraphs(row.what) },
    props.reads_all && props.units.length > 0 && { key: w.facts.asked, value: props.units.join(', ') },
    row.end_note !== null && { key: w.labels.end_note, value: row.end_note },
  ]
  return (
    <DeskPage frame={frame} title={row.title} current="conferences" wide={false} back={back}>
      <h1 class="govuk-heading-l">
        {row.title} <Tag>{known(law.states.topic, row.state)}</Tag>
      </h1>
      {row.blind && <Inset>{w.blind}</Inset>}
      <SummaryList rows={rows.filter((one): one is SummaryRow => Boolean(one))} />
      <StepRow steps={props.steps} />
    </DeskPage>
  )
}

/** Everything of one paper. */
export interface PaperData {
  found: FoundPaper
  units: readonly string[]
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}

/** One paper, as much of it as the viewer reads. */
export function PaperPage(props: { frame: Frame; data: PaperData }) {
  const { frame, data } = props
  const { row, meeting, topic, reach } = data.found
  const { law, conferences } = words(frame.language)
  const w = conferences.papers
  const blind = reach === 'reviewer' && row.blind
  const back =
    reach === 'all'
      ? { href: meetingPapersPath({ unit_id: row.unit_id, id: row.meeting_id }), text: w.back_to_list }
      : { href: papersPath, text: w.index_title }
  const rows: (SummaryRow | false | null)[] = [
    { key: w.facts.meeting, value: meeting.title },
    { key: w.facts.topic, value: topic.title },
    !blind && { key: w.facts.authors, value: <Authors row={row} /> },
    !blind && data.units.length > 0 && { key: w.facts.units, value: data.units.join(', ') },
    { key: w.facts.received_on, value: `${shortDay(row.received_on)} · ${w.via[row.via]}` },
    row.place !== null && {
      key: w.facts.place,
      value: w.place_said(String(row.place), number(row.minutes ?? 0, frame.language)),
    },
    reach !== 'reviewer' &&
      row.decision_note !== null && { key: w.facts.decision, value: paragraphs(row.decision_note) },
    reach !== 'reviewer' && { key: w.facts.contact, value: row.print_contact ? w.contact_yes : w.contact_no },
    row.withdrawn_note !== null && { key: w.facts.withdrawn, value: paragraphs(row.withdrawn_note) },
  ]
  const steps: Readonly<Record<string, { done: string }>> = law.steps.paper
  const done = Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))
  return (
    <DeskPage frame={frame} title={row.title} current="conferences" wide={false} back={back}>
      <h1 class="govuk-heading-l">
        {row.title} <Tag>{known(law.states.paper, row.state)}</Tag>
      </h1>
      {row.withdrawn_on && (
        <Warning>{(row.was_on_programme ? w.was_on_programme : w.withdrawn_on)(shortDay(row.withdrawn_on))}</Warning>
      )}
      {blind && <Inset>{w.read_blind}</Inset>}
      <SummaryList rows={rows.filter((one): one is SummaryRow => Boolean(one))} />
      <StepRow steps={data.steps} />
      {row.abstract !== null && (
        <>
          <h2 class="govuk-heading-m">{w.abstract}</h2>
          {paragraphs(blind ? hideIn(row.abstract, namesIn({ ...row, units: data.units })) : row.abstract)}
        </>
      )}
      <p class="govuk-body">
        <Link href={paperPath(row, 'doc')}>{w.read}</Link>
      </p>
      {reach !== 'reviewer' && <Versions frame={frame} row={row} />}
      {reach !== 'reviewer' && <Remarks frame={frame} row={row} named={reach === 'all'} />}
      {reach === 'all' && row.reviews.length > 0 && <Reviews frame={frame} row={row} />}
      {reach === 'all' && <History frame={frame} happened={data.happened} steps={done} />}
    </DeskPage>
  )
}

function Authors({ row }: { row: PaperRow }) {
  return (
    <ul class="govuk-list">
      {row.authors.map((one) => (
        <li key={one.name}>{[one.name, one.unit, one.mail, one.phone].filter((part) => part !== null).join(' · ')}</li>
      ))}
    </ul>
  )
}

/** The files of a paper, the newest first, and what the volume will lose of the newest. */
export function Versions(props: { frame: Frame; row: PaperRow; href?: (no: number) => string }) {
  const { frame, row } = props
  const w = words(frame.language).conferences.papers
  const href = props.href ?? ((no: number) => paperPath(row, `tep/${no}`))
  const losses = row.versions.at(-1)?.losses ?? []
  return (
    <>
      <h2 class="govuk-heading-m">{w.versions}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {row.versions.toReversed().map((one) => (
          <li key={one.no}>
            <Link href={href(one.no)}>
              {w.version(String(one.no), shortDay(Temporal.PlainDate.from(one.on)), one.by)}
            </Link>{' '}
            · {w.words(number(one.words, frame.language))}
          </li>
        ))}
      </ul>
      {losses.length > 0 && (
        <Inset>
          <p class="govuk-body">
            <strong>{w.losses_title}</strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {losses.map((one) => (
              <li key={one}>{w.losses[one]}</li>
            ))}
          </ul>
        </Inset>
      )}
    </>
  )
}

/** What the editors asked for; who wrote it is told to organisers alone. */
export function Remarks({ frame, row, named }: { frame: Frame; row: PaperRow; named: boolean }) {
  const w = words(frame.language).conferences.papers
  if (row.remarks.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{w.remarks}</h2>
      {row.remarks.toReversed().map((one) => {
        const on = shortDay(Temporal.PlainDate.from(one.on))
        const said = named ? w.remark(on, one.by, String(one.version)) : w.remark_unnamed(on, String(one.version))
        return (
          <section key={`${one.on}${one.text}`}>
            <p class="gd-muted">{said}</p>
            {paragraphs(one.text)}
          </section>
        )
      })}
    </>
  )
}

function Reviews({ frame, row }: { frame: Frame; row: PaperRow }) {
  const w = words(frame.language).conferences.papers
  return (
    <>
      <h2 class="govuk-heading-m">{w.reviews}</h2>
      {row.reviews.map((one) => (
        <section key={one.account_id}>
          <h3 class="govuk-heading-s">
            {w.review_of(one.name)} {one.mark && <Tag>{w.marks[one.mark]}</Tag>}
          </h3>
          {one.text === null ? <p class="govuk-body">{w.review_waits}</p> : paragraphs(one.text)}
        </section>
      ))}
    </>
  )
}

/** The numbers of papers on the meeting's own page, each the list it counts. */
export function PaperNumbers(props: { frame: Frame; meeting: { unit_id: string; id: string }; counts: PaperCounts }) {
  const w = words(props.frame.language).conferences.papers
  const n = (value: number) => number(value, props.frame.language)
  const shown = [
    ['all', w.counts.received],
    ['presented', w.counts.presented],
    ['accepted', w.counts.accepted],
    ['withdrawn', w.counts.withdrawn],
  ] as const
  return (
    <section>
      <h2 class="govuk-heading-m">{w.index_title}</h2>
      <ul class="govuk-list">
        {shown.map(([filter, say]) => (
          <li key={filter}>
            <Link href={`${meetingPapersPath(props.meeting)}${filter === 'all' ? '' : `?loc=${filter}`}`}>
              {say(n(props.counts[filter]))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Ids of the papers in a list that this viewer reads blind. */
export function blindIds(papers: readonly PaperRow[], viewer: Parameters<typeof readsBlind>[1]): string[] {
  return papers.filter((one) => readsBlind(one, viewer)).map((one) => one.id)
}
