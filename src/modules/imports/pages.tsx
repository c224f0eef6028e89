/** The ways in to importing a book: upload → columns → dry run → apply → result, with undo. No script needed. */
import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { fromOf } from '../people/requests.ts'
import { type BookImportRow, mayImport, startImport } from './import.ts'
import { chosenSheets, guessMapping, type Mapping, type MappingFault, queryOf, readMapping } from './mapping.ts'
import { type BookPlan, planBook } from './plan.ts'
import { importRecord, importUnits, pastImports } from './queries.ts'
import { readBook } from './read-book.ts'
import { ResultPage, RunningPage } from './result-page.tsx'
import { keysStand, knownRows, runImport, undoRun } from './run.ts'
import { type BookFault, type Sheet, UnreadableBook } from './sheet.ts'
import { destroyStaged, type StagedBook, type StagedFor, stageBook, stagedBook } from './staging.ts'
import { readUpload } from './upload.ts'
import { DryRunPage, fileSentence, GonePage, importPath, importsPath, MappingPage, UploadPage } from './views.tsx'

/** What the pages work with. */
export interface ImportDeps {
  db: Db
  config: Pick<Config, 'data'>
}

const cookie = 'gd_import'
const day_s = 24 * 60 * 60
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Imports this process works on, with the rows done. */
const working = new Map<string, number>()

/** Works behind the answer; the page tells how far it is. */
function behind(id: string, work: Promise<unknown>): void {
  void work
    // A database's message may quote a row: its name and code are enough.
    .catch((error) => log.error({ import_id: id, fault: nameOf(error) }, 'an import was broken off'))
    .finally(() => working.delete(id))
}

/** One request about one import, its unit and id checked. */
interface Asked {
  c: Context<AppEnv>
  deps: ImportDeps
  of: StagedFor
}

/** Registers the pages under `/ban-lam-viec/nhap-so`. */
export function importPages(app: Hono<AppEnv>, deps: ImportDeps): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    const { account_id } = c.var.viewer
    if (account_id === null) return signInFirst(c)
    const unit_id = c.req.param('unit') ?? ''
    const id = c.req.param('id') ?? ''
    if (!uuid.test(unit_id) || !uuid.test(id) || !mayImport(c.var.viewer, unit_id))
      throw new NotOpen('not-yours', '', 404)
    return work({ c, deps, of: { unit_id, account_id, id } })
  }
  app.get(importsPath, (c) => (c.var.viewer.account_id === null ? signInFirst(c) : uploadPage(c, deps)))
  app.post(importsPath, (c) => (c.var.viewer.account_id === null ? signInFirst(c) : upload(c, deps)))
  app.get(`${importsPath}/:unit/:id`, asked(showImport))
  app.get(`${importsPath}/:unit/:id/thu`, asked(dryRun))
  app.post(`${importsPath}/:unit/:id/ap-dung`, asked(apply))
  app.post(`${importsPath}/:unit/:id/huy`, asked(cancel))
  app.post(`${importsPath}/:unit/:id/hoan-tac`, asked(undo))
}

async function uploadPage(
  c: Context<AppEnv>,
  deps: ImportDeps,
  fault?: { field: 'file' | 'unit'; sentence: string; unit?: string },
): Promise<Response> {
  const { viewer } = c.var
  const page = (
    <UploadPage
      frame={frameOf(c)}
      units={await importUnits(viewer, deps.db.pool)}
      new_id={uuidv7()}
      chosen={fault?.unit}
      fault={fault}
      cancelled={c.req.query('da-huy') !== undefined}
      past={await pastImports(viewer, deps.db.pool)}
    />
  )
  return renderPage(c, page, fault ? 422 : 200)
}

async function upload(c: Context<AppEnv>, deps: ImportDeps): Promise<Response> {
  const { form } = words(c.var.language).imports
  const { fields, file, fault } = await readUpload(c.req.raw)
  const unit = fields.get('unit') ?? ''
  const again = (code: BookFault) =>
    uploadPage(c, deps, { field: 'file', sentence: fileSentence(code, c.var.language), unit })
  if (fault !== null) return again(fault)
  if (!uuid.test(unit) || !mayImport(c.var.viewer, unit))
    return uploadPage(c, deps, { field: 'unit', sentence: form.unit_required })
  if (file === null) return uploadPage(c, deps, { field: 'file', sentence: form.file_required, unit })
  try {
    await readBook(file.bytes, file.name)
  } catch (error) {
    if (error instanceof UnreadableBook) return again(error.code)
    throw error
  }
  const given = fields.get('id') ?? ''
  const id = uuid.test(given) ? given : uuidv7()
  const of: StagedFor = { unit_id: unit, account_id: c.var.viewer.account_id ?? '', id }
  const key = await stageBook(deps.config.data, of, file)
  setCookie(c, cookie, `${id}.${key}`, {
    path: importsPath,
    httpOnly: true,
    sameSite: 'Strict',
    secure: fromOf(c).secure,
    maxAge: day_s,
  })
  return seeOther(c, importPath(unit, id))
}

/** The upload, opened with the browser's key; null where either is gone. */
async function stagedOf({ c, deps, of }: Asked): Promise<{ book: StagedBook; sheets: Sheet[] } | null> {
  const [id, key] = (getCookie(c, cookie) ?? '').split('.')
  const book = id === of.id ? await stagedBook(deps.config.data, of, key) : null
  return book === null ? null : { book, sheets: await readBook(book.bytes, book.name) }
}

