/** The ways in to steps of a return: their forms, posted and refused with everything typed kept. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { choice, day, type Fault, files, longText, mustAgree, personName } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { fileIds } from '../../platform/uuid.ts'
import { Button } from '../../ui/parts/button.tsx'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { keepUploads } from '../files/keep-file.ts'
import { readFormWithFiles } from '../files/read-form-with-files.ts'
import { accept } from './accept.ts'
import { returnPath } from './addresses.ts'
import { correctFrozen } from './correct-frozen.ts'
import { enter } from './enter.ts'
import { rowName } from './figures-table.tsx'
import { freeze } from './freeze.ts'
import { handIn } from './hand-in.ts'
import { handInFor } from './hand-in-for.ts'
import { periodName } from './list-view.tsx'
import type { ShownReturn } from './queries.ts'
import { retake } from './retake.ts'
import { remarksMax, sendBack } from './send-back.ts'
import { formOf, unitReturn } from './unit-return.ts'
import { voidReturn } from './void.ts'

/** Steps offered on the page of a return, in the order of the work. */
const offeredActions: readonly AnyAction[] = [
  enter,
  retake,
  handIn,
  handInFor,
  accept,
  sendBack,
  freeze,
  correctFrozen,
  voidReturn,
]

/** Steps that lead on, the furthest first: of those that are open the first is what comes next. */
const goOn: readonly AnyAction[] = [handIn, handInFor, accept, freeze, enter]

/** Steps with a form of their own here. */
export const formSteps: Readonly<Record<string, AnyAction>> = Object.fromEntries(
  offeredActions.filter((one) => one !== enter).map((one) => [one.step, one]),
)

/** What the handlers of one return stand on. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
  /** The data folder, for signed copies. */
  data: string
  row: ShownReturn
}

/** The sentence of a lawful no. */
export function noSentence(language: Language, code: string, cite: string): string {
  const { returns, law } = words(language)
  const known: Readonly<Record<string, string>> = { ...law.refusals, ...law.conditions, ...returns.refusals }
  return known[code] ?? returns.not_now(cite)
}

/** Steps that this viewer may take, or may not yet; a correction only of the last frozen version. */
export async function offered({ c, db, row }: Omit<Asked, 'data'>): Promise<OfferedStep[]> {
  const { viewer, moment, language } = c.var
  const { law } = words(language)
  const facts = await unitReturn.facts(db.pool, { record: row, unit_id: row.unit_id, viewer, moment })
  const verbs: Readonly<Record<string, { button: string }>> = law.steps['unit-return']
  const steps = offeredActions.flatMap((action): OfferedStep[] => {
    const creates = unitReturn.workflow[action.step]?.from.length === 0
    if (creates && row.state !== 'frozen') return []
    const record = creates ? null : row
    const input = creates ? { form: row.form, instrument: row.instrument, period: row.period } : null
    const said = answerFor(unitReturn, action.step, {
      record,
      facts,
      viewer,
      moment,
      unit_id: row.unit_id,
      id: row.id,
      input,
    })
    if (!said.open && said.kind === 'standing') return []
    // What is over for good needs no reason on the page.
    if (!said.open && said.kind === 'state') return []
    return [
      {
        step: action.step,
        verb: verbs[action.step]?.button ?? action.step,
        href: `${returnPath(row)}/${action.step === 'enter' ? 'nhap' : action.step}`,
        cite: said.cite,
        refusal: said.open ? null : noSentence(language, said.code, said.cite),
        to_be_checked: unitReturn.workflow[action.step]?.unverified !== undefined,
      },
    ]
  })
  const open = steps.filter((one) => one.refusal === null)
  const next = goOn.flatMap(({ step }) => open.filter((one) => one.step === step))[0]
  return steps.map((one) => ({ ...one, next: one === next }))
}

/** Remarks that the form shows at first, and as many more each time they are asked for. */
const remarksStep = 3

const upTo = (count: number) => Array.from({ length: Math.min(count, remarksMax) }, (_, index) => index + 1)

/** The fields of so many remarks; the first must be filled. */
function remarkFields(row: ShownReturn, count: number): Record<string, z.ZodType> {
  // A return has at least its sum, a form at least a column.
  const rows = row.figures.map((one) => one.row) as [string, ...string[]]
  const numbers = formOf(row).columns.map(({ no }) => String(no)) as [string, ...string[]]
  const fields = upTo(count).map((at) => [
    [`row_${at}`, at === 1 ? choice(rows) : choice(rows).optional()],
    [`no_${at}`, choice(numbers).optional()],
    [`text_${at}`, at === 1 ? longText(1000) : longText(1000).optional()],
  ])
  return Object.fromEntries(fields.flat())
}

/** How many remarks a form shows: those that were there when it was sent. */
function remarksIn(typed: FormValues): number {
  const filled = upTo(remarksMax).filter((at) => typed[`text_${at}`] || typed[`no_${at}`])
  return Math.max(remarksStep, Math.ceil((filled.at(-1) ?? 0) / remarksStep) * remarksStep)
}

