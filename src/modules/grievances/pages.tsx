/** The ways in to grievances: the list, one grievance, and the form of each step. For officers and Front supervisors. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { officersOf } from '../people/queries.ts'
import { childrenOf, unitOn } from '../units/queries.ts'
import { askedFilter, listPath, recordPath } from './addresses.ts'
import { assignOwner } from './assign-owner.ts'
import { correct } from './correct.ts'
import { end } from './end.ts'
import { type GrievanceRow, grievance, ownerKinds } from './grievance.ts'
import { noteProgress } from './note-progress.ts'
import { placeLevels } from './place.ts'
import { grievanceById, grievanceLines, happenedTo, openOthers, recordingUnit } from './queries.ts'
import { record } from './record.ts'
import { GrievancePage, GrievancesPage } from './row-views.tsx'

interface Asked {
  c: Context<AppEnv>
  db: Db
}

const onRow: readonly AnyAction[] = [assignOwner, noteProgress, end, correct]

/** Registers `/buc-xuc` and what is under it. */
export function pages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return recordingUnit(c.var.viewer) === null ? (c.notFound() as Response) : work({ c, db })
  }
  app.get(listPath, asked(list))
  app.get(
    `${listPath}/record`,
    asked((one) => form(one, record, null)),
  )
  app.post(
    `${listPath}/record`,
    asked((one) => take(one, record, null)),
  )
  const row = `${listPath}/:unit/:id`
  app.get(row, asked(page))
  for (const action of onRow) {
    app.get(
      `${row}/${action.step}`,
      asked(async (one) => form(one, action, await rowOf(one))),
    )
    app.post(
      `${row}/${action.step}`,
      asked(async (one) => take(one, action, await rowOf(one))),
    )
  }
}

async function rowOf({ c, db }: Asked) {
  const unit = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  const row = isUuid(unit) && isUuid(id) ? await grievanceById(c.var.viewer, db.pool, unit, id) : null
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

async function list({ c, db }: Asked): Promise<Response> {
  const { viewer } = c.var
  const filter = askedFilter((name) => c.req.query(name))
  const unit_id = recordingUnit(viewer)
  const data = {
    filter,
    lines: await grievanceLines(viewer, db.pool, filter),
    places: unit_id === null ? [] : await placesOf(c, db, unit_id),
    may_record: unit_id !== null,
  }
  return renderPage(c, <GrievancesPage frame={frameOf(c)} {...data} />)
}

/** The unit itself and the territories under it. */
async function placesOf(c: Context<AppEnv>, db: Db, unit_id: string): Promise<Choice[]> {
  const { viewer, moment } = c.var
  const own = await unitOn(viewer, db.pool, unit_id, moment.on)
  const below = await childrenOf(viewer, db.pool, unit_id, moment.on)
  return [...(own ? [own] : []), ...below]
    .filter((unit) => placeLevels.some((level) => level === unit.level))
    .map((unit) => ({ value: unit.id, label: unit.name }))
}

async function page(one: Asked): Promise<Response> {
  const { c, db } = one
  const row = await rowOf(one)
  const steps: OfferedStep[] = []
  for (const action of onRow) {
    const said = await offered(one, action, row)
    if (said) steps.push(said)
  }
  const happened = await happenedTo(c.var.viewer, db.pool, row)
  return renderPage(c, <GrievancePage frame={frameOf(c)} row={row} steps={steps} happened={happened} />)
}

function sentence(c: Context<AppEnv>, code: string, cite: string): string {
  const { law } = words(c.var.language)
  const sentences: Readonly<Record<string, string>> = { ...law.conditions, ...law.refusals }
  return `${sentences[code] ?? law.refusals['not-in-this-state']} (${cite})`
}

/** The step with whether it is open now; null where it is not the viewer's. */
async function offered({ c, db }: Asked, action: AnyAction, row: GrievanceRow | null): Promise<OfferedStep | null> {
  const { viewer, moment, language } = c.var
  const unit_id = row?.unit_id ?? recordingUnit(viewer) ?? ''
  const facts = await grievance.facts(db.pool, { record: row, unit_id, viewer, moment })
  const about = { record: row, facts, viewer, moment, unit_id, id: row?.id ?? '', input: null }
  const said = answerFor(grievance, action.step, about)
  if (!said.open && said.kind === 'standing') return null
  const steps: Readonly<Record<string, { button: string }>> = words(language).law.steps.grievance
  const { step } = action
  const href = row ? `${recordPath(row)}/${step}` : `${listPath}/${step}`
  const refusal = said.open ? null : sentence(c, said.code, said.cite)
  return { step, verb: steps[step]?.button ?? step, href, cite: said.cite, refusal, to_be_checked: true }
}

const schemaOf = (action: AnyAction, row: GrievanceRow | null) => (row ? action.input : withId(action.input))

async function form(
  one: Asked,
  action: AnyAction,
  row: GrievanceRow | null,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { c } = one
  const said = await offered(one, action, row)
  if (!said) throw new NotOpen('not-yours', '', 404)
  const { grievances, law } = words(c.var.language)
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={said.verb}
      current="grievances"
      about={row ? `${row.title}. ${grievances.about[action.step] ?? ''}` : grievances.lead_record}
      action={said.href}
      cancel={row ? recordPath(row) : listPath}
      schema={schemaOf(action, row)}
      form={{
        labels: grievances.labels,
        hints: grievances.hints,
        faults: grievances.faults,
        choices: { source: grievances.sources, field: law.fields, end_kind: grievances.ends },
      }}
      values={typed ?? first(one, row)}
      errors={errors}
      options={await optionsOf(one, action, row)}
      revision={row?.revision}
    />,
    status,
  )
}

