import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countryDatabase } from '../../../tests/support/country.ts'
import type { TestDatabase } from '../../../tests/support/database.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { planUnits } from './import.ts'
import { applyOfficialTable, planOfficialTable, readOfficialTable } from './official-table.ts'
import { packageSource } from './package-source.ts'
import { became, unitsByCode } from './queries.ts'

let at: TestDatabase
const viewer = clockViewer(Temporal.PlainDate.from('2026-11-20'))
const eve = Temporal.PlainDate.from('2025-06-30')

before(async () => {
  at = await countryDatabase()
})
after(() => at.close())

const heading = 'old commune code,old district,old province,new commune code,name,share,on_day\n'
// Phường Trúc Bạch (00004) went to Phường Ba Đình; the second line makes of it a split.
const split =
  `${heading}00004,Quận Ba Đình,Thành phố Hà Nội,00004,Phường Ba Đình,"60,5%",01/07/2025\n` +
  '4,Quận Ba Đình,Hà Nội,00008,Ngọc Hà,0.395,2025-07-01\n'

test('an official table brings splits, once, and the package does not undo them', async () => {
  const planned = await planOfficialTable(at.db.pool, split)
  assert.deepEqual(planned.faults, [])
  assert.deepEqual(
    planned.added.map((change) => [change.from_name, change.to_name, change.share]),
    [['Phường Trúc Bạch', 'Phường Ngọc Hà', 0.395]],
  )
  assert.deepEqual(
    planned.confirmed.map((change) => change.share),
    [0.605],
  )
  const [old] = await unitsByCode(viewer, at.db.pool, '00004', eve)
  assert.equal((await became(viewer, at.db.pool, old?.id ?? '')).length, 1)

  await applyOfficialTable(at.owner, split, 'test')
  assert.deepEqual(
    (await became(viewer, at.db.pool, old?.id ?? '')).map((row) => row.share),
    [0.605, 0.395],
  )
  assert.equal((await applyOfficialTable(at.owner, split)).same, true)
  assert.equal((await planUnits(at.db.pool, packageSource())).same, true)

  const whole = `${heading}00004,,,00008,,1,2025-07-01\n`
  assert.deepEqual(
    (await planOfficialTable(at.db.pool, whole)).removed.map((change) => change.to_name),
    ['Phường Ba Đình'],
  )
  await applyOfficialTable(at.owner, whole)
  assert.equal((await planUnits(at.db.pool, packageSource())).same, true)
})

test('faults are told at their cell, and with one fault nothing is applied', async () => {
  const faulty =
    heading +
    '00006,Quận Hoàn Kiếm,,00004,Phường Ba Đình,,2025-07-01\n' +
    '99999,,,00004,,,2025-07-01\n' +
    '00006,,,00004,Phường Cửa Nam,,2025-07-01\n' +
    'abc,,,00004,,150%,31/02/2025\n' +
    '00007,,,00004,,0.7,2025-07-01\n' +
    '00007,,,00008,,0.7,2025-07-01\n'
  const { faults } = await applyOfficialTable(at.owner, faulty)
  assert.deepEqual(faults.map((fault) => `${fault.line} ${fault.column}`).sort(), [
    '2 old_district',
    '3 old_code',
    '4 name',
    '5 old_code',
    '5 on_day',
    '5 share',
    '7 share',
  ])
  const { rows } = await at.db.pool.query(`select count(*) from unit_successor where share = 0.7`)
  assert.equal(rows[0].count, 0)
})

test('a table that is none is refused with a sentence', () => {
  assert.match(readOfficialTable('{"a":1}').faults[0]?.sentence ?? '', /old_code is missing|cannot be read/)
  assert.match(readOfficialTable('[1,').faults[0]?.sentence ?? '', /cannot be read/)
  assert.match(readOfficialTable('a;b\n1;2').faults[0]?.sentence ?? '', /column old_code is missing/)
  assert.equal(readOfficialTable('mã xã cũ;mã xã mới;ngày\n4;4;1/7/2025').lines[0]?.old_code, '00004')
})
