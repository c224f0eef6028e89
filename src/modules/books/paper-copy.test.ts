import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTown, type Town } from '../../../tests/support/town.ts'
import { createFrame } from '../../http/frame.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { countingOf } from '../calendars/counting.ts'
import { writeLetter } from '../notices/letters.ts'
import { documentFile, documentsOf } from '../notices/queries.ts'
import { guide } from '../petitions/guide.ts'
import { daysOf } from './book.ts'
import { correctLetter } from './correct-letter.ts'
import { bookLines } from './lines.ts'
import { pages } from './module.ts'
import { numberPaper } from './number-paper.ts'
import { numberSigned } from './number-signed.ts'
import { paperLetters, paperWaiting } from './paper-queries.ts'
import { linesOf } from './queries.ts'
import { recallLetter } from './recall-letter.ts'
import { replaceLetter } from './replace-letter.ts'
import { signLetter } from './sign-letter.ts'
import { signOnPaper } from './sign-on-paper.ts'
import { stopSigningOnPaper } from './stop-signing-on-paper.ts'
import { voidLetter } from './void-letter.ts'

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

/** The change of a letter and the letter that tells of it. */
async function changeOf(letter_id: string) {
  const { rows } = await town.t.db.pool.query(
    `select c.*, d.kind, d.book, d.number, d.data, d.title, d.issued_on::text as issued_on from letter_change c
     left join document d on d.id = c.by_letter_id where c.letter_id = $1 order by c.created_at desc, c.id desc`,
    [letter_id],
  )
  return rows
}
const numberOf = async (id: string) =>
  (
    await town.t.db.pool.query('select number, record_id, voided_on::text as voided_on from document where id = $1', [
      id,
    ])
  ).rows[0]
const saidBy = (change: { kind: 'guidance'; data: never; number: number; issued_on: string }) =>
  JSON.stringify(writeLetter(change.kind, change.data, { number: change.number, issued_on: change.issued_on }))

test('wrong content is replaced by a letter of the same kind that the program writes, citing the old one', async () => {
  const id = await letter('2026-11-12')
  const reason = 'Ghi sai tên cơ quan có thẩm quyền'
  const mend = (changes: Record<string, string>) => ({ letter_id: id, reason, changes })
  const advice = 'Gửi đơn đến Sở Nông nghiệp và Môi trường tỉnh Lào Cai'
  for (const stranger of [town.desk, town.handler, town.clerk, town.neighbour_head, town.province_head])
    await town.closed('not-yours', replaceLetter, stranger, uuidv7(), '2026-11-13', mend({ advice }))
  await town.faulty('changes: nothing-mended', replaceLetter, town.head, uuidv7(), '2026-11-13', mend({}))
  for (const place of ['signature.name', 'petition.received_on', 'number', 'constructor'])
    await town.faulty(
      'changes: not-to-be-mended',
      replaceLetter,
      town.head,
      uuidv7(),
      '2026-11-13',
      mend({ [place]: 'x' }),
    )
  await town.faulty('changes: not-to-be-mended', replaceLetter, town.head, uuidv7(), '2026-11-13', mend({ advice: '' }))
  const old = await numberOf(id)
  const change_id = uuidv7()
  await town.take(replaceLetter, town.head, change_id, '2026-11-13', mend({ advice }))
  const [change] = await changeOf(id)
  assert.deepEqual(
    [change.state, change.kind, change.book, change.issued_on],
    ['replaced', 'guidance', 'PHD', '2026-11-13'],
  )
  assert.ok(change.number > old.number)
  const says = saidBy(change)
  assert.match(
    says,
    new RegExp(`Văn bản này thay thế Phiếu hướng dẫn số 0?${old.number}/PHD-UBND ngày 12 tháng 11 năm 2026`),
  )
  assert.match(says, /Sở Nông nghiệp và Môi trường/)
  assert.match(says, new RegExp(reason))
  // Twice is once; and what was replaced is replaced once.
  await town.take(replaceLetter, town.head, change_id, '2026-11-13', mend({ advice }))
  assert.equal((await changeOf(id)).length, 1)
  for (const [step, input] of [
    [replaceLetter, mend({ advice: 'khác' })],
    [recallLetter, { letter_id: id, reason }],
    [voidLetter, { letter_id: id, reason }],
    [correctLetter, { letter_id: id, reason, wrong: 'a', right: 'b' }],
  ] as const)
    await town.closed('letter-does-not-stand', step, town.head, uuidv7(), '2026-11-13', input)
})

