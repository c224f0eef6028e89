/** The forms of a call's steps: shown, posted, and refused with everything typed kept. */
import type { Context } from 'hono'
import type { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { unitOn, unitsOn } from '../units/queries.ts'
import { addQuestion } from './add-question.ts'
import { callPath, preparePath, topicalPath } from './addresses.ts'
import { clustersFor } from './asked-units.ts'
import { chooseUnits } from './choose-units.ts'
import { close } from './close.ts'
import { correct } from './correct.ts'
import { dropQuestion } from './drop-question.ts'
import { extend } from './extend.ts'
import { dayAndHour } from './hours.ts'
import { prepare } from './prepare.ts'
import { publish } from './publish.ts'
import type { ShownCall } from './queries.ts'
import { asked as askedNow, figureText } from './question.ts'
import { replaceQuestion } from './replace-question.ts'
import { noSentence } from './said.ts'
import { askedLevels, topicalCall } from './topical-call.ts'
import { withdraw } from './withdraw.ts'

/** Steps offered on a call's page, in the order of the work. */
const offeredActions: readonly AnyAction[] = [
  addQuestion,
  publish,
  chooseUnits,
  extend,
  close,
  replaceQuestion,
  dropQuestion,
  correct,
  withdraw,
]

/** Steps with a form, by name. */
export const formSteps: Readonly<Record<string, AnyAction>> = Object.fromEntries(
  offeredActions.map((one) => [one.step, one]),
)

/** What the handlers of one call stand on. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
  row: ShownCall
}

const verbOf = (language: Language, step: string): string => {
  const verbs: Readonly<Record<string, { button: string }>> = words(language).law.steps['topical-call']
  return verbs[step]?.button ?? step
}

/** Steps this viewer may take, or may not yet; what is over for good needs no reason. */
export async function offered({ c, row }: Asked): Promise<OfferedStep[]> {
  const { viewer, moment, language } = c.var
  const steps = offeredActions.flatMap((action): OfferedStep[] => {
    const about = { record: row, facts: null, viewer, moment, unit_id: row.unit_id, id: row.id, input: null }
    const said = answerFor(topicalCall, action.step, about)
    if (!said.open && (said.kind === 'standing' || said.kind === 'state')) return []
    if (!said.open && said.code === 'units-are-chosen-by-name') return []
    return [
      {
        step: action.step,
        verb: verbOf(language, action.step),
        href: `${callPath(row)}/${action.step}`,
        cite: said.cite,
        refusal: said.open ? null : noSentence(language, said.code, said.cite),
        to_be_checked: true,
      },
    ]
  })
  const next =
    row.state === 'draft' && row.questions.length > 0 ? publish.step : row.state === 'draft' ? addQuestion.step : ''
  return steps.map((one) => ({ ...one, next: one.step === next }))
}

/** Labels of the choices that are known beforehand. */
function choicesOf(language: Language) {
  const { 'topical-reports': topical, units } = words(language)
  const level = Object.fromEntries(askedLevels.map((one) => [one, units.levels[one]]))
  return { whom: topical.whoms, repeats: topical.repeats, kind: topical.kinds, level }
}

const formWords = (language: Language) => {
  const { 'topical-reports': topical } = words(language)
  return { labels: topical.labels, hints: topical.hints, faults: topical.faults, choices: choicesOf(language) }
}

/** A line that fits no unit is said by name. */
function named(errors: readonly Fault[], language: Language): Fault[] {
  return errors.map((fault) =>
    fault.code === 'line-fits-no-unit'
      ? { ...fault, sentence: words(language)['topical-reports'].line_fault(String(fault.params?.['line'] ?? '')) }
      : fault,
  )
}

/** The form that begins a call for a unit. */
export async function showPrepare(
  { c, db }: Omit<Asked, 'row'>,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { viewer, moment, language } = c.var
  const unit_id = c.req.param('unit') ?? ''
  const about = { record: null, facts: null, viewer, moment, unit_id, id: '', input: null }
  const unit = answerFor(topicalCall, prepare.step, about).open
    ? await unitOn(viewer, db.pool, unit_id, moment.on)
    : null
  if (!unit) throw new NotOpen('not-yours', '', 404)
  const clusters = await clustersFor(db.pool, unit_id, moment.on)
  const start = { ...startOf(), due_on: shown(moment.on), due_hour: '17:00', repeats: 'once' }
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={verbOf(language, prepare.step)}
      current="reports"
      about={`${unit.name}. ${words(language)['topical-reports'].no_persons}`}
      action={preparePath(unit_id)}
      cancel={topicalPath}
      schema={withId(prepare.input)}
      form={formWords(language)}
      values={typed ?? start}
      errors={errors}
      options={{ cluster_id: clusters.map(({ id, name }) => ({ value: id, label: name })) }}
    />,
    status,
  )
}

