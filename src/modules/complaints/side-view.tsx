/** The side paths of a complaint as facts of its page: stretches, decisions that wait to be sent, what is owed. */
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import type { SummaryRow } from '../../ui/parts/lists.tsx'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { ComplaintRow } from './complaint.ts'
import { isOverdue, type Obligation, type StopLetter } from './side-paths.ts'

const day = (iso: string) => shortDay(Temporal.PlainDate.from(iso))

/** Rows for the summary; a path that was not walked has none. */
export function sideRows(row: ComplaintRow, on: Temporal.PlainDate, language: Language): SummaryRow[] {
  const { complaints } = words(language)
  const lines = (key: string, texts: readonly string[]): SummaryRow[] =>
    texts.length > 0 ? [{ key, value: <Lines of={texts} /> }] : []
  const past = (row.past_withdrawals ?? []).map((one) =>
    [
      day(one.on),
      one.part ? complaints.withdrawal_part(one.part) : null,
      one.annulled_on ? complaints.withdrawal_annulled(day(one.annulled_on)) : null,
    ]
      .filter(Boolean)
      .join(' · '),
  )
  const now = row.withdrawal
    ? [
        [
          day(row.withdrawal.on),
          row.withdrawal.part ? complaints.withdrawal_part(row.withdrawal.part) : null,
          row.withdrawal.confirmed_on ? day(row.withdrawal.confirmed_on) : complaints.withdrawal_waits,
          row.withdrawal.confirmed_how ? known(complaints.choices.confirmed_how, row.withdrawal.confirmed_how) : null,
          row.withdrawal.confirmed_where,
        ]
          .filter(Boolean)
          .join(' · '),
      ]
    : []
  return [
    ...lines(
      complaints.suspensions,
      row.suspensions.map((one) => complaints.suspension_of(day(one.from), one.to && day(one.to))),
    ),
    ...lines(
      complaints.stay,
      (row.stays ?? []).map(
        (one) =>
          `${complaints.stay_of(day(one.from), day(one.until), one.lifted_on && day(one.lifted_on))}: ${one.grounds}`,
      ),
    ),
    ...((row.stop_letters ?? []).length > 0
      ? [{ key: complaints.stop_letters, value: <StopLetters of={row.stop_letters!} on={on} /> }]
      : []),
    ...lines(complaints.withdrawal, [
      ...past,
      ...now,
      ...(row.withdrawal_marked_on ? [complaints.withdrawal_marked] : []),
    ]),
    ...lines(
      complaints.respondent_visits,
      (row.respondent_visits ?? []).map((one) => `${shortInstant(Temporal.Instant.from(one.at))}: ${one.note}`),
    ),
    ...(row.lawsuit
      ? lines(complaints.lawsuit, [
          [
            complaints.lawsuit_of(row.lawsuit.court, day(row.lawsuit.accepted_on)),
            row.lawsuit.closed
              ? `${complaints.lawsuit_over(day(row.lawsuit.closed.on))} (${known(complaints.choices.lawsuit_end, row.lawsuit.closed.how)})`
              : null,
          ]
            .filter(Boolean)
            .join(' · '),
        ])
      : []),
  ]
}

function Lines(props: { of: readonly string[] }) {
  return (
    <>
      {props.of.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </>
  )
}

/** Each decision with when it went out, or by when it must. */
export function StopLetters(props: { of: readonly StopLetter[]; on: Temporal.PlainDate }) {
  const { complaints } = words(useSpeech().language)
  return (
    <>
      {props.of.map((one) => {
        const late =
          one.sent_on === null &&
          one.send_by !== null &&
          Temporal.PlainDate.compare(props.on, Temporal.PlainDate.from(one.send_by)) > 0
        return (
          <div key={`${one.what}${one.decided_on}`}>
            {known(complaints.stop_letter, one.what)} {day(one.decided_on)}:{' '}
            {one.sent_on
              ? complaints.stop_sent(day(one.sent_on))
              : one.send_by
                ? complaints.stop_waits(day(one.send_by))
                : complaints.stop_waits_at_once}{' '}
            {late && <Tag colour="red">{complaints.owed_overdue}</Tag>}
          </div>
        )
      })}
    </>
  )
}

/** What the decision's orders make people owe, with evidence or how late it is. */
export function Owed(props: { of: readonly Obligation[]; on: Temporal.PlainDate }) {
  const { complaints } = words(useSpeech().language)
  return (
    <>
      <h2 class="govuk-heading-m">{complaints.owed_heading}</h2>
      <Table
        caption={complaints.owed_heading}
        caption_hidden
        rows={props.of}
        row_key={(one) => one.id}
        empty=""
        columns={[
          { key: 'what', title: complaints.owed_columns.what, row_header: true, cell: (one) => one.what },
          { key: 'who', title: complaints.owed_columns.who, cell: (one) => one.who ?? complaints.owed_nobody },
          {
            key: 'by',
            title: complaints.owed_columns.by,
            nowrap: true,
            cell: (one) => (one.by_on ? day(one.by_on) : complaints.owed_no_day),
          },
          {
            key: 'done',
            title: complaints.owed_columns.done,
            cell: (one) =>
              one.done ? (
                [day(one.done.on), one.done.evidence].filter(Boolean).join(' · ')
              ) : isOverdue(one, props.on) ? (
                <Tag colour="red">{complaints.owed_overdue}</Tag>
              ) : (
                <Tag colour="grey">{complaints.owed_open}</Tag>
              ),
          },
        ]}
      />
    </>
  )
}
