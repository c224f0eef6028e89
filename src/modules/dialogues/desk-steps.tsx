/** Steps of projects, consultations, opinions and requests at the desk: offered on the record's page, each with its form. */
import type { Context } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction, RecordRow } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { FormWords } from '../../ui/parts/form.tsx'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { firstValues, nounOf, onRow, optionsFor } from './desk-kinds.ts'
import { sentence as said } from './dialogue-asked.ts'
import { type DeskKind, deskPathOf, projectsPath } from './project-addresses.ts'

/** A request at the desk. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
}

/** What a step is about: a record, or the unit in which one is to begin. `fixed` is input that the address gives. */
export interface About {
  kind: DeskKind
  unit_id: string
  row: (RecordRow & { title?: string; subject?: string }) | null
  fixed?: Readonly<Record<string, string>>
  /** Where a form of a new record stands, and where it leads back. */
  path?: string
  back?: string
}

/** A lawful no as a sentence, with its article. */
export function sentence(c: Context<AppEnv>, code: string, cite: string): string {
  return said(c.var.language, code, cite)
}

const hrefOf = (about: About, step: string) =>
  about.row ? `${deskPathOf[about.kind](about.row)}/${step}` : (about.path ?? projectsPath)

/** The step with whether it is open now; null where it is not the viewer's. */
export async function offered({ c, db }: Asked, action: AnyAction, about: About): Promise<OfferedStep | null> {
  const { viewer, moment, language } = c.var
  const { kind, unit_id, row } = about
  const noun = nounOf[kind]
  const facts = await noun.facts(db.pool, { record: row, unit_id, viewer, moment })
  const asked = { record: row, facts, viewer, moment, unit_id, id: row?.id ?? '', input: null }
  const said = answerFor(noun, action.step, asked)
  if (!said.open && said.kind === 'standing') return null
  const { step } = action
  const verbs: Readonly<Record<string, { button: string }>> = words(language).law.steps[kind]
  const refusal = said.open ? null : sentence(c, said.code, said.cite)
  const { unverified, to } = noun.workflow[step] ?? {}
  return {
    step,
    verb: verbs[step]?.button ?? step,
    href: hrefOf(about, step),
    cite: said.cite,
    refusal,
    to_be_checked: unverified !== undefined,
    moves: to !== 'same',
  }
}

/** Every step of the viewer on a record. */
export async function offeredOn(one: Asked, about: About): Promise<OfferedStep[]> {
  const steps: OfferedStep[] = []
  for (const action of onRow(about.kind)) {
    const said = await offered(one, action, about)
    if (said) steps.push(said)
  }
  return steps
}

/** The sentences of a form; those of a promise are the commitments' own. */
export function formWords(c: Context<AppEnv>, action: AnyAction): FormWords {
  const w = words(c.var.language)
  const { projects } = w.dialogues
  if (action.step !== 'note-promise') return projects
  const { labels, hints, faults, forces } = w.commitments.promises
  return { labels, hints, faults, choices: { force: forces } }
}

function schemaOf(action: AnyAction, about: About) {
  const hidden = Object.fromEntries(Object.keys(about.fixed ?? {}).map((name) => [name, true as const]))
  const schema = action.input.omit(hidden)
  return about.row ? schema : withId(schema)
}

/** What was typed into a form before it was refused. */
export interface Typed {
  values: FormValues
  errors: readonly Fault[]
  status: PageStatus
}

/** The form of a step. */
export async function stepForm(one: Asked, action: AnyAction, about: About, typed?: Typed): Promise<Response> {
  const { c, db } = one
  const said = await offered(one, action, about)
  if (!said) throw new NotOpen('not-yours', '', 404)
  const { row, kind } = about
  const { projects } = words(c.var.language).dialogues
  const abouts: Readonly<Record<string, string>> = projects.about
  const subject = row?.title ?? row?.subject ?? ''
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={said.verb}
      current="dialogues"
      about={[subject, abouts[`${kind}/${action.step}`]].filter(Boolean).join('. ')}
      action={said.href}
      cancel={about.back ?? (row ? deskPathOf[kind](row) : projectsPath)}
      schema={schemaOf(action, about)}
      form={formWords(c, action)}
      values={typed?.values ?? { ...(row ? {} : startOf()), ...firstValues(action, row, uuidv7()) }}
      errors={typed?.errors ?? (said.refusal ? [{ field: '', code: 'refused', sentence: said.refusal }] : [])}
      options={await optionsFor(c.var.viewer, db.pool, action, about.unit_id)}
      revision={row?.revision}
    />,
    typed?.status ?? 200,
  )
}

/** Takes a step from its form; refused, the form comes back with everything typed. */
export async function takeStep(one: Asked, action: AnyAction, about: About): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const { row, kind, unit_id } = about
  const read = await readPost(c, schemaOf(action, about))
  if (!read.ok) return stepForm(one, action, about, { values: read.values, errors: read.errors, status: 422 })
  const { id: new_id, ...input }: Record<string, unknown> = read.data
  const id = row?.id ?? String(new_id)
  const revision = row ? { revision: Number(read.form.get('revision')) || 0 } : {}
  try {
    await perform(db, action, { viewer, moment, unit_id, id, ...revision, input: { ...input, ...about.fixed } })
  } catch (error) {
    const refused = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
    return stepForm(one, action, about, { values: read.values, ...refused })
  }
  // An opinion leads back to the consultation it belongs to.
  return seeOther(c, about.fixed && about.back ? about.back : deskPathOf[kind]({ unit_id, id }))
}
