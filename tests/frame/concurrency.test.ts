/** Two at once: the test holds the lock, waits until both stand in line, and demands one success and one lawful no. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { classify } from '../../src/modules/petitions/classify.ts'
import { correct } from '../../src/modules/petitions/correct.ts'
import { submit } from '../../src/modules/petitions/submit.ts'
import { NotOpen, Stale } from '../../src/platform/actions/errors.ts'
import { type Performed, perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { at, person } from '../support/office.ts'
import { conditions, type House, letterFor, openHouse, submitted } from './life.ts'

const day = '2026-07-06'
let t: TestDatabase
let house: House

before(async () => {
  t = await testDatabase()
  house = await openHouse(t, day)
})
after(() => t.close())

/** Runs both while a third holds the record's row; they start together once both wait for it. */
async function inLine(id: string, ...work: (() => Promise<Performed>)[]): Promise<PromiseSettledResult<Performed>[]> {
  const holder = await t.owner.pool.connect()
  try {
    await holder.query('begin')
    await holder.query('select from petition where id = $1 for update', [id])
    const settled = Promise.allSettled(work.map((one) => one()))
    const last = Date.now() + 10_000
    for (;;) {
      const { rows } = await t.owner.pool.query(
        `select count(distinct l.pid) as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
         where a.datname = current_database() and not l.granted`,
      )
      if (rows[0].n === work.length) break
      assert.ok(Date.now() < last, `only ${rows[0].n} of ${work.length} stand in line`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await holder.query('commit')
    return await settled
  } finally {
    await holder.query('rollback')
    holder.release()
  }
}

const classified = (viewer: Viewer, id: string, field: string) => () =>
  perform(t.db, classify, {
    viewer,
    unit_id: house.office.commune,
    id,
    input: { kind: 'observation', field, competence: 'ours', conditions },
    moment: at(day),
  })

function oneOfEach(results: PromiseSettledResult<Performed>[]): { done: Performed; fault: unknown } {
  const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  assert.equal(done.length, 1, String(faults))
  return { done: done[0]!, fault: faults[0] }
}

const eventsOf = async (id: string) =>
  (await t.db.pool.query('select count(*) as n from event where record_id = $1', [id])).rows[0].n

test('two officers with the same revision: one is done, the other is told by whom and when', async () => {
  const id = await submitted(house, day)
  const corrected = (viewer: Viewer, title: string) => () =>
    perform(t.db, correct, {
      viewer,
      unit_id: house.office.commune,
      id,
      revision: 1,
      input: { reason: 'Sai chữ', title },
      moment: at(day),
    })
  const { done, fault } = oneOfEach(await inLine(id, corrected(house.desk, 'Đèn'), corrected(house.head, 'Điện')))
  assert.equal(done.revision, 2)
  assert.ok(fault instanceof Stale)
  assert.equal(fault.by, house.desk.name)
  assert.equal(fault.action, 'correct')
  assert.equal(await eventsOf(id), 2)
})

test('two scripts that saw no revision: one is done, the other is not open any more', async () => {
  const id = await submitted(house, day)
  const { fault } = oneOfEach(
    await inLine(id, classified(house.desk, id, 'infrastructure'), classified(house.head, id, 'environment')),
  )
  assert.ok(fault instanceof NotOpen && fault.code === 'not-in-this-state' && fault.status === 409)
  assert.equal(await eventsOf(id), 2)
})

test('the same post twice at once counts once, whichever comes first', async () => {
  const id = uuidv7()
  const input = await letterFor(house)
  const post = () =>
    perform(t.db, submit, { viewer: person(day), unit_id: house.office.commune, id, input, moment: at(day) })
  const results = await Promise.all(Array.from({ length: 8 }, post))
  assert.equal(results.filter(({ repeated }) => !repeated).length, 1)
  assert.equal(new Set(results.map(({ numbers }) => numbers['register_number'])).size, 1)
  assert.equal(await eventsOf(id), 1)
})

test('thirty-two letters at once get the numbers 1 to 32; one that fails takes none', async () => {
  const unit_id = house.office.neighbour
  const input = await letterFor(house)
  const prefix = await prefixOfUnit(t.db.pool, unit_id)
  const letters = Array.from({ length: 36 }, (_, n) => ({ ...input, title: n % 9 === 8 ? 'Tài liệu MẬT' : `Thư ${n}` }))
  const results = await Promise.allSettled(
    letters.map((letter) =>
      perform(t.db, submit, {
        viewer: person(day),
        unit_id,
        id: uuidv7(),
        input: { ...letter, code: newTrackingCode(prefix) },
        moment: at(day),
      }),
    ),
  )
  const numbers = results.flatMap((result) =>
    result.status === 'fulfilled' ? [result.value.numbers['register_number']!] : [],
  )
  assert.deepEqual(
    numbers.sort((a, b) => a - b),
    Array.from({ length: 32 }, (_, n) => n + 1),
  )
})
