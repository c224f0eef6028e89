/** A question list goes out, is answered, kept, corrected and added up; the whole country in one go; every no. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import readSheet from 'read-excel-file/node'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { onDay } from '../../../tests/support/office.ts'
import { createFrame } from '../../http/frame.ts'
import { publishedCalendar } from '../../law/calendar.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { check } from '../../platform/actions/check-command.ts'
import { NotOpen, Stale, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import { idFrom, uuidv7 } from '../../platform/uuid.ts'
import { type Catcher, caughtMail, startCatcher } from '../notices/catcher.ts'
import { createAccount, givePosition } from '../people/accounts.ts'
import { viewerOfAccount } from '../people/viewer-of.ts'
import { importUnits } from '../units/import.ts'
import { unitsByCode } from '../units/queries.ts'
import { countryId } from '../units/unit.ts'
import { addQuestion } from './add-question.ts'
import { answerPath, callPath, preparePath, rollUpPath } from './addresses.ts'
import { chooseUnits } from './choose-units.ts'
import { close } from './close.ts'
import { correct } from './correct.ts'
import { correctAnswer } from './correct-answer.ts'
import { dropQuestion } from './drop-question.ts'
import { extend } from './extend.ts'
import { handIn } from './hand-in.ts'
import { remindAt } from './hours.ts'
import { askBatch, openRounds, remindAll } from './jobs.ts'
import { keep } from './keep.ts'
import { jobs, pages } from './module.ts'
import { prepare } from './prepare.ts'
import { publish } from './publish.ts'
import { answersOf, callById } from './queries.ts'
import { asksForPerson, readFigure } from './question.ts'
import { replaceQuestion } from './replace-question.ts'
import { reportNothing } from './report-nothing.ts'
import { sumOf, tally } from './roll-up.ts'
import type { TopicalAnswerRow } from './topical-answer.ts'
import type { TopicalCallRow } from './topical-call.ts'
import { withdraw } from './withdraw.ts'

const day = '2026-11-20'
const local = (time: string, on = day) => ({
  on: Temporal.PlainDate.from(on),
  at: Temporal.Instant.from(`${on}T${time}:00+07:00`),
})
const folder = mkdtempSync(join(tmpdir(), 'topical-'))
let base: TestDatabase
let catcher: Catcher
let now = local('09:00')
let viewer: Viewer
let province_id = ''
let commune_id = ''
let neighbour_id = ''
let centre: Viewer
let province: Viewer
let commune: Viewer
let colleague: Viewer
let neighbour: Viewer

/** Somebody in office since the day on which today's communes began. */
async function officer(unit_id: string, kind: Viewer['positions'][number]['kind'], name: string): Promise<Viewer> {
  const made = await createAccount(base.db, { name, sign_in_name: `thu.${uuidv7().slice(-12)}`, password_hash: 'x' })
  const from_on = Temporal.PlainDate.from('2025-07-01')
  await givePosition(base.db, { account_id: made.id, unit_id, kind, title: 'Cán bộ', from_on })
  return (await viewerOfAccount(base.db.pool, made.id, local('09:00'))) ?? assert.fail('no account')
}

before(async () => {
  base = await testDatabase()
  await importUnits(base.owner)
  catcher = await startCatcher(folder)
  const on = Temporal.PlainDate.from(day)
  const idOf = async (code: string) => (await unitsByCode(clockViewer(on), base.db.pool, code, on))[0]!.id
  province_id = await idOf('15')
  commune_id = await idOf('02671')
  neighbour_id = await idOf('02947')
  centre = await officer(countryId, 'head', 'Nguyễn Văn Trung')
  province = await officer(province_id, 'clerk', 'Lý Thị Tỉnh')
  commune = await officer(commune_id, 'clerk', 'Lò Thị Xã')
  colleague = await officer(commune_id, 'handler', 'Vàng Văn Cùng')
  neighbour = await officer(neighbour_id, 'head', 'Giàng A Bên')
})
after(async () => {
  await catcher.close()
  await base.close()
  rmSync(folder, { recursive: true, force: true })
})

