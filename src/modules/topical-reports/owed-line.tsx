/** A line above the worklist: questions that wait for the viewer's unit, by when. */
import { Link } from '../../ui/parts/button.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { answerPath } from './addresses.ts'
import type { AnswerLine } from './queries.ts'
import { hourSaid } from './said.ts'

/** Nothing where nothing waits. */
export function TopicalOwed(props: { language: Language; owed: readonly AnswerLine[] }) {
  if (props.owed.length === 0) return null
  const { 'topical-reports': topical } = words(props.language)
  return (
    <Inset>
      {props.owed.slice(0, 3).map((one) => (
        <p key={one.id} class="govuk-body">
          <Link href={answerPath(one)}>{topical.worklist(one.title, hourSaid(one.due_at))}</Link>
        </p>
      ))}
    </Inset>
  )
}
