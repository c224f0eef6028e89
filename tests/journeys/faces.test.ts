/** A complaint and an observation walked through the pages, day by day: who sees what, in whose language, and whom each page keeps out. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registerNouns } from '../../src/http/record-kinds.ts'
import { jobList } from '../../src/jobs.ts'
import * as terms from '../../src/law/terms.ts'
import { clockSteps as complaintClock } from '../../src/modules/complaints/clock-steps.ts'
import { deliverTransfer } from '../../src/modules/petitions/deliver-transfer.ts'
import { takeClockSteps } from '../../src/platform/actions/clock-steps.ts'
import { fixDay, moment } from '../../src/platform/clock.ts'
import { idFrom } from '../../src/platform/uuid.ts'
import { deskPaths } from '../../src/ui/parts/desk-menu.tsx'
import { Browser, type Page } from '../support/browser-less.ts'
import { type House, openHouse } from '../support/house.ts'

/** Parts of the menu that lead to pages of the public. */
const publicParts = new Set(['announced', 'answers', 'figures'])

let house: House
let desk: Browser
let handler: Browser
let head: Browser
let clerk: Browser
let citizen: Browser
let english: Browser

before(async () => {
  house = await openHouse('2026-07-06')
  desk = await Browser.signedIn(house, 'tiep.dan')
  handler = await Browser.signedIn(house, 'chuyen.vien')
  head = await Browser.signedIn(house, 'chu.tich')
  clerk = await Browser.signedIn(house, 'van.thu')
  citizen = new Browser(house)
  english = new Browser(house, '10.0.0.2')
  await english.get('/?lang=en')
})
after(() => house.close())

const officers = ['Nguyễn Thị Tiếp', 'Lò Văn Xử', 'Trần Thị Chủ', 'Hoàng Văn Thư', 'Giàng A Tỉnh', 'Vàng Thị Bạn']

/** Names that only the program uses: none may stand where people read. */
const identifiers = new Set<string>(['undefined', 'null', 'NaN', '[object'])
for (const { workflow } of Object.values(registerNouns))
  for (const [step, row] of Object.entries(workflow)) {
    const names: readonly string[] = [step, row.to, ...row.from, ...row.by, ...row.needs]
    for (const name of names) if (name.length > 4) identifiers.add(name)
  }
for (const list of Object.values(terms))
  if (Array.isArray(list)) for (const one of list) identifiers.add(typeof one === 'string' ? one : one.id)
for (const word of ['other', 'party', 'ours', 'post', 'land', 'sent', 'press', 'wrong', 'right', 'order'])
  identifiers.add(word)

/** Vietnamese pages say nothing in the program's own words. */
function speaksVietnamese(page: Page): void {
  const said = new Set(page.text.split(/[^\p{L}\p{N}-]+/u))
  const left = [...identifiers].filter((word) => said.has(word))
  assert.deepEqual(left, [], page.url)
}

async function followed(code: string): Promise<Page> {
  const page = await citizen.track(code)
  assert.equal(page.status, 200)
  speaksVietnamese(page)
  const translated = await english.track(code)
  assert.equal(translated.status, 200)
  for (const one of [page, translated])
    for (const name of officers) assert.ok(!one.html.includes(name), `${name} on the page of ${one.url}`)
  return page
}

const address = (kind: string, id: string, step = '') =>
  `/ho-so/${house.office.commune}/${kind}/${id}${step && `/${step}`}`

/** An officer takes a step by its form; then the record's page, and the citizen's, are read. */
async function takes(
  who: Browser,
  kind: string,
  id: string,
  step: string,
  fields: Record<string, string | string[]>,
): Promise<void> {
  const form = await who.get(address(kind, id, step))
  assert.equal(form.status, 200, `${step}: ${form.text.slice(0, 1500)}`)
  speaksVietnamese(form)
  const done = await form.submit(fields)
  assert.equal(done.status, 303, `${step}: ${done.summary || done.text.slice(0, 1500)}`)
  const page = await who.get(done.location ?? '')
  assert.equal(page.status, 200)
  speaksVietnamese(page)
}

const complaint = {
  asked_kind: 'complaint',
  title: 'Thu hồi đất sai diện tích',
  text: 'Quyết định ghi 120 mét vuông, gia đình tôi đo được 145 mét vuông. Tôi đề nghị đo lại.',
  petitioner_name: 'Lý Thị Mây',
  petitioner_address: 'Tổ 5, phường Cam Đường',
}

async function sent(fields: Record<string, string>): Promise<{ id: string; code: string }> {
  const form = await citizen.get(`/gui-don?den=${house.office.commune}`)
  speaksVietnamese(form)
  const done = await form.submit(fields)
  assert.equal(done.status, 200, done.summary)
  speaksVietnamese(done)
  return { id: form.values['id']!, code: form.values['code']! }
}

const conditions = [
  'in-vietnamese',
  'dated',
  'named-with-address',
  'content-stated',
  'not-sent-before',
  'not-guided-before',
]

