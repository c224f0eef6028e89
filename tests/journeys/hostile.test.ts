/** Whatever is typed, sent twice, forged or hidden in a file: a sentence where the fault is, nothing lost, nothing half-written. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { conditionIds } from '../../src/modules/petitions/inputs.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { zip } from '../support/bad-files.ts'
import { Browser, type Page } from '../support/browser-less.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let citizen: Browser
let desk: Browser
let head: Browser

before(async () => {
  house = await openHouse('2026-07-06')
  desk = await Browser.signedIn(house, 'tiep.dan')
  head = await Browser.signedIn(house, 'chu.tich')
})
beforeEach(async () => {
  citizen = new Browser(house)
  await house.owner.pool.query('truncate throttle')
})
after(() => house.close())

const letter = {
  asked_kind: 'observation',
  title: 'Đèn đường ngõ 12 không sáng',
  text: 'Ba tuần nay đèn đường ngõ 12 không sáng, buổi tối rất nguy hiểm.',
  petitioner_name: 'Lý Thị Mây',
  petitioner_address: 'Tổ 5, phường Cam Đường',
}
const paper = { ...letter, received_on: '06/07/2026', source: 'post', signed: 'yes' }

const sendForm = () => citizen.get(`/gui-don?den=${house.office.commune}`)
const recordForm = () => desk.get('/ban-lam-viec/nhap-don')

/** Rows that a refused post must not leave behind. */
async function written(): Promise<number> {
  const { rows } = await house.db.pool.query(
    `select (select count(*) from petition) + (select count(*) from event) + (select count(*) from attachment)
       + (select count(*) from tracking_code) + (select count(*) from outbox) + (select count(*) from notice) as n`,
  )
  return rows[0].n
}

/** The post is refused with this status; the sentence stands in the summary and at the field; nothing is written. */
async function refused(
  page: Page,
  fields: Record<string, string | File | File[]>,
  status: number,
  at: string,
  says: RegExp,
): Promise<Page> {
  const before = await written()
  const answer = await page.submit(fields)
  assert.equal(answer.status, status, answer.text.slice(0, 2000))
  assert.equal(await written(), before, 'nothing half-written')
  assert.match(answer.summary, says)
  if (at !== '') {
    assert.match(answer.html, new RegExp(`href="#${at}"`), 'the summary leads to the field')
    assert.match(answer.errorAt(at), says, 'the sentence stands at the field')
  }
  return answer
}

/** A petition sent from the portal: its id and code. */
async function sent(fields: Record<string, string> = {}): Promise<{ id: string; code: string; answer: Page }> {
  const form = await sendForm()
  const answer = await form.submit({ ...letter, ...fields })
  assert.equal(answer.status, 200, answer.text.slice(0, 2000))
  return { id: form.values['id']!, code: form.values['code']!, answer }
}

const path = (id: string, step = '') => `/ho-so/${house.office.commune}/petition/${id}${step && `/${step}`}`

test('days that do not exist, are to come or lie before 1900: said at the day, everything else kept', async () => {
  for (const [typed, says] of [
    ['30/02/2026', /28 ngày/],
    ['07/07/2026', /chưa đến/],
    ['06/07/1899', /1900/],
    ['31/04/2026', /30 ngày/],
    ['hôm qua', /ngày/],
    ['2026-13-01', /tháng/],
    ['\u0660\u0661/07/2026', /ngày/i],
  ] as const) {
    const answer = await refused(await recordForm(), { ...paper, received_on: typed }, 422, 'received_on', says)
    assert.equal(answer.values['received_on'], typed)
    assert.equal(answer.values['text'], paper.text)
    assert.equal(answer.values['petitioner_name'], paper.petitioner_name)
  }
})

test('200 kB of text is refused with its count and given back whole', async () => {
  const long = 'Đường hỏng nặng. '.repeat(12_000)
  for (const form of [await sendForm(), await recordForm()]) {
    const answer = await refused(form, { ...letter, ...paper, text: long }, 422, 'text', /20\.000/)
    assert.equal(answer.values['text']?.trim(), long.trim())
  }
})

