import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { day, nobody, type Posted, type ReportHouse, reportHouse } from '../../../tests/support/report-house.ts'
import type { Form } from '../../law/form-parts.ts'
import { completeColumns, countedColumns } from '../../law/form-rules.ts'
import { forms } from '../../law/forms.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { askingOnce } from '../../platform/asking-once.ts'
import { foldPostings, plainMeasures } from './balance.ts'
import { crossChecks } from './cross-checks.ts'
import { columnAmountSql, registersOf } from './figures.ts'
import { keepMeasures } from './kept-measures.ts'
import { countedRecords } from './queries.ts'
import type { Report, Shown } from './report.ts'

let house: ReportHouse
before(async () => {
  house = await reportHouse()
})
after(() => house.at.close())

/** A petition's life as the modules post it. */
const life = fc.record({
  unit: fc.constantFrom('a', 'b', 'c', 'laocai', 'old', 'old-district'),
  received: fc.integer({ min: 0, max: 700 }),
  people: fc.integer({ min: 0, max: 6 }),
  wait: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 4 }),
  kind: fc.oneof(fc.constant('complaint'), fc.constantFrom('denunciation', 'recommendation', 'observation', 'other')),
  stage: fc.oneof(
    fc.constantFrom('propose-acceptance', 'decline'),
    fc.constantFrom('guide', 'guide-unsigned', 'transfer', 'urge', 'shelve', 'hand-back'),
  ),
  eligible: fc.constantFrom(true, true, true, false),
  duplicate: fc.boolean(),
  settled: fc.option(fc.integer({ min: 0, max: 60 })),
  first_time: fc.boolean(),
  field: fc.constantFrom(
    'land',
    'policy',
    'civil-service',
    'procedures',
    'corruption',
    'judicial',
    'party',
    'other',
    undefined,
  ),
  source: fc.constantFrom('in-person', 'post', 'online', undefined),
  asked: fc.boolean(),
  outcome: fc.constantFrom('right', 'partly-right', 'wrong', 'withdrawn', 'court'),
  in_time: fc.constantFrom(true, false, undefined),
  further: fc.constantFrom('overdue', 'disagrees', undefined),
  amount: fc.option(fc.integer({ min: 1, max: 5000 })),
  carried_out: fc.option(fc.integer({ min: 1, max: 200 })),
  corrected: fc.option(fc.constantFrom('complaint', 'recommendation'), { freq: 2 }),
})

/** A coming of people, and the days of a head. */
const visit = fc.record({
  unit: fc.constantFrom('a', 'b', 'old'),
  fact: fc.constantFrom('visit', 'reception-day'),
  days: fc.integer({ min: 0, max: 700 }),
  stage: fc.constantFrom('regular', 'head', 'delegated'),
  people: fc.integer({ min: 1, max: 30 }),
  first_time: fc.boolean(),
  reversed: fc.boolean(),
})

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never

const on = (days: number) => day('2025-01-01').add({ days }).toString()

/** A settlement is posted by the complaint it ends; the list shows the petition that led to it. */
async function complaintOf(unit: string, petition: string): Promise<string> {
  const id = randomUUID()
  await house.at.owner.pool.query(
    `insert into complaint (unit_id, id, revision, state, chain, created_at, register_year, petition_id, point, case_id, title,
       complainant_name, respondent, contested, field, proposed_on, received_on)
     values ($1, $2, 1, 'decided', '', now(), 2026, $3, 'p', $2, 't', 'n', 'r', '{}', 'land', '2026-01-01', '2026-01-01')`,
    [house.ids[unit], id, petition],
  )
  return id
}

