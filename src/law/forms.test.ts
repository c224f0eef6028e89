import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  checkForm,
  columnOf,
  completeColumns,
  findForm,
  formInForce,
  headingRows,
  readIdentity,
  secretColumns,
} from './form-rules.ts'
import { type Form, forms } from './forms.ts'
import { lastEnded, periodKinds, periodOf, quarterOn, readPeriod } from './report-periods.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const form = (code: string, instrument = 'TT01/2024'): Form => {
  const found = findForm(code, instrument)
  assert.ok(found)
  return found
}

test('forms have as many columns as their annex, numbered from 1 without gap', () => {
  const counts = forms.map((one) => [one.code, one.instrument, one.columns.length])
  assert.deepEqual(counts, [
    ['01/TCD', 'TT02/2021', 29],
    ['01/TCD', 'TT01/2024', 29],
    ['02/TCD', 'TT02/2021', 17],
    ['02/TCD', 'TT01/2024', 17],
    ['01/XLD', 'TT02/2021', 26],
    ['01/XLD', 'TT01/2024', 22],
    ['02/XLD', 'TT02/2021', 30],
    ['02/XLD', 'TT01/2024', 26],
    ['03/XLD', 'TT02/2021', 33],
    ['03/XLD', 'TT01/2024', 27],
    ['04/XLD', 'TT02/2021', 24],
    ['04/XLD', 'TT01/2024', 20],
    ['01/KQGQ', 'TT02/2021', 26],
    ['01/KQGQ', 'TT01/2024', 26],
    ['02/KQGQ', 'TT02/2021', 19],
    ['02/KQGQ', 'TT01/2024', 19],
    ['03/KQGQ', 'TT02/2021', 31],
    ['03/KQGQ', 'TT01/2024', 31],
    ['04/KQGQ', 'TT02/2021', 24],
    ['04/KQGQ', 'TT01/2024', 24],
    ['01/DVCQ', 'CT33/2021', 30],
  ])
  for (const one of forms)
    assert.deepEqual(
      one.columns.map((c) => c.no),
      [...one.columns.keys()].map((i) => i + 1),
    )
})

test('every formula printed over a column is one of the identities, and speaks of columns that exist', () => {
  for (const one of forms) {
    for (const column of one.columns) {
      if (column.printed.includes('='))
        assert.ok(
          one.identities.some((i) => i.what === column.printed),
          column.printed,
        )
    }
    for (const { what } of one.identities) for (const no of readIdentity(what).sides.flat()) columnOf(one, no)
  }
})

test('the version in force: the form of 2021 until 04/03/2024, that of 2024 from the 5th', () => {
  assert.equal(formInForce('01/XLD', day('2024-03-04'))?.instrument, 'TT02/2021')
  assert.equal(formInForce('01/XLD', day('2024-03-05'))?.instrument, 'TT01/2024')
  assert.equal(formInForce('01/XLD', day('2021-05-09')), null)
  assert.equal(formInForce('09/XLD', day('2026-01-01')), null)
})

test('periods end on the 14th', () => {
  const said = periodKinds.map((kind) => {
    const period = periodOf(2026, kind)
    return `${kind} ${period.first_on} ${period.last_on}`
  })
  assert.deepEqual(said, [
    'q1 2025-12-15 2026-03-14',
    'q2 2026-03-15 2026-06-14',
    'q3 2026-06-15 2026-09-14',
    'q4 2026-09-15 2026-12-14',
    '6m 2025-12-15 2026-06-14',
    '9m 2025-12-15 2026-09-14',
    'y 2025-12-15 2026-12-14',
  ])
  assert.equal(readPeriod('2026-6m')?.id, '2026-6m')
  for (const wrong of ['2026', '2026-q5', '26-q1', '2026-6M', '1999-y', '2026-q1 '])
    assert.equal(readPeriod(wrong), null)
  assert.equal(lastEnded('6m', day('2026-06-14')).id, '2025-6m')
  assert.equal(lastEnded('6m', day('2026-06-15')).id, '2026-6m')
})

