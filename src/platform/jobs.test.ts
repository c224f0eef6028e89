/** Work after the commit, end to end under the real roles: outbox → queue → job, once. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts'
import { readConfig } from './config.ts'
import { moveOutbox, runJobs } from './jobs.ts'
import { uuidv7 } from './uuid.ts'

let base: TestDatabase
before(async () => {
  base = await testDatabase()
})
after(() => base?.close())

const put = (task: string, payload: object, run_at = 'now()') =>
  base.db.pool.query(`insert into outbox (unit_id, id, task, payload, run_at) values ($1, $2, $3, $4, ${run_at})`, [
    unit_id,
    uuidv7(),
    task,
    JSON.stringify(payload),
  ])
const unit_id = uuidv7()
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a row written by the server is run by the worker, with its unit, and tried again when it fails', async () => {
  const seen: unknown[] = []
  let falls = 1
  const jobs = {
    tell: async (payload: unknown) => void seen.push(payload),
    fall: async () => {
      if (falls-- > 0) throw new Error('on purpose')
      seen.push('got up')
    },
  }
  const context = { app: base.db, worker: base.worker, config: readConfig({}) }
  const runner = await runJobs(context, { jobs, schedules: [] })
  await put('tell', { record_id: 'r' })
  await put('fall', {})
  for (let tries = 0; tries < 100 && seen.length < 2; tries++) await wait(100)
  await runner.stop()
  assert.deepEqual(seen, [{ unit_id, record_id: 'r' }, 'got up'])
  const { rows } = await base.owner.pool.query('select count(*) as n from outbox')
  assert.equal(rows[0].n, 0)
})

test('what the clock missed while nothing ran is caught up at the next start', async () => {
  let ticks = 0
  const list = { jobs: { tick: async () => void ticks++ }, schedules: [{ task: 'tick', pattern: '* * * * *' }] }
  const context = { app: base.db, worker: base.worker, config: readConfig({}) }
  const known = () =>
    base.worker.pool.query("select from graphile_worker._private_known_crontabs where identifier = 'tick'")
  const first = await runJobs(context, list)
  for (let tries = 0; tries < 100 && (await known()).rowCount === 0; tries++) await wait(50)
  await first.stop()
  await base.worker.pool.query(
    "update graphile_worker._private_known_crontabs set last_execution = now() - interval '3 minutes' where identifier = 'tick'",
  )
  const second = await runJobs(context, list)
  for (let tries = 0; tries < 100 && ticks === 0; tries++) await wait(50)
  await second.stop()
  assert.ok(ticks > 0)
})

test('two movers at once move every row once', async () => {
  for (let i = 0; i < 40; i++) await put('later', { i }, "now() + interval '1 day'")
  const moved = await Promise.all([moveOutbox(base.worker), moveOutbox(base.worker)])
  assert.equal(moved[0] + moved[1] + (await moveOutbox(base.worker)), 40)
  const { rows } = await base.worker.pool.query(
    "select count(*) as n, min(run_at) > now() as waits from graphile_worker.jobs where task_identifier = 'later'",
  )
  assert.deepEqual(rows, [{ n: 40, waits: true }])
})

test('the server itself can neither read the queue nor add to it', async () => {
  await assert.rejects(base.db.pool.query("select graphile_worker.add_job('tell')"), /permission denied/)
})
