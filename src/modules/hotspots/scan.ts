/**
 * Where an authority is behind more than chance explains: a scan statistic over place × field × time (Kulldorff 1997,
 * Poisson form, with the field and the age of a case held fixed).
 *
 * Each case whose last day has come is either settled or still open. If lateness fell on cases blindly, the late ones
 * of a field and an age would be spread over the places like all cases of that field and age. The scan looks for the
 * place, alone or in one field, over the last weeks, months, year or ever, where they are not. Its false-alarm rate is
 * that of the whole scan: the bound that the strongest zone of `replicates` blind redistributions passes once in
 * 1 / `false_alarms` runs. A household counts once a place and field, however often it wrote. No person, no group visit and no repetition enters: the input has no room for them.
 */

/** One case whose last day has come: where, in which field, how long ago that day was, and whether it is still open. */
export interface DueCase {
  place: string
  field: string
  /** Days since the last day of its limit; 0 or more. */
  days_since_due: number
  behind: boolean
  /** A number that stands for a household inside this scan alone; used to leave out what rests on fewer than five. */
  household: number
}

/** Within how many days a limit must have ended: the last four weeks, three months, a year, ever. */
export const windows = [28, 91, 364, null] as const

export type Window = (typeof windows)[number]

/** A zone in which more is late than blind chance would leave there. */
export interface Found {
  place: string
  /** Null: all fields together. */
  field: string | null
  window: Window
  /** Cases still open past their last day, one a household and field. */
  behind: number
  /** Cases whose last day has come. */
  cases: number
  /** How many would be late if lateness fell blindly. */
  expected: number
  /** Log likelihood ratio. */
  strength: number
  /** Share of blind redistributions whose strongest zone is as strong. */
  chance: number
}

/** What is asked of a scan. */
export interface ScanOptions {
  /** How often a run over blind data may find anything at all. */
  false_alarms?: number
  replicates?: number
  /** The same seed over the same cases finds the same. */
  seed?: number
  /** Fewer late cases, or late cases of fewer households, are never shown. */
  fewest?: number
}

/** Nothing that rests on fewer households is shown. */
export const fewestHouseholds = 5

