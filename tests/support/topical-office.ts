/** An office that asks and units that answer, for the tests of topical reports: a country, two provinces, seven communes. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFrame } from '../../src/http/frame.ts'
import { type Catcher, startCatcher } from '../../src/modules/notices/catcher.ts'
import { createAccount, givePosition } from '../../src/modules/people/accounts.ts'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { addQuestion } from '../../src/modules/topical-reports/add-question.ts'
import { askBatch } from '../../src/modules/topical-reports/jobs.ts'
import { pages } from '../../src/modules/topical-reports/module.ts'
import { prepare } from '../../src/modules/topical-reports/prepare.ts'
import { publish } from '../../src/modules/topical-reports/publish.ts'
import type { TopicalAnswerRow } from '../../src/modules/topical-reports/topical-answer.ts'
import type { TopicalCallRow } from '../../src/modules/topical-reports/topical-call.ts'
import { unitsByCode } from '../../src/modules/units/queries.ts'
import { countryId } from '../../src/modules/units/unit.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../../src/platform/actions/viewer.ts'
import { foldMarks } from '../../src/platform/text.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export const day = '2026-11-20'
export const local = (time: string, on = day) => ({
  on: Temporal.PlainDate.from(on),
  at: Temporal.Instant.from(`${on}T${time}:00+07:00`),
})
export const folder = mkdtempSync(join(tmpdir(), 'topical-'))
export let base: TestDatabase
export let catcher: Catcher
export let now = local('09:00')
let viewer: Viewer
export let province_id = ''
export let commune_id = ''
export let neighbour_id = ''
export let centre: Viewer
export let province: Viewer
export let commune: Viewer
export let colleague: Viewer
export let neighbour: Viewer

/** Somebody in office since the day on which today's communes began. */
async function officer(unit_id: string, kind: Viewer['positions'][number]['kind'], name: string): Promise<Viewer> {
  const made = await createAccount(base.db, { name, sign_in_name: `thu.${uuidv7().slice(-12)}`, password_hash: 'x' })
  const from_on = Temporal.PlainDate.from('2025-07-01')
  await givePosition(base.db, { account_id: made.id, unit_id, kind, title: 'Cán bộ', from_on })
  return (await viewerOfAccount(base.db.pool, made.id, local('09:00'))) ?? assert.fail('no account')
}

/** A country with two provinces and seven communes, as far as these tests name them. */
const units = [
  [
    '15',
    'Tỉnh Lào Cai',
    ['02671 Phường Lào Cai', '02947 Xã Bảo Yên', '02683 Xã Hợp Thành', '02701 Xã Mường Hum', '02725 Xã Bát Xát'],
  ],
  ['92', 'Thành phố Cần Thơ', ['31186 Phường Cái Răng', '31207 Xã Thới Lai']],
] as const

async function makeUnits(): Promise<void> {
  const made = async (id: string, above: readonly string[], name: string, level: string, code: string) => {
    await base.owner.pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [id])
    await base.owner.pool.query(
      `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level, code)
       values ($1, '[2025-07-01,)', $2, $3, $4, $4, $5, $6)`,
      [id, above[0] ?? null, name, foldMarks(name), level, code],
    )
    for (const [depth, ancestor] of [id, ...above].entries())
      await base.owner.pool.query(
        `insert into unit_ancestry (unit_id, ancestor_id, valid, depth) values ($1, $2, '[2025-07-01,)', $3)`,
        [id, ancestor, depth],
      )
    return id
  }
  await made(countryId, [], 'Việt Nam', 'country', 'TW')
  for (const [code, name, communes] of units) {
    const of = await made(uuidv7(), [countryId], name, 'province', code)
    for (const one of communes) await made(uuidv7(), [of, countryId], one.slice(6), 'commune', one.slice(0, 5))
  }
}

