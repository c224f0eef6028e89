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
  /** Log likelihood ratio over the dispersion of blind draws. */
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
  /** Of the number behind, when lateness falls blindly. */
  variance: number
}

/** Runs the scan; strongest first, at most one zone a place and none overlapping another of the same place. */
export function scan(all: readonly DueCase[], options: ScanOptions = {}): Found[] {
  const cases = onceEach(all)
  const { false_alarms = 0.05, replicates = 999, seed = 1, fewest = fewestHouseholds } = options
  const total = cases.filter((one) => one.behind).length
  if (total < fewest) return []
  const { zones, cells, strata, cellOf } = prepare(cases)
  const usual = {
    expected: Float64Array.from(zones, (zone) => zone.expected),
    spread: Float64Array.from(zones, (zone) => (zone.variance > 1e-9 ? zone.expected / zone.variance : 0)),
  }
  const inCells = new Int32Array(cells.length)
  for (const [index, one] of cases.entries()) if (one.behind) bump(inCells, cellOf[index] ?? 0)
  const real = spread(inCells, cells, new Int32Array(zones.length))
  const observed = strengths(usual, real, total)
  const random = generator(seed)
  const strongest: number[] = []
  const counts = new Int32Array(zones.length)
  for (let run = 0; run < replicates; run++) {
    inCells.fill(0)
    for (const stratum of strata) redistribute(stratum, random, inCells)
    strongest.push(maxOf(strengths(usual, spread(inCells, cells, counts.fill(0)), total)))
  }
  strongest.sort((a, b) => b - a)
  const chanceOf = (strength: number) => (strongest.filter((one) => one >= strength).length + 1) / (replicates + 1)
  const found = zones.flatMap((zone, index): Found[] => {
    const strength = observed[index] ?? 0
    const behind = real[index] ?? 0
    if (strength === 0 || behind < fewest) return []
    const chance = chanceOf(strength)
    const { variance: _, ...named } = zone
    return chance <= false_alarms ? [{ ...named, behind, strength, chance }] : []
  })
  return strongestOfEach(found.filter((zone) => householdsBehind(cases, zone) >= fewest))
}

/** Cases of one field and one age: among them lateness is redistributed. Its members are their cells: place, field, age. */
interface Stratum {
  members: Int32Array
  behind: number
}

function prepare(cases: readonly DueCase[]) {
  const zones: Zone[] = []
  const known = new Map<string, number>()
  // Cases of one cell lie in the same zones: draws are counted by cell and spread over the zones once.
  const cells: Int32Array[] = []
  const cellAt = new Map<string, number>()
  const strata = new Map<string, { members: number[]; behind: number }>()
  const cellOf = new Int32Array(cases.length)
  for (const [index, one] of cases.entries()) {
    const age = windows.findIndex((days) => days === null || one.days_since_due <= days)
    const key = `${one.place}\n${one.field}\n${age}`
    let cell = cellAt.get(key)
    if (cell === undefined) {
      const own = windows
        .slice(age)
        .flatMap((window) => [one.field, null].map((field) => zoneAt(zones, known, one.place, field, window)))
      cell = cells.push(Int32Array.from(own)) - 1
      cellAt.set(key, cell)
    }
    cellOf[index] = cell
    const name = `${one.field}\n${age}`
    const stratum = strata.get(name) ?? { members: [], behind: 0 }
    strata.set(name, stratum)
    stratum.members.push(cell)
    if (one.behind) stratum.behind++
  }
  const built = [...strata.values()].map(({ members, behind }): Stratum => {
    const sizes = new Map<number, number>()
    for (const cell of members) sizes.set(cell, (sizes.get(cell) ?? 0) + 1)
    for (const [cell, size] of sizes) {
      const share = size / members.length
      const free = members.length > 1 ? (members.length - behind) / (members.length - 1) : 0
      for (const zone of cells[cell] ?? []) {
        const row = zones[zone]!
        row.cases += size
        row.expected += behind * share
        row.variance += behind * share * (1 - share) * free
      }
    }
    return { members: Int32Array.from(members), behind }
  })
  return { zones, cells, strata: built, cellOf }
}

function zoneAt(
  zones: Zone[],
  known: Map<string, number>,
  place: string,
  field: string | null,
  window: Window,
): number {
  const key = `${place}\n${field ?? ''}\n${window ?? ''}`
  const index = known.get(key) ?? zones.push({ place, field, window, cases: 0, expected: 0, variance: 0 }) - 1
  known.set(key, index)
  return index
}

function bump(counts: Int32Array, at: number, by = 1): void {
  counts[at] = (counts[at] ?? 0) + by
}

/** Counts by cell, added up in every zone that the cell lies in. */
function spread(inCells: Int32Array, cells: readonly Int32Array[], counts: Int32Array): Int32Array {
  for (let cell = 0; cell < inCells.length; cell++) {
    const late = inCells[cell] ?? 0
    const own = cells[cell]
    if (late > 0 && own) for (let at = 0; at < own.length; at++) bump(counts, own[at] ?? 0, late)
  }
  return counts
}

/** Draws which of a stratum's cases are late, blindly (the first steps of a Fisher–Yates shuffle). */
function redistribute({ members, behind }: Stratum, random: () => number, inCells: Int32Array): void {
  for (let drawn = 0; drawn < behind; drawn++) {
    const other = drawn + Math.floor(random() * (members.length - drawn))
    const chosen = members[other]!
    members[other] = members[drawn]!
    members[drawn] = chosen
    bump(inCells, chosen)
  }
}

/**
 * How much better each zone's own rate explains it than the common one; 0 where it has no more than expected. Measured
 * against the spread that blind draws have there: a place that holds most cases of its field leaves chance little room,
 * so that even a small excess says much (as a dispersion factor does in quasi-likelihood).
 */
function strengths(
  { expected, spread }: { expected: Float64Array; spread: Float64Array },
  counts: Int32Array,
  total: number,
): Float64Array {
  const out = new Float64Array(expected.length)
  for (let index = 0; index < expected.length; index++) {
    const behind = counts[index] ?? 0
    const usual = expected[index] ?? 0
    // A hair more is a rounding of the sum, not an excess.
    if (behind <= usual + 1e-9) continue
    const outside = total - behind
    const rest = outside === 0 ? 0 : outside * Math.log(outside / (total - usual))
    out[index] = (behind * Math.log(behind / usual) + rest) * (spread[index] ?? 0)
  }
  return out
}

function maxOf(values: Float64Array): number {
  let most = 0
  for (const value of values) if (value > most) most = value
  return most
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
