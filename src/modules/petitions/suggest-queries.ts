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
  /** Changes with every writing of the row. */
  version: string
}

interface Counted {
  version: string
  labels: readonly string[]
  label_letters: readonly number[]
  /** Where the counts of a word begin. */
  places: ReadonlyMap<number, number>
  counts: readonly number[]
}

/** What was read last, by unit and thing: the counts are large and change once a night. */
const read = new Map<string, Counted>()
const readMax = 60

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
  const kept = await keptFor(sql, row.unit_id, viewer.on)
  const nearest = suggestedThings.flatMap((about) => kept.find((one) => one.about === about) ?? [])
  const counted = await Promise.all(nearest.map((own) => countedOf(sql, own)))
  const found = nearest.flatMap((own, n): Suggestion[] => {
    const { about } = own
    const learnt = learntOf(own, counted[n], words)
    if (!learnt) return []
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

/** What the unit learnt, then what the units above it did. */
async function keptFor(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<Kept[]> {
  const { rows } = await sql.query<Kept>({
    name: 'suggestions',
    text: `select s.unit_id, s.about, s.letters, s.tested, s.hits, s.majority_hits, s.xmin::text as version
      from unit_ancestry a join suggestion s on s.unit_id = a.ancestor_id and s.letters >= $3
      where a.unit_id = $1 and a.valid @> $2::date order by a.depth`,
    values: [unit_id, on.toString(), learntMin],
  })
  return rows
}

async function countedOf(sql: Sql, { unit_id, about, version }: Kept): Promise<Counted | undefined> {
  const name = `${unit_id}/${about}`
  const known = read.get(name)
  if (known?.version === version) return known
  const { rows } = await sql.query<Omit<Counted, 'places'> & { words: number[] }>({
    name: 'suggestion_counts',
    text: `select xmin::text as version, labels, label_letters, words, counts from suggestion where unit_id = $1 and about = $2`,
    values: [unit_id, about],
  })
  const row = rows[0]
  if (!row) return undefined
  const { words, ...rest } = row
  const counted = { ...rest, places: new Map(words.map((word, n) => [word, n * rest.labels.length])) }
  read.delete(name)
  read.set(name, counted)
  const [oldest] = read.keys()
  if (read.size > readMax && oldest !== undefined) read.delete(oldest)
  return counted
}

/** Of what was learnt, the words of this letter. */
function learntOf(kept: Kept, counted: Counted | undefined, words: ReadonlySet<number>): Learnt | null {
  if (!counted) return null
  const { labels, label_letters, places, counts } = counted
  const own = [...words].flatMap((word): [number, readonly number[]][] => {
    const place = places.get(word)
    return place === undefined ? [] : [[word, counts.slice(place, place + labels.length)]]
  })
  return { letters: kept.letters, labels, label_letters, words: new Map(own) }
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
