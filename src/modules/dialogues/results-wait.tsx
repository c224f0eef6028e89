/** A line above a head's worklist: held dialogues whose results are due within three working days, or past their day. */
import { Link } from '../../ui/parts/button.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { deskDialoguePath } from './addresses.ts'
import type { ResultsOwed } from './queries.ts'

/** Nothing where nothing is owed. */
export function ResultsWait(props: { language: Language; waiting: readonly ResultsOwed[]; on: Temporal.PlainDate }) {
  const { desk } = words(props.language).dialogues
  if (props.waiting.length === 0) return null
  const late = props.waiting.some((one) => Temporal.PlainDate.compare(one.publish_by_on, props.on) < 0)
  return (
    <Inset>
      {desk.results_wait(late)}
      <ul class="govuk-list">
        {props.waiting.map((one) => (
          <li key={one.id}>
            <Link href={deskDialoguePath(one)}>{one.title}</Link>: {desk.publish_by(shortDay(one.publish_by_on))}
          </li>
        ))}
      </ul>
    </Inset>
  )
}
