/** The ways in to a case file: its list of papers, and their page numbers. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { openBytes } from '../files/keep-file.ts'
import { type CaseFile, caseFileOf, pagesOf } from './case-file.ts'
import { CaseFilePage, caseFilePath } from './case-file-page.tsx'
import { casePaper, casePaperId } from './case-paper.ts'
import { correctPages } from './correct-pages.ts'
import { numberPages } from './number-pages.ts'

interface Deps {
  db: Db
  config: Pick<Config, 'data'>
}

/** Registers the page and its two posts. */
export function caseFilePages(app: Hono<AppEnv>, deps: Deps): void {
  const path = '/ho-so/:unit/petition/:id/but-luc'
  app.get(path, (c) => show(c, deps))
  app.post(path, (c) => page(c, deps))
  app.post(`${path}/sua`, (c) => mend(c, deps))
}

async function fileOf(c: Context<AppEnv>, { db }: Deps): Promise<CaseFile | null> {
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  return isUuid(unit) && isUuid(id) ? caseFileOf(c.var.viewer, db.pool, unit, id) : null
}

interface Shown {
  typed: Readonly<Record<string, string>>
  faults: readonly string[]
}

async function show(c: Context<AppEnv>, deps: Deps, shown: Shown = { typed: {}, faults: [] }): Promise<Response> {
  const { viewer } = c.var
  if (viewer.account_id === null) return signInFirst(c)
  const file = await fileOf(c, deps)
  if (!file) return c.notFound() as Response
  const may_page = casePaper.standings({ record: null, facts: null, viewer, unit_id: file.unit_id }).length > 0
  const pages = await countPages(file, deps.config.data)
  const body = <CaseFilePage frame={frameOf(c)} file={file} pages={pages} may_page={may_page} {...shown} />
  return renderPage(c, body, shown.faults.length > 0 ? 422 : 200)
}

/** Paper after paper, as far as counts were typed without a gap. */
async function page(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const file = await fileOf(c, deps)
  if (!file) return c.notFound() as Response
  const { form } = await readPost(c, z.object({}))
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const { viewer, moment } = c.var
  const { unit_id, petition_id } = file
  let paper_number = (file.numbered.at(-1)?.paper_number ?? 0) + 1
  try {
    for (; (typed[`pages.${paper_number}`] ?? '').trim() !== ''; paper_number++) {
      const input = { petition_id, paper_number, pages: typed[`pages.${paper_number}`] }
      const id = casePaperId(petition_id, paper_number)
      await perform(deps.db, numberPages, { viewer, moment, unit_id, id, input })
    }
  } catch (fault) {
    if (!(fault instanceof WrongInput)) throw fault
    const said = words(c.var.language).books.case_file
    return show(c, deps, { typed, faults: [said.faults['not-a-count'](paper_number)] })
  }
  const given = Object.keys(typed).some((name) => name.startsWith('pages.') && typed[name]?.trim() !== '')
  const first = (file.numbered.at(-1)?.paper_number ?? 0) + 1
  if (paper_number === first) {
    const said = words(c.var.language).books.case_file.faults
    return show(c, deps, { typed, faults: [given ? said['not-the-next-paper'] : said['not-a-count'](first)] })
  }
  return seeOther(c, caseFilePath(file))
}

async function mend(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const file = await fileOf(c, deps)
  const last = file?.numbered.at(-1)
  if (!file || !last) return c.notFound() as Response
  const { form } = await readPost(c, correctPages.input)
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const { viewer, moment } = c.var
  try {
    const call = { viewer, moment, unit_id: file.unit_id, id: last.id, revision: Number(typed['revision']) }
    await perform(deps.db, correctPages, { ...call, input: { pages: typed['pages'], reason: typed['reason'] } })
    return seeOther(c, caseFilePath(file))
  } catch (fault) {
    if (!(fault instanceof WrongInput)) throw fault
    return show(c, deps, { typed, faults: [words(c.var.language).books.case_file.faults['later-papers-have-pages']] })
  }
}

/** Pages by the number of the paper, of pictures and of PDF files; one after the other, so that memory holds one file. */
async function countPages(file: CaseFile, data: string): Promise<Map<number, number>> {
  const counted = new Map<number, number>()
  for (const paper of file.papers) {
    if (paper.is !== 'file' || !/^(image\/|application\/pdf$)/.test(paper.media_type)) continue
    // A file that cannot be read leaves its line without a count; `gandan check` is the one to complain.
    const read = paper.media_type.startsWith('image/')
      ? Buffer.alloc(0)
      : await openBytes(data, file.unit_id, paper.stored).catch(() => null)
    const pages = read && pagesOf(paper.media_type, read)
    if (pages !== null) counted.set(paper.number, pages)
  }
  return counted
}