const shown = (day: Temporal.PlainDate): string => day.toString().split('-').reverse().join('/')

/** Takes that form. */
export async function takePrepare(asked: Omit<Asked, 'row'>): Promise<Response> {
  const { c, db } = asked
  const { viewer, moment, language } = c.var
  const unit_id = c.req.param('unit') ?? ''
  const read = await readPost(c, withId(prepare.input))
  if (!read.ok) return showPrepare(asked, read.values, read.errors, 422)
  const { id, ...input }: Record<string, unknown> = read.data
  try {
    await perform(db, prepare, { viewer, moment, unit_id, id: String(id), input })
    return seeOther(c, callPath({ unit_id, id: String(id) }))
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => noSentence(language, code, cite))
    return showPrepare(asked, read.values, errors, status)
  }
}

/** What a step's form shows before anything is typed. */
async function startValues({ c, db, row }: Asked, step: string): Promise<FormValues> {
  const { viewer, moment } = c.var
  if (step === correct.step) return { title: row.title, why: row.why, instrument: row.instrument ?? '' }
  if (step === extend.step) {
    const { day, hour } = dayAndHour(row.due_at)
    return { due_on: shown(day), due_hour: hour }
  }
  if (step === chooseUnits.step) {
    const units = await unitsOn(viewer, db.pool, row.chosen_ids, moment.on)
    return { names: units.map(({ name, place }) => (place ? `${name}, ${place}` : name)).join('\n') }
  }
  if (step !== replaceQuestion.step) return {}
  const before = askedNow(row.questions).find(({ id }) => id === c.req.query('cau')) ?? askedNow(row.questions)[0]
  if (!before) return {}
  return {
    question_id: before.id,
    kind: before.kind,
    text: before.text,
    hint: before.hint ?? '',
    measure: before.measure ?? '',
    options: before.options.join('\n'),
    least: before.least === null ? '' : figureText(before.least),
    most: before.most === null ? '' : figureText(before.most),
    required: before.required ? 'yes' : '',
  }
}

/** A reason is asked only once everybody asked can read it. */
function schemaOf(step: string, row: ShownCall): z.ZodObject {
  const { input } = formSteps[step]!
  const asks = [addQuestion, replaceQuestion, dropQuestion, correct].some((one) => one.step === step)
  return asks && row.state === 'draft' ? input.omit({ reason: true }) : input
}

/** The form of a step. */
export async function showStep(
  asked: Asked,
  step: string,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { c, row } = asked
  const { language } = c.var
  const one = (await offered(asked)).find((found) => found.step === step)
  if (!one) throw new NotOpen('not-in-this-state', topicalCall.workflow[step]?.cite ?? '')
  const { 'topical-reports': topical } = words(language)
  const asks = step === addQuestion.step || step === replaceQuestion.step
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={one.verb}
      current="reports"
      about={asks ? `${row.title}. ${topical.no_persons}` : row.title}
      action={`${callPath(row)}/${step}`}
      cancel={callPath(row)}
      schema={schemaOf(step, row)}
      form={formWords(language)}
      values={typed ?? (await startValues(asked, step))}
      errors={named(errors, language)}
      options={{ question_id: askedNow(row.questions).map(({ id, text }) => ({ value: id, label: text })) }}
      revision={row.revision}
      grave={step === withdraw.step}
    />,
    status,
  )
}

/** Takes the posted form. */
export async function takeStep(asked: Asked, step: string): Promise<Response> {
  const { c, db, row } = asked
  const { viewer, moment, language } = c.var
  const action = formSteps[step]
  if (!action) throw new NotOpen('unknown-step', '', 404)
  const read = await readPost(c, schemaOf(step, row))
  if (!read.ok) return showStep(asked, step, read.values, read.errors, 422)
  const revision = Number(read.form.get('revision')) || 0
  try {
    await perform(db, action, { viewer, moment, unit_id: row.unit_id, id: row.id, revision, input: read.data })
    return seeOther(c, callPath(row))
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => noSentence(language, code, cite))
    if (!(await offered(asked)).some((one) => one.step === step)) throw error
    return showStep(asked, step, read.values, errors, status)
  }
}
