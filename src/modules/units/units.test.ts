import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { addBody, BodyRefused, placeBodies, placeCluster } from './bodies.ts'
import { applyUnits, importUnits, planUnits } from './import.ts'
import { packageSource, readPackage, type TreeSource } from './package-source.ts'
import {
  aliasesOf,
  ancestorsOf,
  became,
  cameFrom,
  childrenOf,
  countsOn,
  findAliases,
  findUnits,
  formsOf,
  setsOf,
  unitOn,
  unitsByCode,
} from './queries.ts'
import { descendantIds } from './tree.ts'
import { countryId, mergerDay, nameKey, shortName } from './unit.ts'
import { answerUnits, WrongArguments } from './units-command.ts'

let at: TestDatabase
const tables = readPackage()
const source = packageSource(tables)
const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-20')
const viewer = clockViewer(today)

before(async () => {
  at = await testDatabase()
  await importUnits(at.owner, { source })
})
after(() => at.close())

const byCode = async (code: string, on: string) => {
  const [unit] = await unitsByCode(viewer, at.db.pool, code, day(on))
  assert.ok(unit, `${code} on ${on}`)
  return unit
}

const designations = async (on: string) => {
  const { rows } = await at.db.pool.query<{ designation: string; count: number }>(
    `select designation, count(*) from unit_period where valid @> $1::date and level in ('province', 'commune') group by 1`,
    [on],
  )
  return Object.fromEntries(rows.map((row) => [row.designation, row.count]))
}

test('counts are those of the law on each side of each change', async () => {
  const counts = async (on: string) => {
    const { province, district, commune } = await countsOn(viewer, at.db.pool, day(on))
    return [province, district, commune]
  }
  assert.deepEqual(await counts('2025-06-30'), [63, 696, 10035])
  assert.deepEqual(await counts('2025-07-01'), [34, undefined, 3321])
  assert.deepEqual(await counts('2026-11-20'), [34, undefined, 3321])
  assert.deepEqual(await countsOn(viewer, at.db.pool, day('2024-12-31')), {})
  const until = await designations('2026-04-29')
  assert.deepEqual(
    [until['xa'], until['phuong'], until['dac-khu'], until['tinh'], until['thanh-pho']],
    [2621, 687, 13, 28, 6],
  )
  const since = await designations('2026-04-30')
  assert.deepEqual(
    [since['xa'], since['phuong'], since['dac-khu'], since['tinh'], since['thanh-pho']],
    [2611, 697, 13, 27, 7],
  )
})

test('communes per province are those of the published list', async () => {
  const count = async (code: string) =>
    (await countsOn(viewer, at.db.pool, today, { under: (await byCode(code, '2026-11-20')).id })).commune
  for (const [code, communes] of Object.entries({
    '01': 126,
    '08': 124,
    '15': 99,
    '25': 148,
    '38': 166,
    '75': 95,
    '79': 168,
    '82': 102,
    '96': 64,
  }))
    assert.equal(await count(code), communes, code)
})

test('a code means another unit on another day', async () => {
  assert.equal((await byCode('00004', '2025-06-30')).name, 'Phường Trúc Bạch')
  assert.equal((await byCode('00004', '2025-07-01')).name, 'Phường Ba Đình')
  assert.notEqual((await byCode('00004', '2025-06-30')).id, (await byCode('00004', '2025-07-01')).id)
  for (const [code, old, now] of [
    ['15', 'Tỉnh Yên Bái', 'Tỉnh Lào Cai'],
    ['24', 'Tỉnh Bắc Giang', 'Tỉnh Bắc Ninh'],
    ['44', 'Tỉnh Quảng Bình', 'Tỉnh Quảng Trị'],
    ['52', 'Tỉnh Bình Định', 'Tỉnh Gia Lai'],
    ['80', 'Tỉnh Long An', 'Tỉnh Tây Ninh'],
    ['82', 'Tỉnh Tiền Giang', 'Tỉnh Đồng Tháp'],
    ['91', 'Tỉnh Kiên Giang', 'Tỉnh An Giang'],
  ] as const) {
    assert.equal((await byCode(code, '2025-06-30')).name, old)
    assert.equal((await byCode(code, '2025-07-01')).name, now)
  }
  assert.equal((await byCode('06978', '2025-07-01')).name, 'Xã Ba Chẽ')
  assert.deepEqual((await byCode('06978', '2025-07-01')).unverified, ['code'])
  assert.equal((await byCode('23938', '2025-06-30')).id, (await byCode('23938', '2025-07-01')).id)
  assert.equal((await byCode('23737', '2025-06-30')).name, 'Xã Ia Mơ Nông')
  assert.deepEqual(await unitsByCode(viewer, at.db.pool, '10', today), [])
})

