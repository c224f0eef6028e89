import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTown, type Town } from '../../../tests/support/town.ts'
import { createFrame } from '../../http/frame.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { guide } from '../petitions/guide.ts'
import { correctLetter } from './correct-letter.ts'
import { pages } from './module.ts'
import { numberPaper } from './number-paper.ts'
import { recallLetter } from './recall-letter.ts'
import { replaceLetter } from './replace-letter.ts'

let town: Town
before(async () => {
  town = await openTown()
})
after(() => town.t.close())

/** A letter of guidance of that day. */
async function letter(day: string): Promise<string> {
  const petition = await town.recorded(day)
  await town.classified(petition, day, { competence: 'another' })
  await town.take(guide, town.desk, petition, day, { where: 'Ủy ban nhân dân tỉnh', reason: 'không thuộc thẩm quyền' })
  const { rows } = await town.t.db.pool.query('select id from document where record_id = $1', [petition])
  return rows[0].id
}
const signed = (letter_id: string, signed_on: string, numbered_on: string) => ({
  letter_id,
  signed_by: 'Trần Thị Chủ',
  signed_on,
  numbered_on,
})
const row = async (id: string) => (await town.t.db.pool.query('select * from paper_copy where id = $1', [id])).rows[0]

/** The same letter once more, as the register would hold another one. */
async function another(id: string, change: { book?: string; number: number }): Promise<string> {
  const { rows } = await town.t.owner.pool.query(
    `insert into document (unit_id, id, record_kind, record_id, seq, kind, book, year, number, title, issued_on, data)
     select d.unit_id, gen_random_uuid(), d.record_kind, d.record_id, d.seq, d.kind, coalesce($2, d.book), d.year, $3, d.title,
       d.issued_on, d.data from document d where d.id = $1 returning id`,
    [id, change.book ?? null, change.number],
  )
  return rows[0].id
}

test('signed on a Friday the paper is numbered by Monday; on Tuesday it is late, and shown so', async () => {
  const [one, two] = [await letter('2026-11-06'), await letter('2026-11-06')]
  await town.take(numberPaper, town.clerk, one, '2026-11-09', signed(one, '2026-11-06', '2026-11-09'))
  await town.take(numberPaper, town.head, two, '2026-11-10', signed(two, '2026-11-06', '2026-11-10'))
  const three = await letter('2026-11-09')
  await town.take(numberPaper, town.clerk, three, '2026-11-11', signed(three, '2026-11-09', '2026-11-11'))
  assert.equal((await row(three)).late, true)
  const [first, second] = [await row(one), await row(two)]
  assert.deepEqual([first.late, first.number_by_on.toString(), second.late], [false, '2026-11-09', true])
})

test('not in the future, not before it was signed, no letter of others, once', async () => {
  const id = await letter('2026-11-11')
  await town.faulty(
    'numbered_on: day-in-future',
    numberPaper,
    town.clerk,
    id,
    '2026-11-11',
    signed(id, '2026-11-11', '2026-11-12'),
  )
  await town.faulty(
    'numbered_on: before-signing',
    numberPaper,
    town.clerk,
    id,
    '2026-11-11',
    signed(id, '2026-11-11', '2026-11-10'),
  )
  const other = await letter('2026-11-11')
  await town.faulty(
    'letter_id: no-such-letter',
    numberPaper,
    town.clerk,
    id,
    '2026-11-11',
    signed(other, '2026-11-11', '2026-11-11'),
  )
  for (const stranger of [town.desk, town.handler, town.neighbour_head, town.province_head])
    await town.closed('not-yours', numberPaper, stranger, id, '2026-11-11', signed(id, '2026-11-11', '2026-11-11'))
  await town.take(numberPaper, town.clerk, id, '2026-11-11', signed(id, '2026-11-11', '2026-11-11'))
  await town.closed('not-yours', numberPaper, town.head, id, '2026-11-12', signed(id, '2026-11-12', '2026-11-12'))
})

test('content is replaced by equal form, layout corrected by an official letter, a recalled letter stays recalled', async () => {
  const id = await letter('2026-11-12')
  await town.take(numberPaper, town.clerk, id, '2026-11-12', signed(id, '2026-11-12', '2026-11-12'))
  const unrelated = await letter('2026-11-12')
  const reason = 'Ghi sai tên cơ quan'
  await town.faulty('by_id: not-of-equal-form', replaceLetter, town.head, id, '2026-11-13', {
    by_id: unrelated,
    reason,
  })
  await town.faulty('by_id: not-of-equal-form', replaceLetter, town.head, id, '2026-11-13', { by_id: id, reason })
  await town.faulty('by_id: not-an-official-letter', correctLetter, town.head, id, '2026-11-13', {
    by_id: unrelated,
    reason,
  })
  const official = await another(id, { book: 'CV', number: 900 })
  await town.take(correctLetter, town.clerk, id, '2026-11-13', { by_id: official, reason })
  assert.deepEqual([(await row(id)).state, (await row(id)).corrected_by], ['paper-numbered', official])
  const equal = await another(id, { number: 901 })
  await town.take(replaceLetter, town.head, id, '2026-11-13', { by_id: equal, reason })
  assert.deepEqual([(await row(id)).state, (await row(id)).replaced_by], ['replaced', equal])
  await town.closed('not-in-this-state', recallLetter, town.head, id, '2026-11-13', { reason })
  await town.take(numberPaper, town.clerk, unrelated, '2026-11-13', signed(unrelated, '2026-11-12', '2026-11-13'))
  await town.take(recallLetter, town.head, unrelated, '2026-11-13', { reason })
  assert.equal((await row(unrelated)).state, 'recalled')
})

test('the list shows what waits and what is late; a form posts; strangers find nothing', async () => {
  const id = await letter('2026-11-18')
  const on = Temporal.PlainDate.from('2026-11-20')
  let viewer: Viewer = town.clerk
  const app = createFrame({
    moment: () => ({ on, at: Temporal.Now.instant() }),
    viewerOf: async () => ({ ...viewer, on }),
    officeOf: () => ({ name: 'Phường Cam Đường' }),
  })
  pages(app, { db: town.t.db, config: { data: '' } })
  const ask = (path: string, fields?: Record<string, string>) =>
    app.request(`http://localhost${path}`, {
      headers: { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    })
  const html = await (await ask('/so/ky-giay')).text()
  for (const text of ['Chờ ký giấy', 'Lấy số muộn', 'Đã được thay thế', 'Đã thu hồi'])
    assert.ok(html.includes(text), text)
  const one = `/so/ky-giay/${town.office.commune}/${id}`
  const days = { signed_by: 'Trần Thị Chủ', signed_on: '18/11/2026', numbered_on: '17/11/2026' }
  const wrong = await ask(`${one}/number-paper`, days)
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /không thể trước ngày ký/)
  assert.equal((await ask(`${one}/number-paper`, { ...days, numbered_on: '19/11/2026' })).status, 303)
  assert.match(await (await ask(one)).text(), /Trần Thị Chủ ký ngày 18\/11\/2026, lấy số ngày 19\/11\/2026/)
  for (const stranger of [town.handler, town.neighbour_head, town.province_head]) {
    viewer = stranger
    assert.equal((await ask(one)).status, 404)
    assert.equal((await ask(`${one}/recall-letter`, { reason: 'x', revision: '1' })).status, 404)
  }
})
