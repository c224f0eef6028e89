/** A recommendation's or observation's facts for officers. */
import { shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs, recordPath } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { words } from '../../ui/words/words.ts'
import { RecordDue } from '../calendars/record-due.tsx'
import type { FeedbackFacts, FeedbackRow } from './feedback.ts'
import type { Regulation } from './regulation.ts'

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
      value:
        row.state === 'kept-for-study' ? (
          `${feedback.look_again_on}: ${row.due_on ? shortDay(row.due_on) : ''}`
        ) : (
          <RecordDue
            row={row}
            on={props.on}
            counting={facts}
            settled={row.answered_on !== null && row.due_on === null}
          />
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
      {row.regulation && <RegulationReview regulation={row.regulation} published_on={row.outcome_published_on} />}
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

/** What was found and decided about a regulation. */
function RegulationReview(props: { regulation: Regulation; published_on: Temporal.PlainDate | null }) {
  const { regulation } = props
  const { language } = useSpeech()
  const { feedback } = words(language)
  const { choices } = feedback
  const found = Object.entries(regulation.findings ?? {}).map(([criterion, finding]) => ({
    key: known(choices.not_met, criterion),
    value: regulation.not_met.some((one) => one === criterion) ? `${finding} (${feedback.not_met})` : finding,
  }))
  const decided = [
    regulation.outcome && known(choices.regulation_outcome, regulation.outcome),
    regulation.proposed_to && feedback.proposed_to(regulation.proposed_to),
    regulation.reasons,
    props.published_on && feedback.outcome_published_on(shortDay(props.published_on)),
  ].filter((one) => one !== null)
  return (
    <>
      <h2 class="govuk-heading-m">{feedback.regulation}</h2>
      <p class="govuk-body">
        {regulation.name} ({known(choices.issuer, regulation.issuer)})
      </p>
      {regulation.study && paragraphs(regulation.study.reason)}
      {found.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{feedback.criteria}</h3>
          <SummaryList rows={found} />
        </>
      )}
      {regulation.outcome && (
        <>
          <h3 class="govuk-heading-s">{feedback.outcome}</h3>
          {paragraphs(decided.join('\n'))}
        </>
      )}
    </>
  )
}