test('all 10,977 rows of the package lead from a unit or an old name to the commune they name', async () => {
  const pool = at.db.pool
  const { rows: old } = await pool.query<{ id: string; key: string }>(
    `select p.unit_id as id, lower(p.name || '|' || d.name || '|' || pr.name) as key from unit_period p
     join unit_period d on d.unit_id = p.parent_id and d.valid @> date '2025-06-30'
     join unit_period pr on pr.unit_id = d.parent_id and pr.valid @> date '2025-06-30'
     where p.level = 'commune' and p.valid @> date '2025-06-30'`,
  )
  const oldIds = new Map(old.map((row) => [row.key, row.id]))
  const { rows: now } = await pool.query<{ id: string; name: string; province: string }>(
    `select p.unit_id as id, p.name, pr.name as province from unit_period p
     join unit_period pr on pr.unit_id = p.parent_id and pr.valid @> date '2025-07-01'
     where p.level = 'commune' and p.valid @> date '2025-07-01'`,
  )
  const newIds = new Map(now.map((row) => [`${nameKey(row.name)}|${nameKey(shortName(row.province))}`, row.id]))
  const links = new Set(
    (await pool.query('select from_id, to_id from unit_successor')).rows.map((row) => `${row.from_id} ${row.to_id}`),
  )
  const aliases = new Set(
    (await pool.query('select unit_id, lower(name) as name from unit_alias')).rows.map(
      (row) => `${row.unit_id} ${row.name}`,
    ),
  )
  const islands = (
    await pool.query(
      `select count(*) from unit_successor s join unit_period d on d.unit_id = s.from_id where d.level = 'district'`,
    )
  ).rows[0]
  let whole = 0
  for (const row of tables.mappings) {
    const to = newIds.get(`${nameKey(row.new_ward_name)}|${nameKey(shortName(row.new_province_name))}`)
    assert.ok(to, `${row.new_ward_name}, ${row.new_province_name}`)
    if (row.old_ward_name === null) {
      whole++
      continue
    }
    const key = [row.old_ward_name, row.old_district_name ?? '', row.old_province_name ?? ''].map(nameKey).join('|')
    const from = oldIds.get(key)
    const reached =
      from === undefined
        ? aliases.has(`${to} ${nameKey(row.old_ward_name)}`)
        : from === to || links.has(`${from} ${to}`)
    assert.ok(reached, `${key} → ${row.new_ward_name}`)
  }
  assert.equal(tables.mappings.length, 10977)
  assert.equal(whole, 5)
  assert.equal(islands?.count, 5)
})

test('a second import changes nothing and leaves no trace', async () => {
  const difference = await importUnits(at.owner, { source: packageSource() })
  assert.equal(difference.same, true)
  assert.equal(difference.unchanged, source.periods.length)
  const { rows } = await at.db.pool.query('select count(*) from unit_import')
  assert.equal(rows[0].count, 1)
})

test('a changed source shows its difference, and only applying it changes the tree', async () => {
  const lacking = '00004'
  const changed: TreeSource = packageSource({
    ...tables,
    wards: tables.wards
      .map((ward) =>
        ward.ward_code === '00008'
          ? { ...ward, ward_code: '00009' }
          : ward.ward_code === '02671'
            ? { ...ward, province_code: '01' }
            : ward,
      )
      .filter((ward) => ward.ward_code !== lacking),
    mappings: tables.mappings.filter(
      (row) => row.new_ward_name !== 'Phường Ba Đình' && row.new_ward_name !== 'Phường Cam Đường',
    ),
  })
  const moved = {
    ...changed,
    periods: changed.periods.map((row) => (row.code === '00009' ? { ...row, name: 'Phường Ngọc Hà Mới' } : row)),
  }
  const planned = await planUnits(at.db.pool, moved)
  assert.equal(planned.same, false)
  assert.deepEqual(
    planned.renamed.map((row) => [row.before, row.name]),
    [['Phường Ngọc Hà', 'Phường Ngọc Hà Mới']],
  )
  assert.ok(planned.removed.some((row) => row.name === 'Phường Ba Đình'))
  assert.ok(planned.added.some((row) => row.name === 'Phường Cam Đường'))
  assert.ok(planned.successors.removed > 0)
  assert.equal((await byCode('00008', '2026-11-20')).name, 'Phường Ngọc Hà')

  await applyUnits(at.owner, moved, 'test')
  assert.equal((await byCode('00009', '2026-11-20')).name, 'Phường Ngọc Hà Mới')
  assert.equal((await planUnits(at.db.pool, moved)).same, true)
  assert.equal((await findUnits(viewer, at.db.pool, 'ngoc ha moi, ha noi', today))[0]?.code, '00009')
  const back = await applyUnits(at.owner, source)
  assert.deepEqual(
    back.renamed.map((row) => row.name),
    ['Phường Ngọc Hà'],
  )
  assert.equal((await countsOn(viewer, at.db.pool, today)).commune, 3321)
})

