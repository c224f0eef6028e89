import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import readSheet from 'read-excel-file/node'
import { openTown, type Town } from '../../../tests/support/town.ts'
import { createFrame } from '../../http/frame.ts'
import { receptionBook } from '../../law/book-forms.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { guide } from '../petitions/guide.ts'
import { voidPetition } from '../petitions/void.ts'
import { bookSlugs, daysOf, readDays } from './book.ts'
import { pages } from './module.ts'

let town: Town
let viewer: Viewer
const on = Temporal.PlainDate.from('2026-11-20')
const ids: Record<string, string> = {}

before(async () => {
  town = await openTown()
  viewer = town.clerk
  ids['guided'] = await town.recorded('2026-11-02')
  await town.classified(ids['guided'], '2026-11-03', { competence: 'another', kind: 'complaint' })
  await town.take(guide, town.desk, ids['guided'], '2026-11-04', {
    where: 'Chủ tịch Ủy ban nhân dân tỉnh Lào Cai',
    reason: 'không thuộc thẩm quyền',
  })
  ids['void'] = await town.recorded('2026-11-05', { petitioner_name: 'Người Bị Hủy', title: 'Ghi nhầm hai lần' })
  await town.take(voidPetition, town.head, ids['void'], '2026-11-06', { reason: 'Ghi hai lần một lá đơn' })
  ids['other-month'] = await town.recorded('2026-10-05', { title: 'Đơn của tháng Mười' })
  ids['closed'] = await town.recorded('2026-11-09', { petitioner_name: 'Người Giấu Tên', title: 'Điều giấu kín' })
  await town.t.owner.pool.query(`update petition set state = 'sealed-away' where id = $1`, [ids['closed']])
})
after(() => town.t.close())

async function get(address: string) {
  const app = createFrame({
    moment: () => ({ on, at: Temporal.Instant.from('2026-11-20T02:00:00Z') }),
    viewerOf: async () => ({ ...viewer, on }),
    officeOf: () => ({ name: 'Phường Cam Đường' }),
  })
  pages(app, { db: town.t.db, config: { data: '' } })
  return app.request(`http://localhost${address}`)
}
const of = (slug: string, more = '') => `/so/${slug}?don_vi=${town.office.commune}&nam=2026&ky=t11${more}`
const rowsOf = (html: string) =>
  [...(/<tbody[\s\S]*?<\/tbody>/.exec(html)?.[0] ?? '').matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
    row.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
  )

test('the petition book of a month: its numbers in order, a void one as void, a sealed one silent', async () => {
  viewer = town.clerk
  const html = await (await get(of('don-thu'))).text()
  const rows = rowsOf(html)
  assert.deepEqual(
    rows.map((row) => row.split('|')[1]),
    ['01', '02', '04'],
  )
  assert.match(rows[0] ?? '', /\|02\/11\/2026\|.*Lý Thị Mây, Tổ 5, phường Cam Đường/)
  assert.deepEqual(rows[1]?.split('|').filter(Boolean), ['02', 'Số đã hủy'])
  assert.deepEqual(rows[2]?.split('|').filter(Boolean), ['04', 'Số đã hủy'])
  assert.doesNotMatch(html, /Người Bị Hủy|Ghi nhầm|Người Giấu Tên|Điều giấu kín|tháng Mười/)
  assert.match(await (await get(of('don-thu').replace('t11', 'nam'))).text(), /tháng Mười/)
})

test('the book of letters: number, symbol, addressee, signer; a void number keeps its line', async () => {
  const before_void = rowsOf(await (await get(of('van-ban-phd'))).text())
  assert.equal(before_void.length, 1)
  assert.match(before_void[0] ?? '', /\|01\|04\/11\/2026\|01\/PHD-UBND\|/)
  assert.match(before_void[0] ?? '', /Lý Thị Mây/)
  await town.t.owner.pool.query(
    `update document set voided_on = '2026-11-10', void_reason = 'Sai số' where record_id = $1`,
    [ids['guided']],
  )
  const after_void = rowsOf(await (await get(of('van-ban-phd'))).text())
  assert.deepEqual(after_void[0]?.split('|').filter(Boolean), ['01', 'Số đã hủy · 10/11/2026 · Sai số'])
  assert.match(await (await get(of('van-ban-qd'))).text(), /Không có dòng nào/)
})

test('letters of closed records and of the closed book are not told', async () => {
  await town.t.owner.pool.query(
    `insert into document (unit_id, id, record_kind, record_id, seq, kind, book, year, number, title, issued_on, data)
     select unit_id, $1, record_kind, $2, seq, kind, 'PHD', 2026, 2, 'Hướng dẫn điều giấu kín', '2026-11-12', data from document limit 1`,
    [uuidv7(), ids['closed']],
  )
  const html = await (await get(of('van-ban-phd'))).text()
  assert.deepEqual(rowsOf(html)[1]?.split('|').filter(Boolean), ['02', 'Nội dung kín'])
  assert.doesNotMatch(html, /điều giấu kín/)
  assert.ok(!bookSlugs.some((slug) => /to-cao|private|kin/.test(slug)))
})

