/** The change against the same period of last year, as reports write it: `giảm 146 lượt, 127 người; giảm 07 đoàn, 166 người`. */
import { number, percent } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import type { Item, Noun } from './told-columns.ts'

/** A share of fewer than these says nothing. */
const percentFrom = 50

/** How a figure changed. */
export interface Change {
  way: 'more' | 'fewer' | 'same'
  by: number
  /** The change as a part of the earlier figure; null where that was too small to say so. */
  share: number | null
}

/** The change of one figure; null where either of both is not to be seen. */
export function changeOf({ now, before }: Pick<Item, 'now' | 'before'>): Change | null {
  if (now === null || before === null) return null
  const by = Math.abs(now - before)
  return {
    way: now > before ? 'more' : now < before ? 'fewer' : 'same',
    by,
    share: before >= percentFrom ? by / before : null,
  }
}

/** A count as reports write it: two digits below ten in Vietnamese. */
export function counted(figure: number, noun: Noun, language: Language): string {
  const text = language === 'vi' && figure < 10 ? `0${figure}` : number(figure, language)
  return words(language).comparison.counted(text, nounOf(noun, figure, language))
}

function nounOf(noun: Noun, figure: number, language: Language): string {
  const { one, many } = words(language).comparison.nouns[noun]
  return figure === 1 ? one : many
}

/** What is left out of a sentence, and why. */
export interface ChangeSentence {
  /** Null where nothing can be compared. */
  text: string | null
  /** How many told figures the reader may not see. */
  closed: number
}

/**
 * The sentence of a report: groups apart by a semicolon, figures of a group by a comma; those that moved the same way
 * share their verb. Groups in which neither period has anything are left out.
 */
export function changeSentence(
  groups: readonly (readonly Item[])[],
  language: Language,
  { shares = true }: { shares?: boolean } = {},
): ChangeSentence {
  const all = groups.flat()
  const closed = all.filter((item) => changeOf(item) === null).length
  const open = groups
    .map((group) => group.filter((item) => changeOf(item) !== null))
    .filter((group) => group.length > 0)
  if (open.length === 0) return { text: null, closed }
  const { comparison } = words(language)
  const happened = open.filter((group) => group.some(({ now, before }) => now !== 0 || before !== 0))
  if (happened.length === 0) return { text: comparison.nothing_both, closed }
  return { text: happened.map((group) => clause(group, language, shares)).join('; '), closed }
}

/** One group: `giảm 146 lượt (10,8%), 127 người`. The share stands with the first figure alone. */
function clause(items: readonly Item[], language: Language, shares: boolean): string {
  const { comparison } = words(language)
  let way: Change['way'] | null = null
  const parts = items.map((item, index) => {
    const change = changeOf(item)
    if (change === null) return ''
    if (change.way === 'same') {
      way = null
      return comparison.same(nounOf(item.noun, 2, language))
    }
    const share = shares && index === 0 && change.share !== null ? ` (${percent(change.share, language)})` : ''
    const repeated = change.way === way
    way = change.way
    return comparison[change.way](counted(change.by, item.noun, language), repeated) + share
  })
  return parts.join(', ')
}

/** The figures of now in the same words: `1.204 lượt, 1.890 người; 33 đoàn, 412 người`. Closed ones and groups of nought are left out. */
export function figuresSentence(groups: readonly (readonly Item[])[], language: Language): string | null {
  const happened = groups.filter((group) => group.some(({ now }) => now !== 0 && now !== null))
  const said = (happened.length > 0 ? happened : groups)
    .map((group) => group.flatMap(({ now, noun }) => (now === null ? [] : [counted(now, noun, language)])).join(', '))
    .filter((text) => text !== '')
  return said.length === 0 ? null : said.join('; ')
}
