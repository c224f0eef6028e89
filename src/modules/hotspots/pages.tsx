/** The ways in to findings and plans: for heads and clerks of a place and of the units above it; nothing to anybody else. */
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
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
import { mayTry } from '../../platform/throttle.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { officersOf } from '../people/queries.ts'
import { findingPath, hotspotsPath, planPath, plansPath, scanPath } from './addresses.ts'
import { close } from './close.ts'
import { correct } from './correct.ts'
import { headKinds, hotspotPlan } from './hotspot-plan.ts'
import { FindingPage, fieldName, HotspotsPage, windowName } from './hotspot-views.tsx'
import { scanTask } from './jobs.ts'
import { noteProgress } from './note-progress.ts'
import { open } from './open.ts'
import { PlanPage } from './plan-views.tsx'
import {
  asksForScans,
  type Finding,
  findingById,
  happenedTo,
  latestFindings,
  latestRuns,
  ownWorklist,
  type PlanLine,
  planById,
  planFigures,
  plansOf,
  readsHotspots,
} from './queries.ts'
import { withdraw } from './withdraw.ts'

interface Asked {
  c: Context<AppEnv>
  db: Db
}

/** What a step is about: a finding for a new plan, or a plan. */
type About = { found: Finding; row: null } | { found: null; row: PlanLine }

const onRow: readonly AnyAction[] = [noteProgress, close, withdraw, correct]

/** Scans that one scope may be asked for. */
const scansMax = { tries: 3, minutes: 24 * 60 }

/** Registers `/diem-nong` and what is under it. */
export function pages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return readsHotspots(c.var.viewer) ? work({ c, db }) : (c.notFound() as Response)
  }
  app.get(hotspotsPath, asked(list))
  app.post(scanPath, asked(ask))
  const row = `${plansPath}/:unit/:id`
  app.get(row, asked(plan))
  for (const action of onRow) {
    app.get(
      `${row}/${action.step}`,
      asked(async (one) => form(one, action, { found: null, row: await rowOf(one) })),
    )
    app.post(
      `${row}/${action.step}`,
      asked(async (one) => take(one, action, { found: null, row: await rowOf(one) })),
    )
  }
  const finding = `${hotspotsPath}/:id{[0-9a-f-]{36}}`
  app.get(finding, asked(explain))
  app.get(
    `${finding}/${open.step}`,
    asked(async (one) => form(one, open, { found: await findingOf(one), row: null })),
  )
  app.post(
    `${finding}/${open.step}`,
    asked(async (one) => take(one, open, { found: await findingOf(one), row: null })),
  )
}

const notFound = () => new NotOpen('not-yours', '', 404)

async function list({ c, db }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const sql = db.pool
  const note = c.req.query('yeu-cau')
  const year = { from: moment.on.with({ month: 1, day: 1 }), to: moment.on }
  const data = {
    runs: await latestRuns(viewer, sql),
    findings: await latestFindings(viewer, sql),
    plans: await plansOf(viewer, sql, false),
    ended: await plansOf(viewer, sql, true),
    figures: await planFigures(viewer, sql, null, year),
    may_ask: asksForScans(viewer),
    note: note === 'da-nhan' ? ('asked' as const) : note === 'da-du' ? ('asked-often' as const) : null,
  }
  return renderPage(c, <HotspotsPage frame={frameOf(c)} data={data} />)
}

/** A head asks for a scan of a scope they are in or over: a job, a few times a day. */
async function ask({ c, db }: Asked): Promise<Response> {
  const { viewer } = c.var
  const form = await c.req.parseBody()
  const runs = asksForScans(viewer) ? await latestRuns(viewer, db.pool) : []
  const run = runs.find((one) => one.scope_id === form['scope_id'])
  if (!run) throw notFound()
  if (!(await mayTry(db.pool, `scan-hotspots ${run.scope_id}`, scansMax)))
    return seeOther(c, `${hotspotsPath}?yeu-cau=da-du`)
  await db.pool.query('insert into outbox (unit_id, id, task, payload) values ($1, $2, $3, $4)', [
    run.scope_id,
    uuidv7(),
    scanTask,
    JSON.stringify({ scope_id: run.scope_id }),
  ])
  return seeOther(c, `${hotspotsPath}?yeu-cau=da-nhan`)
}

async function findingOf({ c, db }: Asked): Promise<Finding> {
  const id = c.req.param('id') ?? ''
  const found = isUuid(id) ? await findingById(c.var.viewer, db.pool, id) : null
  if (!found) throw notFound()
  return found
}

async function rowOf({ c, db }: Asked): Promise<PlanLine> {
  const unit = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  const row = isUuid(unit) && isUuid(id) ? await planById(c.var.viewer, db.pool, unit, id) : null
  if (!row) throw notFound()
  return row
}