async function postingsOf(given: Of<typeof life>): Promise<Posted[]> {
  const { unit, kind, people, stage, eligible } = given
  const about = { unit, record: randomUUID(), people, source: given.source }
  // Named by its sender or not; once it is processed it counts as what it is, from its first day.
  const called = given.asked ? { kind } : {}
  const received = { ...about, fact: 'petition-received', on_day: on(given.received) }
  const out: Posted[] = [{ ...received, ...called }]
  if (given.wait === null) return out
  if (!given.asked) {
    const known_on = on(given.received + given.wait)
    out.push({ ...received, sign: -1, known_on }, { ...received, kind, known_on })
  }
  const processed = given.received + given.wait
  const counts = eligible && kind !== 'other' && !['shelve', 'hand-back'].includes(stage)
  const row = {
    ...about,
    fact: 'petition-processed',
    on_day: on(processed),
    since_on: on(given.received),
    stage,
    eligible,
    field: given.field,
    ...(kind === 'denunciation' && !given.first_time ? { first_time: false, outcome: given.further } : {}),
  }
  const cases = eligible && !given.duplicate ? 1 : 0
  out.push({ ...row, kind, cases })
  if (counts && ['propose-acceptance', 'decline'].includes(stage) && given.settled !== null) {
    const days = { on_day: on(processed + given.settled), since_on: on(processed) }
    const { first_time, field } = given
    const outcome = kind === 'recommendation' || kind === 'observation' ? 'answered' : given.outcome
    // What is withdrawn or goes to a court has no limit to be kept.
    const in_time = ['withdrawn', 'court'].includes(outcome) ? undefined : given.in_time
    const told = { ...days, outcome, in_time, first_time, field, cases }
    const record =
      kind === 'complaint'
        ? { record: await complaintOf(unit, about.record), record_kind: 'complaint' }
        : { record: about.record }
    out.push({ unit, fact: 'petition-settled', kind, ...told, ...record })
    if (kind === 'complaint' && !first_time) out.push({ ...row, fact: 'second-complaint', kind, cases })
    out.push(...effectsOf(given, { unit, kind, ...record }, processed + given.settled))
  }
  // What led to a proceeding, or is settled, keeps its kind: `correct` refuses.
  if (given.corrected && counts && stage !== 'propose-acceptance' && given.settled === null) {
    const known_on = on(processed + 30)
    out.push({ ...row, kind, cases, sign: -1, known_on }, { ...row, kind: given.corrected, cases, known_on })
    // What was received is called what it now is, too.
    out.push({ ...received, kind, sign: -1, known_on }, { ...received, kind: given.corrected, known_on })
  }
  return out
}

/** What a decision found, what is owed of it and what was done. */
function effectsOf(given: Of<typeof life>, about: Pick<Posted, 'unit' | 'kind' | 'record'>, decided: number): Posted[] {
  if (given.amount === null) return []
  const money = { ...about, stage: 'state-money', quantity: given.amount }
  const out: Posted[] = [
    { ...money, fact: 'settlement-effect', on_day: on(decided) },
    { ...about, fact: 'enforcement-owed', on_day: on(decided + 30) },
    { ...money, fact: 'effect-owed', on_day: on(decided + 30) },
  ]
  if (given.carried_out === null) return out
  const on_day = on(decided + 30 + given.carried_out)
  return [...out, { ...money, fact: 'effect-done', on_day }, { ...about, fact: 'enforcement-done', on_day }]
}

function visitsOf(given: Of<typeof visit>): Posted[] {
  const about = { unit: given.unit, record: randomUUID(), fact: given.fact, on_day: on(given.days), stage: given.stage }
  const { people, first_time } = given
  const row = given.fact === 'visit' ? { ...about, people, cases: 1, first_time, large_group: people >= 5 } : about
  const other = given.stage === 'head' ? 'delegated' : 'head'
  if (!given.reversed) return [row]
  const known_on = on(given.days + 20)
  return [row, { ...row, sign: -1, known_on }, { ...row, stage: other, known_on }]
}

const numbersOf = (columns: Shown) => Object.values(columns).map((figure) => figure ?? 0)

/** Identities hold; total = own + rows + what stands apart; what is known today is what the balances say. */
async function agrees(one: Report): Promise<void> {
  assert.ok(
    one.checks.every((check) => check.ok),
    JSON.stringify(one.checks),
  )
  const all = [one.own, ...one.rows.map((row) => row.columns), ...one.apart.map((row) => row.columns)].map(numbersOf)
  const sums = numbersOf(one.total).map((_, index) => all.reduce((sum, row) => sum + row[index]!, 0))
  assert.deepEqual(sums, numbersOf(one.total))
  assert.deepEqual(one.total, await straight(one))
}

/** The same columns straight from the postings of every register that counts, whatever was folded. */
async function straight({ question, ask: { form, period } }: Report): Promise<Shown> {
  const pool = house.at.db.pool
  const sums = countedColumns(form).map(
    ({ no, terms }) => `coalesce(sum(${columnAmountSql(form, terms)}), 0)::int as "${no}"`,
  )
  const { rows } = await pool.query<Record<number, number>>(
    `select ${sums.join(', ')} from posting p where p.on_day <= $2::date and $1::date <= $2::date and ($3::uuid[] is null or p.unit_id = any($3))`,
    [period.first_on, period.last_on, await registersOf(pool, question, 'total')],
  )
  return completeColumns(form, rows[0]!)
}

