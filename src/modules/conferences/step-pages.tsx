/** The form of each step of a meeting: shown, posted, refused with everything typed kept. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, isMultipart, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { fileIds } from '../../platform/uuid.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { Inset, Warning } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { keepUploads } from '../files/keep-file.ts'
import { readFormWithFiles } from '../files/read-form-with-files.ts'
import { unitName } from '../units/queries.ts'
import { meetingPath, meetingsPath } from './addresses.ts'
import { type MeetingRow, meeting } from './meeting.ts'
import type { Meeting } from './queries.ts'
import { choosesUnits, optionsOf, usualValues } from './step-fields.ts'
import { searchedUnits, typedUnit, UnitSearch, withTyped } from './unit-search.tsx'

/** One request of an officer. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
  config: Pick<Config, 'data'>
}

/** Steps on one entry of the meeting: several people may take them at once, none of them is stale for the others. */
const onEntries: readonly string[] = [
  'answer-invitation',
  'note-attendance',
  'report-room',
  'record-speech',
  'write-finding',
  'write-conclusion',
  'note-promise',
]

/** Steps that cannot be taken back. */
const grave: readonly string[] = ['invite', 'conclude', 'cancel', 'close']

/** A lawful no in the module's words. */
export function sentence(language: Language, code: string, cite: string): string {
  const { law, conferences } = words(language)
  const own: Readonly<Record<string, string>> = law.conditions
  return own[code] ?? conferences.not_now(cite)
}

/** A step with whether it is open; null where it is not the viewer's. */
export async function offered(
  { c, db }: Asked,
  action: AnyAction,
  row: MeetingRow | null,
  unit = row?.unit_id ?? c.req.param('unit') ?? '',
): Promise<OfferedStep | null> {
  const { viewer, moment, language } = c.var
  const facts = await meeting.facts(db.pool, { record: row, unit_id: unit, viewer, moment })
  const about = { record: row, facts, viewer, moment, unit_id: unit, id: row?.id ?? '', input: null }
  if (row === null && action.step !== 'plan') return null
  const said = answerFor(meeting, action.step, about)
  if (!said.open && said.kind === 'standing') return null
  const steps: Readonly<Record<string, { button: string }>> = words(language).law.steps.meeting
  return {
    step: action.step,
    verb: steps[action.step]?.button ?? action.step,
    href: row ? meetingPath(row, action.step) : `${meetingsPath}/lap/${unit}`,
    cite: said.cite,
    refusal: said.open ? null : sentence(language, said.code, said.cite),
    to_be_checked: true,
  }
}

const schemaOf = (action: AnyAction) => (action.step === 'plan' ? withId(action.input) : action.input)

/** The schema without what nobody could answer: an empty list to choose from, the day of a meeting that lasts one. */
function shownSchema(action: AnyAction, row: MeetingRow | null, options: Readonly<Record<string, readonly unknown[]>>) {
  const schema: z.ZodObject = schemaOf(action)
  const lists = ['paper_id', 'cluster_id', 'room_id', 'unit_ids'].filter((name) => options[name]?.length === 0)
  const one_day = action.step === 'add-item' && row?.held_on.equals(row.until_on) ? ['on'] : []
  const none = [...lists, ...one_day].filter((name) => schema.shape[name]?.isOptional())
  if (none.length === 0) return schema
  const kept = Object.entries(schema.shape).filter(([name]) => !none.includes(name))
  return z.object(Object.fromEntries(kept))
}

/** Labels, hints, faults and choices of one step. */
function formWords(language: Language, step: string) {
  const { conferences: w } = words(language)
  const labels_of: Readonly<Record<string, Readonly<Record<string, string>>>> = w.labels_of
  const kind = { 'add-item': w.programme.kinds, 'write-finding': w.findings.kinds }[step] ?? w.kinds
  return {
    labels: { ...w.labels, ...labels_of[step] },
    hints: w.hints,
    faults: w.faults,
    choices: { ...w.choices, kind, mode: w.modes },
  }
}

/** Faults that name a time or a title say which. */
function told(errors: readonly Fault[], language: Language): Fault[] {
  const sentences: Readonly<Record<string, (of: never) => string>> = words(language).conferences.named_faults
  return errors.map((fault) => {
    const said = sentences[fault.code]
    // The functions read what the step gave with the fault, by the same names.
    return said && fault.params ? { ...fault, sentence: said(fault.params as never) } : fault
  })
}

/** What somebody else saved while this was typed. */
function savedThere(row: MeetingRow | null, step: string, values: FormValues): string | null {
  if (step === 'write-conclusion') return row?.conclusion ?? null
  return row?.findings.find((one) => one.id === values['finding_id'])?.text ?? null
}

