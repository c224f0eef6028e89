/** What a complaint's page says of its instance: which it is, whose decision is contested, who settles, and the other instance. */

import { whoSettles } from '../../law/competence.ts'
import { isDiscipline } from '../../law/complaint-limits.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { recordPath } from '../../ui/parts/letter.tsx'
import type { SummaryRow } from '../../ui/parts/lists.tsx'
import { ToBeChecked } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { ComplaintRow } from './complaint.ts'

const day = (iso: string) => shortDay(Temporal.PlainDate.from(iso))

/** Facts of the instance. */
export function instanceRows(row: ComplaintRow, language: Language): SummaryRow[] {
  const { complaints, law } = words(language)
  const rows: (SummaryRow | null)[] = [
    { key: complaints.instance, value: law.instances[row.instance === 2 ? '2' : '1'] },
    contested(row, language),
    row.respondent_body ? { key: complaints.respondent_body, value: law.respondent_bodies[row.respondent_body] } : null,
    settles(row, language),
    row.successor
      ? { key: complaints.successor, value: `${row.successor.ground} · ${day(row.successor.chosen_on)}` }
      : null,
    firstInstance(row, language),
    secondInstance(row, language),
  ]
  return rows.filter((one) => one !== null)
}

function contested(row: ComplaintRow, language: Language): SummaryRow | null {
  const { complaints, law } = words(language)
  const { kind } = row.contested
  if (!kind) return null
  // What the book says of discipline beyond its limits is recalled.
  return {
    key: complaints.contested_kind,
    value: (
      <>
        {law.contested_kinds[kind]} {isDiscipline(kind) && <ToBeChecked />}
      </>
    ),
  }
}

function settles(row: ComplaintRow, language: Language): SummaryRow | null {
  const { complaints, law } = words(language)
  if (!row.respondent_body) return null
  const instance = row.instance === 2 ? 2 : 1
  const on = row.received_on
  const found = whoSettles({ respondent: row.respondent_body, instance, on, contested: row.contested.kind })
  if (!found) return null
  return {
    key: complaints.settles,
    value: (
      <>
        {law.settling_bodies[found.settler]} <span class="gd-muted">{found.cite}</span>{' '}
        {found.unverified && <ToBeChecked />}
      </>
    ),
  }
}

function firstInstance(row: ComplaintRow, language: Language): SummaryRow | null {
  const { complaints, law } = words(language)
  const { earlier } = row
  if (!earlier) return null
  const said = [
    earlier.settler,
    earlier.decision ?? complaints.first_none,
    earlier.outcome,
    law.second_reasons[earlier.why],
    earlier.paper ? complaints.first_paper : null,
  ]
  const text = said.filter(Boolean).join(' · ')
  const { first_unit_id: unit_id, first_id: id } = row
  return {
    key: complaints.first_instance,
    value:
      unit_id && id ? (
        <a class="govuk-link" href={recordPath('complaint', { unit_id, id })}>
          {text}
        </a>
      ) : (
        text
      ),
  }
}

function secondInstance(row: ComplaintRow, language: Language): SummaryRow | null {
  const { complaints, law } = words(language)
  // After the second instance's limit the complainant was told of the court.
  if (row.instance === 2)
    return row.second_road ? { key: complaints.court_road, value: day(row.second_road.opened_on) } : null
  const second = row.second_road?.second
  if (!second) return null
  return {
    key: complaints.second_instance,
    value: [complaints.second_stages[second.stage], second.fate ? law.first_decision_fates[second.fate] : null]
      .filter(Boolean)
      .join(' · '),
  }
}
