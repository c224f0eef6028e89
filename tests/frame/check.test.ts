/** `gandan check` finds whatever was changed behind the program's back, and nothing where nothing was. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { correct } from '../../src/modules/petitions/correct.ts'
import { voidPetition } from '../../src/modules/petitions/void.ts'
import { type CheckReport, check } from '../../src/platform/actions/check-command.ts'
import { writeCheckpoint } from '../../src/platform/actions/checkpoint.ts'
import { dayOf } from '../../src/platform/clock.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { accepted, answered, assigned, type House, openHouse, sentDecision, submitted } from './life.ts'

const day = '2026-07-06'
let t: TestDatabase
let house: House
let data: string
let petition: string
let complaint: string

before(async () => {
  t = await testDatabase()
  data = mkdtempSync('/tmp/gandan-check-')
  house = await openHouse(t, day)
  petition = await assigned(house, day, 'observation')
  complaint = await sentDecision(house, day)
  await answered(house, day)
  const wrong = await submitted(house, day)
  await house.take(voidPetition, house.head, wrong, { reason: 'Nhập hai lần' })
  await submitted(house, day)
  await house.take(correct, house.desk, petition, { reason: 'Sai tên', petitioner_name: 'Lý Thị Mây Hồng' })
})
after(async () => {
  await t.close()
  rmSync(data, { recursive: true, force: true })
})

async function looked(): Promise<CheckReport> {
  const client = await t.db.pool.connect()
  try {
    return await check(client, data)
  } finally {
    client.release()
  }
}

/** Runs the statements as the owner, checks, and puts everything back. */
async function tampered(...statements: [string, unknown[]?][]): Promise<string[]> {
  const client = await t.owner.pool.connect()
  try {
    await client.query('begin')
    for (const [text, values] of statements) {
      const { rowCount } = await client.query(text, values)
      assert.ok((rowCount ?? 0) > 0, `nothing was changed by ${text}`)
    }
    // The check opens its own transaction: inside ours its begin is a warning and its rollback undoes the tampering.
    const inside = Object.assign(Object.create(client), {
      query: (text: string, values?: unknown[]) =>
        /^(begin|rollback)/.test(text) ? Promise.resolve({ rows: [] }) : client.query(text, values),
    })
    return (await check(inside, data)).faults.map(({ kind, seq, what }) => `${kind} ${seq ?? ''}: ${what}`)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('an honest house: every kind is counted, void numbers too, and nothing is found', async () => {
  const report = await looked()
  assert.deepEqual(report.faults, [])
  assert.deepEqual(report.tombstones, [])
  assert.deepEqual(
    report.kinds.map(({ kind, records }) => `${kind} ${records}`),
    ['complaint 1', 'feedback 1', 'petition 5', 'position 4'],
  )
})

describe('what is changed behind the back of the program', () => {
  test('a record', async () => {
    const found = await tampered([`update petition set title = 'Khác' where id = $1`, [petition]])
    assert.deepEqual(found, ['petition 4: not what its events say: title'])
    assert.match((await tampered([`update complaint set due_on = '2027-01-01'`]))[0]!, /due_on/)
    assert.match(
      (await tampered([`update position set kind = 'clerk' where kind = 'handler'`]))[0]!,
      /position 1.*kind/,
    )
  })
  test('a record that is gone, and one that no event made', async () => {
    assert.deepEqual(await tampered(['delete from feedback']), [
      'feedback : there are events but no record',
      'book : feedback 2026: 0 numbers from 0 to 0, the counter stands at 1',
    ])
    const copy = `insert into petition select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'register_number', null))).* from petition p where id = $1`
    assert.deepEqual(await tampered([copy, [petition]]), ['petition 4: there is a record but no event'])
  })
  test('an event', async () => {
    for (const change of [
      `cite = 'LKN 2011 Đ99'`,
      `at = at - interval '1 day'`,
      `on_day = on_day - 1`,
      `actor_id = null`,
      `standing = 'clerk'`,
    ]) {
      const found = await tampered([`update event set ${change} where record_id = $1 and seq = 3`, [petition]])
      assert.ok(found.includes('petition 3: the chain is broken'), `${change}: ${found}`)
    }
  })
  test('a payload', async () => {
    const found = await tampered([
      `update payload set changed = changed || '{"handler_id": null}' where record_id = $1 and seq = 3`,
      [petition],
    ])
    assert.ok(found.includes('petition 3: the payload is not what the event says'), String(found))
    assert.match(found.join('\n'), /not what its events say: handler_id/)
    const gone = await tampered(['delete from payload where record_id = $1 and seq = 2', [petition]])
    assert.ok(gone.includes('petition 2: the payload is missing'), String(gone))
  })
  test('an event in the middle, and the whole payload beside it with its hash', async () => {
    const gone = await tampered(
      ['delete from payload where record_id = $1 and seq = 2', [petition]],
      ['delete from event where record_id = $1 and seq = 2', [petition]],
    )
    assert.ok(gone.includes('petition 3: an event is missing before this one'), String(gone))
    const hashed = await tampered(
      [`update payload set input = input || '{"title": "Khác"}' where record_id = $1 and seq = 1`, [petition]],
      [
        `update event e set payload_hash = payload_hash_of(p.salt, p.input, p.changed) from payload p
         where (p.unit_id, p.record_id, p.seq) = (e.unit_id, e.record_id, e.seq) and e.record_id = $1 and e.seq = 1`,
        [petition],
      ],
    )
    assert.deepEqual(hashed, ['petition 1: the chain is broken'])
  })
  test('a number, a letter, a counter, a posting', async () => {
    assert.match(
      (await tampered(['update register_counter set last = last + 1 where book = $1', ['petition']])).join(),
      /the counter stands at 6/,
    )
    assert.match(
      (await tampered(['update document set number = number + 7 where book = $1', ['QĐ']])).join(),
      /is not the one its event numbered/,
    )
    assert.match(
      (await tampered(['delete from document where book = $1', ['QĐ']])).join(),
      /a numbered letter is missing/,
    )
    assert.match(
      (await tampered([`update posting set known_on = known_on - 1 where fact = 'petition-settled'`])).join(),
      /a posting that no event made/,
    )
  })
})

describe('checkpoints', () => {
  const today = dayOf(Temporal.Now.instant())
  const cut: [string, unknown[]?][] = []
  beforeEach(() => {
    cut.length = 0
    const last = `(select max(seq) from event where record_id = $1)`
    cut.push(
      [
        `update complaint c set revision = e.seq, state = e.to_state, chain = e.chain, sent_on = null from event e
        where e.record_id = c.id and c.id = $1 and e.seq = ${last} - 1`,
        [complaint],
      ],
      [`delete from payload where record_id = $1 and seq = ${last}`, [complaint]],
      [`delete from event where record_id = $1 and seq = ${last}`, [complaint]],
    )
  })

  test('a chain cut at its end passes for honest until a checkpoint has been written', async () => {
    assert.deepEqual(await tampered(...cut), [])
    assert.equal(await writeCheckpoint(t.db.pool, data, today), true)
    assert.equal(await writeCheckpoint(t.db.pool, data, today), false)
    assert.equal(statSync(join(data, 'checkpoint-key.pem')).mode & 0o777, 0o600)
    const report = await looked()
    assert.deepEqual(report.faults, [])
    assert.equal(report.checkpoint, today.toString())
    const found = await tampered(...cut)
    assert.deepEqual(found, [`checkpoint : 1 events fewer than at the checkpoint of ${today}: a chain was cut`])
  })
  test('what comes after the day does not disturb it', async () => {
    await accepted(house, day)
    rmSync(join(data, 'checkpoints'), { recursive: true })
    await writeCheckpoint(t.db.pool, data, today.subtract({ days: 1 }))
    assert.deepEqual((await looked()).faults, [])
  })
  test('a checkpoint changed by hand, or one taken out of the row, is found', async () => {
    await writeCheckpoint(t.db.pool, data, today)
    await writeCheckpoint(t.db.pool, data, today.add({ days: 1 }))
    const [, second] = readdirSync(join(data, 'checkpoints')).sort()
    const file = join(data, 'checkpoints', second!)
    const kept = readFileSync(file, 'utf8')
    writeFileSync(file, kept.replace(/"events": (\d+)/, '"events": 999'))
    const faults = (await looked()).faults.map(({ what }) => what)
    assert.ok(
      faults.some((what) => /the signature is not ours/.test(what)),
      String(faults),
    )
    rmSync(file)
    assert.match((await looked()).faults.map(({ what }) => what).join(), /missing or changed/)
    rmSync(join(data, 'checkpoints'), { recursive: true })
  })
})

test('an erased payload is listed as a tombstone, and its record is compared without it', async () => {
  await t.owner.pool.query(`select erase_payload($1, $2, 1, '2026-08-01', 'Yêu cầu của chủ thể', 'Luật 91/2025')`, [
    house.office.commune,
    petition,
  ])
  const report = await looked()
  assert.deepEqual(report.faults, [])
  assert.equal(report.tombstones.length, 1)
  assert.match((await tampered([`update petition set state = 'handled' where id = $1`, [petition]])).join(), /state/)
})
