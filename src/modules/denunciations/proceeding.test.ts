/** The sealed proceeding walked to its ends and along its side paths, by everybody who has a part in it. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { at, type Office, officer, onDay, smallOffice } from '../../../tests/support/office.ts'
import { check } from '../../platform/actions/check-command.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { Shut } from '../../platform/vault/box.ts'
import { closeKey, type OpenKey, openWithPassphrase, setUpKey } from '../../platform/vault/officer-key.ts'
import { openFields, recordKeyFor } from '../../platform/vault/sealed-record.ts'
import { reDateOpenRecords } from '../../re-date.ts'
import { decideDay } from '../calendars/decide-day.ts'
import { movedBy } from '../calendars/queries.ts'
import { withdrawDay } from '../calendars/withdraw-day.ts'
import { countryId } from '../units/unit.ts'
import { openExtract } from './extract.ts'
import { extractId } from './extract-key.ts'
import type { DenunciationWords } from './inputs.ts'
import { withinDayAfter } from './moment-typed.ts'
import { correctDenunciation, openDenunciation, openPrivateLetter } from './opening.ts'
import { type ProceedingStep, proceedingSteps } from './proceeding.ts'
import { shownPublications } from './publication-queries.ts'
import { sealedHistory, sealedLines, sealedRecord } from './queries.ts'
import { reDateDenunciation } from './re-date.ts'
import { sealDenunciation } from './sealing.ts'
import { takeDown } from './take-down.ts'
import { isLate } from './tip.ts'
import { deliverWord, openWord } from './word-delivery.ts'
import { sealedWorkDue, wordLines } from './word-queries.ts'

let base: TestDatabase
let office: Office
let desk: Viewer
let head: Viewer
let verifier: Viewer
let other: Viewer
let subject: Viewer
let above: Viewer
let deskAbove: Viewer
const keys = new Map<string, OpenKey>()
const first = '2026-11-20'
const passphrase = 'mưa rào trên mái ngói đỏ'

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  desk = await officer(base.db, office.commune, 'reception-officer', first, 'Lê Thị Bàn')
  head = await officer(base.db, office.commune, 'head', first, 'Trần Văn Đầu')
  verifier = await officer(base.db, office.commune, 'handler', first, 'Vi Văn Xác')
  other = await officer(base.db, office.commune, 'handler', first, 'Bế Thị Khác')
  subject = await officer(base.db, office.commune, 'handler', first, 'Ngô Văn Lý')
  above = await officer(base.db, office.province, 'head', first, 'Vũ Thị Tỉnh')
  deskAbove = await officer(base.db, office.province, 'reception-officer', first, 'Đỗ Thị Tiếp')
  for (const one of [desk, head, verifier, other, subject, above, deskAbove]) {
    const account_id = one.account_id ?? ''
    await setUpKey(base.db, account_id, passphrase, at(first).at)
    const key = await openWithPassphrase(base.db.pool, account_id, passphrase)
    assert.ok(key)
    keys.set(account_id, key)
  }
})
after(async () => {
  for (const key of keys.values()) closeKey(key)
  await base.close()
})

interface At {
  unit_id: string
  id: string
}

async function sealed(more: Partial<DenunciationWords> = {}, viewer = desk, unit_id = office.commune): Promise<At> {
  const moment = at(first)
  const words: DenunciationWords = {
    received_on: moment.on,
    source: 'by-hand',
    person_name: 'Hoàng Thị Kể',
    person_address: 'Tổ 4, phường Cam Đường',
    person_phone: '0912345678',
    identity_number: '010188001234',
    several: false,
    subject_place: 'officer-here',
    subject_id: subject.account_id ?? '',
    subject: 'Ông Lý, cán bộ địa chính',
    text: 'Nhận tiền để xác nhận nguồn gốc đất cho tôi và bà Hoàng Thị Hỏi.',
    ...more,
  }
  const { id, unit_id: where } = await sealDenunciation(base.db, { viewer, unit_id, id: uuidv7(), words, moment })
  return { id, unit_id: where }
}

async function opening(viewer: Viewer, record: At, day: string) {
  const key = keys.get(viewer.account_id ?? '')
  assert.ok(key)
  return { viewer: await onDay(base.db, viewer, day), ...record, key, moment: at(day) }
}

async function take(viewer: Viewer, record: At, step: ProceedingStep, typed: object = {}, day = first) {
  return proceedingSteps[step].take(base.db, await opening(viewer, record, day), typed)
}

async function row(record: At) {
  const { rows } = await base.db.pool.query('select * from denunciation where unit_id = $1 and id = $2', [
    record.unit_id,
    record.id,
  ])
  return rows[0]
}

async function read(viewer: Viewer, record: At, day = first) {
  return openDenunciation(base.db, await opening(viewer, record, day))
}

/** What each letter of a record says, in full. */
async function letters(record: At, day = first) {
  const { letters: lines } = await read(
    head.account_id && record.unit_id === office.commune ? head : above,
    record,
    day,
  )
  return lines
}

async function postings(record: At) {
  const { rows } = await base.owner.pool.query(
    `select fact, kind, stage, outcome, first_time from posting where record_id = $1 and fact <> 'petition-received' order by fact`,
    [record.id],
  )
  return rows.map((one) => [one.fact, one.kind, one.outcome ?? one.stage])
}

const refused =
  (code: string, status = 409) =>
  (error: unknown) =>
    error instanceof NotOpen && error.code === code && error.status === status
const faulty = (code: string) => (error: unknown) =>
  error instanceof WrongInput && error.faults.some((fault) => fault.code === code)

const accepting = {
  content: 'Thu tiền ngoài quy định khi xác nhận nguồn gốc đất.',
  form_met: true,
  has_capacity: true,
  within_competence: true,
  has_basis: true,
  settled_before: false,
}
const assigning = () => ({
  verifier_id: verifier.account_id,
  extract: 'Xác minh việc thu tiền khi xác nhận nguồn gốc đất trong năm 2026.',
  plan: 'Làm việc với bộ phận địa chính.\nBáo cáo trong 15 ngày.',
})
const concluding = {
  result: 'partly-right',
  findings: 'Có thu 2 triệu đồng không biên lai.',
  conclusion: 'Thu sai quy định một lần.',
  measures: 'Trả lại tiền; kiểm điểm.',
}

