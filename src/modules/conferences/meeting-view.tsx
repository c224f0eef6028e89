import { readPeriod } from '../../law/report-periods.ts'
import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow, Steps } from '../../ui/parts/steps.tsx'
import { Details, Inset, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { CommitmentLine } from '../commitments/queries.ts'
import { notation } from '../notices/letters.ts'
import { meetingPath, meetingsPath, publicMeetingPath } from './addresses.ts'
import { minuteOf } from './asked.ts'
import { Conclusion, Findings } from './findings-view.tsx'
import type { JoinedReport } from './grounds.ts'
import { AnswerTag, Guests, Reports, Rooms } from './guest-views.tsx'
import { type Guest, type MeetingFacts, spokenHost, withdrawnFrom } from './meeting.ts'
import { ProgrammeTable, StateTag, whenText } from './meeting-parts.tsx'
import type { PaperCounts } from './paper-queries.ts'
import { PaperNumbers } from './paper-views.tsx'
import type { Meeting, MeetingLetter, Reach } from './queries.ts'

/** Everything the page of one shows. */
export interface MeetingData {
  row: Meeting
  reach: Reach
  facts: MeetingFacts
  /** The viewer's own units among the guests. */
  mine: readonly Guest[]
  steps: readonly OfferedStep[]
  papers: PaperCounts
  reports: readonly JoinedReport[]
  commitments: readonly CommitmentLine[]
  owners: ReadonlyMap<string, string>
  letters: readonly MeetingLetter[]
  cluster: string | null
  happened: readonly Happened[]
}

/** Steps by the part of the page in which they stand; the others stand on top. */
const groups = {
  frame: ['correct', 'move', 'name-host', 'drop-host', 'cancel'],
  guests: ['list-guests', 'drop-guest', 'add-room', 'drop-room'],
  programme: ['add-item', 'drop-item', 'issue-programme'],
  day: ['note-attendance', 'report-room', 'record-speech', 'drop-speech'],
  after: ['write-finding', 'drop-finding', 'write-conclusion', 'note-promise'],
} as const
const moving: readonly string[] = ['invite', 'answer-invitation', 'hold', 'conclude', 'close']

/** Steps that take an entry off: offered where there is one. */
const drops: Readonly<Record<string, (row: Meeting) => number>> = {
  'drop-host': (row) => row.hosts.length - 1,
  'drop-guest': (row) => row.invited.length,
  'drop-room': (row) => row.rooms.length,
  'drop-item': (row) => row.programme.length,
  'drop-speech': (row) => row.speeches.length,
  'drop-finding': (row) => row.findings.length,
}

/** More steps than these are one touch away. */
const historyShown_max = 15

/** One meeting, as far as the viewer reads it. */
export function MeetingPage({ frame, data }: { frame: Frame; data: MeetingData }) {
  const { conferences: w, law } = words(frame.language)
  const { row, reach } = data
  const all = reach === 'all'
  const rowOf = (group: keyof typeof groups) => {
    const names: readonly string[] = groups[group]
    const there = (step: string) => (drops[step]?.(row) ?? 1) > 0
    return (
      <StepRow
        steps={data.steps.filter((one) => one.refusal === null && names.includes(one.step) && there(one.step))}
      />
    )
  }
  const steps: Readonly<Record<string, { done: string }>> = law.steps.meeting
  const { history } = words(frame.language).frame
  const done = Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))
  const told = <History frame={frame} happened={data.happened} steps={done} />
  return (
    <DeskPage frame={frame} title={row.title} current="conferences" back={{ href: meetingsPath, text: w.title }}>
      <h1 class="govuk-heading-l">{row.title}</h1>
      <Facts frame={frame} data={data} />
      <Steps
        steps={data.steps.filter((one) => moving.includes(one.step) && (!all || one.step !== 'answer-invitation'))}
        words={{ closed: w.closed_steps, none: w.no_steps }}
      />
      {all && rowOf('frame')}
      <Moves frame={frame} row={row} />
      <h2 class="govuk-heading-m">{w.groups.guests}</h2>
      {all ? (
        <Guests frame={frame} row={row} may_answer={row.state === 'invited'} />
      ) : (
        <OwnAnswers frame={frame} mine={data.mine} />
      )}
      {all && rowOf('guests')}
      <h2 class="govuk-heading-m">{w.groups.programme}</h2>
      <Programme frame={frame} data={data} />
      {all && rowOf('programme')}
      {all && <PaperNumbers frame={frame} meeting={row} counts={data.papers} />}
      {(all || row.speeches.length > 0 || row.state === 'invited') && <h2 class="govuk-heading-m">{w.groups.day}</h2>}
      {all && <Rooms frame={frame} row={row} with_codes={row.state === 'invited' || row.state === 'held'} />}
      {rowOf('day')}
      <Speeches frame={frame} row={row} />
      {all && row.period !== null && (
        <>
          <h2 class="govuk-heading-m">{w.reports.caption}</h2>
          <Reports frame={frame} row={row} reports={data.reports} />
        </>
      )}
      {(row.state === 'held' || row.concluded_on !== null) && (
        <>
          <h2 class="govuk-heading-m">{w.groups.after}</h2>
          {(all || row.concluded_on !== null) && <Findings frame={frame} data={data} />}
          {all && rowOf('after')}
          <Conclusion frame={frame} data={data} />
        </>
      )}
      <Letters frame={frame} data={data} />
      {all && data.happened.length > historyShown_max ? <Details summary={history.title}>{told}</Details> : all && told}
    </DeskPage>
  )
}

