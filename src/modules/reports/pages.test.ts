import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import readSheet from 'read-excel-file/node'
import { countryDatabase } from '../../../tests/support/country.ts'
import type { TestDatabase } from '../../../tests/support/database.ts'
import { createFrame } from '../../http/frame.ts'
import { comparisonForm } from '../../law/comparison.ts'
import { forms } from '../../law/forms.ts'
import { periodOf } from '../../law/report-periods.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import { batchesOf } from '../../platform/batches.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { addBody } from '../units/bodies.ts'
import { unitsByCode } from '../units/queries.ts'
import { countryId } from '../units/unit.ts'
import { foldPostings } from './balance.ts'
import { receiverOf, sendBy } from './chain.ts'
import { keepMeasures } from './kept-measures.ts'
import { list } from './list.ts'
import { pages } from './pages.tsx'
import { reportCommand } from './report-command.ts'
import { takeOff } from './take-off.ts'

let at: TestDatabase
const on = Temporal.PlainDate.from('2026-11-20')
const moment = { on, at: Temporal.Instant.from('2026-11-20T02:00:00Z') }
let unit = ''
let viewer: Viewer
const head = randomUUID()
const clerks = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]

before(async () => {
  at = await countryDatabase()
  unit = (await unitsByCode(clockViewer(on), at.db.pool, '15', on))[0]!.id
  for (const [index, account] of [head, ...clerks].entries()) {
    await at.owner.pool.query(
      `insert into account (id, name, name_folded, sort_key, sign_in_name) values ($1, $2, 'ten', $2, $3)`,
      [account, `Người ${index}`, `nguoi${index}`],
    )
    await at.owner.pool.query(
      `insert into position (unit_id, id, revision, state, chain, created_at, account_id, kind, title, from_on) values ($1, $2, 1, 'held', '', now(), $3, $4, 'chức vụ', '2026-01-01')`,
      [unit, randomUUID(), account, index === 0 ? 'head' : 'clerk'],
    )
  }
  const commune = await at.db.pool.query<{ unit_id: string }>(
    `select unit_id from unit_period where parent_id = $1 and level = 'commune' and valid @> $2::date order by code limit 1`,
    [unit, on],
  )
  const petition = randomUUID()
  await at.owner.pool.query(
    `insert into petition (unit_id, id, revision, state, chain, created_at, register_number, register_year, received_on, source, via, title, text, petitioner_name)
     values ($1, $2, 1, 'received', '', now(), 7, 2026, '2026-02-02', 'direct', 'desk', 'Kiến nghị <làm> đường', 'Nội dung', 'Người gửi')`,
    [commune.rows[0]!.unit_id, petition],
  )
  await at.db.pool.query(
    `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, people) values ($1, $2, 1, 'petition', 'petition-received', '2026-02-02', '2026-02-02', 1)`,
    [commune.rows[0]!.unit_id, petition],
  )
  await at.db.pool.query(
    `insert into posting (unit_id, record_id, seq, ord, record_kind, fact, on_day, known_on, kind, stage, eligible, cases, people, since_on)
     values ($1, $2, 2, 0, 'petition', 'petition-processed', '2026-02-09', '2026-02-09', 'recommendation', 'propose-acceptance', true, 1, 1, '2026-02-02')`,
    [commune.rows[0]!.unit_id, petition],
  )
})
after(() => at.close())

const officer = (account_id: string, kind: 'head' | 'clerk'): Viewer => ({
  ...clockViewer(on),
  account_id,
  name: 'Cán bộ',
  via: 'desk',
  positions: [{ unit_id: unit, kind }],
  visible_root_ids: [unit],
})

async function get(address: string, init?: RequestInit) {
  const app = createFrame({
    moment: () => moment,
    viewerOf: async () => viewer,
    officeOf: () => ({ name: 'Tỉnh Lào Cai' }),
  })
  pages(app, { db: at.db })
  return app.request(`http://localhost${address}`, init)
}

const asked = 'don_vi=15&ky=2026-6m'

