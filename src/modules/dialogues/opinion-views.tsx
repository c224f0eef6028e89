/** One opinion as officers see it: its words, its sender, what became of it. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import type { OpinionRow } from './opinion.ts'
import type { Named } from './project-queries.ts'
import { RecordPage } from './project-views.tsx'

/** One opinion at the desk. */
export function OpinionPage(props: {
  frame: Frame
  row: Named<OpinionRow>
  consultation: { href: string; text: string }
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}) {
  const { frame, row } = props
  const { projects: w } = words(frame.language).dialogues
  const { facts } = w
  const sender = [row.sender_name, row.sender_phone].filter(Boolean).join(', ')
  return (
    <RecordPage
      frame={frame}
      kind="opinion"
      title={row.gist ?? row.text.slice(0, 80)}
      state={row.state}
      back={props.consultation}
      rows={[
        { key: facts.source, value: known(w.choices.source, row.source) },
        { key: facts.received_on, value: shortDay(row.received_on) },
        { key: facts.people, value: number(row.people, frame.language) },
        sender !== '' && { key: facts.sender, value: sender },
        row.outcome && { key: facts.outcome, value: known(w.choices.outcome, row.outcome) },
        row.gist !== null && { key: facts.gist, value: row.gist },
        row.why !== null && { key: facts.why, value: paragraphs(row.why) },
      ]}
      steps={props.steps}
      happened={props.happened}
    >
      <h2>{w.text}</h2>
      {paragraphs(row.text)}
    </RecordPage>
  )
}