async function explain(one: Asked): Promise<Response> {
  const { c } = one
  const found = await findingOf(one)
  const said = found.plan_id ? null : await offered(one, open, { found, row: null })
  return renderPage(
    c,
    <FindingPage
      frame={frameOf(c)}
      found={found}
      steps={said ? [said] : []}
      own_list={ownWorklist(c.var.viewer, found)}
      back={hotspotsPath}
    />,
  )
}

async function plan(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment } = c.var
  const row = await rowOf(one)
  const steps: OfferedStep[] = []
  for (const action of onRow) {
    const said = await offered(one, action, { found: null, row })
    if (said) steps.push(said)
  }
  const { now } = await hotspotPlan.facts(db.pool, { record: row, unit_id: row.unit_id, viewer, moment })
  return renderPage(
    c,
    <PlanPage
      frame={frameOf(c)}
      row={row}
      now={now}
      finding_is_there={(await findingById(viewer, db.pool, row.finding_id)) !== null}
      steps={steps}
      happened={await happenedTo(viewer, db.pool, row)}
    />,
  )
}

function sentence(c: Context<AppEnv>, code: string, cite: string): string {
  const { law, hotspots } = words(c.var.language)
  const sentences: Readonly<Record<string, string>> = { ...law.conditions, ...law.refusals, ...hotspots.refusals }
  return `${sentences[code] ?? law.refusals['not-in-this-state']} (${cite})`
}

/** The step with whether it is open now; null where it is not the viewer's. */
async function offered({ c, db }: Asked, action: AnyAction, { found, row }: About): Promise<OfferedStep | null> {
  const { viewer, moment, language } = c.var
  const unit_id = row?.unit_id ?? found?.place_id ?? ''
  const facts = await hotspotPlan.facts(db.pool, { record: row, unit_id, viewer, moment })
  const about = { record: row, facts, viewer, moment, unit_id, id: row?.id ?? '', input: null }
  const said = answerFor(hotspotPlan, action.step, about)
  if (!said.open && said.kind === 'standing') return null
  const steps: Readonly<Record<string, { button: string }>> = words(language).law.steps['hotspot-plan']
  const { step } = action
  const href = `${row ? planPath(row) : findingPath(found?.id ?? '')}/${step}`
  const refusal = said.open ? null : sentence(c, said.code, said.cite)
  return { step, verb: steps[step]?.button ?? step, href, cite: said.cite, refusal, to_be_checked: true }
}

const schemaOf = (action: AnyAction, row: PlanLine | null): z.ZodObject =>
  row ? action.input : withId(action.input.omit({ finding_id: true }))

async function form(
  one: Asked,
  action: AnyAction,
  about: About,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const said = await offered(one, action, about)
  if (!said) throw notFound()
  const { found, row } = about
  const { plans } = words(language).hotspots
  const of = row ?? found
  const subject = of ? `${of.place} · ${fieldName(of.field, language)} · ${windowName(of, language)}` : ''
  const unit_id = row?.unit_id ?? found?.place_id ?? ''
  const officers = await officersOf(viewer, db.pool, unit_id, moment.on, headKinds)
  const owners = officers.filter((officer) => officer.unit_id === unit_id)
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={said.verb}
      current="reports"
      about={`${subject}${action === correct ? `. ${plans.keeps}` : ''}`}
      action={said.href}
      cancel={row ? planPath(row) : findingPath(found?.id ?? '')}
      schema={schemaOf(action, row)}
      form={{ labels: plans.labels, hints: plans.hints, faults: plans.faults }}
      values={typed ?? (row ? {} : startOf())}
      errors={errors}
      options={{
        owner_id: owners.map(({ account_id, name, title }) => ({ value: account_id, label: `${name}, ${title}` })),
      }}
      revision={row?.revision}
    />,
    status,
  )
}

async function take(one: Asked, action: AnyAction, about: About): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const { found, row } = about
  const read = await readPost(c, schemaOf(action, row))
  if (!read.ok) return form(one, action, about, read.values, read.errors, 422)
  const { id: new_id, ...typed }: Record<string, unknown> = read.data
  const unit_id = row?.unit_id ?? found?.place_id ?? ''
  const id = row?.id ?? String(new_id)
  const revision = row ? { revision: Number(read.form.get('revision')) || 0 } : {}
  const input = found ? { ...typed, finding_id: found.id } : typed
  try {
    await perform(db, action, { viewer, moment, unit_id, id, ...revision, input })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
    return form(one, action, about, read.values, errors, status)
  }
  return seeOther(c, planPath({ unit_id, id }))
}
