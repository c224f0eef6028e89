import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openTown, type Town } from '../../../tests/support/town.ts'
import { createFrame } from '../../http/frame.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { accept } from '../complaints/accept.ts'
import { assignVerification } from '../complaints/assign-verification.ts'
import { attach as attachToComplaint } from '../complaints/attach.ts'
import { reportVerification } from '../complaints/report-verification.ts'
import { keepBytes } from '../files/keep-file.ts'
import { attach } from '../petitions/attach.ts'
import { caseFileOf, pagesOf } from './case-file.ts'
import { casePaperId } from './case-paper.ts'
import { correctPages } from './correct-pages.ts'
import { pages } from './module.ts'
import { numberPages } from './number-pages.ts'
import { recallLetter } from './recall-letter.ts'

let town: Town
let data = ''
let petition = ''
let complaint = ''
const on = Temporal.PlainDate.from('2026-11-20')
const pdf = Buffer.from('%PDF-1.4 1 0 obj<</Type/Pages/Count 2>> 2 0 obj<</Type /Page>> 3 0 obj<</Type/Page>>')

before(async () => {
  town = await openTown()
  data = mkdtempSync(join(tmpdir(), 'gandan-papers-'))
  const proposed = await town.proposed('2026-07-15')
  petition = proposed.petition
  complaint = proposed.id
})
after(async () => {
  await town.t.close()
  rmSync(data, { recursive: true, force: true })
})

async function file(name: string, media_type: string, bytes: Buffer) {
  const stored = await keepBytes(data, town.office.commune, bytes)
  return { id: uuidv7(), name, media_type, size: bytes.length, stored }
}

async function listed(viewer: Viewer = town.handler): Promise<string[]> {
  const found = await caseFileOf({ ...viewer, on }, town.t.db.pool, town.office.commune, petition)
  assert.ok(found)
  return found.papers.map((one) => {
    const what = one.is === 'paper' ? one.kind : one.is === 'letter' ? `letter ${one.book}` : one.name
    return `${one.number} ${what}`
  })
}

test('papers are numbered in the order they came, across the letter and what came of it; a number never moves', async () => {
  assert.deepEqual(await listed(), ['1 petition', '2 letter PĐX'])
  await town.take(attach, town.desk, petition, '2026-07-15', {
    note: 'Giấy tờ nhà đất',
    files: [await file('z-ban-do.pdf', 'application/pdf', pdf), await file('a-anh.png', 'image/png', Buffer.from('x'))],
  })
  const first = await listed()
  assert.deepEqual(first.slice(0, 2), ['1 petition', '2 letter PĐX'])
  assert.deepEqual(
    first
      .slice(2)
      .map((one) => one.slice(2))
      .sort(),
    ['a-anh.png', 'z-ban-do.pdf'],
  )
  await town.take(accept, town.head, complaint, '2026-07-15', { no_ground_applies: true, remote: false })
  await town.take(assignVerification, town.head, complaint, '2026-07-16', {
    verifier_id: town.handler.account_id,
    plan: 'Đo lại thửa đất',
  })
  const second = await listed()
  assert.deepEqual(second.slice(0, 4), first)
  assert.deepEqual(second.slice(4), ['5 letter TB', '6 letter QĐ'])
  // A paper of an earlier day that is entered later gets the next number, not an old one.
  await town.take(reportVerification, town.handler, complaint, '2026-07-28', {
    findings: 'Thửa đất 145 mét vuông',
    proposal: 'Sửa quyết định',
    views_differ: false,
  })
  await town.take(attachToComplaint, town.handler, complaint, '2026-07-29', {
    note: 'Sơ đồ',
    files: [await file('so-do.pdf', 'application/pdf', Buffer.from('%PDF-1.5 /ObjStm'))],
  })
  await town.take(attach, town.desk, petition, '2026-07-30', {
    note: 'Bổ sung',
    files: [await file('bo-sung.png', 'image/png', Buffer.from('y'))],
  })
  assert.deepEqual(await listed(), [...second, '7 letter BC', '8 so-do.pdf', '9 bo-sung.png'])
})

test('a void letter keeps its number; a clock that ran back moves nothing inside a record', async () => {
  const before_void = await listed()
  await town.t.owner.pool.query(
    `update document set voided_on = '2026-08-01', void_reason = 'Sai thể thức' where record_id = $1`,
    [complaint],
  )
  await town.t.owner.pool.query(
    `update event set at = at - interval '1 day' where record_id = $1 and seq = (select max(seq) from event where record_id = $1)`,
    [complaint],
  )
  assert.deepEqual(await listed(), before_void)
})

test('the page prints the list with pages where they are known, for readers of the register alone', async () => {
  let viewer: Viewer = town.handler
  const app = createFrame({
    moment: () => ({ on, at: Temporal.Instant.from('2026-11-20T02:00:00Z') }),
    viewerOf: async () => ({ ...viewer, on }),
    officeOf: () => ({ name: 'Phường Cam Đường' }),
  })
  pages(app, { db: town.t.db, config: { data } })
  const get = (id = petition, unit = town.office.commune) =>
    app.request(`http://localhost/ho-so/${unit}/petition/${id}/but-luc`)
  const html = await (await get()).text()
  for (const text of [
    'Danh mục bút lục',
    'Báo cáo kết quả xác minh',
    'z-ban-do.pdf',
    'Số đã hủy',
    'Danh mục có 9 bút lục',
  ])
    assert.ok(html.includes(text), text)
  assert.match(html, /Đã đếm được 4 trang/)
  for (const stranger of [
    town.neighbour_head,
    { ...town.handler, positions: [{ unit_id: town.office.commune, kind: 'administrator' as const }] },
    { ...town.handler, positions: [], opened: [{ unit_id: town.office.commune, record_id: petition }] },
  ]) {
    viewer = stranger
    assert.equal((await get()).status, 404)
  }
  viewer = town.province_head
  assert.equal((await get()).status, 200)
  assert.equal((await get(uuidv7())).status, 404)
  assert.equal((await get('x')).status, 404)
  assert.equal((await get(petition, town.office.neighbour)).status, 404)
  await town.t.owner.pool.query(`update petition set state = 'sealed-away' where id = $1`, [petition])
  assert.equal((await get()).status, 404)
  await town.t.owner.pool.query(`update petition set state = 'handled' where id = $1`, [petition])
})

