import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day, nobody, type Posted, type ReportHouse, reportHouse } from '../../../tests/support/report-house.ts'
import { type Form, forms } from '../../law/forms.ts'
import { measures } from '../../law/measures.ts'
import { readPeriod } from '../../law/report-periods.ts'
import { readPackage } from '../units/package-source.ts'
import { nameKey, shortName } from '../units/unit.ts'
import { unitOfCode } from '../units/unit-of-code.ts'
import { foldPostings } from './balance.ts'
import { compare } from './comparison.ts'
import { comparisonSentences } from './comparison-view.tsx'
import { figuresOf } from './figures.ts'
import { makeReport, type Report } from './report.ts'
import { formerUnits, placesOf } from './tree-rows.ts'
import { twoTrees } from './two-trees.ts'

const eve = day('2025-06-30')
const now = day('2026-11-20')

let house: ReportHouse
before(async () => {
  house = await reportHouse()
  await postEverywhere()
})
after(() => house.at.close())

/** Several facts in every register that ever was, drawn from its id: what matters is that they differ from unit to unit. */
async function postEverywhere(): Promise<void> {
  const days = `(case when u.began > '2025-06-30' then '2025-07-02'::date else '2025-01-05'::date end + (hashtext(u.id::text || g) & 127))`
  await house.at.db.pool.query(`
    insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, kind, stage, eligible, first_time, large_group, people, cases, since_on)
    select u.id, gen_random_uuid(), 1, 'petition',
      (array['petition-received', 'petition-processed', 'petition-settled', 'visit', 'reception-day', 'reply-received'])[1 + (dice & 1023) % 6],
      ${days}, ${days}, (array['complaint', 'denunciation', 'recommendation', 'observation', 'other'])[1 + (dice >> 3 & 1023) % 5],
      (array['propose-acceptance', 'guide', 'transfer', 'urge', 'regular', 'head', 'delegated'])[1 + (dice >> 5 & 1023) % 7],
      dice & 64 > 0, dice & 128 > 0, dice & 256 > 0, (dice >> 7 & 1023) % 4, (dice >> 9 & 1023) % 2, ${days}
    from (select unit_id as id, min(lower(valid)) as began from unit_period where level in ('country', 'province', 'district', 'commune') group by 1) u
      cross join generate_series(1, 3) g cross join lateral (select hashtext(g || u.id::text) & 2147483647 as dice) d`)
  await house.at.owner.pool.query('analyze posting')
}

const year = readPeriod('2025-y')!

/** The figures of the country on a tree, by the rows that they stand in. */
async function country(
  form: Report['ask']['form'],
  tree_on: Temporal.PlainDate,
  as_of: Temporal.PlainDate | null = null,
) {
  const made = await makeReport(
    house.at.db.pool,
    { form, period: year, unit: 'TW', tree_on, as_of },
    { denunciations: true },
  )
  assert.ok(made)
  return made
}

/** What the rows of a report have together, its own among them. */
function rowsTogether(report: Report, no: number): number {
  return [report.own, ...report.rows.map((row) => row.columns), ...report.apart.map((row) => row.columns)].reduce(
    (sum, columns) => sum + (columns[no] ?? 0),
    0,
  )
}

/** A form with one column for each measure of the law: every indicator that any form can count. */
const everything: Form = {
  code: '00/XYZ',
  instrument: 'all measures',
  title: '',
  from: '2021-01-01',
  until: null,
  cite: '',
  columns: Object.keys(measures).map((name, index) => ({
    no: index + 1,
    path: [name],
    printed: String(index + 1),
    from: { terms: [{ measures: [name], when: 'in', sign: 1 }] },
  })),
  identities: [],
}

test('every indicator is the same for the country on both trees, and is what its rows have together', async () => {
  for (const form of [everything, forms.find((one) => one.code === '01/TCD' && one.until === null)!]) {
    const [then, today] = [await country(form, eve), await country(form, now)]
    assert.deepEqual(today.total, then.total, form.code)
    assert.ok(Object.values(today.total).filter((figure) => (figure ?? 0) > 0).length > 20, form.code)
    for (const { no } of form.columns) {
      assert.equal(rowsTogether(then, no), then.total[no], `${form.code} column ${no} then`)
      assert.equal(rowsTogether(today, no), today.total[no], `${form.code} column ${no} now`)
    }
    assert.equal(then.rows.filter((row) => row.unit?.level === 'province').length, 63)
    assert.equal(today.rows.filter((row) => row.unit?.level === 'province').length, 34)
  }
})