const take = (action: AnyAction, by: Viewer, unit_id: string, id: string, input: object = {}, revision?: number) =>
  perform(base.db, action, {
    viewer: by,
    moment: now,
    unit_id,
    id,
    input,
    ...(revision === undefined ? {} : { revision }),
  })

const no =
  (code: string, status = 409) =>
  (fault: unknown) =>
    fault instanceof NotOpen && fault.code === code && fault.status === status
const wrong = (field: string, code: string) => (fault: unknown) =>
  fault instanceof WrongInput && fault.faults.some((one) => one.field === field && one.code === code)

const about = { title: 'Thiệt hại do bão số 9', why: 'Tổng hợp để cứu trợ trong ngày.', repeats: 'once' }
const today = { due_on: '20/11/2026', due_hour: '17:00' }
const roofs = { kind: 'number', text: 'Số nhà tốc mái', measure: 'nhà', most: '5.000', required: true }

async function begun(by: Viewer, unit_id: string, more: object = {}): Promise<string> {
  const id = uuidv7()
  await take(prepare, by, unit_id, id, { ...about, whom: 'level', level: 'commune', ...today, ...more })
  return id
}

async function published(by: Viewer, unit_id: string, more: object = {}): Promise<string> {
  const id = await begun(by, unit_id, more)
  await take(addQuestion, by, unit_id, id, roofs)
  await take(addQuestion, by, unit_id, id, { kind: 'yes-no', text: 'Có mất điện trên diện rộng?', required: true })
  await take(addQuestion, by, unit_id, id, {
    kind: 'choice',
    text: 'Đường vào xã',
    options: 'thông\nchia cắt',
    required: false,
  })
  await take(addQuestion, by, unit_id, id, { kind: 'text', text: 'Cần gì nhất lúc này', required: false })
  await take(publish, by, unit_id, id)
  return id
}

const askAll = async (unit_id: string, call_id: string, round = 1) => {
  for (;;) if ((await askBatch(base.db, { unit_id, call_id, round }, now)).left === 0) return
}
const answerId = (call_id: string, unit_id: string, round = 1) => idFrom(call_id, `${unit_id}/${round}`)

async function callRow(id: string): Promise<TopicalCallRow> {
  return (await base.db.pool.query<TopicalCallRow>('select * from topical_call where id = $1', [id])).rows[0]!
}
async function answerRow(id: string): Promise<TopicalAnswerRow> {
  return (await base.db.pool.query<TopicalAnswerRow>('select * from topical_answer where id = $1', [id])).rows[0]!
}

async function page(address: string, by: Viewer | null, form?: Record<string, string>) {
  viewer = by ?? { ...clockViewer(now.on), via: 'portal' }
  const app = createFrame({ moment: () => now, viewerOf: async () => viewer, officeOf: () => ({ name: 'Gần Dân' }) })
  pages(app, { db: base.db })
  const headers = { Origin: 'http://gandan.test', Host: 'gandan.test' }
  const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
  const response = await app.request(`http://gandan.test${address}`, init)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8') }
}

