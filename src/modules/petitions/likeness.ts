/** How common pairs of syllables are, counted by a job and kept in mind; and which of some letters are most like one. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Db } from '../../platform/database.ts'
import { allPairs, likenessTo, nothingCounted, pairsOf, type Rarity } from './pairs.ts'

/** Letters of a sample; of smaller registers all are counted. */
const sampleMax = 60_000

/** Letters read at once. */
const batch = 1000

/** Pairs kept, the most common ones. */
const keptMax = 200_000

/** A pair of fewer letters is not kept: it is as rare as one never met, and nobody's words can be asked for. */
const lettersMin = 3

/** How long a count is kept in mind before it is read again. */
const kept_ms = 600_000

let known: { rarity: Rarity; until: number } | null = null

/** The last count, from memory or the database; a new office has none. */
export async function rarityOf(sql: Sql): Promise<Rarity> {
  if (known && known.until > performance.now()) return known.rarity
  const { rows } = await sql.query<{ letters: number; register: number; pairs: number[]; counts: number[] }>({
    name: 'pair_rarity',
    text: `select letters, register, pairs, counts from pair_rarity where name = 'register'`,
  })
  const row = rows[0]
  const rarity = row
    ? {
        letters: row.letters,
        register: row.register,
        counts: new Map(row.pairs.map((pair, n) => [pair, row.counts[n] ?? 0])),
      }
    : nothingCounted
  known = { rarity, until: performance.now() + kept_ms }
  return rarity
}

/** The keys by which a letter is found, in a narrow table of their own: written anew when its words are mended. */
export function duplicateKey(petition_id: string, words: { title: string; text: string }, rarity: Rarity) {
  const pairs = pairsOf(`${words.title}\n${words.text}`, rarity)
  return { table: 'duplicate_key' as const, rows: [{ petition_id, pairs }], over: 'petition_id' }
}

/** A letter that must not be found by its words. */
export function noDuplicateKey(petition_id: string) {
  return { table: 'duplicate_key' as const, rows: [{ petition_id, pairs: [] }], over: 'petition_id' }
}

/** The next question reads the count anew. */
export function forgetRarity(): void {
  known = null
}

/** Counts a sample of the open registers from the beginning, so that what was sealed away since is forgotten. */
export async function countPairs({ pool }: Db): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin read only')
    const { rows } = await client.query<{ n: number }>(
      `select greatest(reltuples, 0)::int as n from pg_class where oid = 'public.petition'::regclass`,
    )
    const about = rows[0]?.n ?? 0
    const share = about > 2 * sampleMax ? (100 * sampleMax) / about : 100
    await client.query(
      `declare sampled no scroll cursor for select title || E'\\n' || text as words from petition
        tablesample system (${share.toFixed(4)}) where state <> 'sealed-away' limit ${2 * sampleMax}`,
    )
    const counts = new Map<number, number>()
    let letters = 0
    for (;;) {
      const { rows: read } = await client.query<{ words: string }>(`fetch ${batch} from sampled`)
      for (const { words } of read) for (const pair of allPairs(words)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
      letters += read.length
      if (read.length < batch) break
    }
    await client.query('commit')
    const kept = [...counts].filter(([, count]) => count >= lettersMin).sort(([, a], [, b]) => b - a)
    const pairs = kept.slice(0, keptMax)
    await client.query(
      `insert into pair_rarity (name, counted_at, letters, register, pairs, counts) values ('register', now(), $1, $2, $3, $4)
       on conflict (name) do update set counted_at = excluded.counted_at, letters = excluded.letters,
         register = excluded.register, pairs = excluded.pairs, counts = excluded.counts`,
      [letters, Math.max(about, letters), pairs.map(([pair]) => pair), pairs.map(([, count]) => count)],
    )
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    client.release()
  }
  forgetRarity()
}

/** Less alike than this, two letters have only their kind in common. */
export const likeMin = 0.12

/** Similar cases need not be the same matter. */
export const similarMin = 0.05

/** The most alike first; of equally alike ones those of the same person, then the latest. */
export function ranked<Row extends { words: string; same_person: boolean; received_on: Temporal.PlainDate }>(
  text: string,
  found: readonly Row[],
  rarity: Rarity,
  score_min: number = likeMin,
): (Row & { score: number; common: number })[] {
  const alike = likenessTo(allPairs(text), rarity)
  return found
    .map((row) => ({ ...row, ...alike(allPairs(row.words)) }))
    .filter((row) => row.score >= score_min && row.common > 0)
    .sort(
      (a, b) =>
        Math.round(b.score * 20) - Math.round(a.score * 20) ||
        Number(b.same_person) - Number(a.same_person) ||
        b.score - a.score ||
        Temporal.PlainDate.compare(b.received_on, a.received_on),
    )
}
