/**
 * An oracle for due dates that shares no code with the engine: days are whole numbers, the weekday is a remainder, rest
 * days are worked out here from the rows of the years and the words of the Labour Code, one day after the other. And
 * examples counted by hand for every year whose decision is on file.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CalendarOverride, calendarWith } from './calendar.ts'
import { calendarYears } from './calendar-years.ts'
import { DueError, type DueQuestion, due } from './due.ts'
import type { SwitchSettings } from './switches.ts'
import { type LimitId, limitIds, type TimeLimit, timeLimits } from './time-limits.ts'

const cases = 100_000

/** Days since 01/03/0000 of the Gregorian calendar; 0 is a Wednesday. */
function numberOf(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const y = month <= 2 ? year - 1 : year
  const m = (month + 9) % 12
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
  )
}

const saturdayOrSunday = (n: number) => (n + 2) % 7 >= 5
const [first, last] = [numberOf('2012-01-01'), numberOf('2032-12-31')]

/** Every day of the book: 1 is worked, 0 is free. */
function workedDays(culture: boolean): Uint8Array {
  const worked = new Uint8Array(last - first + 40)
  for (let n = first; n < first + worked.length; n++) worked[n - first] = saturdayOrSunday(n) ? 0 : 1
  const set = (n: number, value: 0 | 1) => (worked[n - first] = value)
  for (const row of calendarYears) {
    const fixed = ['01-01', '04-30', '05-01', ...(culture && row.year >= 2026 ? ['11-24'] : [])]
    const named = [...fixed.map((day) => `${row.year}-${day}`), row.gio_to, ...row.national_days].map(numberOf)
    const tet = Array.from({ length: row.tet_days }, (_, i) => numberOf(row.tet_from) + i)
    const holidays = [...new Set([...named, ...tet])].sort((a, b) => a - b)
    for (const n of holidays) set(n, 0)
    for (const swap of row.swaps) {
      set(numberOf(swap.rest), 0)
      set(numberOf(swap.work), 1)
    }
    // A holiday on a weekly rest day is given back on the next day that would be worked.
    for (const n of holidays) {
      if (!saturdayOrSunday(n)) continue
      let on = n + 1
      while (saturdayOrSunday(on) || worked[on - first] === 0) on++
      set(on, 0)
    }
  }
  return worked
}

interface Case {
  rule: LimitId
  start: number
  remote: boolean
  several_places: boolean
  complexity: 'complex' | 'specially-complex' | null
  stretches: [number, number][]
  overrides: [number, boolean][]
  old_acceptance: boolean
  culture: boolean
}

/** The row of that day, or null; as the words of its fields say. */
function rowOf(one: Case, iso: string): TimeLimit | null {
  const rows: readonly TimeLimit[] = timeLimits
  const off = (row: TimeLimit) => row.switch === 'complaint.accept-in-working-days' && one.old_acceptance
  const mine = rows.filter((row) => row.id === one.rule && !off(row))
  const followerIsOff = (row: TimeLimit) =>
    rows.some((next) => next.id === row.id && next.from === row.until && off(next))
  return mine.find((row) => row.from <= iso && (row.until === null || iso < row.until || followerIsOff(row))) ?? null
}

function lengthOf(row: TimeLimit, one: Case): number {
  const { complex, remote } = { complex: one.complexity !== null, remote: one.remote }
  const lengths = [row.length]
  if (complex) lengths.push(row.variants?.complex ?? 0)
  if (one.complexity === 'specially-complex') lengths.push(row.variants?.['specially-complex'] ?? 0)
  if (remote) lengths.push(row.variants?.remote ?? 0)
  if (remote && complex) lengths.push(row.variants?.['remote+complex'] ?? 0)
  if (one.several_places) lengths.push(row.variants?.['several-places'] ?? 0)
  return Math.max(...lengths)
}

/** One day after the other. */
function slowly(one: Case, row: TimeLimit, published: Uint8Array): { nominal: number; due: number } | 'off-the-book' {
  const step = row.counted === 'before' ? -1 : 1
  const own = new Map(one.overrides)
  const isWorked = (n: number) => own.get(n) ?? published[n - first] === 1
  const stands = (n: number) => one.stretches.some(([from, to]) => from <= n && n <= to)
  let left = lengthOf(row, one)
  let n = one.start
  while (left > 0) {
    n += step
    if (n < first || n > last) return 'off-the-book'
    if (stands(n)) continue
    if (row.unit === 'day' || isWorked(n)) left--
  }
  const nominal = n
  while (!isWorked(n)) {
    n += step
    if (n < first || n > last) return 'off-the-book'
  }
  return { nominal, due: n }
}