test('the head lists three people and no fourth, and takes one off again; nobody else may', async () => {
  const call = (by: Viewer, account_id: string, id = uuidv7()) => ({
    viewer: by,
    moment,
    unit_id: unit,
    id,
    input: { account_id },
  })
  const chief = officer(head, 'head')
  await assert.rejects(perform(at.db, list, call(officer(clerks[0]!, 'clerk'), clerks[0]!)), {
    code: 'not-yours',
    status: 404,
  })
  await assert.rejects(perform(at.db, list, call(chief, randomUUID())), { code: 'account-holds-a-position-here' })
  const id = uuidv7()
  await perform(at.db, list, call(chief, clerks[0]!, id))
  await assert.rejects(perform(at.db, list, call(chief, clerks[0]!)), { code: 'account-is-not-listed' })
  await perform(at.db, list, call(chief, clerks[1]!))
  const race = await Promise.allSettled([
    perform(at.db, list, call(chief, clerks[2]!)),
    perform(at.db, list, call(chief, clerks[3]!)),
  ])
  assert.deepEqual(race.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
  const refused = race.find((one) => one.status === 'rejected')
  assert.equal(refused?.reason.code, 'fewer-than-three-are-listed')

  viewer = officer(clerks[0]!, 'clerk')
  assert.match(await (await get(`/bao-cao/01-XLD?${asked}`)).text(), /\/bao-cao\/01-XLD\/10\?/)
  assert.doesNotMatch(await (await get(`/bao-cao/01-XLD?${asked}`)).text(), />kín</)
  const off = { viewer: chief, moment, unit_id: unit, id, revision: 1, input: {} }
  await assert.rejects(perform(at.db, takeOff, { ...off, viewer }), { code: 'not-yours' })
  await perform(at.db, takeOff, off)
  assert.match(await (await get(`/bao-cao/01-XLD?${asked}`)).text(), />kín</)
})

test('the list of forms, with who may see closed figures and the forms of the head', async () => {
  viewer = officer(head, 'head')
  const page = await get('/bao-cao')
  const html = await page.text()
  assert.equal(page.status, 200)
  for (const text of ['01/TCD', '01/XLD', 'TT 02/2021', 'Người được xem số liệu tố cáo', 'Người 2', '/take-off'])
    assert.ok(html.includes(text), text)
  viewer = officer(clerks[3]!, 'clerk')
  assert.ok(!(await (await get('/bao-cao')).text()).includes('/take-off'))
  viewer = clockViewer(on)
  for (const path of [
    '/bao-cao',
    `/bao-cao/01-XLD?${asked}`,
    `/bao-cao/01-XLD.xlsx?${asked}`,
    `/bao-cao/01-XLD/10?${asked}`,
  ])
    assert.equal((await get(path)).status, 404, path)
})

test('a form for whom nobody listed leaves out what contains denunciations and says so', async () => {
  viewer = officer(head, 'head')
  const html = await (await get(`/bao-cao/01-XLD?${asked}`)).text()
  assert.ok(html.includes('cột 1, 2, 3, 4, 5, 6, 7, 9, 11'))
  assert.ok(html.includes('1 trên 100 đơn vị có số liệu trong kỳ'))
  assert.ok(html.includes('Cùng kỳ năm trước cơ quan này chưa có số liệu trong sổ'))
  assert.ok(!html.includes('Cùng kỳ: 6 tháng đầu năm 2025'), 'nothing is not nought')
  assert.equal((await get(`/bao-cao/01-XLD/9?${asked}`)).status, 404)
  const reception = await (await get(`/bao-cao/01-TCD?${asked}`)).text()
  assert.ok(!reception.includes('>kín<'))
  assert.equal(reception.match(/<td/g)?.length, 29 * (1 + 1 + 99))
})

test('a figure opens its records, escaped and linked', async () => {
  viewer = officer(head, 'head')
  const page = await get(`/bao-cao/01-XLD/10?${asked}`)
  const html = await page.text()
  assert.equal(page.status, 200)
  assert.match(html, /href="\/ho-so\/[0-9a-f-]{36}\/petition\/[0-9a-f-]{36}"/)
  assert.ok(html.includes('Kiến nghị &lt;làm> đường') || html.includes('Kiến nghị &lt;làm&gt; đường'))
  assert.equal((await get(`/bao-cao/01-XLD/99?${asked}`)).status, 404)
  const file = /href="([^"]*danh-sach\.xlsx[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  const [{ data: rows } = { data: [] }] = await readSheet(Buffer.from(await (await get(file!)).arrayBuffer()))
  assert.equal(rows.length, 5)
  assert.deepEqual([rows[4]?.[1], rows[4]?.[2], rows[4]?.[6]], ['7/2026', 'Kiến nghị <làm> đường', 1])
  assert.equal((await get(`/bao-cao/01-XLD/99/danh-sach.xlsx?${asked}`)).status, 404)
})

test('from a figure nothing leads to a denunciation, not even for a named position', async () => {
  const id = randomUUID()
  await at.db.pool.query(
    `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, kind, stage, eligible, cases, people, since_on)
     values ($1, $2, 1, 'denunciation', 'petition-processed', '2026-02-10', '2026-02-10', 'denunciation', 'transfer', true, 1, 1, '2026-02-03')`,
    [unit, id],
  )
  viewer = officer(clerks[1]!, 'clerk')
  const html = await (await get(`/bao-cao/01-XLD/9?${asked}`)).text()
  assert.ok(html.includes('Nội dung kín'))
  for (const told of [id, '10/02/2026', '03/02/2026']) assert.ok(!html.includes(told), told)
  const sheet = `/bao-cao/01-XLD/9/danh-sach.xlsx?${asked}`
  const [{ data: rows } = { data: [] }] = await readSheet(Buffer.from(await (await get(sheet)).arrayBuffer()))
  assert.deepEqual(
    rows[4]?.map((cell) => cell ?? ''),
    ['Tố cáo', '', 'Nội dung kín', 'Tỉnh Lào Cai', '', '', 1],
  )
  viewer = officer(randomUUID(), 'clerk')
  assert.equal((await get(sheet)).status, 404)
})

test('whoever leaves before the last row gives the connection back', async () => {
  const rows = batchesOf<{ n: number }>(at.db, 'select n from generate_series(1, $1::int) n', [5000])
  let seen = 0
  for await (const some of rows) {
    seen += some.length
    if (seen >= 2000) break
  }
  assert.equal(seen, 2000)
  const all = await Array.fromAsync(batchesOf(at.db, 'select n from generate_series(1, $1::int) n', [500]))
  assert.deepEqual(
    all.map((some) => some.length),
    [250, 250],
  )
  assert.equal(at.db.pool.totalCount - at.db.pool.idleCount, 0)
})

test('what cannot be read is said beside its field; what there is not is not found', async () => {
  viewer = officer(head, 'head')
  const wrongDay = await get('/bao-cao/01-XLD?don_vi=15&ky=2026-6m&ngay_cong=30/02/2026')
  assert.equal(wrongDay.status, 422)
  assert.ok((await wrongDay.text()).includes('Ngày chưa đúng'))
  const noUnit = await get('/bao-cao/01-XLD?don_vi=99&ky=2026-6m')
  assert.equal(noUnit.status, 422)
  assert.ok((await noUnit.text()).includes('không có trong danh mục đơn vị hành chính ngày 14/06/2026'))
  for (const path of [
    '/bao-cao/09-ABC',
    '/bao-cao/01-XLD?ky=2026-h1',
    '/bao-cao/01-XLD?mau=TT1',
    '/bao-cao/01-XLD?don_vi=01',
  ])
    assert.equal((await get(path)).status, 404, path)
  assert.equal((await get('/bao-cao/01-XLD?don_vi=%00%27')).status, 422)
})

test('the sheet has the form’s layout and numbers that are numbers', async () => {
  viewer = officer(head, 'head')
  const answer = await get(`/bao-cao/01-TCD.xlsx?${asked}`)
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('Content-Disposition') ?? '', /01-TCD_15_2026-6m\.xlsx/)
  const [{ data: rows } = { data: [] }] = await readSheet(Buffer.from(await answer.arrayBuffer()))
  const numbers = rows.findIndex((row) => row[1] === '1=4+13+22')
  assert.equal(rows[numbers]?.length, 30)
  assert.equal(rows[numbers - 4]?.[4], 'Tiếp thường xuyên')
  assert.equal(rows[numbers + 1]?.[0], 'Tổng số')
  assert.equal(rows[numbers + 1]?.[1], 0)
  assert.equal(rows.length, numbers + 1 + 2 + 99)
})