test('wrong layout is corrected by an official letter and the letter stands; a recalled one is told to its receivers', async () => {
  const id = await letter('2026-11-12')
  const reason = 'sơ suất khi soạn thảo'
  const right = { letter_id: id, reason, wrong: 'Cam Đương', right: 'Cam Đường' }
  await town.take(correctLetter, town.clerk, uuidv7(), '2026-11-13', right)
  await town.take(correctLetter, town.head, uuidv7(), '2026-11-13', { ...right, wrong: 'năm 2025', right: 'năm 2026' })
  const changes = await changeOf(id)
  assert.deepEqual(
    changes.map((one) => [one.state, one.kind, one.book]),
    [
      ['corrected', 'correction', 'CV'],
      ['corrected', 'correction', 'CV'],
    ],
  )
  assert.match(
    saidBy(changes[1]),
    /V\/v đính chính Phiếu hướng dẫn số .*Nay đọc là: “Cam Đường”.*Lý Thị Mây|Lý Thị Mây.*Nay đọc là: “Cam Đường”/,
  )
  await town.closed('not-yours', recallLetter, town.clerk, uuidv7(), '2026-11-13', { letter_id: id, reason })
  await town.take(recallLetter, town.head, uuidv7(), '2026-11-13', { letter_id: id, reason: 'gửi nhầm người' })
  const [recalled] = await changeOf(id)
  assert.deepEqual([recalled.state, recalled.kind, recalled.book], ['recalled', 'recall', 'TB'])
  assert.match(saidBy(recalled), /gửi nhầm người/)
})

test('a number taken by mistake is void, keeps its line, is never used again; what was signed is not made void', async () => {
  const [id, signed_one] = [await letter('2026-11-13'), await letter('2026-11-13')]
  const reason = 'Lấy số nhầm'
  const taken = await numberOf(id)
  await town.closed('not-yours', voidLetter, town.handler, uuidv7(), '2026-11-13', { letter_id: id, reason })
  await town.take(voidLetter, town.clerk, uuidv7(), '2026-11-13', { letter_id: id, reason })
  assert.equal((await numberOf(id)).voided_on, '2026-11-13')
  const [change] = await changeOf(id)
  assert.deepEqual([change.state, change.by_letter_id], ['voided', null])
  const next = await numberOf(await letter('2026-11-13'))
  assert.ok(next.number > taken.number)
  await town.gapless()
  await town.take(signLetter, town.head, signed_one, '2026-11-13', { letter_id: signed_one })
  await town.closed('letter-is-signed', voidLetter, town.head, uuidv7(), '2026-11-13', {
    letter_id: signed_one,
    reason,
  })
  await town.faulty('letter_id: no-such-letter', signLetter, town.head, id, '2026-11-13', { letter_id: id })
})

test('two changes of one letter at once: one wins, the other meets a lawful no', async () => {
  const id = await letter('2026-11-13')
  const tries = [1, 2, 3].map((one) =>
    town.take(recallLetter, town.head, uuidv7(), '2026-11-13', { letter_id: id, reason: `lần ${one}` }),
  )
  const done = await Promise.allSettled(tries)
  assert.equal(done.filter((one) => one.status === 'fulfilled').length, 1)
  for (const one of done) if (one.status === 'rejected') assert.match(String(one.reason), /letter-does-not-stand/)
})

