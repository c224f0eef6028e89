/** The answer on a phone: one page, big fields, works without script; afterwards what was answered and every version of it. */
import type { Happened } from '../../platform/actions/timeline.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button } from '../../ui/parts/button.tsx'
import { Checkboxes, Radios } from '../../ui/parts/choices.tsx'
import { DeskPage, signInPath } from '../../ui/parts/desk-page.tsx'
import { TextArea, TextInput } from '../../ui/parts/fields.tsx'
import { FormErrors, faultSentence } from '../../ui/parts/form.tsx'
import { number } from '../../ui/parts/format.ts'
import '../../ui/parts/island-elements.ts'
import { KeepPage } from '../../ui/parts/islands.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { Details, Inset, Warning } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { answerPath, topicalPath } from './addresses.ts'
import type { ShownAnswer, ShownCall } from './queries.ts'
import { type Answers, asked, fieldOf, type Question, typedOf } from './question.ts'
import { answerSaid, hourSaid } from './said.ts'

/** What the page shows. */
export interface AnswerData {
  row: ShownAnswer
  call: ShownCall
  /** Which buttons this viewer has: filling in, or correcting; null: only reading. */
  may: 'answer' | 'correct' | null
  late: boolean
  due_at: Temporal.Instant
  values: FormValues
  errors: readonly Fault[]
  happened: readonly Happened[]
}

/** Labels for the sentences of faults. */
function answerWords(questions: readonly Question[], language: Language) {
  const { 'topical-reports': topical } = words(language)
  const labels = Object.fromEntries(questions.map((one) => [fieldOf(one), one.text]))
  return { labels: { ...labels, ...topical.labels }, faults: topical.faults }
}

/** A question that must be answered is named in the sentence that asks for it. */
function named(data: AnswerData, language: Language): Fault[] {
  const { required } = words(language)['topical-reports'].answer
  return data.errors.map((fault) => {
    const question = data.call.questions.find((one) => fieldOf(one) === fault.field)
    return fault.code === 'required' && question ? { ...fault, sentence: required(question.text) } : fault
  })
}

/** The page. */
export function AnswerPage(props: { frame: Frame; data: AnswerData }) {
  const { frame } = props
  const data = { ...props.data, errors: named(props.data, frame.language) }
  const { row, call, errors, may } = data
  const { 'topical-reports': topical } = words(frame.language)
  const own = topical.answer
  const title = own.title(call.title)
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      wide={false}
      faulty={errors.length > 0}
      back={{ href: topicalPath, text: topical.title }}
    >
      <FormErrors errors={errors} words={answerWords(asked(call.questions), frame.language)} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {call.unit_name} → <strong>{row.unit_name}</strong>
        {call.rounds.length > 1 && ` · ${topical.round(row.round)}`}
        <br />
        <strong>{own.due(hourSaid(data.due_at))}</strong>
      </p>
      <Situation data={data} language={frame.language} />
      {may !== null && data.late && row.state !== 'handed-in' && <Inset>{own.late}</Inset>}
      <p class="govuk-body gd-lines">{call.why}</p>
      {call.instrument && <p class="govuk-body-s">{call.instrument}</p>}
      {row.state === 'handed-in' && (
        <Given questions={call.questions} answers={row.answers} language={frame.language} />
      )}
      {may === 'answer' && <AnswerForm frame={frame} data={data} />}
      {may === 'correct' && (
        <Details summary={own.correct_open} open={errors.length > 0}>
          <p class="govuk-body">{own.correct_lead}</p>
          <AnswerForm frame={frame} data={data} />
        </Details>
      )}
      <Earlier data={data} language={frame.language} />
      <Happenings frame={frame} data={data} />
    </DeskPage>
  )
}

