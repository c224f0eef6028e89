/** A holiday decided later moves the open records, keeps both days, and leaves alone whatever was done. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { jobList } from '../../src/jobs.ts'
import { decideDay } from '../../src/modules/calendars/decide-day.ts'
import { movedBy } from '../../src/modules/calendars/queries.ts'
import { reDatedWords } from '../../src/modules/calendars/re-dated.ts'
import { setSwitch } from '../../src/modules/calendars/set-switch.ts'
import { unsetSwitch } from '../../src/modules/calendars/unset-switch.ts'
import { withdrawDay } from '../../src/modules/calendars/withdraw-day.ts'
import { suspend } from '../../src/modules/complaints/suspend.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { reDatePetition } from '../../src/modules/petitions/re-date.ts'
import { countryId } from '../../src/modules/units/unit.ts'
import { check } from '../../src/platform/actions/check-command.ts'
import { NotOpen } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import { timelineOf } from '../../src/platform/actions/timeline.ts'
import { clockViewer, type Viewer } from '../../src/platform/actions/viewer.ts'
import { fixDay } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { type JobRunner, runJobs } from '../../src/platform/jobs.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { reDateOpenRecords } from '../../src/re-date.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { at, officer, person } from '../support/office.ts'
import { accepted, answered, assigned, type House, openHouse, submitted } from './life.ts'

const day = '2026-11-16'
let t: TestDatabase
let house: House
let administrator: Viewer
let runner: JobRunner

before(async () => {
  fixDay(day)
  t = await testDatabase()
  house = await openHouse(t, day)
  administrator = await officer(t.db, house.office.province, 'administrator', day)
  const context = { app: t.db, worker: t.worker, config: readConfig({}) }
  runner = await runJobs(context, { jobs: jobList.jobs, schedules: [] })
})
after(async () => {
  await runner.stop()
  fixDay(null)
  await t.close()
})

const row = async (table: string, id: string) =>
  (await t.db.pool.query(`select * from ${table} where id = $1`, [id])).rows[0]
const dueOf = async (table: string, id: string) => (await row(table, id)).due_on?.toString() ?? null
const call = (id = uuidv7()) => ({ viewer: administrator, unit_id: countryId, id, moment: at(day) })
const events = async (id: string) =>
  (await t.db.pool.query(`select seq, action, chain from event where record_id = $1 order by seq`, [id])).rows

/** Waits until the worker has nothing left to do. */
async function quiet(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await t.worker.pool.query(
      'select (select count(*) from outbox) + (select count(*) from graphile_worker.jobs) as n',
    )
    if (rows[0].n === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.fail('the job did not end')
}

test('a free day decided later moves each open record that counts it, and says so to everybody who sees the record', async () => {
  // Received 16/11/2026: classified within ten days, by 26/11. Proposed: answered within 15 working days, by 07/12.
  const petition = await submitted(house, day, 'observation')
  const observed = await assigned(house, day, 'observation')
  await house.take(proposeAcceptance, house.handler, observed, {})
  const feedback = idFrom(observed, 'point/1')
  const complaint = await accepted(house, day)
  const still = await accepted(house, day)
  await house.take(suspend, house.head, still, { ground: 'waits-for-another-result', note: 'Chờ bản án' })
  const done = await answered(house, day)
  assert.deepEqual([await dueOf('petition', petition), await dueOf('feedback', feedback)], ['2026-11-26', '2026-12-07'])
  const past = await events(feedback)

  const petitionOfComplaint = (await row('complaint', complaint)).petition_id
  await quiet()
  const told = async (id: string) =>
    (await t.db.pool.query('select count(*)::int as n from notice where record_id = $1', [id])).rows[0].n
  const told_before = [await told(petition), await told(observed), await told(petitionOfComplaint)]
  const label = 'Nghỉ Ngày Văn hóa'
  const input = { day: '2026-11-26', kept_as: 'free', label, decision: 'QĐ 9/QĐ-TTg' }
  const decided = await perform(t.db, decideDay, { ...call(), input })
  await quiet()

  // Ten days end on 26/11, now free, so on 27/11: the nominal day stays. Fifteen working days lose one.
  const moved = await row('petition', petition)
  assert.deepEqual([moved.nominal_on.toString(), moved.due_on.toString()], ['2026-11-26', '2026-11-27'])
  assert.equal(await dueOf('feedback', feedback), '2026-12-08')
  // 30 days from 16/11 end on 16/12, which nothing touched; a suspended record has no day; an answered one is over.
  assert.equal(await dueOf('complaint', complaint), '2026-12-16')
  assert.deepEqual([await dueOf('complaint', still), await dueOf('feedback', done)], [null, null])
  for (const id of [complaint, still, done]) assert.ok((await events(id)).every(({ action }) => action !== 're-date'))

  // Who waits for the moved day is told once; nobody else hears of it.
  const told_now = [await told(petition), await told(observed), await told(petitionOfComplaint)]
  assert.deepEqual(
    told_now.map((count, at) => count - told_before[at]),
    [1, 1, 0],
  )

  // Past events are what they were; the new one has both days, by the clock, with its article.
  const now = await events(feedback)
  assert.deepEqual(now.slice(0, -1), past)
  const opened = person(day, [{ unit_id: house.office.commune, record_id: observed }])
  const last = (await timelineOf(opened, t.db.pool, house.office.commune, feedback)).at(-1)!
  assert.deepEqual([last.action, last.via, last.actor_name], ['re-date', 'clock', null])
  assert.match(last.cite, /BLLĐ 2019 Đ111/)
  const said =
    'Hạn đổi từ 07/12/2026 sang 08/12/2026, vì ngày 26/11/2026 được ghi lại trong lịch làm việc: Nghỉ Ngày Văn hóa (QĐ 9/QĐ-TTg)'
  assert.equal(reDatedWords(last, 'vi'), said)
  assert.match(reDatedWords(last, 'en') ?? '', /^Due date moved from 07\/12\/2026 to 08\/12\/2026/)

  // The page of the decision: all in number, each to those who see its register.
  const forHead = await movedBy(house.head, t.db.pool, decided.id)
  assert.deepEqual([forHead.all, forHead.seen], [2, 2])
  assert.deepEqual(
    forHead.records.map((one) => [one.kind, one.due_from, one.due_to]),
    [
      ['petition', '2026-11-26', '2026-11-27'],
      ['feedback', '2026-12-07', '2026-12-08'],
    ],
  )
  const forStranger = await movedBy(house.stranger, t.db.pool, decided.id)
  assert.deepEqual([forStranger.all, forStranger.seen, forStranger.records], [2, 0, []])

  // The same job again moves nothing; taken back, the old day returns with an event of its own.
  const again = { cause: 'day-decided', cause_id: decided.id } as const
  assert.equal(await reDateOpenRecords(t.db, again, at(day)), 0)
  await perform(t.db, withdrawDay, { ...call(decided.id), revision: 1, input: { reason: 'Nhầm năm' } })
  await quiet()
  assert.equal(await dueOf('feedback', feedback), '2026-12-07')
  assert.equal((await events(feedback)).filter(({ action }) => action === 're-date').length, 2)
})

test('a rule switched off moves the clocks that run by it, and back', async () => {
  const observed = await assigned(house, day, 'complaint')
  await house.take(proposeAcceptance, house.handler, observed, { respondent: 'UBND', contested: 'QĐ 1' })
  const id = idFrom(observed, 'point/1')
  assert.equal(await dueOf('complaint', id), '2026-11-25')
  const input = { switch: 'complaint.accept-in-working-days', turned: 'off', ground: 'Công báo số 1' }
  const made = await perform(t.db, setSwitch, { ...call(), input })
  await quiet()
  assert.equal(await dueOf('complaint', id), '2026-11-26')
  const last = (await timelineOf(house.head, t.db.pool, house.office.commune, id)).at(-1)!
  assert.equal(last.cite, 'NĐ 155/2026 Đ10')
  assert.match(reDatedWords(last, 'vi') ?? '', /vì quy định “.+” được bật hoặc tắt.*Công báo số 1/)
  await perform(t.db, unsetSwitch, { ...call(made.id), revision: 1, input: { reason: 'Đính chính' } })
  await quiet()
  assert.equal(await dueOf('complaint', id), '2026-11-25')
})

test('nobody moves a day by hand, and the clock none that the calendar does not move', async () => {
  const id = await submitted(house, day, 'observation')
  const input = {
    due_from: '2026-11-26',
    due_to: '2026-12-31',
    cause: 'day-decided',
    cause_id: uuidv7(),
    about: '2026-11-26',
    ground: 'x',
    by_law: 'BLLĐ 2019 Đ112',
  }
  const of = { unit_id: house.office.commune, id, input, moment: at(day) }
  const no = (code: string) => (fault: unknown) => fault instanceof NotOpen && fault.code === code
  await assert.rejects(perform(t.db, reDatePetition, { ...of, viewer: house.head }), no('not-yours'))
  await assert.rejects(perform(t.db, reDatePetition, { ...of, viewer: clockViewer(at(day).on) }), no('due-date-moves'))
  assert.deepEqual((await check(t.owner.pool, 'none')).faults, [])
})
