/** Lines above the worklist: plans in the viewer's charge, and those past their day in their place and under it. */
import { Link } from '../../ui/parts/button.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { hotspotsPath } from './addresses.ts'

/** Nothing where there is none. */
export function PlansWait(props: { language: Language; waiting: { open: number; overdue: number; below: number } }) {
  const { open, overdue, below } = props.waiting
  const { hotspots } = words(props.language)
  if (open === 0 && below === 0) return null
  return (
    <Inset>
      {open > 0 && <Link href={hotspotsPath}>{hotspots.worklist(open, overdue)}</Link>}
      {open > 0 && below > 0 && <br />}
      {below > 0 && <Link href={hotspotsPath}>{hotspots.worklist_below(below)}</Link>}
    </Inset>
  )
}
