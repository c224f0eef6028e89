import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { at, type Office, officer, smallOffice } from '../../../tests/support/office.ts'
import { due } from '../../law/due.ts'
import { switches } from '../../law/switches.ts'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { countryId } from '../units/unit.ts'
import { clockColumns } from './clock.ts'
import { correctDay } from './correct-day.ts'
import { countingOf } from './counting.ts'
import { decideDay } from './decide-day.ts'
import { decidedDay, decidedDays, happenedTo } from './queries.ts'
import { setSwitch } from './set-switch.ts'
import { unsetSwitch } from './unset-switch.ts'
import { withdrawDay } from './withdraw-day.ts'

let base: TestDatabase
let office: Office
let administrator: Viewer
let other: Viewer
let head: Viewer
const today = '2026-11-20'

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  administrator = await officer(base.db, office.commune, 'administrator', today)
  other = await officer(base.db, office.province, 'administrator', today)
  head = await officer(base.db, office.province, 'head', today)
})
after(() => base.close())

const call = (viewer: Viewer, id = uuidv7()) => ({ viewer, unit_id: countryId, id, moment: at(today) })
const no =
  (code: string, status = 409) =>
  (fault: unknown) =>
    fault instanceof NotOpen && fault.code === code && fault.status === status
const free = (day: string) => ({ day, kept_as: 'free', label: 'Nghỉ hoán đổi', decision: 'TB 99/TB-BNV 01/11/2026' })
/** The last day for a complaint received on Monday 23/11/2026: seven working days, 24/11 to 02/12. */
const dueOn = async () =>
  due('complaint.accept', {
    start: Temporal.PlainDate.from('2026-11-23'),
    ...(await countingOf(base.db.pool)),
  }).due.toString()

