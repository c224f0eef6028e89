import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countryDatabase } from '../../../tests/support/country.ts'
import type { TestDatabase } from '../../../tests/support/database.ts'
import { createFrame } from '../../http/frame.ts'
import type { PositionOnDay, Viewer } from '../../platform/actions/viewer.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { jobs, pages } from './module.ts'
import { findUnits, unitsByCode } from './queries.ts'

let at: TestDatabase
let app: ReturnType<typeof createFrame>
let viewer: Viewer
let ward: string
const today = Temporal.PlainDate.from('2026-11-20')
const citizen: Viewer = { ...clockViewer(today), via: 'portal', name: '' }
const officer = (kind: PositionOnDay['kind'], unit_id: string): Viewer => ({
  ...clockViewer(today),
  account_id: uuidv7(),
  name: 'Lê Thị An',
  via: 'desk',
  positions: [{ unit_id, kind }],
})

before(async () => {
  at = await countryDatabase()
  const [found] = await unitsByCode(citizen, at.db.pool, '02671', today)
  ward = found?.id ?? ''
  viewer = citizen
  app = createFrame({
    moment: () => ({ at: Temporal.Now.instant(), on: today }),
    viewerOf: async () => viewer,
    officeOf: () => ({ name: 'Ủy ban nhân dân phường Cam Đường' }),
  })
  pages(app, { db: at.db })
})
after(() => at.close())

type App = { request: (address: string, init?: RequestInit) => Response | Promise<Response> }
const get = async (address: string, cookie = '') => {
  const response = await (app as App).request(`http://gandan.test${address}`, { headers: { Cookie: cookie } })
  return { status: response.status, text: await response.text() }
}
const post = async (address: string, form: Record<string, string>) => {
  const headers = { Origin: 'http://gandan.test', Host: 'gandan.test' }
  const init = { method: 'POST', body: new URLSearchParams(form), headers }
  const response = await (app as App).request(`http://gandan.test${address}`, init)
  return { status: response.status, location: response.headers.get('Location'), text: await response.text() }
}
/** The job runner's part, done by hand: whatever waits for `place-body` is placed under the worker's role. */
const work = async () => {
  const waiting = await at.worker.pool.query(
    `delete from outbox where task = 'place-body' returning jsonb_build_object('unit_id', unit_id) || payload as payload`,
  )
  for (const { payload } of waiting.rows)
    await jobs['place-body'](payload, { app: at.db, worker: at.worker, config: undefined as never })
  return waiting.rows.length
}

test('the search page finds a ward without tone marks and keeps what was typed when the day is wrong', async () => {
  const found = await get('/don-vi?q=cam+duong,+lao+cai')
  assert.equal(found.status, 200)
  assert.match(found.text, new RegExp(`/don-vi/${ward}\\?ngay=2026-11-20`))
  const browse = await get('/don-vi?ngay=2025-06-30')
  assert.match(browse.text, /Tỉnh Yên Bái/)
  assert.match(browse.text, /10\.035/)
  const wrong = await get('/don-vi?q=%3Cb%3Ecam&ngay=30/02/2026')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /30\/02\/2026/)
  assert.match(wrong.text, /Ngày chưa đúng: tháng 2 năm 2026 chỉ có 28 ngày/)
  assert.doesNotMatch(wrong.text, /<b>cam/)
  assert.match((await get('/don-vi?q=zzz')).text, /Không có đơn vị nào/)
  assert.match((await get('/don-vi?ngay=2020-01-01')).text, /bắt đầu từ ngày 01\/01\/2025/)
  assert.match((await get('/don-vi?q=phuong+niem+nghia')).text, /Tên cũ không có mã/)
  assert.match((await get('/don-vi?q=cam+duong', 'lang=en')).text, /found for “cam duong”/)
})

