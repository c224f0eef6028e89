/** The ways in to returns, under `/bao-cao/nop`. They are the desk's: whoever is not signed in finds nothing here. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { quarterEnded } from '../../law/carry-over.ts'
import { readPeriod } from '../../law/report-periods.ts'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import { day, type Fault, text, uuid } from '../../platform/input.ts'
import { withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import { words } from '../../ui/words/words.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { openBytes } from '../files/keep-file.ts'
import { attachmentOf, attachmentsOf } from '../files/queries.ts'
import { sendBy } from '../reports/chain.ts'
import { contactPath, listPath, owedAddress, owedPath } from './addresses.ts'
import { ComparePage, ReconcilePage } from './compare-view.tsx'
import { draftPages } from './draft-pages.tsx'
import { showEntry, showPaste, showUpload, takeEntry, takePaste, takeUpload } from './entry-pages.tsx'
import { freeze } from './freeze.ts'
import { listedStates, ReturnsPage } from './list-view.tsx'
import { OwedPage } from './owed-view.tsx'
import { PrintPage } from './print-view.tsx'
import {
  closedColumns,
  draftableUnits,
  historyOf,
  lastReminder,
  listLength,
  owedUnder,
  returnById,
  returnsOf,
  type ShownReturn,
  territoriesOf,
  versionsOf,
} from './queries.ts'
import { reconcile } from './reconcile.ts'
import { remind } from './remind.ts'
import { returnReminder } from './return-reminder.ts'
import { ReturnPage } from './return-view.tsx'
import { setContact } from './set-contact.ts'
import { formSteps, noSentence, offered, showStep, takeStep } from './step-pages.tsx'
import { formOf, periodOfReturn, returnFacts } from './unit-return.ts'

interface Deps {
  db: Db
  config: Pick<Config, 'data'>
}

const id36 = '{[0-9a-f-]{36}}'

/** Registers the pages. */
export function pages(app: Hono<AppEnv>, deps: Deps): void {
  const { db, config } = deps
  type Handler = (asked: { c: Context<AppEnv>; db: Db; data: string; row: ShownReturn }) => Promise<Response>
  /** A handler of one return that the viewer may read; as to a stranger otherwise. */
  const of = (handler: Handler) => async (c: Context<AppEnv>) => {
    const [unit_id, id] = [c.req.param('unit') ?? '', c.req.param('id') ?? '']
    const known = isUuid(unit_id) && isUuid(id)
    const row = known ? await returnById(c.var.viewer, db.pool, unit_id, id) : null
    if (!row) throw new NotOpen('not-yours', '', 404)
    return handler({ c, db, data: config.data, row })
  }
  const one = `${listPath}/:unit${id36}/:id${id36}`
  app.get(listPath, (c) => list(c, db))
  app.get(owedPath, (c) => owed(c, db))
  app.post(`${listPath}/nhac`, (c) => takeReminder(c, db))
  app.post(`${listPath}/chot-het`, (c) => freezeAll(c, db))
  app.get(`${listPath}/lien-he/:unit${id36}`, (c) => showContact(c))
  app.post(`${listPath}/lien-he/:unit${id36}`, (c) => takeContact(c, db))
  draftPages(app, db)
  app.get(one, of(show))
  app.get(
    `${one}/in`,
    of(async ({ c, row }) => print(c, db, row)),
  )
  app.get(`${one}/so-sanh`, of(compare))
  app.get(`${one}/doi-chieu`, of(reconciliation))
  app.get(`${one}/tep/:file${id36}`, of(copy))
  app.get(`${one}/nhap`, of(showEntry))
  app.post(`${one}/enter`, of(takeEntry))
  app.get(`${one}/dan`, of(showPaste))
  app.post(`${one}/dan`, of(takePaste))
  app.get(`${one}/tai-len`, of(showUpload))
  app.post(`${one}/tai-len`, of(takeUpload))
  for (const step of Object.keys(formSteps)) {
    app.get(
      `${one}/${step}`,
      of((asked) => showStep(asked, step)),
    )
    app.post(
      `${one}/${step}`,
      of((asked) => takeStep(asked, step)),
    )
  }
}

