/** The ways in to the tree's pages: what a request asks is read, and the page is made of it. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { day as dayField } from '../../platform/input.ts'
import { faultsOf, fieldsOf } from '../../platform/read-form.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { faultSentence } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { addBodyAction } from './add-body.ts'
import { type BodyRow, body, bodyRecord } from './body.ts'
import { correctBodyAction } from './correct-body.ts'
import { type SearchData, UnitsPage, unitPath } from './desk.tsx'
import { endBodyAction } from './end-body.ts'
import {
  aliasesOf,
  ancestorsOf,
  became,
  cameFrom,
  childrenOf,
  countsOn,
  findAliases,
  findUnits,
  formsOf,
  setsOf,
  unitOn,
  unitsOn,
} from './queries.ts'
import { renameBodyAction } from './rename-body.ts'
import { countryId, isLevel, treeFrom, type Unit } from './unit.ts'
import { type BodyStep, type TypedForm, type UnitData, UnitPage } from './unit-page.tsx'

const shown_max = 50

/** Registers `/don-vi` and `/don-vi/:id` with its forms. */
export function pages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  app.get('/don-vi', async (c) => {
    const data = await searchData(c, db)
    return renderPage(c, <UnitsPage frame={frameOf(c)} data={data} />, data.day_fault === null ? 200 : 422)
  })
  app.get('/don-vi/:id{[0-9a-fA-F-]{36}}', async (c) => {
    const data = await unitData(c, db, c.req.param('id'), null)
    if (data === null) return c.notFound()
    return renderPage(c, <UnitPage frame={frameOf(c)} data={data} />, data.day_fault === null ? 200 : 422)
  })
  app.post('/don-vi/:id{[0-9a-fA-F-]{36}}/:step{[a-z-]+}', (c) => change(c, db, c.req.param('id'), c.req.param('step')))
}

const asked = z.object({ ngay: dayField({ year_min: 1900 }) })

/** The day asked for, or the business day with the sentence of what is wrong with what was typed. */
function dayAsked(c: Context<AppEnv>): { day: Temporal.PlainDate; typed: string; fault: string | null } {
  const typed = c.req.query('ngay')?.slice(0, 40) ?? ''
  const today = c.var.moment.on
  if (typed.trim() === '') return { day: today, typed: shortDay(today), fault: null }
  const read = asked.safeParse({ ngay: typed })
  if (read.success) return { day: read.data.ngay, typed: shortDay(read.data.ngay), fault: null }
  const [fault] = faultsOf(read.error, fieldsOf(asked), { ngay: typed })
  const { units, frame } = words(c.var.language)
  const labels = { ngay: units.columns.day_name }
  return { day: today, typed, fault: fault ? faultSentence(fault, { labels }, frame, c.var.language) : '' }
}

async function searchData(c: Context<AppEnv>, db: Db): Promise<SearchData> {
  const { viewer } = c.var
  const { day, typed, fault } = dayAsked(c)
  const text = (c.req.query('q') ?? '').slice(0, 200)
  const wanted = c.req.query('cap') ?? ''
  const level = isLevel(wanted) ? wanted : undefined
  const searched = text.trim() !== ''
  const found = searched ? await findUnits(viewer, db.pool, text, day, { level, limit: shown_max + 1 }) : null
  const aliases = searched && level === undefined ? await findAliases(viewer, db.pool, text) : []
  const heirs = await unitsOn(
    viewer,
    db.pool,
    aliases.map((alias) => alias.unit_id),
    c.var.moment.on,
  )
  const names = new Map(heirs.map((unit) => [unit.id, `${unit.name}, ${unit.place}`]))
  return {
    typed: { text, day: typed, level: level ?? '' },
    day,
    day_fault: fault,
    found: found?.slice(0, shown_max) ?? null,
    more: found !== null && found.length > shown_max,
    aliases: aliases.map((alias) => ({ ...alias, heir: names.get(alias.unit_id) ?? '' })),
    counts: await countsOn(viewer, db.pool, day),
    provinces: searched ? [] : await childrenOf(viewer, db.pool, countryId, day, { level: 'province' }),
    begins: Temporal.PlainDate.compare(day, treeFrom) < 0 ? treeFrom : null,
  }
}

const actions: Readonly<Record<BodyStep, AnyAction>> = {
  'add-body': addBodyAction,
  'rename-body': renameBodyAction,
  'end-body': endBodyAction,
  'correct-body': correctBodyAction,
}

const isStep = (text: string): text is BodyStep => Object.hasOwn(actions, text)