test('hidden characters are refused, where they stand; emoji and both Unicode forms are text', async () => {
  for (const hidden of ['\u0000', '\u202e', '\u0007', '\ufeff'])
    for (const field of ['title', 'text', 'petitioner_name', 'petitioner_address'])
      await refused(await sendForm(), { ...letter, [field]: `Lý${hidden} Mây` }, 422, field, /ký tự/)
  await refused(await recordForm(), { ...paper, text: 'a\u0000b' }, 422, 'text', /ký tự/)
  await refused(await sendForm(), { ...letter, petitioner_name: 'Lý 🙂 Mây' }, 422, 'petitioner_name', /tên/i)
  const one = await sent({
    title: 'Đèn 🙂 ngõ 12',
    text: 'Ngõ tối 👨‍👩‍👧‍👦'.normalize('NFD'),
    petitioner_name: 'Lý Thị Mây'.normalize('NFD'),
  })
  const { rows } = await house.db.pool.query('select title, text, petitioner_name from petition where id = $1', [
    one.id,
  ])
  assert.deepEqual(rows[0], { title: 'Đèn 🙂 ngõ 12', text: 'Ngõ tối 👨‍👩‍👧‍👦', petitioner_name: 'Lý Thị Mây' })
})

test('markup is text on every page that shows it', async () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>"'>`
  const one = await sent({ title: evil, text: evil, petitioner_address: evil, place: evil })
  const tracked = await citizen.track(one.code)
  const pages = [
    tracked,
    await desk.get(path(one.id)),
    await desk.get(path(one.id, 'correct')),
    await desk.get('/ban-lam-viec?danh-sach=unit'),
    await desk.get(`/ho-so?q=${encodeURIComponent('<script>')}`),
    await refused(await sendForm(), { ...letter, title: evil, petitioner_name: '' }, 422, 'petitioner_name', /./),
  ]
  for (const page of pages) {
    assert.ok(!page.html.includes('<script>alert'), page.url)
    assert.ok(!page.html.includes('<img src=x'), page.url)
  }
  assert.match(tracked.html, /&lt;script>alert|&lt;script&gt;alert/)
})

test('NUL bytes and rubbish in addresses and search fields are answered, not broken on', async () => {
  const typed = [
    '%00',
    '%F0%9F%99%82',
    '%5C%25_',
    "'%22%3B--",
    'a%00b',
    '%EF%BF%BF',
    '%'.repeat(5).replaceAll('%', '%25'),
  ]
  for (const q of typed)
    for (const [who, at] of [
      [citizen, '/gui-don?q='],
      [citizen, '/gui-don?den='],
      [citizen, '/tra-loi?den='],
      [citizen, '/tra-loi?truoc='],
      [citizen, '/vi-sao?quy-tac=complaint.accept&tu='],
      [citizen, '/vi-sao?tu=2026-07-06&quy-tac='],
      [citizen, '/vi-sao?tu=2026-07-06&quy-tac=complaint.settle-first&dung='],
      [citizen, '/tra-cuu/ho-so?xong='],
      [desk, '/ho-so?q='],
      [desk, '/ban-lam-viec?sau='],
      [desk, '/ban-lam-viec?linh-vuc='],
      [desk, '/ban-lam-viec?danh-sach='],
      [desk, '/ban-lam-viec/giong?title='],
      [desk, '/ban-lam-viec/giong?title=den+duong+ngo+muoi+hai+khong+sang&petitioner_name='],
      [desk, '/ban-lam-viec/nhap-don?luot='],
      [desk, `/ho-so/${house.office.commune}/petition/`],
    ] as const) {
      const answer = await who.get(`${at}${q}`)
      assert.ok([200, 303, 404, 422].includes(answer.status), `${at}${q} answered ${answer.status}`)
    }
  const begun = performance.now()
  const long = await citizen.get('/vi-sao?quy-tac=complaint.settle-first&tu=2026-07-06&dung=2026-07-08..9999-12-31')
  assert.equal(long.status, 422)
  assert.ok(performance.now() - begun < 2000, 'a suspension without end is refused, not counted')
})

