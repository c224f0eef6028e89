/** Chance with a seed: the same seed always gives the same demonstration. */
import { createHash } from 'node:crypto'

/** A source of chance. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  /** True in so many of a hundred cases. */
  percent(share: number): boolean
  /** One of the list. */
  pick<T>(list: readonly T[]): T
  /** One of the list, each as often as its weight says. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  /** A source of its own that follows from this one's seed and a label, whatever was drawn before. */
  branch(label: string): Chance
}

/** Begins a source of chance (mulberry32 over a hash of the seed). */
export function chanceOf(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32BE(0)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const chance: Chance = {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    percent: (share) => next() * 100 < share,
    pick(list) {
      const found = list[Math.floor(next() * list.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of list) {
        left -= weight
        if (left < 0) return item
      }
      throw new Error('nothing to pick from')
    },
    branch: (label) => chanceOf(`${seed}/${label}`),
  }
  return chance
}

/** A UUIDv7 that follows from its label and stands at an instant, so that ids are ordered by time as real ones are. */
export function idAt(at: Temporal.Instant, label: string): string {
  const bytes = createHash('sha256').update(`demonstration/${label}`).digest()
  bytes.writeUIntBE(at.epochMilliseconds, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