describe('what is asked', () => {
  test('a question list is prepared, published, and every no on the way', async () => {
    await assert.rejects(begun(commune, province_id), no('not-yours', 404))
    await assert.rejects(begun(colleague, commune_id), no('not-yours', 404), 'a handler does not ask')
    await assert.rejects(begun(province, province_id, { due_hour: '08:00' }), no('due-hour-is-ahead'))
    await assert.rejects(begun(province, province_id, { title: 'Danh sách hộ bị lũ' }), no('asks-for-no-person'))
    await assert.rejects(begun(province, province_id, { level: undefined }), wrong('level', 'choose-one'))
    await assert.rejects(
      begun(province, province_id, { whom: 'cluster', cluster_id: uuidv7() }),
      wrong('cluster_id', 'not-a-choice'),
    )
    const id = await begun(province, province_id)
    const of = (action: AnyAction, input: object = {}, by = province) => take(action, by, province_id, id, input)
    await assert.rejects(of(publish), no('asks-a-question'))
    for (const text of [
      'Họ và tên người bị nạn',
      'Số điện thoại chủ hộ',
      'Thái độ của người dân',
      'Nhà ông Nguyễn Văn An',
    ])
      await assert.rejects(of(addQuestion, { ...roofs, text }), no('asks-for-no-person'), text)
    await assert.rejects(
      of(addQuestion, { ...roofs, measure: undefined }),
      wrong('measure', 'a-number-has-its-measure'),
    )
    await assert.rejects(
      of(addQuestion, { ...roofs, least: '9', most: '3' }),
      wrong('most', 'bounds-are-the-wrong-way'),
    )
    await assert.rejects(
      of(addQuestion, { kind: 'choice', text: 'Đường', options: 'thông', required: true }),
      wrong('options', 'two-to-twelve-options'),
    )
    await of(addQuestion, roofs)
    await of(addQuestion, { ...roofs, text: 'Số nhà ngập' })
    await of(replaceQuestion, { question_id: 'q1', ...roofs, text: 'Số nhà tốc mái, sập' })
    await of(dropQuestion, { question_id: 'q2' })
    assert.deepEqual(
      (await callRow(id)).questions.map((one) => [one.id, one.text, one.added_at]),
      [['q1', 'Số nhà tốc mái, sập', null]],
      'in a draft nothing is kept of what was never asked',
    )
    await assert.rejects(of(replaceQuestion, { question_id: 'q7', ...roofs }), no('question-stands'))
    await assert.rejects(of(chooseUnits, { names: 'Xã Bảo Yên' }), no('units-are-chosen-by-name'))
    await assert.rejects(of(publish, {}, commune), no('not-yours', 404))
    const { revision } = await callRow(id)
    const send = () => take(publish, province, province_id, id, {}, revision)
    await send()
    assert.equal((await send()).repeated, true, 'pressed twice is once')
    await of(withdraw, { reason: 'Phát nhầm ngày.' })
    await assert.rejects(of(close), no('not-in-this-state'))
    assert.equal((await askBatch(base.db, { unit_id: province_id, call_id: id, round: 1 }, now)).asked, 0)
  })

  test('units by name: a line that fits none or several is named; a code is enough', async () => {
    const id = await begun(province, province_id, { whom: 'chosen', level: undefined })
    await take(addQuestion, province, province_id, id, roofs)
    await assert.rejects(take(publish, province, province_id, id), no('asks-nobody'))
    await assert.rejects(
      take(chooseUnits, province, province_id, id, { names: 'Xã Bảo Yên\nXã Không Có' }),
      wrong('names', 'line-fits-no-unit'),
    )
    await take(chooseUnits, province, province_id, id, { names: 'xã bảo yên\n02671\n\nXã Bảo Yên' })
    assert.deepEqual([...(await callRow(id)).chosen_ids].sort(), [commune_id, neighbour_id].sort())
    await take(publish, province, province_id, id)
    await askAll(province_id, id)
    assert.equal((await base.db.pool.query('select from topical_answer where call_id = $1', [id])).rowCount, 2)
    await take(close, province, province_id, id)
  })

  test('a published question never changes in silence: the old one stays, struck out, with its own answers', async () => {
    const id = await published(province, province_id)
    await askAll(province_id, id)
    const at = answerId(id, commune_id)
    await take(handIn, commune, commune_id, at, { answers: { q1: '3', q2: 'no' } })
    const of = (action: AnyAction, input: object) => take(action, province, province_id, id, input)
    await assert.rejects(of(replaceQuestion, { question_id: 'q1', ...roofs }), wrong('reason', 'required'))
    await assert.rejects(of(addQuestion, roofs), wrong('reason', 'required'))
    await of(replaceQuestion, {
      question_id: 'q1',
      ...roofs,
      text: 'Số nhà tốc mái quá nửa',
      reason: 'Câu cũ chưa rõ.',
    })
    const { questions } = await callRow(id)
    assert.deepEqual(
      questions.map(({ id: own, dropped_at, replaces }) => [own, dropped_at !== null, replaces]),
      [
        ['q1', true, null],
        ['q2', false, null],
        ['q3', false, null],
        ['q4', false, null],
        ['q5', false, 'q1'],
      ],
    )
    const shown = await page(callPath({ unit_id: province_id, id }), province)
    assert.match(shown.text, /<s>Số nhà tốc mái<\/s>/)
    assert.match(shown.text, /Câu cũ chưa rõ\./)
    const call = (await callById(province, base.db.pool, province_id, id))!
    const rows = await answersOf(province, base.db.pool, call, call.rounds[0]!, now.on)
    assert.equal(sumOf(rows, questions[0]!).sum, 3, 'what was answered stays under the question that was asked')
    assert.equal(sumOf(rows, questions[4]!).sum, null)
    await take(close, province, province_id, id)
  })
})