test('a source that forgets a unit with bodies under it is refused and changes nothing', async () => {
  const baDinh = await byCode('00004', '2026-11-20')
  const village = await addBody(at.owner.pool, {
    parent_id: baDinh.id,
    level: 'village',
    name: 'Tổ dân phố số 1',
    from_on: day('2025-07-01'),
  })
  const without = packageSource({
    ...tables,
    wards: tables.wards.filter((ward) => ward.ward_code !== '00004'),
    mappings: tables.mappings.filter((row) => row.new_ward_name !== 'Phường Ba Đình'),
  })
  await assert.rejects(applyUnits(at.owner, without), /Phường Ba Đình/)
  assert.ok(await unitOn(viewer, at.db.pool, village, today))
  assert.equal((await byCode('00004', '2026-11-20')).name, 'Phường Ba Đình')
})

test('above, below, came from and became, on the days they hold', async () => {
  const pool = at.db.pool
  const laoCai = await byCode('15', '2026-11-20')
  assert.deepEqual(
    (await cameFrom(viewer, pool, laoCai.id)).map((row) => `${row.unit.code} ${row.unit.name}`),
    ['10 Tỉnh Lào Cai', '15 Tỉnh Yên Bái'],
  )
  const old = await byCode('10', '2025-06-30')
  assert.deepEqual(
    (await became(viewer, pool, old.id)).map((row) => row.unit.id),
    [laoCai.id],
  )
  assert.equal(await unitOn(viewer, pool, old.id, today), null)
  const ward = await byCode('02671', '2026-11-20')
  assert.deepEqual(
    (await ancestorsOf(viewer, pool, ward.id, today)).map((unit) => unit.name),
    ['Tỉnh Lào Cai', 'Việt Nam'],
  )
  assert.equal((await childrenOf(viewer, pool, laoCai.id, today, { level: 'commune' })).length, 99)
  assert.equal((await descendantIds(pool, laoCai.id, today)).length, 100)
  assert.equal((await descendantIds(pool, old.id, day('2025-06-30'))).length > 100, true)
  const trangBom = await byCode('26248', '2026-04-30')
  assert.deepEqual(
    (await formsOf(viewer, pool, trangBom.id)).map((form) => [form.name, form.from_on.toString()]),
    [
      ['Xã Trảng Bom', '2025-07-01'],
      ['Phường Trảng Bom', '2026-04-30'],
    ],
  )
  const conDao = await byCode('26732', '2026-11-20')
  assert.deepEqual(
    (await cameFrom(viewer, pool, conDao.id)).map((row) => row.unit.name),
    ['Huyện Côn Đảo'],
  )
})

test('search finds a commune by name and province without tone marks, and nothing where nothing is', async () => {
  const find = async (text: string, on = today) =>
    (await findUnits(viewer, at.db.pool, text, on, { limit: 5 })).map((unit) => unit.code)
  assert.deepEqual(await find('cam duong, lao cai'), ['02671'])
  assert.deepEqual(await find('Phường Cam Đường, tỉnh Lào Cai'), ['02671'])
  assert.equal((await find('CAM ĐƯỜNG'))[0], '02671')
  assert.equal((await find('lao cai'))[0], '15')
  assert.equal((await find('khanh hoà'))[0], '56')
  assert.equal((await find('Khánh Hòa'.normalize('NFD')))[0], '56')
  assert.equal((await find('ea h’leo'))[0], '24184')
  assert.deepEqual(await find('00004'), ['00004'])
  assert.equal((await find('hòa lộc, hậu lộc', day('2025-06-30')))[0], '16075')
  assert.equal((await find('hoa lộc, hậu lộc', day('2025-06-30')))[0], '16063')
  assert.deepEqual(await find('cam duong, ha noi'), [])
  assert.deepEqual(await find(`%_' or 1=1 --`), [])
  assert.deepEqual(await find(' , '), [])
  assert.equal(
    (await findUnits(viewer, at.db.pool, 'tan tien', today, { level: 'commune', limit: 50 })).filter(
      (unit) => unit.name === 'Xã Tân Tiến',
    ).length,
    7,
  )
  const [alias] = await findAliases(viewer, at.db.pool, 'phuong niem nghia')
  assert.equal(alias?.place, 'Quận Lê Chân, Thành phố Hải Phòng')
  assert.ok((await aliasesOf(viewer, at.db.pool, alias?.unit_id ?? '')).length > 0)
})