/** Openings are the sums of the quarters before them, corrections of those quarters included. */
async function openingsHold(years: number): Promise<void> {
  const { rows } = await house.at.db.pool.query<{ table: string; years: number; wrong: number }>(
    [
      ['balance', 'balance_opening', 'unit_id', plainMeasures],
      ['balance_added', 'balance_added_opening', 'unit_id, measure', ['amount']],
    ]
      .map(([balance, opening, keys, columns]) => {
        const [kept, summed] = [(columns as string[]).join(', '), (columns as string[]).map((name) => `sum(${name})`)]
        const some = (columns as string[]).map((name) => `${name} <> 0`).join(' or ')
        const right = `select ${keys}, y.year_on, ${summed.join(', ')} from ${balance} b join opening_year y on y.year_on > b.quarter_on group by ${keys}, y.year_on`
        return `select '${opening}' as table, (select count(*)::int from opening_year) as years, (select count(*)::int from (
          (select ${keys}, year_on, ${kept} from ${opening} where ${some} except ${right})
          union all (select * from (${right}) r (${keys}, year_on, ${kept}) where ${some} except select ${keys}, year_on, ${kept} from ${opening})) d) as wrong`
      })
      .join(' union all '),
  )
  assert.deepEqual(
    rows.map((row) => row.wrong),
    [0, 0],
  )
  assert.ok(rows.every((row) => row.years >= years))
}

/** Columns of 01/TCD that count people: their lists have visits, each with its people. */
const peopleColumns = [2, 5, 9, 14, 18, 23, 27]

/** Forms in which a record counts once, with one: the others count amounts, people and several facts of one record. */
const countOnce = ['01/TCD', '01/XLD']

/** Every cell of the total opens as many records as it counts; so do the rows that stand apart. */
async function listsMatch(one: Report): Promise<void> {
  const account_id = await house.listed(one.unit.id)
  const positions = [{ unit_id: one.unit.id, kind: 'clerk' as const }]
  const viewer = { ...nobody, account_id, positions, visible_root_ids: [one.unit.id] }
  const asked = { ...one.ask, tree_on: one.question.tree_on }
  const ofPeople = (no: number) => asked.form.code === '01/TCD' && peopleColumns.includes(no)
  const sql = askingOnce(house.at.db.pool)
  const lists = await Promise.all(
    asked.form.columns.map(async ({ no }) => ({
      no,
      found: await countedRecords(viewer, sql, asked, { no, limit: 1000 }),
    })),
  )
  for (const { no, found } of lists) {
    const records = found?.records ?? []
    const counted = records.reduce((sum, row) => sum + row.counts, 0)
    assert.equal(counted, one.total[no], `column ${no} of ${asked.form.code} ${asked.form.instrument}`)
    if (countOnce.includes(asked.form.code) && !ofPeople(no))
      assert.equal(records.length, one.total[no], `column ${no} of ${one.unit.name}`)
    for (const row of records) assert.notEqual(row.record_kind, 'complaint')
  }
  for (const row of one.apart) {
    const part = row.kind === 'former-district' ? 'former-district' : 'remainder'
    const found = await countedRecords(viewer, sql, asked, { no: 3, part, limit: 1000 })
    assert.equal(
      found?.records.reduce((sum, record) => sum + record.counts, 0),
      row.columns[3],
    )
  }
  await rowsMatch(one, viewer)
}

/** The unit's own row and those of the units below, each in its first and last column that counts anything. */
async function rowsMatch(one: Report, viewer: Viewer): Promise<void> {
  const rows = [
    { unit: one.unit.id, part: 'own' as const, columns: one.own },
    ...one.rows.map((row) => ({ unit: row.unit!.id, part: 'total' as const, columns: row.columns })),
  ]
  const sql = askingOnce(house.at.db.pool)
  const cells = rows.flatMap(({ unit, part, columns }) => {
    const telling = one.ask.form.columns.filter(({ no }) => columns[no])
    return [...new Set([telling[0], telling.at(-1)])].flatMap((column) =>
      column ? { unit, part, no: column.no, figure: columns[column.no] } : [],
    )
  })
  await Promise.all(
    cells.map(async ({ unit, part, no, figure }) => {
      const asked = { ...one.ask, unit, tree_on: one.question.tree_on }
      const found = await countedRecords(viewer, sql, asked, { no, part, limit: 1000 })
      const counted = found?.records.reduce((sum, record) => sum + record.counts, 0)
      assert.equal(counted, figure, `column ${no} of ${part} ${unit}`)
    }),
  )
}

/** A year later somebody finds letters of the first weeks of 2025 in a drawer, and takes others out of the book. */
async function correctAndFold(lives: readonly Of<typeof life>[]): Promise<void> {
  for (const given of lives.slice(0, 5)) {
    const early = await postingsOf({ ...given, received: given.received % 60 })
    await house.post(...early)
    if (given.first_time)
      await house.post(...early.map((posting) => ({ ...posting, sign: (posting.sign === -1 ? 1 : -1) as 1 | -1 })))
  }
  await foldPostings(house.at.worker)
}