describe('what is answered', () => {
  test('empty is not zero, text is no number, a name is stopped; everything typed stays on the page', async () => {
    const id = await published(province, province_id)
    await askAll(province_id, id)
    const at = { unit_id: commune_id, id: answerId(id, commune_id) }
    const address = answerPath(at)
    assert.equal((await page(address, neighbour)).status, 404, 'another commune does not read it')
    assert.equal((await page(address, null)).status, 303)
    const first = await page(address, commune)
    assert.match(first.text, /Trả lời trước 17:00 20\/11\/2026/)
    assert.match(first.text, /Không hỏi và không ghi tên/)
    const typed = {
      revision: '1',
      step: 'hand-in',
      c_q1: 'nhiều',
      c_q2: '',
      c_q4: 'Bà Giàng Thị Mỷ cần thuốc, 0912345678',
    }
    const faulty = await page(address, commune, typed)
    assert.equal(faulty.status, 422)
    assert.match(faulty.text, /Hãy ghi một con số/)
    assert.match(faulty.text, /value="nhiều"/)
    assert.match(faulty.text, /Bà Giàng Thị Mỷ cần thuốc, 0912345678<\/textarea>/)
    assert.equal(
      (await page(address, commune, { ...typed, c_q1: '6000', c_q2: 'no', c_q4: '' })).status,
      422,
      'above the bound',
    )
    assert.equal(
      (await page(address, commune, { ...typed, c_q1: '', c_q2: 'no', c_q4: '' })).status,
      422,
      'a required one is empty',
    )
    // Kept half: nothing is required yet, and nothing of it counts.
    assert.equal((await page(address, commune, { ...typed, step: 'keep', c_q1: '1.204', c_q4: '' })).status, 303)
    assert.deepEqual((await answerRow(at.id)).answers, { q1: 1204 })
    const call = (await callById(province, base.db.pool, province_id, id))!
    const read = async () => answersOf(province, base.db.pool, call, call.rounds[0]!, now.on)
    assert.equal(sumOf(await read(), call.questions[0]!).sum, null, 'a draft is not an answer')
    // Two clerks on one answer: the later sees who was first, and keeps what they typed.
    const stale = await page(address, colleague, { ...typed, c_q1: '7', c_q2: 'yes', c_q4: '' })
    assert.equal(stale.status, 409)
    assert.match(stale.text, /Lò Thị Xã/)
    assert.match(stale.text, /value="7"/)
    // Somebody whose session ended while typing loses nothing, with or without script.
    const out = await page(address, null, { ...typed, c_q1: '12', c_q2: 'no', c_q4: 'Cần áo phao' })
    assert.equal(out.status, 401)
    assert.match(out.text, /Cần áo phao<\/textarea>/)
    assert.match(out.text, /name="step" value="hand-in"/)
    const sent = {
      revision: '2',
      step: 'hand-in',
      c_q1: '0',
      c_q2: 'no',
      c_q3: 'thông',
      c_q4: 'Bến Bà Điểm cần áo phao',
    }
    assert.equal((await page(address, commune, sent)).status, 422)
    assert.equal((await page(address, commune, { ...sent, names_no_person: 'yes' })).status, 303, 'a place, confirmed')
    assert.equal((await page(address, commune, { ...sent, names_no_person: 'yes' })).status, 303, 'sent twice is once')
    assert.equal((await answerRow(at.id)).revision, 3)
    assert.equal(sumOf(await read(), call.questions[0]!).sum, 0, 'zero is an answer')
    // Corrected by a version with its reason; the earlier one stays to be read.
    await assert.rejects(
      take(handIn, commune, commune_id, at.id, { answers: { q1: '1', q2: 'no' } }),
      no('not-in-this-state'),
    )
    const mend = { revision: '3', step: 'correct-answer', c_q1: '4,5', c_q2: 'no' }
    assert.equal((await page(address, commune, mend)).status, 422, 'without a reason')
    assert.equal((await page(address, commune, { ...mend, reason: 'Đếm lại buổi chiều.' })).status, 303)
    const row = await answerRow(at.id)
    assert.deepEqual([row.version, row.answers, row.earlier[0]?.answers['q1']], [2, { q1: 4.5, q2: false }, 0])
    assert.match((await page(address, commune)).text, /Đếm lại buổi chiều\./)
    // Nothing to report is its own answer.
    const other = answerId(id, neighbour_id)
    await assert.rejects(take(handIn, neighbour, neighbour_id, other, { answers: {} }), wrong('c_q1', 'required'))
    await take(reportNothing, neighbour, neighbour_id, other)
    const counted = tally(await read(), Temporal.Instant.from(call.rounds[0]!.due_at))
    assert.deepEqual([counted.answered, counted.nothing, counted.late], [2, 1, 0])
    await assert.rejects(take(reportNothing, commune, neighbour_id, other), no('not-yours', 404))
    await take(close, province, province_id, id)
    await assert.rejects(
      take(correctAnswer, commune, commune_id, at.id, { answers: { q1: '1', q2: 'no' }, reason: 'x' }),
      no('call-is-open'),
    )
    const client = await base.owner.pool.connect()
    const { faults } = await check(client, folder).finally(() => client.release())
    assert.deepEqual(faults, [])
  })

  test('late is marked, a later hour takes it back in time only for who comes then; a unit merged meanwhile is answered by its heir', async () => {
    const id = await published(province, province_id)
    await askAll(province_id, id)
    const [own, other] = [answerId(id, commune_id), answerId(id, neighbour_id)]
    now = local('17:30')
    await take(handIn, commune, commune_id, own, { answers: { q1: '2', q2: 'no' } })
    const call = (await callById(province, base.db.pool, province_id, id))!
    const rows = await answersOf(province, base.db.pool, call, call.rounds[0]!, now.on)
    assert.equal(tally(rows, call.due_at).late, 1)
    assert.match((await page(rollUpPath(call), province)).text, /Muộn/)
    await assert.rejects(
      take(extend, province, province_id, id, { ...today, due_hour: '16:00', reason: 'x' }),
      no('due-hour-is-ahead'),
    )
    now = local('09:00')
    await assert.rejects(
      take(extend, province, province_id, id, { ...today, due_hour: '16:00', reason: 'x' }),
      no('due-hour-is-later-than-before'),
    )
    await take(extend, province, province_id, id, {
      due_on: '21/11/2026',
      due_hour: '10:00',
      reason: 'Mất sóng cả ngày.',
    })
    // The neighbour becomes a part of the commune overnight, its page still open.
    const next = '2026-11-21'
    const { pool } = base.owner
    await pool.query(
      `update unit_period set valid = daterange(lower(valid), $2::date) where unit_id = $1 and upper_inf(valid)`,
      [neighbour_id, next],
    )
    await pool.query(
      `update unit_ancestry set valid = daterange(lower(valid), $2::date) where unit_id = $1 and upper_inf(valid)`,
      [neighbour_id, next],
    )
    await pool.query(`insert into unit_successor (from_id, to_id, succeeded_on) values ($1, $2, $3)`, [
      neighbour_id,
      commune_id,
      next,
    ])
    now = local('08:30', next)
    const heir = await onDay(base.db, commune, next)
    assert.match((await page('/hoi-nhanh', heir)).text, new RegExp(answerPath({ unit_id: neighbour_id, id: other })))
    await take(handIn, heir, neighbour_id, other, { answers: { q1: '1', q2: 'yes' } })
    assert.equal((await answerRow(other)).answered_by, 'Lò Thị Xã')
    const later = (await callById(await onDay(base.db, province, next), base.db.pool, province_id, id))!
    const all = await answersOf(province, base.db.pool, later, later.rounds[0]!, Temporal.PlainDate.from(day))
    assert.equal(sumOf(all, later.questions[0]!).sum, 3, 'both are counted, under the names of the day they were asked')
    // Put back for the tests that follow.
    await pool.query(`delete from unit_successor where from_id = $1 and to_id = $2`, [neighbour_id, commune_id])
    for (const table of ['unit_period', 'unit_ancestry'])
      await pool.query(
        `update ${table} set valid = daterange(lower(valid), null) where unit_id = $1 and upper(valid) = $2::date`,
        [neighbour_id, next],
      )
    now = local('09:00')
    await take(close, province, province_id, id)
  })

  test('where nobody of a unit is in office here the asking side may type for it, and it says so', async () => {
    const id = await published(province, province_id)
    await askAll(province_id, id)
    const { rows } = await base.db.pool.query<{ unit_id: string; id: string }>(
      'select unit_id, id from topical_answer where call_id = $1 and unit_id <> all($2) limit 1',
      [id, [commune_id, neighbour_id]],
    )
    const empty = rows[0]!
    await assert.rejects(take(keep, commune, empty.unit_id, empty.id, { answers: {} }), no('not-yours', 404))
    await assert.rejects(take(reportNothing, province, commune_id, answerId(id, commune_id)), no('not-yours', 404))
    await take(handIn, province, empty.unit_id, empty.id, { answers: { q1: '5', q2: 'yes' } })
    assert.equal((await answerRow(empty.id)).by_stand_in, true)
    await take(close, province, province_id, id)
  })
})

