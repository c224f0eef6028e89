/** What the words of a letter suggest: learnt by counting in letters that officers classified (multinomial naive Bayes). */

import { foldMarks } from '../../platform/text.ts'
import { bySound, keyOf, syllablesOf } from './pairs.ts'

/** What is suggested of a letter. */
export const suggestedThings = ['kind', 'field', 'competence'] as const
export type SuggestedThing = (typeof suggestedThings)[number]

/** A classified letter: its words as keys, and what an officer said it is. */
export interface Classified {
  words: ReadonlySet<number>
  label: string
}

/** Counts over letters. `counts` has one number a label for each word. */
export interface Learnt {
  letters: number
  labels: readonly string[]
  label_letters: readonly number[]
  words: ReadonlyMap<number, readonly number[]>
}

/** How often the latest letters were foreseen from those before them, and how often the most common label was right. */
export interface HitRate {
  tested: number
  hits: number
  majority_hits: number
}

/** A word in fewer letters is not kept. */
const lettersMin = 3

/** Words kept, the most common ones. */
const wordsMax = 8000

/** The job that counts and learns anew; also asked for when a letter was sealed away, so that nothing remembers it. */
export const learnTask = 'learn-words'

/** Fewer classified letters teach nothing. */
export const learntMin = 40

/** The words of a letter: each syllable and each pair of neighbours once. */
export function wordsOf(text: string): Set<number> {
  const syllables = syllablesOf(text)
  const words = new Set<number>(syllables.map((syllable) => keyOf(syllable)))
  for (let i = 1; i < syllables.length; i++) words.add(keyOf(syllables[i - 1]!, syllables[i]!))
  return words
}

/** Counts. Words of nearly every letter and of almost none are left out. */
export function learn(letters: readonly Classified[]): Learnt {
  const labels = [...new Set(letters.map((letter) => letter.label))].sort()
  const label_letters = labels.map(() => 0)
  const words = new Map<number, number[]>()
  for (const letter of letters) {
    const label = labels.indexOf(letter.label)
    label_letters[label]! += 1
    for (const word of letter.words) {
      const counts = words.get(word) ?? labels.map(() => 0)
      counts[label]! += 1
      words.set(word, counts)
    }
  }
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
  const kept = [...words]
    .map(([word, counts]) => ({ word, counts, total: sum(counts) }))
    .filter(({ total }) => total >= lettersMin && total <= 0.6 * letters.length)
    .sort((a, b) => b.total - a.total || a.word - b.word)
    .slice(0, wordsMax)
  return {
    letters: letters.length,
    labels,
    label_letters,
    words: new Map(kept.map(({ word, counts }) => [word, counts])),
  }
}

/** A label of few letters is believed to use words as all letters do until it has shown otherwise so many times. */
const trust = 20

/** What a word says for a label against all labels together, as a logarithm. */
function says(learnt: Learnt, counts: readonly number[], label: number): number {
  const all = (counts.reduce((a, b) => a + b, 0) + 0.5) / (learnt.letters + 1)
  const own = ((counts[label] ?? 0) + trust * all) / ((learnt.label_letters[label] ?? 0) + trust)
  return Math.log(own / all)
}

/** The label most likely by these words, or null where nothing was learnt or none of the words is known. */
export function foresee(learnt: Learnt, words: ReadonlySet<number>): { label: string; led: number[] } | null {
  const known = [...words].flatMap((word) => {
    const counts = learnt.words.get(word)
    return counts ? [{ word, counts }] : []
  })
  if (learnt.letters === 0 || known.length === 0) return null
  const scores = learnt.labels.map(
    (_, label) =>
      Math.log(((learnt.label_letters[label] ?? 0) + 1) / (learnt.letters + learnt.labels.length)) +
      known.reduce((sum, { counts }) => sum + says(learnt, counts, label), 0),
  )
  const best = scores.indexOf(Math.max(...scores))
  const label = learnt.labels[best]
  if (label === undefined) return null
  const led = known
    .map(({ word, counts }) => ({ word, weight: says(learnt, counts, best) }))
    .filter(({ weight }) => weight > 0.2)
    .sort((a, b) => b.weight - a.weight)
    .map(({ word }) => word)
  return { label, led }
}

/** The most common label. */
export function majority(learnt: Pick<Learnt, 'labels' | 'label_letters'>): string | null {
  return learnt.labels[learnt.label_letters.indexOf(Math.max(...learnt.label_letters))] ?? null
}

/** Foresees the latest fifth, at most 300, from the letters before it. `letters` stand in the order of their days. */
export function hitRate(letters: readonly Classified[]): HitRate {
  const tested = Math.min(300, Math.floor(letters.length / 5))
  const earlier = letters.slice(0, letters.length - tested)
  return hitsOf(learn(earlier), tested === 0 ? [] : letters.slice(-tested))
}

/** How often what was learnt is right about these letters, beside the guess that is always the same. */
export function hitsOf(learnt: Learnt, letters: readonly Classified[]): HitRate {
  const usual = majority(learnt)
  let hits = 0
  let majority_hits = 0
  for (const letter of letters) {
    // Without a known word the usual label is the guess.
    if ((foresee(learnt, letter.words)?.label ?? usual) === letter.label) hits += 1
    if (usual === letter.label) majority_hits += 1
  }
  return { tested: letters.length, hits, majority_hits }
}

/** The words behind these keys as the letter writes them, no syllable twice, at most `max`. */
export function writtenWords(text: string, keys: readonly number[], max: number): string[] {
  const written = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const compared = written.map((syllable) => bySound(foldMarks(syllable)))
  const places = new Map<number, [number, number]>()
  for (let i = compared.length - 1; i >= 0; i--) {
    places.set(keyOf(compared[i]!), [i, i])
    if (i > 0) places.set(keyOf(compared[i - 1]!, compared[i]!), [i - 1, i])
  }
  const shown: string[] = []
  const taken = new Set<number>()
  // Of the strongest, two syllables together say more than one.
  const strongest = keys.flatMap((key) => (places.has(key) ? [places.get(key)!] : [])).slice(0, 4 * max)
  const wide = ([from, to]: [number, number]) => to - from
  for (const place of strongest.toSorted((a, b) => wide(b) - wide(a))) {
    if (shown.length === max) break
    if (taken.has(place[0]) || taken.has(place[1])) continue
    taken.add(place[0]).add(place[1])
    shown.push(
      written
        .slice(place[0], place[1] + 1)
        .join(' ')
        .toLocaleLowerCase('vi'),
    )
  }
  return [...new Set(shown)]
}