/** A generator whose cases can be told again by their seed. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** Working Saturdays and free weekdays that an office decided: a few sets, each for many cases. */
function drawOverrides(next: (below: number) => number): [number, boolean][] {
  return Array.from({ length: next(2) === 0 ? 0 : next(30) }, () => [
    first + 40 + next(last - first - 80),
    next(2) === 0,
  ])
}

function drawCase(
  next: (below: number) => number,
  shared: Pick<Case, 'overrides' | 'old_acceptance' | 'culture'>,
): Case {
  const start = first + next(last - first + 1)
  const stretches = Array.from({ length: Math.max(0, next(6) - 2) }, (): [number, number] => {
    const from = start + next(70)
    return [from, from + next(40)]
  })
  return {
    ...shared,
    rule: limitIds[next(limitIds.length)]!,
    start,
    remote: next(3) === 0,
    several_places: next(3) === 0,
    complexity: ([null, 'complex', 'specially-complex'] as const)[next(3)]!,
    stretches,
  }
}

test(`the engine agrees with the oracle on ${cases.toLocaleString('en')} random cases, and where the book has no answer both say so`, () => {
  const seed = Number(process.env['ORACLE_SEED'] ?? Date.now() % 1_000_000)
  const next = random(seed)
  const epoch = Temporal.PlainDate.from('2012-01-01')
  const days = Array.from({ length: last - first + 200 }, (_, i) => epoch.add({ days: i }))
  const dayOf = (n: number) => days[n - first]!
  const published = { true: workedDays(true), false: workedDays(false) }
  const seen = { answered: 0, refused: 0, rolled: 0, suspended: 0 }
  let shared: Pick<Case, 'overrides' | 'old_acceptance' | 'culture'> | undefined
  let counting: Pick<DueQuestion, 'calendar' | 'switches'> = {}
  for (let i = 0; i < cases; i++) {
    if (i % 500 === 0) {
      shared = { overrides: drawOverrides(next), old_acceptance: next(4) === 0, culture: next(2) === 0 }
      // Of two decisions on one day the later holds.
      const rows = [...new Map(shared.overrides)].map(
        ([n, working]): CalendarOverride => ({ on: dayOf(n), working, label: 'x', cite: 'QĐ 1' }),
      )
      const switches: SwitchSettings = {
        'complaint.accept-in-working-days': !shared.old_acceptance,
        'holiday.culture-day': shared.culture,
      }
      counting = { switches, calendar: calendarWith(rows, switches) }
    }
    const one = drawCase(next, shared!)
    const told = `seed ${seed}, case ${i}: ${JSON.stringify({ ...one, overrides: one.overrides.length, start: String(dayOf(one.start)) })}`
    const row = rowOf(one, dayOf(one.start).toString())
    if (row?.counted === 'before') one.stretches = []
    const expected = row && slowly(one, row, published[`${one.culture}`])
    const { remote, several_places, complexity } = one
    const question: DueQuestion = {
      ...counting,
      start: dayOf(one.start),
      remote,
      several_places,
      suspensions: one.stretches.map(([from, to]) => ({ from: dayOf(from), to: dayOf(to) })),
      ...(complexity ? { complexity } : {}),
    }
    let code: string | null = null
    try {
      const answer = due(one.rule, question)
      if (expected === null || expected === 'off-the-book') assert.fail(`answered where the book has none: ${told}`)
      if (!answer.nominal.equals(dayOf(expected.nominal)) || !answer.due.equals(dayOf(expected.due)))
        assert.fail(`${answer.nominal} ${answer.due} for ${dayOf(expected.nominal)} ${dayOf(expected.due)}; ${told}`)
      const counted = answer.reasons.reduce((sum, reason) => sum + (reason.counted ? reason.days : 0), 0)
      const whole = answer.reasons.reduce((sum, reason) => sum + reason.days, 0)
      if (counted !== answer.length || whole !== Math.abs(expected.due - one.start) + 1) assert.fail(`reasons: ${told}`)
      seen.answered++
      if (expected.due !== expected.nominal) seen.rolled++
      if (answer.reasons.some(({ why }) => why === 'suspended' || why === 'obstacle')) seen.suspended++
    } catch (error) {
      if (!(error instanceof DueError)) throw error
      code = error.code
      seen.refused++
    }
    if (code !== null) assert.equal(code, expected === null ? 'not-in-force' : 'calendar', told)
  }
  assert.ok(
    seen.answered > cases / 2 && seen.refused > 100 && seen.rolled > 1000 && seen.suspended > 1000,
    JSON.stringify(seen),
  )
})

