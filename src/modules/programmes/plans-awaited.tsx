/** Lines above the worklist: plans that a superior awaits from the viewer's units. */
import { Link } from '../../ui/parts/button.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { rowPath } from './addresses.ts'
import type { AwaitedPlan } from './queries.ts'

/** Nothing where none is awaited. */
export function PlansAwaited(props: { language: Language; awaited: readonly AwaitedPlan[] }) {
  const { programmes: p } = words(props.language)
  if (props.awaited.length === 0) return null
  return (
    <Inset>
      {p.awaited.title}:{' '}
      {props.awaited.map((one) => (
        <div key={`${one.id}${one.asked_unit_id}`}>
          <Link href={rowPath('programmes', one)}>
            {p.awaited.line(one.title, one.asked_name, shortDay(one.plans_due_on))}
          </Link>
          {one.reminded_on && ` · ${p.awaited.reminded(shortDay(one.reminded_on))}`}
        </div>
      ))}
    </Inset>
  )
}
