/** The closed register as people walk it: cookies, forms, and what a stranger is told. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import yauzl from 'yauzl'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { at, type Office, smallOffice } from '../../../tests/support/office.ts'
import { createFrame } from '../../http/frame.ts'
import { perform } from '../../platform/actions/perform.ts'
import { moment as now } from '../../platform/clock.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { introduceTemplate } from '../notices/introduce-template.ts'
import { templatesOf } from '../notices/template-queries.ts'
import { createAccount, givePosition } from '../people/accounts.ts'
import type { PositionKind } from '../people/position.ts'
import { sealIdentity } from '../people/seal-identity.ts'
import { openSignIn, type SignIn, signInWith, signOut } from '../people/sign-in.ts'
import { viewerOf, viewerOfAccount } from '../people/viewer-of.ts'
import { register } from '../receptions/register.ts'
import { denunciationPages } from './module.ts'
import { proceedingSteps } from './proceeding.ts'

let base: TestDatabase
let office: Office
let signIn: SignIn
const data = mkdtempSync(join(tmpdir(), 'sealed-'))
let app: ReturnType<typeof createFrame>
const day = '2026-11-20'
const password = 'hoa sen trong đầm'
const passphrase = 'cầu tre lắc lẻo gập ghềnh'

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  signIn = openSignIn({ db: base.db, url: base.url, secret: 'a test secret of more than thirty-two characters' })
  app = createFrame({
    moment: () => ({ ...at(day) }),
    viewerOf: (c) => viewerOf(signIn, c.req.raw.headers, c.var.moment),
    officeOf: () => ({ name: 'Ủy ban nhân dân phường Cam Đường' }),
  })
  denunciationPages(app, { signIn, config: { data } })
})
after(async () => {
  await signIn.end()
  await base.close()
  rmSync(data, { recursive: true, force: true })
})

/** A browser with its cookies. */
class Browser {
  readonly cookies = new Map<string, string>()
  keep(given: readonly string[]) {
    for (const one of given) {
      const [name = '', value = ''] = (one.split(';')[0] ?? '').split(/=(.*)/s)
      if (/max-age=0/i.test(one)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
  get header() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
  async get(path: string) {
    return this.#answer(await app.request(`http://gandan.test${path}`, { headers: { Cookie: this.header } }))
  }
  async post(path: string, form: Record<string, string>) {
    const headers = { Origin: 'http://gandan.test', Host: 'gandan.test', Cookie: this.header }
    return this.#answer(
      await app.request(`http://gandan.test${path}`, { method: 'POST', body: new URLSearchParams(form), headers }),
    )
  }
  /** A file handed out for a post. */
  async file(path: string) {
    const headers = { Origin: 'http://gandan.test', Host: 'gandan.test', Cookie: this.header }
    const response = await app.request(`http://gandan.test${path}`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers,
    })
    return Buffer.from(await response.arrayBuffer())
  }
  async #answer(response: Response) {
    this.keep(response.headers.getSetCookie())
    const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
    return { status: response.status, location: response.headers.get('Location'), headers, text: await response.text() }
  }
}

/** What stands in a Word file. */
async function wordsIn(docx: Buffer): Promise<string> {
  const opened = await yauzl.fromBufferPromise(docx)
  for await (const entry of opened.eachEntry())
    if (entry.fileName === 'word/document.xml') return text(await opened.openReadStreamPromise(entry))
  throw new Error('no document')
}

let addresses = 0
async function signedIn(kind: PositionKind, unit_id: string) {
  const sign_in_name = `p${uuidv7().slice(-12)}`
  const { id } = await createAccount(base.db, { name: 'Lý Thị Trang', sign_in_name, password })
  await givePosition(base.db, { account_id: id, unit_id, kind, from_on: '2020-01-01' })
  const browser = new Browser()
  const from = { headers: new Headers(), address: `10.9.0.${++addresses}`, secure: false }
  const result = await signInWith(signIn, { name: sign_in_name, password }, from, now())
  assert.ok(result.ok)
  browser.keep(result.cookies)
  return { browser, id }
}

