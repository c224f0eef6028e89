/** The ways in to programmes: their registers, and what a head answers for on a day. For officers. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, signInFirst } from '../../http/pages.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import { day } from '../../platform/input.ts'
import { isUuid } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { paths } from './addresses.ts'
import { dutiesOf } from './duties.ts'
import { DutiesPage } from './duties-view.tsx'
import { instrumentPages } from './instrument-pages.tsx'
import { movementPages } from './movement-pages.tsx'
import { unitsUnder } from './options.ts'
import { programmePages } from './programme-pages.tsx'
import type { Wrap } from './routes.ts'
import { type Asked, notFound } from './step-form.tsx'

/** Registers the pages; whoever holds a post may come in, and reads what concerns their units. */
export function pages(app: Hono<AppEnv>, { db, config }: { db: Db; config: Pick<Config, 'data'> }): void {
  const asked: Wrap = (work) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return c.var.viewer.positions.length === 0 ? (c.notFound() as Response) : work({ c, db, data: config.data })
  }
  programmePages(app, asked)
  instrumentPages(app, asked)
  movementPages(app, asked)
  app.get(paths.duties, asked(duties))
}

/** `?don-vi=` a unit the viewer sees, default the own one; `?ngay=` any day, default today. */
async function duties({ c, db }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const own = viewer.positions[0]?.unit_id ?? ''
  const asked_unit = c.req.query('don-vi') ?? ''
  const unit_id = isUuid(asked_unit) ? asked_unit : own
  const typed = c.req.query('ngay')?.trim() ?? ''
  const read = day().safeParse(typed)
  const on = read.success ? read.data : moment.on
  const found = await dutiesOf(viewer, db.pool, unit_id, on)
  if (!found) throw notFound()
  const units = await unitsUnder(viewer, db.pool, own)
  const known = units.some((one) => one.value === unit_id)
  const page = (
    <DutiesPage
      frame={frameOf(c)}
      duties={found}
      unit_id={unit_id}
      typed={typed || shortDay(on)}
      wrong={typed !== '' && !read.success}
      units={known ? units : [{ value: unit_id, label: found.unit_name }, ...units]}
    />
  )
  return renderPage(c, page)
}
