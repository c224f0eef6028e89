/** How lists name a letter, and what became of it later. */
import { shortDay } from '../../ui/parts/format.ts'
import { Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { LetterMark } from './queries.ts'

/** A letter's title as it stands in the register; in English its kind in English, with what it is about. */
export function letterName(letter: { kind: string; title: string }, language: Language): string {
  if (language === 'vi') return letter.title
  const kinds: Readonly<Record<string, string>> = words(language).notices.kinds
  const kind = kinds[letter.kind]
  if (kind === undefined) return letter.title
  const about = letter.title.indexOf(': ')
  return about < 0 ? kind : `${kind}${letter.title.slice(about)}`
}

/** One sentence a change: what happened, when, by which letter. */
export function markSentences(marks: readonly LetterMark[] | null, language: Language): string[] {
  const { paper } = words(language).books
  return (marks ?? []).map((mark) => {
    const by = mark.by_number === null ? '' : `${String(mark.by_number).padStart(2, '0')}/${mark.by_book}`
    return paper.mark(paper.marks[mark.how], shortDay(Temporal.PlainDate.from(mark.on)), by)
  })
}

/** The changes beside a letter's link. */
export function LetterMarks(props: { marks: readonly LetterMark[] | null; language: Language }) {
  const said = markSentences(props.marks, props.language)
  return (
    <>
      {said.map((sentence) => (
        <span key={sentence}>
          {' '}
          <Tag colour="yellow">{sentence}</Tag>
        </span>
      ))}
    </>
  )
}