const newKey = { fresh: passphrase, again: passphrase, understood: 'yes' }
const letter = (more: Record<string, string> = {}) => ({
  id: uuidv7(),
  unit_id: office.commune,
  received_on: '20/11/2026',
  source: 'by-hand',
  person_name: 'Hoàng Thị Kể',
  person_address: 'Tổ 4',
  identity_number: '010188001234',
  subject_place: 'elsewhere',
  subject: 'Ông K. ở xã bên',
  text: 'Lấy tiền của dân.',
  ...more,
})

test('from the key to the closed list: set up, enter, open, lock, sign out', async () => {
  const desk = await signedIn('reception-officer', office.commune)
  const head = await signedIn('head', office.commune)
  const deputy = await signedIn('deputy-head', office.commune)

  assert.match((await desk.browser.get('/khoa')).text, /chưa có khóa/)
  const weak = await desk.browser.post('/khoa/set-up', { ...newKey, fresh: 'ngắn', again: 'ngắn' })
  assert.equal(weak.status, 422)
  assert.match(weak.text, /ít nhất 16 ký tự/)
  assert.equal((await desk.browser.post('/khoa/set-up', { fresh: passphrase, again: passphrase })).status, 422)
  assert.equal((await desk.browser.post('/khoa/set-up', { ...newKey, again: 'khác hẳn câu trước đó' })).status, 422)
  assert.equal((await desk.browser.post('/khoa/set-up', newKey)).location, '/khoa?xong=set-up')
  assert.match((await desk.browser.get('/khoa')).text, /đang mở trong phiên này/)

  const unable = await desk.browser.post('/ho-so-rieng/nhap', letter())
  assert.equal(unable.status, 422)
  assert.match(unable.text, /chưa lập khóa, nên chưa niêm phong được và chưa có gì được ghi lại/)
  assert.match(unable.text, /Lấy tiền của dân\./)
  const { rows: none } = await base.owner.pool.query('select from denunciation')
  assert.equal(none.length, 0)

  await head.browser.post('/khoa/set-up', newKey)
  await deputy.browser.post('/khoa/set-up', newKey)
  const given = letter()
  assert.equal((await desk.browser.post('/ho-so-rieng/nhap', given)).location, '/ho-so-rieng?xong=niem-phong')
  assert.equal((await desk.browser.post('/ho-so-rieng/nhap', given)).location, '/ho-so-rieng?xong=niem-phong')

  // With a slip: the key is shown once, and again only to the same form.
  const offered = /name="slip" value="([^"]*)"/.exec((await desk.browser.get('/ho-so-rieng/nhap')).text)?.[1] ?? ''
  const withSlip = letter({ channel: 'yes', slip: offered })
  const shown = async (form: Record<string, string>) =>
    (await desk.browser.post('/ho-so-rieng/nhap', form)).text.replace(/<[^>]*>/g, '').includes(offered)
  assert.ok(await shown(withSlip))
  assert.ok(await shown(withSlip))
  assert.ok(!(await shown({ ...withSlip, slip: '' })))
  assert.equal((await new Browser().post('/kenh-kin', { khoa: offered })).location, '/kenh-kin')

  const path = `/ho-so-rieng/${office.commune}/${given.id}`
  const list = await head.browser.get('/ho-so-rieng')
  assert.ok(list.text.includes(path))
  assert.doesNotMatch(list.text, /Hoàng|tố cáo|Lấy tiền/)
  const page = await head.browser.get(path)
  assert.match(page.text, /<title>Hồ sơ riêng số 1\/2026/)
  assert.doesNotMatch(page.text, /Hoàng|Lấy tiền|010188001234/)
  const opened = await head.browser.post(`${path}/read`, {})
  assert.equal(opened.status, 200)
  assert.match(opened.text, /Hoàng Thị Kể[\s\S]*010188001234[\s\S]*Lấy tiền của dân\./)
  assert.ok(opened.headers.some(([name, value]) => name === 'cache-control' && value === 'no-store'))
  assert.match((await desk.browser.get(path)).text, /được mở xem/)

  for (const step of ['transfer', 'reseal', 'correct'])
    assert.equal((await head.browser.get(`${path}/${step}`)).status, 200, step)
  const mended = await head.browser.post(`${path}/correct`, { reason: 'Nhầm địa chỉ', person_address: 'Tổ 5' })
  assert.equal(mended.location, path)
  assert.match((await desk.browser.post(`${path}/read`, {})).text, /Tổ 5[\s\S]*Nhầm địa chỉ/)
  assert.equal((await head.browser.post(`${path}/transfer`, {})).status, 422)

  await desk.browser.post('/khoa/lock', {})
  assert.match((await desk.browser.post(`${path}/read`, {})).location ?? '', /^\/khoa\?den=/)
  const wrong = await desk.browser.post('/khoa/unlock', { passphrase: 'không phải câu này đâu' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /chưa đúng/)
  assert.equal((await desk.browser.post('/khoa/unlock', { passphrase, den: path })).location, path)
  assert.equal((await desk.browser.post(`${path}/read`, {})).status, 200)

  const before = new Map(desk.browser.cookies)
  const headers = new Headers({ cookie: desk.browser.header })
  await signOut(signIn, { headers, address: '10.9.1.1', secure: false })
  const { rows } = await base.owner.pool.query(
    'select from session_key s join officer_key k on k.id = s.key_id where k.account_id = $1',
    [desk.id],
  )
  assert.equal(rows.length, 0)
  desk.browser.cookies.clear()
  for (const [name, value] of before) desk.browser.cookies.set(name, value)
  assert.match((await desk.browser.post(`${path}/read`, {})).location ?? '', /^\/dang-nhap/)
})