test('a complaint from the phone to its legal effect, by the forms alone', async () => {
  const { id, code } = await sent(complaint)
  await followed(code)
  await takes(desk, 'petition', id, 'classify', { kind: 'complaint', field: 'land', competence: 'ours', conditions })

  // A desk elsewhere: the code is handed over the counter.
  const elsewhere = await Browser.signedIn(house, 'chu.tich.ban')
  assert.equal((await elsewhere.get(address('petition', id))).status, 404)
  const opened = await elsewhere.track(code)
  assert.ok(opened.html.includes(address('petition', id, 'confirm-signature')))
  assert.ok(!opened.html.includes('/tra-cuu/viec/'), 'no way that is shut to officers')
  for (const name of officers.filter((one) => one !== 'Vàng Thị Bạn')) assert.ok(!opened.html.includes(name), name)
  assert.equal((await elsewhere.get(address('petition', id))).location, '/tra-cuu/ho-so')
  const signs = await elsewhere.get(address('petition', id, 'confirm-signature'))
  const signed = await signs.submit({ how: 'at-desk' })
  assert.equal(signed.status, 303, signed.summary)
  assert.equal((await elsewhere.get(address('petition', id, 'guide'))).status, 404)

  await takes(head, 'petition', id, 'assign', { handler_id: house.people['chuyen.vien']! })
  await takes(handler, 'petition', id, 'propose-acceptance', {
    respondent: 'Ủy ban nhân dân phường',
    contested: 'Quyết định 12/QĐ-UBND',
  })
  await followed(code)
  const case_id = idFrom(id, 'point/1')
  await takes(head, 'complaint', case_id, 'accept', { no_ground_applies: 'yes', remote: 'no' })
  await takes(head, 'complaint', case_id, 'assign-verification', {
    verifier_id: house.people['chuyen.vien']!,
    plan: 'Đo lại ranh giới',
  })
  await takes(handler, 'complaint', case_id, 'record-complexity', { criteria: ['many-people'], note: 'Nhiều hộ' })
  await takes(head, 'complaint', case_id, 'extend', { explanation: 'Nhiều hộ liên quan' })
  await takes(head, 'complaint', case_id, 'suspend', { ground: 'waits-for-another-result', note: 'Chờ kết luận' })
  await followed(code)
  fixDay('2026-07-13')
  await takes(head, 'complaint', case_id, 'resume', { note: 'Đã có kết luận' })
  await takes(handler, 'complaint', case_id, 'report-verification', {
    findings: 'Đo được 145 mét vuông',
    proposal: 'Sửa quyết định',
    views_differ: 'yes',
  })
  const shut = await head.get(address('complaint', case_id, 'decide'))
  assert.match(shut.text, /[Đđ]ối thoại/)
  assert.equal(shut.form.includes('name="result"'), false, 'no form that would be refused')
  await takes(head, 'complaint', case_id, 'call-dialogue', {
    held_on: '24/07/2026',
    held_at: '8 giờ',
    where: 'Nhà văn hóa',
  })
  // The list of dialogues leads to those within a complaint: to come, then held.
  const listed = async (which: string) => (await head.get(`/doi-thoai-truc-tiep${which}`)).html.includes(case_id)
  assert.deepEqual([await listed(''), await listed('?xem=da-to-chuc')], [true, false])
  fixDay('2026-07-24')
  await takes(head, 'complaint', case_id, 'hold-dialogue', {
    held_on: '24/07/2026',
    minutes: 'Thống nhất đo lại',
    complainant_absent: 'no',
  })
  assert.deepEqual([await listed(''), await listed('?xem=da-to-chuc')], [false, true])
  await takes(head, 'complaint', case_id, 'decide', {
    result: 'partly-right',
    request: 'Đo lại',
    verified: 'Đã đo lại',
    conclusion: 'Đúng một phần',
    orders: 'Sửa diện tích',
  })
  await takes(clerk, 'complaint', case_id, 'send', { sent_on: '24/07/2026' })
  fixDay('2026-07-27')
  await takes(clerk, 'complaint', case_id, 'record-receipt', { delivered_on: '27/07/2026' })
  const told = await followed(code)
  assert.match(told.text, /26 tháng 8 năm 2026/, 'the last day of the second road')
  const letters = [...told.html.matchAll(/href="(\/van-ban\/[^"]+)"/g)].map(([, href]) => href!)
  // Acceptance, extension, suspension, resumption, dialogue (notice and minutes), decision.
  assert.equal(letters.length, 7)
  for (const href of letters) assert.equal((await citizen.get(href)).status, 200, href)
  assert.equal((await new Browser(house).get(letters[0]!)).status, 404)

  // A second code opened in the same browser shuts no letter of the first.
  const second = await sent({ ...complaint, title: 'Đơn thứ hai' })
  await citizen.track(second.code)
  for (const href of letters) assert.equal((await citizen.get(href)).status, 200, href)

  fixDay('2026-08-27')
  assert.equal((await takeClockSteps(house.db, complaintClock, moment())).failed, 0)
  await takes(handler, 'complaint', case_id, 'enforce', { stage: 'done', evidence: 'Biên bản số 3' })
  await takes(handler, 'complaint', case_id, 'settle-for-good', {})
  await followed(code)
  fixDay('2026-07-06')
})

