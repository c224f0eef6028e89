/** What stands beside a petition's handling: who signed and speaks for them, what could not wait, the way it went. */
import { shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import type { SummaryRow } from '../../ui/parts/lists.tsx'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Details } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { Held } from './chain.ts'
import type { PetitionRow } from './petition.ts'

const day = (iso: string) => shortDay(Temporal.PlainDate.from(iso))

/** Rows for the summary; what did not happen has none. */
export function sideRows(row: PetitionRow, language: Language): SummaryRow[] {
  const { petitions } = words(language)
  const { group_sheet, authorisation, alert } = row
  const rows: (SummaryRow | null)[] = [
    row.signers > 1 ? { key: petitions.signers, value: row.signers } : null,
    group_sheet
      ? {
          key: petitions.representatives,
          value: (
            <>
              {group_sheet.representatives.map((one) => (
                <div key={one.name}>{[one.name, one.address].filter(Boolean).join(' · ')}</div>
              ))}
              <Details summary={petitions.signer_list(group_sheet.signers.length)}>
                <ol class="govuk-list govuk-list--number">
                  {group_sheet.signers.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ol>
              </Details>
            </>
          ),
        }
      : null,
    authorisation
      ? {
          key: petitions.authorised,
          value: [
            authorisation.name,
            authorisation.address,
            authorisation.paper,
            authorisation.certified ? petitions.authorised_certified : petitions.authorised_plain,
          ].join(' · '),
        }
      : null,
    alert
      ? {
          key: petitions.alert,
          value: `${day(alert.on)} · ${alert.danger} · ${alert.answered_on ? `${day(alert.answered_on)}: ${alert.ordered ?? ''}` : petitions.alert_waits}`,
        }
      : null,
    row.referrals
      ? {
          key: petitions.referrals,
          value: row.referrals.map((one) => (
            <div key={one.on + one.receiver}>
              {day(one.on)} · {known(petitions.referral_to, one.to)}: {one.receiver}
            </div>
          )),
        }
      : null,
  ]
  return rows.filter((one) => one !== null)
}

/** The way the petition went, for those who held it. */
export function Chain(props: { of: readonly Held[]; here: string }) {
  const { petitions } = words(useSpeech().language)
  if (props.of.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{petitions.chain}</h2>
      <p class="gd-muted">{petitions.chain_about}</p>
      <Table
        caption={petitions.chain}
        caption_hidden
        rows={props.of}
        row_key={(one) => one.petition_id}
        empty=""
        columns={[
          {
            key: 'unit',
            title: petitions.chain_columns.unit,
            row_header: true,
            cell: (one) =>
              one.petition_id === props.here ? `${one.unit_name} (${petitions.chain_here})` : one.unit_name,
          },
          { key: 'number', title: petitions.chain_columns.number, nowrap: true, cell: (one) => one.number ?? '–' },
          {
            key: 'received',
            title: petitions.chain_columns.received,
            nowrap: true,
            cell: (one) => shortDay(one.received_on),
          },
          {
            key: 'sent',
            title: petitions.chain_columns.sent,
            nowrap: true,
            cell: (one) => (one.sent_on ? shortDay(one.sent_on) : '–'),
          },
        ]}
      />
    </>
  )
}