test('the book of receptions has the 13 columns of NĐ 154/2026; a closed visit says nothing', async () => {
  const visit = async (values: object) => {
    const row = {
      unit_id: town.office.commune,
      id: uuidv7(),
      revision: 1,
      chain: '\\x',
      created_at: '2026-11-10',
      ...values,
    }
    const columns = Object.keys(row)
    await town.t.owner.pool.query(
      `insert into visit (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_record(null::visit, $1)`,
      [
        JSON.stringify({
          papers: [],
          corrections: [],
          language: 'vi',
          large_group: false,
          closed_content: false,
          search: '',
          ...row,
        }),
      ],
    )
  }
  const came = { state: 'outcome-given', held_on: '2026-11-10', origin: 'walk-in', stage: 'regular' }
  await visit({
    ...came,
    queue_number: 1,
    visitor_name: 'Giàng A Khách',
    visitor_address: 'Thôn 2',
    subject: 'Hỏi bồi thường',
    people: 6,
    large_group: true,
    asked_kind: 'complaint',
    outcome: { kind: 'guided', detail: 'Gửi lên tỉnh', document_id: null },
  })
  await visit({
    ...came,
    queue_number: 2,
    closed_content: true,
    visitor_name: 'Tên Lọt Ra',
    subject: 'Điều lọt ra',
    people: 1,
  })
  await visit({ ...came, state: 'cancelled', stage: null, visitor_name: 'Không Đến', people: 1 })
  const html = await (await get(of('tiep-cong-dan'))).text()
  for (const column of receptionBook.columns) assert.ok(html.includes(`>${column}</th>`), column)
  assert.equal(receptionBook.columns.length, 13)
  const rows = rowsOf(html)
  assert.equal(rows.length, 2)
  assert.match(
    rows[0] ?? '',
    /\|1\|10\/11\/2026\|Giàng A Khách, Thôn 2\|.*Hỏi bồi thường.*Khiếu nại\|6\|.*x\|.*Gửi lên tỉnh\|Đoàn đông người/,
  )
  assert.doesNotMatch(html, /Tên Lọt Ra|Điều lọt ra|Không Đến/)
})

test('the spreadsheet says what the page says, and what looks like a formula stays text', async () => {
  await town.recorded('2026-11-16', { title: '=1+1', petitioner_name: 'Người Mười' })
  const answer = await get(of('don-thu.xlsx'))
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('Content-Disposition') ?? '', /don-thu_2026_t11\.xlsx/)
  const [sheet] = await readSheet(Buffer.from(await answer.arrayBuffer()))
  const rows = sheet?.data ?? []
  assert.equal(rows[1]?.[0], 'Sổ đơn')
  assert.equal(rows[3]?.[0], 'Số')
  assert.deepEqual(
    rows.slice(4).map((row) => row[0]),
    ['01', '02', '04', '05'],
  )
  assert.equal(rows.at(-1)?.[4], '=1+1')
})

test('books are for readers of that register: superiors yes, neighbours, administrators and strangers no', async () => {
  viewer = town.province_head
  assert.equal((await get(of('don-thu'))).status, 200)
  for (const stranger of [
    town.neighbour_head,
    { ...town.clerk, positions: [{ unit_id: town.office.commune, kind: 'administrator' as const }] },
  ]) {
    viewer = stranger
    for (const slug of bookSlugs) {
      assert.equal((await get(of(slug))).status, 404, slug)
      assert.equal((await get(of(`${slug}.xlsx`))).status, 404, slug)
    }
  }
  viewer = { ...town.clerk, account_id: null, positions: [], visible_root_ids: [] }
  assert.equal((await get(of('don-thu'))).status, 303)
  viewer = town.clerk
  for (const wrong of ['/so/to-cao', '/so/private', '/so/don-thu?don_vi=x', `/so/don-thu?don_vi=${uuidv7()}`])
    assert.equal((await get(wrong)).status, 404, wrong)
  for (const slug of bookSlugs) assert.equal((await get(of(slug))).status, 200, slug)
  assert.match(await (await get('/so')).text(), /Sổ tiếp công dân/)
})

test('stretches are whole months of the year, and a wrong one is this month', () => {
  const said = (days: { first_on: Temporal.PlainDate; last_on: Temporal.PlainDate }) =>
    `${days.first_on} ${days.last_on}`
  assert.equal(said(daysOf(2028, 't02')), '2028-02-01 2028-02-29')
  assert.equal(said(daysOf(2026, 'q4')), '2026-10-01 2026-12-31')
  assert.equal(said(daysOf(2026, 'n2')), '2026-07-01 2026-12-31')
  assert.equal(said(daysOf(2026, 'nam')), '2026-01-01 2026-12-31')
  assert.equal(said(readDays('x', 'y', on)), '2026-11-01 2026-11-30')
})
