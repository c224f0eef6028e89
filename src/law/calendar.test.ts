/** Holidays of real years, and the lunar dates against an independent library. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getSolarDate } from '@dqcai/vn-lunar'
import fc from 'fast-check'
import { calendarSpan, calendarWith, nextWorkingDay, publishedCalendar, workingDaysBetween } from './calendar.ts'
import { calendarYears } from './calendar-years.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const lunar = (d: number, month: number, year: number) => {
  const found = getSolarDate(d, month, year)
  return Temporal.PlainDate.from({ year: found.year, month: found.month, day: found.day }).toString()
}
const restDays = (from: string, to: string) => {
  const rest: string[] = []
  for (let on = day(from); Temporal.PlainDate.compare(on, day(to)) <= 0; on = on.add({ days: 1 })) {
    if (!publishedCalendar.day(on).working) rest.push(on.toString().slice(5))
  }
  return rest
}

test('Tết and Giỗ Tổ of every year are those of the Vietnamese lunar calendar', () => {
  for (const row of calendarYears) {
    assert.equal(row.tet_first, lunar(1, 1, row.year), `Tết ${row.year}`)
    assert.equal(row.gio_to, lunar(10, 3, row.year), `Giỗ Tổ ${row.year}`)
    const gap = day(row.tet_from).until(day(row.tet_first)).days
    assert.ok(gap === 1 || gap === 2, `the days of Tết ${row.year} hold the turn of the year`)
  }
  assert.equal(calendarYears.find((row) => row.year === 2030)?.tet_first, '2030-02-02', 'not the Chinese 03/02')
})

test('every year stands once, without a gap, with days of its own', () => {
  assert.deepEqual(
    calendarYears.map((row) => row.year),
    Array.from({ length: calendarSpan.last - calendarSpan.first + 1 }, (_, i) => calendarSpan.first + i),
  )
  for (const row of calendarYears) {
    assert.ok(row.national_days.includes(`${row.year}-09-02`))
    assert.equal(row.national_days.length, row.year >= 2021 ? 2 : 1)
    for (const { rest, work } of row.swaps) {
      assert.ok(day(rest).dayOfWeek <= 5, `${rest} is a weekday`)
      assert.equal(day(work).dayOfWeek, 6, `${work} is a Saturday`)
    }
  }
})

test('the rest days of 2026 as announced: 4, 9, 3, 4 and 5 days', () => {
  assert.deepEqual(restDays('2025-12-31', '2026-01-05'), ['01-01', '01-02', '01-03', '01-04'])
  assert.equal(publishedCalendar.day(day('2026-01-10')).why, 'make-up-day')
  assert.equal(restDays('2026-02-13', '2026-02-23').length, 9)
  assert.deepEqual(restDays('2026-04-24', '2026-04-28'), ['04-25', '04-26', '04-27'])
  assert.equal(publishedCalendar.day(day('2026-04-27')).why, 'compensation')
  assert.deepEqual(restDays('2026-04-29', '2026-05-04'), ['04-30', '05-01', '05-02', '05-03'])
  assert.deepEqual(restDays('2026-08-28', '2026-09-03'), ['08-29', '08-30', '08-31', '09-01', '09-02'])
  assert.equal(publishedCalendar.day(day('2026-08-22')).working, true)
})

test('two holidays on one weekend are compensated on two working days', () => {
  assert.deepEqual(restDays('2023-04-28', '2023-05-04'), ['04-29', '04-30', '05-01', '05-02', '05-03'])
  assert.deepEqual(restDays('2024-02-07', '2024-02-15').length, 7)
})

test('24/11 is a holiday only where its switch is on', () => {
  assert.equal(publishedCalendar.day(day('2026-11-24')).working, true)
  const on = calendarWith([], { 'holiday.culture-day': true })
  assert.equal(on.day(day('2026-11-24')).holiday, 'culture')
  assert.equal(on.day(day('2025-11-24')).working, true, 'not before 2026')
})

test('an office row wins over the published one, both ways', () => {
  const own = calendarWith([
    { on: day('2026-08-22'), working: false, label: 'Không làm bù', cite: 'QĐ 1' },
    { on: day('2026-09-05'), working: true, label: 'Làm bù', cite: 'QĐ 2' },
  ])
  assert.deepEqual([own.day(day('2026-08-22')).working, own.day(day('2026-09-05')).why], [false, 'office-work'])
  assert.equal(own.name, 'published+2')
})

test('outside its years the calendar says so instead of guessing', () => {
  assert.throws(() => publishedCalendar.day(day('2033-01-01')), RangeError)
  assert.throws(() => publishedCalendar.day(day('2011-12-31')), RangeError)
})

test('counting working days adds up', () => {
  const any = fc.integer({ min: 0, max: 365 * 15 }).map((n) => day('2013-01-01').add({ days: n }))
  fc.assert(
    fc.property(any, fc.nat(200), fc.nat(200), (a, n, m) => {
      const b = a.add({ days: n })
      const c = b.add({ days: m })
      assert.equal(workingDaysBetween(a, c), workingDaysBetween(a, b) + workingDaysBetween(b, c))
      const next = nextWorkingDay(a)
      assert.equal(workingDaysBetween(a, next), 1)
      assert.ok(publishedCalendar.day(next).working)
    }),
  )
})
