/** The page of a head's field visit: who spoke by role, what was promised, and the way to what became of it. */
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { words } from '../../ui/words/words.ts'
import type { FieldVisitRow } from './field-visit.ts'
import { formWords, RecordSteps } from './forms.tsx'
import type { RecordData } from './record-pages.tsx'
import { became, Corrections, facts, Past, RecordFrame } from './record-parts.tsx'

/** One field visit. */
export function FieldVisitPage(props: { frame: Frame; visit: FieldVisitRow; data: RecordData }) {
  const { frame, visit, data } = props
  const { receptions } = words(frame.language)
  const page = receptions.field_page
  const title = page.title(visit.place, shortDay(visit.held_on))
  const promised = visit.promised
    ? `${visit.promised}${visit.promise_due_on ? ` (${page.until(shortDay(visit.promise_due_on))})` : ''}`
    : page.nothing_promised
  return (
    <RecordFrame frame={frame} title={title} unit_id={visit.unit_id} faulty={Boolean(data.chosen?.errors)}>
      <RecordSteps kind="field-visit" record={visit} offered={data.offered} chosen={data.chosen} />
      <SummaryList
        rows={facts(
          { key: page.head, value: [visit.head_title, visit.head_name].filter((part) => part).join(' ') },
          {
            key: page.spoke,
            value: visit.spoke.map((one, index) => (
              <div key={index}>
                {receptions.roles[one.role]}: {one.said}
              </div>
            )),
          },
          { key: page.promised, value: promised },
          ...became(visit, page),
        )}
      />
      <Corrections corrections={visit.corrections} labels={formWords(frame.language, 'correct-field-visit').labels} />
      <Past kind="field-visit" events={data.events} />
    </RecordFrame>
  )
}
