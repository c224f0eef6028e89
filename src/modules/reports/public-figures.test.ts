import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { day, nobody, type Posted, type ReportHouse, reportHouse } from '../../../tests/support/report-house.ts'
import { createFrame } from '../../http/frame.ts'
import { periodOf } from '../../law/report-periods.ts'
import { coarsened, possible, processedOf, publicCounts, shareFrom, shareOf, step } from './coarsen.ts'
import { pages } from './pages.tsx'
import { publicFigures, publishedPeriods } from './public-queries.ts'
import { publishFigures } from './publish-figures.ts'

let house: ReportHouse
before(async () => {
  house = await reportHouse()
})
after(() => house.at.close())
beforeEach(async () => {
  await house.empty()
  await house.at.owner.pool.query('truncate public_figure')
})

/** What the attacker knows: the sum of these cells lies between two numbers. */
interface Known {
  cells: readonly number[]
  least: number
  most: number
}

/** Bounds of each cell, a count from 0 on, narrowed by everything known until nothing moves any more. */
function deduced(cells: number, known: readonly Known[]): { least: number; most: number }[] {
  const bounds = Array.from({ length: cells }, () => ({ least: 0, most: 1_000_000 }))
  for (let moved = true; moved; ) {
    moved = false
    for (const { cells: sum, least, most } of known) {
      const all = { least: 0, most: 0 }
      for (const cell of sum) {
        all.least += bounds[cell]!.least
        all.most += bounds[cell]!.most
      }
      for (const cell of sum) {
        const one = bounds[cell]!
        const floor = Math.max(one.least, least - (all.most - one.most))
        const ceiling = Math.min(one.most, most - (all.least - one.least))
        if (floor === one.least && ceiling === one.most) continue
        moved = true
        all.least += floor - one.least
        all.most += ceiling - one.most
        bounds[cell] = { least: floor, most: ceiling }
      }
    }
  }
  return bounds
}

/** Units × quarters in a line; each unit's quarters, each quarter's units, each unit's half year, and all of them. */
function tables(units: number, quarters: number): number[][] {
  const at = (unit: number, quarter: number) => unit * quarters + quarter
  const list = (length: number) => Array.from({ length }, (_, index) => index)
  const sums = [list(units * quarters)]
  for (let quarter = 0; quarter < quarters; quarter++) {
    sums.push(list(units).map((unit) => at(unit, quarter)))
    // Two trees: the first two units are one on the later tree.
    sums.push([at(0, quarter), at(1, quarter)])
  }
  for (let unit = 0; unit < units; unit++)
    for (let until = 1; until < quarters; until++) sums.push(list(until + 1).map((quarter) => at(unit, quarter)))
  return sums
}

const sumOf = (cells: readonly number[], counts: readonly number[]) =>
  cells.reduce((total, cell) => total + (counts[cell] ?? 0), 0)

test('an attacker with parents, children, both trees and nested periods recovers no cell under five', () => {
  const [units, quarters] = [5, 3]
  const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: units * quarters, maxLength: units * quarters })
  const draws = fc.array(fc.integer({ min: 0, max: step - 1 }), {
    minLength: units * quarters,
    maxLength: units * quarters,
  })
  fc.assert(
    fc.property(counts, draws, (real, drawn) => {
      const cells = real.map((count, index) => coarsened(count, drawn[index]!))
      const known = [...cells.map((_, index) => [index]), ...tables(units, quarters)].map((sum): Known => {
        const { least, most } = possible(sumOf(sum, cells), sum.length)
        assert.ok(least <= sumOf(sum, real) && sumOf(sum, real) <= most, 'the bounds must be true')
        return { cells: sum, least, most }
      })
      for (const [index, { least, most }] of deduced(cells.length, known).entries()) {
        if (real[index]! >= 5) continue
        assert.ok(most - least >= 4, `cell ${index} of ${real[index]} lies in ${least}..${most}`)
        assert.ok(least <= 1 && most >= 4, `cell ${index} of ${real[index]} lies in ${least}..${most}`)
      }
    }),
    { numRuns: 40 },
  )
})