test('a stranger gets the same bytes for a record as for none', async () => {
  const desk = await signedIn('reception-officer', office.neighbour)
  const head = await signedIn('head', office.neighbour)
  const outsider = await signedIn('handler', office.neighbour)
  const administrator = await signedIn('administrator', office.neighbour)
  const above = await signedIn('head', office.province)
  for (const one of [desk, head, outsider, administrator, above]) await one.browser.post('/khoa/set-up', newKey)
  const given = letter({ unit_id: office.neighbour })
  await desk.browser.post('/ho-so-rieng/nhap', given)
  const missing = uuidv7()
  const third = uuidv7()
  const path = (id: string, step = '') => `/ho-so-rieng/${office.neighbour}/${id}${step}`
  assert.equal((await head.browser.get(path(given.id))).status, 200)
  const same = (
    answer: { headers: [string, string][]; text: string; status: number; location: string | null },
    id: string,
  ) => JSON.stringify(answer).replaceAll(id, 'ID')
  for (const { browser } of [outsider, administrator, above, { browser: new Browser() }]) {
    for (const step of [
      '',
      '/transfer',
      '/correct',
      '/reseal',
      '/read',
      '/accept',
      '/conclude',
      '/read-extract',
      '/protect',
    ])
      assert.equal(
        same(await browser.get(path(given.id, step)), given.id),
        same(await browser.get(path(missing, step)), missing),
      )
    for (const step of [
      '/read',
      '/transfer',
      '/correct',
      '/reseal',
      '/accept',
      '/send',
      '/read-extract',
      `/van-ban/${third}`,
    ])
      assert.equal(
        same(await browser.post(path(given.id, step), {}), given.id),
        same(await browser.post(path(missing, step), {}), missing),
      )
  }
  assert.equal((await outsider.browser.get(path(given.id))).status, 404)
  assert.equal((await outsider.browser.get('/ho-so-rieng/nhap')).status, 404)
  assert.doesNotMatch((await administrator.browser.get('/ho-so-rieng')).text, new RegExp(given.id))
  const elsewhere = await head.browser.get(`/ho-so-rieng/${office.commune}/${given.id}`)
  assert.equal(elsewhere.status, 404)
})

test('about the head: given up past the office, the desk is told the number and keeps nothing', async () => {
  const desk = await signedIn('reception-officer', office.commune)
  await desk.browser.post('/khoa/set-up', newKey)
  const given = letter({ subject_place: 'head-here', subject: 'Ông chủ tịch' })
  const done = await desk.browser.post('/ho-so-rieng/nhap', given)
  assert.equal(done.location, '/ho-so-rieng?xong=giao-1-2026')
  assert.match(
    (await desk.browser.get('/ho-so-rieng?xong=giao-1-2026')).text,
    /giao thẳng cho người có quyền giải quyết, số 1\/2026/,
  )
  assert.equal((await desk.browser.get(`/ho-so-rieng/${office.province}/${given.id}`)).status, 404)
  const { rows } = await base.owner.pool.query('select unit_id from denunciation where id = $1', [given.id])
  assert.deepEqual(rows, [{ unit_id: office.province }])
})