test('as known on a day the country is the same on both trees too', async () => {
  const form = forms.find((one) => one.code === '01/XLD' && one.until === null)!
  const [then, today] = [await country(form, eve, day('2025-03-15')), await country(form, now, day('2025-03-15'))]
  assert.deepEqual(today.total, then.total)
  const all = await country(form, now)
  assert.ok((today.total[3] ?? 0) > 0 && (today.total[3] ?? 0) < (all.total[3] ?? 0))
})

test('each commune of today has its own figures and those of all its whole predecessors; districts stand apart', async () => {
  const form = forms.find((one) => one.code === '01/XLD' && one.until === null)!
  // Straight from postings and the table of succession, without what reports use.
  const { rows } = await house.at.db.pool.query<{ id: string; level: string; received: number; became: string[] }>(
    `select u.id, (select level from unit_period where unit_id = u.id order by valid limit 1) as level,
       (select count(*)::int from posting p where p.unit_id = u.id and p.fact = 'petition-received') as received,
       array(select to_id from unit_successor where from_id = u.id) as became
     from unit u where u.kind = 'territory'`,
  )
  const expected = new Map<string, number>()
  const add = (id: string, count: number) => expected.set(id, (expected.get(id) ?? 0) + count)
  for (const unit of rows) {
    if (unit.became.length === 0 && unit.level === 'commune') add(unit.id, unit.received)
    const [to] = unit.became
    if (unit.became.length === 1 && to && unit.level === 'commune') add(to, unit.received)
  }
  const places = await placesOf(
    house.at.db.pool,
    rows.map((unit) => unit.id),
    now,
  )
  const stands = new Map<string, number>()
  const found = { districts: 0, remainders: 0 }
  for (const { id, received, level } of rows) {
    const place = places.get(id)
    if (place?.how === 'former-district') found.districts += received
    else if (place?.how === 'remainder') found.remainders += received
    else if (place && level === 'commune') stands.set(place.target_id, (stands.get(place.target_id) ?? 0) + received)
  }
  for (const [id, count] of stands) assert.equal(count, expected.get(id) ?? 0, id)
  for (const [id, count] of expected) assert.equal(stands.get(id) ?? 0, count, id)
  assert.ok(stands.size > 3300)
  const provinces = (await country(form, now)).rows.flatMap((row) => (row.unit?.level === 'province' ? [row.unit] : []))
  for (const province of provinces.filter((_, index) => index % 11 === 0)) {
    const question = { form, root_id: province.id, is_country: false, period: year, tree_on: now, as_of: null }
    const communes = (await figuresOf(house.at.db.pool, question)).rows.filter((row) => row.kind === 'unit')
    assert.ok(communes.length > 30)
    for (const row of communes)
      assert.equal(row.columns[3], expected.get(row.unit_id ?? ''), `${province.name} ${row.unit_id}`)
  }
  const sum = (of: (unit: (typeof rows)[number]) => boolean) =>
    rows.filter(of).reduce((total, unit) => total + unit.received, 0)
  assert.equal(
    found.districts,
    sum((unit) => unit.level === 'district'),
  )
  assert.equal(
    found.remainders,
    sum((unit) => unit.level === 'commune' && unit.became.length > 1),
  )
  assert.ok(found.districts > 0 && found.remainders > 0)
})

