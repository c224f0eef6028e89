/** What a meeting found and concluded, as parts of its page. */
import { findingKinds } from '../../law/meeting-workflow.ts'
import { Link } from '../../ui/parts/button.tsx'
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import { CommitmentList } from '../commitments/commitment-list.tsx'
import type { CommitmentLine } from '../commitments/queries.ts'
import { meetingPath } from './addresses.ts'
import { groundHref } from './meeting-parts.tsx'
import type { Meeting, Reach } from './queries.ts'

/** What these parts read. */
export interface FoundData {
  row: Meeting
  reach: Reach
  owners: ReadonlyMap<string, string>
  commitments: readonly CommitmentLine[]
}

/** Findings by kind, each with what it rests on. */
export function Findings({ frame, data }: { frame: Frame; data: FoundData }) {
  const { row, reach } = data
  const { findings: w } = words(frame.language).conferences
  const editable = reach === 'all' && row.state === 'held'
  if (row.findings.length === 0) return <p class="govuk-body">{w.none}</p>
  return (
    <>
      {findingKinds
        .filter((kind) => row.findings.some((one) => one.kind === kind))
        .map((kind) => (
          <section key={kind}>
            <h3 class="govuk-heading-s">{w.kinds[kind]}</h3>
            <ul class="govuk-list govuk-list--bullet">
              {row.findings
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <li key={one.id} id={`nhan-dinh-${one.id}`}>
                    {one.text}
                    <br />
                    <span class="gd-muted">
                      {w.rests_on}:{' '}
                      {one.grounds.map((ground, index) => (
                        <span key={ground.id}>
                          {index > 0 && '; '}
                          <Link href={groundHref(row, ground)}>{ground.title}</Link>
                        </span>
                      ))}
                    </span>
                    {editable && (
                      <>
                        {' · '}
                        <Link href={`${meetingPath(row, 'write-finding')}?muc=${one.id}`}>{w.edit}</Link>
                      </>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </>
  )
}

/** The words of the conclusion, and what it orders and recommends. */
export function Conclusion({ frame, data }: { frame: Frame; data: FoundData }) {
  const { row, reach, owners } = data
  const { conferences: w, law } = words(frame.language)
  const concluded = row.concluded_on !== null
  if (!concluded && reach !== 'all') return <p class="govuk-body">{w.publicly.not_yet}</p>
  const steps: Readonly<Record<string, { button: string }>> = law.steps.meeting
  return (
    <section>
      <h2 class="govuk-heading-m">{w.conclusion.caption}</h2>
      {row.conclusion === null ? (
        <p class="govuk-body">{w.conclusion.none}</p>
      ) : (
        row.conclusion.split('\n').map((line, index) => (
          <p key={index} class="govuk-body">
            {line}
          </p>
        ))
      )}
      {!concluded && row.conclusion_at && row.conclusion_by && (
        <p class="gd-muted">{w.findings.by(row.conclusion_by, shortInstant(row.conclusion_at))}</p>
      )}
      {reach === 'all' && row.state === 'held' && (
        <p class="govuk-body">
          <Link href={meetingPath(row, 'du-thao')}>{w.conclusion.draft}</Link>
        </p>
      )}
      {concluded ? (
        <CommitmentList frame={frame} face="desk" lines={data.commitments} />
      ) : (
        <Table
          caption={w.conclusion.promises}
          rows={row.promises}
          row_key={(one) => one.id}
          empty={<p class="govuk-body">{w.conclusion.no_promises}</p>}
          columns={[
            { key: 'text', title: w.labels.text, row_header: true, cell: (one) => one.text },
            { key: 'owner', title: w.conclusion.owner, cell: (one) => owners.get(one.owner_unit_id) ?? '' },
            { key: 'force', title: w.labels.force, cell: (one) => w.conclusion.forces[one.force] },
            {
              key: 'due',
              title: w.conclusion.due,
              nowrap: true,
              cell: (one) => shortDay(Temporal.PlainDate.from(one.due_on)),
            },
            {
              key: 'drop',
              title: steps['drop-promise']?.button ?? '',
              cell: (one) =>
                row.state === 'held' ? (
                  <Link href={`${meetingPath(row, 'drop-promise')}?muc=${one.id}`}>
                    {steps['drop-promise']?.button}
                  </Link>
                ) : (
                  ''
                ),
            },
          ]}
        />
      )}
    </section>
  )
}
