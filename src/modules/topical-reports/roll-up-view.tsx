/** What came in, live: a bar of answered over asked, each question added up, places and units. Every sum opens its answers. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { Select } from '../../ui/parts/fields.tsx'
import { number } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Inset, Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { answerPath, callPath, rollUpPath } from './addresses.ts'
import type { Question } from './question.ts'
import {
  behind,
  type Group,
  groupsOf,
  isIn,
  isLate,
  type QuestionSum,
  sumOf,
  tally,
  type UnitAnswer,
} from './roll-up.ts'
import { Charts, UnitChart } from './roll-up-charts.tsx'
import { dueOf, figured, figureOf, type RollUpData, shownQuestions } from './roll-up-data.ts'
import { answerSaid, hourSaid } from './said.ts'

/** Units listed one by one at most; where there are more the places lead to them. */
const listedMax = 200

/** The page. */
export function RollUpPage({ frame, data }: { frame: Frame; data: RollUpData }) {
  const { language } = frame
  const { 'topical-reports': topical } = words(language)
  const own = topical.sums
  const { call, round, rows, group } = data
  const groups = groupsOf(data.all)
  const several = groups.length > 1 && group === null
  const title = `${own.title}: ${call.title}`
  return (
    <DeskPage frame={frame} title={title} current="reports" back={{ href: callPath(call), text: call.title }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {call.unit_name}
        {call.rounds.length > 1 && ` · ${topical.round(round.no)}`} · {topical.columns.due} {hourSaid(dueOf(data))}
        {group && (
          <>
            {' · '}
            <strong>{group.name}</strong> (<Link href={rollUpPath(call, { round: round.no })}>{own.all_places}</Link>)
          </>
        )}
      </p>
      {!call.whole && <Inset>{own.part}</Inset>}
      <Progress data={data} language={language} />
      <p class="govuk-body gd-no-print">
        {own.refreshed(hourSaid(data.now))}{' '}
        <Link href={rollUpPath(call, { round: round.no, group: group?.id, refresh: !data.refresh })}>
          {data.refresh ? own.refresh_stop : own.refresh}
        </Link>
        {' · '}
        <Link href={rollUpPath(call, { round: round.no, sheet: true })}>{own.sheet}</Link>
      </p>
      <Rounds data={data} language={language} />
      <div class="gd-topical-wide">
        <Sums data={data} language={language} />
      </div>
      {several && <Places data={data} groups={groups} language={language} />}
      {rows.length <= listedMax ? (
        <Units data={data} language={language} />
      ) : (
        <p class="govuk-body">{own.open_units}</p>
      )}
      {several ? (
        <Charts data={data} groups={groups} language={language} />
      ) : (
        <UnitChart data={data} language={language} />
      )}
    </DeskPage>
  )
}

function Progress({ data, language }: { data: RollUpData; language: Language }) {
  const own = words(language)['topical-reports'].sums
  const n = (value: number) => number(value, language)
  const { asked, answered, nothing, late } = tally(data.rows, dueOf(data))
  return (
    <div class="gd-topical-progress">
      <p class="govuk-body-l">
        <strong>{own.progress(n(answered), n(asked))}</strong>
      </p>
      <progress value={answered} max={Math.max(1, asked)} aria-label={own.progress(n(answered), n(asked))} />
      <p class="govuk-body">
        {[
          answered < asked ? own.missing(n(asked - answered)) : null,
          nothing > 0 ? own.nothing(n(nothing)) : null,
          late > 0 ? own.late(n(late)) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

function Rounds({ data, language }: { data: RollUpData; language: Language }) {
  const { 'topical-reports': topical, reports } = words(language)
  const { call, round } = data
  if (call.rounds.length < 2) return null
  const items = call.rounds.map((one) => ({
    value: String(one.no),
    label: topical.round_of(one.no, hourSaid(Temporal.Instant.from(one.due_at))),
  }))
  return (
    <form method="get" action={rollUpPath(call)} class="gd-filter gd-no-print">
      <Select name="vong" label={topical.rounds} items={items.toReversed()} value={String(round.no)} />
      <Button kind="secondary">{reports.show}</Button>
    </form>
  )
}

/** The result of one question in a cell. */
function Result({ one, language }: { one: QuestionSum; language: Language }) {
  const own = words(language)['topical-reports'].sums
  const n = (value: number) => number(value, language)
  if (one.answered === 0) return <em>{own.none}</em>
  const { question } = one
  if (question.kind === 'number') return <strong>{`${n(one.sum ?? 0)} ${question.measure ?? ''}`}</strong>
  if (question.kind === 'yes-no') return <>{`${own.yes(n(one.yes))} · ${own.no(n(one.no))}`}</>
  if (question.kind === 'choice')
    return <>{one.choices.map(({ option, units }) => `${option}: ${n(units)}`).join(' · ')}</>
  return <>{own.texts(n(one.answered))}</>
}

function Sums({ data, language }: { data: RollUpData; language: Language }) {
  const { 'topical-reports': topical } = words(language)
  const own = topical.sums
  const { call, rows, round, group } = data
  const n = (value: number | null) => (value === null ? '–' : number(value, language))
  const sums = shownQuestions(call, rows).map((question) => sumOf(rows, question))
  const opens = (one: QuestionSum) => rollUpPath(call, { round: round.no, group: group?.id, question: one.question.id })
  return (
    <Table
      caption={topical.questions}
      rows={sums}
      row_key={(one) => one.question.id}
      row_href={opens}
      empty={<p class="govuk-body">{topical.no_question}</p>}
      columns={[
        {
          key: 'question',
          title: own.question,
          row_header: true,
          cell: (one) => (
            <>
              {one.question.text} {one.question.dropped_at !== null && <Tag colour="grey">{topical.dropped}</Tag>}
            </>
          ),
        },
        {
          key: 'result',
          title: own.result,
          cell: (one) =>
            one.answered === 0 ? (
              <Result one={one} language={language} />
            ) : (
              <Link href={opens(one)}>
                <Result one={one} language={language} />
              </Link>
            ),
        },
        { key: 'least', title: own.least, numeric: true, cell: (one) => n(one.least) },
        { key: 'most', title: own.most, numeric: true, cell: (one) => n(one.most) },
        { key: 'answered', title: own.answered, numeric: true, cell: (one) => n(one.answered) },
      ]}
    />
  )
}

function Places({ data, groups, language }: { data: RollUpData; groups: readonly Group[]; language: Language }) {
  const { 'topical-reports': topical } = words(language)
  const { call, round } = data
  const n = (value: number | null) => (value === null ? '–' : number(value, language))
  const opens = (group: Group) => rollUpPath(call, { round: round.no, group: group.id })
  const columns: Column<Group>[] = figured(data).map((question) => ({
    key: question.id,
    title: question.measure ? `${question.text} (${question.measure})` : question.text,
    numeric: true,
    cell: (group) => {
      const figure = figureOf(sumOf(group.rows, question))
      const href = rollUpPath(call, { round: round.no, group: group.id, question: question.id })
      return figure === null ? '–' : <Link href={href}>{n(figure)}</Link>
    },
  }))
  return (
    <Table
      caption={topical.sums.by_place}
      rows={groups}
      row_key={(group) => group.id}
      row_href={opens}
      empty=""
      columns={[
        {
          key: 'place',
          title: topical.columns.place,
          row_header: true,
          cell: (group) => <Link href={opens(group)}>{group.name}</Link>,
        },
        {
          key: 'answered',
          title: topical.columns.answered,
          numeric: true,
          cell: ({ rows }) => {
            const { answered, asked } = tally(rows, dueOf(data))
            return `${n(answered)}/${n(asked)}`
          },
        },
        {
          key: 'late',
          title: topical.columns.late,
          numeric: true,
          cell: ({ rows }) => n(tally(rows, dueOf(data)).late),
        },
        ...columns,
      ]}
    />
  )
}

/** State of one unit in words: sent when, late, nothing to report, reminded. */
function UnitState({ one, data, language }: { one: UnitAnswer; data: RollUpData; language: Language }) {
  const { 'topical-reports': topical } = words(language)
  if (!isIn(one))
    return (
      <>
        {topical.states_of_answer[one.state === 'draft' ? 'draft' : 'asked']}{' '}
        {one.reminded && `(${topical.sums.reminded})`}
      </>
    )
  return (
    <>
      {one.handed_in_at && hourSaid(one.handed_in_at)}{' '}
      {isLate(one, dueOf(data)) && <Tag colour="red">{topical.columns.late}</Tag>}{' '}
      {one.nothing && <Tag colour="grey">{topical.answer.nothing}</Tag>}{' '}
      {one.by_stand_in && `(${topical.sums.stand_in})`}
    </>
  )
}

function Units({ data, language }: { data: RollUpData; language: Language }) {
  const { 'topical-reports': topical } = words(language)
  // Who has not answered stands first: that is what there is to do.
  const rows = data.rows.toSorted((a, b) => Number(isIn(a)) - Number(isIn(b)))
  const columns: Column<UnitAnswer>[] = shownQuestions(data.call, data.rows).map((question) => ({
    key: question.id,
    title: question.measure ? `${question.text} (${question.measure})` : question.text,
    numeric: question.kind === 'number',
    cell: (one) => {
      const answer = isIn(one) ? one.answers[question.id] : undefined
      if (typeof answer === 'number') return number(answer, language)
      return answerSaid(question, answer, language) ?? '–'
    },
  }))
  return (
    <Table
      caption={topical.sums.units}
      rows={rows}
      row_key={(one) => one.id}
      row_href={answerPath}
      empty={<p class="govuk-body">{topical.sums.none}</p>}
      columns={[
        {
          key: 'unit',
          title: topical.columns.unit,
          row_header: true,
          cell: (one) => <Link href={answerPath(one)}>{one.name}</Link>,
        },
        {
          key: 'state',
          title: topical.columns.when,
          cell: (one) => <UnitState one={one} data={data} language={language} />,
        },
        ...columns,
      ]}
    />
  )
}

/** The answers behind one sum, each with the way to its unit's page. */
export function BehindPage({ frame, data, question }: { frame: Frame; data: RollUpData; question: Question }) {
  const { language } = frame
  const { 'topical-reports': topical } = words(language)
  const { call, round, group, rows } = data
  const given = behind(rows, question)
  const title = topical.sums.behind(question.text)
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      back={{ href: rollUpPath(call, { round: round.no, group: group?.id }), text: topical.sums.title }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {call.title}
        {group && ` · ${group.name}`} · {topical.sums.behind_lead(number(given.length, language))}
      </p>
      <Table
        caption={title}
        caption_hidden
        rows={given}
        row_key={(one) => one.id}
        row_href={answerPath}
        empty={<p class="govuk-body">{topical.sums.none}</p>}
        columns={[
          {
            key: 'unit',
            title: topical.columns.unit,
            row_header: true,
            cell: (one) => <Link href={answerPath(one)}>{one.name}</Link>,
          },
          {
            key: 'place',
            title: topical.columns.place,
            cell: (one) => (one.group_id === one.unit_id ? '' : one.group_name),
          },
          {
            key: 'answer',
            title: topical.columns.answer,
            numeric: question.kind === 'number',
            cell: (one) => answerSaid(question, one.answers[question.id], language),
          },
          { key: 'when', title: topical.columns.when, cell: (one) => <UnitState {...{ one, data, language }} /> },
        ]}
      />
    </DeskPage>
  )
}