function schemaOf(step: string, row: ShownReturn, remarks = remarksMax): z.ZodObject {
  if (step === 'hand-in') return z.object({ signed: mustAgree(), files: files(3).optional() })
  if (step === 'hand-in-for')
    return z.object({ signed_by: personName(), signed_on: day(), signed: mustAgree(), files: files(3).optional() })
  if (step === 'send-back') return z.object(remarkFields(row, remarks))
  if (step === 'correct-frozen') return withId(z.object({ reason: longText(2000) }))
  if (step === 'void') return z.object({ reason: longText(1000) })
  return z.object({})
}

/** Labels of rows and columns to choose from. */
function choicesOf(row: ShownReturn, language: Language) {
  const { reports } = words(language)
  const rows = Object.fromEntries(row.figures.map((one) => [one.row, rowName(one, language)]))
  const columns = Object.fromEntries(
    formOf(row).columns.map(({ no, path }) => [String(no), `${no}. ${path.map(reports.heading).join(' › ')}`]),
  )
  return Object.fromEntries(
    upTo(remarksMax).flatMap((at) => [
      [`row_${at}`, rows],
      [`no_${at}`, columns],
    ]),
  )
}

/** Labels of the fields, those of the remarks with their number. */
function labelsOf(language: Language): Readonly<Record<string, string>> {
  const { labels, remark_labels } = words(language).returns
  const remarks = upTo(remarksMax).flatMap((at) => [
    [`row_${at}`, remark_labels.row(at)],
    [`no_${at}`, remark_labels.no(at)],
    [`text_${at}`, remark_labels.text(at)],
  ])
  return { ...labels, ...Object.fromEntries(remarks) }
}

/** The form of a step. */
export async function showStep(
  asked: Asked,
  step: string,
  typed: FormValues = {},
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
  remarks = remarksIn(typed),
): Promise<Response> {
  const { c, row } = asked
  const { language } = c.var
  const { returns, reports, law } = words(language)
  const one = (await offered(asked)).find((found) => found.step === step)
  if (!one) throw new NotOpen('not-in-this-state', unitReturn.workflow[step]?.cite ?? '')
  const verbs: Readonly<Record<string, { button: string }>> = law.steps['unit-return']
  const page = (
    <StepPage
      frame={frameOf(c)}
      title={verbs[step]?.button ?? step}
      current="reports"
      about={`${reports.of_form(row.form)} · ${periodName(row, language)} · ${row.unit_name}`}
      action={`${returnPath(row)}/${step}`}
      cancel={returnPath(row)}
      schema={schemaOf(step, row, remarks)}
      form={{ labels: labelsOf(language), faults: returns.faults, choices: choicesOf(row, language) }}
      values={{
        ...(step === 'correct-frozen' ? startOf() : {}),
        ...(step === 'send-back' ? { row_1: 'total' } : {}),
        ...typed,
      }}
      errors={errors}
      revision={row.revision}
      grave={step === 'freeze' || step === 'void'}
      more_buttons={
        step === 'send-back' &&
        remarks < remarksMax && (
          <Button kind="secondary" name="them" value={String(remarks + remarksStep)}>
            {returns.remark_labels.more}
          </Button>
        )
      }
    />
  )
  return renderPage(c, page, status)
}

/** Takes the posted form. */
export async function takeStep(asked: Asked, step: string): Promise<Response> {
  const { c, db, data, row } = asked
  const { viewer, moment, language } = c.var
  const action = formSteps[step]
  if (!action) throw new NotOpen('unknown-step', '', 404)
  const read = await readFormWithFiles(c.req.raw, schemaOf(step, row), data, language)
  try {
    const more = Number(read.form.get('them')) || 0
    if (more > 0) return await showStep(asked, step, read.values, [], 200, Math.min(more, remarksMax))
    if (!read.ok) return await showStep(asked, step, read.values, read.errors, 422)
    const revision = Number(read.form.get('revision')) || 0
    const copies = await keepUploads(data, row.unit_id, read.uploads, fileIds(row.id, `${step}/${revision}`))
    const input = { ...inputOf(step, read.data, row), ...(copies.length > 0 ? { files: copies } : {}) }
    const creates = unitReturn.workflow[step]?.from.length === 0
    const id = creates ? String(read.data['id']) : row.id
    const call = { viewer, moment, unit_id: row.unit_id, id, input }
    await perform(db, action, creates ? call : { ...call, revision })
    return seeOther(c, returnPath({ unit_id: row.unit_id, id }))
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => noSentence(language, code, cite))
    if (!(await offered(asked)).some((one) => one.step === step)) throw error
    return await showStep(asked, step, read.values, errors, status)
  } finally {
    await read.done()
  }
}

function inputOf(step: string, typed: Readonly<Record<string, unknown>>, row: ShownReturn): Record<string, unknown> {
  if (step === 'correct-frozen')
    return { form: row.form, instrument: row.instrument, period: row.period, reason: typed['reason'] }
  if (step !== 'send-back') {
    const { files: _files, ...rest } = typed
    return rest
  }
  const remarks = upTo(remarksMax).flatMap((at) => {
    const [key, no, text] = [typed[`row_${at}`], typed[`no_${at}`], typed[`text_${at}`]]
    if (key === undefined && no === undefined && text === undefined) return []
    if (key === undefined || text === undefined)
      throw new WrongInput([
        { field: key === undefined ? `row_${at}` : `text_${at}`, code: 'column-and-words-belong-together' },
      ])
    return [{ row: key, no: no === undefined ? null : Number(no), text }]
  })
  return { remarks }
}
