/** The ways in to programmes and their goals. */
import type { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { commitmentsFrom } from '../commitments/queries.ts'
import { headOf } from '../people/queries.ts'
import { goalPath, paths, rowPath } from './addresses.ts'
import { askForPlans, remindPlans } from './ask-for-plans.ts'
import { correctGoal } from './correct-goal.ts'
import { correctProgramme } from './correct-programme.ts'
import { draftProgramme } from './draft-programme.ts'
import { valueOn } from './duties.ts'
import { dropGoal, missGoal, reachGoal } from './end-goal.ts'
import { endProgramme, withdrawProgramme } from './end-programme.ts'
import { exchangeResults } from './exchange-results.ts'
import type { GoalRow } from './goal.ts'
import { instrumentIdOf, issueProgramme } from './issue-programme.ts'
import { dropOrganiser, nameOrganiser } from './name-organiser.ts'
import { noteProgress } from './note-progress.ts'
import { dropPromise, notePromise } from './note-promise.ts'
import { figureChoices, instrumentChoices, unitsNear, unitsUnder } from './options.ts'
import { paperUnits, programme } from './programme.ts'
import { type GoalShown, ProgrammePage, ProgrammesPage } from './programme-views.tsx'
import * as reads from './queries.ts'
import { readReference, referenceTo } from './references.ts'
import { registerFigure } from './register-figure.ts'
import { formRoute, idsOf, searched, type Wrap } from './routes.ts'
import { setGoal } from './set-goal.ts'
import { type Asked, type FormOfStep, notFound, offered } from './step-form.tsx'

const onProgramme: readonly AnyAction[] = [
  notePromise,
  issueProgramme,
  askForPlans,
  remindPlans,
  nameOrganiser,
  dropOrganiser,
  exchangeResults,
  endProgramme,
  withdrawProgramme,
  correctProgramme,
]
const onGoal: readonly AnyAction[] = [noteProgress, reachGoal, missGoal, dropGoal, correctGoal]

/** Registers `/chuong-trinh` and what is under it. */
export function programmePages(app: Hono<AppEnv>, asked: Wrap): void {
  const one = `${paths.programmes}/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(paths.programmes, asked(list))
  formRoute(app, asked, `${paths.programmes}/${draftProgramme.step}`, newProgramme)
  app.get(one, asked(show))
  for (const action of [...onProgramme, dropPromise])
    formRoute(app, asked, `${one}/${action.step}`, (request) => programmeForm(request, action))
  formRoute(app, asked, `${one}/chi-tieu/${setGoal.step}`, newGoal)
  for (const action of onGoal)
    formRoute(app, asked, `${one}/chi-tieu/:goal{[0-9a-f-]{36}}/${action.step}`, (request) => goalForm(request, action))
}

async function list(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const unit_id = paperUnits(viewer)[0]
  const page = (
    <ProgrammesPage
      frame={frameOf(c)}
      rows={await reads.programmesOf(viewer, db.pool, null, searched(asked))}
      typed={searched(asked)}
      awaited={unit_id ? await reads.awaitedPlans(viewer, db.pool) : []}
      steps={unit_id ? await offered(asked, [draftProgramme], { unit_id, row: null, path: paths.programmes }) : []}
    />
  )
  return renderPage(c, page)
}

async function newProgramme(asked: Asked): Promise<FormOfStep> {
  const { c, db } = asked
  const { viewer } = c.var
  const unit_id = paperUnits(viewer)[0]
  if (!unit_id) throw notFound()
  const awaited = await reads.awaitedPlans(viewer, db.pool)
  const chosen = c.req.query('theo')
  return {
    action: draftProgramme,
    unit_id,
    row: null,
    about: '',
    path: paths.programmes,
    back: paths.programmes,
    values: readReference(chosen) ? { parent: chosen, kind: 'plan' } : {},
    options: {
      basis: await instrumentChoices(viewer, db.pool, { in_force: true }),
      theme: await instrumentChoices(viewer, db.pool, { in_force: true, theme: true }),
      parent: awaited.map((one) => ({ value: referenceTo(one), label: one.title })),
    },
    done: (id) => rowPath('programmes', { unit_id, id }),
  }
}

async function rowOr404(asked: Asked): Promise<reads.Programme> {
  const { unit_id, id } = idsOf(asked)
  const row = await reads.programmeById(asked.c.var.viewer, asked.db.pool, unit_id, id)
  if (!row) throw notFound()
  return row
}

/** A goal's value: from the register while it runs, else the final one. */
async function shownGoal(asked: Asked, row: reads.Programme, goal: GoalRow): Promise<GoalShown> {
  const { c, db } = asked
  const { viewer, moment } = c.var
  const { source } = goal
  const live =
    goal.state === 'set' && source ? await registerFigure(viewer, db.pool, { ...goal, source }, moment.on) : null
  const path = goalPath(row, goal.id)
  return {
    ...goal,
    value: goal.final_value ?? live?.value ?? valueOn(goal, moment.on),
    href: live?.href ?? null,
    steps: await offered(asked, onGoal, { unit_id: row.unit_id, row: goal, path }),
  }
}

async function show(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer, moment } = c.var
  const sql = db.pool
  const row = await rowOr404(asked)
  const goals: GoalShown[] = []
  for (const goal of await reads.goalsOf(viewer, sql, row)) goals.push(await shownGoal(asked, row, goal))
  const owners = [...new Set(row.promises.map((task) => task.owner_unit_id))]
  const named = [
    ...owners,
    ...row.promises.flatMap((task) => task.helper_unit_ids),
    ...row.organisers.map((one) => one.unit_id),
    row.unit_id,
  ]
  const heads = new Map<string, string>()
  for (const unit_id of row.issued_on ? [] : owners) {
    const head = await headOf(viewer, sql, unit_id, moment.on)
    if (head) heads.set(unit_id, head.name)
  }
  const path = rowPath('programmes', row)
  const issued_as = row.issued_on ? await reads.instrumentById(viewer, sql, row.unit_id, instrumentIdOf(row.id)) : null
  const steps: OfferedStep[] = await offered(asked, onProgramme, { unit_id: row.unit_id, row, path })
  const drops = await offered(asked, [dropPromise], { unit_id: row.unit_id, row, path })
  const goal = await offered(asked, [setGoal], { unit_id: row.unit_id, row: null, path: `${path}/chi-tieu` })
  const open = ['drafted', 'issued'].includes(row.state)
  const data = {
    row,
    issued_as,
    goals,
    names: await reads.namesOf(viewer, sql, named),
    heads,
    commitments: row.issued_on
      ? await commitmentsFrom(viewer, sql, { kind: 'programme', unit_id: row.unit_id, id: row.id })
      : [],
    asked: await reads.askedPlans(viewer, sql, row),
    asked_counts: {
      asked: row.asked_unit_ids.length,
      missing: (await programme.facts(sql, { record: row, unit_id: row.unit_id, viewer, moment })).missing.length,
    },
    steps: [...(open ? goal : []), ...steps],
    may_drop: drops.some((one) => one.refusal === null),
    happened: await reads.happenedTo(viewer, sql, row, 'programme'),
  }
  return renderPage(c, <ProgrammePage frame={frameOf(c)} data={data} />)
}

async function programmeForm(asked: Asked, action: AnyAction): Promise<FormOfStep> {
  const { c, db } = asked
  const { viewer } = c.var
  const row = await rowOr404(asked)
  const path = rowPath('programmes', row)
  const near = ['note-promise', 'name-organiser'].includes(action.step)
    ? await unitsNear(viewer, db.pool, row.unit_id)
    : []
  const under = action.step === 'ask-for-plans' ? await unitsUnder(viewer, db.pool, row.unit_id) : []
  const organisers = row.organisers.map((one) => one.unit_id)
  const names = await reads.namesOf(viewer, db.pool, organisers)
  const goals = action.step === 'note-promise' ? await reads.goalsOf(viewer, db.pool, row) : []
  const typed = c.req.query('viec') ?? ''
  return {
    action,
    unit_id: row.unit_id,
    row,
    about: row.title,
    path,
    back: path,
    values: {
      promise_id: action.step === 'drop-promise' && isUuid(typed) ? typed : uuidv7(),
      force: 'ordered',
      issued_on: shortDay(c.var.moment.on),
    },
    options: {
      owner_unit_id: near,
      helper_unit_id: near,
      second_helper_unit_id: near,
      third_helper_unit_id: near,
      plan_unit_ids: under.filter((one) => one.value !== row.unit_id),
      organiser_unit_id:
        action.step === 'drop-organiser'
          ? organisers.map((value) => ({ value, label: names.get(value) ?? '' }))
          : near.filter((one) => one.value !== row.unit_id),
      goal_id: goals.filter((one) => one.state === 'set').map((one) => ({ value: one.id, label: one.text })),
    },
    done: () => path,
  }
}

async function newGoal(asked: Asked): Promise<FormOfStep> {
  const row = await rowOr404(asked)
  const path = rowPath('programmes', row)
  return {
    action: setGoal,
    unit_id: row.unit_id,
    row: null,
    about: row.title,
    path: `${path}/chi-tieu`,
    back: path,
    values: { direction: 'at-least', by_on: shortDay(row.until_on) },
    options: { source: figureChoices(asked.c.var.moment.on) },
    given: { programme_id: row.id },
    done: () => path,
  }
}

async function goalForm(asked: Asked, action: AnyAction): Promise<FormOfStep> {
  const row = await rowOr404(asked)
  const goals = await reads.goalsOf(asked.c.var.viewer, asked.db.pool, row)
  const goal = goals.find((one) => one.id === asked.c.req.param('goal'))
  if (!goal) throw notFound()
  const path = goalPath(row, goal.id)
  const back = rowPath('programmes', row)
  return { action, unit_id: row.unit_id, row: goal, about: goal.text, path, back, done: () => back }
}
