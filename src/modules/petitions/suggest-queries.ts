/** Reading suggestions: for officers who see the register, about letters nobody has classified yet. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { PetitionRow } from './petition.ts'
import { readsRegister } from './queries.ts'
import {
  foresee,
  type HitRate,
  type Learnt,
  learntMin,
  majority,
  type SuggestedThing,
  suggestedThings,
  wordsOf,
  writtenWords,
} from './suggest.ts'

/** One suggestion with its reasons and how often such suggestions were right. */
export interface Suggestion extends HitRate {
  about: SuggestedThing
  /** An id of the law's lists; of a competence without its unit. */
  value: string
  unit_id: string | null
  unit_name: string | null
  /** Words of the letter that led to it. */
  words: readonly string[]
  /** The most common label, which is the guess without any words. */
  usual: string | null
  letters: number
  /** Learnt from another unit's register: the province's. */
  from_above: boolean
}

/** Words named as reasons. */
const wordsShown = 4

interface Kept extends HitRate {
  unit_id: string
  about: SuggestedThing
  letters: number
  labels: string[]
  label_letters: number[]
  words: number[]
  counts: number[]
}

/** The suggestions for a petition without a kind; none where the unit and its province have too little to learn from. */
export async function suggestionsFor(
  viewer: Viewer,
  sql: Sql,
  row: Pick<PetitionRow, 'unit_id' | 'title' | 'text' | 'kind' | 'state'>,
): Promise<Suggestion[]> {
  if (row.kind !== null || row.state === 'sealed-away') return []
  if (!(await readsRegister(viewer, sql, row.unit_id))) return []
  const text = `${row.title}\n${row.text}`
  const words = wordsOf(text)
  const kept = await keptFor(sql, row.unit_id, viewer.on, words)
  const found = suggestedThings.flatMap((about): Suggestion[] => {
    const own = kept.find((one) => one.about === about)
    if (!own) return []
    const learnt = learntOf(own)
    const foreseen = foresee(learnt, words)
    if (!foreseen) return []
    const [value = '', unit_id = null] = foreseen.label.split('/')
    const { tested, hits, majority_hits, letters } = own
    return [
      {
        about,
        value,
        unit_id,
        unit_name: null,
        words: writtenWords(text, foreseen.led, wordsShown),
        usual: majority(learnt)?.split('/')[0] ?? null,
        letters,
        from_above: own.unit_id !== row.unit_id,
        tested,
        hits,
        majority_hits,
      },
    ]
  })
  return named(sql, found, viewer.on)
}

/** What the unit learnt, else the nearest unit above that learnt; of the words only those of the letter. */
async function keptFor(sql: Sql, unit_id: string, on: Temporal.PlainDate, words: ReadonlySet<number>): Promise<Kept[]> {
  const { rows } = await sql.query<Kept>({
    name: 'suggestions',
    text: `select s.unit_id, s.about, s.letters, s.labels, s.label_letters, s.tested, s.hits, s.majority_hits, w.words, w.counts
      from unit_ancestry a join suggestion s on s.unit_id = a.ancestor_id and s.letters >= $4
      cross join lateral (
        select coalesce(array_agg(k.word order by k.n, l.i) filter (where l.i = 1), '{}') as words,
          coalesce(array_agg(s.counts[(k.n - 1) * cardinality(s.labels) + l.i] order by k.n, l.i), '{}') as counts
        from unnest(s.words) with ordinality k(word, n), generate_series(1, cardinality(s.labels)) l(i)
        where k.word = any($3::int[])) w
      where a.unit_id = $1 and a.valid @> $2::date order by a.depth`,
    values: [unit_id, on.toString(), [...words], learntMin],
  })
  return rows
}

function learntOf(kept: Kept): Learnt {
  const width = kept.labels.length
  return {
    letters: kept.letters,
    labels: kept.labels,
    label_letters: kept.label_letters,
    words: new Map(kept.words.map((word, n) => [word, kept.counts.slice(n * width, (n + 1) * width)])),
  }
}

async function named(sql: Sql, found: readonly Suggestion[], on: Temporal.PlainDate): Promise<Suggestion[]> {
  const ids = found.flatMap((one) => one.unit_id ?? [])
  if (ids.length === 0) return [...found]
  const { rows } = await sql.query<{ unit_id: string; name: string }>(
    'select unit_id, name from unit_period where unit_id = any($1::uuid[]) and valid @> $2::date',
    [ids, on.toString()],
  )
  const names = new Map(rows.map((row) => [row.unit_id, row.name]))
  return found.map((one) => ({ ...one, unit_name: one.unit_id ? (names.get(one.unit_id) ?? null) : null }))
}