test('the same attacker recovers cells where totals are true or are rounded on their own', () => {
  const real = [2, 2, 2, 2, 9, 11]
  // Small cells and one complement left out, totals true.
  const hidden: Known[] = [
    { cells: [0, 4], least: 11, most: 11 },
    { cells: [4], least: 9, most: 9 },
  ]
  assert.deepEqual(deduced(real.length, hidden)[0], { least: 2, most: 2 })
  // Each figure to the nearest five on its own: four twos say nought each, and together ten.
  const nearest = (count: number) => Math.round(count / 5) * 5
  const known = [[0], [1], [2], [3], [0, 1, 2, 3]].map((cells): Known => {
    const shown = nearest(sumOf(cells, real))
    return { cells, least: Math.max(0, shown - 2), most: shown + 2 }
  })
  assert.deepEqual(deduced(real.length, known)[0], { least: 2, most: 2 })
})

test('coarsened figures are right on the average, and shares of few letters are not told', () => {
  for (let count = 0; count < 40; count++) {
    const all = [0, 1, 2, 3, 4].map((draw) => coarsened(count, draw))
    assert.equal(all.reduce((a, b) => a + b) / 5, count)
    assert.ok(all.every((one) => one % step === 0 && Math.abs(one - count) < step))
  }
  assert.equal(coarsened(-3, 4), 0)
  assert.equal(shareOf(10, shareFrom - 5), null)
  assert.equal(shareOf(10, shareFrom), 0.2)
})

const letters = (times: number, row: Posted): Posted[] => Array.from({ length: times }, () => ({ ...row }))
const received: Posted = { unit: 'a', fact: 'petition-received', kind: 'complaint', on_day: '2026-02-02' }

async function cells() {
  const { rows } = await house.at.db.pool.query('select * from public_figure order by unit_id, quarter_on')
  return rows
}

test('a quarter is published once, thirty days after it ended, from what was known then, without what the law keeps secret', async () => {
  await house.post(
    ...letters(12, received),
    ...letters(30, { ...received, kind: 'denunciation' }),
    ...letters(30, { unit: 'a', fact: 'petition-received', on_day: '2026-02-03' }),
    ...letters(10, { ...received, known_on: '2026-04-14' }),
    ...letters(6, { ...received, fact: 'petition-processed', stage: 'guide' }),
    ...letters(7, { ...received, fact: 'petition-processed', stage: 'transfer', kind: 'observation' }),
    ...letters(8, { ...received, fact: 'petition-processed', stage: 'guide', kind: 'denunciation' }),
  )
  assert.equal(await publishFigures(house.at.worker, day('2026-04-13'), () => 0), 0, 'the thirtieth day is not over')
  assert.deepEqual(await cells(), [])
  assert.equal(await publishFigures(house.at.worker, day('2026-04-14'), () => 0), 1)
  const [cell] = await cells()
  assert.deepEqual([cell.received, cell.guided, cell.transferred, cell.handled_here], [10, 5, 5, 0])
  assert.equal(cell.known_on.toString(), '2026-04-13')
  await house.post(...letters(50, { ...received, known_on: '2026-05-01' }))
  assert.equal(await publishFigures(house.at.worker, day('2026-11-20'), () => 4), 0)
  assert.deepEqual(await cells(), [cell], 'what is out stays')
})

test('a register’s first figures wait thirty days for its old book', async () => {
  await house.post(
    ...letters(12, { ...received, known_on: '2026-06-01' }),
    ...letters(8, { ...received, known_on: '2026-06-25' }),
  )
  assert.equal(await publishFigures(house.at.worker, day('2026-07-01'), () => 0), 0)
  assert.equal(await publishFigures(house.at.worker, day('2026-07-02'), () => 0), 1)
  assert.equal((await cells())[0].received, 20)
})

test('the app can neither change nor remove what is published, and the worker cannot either', async () => {
  for (const db of [house.at.db, house.at.worker]) {
    await assert.rejects(db.pool.query('delete from public_figure'), /permission denied/)
    await assert.rejects(db.pool.query('update public_figure set received = 5'), /permission denied/)
  }
  await assert.rejects(
    house.at.db.pool.query('insert into public_figure (unit_id) values (gen_random_uuid())'),
    /permission denied/,
  )
})

const kinds = ['complaint', 'recommendation', 'observation', 'denunciation'] as const

