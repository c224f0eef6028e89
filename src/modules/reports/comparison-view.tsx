/** The comparison with last year as a reader sees it: two sentences, and what to know before believing them. */
import { percent, shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { changeSentence, figuresSentence } from './change-words.ts'
import type { Comparison } from './comparison.ts'
import type { Divided } from './divided.ts'
import type { Report } from './report.ts'

/** Names in one sentence. */
const names_max = 8

/** `1.204 lượt, 1.890 người. So với 6 tháng đầu năm 2025: giảm 146 lượt, 127 người.` and the notes, as plain text. */
export function comparisonSentences(
  report: Report,
  comparison: Comparison,
  language: Language,
): { said: string[]; notes: string[] } {
  const { comparison: w, reports } = words(language)
  const { period } = report.ask
  const name = (one: typeof period) => reports.periods[one.kind](one.year)
  const notes: string[] = []
  if (!comparison.earlier) return { said: [], notes: [w.no_earlier_form] }
  const now = figuresSentence(comparison.items, language)
  const said = now ? [w.now(name(period), now)] : []
  if (comparison.no_earlier) return { said, notes: [w.no_earlier] }
  const change = changeSentence(comparison.items, language)
  if (change.text) said.push(w.change(name(comparison.period), change.text))
  if (change.closed > 0) notes.push(w.closed(change.closed))
  if (!comparison.same_columns) notes.push(w.other_form)
  notes.push(w.same_tree(shortDay(report.question.tree_on)))
  const inside = comparison.divided.filter((one) => one.inside)
  const outside = comparison.divided.filter((one) => !one.inside)
  if (inside.length > 0) notes.push(w.divided_inside(listed(inside, language)))
  if (outside.length > 0) notes.push(w.divided_outside(listed(outside, language)))
  return { said, notes }
}

/** Names of divided units, with the share that came here where it is known. */
function listed(units: readonly Divided[], language: Language): string {
  const { comparison: w } = words(language)
  const names = units.slice(0, names_max).map((unit) => {
    const share = unit.inside ? null : unit.parts.find((part) => part.within)?.share
    return share ? w.share(unit.name, percent(share, language)) : unit.name
  })
  return [...names, ...(units.length > names_max ? ['…'] : [])].join('; ')
}

/** The section under the form. */
export function ComparisonView(props: { report: Report; comparison: Comparison; language: Language; href: string }) {
  const { comparison: w } = words(props.language)
  const { said, notes } = comparisonSentences(props.report, props.comparison, props.language)
  return (
    <>
      <h2 class="govuk-heading-m">{w.title}</h2>
      {said.map((sentence) => (
        <p key={sentence} class="govuk-body">
          {sentence}
        </p>
      ))}
      {notes.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={props.href}>
          {w.trees_link}
        </a>
      </p>
    </>
  )
}
