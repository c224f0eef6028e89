/** Why this date: each stretch of days with its reason; and the calculator, which works without script and answers at once with one. */
import type { DueAnswer } from '../../law/due.ts'
import { isOn } from '../../law/switches.ts'
import '../../ui/parts/island-elements.ts'
import { calculatorAddress } from '../../ui/assets.ts'
import { Button } from '../../ui/parts/button.tsx'
import { Select, TextInput } from '../../ui/parts/fields.tsx'
import { longDay, monthNames, shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Details, ToBeChecked, Warning } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { Counting } from './counting.ts'

/** What was asked, as typed, to be shown again. */
export interface WhyForm {
  rule: string
  start: string
  remote: boolean
  complexity: string
  several_places: boolean
  stretches: readonly { from: string; to: string }[]
}

/** What the page shows. */
export interface WhyProps {
  frame: Frame
  answer: DueAnswer | null
  fault: string | null
  form: WhyForm
  counting: Counting
}

/** The answer, if something was asked, and the calculator. */
export function WhyPage(props: WhyProps) {
  const { frame, answer } = props
  const { petitions, frame: sentences } = words(frame.language)
  const title = answer ? petitions.why_title(longDay(answer.due, frame.language)) : sentences.due.why
  return (
    <PortalPage frame={frame} title={title} faulty={props.fault !== null} script={calculatorAddress()}>
      <h1 class="govuk-heading-l">{title}</h1>
      {props.fault && <Warning>{props.fault}</Warning>}
      {answer && <Reasons answer={answer} frame={frame} counting={props.counting} />}
      <Details summary={petitions.why_calculator} open={answer === null}>
        <due-calculator data-given={JSON.stringify(givenTo(frame.language, props.counting))}>
          <CalculatorForm {...props} />
        </due-calculator>
      </Details>
    </PortalPage>
  )
}

/** What the script must know besides the law: the days and switches set here, and the sentences. */
function givenTo(language: Language, counting: Counting) {
  const { petitions, law, frame } = words(language)
  return {
    overrides: counting.calendar.overrides.map((row) => ({ ...row, on: row.on.toString() })),
    switches: counting.switches,
    words: {
      weekdays: frame.weekdays,
      months: language === 'en' ? monthNames : null,
      nominal: petitions.why_nominal,
      due: petitions.why_due,
      rule: petitions.why_rule,
      days: petitions.why_days,
      length: petitions.labels.why_length,
      counted: petitions.why_counted,
      not_counted: petitions.why_not_counted,
      to_be_checked: frame.to_be_checked,
      units: law.units,
      reasons: law.reasons,
      holidays: law.holidays,
      notes: law.notes,
      unverified: law.unverified,
      faults: petitions.why_faults,
    },
  }
}

function CalculatorForm(props: WhyProps) {
  const { petitions, law, frame } = words(props.frame.language)
  const { form } = props
  const rows = [...form.stretches, ...Array.from({ length: 3 }, () => ({ from: '', to: '' }))]
  const shown = rows.slice(0, Math.max(3, Math.min(20, form.stretches.length + 1)))
  return (
    <form method="get" action="/vi-sao" class="gd-form">
      <Select
        name="quy-tac"
        label={petitions.why_rule}
        value={form.rule}
        items={Object.entries(law.limits).map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        name="tu"
        label={petitions.why_start}
        hint={frame.day_hint}
        value={form.start}
        width={10}
        inputmode="numeric"
      />
      <Select
        name="phuc-tap"
        label={petitions.why_complexity}
        value={form.complexity}
        empty={petitions.why_simple}
        items={[
          { value: 'complex', label: law.variants.complex },
          { value: 'specially-complex', label: law.variants['specially-complex'] },
        ]}
      />
      <Tick name="vung-xa" label={law.variants.remote} checked={form.remote} />
      <Tick name="nhieu-noi" label={law.variants['several-places']} checked={form.several_places} />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{petitions.why_stretches}</legend>
        <p class="govuk-hint">{petitions.why_stretches_hint}</p>
        {shown.map((row, index) => (
          <div class="gd-stretch" key={index}>
            <TextInput
              id={`dung-tu-${index}`}
              name="dung-tu"
              label={petitions.why_stretch_from(index + 1)}
              value={row.from}
              width={10}
              inputmode="numeric"
            />
            <TextInput
              id={`dung-den-${index}`}
              name="dung-den"
              label={petitions.why_stretch_to(index + 1)}
              value={row.to}
              width={10}
              inputmode="numeric"
            />
          </div>
        ))}
      </fieldset>
      <p class="govuk-body">
        <Button>{petitions.why_button}</Button>
      </p>
    </form>
  )
}

function Tick(props: { name: string; label: string; checked: boolean }) {
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={props.name}
          name={props.name}
          value="1"
          checked={props.checked}
        />
        <label class="govuk-label govuk-checkboxes__label" for={props.name}>
          {props.label}
        </label>
      </div>
    </div>
  )
}

function Reasons(props: { answer: DueAnswer; frame: Frame; counting: Counting }) {
  const { answer, frame } = props
  const { language } = frame
  const { petitions, law, calendars } = words(language)
  const { row } = answer
  return (
    <div class="gd-answer-page">
      <SummaryList
        rows={[
          {
            key: petitions.why_rule,
            value: (
              <>
                {law.limits[answer.rule]} ({row.cite}) {answer.unverified && <ToBeChecked />}
              </>
            ),
          },
          { key: petitions.why_start, value: longDay(answer.start, language) },
          { key: petitions.labels.why_length, value: petitions.why_length(answer.length, law.units[answer.unit]) },
          {
            key: petitions.why_nominal,
            value: <time dateTime={answer.nominal.toString()}>{longDay(answer.nominal, language)}</time>,
          },
          {
            key: petitions.why_due,
            value: <time dateTime={answer.due.toString()}>{longDay(answer.due, language)}</time>,
          },
        ]}
      />
      {answer.unverified && (
        <p class="govuk-body">
          {law.unverified[answer.unverified]} {switchState(answer, props.counting, language)}
        </p>
      )}
      {answer.notes.map((note) => (
        <p key={note} class="govuk-body">
          {law.notes[note]}
        </p>
      ))}
      <p class="govuk-body">{calendars.counted_by(shortDay(frame.on))}</p>
      <h2 class="govuk-heading-m">{petitions.why_days}</h2>
      <ol class="gd-reasons">
        {answer.reasons.map((one) => (
          <li key={one.from.toString() + one.why}>
            <strong>{one.days === 1 ? shortDay(one.from) : `${shortDay(one.from)} – ${shortDay(one.to)}`}</strong>{' '}
            <span>
              {one.counted
                ? `${petitions.why_counted} ${petitions.why_reached(one.reached, answer.length)}`
                : petitions.why_not_counted}
            </span>{' '}
            <span>
              {[law.reasons[one.why], one.holiday && law.holidays[one.holiday], one.label].filter(Boolean).join(' · ')}{' '}
              <span class="gd-cite">({one.cite})</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Where an administrator may turn the rule on or off: how it stands here. */
function switchState(answer: DueAnswer, counting: Counting, language: Language): string {
  const { calendars } = words(language)
  const id = answer.row.switch
  if (!id) return ''
  return `${calendars.switches.title}: ${isOn(id, counting.switches) ? calendars.switches.on : calendars.switches.off}.`
}