async function accepted(more: Partial<DenunciationWords> = {}): Promise<At> {
  const record = await sealed(more)
  await take(head, record, 'accept', accepting)
  return record
}

async function verified(): Promise<At> {
  const record = await accepted()
  await take(head, record, 'assign-verification', assigning())
  await take(verifier, record, 'report-verification', { findings: 'Có thu tiền.', proposal: 'Kết luận đúng một phần.' })
  return record
}

describe('the whole road', () => {
  test('from the seal to the reported result, each letter to whom the law gives it', async () => {
    const record = await sealed()
    await take(desk, record, 'check', { several_places: true, note: 'Đã gặp người gửi, xem giấy tờ.' })
    assert.equal((await row(record)).due_on.toString(), '2026-12-04', 'ten working days')
    await take(head, record, 'accept', accepting)
    const settling = await row(record)
    assert.deepEqual([settling.state, settling.accepted_on.toString()], ['accepted', first])
    assert.equal(settling.due_on.toString(), '2026-12-21', '30 days end on a Sunday')
    await take(desk, record, 'notify-acceptance')
    await assert.rejects(take(desk, record, 'notify-acceptance'), refused('acceptance-is-not-told-yet'))

    await take(head, record, 'assign-verification', assigning())
    await take(verifier, record, 'report-verification', { findings: 'Có thu tiền.', proposal: 'Đúng một phần.' })
    await take(head, record, 'conclude', { ...concluding, person_money: 3 }, '2026-12-10')
    assert.equal((await row(record)).due_on.toString(), '2026-12-17')
    await take(desk, record, 'send', { managing_body: 'Phòng Kinh tế', notice: 'Tố cáo đúng một phần.' }, '2026-12-11')
    assert.equal((await row(record)).due_on.toString(), '2026-12-21')
    await take(head, record, 'act', { measures: 'Thu hồi tiền.\nKiểm điểm.' }, '2026-12-14')
    const text = 'Kết luận: cán bộ địa chính thu sai quy định một lần; đã trả lại.'
    await take(desk, record, 'publish', { way: 'posted', public_text: text }, '2026-12-15')
    const reported = { receiver: 'UBND tỉnh Lào Cai', result: 'Đã xong.', person_money: 3 }
    await take(desk, record, 'report-result', reported, '2026-12-16')
    const done = await row(record)
    assert.deepEqual([done.state, done.outcome, done.due_on], ['reported', 'partly-right', null])
    assert.deepEqual(await postings(record), [
      ['effect-done', 'denunciation', 'person-money'],
      ['effect-owed', 'denunciation', 'person-money'],
      ['enforcement-done', 'denunciation', null],
      ['enforcement-owed', 'denunciation', null],
      ['petition-processed', 'denunciation', 'propose-acceptance'],
      ['petition-settled', 'denunciation', 'partly-right'],
      ['settlement-effect', 'denunciation', 'person-money'],
    ])

    const all = await letters(record, '2026-12-16')
    const to = (name: RegExp) => all.filter((one) => one.to.some((who) => name.test(who))).map((one) => one.about)
    assert.deepEqual(to(/Kể/), ['Về việc thụ lý tố cáo', 'Về kết luận nội dung tố cáo'])
    assert.deepEqual(to(/Lý/), ['Về nội dung tố cáo đã thụ lý', 'Về việc gửi kết luận nội dung tố cáo'])
    const opened = await read(head, record, '2026-12-16')
    assert.deepEqual(opened.steps.map((one) => one.step).toSorted(), [
      'accept',
      'act',
      'assign-verification',
      'check',
      'conclude',
      'notify-acceptance',
      'publish',
      'report-result',
      'report-verification',
      'send',
    ])
    for (const step of ['accept', 'conclude', 'send', 'extend', 'suspend', 'terminate'] as const)
      await assert.rejects(take(head, record, step, everything[step], '2026-12-16'), refused('not-in-this-state'), step)
  })

  test('every letter is a Word file, numbered in a book of its own, and its row tells nothing', async () => {
    const record = await accepted()
    await take(desk, record, 'notify-acceptance')
    for (const letter of await letters(record)) {
      const { name, bytes } = await openPrivateLetter(base.db, await opening(head, record, first), letter.id)
      assert.match(name, /^van-ban-\d+-2026\.docx$/)
      assert.equal(bytes.subarray(0, 2).toString(), 'PK')
    }
    const { rows } = await base.owner.pool.query(
      `select kind, book, title, data - 'sealed' as rest from document where record_id = $1`,
      [record.id],
    )
    assert.equal(rows.length, 3)
    for (const one of rows) assert.deepEqual(one, { kind: 'private', book: 'private', title: 'Văn bản', rest: {} })
    await assert.rejects(
      openPrivateLetter(base.db, await opening(head, record, first), uuidv7()),
      refused('not-yours', 404),
    )
  })
})

/** A whole form for each of these steps. */
const everything: Partial<Record<ProceedingStep, object>> = {
  accept: accepting,
  conclude: concluding,
  send: { managing_body: 'Phòng Kinh tế', notice: 'Đã kết luận.' },
  extend: { criteria: ['several-contents'], explanation: 'Có hai nội dung.' },
  suspend: { ground: 'waits-for-an-expertise', note: 'Chờ giám định chữ ký.' },
  terminate: { ground: 'withdrawn', note: 'Rút toàn bộ.' },
}