describe('every day and on time', () => {
  test('a daily list opens its next round on the next day, at the same hour, for the units of that day', async () => {
    const id = await published(province, province_id, { repeats: 'daily' })
    await askAll(province_id, id)
    await take(handIn, commune, commune_id, answerId(id, commune_id), { answers: { q1: '2', q2: 'no' } })
    now = local('18:00')
    assert.equal(await openRounds(base.db, now), 0, 'still the same day')
    now = local('00:05', '2026-11-23')
    assert.equal(await openRounds(base.db, now), 1)
    assert.equal(await openRounds(base.db, now), 0)
    const row = await callRow(id)
    assert.deepEqual([row.round, String(row.due_at)], [2, '2026-11-23T10:00:00Z'])
    await askAll(province_id, id, 2)
    assert.equal((await answerRow(answerId(id, commune_id, 2))).state, 'asked', 'yesterday’s answer is not today’s')
    const clerk = await onDay(base.db, province, '2026-11-23')
    const rounds = await page(rollUpPath({ unit_id: province_id, id }, { round: 1 }), clerk)
    assert.match(rounds.text, /Đợt 1/)
    await take(close, clerk, province_id, id)
    now = local('09:00')
  })

  test('the reminder: an hour before for today, 08:00 of the last working day otherwise; once, without what is asked', async () => {
    const at = (text: string) => Temporal.Instant.from(`${text}:00+07:00`)
    const when = (due: string, from: string) => String(remindAt(at(due), at(from), publishedCalendar))
    assert.equal(when('2026-11-20T17:00', '2026-11-20T09:00'), '2026-11-20T09:00:00Z')
    assert.equal(when('2026-11-24T17:00', '2026-11-20T09:00'), '2026-11-24T01:00:00Z')
    assert.equal(when('2026-11-24T08:30', '2026-11-20T09:00'), '2026-11-23T01:00:00Z')
    assert.equal(
      when('2026-11-22T17:00', '2026-11-20T09:00'),
      String(at('2026-11-22T16:00')),
      'a weekend call is urgent',
    )
    assert.equal(when('2026-11-20T09:30', '2026-11-20T09:00'), 'null')
    await base.owner.pool.query(
      `update account set mail = 'xa@laocai.gov.vn', mail_confirmed_at = now() where id = $1`,
      [commune.account_id],
    )
    const id = await published(province, province_id)
    await askAll(province_id, id)
    const config = { smtp_url: catcher.url, from: 'thong-bao@gandan.example', portal: 'https://gandan.example' }
    const ports = { app: base.db, worker: base.worker, config, moment: local('15:59') }
    assert.equal(await remindAll(ports), 0, 'not yet')
    const late = { ...ports, moment: local('16:00') }
    assert.ok((await remindAll(late)) > 90)
    assert.equal(await remindAll(late), 0, 'once a unit')
    const mails = await caughtMail(folder)
    assert.deepEqual(
      mails.map(({ to, subject }) => [to, subject]),
      [['xa@laocai.gov.vn', 'Gần Dân']],
    )
    const answer = answerPath({ unit_id: commune_id, id: answerId(id, commune_id) })
    assert.ok(mails[0]!.text.includes(`https://gandan.example${answer}`))
    assert.doesNotMatch(mails[0]!.text, /bão|tốc mái/)
    for (const file of readdirSync(folder)) rmSync(join(folder, file))
    process.env['GANDAN_SMTP_URL'] = catcher.url
    const waiting = await base.worker.pool.query<{ unit_id: string; payload: object }>(
      `select unit_id, payload from outbox where task = 'tell-topical' and unit_id = $1`,
      [commune_id],
    )
    assert.ok((waiting.rowCount ?? 0) > 0)
    await take(close, province, province_id, id)
    const last = waiting.rows.at(-1)!
    await jobs['tell-topical'](
      { unit_id: last.unit_id, ...last.payload },
      { app: base.db, worker: base.worker, config: undefined as never },
    )
    assert.equal((await caughtMail(folder)).length, 0, 'closed meanwhile: nobody is told')
    delete process.env['GANDAN_SMTP_URL']
  })
})

