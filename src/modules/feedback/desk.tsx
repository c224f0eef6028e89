/** A recommendation's or observation's facts for officers. */
import { shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs, recordPath } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { words } from '../../ui/words/words.ts'
import { RecordDue } from '../calendars/record-due.tsx'
import type { FeedbackFacts, FeedbackRow } from './feedback.ts'

/** What stands in the file, as facts. The rating describes the service; who rated is the petitioner alone. */
export function FeedbackBody(props: {
  row: FeedbackRow
  facts: FeedbackFacts
  on: Temporal.PlainDate
  handler: string | null
}) {
  const { row, facts } = props
  const { language } = useSpeech()
  const { feedback, law, petitions } = words(language)
  const published = row.published_on ? ` · ${feedback.published_on(shortDay(row.published_on))}` : ''
  const rows: (SummaryRow | null)[] = [
    { key: petitions.state_heading, value: known(law.states.feedback, row.state) },
    {
      key: petitions.due_heading,
      value: (
        <RecordDue row={row} on={props.on} counting={facts} settled={row.answered_on !== null && row.due_on === null} />
      ),
    },
    { key: petitions.labels.kind, value: `${known(law.kinds, row.kind)} · ${known(law.fields, row.field)}` },
    { key: petitions.received, value: shortDay(row.received_on) },
    { key: petitions.handler, value: props.handler ?? petitions.nobody },
    { key: feedback.publication, value: feedback.publications[row.publication] + published },
    row.rating ? { key: feedback.rating, value: known(feedback.choices.rating, String(row.rating)) } : null,
    {
      key: feedback.petition,
      value: (
        <a class="govuk-link" href={recordPath('petition', { unit_id: row.unit_id, id: row.petition_id })}>
          {petitions.number(facts.petition.register_number ?? 0, facts.petition.register_year)}
        </a>
      ),
    },
  ]
  return (
    <>
      <SummaryList rows={rows.filter((one) => one !== null)} />
      <h2 class="govuk-heading-m">{petitions.text_heading}</h2>
      <div class="gd-letter">{paragraphs(row.text)}</div>
      {row.answer ? (
        <>
          <h2 class="govuk-heading-m">{feedback.answer}</h2>
          <div class="gd-letter">{paragraphs(row.answer)}</div>
        </>
      ) : (
        row.draft && (
          <>
            <h2 class="govuk-heading-m">{feedback.draft}</h2>
            <div class="gd-letter">{paragraphs(row.draft)}</div>
          </>
        )
      )}
      {row.public_answer && (
        <>
          <h2 class="govuk-heading-m">{feedback.public_version}</h2>
          <div class="gd-letter">
            {paragraphs(row.public_question ?? '')}
            {paragraphs(row.public_answer)}
          </div>
        </>
      )}
    </>
  )
}