function readAfter(typed: string | undefined) {
  const found = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(typed ?? '')
  const drafted_on = day().safeParse(found?.[1] ?? '')
  return found?.[2] && drafted_on.success ? { drafted_on: drafted_on.data, id: found[2] } : null
}

async function list(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer } = c.var
  if (viewer.account_id === null) return c.notFound() as Response
  const state = listedStates.find((one) => one === c.req.query('trang_thai')) ?? null
  const rows = await returnsOf(viewer, db.pool, {
    ...(state ? { state } : {}),
    after: readAfter(c.req.query('sau')),
  })
  const shown = rows.slice(0, listLength)
  const last = shown.at(-1)
  const after = rows.length > listLength && last ? `${last.drafted_on}.${last.id}` : null
  const own = (await draftableUnits(viewer, db.pool)).filter((one) => one.own)
  const receives = (await territoriesOf(viewer, db.pool)).length > 0
  return renderPage(c, <ReturnsPage frame={frameOf(c)} rows={shown} {...{ state, receives, own, after }} />)
}

interface OneReturn {
  c: Context<AppEnv>
  db: Db
  data: string
  row: ShownReturn
}

async function show({ c, db, row }: OneReturn): Promise<Response> {
  const { viewer } = c.var
  const { receiver } = await returnFacts(db.pool, row.unit_id, viewer.on, formOf(row))
  const send = await sendBy(db.pool, formOf(row), row.unit_id, periodOfReturn(row))
  const data = {
    row,
    closed: await closedColumns(viewer, db.pool, row),
    versions: await versionsOf(viewer, db.pool, row),
    steps: await offered({ c, db, row }),
    happened: await historyOf(viewer, db.pool, row),
    copies: await attachmentsOf(viewer, db.pool, row.unit_id, row.id),
    due_on: row.due_on ?? send?.on ?? null,
    due_unverified: send?.unverified !== undefined,
    receiver_name: row.receiver_name ?? receiver?.name ?? null,
  }
  return renderPage(c, <ReturnPage frame={frameOf(c)} data={data} />)
}

async function print(c: Context<AppEnv>, db: Db, row: ShownReturn): Promise<Response> {
  const closed = await closedColumns(c.var.viewer, db.pool, row)
  return renderPage(c, <PrintPage frame={frameOf(c)} row={row} closed={closed} />)
}

async function compare({ c, db, row }: OneReturn): Promise<Response> {
  const before = row.follows_id && (await returnById(c.var.viewer, db.pool, row.unit_id, row.follows_id))
  if (!before) throw new NotOpen('not-yours', '', 404)
  const closed = await closedColumns(c.var.viewer, db.pool, row)
  return renderPage(c, <ComparePage frame={frameOf(c)} before={before} after={row} closed={closed} />)
}

async function reconciliation({ c, db, row }: OneReturn): Promise<Response> {
  const closed = await closedColumns(c.var.viewer, db.pool, row)
  const found = await reconcile(c.var.viewer, db.pool, row, closed)
  return renderPage(c, <ReconcilePage frame={frameOf(c)} row={row} found={found} />)
}

async function copy({ c, db, data, row }: OneReturn): Promise<Response> {
  const file = await attachmentOf(c.var.viewer, db.pool, row.unit_id, c.req.param('file') ?? '')
  if (file?.record_id !== row.id) throw new NotOpen('not-yours', '', 404)
  const bytes = await openBytes(data, row.unit_id, file.stored)
  return attachmentResponse({ name: file.name ?? 'ban-ky', media_type: file.media_type }, bytes)
}