test('books, case records and the petitioner see what became of a letter; the old one still opens, a void one for the office', async () => {
  const [replaced, void_one] = [await letter('2026-11-16'), await letter('2026-11-16')]
  const { record_id } = await numberOf(replaced)
  const other = await numberOf(void_one)
  await town.take(replaceLetter, town.head, uuidv7(), '2026-11-17', {
    letter_id: replaced,
    reason: 'sai nơi nhận',
    changes: { reason: 'không thuộc thẩm quyền của phường' },
  })
  await town.take(voidLetter, town.head, uuidv7(), '2026-11-17', { letter_id: void_one, reason: 'lấy nhầm số' })
  const on = Temporal.PlainDate.from('2026-11-20')
  const unit_id = town.office.commune
  const citizen: Viewer = {
    ...town.clerk,
    account_id: null,
    positions: [],
    visible_root_ids: [],
    opened: [record_id, other.record_id].map((one) => ({ unit_id, record_id: one })),
    on,
  }
  const { pool } = town.t.db
  for (const viewer of [{ ...town.clerk, on }, citizen]) {
    const seen = await documentsOf(viewer, pool, unit_id, [record_id])
    assert.deepEqual(
      seen.map((one) => one.marks?.map((mark) => mark.how) ?? null),
      [['replaced'], null],
    )
    assert.equal(seen[0]?.marks?.[0]?.by_number, seen[1]?.number)
    for (const one of seen) assert.ok(await documentFile(viewer, pool, unit_id, one.id))
  }
  assert.ok(await documentFile({ ...town.clerk, on }, pool, unit_id, void_one))
  assert.equal(await documentFile(citizen, pool, unit_id, void_one), null)
  assert.deepEqual(await documentsOf({ ...citizen, opened: [] }, pool, unit_id, [record_id]), [])
  const days = daysOf(2026, 't11')
  const lines = await linesOf({ ...town.clerk, on }, pool, { slug: 'van-ban-phd', unit_id, days, limit: 100 })
  const shown = bookLines(lines!, unit_id, 'vi')
  assert.ok(shown.some((one) => one.key === replaced && /Đã được thay thế bằng văn bản số/.test(one.cells[7] ?? '')))
  assert.ok(
    shown.some(
      (one) => one.key === void_one && one.void && /Số đã hủy · 17\/11\/2026 · lấy nhầm số/.test(one.cells[1] ?? ''),
    ),
  )
  const english = bookLines(lines!, unit_id, 'en').find((one) => one.key === replaced)
  assert.match(english?.cells[3] ?? '', /^Guidance.*: /)
  assert.match(english?.cells[7] ?? '', /^Replaced by letter/)
})

test('a unit signs on paper from a day its head sets: its letters wait for hand and number, and become overdue', async () => {
  const set_id = uuidv7()
  const set = { from_on: '2026-11-18' }
  for (const stranger of [town.clerk, town.desk, town.neighbour_head])
    await town.closed('not-yours', signOnPaper, stranger, set_id, '2026-11-18', set)
  await town.faulty('from_on: day-has-passed', signOnPaper, town.head, set_id, '2026-11-18', { from_on: '2026-11-17' })
  const before_it = await letter('2026-11-17')
  await town.take(signOnPaper, town.head, set_id, '2026-11-18', set)
  await town.closed('unit-does-not-sign-on-paper-yet', signOnPaper, town.head, uuidv7(), '2026-11-18', set)
  const waiting = await letter('2026-11-18')
  const calendar = (await countingOf(town.t.db.pool)).calendar
  const seen = async (day: string) => {
    const viewer = { ...town.clerk, on: Temporal.PlainDate.from(day) }
    const all = await paperLetters(viewer, town.t.db.pool, town.office.commune, calendar)
    const of = (id: string) => all.find((one) => one.id === id)
    return { of, counts: await paperWaiting(viewer, town.t.db.pool, calendar) }
  }
  const first = await seen('2026-11-19')
  assert.equal(first.of(before_it)?.waits, null)
  assert.deepEqual(
    [first.of(waiting)?.waits, first.of(waiting)?.number_by_on?.toString(), first.of(waiting)?.overdue],
    ['signature', '2026-11-19', false],
  )
  assert.deepEqual(first.counts, { sign: 1, number: 0, overdue: 0 })
  assert.deepEqual((await seen('2026-11-20')).counts, { sign: 1, number: 0, overdue: 1 })
  await town.closed('not-yours', signLetter, town.clerk, waiting, '2026-11-20', { letter_id: waiting })
  await town.take(signLetter, town.head, waiting, '2026-11-20', { letter_id: waiting })
  assert.deepEqual((await seen('2026-11-20')).counts, { sign: 0, number: 1, overdue: 0 })
  // Signed on a Friday: its number is due on Monday.
  assert.equal((await seen('2026-11-23')).counts?.overdue, 0)
  assert.equal((await seen('2026-11-24')).counts?.overdue, 1)
  await town.faulty('numbered_on: before-signing', numberSigned, town.clerk, waiting, '2026-11-24', {
    numbered_on: '2026-11-19',
  })
  await town.faulty('numbered_on: day-in-future', numberSigned, town.clerk, waiting, '2026-11-24', {
    numbered_on: '2026-11-25',
  })
  await town.closed('not-yours', numberSigned, town.desk, waiting, '2026-11-24', { numbered_on: '2026-11-24' })
  await town.take(numberSigned, town.clerk, waiting, '2026-11-24', { numbered_on: '2026-11-24' })
  assert.deepEqual((await seen('2026-11-24')).counts, { sign: 0, number: 0, overdue: 0 })
  assert.equal((await row(waiting)).late, true)
  await town.take(stopSigningOnPaper, town.head, set_id, '2026-11-24', {})
  const later = await letter('2026-11-24')
  assert.equal((await seen('2026-11-25')).of(later)?.waits, null)
})