const gone = ({ c }: Asked) => renderPage(c, <GonePage frame={frameOf(c)} />, 404)

async function showImport(asked: Asked): Promise<Response> {
  const { c, deps, of } = asked
  const record = await importRecord(c.var.viewer, deps.db.pool, of.unit_id, of.id)
  if (record !== null) return showRecord(asked, record)
  const staged = await stagedOf(asked)
  if (staged === null) return gone(asked)
  const query = new URL(c.req.url).searchParams
  const mapping = query.has('stage') ? readMapping(query, staged.sheets) : guessMapping(staged.sheets)
  return mappingPage(asked, staged.sheets, mapping, [])
}

async function showRecord(asked: Asked, record: BookImportRow): Promise<Response> {
  const { c, of } = asked
  const done = working.get(of.id) ?? null
  if (done === null && record.state !== 'running')
    return renderPage(c, <ResultPage frame={frameOf(c)} record={record} />)
  if (done !== null) c.header('Refresh', '3')
  const staged = done === null ? await stagedOf(asked) : null
  const resume =
    staged === null
      ? null
      : `${importPath(of.unit_id, of.id)}/thu?${queryOf({ ...guessMapping(staged.sheets), stage: record.stage })}`
  return renderPage(c, <RunningPage frame={frameOf(c)} record={record} done={done} resume={resume} />)
}

function mappingPage(
  { c, of }: Asked,
  sheets: readonly Sheet[],
  mapping: Mapping,
  faults: readonly MappingFault[],
  status: PageStatus = 200,
): Response {
  const path = importPath(of.unit_id, of.id)
  const page = <MappingPage frame={frameOf(c)} path={path} sheets={sheets} mapping={mapping} faults={faults} />
  return renderPage(c, page, status)
}

/** The plan of this request's columns, or the page to answer with instead. */
async function planned(asked: Asked): Promise<{ plan: BookPlan; mapping: Mapping; book: StagedBook } | Response> {
  const { c, deps, of } = asked
  const staged = await stagedOf(asked)
  if (staged === null) return gone(asked)
  const mapping = readMapping(new URL(c.req.url).searchParams, staged.sheets)
  const chosen = chosenSheets(mapping, staged.sheets)
  if (!chosen.ok) return mappingPage(asked, staged.sheets, mapping, chosen.faults, 422)
  const { viewer, moment } = c.var
  const keys = await keysStand({ db: deps.db, viewer, unit_id: of.unit_id, moment })
  return { plan: await planBook(chosen.chosen, { today: moment.on, keys }), mapping, book: staged.book }
}

async function dryRun(asked: Asked): Promise<Response> {
  const { c, deps, of } = asked
  const read = await planned(asked)
  if (read instanceof Response) return read
  const page = (
    <DryRunPage
      frame={frameOf(c)}
      path={importPath(of.unit_id, of.id)}
      query={queryOf(read.mapping)}
      plan={read.plan}
      already={await knownRows({ db: deps.db, unit_id: of.unit_id }, read.plan.rows)}
      unit_id={of.unit_id}
    />
  )
  return renderPage(c, page)
}

/** Starts, and answers at once; the rows go in behind it, and the page tells how far it is. */
async function apply(asked: Asked): Promise<Response> {
  const { c, deps, of } = asked
  const address = importPath(of.unit_id, of.id)
  const before = await importRecord(c.var.viewer, deps.db.pool, of.unit_id, of.id)
  if (working.has(of.id) || (before && before.state !== 'running')) return seeOther(c, address)
  // Marked before anything is waited for, so that a double post starts nothing twice.
  working.set(of.id, 0)
  try {
    const read = await planned(asked)
    if (read instanceof Response) {
      working.delete(of.id)
      return read
    }
    const { plan, mapping, book } = read
    const { viewer, moment } = c.var
    const { stage } = mapping
    if (before === null) {
      const input = { file_name: book.name, stage, rows: plan.rows.length }
      await perform(deps.db, startImport, { viewer, unit_id: of.unit_id, id: of.id, input, moment })
    }
    const run = { db: deps.db, viewer, moment, import_id: of.id, unit_id: of.unit_id, stage }
    const work = runImport(run, plan.rows, ({ done }) => working.set(of.id, done))
    behind(
      of.id,
      work.then(() => destroyStaged(deps.config.data, of)),
    )
    return seeOther(c, address)
  } catch (error) {
    working.delete(of.id)
    throw error
  }
}

function nameOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : ''
  return error instanceof Error ? `${error.name}${code}` : 'unknown'
}

async function cancel({ c, deps, of }: Asked): Promise<Response> {
  if (!working.has(of.id)) await destroyStaged(deps.config.data, of)
  deleteCookie(c, cookie, { path: importsPath })
  return seeOther(c, `${importsPath}?da-huy`)
}

async function undo({ c, deps, of }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const record = await importRecord(viewer, deps.db.pool, of.unit_id, of.id)
  if (record === null) throw new NotOpen('not-yours', '', 404)
  if (!working.has(of.id)) {
    working.set(of.id, 0)
    const run = { db: deps.db, viewer, moment, import_id: of.id, unit_id: of.unit_id }
    const work = undoRun(run, (done) => working.set(of.id, done))
    behind(
      of.id,
      work.then(() => destroyStaged(deps.config.data, of)),
    )
  }
  return seeOther(c, importPath(of.unit_id, of.id))
}