describe('at the beginning', () => {
  test('all four conditions, and new evidence where it was settled before', async () => {
    const record = await sealed()
    for (const missing of ['form_met', 'has_capacity', 'within_competence', 'has_basis'])
      await assert.rejects(
        take(head, record, 'accept', { ...accepting, [missing]: false }),
        refused('acceptance-conditions-met'),
      )
    await assert.rejects(
      take(head, record, 'accept', { ...accepting, settled_before: true }),
      refused('new-evidence-where-settled-before'),
    )
    await assert.rejects(take(desk, record, 'accept', accepting), refused('not-yours', 404))
    await assert.rejects(take(head, record, 'accept', { ...accepting, content: '' }), faulty('required'))
    await take(head, record, 'accept', { ...accepting, settled_before: true, new_evidence: true })
  })

  test('unsigned information: checked, sent to an inspection clear of the subject, answered, closed; else shelved', async () => {
    const unsigned = { person_name: 'Không rõ', person_address: 'Không rõ', identity_number: undefined }
    const named = await sealed()
    const found = { person_is_clear: true, evidence_is_concrete: true, can_be_checked: true, note: 'Có biên nhận.' }
    await assert.rejects(take(desk, named, 'check-tip', found), refused('sender-is-unnamed'))
    const unchecked = { ground: 'unsigned-and-not-checkable', note: 'Không rõ việc.' }
    await assert.rejects(take(desk, named, 'shelve', unchecked), refused('shelving-ground-is-there'))

    const tip = await sealed({ ...unsigned, subject_place: 'head-here', subject_id: undefined })
    assert.equal(tip.unit_id, office.province)
    const referring = {
      receiver_unit_id: office.province,
      content: 'Có chứng cứ thu tiền.',
      answer_by: '2026-12-20',
      not_under_the_subject: true,
    }
    await assert.rejects(take(above, tip, 'refer-to-inspection', referring), refused('tip-can-be-checked'))
    await take(deskAbove, tip, 'check-tip', { ...found, can_be_checked: false })
    await assert.rejects(take(above, tip, 'refer-to-inspection', referring), refused('tip-can-be-checked'))
    await take(deskAbove, tip, 'check-tip', found)
    await assert.rejects(take(above, tip, 'shelve', unchecked), refused('shelving-ground-is-there'))
    // Never to the body that the subject leads.
    const theirs = { ...referring, receiver_unit_id: office.commune }
    await assert.rejects(take(above, tip, 'refer-to-inspection', theirs), refused('inspection-is-clear-of-the-subject'))
    await assert.rejects(
      take(above, tip, 'refer-to-inspection', { ...referring, answer_by: first }),
      faulty('day-must-be-later'),
    )
    await take(above, tip, 'refer-to-inspection', referring)
    assert.deepEqual(await postings(tip), [['petition-processed', 'tip', 'transfer']])
    const asked = await row(tip)
    assert.deepEqual([asked.state, asked.ended_on, asked.due_on], ['at-inspection', null, null])
    assert.equal(isLate(asked, Temporal.PlainDate.from('2026-12-20')), false)
    assert.equal(isLate(asked, Temporal.PlainDate.from('2026-12-21')), true)

    const result = { found: 'Có thu 2 triệu đồng.', done: 'Trả lại, kiểm điểm.' }
    await assert.rejects(
      take(above, tip, 'record-inspection-result', { ...result, answered_on: '2026-11-19' }),
      faulty('before-it-was-asked'),
    )
    await assert.rejects(take(above, tip, 'close-tip', { note: 'Xong.' }), refused('not-in-this-state'))
    await take(above, tip, 'record-inspection-result', { ...result, answered_on: '2026-12-22' }, '2026-12-23')
    assert.equal(isLate(await row(tip), Temporal.PlainDate.from('2026-12-24')), false)
    await take(deskAbove, tip, 'close-tip', { note: 'Đã theo dõi xong.' }, '2026-12-24')
    assert.deepEqual([(await row(tip)).state, (await row(tip)).ended_on?.toString()], ['tip-closed', '2026-12-24'])

    const vague = await sealed(unsigned)
    await assert.rejects(take(desk, vague, 'shelve', unchecked), refused('shelving-ground-is-there'))
    await take(desk, vague, 'check-tip', { ...found, evidence_is_concrete: false })
    await take(desk, vague, 'shelve', unchecked)
    assert.deepEqual(await postings(vague), [['petition-processed', 'tip', 'shelve']])

    // The sender comes forward: now it is a denunciation.
    const known = await sealed(unsigned)
    const mended = { reason: 'Người gửi đến xưng tên.', person_name: 'Hoàng Thị Kể' }
    await correctDenunciation(base.db, await opening(desk, known, first), mended)
    assert.equal((await row(known)).tip, null)
    await take(head, known, 'decline', { ground: 'no-capacity', explanation: 'Chưa đủ năng lực.' })
  })

  test('declined, kept, with the inspection, acted on at once', async () => {
    const declined = await sealed()
    await take(head, declined, 'decline', { ground: 'no-capacity', explanation: 'Người gửi chưa đủ năng lực.' })
    assert.deepEqual([(await row(declined)).state, (await row(declined)).due_on], ['declined', null])
    assert.deepEqual(
      (await letters(declined)).map((one) => one.to),
      [['Ông/Bà Hoàng Thị Kể']],
    )
    const kept = await sealed()
    await take(desk, kept, 'shelve', { ground: 'sent-to-competent-unit-too', note: 'Đã gửi Thanh tra tỉnh.' })
    assert.equal((await row(kept)).eligible, false)
    assert.deepEqual(await postings(kept), [['petition-processed', 'denunciation', 'shelve']])

    const tip = await sealed({ person_name: 'Không rõ', person_address: 'Không rõ', identity_number: undefined })
    await assert.rejects(take(head, tip, 'accept', accepting), refused('sender-is-named'))
    await assert.rejects(
      take(head, tip, 'decline', { ground: 'no-capacity', explanation: 'X' }),
      refused('sender-is-named'),
    )

    const clear = await sealed()
    const fast = {
      content_is_clear: true,
      evidence_is_concrete: true,
      findings: 'Bắt quả tang.',
      measures: 'Dừng ngay.',
    }
    await assert.rejects(take(head, clear, 'act-at-once', fast), refused('clear-enough-to-act-at-once'))
    await take(head, clear, 'act-at-once', { ...fast, has_basis: true })
    await take(desk, clear, 'report-result', { receiver: 'UBND tỉnh', result: 'Đã dừng.' })
    assert.equal((await row(clear)).state, 'reported')
  })

  test('a letter or an extract that gives the denouncer away is refused, and nothing is written', async () => {
    const record = await sealed()
    for (const content of [
      'Bà Hoàng Thị Kể nói bị thu tiền.',
      'HOANG THI KE bị thu tiền.',
      'Thu tiền của bà Kể.',
      'Gọi 0912 345 678 để hỏi.',
      'Người ở tổ 4, phường Cam Đường bị thu tiền.',
    ])
      await assert.rejects(take(head, record, 'accept', { ...accepting, content }), faulty('gives-the-sender-away'))
    assert.equal((await row(record)).state, 'sealed')
    await take(head, record, 'accept', accepting)
    await assert.rejects(
      take(head, record, 'assign-verification', { ...assigning(), extract: 'Hỏi bà Kể.' }),
      faulty('gives-the-sender-away'),
    )
    const { rows } = await base.owner.pool.query('select count(*)::int as n from document where record_id = $1', [
      record.id,
    ])
    assert.equal(rows[0].n, 1)
  })

  test('urgent: the head, the investigation body, the Party body, at once', async () => {
    const record = await sealed({ source: 'forwarded' })
    await take(desk, record, 'alert-head', { danger: 'Sắp phá hồ sơ.', proposal: 'Niêm phong tủ.' })
    await assert.rejects(take(head, record, 'alert-head', { danger: 'a', proposal: 'b' }), refused('not-yours', 404))
    await take(desk, record, 'refer-crime', { receiver: 'Công an tỉnh', signs: 'Nhận tiền.' })
    await take(head, record, 'inform-party', { receiver: 'Ủy ban Kiểm tra', content: 'Đảng viên bị nêu tên.' })
    await assert.rejects(
      take(desk, record, 'answer-forwarder', { receiver: 'Báo Lào Cai', answer: 'Đang xem.' }),
      refused('not-in-this-state'),
    )
    await take(head, record, 'accept', accepting)
    await take(desk, record, 'answer-forwarder', { receiver: 'Báo Lào Cai', answer: 'Đã thụ lý.' })
    assert.equal((await letters(record)).length, 5)
    const own = await accepted()
    await assert.rejects(
      take(desk, own, 'answer-forwarder', { receiver: 'Báo', answer: 'x' }),
      refused('came-through-a-forwarder'),
    )
  })
})