async function unitData(
  c: Context<AppEnv>,
  db: Db,
  id: string,
  typed: (TypedForm & { step: BodyStep }) | null,
): Promise<UnitData | null> {
  if (!isUuid(id)) return null
  const { viewer } = c.var
  const sql = db.pool
  const forms = await formsOf(viewer, sql, id)
  const last = forms.at(-1)
  if (!last) return null
  const { day, typed: typed_day, fault: day_fault } = dayAsked(c)
  const unit = await unitOn(viewer, sql, id, day)
  const record = last.parent_id === null ? null : await bodyRecord(sql, last.parent_id, id)
  const wanted = c.req.query('viec') ?? ''
  const steps = await offered(c, db, last, record, day)
  const may = isStep(wanted) && steps.some((one) => one.step === wanted && one.refusal === null)
  const chosen = typed?.step ?? (may ? wanted : null)
  return {
    id,
    day,
    typed_day,
    day_fault,
    unit,
    above: unit ? await ancestorsOf(viewer, sql, id, day) : [],
    below: unit ? await childrenOf(viewer, sql, id, day) : [],
    came_from: await cameFrom(viewer, sql, id),
    became: await became(viewer, sql, id),
    aliases: await aliasesOf(viewer, sql, id),
    forms,
    sets: await setsOf(viewer, sql, id, day),
    steps,
    revision: record?.revision ?? 0,
    new_id: uuidv7(),
    being_placed: c.req.query('da-ghi') !== undefined,
    chosen,
    typed,
  }
}

/** Steps for viewers who stand to this unit or record in any way; a stranger is offered nothing. */
async function offered(
  c: Context<AppEnv>,
  db: Db,
  unit: Unit,
  record: BodyRow | null,
  day: Temporal.PlainDate,
): Promise<OfferedStep[]> {
  const { viewer, moment } = c.var
  if (viewer.account_id === null) return []
  const { refusals, actions: verbs } = words(c.var.language).units
  const sentence = (code: string) =>
    Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : refusals['not-yours']
  const ask = async (step: BodyStep, unit_id: string, of: BodyRow | null): Promise<OfferedStep[]> => {
    const facts = await body.facts(db.pool, { record: of, unit_id, viewer, moment })
    const about = { record: of, facts, input: null, viewer, moment, unit_id, id: of?.id ?? unit.id }
    if (body.standings(about).length === 0) return []
    const said = answerFor(body, step, about)
    if (!said.open && said.kind === 'standing') return []
    const href = `/don-vi/${unit.id}?ngay=${day}&viec=${step}#${step}`
    return [{ step, verb: verbs[step], href, cite: said.cite, refusal: said.open ? null : sentence(said.code) }]
  }
  const onRecord = record
    ? await Promise.all(
        (['rename-body', 'end-body', 'correct-body'] as const).map((step) => ask(step, record.unit_id, record)),
      )
    : []
  return [...(await ask('add-body', unit.id, null)), ...onRecord.flat()]
}

/** A posted form: perform, then 303; with a fault the page again, 422, with everything typed. */
async function change(c: Context<AppEnv>, db: Db, id: string, step: string): Promise<Response> {
  if (!isStep(step)) return c.notFound() as Response
  const { viewer, moment } = c.var
  const action = actions[step]
  const read = await readPost(c, action.input)
  const again = async (errors: TypedForm['errors'], status: 409 | 422) => {
    const data = await unitData(c, db, id, { step, values: read.values, errors })
    return data === null
      ? (c.notFound() as Response)
      : renderPage(c, <UnitPage frame={frameOf(c)} data={data} />, status)
  }
  if (!read.ok) return again(read.errors, 422)
  const [last] = (await formsOf(viewer, db.pool, id)).slice(-1)
  if (!last) return c.notFound() as Response
  const given = String(read.form.get('id') ?? '')
  const call =
    step === 'add-body'
      ? { unit_id: id, id: isUuid(given) ? given : uuidv7() }
      : { unit_id: last.parent_id ?? id, id, revision: Number(read.form.get('revision')) || undefined }
  try {
    await perform(db, action, { ...call, viewer, moment, input: read.data })
    return seeOther(c, `${unitPath(id, moment.on)}&da-ghi`)
  } catch (error) {
    const refusals: Readonly<Record<string, string>> = words(c.var.language).units.refusals
    const { errors, status } = refusedForm(error, c.var.language, (code) => refusals[code])
    if (!(error instanceof NotOpen)) return again(errors, status)
    // A lawful no to a change of the tree lies in its day.
    const field = 'from_on' in read.values ? 'from_on' : 'until_on' in read.values ? 'until_on' : ''
    return again(
      errors.map((fault) => ({ ...fault, field })),
      status,
    )
  }
}
