/** The ways in to reports: what an address asks is read, and the page is made of it. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { comparisonForm } from '../../law/comparison.ts'
import { lastEnded } from '../../law/report-periods.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import { holds } from '../../platform/actions/viewer.ts'
import { askingOnce } from '../../platform/asking-once.ts'
import type { Db } from '../../platform/database.ts'
import { day as dayField, revision, uuid as uuidField } from '../../platform/input.ts'
import { listSheetResponse, sheetType } from '../../platform/list-sheet.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { readsHotspots } from '../hotspots/queries.ts'
import { mergerDay } from '../units/unit.ts'
import { formCode } from './addresses.ts'
import { compare } from './comparison.ts'
import { crossChecks } from './cross-checks.ts'
import { FormPage, RecordsPage, ReportsPage, type Typed } from './desk.tsx'
import type { Part } from './figures.ts'
import { formPages } from './form-pages.tsx'
import { formsInUse } from './forms-in-use.ts'
import { list } from './list.ts'
import { namedPosition, namedPositionFacts } from './named-position.ts'
import type { NamedPositionsData } from './named-positions.tsx'
import { publicPages } from './public-pages.tsx'
import { allCountedRecords, countedRecords, namedPositionsOf, officersOf, ownReportUnits, reportOf } from './queries.ts'
import { recordsSheet } from './records-sheet.ts'
import { type Ask, type ReportUnit, readAsk, treeDayOf } from './report.ts'
import { sheetOf } from './sheet.ts'
import { takeOff } from './take-off.ts'
import { twoTrees } from './two-trees.ts'
import { TwoTreesPage } from './two-trees-page.tsx'

const pageLength = 50

/** Registers `/so-lieu` for everybody, and `/bao-cao`, which is the desk's: whoever is not signed in finds nothing there. */
export function pages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  publicPages(app, { db })
  formPages(app, { db })
  app.get('/bao-cao', async (c) => {
    if (c.var.viewer.account_id === null) return c.notFound()
    const units = await ownReportUnits(c.var.viewer, db.pool)
    const named = await Promise.all(units.map((unit) => namedData(c, db, unit)))
    return renderPage(
      c,
      <ReportsPage
        frame={frameOf(c)}
        forms={await formsInUse(db.pool)}
        units={units}
        named={named}
        hotspots={readsHotspots(c.var.viewer)}
      />,
    )
  })
  app.get('/bao-cao/:file{[0-9]{2}-[A-Z]{2,5}\\.xlsx}', (c) => sheet(c, db, c.req.param('file').replace('.xlsx', '')))
  app.get('/bao-cao/:form{[0-9]{2}-[A-Z]{2,5}}', (c) => form(c, db, c.req.param('form')))
  app.get('/bao-cao/:form{[0-9]{2}-[A-Z]{2,5}}/hai-cay', (c) => trees(c, db, c.req.param('form')))
  app.get('/bao-cao/:form{[0-9]{2}-[A-Z]{2,5}}/:column{[0-9]{1,2}}', (c) =>
    records(c, db, c.req.param('form'), Number(c.req.param('column'))),
  )
  app.get('/bao-cao/:form{[0-9]{2}-[A-Z]{2,5}}/:column{[0-9]{1,2}}/danh-sach.xlsx', (c) =>
    recordsFile(c, db, c.req.param('form'), Number(c.req.param('column'))),
  )
  app.post('/bao-cao/nguoi-xem/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}/:step{list|take-off}', (c) =>
    change(c, db, c.req.param('unit'), c.req.param('id'), c.req.param('step')),
  )
}

/** What the address asks; null where it names no form, version or period there is. */
async function read(
  c: Context<AppEnv>,
  db: Db,
  slug: string,
): Promise<{ ask: Ask; typed: Typed; units: ReportUnit[] } | null> {
  const { viewer, language } = c.var
  if (viewer.account_id === null) return null
  const units = await ownReportUnits(viewer, db.pool)
  const text = (name: string) => c.req.query(name)?.slice(0, 60).trim() ?? ''
  const period = text('ky') || lastEnded('6m', viewer.on).id
  const known = [...(await formsInUse(db.pool)), comparisonForm]
  const asked = readAsk(formCode(slug), period, text('mau') || undefined, known)
  if ('right' in asked) return null
  const faults: Typed['faults'] = {}
  const day = (name: string, field: 'tree_on' | 'as_of') => {
    if (text(name) === '') return null
    const found = dayField().safeParse(text(name))
    if (found.success) return found.data
    faults[field] = words(language).reports.wrong_day
    return null
  }
  const tree_on = day('ngay_cong', 'tree_on')
  const as_of = day('biet_den', 'as_of')
  const unit = text('don_vi') || (units[0]?.code ?? units[0]?.id ?? '')
  const typed: Typed = {
    unit,
    period,
    tree_on: tree_on ? shortDay(tree_on) : text('ngay_cong'),
    as_of: as_of ? shortDay(as_of) : text('biet_den'),
    faults,
  }
  return { ask: { ...asked, unit, tree_on, as_of }, typed, units }
}

