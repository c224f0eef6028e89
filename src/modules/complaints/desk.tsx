/** A complaint's facts for officers. */
import { shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs, recordPath } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { words } from '../../ui/words/words.ts'
import { RecordDue } from '../calendars/record-due.tsx'
import { type ComplaintFacts, type ComplaintRow, isSuspended } from './complaint.ts'
import { instanceRows } from './instance-rows.tsx'
import { Owed, sideRows } from './side-view.tsx'

const day = (iso: string) => shortDay(Temporal.PlainDate.from(iso))

/** What stands in the file, as facts. */
export function ComplaintBody(props: {
  row: ComplaintRow
  facts: ComplaintFacts
  on: Temporal.PlainDate
  handler: string | null
}) {
  const { row, facts } = props
  const { language } = useSpeech()
  const { complaints, law, petitions } = words(language)
  const suspended = row.suspensions.find((stretch) => stretch.to === null)
  const rows: (SummaryRow | null)[] = [
    { key: petitions.state_heading, value: known(law.states.complaint, row.state) },
    {
      key: petitions.due_heading,
      value: (
        <>
          <RecordDue
            row={row}
            on={props.on}
            counting={facts}
            suspended={isSuspended(row)}
            settled={row.decided_on !== null || row.ended_on !== null}
          />{' '}
          {suspended && complaints.suspended_since(day(suspended.from))}
        </>
      ),
    },
    ...instanceRows(row, language),
    { key: complaints.complainant, value: row.complainant_name },
    { key: complaints.respondent, value: row.respondent },
    { key: complaints.contested, value: row.contested.text },
    { key: petitions.labels.field, value: known(law.fields, row.field) },
    { key: petitions.received, value: shortDay(row.received_on) },
    row.accepted_on ? { key: complaints.accepted, value: shortDay(row.accepted_on) } : null,
    { key: petitions.handler, value: props.handler ?? petitions.nobody },
    row.complexity
      ? {
          key: complaints.complexity,
          value: row.complexity.criteria.map((one) => known(law.complexity_criteria, one)).join('; '),
        }
      : null,
    row.dialogue?.called
      ? {
          key: complaints.dialogue,
          value: row.dialogue.held
            ? complaints.dialogue_held(day(row.dialogue.held.on))
            : complaints.dialogue_called(
                day(row.dialogue.called.held_on),
                row.dialogue.called.held_at,
                row.dialogue.called.where,
              ),
        }
      : row.dialogue?.held
        ? { key: complaints.dialogue, value: complaints.dialogue_held(day(row.dialogue.held.on)) }
        : null,
    row.decline_ground ? { key: petitions.labels.ground, value: known(law.decline_grounds, row.decline_ground) } : null,
    row.decision
      ? {
          key: complaints.decision,
          value: `${known(law.complaint_results, row.decision.result)}${row.decision.fate ? ` · ${law.first_decision_fates[row.decision.fate]}` : ''} · ${complaints.issued} ${shortDay(row.decided_on!)}${row.delivered_on ? ` · ${complaints.delivered} ${shortDay(row.delivered_on)}` : ''}`,
        }
      : null,
    row.second_road && row.instance === 1
      ? {
          key: complaints.second_road,
          value: row.second_road.noted_on
            ? `${day(row.second_road.noted_on)} · ${row.second_road.where ?? ''}`
            : complaints.second_road_until(day(row.second_road.file_by)),
        }
      : null,
    row.enforcement
      ? {
          key: complaints.enforcement,
          value: [known(law.enforcement_stages, row.enforcement.stage), row.enforcement.evidence]
            .filter(Boolean)
            .join(' · '),
        }
      : null,
    ...sideRows(row, props.on, language),
    {
      key: complaints.petition,
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
      {(row.obligations ?? []).length > 0 && <Owed of={row.obligations!} on={props.on} />}
      {row.verification?.report && (
        <>
          <h2 class="govuk-heading-m">{complaints.verification}</h2>
          <div class="gd-letter">{paragraphs(row.verification.report.findings)}</div>
        </>
      )}
      <h2 class="govuk-heading-m">{petitions.text_heading}</h2>
      <div class="gd-letter">{paragraphs(facts.petition.text)}</div>
    </>
  )
}
