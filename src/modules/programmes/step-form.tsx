/** The form of any step of the module's records: shown, posted, refused with everything typed kept. */
import type { Context } from 'hono'
import type { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, isMultipart, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction, RecordRow } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import { type FormValues, fieldsOf } from '../../platform/read-form.ts'
import { fileIds } from '../../platform/uuid.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { keepUploads } from '../files/keep-file.ts'
import { readFormWithFiles } from '../files/read-form-with-files.ts'

/** One request of an officer; `data` is the folder of kept files. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
  data: string
}

/** A step's form: of which record (null: a new one), about what, from where. */
export interface FormOfStep {
  action: AnyAction
  unit_id: string
  row: RecordRow | null
  about: string
  /** Where the form stands, without the step, and where it leads back. */
  path: string
  back: string
  values?: FormValues
  options?: Readonly<Record<string, readonly Choice[]>>
  /** Input that the address gives, not the form. */
  given?: Readonly<Record<string, unknown>>
  done: (id: string) => string
}

/** As to a stranger. */
export const notFound = () => new NotOpen('not-yours', '', 404)

/** Steps of the viewer's standing, each with whether it is open now and its words. */
export async function offered(
  { c, db }: Asked,
  actions: readonly AnyAction[],
  of: { unit_id: string; row: RecordRow | null; path: string },
): Promise<OfferedStep[]> {
  const { viewer, moment, language } = c.var
  const steps: Readonly<Record<string, Readonly<Record<string, { button: string }>>>> = words(language).law.steps
  const found: OfferedStep[] = []
  for (const { noun, step } of actions) {
    const { unit_id, row: record } = of
    const facts = await noun.facts(db.pool, { record, unit_id, viewer, moment })
    const about = { record, facts, viewer, moment, unit_id, id: record?.id ?? '', input: null }
    const said = answerFor(noun, step, about)
    if (!said.open && said.kind === 'standing') continue
    const refusal = said.open ? null : sentence(c, said.code, said.cite)
    const verb = steps[noun.kind]?.[step]?.button ?? step
    found.push({ step, verb, href: `${of.path}/${step}`, cite: said.cite, refusal, to_be_checked: true })
  }
  return found
}

/** A lawful no in words, with its article. */
function sentence(c: Context<AppEnv>, code: string, cite: string): string {
  const { law } = words(c.var.language)
  const own: Readonly<Record<string, string>> = { ...law.refusals, ...law.conditions }
  return `${own[code] ?? law.refusals['not-in-this-state']} (${cite})`
}

function schemaOf({ action, row, given = {} }: FormOfStep): z.ZodObject {
  const hidden = fieldsOf(action.input)
    .map((field) => field.name)
    .filter((name) => Object.hasOwn(given, name))
  const shown = action.input.omit(Object.fromEntries(hidden.map((name) => [name, true as const])))
  return row ? shown : withId(shown)
}

/** A fault of one line among many says which. */
function atLine(fault: Fault, sentences: Readonly<Record<string, (line: string) => string>>): Fault {
  const { line } = fault.params ?? {}
  const sentence = line === undefined ? undefined : sentences[fault.code]?.(String(line))
  return sentence === undefined ? fault : { ...fault, sentence }
}

/** The page of the form; as to a stranger where the step is not the viewer's. */
export async function showForm(
  asked: Asked,
  form: FormOfStep,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { c } = asked
  const { programmes: p, units } = words(c.var.language)
  const [step] = await offered(asked, [form.action], form)
  if (!step) throw notFound()
  const of_goal = form.action.step === 'set-goal'
  const page = (
    <StepPage
      frame={frameOf(c)}
      title={step.verb}
      current="programmes"
      about={[form.about, p.about[form.action.step]].filter(Boolean).join('. ')}
      action={`${form.path}/${form.action.step}`}
      cancel={form.back}
      schema={schemaOf(form)}
      form={{
        labels: { ...p.labels, ...(of_goal ? { source: p.figure_source } : {}) },
        hints: { ...p.hints, ...(of_goal ? { source: p.hints.figure } : {}) },
        faults: p.faults,
        choices: {
          kind: p.kinds,
          source_kind: p.kinds,
          awardee: p.kinds,
          mode: p.modes,
          direction: p.directions,
          force: p.forces,
          plan_level: units.levels,
        },
      }}
      values={typed ?? { ...(form.row ? {} : startOf()), ...form.values }}
      errors={errors.map((one) => atLine(one, p.line_faults))}
      options={form.options}
      revision={form.row?.revision}
    />
  )
  return renderPage(c, page, status)
}

async function readTyped({ c, data }: Asked, form: FormOfStep) {
  const schema = schemaOf(form)
  if (!isMultipart(c)) return { ...(await readPost(c, schema)), uploads: [], done: async () => {} }
  return readFormWithFiles(c.req.raw, schema, data, c.var.language)
}

/** Takes the posted form. */
export async function takeForm(asked: Asked, form: FormOfStep): Promise<Response> {
  const { c, db, data } = asked
  const { viewer, moment } = c.var
  const read = await readTyped(asked, form)
  try {
    if (!read.ok) return await showForm(asked, form, read.values, read.errors, 422)
    const { id: new_id, ...typed }: Record<string, unknown> = read.data
    const id = form.row?.id ?? String(new_id)
    const revision = form.row ? { revision: Number(read.form.get('revision')) || 0 } : {}
    const kept = await keepUploads(data, form.unit_id, read.uploads, fileIds(id, String(read.form.get('revision'))))
    const files = kept.length > 0 ? { files: kept } : {}
    const input = { ...typed, ...files, ...form.given }
    await perform(db, form.action, { viewer, moment, unit_id: form.unit_id, id, ...revision, input })
    return seeOther(c, form.done(id))
  } catch (error) {
    const { errors, status } = refusedForm(error, c.var.language, (code, cite) => sentence(c, code, cite))
    return await showForm(asked, form, read.values, errors, status)
  } finally {
    await read.done()
  }
}