describe('the verifier', () => {
  test('opens the extract and nothing else; a new one takes the old one’s place', async () => {
    const record = await accepted()
    assert.equal(await sealedRecord(verifier, base.db.pool, { ...record, moment: at(first) }), null)
    await take(head, record, 'assign-verification', assigning())
    assert.ok((await sealedLines(verifier, base.db.pool)).some((line) => line.id === record.id))
    const extract = await openExtract(base.db, await opening(verifier, record, first))
    assert.equal(extract.text, assigning().extract)
    assert.doesNotMatch(JSON.stringify(extract), /Kể|010188001234/)
    await assert.rejects(read(verifier, record), refused('not-yours', 404))
    // The extract's key is no road to the record's own: what lies there stays shut.
    const own = keys.get(verifier.account_id ?? '')
    assert.ok(own)
    const key = await recordKeyFor(base.db.pool, record.unit_id, extractId(record.id), own)
    assert.ok(key)
    await assert.rejects(openFields(base.db.pool, record.unit_id, record.id, key), Shut)
    await assert.rejects(take(verifier, record, 'conclude', concluding), refused('not-yours', 404))
    await assert.rejects(openExtract(base.db, await opening(other, record, first)), refused('not-yours', 404))
    await assert.rejects(openExtract(base.db, await opening(subject, record, first)), refused('not-yours', 404))

    await take(head, record, 'assign-verification', { ...assigning(), verifier_id: other.account_id })
    const report = { findings: 'x', proposal: 'y' }
    await assert.rejects(take(verifier, record, 'report-verification', report), refused('not-yours', 404))
    assert.equal(await sealedRecord(verifier, base.db.pool, { ...record, moment: at(first) }), null)
    await take(other, record, 'report-verification', report)
    assert.equal((await row(record)).state, 'verified')
    const opened = await read(head, record)
    assert.ok(opened.steps.some((one) => one.step === 'report-verification' && one.by === 'Bế Thị Khác'))
  })

  test('never the subject, nor somebody of another unit; the original only with a reason', async () => {
    const record = await accepted()
    for (const one of [subject, above])
      await assert.rejects(
        take(head, record, 'assign-verification', { ...assigning(), verifier_id: one.account_id }),
        refused('verifier-is-lawful'),
      )
    const unkeyed = await officer(base.db, office.commune, 'handler', first)
    await assert.rejects(
      take(head, record, 'assign-verification', { ...assigning(), verifier_id: unkeyed.account_id }),
      faulty('has-no-key'),
    )
    await assert.rejects(
      take(head, record, 'assign-verification', { ...assigning(), original_needed: true }),
      faulty('required'),
    )
    const why_original = 'Phải xem chữ viết trên giấy biên nhận.'
    await take(head, record, 'assign-verification', { ...assigning(), original_needed: true, why_original })
    assert.equal((await read(verifier, record)).person.name, 'Hoàng Thị Kể')
  })
})

