/** The ways in to movements and drives. */
import type { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { paths, rowPath } from './addresses.ts'
import { award, closeMovement } from './award.ts'
import { correctMovement } from './correct-movement.ts'
import { launchMovement } from './launch-movement.ts'
import { movement } from './movement.ts'
import { MovementPage, MovementsPage } from './movement-views.tsx'
import { instrumentChoices } from './options.ts'
import { paperUnits } from './programme.ts'
import * as reads from './queries.ts'
import { registerUnit } from './register-unit.ts'
import { reviewFinal, reviewInterim } from './review-movement.ts'
import { formRoute, idsOf, type Wrap } from './routes.ts'
import { type Asked, type FormOfStep, notFound, offered } from './step-form.tsx'

const onMovement: readonly AnyAction[] = [
  registerUnit,
  reviewInterim,
  reviewFinal,
  award,
  closeMovement,
  correctMovement,
]

/** Registers `/phong-trao` and what is under it. */
export function movementPages(app: Hono<AppEnv>, asked: Wrap): void {
  const one = `${paths.movements}/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(paths.movements, asked(list))
  formRoute(app, asked, `${paths.movements}/${launchMovement.step}`, launching)
  app.get(one, asked(show))
  for (const action of onMovement) formRoute(app, asked, `${one}/${action.step}`, (request) => form(request, action))
}

async function list(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const unit_id = paperUnits(c.var.viewer)[0]
  const rows = await reads.movementsOf(c.var.viewer, db.pool)
  const steps = unit_id ? await offered(asked, [launchMovement], { unit_id, row: null, path: paths.movements }) : []
  return renderPage(c, <MovementsPage frame={frameOf(c)} rows={rows} steps={steps} />)
}

async function launching(asked: Asked): Promise<FormOfStep> {
  const { c, db } = asked
  const { viewer, moment } = c.var
  const unit_id = paperUnits(viewer)[0]
  if (!unit_id) throw notFound()
  return {
    action: launchMovement,
    unit_id,
    row: null,
    about: '',
    path: paths.movements,
    back: paths.movements,
    values: { launched_on: shortDay(moment.on) },
    options: {
      basis: await instrumentChoices(viewer, db.pool, { in_force: true }),
      theme: await instrumentChoices(viewer, db.pool, { in_force: true, theme: true }),
    },
    done: (id) => rowPath('movements', { unit_id, id }),
  }
}

async function rowOr404(asked: Asked): Promise<reads.Movement> {
  const { unit_id, id } = idsOf(asked)
  const row = await reads.movementById(asked.c.var.viewer, asked.db.pool, unit_id, id)
  if (!row) throw notFound()
  return row
}

const unitsOf = (row: reads.Movement) => [
  ...row.registrations.map((one) => one.unit_id),
  ...row.awards.flatMap((one) => (one.unit_id ? [one.unit_id] : [])),
]

async function show(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const row = await rowOr404(asked)
  const instrument = (unit_id: string | null, id: string | null) =>
    unit_id && id ? reads.instrumentById(viewer, db.pool, unit_id, id) : null
  const data = {
    row,
    basis: await instrument(row.basis_unit_id, row.basis_id),
    theme: await instrument(row.theme_unit_id, row.theme_id),
    names: await reads.namesOf(viewer, db.pool, unitsOf(row)),
    steps: await offered(asked, onMovement, { unit_id: row.unit_id, row, path: rowPath('movements', row) }),
    happened: await reads.happenedTo(viewer, db.pool, row, 'movement'),
  }
  return renderPage(c, <MovementPage frame={frameOf(c)} data={data} />)
}

async function form(asked: Asked, action: AnyAction): Promise<FormOfStep> {
  const { c, db } = asked
  const { viewer, moment } = c.var
  const row = await rowOr404(asked)
  const path = rowPath('movements', row)
  const { may_register } = await movement.facts(db.pool, { record: row, unit_id: row.unit_id, viewer, moment })
  const names = await reads.namesOf(viewer, db.pool, [...may_register, ...unitsOf(row)])
  const choices = (ids: readonly string[]) => ids.map((value) => ({ value, label: names.get(value) ?? '' }))
  return {
    action,
    unit_id: row.unit_id,
    row,
    about: row.title,
    path,
    back: path,
    options: {
      registering_unit_id: choices(may_register),
      awarded_unit_id: choices(row.registrations.map((one) => one.unit_id)),
    },
    done: () => path,
  }
}
