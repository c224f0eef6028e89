import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { formInForce, secretColumns } from '../../law/form-rules.ts'
import { periodOf, quarterOn } from '../../law/report-periods.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import { importUnits } from '../units/import.ts'
import { unitsByCode } from '../units/queries.ts'
import { countryId } from '../units/unit.ts'
import { foldPostings, plainMeasures, referringMeasures } from './balance.ts'
import { countedRecords, reportOf } from './queries.ts'
import { type Ask, makeReport, type Report, readAsk, type Shown } from './report.ts'
import { reportCommand, WrongArguments } from './report-command.ts'
import { placesOf } from './tree-rows.ts'

let at: TestDatabase
const day = (text: string) => Temporal.PlainDate.from(text)
const viewer = clockViewer(day('2026-11-20'))
const ids: Record<string, string> = {}

before(async () => {
  at = await testDatabase()
  await importUnits(at.owner)
  // Lào Cai today, two of its communes, another province's commune, and old units of Yên Bái.
  const communes = async (province: string, on: string) => {
    const { rows } = await at.db.pool.query<{ unit_id: string }>(
      `select a.unit_id from unit_ancestry a join unit_period p on p.unit_id = a.unit_id and p.valid @> $2::date
       where a.ancestor_id = $1 and a.valid @> $2::date and p.level = 'commune' order by p.code`,
      [province, on],
    )
    return rows.map((row) => row.unit_id)
  }
  const unit = async (code: string, on: string) => (await unitsByCode(viewer, at.db.pool, code, day(on)))[0]!.id
  ids['laocai'] = await unit('15', '2026-06-14')
  ids['hanoi'] = await unit('01', '2026-06-14')
  ids['yenbai'] = await unit('15', '2025-06-30')
  const now = await communes(ids['laocai'], '2026-06-14')
  ids['a'] = now[0]!
  ids['b'] = now[1]!
  ids['c'] = (await communes(ids['hanoi'], '2026-06-14'))[0]!
  const { rows } = await at.db.pool.query<{ id: string; to_id: string; parent_id: string }>(
    `select s.from_id as id, min(s.to_id::text)::uuid as to_id, min(p.parent_id::text)::uuid as parent_id from unit_successor s
     join unit_period p on p.unit_id = s.from_id join unit_ancestry a on a.unit_id = s.from_id and a.ancestor_id = $1
     where p.level = 'commune' group by 1 having count(*) = 1 order by 1 limit 1`,
    [ids['yenbai']],
  )
  ids['old'] = rows[0]!.id
  ids['old-became'] = rows[0]!.to_id
  ids['old-district'] = rows[0]!.parent_id
})
after(() => at.close())
beforeEach(() => empty())

async function empty() {
  await at.owner.pool.query(
    'truncate posting, balance, balance_referring, petition, named_position, position, account cascade',
  )
}

interface Posted {
  unit: string
  record?: string
  record_kind?: string
  fact: string
  on_day: string
  known_on?: string
  sign?: 1 | -1
  kind?: string
  stage?: string
  first_time?: boolean
  large_group?: boolean
  eligible?: boolean
  quantity?: number
  people?: number
  cases?: number
  since_on?: string
}

let seq = 0
async function post(...rows: Posted[]) {
  const full = rows.map(({ unit, record, ...row }) => ({
    record_kind: row.fact.startsWith('petition') || row.fact === 'reply-received' ? 'petition' : row.fact,
    known_on: row.on_day,
    sign: 1,
    quantity: 1,
    people: 0,
    cases: 0,
    ...row,
    unit_id: ids[unit] ?? unit,
    record_id: record ?? randomUUID(),
    seq: ++seq,
    ord: 0,
    folded: false,
  }))
  await at.db.pool.query('insert into posting select * from jsonb_populate_recordset(null::posting, $1)', [
    JSON.stringify(full),
  ])
}

function ask(code: string, period: string, unit: string, more: Partial<Ask> = {}): Ask {
  const read = readAsk(code, period)
  assert.ok('form' in read)
  return { ...read, unit: ids[unit] ?? unit, tree_on: null, as_of: null, ...more }
}

async function report(...given: Parameters<typeof ask>): Promise<Report> {
  const made = await makeReport(at.db.pool, ask(...given), { denunciations: true })
  assert.ok(made)
  return made
}

const pick = (columns: Shown, ...numbers: number[]) => numbers.map((no) => columns[no])