test('the database refuses a unit two forms and a code two units on one day', async () => {
  const baDinh = await byCode('00004', '2026-11-20')
  const insert = (unit_id: string, code: string, valid: string) =>
    at.owner.pool.query(
      `insert into unit_period (unit_id, valid, parent_id, name, name_folded, level, code) values ($1, $2, $3, 'X', 'x', 'commune', $4)`,
      [unit_id, valid, countryId, code],
    )
  await assert.rejects(insert(baDinh.id, '99999', '[2026-01-01,2026-02-01)'), /unit_has_one_form_a_day/)
  const hoangSa = await byCode('20333', '2026-11-20')
  await assert.rejects(insert(hoangSa.id, '00004', '[2024-01-01,2025-01-02)'), /code_means_one_unit_a_day/)
  await assert.rejects(insert(hoangSa.id, '99998', '(,2024-01-01)'), /unit_period_has_a_first_day/)
})

test('bodies hang under a unit, are found, renamed and ended; none hangs where nothing stands', async () => {
  const ward = await byCode('02671', '2026-11-20')
  const pool = at.owner.pool
  const id = await addBody(pool, {
    parent_id: ward.id,
    level: 'front',
    name: 'Ủy ban MTTQ Việt Nam phường Cam Đường',
    from_on: mergerDay,
  })
  assert.equal((await findUnits(viewer, pool, 'mttq, cam duong', today))[0]?.id, id)
  assert.deepEqual(
    (await ancestorsOf(viewer, pool, id, today)).map((unit) => unit.level),
    ['commune', 'province', 'country'],
  )
  await placeBodies(pool, [
    {
      id,
      parent_id: ward.id,
      level: 'front',
      forms: [
        { from_on: mergerDay, name: 'Ban Công tác' },
        { from_on: day('2026-01-01'), name: 'Ủy ban Mặt trận' },
      ],
      until_on: day('2026-06-01'),
    },
  ])
  assert.equal((await unitOn(viewer, pool, id, day('2025-12-31')))?.name, 'Ban Công tác')
  assert.equal((await unitOn(viewer, pool, id, day('2026-05-31')))?.name, 'Ủy ban Mặt trận')
  assert.equal(await unitOn(viewer, pool, id, day('2026-06-01')), null)
  const early = addBody(pool, { parent_id: ward.id, level: 'village', name: 'Thôn Sớm', from_on: day('2025-06-30') })
  await assert.rejects(early, BodyRefused)
  const unit_id = (await byCode('15', '2026-11-20')).id
  const members = [{ unit_id, from_on: mergerDay.toString(), until_on: null }]
  const set = { id: randomUUID(), members }
  await placeCluster(pool, { ...set, name: 'Cụm Tây Bac' })
  await placeCluster(pool, { ...set, name: 'Cụm Tây Bắc' })
  assert.deepEqual(
    (await setsOf(viewer, pool, unit_id, today)).map((one) => one.name),
    ['Cụm Tây Bắc'],
  )
})

test('the command prints the tree of a day and refuses what it cannot read', async () => {
  const answer = JSON.parse(await answerUnits(['--on', '2026-06-30', '--under', '15', '--json'], at.db.pool, today))
  assert.equal(answer.on, '2026-06-30')
  assert.equal(answer.counts.commune, 99)
  const ward = answer.units.find((unit: { code: string }) => unit.code === '02671')
  assert.deepEqual([ward.name, ward.level, ward.parent], ['Phường Cam Đường', 'commune', 'Tỉnh Lào Cai'])
  const whole = JSON.parse(await answerUnits(['--on', '2025-06-30', '--json'], at.db.pool, today))
  assert.deepEqual([whole.counts.province, whole.counts.district, whole.counts.commune], [63, 696, 10035])
  assert.equal(whole.units.length >= 10795, true)
  const found = JSON.parse(
    await answerUnits(['--find', 'cam duong, lao cai', '--under', 'TW', '--json'], at.db.pool, today),
  )
  assert.deepEqual(
    found.units.map((unit: { code: string }) => unit.code),
    ['02671'],
  )
  for (const [args, sentence] of [
    [['--on', '2026-02-30'], /--on 2026-02-30 is not a day/],
    [['--on', '30/06/2026'], /is not a day/],
    [['--under', '10'], /no unit has this code on 2026-11-20; on another day it means Tỉnh Lào Cai/],
    [['--under', 'ZZ'], /right: --under 15/],
    [['--wide'], /right: gandan units/],
    [['--find', ' '], /--find needs a text/],
  ] as const)
    await assert.rejects(
      answerUnits(args, at.db.pool, today),
      (error) => error instanceof WrongArguments && sentence.test(error.message),
      args.join(' '),
    )
})
