/** Steps on a page: every step of the viewer's standing as a button, disabled with its reason, and the form of the chosen one. */

import { refusedForm } from '../../http/errors.tsx'
import { refusalGroundsOn } from '../../law/reception-rules.ts'
import { answerFor } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { FormOf, type FormWords } from '../../ui/parts/form.tsx'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { type OfferedStep, Steps } from '../../ui/parts/steps.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { officersOn } from './publish.ts'
import { type AnyNoun, type AnyRow, type FormName, nouns, type ReceptionRecordKind, steps } from './steps.ts'

/** The chosen step with what was typed. */
export interface ChosenStep {
  step: string
  values?: FormValues
  errors?: readonly Fault[]
  options: Readonly<Record<string, readonly Choice[]>>
}

/** The sentences of one form. */
export function formWords(language: Language, form: FormName): FormWords {
  const { receptions, law } = words(language)
  const own: FormWords = receptions.forms[form]
  return {
    ...own,
    faults: receptions.faults,
    choices: {
      kind: law.reception_kinds,
      mode: law.reception_modes,
      receiver: receptions.receivers,
      asked_kind: receptions.asked_kinds,
      identity_kind: receptions.identity_kinds,
      acting_as: receptions.acting_as,
      ground: law.refusal_grounds,
      confirmed: receptions.confirmed,
      outcome: law.visit_outcomes,
      unscheduled_ground: receptions.unscheduled_grounds,
      ...own.choices,
    },
  }
}

/** The verb of a step. */
export function verbOf(language: Language, kind: ReceptionRecordKind, step: string): string {
  const verbs: Readonly<Record<string, { button: string }>> = words(language).law.steps[kind]
  return verbs[step]?.button ?? step
}

/** The word of a state. */
export function stateWord(language: Language, kind: ReceptionRecordKind, state: string): string {
  const states: Readonly<Record<string, string>> = words(language).law.states[kind]
  return states[state] ?? state
}

/** The sentence of a lawful no. */
export function refusalSentence(language: Language, code: string, cite: string): string {
  const { law } = words(language)
  const known: Readonly<Record<string, string>> = { ...law.conditions, ...law.refusals }
  return `${known[code] ?? known['not-in-this-state']}${cite ? ` (${cite})` : ''}`
}

/** A refusal in the words of receptions, for the form it came from. */
export function refusedAt(error: unknown, language: Language): ReturnType<typeof refusedForm> {
  return refusedForm(error, language, (code, cite) => refusalSentence(language, code, cite))
}

/** In which states a step can be taken, as a sentence. */
function onlyWhen(language: Language, kind: ReceptionRecordKind, from: readonly string[]): string {
  return words(language).receptions.desk.only_when(from.map((state) => stateWord(language, kind, state)))
}

/** Every step of the viewer's standing on this record; a stranger is offered nothing. */
export async function offeredSteps(
  db: Db,
  kind: ReceptionRecordKind,
  record: AnyRow,
  about: { viewer: Viewer; moment: Moment; language: Language },
): Promise<OfferedStep[]> {
  const noun: AnyNoun = nouns[kind]
  const { viewer, moment, language } = about
  const { unit_id, id } = record
  const facts = await noun.facts(db.pool, { record, unit_id, viewer, moment })
  const path = recordPath(kind, record)
  return Object.keys(steps[kind]).flatMap((step): OfferedStep[] => {
    const said = answerFor(noun, step, { record, facts, input: null, viewer, moment, unit_id, id })
    const row = noun.workflow[step]
    if (!row || (!said.open && (said.kind === 'standing' || said.kind === 'not-in-force'))) return []
    const refusal = said.open
      ? null
      : said.kind === 'state'
        ? onlyWhen(language, kind, row.from)
        : refusalSentence(language, said.code, '')
    const verb = verbOf(language, kind, step)
    return [
      {
        step,
        verb,
        href: `${path}?viec=${step}#viec`,
        cite: row.cite,
        refusal,
        to_be_checked: row.unverified !== undefined,
      },
    ]
  })
}

