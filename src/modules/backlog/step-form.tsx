/** The form of any step of the backlog's small records: shown, posted, refused with everything typed kept. */
import type { Context } from 'hono'
import type { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction, RecordRow } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import { type FormValues, fieldsOf } from '../../platform/read-form.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'

/** One request of an officer. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
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
  /** What is asked in place of the action's own fields, with labels of its own, and the input it makes. */
  asks?: {
    schema: z.ZodObject
    labels: Readonly<Record<string, string>>
    input: (typed: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  }
  /** Where it leads once done. */
  done: (id: string) => string
  /** Further work after the step, before the next page. */
  after?: (id: string) => Promise<void>
}

/** Every step of the viewer's standing, with whether it is open now. */
export async function offered(
  { c, db }: Asked,
  actions: readonly AnyAction[],
  of: { unit_id: string; row: RecordRow | null; path: string },
): Promise<OfferedStep[]> {
  const { viewer, moment, language } = c.var
  const { backlog, law } = words(language)
  const verbs: Readonly<Record<string, string>> = backlog.steps
  const of_law: Readonly<Record<string, { button: string }>> = law.steps['overdue-demand']
  const found: OfferedStep[] = []
  for (const { noun, step } of actions) {
    const { unit_id, row: record } = of
    const facts = await noun.facts(db.pool, { record, unit_id, viewer, moment })
    const said = answerFor(noun, step, {
      record,
      facts,
      viewer,
      moment,
      unit_id,
      id: record?.id ?? '',
      input: null,
    })
    if (!said.open && said.kind === 'standing') continue
    const refusal = said.open ? null : sentence(c, said.code, said.cite)
    found.push({
      step,
      verb: verbs[step] ?? of_law[step]?.button ?? step,
      href: `${of.path}/${step}`,
      cite: said.cite,
      refusal,
    })
  }
  return found
}

/** A lawful no in the module's words. */
export function sentence(c: Context<AppEnv>, code: string, cite: string): string {
  const { backlog, law } = words(c.var.language)
  const own: Readonly<Record<string, string>> = { ...law.conditions, ...backlog.refusals }
  return own[code] ?? backlog.not_now(cite)
}

function schemaOf({ action, row, given = {}, asks }: FormOfStep) {
  if (asks) return row ? asks.schema : withId(asks.schema)
  const hidden = fieldsOf(action.input)
    .map((field) => field.name)
    .filter((name) => Object.hasOwn(given, name))
  const shown = action.input.omit(Object.fromEntries(hidden.map((name) => [name, true as const])))
  return row ? shown : withId(shown)
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
  const { backlog } = words(c.var.language)
  const [step] = await offered(asked, [form.action], form)
  if (!step) throw new NotOpen('not-yours', '', 404)
  const handing = form.action.noun.kind === 'work-hand-over'
  const page = (
    <StepPage
      frame={frameOf(c)}
      title={step.verb}
      current="worklists"
      about={form.about}
      action={`${form.path}/${form.action.step}`}
      cancel={form.back}
      schema={schemaOf(form)}
      form={{
        labels: { ...backlog.labels, ...form.asks?.labels, ...(handing ? { note: backlog.hand_overs.note } : {}) },
        hints: { ...backlog.hints, ...(handing ? { note: backlog.hand_overs.note_hint } : {}) },
        names: backlog.names,
        faults: backlog.faults,
        choices: { cause: backlog.causes, finding: backlog.stocktakes.findings, kinds: backlog.kinds },
      }}
      values={typed ?? { ...(form.row ? {} : startOf()), ...form.values }}
      errors={errors}
      options={form.options}
      revision={form.row?.revision}
    />
  )
  return renderPage(c, page, status)
}

/** Takes the posted form. */
export async function takeForm(asked: Asked, form: FormOfStep): Promise<Response> {
  const { c, db } = asked
  const { viewer, moment } = c.var
  const read = await readPost(c, schemaOf(form))
  if (!read.ok) return showForm(asked, form, read.values, read.errors, 422)
  const { id: new_id, ...typed }: Record<string, unknown> = read.data
  const id = form.row?.id ?? String(new_id)
  const revision = form.row ? { revision: Number(read.form.get('revision')) || 0 } : {}
  try {
    const input = { ...(form.asks ? form.asks.input(typed) : typed), ...form.given }
    await perform(db, form.action, { viewer, moment, unit_id: form.unit_id, id, ...revision, input })
  } catch (error) {
    const { errors, status } = refusedForm(error, c.var.language, (code, cite) => sentence(c, code, cite))
    return showForm(asked, form, read.values, errors, status)
  }
  await form.after?.(id)
  return seeOther(c, form.done(id))
}