test('figures as people write them, and what asks for a person', () => {
  const read = ['1.204', '1 204', '12,5', '0', '-3', '12.5', '1.20', 'ba', '', '1,234,5', '１２'].map(readFigure)
  assert.deepEqual(read, [1204, 1204, 12.5, 0, -3, null, null, null, null, null, 12])
  for (const text of ['Số hộ phải sơ tán', 'Diện tích lúa ngập', 'Số người bị thương', 'Có cần thuốc không'])
    assert.equal(asksForPerson(text), null, text)
  for (const text of ['Tên các hộ phải sơ tán', 'Danh sách người bị thương', 'Ý kiến của người dân', 'Số căn cước'])
    assert.ok(asksForPerson(text), text)
})

test('the whole country in one go: 3,321 communes asked, answered and added up by province; each sum opens its answers', async () => {
  const began = performance.now()
  const id = await published(centre, countryId)
  const batches: number[] = []
  for (;;) {
    const { asked, left } = await askBatch(base.db, { unit_id: countryId, call_id: id, round: 1 }, now)
    batches.push(asked)
    if (left === 0) break
  }
  const asked_ms = performance.now() - began
  assert.equal(
    batches.reduce((a, b) => a + b),
    3321,
  )
  assert.ok(Math.max(...batches) <= 400)
  assert.equal((await askBatch(base.db, { unit_id: countryId, call_id: id, round: 1 }, now)).asked, 0, 'twice is once')
  assert.ok(asked_ms < 90_000, `asking the country took ${Math.round(asked_ms)} ms`)
  await take(handIn, commune, commune_id, answerId(id, commune_id), {
    answers: { q1: '40', q2: 'yes', q3: 'chia cắt' },
  })
  await take(handIn, neighbour, neighbour_id, answerId(id, neighbour_id), {
    answers: { q1: '2,5', q2: 'no', q3: 'thông' },
  })
  // All the others answer at once, as the roll-up would find them on a bad day.
  await base.owner.pool.query(
    `update topical_answer set state = 'handed-in', answers = '{"q1": 1, "q2": false}', handed_in_at = $2, answered_by = 'Cán bộ'
     where call_id = $1 and state = 'asked' and unit_id <> (select o.unit_id from topical_answer o
       join unit_period p on p.unit_id = o.unit_id and upper_inf(p.valid) and p.parent_id <> $3
       where o.call_id = $1 and o.state = 'asked' order by o.unit_id limit 1)`,
    [id, String(now.at), province_id],
  )
  const path = { unit_id: countryId, id }
  const opened = performance.now()
  const whole = await page(rollUpPath(path, { refresh: true }), centre)
  const shown_ms = performance.now() - opened
  assert.equal(whole.headers.get('Refresh'), '60')
  assert.match(whole.text, /3\.320 trên 3\.321 đơn vị đã trả lời/)
  assert.match(whole.text, /3\.360,5 nhà/)
  assert.match(whole.text, /Có: 1 · Không: 3\.319/)
  assert.match(whole.text, /class="gd-map"/)
  assert.ok(shown_ms < 10_000, `the roll-up of the country took ${Math.round(shown_ms)} ms`)
  console.log(`asked 3,321 in ${Math.round(asked_ms)} ms, shown in ${Math.round(shown_ms)} ms`)
  const place = await page(rollUpPath(path, { group: province_id }), centre)
  assert.match(place.text, /99 trên 99 đơn vị đã trả lời/)
  const behind = await page(rollUpPath(path, { group: province_id, question: 'q1' }), centre)
  assert.match(behind.text, /99 đơn vị trả lời câu này/)
  assert.ok(behind.text.includes(answerPath({ unit_id: commune_id, id: answerId(id, commune_id) })))
  // The province reads its own communes' part, a commune nothing but its own page.
  const part = await page(rollUpPath(path), province)
  assert.match(part.text, /99 trên 99 đơn vị đã trả lời/)
  assert.match(part.text, /phần của các đơn vị bên dưới/)
  const own = await page(rollUpPath(path), commune)
  assert.match(own.text, /1 trên 1 đơn vị/)
  const sheet = await page(rollUpPath(path, { sheet: true }), centre)
  const sheets = await readSheet(sheet.bytes)
  assert.equal(sheets[1]?.data.length, 3321 + 3)
})