/** Entries of lists in a step's form that come from data. */
export async function optionsOf(
  db: Db,
  unit_id: string,
  held_on: Temporal.PlainDate,
  about: { moment: Moment; language: Language },
): Promise<Readonly<Record<string, readonly Choice[]>>> {
  const { receptions, law } = words(about.language)
  const deputies = await officersOn(db.pool, unit_id, held_on, 'deputy-head')
  return {
    deputy_id: deputies.map((one) => ({
      value: one.account_id,
      label: one.title ? `${one.name}, ${one.title}` : one.name,
    })),
    ground: refusalGroundsOn(about.moment.on).map((row) => ({
      value: row.id,
      label: `${law.refusal_grounds[row.id]} – ${row.letter ? receptions.guide.letter : receptions.guide.speech}`,
    })),
  }
}

/** Where a record's page is. */
export function recordPath(kind: ReceptionRecordKind, record: { unit_id: string; id: string }): string {
  return `/ho-so/${record.unit_id}/${kind}/${record.id}`
}

/** The steps, and the form of the chosen one under them. */
export function RecordSteps(props: {
  kind: ReceptionRecordKind
  record: AnyRow
  offered: readonly OfferedStep[]
  chosen: ChosenStep | null
}) {
  const { language } = useSpeech()
  const { kind, record, chosen } = props
  const { visit_page, desk } = words(language).receptions
  const path = recordPath(kind, record)
  if (props.offered.length === 0) return null
  return (
    <section aria-labelledby="viec">
      <h2 class="govuk-heading-m" id="viec">
        {visit_page.steps}
      </h2>
      <Steps steps={props.offered} words={{ closed: desk.closed_steps, none: desk.no_steps }} />
      {chosen && (
        <StepForm kind={kind} record={record} chosen={chosen} action={`${path}/${chosen.step}`} cancel={path} />
      )}
    </section>
  )
}

function StepForm(props: {
  kind: ReceptionRecordKind
  record: AnyRow
  chosen: ChosenStep
  action: string
  cancel: string
}) {
  const { language } = useSpeech()
  const formed = steps[props.kind][props.chosen.step]
  if (!formed) return null
  return (
    <FormOf
      schema={formed.shown ?? formed.action.input}
      words={formWords(language, formed.form)}
      values={props.chosen.values ?? startValues(formed.form, props.record)}
      errors={props.chosen.errors}
      options={props.chosen.options}
      action={props.action}
      hidden={{ revision: props.record.revision }}
      submit={verbOf(language, props.kind, props.chosen.step)}
      cancel={props.cancel}
    />
  )
}

/** What is known already and need not be typed again: the record's columns under the form's names. */
export function startValues(form: FormName, record: AnyRow): FormValues {
  const columns: Readonly<Record<string, unknown>> = { ...record }
  const given = (name: string): string | undefined => {
    const value = columns[name]
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    return value === null || value === undefined ? undefined : String(value)
  }
  const of = (...names: string[]) => Object.fromEntries(names.map((name) => [name, given(name)]))
  switch (form) {
    case 'check-in':
      return {
        acting_as: 'self',
        first_time: 'yes',
        ...of('visitor_name', 'visitor_phone', 'people', 'asked_kind', 'subject'),
      }
    case 'correct-visit':
      return of('visitor_name', 'visitor_address', 'subject', 'people', 'first_time')
    case 'correct-day':
      return of('place', 'room', 'capacity')
    case 'postpone':
      return of('starts', 'ends')
    case 'open':
      return { receiver: columns['kind'] === 'regular' ? 'officer' : 'head' }
    case 'call':
      return of('room')
    case 'send-refusal':
      return { to_name: given('visitor_name'), to_address: given('visitor_address'), about: given('subject') }
    case 'name-representatives':
      return { signers: given('people') }
    case 'correct-field-visit':
      return of('place', 'promised')
    default:
      return {}
  }
}
