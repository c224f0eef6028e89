/** The form of each step of topics, papers and volumes at the desk: shown, posted, refused with everything typed kept. */
import type { Context } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction, RecordRow } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import { type FormValues, fieldsOf } from '../../platform/read-form.ts'
import { fileIds, isUuid } from '../../platform/uuid.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { readPaperForm } from './paper-uploads.ts'
import { searchedUnits, typedUnit, UnitSearch, withTyped } from './unit-search.tsx'

/** One request of an officer. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
  config: Pick<Config, 'data'>
}

/** A step on a record, or one that makes it. */
export interface StepAbout {
  action: AnyAction
  row: RecordRow | null
  unit_id: string
  /** Where the form is, posts to, and leads back to. */
  href: string
  back: string
  /** What the step is about. */
  title: string
  /** Input that the address says. */
  fixed?: Readonly<Record<string, unknown>>
  values?: FormValues
  options?: Readonly<Record<string, readonly Choice[]>>
  /** It chooses among units: any may be found by its name. */
  finds_units?: boolean
  /** Where the record is afterwards. */
  done: (key: { unit_id: string; id: string }) => string
}

const grave: readonly string[] = ['withdraw', 'decline', 'publish', 'take-off', 'end']

/** A lawful no in words. */
export function paperSentence(language: Language, code: string, cite: string): string {
  const { law, conferences } = words(language)
  const own: Readonly<Record<string, string>> = { ...law.refusals, ...law.conditions, ...conferences.papers.refusals }
  return `${own[code] ?? law.refusals['not-in-this-state']} (${cite})`
}

/** The step with whether it is open now; null where it is not the viewer's. */
export async function offeredStep(
  { c, db }: Pick<Asked, 'c' | 'db'>,
  of: Pick<StepAbout, 'action' | 'row' | 'unit_id' | 'href'>,
): Promise<OfferedStep | null> {
  const { viewer, moment, language } = c.var
  const { noun, step } = of.action
  const facts = await noun.facts(db.pool, { record: of.row, unit_id: of.unit_id, viewer, moment })
  const about = { record: of.row, facts, viewer, moment, unit_id: of.unit_id, id: of.row?.id ?? '', input: null }
  const said = answerFor(noun, step, about)
  if (!said.open && said.kind === 'standing') return null
  return {
    step,
    verb: verbOf(language, noun.kind, step),
    href: of.href,
    cite: said.cite,
    refusal: said.open ? null : paperSentence(language, said.code, said.cite),
    to_be_checked: true,
  }
}

/** The step as a page offers it: null also where it is past or not yet due, of which nothing is to be said. */
export async function shownStep(
  asked: Pick<Asked, 'c' | 'db'>,
  of: Pick<StepAbout, 'action' | 'row' | 'unit_id' | 'href'>,
): Promise<OfferedStep | null> {
  const states: readonly string[] = of.action.noun.workflow[of.action.step]?.from ?? []
  return of.row === null || states.includes(of.row.state) ? offeredStep(asked, of) : null
}

function verbOf(language: Language, kind: string, step: string): string {
  const kinds: Readonly<Record<string, Readonly<Record<string, { button: string }>>>> = words(language).law.steps
  return kinds[kind]?.[step]?.button ?? step
}

const withFile = (action: AnyAction) => fieldsOf(action.input).some((field) => field.field === 'file')

function schemaOf({ action, row, fixed = {} }: StepAbout) {
  const mask = Object.fromEntries(Object.keys(fixed).map((name) => [name, true] as const))
  const shown = action.input.omit(mask)
  return row ? shown : withId(shown)
}

/** The page of the form; as to a stranger where the step is not the viewer's. */
export async function showStep(
  one: Asked,
  about: StepAbout,
  refused: { values: FormValues; errors: readonly Fault[]; status: PageStatus } | null = null,
): Promise<Response> {
  const { c } = one
  const { language } = c.var
  const said = await offeredStep(one, about)
  if (!said) throw new NotOpen('not-yours', '', 404)
  const { papers } = words(language).conferences
  const closed = said.refusal && !refused ? [{ field: '', code: 'not-now', sentence: said.refusal }] : []
  const { step } = about.action
  const typed = about.finds_units ? typedUnit(c) : ''
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={said.verb}
      current="conferences"
      about={[about.title, papers.about[step]].filter(Boolean).join('. ')}
      action={withTyped(about.href, typed)}
      cancel={about.back}
      schema={schemaOf(about)}
      form={{
        labels: papers.labels,
        hints: papers.hints,
        faults: papers.faults,
        choices: { mark: papers.marks },
      }}
      values={refused?.values ?? { ...(about.row ? {} : startOf()), ...about.values }}
      errors={refused?.errors ?? closed}
      options={about.options}
      revision={about.row?.revision}
      grave={grave.includes(step)}
      before={
        about.finds_units && (
          <UnitSearch
            frame={frameOf(c)}
            action={about.href}
            typed={typed}
            found={(await searchedUnits({ c, db: one.db })).length}
          />
        )
      }
    />,
    refused?.status,
  )
}

/** Takes the posted form. */
export async function takeStep(one: Asked, about: StepAbout): Promise<Response> {
  const { c, config } = one
  if (!(await offeredStep(one, about))) throw new NotOpen('not-yours', '', 404)
  const schema = schemaOf(about)
  if (!withFile(about.action)) return take(one, about, await readPost(c, schema))
  // Files of a double post bear the same ids, so that the second is known again.
  const newId = (form: FormData) =>
    fileIds(about.row?.id ?? String(form.get('id')), String(about.row?.revision ?? 'hand-in'))
  const read = await readPaperForm(c.req.raw, schema, {
    data: config.data,
    unit_id: about.unit_id,
    language: c.var.language,
    newId,
  })
  try {
    return await take(one, about, read)
  } finally {
    await read.done()
  }
}

type Read = { values: FormValues; form: FormData } & (
  | { ok: true; data: Readonly<Record<string, unknown>> }
  | { ok: false; errors: readonly Fault[] }
)

async function take(one: Asked, about: StepAbout, read: Read): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  if (!read.ok) return showStep(one, about, { values: read.values, errors: read.errors, status: 422 })
  const { id: new_id, ...typed } = read.data
  const id = about.row?.id ?? String(new_id)
  if (!isUuid(id)) throw new NotOpen('not-yours', '', 404)
  const revision = about.row ? { revision: Number(read.form.get('revision')) || 0 } : {}
  const input = { ...typed, ...about.fixed }
  try {
    await perform(db, about.action, { viewer, moment, unit_id: about.unit_id, id, ...revision, input })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => paperSentence(language, code, cite))
    return showStep(one, about, { values: read.values, errors, status })
  }
  return seeOther(c, about.done({ unit_id: about.unit_id, id }))
}
