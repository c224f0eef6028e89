/** The ways in to the books: `/so` and what is under it. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, signInFirst } from '../../http/pages.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import { listSheetResponse } from '../../platform/list-sheet.ts'
import { isUuid } from '../../platform/uuid.ts'
import { type Book, type BookSlug, bookSlugs, readDays } from './book.ts'
import { caseFilePages } from './case-file-pages.tsx'
import { BookPage, BooksPage } from './desk.tsx'
import { bookLines } from './lines.ts'
import { paperPages } from './paper-pages.tsx'
import { allLinesOf, bookUnit, bookUnits, linesOf, pageLinesMax } from './queries.ts'
import { bookSheet } from './sheet.ts'

/** Registers the pages of the books. */
export function bookPages(app: Hono<AppEnv>, { db, config }: { db: Db; config: Pick<Config, 'data'> }): void {
  for (const path of ['/so', '/so/*']) {
    app.use(path, async (c, next) => (c.var.viewer.account_id === null ? signInFirst(c) : next()))
  }
  caseFilePages(app, { db, config })
  app.get('/so', async (c) => {
    const units = await bookUnits(c.var.viewer, db.pool)
    const unit = await askedUnit(c, db)
    if (!unit) return c.notFound()
    return renderPage(c, <BooksPage frame={frameOf(c)} units={units} unit={unit} days={askedDays(c)} />)
  })
  paperPages(app, { db })
  app.get('/so/:book', async (c) => {
    const asked = c.req.param('book')
    const sheet = asked.endsWith('.xlsx')
    const slug = bookSlugs.find((one) => one === asked.replace(/\.xlsx$/, ''))
    if (slug && sheet) return (await sheetFile(c, db, slug)) ?? c.notFound()
    const book = slug && (await bookOf(c, db, slug, pageLinesMax))
    if (!book) return c.notFound()
    const units = await bookUnits(c.var.viewer, db.pool)
    return renderPage(c, <BookPage frame={frameOf(c)} units={units} book={book} />)
  })
}

const askedDays = (c: Context<AppEnv>) => readDays(c.req.query('nam'), c.req.query('ky'), c.var.viewer.on)

/** The unit of the address, or the viewer's own first; null where its register is not the viewer's to read. */
async function askedUnit(c: Context<AppEnv>, db: Db) {
  const { viewer } = c.var
  const asked = c.req.query('don_vi')
  const id = asked ?? viewer.positions[0]?.unit_id ?? ''
  return isUuid(id) ? bookUnit(viewer, db.pool, id) : null
}

async function sheetFile(c: Context<AppEnv>, db: Db, slug: BookSlug): Promise<Response | null> {
  const { viewer, language } = c.var
  const unit = await askedUnit(c, db)
  const days = askedDays(c)
  const lines = unit && (await allLinesOf(viewer, db, { slug, unit_id: unit.id, days }))
  if (!unit || !lines) return null
  const name = `${slug}_${days.year}_${days.stretch}.xlsx`
  return listSheetResponse(name, bookSheet({ slug, unit, days }, lines, language))
}

async function bookOf(c: Context<AppEnv>, db: Db, slug: BookSlug, limit: number): Promise<Book | null> {
  const unit = await askedUnit(c, db)
  if (!unit) return null
  const days = askedDays(c)
  const lines = await linesOf(c.var.viewer, db.pool, { slug, unit_id: unit.id, days, limit })
  if (!lines) return null
  const all = bookLines(lines, unit.id, c.var.language)
  return { slug, unit, days, lines: all.slice(0, limit), cut: all.length > limit }
}