function Situation({ data, language }: { data: AnswerData; language: Language }) {
  const { answer: own, withdrawn } = words(language)['topical-reports']
  const { row, call } = data
  if (call.state === 'withdrawn') return <Inset>{withdrawn(call.end_reason ?? '')}</Inset>
  return (
    <>
      {row.state === 'handed-in' && row.handed_in_at !== null && (
        <Inset>
          {own.handed_in(hourSaid(row.handed_in_at), row.answered_by ?? '')} {data.late && `(${own.was_late})`}{' '}
          {row.nothing && own.is_nothing} {row.by_stand_in && own.stand_in}
        </Inset>
      )}
      {row.state === 'draft' && <Inset>{own.kept}</Inset>}
      {call.state === 'closed' && <Inset>{own.closed}</Inset>}
    </>
  )
}

function Given(props: { questions: readonly Question[]; answers: Answers; language: Language }) {
  const { 'topical-reports': topical } = words(props.language)
  const shown = props.questions.filter((one) => one.dropped_at === null || props.answers[one.id] !== undefined)
  return (
    <SummaryList
      rows={shown.map((one) => ({
        key: one.text,
        value: answerSaid(one, props.answers[one.id], props.language) ?? <em>{topical.answer.empty}</em>,
      }))}
    />
  )
}

/** The fields and their buttons. Script keeps what is typed on the device and sends it once there is a network. */
function AnswerForm({ frame, data }: { frame: Frame; data: AnswerData }) {
  const { row, call, values, errors, may } = data
  const { 'topical-reports': topical, returns } = words(frame.language)
  const own = topical.answer
  const { entry } = returns
  const correcting = may === 'correct'
  const questions = asked(call.questions)
  return (
    <return-entry
      data-draft={`topical/${row.id}/${row.revision}`}
      data-offline={entry.offline}
      data-sending={entry.sending}
      data-found={entry.found}
      data-restore={entry.restore}
      data-discard={entry.discard}
    >
      <form method="post" action={answerPath(row)} class="gd-form gd-topical-form" noValidate>
        <input type="hidden" name="revision" value={row.revision} />
        <input type="hidden" name="step" value={correcting ? 'correct-answer' : 'hand-in'} />
        <Warning prefix={topical.no_persons_title}>{topical.no_persons}</Warning>
        <p class="govuk-body">{own.empty_is_not_zero}</p>
        <KeepPage />
        {questions.map((one) => (
          <OneQuestion key={one.id} question={one} values={values} errors={errors} frame={frame} all={questions} />
        ))}
        {questions.some(({ kind }) => kind === 'text') && (
          <Checkboxes
            name="names_no_person"
            items={[{ value: 'yes', label: topical.labels.names_no_person }]}
            values={values['names_no_person'] === 'yes' ? ['yes'] : []}
          />
        )}
        {correcting && (
          <>
            <Checkboxes
              name="nothing"
              items={[{ value: 'yes', label: topical.labels.nothing }]}
              values={values['nothing'] === 'yes' ? ['yes'] : []}
            />
            <TextArea
              name="reason"
              label={topical.labels.reason}
              rows={3}
              value={text(values['reason'])}
              error={said(errors, 'reason', questions, frame.language)}
            />
          </>
        )}
        <div class="gd-topical-buttons">
          <Button name="step" value={correcting ? 'correct-answer' : 'hand-in'}>
            {correcting ? own.correct : own.hand_in}
          </Button>
          {!correcting && (
            <>
              <Button name="step" value="keep" kind="secondary">
                {own.keep}
              </Button>
              <Button name="step" value="report-nothing" kind="secondary">
                {own.nothing}
              </Button>
            </>
          )}
        </div>
      </form>
    </return-entry>
  )
}

const text = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '')

function said(errors: readonly Fault[], field: string, questions: readonly Question[], language: Language) {
  const fault = errors.find((one) => one.field === field)
  return fault && faultSentence(fault, answerWords(questions, language), words(language).frame, language)
}