test('petitions: identities hold, rows add up, folding changes nothing, periods join, each list is its figure', async () => {
  const kinds = fc.constantFrom('q1', 'q2', '6m', 'y')
  const property = fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 40 }), kinds, async (lives, kind) => {
    await house.empty()
    for (const given of lives.slice(0, 20)) await house.post(...(await postingsOf(given)))
    await foldPostings(house.at.worker)
    for (const given of lives.slice(20)) await house.post(...(await postingsOf(given)))
    const tree_on = day('2026-06-14')
    for (const unit of ['TW', 'laocai']) {
      const one = await house.report('01/XLD', `2026-${kind}`, unit, { tree_on })
      await agrees(one)
      await listsMatch(one)
      const before = await house.report('01/XLD', '2025-y', unit, { tree_on })
      if (kind !== 'q2') assert.equal(before.total[5], one.total[2], 'carried over = left over')
      if (unit === 'laocai')
        await listsMatch(await house.report('01/XLD', `2026-${kind}`, unit, { tree_on, as_of: day('2026-04-01') }))
      await agrees(await house.report('01/XLD', '2023-y', unit, { tree_on }))
    }
    await foldPostings(house.at.worker)
    await correctAndFold(lives)
    await agrees(await house.report('01/XLD', `2026-${kind}`, 'TW', { tree_on }))
    await agrees(await house.report('01/XLD', '2027-q1', 'TW', { tree_on }))
    await openingsHold(0)
  })
  await fc.assert(property, { numRuns: 3 })
})

test('all forms: the same for each of them, in whole quarters and by the calendar half-year, also while measures are refolded', async () => {
  let run = 0
  const property = fc.asyncProperty(fc.array(life, { minLength: 12, maxLength: 30 }), async (lives) => {
    await house.empty()
    // What an earlier version folded knows none of the added measures; then some units do.
    await house.at.owner.pool.query('update measure set ready = false')
    for (const given of lives.slice(0, 8)) await house.post(...(await postingsOf(given)))
    await foldPostings(house.at.worker)
    await house.at.owner.pool.query(`update balance_reach set measures = '{}'`)
    await house.at.owner.pool.query('truncate balance_added, balance_added_opening')
    await house.at.owner.pool.query('update measure set ready = false')
    await keepMeasures(house.at.worker, 2)
    for (const given of lives.slice(8, 16)) await house.post(...(await postingsOf(given)))
    const halfway = await totals()
    await foldPostings(house.at.worker)
    assert.deepEqual(await totals(), halfway)
    for (const given of lives.slice(16)) await house.post(...(await postingsOf(given)))
    for (const form of forms) {
      const one = await house.report(form.code, periodIn(form), 'TW', { form, tree_on: day('2026-06-14') })
      await agrees(one)
      // Every cell of every form is opened, in one run or in the other.
      if (forms.indexOf(form) % 2 === run % 2) await listsMatch(one)
    }
    run++
    for (const form of forms) await crossChecksHold(form)
    await foldPostings(house.at.worker)
    await correctAndFold(lives)
    for (const form of forms)
      await agrees(await house.report(form.code, periodIn(form), 'TW', { form, tree_on: day('2026-06-14') }))
    await openingsHold(1)
  })
  await fc.assert(property, { numRuns: 2 })
})

/** A period in which the invented lives lie, whatever version of the form it is. */
const periodIn = (_form: Form): string => '2026-6m'

async function totals(): Promise<Record<string, Shown>> {
  const found: Record<string, Shown> = {}
  for (const form of forms) {
    const one = await house.report(form.code, periodIn(form), 'TW', { form, tree_on: day('2026-06-14') })
    found[`${form.code} ${form.instrument}`] = one.total
  }
  return found
}

async function crossChecksHold(form: Form): Promise<void> {
  if (!form.across) return
  const one = await house.report(form.code, periodIn(form), 'TW', { form, tree_on: day('2026-06-14') })
  const checks = await crossChecks(house.at.db.pool, one.question)
  assert.equal(checks.length, form.across.length)
  assert.deepEqual(
    checks.filter((check) => !check.ok),
    [],
    form.instrument,
  )
}

test('visits: the same for 01/TCD', async () => {
  const property = fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 30 }), async (visits) => {
    await house.empty()
    await house.post(...visits.slice(0, 15).flatMap(visitsOf))
    await foldPostings(house.at.worker)
    await house.post(...visits.slice(15).flatMap(visitsOf))
    const one = await house.report('01/TCD', '2026-y', 'laocai')
    await agrees(one)
    await listsMatch(one)
  })
  await fc.assert(property, { numRuns: 3 })
})