describe('side paths', () => {
  test('extended once on one criterion, a second time on two, never a third; not after the limit', async () => {
    const record = await accepted()
    const one = { criteria: ['several-contents'], explanation: 'Có hai nội dung.' }
    const two = { criteria: ['several-contents', 'foreign-element'], explanation: 'Thêm yếu tố nước ngoài.' }
    await assert.rejects(take(head, record, 'extend', { ...one, criteria: [] }), refused('criteria-are-enough'))
    await take(head, record, 'extend', one)
    assert.equal((await row(record)).due_on.toString(), '2027-01-19')
    await assert.rejects(take(head, record, 'extend', one), refused('criteria-are-enough'))
    await assert.rejects(take(head, record, 'extend', two, '2027-01-20'), refused('limit-has-not-passed'))
    await take(head, record, 'extend', two)
    assert.equal((await row(record)).due_on.toString(), '2027-02-18')
    await assert.rejects(take(head, record, 'extend', two), refused('an-extension-is-left'))
  })

  test('suspended time does not count, and no step is taken meanwhile', async () => {
    const record = await accepted()
    await assert.rejects(take(head, record, 'resume', { note: 'x' }), refused('is-suspended'))
    await take(head, record, 'suspend', { ground: 'waits-for-an-expertise', note: 'Chờ giám định.' }, '2026-11-24')
    assert.equal((await row(record)).due_on, null)
    for (const [step, typed] of [
      ['suspend', everything.suspend],
      ['extend', everything.extend],
      ['assign-verification', assigning()],
    ] as const)
      await assert.rejects(take(head, record, step, typed, '2026-11-25'), refused('is-not-suspended'))
    await take(head, record, 'resume', { note: 'Đã có kết quả.' }, '2026-12-04')
    assert.equal((await row(record)).due_on.toString(), '2026-12-30', 'ten days later')
  })

  test('a withdrawal ends it only when whole, confirmed alone, and without a sign', async () => {
    const record = await verified()
    const ending = { ground: 'withdrawn', note: 'Người gửi rút toàn bộ.' }
    await assert.rejects(take(head, record, 'terminate', ending), refused('a-ground-ends-it'))
    await assert.rejects(
      take(desk, record, 'confirm-withdrawal', { without_subject: true, own_will: true, note: 'x' }),
      refused('withdrawal-waits-for-confirmation'),
    )
    await take(desk, record, 'withdraw', { whole: false, part: 'Việc thứ hai', reason: 'Đã rõ.' })
    await assert.rejects(
      take(desk, record, 'withdraw', { whole: true, reason: 'Vội.' }),
      refused('withdrawal-is-not-noted-yet'),
    )
    const alone = { without_subject: true, own_will: true, note: 'Gặp tại nhà.' }
    await assert.rejects(
      take(desk, record, 'confirm-withdrawal', { ...alone, without_subject: false }),
      faulty('must-agree'),
    )
    await take(desk, record, 'confirm-withdrawal', alone)
    await assert.rejects(take(head, record, 'terminate', ending), refused('a-ground-ends-it'))
    await take(desk, record, 'withdraw', { whole: true, reason: 'Không muốn nữa.' })
    await take(desk, record, 'confirm-withdrawal', { ...alone, signs: ['coercion'] })
    await assert.rejects(take(head, record, 'terminate', ending), refused('a-ground-ends-it'))
    await take(head, record, 'conclude', concluding)

    const free = await accepted()
    await take(desk, free, 'withdraw', { whole: true, reason: 'Tự thấy nhầm.' })
    await assert.rejects(take(head, free, 'terminate', ending), refused('a-ground-ends-it'))
    await take(desk, free, 'confirm-withdrawal', alone)
    await take(head, free, 'terminate', ending)
    assert.equal((await row(free)).state, 'terminated')
    assert.deepEqual((await postings(free)).at(-1), ['petition-settled', 'denunciation', 'withdrawn'])
    const died = await accepted()
    await take(head, died, 'terminate', { ground: 'subject-has-died', note: 'Có giấy chứng tử.' })
  })

  test('not of their own will: it goes on', async () => {
    const record = await accepted()
    await take(desk, record, 'withdraw', { whole: true, reason: 'Bị gọi điện.' })
    await take(desk, record, 'confirm-withdrawal', { without_subject: true, own_will: false, note: 'Bị ép.' })
    await assert.rejects(take(head, record, 'terminate', everything.terminate), refused('a-ground-ends-it'))
  })

  test('a withdrawal within 24 hours of a contact is marked to the insiders above, and to nobody else', async () => {
    const contact = (day: string, hour?: string) => ({
      happened_on: day,
      ...(hour ? { happened_at: hour } : {}),
      who: 'for-subject',
      way: 'visit',
      note: 'Đến nhà, khuyên rút đơn.',
    })
    const leaving = { whole: true, reason: 'Không muốn nữa.', happened_on: '21/11/2026', happened_at: '9h30' }
    const late = await accepted()
    await take(desk, late, 'note-contact', contact('20/11/2026', '9:29'))
    await take(desk, late, 'withdraw', leaving)
    assert.equal((await row(late)).withdrawal.soon_after_contact, undefined, 'a minute more than a day')

    const before = (await wordLines(above, base.db.pool)).length
    const soon = await accepted()
    await take(desk, soon, 'note-contact', contact('20/11/2026', '9:30'))
    await assert.rejects(take(desk, soon, 'note-contact', contact('20/11/2026', '25:00')), faulty('not-an-hour'))
    await assert.rejects(take(subject, soon, 'note-contact', contact('20/11/2026')), refused('not-yours', 404))
    await take(desk, soon, 'withdraw', leaving)
    const { withdrawal, sent_words } = await row(soon)
    assert.deepEqual([withdrawal.soon_after_contact, withdrawal.told_above], [true, true])
    // Noted only after the withdrawal: the mark comes all the same, once.
    const told = await accepted()
    await take(desk, told, 'withdraw', {
      whole: false,
      part: 'Việc thứ hai',
      reason: 'Vội.',
      happened_on: '21/11/2026',
    })
    for (const _ of [1, 2]) await take(desk, told, 'note-contact', contact('20/11/2026', '23:00'))
    assert.equal((await row(told)).sent_words.length, 1)
    await assert.rejects(take(desk, soon, 'withdraw', leaving), refused('withdrawal-is-not-noted-yet'))
    await assert.rejects(
      take(desk, await accepted(), 'withdraw', { whole: false, reason: 'x' }),
      faulty('say-which-part'),
    )

    const lines = await wordLines(above, base.db.pool)
    assert.equal(lines.length, before + 2)
    const line = lines.find((one) => one.id === sent_words[0].id)
    assert.deepEqual([line?.kind, line?.unit_id, line?.read_on], ['mark', office.province, null])
    const at_above = await opening(above, { unit_id: office.province, id: line?.id ?? '' }, first)
    const { content } = await openWord(base.db, at_above)
    assert.match(content.paragraphs[0] ?? '', /24 giờ/)
    assert.doesNotMatch(JSON.stringify(content), /Kể|Tổ 4|Lý|thu tiền/i)
    for (const stranger of [desk, head, subject, other]) {
      assert.deepEqual(await wordLines(stranger, base.db.pool), [])
      const key = await opening(stranger, { unit_id: office.province, id: line?.id ?? '' }, first)
      await assert.rejects(openWord(base.db, key), refused('not-yours', 404))
    }
    // Handed over twice is once; what was told is in no payload and no job.
    const on_way = { ...soon, to_unit_id: office.province, word_id: line?.id ?? '' }
    await deliverWord(base.db, on_way, at(first))
    const { rows } = await base.owner.pool.query(
      `select count(*)::int as n from event where record_kind = 'sealed-word' and record_id = $1 and action = 'hand-in'`,
      [line?.id],
    )
    assert.equal(rows[0].n, 1)
    const form = (await letters(soon)).find((one) => one.type === 'ĐƠN')
    assert.match(form?.about ?? '', /Rút toàn bộ/)
  })

  test('24 hours are counted to the minute, and an unknown hour is taken for the worst', () => {
    const within = (one: [string, string | null], later: [string, string | null]) =>
      withinDayAfter({ on: one[0], at: one[1] }, { on: later[0], at: later[1] })
    assert.ok(within(['2026-11-20', '09:30'], ['2026-11-21', '09:30']))
    assert.ok(!within(['2026-11-20', '09:29'], ['2026-11-21', '09:30']))
    assert.ok(!within(['2026-11-21', '10:00'], ['2026-11-21', '09:30']), 'afterwards is not before')
    assert.ok(within(['2026-11-20', null], ['2026-11-21', '20:00']))
    assert.ok(within(['2026-11-20', '00:00'], ['2026-11-21', null]))
    assert.ok(!within(['2026-11-19', null], ['2026-11-21', null]))
  })

  test('made public on the portal: only what the check lets through, until its last day, or until the head takes it down', async () => {
    const record = await verified()
    await take(head, record, 'conclude', concluding)
    await take(desk, record, 'send', { managing_body: 'Phòng Kinh tế', notice: 'Đúng một phần.' })
    const public_text = 'Cán bộ địa chính thu sai quy định một lần; đã trả lại.'
    const on_day = (day: string): Viewer => ({ ...other, on: Temporal.PlainDate.from(day) })
    const shown = async (day: string) =>
      (await shownPublications(on_day(day), base.db.pool, null)).map((one) => one.public_text)
    const found = (piece: string) => (error: unknown) =>
      error instanceof WrongInput && error.faults.some((fault) => fault.params?.['found'] === piece)
    const publishing = (text: string) => take(desk, record, 'publish', { way: 'portal', public_text: text })
    await assert.rejects(publishing(`${public_text} Theo lời bà Kể.`), found('ba ke'))
    await assert.rejects(publishing(`${public_text} Ở tổ 4, phường Cam Đường.`), found('to 4 phuong cam duong'))
    await assert.rejects(publishing(`${public_text} Số 0912.345.678.`), found('0912345678'))
    await assert.rejects(publishing(`${public_text} Thửa 15.`), found('Thửa 15'))
    await assert.rejects(take(desk, record, 'publish', { way: 'portal', public_text, days_shown: '3' }), WrongInput)
    assert.deepEqual(await shown(first), [])
    await publishing(public_text)
    assert.deepEqual(
      [await shown(first), await shown('2026-12-05'), await shown('2026-12-06')],
      [[public_text], [public_text], []],
    )
    const { rows } = await base.owner.pool.query('select * from publication where unit_id = $1', [office.commune])
    assert.doesNotMatch(JSON.stringify(rows[0]), new RegExp(`${record.id}|Kể`))
    const taking = (viewer: Viewer) =>
      perform(base.db, takeDown, {
        viewer,
        unit_id: office.commune,
        id: rows[0].id,
        input: { reason: 'Ghi nhầm.' },
        moment: at(first),
      })
    await assert.rejects(taking(desk), refused('not-yours', 404))
    await assert.rejects(taking(above), refused('not-yours', 404))
    await taking(head)
    assert.deepEqual(await shown(first), [])
    // What the steps wrote folds anew to the rows as they stand: words, demands and publications too.
    assert.deepEqual((await check(base.owner.pool, 'none')).faults, [])
  })

  test('the public text holds neither the denouncer nor numbers and relations', async () => {
    const record = await verified()
    await take(head, record, 'conclude', concluding)
    await assert.rejects(
      take(desk, record, 'publish', { way: 'posted', public_text: 'Đã kết luận.' }),
      refused('not-in-this-state'),
    )
    await take(desk, record, 'send', { managing_body: 'Phòng Kinh tế', notice: 'Đúng một phần.' })
    const publishing = (public_text: string) => take(desk, record, 'publish', { way: 'posted', public_text })
    await assert.rejects(publishing('Theo đơn của Hoàng Thị Kể.'), faulty('gives-the-sender-away'))
    await assert.rejects(publishing('Theo lời bà Kể.'), faulty('gives-the-sender-away'))
    await assert.rejects(publishing('Liên hệ 0987 654 321.'), faulty('gives-a-person-away'))
    await publishing('Ông Lý, cán bộ địa chính, thu sai quy định một lần.')
    await assert.rejects(publishing('Lần nữa.'), refused('conclusion-is-not-public-yet'))
  })

  test('a form sent twice, or made before somebody’s step, is refused; readings do not count', async () => {
    const record = await accepted()
    const open = { ...(await opening(desk, record, first)), seen: 2 }
    const typed = { receiver: 'Công an tỉnh', signs: 'Nhận tiền.' }
    await read(head, record)
    await proceedingSteps['refer-crime'].take(base.db, open, typed)
    await assert.rejects(proceedingSteps['refer-crime'].take(base.db, open, typed), faulty('changed-meanwhile'))
  })
})