test('guessing a passphrase is slowed, and a forgotten one is replaced by a new key', async () => {
  const one = await signedIn('clerk', office.commune)
  await one.browser.post('/khoa/set-up', newKey)
  assert.match((await one.browser.post('/khoa/set-up', newKey)).text, /đã có khóa/)
  const changed = { current: passphrase, fresh: 'một câu khác hẳn để nhớ', again: 'một câu khác hẳn để nhớ' }
  assert.equal((await one.browser.post('/khoa/change', changed)).location, '/khoa?xong=change')
  let status = 0
  for (let n = 0; n < 11 && status !== 429; n++)
    status = (await one.browser.post('/khoa/unlock', { passphrase })).status
  assert.equal(status, 429)
  assert.equal((await one.browser.post('/khoa/replace', newKey)).location, '/khoa?xong=set-up')
})

test('the public page says what is hidden and what is not, and its address tells nothing', async () => {
  const page = await new Browser().get('/don-rieng')
  assert.equal(page.status, 200)
  assert.match(page.text, /<title>Gửi đơn cần giữ kín/)
  assert.match(page.text, /Điều gì không giữ kín được/)
  assert.match((await new Browser().get('/don-rieng?lang=en')).location ?? '', /^\/don-rieng$/)
})

test('the road from the pages: forms, refusals in sentences, the verifier’s extract, letters as files', async () => {
  const desk = await signedIn('reception-officer', office.country)
  const head = await signedIn('head', office.country)
  const verifier = await signedIn('handler', office.country)
  for (const one of [desk, head, verifier]) await one.browser.post('/khoa/set-up', newKey)
  // The office words the letters of closed records itself; how many were made with it is told to nobody.
  const own_words = new Document({
    sections: [
      {
        children: [
          'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
          'Độc lập - Tự do - Hạnh phúc',
          '{co_quan}',
          'Số: {so_ky_hieu}',
          '{dia_danh_ngay}',
          '{TEN_LOAI}',
          'Kính gửi: {kinh_gui}',
          'Lời riêng của cơ quan',
          '{noi_dung}',
          '{noi_nhan}',
          '{chuc_vu}',
          '{nguoi_ky}',
        ].map((line) => new Paragraph(line)),
      },
    ],
  })
  const wording_id = uuidv7()
  await perform(base.db, introduceTemplate, {
    viewer: (await viewerOfAccount(base.db.pool, head.id, at(day)))!,
    unit_id: office.country,
    id: wording_id,
    input: { kind: 'private', name: 'mau.docx', content: (await Packer.toBuffer(own_words)).toString('base64') },
    moment: at(day),
  })
  const given = letter({ unit_id: office.country })
  await desk.browser.post('/ho-so-rieng/nhap', given)
  const path = `/ho-so-rieng/${office.country}/${given.id}`
  const seenOn = async (browser: Browser, step: string) => {
    const page = await browser.get(`${path}/${step}`)
    assert.equal(page.status, 200, step)
    return /name="seen" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  }
  for (const step of Object.keys(proceedingSteps)) await seenOn(head.browser, step)
  assert.doesNotMatch((await head.browser.get(path)).text, /tố cáo|Hoàng|Thụ lý tố/i)
  const content = 'Thu tiền ngoài quy định.'
  const form = { content, settled_before: 'no', seen: await seenOn(head.browser, 'accept') }
  const early = await head.browser.post(`${path}/accept`, form)
  assert.equal(early.status, 409)
  assert.match(early.text, /Chưa đủ điều kiện thụ lý/)
  const met = { ...form, form_met: 'yes', has_capacity: 'yes', within_competence: 'yes', has_basis: 'yes' }
  const telling = await head.browser.post(`${path}/accept`, { ...met, content: 'Bà Hoàng Thị Kể bị thu tiền.' })
  assert.equal(telling.status, 422)
  assert.match(telling.text, /họ tên, cách gọi, địa chỉ hoặc số của người gửi/)
  assert.equal((await head.browser.post(`${path}/accept`, met)).location, path)
  const again = await head.browser.post(`${path}/notify-acceptance`, { seen: form.seen })
  assert.match(again.text, /đã có bước khác từ lúc mở trang này/)
  await desk.browser.post(`${path}/notify-acceptance`, { seen: await seenOn(desk.browser, 'notify-acceptance') })

  assert.equal((await verifier.browser.get(path)).status, 404)
  const seen = await seenOn(head.browser, 'assign-verification')
  const order = { verifier_id: verifier.id, extract: 'Xác minh việc thu tiền.', plan: 'Hỏi người làm.', seen }
  assert.equal((await head.browser.post(`${path}/assign-verification`, order)).location, path)
  const page = await verifier.browser.get(path)
  assert.match(page.text, /read-extract/)
  assert.doesNotMatch(page.text, /\/conclude|\/reseal|\/read"/)
  const extract = await verifier.browser.post(`${path}/read-extract`, {})
  assert.match(extract.text, /Xác minh việc thu tiền\./)
  assert.doesNotMatch(extract.text, /Hoàng|010188001234/)
  assert.equal((await verifier.browser.post(`${path}/read`, {})).status, 404)

  const opened = await head.browser.post(`${path}/read`, {})
  assert.match(opened.text, /Thu tiền ngoài quy định\.[\s\S]*Xác minh việc thu tiền\./)
  const documents = [...opened.text.matchAll(/\/van-ban\/([\da-f-]{36})/g)].map(([, id]) => id)
  assert.equal(documents.length, 4)
  const worded: boolean[] = []
  for (const id of documents) {
    const file = await head.browser.post(`${path}/van-ban/${id}`, {})
    assert.equal(file.status, 200)
    assert.match(JSON.stringify(file.headers), /van-ban-\d+-2026\.docx/)
    worded.push(/Lời riêng của cơ quan/.test(await wordsIn(await head.browser.file(`${path}/van-ban/${id}`))))
    assert.equal((await verifier.browser.post(`${path}/van-ban/${id}`, {})).status, 404)
  }

  assert.ok(worded.includes(true) && worded.includes(false), 'addressed letters take the wording, decisions do not')
  const { rows: used } = await base.db.pool.query('select count(*)::int as n from document where template_id = $1', [
    wording_id,
  ])
  assert.ok(used[0].n > 0)
  const listed = await templatesOf(
    (await viewerOfAccount(base.db.pool, head.id, at(day)))!,
    base.db.pool,
    office.country,
  )
  assert.deepEqual(
    listed.map((one) => one.letters),
    [0],
  )

  // The book of the closed register: what the key opens, each opening recorded, the denouncer left out.
  const readings = async () =>
    (await base.owner.pool.query(`select from event where record_id = $1 and action = 'read'`, [given.id])).rows.length
  const before_book = await readings()
  const asked = { unit: office.country, year: '2026' }
  const book = await head.browser.post('/ho-so-rieng/so', asked)
  assert.equal(book.status, 200)
  assert.match(book.text, /gd-book[\s\S]*>1\/2026<[\s\S]*Ông K\. ở xã bên[\s\S]*Lấy tiền của dân/)
  assert.match(book.text, /Văn bản của các hồ sơ này[\s\S]*>01\/2026<[\s\S]*QUYẾT ĐỊNH/)
  assert.doesNotMatch(book.text, /Hoàng|010188001234|Tổ 4/)
  assert.ok(book.headers.some(([name, value]) => name === 'cache-control' && value === 'no-store'))
  assert.equal(await readings(), before_book + 1)
  const papers = await head.browser.post(`${path}/but-luc`, {})
  assert.match(papers.text, /Danh mục bút lục[\s\S]*>01<[\s\S]*Đơn tố cáo[\s\S]*>02<[\s\S]*Danh mục có \d+ bút lục/)
  assert.doesNotMatch(papers.text, /Hoàng|010188001234/)
  assert.equal((await head.browser.get(`${path}/but-luc`)).location, path)
  assert.equal((await verifier.browser.post(`${path}/but-luc`, {})).status, 404)
  // Whoever holds no key gets the same book whether there is a record or not.
  const body = ({ status, text }: { status: number; text: string }) => `${status} ${text}`
  const none = await verifier.browser.post('/ho-so-rieng/so', { ...asked, year: '2025' })
  const some = await verifier.browser.post('/ho-so-rieng/so', asked)
  assert.equal(body(some).replaceAll('2026', '2025'), body(none).replaceAll('2026', '2025'))
  assert.equal((await head.browser.post('/ho-so-rieng/so', { ...asked, unit: office.commune })).status, 422)
  assert.match((await new Browser().get('/ho-so-rieng/so')).location ?? '', /^\/dang-nhap/)
  await head.browser.post('/khoa/lock', {})
  assert.match((await head.browser.post('/ho-so-rieng/so', asked)).location ?? '', /^\/khoa\?den=/)
})

/** A unit of its own, so that each test has its head: a commune, or a province. */
async function freshUnit(level: 'commune' | 'province' = 'commune', parent?: string): Promise<string> {
  const id = uuidv7()
  const above = level === 'province' ? [office.country] : [parent ?? office.province, office.country]
  const { pool } = base.owner
  await pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [id])
  await pool.query(
    `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level, code)
     values ($1, '[2012-01-01,)', $2, 'Phường Riêng', 'phuong rieng', 'phuong rieng', $4, $3)`,
    [id, above[0], id.slice(-5), level],
  )
  for (const [depth, ancestor] of [id, ...above].entries())
    await pool.query(
      `insert into unit_ancestry (unit_id, ancestor_id, valid, depth) values ($1, $2, '[2012-01-01,)', $3)`,
      [id, ancestor, depth],
    )
  return id
}

