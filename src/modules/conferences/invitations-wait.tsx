/** A line above the worklist: invitations that the viewer's unit has not answered. */
import { Link } from '../../ui/parts/button.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { meetingPath } from './addresses.ts'
import type { Unanswered } from './queries.ts'

/** Nothing where there is none. */
export function InvitationsWait(props: { language: Language; waiting: readonly Unanswered[] }) {
  const { guests } = words(props.language).conferences
  if (props.waiting.length === 0) return null
  return (
    <Inset>
      {guests.waiting_for_us}
      <ul class="govuk-list">
        {props.waiting.map((one) => (
          <li key={one.id}>
            <Link href={meetingPath(one)}>{one.title}</Link>
          </li>
        ))}
      </ul>
    </Inset>
  )
}
