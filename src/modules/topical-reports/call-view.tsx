/** One call: why, whom it asks and by when, its questions with what became of each, and its steps. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number } from '../../ui/parts/format.ts'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, Steps } from '../../ui/parts/steps.tsx'
import { Inset, Tag, Warning } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { rollUpPath, topicalPath } from './addresses.ts'
import type { ShownCall } from './queries.ts'
import { figureText, type Question } from './question.ts'
import { hourSaid } from './said.ts'

/** What the page shows. */
export interface CallData {
  row: ShownCall
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
  /** Name of the cluster, or names of the chosen units. */
  named: readonly string[]
  /** Units that would be asked now, and those that have their page in the running round. */
  will_ask: number
  made: number
}

/** The page. */
export function CallPage({ frame, data }: { frame: Frame; data: CallData }) {
  const { language } = frame
  const { 'topical-reports': topical, law } = words(language)
  const { row } = data
  const n = (value: number) => number(value, language)
  const rows: (SummaryRow | null)[] = [
    { key: topical.columns.asking, value: row.unit_name },
    { key: topical.why, value: <span class="gd-lines">{row.why}</span> },
    row.instrument === null ? null : { key: topical.instrument, value: row.instrument },
    { key: topical.whom, value: <Whom language={language} data={data} /> },
    { key: topical.columns.due, value: hourSaid(row.due_at) },
    { key: topical.repeats_label, value: topical.repeats[row.repeats] },
  ]
  const verbs: Readonly<Record<string, { done: string }>> = law.steps['topical-call']
  const done = Object.fromEntries(Object.entries(verbs).map(([step, said]) => [step, said.done]))
  return (
    <DeskPage
      frame={frame}
      title={row.title}
      current="reports"
      wide={false}
      back={{ href: topicalPath, text: topical.title }}
    >
      <h1 class="govuk-heading-l">
        {row.title} <Tag>{law.states['topical-call'][row.state]}</Tag>
      </h1>
      {row.state === 'withdrawn' && <Inset>{topical.withdrawn(row.end_reason ?? '')}</Inset>}
      {row.state === 'draft' && <p class="govuk-body">{topical.will_ask(n(data.will_ask))}</p>}
      {row.state === 'published' && data.made < data.will_ask && (
        <Inset>{topical.asking_on(n(data.made), n(data.will_ask))}</Inset>
      )}
      {row.round > 0 && (
        <p class="govuk-body">
          <Button href={rollUpPath(row)}>{topical.roll_up}</Button>
        </p>
      )}
      <SummaryList rows={rows.filter((one) => one !== null)} />
      {data.steps.length > 0 && (
        <Steps steps={data.steps} words={{ closed: topical.closed_steps, none: topical.no_steps }} />
      )}
      <h2 class="govuk-heading-m">{topical.questions}</h2>
      <Warning prefix={topical.no_persons_title}>{topical.no_persons}</Warning>
      {row.questions.length === 0 && <p class="govuk-body">{topical.no_question}</p>}
      <ol class="govuk-list govuk-list--spaced">
        {row.questions.map((one) => (
          <li key={one.id}>
            <QuestionSaid question={one} language={language} />
          </li>
        ))}
      </ol>
      {row.rounds.length > 1 && (
        <>
          <h2 class="govuk-heading-m">{topical.rounds}</h2>
          <ul class="govuk-list">
            {row.rounds.map((one) => (
              <li key={one.no}>
                <Link href={rollUpPath(row, { round: one.no })}>
                  {topical.round_of(one.no, hourSaid(Temporal.Instant.from(one.due_at)))}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <History frame={frame} happened={data.happened} steps={done} />
    </DeskPage>
  )
}

function Whom({ language, data }: { language: Language; data: CallData }) {
  const { 'topical-reports': topical, units } = words(language)
  const { row } = data
  if (row.whom === 'level' && row.level) return <>{`${topical.whoms.level}: ${units.levels[row.level]}`}</>
  if (row.whom === 'all') return <>{topical.whoms.all}</>
  const names = data.named.slice(0, 20).join(', ')
  const more = data.named.length > 20 ? '…' : ''
  if (row.whom === 'cluster') return <>{`${topical.whoms.cluster}: ${names}${more}`}</>
  return <>{`${topical.chosen(number(data.named.length, language))}${names ? `: ${names}${more}` : ''}`}</>
}

/** One question as it stands: its words, kind and bounds, and what became of it. */
function QuestionSaid({ question, language }: { question: Question; language: Language }) {
  const { 'topical-reports': topical } = words(language)
  const facts = [
    question.kind === 'number' && question.measure
      ? `${topical.kinds.number}: ${question.measure}`
      : topical.kinds[question.kind],
    question.options.length > 0 ? question.options.join(' · ') : null,
    question.most !== null ? topical.between(figureText(question.least ?? 0), figureText(question.most)) : null,
    question.required ? topical.must : topical.may,
  ].filter(Boolean)
  return (
    <>
      <strong>
        {`${question.id.slice(1)}. `}
        {question.dropped_at === null ? question.text : <s>{question.text}</s>}
      </strong>
      {question.hint && <span class="govuk-hint gd-topical-line">{question.hint}</span>}
      <span class="gd-topical-line">{facts.join(' · ')}</span>
      {(question.added_at !== null || question.dropped_at !== null) && (
        <span class="gd-topical-line">
          {question.dropped_at !== null && <Tag colour="grey">{topical.dropped}</Tag>}{' '}
          {question.added_at !== null && <Tag colour="blue">{topical.added_later}</Tag>}{' '}
          {question.replaces !== null && `${topical.replaces(question.replaces.slice(1))}. `}
          {question.reason !== null && topical.because(question.reason)}
        </span>
      )}
    </>
  )
}