test('every heading has its English', () => {
  const { heading } = words('en').reports
  for (const form of [...forms, comparisonForm])
    for (const text of [form.title, ...form.columns.flatMap((column) => column.path)])
      assert.notEqual(heading(text), text)
})

const sameOrigin = { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' }

const ownForm = {
  code: '05/XLD',
  instrument: 'QD9/2026',
  title: 'Đơn có kết quả đúng hạn',
  cite: 'QĐ 9/2026',
  from: '2026-01-01',
  chain: 'inspection',
  measures: {
    recommended: { fact: 'petition-processed', weigh: 'cases', kind: ['recommendation'], eligible: true },
    observed: { fact: 'petition-processed', weigh: 'cases', kind: ['observation'], eligible: true },
  },
  columns: [
    { no: 1, path: ['Tổng số'], from: { add: [2, 3] } },
    { no: 2, path: ['Kiến nghị'], from: { terms: [{ measures: ['recommended'], when: 'in', sign: 1 }] } },
    { no: 3, path: ['Phản ánh'], from: { terms: [{ measures: ['observed'], when: 'in', sign: 1 }] } },
  ],
  identities: [{ what: '1=2+3' }],
}

async function upload(form: unknown, id = uuidv7()) {
  const body = new FormData()
  body.set('id', id)
  const text = typeof form === 'string' ? form : JSON.stringify(form)
  body.set('file', new File([text], 'bieu.json', { type: 'application/json' }))
  const packed = new Response(body)
  const type = packed.headers.get('Content-Type') ?? ''
  const bytes = await packed.arrayBuffer()
  const headers = { ...sameOrigin, 'Content-Type': type, 'Content-Length': String(bytes.byteLength) }
  const answer = await get('/bao-cao/bieu-mau', { method: 'POST', body: bytes, headers })
  return { id, answer, text: await answer.text() }
}

const keeper = (account_id: string): Viewer => ({
  ...officer(account_id, 'clerk'),
  positions: [{ unit_id: countryId, kind: 'administrator' }],
  visible_root_ids: [],
})

test('a form comes by file: each fault at its place, preview, in force everywhere, balances refolded though killed, taken back', async () => {
  viewer = officer(clerks[0]!, 'clerk')
  assert.match(await (await get('/bao-cao/bieu-mau')).text(), /Chỉ quản trị viên của cả nước/)
  assert.equal((await upload(ownForm)).answer.status, 404)
  viewer = keeper(clerks[0]!)
  const wrong: [unknown, RegExp][] = [
    ['{', /không phải JSON/],
    [{ ...ownForm, extra: 1 }, /có mục lạ: extra/],
    [{ ...ownForm, columns: ownForm.columns.slice(1) }, /columns\[1\]\.no: thiếu cột 1/],
    [
      { ...ownForm, columns: [...ownForm.columns.slice(0, 2), { no: 3, path: ['x'], from: { add: [1] } }] },
      /columns\[1\]\.from: công thức quay vòng: 1 → 3 → 1/,
    ],
    [{ ...ownForm, columns: [{ no: 1, path: ['x'], from: { add: [9] } }] }, /columns\[1\]\.from: không có cột 9/],
    [{ ...ownForm, measures: {} }, /columns\[2\]\.from\.terms\[1\]: không có chỉ số recommended/],
    [
      { ...ownForm, measures: { ...ownForm.measures, recommended: { fact: 'visit', weigh: 'cases', colour: 'red' } } },
      /measures\.recommended: không có chiều đếm colour/,
    ],
    [{ ...ownForm, until: '2025-01-01' }, /until: hết hiệu lực trước/],
    [{ ...ownForm, code: '01/XLD' }, /from: cùng lúc có hai mẫu hiệu lực, trùng với TT01\/2024/],
    [{ ...ownForm, identities: [{ what: '1=7' }] }, /identities\[1\]: không có cột 7/],
  ]
  for (const [file, said] of wrong) {
    const { answer, text } = await upload(file)
    assert.equal(answer.status, 422)
    assert.match(text, said)
  }

  const added = await upload(ownForm)
  assert.equal(added.answer.status, 303, added.text)
  const page = `/bao-cao/bieu-mau/${added.id}`
  assert.match(await (await get(page)).text(), /Xem thử: số liệu cả nước[\s\S]*1=2\+3[\s\S]*>1</)
  // Nobody counts by it yet.
  assert.equal((await get(`/bao-cao/05-XLD?${asked}`)).status, 404)
  const put = { method: 'POST', headers: sameOrigin, body: new URLSearchParams({ revision: '1' }) }
  assert.equal((await get(`${page}/put-in-force`, put)).status, 303)
  // Another version for the same days may be looked at, never put in force.
  const listed = await reportCommand(at.db.pool, ['--list'])
  assert.ok('forms' in listed && listed.forms.some((form) => form.form === '05/XLD' && form.chain === 'inspection'))

  viewer = { ...officer(clerks[0]!, 'clerk') }
  const figures = async () => {
    const made = await reportCommand(at.db.pool, ['--form', '05/XLD', '--unit', '15', '--period', '2026-6m', '--json'])
    assert.ok('columns' in made)
    return made.columns
  }
  assert.deepEqual(await figures(), { 1: 1, 2: 1, 3: 0 })
  // Folded by a version that knew nothing of it; then the refolding dies after one unit, again and again.
  await foldPostings(at.worker)
  await at.owner.pool.query(`update balance_reach set measures = '{}'`)
  await at.owner.pool.query('truncate balance_added, balance_added_opening')
  await at.owner.pool.query('update measure set ready = false')
  for (;;) {
    const { done } = await keepMeasures(at.worker, 1)
    assert.deepEqual(await figures(), { 1: 1, 2: 1, 3: 0 })
    if (done) break
  }
  const kept = await at.db.pool.query(`select amount from balance_added b join measure m on m.id = b.measure
    where m.key = 'petition-processed cases eligible=true kind=recommendation'`)
  assert.deepEqual(kept.rows, [{ amount: 1 }])
  assert.equal((await get(`/bao-cao/05-XLD?${asked}`)).status, 200)

  viewer = keeper(clerks[0]!)
  assert.match((await upload({ ...ownForm, instrument: 'QD10/2026' })).text, /trùng với QD9\/2026/)
  const back = {
    method: 'POST',
    headers: sameOrigin,
    body: new URLSearchParams({ revision: '2', reason: 'Nhập nhầm' }),
  }
  assert.equal((await get(`${page}/take-back-form`, back)).status, 303)
  assert.equal((await get(`/bao-cao/05-XLD?${asked}`)).status, 404)
})

test('send days: a guess until the country’s administrator sets one, corrected and given back; nobody else', async () => {
  const inspection = { instrument: 'TT01/2024' }
  const half = periodOf(2026, '6m')
  const by = async () => {
    const found = await sendBy(at.db.pool, inspection, unit, half)
    return [found?.on.toString(), found?.is_set, found?.unverified]
  }
  assert.deepEqual(await by(), ['2026-06-21', false, 'not-found'])
  const id = uuidv7()
  const typed = { id, to_chain: 'inspection', level: 'province', period: '', days: '5', ground: 'Công văn 12/TTCP' }
  viewer = officer(head, 'head')
  const post = (path: string, body: Record<string, string>) =>
    get(path, { method: 'POST', headers: sameOrigin, body: new URLSearchParams(body) })
  assert.equal((await post('/bao-cao/han-gui/set-send-day', typed)).status, 404)
  viewer = keeper(clerks[0]!)
  assert.equal((await post('/bao-cao/han-gui/set-send-day', typed)).status, 303)
  assert.deepEqual(await by(), ['2026-06-19', true, undefined])
  assert.equal((await post('/bao-cao/han-gui/set-send-day', { ...typed, id: uuidv7() })).status, 409)
  const corrected = { revision: '1', days: '6', ground: 'Công văn 12/TTCP', reason: 'Đọc nhầm' }
  assert.equal((await post(`/bao-cao/han-gui/${id}/correct-send-day`, corrected)).status, 303)
  assert.deepEqual(await by(), ['2026-06-20', true, undefined])
  assert.match(await (await get('/bao-cao/han-gui')).text(), /Công văn 12\/TTCP/)
  assert.equal((await post(`/bao-cao/han-gui/${id}/unset-send-day`, { revision: '2', reason: 'Bỏ' })).status, 303)
  assert.deepEqual(await by(), ['2026-06-21', false, 'not-found'])
})

test('three chains: by form and day, to the body where it stands in the tree, else to the unit above', async () => {
  const commune = (
    await at.db.pool.query<{ unit_id: string }>(
      `select unit_id from unit_period where parent_id = $1 and level = 'commune' and valid @> $2::date order by code limit 1`,
      [unit, on],
    )
  ).rows[0]!.unit_id
  const to = async (form: { instrument: string; chain?: 'party' }, from: string) => {
    const found = await receiverOf(at.db.pool, form, from, on)
    return found && [found.chain, found.name, found.is_body]
  }
  const figures = { instrument: 'TT01/2024' }
  assert.deepEqual(await to(figures, commune), ['inspection', 'Thanh tra tỉnh (Tỉnh Lào Cai)', false])
  await addBody(at.owner.pool, { parent_id: unit, level: 'department', name: 'Thanh tra tỉnh', from_on: on })
  assert.deepEqual(await to(figures, commune), ['inspection', 'Thanh tra tỉnh', true])
  assert.deepEqual(await to(figures, unit), ['inspection', 'Thanh tra Chính phủ', true])
  assert.deepEqual(await to({ instrument: 'CT33/2021' }, commune), ['engagement', 'Sở Nội vụ (Tỉnh Lào Cai)', false])
  assert.deepEqual(await to({ instrument: 'CT33/2021' }, unit), ['engagement', 'Bộ Nội vụ', true])
  assert.equal((await to({ instrument: 'x', chain: 'party' }, commune))?.[0], 'party')
  assert.equal(await to(figures, countryId), null)
})