/** Counted by hand on the calendars of the years whose decision is on file. */
const byHand: [LimitId, string, string, string, string][] = [
  // 2024: Tết 08–14/02; 29/04 exchanged for Saturday 04/05; 02–03/09.
  ['denunciation.process', '2024-02-05', '2024-02-21', '2024-02-21', '6, 7, 15, 16, 19, 20, 21'],
  ['reception.outcome', '2024-04-25', '2024-05-13', '2024-05-13', '26, 2, 3, Saturday 4, 6, 7, 8, 9, 10, 13'],
  ['petition.classify', '2024-08-22', '2024-09-01', '2024-09-04', 'Sunday 01/09, then two holidays'],
  // 2025: Tết 27–31/01; Giỗ Tổ Monday 07/04; 02/05 exchanged for Saturday 26/04; 01–02/09.
  ['complaint.send-first', '2025-01-24', '2025-02-05', '2025-02-05', '3, 4, 5 after nine free days'],
  ['reception.relay', '2025-04-02', '2025-04-10', '2025-04-10', '3, 4, 8, 9, 10'],
  ['denunciation.transfer', '2025-04-24', '2025-05-05', '2025-05-05', '25, Saturday 26, 28, 29, 5'],
  ['complaint.accept', '2025-08-23', '2025-09-02', '2025-09-03', 'National Day'],
  // 2026: 02/01 for Saturday 10/01; Tết 16–20/02; Giỗ Tổ Sunday 26/04, so 27/04; 31/08 for Saturday 22/08.
  ['denunciation.transfer', '2025-12-31', '2026-01-09', '2026-01-09', '5 to 9'],
  ['denunciation.notify', '2026-01-05', '2026-01-10', '2026-01-10', '6, 7, 8, 9, Saturday 10'],
  ['complaint.send-first', '2026-02-12', '2026-02-24', '2026-02-24', '13, 23, 24'],
  ['reception.relay', '2026-04-23', '2026-05-05', '2026-05-05', '24, 28, 29, 4, 5'],
  ['complaint.send-first', '2026-08-20', '2026-08-24', '2026-08-24', '21, Saturday 22, 24'],
  ['complaint.discipline-accept', '2026-08-27', '2026-09-10', '2026-09-10', '28, 3, 4, 7, 8, 9, 10'],
  ['reception.online-notice', '2026-09-07', '2026-08-26', '2026-08-26', 'back: 4, 3, 28, 27, 26'],
]

for (const [rule, start, nominal, end, how] of byHand)
  test(`${start.slice(0, 4)}: ${rule} from ${start} (${how})`, () => {
    const answer = due(rule, { start: Temporal.PlainDate.from(start) })
    assert.deepEqual([answer.nominal.toString(), answer.due.toString()], [nominal, end])
  })

test('an obstacle extends a time bar, and is told as an obstacle', () => {
  const start = Temporal.PlainDate.from('2026-03-02')
  const storm = { from: Temporal.PlainDate.from('2026-03-10'), to: Temporal.PlainDate.from('2026-03-29') }
  const answer = due('complaint.file-first', { start, suspensions: [storm] })
  // 90 days from 02/03 end on Sunday 31/05; twenty more on Saturday 20/06, rolled to Monday.
  assert.deepEqual([answer.nominal.toString(), answer.due.toString()], ['2026-06-20', '2026-06-22'])
  const still = answer.reasons.find(({ why }) => why === 'obstacle')
  assert.deepEqual([still?.days, still?.cite], [20, 'LKN 2011 Đ9'])
  assert.deepEqual(
    answer.notes.filter((note) => note.startsWith('suspension')),
    [],
  )
})

test('years without a decision on file are computed and say so', () => {
  const notes = (start: string) => due('complaint.send-first', { start: Temporal.PlainDate.from(start) }).notes
  assert.ok(notes('2027-03-01').includes('calendar-to-be-checked'))
  assert.ok(!notes('2026-03-02').includes('calendar-to-be-checked'))
})
