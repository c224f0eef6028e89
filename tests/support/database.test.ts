/** The harness itself: a clone answers, and its roles are no stronger than they are meant to be. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from './database.ts'

let base: TestDatabase
before(async () => {
  base = await testDatabase()
})
after(() => base.close())

test('the server reads and writes, but cannot change or delete an event', async () => {
  const { rows } = await base.db.pool.query('select current_user as who, count(*) as n from event')
  assert.deepEqual(rows, [{ who: 'gandan_app', n: 0 }])
  await assert.rejects(base.db.pool.query('update event set action = action'), /permission denied/)
  await assert.rejects(base.db.pool.query('delete from event'), /permission denied/)
  await assert.rejects(base.db.pool.query('create table stray (n integer)'), /permission denied/)
})

test('the worker owns the job runner', async () => {
  const { rows } = await base.owner.pool.query(
    "select nspowner::regrole::text as owner from pg_namespace where nspname = 'graphile_worker'",
  )
  assert.deepEqual(rows, [{ owner: 'gandan_worker' }])
  await base.worker.pool.query("select graphile_worker.add_job('nothing')")
})

test('days, instants and counts keep their types both ways', async () => {
  const day = Temporal.PlainDate.from('2026-06-26')
  const at = Temporal.Instant.from('2026-06-26T01:02:03.456789Z')
  const { rows } = await base.db.pool.query(
    'select $1::date as day, $2::timestamptz as at, 5::int8 as n, array[$1::date, null] as days',
    [day, at],
  )
  assert.ok(rows[0].day.equals(day))
  assert.ok(rows[0].at.equals(at))
  assert.equal(rows[0].n, 5)
  assert.equal(rows[0].days[0].toString(), '2026-06-26')
  await assert.rejects(base.db.pool.query('select 9007199254740993::int8 as n'), RangeError)
})