test('asking for a key, deciding, recovering by two, handing on: what each sees, and a stranger never', async () => {
  const unit = await freshUnit()
  const head = await signedIn('head', unit)
  const desk = await signedIn('reception-officer', unit)
  const [one, two] = [await signedIn('custodian', unit), await signedIn('custodian', unit)]
  const stranger = await signedIn('handler', office.province)
  for (const who of [head, desk, one, two]) await who.browser.post('/khoa/set-up', newKey)
  const entered = await desk.browser.post('/ho-so-rieng/nhap', letter({ unit_id: unit }))
  assert.equal(entered.status, 303)
  const { rows } = await base.owner.pool.query('select id from denunciation where unit_id = $1', [unit])
  const path = `/ho-so-rieng/${unit}/${rows[0].id}`
  assert.doesNotMatch((await desk.browser.get(path)).text, /open-to-asker|remove-key/)

  // The desk forgets the passphrase and makes a new key.
  await desk.browser.post('/khoa/replace', newKey)
  assert.equal((await desk.browser.get(path)).status, 404)
  const typed = { id: uuidv7(), unit_id: unit, basis: 'own-work', reason: 'Tôi quên cụm mật khẩu.' }
  assert.equal((await stranger.browser.post('/khoa/de-nghi/moi', typed)).status, 422)
  const short = await desk.browser.post('/khoa/de-nghi/moi', { ...typed, reason: '' })
  assert.equal(short.status, 422)
  const asked = await desk.browser.post('/khoa/de-nghi/moi', typed)
  assert.equal(asked.status, 303)
  const request = asked.location ?? ''
  assert.equal((await stranger.browser.get(request)).status, 404)
  assert.equal((await head.browser.get(request)).status, 404)
  assert.match((await one.browser.get('/khoa/de-nghi')).text, new RegExp(request))
  assert.match((await one.browser.get(request)).text, /Tôi quên cụm mật khẩu\./)
  assert.equal((await one.browser.post(`${request}/decide`, { decision: 'grant', ground: '' })).status, 422)
  assert.equal((await one.browser.post(`${request}/decide`, { ground: 'Đúng việc.' })).status, 422)
  assert.equal((await head.browser.post(`${request}/decide`, { decision: 'grant', ground: 'x' })).status, 404)
  assert.equal((await one.browser.post(`${request}/decide`, { decision: 'grant', ground: 'Đúng việc.' })).status, 303)

  // Either an insider gives the key on the record’s page …
  assert.match((await head.browser.get(path)).text, /open-to-asker/)
  assert.match((await head.browser.get(`${path}/open-to-asker`)).text, /Lý Thị Trang/)
  assert.equal((await stranger.browser.get(`${path}/open-to-asker`)).status, 404)
  // … or two custodians recover it.
  assert.equal((await one.browser.post(`${request}/open-half`, {})).status, 303)
  assert.doesNotMatch((await one.browser.get(request)).text, /complete-recovery/)
  assert.match((await two.browser.get(request)).text, /complete-recovery/)
  assert.equal((await two.browser.post(`${request}/complete-recovery`, {})).status, 303)
  assert.match((await two.browser.get(request)).text, /Trang này không cho biết có hay không/)
  assert.equal((await two.browser.get(path)).status, 404)
  assert.match((await desk.browser.post(`${path}/read`, {})).text, /Lấy tiền của dân/)

  const successor = await signedIn('clerk', unit)
  await successor.browser.post('/khoa/set-up', newKey)
  assert.match((await desk.browser.get('/khoa/ban-giao')).text, /khóa của 1 hồ sơ/)
  assert.match((await stranger.browser.get('/khoa/ban-giao')).text, /đang đóng/)
  const hand = { unit_id: unit, successor_id: successor.id }
  const handed = await desk.browser.post('/khoa/ban-giao', hand)
  assert.equal(handed.location, '/khoa/ban-giao?xong=1-0')
  assert.match((await desk.browser.get('/khoa/ban-giao?xong=1-0')).text, /Đã bàn giao 1 hồ sơ/)
  assert.equal((await desk.browser.get(path)).status, 404)
  assert.match((await successor.browser.post(`${path}/read`, {})).text, /Lấy tiền của dân/)
  const renewed = await head.browser.post('/khoa/ban-giao/chia-lai', { unit_id: unit })
  assert.equal(renewed.location, '/khoa/ban-giao?chia=0')
})