function Facts({ frame, data }: { frame: Frame; data: MeetingData }) {
  const { conferences: w, reports } = words(frame.language)
  const { row } = data
  const names = (role: 'organiser' | 'chair') => row.hosts.filter((one) => one.role === role).map(spokenHost)
  const period = row.period === null ? null : readPeriod(row.period)
  const rows = [
    { key: w.summary.kind, value: w.kinds[row.kind] },
    { key: w.summary.state, value: <StateTag state={row.state} language={frame.language} /> },
    { key: w.summary.when, value: whenText(row, frame.language) },
    { key: w.summary.where, value: `${row.place ?? w.online_only} (${w.modes[row.mode]})` },
    row.online_address && { key: w.summary.online, value: row.online_address },
    { key: w.summary.organisers, value: names('organiser').join('; ') },
    names('chair').length > 0 && { key: w.summary.chairs, value: names('chair').join('; ') },
    row.purpose && { key: w.summary.purpose, value: row.purpose },
    row.answer_by && { key: w.summary.answer_by, value: shortDay(row.answer_by) },
    data.cluster && { key: w.summary.cluster, value: data.cluster },
    period && { key: w.summary.period, value: reports.periods[period.kind](period.year) },
    {
      key: w.summary.public,
      value:
        row.is_public && row.state !== 'planned' ? (
          <Link href={publicMeetingPath(row)}>{w.yes}</Link>
        ) : row.is_public ? (
          w.yes
        ) : (
          w.no
        ),
    },
    row.state === 'cancelled' && { key: w.summary.cancelled, value: row.end_note ?? '' },
  ]
  return (
    <>
      <SummaryList rows={rows.flatMap((one) => (one ? [one] : []))} />
      <p class="govuk-body">
        <Link href={meetingPath(row, 'lich.ics')}>{w.calendar}</Link>
      </p>
    </>
  )
}

function Moves({ frame, row }: { frame: Frame; row: Meeting }) {
  const { conferences: w } = words(frame.language)
  if (row.moves.length === 0) return null
  return (
    <Inset>
      <strong>{w.moves}</strong>
      <ul class="govuk-list">
        {row.moves.map((one, index) => (
          <li key={index}>
            {w.moved(shortDay(Temporal.PlainDate.from(one.held_on)), one.starts, one.place ?? '', one.reason)}
          </li>
        ))}
      </ul>
    </Inset>
  )
}

