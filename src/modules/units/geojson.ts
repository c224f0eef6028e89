/** An operator's GeoJSON of outlines, read with care: degrees of WGS84, whole rings, fewer points. Pure; knows no unit. */
import { z } from 'zod'

/** Longitude and latitude. */
export type Point = readonly [number, number]

/** A closed ring; the outer one runs clockwise, holes the other way, as d3-geo draws them. */
export type Ring = readonly Point[]

/** Outer ring and holes. */
export type Polygon = readonly Ring[]

/** One feature with what names its unit. */
export interface Feature {
  /** Place in the file, from 1. */
  at: number
  code: string | null
  name: string | null
  province: string | null
  polygons: readonly Polygon[]
  points_before: number
}

/** What is wrong: with a feature (from 1), or with the whole file (0). */
export interface OutlineFault {
  at: number
  code: OutlineFaultCode
  /** What was found there. */
  found?: string
}

/** What can be wrong with a file of outlines; each has its sentence in the command. */
export type OutlineFaultCode =
  | 'not-json'
  | 'not-a-feature-collection'
  | 'no-feature'
  | 'too-many-features'
  | 'too-many-points'
  | 'other-crs'
  | 'no-area'
  | 'no-number'
  | 'outside-vietnam'
  | 'open-ring'
  | 'names-no-unit'
  | 'unit-unknown'
  | 'unit-twice'

/** Which properties name the unit. */
export interface PropertyNames {
  code: string
  name: string
  province: string
}

/** Bounds of a file. */
export const outlineLimits = { features_max: 20_000, points_max: 5_000_000, kept_max: 600 } as const

/** Where Vietnam lies, islands and seas included. Metres of a projected system fall outside at once. */
const bounds = { west: 101, east: 119, south: 5, north: 24.5 } as const

/** About 100 m: finer than a pixel of a province's map. */
const tolerance = 0.001

const wgs84 = /(CRS84|EPSG:{1,2}4326|WGS\s*84)$/i

const collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(z.unknown()),
})
const shaped = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: z.array(z.unknown()) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.unknown())) }),
  ]),
})

/** Reads a file: its features, and what is wrong with those that cannot be taken. */
export function readOutlines(text: string, names: PropertyNames): { features: Feature[]; faults: OutlineFault[] } {
  const whole = (code: OutlineFaultCode, found?: string) => ({
    features: [],
    faults: [{ at: 0, code, ...(found === undefined ? {} : { found }) }],
  })
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return whole('not-json')
  }
  const read = collection.safeParse(parsed)
  if (!read.success) return whole('not-a-feature-collection')
  const { features, crs } = read.data
  if (crs && !wgs84.test(crs.properties.name)) return whole('other-crs', crs.properties.name.slice(0, 80))
  if (features.length === 0) return whole('no-feature')
  if (features.length > outlineLimits.features_max) return whole('too-many-features', String(features.length))
  const taken: Feature[] = []
  const faults: OutlineFault[] = []
  let points = 0
  for (const [index, one] of features.entries()) {
    const found = readFeature(one, index + 1, names)
    if ('fault' in found) faults.push(found.fault)
    else {
      points += found.points_before
      taken.push(found)
    }
    if (points > outlineLimits.points_max) return whole('too-many-points', String(outlineLimits.points_max))
  }
  return { features: taken, faults }
}

function readFeature(given: unknown, at: number, names: PropertyNames): Feature | { fault: OutlineFault } {
  const read = shaped.safeParse(given)
  if (!read.success) return { fault: { at, code: 'no-area' } }
  const { geometry, properties } = read.data
  const drawn = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const polygons: Polygon[] = []
  let points_before = 0
  for (const rings of drawn) {
    const polygon: Ring[] = []
    for (const [index, given_ring] of rings.entries()) {
      const ring = readRing(given_ring)
      if ('code' in ring) return { fault: { at, ...ring } }
      points_before += ring.points.length
      polygon.push(wound(ring.points, index === 0))
    }
    if (polygon.length > 0) polygons.push(polygon)
  }
  if (polygons.length === 0) return { fault: { at, code: 'no-area' } }
  const named = (property: string) => {
    const value = properties?.[property]
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null
  }
  return {
    at,
    code: named(names.code),
    name: named(names.name),
    province: named(names.province),
    polygons: simplified(polygons),
    points_before,
  }
}

function readRing(given: unknown): { points: Point[] } | { code: OutlineFaultCode; found?: string } {
  if (!Array.isArray(given)) return { code: 'no-number' }
  const points: Point[] = []
  for (const point of given) {
    const [x, y]: unknown[] = Array.isArray(point) ? point : []
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
      return { code: 'no-number', found: JSON.stringify(point)?.slice(0, 60) ?? '' }
    if (x < bounds.west || x > bounds.east || y < bounds.south || y > bounds.north)
      return { code: 'outside-vietnam', found: `${x}, ${y}` }
    points.push([x, y])
  }
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return { code: 'open-ring' }
  return { points }
}

/** Twice the signed area: above zero where the ring runs against the clock. */
function turning(ring: Ring): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    return sum + (x * nextY - nextX * y)
  }, 0)
}

function wound(ring: readonly Point[], outer: boolean): Ring {
  return turning(ring) > 0 === outer ? ring.toReversed() : ring
}

/** Fewer points, coarser until the whole outline is small enough; a ring never falls under a triangle. */
function simplified(polygons: readonly Polygon[]): readonly Polygon[] {
  for (let step = tolerance; ; step *= 2) {
    const drawn = polygons.map((polygon) => polygon.map((ring) => thinned(ring, step)))
    const count = drawn.flat().reduce((sum, ring) => sum + ring.length, 0)
    if (count <= outlineLimits.kept_max || step > 1) return drawn.slice(0, outlineLimits.kept_max)
  }
}

/** Ramer, Douglas and Peucker on a closed ring, split at its farthest point; five digits of a degree are about a metre. */
export function thinned(ring: Ring, step: number): Ring {
  const [first] = ring
  if (!first || ring.length <= 4) return ring
  const far = ring.reduce(
    (best, point, index) => (distance(point, first) > distance(ring[best]!, first) ? index : best),
    0,
  )
  const kept = [...between(ring.slice(0, far + 1), step), ...between(ring.slice(far), step).slice(1)]
  const whole = kept.length >= 4 ? kept : [first, ring[Math.floor(far / 2)]!, ring[far]!, first]
  return whole.map(([x, y]): Point => [rounded(x), rounded(y)])
}

const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by)

function between(points: readonly Point[], step: number): Point[] {
  const keep = new Set([0, points.length - 1])
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let best = -1
    let most = step
    for (let at = from + 1; at < to; at++) {
      const away = offLine(points[at]!, points[from]!, points[to]!)
      if (away > most) [best, most] = [at, away]
    }
    if (best < 0) continue
    keep.add(best)
    spans.push([from, best], [best, to])
  }
  return points.filter((_, index) => keep.has(index))
}

function offLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}