test('bad files: said at the files, by name; what was typed is kept; nothing is stored', async () => {
  const exe = new Uint8Array(4096)
  exe.set([0x4d, 0x5a, 0x90, 0, 3])
  const bomb = zip([
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
    { name: 'word/document.xml', content: Buffer.alloc(60 * 1024 * 1024) },
  ])
  const text = (name: string) => new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF'], name)
  const bad: [File | File[], RegExp][] = [
    [new File([exe], 'don.pdf'), /don\.pdf/],
    [new File([new Uint8Array(bomb)], 'don.docx'), /don\.docx/],
    [new File([new Uint8Array(21 * 1024 * 1024)], 'anh.pdf'), /20/],
    [Array.from({ length: 11 }, (_, at) => text(`so-${at}.pdf`)), /10/],
    [new File([], 'rong.pdf'), /rong\.pdf/],
    [new File(['<script>alert(1)</script>'], '<script>alert(3)</script>.html'), /html/],
  ]
  for (const [files, says] of bad)
    for (const form of [await sendForm(), await recordForm()]) {
      const answer = await refused(form, { ...letter, ...paper, files }, 422, 'files', says)
      assert.equal(answer.values['text'], letter.text)
      assert.ok(!answer.html.includes('<script>alert(3)'))
    }
})

test('sent twice: one record, the same code; with a file too; with other words a new letter is offered', async () => {
  const file = new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF'], 'anh.pdf')
  for (const form of [await sendForm(), await recordForm()]) {
    const fields = { ...letter, ...paper, files: file }
    const [first, second] = await Promise.all([form.submit(fields), form.submit(fields)])
    const third = await form.submit(fields)
    for (const answer of [first, second, third]) {
      assert.equal(answer.status, 200, answer.text.slice(0, 2000))
      assert.ok(answer.html.includes(form.values['code']!), 'the same code')
    }
    const { rows } = await house.db.pool.query(
      `select (select count(*)::int from event where record_id = $1) as events, (select count(*)::int from attachment where record_id = $1) as files`,
      [form.values['id']],
    )
    assert.deepEqual(rows[0], { events: 1, files: 1 })
    const changed = await form.submit({ ...fields, title: 'Viết lại' })
    assert.ok([409, 422].includes(changed.status))
    assert.match(changed.summary, /một đơn khác/)
    assert.equal(changed.values['title'], 'Viết lại')
    assert.notEqual(changed.values['id'], form.values['id'])
    assert.notEqual(changed.values['code'], form.values['code'])
    const again = await changed.submit({ ...fields, title: 'Viết lại' })
    assert.equal(again.status, 200)
  }
})

test('another person’s id, code or office: nothing learned, nothing changed', async () => {
  const one = await sent()
  const form = await sendForm()
  const answer = await refused(form, { ...letter, title: 'Của người khác', id: one.id }, 422, '', /đơn khác/)
  assert.ok(!answer.html.includes('Đèn đường'.concat(' ngõ 12 không sáng</')))
  // A code that is not this office's, or that is taken.
  for (const code of ['', 'ABC', one.code, `${one.code.slice(0, -1)}Z`]) {
    const before = await written()
    const taken = await (await sendForm()).submit({ ...letter, code })
    assert.ok([409, 422].includes(taken.status), `code ${code}: ${taken.status}`)
    assert.equal(await written(), before)
    assert.equal(taken.values['text'], letter.text)
    assert.notEqual(taken.values['code'], code)
  }
  for (const den of [house.office.country, uuidv7(), 'x'])
    assert.equal((await form.submit({ ...letter, den })).status, 404)
  await refused(await sendForm(), { ...letter, id: 'x' }, 422, '', /lần nữa/)
  assert.equal(
    (await new Browser(house).get(`/tra-cuu/viec/${house.office.commune}/petition/${one.id}/withdraw`)).status,
    404,
  )
  assert.equal((await new Browser(house).get(path(one.id))).status, 303)
})

