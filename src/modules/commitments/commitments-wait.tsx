/** A line above a head's worklist: what the units headed owe, and how much of it is past its last day. */
import { Link } from '../../ui/parts/button.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { deskPath, ledgerHref } from './addresses.ts'

/** Nothing where nothing is owed. */
export function CommitmentsWait(props: { language: Language; waiting: { open: number; overdue: number } }) {
  const { open, overdue } = props.waiting
  const { commitments } = words(props.language)
  if (open === 0) return null
  return (
    <Inset>
      <Link href={ledgerHref(deskPath, overdue > 0 ? { standing: 'overdue' } : {})}>
        {commitments.worklist(open, overdue)}
      </Link>
    </Inset>
  )
}