describe('at the superior', () => {
  const turned = () => sealed({ subject_place: 'head-here', subject_id: undefined, subject: 'Ông Đầu, chủ tịch' })
  const review = { why: 'disagrees', earlier: 'KL 05/2026 của phường', note: 'Chưa xem chứng cứ.' }

  test('reviewed within 20 days: not settled again, or settled by the superior', async () => {
    const record = await turned()
    assert.equal(record.unit_id, office.province)
    await take(deskAbove, record, 'review-further', review)
    assert.equal((await row(record)).due_on.toString(), '2026-12-10')
    await take(above, record, 'close-review', { outcome: 'settled-lawfully', reason: 'Đã giải quyết đúng.' })
    assert.equal((await row(record)).state, 'review-closed')
    assert.deepEqual((await postings(record)).at(-1), ['petition-settled', 'denunciation', 'not-settled-again'])

    const again = await turned()
    await take(deskAbove, again, 'review-further', review)
    await take(above, again, 'accept', { ...accepting, at_superior: 'settle-again' })
    assert.equal((await row(again)).due_on.toString(), '2026-12-21')
  })

  test('overdue: the superior demands a report, the lower unit answers, each on its own record', async () => {
    const record = await turned()
    await take(deskAbove, record, 'review-further', { ...review, why: 'overdue' })
    await assert.rejects(
      take(deskAbove, record, 'record-reply', { replied_on: '01/12/2026', reply: 'x' }),
      refused('a-demand-is-open'),
    )
    const demand = { receiver: 'UBND phường Cam Đường', file: '12/2026', questions: 'Vì sao quá hạn?' }
    await take(above, record, 'demand-report', demand)
    assert.equal((await row(record)).demand.answer_by, '2026-11-27')
    await assert.rejects(take(above, record, 'demand-report', demand), refused('no-demand-is-open'))
    await take(deskAbove, record, 'record-reply', { replied_on: '26/11/2026', reply: 'Sẽ xong trước 05/12.' })
    assert.equal((await row(record)).demand.answered_on, '2026-11-26')
    const below = await accepted()
    const answer = { receiver: 'UBND tỉnh', demanded_on: '20/11/2026', reasons: 'Chờ giám định.' }
    await take(desk, below, 'answer-demand', answer)
    for (const stranger of [head, desk, subject])
      await assert.rejects(read(stranger, record), refused('not-yours', 404))
  })
})