test('every figure of every unit and period is a sum of published cells; former units stand where they went', async () => {
  const places = ['a', 'b', 'c', 'laocai', 'old', 'old-district'] as const
  const rows = places.flatMap((unit, n) =>
    ['2025-02-02', '2025-05-05', '2026-02-02', '2026-05-05', '2026-08-08'].flatMap((on_day, m) =>
      kinds.flatMap((kind, k) => [
        ...letters((n * 7 + m * 3 + k) % 11, { unit, fact: 'petition-received', on_day, kind }),
        ...letters((n + m * 5 + k) % 9, { unit, fact: 'petition-processed', on_day, kind, stage: 'answer' }),
      ]),
    ),
  )
  await house.post(...rows)
  await publishFigures(house.at.worker, nobody.on)
  const out = await cells()
  const sql = house.at.db.pool
  for (const period of publishedPeriods(nobody.on)) {
    const found = await publicFigures(nobody, sql, { unit: 'TW', period })
    const inside = out.filter(
      (cell) =>
        Temporal.PlainDate.compare(cell.quarter_on, period.first_on) >= 0 &&
        Temporal.PlainDate.compare(cell.quarter_on, period.last_on) < 0,
    )
    for (const name of publicCounts) {
      const sum = inside.reduce((total, cell) => total + cell[name], 0)
      assert.equal(found!.total[name], sum, `${period.id} ${name}`)
      assert.equal(
        found!.rows.reduce((total, row) => total + (row.counts?.[name] ?? 0), 0),
        sum,
      )
      assert.ok(found!.rows.every((row) => (row.counts?.[name] ?? 0) % step === 0))
    }
  }
  const period = periodOf(2025, 'y')
  const province = await publicFigures(nobody, sql, { unit: house.ids['laocai']!, period })
  const country = await publicFigures(nobody, sql, { unit: 'TW', period })
  assert.deepEqual(country!.rows.find((row) => row.unit?.id === house.ids['laocai'])?.counts, province!.total)
  assert.ok(province!.rows.some((row) => row.kind === 'former-district'))
  assert.ok(processedOf(province!.rows.find((row) => row.unit?.id === house.ids['old-became'])!.counts!) > 0)
  assert.equal(await publicFigures(nobody, sql, { unit: 'TW', period: periodOf(2026, 'y') }), null, 'not out yet')
  assert.equal(await publicFigures(nobody, sql, { unit: '99', period }), null)
})

test('the page needs no account, shows no figure that is no multiple of five, and knows no day to choose', async () => {
  const app = createFrame({
    moment: () => ({ on: nobody.on, at: Temporal.Instant.from('2026-11-20T02:00:00Z') }),
    viewerOf: async () => ({ ...nobody, via: 'portal' }),
    officeOf: () => ({ name: 'Gần Dân' }),
  })
  pages(app, { db: house.at.db })
  const get = async (address: string) => app.request(`http://localhost${address}`)
  const emptyPage = await (await get('/so-lieu')).text()
  assert.match(emptyPage, /Kỳ này chưa có số liệu đủ lớn/)
  await house.post(
    ...letters(83, received),
    ...letters(64, { ...received, fact: 'petition-processed', stage: 'answer' }),
    ...letters(3, { ...received, unit: 'b' }),
  )
  await publishFigures(house.at.worker, nobody.on, () => 1)
  const plain = await (await get('/so-lieu?don_vi=15&ky=2026-6m')).text()
  assert.match(plain, /Tỉnh Lào Cai · 6 tháng đầu năm 2026/)
  assert.match(plain, />80</)
  assert.match(plain, />65</)
  assert.doesNotMatch(plain, />8[1-4]<|>6[1-4]<|>3</)
  assert.doesNotMatch(plain, /biet_den|ngay_cong|tố cáo/i)
  const asked = await (await get('/so-lieu?don_vi=15&ky=2026-6m&biet_den=01/03/2026&ngay_cong=30/06/2025')).text()
  const bare = (text: string) => text.replace(/href="[^"]*"/g, '')
  assert.equal(bare(asked), bare(plain), 'a day asked for changes nothing')
  const english = await app.request('http://localhost/so-lieu?don_vi=15&ky=2026-6m', { headers: { Cookie: 'lang=en' } })
  assert.match(await english.text(), /Letters received/)
  const csv = await get('/so-lieu.csv?don_vi=15&ky=2026-6m')
  assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/)
  const lines = (await csv.text()).split('\r\n')
  assert.match(lines[0]!, /"ma","don_vi","ky","don_nhan"/)
  assert.match(lines[1]!, /^"15","Tỉnh Lào Cai","2026-6m",80,65,0,0,0,0,0$/)
  for (const wrong of ['ky=2026-y', 'ky=2026-13', 'don_vi=99999', "don_vi='", 'ky=2026-6m&don_vi=khong-co'])
    assert.equal((await get(`/so-lieu?${wrong}`)).status, 404, wrong)
})
