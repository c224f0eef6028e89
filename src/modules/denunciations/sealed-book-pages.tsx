/** The ways in to the closed register as a book: `/ho-so-rieng/so`, and the papers of one record. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { count, unitId } from '../../platform/input.ts'
import { closeKey } from '../../platform/vault/officer-key.ts'
import { unitOn } from '../units/queries.ts'
import { listPath, recordPath, unlockPath } from './desk.tsx'
import { keyOfRequest, type SealedDeps } from './key-pages.tsx'
import { ofInsider, withKey } from './of-insider.ts'
import { openSealedBook, sealedPapers } from './sealed-book.ts'
import {
  type BookUnit,
  SealedBookFormPage,
  SealedBookPage,
  SealedPapersPage,
  sealedBookPath,
} from './sealed-book-page.tsx'

const asked = z.object({ unit: unitId(), year: count(1990, 2199) })

/** Registers the pages. Everything is asked by POST: what was opened stands in no history. */
export function sealedBookPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  app.get(sealedBookPath, async (c) => {
    if (!c.var.viewer.account_id) return signInFirst(c)
    return renderPage(c, <SealedBookFormPage frame={frameOf(c)} units={await unitsOf(c, deps)} />)
  })
  app.post(sealedBookPath, (c) => book(c, deps))
  const papers = `${listPath}/:unit/:id/but-luc`
  app.get(papers, (c) => ofInsider(c, deps, async (found) => seeOther(c, recordPath(found.record))))
  app.post(papers, (c) =>
    ofInsider(c, deps, ({ record }) =>
      withKey(c, deps, record, async (opening) => {
        const found = await sealedPapers(deps.signIn.db, { ...opening, record })
        return renderPage(c, <SealedPapersPage frame={frameOf(c)} record={record} papers={found} />)
      }),
    ),
  )
}

/** The units in which the viewer has a post today. */
async function unitsOf(c: Context<AppEnv>, deps: SealedDeps): Promise<BookUnit[]> {
  const { viewer, moment } = c.var
  const ids = [...new Set(viewer.positions.map((one) => one.unit_id))]
  const units = await Promise.all(ids.map((id) => unitOn(viewer, deps.signIn.db.pool, id, moment.on)))
  return units.flatMap((unit, index) => (unit ? [{ id: ids[index]!, name: unit.name }] : []))
}

async function book(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer, moment } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const posted = await readPost(c, asked)
  const units = await unitsOf(c, deps)
  const unit = posted.ok ? units.find((one) => one.id === posted.data.unit) : undefined
  if (!posted.ok || !unit) return renderPage(c, <SealedBookFormPage frame={frameOf(c)} units={units} />, 422)
  const key = await keyOfRequest(c, deps)
  if (!key) return seeOther(c, unlockPath(sealedBookPath))
  try {
    const { year } = posted.data
    const found = await openSealedBook(deps.signIn.db, { viewer, unit_id: unit.id, year, key, moment })
    return renderPage(c, <SealedBookPage frame={frameOf(c)} unit={unit} year={year} book={found} />)
  } finally {
    closeKey(key)
  }
}
