/** The ways in to stocktakes: their list, one with its records, its forms. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { holds } from '../../platform/actions/viewer.ts'
import { isUuid } from '../../platform/uuid.ts'
import { registerReaders } from '../petitions/queries.ts'
import { boardPath } from './addresses.ts'
import { askedScope } from './asked.ts'
import { checkOff, findingId } from './check-off.ts'
import { closeStocktake } from './close-stocktake.ts'
import { correctFinding } from './correct-finding.ts'
import { openStocktake } from './open-stocktake.ts'
import { handOverUnit } from './queries.ts'
import { type Asked, type FormOfStep, offered } from './step-form.tsx'
import { findingById, stocktakeById, stocktakeItems, stocktakesOf } from './stocktake-reads.ts'
import { itemName, StocktakePage, StocktakesPage } from './stocktake-views.tsx'

/** Where stocktakes are. */
export const stocktakesPath = `${boardPath}/ra-soat`

type Wrap = (work: (asked: Asked) => Promise<Response>) => (c: Context<AppEnv>) => Promise<Response>
type FormRoute = (path: string, of: (asked: Asked) => Promise<FormOfStep>) => void

/** Registers `/ton-dong/ra-soat` and what is under it. */
export function stocktakePages(app: Hono<AppEnv>, asked: Wrap, form: FormRoute): void {
  const one = `${stocktakesPath}/:unit/:id`
  app.get(stocktakesPath, asked(list))
  form(`${stocktakesPath}/${openStocktake.step}`, opening)
  app.get(one, asked(show))
  form(`${one}/${closeStocktake.step}`, closing)
  form(`${one}/:record/${checkOff.step}`, checking)
  form(`${one}/:record/${correctFinding.step}`, correcting)
}

const notFound = () => new NotOpen('not-yours', '', 404)
const pathOf = (row: { unit_id: string; id: string }) => `${stocktakesPath}/${row.unit_id}/${row.id}`

async function list(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const scope = askedScope((name) => c.req.query(name))
  const unit_id = handOverUnit(viewer)
  const steps = unit_id ? await offered(asked, [openStocktake], { unit_id, row: null, path: stocktakesPath }) : []
  const rows = await stocktakesOf(viewer, db.pool, scope)
  return renderPage(c, <StocktakesPage frame={frameOf(c)} rows={rows} steps={steps} path={pathOf} />)
}

async function opening({ c }: Asked): Promise<FormOfStep> {
  const unit_id = handOverUnit(c.var.viewer)
  if (!unit_id) throw notFound()
  const done = (id: string) => pathOf({ unit_id, id })
  const values = { days_min: '91' }
  return {
    action: openStocktake,
    unit_id,
    row: null,
    about: '',
    path: stocktakesPath,
    back: stocktakesPath,
    values,
    done,
  }
}

async function rowOr404({ c, db }: Asked) {
  const unit_id = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  const row = isUuid(unit_id) && isUuid(id) ? await stocktakeById(c.var.viewer, db.pool, unit_id, id) : null
  if (!row) throw notFound()
  return row
}

async function show(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const row = await rowOr404(asked)
  const path = pathOf(row)
  const page = (
    <StocktakePage
      frame={frameOf(c)}
      row={row}
      items={await stocktakeItems(c.var.viewer, db.pool, row)}
      steps={await offered(asked, [closeStocktake], { unit_id: row.unit_id, row, path })}
      path={path}
      may_check={row.state === 'open' && holds(c.var.viewer, row.unit_id, ...registerReaders)}
    />
  )
  return renderPage(c, page)
}

async function closing(asked: Asked): Promise<FormOfStep> {
  const row = await rowOr404(asked)
  const path = pathOf(row)
  return { action: closeStocktake, unit_id: row.unit_id, row, about: row.title, path, back: path, done: () => path }
}

async function recordOf(asked: Asked) {
  const row = await rowOr404(asked)
  const record_id = asked.c.req.param('record') ?? ''
  const items = await stocktakeItems(asked.c.var.viewer, asked.db.pool, row)
  const item = items.find((one) => one.id === record_id)
  if (!item) throw notFound()
  return {
    row,
    item,
    about: `${itemName(item, asked.c.var.language)} · ${item.title}`,
    path: `${pathOf(row)}/${item.id}`,
  }
}

async function checking(asked: Asked): Promise<FormOfStep> {
  const { row, item, about, path } = await recordOf(asked)
  return {
    action: checkOff,
    unit_id: row.unit_id,
    row: null,
    about,
    path,
    back: pathOf(row),
    values: { id: findingId(row.id, item.id) },
    given: { stocktake_id: row.id, record_id: item.id },
    done: () => pathOf(row),
  }
}

async function correcting(asked: Asked): Promise<FormOfStep> {
  const { row, item, about, path } = await recordOf(asked)
  const found = await findingById(asked.c.var.viewer, asked.db.pool, row, item.id)
  if (!found) throw notFound()
  const { finding, note } = found
  const back = pathOf(row)
  const values = { finding, note }
  return { action: correctFinding, unit_id: row.unit_id, row: found, about, path, back, values, done: () => back }
}
