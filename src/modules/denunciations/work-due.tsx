/** The line on an insider's own worklist: that something is due, and nothing of what. */
import { Link } from '../../ui/parts/button.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { listPath } from './desk.tsx'

/** Says no more than a mail on a lock screen could. */
export function WorkDue({ language }: { language: Language }) {
  const { sealed_words: w } = words(language)
  return (
    <Inset>
      <p class="govuk-body">{w.due_work}</p>
      <Link href={listPath}>{w.see_due}</Link>
    </Inset>
  )
}