describe('the demand and its answer, linked under seal', () => {
  test('both desks see state and days; whom it concerns sees nothing; answered once', async () => {
    const record = await sealed(
      { subject_place: 'elsewhere', subject_id: subject.account_id ?? '', subject: 'Ông Lý, cán bộ phường' },
      deskAbove,
      office.province,
    )
    const review = { why: 'overdue', earlier: 'Hồ sơ 1/2026', note: 'Quá hạn.' }
    await take(deskAbove, record, 'review-further', review)
    const demand = { receiver: 'UBND phường', file: '1/2026', questions: 'Vì sao quá hạn?' }
    await assert.rejects(
      take(above, record, 'demand-report', { ...demand, receiver_unit_id: office.neighbour }),
      faulty('nobody-there-can-open'),
    )
    await assert.rejects(
      take(above, record, 'demand-report', { ...demand, questions: 'Bà Kể hỏi.', receiver_unit_id: office.commune }),
      faulty('gives-the-sender-away'),
    )
    const due = (viewer: Viewer, day: string) => sealedWorkDue(viewer, base.db.pool, Temporal.PlainDate.from(day))
    const [due_before, due_early] = [await due(head, '2026-11-27'), await due(head, '2026-11-24')]
    const stranger_before = [await due(subject, '2027-12-31'), await due(other, '2027-12-31')]
    await take(above, record, 'demand-report', { ...demand, receiver_unit_id: office.commune })
    const asked = (await wordLines(head, base.db.pool)).find((one) => one.kind === 'demand')
    assert.deepEqual([asked?.answer_by?.toString(), asked?.from_unit_name], ['2026-11-27', 'Tỉnh Lào Cai'])
    for (const stranger of [subject, other, verifier]) assert.deepEqual(await wordLines(stranger, base.db.pool), [])
    const of_commune = { unit_id: office.commune, id: asked?.id ?? '' }
    // The reminder on the worklist counts it for those who can open it, before its day alone.
    assert.equal((await due(head, '2026-11-27')) - due_before, 1)
    assert.equal(await due(head, '2026-11-24'), due_early)
    const stranger_after = [await due(subject, '2027-12-31'), await due(other, '2027-12-31')]
    assert.deepEqual(stranger_after, stranger_before)
    const { content } = await openWord(base.db, await opening(desk, of_commune, first))
    assert.deepEqual(content.paragraphs.at(-1), 'Vì sao quá hạn?')

    const below = await accepted()
    const answer = { receiver: 'UBND tỉnh', demanded_on: '20/11/2026', reasons: 'Chờ giám định, xong trước 05/12.' }
    await assert.rejects(
      take(desk, below, 'answer-demand', { ...answer, demand_id: uuidv7() }),
      faulty('no-such-demand'),
    )
    await take(desk, below, 'answer-demand', { ...answer, demand_id: of_commune.id }, '2026-11-25')
    assert.equal((await row(record)).demand.answered_on, '2026-11-25')
    const closed = (await wordLines(head, base.db.pool)).find((one) => one.id === of_commune.id)
    assert.deepEqual([closed?.state, closed?.answered_on?.toString()], ['answered', '2026-11-25'])
    const report = (await wordLines(above, base.db.pool)).find((one) => one.kind === 'answer')
    const at_above = await opening(above, { unit_id: office.province, id: report?.id ?? '' }, '2026-11-25')
    assert.deepEqual((await openWord(base.db, at_above)).content.paragraphs, [answer.reasons])
    await assert.rejects(
      take(desk, below, 'answer-demand', { ...answer, demand_id: of_commune.id }, '2026-11-26'),
      faulty('no-such-demand'),
    )
    await assert.rejects(
      take(deskAbove, record, 'record-reply', { replied_on: '26/11/2026', reply: 'x' }, '2026-11-26'),
      refused('a-demand-is-open'),
    )
  })

  test('never sent to a desk that is under the subject', async () => {
    const record = await sealed({ subject_place: 'head-here', subject_id: undefined, subject: 'Ông Đầu, chủ tịch' })
    await take(deskAbove, record, 'review-further', { why: 'overdue', earlier: 'x', note: 'y' })
    const demand = { receiver: 'UBND phường', receiver_unit_id: office.commune, file: '1', questions: 'Vì sao?' }
    await assert.rejects(take(above, record, 'demand-report', demand), faulty('nobody-there-can-open'))
  })
})

describe('protection', () => {
  test('asked by telephone, confirmed on paper, verified, ordered, changed, ended', async () => {
    const record = await sealed()
    const request = { by_phone: true, who: 'Người gửi và con', danger: 'Bị dọa.', measures: ['life-and-health'] }
    await assert.rejects(take(desk, record, 'ask-protection', { ...request, measures: [] }), faulty('choose-one'))
    await take(desk, record, 'ask-protection', request)
    await assert.rejects(take(desk, record, 'ask-protection', request), refused('protection-is-not-asked'))
    const order = { measures: ['life-and-health'], by_whom: 'Công an phường', detail: 'Tuần tra trong 30 ngày.' }
    await assert.rejects(take(head, record, 'protect', order), refused('protection-is-verified'))
    await assert.rejects(take(head, record, 'change-protection', order), refused('protection-is-in-force'))
    await take(desk, record, 'confirm-protection', { paper_on: '21/11/2026' })
    await assert.rejects(
      take(desk, record, 'confirm-protection', { paper_on: '21/11/2026' }),
      refused('protection-waits-for-paper'),
    )
    await take(desk, record, 'verify-protection', { findings: 'Có tin nhắn đe dọa.' })
    await assert.rejects(take(desk, record, 'protect', order), refused('not-yours', 404))
    await take(head, record, 'protect', order)
    await take(head, record, 'change-protection', { ...order, measures: ['life-and-health', 'secrecy'] })
    await assert.rejects(take(head, record, 'refuse-protection', { reason: 'x' }), refused('protection-can-be-refused'))
    await take(head, record, 'end-protection', { ground: 'on-request', reason: 'Người được bảo vệ đề nghị.' })
    assert.equal((await row(record)).protection.stage, 'ended')
    await take(desk, record, 'ask-protection', { ...request, by_phone: false })
    await take(head, record, 'refuse-protection', { reason: 'Không có căn cứ.' })
    for (const letter of await letters(record)) assert.ok(letter.to.includes('Ông/Bà Hoàng Thị Kể'))
  })
})