/** One case a household, place and field: the latest that is still open, else the latest. In an order of their own. */
export function onceEach(cases: readonly DueCase[]): DueCase[] {
  const kept = new Map<string, DueCase>()
  for (const one of cases) {
    const key = `${one.place}\n${one.field}\n${one.household}`
    const other = kept.get(key)
    const counts = !other || (one.behind === other.behind ? one.days_since_due < other.days_since_due : one.behind)
    if (counts) kept.set(key, one)
  }
  // The order, and with it each draw, follows from what a case is and not from how it was read or its household numbered.
  return [...kept.values()].sort(
    (a, b) =>
      compare(a.place, b.place) ||
      compare(a.field, b.field) ||
      a.days_since_due - b.days_since_due ||
      Number(a.behind) - Number(b.behind),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

interface Zone {
  place: string
  field: string | null
  window: Window
  cases: number
  expected: number
}

/** Runs the scan; strongest first, at most one zone a place and none overlapping another of the same place. */
export function scan(all: readonly DueCase[], options: ScanOptions = {}): Found[] {
  const cases = onceEach(all)
  const { false_alarms = 0.05, replicates = 999, seed = 1, fewest = fewestHouseholds } = options
  const total = cases.filter((one) => one.behind).length
  if (total < fewest) return []
  const { zones, zonesOf, strata } = prepare(cases)
  const counts = new Int32Array(zones.length)
  const observed = strengths(zones, countBehind(counts, zonesOf, indexesBehind(cases)), total)
  const random = generator(seed)
  const strongest: number[] = []
  for (let run = 0; run < replicates; run++) {
    counts.fill(0)
    for (const stratum of strata) redistribute(stratum, random, counts, zonesOf)
    strongest.push(Math.max(0, ...maxOf(strengths(zones, counts, total))))
  }
  strongest.sort((a, b) => b - a)
  const chanceOf = (strength: number) => (strongest.filter((one) => one >= strength).length + 1) / (replicates + 1)
  const real = countBehind(new Int32Array(zones.length), zonesOf, indexesBehind(cases))
  const found = zones.flatMap((zone, index): Found[] => {
    const strength = observed[index] ?? 0
    const behind = real[index] ?? 0
    if (strength === 0 || behind < fewest) return []
    const chance = chanceOf(strength)
    return chance <= false_alarms ? [{ ...zone, behind, strength, chance }] : []
  })
  return strongestOfEach(found.filter((zone) => householdsBehind(cases, zone) >= fewest))
}

/** Cases of one field and one age: among them lateness is redistributed. */
interface Stratum {
  members: Int32Array
  behind: number
}

function prepare(cases: readonly DueCase[]) {
  const zones: Zone[] = []
  const known = new Map<string, number>()
  const strata = new Map<string, number[]>()
  const zonesOf = cases.map((one, index) => {
    const age = windows.findIndex((days) => days === null || one.days_since_due <= days)
    const stratum = `${one.field}\n${age}`
    strata.set(stratum, [...(strata.get(stratum) ?? []), index])
    const own: number[] = []
    for (const window of windows.slice(age))
      for (const field of [one.field, null]) own.push(zoneAt(zones, known, one.place, field, window))
    return Int32Array.from(own)
  })
  const built = [...strata.values()].map((members): Stratum => {
    const behind = members.filter((index) => cases[index]?.behind).length
    for (const index of members)
      for (const zone of zonesOf[index] ?? []) {
        const row = zones[zone]!
        row.cases++
        row.expected += behind / members.length
      }
    return { members: Int32Array.from(members), behind }
  })
  return { zones, zonesOf, strata: built }
}

function zoneAt(
  zones: Zone[],
  known: Map<string, number>,
  place: string,
  field: string | null,
  window: Window,
): number {
  const key = `${place}\n${field ?? ''}\n${window ?? ''}`
  const index = known.get(key) ?? zones.push({ place, field, window, cases: 0, expected: 0 }) - 1
  known.set(key, index)
  return index
}

const indexesBehind = (cases: readonly DueCase[]) => cases.flatMap((one, index) => (one.behind ? [index] : []))

function countBehind(counts: Int32Array, zonesOf: readonly Int32Array[], indexes: Iterable<number>): Int32Array {
  for (const index of indexes) for (const zone of zonesOf[index] ?? []) counts[zone] = (counts[zone] ?? 0) + 1
  return counts
}

/** Draws which of a stratum's cases are late, blindly (the first steps of a Fisher–Yates shuffle). */
function redistribute(
  { members, behind }: Stratum,
  random: () => number,
  counts: Int32Array,
  zonesOf: readonly Int32Array[],
): void {
  for (let drawn = 0; drawn < behind; drawn++) {
    const other = drawn + Math.floor(random() * (members.length - drawn))
    const chosen = members[other]!
    members[other] = members[drawn]!
    members[drawn] = chosen
    for (const zone of zonesOf[chosen] ?? []) counts[zone] = (counts[zone] ?? 0) + 1
  }
}

/** How much better each zone's own rate explains it than the common one; 0 where it has no more than expected. */
function strengths(zones: readonly Zone[], counts: Int32Array, total: number): Float64Array {
  const out = new Float64Array(zones.length)
  zones.forEach(({ expected }, index) => {
    const behind = counts[index] ?? 0
    if (behind <= expected) return
    const outside = total - behind
    const rest = outside === 0 ? 0 : outside * Math.log(outside / (total - expected))
    out[index] = behind * Math.log(behind / expected) + rest
  })
  return out
}

function maxOf(values: Float64Array): [number] {
  let most = 0
  for (const value of values) if (value > most) most = value
  return [most]
}

function householdsBehind(cases: readonly DueCase[], zone: Found): number {
  const late = cases.filter(
    (one) =>
      one.behind &&
      one.place === zone.place &&
      (zone.field === null || one.field === zone.field) &&
      (zone.window === null || one.days_since_due <= zone.window),
  )
  return new Set(late.map((one) => one.household)).size
}

/** Windows and fields of one place overlap: its strongest zone speaks for it. */
function strongestOfEach(found: readonly Found[]): Found[] {
  const best = new Map<string, Found>()
  for (const zone of found) if (zone.strength > (best.get(zone.place)?.strength ?? 0)) best.set(zone.place, zone)
  return [...best.values()].sort((a, b) => b.strength - a.strength)
}

/** A repeatable source of numbers in [0, 1) (mulberry32): a scan can be run again and checked. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
