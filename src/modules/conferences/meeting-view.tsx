/** The page of one meeting at the desk, and the list of meetings. Pure functions of data. */
import { findingKinds } from '../../law/meeting-workflow.ts'
import { readPeriod } from '../../law/report-periods.ts'
import type { Happened } from '../../platform/actions/timeline.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow, Steps } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Details, Inset, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { CommitmentList } from '../commitments/commitment-list.tsx'
import type { CommitmentLine } from '../commitments/queries.ts'
import { notation } from '../notices/letters.ts'
import { meetingPath, meetingsPath, publicMeetingPath } from './addresses.ts'
import { minuteOf } from './asked.ts'
import type { JoinedReport } from './grounds.ts'
import { AnswerTag, Guests, Reports, Rooms } from './guest-views.tsx'
import { type Guest, type MeetingFacts, withdrawnFrom } from './meeting.ts'
import { groundHref, ProgrammeTable, StateTag, whenText } from './meeting-parts.tsx'
import type { PaperCounts } from './paper-queries.ts'
import { PaperNumbers } from './paper-views.tsx'
import type { Meeting, MeetingLetter, MeetingLine, Reach } from './queries.ts'

/** What the list shows. */
export function MeetingsPage(props: {
  frame: Frame
  lines: readonly MeetingLine[]
  may_plan: readonly { unit_id: string; name: string }[]
}) {
  const { frame, lines } = props
  const { conferences: w } = words(frame.language)
  const coming = (line: MeetingLine) => Temporal.PlainDate.compare(line.held_on, frame.on) >= 0
  return (
    <DeskPage frame={frame} title={w.title} current="conferences">
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      {props.may_plan.map((one) => (
        <p key={one.unit_id} class="govuk-body">
          <Button href={`${meetingsPath}/lap/${one.unit_id}`}>{w.plan_for(one.name)}</Button>
        </p>
      ))}
      <Lines frame={frame} title={w.upcoming} lines={lines.filter(coming)} />
      <Lines frame={frame} title={w.past} lines={lines.filter((line) => !coming(line))} />
    </DeskPage>
  )
}

function Lines({ frame, title, lines }: { frame: Frame; title: string; lines: readonly MeetingLine[] }) {
  const { conferences: w } = words(frame.language)
  return (
    <Table
      caption={title}
      rows={lines}
      row_key={(line) => line.id}
      row_href={(line) => meetingPath(line)}
      empty={
        <p class="govuk-body">
          {title}: {w.none}
        </p>
      }
      columns={[
        {
          key: 'title',
          title: w.columns.title,
          row_header: true,
          cell: (line) => <Link href={meetingPath(line)}>{line.title}</Link>,
        },
        { key: 'day', title: w.columns.day, nowrap: true, cell: (line) => `${shortDay(line.held_on)} ${line.starts}` },
        {
          key: 'state',
          title: w.columns.state,
          cell: (line) => <StateTag state={line.state} language={frame.language} />,
        },
        {
          key: 'answered',
          title: w.columns.answered,
          cell: (line) =>
            line.invites_me ? w.invited_here : line.invited === 0 ? '' : `${line.answered}/${line.invited}`,
        },
        { key: 'kind', title: w.columns.kind, cell: (line) => w.kinds[line.kind] },
        { key: 'organiser', title: w.columns.organiser, cell: (line) => line.unit },
      ]}
    />
  )
}

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
  const names = (role: 'organiser' | 'chair') =>
    row.hosts.filter((one) => one.role === role).map((one) => [one.person, one.unit].filter((part) => part).join(', '))
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

function Findings({ frame, data }: { frame: Frame; data: MeetingData }) {
  const { row, reach } = data
  const { findings: w } = words(frame.language).conferences
  const editable = reach === 'all' && row.state === 'held'
  if (row.findings.length === 0) return <p class="govuk-body">{w.none}</p>
  return (
    <>
      {findingKinds
        .filter((kind) => row.findings.some((one) => one.kind === kind))
        .map((kind) => (
          <section key={kind}>
            <h3 class="govuk-heading-s">{w.kinds[kind]}</h3>
            <ul class="govuk-list govuk-list--bullet">
              {row.findings
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <li key={one.id} id={`nhan-dinh-${one.id}`}>
                    {one.text}
                    <br />
                    <span class="gd-muted">
                      {w.rests_on}:{' '}
                      {one.grounds.map((ground, index) => (
                        <span key={ground.id}>
                          {index > 0 && '; '}
                          <Link href={groundHref(row, ground)}>{ground.title}</Link>
                        </span>
                      ))}
                    </span>
                    {editable && (
                      <>
                        {' · '}
                        <Link href={`${meetingPath(row, 'write-finding')}?muc=${one.id}`}>{w.edit}</Link>
                      </>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </>
  )
}

function Conclusion({ frame, data }: { frame: Frame; data: MeetingData }) {
  const { row, reach, owners } = data
  const { conferences: w, law } = words(frame.language)
  const concluded = row.concluded_on !== null
  if (!concluded && reach !== 'all') return <p class="govuk-body">{w.publicly.not_yet}</p>
  const steps: Readonly<Record<string, { button: string }>> = law.steps.meeting
  return (
    <section>
      <h2 class="govuk-heading-m">{w.conclusion.caption}</h2>
      {row.conclusion === null ? (
        <p class="govuk-body">{w.conclusion.none}</p>
      ) : (
        row.conclusion.split('\n').map((line, index) => (
          <p key={index} class="govuk-body">
            {line}
          </p>
        ))
      )}
      {!concluded && row.conclusion_at && row.conclusion_by && (
        <p class="gd-muted">{w.findings.by(row.conclusion_by, shortInstant(row.conclusion_at))}</p>
      )}
      {reach === 'all' && row.state === 'held' && (
        <p class="govuk-body">
          <Link href={meetingPath(row, 'du-thao')}>{w.conclusion.draft}</Link>
        </p>
      )}
      {concluded ? (
        <CommitmentList frame={frame} face="desk" lines={data.commitments} />
      ) : (
        <Table
          caption={w.conclusion.promises}
          rows={row.promises}
          row_key={(one) => one.id}
          empty={<p class="govuk-body">{w.conclusion.no_promises}</p>}
          columns={[
            { key: 'text', title: w.labels.text, row_header: true, cell: (one) => one.text },
            { key: 'owner', title: w.conclusion.owner, cell: (one) => owners.get(one.owner_unit_id) ?? '' },
            { key: 'force', title: w.labels.force, cell: (one) => w.conclusion.forces[one.force] },
            {
              key: 'due',
              title: w.conclusion.due,
              nowrap: true,
              cell: (one) => shortDay(Temporal.PlainDate.from(one.due_on)),
            },
            {
              key: 'drop',
              title: steps['drop-promise']?.button ?? '',
              cell: (one) =>
                row.state === 'held' ? (
                  <Link href={`${meetingPath(row, 'drop-promise')}?muc=${one.id}`}>
                    {steps['drop-promise']?.button}
                  </Link>
                ) : (
                  ''
                ),
            },
          ]}
        />
      )}
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