function OneQuestion(props: {
  frame: Frame
  question: Question
  values: FormValues
  errors: readonly Fault[]
  all: readonly Question[]
}) {
  const { frame, question, values } = props
  const { 'topical-reports': topical, frame: sentences } = words(frame.language)
  const name = fieldOf(question)
  const value = text(values[name])
  const error = said(props.errors, name, props.all, frame.language)
  const asks = question.measure === null ? question.text : `${question.text} (${question.measure})`
  const label = question.required ? asks : `${asks} ${sentences.optional}`
  const bounds =
    question.most === null
      ? null
      : topical.between(number(question.least ?? 0, frame.language), number(question.most, frame.language))
  const hint = [question.hint, bounds].filter(Boolean).join(' · ') || undefined
  const common = { name, hint, error }
  switch (question.kind) {
    case 'number':
      return (
        <TextInput
          {...common}
          label={label}
          label_class="govuk-label--s"
          value={value}
          width={10}
          inputmode="numeric"
          autocomplete="off"
        />
      )
    case 'day':
      return (
        <TextInput
          {...common}
          hint={hint ?? sentences.day_hint}
          label={label}
          label_class="govuk-label--s"
          value={value}
          width={10}
          inputmode="numeric"
          autocomplete="off"
        />
      )
    case 'text':
      return <TextArea {...common} label={label} label_class="govuk-label--s" value={value} rows={3} />
    default: {
      const items =
        question.kind === 'choice'
          ? question.options.map((option) => ({ value: option, label: option }))
          : [
              { value: 'yes', label: topical.yes },
              { value: 'no', label: topical.no },
            ]
      return <Radios {...common} legend={label} legend_class="govuk-fieldset__legend--s" items={items} value={value} />
    }
  }
}

function Earlier({ data, language }: { data: AnswerData; language: Language }) {
  const { answer: own, because } = words(language)['topical-reports']
  const { earlier } = data.row
  if (earlier.length === 0) return null
  return (
    <Details summary={`${own.earlier} (${earlier.length})`}>
      {earlier.map((one) => (
        <section key={one.version}>
          <h3 class="govuk-heading-s">{own.version(one.version)}</h3>
          <p class="govuk-body-s">
            {own.replaced_at(hourSaid(Temporal.Instant.from(one.until)), one.by)}. {because(one.reason)}
          </p>
          {one.nothing ? (
            <p class="govuk-body">{own.is_nothing}</p>
          ) : (
            <Given questions={data.call.questions} answers={one.answers} language={language} />
          )}
        </section>
      ))}
    </Details>
  )
}

function Happenings({ frame, data }: { frame: Frame; data: AnswerData }) {
  const verbs: Readonly<Record<string, { done: string }>> = words(frame.language).law.steps['topical-answer']
  const done = Object.fromEntries(Object.entries(verbs).map(([step, one]) => [step, one.done]))
  return <History frame={frame} happened={data.happened} steps={done} />
}

/** What a form of an answer shows before anything is typed anew. */
export function valuesOf(questions: readonly Question[], answers: Answers): FormValues {
  return Object.fromEntries(asked(questions).map((one) => [fieldOf(one), typedOf(answers[one.id])]))
}

/** Somebody whose session ended while typing: everything typed travels back, to be sent again after signing in. */
export function SignedOutPage(props: { frame: Frame; action: string; typed: readonly (readonly [string, string])[] }) {
  const { answer: own } = words(props.frame.language)['topical-reports']
  return (
    <DeskPage frame={props.frame} title={own.signed_out} wide={false}>
      <h1 class="govuk-heading-l">{own.signed_out}</h1>
      <p class="govuk-body">{own.signed_out_how}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={signInPath} target="_blank" rel="noopener">
          {own.sign_in}
        </a>
      </p>
      <form method="post" action={props.action}>
        {props.typed.map(([name, value], index) =>
          name.startsWith('c_') && value !== '' ? (
            <TextArea
              key={index}
              name={name}
              id={`${name}-${index}`}
              label={`${Number(name.slice(3))}.`}
              value={value}
              rows={2}
            />
          ) : (
            <input key={index} type="hidden" name={name} value={value} />
          ),
        )}
        <Button>{own.again}</Button>
      </form>
    </DeskPage>
  )
}