test('the menu: every part of the desk opens for a head and a clerk, and on each page it is one line with the part one is in', async () => {
  for (const [part, path] of Object.entries(deskPaths)) {
    const page = await head.get(path)
    assert.equal(page.status, 200, `${part} ${path}`)
    assert.equal((await clerk.get(path)).status, 200, `${part} ${path}`)
    if (publicParts.has(part)) continue
    const row = /<nav[^>]*>.*?<details class="gd-menu">/s.exec(page.html)?.[0] ?? ''
    const links = [...row.matchAll(/<li/g)].length
    assert.ok(links >= 6 && links <= 7, `${path}: ${links} in the row`)
    assert.match(row, /aria-current="true"/, `${path} marks no part`)
  }
  const papers = await head.get(deskPaths.conferences)
  assert.match(papers.text, /Nghe dân.*Giải quyết.*Trả lời dân.*Cùng làm.*Giữ lời, báo cáo/)
})

test('a correction shows who, why and both values', async () => {
  const { id } = await sent({ ...complaint, petitioner_name: 'Lý Thị Mai' })
  await takes(desk, 'petition', id, 'correct', { reason: 'Nghe nhầm tên', petitioner_name: 'Lý Thị Mây' })
  const page = await head.get(address('petition', id))
  for (const part of ['Nghe nhầm tên', 'Lý Thị Mai', 'Lý Thị Mây', 'Nguyễn Thị Tiếp'])
    assert.ok(page.text.includes(part), part)
})

test('the province reads its communes’ petitions and takes no step there; a neighbour reads nothing', async () => {
  const { id } = await sent(complaint)
  const province = await Browser.signedIn(house, 'chu.tich.tinh')
  const page = await province.get(address('petition', id))
  assert.equal(page.status, 200)
  assert.ok(page.text.includes(complaint.text))
  for (const step of Object.keys(registerNouns.petition.workflow))
    assert.ok(!page.html.includes(`href="${address('petition', id, step)}"`), `${step} is not offered`)
  const neighbour = await Browser.signedIn(house, 'chu.tich.ban')
  assert.equal((await neighbour.get(address('petition', id))).status, 404)
  for (const [step] of Object.entries(registerNouns.petition.workflow))
    for (const who of [province, neighbour]) {
      assert.equal((await who.get(address('petition', id, step))).status, 404, step)
      assert.equal((await who.post(address('petition', id, step), { revision: '1', reason: 'x' })).status, 404, step)
    }
  assert.ok((await province.get('/ho-so?q=thu+hoi+dat')).text.includes('Lý Thị Mây'))
  assert.ok(!(await neighbour.get('/ho-so?q=thu+hoi+dat')).text.includes('Lý Thị Mây'))
})

test('what is passed on brings its files; the code follows it to the receiver', async () => {
  const pdf = new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF'], 'anh-cot-den.pdf')
  const form = await citizen.get(`/gui-don?den=${house.office.commune}`)
  const light = {
    ...complaint,
    asked_kind: 'observation',
    title: 'Đèn đường không sáng',
    text: 'Ba tuần nay đèn không sáng.',
  }
  assert.equal((await form.submit({ ...light, files: pdf })).status, 200)
  const { id, code } = { id: form.values['id']!, code: form.values['code']! }
  await takes(desk, 'petition', id, 'classify', {
    kind: 'observation',
    field: 'infrastructure',
    competence: 'another',
    conditions,
    competent_unit_id: 'bao yen',
  })
  await takes(desk, 'petition', id, 'transfer', { receiver_unit_id: 'xa bao yen', reason: 'Đường của xã' })
  assert.ok(jobList.jobs['deliver-transfer'])
  const theirs = idFrom(id, `received-by/${house.office.neighbour}`)
  await deliverTransfer(
    house.db,
    { unit_id: house.office.commune, petition_id: id, to_unit_id: house.office.neighbour, to_petition_id: theirs },
    house.data,
  )
  const receiver = await Browser.signedIn(house, 'chu.tich.ban')
  const page = await receiver.get(`/ho-so/${house.office.neighbour}/petition/${theirs}`)
  assert.equal(page.status, 200)
  const file = /href="(\/tep\/[^"]+)"/.exec(page.html)?.[1]
  assert.ok(page.text.includes('anh-cot-den.pdf') && file)
  assert.equal((await receiver.get(file)).status, 200)
  const tracked = await followed(code)
  for (const unit of ['Phường Cam Đường', 'Xã Bảo Yên']) assert.ok(tracked.text.includes(unit), unit)
})