test('the sealed number of a visitor’s paper is shown to whoever takes in, after a reason, and the look is recorded', async () => {
  const unit = await freshUnit()
  const desk = await signedIn('reception-officer', unit)
  const head = await signedIn('head', unit)
  await desk.browser.post('/khoa/set-up', newKey)
  const id = uuidv7()
  const { pool } = base.db
  const { fields, keys } = await sealIdentity(pool, {
    unit_id: unit,
    record_id: id,
    papers: ['010188001234'],
    on: at(day).on,
  })
  const viewer = (await viewerOfAccount(pool, desk.id, at(day)))!
  const seen = {
    visitor_name: 'Hoàng Thị Kể',
    visitor_address: 'Tổ 4',
    acting_as: 'self',
    identity_kind: 'identity-card',
    asked_kind: 'complaint',
    subject: 'Đất vườn',
    people: 1,
    large_group: false,
    first_time: true,
  }
  await perform(base.db, register, {
    viewer,
    unit_id: unit,
    id,
    input: { ...seen, fields, keys },
    moment: at(day),
  })
  const path = `/khoa/giay-to/${unit}/${id}`
  assert.equal((await desk.browser.get(path)).status, 200)
  assert.equal((await head.browser.get(path)).status, 404)
  assert.equal((await desk.browser.post(path, { reason: '' })).status, 422)
  const shown = await desk.browser.post(path, { reason: 'Đối chiếu giấy tờ' })
  assert.match(shown.text, /010188001234/)
  const { rows } = await base.owner.pool.query(
    `select e.actor_id, p.input from event e join payload p using (unit_id, record_id, seq) where e.record_id = $1 and e.action = 'read-identity'`,
    [id],
  )
  assert.deepEqual(rows, [{ actor_id: desk.id, input: { reason: 'Đối chiếu giấy tờ' } }])
  const other = await signedIn('reception-officer', unit)
  await other.browser.post('/khoa/set-up', newKey)
  const unsealed = await other.browser.post(path, { reason: 'Đối chiếu giấy tờ' })
  assert.equal(unsealed.status, 409)
  assert.doesNotMatch(unsealed.text, /010188001234/)
})