test('through the pages alone: the province asks, the commune answers on its page, the sum is there', async () => {
  assert.equal((await page('/hoi-nhanh', null)).status, 303)
  assert.equal((await page(preparePath(province_id), commune)).status, 404)
  const form = await page(preparePath(province_id), province)
  const id = /name="id" value="([0-9a-f-]{36})"/.exec(form.text)?.[1] ?? assert.fail('no id')
  const early = await page(preparePath(province_id), province, {
    id,
    ...about,
    whom: 'level',
    level: 'commune',
    ...today,
    due_hour: '07:00',
  })
  assert.equal(early.status, 409)
  assert.match(early.text, /Thiệt hại do bão số 9/)
  assert.equal(
    (await page(preparePath(province_id), province, { id, ...about, whom: 'level', level: 'commune', ...today }))
      .status,
    303,
  )
  const path = callPath({ unit_id: province_id, id })
  const step = async (name: string, typed: Record<string, string>) => {
    const { revision } = await callRow(id)
    return (await page(`${path}/${name}`, province, { revision: String(revision), ...typed })).status
  }
  assert.equal(await step('add-question', { kind: 'number', text: 'Số người phải sơ tán', required: 'yes' }), 422)
  assert.equal(
    await step('add-question', { kind: 'number', text: 'Số người phải sơ tán', measure: 'người', required: 'yes' }),
    303,
  )
  assert.match((await page(path, province)).text, /99 đơn vị được hỏi/)
  assert.equal(await step('publish', {}), 303)
  const payload = { unit_id: province_id, call_id: id, round: 1 }
  await jobs['ask-topical'](payload, { app: base.db, worker: base.worker, config: undefined as never })
  await askAll(province_id, id)
  const list = await page('/hoi-nhanh', commune)
  const answer = answerPath({ unit_id: commune_id, id: answerId(id, commune_id) })
  assert.ok(list.text.includes(answer))
  assert.equal((await page(answer, commune, { revision: '1', step: 'hand-in', c_q1: '125' })).status, 303)
  const sums = await page(`${path}/tong-hop`, province)
  assert.match(sums.text, /125 người/)
  assert.match(sums.text, /1 trên 99 đơn vị đã trả lời/)
  assert.equal(
    (await page(`${path}/tong-hop`, neighbour)).text.includes('125'),
    false,
    'a neighbour reads no other’s answer',
  )
  assert.equal(await step('correct', { title: 'Sơ tán do bão số 9', why: about.why, reason: 'Viết rõ hơn.' }), 303)
  await assert.rejects(take(correct, province, province_id, id, { title: 'x', why: 'y', reason: 'z' }, 1), Stale)
})
