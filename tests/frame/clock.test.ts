/** What happens without a person: the clock's steps on their day and not before, and a transfer that arrives by itself. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { clockSteps } from '../../src/clock-jobs.ts'
import { jobList } from '../../src/jobs.ts'
import { enforce } from '../../src/modules/complaints/enforce.ts'
import { recordReceipt } from '../../src/modules/complaints/record-receipt.ts'
import { suspend } from '../../src/modules/complaints/suspend.ts'
import { assign as assignFeedback } from '../../src/modules/feedback/assign.ts'
import { transfer as transferFeedback } from '../../src/modules/feedback/transfer.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { transfer } from '../../src/modules/petitions/transfer.ts'
import { takeClockSteps } from '../../src/platform/actions/clock-steps.ts'
import { dayOf, fixDay } from '../../src/platform/clock.ts'
import { type JobRunner, runJobs } from '../../src/platform/jobs.ts'
import { idFrom } from '../../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { at } from '../support/office.ts'
import { accepted, answered, assigned, conditions, type House, openHouse, sentDecision, submitted } from './life.ts'

const day = '2026-07-06'
let t: TestDatabase
let house: House

before(async () => {
  t = await testDatabase()
  house = await openHouse(t, day)
})
after(async () => {
  fixDay(null)
  await t.close()
})

const row = async (table: string, id: string) =>
  (await t.db.pool.query(`select * from ${table} where id = $1`, [id])).rows[0]

/** One round of the clock on that day; how many steps were taken. */
const round = async (on: string) => (await takeClockSteps(t.db, clockSteps, at(on))).taken

test('the second road opens the day after the limit, once, not while the complaint is suspended', async () => {
  const id = await accepted(house, day)
  const waits = await accepted(house, day)
  await house.take(suspend, house.head, waits, { ground: 'waits-for-another-result', note: 'Chờ bản án' }, '2026-07-08')
  const { due_on } = await row('complaint', id)
  await round(due_on.toString())
  assert.equal((await row('complaint', id)).second_road, null)
  const next = due_on.add({ days: 1 }).toString()
  assert.ok((await round(next)) >= 1)
  const after = await row('complaint', id)
  assert.equal(after.second_road.why, 'limit-passed')
  assert.equal(after.state, 'accepted')
  assert.equal((await row('complaint', waits)).second_road, null)
  assert.equal(await round(next), 0)
  const { rows } = await t.db.pool.query(
    'select via, standing, actor_id from event where record_id = $1 and seq = $2',
    [id, after.revision],
  )
  assert.deepEqual(rows, [{ via: 'clock', standing: 'clock', actor_id: null }])
})

test('a decision takes effect when the window has passed, and is settled for good once it is enforced', async () => {
  const id = await sentDecision(house, day)
  await house.take(recordReceipt, { ...house.desk }, id, { delivered_on: day }, day)
  await round('2026-08-05')
  assert.equal((await row('complaint', id)).state, 'sent')
  await round('2026-08-07')
  assert.equal((await row('complaint', id)).state, 'in-effect')
  await house.take(enforce, house.handler, id, { stage: 'done', evidence: 'Biên bản bàn giao' }, '2026-08-10')
  await round('2026-08-10')
  assert.equal((await row('complaint', id)).state, 'settled-for-good')
})

test('an unsigned complaint is guided after the local days; an observation is not', async () => {
  const unsigned = await submitted(house, day, 'complaint')
  const lamp = await submitted(house, day, 'observation')
  await round('2026-08-05')
  assert.equal((await row('petition', unsigned)).state, 'received')
  await round('2026-08-08')
  assert.equal((await row('petition', unsigned)).processed_by_step, 'guide-unsigned')
  assert.equal((await row('petition', lamp)).state, 'received')
})

test('an answer closes when it can no longer be reopened', async () => {
  const id = await answered(house, day)
  await round('2026-08-05')
  assert.equal((await row('feedback', id)).state, 'answered')
  await round('2026-08-08')
  assert.equal((await row('feedback', id)).state, 'closed')
})

test('a fault in one record is told and stops no other', async () => {
  const id = await answered(house, day)
  const broken = { ...clockSteps.find(({ action }) => action.step === 'close')!, where: `r.state = 'answered'` }
  const action = {
    ...broken.action,
    decide: () => {
      throw new TypeError('broken')
    },
  }
  const found = await takeClockSteps(t.db, [{ ...broken, action }, broken], at('2026-09-01'))
  assert.ok(found.failed >= 1)
  assert.equal((await row('feedback', id)).state, 'closed')
})

test('through the worker: a transferred petition arrives in the other register, the clock ticks at the start, the day is signed', async () => {
  fixDay(day)
  const data = mkdtempSync('/tmp/gandan-clock-')
  const id = await submitted(house, day)
  const theirs = { kind: 'observation', field: 'infrastructure', competence: 'superior', conditions }
  await house.take(classify, house.desk, id, theirs)
  await house.take(transfer, house.desk, id, { receiver_unit_id: house.office.neighbour, reason: 'Đèn thuộc xã bên' })
  const other = await assigned(house, day, 'observation')
  await house.take(proposeAcceptance, house.handler, other, {})
  const point = idFrom(other, 'point/1')
  await house.take(assignFeedback, house.head, point, { handler_id: house.handler.account_id })
  const there = { receiver_unit_id: house.office.neighbour, reason: 'Đèn thuộc xã bên' }
  await house.take(transferFeedback, house.handler, point, there)
  const late = await accepted(house, '2026-03-02')
  let runner: JobRunner | undefined
  try {
    const config = { data, port: 0, database_url: null, demo: false, today: null }
    runner = await runJobs({ app: t.db, worker: t.worker, config }, jobList)
    const received = (of: string) => row('petition', idFrom(of, `received-by/${house.office.neighbour}`))
    const yesterday = dayOf(Temporal.Now.instant()).subtract({ days: 1 })
    const file = join(data, 'checkpoints', `${yesterday}.json`)
    await until(async () => {
      const arrived = (await received(id)) && (await received(other))
      return Boolean(arrived && (await row('complaint', late)).second_road && existsSync(file))
    })
    const arrived = await received(id)
    assert.equal(arrived.unit_id, house.office.neighbour)
    assert.equal(arrived.came_from.petition_id, id)
    assert.equal(arrived.register_number, 1)
    const delivery = {
      unit_id: house.office.commune,
      petition_id: id,
      to_unit_id: arrived.unit_id,
      to_petition_id: arrived.id,
    }
    await jobList.jobs['deliver-transfer']!(delivery, { app: t.db, worker: t.worker, config })
    assert.equal((await received(id)).revision, 1)
    // A job that names a receiver to whom nothing was sent writes nothing.
    const wrong = { ...delivery, to_unit_id: house.office.province, to_petition_id: idFrom(id, 'wrong') }
    await jobList.jobs['deliver-transfer']!(wrong, { app: t.db, worker: t.worker, config })
    assert.equal(await row('petition', wrong.to_petition_id), undefined)
  } finally {
    await runner?.stop()
    rmSync(data, { recursive: true, force: true })
  }
})

/** Asks until it is so, at most 15 seconds. */
async function until(so: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + 15_000
  while (!(await so())) {
    assert.ok(Date.now() < last, 'it did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
