/** The ways in to the backlog: the board and its lists, plans, hand-overs. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { officersOf } from '../people/queries.ts'
import { boardPath, casesHref, makePlanPath, paths, rowPath } from './addresses.ts'
import { askedCases, askedDays, askedPlans, askedScope } from './asked.ts'
import { beginHandOver, receiverKinds } from './begin-hand-over.ts'
import { BoardPage } from './board-view.tsx'
import { ownerKinds } from './case-plan.ts'
import { changeReceiver } from './change-receiver.ts'
import { correctPlan } from './correct-plan.ts'
import { demandPages } from './demand-pages.tsx'
import { finishPlan } from './finish-plan.ts'
import { CasesPage, HandOversPage, nameOf, PlansPage, SuspensionsPage } from './list-views.tsx'
import { makePlan } from './make-plan.ts'
import * as reads from './queries.ts'
import { replacePlan } from './replace-plan.ts'
import { HandOverPage, PlanPage } from './row-views.tsx'
import { runHandOver } from './run-hand-over.ts'
import { type Asked, type FormOfStep, offered, showForm, takeForm } from './step-form.tsx'
import { stocktakePages } from './stocktake-pages.tsx'

const onPlan: readonly AnyAction[] = [finishPlan, replacePlan, correctPlan]

/** Registers `/ton-dong` and what is under it; for officers who work with the open registers. */
export function pages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return reads.readsBacklog(c.var.viewer) ? work({ c, db }) : c.notFound()
  }
  const form = (path: string, of: (asked: Asked) => Promise<FormOfStep>) => {
    app.get(
      path,
      asked(async (one) => showForm(one, await of(one))),
    )
    app.post(
      path,
      asked(async (one) => takeForm(one, await of(one))),
    )
  }
  stocktakePages(app, asked, form)
  demandPages(app, asked, form)
  app.get(boardPath, asked(board))
  app.get(paths.cases, asked(cases))
  app.get(paths.plans, asked(plans))
  app.get(paths.suspensions, asked(suspensions))
  app.get(paths.hand_overs, asked(handOvers))
  form(`${paths.plans}/lap/:unit/:kind/:id/${makePlan.step}`, newPlan)
  app.get(`${paths.plans}/lap/:unit/:kind/:id`, asked(toPlanForm))
  form(`${paths.hand_overs}/${beginHandOver.step}`, newHandOver)
  app.get(`${paths.plans}/:unit/:id`, asked(plan))
  for (const action of onPlan) form(`${paths.plans}/:unit/:id/${action.step}`, (one) => planForm(one, action))
  app.get(`${paths.hand_overs}/:unit/:id`, asked(handOver))
  form(`${paths.hand_overs}/:unit/:id/${changeReceiver.step}`, receiverForm)
  app.post(`${paths.hand_overs}/:unit/:id/tiep-tuc`, asked(goOn))
}

const notFound = () => new NotOpen('not-yours', '', 404)

/** Unit and id of the address. */
function idsOf(c: Context<AppEnv>): { unit_id: string; id: string } {
  const unit_id = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  if (!isUuid(unit_id) || !isUuid(id)) throw notFound()
  return { unit_id, id }
}

const plansFor = (c: Context<AppEnv>) => (unit_id: string) => carries(c.var.viewer, unit_id, 'head', 'deputy-head')

async function board({ c, db }: Asked): Promise<Response> {
  const { viewer } = c.var
  const scope = askedScope((name) => c.req.query(name))
  const by_unit = await reads.countsByUnit(viewer, db.pool)
  const data = {
    scope,
    has_below: by_unit.length > 0,
    by_unit,
    counts: await reads.openCounts(viewer, db.pool, scope),
    figures: await reads.figuresOf(viewer, db.pool, scope),
    unit_name: typeof scope === 'string' ? null : await reads.nameOfUnit(viewer, db.pool, scope.unit_id),
    may_hand_over: reads.handOverUnit(viewer) !== null,
  }
  return renderPage(c, <BoardPage frame={frameOf(c)} data={data} />)
}

async function cases({ c, db }: Asked): Promise<Response> {
  const query = (name: string) => c.req.query(name)
  const scope = askedScope(query)
  const filter = askedCases(query)
  const found = await reads.casesOf(c.var.viewer, db.pool, scope, filter)
  return renderPage(
    c,
    <CasesPage frame={frameOf(c)} scope={scope} filter={filter} cases={found} may_plan={plansFor(c)} />,
  )
}

async function plans({ c, db }: Asked): Promise<Response> {
  const query = (name: string) => c.req.query(name)
  const scope = askedScope(query)
  const list = askedPlans(query)
  const found = await reads.plansOf(c.var.viewer, db.pool, list, scope)
  return renderPage(c, <PlansPage frame={frameOf(c)} scope={scope} list={list} plans={found} />)
}

async function suspensions({ c, db }: Asked): Promise<Response> {
  const query = (name: string) => c.req.query(name)
  const scope = askedScope(query)
  const days = askedDays(query)
  const found = days === null ? [] : await reads.suspensionsNear(c.var.viewer, db.pool, scope, days)
  const typed = (query('ngay') ?? '5').slice(0, 10)
  return renderPage(
    c,
    <SuspensionsPage frame={frameOf(c)} scope={scope} days={typed} wrong={days === null} found={found} />,
    days === null ? 422 : 200,
  )
}

async function choicesOf(
  { c, db }: Asked,
  unit_id: string,
  kinds: Parameters<typeof officersOf>[4],
): Promise<Choice[]> {
  const { viewer, moment } = c.var
  const officers = await officersOf(viewer, db.pool, unit_id, moment.on, kinds)
  const labels = new Map(officers.map((one) => [one.account_id, one.title ? `${one.name}, ${one.title}` : one.name]))
  return [...labels].map(([value, label]) => ({ value, label }))
}