describe('a decided day', () => {
  test('moves what is counted from now on, in every unit, and not what is written already', async () => {
    const clock = { rule: 'complaint.accept', start: '2026-11-23' } as const
    const written = clockColumns(clock, await countingOf(base.db.pool))
    assert.equal(written.due_on.toString(), '2026-12-02')
    const made = await perform(base.db, decideDay, { ...call(administrator), input: free('2026-11-25') })
    assert.equal(await dueOn(), '2026-12-03')
    assert.equal(written.due_on.toString(), '2026-12-02')
    const answer = due('complaint.accept', {
      start: Temporal.PlainDate.from(clock.start),
      ...(await countingOf(base.db.pool)),
    })
    const reason = answer.reasons.find((one) => one.from.toString() === '2026-11-25')
    assert.deepEqual([reason?.why, reason?.cite], ['office-rest', 'TB 99/TB-BNV 01/11/2026'])
    // A Saturday worked in exchange gives the day back.
    const worked = { day: '2026-11-28', kept_as: 'worked', label: 'Làm bù', decision: 'TB 99/TB-BNV 01/11/2026' }
    const saturday = await perform(base.db, decideDay, { ...call(other), input: worked })
    assert.equal(await dueOn(), '2026-12-02')
    for (const [id, viewer] of [
      [made.id, other],
      [saturday.id, administrator],
    ] as const)
      await perform(base.db, withdrawDay, { ...call(viewer, id), revision: 1, input: { reason: 'Rút thông báo' } })
    assert.equal(await dueOn(), '2026-12-02')
    assert.equal((await countingOf(base.db.pool)).calendar.name, 'published')
  })

  test('is decided once, whichever unit comes second; withdrawn it may be decided anew', async () => {
    const made = await perform(base.db, decideDay, { ...call(administrator), input: free('2026-12-31') })
    await assert.rejects(
      perform(base.db, decideDay, { ...call(other), input: free('2026-12-31') }),
      no('day-is-not-decided-yet'),
    )
    await perform(base.db, withdrawDay, { ...call(other, made.id), revision: 1, input: { reason: 'Nhầm năm' } })
    await assert.rejects(
      perform(base.db, withdrawDay, { ...call(administrator, made.id), input: { reason: 'Lại' } }),
      no('not-in-this-state'),
    )
    await perform(base.db, decideDay, { ...call(other), input: free('2026-12-31') })
    const states = (await decidedDays(head, base.db.pool, 2026)).filter((row) => row.day.toString() === '2026-12-31')
    assert.deepEqual(states.map((row) => row.state).sort(), ['decided', 'withdrawn'])
  })

  test('two at once: one is told that the day is decided', async () => {
    const both = await Promise.allSettled(
      [administrator, other].map((viewer) =>
        perform(base.db, decideDay, { ...call(viewer), input: free('2027-01-04') }),
      ),
    )
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    assert.equal(refused.length, 1)
    assert.ok(no('day-is-not-decided-yet')(refused[0]), String(refused[0]))
  })

  test('is nobody’s but an administrator’s, lies with the country, in a year of the book', async () => {
    await assert.rejects(
      perform(base.db, decideDay, { ...call(head), input: free('2026-12-24') }),
      no('not-yours', 404),
    )
    const ours = { ...call(administrator), unit_id: office.commune }
    await assert.rejects(perform(base.db, decideDay, { ...ours, input: free('2026-12-24') }), no('not-yours', 404))
    await assert.rejects(
      perform(base.db, decideDay, { ...call(administrator), input: free('2040-01-02') }),
      no('day-has-a-calendar'),
    )
  })

  test('is corrected with both values kept; a stale form is refused', async () => {
    const made = await perform(base.db, decideDay, { ...call(administrator), input: free('2027-02-01') })
    const input = { label: 'Nghỉ Tết', decision: 'TB 100/TB-BNV', reason: 'Ghi nhầm số' }
    await perform(base.db, correctDay, { ...call(other, made.id), revision: 1, input })
    await assert.rejects(
      perform(base.db, correctDay, { ...call(administrator, made.id), revision: 1, input: { ...input, label: 'X' } }),
      Stale,
    )
    const row = await decidedDay(head, base.db.pool, made.id)
    assert.deepEqual([row?.label, row?.decision, row?.state], ['Nghỉ Tết', 'TB 100/TB-BNV', 'decided'])
    const happened = await happenedTo(head, base.db.pool, made.id)
    assert.deepEqual(
      happened.map((one) => [one.action, one.reason]),
      [
        ['correct-day', 'Ghi nhầm số'],
        ['decide-day', null],
      ],
    )
    const { rows } = await base.db.pool.query(
      `select input ->> 'decision' as was from payload where record_id = $1 and seq = 1`,
      [made.id],
    )
    assert.equal(rows[0].was, 'TB 99/TB-BNV 01/11/2026')
  })
})

describe('a switch of the book', () => {
  test('stands over its default until it is given back', async () => {
    const input = { switch: 'complaint.accept-in-working-days', turned: 'off', ground: 'Công báo số 1' }
    const made = await perform(base.db, setSwitch, { ...call(administrator), input })
    assert.equal(await dueOn(), '2026-12-03', 'ten days from 24/11')
    await assert.rejects(
      perform(base.db, setSwitch, { ...call(other), input: { ...input, turned: 'on' } }),
      no('switch-is-not-set-yet'),
    )
    await assert.rejects(
      perform(base.db, unsetSwitch, { ...call(head, made.id), input: { reason: 'x' } }),
      no('not-yours', 404),
    )
    const { rows } = await base.db.pool.query('select cite from event where record_id = $1', [made.id])
    assert.equal(rows[0].cite, 'NĐ 155/2026 Đ10')
    await perform(base.db, unsetSwitch, { ...call(other, made.id), revision: 1, input: { reason: 'Đính chính' } })
    assert.equal(await dueOn(), '2026-12-02')
  })

  test('every switch of the book can be set', async () => {
    const options = setSwitch.input.shape.switch.options
    assert.deepEqual(
      [...options],
      switches.map((row) => row.id),
    )
  })

  test('the culture day is free where its switch is on', async () => {
    const input = { switch: 'holiday.culture-day', turned: 'on', ground: 'Bộ luật Lao động sửa đổi' }
    await perform(base.db, setSwitch, { ...call(administrator), input })
    assert.equal(await dueOn(), '2026-12-03')
  })
})