function first({ c }: Asked, row: GrievanceRow | null): FormValues {
  if (row) return row.target_on ? { target_on: shortDay(row.target_on) } : {}
  return { ...startOf(), known_on: shortDay(c.var.moment.on) }
}

async function optionsOf(
  { c, db }: Asked,
  action: AnyAction,
  row: GrievanceRow | null,
): Promise<Readonly<Record<string, readonly Choice[]>>> {
  const { viewer, moment } = c.var
  const unit_id = row?.unit_id ?? recordingUnit(viewer) ?? ''
  const place_unit_id = await placesOf(c, db, unit_id)
  if (action.step === 'end') {
    const others = await openOthers(viewer, db.pool, unit_id, row?.id ?? '')
    return { merged_into_id: others.map(({ id, title, place }) => ({ value: id, label: `${title}, ${place}` })) }
  }
  if (action.step !== 'assign-owner') return { place_unit_id }
  const officers = await officersOf(viewer, db.pool, unit_id, moment.on, ownerKinds)
  const people = new Map(officers.map((one) => [one.account_id, `${one.name}, ${one.title}`]))
  const bodies = await childrenOf(viewer, db.pool, unit_id, moment.on)
  const places: readonly string[] = place_unit_id.map((one) => one.value)
  return {
    owner_id: [...people].map(([value, label]) => ({ value, label })),
    owner_body_id: bodies
      .filter((unit) => !places.includes(unit.id))
      .map(({ id, name }) => ({ value: id, label: name })),
  }
}

async function take(one: Asked, action: AnyAction, row: GrievanceRow | null): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const read = await readPost(c, schemaOf(action, row))
  if (!read.ok) return form(one, action, row, read.values, read.errors, 422)
  const { id: new_id, ...input }: Record<string, unknown> = read.data
  const unit_id = row?.unit_id ?? recordingUnit(viewer) ?? ''
  const id = row?.id ?? String(new_id)
  const revision = row ? { revision: Number(read.form.get('revision')) || 0 } : {}
  try {
    await perform(db, action, { viewer, moment, unit_id, id, ...revision, input })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
    return form(one, action, row, read.values, errors, status)
  }
  return seeOther(c, recordPath({ unit_id, id }))
}