/** The version that the form stands on now, so that whoever was told may save over it knowingly. */
function renewed(row: MeetingRow | null, step: string, values: FormValues): FormValues {
  if (step === 'write-conclusion') return { ...values, version: String(row?.conclusion_version ?? 0) }
  const found = row?.findings.find((one) => one.id === values['finding_id'])
  return found ? { ...values, version: String(found.version) } : values
}

/** The page of the form; as to a stranger where the step is not the viewer's. */
export async function showForm(
  one: Asked,
  action: AnyAction,
  row: Meeting | null,
  refused: { values: FormValues; errors: readonly Fault[]; status: PageStatus; stale: boolean } | null = null,
): Promise<Response> {
  const { c, db } = one
  const { viewer, language } = c.var
  const said = await offered(one, action, row)
  if (!said) throw new NotOpen('not-yours', '', 404)
  const { conferences: w } = words(language)
  const about: Readonly<Record<string, string>> = w.about
  const unit_id = row?.unit_id ?? c.req.param('unit') ?? ''
  const name = row?.title ?? (await unitName(viewer, db.pool, unit_id)) ?? ''
  const closed = said.refusal && !refused ? [{ field: '', code: 'not-now', sentence: said.refusal }] : []
  const saved = refused?.stale ? savedThere(row, action.step, refused.values) : null
  const values = refused?.values ?? usualValues(c, action, row)
  const options = await optionsOf(one, action, row, unit_id)
  const typed = choosesUnits.includes(action.step) ? typedUnit(c) : ''
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={said.verb}
      current="conferences"
      about={`${name}. ${about[action.step] ?? ''}`}
      action={withTyped(said.href, typed)}
      cancel={row ? meetingPath(row) : meetingsPath}
      schema={shownSchema(action, row, options)}
      form={formWords(language, action.step)}
      values={refused?.stale ? renewed(row, action.step, values) : values}
      errors={refused?.errors ?? closed}
      options={options}
      revision={row && !onEntries.includes(action.step) ? row.revision : undefined}
      grave={grave.includes(action.step)}
      before={
        choosesUnits.includes(action.step) && (
          <UnitSearch
            frame={frameOf(c)}
            action={said.href}
            typed={typed}
            found={(await searchedUnits({ c, db })).length}
          />
        )
      }
      beside={
        saved !== null && (
          <section>
            <Warning>{w.conclusion.kept}</Warning>
            <h2 class="govuk-heading-m">{w.conclusion.saved_there}</h2>
            <Inset>
              {saved.split('\n').map((line, index) => (
                <p key={index} class="govuk-body">
                  {line}
                </p>
              ))}
            </Inset>
          </section>
        )
      }
    />,
    refused?.status,
  )
}

/** Takes the posted form. */
export async function takeForm(one: Asked, action: AnyAction, row: Meeting | null, read_again: () => Promise<Meeting>) {
  const { c, config } = one
  if (!(await offered(one, action, row))) throw new NotOpen('not-yours', '', 404)
  if (!isMultipart(c)) {
    const read = await readPost(c, schemaOf(action))
    return take(one, action, row, read, [], read_again)
  }
  const read = await readFormWithFiles(c.req.raw, schemaOf(action), config.data, c.var.language)
  try {
    const unit_id = row?.unit_id ?? ''
    const kept = read.ok
      ? await keepUploads(config.data, unit_id, read.uploads, fileIds(row?.id ?? '', String(row?.revision ?? 0)))
      : []
    return await take(one, action, row, read, kept, read_again)
  } finally {
    await read.done()
  }
}

type Read = Awaited<ReturnType<typeof readPost>>

async function take(
  one: Asked,
  action: AnyAction,
  row: Meeting | null,
  read: Read,
  files: readonly unknown[],
  read_again: () => Promise<Meeting>,
): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  if (!read.ok)
    return showForm(one, action, row, {
      values: read.values,
      errors: told(read.errors, language),
      status: 422,
      stale: false,
    })
  const { id: new_id, ...typed }: Record<string, unknown> = read.data
  const input = files.length > 0 ? { ...typed, files } : typed
  const unit_id = row?.unit_id ?? c.req.param('unit') ?? ''
  const id = row?.id ?? String(new_id)
  const whole = row !== null && !onEntries.includes(action.step)
  const revision = whole ? { revision: Number(read.form.get('revision')) || 0 } : {}
  try {
    await perform(db, action, { viewer, moment, unit_id, id, ...revision, input })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(language, code, cite))
    const now = row && error instanceof Stale ? await read_again() : row
    const stale = error instanceof Stale && ['write-finding', 'write-conclusion'].includes(action.step)
    return showForm(one, action, now, { values: read.values, errors: told(errors, language), status, stale })
  }
  return seeOther(c, meetingPath({ unit_id, id }))
}