test('a unit shows above, below, before and after on the day asked for', async () => {
  const [province] = await unitsByCode(citizen, at.db.pool, '15', today)
  const page = await get(`/don-vi/${province?.id}`)
  assert.equal(page.status, 200)
  for (const sentence of ['Thành lập từ', 'Tỉnh Yên Bái', 'Phường Cam Đường', 'Việt Nam', '01/07/2025'])
    assert.match(page.text, new RegExp(sentence))
  const before = await get(`/don-vi/${province?.id}?ngay=2025-06-30`)
  assert.match(before.text, /không có trong cây vào ngày 30\/06\/2025/)
  assert.doesNotMatch(page.text, /Thêm đơn vị trực thuộc/)
  assert.equal((await get(`/don-vi/${uuidv7()}`)).status, 404)
  assert.equal((await get('/don-vi/------------------------------------')).status, 404)
})

test('a stranger cannot add a body and learns nothing; the head adds, renames and ends one', async () => {
  const form = { level: 'village', name: 'Tổ dân phố Pom Hán', from_on: '01/07/2025' }
  viewer = citizen
  assert.equal((await post(`/don-vi/${ward}/add-body`, form)).status, 404)
  viewer = officer('handler', ward)
  assert.equal((await post(`/don-vi/${ward}/add-body`, form)).status, 404)

  viewer = officer('head', ward)
  assert.match((await get(`/don-vi/${ward}?viec=add-body`)).text, /action="\/don-vi\/[^"]+\/add-body"/)
  const faulty = await post(`/don-vi/${ward}/add-body`, { ...form, name: '', from_on: '31/02/2026' })
  assert.equal(faulty.status, 422)
  assert.match(faulty.text, /31\/02\/2026/)
  const early = await post(`/don-vi/${ward}/add-body`, { ...form, from_on: '30/06/2025' })
  assert.equal(early.status, 409)
  assert.match(early.text, /đơn vị cấp trên/)
  assert.match(early.text, /Pom Hán/)

  const id = uuidv7()
  const added = await post(`/don-vi/${ward}/add-body`, { ...form, id })
  assert.equal(added.status, 303)
  assert.equal(await work(), 1)
  const find = async (text: string) => (await findUnits(citizen, at.db.pool, text, today)).map((unit) => unit.id)
  assert.deepEqual(await find('pom han, cam duong'), [id])

  const renamed = { name: 'Tổ dân phố Pom Hán 1', from_on: '01/01/2026', revision: '1' }
  assert.equal((await post(`/don-vi/${id}/rename-body`, { ...renamed, from_on: '01/07/2025' })).status, 409)
  assert.equal((await post(`/don-vi/${id}/rename-body`, renamed)).status, 303)
  const stale = await post(`/don-vi/${id}/end-body`, { until_on: '01/06/2026', revision: '1' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /đã làm một bước trên hồ sơ này lúc/)
  assert.match(stale.text, /value="01\/06\/2026"/, 'what was typed is kept')
  assert.equal((await post(`/don-vi/${id}/end-body`, { until_on: '01/06/2026', revision: '2' })).status, 303)
  await work()
  assert.deepEqual(await find('pom han, cam duong'), [])
  const page = await get(`/don-vi/${id}?ngay=2026-05-31`)
  assert.match(page.text, /Tổ dân phố Pom Hán 1/)
  assert.match(page.text, /đã kết thúc/)
  assert.equal((await post(`/don-vi/${id}/rename-body`, { ...renamed, from_on: '01/03/2026' })).status, 409)

  const events = await at.db.pool.query('select action from event where record_id = $1 order by seq', [id])
  assert.deepEqual(
    events.rows.map((row) => row.action),
    ['add-body', 'rename-body', 'end-body'],
  )
})

test('an administrator of the province corrects a body; its head may not', async () => {
  viewer = officer('head', ward)
  const id = uuidv7()
  await post(`/don-vi/${ward}/add-body`, { level: 'department', name: 'Phòng Văn hoá', from_on: '01/07/2025', id })
  await work()
  const mended = { name: 'Phòng Văn hóa - Xã hội', reason: 'Ghi thiếu tên', revision: '1' }
  assert.equal((await post(`/don-vi/${id}/correct-body`, mended)).status, 404)
  const [province] = await unitsByCode(citizen, at.db.pool, '15', today)
  viewer = officer('administrator', province?.id ?? '')
  assert.equal((await post(`/don-vi/${id}/correct-body`, mended)).status, 303)
  await work()
  assert.match((await get(`/don-vi/${id}`)).text, /Phòng Văn hóa - Xã hội/)
})
