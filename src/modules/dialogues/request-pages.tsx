/** The desk of requests by voters: their list, one request, the slip with the key, and the entry of sheets. */
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { prefixOfUnit } from '../../platform/tracking-code.ts'
import { words } from '../../ui/words/words.ts'
import { accountName } from '../people/queries.ts'
import { fromOf, giveCookies } from '../people/requests.ts'
import { deskPath } from './addresses.ts'
import { countCookie, countSlipIn, forgetCountSlip, keepCountSlip, lockedSlip } from './count-cookie.ts'
import { creating } from './desk-kinds.ts'
import { type About, type Asked, offered, offeredOn, sentence, stepForm, takeStep } from './desk-steps.tsx'
import { drawKey } from './draw-key.ts'
import { enterSheet } from './enter-sheet.ts'
import { deskPathOf, requestsPath } from './project-addresses.ts'
import { keyOf, patternOf, stepRoutes } from './project-pages.tsx'
import { deskHistory, deskRecord, type Named, preparingUnit, requestsOf, worksWithRequests } from './project-queries.ts'
import { RequestPage, RequestsPage, SheetPage, SlipPage } from './request-views.tsx'
import { sheetSchema } from './sheet-typed.ts'
import { checkOf, marksOf, newSlip, numbersIn, slipOf } from './signature-marks.ts'
import { type Sheet, type TalkRequestRow, talkRequest } from './talk-request.ts'

const newPath = `${requestsPath}/${creating('talk-request').step}`

/** Registers `/cong-trinh/yeu-cau` and what is under it. The secret seals the slip in the counter's cookie. */
export function requestPages(app: Hono<AppEnv>, { db, secret }: { db: Db; secret: string }): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return worksWithRequests(c.var.viewer) ? work({ c, db }) : (c.notFound() as Response)
  }
  app.get(requestsPath, asked(list))
  app.get(
    newPath,
    asked((one) => stepForm(one, creating('talk-request'), beginning(one))),
  )
  app.post(
    newPath,
    asked((one) => takeStep(one, creating('talk-request'), beginning(one))),
  )
  stepRoutes(app, asked, 'talk-request', ['draw-key', 'enter-sheet'])
  const row = patternOf('talk-request')
  app.get(row, asked(page))
  app.get(
    `${row}/draw-key`,
    asked((one) => slipPage(one, secret)),
  )
  app.post(
    `${row}/draw-key`,
    asked((one) => draw(one, secret)),
  )
  app.get(
    `${row}/enter-sheet`,
    asked((one) => sheet(one, secret, {})),
  )
  app.post(
    `${row}/enter-sheet`,
    asked((one) => takeSheet(one, secret)),
  )
  app.post(
    `${row}/enter-sheet/mo`,
    asked((one) => open(one, secret)),
  )
}

function beginning({ c }: Asked): About {
  const unit_id = preparingUnit(c.var.viewer)
  if (unit_id === null) throw new NotOpen('not-yours', '', 404)
  return { kind: 'talk-request', unit_id, row: null, path: newPath, back: requestsPath }
}

async function rowOf({ c, db }: Asked): Promise<Named<TalkRequestRow>> {
  const row = await deskRecord(c.var.viewer, db.pool, 'talk-request', keyOf(c))
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

async function list(one: Asked): Promise<Response> {
  const { c, db } = one
  const may = preparingUnit(c.var.viewer) === null ? null : await offered(one, creating('talk-request'), beginning(one))
  const rows = await requestsOf(c.var.viewer, db.pool)
  return renderPage(c, <RequestsPage frame={frameOf(c)} rows={rows} may={may ? [may] : []} />)
}

async function page(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer } = c.var
  const row = await rowOf(one)
  // Once nothing is counted the slip in this browser opens nothing: it goes too.
  if (row.key_check === null && getCookie(c, countCookie) !== undefined)
    giveCookies(c, [forgetCountSlip(deskPathOf['talk-request'](row))])
  const names = []
  for (const id of [row.first_counter_id, row.second_counter_id])
    if (id) names.push((await accountName(viewer, db.pool, id)) ?? '')
  return renderPage(
    c,
    <RequestPage
      frame={frameOf(c)}
      row={row}
      counters={names.length > 0 ? names.join(', ') : null}
      steps={await offeredOn(one, { kind: 'talk-request', unit_id: row.unit_id, row })}
      happened={await deskHistory(viewer, db.pool, 'talk-request', row)}
      plan_dialogue={row.state === 'granted' ? `${deskPath}/plan?yeu-cau=${row.id}` : null}
    />,
  )
}

/** Who does not count is answered as if the page were not there; a count that is not open says why. */
function mayCount({ c }: Asked, step: 'draw-key' | 'enter-sheet', row: TalkRequestRow): void {
  const { viewer, moment } = c.var
  const { unit_id, id } = row
  const said = answerFor(talkRequest, step, { record: row, facts: null, viewer, moment, unit_id, id, input: null })
  if (!said.open) throw new NotOpen(said.code, said.cite, said.kind === 'standing' ? 404 : 409)
}

/** The key is made with the form and travels in it, locked: a form sent twice draws and shows one key. */
async function slipPage(one: Asked, secret: string): Promise<Response> {
  const row = await rowOf(one)
  mayCount(one, 'draw-key', row)
  const slip = newSlip(await prefixOfUnit(one.db.pool, row.unit_id))
  return renderPage(one.c, shownSlip(one, row, { drawn: lockedSlip(secret, slip, one.c.var.moment.at) }))
}