test('every day lies in the quarter that the periods say', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (offset) => {
      const on = day('2000-01-01').add({ days: offset })
      const first = quarterOn(on)
      const year = on.month === 12 && on.day > 14 ? on.year + 1 : on.year
      const period = (['q1', 'q2', 'q3', 'q4'] as const)
        .map((kind) => periodOf(year, kind))
        .find(
          (one) =>
            Temporal.PlainDate.compare(one.first_on, on) <= 0 && Temporal.PlainDate.compare(on, one.last_on) <= 0,
        )
      assert.equal(first.toString(), period?.first_on.toString())
    }),
  )
})

test('the worked example: three ordinary visits and a chairman day with two', () => {
  const figures = completeColumns(form('01/TCD'), {
    4: 3,
    5: 11,
    6: 2,
    7: 1,
    8: 1,
    9: 6,
    10: 0,
    11: 1,
    12: 1,
    13: 2,
    14: 2,
    15: 2,
    16: 0,
  })
  assert.deepEqual([figures[1], figures[2], figures[3]], [5, 13, 5])
  assert.ok(checkForm(form('01/TCD'), figures).every((check) => check.ok))
})

test('a check says no where a sum is wrong, and is silent where a column is hidden', () => {
  const figures = completeColumns(form('01/XLD'), { 2: 1, 3: 4, 4: 2, 5: 3, 6: 2, 8: 1, 9: 1, 13: 2, 15: 1, 16: 1 })
  assert.deepEqual(
    checkForm(form('01/XLD'), figures).filter((check) => !check.ok),
    [],
  )
  const wrong = checkForm(form('01/XLD'), { ...figures, 5: 4 })
  assert.deepEqual(
    wrong.filter((check) => !check.ok).map((check) => check.what),
    ['1=2+3=4+5'],
  )
  const hidden = checkForm(form('01/XLD'), { ...figures, 9: null })
  assert.ok(!hidden.some((check) => check.what.startsWith('6=')))
})

test('no secret cell can be worked out from the open ones and the identities', () => {
  for (const one of forms) {
    const secret = secretColumns(one)
    if (one.code === '01/TCD') {
      assert.equal(secret.size, 0)
      continue
    }
    const open = one.columns.map((column) => column.no).filter((no) => !secret.has(no))
    const equations = one.identities.flatMap(({ what }) => {
      const { sides, equal } = readIdentity(what)
      if (!equal) return []
      return sides
        .slice(1)
        .map((side) => one.columns.map(({ no }) => Number(sides[0]?.includes(no)) - Number(side.includes(no))))
    })
    const known = [...equations, ...open.map((no) => one.columns.map((column) => Number(column.no === no)))]
    for (const no of secret) {
      const unit = one.columns.map((column) => Number(column.no === no))
      assert.ok(rank([...known, unit]) > rank(known), `column ${no} of ${one.instrument} follows from the open ones`)
    }
  }
  assert.deepEqual(
    [8, 10, 15, 17].filter((no) => secretColumns(form('01/XLD')).has(no)),
    [],
  )
})

test('headings cover each column once in every row', () => {
  for (const one of forms) {
    const rows = headingRows(one)
    const covered = Array.from({ length: rows.length }, () => 0)
    rows.forEach((row, level) => {
      for (const heading of row) for (let r = 0; r < heading.rows; r++) covered[level + r]! += heading.columns
    })
    assert.ok(covered.every((count) => count === one.columns.length))
  }
  assert.equal(headingRows(form('01/TCD'))[0]?.find((heading) => heading.text === 'Tiếp thường xuyên')?.columns, 8)
})

/** Rank of a matrix of small whole numbers. */
function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  let found = 0
  for (let c = 0; c < (rows[0]?.length ?? 0); c++) {
    const pivot = rows.findIndex((row, index) => index >= found && Math.abs(row[c]!) > 1e-9)
    if (pivot < 0) continue
    ;[rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!]
    for (let r = found + 1; r < rows.length; r++) {
      const factor = rows[r]![c]! / rows[found]![c]!
      for (let k = c; k < rows[r]!.length; k++) rows[r]![k]! -= factor * rows[found]![k]!
    }
    found++
  }
  return found
}
