import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import type { TestDatabase } from '../../../tests/support/database.ts'
import { day, nobody, type Posted, type ReportHouse, reportHouse } from '../../../tests/support/report-house.ts'
import { formInForce, secretColumns } from '../../law/form-rules.ts'
import { forms } from '../../law/forms.ts'
import { periodOf, quarterOn } from '../../law/report-periods.ts'
import { countryId } from '../units/unit.ts'
import { foldPostings, plainMeasures, referringMeasures } from './balance.ts'
import { countedRecords, reportOf } from './queries.ts'
import type { Shown } from './report.ts'
import { reportCommand, WrongArguments } from './report-command.ts'
import { placesOf } from './tree-rows.ts'

let house: ReportHouse
let at: TestDatabase
let ids: ReportHouse['ids']
let { ask, post, report, listed } = {} as ReportHouse

before(async () => {
  house = await reportHouse()
  ;({ at, ids, ask, post, report, listed } = house)
})
after(() => at.close())
beforeEach(() => house.empty())

const pick = (columns: Shown, ...numbers: number[]) => numbers.map((no) => columns[no])

test('balances have one column for each measure of the forms', async () => {
  const columnsOf = async (table: string) => {
    const { rows } = await at.db.pool.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = $1 order by ordinal_position`,
      [table],
    )
    return rows
      .map((row) => row.column_name)
      .filter((name) => !/^(unit_id|quarter_on|since_quarter_on|year_on)$/.test(name))
  }
  assert.deepEqual(await columnsOf('balance'), plainMeasures)
  assert.deepEqual(await columnsOf('balance_opening'), plainMeasures)
  assert.deepEqual(await columnsOf('balance_referring'), referringMeasures)
})

test('the database and the law cut quarters on the same days', async () => {
  const { rows } = await at.db.pool.query<{ d: Temporal.PlainDate; q: Temporal.PlainDate }>(
    `select d::date as d, quarter_on(d::date) as q from generate_series('2023-01-01'::date, '2028-12-31', '1 day') d`,
  )
  for (const { d, q } of rows) assert.equal(q.toString(), quarterOn(d).toString(), d.toString())
})

test('the worked example of 01/TCD, before and after folding', async () => {
  const visit = { unit: 'a', fact: 'visit', on_day: '2026-03-02', cases: 1 }
  await post(
    { ...visit, stage: 'regular', people: 4, first_time: true },
    { ...visit, stage: 'regular', people: 1, first_time: true },
    { ...visit, stage: 'regular', people: 6, first_time: false, large_group: true },
    { ...visit, stage: 'head', people: 1, first_time: true },
    { ...visit, stage: 'head', people: 1, first_time: true },
    { unit: 'a', fact: 'reception-day', on_day: '2026-03-02', stage: 'head' },
  )
  const check = async () => {
    const { total, checks, rows } = await report('01/TCD', '2026-q1', 'laocai')
    const first = Array.from({ length: 16 }, (_, index) => total[index + 1])
    assert.deepEqual(first, [5, 13, 5, 3, 11, 2, 1, 1, 6, 0, 1, 1, 2, 2, 2, 0])
    assert.ok(checks.length === 6 && checks.every((one) => one.ok))
    assert.equal(rows.length, 99)
    assert.deepEqual(rows.find((row) => row.unit?.id === ids['a'])?.columns, total)
  }
  await check()
  assert.equal(await foldPostings(at.worker), 6)
  await check()
  assert.equal(await foldPostings(at.worker), 0)
  assert.equal((await report('01/TCD', '2026-q2', 'laocai')).total[1], 0)
})

test('what is not processed is carried over, and a period ends on the 14th', async () => {
  const record = randomUUID()
  await post({ unit: 'a', record, fact: 'petition-received', on_day: '2026-03-14', people: 1 })
  await post({ unit: 'a', fact: 'petition-received', on_day: '2026-03-15', people: 1 })
  const processed = {
    unit: 'a',
    record,
    fact: 'petition-processed',
    on_day: '2026-06-14',
    since_on: '2026-03-14',
    people: 1,
  }
  await post({ ...processed, kind: 'complaint', stage: 'propose-acceptance', eligible: true, cases: 1 })
  assert.deepEqual(pick((await report('01/XLD', '2026-q1', 'a')).total, 1, 2, 3, 4, 5), [1, 0, 1, 0, 1])
  await foldPostings(at.worker)
  assert.deepEqual(pick((await report('01/XLD', '2026-q2', 'a')).total, 1, 2, 3, 4, 5), [2, 1, 1, 1, 1])
  assert.deepEqual(pick((await report('01/XLD', '2026-q3', 'a')).total, 1, 2, 3, 4, 5), [1, 1, 0, 0, 1])
  assert.deepEqual(pick((await report('01/XLD', '2026-6m', 'a')).total, 1, 2, 3, 4, 5), [2, 0, 2, 1, 1])
})

test('what is carried over is read from the opening of the year; what is entered years late is in every opening since', async () => {
  const received = { unit: 'a', fact: 'petition-received', people: 1 }
  await post({ ...received, on_day: '2024-02-02' }, { ...received, on_day: '2026-02-02' })
  const carried = async () => pick((await report('01/XLD', '2026-q1', 'a')).total, 1, 2, 3)
  const opened = async () => {
    const { rows } = await at.db.pool.query<{ opened: string }>(
      `select year_on || ': ' || received_one as opened from balance_opening where unit_id = $1 order by year_on`,
      [ids['a']],
    )
    return rows.map((row) => row.opened)
  }
  assert.deepEqual(await carried(), [2, 1, 1])
  await foldPostings(at.worker)
  assert.deepEqual(await opened(), ['2024-12-15: 1', '2025-12-15: 1'])
  assert.deepEqual(await carried(), [2, 1, 1])
  await post({ ...received, on_day: '2024-03-20', known_on: '2026-03-01' })
  await post({ ...received, on_day: '2025-03-20', known_on: '2026-03-01' })
  assert.deepEqual(await carried(), [4, 3, 1])
  await foldPostings(at.worker)
  assert.deepEqual(await opened(), ['2024-12-15: 2', '2025-12-15: 3'])
  assert.deepEqual(await carried(), [4, 3, 1])
  const then = await report('01/XLD', '2026-q1', 'a', { as_of: day('2026-03-14') })
  assert.deepEqual(pick(then.total, 1, 2, 3), [4, 3, 1])
  const before = await report('01/XLD', '2025-y', 'a', { as_of: day('2026-02-01') })
  assert.deepEqual(pick(before.total, 1, 2, 3), [1, 1, 0])
})

test('a settlement counts in the period of its processing once it lies within it', async () => {
  const record = randomUUID()
  const about = { unit: 'b', record, kind: 'complaint' }
  await post({ ...about, fact: 'petition-received', on_day: '2026-01-05' })
  await post({
    ...about,
    fact: 'petition-processed',
    on_day: '2026-01-10',
    stage: 'propose-acceptance',
    eligible: true,
    cases: 1,
  })
  await post({ ...about, fact: 'petition-settled', on_day: '2026-04-01', since_on: '2026-01-10', first_time: true })
  for (const fold of [false, true]) {
    if (fold) await foldPostings(at.worker)
    assert.deepEqual(pick((await report('01/XLD', '2026-q1', 'b')).total, 6, 11, 12, 13), [1, 0, 0, 1])
    assert.deepEqual(pick((await report('01/XLD', '2026-6m', 'b')).total, 6, 11, 12, 13), [1, 1, 0, 0])
    assert.deepEqual(pick((await report('01/XLD', '2026-q2', 'b')).total, 6, 11, 12, 13), [0, 0, 0, 0])
  }
})

test('a reversed posting changes what is known today and leaves what was known then', async () => {
  const record = randomUUID()
  const processed = {
    unit: 'a',
    record,
    fact: 'petition-processed',
    on_day: '2026-05-05',
    stage: 'propose-acceptance',
    eligible: true,
    cases: 1,
  }
  await post(
    { unit: 'a', record, fact: 'petition-received', on_day: '2026-05-01' },
    { ...processed, kind: 'complaint' },
  )
  await foldPostings(at.worker)
  await post(
    { ...processed, kind: 'complaint', sign: -1, known_on: '2026-08-01' },
    { ...processed, kind: 'recommendation', known_on: '2026-08-01' },
  )
  const now = await report('01/XLD', '2026-6m', 'laocai')
  const then = await report('01/XLD', '2026-6m', 'laocai', { as_of: day('2026-06-20') })
  assert.deepEqual(pick(now.total, 6, 8, 10), [1, 0, 1])
  assert.deepEqual(pick(then.total, 6, 8, 10), [1, 1, 0])
  assert.ok([...now.checks, ...then.checks].every((check) => check.ok))
  await foldPostings(at.worker)
  assert.deepEqual((await report('01/XLD', '2026-6m', 'laocai')).total, now.total)
  assert.deepEqual((await report('01/XLD', '2026-6m', 'laocai', { as_of: day('2026-06-20') })).total, then.total)
})

test('across 01/07/2025 old communes count under what they became, districts and provinces under their province', async () => {
  const received = { fact: 'petition-received', on_day: '2025-05-20' }
  for (const unit of ['old', 'old-district', 'yenbai']) await post({ ...received, unit })
  const oldTree = await report('01/XLD', '2025-6m', 'yenbai')
  assert.equal(oldTree.question.tree_on.toString(), '2025-06-14')
  assert.deepEqual([oldTree.total[3], oldTree.own[3]], [3, 1])
  assert.equal(oldTree.rows.find((row) => row.unit?.id === ids['old-district'])?.columns[3], 2)

  const tree_on = day('2026-06-14')
  const newTree = await report('01/XLD', '2025-6m', 'laocai', { tree_on })
  assert.deepEqual([newTree.total[3], newTree.own[3]], [3, 1], 'the old province is part of the new one’s own row')
  assert.equal(newTree.rows.find((row) => row.unit?.id === ids['old-became'])?.columns[3], 1)
  assert.deepEqual(
    newTree.apart.map((row) => [row.kind, row.columns[3]]),
    [['former-district', 1]],
  )
  assert.equal((await report('01/XLD', '2025-6m', 'old-became', { tree_on })).total[3], 1)
  const country = await report('01/XLD', '2025-6m', 'TW', { tree_on })
  assert.equal(country.rows.find((row) => row.unit?.id === ids['laocai'])?.columns[3], 3)
  assert.equal(country.rows.filter((row) => row.unit?.level === 'province').length, 34)
  assert.equal((await report('01/XLD', '2025-6m', 'hanoi', { tree_on })).total[3], 0)
})

test('a unit divided over several stands apart under what they have in common; a new unit stands under its origins', async () => {
  const { rows } = await at.db.pool.query<{ id: string; to_ids: string[] }>(
    `select s.from_id as id, array_agg(s.to_id) as to_ids from unit_successor s group by 1 having count(*) > 1 order by 1`,
  )
  const tree_on = day('2026-06-14')
  const places = await placesOf(
    at.db.pool,
    rows.map((row) => row.id),
    tree_on,
  )
  assert.ok(rows.length > 5)
  for (const { id } of rows) assert.equal(places.get(id)?.how, 'remainder')
  await post({ unit: rows[0]!.id, fact: 'petition-received', on_day: '2025-05-20' })
  const province = places.get(rows[0]!.id)!.target_id
  const { apart, total } = await report('01/XLD', '2025-6m', province, { tree_on })
  assert.deepEqual([apart[0]?.kind, apart[0]?.columns[3], total[3]], ['remainder', 1, 1])

  await post({ unit: 'old-became', fact: 'petition-received', on_day: '2025-08-01' })
  const back = await report('01/XLD', '2025-y', 'yenbai', { tree_on: day('2025-06-30') })
  assert.equal(back.total[3], 1)
  await post({ unit: randomUUID(), fact: 'petition-received', on_day: '2025-08-01' })
  const country = await report('01/XLD', '2025-y', 'TW', { tree_on })
  assert.deepEqual(
    [country.total[3], country.apart[0]?.columns[3]],
    [3, 1],
    'a register the tree never knew is not lost',
  )
})

test('balances are the worker’s: the server can only read them', async () => {
  const write = `insert into balance (unit_id, quarter_on) values (gen_random_uuid(), '2026-03-15')`
  await assert.rejects(at.db.pool.query(write), /permission denied/)
  await assert.rejects(at.db.pool.query('update balance set replies = 1'), /permission denied/)
  await assert.rejects(at.worker.pool.query('delete from balance'), /permission denied/)
})

test('folding by several at once counts nothing twice', async () => {
  const rows = Array.from(
    { length: 600 },
    (_, index): Posted => ({
      unit: ['a', 'b', 'c'][index % 3]!,
      fact: 'petition-received',
      on_day: '2026-02-02',
      people: 1,
    }),
  )
  await post(...rows)
  const folded = await Promise.all([
    foldPostings(at.worker, 70),
    foldPostings(at.worker, 90),
    foldPostings(at.worker, 50),
  ])
  assert.ok(folded.reduce((a, b) => a + b) >= 0)
  await foldPostings(at.worker)
  assert.equal((await report('01/XLD', '2026-q1', 'TW')).total[3], 600)
  const { rows: left } = await at.db.pool.query('select count(*)::int as n from posting where not folded')
  assert.equal(left[0].n, 0)
})

test('figures that contain denunciations, and their lists, are for named positions; others see a form without them', async () => {
  const about = { unit: 'a', record: randomUUID(), on_day: '2026-02-02' }
  await post({ ...about, fact: 'petition-received' })
  await post({
    ...about,
    fact: 'petition-processed',
    kind: 'denunciation',
    stage: 'propose-acceptance',
    eligible: true,
    cases: 1,
  })
  const clerk = {
    ...nobody,
    account_id: randomUUID(),
    positions: [{ unit_id: ids['laocai']!, kind: 'clerk' as const }],
    visible_root_ids: [ids['laocai']!],
  }
  const asked = ask('01/XLD', '2026-q1', 'a')
  const open = await reportOf(clerk, at.db.pool, asked)
  const secret = secretColumns(asked.form)
  for (const { no } of asked.form.columns) assert.equal(open?.total[no] === null, secret.has(no))
  assert.equal(open?.without_denunciations, true)
  assert.deepEqual(open?.checks, [])
  await assert.rejects(countedRecords(clerk, at.db.pool, asked, { no: 9 }), { code: 'figure-for-named-positions' })
  await assert.rejects(countedRecords(clerk, at.db.pool, asked, { no: 6 }), { code: 'figure-for-named-positions' })

  const named = { ...clerk, account_id: await listed(ids['laocai']!) }
  const full = await reportOf(named, at.db.pool, asked)
  assert.deepEqual([full?.total[9], full?.without_denunciations], [1, false])
  const left = { ...named, positions: [{ unit_id: ids['a']!, kind: 'clerk' as const }] }
  assert.equal((await reportOf(left, at.db.pool, asked))?.total[9], null, 'listed above, but no longer in office there')
  const elsewhere = {
    ...named,
    account_id: await listed(ids['hanoi']!),
    positions: [...clerk.positions, { unit_id: ids['hanoi']!, kind: 'clerk' as const }],
  }
  assert.equal((await reportOf(elsewhere, at.db.pool, asked))?.total[9], null, 'listed in another province')
  assert.equal((await reportOf(clerk, at.db.pool, ask('01/TCD', '2026-q1', 'a')))?.without_denunciations, false)

  const stranger = { ...named, visible_root_ids: [ids['hanoi']!] }
  await assert.rejects(reportOf(stranger, at.db.pool, asked), { code: 'not-yours', status: 404 })
  await assert.rejects(reportOf(nobody, at.db.pool, asked), { code: 'not-yours' })
})

test('the command answers with total, own row, 34 provinces and checks, and says what is wrong', async () => {
  await post(
    { unit: 'a', fact: 'petition-received', on_day: '2026-02-02' },
    { unit: countryId, fact: 'petition-received', on_day: '2026-02-03' },
  )
  const run = (...args: string[]) => reportCommand(at.db.pool, args)
  const made = await run(
    '--form',
    '01/XLD',
    '--instrument',
    'TT01/2024',
    '--unit',
    'TW',
    '--period',
    '2026-6m',
    '--json',
  )
  assert.ok('rows' in made)
  assert.deepEqual([made.columns[3], made.own[3], made.rows.length, made.tree_on], [2, 1, 34, '2026-06-14'])
  assert.deepEqual(made.checks[0], { ok: true, what: '1=2+3=4+5' })
  assert.equal(made.rows.find((row) => row.unit === '15')?.columns[3], 1)
  const old = await run('--form', '01/XLD', '--unit', 'TW', '--period', '2023-y', '--json')
  assert.ok('rows' in old)
  assert.deepEqual([old.instrument, Object.keys(old.columns).length, old.tree_on], ['TT02/2021', 26, '2025-01-01'])
  const list = await run('--list')
  assert.ok('forms' in list && list.forms.length === forms.length)
  for (const wrong of [
    ['--form', '09/XLD', '--unit', 'TW', '--period', '2026-y'],
    ['--form', '01/XLD', '--unit', 'TW', '--period', '2026-q5'],
    ['--form', '01/XLD', '--unit', 'TW', '--period', '2026-y', '--instrument', 'TT99/2030'],
    ['--form', '01/XLD', '--unit', '99', '--period', '2026-y'],
    ['--form', '01/XLD', '--unit', 'TW', '--period', '2026-y', '--tree', '2026-02-30'],
    ['--form', '01/XLD', '--period', '2026-y'],
    ['--frm'],
  ])
    await assert.rejects(run(...wrong), WrongArguments, wrong.join(' '))
})

test('periods and forms agree: every period of a year after 2024 is told in the form of 2024', () => {
  assert.equal(formInForce('01/XLD', periodOf(2024, 'q1').last_on)?.instrument, 'TT01/2024')
  assert.equal(formInForce('01/XLD', periodOf(2023, 'y').last_on)?.instrument, 'TT02/2021')
})

/** The folder as a process of its own, to be killed. Says one line when it begins. */
function folder(step: number) {
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
  const code = `import { connect } from ${here('../../platform/database.ts')}
    import { foldPostings } from ${here('./balance.ts')}
    const db = connect(process.env.FOLD_URL, { max: 2 })
    process.stdout.write('begins')
    await foldPostings(db, ${step})
    await db.end()`
  const env = { ...process.env, FOLD_URL: at.worker_url }
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const begun = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (exit) => resolve(exit)))
  return { begun, ended, kill: () => child.kill('SIGKILL') }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a folder killed anywhere leaves figures equal to the postings: while it waits, inside its statement, between units', async () => {
  const rows = Array.from({ length: 3_000 }, (_, index): Posted => {
    const fact = ['petition-received', 'petition-processed', 'petition-settled'][index % 3]!
    const on_day = '2026-02-02'
    const about = { unit: ['a', 'b', 'c', 'laocai'][index % 4]!, on_day, since_on: '2026-01-02', people: 1, cases: 1 }
    return { ...about, fact, kind: 'complaint', stage: 'propose-acceptance', eligible: true, first_time: true }
  })
  await post(...rows)
  const expected = (await report('01/XLD', '2026-q1', 'TW')).total
  const same = async (when: string) => assert.deepEqual((await report('01/XLD', '2026-q1', 'TW')).total, expected, when)
  const left = async () => {
    const { rows } = await at.db.pool.query<{ n: number }>('select count(*)::int as n from posting where not folded')
    return rows[0]?.n ?? 0
  }
  await foldPostings(at.worker, 10_000)
  await at.owner.pool.query(
    'update posting set folded = false; truncate balance, balance_referring, balance_added, balance_opening, balance_added_opening, opening_year',
  )
  await at.owner.pool.query(
    `insert into balance (unit_id, quarter_on) select id, '2025-12-15' from unnest($1::uuid[]) id`,
    [['a', 'b', 'c', 'laocai'].map((unit) => ids[unit])],
  )
  await same('all of it a tail')
  // Held at what it must write: first the reach of a unit, then its balance. Killed there, nothing of it is done.
  for (const table of ['balance_reach', 'balance']) {
    const holder = await at.owner.pool.connect()
    await holder.query(`begin; lock table ${table} in exclusive mode`)
    const held = folder(500)
    await held.begun
    for (let tries = 0; tries < 100; tries++) {
      const { rows } = await at.owner.pool.query(
        `select from pg_locks where not granted and relation = '${table}'::regclass`,
      )
      if (rows.length > 0) break
      await pause(20)
    }
    held.kill()
    await held.ended
    await holder.query('rollback')
    holder.release()
    assert.equal(await left(), rows.length, `held at ${table}: nothing is folded`)
    await same(`killed while held at ${table}`)
  }
  // Between statements and units, wherever it happens to be.
  for (const ms of [10, 40]) {
    const running = folder(40)
    await running.begun
    await pause(ms)
    running.kill()
    await running.ended
    await same(`killed after ${ms} ms`)
  }
  await foldPostings(at.worker, 200)
  assert.equal(await left(), 0)
  await same('folded to the end')
})
