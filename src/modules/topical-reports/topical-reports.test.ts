/** A question list goes out, is answered, kept and corrected; every no. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { onDay } from '../../../tests/support/office.ts'
import {
  answerId,
  answerRow,
  askAll,
  base,
  begun,
  callRow,
  closeOffice,
  colleague,
  commune,
  commune_id,
  day,
  folder,
  local,
  neighbour,
  neighbour_id,
  no,
  now,
  openOffice,
  page,
  province,
  province_id,
  published,
  roofs,
  setNow,
  take,
  today,
  wrong,
} from '../../../tests/support/topical-office.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { check } from '../../platform/actions/check-command.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { addQuestion } from './add-question.ts'
import { answerPath, callPath, rollUpPath } from './addresses.ts'
import { chooseUnits } from './choose-units.ts'
import { close } from './close.ts'
import { correctAnswer } from './correct-answer.ts'
import { dropQuestion } from './drop-question.ts'
import { extend } from './extend.ts'
import { handIn } from './hand-in.ts'
import { askBatch } from './jobs.ts'
import { keep } from './keep.ts'
import { publish } from './publish.ts'
import { answersOf, callById } from './queries.ts'
import { replaceQuestion } from './replace-question.ts'
import { reportNothing } from './report-nothing.ts'
import { sumOf, tally } from './roll-up.ts'
import { withdraw } from './withdraw.ts'

before(openOffice)
after(closeOffice)

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
    setNow(local('17:30'))
    await take(handIn, commune, commune_id, own, { answers: { q1: '2', q2: 'no' } })
    const call = (await callById(province, base.db.pool, province_id, id))!
    const rows = await answersOf(province, base.db.pool, call, call.rounds[0]!, now.on)
    assert.equal(tally(rows, call.due_at).late, 1)
    assert.match((await page(rollUpPath(call), province)).text, /Muộn/)
    await assert.rejects(
      take(extend, province, province_id, id, { ...today, due_hour: '16:00', reason: 'x' }),
      no('due-hour-is-ahead'),
    )
    setNow(local('09:00'))
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
    setNow(local('08:30', next))
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
    setNow(local('09:00'))
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