test('all rows of the imported table lead where it says: whole units to their commune, divided ones no further than their province', async () => {
  const { mappings } = readPackage()
  // A town and the commune around it often have one name: what a ward calls itself tells them apart.
  const key = (ward: string | null, ...above: (string | null)[]) =>
    [nameKey(ward ?? ''), ...above.map((name) => nameKey(shortName(name ?? '')))].join('|')
  const { rows } = await house.at.db.pool.query<{
    id: string
    name: string
    district: string
    province: string
    on: string
  }>(
    `select p.unit_id as id, p.name, d.name as district, v.name as province, 'then' as on from unit_period p
       join unit_period d on d.unit_id = p.parent_id and d.valid @> $1::date
       left join unit_period v on v.unit_id = d.parent_id and v.valid @> $1::date
     where p.level = 'commune' and p.valid @> $1::date
     union all
     select p.unit_id, p.name, '', v.name, 'now' from unit_period p join unit_period v on v.unit_id = p.parent_id and v.valid @> $2::date
     where p.level = 'commune' and p.valid @> $2::date`,
    [eve, day('2025-07-01')],
  )
  const idsOf = (on: string) => {
    const ids = new Map<string, string[]>()
    for (const row of rows.filter((one) => one.on === on)) {
      const name = key(row.name, row.district, row.province)
      ids.set(name, [...(ids.get(name) ?? []), row.id])
    }
    return ids
  }
  const [then, later] = [idsOf('then'), idsOf('now')]
  const became = new Map<string, Set<string>>()
  for (const row of mappings) {
    const [from] = then.get(key(row.old_ward_name, row.old_district_name, row.old_province_name)) ?? []
    const to = later.get(key(row.new_ward_name, '', row.new_province_name)) ?? []
    assert.ok(to.length > 0, `${row.new_ward_name}, ${row.new_province_name}`)
    if (from && to.length === 1) became.set(from, (became.get(from) ?? new Set()).add(to[0]!))
  }
  assert.ok(became.size > 9500, `${became.size}`)
  const places = await placesOf(house.at.db.pool, [...became.keys()], now)
  let divided = 0
  for (const [from, to] of became) {
    const place = places.get(from)
    const [only] = to
    if (place?.how === 'remainder') divided++
    else assert.ok(place && only === place.target_id, from)
    if (to.size > 1) assert.equal(place?.how, 'remainder', `${from} was divided`)
    assert.equal(place?.line.includes(only ?? ''), place?.how !== 'remainder')
  }
  assert.ok(divided > 5, `${divided}`)
})

test('a unit that only changed its name, rank or place above keeps its row; no former unit stands under a commune', async () => {
  const { rows } = await house.at.db.pool.query<{ unit_id: string }>(
    `select unit_id from unit_period where level = 'commune' group by 1 having count(*) > 1`,
  )
  assert.ok(rows.length >= 10)
  const places = await placesOf(
    house.at.db.pool,
    rows.map((row) => row.unit_id),
    now,
  )
  for (const { unit_id } of rows)
    assert.deepEqual([places.get(unit_id)?.how, places.get(unit_id)?.target_id], ['alive', unit_id])
  const { rows: districts } = await house.at.db.pool.query<{ unit_id: string }>(
    `select distinct unit_id from unit_period where level = 'district'`,
  )
  assert.equal(districts.length, 696)
  const above = await placesOf(
    house.at.db.pool,
    districts.map((row) => row.unit_id),
    now,
  )
  const { rows: communes } = await house.at.db.pool.query<{ unit_id: string }>(
    `select unit_id from unit_period where level = 'commune' and valid @> $1::date`,
    [now],
  )
  const isCommune = new Set(communes.map((row) => row.unit_id))
  const astray = districts.filter(({ unit_id }) => above.get(unit_id)?.line.some((id) => isCommune.has(id)))
  assert.deepEqual(astray, [])
  assert.ok(districts.every(({ unit_id }) => above.get(unit_id)?.how === 'former-district'))
  const [commune] = communes
  const former = await formerUnits(house.at.db.pool, commune!.unit_id, now)
  assert.ok([...former.values()].every((place) => place.how === 'succeeded'))
})

