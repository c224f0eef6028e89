/** `/thong-tin`: what everybody may look up, of all units or of one; its calendar and its news. No account, no script. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage } from '../../http/pages.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { openPath } from '../../ui/parts/feed-links.tsx'
import { findUnits } from '../units/queries.ts'
import { feeds } from './feeds.ts'
import { countOpen } from './open-things.ts'
import { OpenPage } from './open-view.tsx'
import { announcedDays, announcementKinds } from './queries.ts'
import { unitEver } from './unit-ever.ts'

/** Days that the page names; the calendar holds them all. */
const next_max = 8

/** Registers the pages. */
export function pages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  feeds(app, { db })
  app.get(openPath, (c) => open(c, db))
}

async function open(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer, moment } = c.var
  const asked = c.req.query('don-vi')
  const unit = asked !== undefined && isUuid(asked) ? await unitEver(viewer, db.pool, asked) : null
  if (asked !== undefined && !unit) return c.notFound()
  const typed = (c.req.query('tim') ?? '').slice(0, 100)
  // Reception days of the whole country would hide everything else; who wants one chooses the office first.
  const scope = unit ? { unit_id: unit.id } : { kinds: announcementKinds.filter((kind) => kind !== 'reception-day') }
  const days = await announcedDays(viewer, db.pool, scope)
  const found = typed.trim() === '' ? [] : await findUnits(viewer, db.pool, typed, moment.on, { limit: 40 })
  const coming = days.filter((row) => Temporal.PlainDate.compare(row.until_on, moment.on) >= 0)
  return renderPage(
    c,
    <OpenPage
      frame={frameOf(c)}
      unit={unit}
      typed={typed}
      found={found.filter(({ level }) => level !== 'village').slice(0, 20)}
      counts={await countOpen(viewer, db.pool, unit?.id ?? null)}
      coming={coming.slice(0, next_max)}
    />,
  )
}