test('the pages: the pile is signed one after the other, the clerk numbers, a letter is replaced; strangers find nothing', async () => {
  const on = Temporal.PlainDate.from('2026-11-27')
  await town.take(signOnPaper, town.head, uuidv7(), '2026-11-25', { from_on: '2026-11-25' })
  const [one, two] = [await letter('2026-11-25'), await letter('2026-11-26')]
  let viewer: Viewer = town.head
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
  const { commune } = town.office
  const pile = await (await ask('/so/cho-ky')).text()
  assert.match(pile, /không thuộc thẩm quyền/)
  assert.match(pile, /Quá hạn lấy số/)
  assert.match(await (await ask(`/so/cho-ky/${commune}/${one}`)).text(), /Còn 2 văn bản chờ ký/)
  const signed = await ask(`/so/cho-ky/${commune}/${one}`, {})
  assert.deepEqual([signed.status, signed.headers.get('Location')], [303, `/so/cho-ky/${commune}/${two}?xong`])
  assert.match(await (await ask(`/so/cho-ky/${commune}/${two}?xong`)).text(), /Đã ký\./)
  assert.equal((await ask(`/so/cho-ky/${commune}/${two}`, {})).headers.get('Location'), '/so/cho-ky?xong')
  assert.match(await (await ask('/so/cho-ky')).text(), /Không còn văn bản nào chờ ký/)
  viewer = town.clerk
  assert.equal((await ask('/so/cho-ky')).status, 404)
  const at = `/so/ky-giay/${commune}/${one}`
  const html = await (await ask('/so/ky-giay')).text()
  for (const text of ['Đã ký, chờ lấy số', 'Lấy số muộn', 'Đã được thay thế', 'Đã thu hồi', 'Cơ quan ký giấy từ ngày'])
    assert.ok(html.includes(text), text)
  assert.doesNotMatch(html, /action="[^"]*stop-signing/)
  const wrong = await ask(`${at}/number-signed`, { numbered_on: '30/11/2026', revision: '1' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /không thể sau hôm nay/)
  assert.equal((await ask(`${at}/number-signed`, { numbered_on: '27/11/2026', revision: '1' })).status, 303)
  assert.match(await (await ask(at)).text(), /lấy số ngày 27\/11\/2026/)
  viewer = town.head
  const form = await (await ask(`${at}/replace-letter`)).text()
  assert.match(form, /name="changes.to.name" [^>]*value="Lý Thị Mây"|value="Lý Thị Mây"[^>]* name="changes.to.name"/)
  const typed = { id: uuidv7(), reason: 'Sai họ tên', 'changes.to.name': 'Lý Thị Mấy' }
  assert.equal((await ask(`${at}/replace-letter`, { ...typed, reason: '' })).status, 422)
  assert.equal((await ask(`${at}/replace-letter`, typed)).status, 303)
  assert.equal((await ask(`${at}/void-letter`, { id: uuidv7(), reason: 'x' })).status, 409)
  for (const stranger of [town.handler, town.neighbour_head, town.province_head]) {
    viewer = stranger
    assert.equal((await ask(at)).status, 404)
    for (const step of ['recall-letter', 'void-letter', 'replace-letter', 'correct-letter'])
      assert.equal((await ask(`${at}/${step}`, { ...typed, id: uuidv7(), wrong: 'a', right: 'b' })).status, 404, step)
    assert.equal((await ask(`/so/cho-ky/${commune}/${two}`, {})).status, 404)
  }
})
