/** Figures of a narrative as its page shows them: live while it is written, as signed afterwards, marked where the two differ. */
import { type Language, words } from '../../ui/words/words.ts'
import type { FigureNow } from './figures-in-text.ts'
import { isListName } from './lists.ts'
import type { NarrativeRow, Section } from './narrative.ts'
import type { ShownFigure } from './text-view.tsx'
import { tokensIn } from './tokens.ts'

/** The figures of one section by their token. */
export function shownFigures(
  row: Pick<NarrativeRow, 'frozen'>,
  section: Pick<Section, 'text' | 'seen'>,
  now: ReadonlyMap<string, FigureNow>,
  language: Language,
): Map<string, ShownFigure> {
  const { narratives: w } = words(language)
  return new Map(
    tokensIn(section.text).map((source): [string, ShownFigure] => {
      const figure = now.get(source)
      const live = figure?.text ?? '…'
      const base = { href: figure?.href ?? null, what: figure ? whatOf(figure, language) : '' }
      if (row.frozen) {
        const text = row.frozen[source] ?? '…'
        return [source, { ...base, text, mark: live === text ? null : w.now_reads(live) }]
      }
      const seen = section.seen[source]
      return [source, { ...base, text: live, mark: seen === undefined || seen === live ? null : w.then_read(seen) }]
    }),
  )
}

/** What a figure counts, in words. */
export function whatOf(figure: FigureNow, language: Language): string {
  const { narratives: w, backlog } = words(language)
  const { token } = figure
  if (token?.kind !== 'list' || !isListName(token.list)) return figure.what
  const causes: Readonly<Record<string, string>> = backlog.causes
  return token.of === null ? w.lists[token.list] : `${w.lists[token.list]}: ${causes[token.of] ?? token.of}`
}