/** Opens the office; once a file, before its tests. */
export async function openOffice(): Promise<void> {
  base = await testDatabase()
  await makeUnits()
  catcher = await startCatcher(folder)
  const on = Temporal.PlainDate.from(day)
  const idOf = async (code: string) => (await unitsByCode(clockViewer(on), base.db.pool, code, on))[0]!.id
  province_id = await idOf('15')
  commune_id = await idOf('02671')
  neighbour_id = await idOf('02947')
  centre = await officer(countryId, 'head', 'Nguyễn Văn Trung')
  province = await officer(province_id, 'clerk', 'Lý Thị Tỉnh')
  commune = await officer(commune_id, 'clerk', 'Lò Thị Xã')
  colleague = await officer(commune_id, 'handler', 'Vàng Văn Cùng')
  neighbour = await officer(neighbour_id, 'head', 'Giàng A Bên')
}

/** Closes it. */
export async function closeOffice(): Promise<void> {
  await catcher.close()
  await base.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Sets the clock. */
export function setNow(moment: typeof now): void {
  now = moment
}

export const take = (
  action: AnyAction,
  by: Viewer,
  unit_id: string,
  id: string,
  input: object = {},
  revision?: number,
) =>
  perform(base.db, action, {
    viewer: by,
    moment: now,
    unit_id,
    id,
    input,
    ...(revision === undefined ? {} : { revision }),
  })

export const no =
  (code: string, status = 409) =>
  (fault: unknown) =>
    fault instanceof NotOpen && fault.code === code && fault.status === status
export const wrong = (field: string, code: string) => (fault: unknown) =>
  fault instanceof WrongInput && fault.faults.some((one) => one.field === field && one.code === code)

export const about = { title: 'Thiệt hại do bão số 9', why: 'Tổng hợp để cứu trợ trong ngày.', repeats: 'once' }
export const today = { due_on: '20/11/2026', due_hour: '17:00' }
export const roofs = { kind: 'number', text: 'Số nhà tốc mái', measure: 'nhà', most: '5.000', required: true }

export async function begun(by: Viewer, unit_id: string, more: object = {}): Promise<string> {
  const id = uuidv7()
  await take(prepare, by, unit_id, id, { ...about, whom: 'level', level: 'commune', ...today, ...more })
  return id
}

export async function published(by: Viewer, unit_id: string, more: object = {}): Promise<string> {
  const id = await begun(by, unit_id, more)
  await take(addQuestion, by, unit_id, id, roofs)
  await take(addQuestion, by, unit_id, id, { kind: 'yes-no', text: 'Có mất điện trên diện rộng?', required: true })
  await take(addQuestion, by, unit_id, id, {
    kind: 'choice',
    text: 'Đường vào xã',
    options: 'thông\nchia cắt',
    required: false,
  })
  await take(addQuestion, by, unit_id, id, { kind: 'text', text: 'Cần gì nhất lúc này', required: false })
  await take(publish, by, unit_id, id)
  return id
}

export const askAll = async (unit_id: string, call_id: string, round = 1) => {
  for (;;) if ((await askBatch(base.db, { unit_id, call_id, round }, now)).left === 0) return
}
export const answerId = (call_id: string, unit_id: string, round = 1) => idFrom(call_id, `${unit_id}/${round}`)

export async function callRow(id: string): Promise<TopicalCallRow> {
  return (await base.db.pool.query<TopicalCallRow>('select * from topical_call where id = $1', [id])).rows[0]!
}
export async function answerRow(id: string): Promise<TopicalAnswerRow> {
  return (await base.db.pool.query<TopicalAnswerRow>('select * from topical_answer where id = $1', [id])).rows[0]!
}

export async function page(address: string, by: Viewer | null, form?: Record<string, string>) {
  viewer = by ?? { ...clockViewer(now.on), via: 'portal' }
  const app = createFrame({ moment: () => now, viewerOf: async () => viewer, officeOf: () => ({ name: 'Gần Dân' }) })
  pages(app, { db: base.db })
  const headers = { Origin: 'http://gandan.test', Host: 'gandan.test' }
  const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
  const response = await app.request(`http://gandan.test${address}`, init)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8') }
}