function shownSlip({ c }: Asked, row: TalkRequestRow, shown: { slip?: string; drawn?: string }) {
  const path = deskPathOf['talk-request'](row)
  const { slip = null, drawn = '' } = shown
  const go_on = `${path}/enter-sheet`
  return <SlipPage frame={frameOf(c)} row={row} slip={slip} drawn={drawn} action={`${path}/draw-key`} go_on={go_on} />
}

/** The key is shown on this page once, and kept in the counter's cookie for half an hour. */
async function draw(one: Asked, secret: string): Promise<Response> {
  const { c, db } = one
  const { viewer, moment } = c.var
  const row = await rowOf(one)
  const { unit_id, id } = row
  const form = await c.req.formData().catch(() => new FormData())
  const slip = countSlipIn(secret, String(form.get('drawn') ?? ''), moment.at)
  if (slip === null) return slipPage(one, secret)
  const revision = Number(form.get('revision')) || 0
  // The form sent twice: this very key was drawn by it a moment ago.
  if (slipOf(slip, row.key_check) === null)
    await perform(db, drawKey, { viewer, moment, unit_id, id, revision, input: { key_check: checkOf(slip) } })
  giveCookies(c, [cookieOf(one, secret, row, slip)])
  return renderPage(c, shownSlip(one, row, { slip }))
}

function cookieOf({ c }: Asked, secret: string, row: TalkRequestRow, slip: string): string {
  const { secure } = fromOf(c)
  return keepCountSlip(deskPathOf['talk-request'](row), { secret, slip, at: c.var.moment.at, secure })
}

/** The slip that this browser holds, if it is the one of this count. */
function heldSlip({ c }: Asked, secret: string, row: TalkRequestRow): string | null {
  const slip = countSlipIn(secret, getCookie(c, countCookie), c.var.moment.at)
  return slip === null ? null : slipOf(slip, row.key_check)
}

async function sheet(
  one: Asked,
  secret: string,
  shown: { values?: FormValues; errors?: readonly Fault[]; wrong?: boolean; status?: PageStatus },
): Promise<Response> {
  const { c } = one
  const row = await rowOf(one)
  mayCount(one, 'enter-sheet', row)
  const done = /^\d{1,4}$/.exec(c.req.query('xong') ?? '')?.[0] ?? null
  const next = 1 + Math.max(0, ...row.sheets.map((known) => known.sheet))
  return renderPage(
    c,
    <SheetPage
      frame={frameOf(c)}
      row={row}
      action={`${deskPathOf['talk-request'](row)}/enter-sheet`}
      locked={heldSlip(one, secret, row) === null}
      wrong={shown.wrong ?? false}
      values={shown.values ?? { sheet: String(next), not_voters: '0', unreadable: '0' }}
      errors={shown.errors ?? []}
      done={done}
    />,
    shown.status ?? 200,
  )
}

async function open(one: Asked, secret: string): Promise<Response> {
  const { c } = one
  const row = await rowOf(one)
  mayCount(one, 'enter-sheet', row)
  const form = await c.req.formData().catch(() => new FormData())
  const slip = slipOf(String(form.get('slip') ?? '').slice(0, 100), row.key_check)
  if (slip === null) return sheet(one, secret, { wrong: true, status: 422 })
  giveCookies(c, [cookieOf(one, secret, row, slip)])
  return seeOther(c, `${deskPathOf['talk-request'](row)}/enter-sheet`)
}

/** Numbers become marks here, before any step sees them; a refused form comes back with what was typed, to this browser alone. */
async function takeSheet(one: Asked, secret: string): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const row = await rowOf(one)
  mayCount(one, 'enter-sheet', row)
  const { unit_id, id } = row
  const read = await readPost(c, sheetSchema)
  const { values } = read
  if (!read.ok) return sheet(one, secret, { values, errors: read.errors, status: 422 })
  const slip = heldSlip(one, secret, row)
  if (slip === null) return sheet(one, secret, { status: 422 })
  const { numbers: typed = '', ...counts } = read.data
  const { numbers, wrong } = numbersIn(typed)
  if (wrong.length > 0) {
    const said = words(language).dialogues.projects.sheet.wrong_lines(wrong.slice(0, 10).join(', '))
    const errors = [{ field: 'numbers', code: 'not-an-identity-number', sentence: said }]
    return sheet(one, secret, { values, errors, status: 422 })
  }
  const input = { ...counts, marks: marksOf(slip, row, numbers) }
  const revision = Number(read.form.get('revision')) || 0
  try {
    const call = { viewer, moment, unit_id, id, input }
    const stands = ({ sheet, lines }: Sheet) => sheet === counts.sheet && lines === counts.lines
    await perform(db, enterSheet, { ...call, revision }).catch(async (error: Error) => {
      // Sent twice it is one sheet; another one from a page as old is entered beside what has come meanwhile.
      if (!(error instanceof Stale)) throw error
      if (!(await rowOf(one)).sheets.some(stands)) await perform(db, enterSheet, call)
    })
  } catch (error) {
    const refused = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
    return sheet(one, secret, { values, ...refused })
  }
  giveCookies(c, [cookieOf(one, secret, row, slip)])
  return seeOther(c, `${deskPathOf['talk-request'](row)}/enter-sheet?xong=${counts.sheet}`)
}
