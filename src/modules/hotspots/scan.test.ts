import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DueCase, scan } from './scan.ts'

/** A source of chance of its own, so that the scan's is not tested against itself. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

const fields = ['land', 'welfare', 'environment', 'order'] as const
/** Fields differ in how often they are late; places do not. */
const rate = { land: 0.3, welfare: 0.1, environment: 0.2, order: 0.05 }

/** Thirty places with four fields; `late` may make some of it later than chance. */
function country(seed: number, late: (place: number, field: string, days: number) => number | null = () => null) {
  const random = dice(seed)
  const cases: DueCase[] = []
  for (let place = 0; place < 30; place++)
    // Places differ in size by a factor of ten.
    for (const field of fields)
      for (let n = 0; n < 3 + place; n++) {
        const days_since_due = Math.floor(random() * 500)
        const behind = random() < (late(place, field, days_since_due) ?? rate[field])
        cases.push({ place: `xã ${place}`, field, days_since_due, behind, household: cases.length })
      }
  return cases
}

test('where nothing is planted, about one run in twenty finds anything', () => {
  let alarms = 0
  for (let run = 1; run <= 200; run++) if (scan(country(run * 7919), { replicates: 99, seed: run }).length > 0) alarms++
  // 200 runs at 5 %: 10 expected; 21 or more would come about once in a thousand such tests.
  assert.ok(alarms <= 20, `${alarms} false alarms in 200 runs`)
})

test('a field that is late everywhere, and a large place, are no hotspots', () => {
  const everywhere = country(11, (_, field) => (field === 'land' ? 0.9 : null))
  assert.deepEqual(scan(everywhere, { false_alarms: 0.01 }), [])
})

test('a place that is late less often than the others is never shown', () => {
  const cases = country(13)
  for (let n = 0; n < 200; n++)
    cases.push({ place: 'xã tốt', field: 'land', days_since_due: n, behind: n % 20 === 0, household: 90_000 + n })
  assert.ok(!scan(cases, { false_alarms: 0.5 }).some((zone) => zone.place === 'xã tốt'))
})

test('a planted place is found in its field and its time, and said with what was expected', () => {
  let found = 0
  let exactly = 0
  for (let run = 1; run <= 20; run++) {
    const cases = country(run * 104729, (place, field, days) =>
      place === 17 && field === 'welfare' && days <= 91 ? 0.95 : null,
    )
    // Enough cases of the last three months in that place.
    for (let n = 0; n < 14; n++)
      cases.push({ place: 'xã 17', field: 'welfare', days_since_due: 5 * n, behind: n < 12, household: 90_000 + n })
    const [first] = scan(cases, { replicates: 199, seed: run })
    if (first?.place !== 'xã 17') continue
    found++
    if (first.field === 'welfare' && (first.window ?? 999) <= 364) exactly++
    assert.ok(first.behind > 1.5 * first.expected && first.chance <= 0.05)
  }
  assert.ok(found >= 19 && exactly >= 17, `${found} of 20 planted hotspots found, ${exactly} in their field and time`)
})

test('a place that holds most late cases of its field is found all the same', () => {
  let found = 0
  for (let run = 1; run <= 20; run++) {
    const cases = country(run * 15485863).filter((one) => one.field !== 'order')
    // A field that few bring: twenty cases elsewhere with two late, fourteen here, all late.
    for (let n = 0; n < 34; n++)
      cases.push({
        place: n < 14 ? 'xã chậm' : `xã ${n - 10}`,
        field: 'order',
        days_since_due: 5 + ((n * 67) % 350),
        behind: n < 16,
        household: 90_000 + n,
      })
    const [first] = scan(cases, { replicates: 199, seed: run })
    if (first?.place === 'xã chậm' && first.chance <= 0.05) found++
  }
  assert.ok(found >= 18, `${found} of 20`)
})

test('nothing that rests on fewer than five households is shown, however many cases they have', () => {
  const planted = (households: number) => {
    const cases = country(5)
    for (let n = 0; n < 30; n++)
      cases.push({
        place: 'xã 3',
        field: 'order',
        days_since_due: n,
        behind: true,
        household: 90_000 + (n % households),
      })
    return scan(cases).map((zone) => zone.place)
  }
  assert.deepEqual(planted(4), [])
  assert.deepEqual(planted(12), ['xã 3'])
})

test('the same cases and seed find the same; no late case finds nothing', () => {
  const cases = country(3, (place) => (place === 9 ? 0.8 : null))
  assert.deepEqual(scan(cases), scan(structuredClone(cases)))
  assert.ok(scan(cases).length > 0)
  assert.deepEqual(scan(cases.map((one) => ({ ...one, behind: false }))), [])
  assert.deepEqual(scan([]), [])
})