test('every code that was used again leads to the unit that bore it on the day of the file, or says why not', async () => {
  const sql = house.at.db.pool
  const { rows } = await sql.query<{ code: string; before: string; old_name: string; since: string; new_name: string }>(
    `select a.code, a.unit_id as before, a.name as old_name, b.unit_id as since, b.name as new_name from unit_period a
     join unit_period b on b.code = a.code and b.unit_id <> a.unit_id and b.valid @> date '2025-07-15'
     where a.valid @> $1::date and a.level in ('province', 'commune') order by a.code`,
    [eve],
  )
  assert.ok(rows.length > 3000, `${rows.length}`)
  // One statement a code would take seconds; the hundred first and every thirtieth are asked one by one.
  for (const row of rows.filter((_, index) => index < 40 || index % 60 === 0)) {
    const ask = async (on: string, more: { until?: Temporal.PlainDate; name?: string } = {}) =>
      unitOfCode(nobody, sql, { code: row.code, on: day(on), ...more })
    const idOf = (answer: Awaited<ReturnType<typeof ask>>) =>
      'unit' in answer ? answer.unit.id : answer.refused.reason
    assert.equal(idOf(await ask('2025-06-15')), row.before, row.code)
    assert.equal(idOf(await ask('2025-07-15')), row.since, row.code)
    const across = { until: day('2025-07-14') }
    assert.equal(idOf(await ask('2025-06-15', across)), 'code-changed-hands', row.code)
    if (nameKey(shortName(row.old_name)) === nameKey(shortName(row.new_name))) continue
    assert.equal(idOf(await ask('2025-06-15', { ...across, name: row.old_name })), row.before)
    assert.equal(idOf(await ask('2025-06-15', { ...across, name: shortName(row.new_name) })), row.since)
    assert.equal(idOf(await ask('2025-07-15', { name: row.old_name })), 'name-of-another-unit')
    assert.equal(idOf(await ask('2024-12-31')), 'code-of-other-days')
  }
})

test('a code is read as spreadsheets leave it, and refused with who bears it when', async () => {
  const sql = house.at.db.pool
  const ask = (code: string, on: string, name?: string) => unitOfCode(nobody, sql, { code, on: day(on), name })
  const found = await ask('8', '2025-07-15', 'PHƯỜNG NGỌC HÀ')
  assert.ok('unit' in found && found.unit.code === '00008')
  const unclear = await ask('4', '2025-07-15')
  assert.ok('refused' in unclear && unclear.refused.reason === 'unclear-code')
  const clear = await ask('4', '2025-07-15', 'P. Ba Đình')
  assert.ok('unit' in clear && clear.unit.name === 'Phường Ba Đình')
  const unknown = await ask('98765', '2025-07-15')
  assert.deepEqual(unknown, { refused: { reason: 'unknown-code', bearers: [] } })
  const other = await ask('00004', '2025-07-15', 'Phường Trúc Bạch')
  assert.ok('refused' in other && other.refused.reason === 'name-of-another-unit')
  assert.deepEqual(
    other.refused.bearers.map((one) => [one.name, one.from_on.toString(), one.until_on?.toString() ?? null]),
    [
      ['Phường Trúc Bạch', '2025-01-01', '2025-07-01'],
      ['Phường Ba Đình', '2025-07-01', null],
    ],
  )
  const renamed = await ask('26485', '2026-04-15', 'Xã Nhơn Trạch')
  const since = await ask('26485', '2026-05-15', 'Phường Nhơn Trạch')
  assert.ok('unit' in renamed && 'unit' in since && renamed.unit.id === since.unit.id)
  assert.equal(renamed.unit.name, 'Xã Nhơn Trạch')
  const quarter = await unitOfCode(nobody, sql, { code: '26485', on: day('2026-03-15'), until: day('2026-06-14') })
  assert.ok('unit' in quarter && quarter.unit.id === since.unit.id && quarter.unit.name === 'Phường Nhơn Trạch')
})