async function form(c: Context<AppEnv>, db: Db, slug: string) {
  const asked = await read(c, db, slug)
  if (!asked) return c.notFound()
  const { ask, typed, units } = asked
  const { viewer, language } = c.var
  const clean = Object.keys(typed.faults).length === 0
  const sql = askingOnce(db.pool)
  const report = clean ? await reportOf(viewer, sql, ask) : null
  if (clean && !report) typed.faults.unit = words(language).reports.no_unit(shortDay(await treeDayOf(db.pool, ask)))
  const comparison = report ? await compare(sql, report) : null
  const across = report ? await crossChecks(sql, report.question, !report.without_denunciations) : []
  const instrument = c.req.query('mau') ? ask.form.instrument : undefined
  const shown = report ? { ...typed, unit: report.unit.code ?? report.unit.id } : typed
  const page = (
    <FormPage frame={frameOf(c)} {...{ form: ask.form, typed: shown, units, report, comparison, across, instrument }} />
  )
  return renderPage(c, page, report ? 200 : 422)
}

async function sheet(c: Context<AppEnv>, db: Db, slug: string) {
  const asked = await read(c, db, slug)
  const report = asked && (await reportOf(c.var.viewer, db.pool, asked.ask))
  if (!report) return c.notFound()
  const name = `${slug}_${report.unit.code ?? report.unit.id}_${report.ask.period.id}.xlsx`
  const headers = {
    'Content-Type': sheetType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  }
  return c.body(new Uint8Array(await sheetOf(report, c.var.language)), 200, headers)
}

/** One report on the trees of two days; by default the eve of the reorganisation of 2025 and the report's own day. */
async function trees(c: Context<AppEnv>, db: Db, slug: string) {
  const asked = await read(c, db, slug)
  if (!asked) return c.notFound()
  const { viewer } = c.var
  const day = (name: string, usual: Temporal.PlainDate) => {
    const found = dayField().safeParse(c.req.query(name)?.slice(0, 20) ?? '')
    return found.success ? found.data : usual
  }
  const days = { then_on: day('ngay_truoc', mergerDay.subtract({ days: 1 })), now_on: day('ngay_sau', viewer.on) }
  const found = await twoTrees(viewer, db.pool, asked.ask, days)
  if (!found) return c.notFound()
  return renderPage(c, <TwoTreesPage frame={frameOf(c)} form={asked.ask.form} trees={found} />)
}

const parts: readonly Part[] = ['total', 'own', 'remainder', 'former-district']

function readAfter(text: string | undefined) {
  const found = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(text ?? '')
  const on_day = dayField().safeParse(found?.[1] ?? '')
  return found?.[2] && on_day.success ? { on_day: on_day.data, record_id: found[2] } : null
}

const askedPart = (c: Context<AppEnv>): Part => parts.find((one) => one === c.req.query('phan')) ?? 'total'

async function records(c: Context<AppEnv>, db: Db, slug: string, no: number) {
  const asked = await read(c, db, slug)
  if (!asked) return c.notFound()
  const part = askedPart(c)
  const wanted = { no, part, after: readAfter(c.req.query('sau')), limit: pageLength + 1 }
  const found = await countedRecords(c.var.viewer, db.pool, asked.ask, wanted)
  if (!found) return c.notFound()
  const shown = found.records.slice(0, pageLength)
  const last = shown.at(-1)
  const after = found.records.length > pageLength && last ? `${last.on_day}.${last.record_id}` : null
  return renderPage(
    c,
    <RecordsPage frame={frameOf(c)} ask={asked.ask} unit={found.unit} records={shown} {...{ no, part, after }} />,
  )
}

async function recordsFile(c: Context<AppEnv>, db: Db, slug: string, no: number) {
  const asked = await read(c, db, slug)
  const part = askedPart(c)
  const found = asked && (await allCountedRecords(c.var.viewer, db, asked.ask, { no, part }))
  if (!asked || !found) return c.notFound()
  const { ask } = asked
  const name = `${slug}-${no}_${found.unit.code ?? found.unit.id}_${ask.period.id}.xlsx`
  return listSheetResponse(name, recordsSheet(ask, found.unit, { no, part }, found.records, c.var.language))
}

/** The list of a unit, with the forms where the viewer is its head. */
async function namedData(c: Context<AppEnv>, db: Db, unit: ReportUnit): Promise<NamedPositionsData> {
  const { viewer, moment, language } = c.var
  const listed = await namedPositionsOf(viewer, db.pool, unit.id)
  if (!holds(viewer, unit.id, 'head')) return { unit, listed, offer: null }
  const id = uuidv7()
  const facts = await namedPositionFacts(db.pool, unit.id, moment.on)
  const said = answerFor(namedPosition, 'list', {
    record: null,
    facts,
    input: null,
    viewer,
    moment,
    unit_id: unit.id,
    id,
  })
  const officers = await officersOf(viewer, db.pool, unit.id)
  const free = officers.filter((one) => !facts.listed.includes(one.account_id))
  const { conditions } = words(language).law
  const reason = said.open ? null : (Object.entries(conditions).find(([code]) => code === said.code)?.[1] ?? said.code)
  return { unit, listed, offer: { officers: free, id, reason } }
}

const listForm = z.object({ account_id: uuidField() })
const takeOffForm = z.object({ revision: revision() })

async function change(c: Context<AppEnv>, db: Db, unit_id: string, id: string, step: string) {
  const { viewer, moment } = c.var
  const call = { viewer, moment, unit_id, id }
  if (step === 'list') {
    const posted = await readPost(c, listForm)
    if (!posted.ok) throw new NotOpen('account-holds-a-position-here')
    await perform(db, list, { ...call, input: posted.data })
  } else {
    const posted = await readPost(c, takeOffForm)
    await perform(db, takeOff, { ...call, input: {}, revision: posted.ok ? posted.data.revision : 0 })
  }
  return seeOther(c, '/bao-cao')
}