async function owed(
  c: Context<AppEnv>,
  db: Db,
  refused: string | null = null,
  status: PageStatus = 200,
): Promise<Response> {
  const { viewer, moment, language } = c.var
  const territories = await territoriesOf(viewer, db.pool)
  const root = territories.find((one) => one.id === c.req.query('dia_ban')) ?? territories[0]
  if (!root) throw new NotOpen('not-yours', '', 404)
  const period = readPeriod(c.req.query('ky') ?? '') ?? quarterEnded(viewer.on)
  const all = await owedUnder(viewer, db.pool, root.id, period, viewer.on)
  const codes = all.map((one) => one.form.code)
  const form = codes.find((code) => code === c.req.query('bieu')) ?? codes[0] ?? ''
  const facts = await returnReminder.facts(db.pool, { record: null, unit_id: root.office_id, viewer, moment })
  const said = answerFor(returnReminder, 'remind', {
    record: null,
    facts,
    viewer,
    moment,
    unit_id: root.office_id,
    id: '',
    input: { period: period.id, root_id: root.id },
  })
  const data = {
    territories,
    root,
    period,
    form,
    forms: [...new Set(codes)],
    rows: all.filter((one) => one.form.code === form),
    handed: all.filter((one) => one.handed_in).length,
    all: all.length,
    late: all.filter((one) => one.days_late > 0).length,
    accepted: all.filter((one) => one.form.code === form && one.last?.state === 'accepted').length,
    reminded: await lastReminder(viewer, db.pool, root.id, period.id),
    remind_id: uuidv7(),
    remind_refusal: refused ?? (said.open ? null : noSentence(language, said.code, said.cite)),
  }
  return renderPage(c, <OwedPage frame={frameOf(c)} data={data} />, status)
}

const freezeForm = z.object({ root_id: uuid(), form: text(20), period: text(10) })

/** Freezes what was accepted of one form and period, each by its own step; what is no longer open stays as it is. */
async function freezeAll(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer, moment } = c.var
  const read = await readPost(c, freezeForm)
  const period = read.ok ? readPeriod(read.data.period) : null
  const root = (await territoriesOf(viewer, db.pool)).find((one) => read.ok && one.id === read.data.root_id)
  if (!read.ok || !period || !root) throw new NotOpen('not-yours', '', 404)
  for (const { unit_id, form, last } of await owedUnder(viewer, db.pool, root.id, period, viewer.on)) {
    if (form.code !== read.data.form || last?.state !== 'accepted') continue
    try {
      await perform(db, freeze, { viewer, moment, unit_id, id: last.id, input: {} })
    } catch (fault) {
      if (!(fault instanceof NotOpen) && !(fault instanceof Stale)) throw fault
    }
  }
  return seeOther(c, owedAddress({ root: root.id, form: read.data.form, period: period.id }))
}

const reminderForm = z.object({ id: uuid(), unit_id: uuid(), root_id: uuid(), period: text(10) })

async function takeReminder(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer, moment } = c.var
  const read = await readPost(c, reminderForm)
  if (!read.ok) throw new NotOpen('not-yours', '', 404)
  const { id, unit_id, root_id, period } = read.data
  await perform(db, remind, { viewer, moment, unit_id, id, input: { root_id, period } })
  return seeOther(c, owedAddress({ root: root_id, period }))
}

function showContact(
  c: Context<AppEnv>,
  typed: FormValues = { id: uuidv7() },
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Response {
  if (c.var.viewer.account_id === null) throw new NotOpen('not-yours', '', 404)
  const { returns } = words(c.var.language)
  const unit = c.req.param('unit') ?? ''
  const page = (
    <StepPage
      frame={frameOf(c)}
      title={returns.steps['set-contact']}
      current="reports"
      about={returns.owed.contact}
      action={contactPath(unit)}
      cancel={listPath}
      schema={withId(setContact.input)}
      form={{ labels: returns.labels, hints: returns.hints, faults: returns.faults }}
      values={typed}
      errors={errors}
    />
  )
  return renderPage(c, page, status)
}

async function takeContact(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer, moment, language } = c.var
  const read = await readPost(c, withId(setContact.input))
  if (!read.ok) return showContact(c, read.values, read.errors, 422)
  try {
    const { id, mail } = read.data
    const unit_id = c.req.param('unit') ?? ''
    await perform(db, setContact, { viewer, moment, unit_id, id: String(id), input: { mail } })
    return seeOther(c, listPath)
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => noSentence(language, code, cite))
    return showContact(c, read.values, errors, status)
  }
}
