/** What waits on paper, above the worklist: to be signed, to be numbered, overdue. */
import { Link } from '../../ui/parts/button.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { paperPath, signPath } from './paper-page.tsx'
import type { PaperWaiting } from './paper-queries.ts'

/** One line, with the way to the pile for the head and to the list for the clerk; nothing where nothing waits. */
export function PaperWaits(props: { language: Language; waiting: PaperWaiting; heads: boolean }) {
  const { paper: said } = words(props.language).books
  const { sign, number, overdue } = props.waiting
  if (sign + number === 0) return null
  return (
    <p class="govuk-body">
      <Link href={props.heads && sign > 0 ? signPath : paperPath}>{said.waiting(sign, number)}</Link>{' '}
      {overdue > 0 && <Tag colour="red">▲ {said.waiting_overdue(overdue)}</Tag>}
    </p>
  )
}