test('papers get their pages in order; what is numbered keeps them when papers are added; strangers number nothing', async () => {
  const give = (paper_number: number, pages: unknown) =>
    [
      numberPages,
      town.handler,
      casePaperId(petition, paper_number),
      '2026-11-20',
      { petition_id: petition, paper_number, pages },
    ] as const
  for (const stranger of [town.desk, town.neighbour_head, town.province_head])
    await town.closed('not-yours', numberPages, stranger, casePaperId(petition, 1), '2026-11-20', give(1, 3)[4])
  await town.faulty('paper_number: not-the-next-paper', ...give(2, 1))
  await town.faulty('pages: too-small', ...give(1, 0))
  await town.faulty('petition_id: no-such-case-file', numberPages, town.handler, uuidv7(), '2026-11-20', give(1, 3)[4])
  await town.take(...give(1, 3))
  await town.take(...give(2, 1))
  await town.faulty(
    'pages: later-papers-have-pages',
    correctPages,
    town.clerk,
    casePaperId(petition, 1),
    '2026-11-20',
    { pages: 2, reason: 'đếm nhầm' },
  )
  await town.take(correctPages, town.clerk, casePaperId(petition, 2), '2026-11-20', { pages: 2, reason: 'đếm nhầm' })
  await town.take(...give(3, 2))
  const both = await Promise.allSettled([town.take(...give(4, 1)), town.take(...give(4, 5))])
  assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1)
  const before_more = await caseFileOf({ ...town.handler, on }, town.t.db.pool, town.office.commune, petition)
  await town.take(attach, town.desk, petition, '2026-11-20', {
    note: 'Đến sau',
    files: [await file('den-sau.png', 'image/png', Buffer.from('w'))],
  })
  const file_now = await caseFileOf({ ...town.handler, on }, town.t.db.pool, town.office.commune, petition)
  assert.deepEqual(file_now?.numbered, before_more?.numbered)
  assert.deepEqual(
    file_now?.numbered.slice(0, 3).map((one) => [one.paper_number, one.first_page, one.last_page]),
    [
      [1, 1, 3],
      [2, 4, 5],
      [3, 6, 7],
    ],
  )
  await town.faulty('paper_number: not-the-next-paper', ...give(file_now!.papers.length + 1, 1))
  let viewer: Viewer = town.clerk
  const app = createFrame({
    moment: () => ({ on, at: Temporal.Instant.from('2026-11-20T02:00:00Z') }),
    viewerOf: async () => ({ ...viewer, on }),
    officeOf: () => ({ name: 'Phường Cam Đường' }),
  })
  pages(app, { db: town.t.db, config: { data } })
  const path = `http://localhost/ho-so/${town.office.commune}/petition/${petition}/but-luc`
  const post = (fields: Record<string, string>, more = '') =>
    app.request(path + more, {
      method: 'POST',
      headers: { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams(fields),
    })
  assert.equal((await post({ 'pages.5': 'ba' })).status, 422)
  assert.equal((await post({ 'pages.6': '3' })).status, 422)
  assert.equal((await post({ 'pages.5': '2', 'pages.6': '3', 'pages.8': '1' })).status, 303)
  const html = await (await app.request(path)).text()
  assert.match(html, /Đã đánh số \d+ trang của 6 bút lục đầu/)
  assert.match(html, />4–5</)
  assert.equal((await post({ pages: '9', reason: '' }, '/sua')).status, 422)
  assert.equal((await post({ pages: '4', reason: 'đếm nhầm', revision: '1' }, '/sua')).status, 303)
  viewer = town.neighbour_head
  assert.equal((await post({ 'pages.7': '1' })).status, 404)
  viewer = town.province_head
  assert.doesNotMatch(await (await app.request(path)).text(), /<form[^>]*but-luc/)
})

test('a letter that replaces or recalls another one is the next paper of the case', async () => {
  const before_change = await listed()
  const { rows } = await town.t.db.pool.query(
    `select id from document where record_id = $1 and voided_on is null and kind not in ('correction', 'proposal') limit 1`,
    [petition],
  )
  assert.equal(rows.length, 0)
  await town.t.owner.pool.query('update document set voided_on = null, void_reason = null where record_id = $1', [
    complaint,
  ])
  const letter = await town.t.db.pool.query(`select id from document where record_id = $1 and kind = 'acceptance'`, [
    complaint,
  ])
  await town.take(recallLetter, town.head, uuidv7(), '2026-11-20', { letter_id: letter.rows[0].id, reason: 'gửi nhầm' })
  assert.deepEqual((await listed()).slice(0, -1), before_change)
  assert.match((await listed()).at(-1) ?? '', /letter TB$/)
})

test('pages are told only where the bytes tell them', () => {
  assert.equal(pagesOf('application/pdf', pdf), 2)
  assert.equal(pagesOf('application/pdf', Buffer.from('%PDF-1.5 /ObjStm /Type /Page')), null)
  assert.equal(pagesOf('application/pdf', Buffer.from('%PDF-1.5')), null)
  assert.equal(pagesOf('image/jpeg', Buffer.alloc(0)), 1)
  assert.equal(pagesOf('text/plain', Buffer.from('a')), null)
})