function OwnAnswers({ frame, mine }: { frame: Frame; mine: readonly Guest[] }) {
  const { conferences: w } = words(frame.language)
  return (
    <ul class="govuk-list">
      {mine.map((one) => (
        <li key={one.id}>
          {one.name}: <AnswerTag frame={frame} guest={one} />{' '}
          {one.answer?.coming ? w.guests.people(String(one.answer.people)) : ''} {one.answer?.who}
        </li>
      ))}
    </ul>
  )
}

function Programme({ frame, data }: { frame: Frame; data: MeetingData }) {
  const { row, facts, reach } = data
  const { programme: w } = words(frame.language).conferences
  const last = row.programme_versions.at(-1)
  const items = reach === 'all' ? row.programme : (last?.items ?? [])
  const gone = withdrawnFrom(last?.items ?? [], facts)
  const days = row.held_on.until(row.until_on).days + 1
  const used = items.reduce((sum, one) => sum + one.minutes, 0)
  const free = days * (minuteOf(row.ends) - minuteOf(row.starts)) - used
  const spoken = (minutes: number) => w.minutes(String(minutes))
  const editable = reach === 'all' && (row.state === 'planned' || row.state === 'invited')
  const changed = last !== undefined && JSON.stringify(last.items) !== JSON.stringify(row.programme)
  return (
    <>
      {gone.map((item) => (
        <Warning key={item.id}>{w.withdrawn_paper(item.title)}</Warning>
      ))}
      {reach === 'all' && changed && gone.length === 0 && <Inset>{w.changed}</Inset>}
      <ProgrammeTable
        frame={frame}
        items={items}
        caption={w.caption}
        caption_hidden
        {...(editable ? { edit: (item) => `${meetingPath(row, 'add-item')}?muc=${item.id}` } : {})}
      />
      {items.length > 0 && <p class="govuk-body">{w.total(spoken(used), spoken(Math.max(free, 0)))}</p>}
      {row.programme_versions.length > 0 && (
        <Details summary={w.versions}>
          <ul class="govuk-list">
            {row.programme_versions.toReversed().map((one) => (
              <li key={one.version}>
                <Link href={`${meetingPath(row, 'chuong-trinh')}?ban=${one.version}`}>
                  {w.version(String(one.version), shortDay(Temporal.PlainDate.from(one.on)))}
                </Link>
                {one.reason && ` · ${w.reason(one.reason)}`}
                {one.withdrawn.length > 0 && ` · ${w.withdrawn(one.withdrawn.join('; '))}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Speeches({ frame, row }: { frame: Frame; row: Meeting }) {
  const { speeches: w } = words(frame.language).conferences
  if (row.speeches.length === 0) return null
  return (
    <section>
      <h3 class="govuk-heading-s">{w.caption}</h3>
      {row.speeches.map((one) => (
        <Details
          key={one.id}
          id={`speech-${one.id}`}
          summary={`${[one.speaker, one.post, one.unit].filter((part) => part).join(', ')} (${w.forms[one.form]})`}
        >
          {one.text.split('\n').map((line, index) => (
            <p key={index} class="govuk-body">
              {line}
            </p>
          ))}
          {one.file_id && (
            <p class="govuk-body">
              <Link href={`${meetingPath(row, 'tep')}/${one.file_id}`}>{w.file}</Link>
            </p>
          )}
        </Details>
      ))}
    </section>
  )
}

function Letters({ frame, data }: { frame: Frame; data: MeetingData }) {
  const { conferences: w } = words(frame.language)
  if (data.letters.length === 0) return null
  const list = (
    <ul class="govuk-list">
      {data.letters.map((one) => (
        <li key={one.id}>
          <Link href={`${meetingPath(data.row, 'van-ban')}/${one.id}`}>
            {w.letter_kinds[one.kind]} {notation(one.kind, one.data, one.number)}
          </Link>
          , {shortDay(one.issued_on)}
          {'to' in one.data && typeof one.data.to === 'string' && `: ${one.data.to}`}
        </li>
      ))}
    </ul>
  )
  return (
    <Details summary={`${w.letters} (${data.letters.length})`} open={data.letters.length <= 5}>
      {list}
    </Details>
  )
}
