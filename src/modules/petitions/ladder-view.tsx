/** Who settles complaints against whom, by article, beside the form where an officer decides whether a complaint belongs here. */
import {
  type Instance,
  ladderOf,
  type RespondentBody,
  respondentBodies,
  type SettlingBody,
} from '../../law/competence.ts'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Details, ToBeChecked } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'

/** The ladder of that day; what this office settles is marked. Nothing is chosen by it. */
export function Ladder(props: { tier: SettlingBody | null; on: Temporal.PlainDate }) {
  const { petitions, law } = words(useSpeech().language)
  const rows = ladderOf(props.tier, props.on)
  const columns = petitions.ladder_columns
  const settler = (respondent: RespondentBody, instance: Instance) => {
    const found = rows.find((row) => row.respondent === respondent && row.instance === instance)
    if (!found) return '–'
    const who = law.settling_bodies[found.settler]
    return (
      <>
        {found.ours ? <strong>{`${who} (${petitions.ladder_ours})`}</strong> : who}{' '}
        <span class="gd-muted">{found.cite}</span> {found.unverified && <ToBeChecked />}
      </>
    )
  }
  return (
    <Details summary={petitions.ladder_heading}>
      {props.tier && <p class="govuk-body">{petitions.ladder_about(law.settling_bodies[props.tier])}</p>}
      <Table
        caption={petitions.ladder_heading}
        caption_hidden
        rows={respondentBodies.filter((one) => one !== 'other')}
        row_key={(one) => one}
        empty=""
        columns={[
          {
            key: 'respondent',
            title: columns.respondent,
            row_header: true,
            cell: (one) => law.respondent_bodies[one],
          },
          { key: 'first', title: columns.first, cell: (one) => settler(one, 1) },
          { key: 'second', title: columns.second, cell: (one) => settler(one, 2) },
        ]}
      />
    </Details>
  )
}