test('a holiday decided later moves the due day; how many sealed records it moved is told to nobody', async () => {
  const record = await accepted()
  const due = (await row(record)).due_on
  assert.equal(due.toString(), '2026-12-21')
  const cause_id = uuidv7()
  const moving = {
    due_from: due,
    due_to: due.add({ days: 1 }),
    cause: 'day-decided',
    cause_id,
    about: '2026-12-21',
    ground: 'Quyết định 1',
    by_law: 'BLDS 2015 Đ148',
  }
  const step = (viewer: Viewer) =>
    perform(base.db, reDateDenunciation, { viewer, ...record, input: moving, moment: at(first) })
  await assert.rejects(step(clockViewer(at(first).on)), refused('due-date-moves'))
  await assert.rejects(step(head), refused('not-yours', 404))
  await base.owner.pool.query(
    `update denunciation set due_on = '2026-12-20', nominal_on = '2026-12-20' where id = $1`,
    [record.id],
  )
  await perform(base.db, reDateDenunciation, {
    viewer: clockViewer(at(first).on),
    ...record,
    input: { ...moving, due_from: due.subtract({ days: 1 }), due_to: due },
    moment: at(first),
  })
  assert.equal((await row(record)).due_on.toString(), '2026-12-21')
  const { rows } = await base.owner.pool.query(`select from payload where record_id = $1 and input <> '{}'`, [
    record.id,
  ])
  assert.equal(rows.length, 0)
})

test('a holiday decided later re-dates sealed cases like all others: insiders read both days, outsiders count nothing', async () => {
  const settling = await accepted()
  const waiting = await sealed()
  const paused = await accepted()
  await take(head, paused, 'suspend', { ground: 'waits-for-an-expertise', note: 'Chờ giám định.' })
  const ended = await sealed()
  await take(head, ended, 'decline', { ground: 'no-capacity', explanation: 'Chưa đủ năng lực.' })
  const due = async (record: At) => (await row(record)).due_on?.toString() ?? null
  // Seven working days from 20/11 end on 01/12; thirty days end on the Sunday 20/12, so on the Monday.
  assert.deepEqual([await due(waiting), await due(settling), await due(paused)], ['2026-12-01', '2026-12-21', null])
  const administrator = await officer(base.db, office.province, 'administrator', first)
  const moment = at(first)
  const call = (id: string) => ({ viewer: administrator, unit_id: countryId, id, moment })
  const label = 'Nghỉ bù'
  const decide = (day: string) =>
    perform(base.db, decideDay, {
      ...call(uuidv7()),
      input: { day, kept_as: 'free', label, decision: 'QĐ 9/QĐ-TTg' },
    })
  const [one, other_day] = [await decide('2026-11-26'), await decide('2026-12-21')]
  for (const { id } of [one, other_day])
    await reDateOpenRecords(base.db, { cause: 'day-decided', cause_id: id }, moment)
  assert.deepEqual(
    [await due(waiting), await due(settling), await due(paused), await due(ended)],
    ['2026-12-02', '2026-12-22', null, null],
  )
  const moved = async (viewer: Viewer, record: At) =>
    (await sealedHistory(viewer, base.db.pool, { ...record, moment })).flatMap((event) =>
      event.moved ? [event.moved] : [],
    )
  assert.deepEqual(await moved(head, settling), [{ from: '2026-12-21', to: '2026-12-22' }])
  assert.deepEqual(await moved(desk, waiting), [{ from: '2026-12-01', to: '2026-12-02' }])
  assert.deepEqual(await moved(head, paused), [])
  for (const stranger of [subject, other, above, administrator]) assert.deepEqual(await moved(stranger, settling), [])
  // The page of the decision tells how many records moved: none of these.
  for (const viewer of [administrator, above, head])
    for (const { id } of [one, other_day]) assert.equal((await movedBy(viewer, base.db.pool, id)).all, 0)
  // Taken back, the day returns; asked twice, nothing moves.
  const sealedEvents = async () =>
    (
      await base.owner.pool.query(
        `select count(*)::int as n from event where record_kind = 'denunciation' and action = 're-date' and record_id = any($1)`,
        [[settling.id, waiting.id]],
      )
    ).rows[0].n
  assert.equal(await sealedEvents(), 2)
  await reDateOpenRecords(base.db, { cause: 'day-decided', cause_id: one.id }, moment)
  assert.equal(await sealedEvents(), 2)
  for (const { id } of [one, other_day]) {
    await perform(base.db, withdrawDay, { ...call(id), revision: 1, input: { reason: 'Nhầm năm' } })
    await reDateOpenRecords(base.db, { cause: 'day-withdrawn', cause_id: id }, moment)
  }
  assert.deepEqual([await due(waiting), await due(settling)], ['2026-12-01', '2026-12-21'])
  assert.deepEqual((await moved(head, settling))[0], { from: '2026-12-22', to: '2026-12-21' })
})

test('whom it concerns takes no step, even with a key; what is kept of a step is neutral', async () => {
  const record = await accepted()
  await base.owner.pool.query('update position set kind = $2 where account_id = $1', [subject.account_id, 'clerk'])
  const { rows: held } = await base.owner.pool.query(
    'select * from record_key where record_id = $1 and account_id = $2',
    [record.id, desk.account_id],
  )
  assert.equal(held.length, 1)
  for (const [step, typed] of Object.entries(everything))
    await assert.rejects(take(subject, record, step as ProceedingStep, typed), refused('not-yours', 404), step)
  const { rows } = await base.owner.pool.query(
    `select p.input, p.changed::text as changed from payload p where p.record_id = $1`,
    [record.id],
  )
  for (const one of rows) {
    assert.deepEqual(one.input, {})
    assert.doesNotMatch(one.changed, /Kể|Lý|địa chính|Thu tiền|quy định/)
  }
})