test('a stale form is refused with who changed it and when, and what was typed comes back', async () => {
  const one = await sent()
  const form = await desk.get(path(one.id, 'correct'))
  const other = await head.get(path(one.id, 'correct'))
  assert.equal((await other.submit({ reason: 'Sửa chính tả', title: 'Đèn ngõ 12 không sáng' })).status, 303)
  const stale = await form.submit({ reason: 'Ghi nhầm tên', petitioner_name: 'Lý Thị Mai' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Trần Thị Chủ/)
  assert.match(stale.text, /\d{1,2}:\d\d/)
  assert.deepEqual([stale.values['reason'], stale.values['petitioner_name']], ['Ghi nhầm tên', 'Lý Thị Mai'])
  assert.equal((await stale.submit({})).status, 303, 'sent again from the page that says so')
  for (const revision of ['', 'x', '-1', '1', '99', '1e9']) {
    const forged = await (await desk.get(path(one.id, 'correct'))).submit({ reason: 'x', title: 'Đè lên', revision })
    assert.equal(forged.status, 409, `revision ${revision}`)
  }
  const { rows } = await house.db.pool.query('select title, petitioner_name, revision from petition where id = $1', [
    one.id,
  ])
  assert.deepEqual(rows[0], { title: 'Đèn ngõ 12 không sáng', petitioner_name: 'Lý Thị Mai', revision: 3 })
})

test('a step that another has closed meanwhile: the sentence, and what was typed to copy', async () => {
  const one = await sent()
  const form = await desk.get(path(one.id, 'guide'))
  const other = await head.get(path(one.id, 'guide'))
  const guided = { where: 'Ủy ban nhân dân tỉnh', reason: 'Thuộc thẩm quyền của tỉnh' }
  assert.equal((await other.submit(guided)).status, 303)
  const late = await form.submit({ where: 'Sở Xây dựng', reason: 'Một lý do rất dài mà không ai muốn gõ lại' })
  assert.equal(late.status, 409)
  assert.match(late.html, /Một lý do rất dài mà không ai muốn gõ lại/)
  const twice = await other.submit(guided)
  assert.equal(twice.status, 303, 'the same post again was done')
})

test('step forms: unit names, one ticked box, wrong choices', async () => {
  const one = await sent()
  const classify = { kind: 'observation', field: 'infrastructure', competence: 'another', conditions: 'in-vietnamese' }
  const form = await desk.get(path(one.id, 'classify'))
  await refused(form, { ...classify, competent_unit_id: 'không có xã này' }, 422, 'competent_unit_id', /cơ quan/)
  await refused(form, { ...classify, competent_unit_id: 'zz\u0000zz' }, 422, 'competent_unit_id', /./)
  await refused(form, { ...classify, competent_unit_id: '-'.repeat(36) }, 422, 'competent_unit_id', /./)
  await refused(form, { ...classify, kind: 'denunciation' }, 422, 'kind', /./)
  await refused(form, { ...classify, field: '' }, 422, 'field', /./)
  assert.equal((await form.submit({ ...classify, competent_unit_id: 'bao yen' })).status, 303)
  const { rows } = await house.db.pool.query('select competent_unit_id, conditions from petition where id = $1', [
    one.id,
  ])
  assert.deepEqual(rows[0], { competent_unit_id: house.office.neighbour, conditions: ['in-vietnamese'] })
})

test('every form that is open on a record: days, hidden characters and length are refused at their field, the rest is kept', async () => {
  const one = await sent({ asked_kind: 'complaint' })
  const kinds = { kind: 'complaint', field: 'land', competence: 'ours' }
  let forms = await openForms(head, path(one.id))
  assert.ok(forms.length >= 4)
  await abused(forms)
  await (await desk.get(path(one.id, 'confirm-signature'))).submit({ how: 'paper' })
  const classified = await (await desk.get(path(one.id, 'classify'))).submit({
    ...kinds,
    conditions: [...conditionIds],
  })
  assert.equal(classified.status, 303)
  await (await desk.get(path(one.id, 'assign'))).submit({ handler_id: house.people['tiep.dan']! })
  forms = await openForms(desk, path(one.id))
  assert.ok(forms.some((form) => form.url.endsWith('/propose-acceptance')))
  await abused(forms)
  const against = { respondent: 'Ủy ban nhân dân phường', contested: 'Quyết định 12', contested_known_on: '05/07/2026' }
  const proposed = await (await desk.get(path(one.id, 'propose-acceptance'))).submit(against)
  assert.equal(proposed.status, 303, proposed.summary)
  const complaint = `/ho-so/${house.office.commune}/complaint/${idFrom(one.id, 'point/1')}`
  await abused(await openForms(head, complaint))
  const accepted = await (await head.get(`${complaint}/accept`)).submit({ no_ground_applies: 'yes', remote: 'no' })
  assert.equal(accepted.status, 303)
  await abused(await openForms(head, complaint))
})

/** The forms of every step that a record's page offers. */
async function openForms(who: Browser, record: string): Promise<Page[]> {
  const page = await who.get(record)
  const links = new Set([...page.html.matchAll(new RegExp(`href="(${record}/[a-z-]+)"`, 'g'))].map(([, href]) => href!))
  const forms = await Promise.all([...links].map((href) => who.get(href)))
  return forms.filter((form) => form.form !== '')
}

/** Each typed field of each form gets what no field may hold. */
async function abused(forms: readonly Page[]): Promise<void> {
  for (const form of forms) {
    const texts = [...form.form.matchAll(/<(?:textarea|input)[^>]*\sname="([a-z_]+)"[^>]*>/g)]
      .filter(([tag]) => !/type="(hidden|radio|checkbox|file)"/.test(tag))
      .map(([, name]) => name!)
    const kept = Object.fromEntries(texts.map((name) => [name, 'Đã gõ rồi']))
    for (const name of texts) {
      const bad = name.endsWith('_on') ? '30/02/2026' : 'zzq\u0000zzq'
      const answer = await refused(form, { ...kept, [name]: bad }, 422, name, /\p{L}{3}/u)
      for (const other of texts.filter((one) => one !== name && !one.endsWith('_on')))
        assert.equal(answer.values[other], 'Đã gõ rồi', `${form.url} ${other}`)
    }
  }
}

test('no post without the origin of this site', async () => {
  const before = await written()
  for (const origin of [null, 'http://evil.example', 'null']) {
    const form = await sendForm()
    assert.equal((await form.submit(letter, { origin })).status, 403)
    assert.equal((await (await recordForm()).submit(paper, { origin })).status, 403)
  }
  assert.equal(await written(), before)
})

test('a wrong code forty times ends in a page that says to wait', async () => {
  const one = await sent()
  let last = await citizen.get('/tra-cuu')
  for (let i = 0; i < 30; i++) {
    last = await citizen.post('/tra-cuu', { ma: `7K3F-Q9MD-2WXA-H4Z${i % 10}` })
    assert.equal(last.status, 422)
  }
  for (let i = 0; i < 10; i++) last = await citizen.post('/tra-cuu', { ma: one.code })
  assert.equal(last.status, 429)
  assert.match(last.text, /15 phút/)
  const elsewhere = new Browser(house, '10.1.2.3')
  assert.equal((await elsewhere.post('/tra-cuu', { ma: '' })).status, 422)
  assert.equal((await elsewhere.post('/tra-cuu', { ma: '\u0000🙂' })).status, 422)
  assert.equal((await elsewhere.post('/tra-cuu', { ma: one.code })).status, 303)
})

test('sixty letters an hour from one place: the next waits, and keeps what was typed', async () => {
  await house.owner.pool.query('truncate throttle')
  const form = await sendForm()
  for (let i = 0; i < 60; i++) await form.submit({ title: 'x' })
  await refused(form, letter, 429, '', /Xin chờ/).then((answer) => assert.equal(answer.values['text'], letter.text))
})
