/** Reception days and field visits on a real database: the law's no as often as its yes. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { makeOffice, type Office } from '../../../tests/support/reception-office.ts'
import { no, periodic, person, receptionSteps, wrong } from '../../../tests/support/reception-steps.ts'
import { Stale } from '../../platform/actions/errors.ts'
import { checkIn } from './check-in.ts'
import { close } from './close.ts'
import { conclude } from './conclude.ts'
import { correctDay } from './correct-day.ts'
import { end } from './end.ts'
import { open } from './open.ts'
import { postpone } from './postpone.ts'
import { publish } from './publish.ts'
import { recordFieldVisit } from './record-field-visit.ts'
import { takeStatement } from './take-statement.ts'

let base: TestDatabase
let office: Office
let at: ReturnType<typeof receptionSteps>
let commune: string

before(async () => {
  base = await testDatabase()
  office = await makeOffice(base)
  at = receptionSteps(base, office)
  commune = office.commune
})
after(() => base.close())

describe('a reception day', () => {
  test('is in time five working days before and late a day after that; late is recorded, not refused', async () => {
    // Thursday 24/09/2026: the latest day is Thursday 17/09.
    const inTime = await at.row('reception_day', await at.published('2026-09-24', '2026-09-17'))
    assert.equal(String(inTime['publish_by_on']), '2026-09-17')
    assert.equal(inTime['published_late'], false)
    const late = await at.row('reception_day', await at.published('2026-09-24', '2026-09-18'))
    assert.equal(late['published_late'], true)
    assert.equal(inTime['head_name'], 'Lò Văn Chủ')
  })

  test('is refused in the past, ending before it starts, unscheduled without reason, or by a stranger', async () => {
    await assert.rejects(at.published('2026-09-01', '2026-09-02'), wrong('held_on', 'day-has-passed'))
    await assert.rejects(
      at.published('2026-09-24', '2026-09-02', { ends: '7:00' }),
      wrong('ends', 'ends-before-it-starts'),
    )
    await assert.rejects(
      at.published('2026-09-24', '2026-09-02', { kind: 'unscheduled' }),
      wrong('unscheduled_reason', 'required'),
    )
    await assert.rejects(at.published('2026-09-24', '2026-09-02', { starts: '25:00' }), wrong('starts', 'not-a-time'))
    const viewer = await at.as('stranger', '2026-09-02')
    await assert.rejects(
      at.step(publish, '2026-09-02', { ...periodic, held_on: '2026-09-24' }, { viewer }),
      no('not-yours'),
    )
    assert.equal(
      (
        await at.row(
          'reception_day',
          await at.published('2026-09-03', '2026-09-02', {
            kind: 'unscheduled',
            unscheduled_ground: 'heated-or-complex',
            unscheduled_reason: 'Dân chặn đường',
          }),
        )
      )['published_late'],
      false,
    )
  })

  test('moves with its reason and its bookings, and cannot move once it has passed', async () => {
    const id = await at.published('2026-10-08', '2026-10-01')
    const booked = await at.booking(id, '2026-10-02')
    await at.step(
      postpone,
      '2026-10-05',
      { held_on: '2026-10-15', starts: '8:00', ends: '11:00', reason: 'Họp Hội đồng', notice: 'Niêm yết, gọi điện' },
      { id },
    )
    const moved = await at.row('reception_day', id)
    assert.equal(String(moved['held_on']), '2026-10-15')
    assert.deepEqual((moved['postponed'] as { from_on: string }[])[0]?.from_on, '2026-10-08')
    await assert.rejects(at.step(open, '2026-10-08', { receiver: 'head' }, { id }), no('its-day-has-come'))
    await at.step(open, '2026-10-15', { receiver: 'head' }, { id })
    await at.step(checkIn, '2026-10-15', { ...person, people: '1' }, { id: booked.id })
    assert.equal(String((await at.row('visit', booked.id))['received_on']), '2026-10-15')
    const passed = await at.published('2026-10-20', '2026-10-01')
    await assert.rejects(
      at.step(
        postpone,
        '2026-10-21',
        { held_on: '2026-10-30', starts: '8', ends: '9', reason: 'x', notice: 'y' },
        { id: passed },
      ),
      no('its-day-has-not-passed'),
    )
  })

  test('on which nobody came is held all the same', async () => {
    const id = await at.openDay('2026-08-06')
    await at.step(close, '2026-08-06', {}, { id })
    assert.equal((await at.row('reception_day', id))['nobody_came'], true)
    assert.deepEqual(await at.figures('2026-08-06', '2026-08-06'), { head: [0, 0, 0, 0, 0, 0, 0, 1] })
    await at.step(conclude, '2026-08-07', { conclusion: 'Không có công dân đến.' }, { id })
    const [letter] = await at.letters(id)
    assert.match(JSON.stringify(letter?.text), /không có công dân đến/)
  })

  test('that a deputy held after 01/07/2026 is recorded as it was and counted as delegated', async () => {
    const id = await at.published('2026-09-10', '2026-09-01')
    await assert.rejects(at.step(open, '2026-09-10', { receiver: 'deputy' }, { id }), wrong('deputy_id', 'choose-one'))
    await assert.rejects(
      at.step(open, '2026-09-10', { receiver: 'deputy', deputy_id: office.people.deputy }, { id }),
      wrong('receiver_reason', 'required'),
    )
    await assert.rejects(
      at.step(open, '2026-09-10', { receiver: 'officer' }, { id }),
      wrong('receiver', 'head-or-deputy-receives'),
    )
    await at.step(
      open,
      '2026-09-10',
      { receiver: 'deputy', deputy_id: office.people.deputy, receiver_reason: 'Chủ tịch đi họp tỉnh' },
      { id },
    )
    const visit = await at.walkedIn('2026-09-10', id)
    // The deputy who receives may take the statement; a deputy otherwise has no part in it.
    const deputy = await at.as('deputy', '2026-09-10')
    await at.step(
      takeStatement,
      '2026-09-10',
      { statement: 'Xin sửa đường', read_back: 'yes', confirmed: 'signed' },
      { id: visit, viewer: deputy },
    )
    await at.step(end, '2026-09-10', { conclusion: 'Giao phòng kinh tế' }, { id: visit, viewer: deputy })
    await at.step(close, '2026-09-10', {}, { id })
    assert.deepEqual(await at.figures('2026-09-10', '2026-09-10'), { delegated: [1, 1, 1, 0, 0, 0, 0, 1] })
    // It was the head after all: day and visit move over, on the day they were.
    await at.step(correctDay, '2026-09-20', { receiver: 'head', reason: 'Ghi nhầm' }, { id })
    assert.deepEqual(await at.figures('2026-09-10', '2026-09-10'), {
      delegated: [0, 0, 0, 0, 0, 0, 0, 0],
      head: [1, 1, 1, 0, 0, 0, 0, 1],
    })
    const { rows } = await base.db.pool.query(
      'select distinct known_on from posting where unit_id = $1 and record_id = $2 and sign = -1',
      [commune, id],
    )
    assert.equal(String(rows[0].known_on), '2026-09-20')
  })

  test('does not close while somebody waits, nor for an old revision', async () => {
    const id = await at.openDay('2026-08-13')
    const visit = await at.walkedIn('2026-08-13', id)
    await assert.rejects(at.step(close, '2026-08-13', {}, { id }), no('no-visit-is-waiting'))
    await at.step(takeStatement, '2026-08-13', { statement: 'a', read_back: 'yes', confirmed: 'spoken' }, { id: visit })
    await at.step(end, '2026-08-13', { conclusion: 'b' }, { id: visit })
    await assert.rejects(
      at.step(correctDay, '2026-08-13', { reason: 'x', place: 'Nhà văn hóa' }, { id, revision: 1 }),
      Stale,
    )
    await at.step(close, '2026-08-13', {}, { id })
    assert.equal((await at.row('reception_day', id))['nobody_came'], false)
  })
})

test('the week of the fact sheet: three ordinary visits and a chairman day with two', async () => {
  await at.walkedIn('2026-07-13', undefined, { people: '4' })
  await at.walkedIn('2026-07-14', undefined, { people: '1' })
  await at.walkedIn('2026-07-15', undefined, { people: '6', first_time: 'no' })
  const day = await at.openDay('2026-07-16')
  await at.walkedIn('2026-07-16', day)
  await at.walkedIn('2026-07-16', day)
  assert.deepEqual(await at.figures('2026-07-13', '2026-07-17'), {
    // Columns 13–16 and 4–12 of 01/TCD: visits, people, first time, many times, groups, their people, of them many times.
    head: [2, 2, 2, 0, 0, 0, 0, 0],
    regular: [3, 11, 2, 1, 1, 6, 1, 0],
  })
})

test('a field visit keeps roles and promises, never a name in front of a line', async () => {
  const input = {
    held_on: '2026-11-18',
    place: 'Thôn Nà Ải',
    spoke: 'Trưởng thôn; mương vỡ\nNgười dân: chưa có điện',
    promised: 'Sửa mương trước Tết',
  }
  await assert.rejects(
    at.step(recordFieldVisit, '2026-11-20', input, { viewer: await at.as('head', '2026-11-20') }),
    wrong('spoke', 'role-opens-the-line'),
  )
  const kept = { ...input, spoke: 'Trưởng thôn; mương vỡ\nNgười dân; chưa có điện' }
  const { id } = await at.step(recordFieldVisit, '2026-11-20', kept, { viewer: await at.as('head', '2026-11-20') })
  assert.deepEqual((await at.row('field_visit', id))['spoke'], [
    { role: 'village-head', said: 'mương vỡ' },
    { role: 'resident', said: 'chưa có điện' },
  ])
  await assert.rejects(
    at.step(recordFieldVisit, '2026-11-20', { ...kept, held_on: '2026-11-21' }),
    wrong('held_on', 'day-in-future'),
  )
})