test('made public, found on the portal and taken down; a sealed demand is opened by its reader and by nobody else', async () => {
  const province = await freshUnit('province')
  const unit = await freshUnit('commune', province)
  const [desk, head, other] = [
    await signedIn('reception-officer', unit),
    await signedIn('head', unit),
    await signedIn('handler', unit),
  ]
  const [deskAbove, above] = [await signedIn('reception-officer', province), await signedIn('head', province)]
  for (const one of [desk, head, other, deskAbove, above]) await one.browser.post('/khoa/set-up', newKey)
  const taking = async (browser: Browser, path: string, step: string, form: Record<string, string>) => {
    const page = await browser.get(`${path}/${step}`)
    const seen = /name="seen" value="(\d+)"/.exec(page.text)?.[1] ?? ''
    return browser.post(`${path}/${step}`, { seen, ...form })
  }
  const given = letter({ unit_id: unit })
  await desk.browser.post('/ho-so-rieng/nhap', given)
  const path = `/ho-so-rieng/${unit}/${given.id}`
  const fast = { content_is_clear: 'yes', evidence_is_concrete: 'yes', has_basis: 'yes' }
  const acted = await taking(head.browser, path, 'act-at-once', { ...fast, findings: 'Rõ.', measures: 'Dừng ngay.' })
  assert.equal(acted.status, 303)
  const telling = await taking(head.browser, path, 'publish', {
    way: 'portal',
    public_text: 'Theo bà Kể, đã dừng thu.',
  })
  assert.equal(telling.status, 422)
  assert.match(telling.text, /Chỗ tìm thấy: “ba ke”/)
  const stranger = new Browser()
  const empty = (await stranger.get('/cong-khai')).text
  assert.match(empty, /Hiện không có kết luận/)
  const public_text = 'Cán bộ K. đã dừng thu tiền ngoài quy định.'
  assert.equal((await taking(head.browser, path, 'publish', { way: 'portal', public_text })).status, 303)
  const shown = (await stranger.get('/cong-khai')).text
  assert.match(shown, /Cán bộ K. đã dừng thu/)
  assert.doesNotMatch(shown, new RegExp(`Kể|${given.id}|take-down`))
  const down = /\/cong-khai\/[0-9a-f/-]+\/take-down/.exec((await head.browser.get('/cong-khai')).text)?.[0] ?? ''
  assert.equal((await desk.browser.get(down)).status, 404)
  assert.equal((await stranger.get(down)).status, 303, 'asked to sign in')
  assert.equal((await head.browser.post(down, { reason: '' })).status, 422)
  const revision = /name="revision" value="(\d+)"/.exec((await head.browser.get(down)).text)?.[1] ?? ''
  assert.equal((await head.browser.post(down, { reason: 'Ghi nhầm.', revision })).status, 303)
  assert.equal((await stranger.get('/cong-khai')).text, empty)

  const turned = letter({ unit_id: province, subject: 'Cán bộ phường', text: 'Phường quá hạn.' })
  await deskAbove.browser.post('/ho-so-rieng/nhap', turned)
  const theirs = `/ho-so-rieng/${province}/${turned.id}`
  const review = { why: 'overdue', earlier: 'Hồ sơ 1/2026', note: 'Quá hạn.' }
  assert.equal((await taking(deskAbove.browser, theirs, 'review-further', review)).status, 303)
  assert.match((await above.browser.get(`${theirs}/demand-report`)).text, new RegExp(unit))
  const demand = {
    receiver: 'UBND phường',
    receiver_unit_id: unit,
    file: '1/2026',
    questions: 'Vì sao quá hạn?',
  }
  assert.equal((await taking(above.browser, theirs, 'demand-report', demand)).status, 303)
  assert.match((await above.browser.get(theirs)).text, /trả lời trước hết 27\/11\/2026/)
  const list = (await head.browser.get('/ho-so-rieng/trao-doi')).text
  assert.match(list, /Chờ trả lời \(còn 7 ngày\)/)
  const one = /\/ho-so-rieng\/trao-doi\/[0-9a-f/-]+/.exec(list)?.[0] ?? ''
  assert.doesNotMatch((await head.browser.get(one)).text, /Vì sao quá hạn/)
  assert.match((await head.browser.post(`${one}/read-word`, {})).text, /Vì sao quá hạn\?/)
  // To everybody else the word and a word that never was are the same bytes.
  for (const { browser } of [other, above]) {
    const none = one.replace(/[0-9a-f]{4}$/, 'beef')
    const absent = await browser.get(none)
    assert.equal(absent.status, 404)
    // The page that says so repeats its own address.
    assert.equal((await browser.get(one)).text, absent.text.replaceAll(none, one))
    assert.equal((await browser.post(`${one}/read-word`, {})).status, 404)
    assert.doesNotMatch((await browser.get('/ho-so-rieng/trao-doi')).text, /Yêu cầu báo cáo/)
  }
  const choices = (await head.browser.get(`${path}/answer-demand`)).text
  assert.ok(choices.includes(one.split('/').at(-1) ?? '?'), 'the demand can be chosen')
})
