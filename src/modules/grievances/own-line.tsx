/** A line above the worklist: grievances that are the viewer's own work. */
import { Link } from '../../ui/parts/button.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { listHref } from './addresses.ts'

/** Nothing where there is none. */
export function OwnGrievances(props: { language: Language; own: { open: number; overdue: number } }) {
  const { open, overdue } = props.own
  if (open === 0) return null
  const { grievances } = words(props.language)
  return (
    <Inset>
      <Link href={listHref({ mine: true, overdue: overdue === open })}>{grievances.worklist(open, overdue)}</Link>
    </Inset>
  )
}