async function toPlanForm({ c }: Asked): Promise<Response> {
  return seeOther(c, `${makePlanPath({ ...idsOf(c), kind: c.req.param('kind') ?? '' })}/${makePlan.step}`)
}

async function newPlan(asked: Asked): Promise<FormOfStep> {
  const { c, db } = asked
  const of = { ...idsOf(c), kind: c.req.param('kind') ?? '' }
  const found = await reads.openCase(c.var.viewer, db.pool, of)
  if (!found) throw notFound()
  return {
    action: makePlan,
    unit_id: of.unit_id,
    row: null,
    about: `${nameOf(found, c.var.language)} · ${found.title}`,
    path: makePlanPath(of),
    back: casesHref('own', { cause: 'none' }),
    options: { owner_id: await choicesOf(asked, of.unit_id, ownerKinds) },
    given: { record_kind: found.kind, record_id: found.id },
    done: (id) => rowPath('plans', { unit_id: of.unit_id, id }),
  }
}

async function planOr404({ c, db }: Asked): Promise<reads.Plan> {
  const { unit_id, id } = idsOf(c)
  const row = await reads.planById(c.var.viewer, db.pool, unit_id, id)
  if (!row) throw notFound()
  return row
}

async function plan(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const row = await planOr404(asked)
  const steps = await offered(asked, onPlan, { unit_id: row.unit_id, row, path: rowPath('plans', row) })
  const happened = await reads.happenedTo(c.var.viewer, db.pool, row)
  return renderPage(c, <PlanPage frame={frameOf(c)} row={row} steps={steps} happened={happened} />)
}

async function planForm(asked: Asked, action: AnyAction): Promise<FormOfStep> {
  const row = await planOr404(asked)
  const path = rowPath('plans', row)
  const { owner_id, cause, steps } = row
  return {
    action,
    unit_id: row.unit_id,
    row,
    about: `${nameOf({ ...row, kind: row.record_kind }, asked.c.var.language)} · ${row.title}`,
    path,
    back: path,
    values: { owner_id, cause, steps, due_on: shortDay(row.due_on) },
    options: { owner_id: await choicesOf(asked, row.unit_id, ownerKinds) },
    done: () => path,
  }
}

async function handOvers(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const unit_id = reads.handOverUnit(viewer)
  const found = await reads.handOversOf(viewer, db.pool)
  const officers = unit_id ? await reads.officersWithWork(viewer, db.pool, unit_id) : []
  const steps = unit_id ? await offered(asked, [beginHandOver], { unit_id, row: null, path: paths.hand_overs }) : []
  const page = <HandOversPage frame={frameOf(c)} hand_overs={found} steps={steps} nobody={officers.length === 0} />
  return renderPage(c, page)
}

async function newHandOver(asked: Asked): Promise<FormOfStep> {
  const { c, db } = asked
  const { viewer, language } = c.var
  const unit_id = reads.handOverUnit(viewer)
  if (!unit_id) throw notFound()
  const officers = await reads.officersWithWork(viewer, db.pool, unit_id)
  const done = (id: string) => rowPath('hand_overs', { unit_id, id })
  return {
    action: beginHandOver,
    unit_id,
    row: null,
    about: words(language).backlog.abouts['begin-hand-over'],
    path: paths.hand_overs,
    back: paths.hand_overs,
    options: {
      from_id: officers.map((one) => ({ value: one.account_id, label: one.name })),
      to_id: await choicesOf(asked, unit_id, receiverKinds),
    },
    done,
    after: (id) => carryOut(asked, unit_id, id),
  }
}

/** What stops half-way stays on the list of what is left: the page says so and offers to go on. */
async function carryOut({ c, db }: Asked, unit_id: string, id: string): Promise<void> {
  const { viewer, moment } = c.var
  const row = await reads.handOverById(viewer, db.pool, unit_id, id)
  if (row?.state !== 'begun') return
  try {
    await runHandOver(db, row, { viewer, moment })
  } catch (error) {
    if (!(error instanceof NotOpen || error instanceof WrongInput)) throw error
  }
}

async function handOverOr404({ c, db }: Asked): Promise<reads.HandOver> {
  const { unit_id, id } = idsOf(c)
  const row = await reads.handOverById(c.var.viewer, db.pool, unit_id, id)
  if (!row) throw notFound()
  return row
}

async function handOver(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const row = await handOverOr404(asked)
  const path = rowPath('hand_overs', row)
  const mine = row.state === 'begun' && holds(viewer, row.unit_id, 'head')
  const page = (
    <HandOverPage
      frame={frameOf(c)}
      row={row}
      items={await reads.handedItems(viewer, db.pool, row)}
      steps={await offered(asked, [changeReceiver], { unit_id: row.unit_id, row, path })}
      happened={await reads.happenedTo(viewer, db.pool, row)}
      go_on={mine ? `${path}/tiep-tuc` : null}
    />
  )
  return renderPage(c, page)
}

async function receiverForm(asked: Asked): Promise<FormOfStep> {
  const row = await handOverOr404(asked)
  const path = rowPath('hand_overs', row)
  return {
    action: changeReceiver,
    unit_id: row.unit_id,
    row,
    about: words(asked.c.var.language).backlog.hand_overs.of(row.from_name),
    path,
    back: path,
    options: { to_id: await choicesOf(asked, row.unit_id, receiverKinds) },
    done: () => path,
  }
}

async function goOn(asked: Asked): Promise<Response> {
  const row = await handOverOr404(asked)
  if (!holds(asked.c.var.viewer, row.unit_id, 'head')) throw notFound()
  await carryOut(asked, row.unit_id, row.id)
  return seeOther(asked.c, rowPath('hand_overs', row))
}