test('balances have one column for each measure of the forms', async () => {
  const columnsOf = async (table: string) => {
    const { rows } = await at.db.pool.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = $1 order by ordinal_position`,
      [table],
    )
    return rows.map((row) => row.column_name).filter((name) => !/^(unit_id|quarter_on|since_quarter_on)$/.test(name))
  }
  assert.deepEqual(await columnsOf('balance'), plainMeasures)
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

/** A petition's life as the petitions module posts it. */
const life = fc.record({
  unit: fc.constantFrom('a', 'b', 'c', 'laocai', 'old', 'old-district'),
  received: fc.integer({ min: 0, max: 700 }),
  people: fc.integer({ min: 0, max: 6 }),
  wait: fc.option(fc.integer({ min: 0, max: 200 }), { freq: 4 }),
  kind: fc.constantFrom('complaint', 'denunciation', 'recommendation', 'observation', 'other'),
  stage: fc.constantFrom(
    'propose-acceptance',
    'decline',
    'guide',
    'guide-unsigned',
    'transfer',
    'urge',
    'shelve',
    'hand-back',
  ),
  eligible: fc.boolean(),
  duplicate: fc.boolean(),
  settled: fc.option(fc.integer({ min: 0, max: 300 })),
  first_time: fc.boolean(),
  corrected: fc.option(fc.constantFrom('complaint', 'recommendation'), { freq: 2 }),
})

function postingsOf(given: typeof life extends fc.Arbitrary<infer T> ? T : never): Posted[] {
  const on = (days: number) => day('2025-01-01').add({ days }).toString()
  const about = { unit: given.unit, record: randomUUID(), people: given.people }
  const out: Posted[] = [{ ...about, fact: 'petition-received', on_day: on(given.received) }]
  if (given.wait === null) return out
  const processed = given.received + given.wait
  const counts = given.eligible && given.kind !== 'other' && !['shelve', 'hand-back'].includes(given.stage)
  const row = {
    ...about,
    fact: 'petition-processed',
    on_day: on(processed),
    since_on: on(given.received),
    stage: given.stage,
    eligible: given.eligible,
  }
  const cases = given.eligible && !given.duplicate ? 1 : 0
  out.push({ ...row, kind: given.kind, cases })
  if (counts && ['propose-acceptance', 'decline'].includes(given.stage) && given.settled !== null)
    out.push({
      ...about,
      fact: 'petition-settled',
      kind: given.kind,
      on_day: on(processed + given.settled),
      since_on: on(processed),
      first_time: given.first_time,
    })
  if (given.corrected && counts) {
    const known_on = on(processed + 30)
    out.push(
      { ...row, kind: given.kind, cases, sign: -1, known_on },
      { ...row, kind: given.corrected, cases, known_on },
    )
  }
  return out
}

const numbersOf = (columns: Shown) => Object.values(columns).map((figure) => figure ?? 0)

test('on random lives: identities hold, folding changes nothing, rows add up, periods join, each list is its figure', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 40 }),
      fc.constantFrom('q1', 'q2', '6m', 'y'),
      async (lives, kind) => {
        await empty()
        await post(...lives.slice(0, 20).flatMap(postingsOf))
        await foldPostings(at.worker)
        await post(...lives.slice(20).flatMap(postingsOf))
        for (const unit of ['TW', 'laocai']) {
          const tree_on = day('2026-06-14')
          const one = await report('01/XLD', `2026-${kind}`, unit, { tree_on })
          assert.ok(
            one.checks.every((check) => check.ok),
            JSON.stringify(one.checks),
          )
          const all = [one.own, ...one.rows.map((row) => row.columns), ...one.apart.map((row) => row.columns)].map(
            numbersOf,
          )
          const sums = numbersOf(one.total).map((_, index) => all.reduce((sum, row) => sum + row[index]!, 0))
          assert.deepEqual(sums, numbersOf(one.total))
          const known = await report('01/XLD', `2026-${kind}`, unit, { tree_on, as_of: day('2099-01-01') })
          assert.deepEqual(known.total, one.total)
          const before = await report('01/XLD', '2025-y', unit, { tree_on })
          if (kind !== 'q2') assert.equal(before.total[5], one.total[2], 'carried over = left over')
          await listsMatch(one)
        }
      },
    ),
    { numRuns: 12 },
  )
})

/** Every cell of the total and of the rows that say anything opens as many records as it counts. */
async function listsMatch(one: Report) {
  const everyone: Viewer = { ...viewer, sees_all: true, account_id: await listedAccount(one.unit.id) }
  const seen = { ...everyone, positions: [{ unit_id: one.unit.id, kind: 'clerk' as const }] }
  for (const { no } of one.ask.form.columns) {
    const wanted = { ...one.ask, tree_on: one.question.tree_on }
    const found = await countedRecords(seen, at.db.pool, wanted, { no, limit: 1000 })
    const records = found?.records ?? []
    assert.equal(
      records.reduce((sum, row) => sum + row.counts, 0),
      one.total[no],
      `column ${no}`,
    )
    assert.equal(records.length, one.total[no], `column ${no} of ${one.unit.name}`)
  }
  const row = one.apart[0]
  if (row && (row.kind === 'former-district' || row.kind === 'remainder')) {
    const found = await countedRecords(
      seen,
      at.db.pool,
      { ...one.ask, tree_on: one.question.tree_on },
      { no: 3, part: row.kind },
    )
    assert.equal(found?.records.length, row.columns[3])
  }
}

async function listedAccount(unit_id: string): Promise<string> {
  const account_id = randomUUID()
  await at.owner.pool.query(
    `insert into account (id, name, name_folded, sort_key, sign_in_name) values ($1, 'Tên', 'ten', 'ten', $2)`,
    [account_id, `u${account_id.slice(0, 20)}`],
  )
  await at.owner.pool.query(
    `insert into named_position (unit_id, id, revision, state, chain, created_at, account_id, from_on) values ($1, $2, 1, 'listed', '', now(), $3, '2025-01-01')`,
    [unit_id, randomUUID(), account_id],
  )
  return account_id
}

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
    ...viewer,
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

  const named = { ...clerk, account_id: await listedAccount(ids['laocai']!) }
  const full = await reportOf(named, at.db.pool, asked)
  assert.deepEqual([full?.total[9], full?.without_denunciations], [1, false])
  const left = { ...named, positions: [{ unit_id: ids['a']!, kind: 'clerk' as const }] }
  assert.equal((await reportOf(left, at.db.pool, asked))?.total[9], null, 'listed above, but no longer in office there')
  assert.equal((await reportOf(clerk, at.db.pool, ask('01/TCD', '2026-q1', 'a')))?.without_denunciations, false)

  const stranger = { ...named, visible_root_ids: [ids['hanoi']!] }
  await assert.rejects(reportOf(stranger, at.db.pool, asked), { code: 'not-yours', status: 404 })
  await assert.rejects(reportOf(viewer, at.db.pool, asked), { code: 'not-yours' })
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
  assert.ok('forms' in list && list.forms.length === 4)
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