test('what was known on a day is the same summed from postings and taken away from balances, folded or not', async () => {
  const rows = Array.from({ length: 240 }, (_, index): Posted => {
    const on_day = day('2025-12-20').add({ days: (index * 37) % 170 })
    const known = on_day.add({ days: index % 5 === 0 ? 60 : index % 3 })
    const processed = index % 2 === 1
    return {
      unit: ['a', 'b', 'laocai'][index % 3]!,
      fact: index % 7 === 0 ? 'petition-settled' : processed ? 'petition-processed' : 'petition-received',
      on_day: on_day.toString(),
      known_on: known.toString(),
      since_on: on_day.subtract({ days: index % 40 }).toString(),
      people: index % 4,
      sign: index % 11 === 0 ? -1 : 1,
      kind: ['complaint', 'recommendation', 'denunciation'][index % 3]!,
      stage: ['propose-acceptance', 'guide', 'transfer'][index % 3]!,
      eligible: true,
      cases: 1,
      first_time: index % 2 === 0,
    }
  })
  const days = ['2025-12-25', '2026-02-14', '2026-04-30', '2026-06-20', '2026-08-30'].map(day)
  const ask = (as_of: Temporal.PlainDate) => house.report('01/XLD', '2026-6m', 'laocai', { as_of })
  // What is known by a day, posted alone, is what the report must say of it.
  const alone = []
  for (const as_of of days) {
    await house.empty()
    await house.post(...rows.filter((row) => Temporal.PlainDate.compare(day(row.known_on!), as_of) <= 0))
    alone.push((await house.report('01/XLD', '2026-6m', 'laocai')).total)
  }
  await house.empty()
  await house.post(...rows.slice(0, 120))
  await foldPostings(house.at.worker)
  await house.post(...rows.slice(120))
  for (const [index, as_of] of days.entries())
    assert.deepEqual((await ask(as_of)).total, alone[index], `${as_of}, a tail`)
  await foldPostings(house.at.worker)
  for (const [index, as_of] of days.entries())
    assert.deepEqual((await ask(as_of)).total, alone[index], `${as_of}, folded`)
})

test('last year is told on the tree of this year, with what was divided; both trees open what they count', async () => {
  await house.empty()
  const visit = { fact: 'visit', stage: 'regular', cases: 1, first_time: true }
  const { rows } = await house.at.db.pool.query<{ id: string; to_id: string }>(
    `select from_id as id, min(to_id::text)::uuid as to_id from unit_successor group by 1 having count(*) > 1 order by 1 limit 1`,
  )
  const [divided] = rows
  await house.post(
    ...Array.from({ length: 3 }, (): Posted => ({ ...visit, unit: 'old', on_day: '2025-02-02', people: 4 })),
    ...Array.from({ length: 2 }, (): Posted => ({ ...visit, unit: 'old-became', on_day: '2026-02-02', people: 1 })),
    { ...visit, unit: divided!.id, on_day: '2025-02-02', people: 2 },
  )
  const now = await house.report('01/TCD', '2026-q1', 'old-became')
  const compared = await compare(house.at.db.pool, now)
  assert.equal(compared.earlier?.question.tree_on.toString(), now.question.tree_on.toString())
  const sentences = comparisonSentences(now, compared, 'vi')
  assert.deepEqual(sentences.said, [
    'Quý I năm 2026: 02 lượt, 02 người.',
    'So với Quý I năm 2025: giảm 01 lượt, 10 người.',
  ])
  const part = await house.report('01/TCD', '2026-q1', divided!.to_id)
  const lacking = comparisonSentences(part, await compare(house.at.db.pool, part), 'vi')
  assert.match(lacking.notes.join(' '), /chưa gồm phần nhận từ đơn vị cũ đã chia cho nhiều nơi/)
  const silent = await house.report('01/TCD', '2026-q1', 'hanoi')
  assert.match(
    comparisonSentences(silent, await compare(house.at.db.pool, silent), 'vi').notes.join(),
    /chưa có số liệu/,
  )

  const viewer = { ...nobody, visible_root_ids: [house.ids['laocai']!, house.ids['old-became']!] }
  const days = { then_on: day('2025-06-30'), now_on: day('2026-11-20') }
  const trees = await twoTrees(viewer, house.at.db.pool, house.ask('01/TCD', '2025-q1', 'old-became'), days)
  assert.equal(trees?.difference, null)
  assert.equal(trees?.later.total[1], 3)
  assert.deepEqual(
    trees?.earlier?.rows.filter(({ row }) => row.columns[1] === 3).map(({ of }) => of.unit.id),
    [house.ids['old']],
  )
  const stranger = { ...nobody, visible_root_ids: [house.ids['hanoi']!] }
  await assert.rejects(twoTrees(stranger, house.at.db.pool, house.ask('01/TCD', '2025-q1', 'old-became'), days), {
    code: 'not-yours',
  })
})
