/** What helps an officer to decide and decides nothing: a suggested classification with its reasons, and similar settled cases. */
import { shortDay } from '../../ui/parts/format.ts'
import { known, recordPath } from '../../ui/parts/letter.tsx'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { PetitionRow } from './petition.ts'
import type { FoundPetition, LikelyPetition, SettledCase } from './queries.ts'
import type { Suggestion } from './suggest-queries.ts'

/** Kind, field and competent unit as the words of the letter suggest them, with how often that was right. Preselects nothing. */
export function Suggestions(props: { found: readonly Suggestion[] }) {
  const { petitions, law } = words(useSpeech().language)
  if (props.found.length === 0) return null
  const lists = { kind: law.kinds, field: law.fields, competence: law.competences }
  const labels = { kind: petitions.labels.kind, field: petitions.labels.field, competence: petitions.labels.competence }
  return (
    <>
      <h2 class="govuk-heading-m">{petitions.suggest_heading}</h2>
      <p class="govuk-body gd-muted">{petitions.suggest_about}</p>
      <ul class="govuk-list">
        {props.found.map((one) => (
          <li key={one.about}>
            {labels[one.about]}:{' '}
            <strong>{[known(lists[one.about], one.value), one.unit_name].filter(Boolean).join(' · ')}</strong>
            {one.words.length > 0 && `, ${petitions.suggest_because(one.words.map((word) => `“${word}”`).join(', '))}`}.{' '}
            <span class="gd-muted">
              {petitions.suggest_rate(one.hits, one.tested, one.majority_hits, known(lists[one.about], one.usual))}
              {one.hits <= one.majority_hits && ` ${petitions.suggest_no_better}`}
              {one.from_above && ` ${petitions.suggest_from_above}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Up to five settled cases, with what was found and how long it took. */
export function SettledAlike(props: { found: readonly SettledCase[] }) {
  const { petitions, law } = words(useSpeech().language)
  const results: Readonly<Record<string, string>> = { ...law.complaint_results, ...petitions.similar_results }
  return (
    <>
      <h2 class="govuk-heading-m">{petitions.similar_heading}</h2>
      {props.found.length === 0 && <p class="govuk-body">{petitions.similar_none}</p>}
      <ul class="govuk-list">
        {props.found.map((one) => (
          <li key={one.id}>
            <a class="govuk-link" href={recordPath(one.kind, one)}>
              {one.register_number ?? '–'}/{one.register_year}
            </a>{' '}
            ·{' '}
            {[
              one.unit_name,
              one.title,
              known(results, one.result),
              petitions.similar_days(one.days),
              shortDay(one.settled_on),
            ]
              .filter(Boolean)
              .join(' · ')}
            {one.letter_id && (
              <>
                {' · '}
                <a class="govuk-link" href={`/van-ban/${one.unit_id}/${one.letter_id}`}>
                  {petitions.similar_letter}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The other letters of the case, and those that may belong to it. */
export function Likely(props: {
  row: PetitionRow
  likely: readonly LikelyPetition[]
  same_case: readonly FoundPetition[]
  offers_link: boolean
}) {
  const { language } = useSpeech()
  const { petitions } = words(language)
  const linked = new Set(props.same_case.map((one) => one.id))
  const others = [
    ...props.same_case.map((one) => ({ ...one, common: 0 })),
    ...props.likely.filter((one) => !linked.has(one.id)),
  ]
  return (
    <>
      <h2 class="govuk-heading-m">{petitions.likely_heading}</h2>
      {others.length === 0 && <p class="govuk-body">{petitions.likely_none}</p>}
      <ul class="govuk-list">
        {others.map((one) => (
          <li key={one.id}>
            <a class="govuk-link" href={recordPath('petition', one)}>
              {one.register_number ?? '–'}/{one.register_year}
            </a>{' '}
            · {[one.unit_name, one.petitioner_name, one.title, shortDay(one.received_on)].filter(Boolean).join(' · ')}{' '}
            {linked.has(one.id) ? (
              <Tag>{petitions.same_substance}</Tag>
            ) : (
              <>
                <span class="gd-muted">{petitions.likely_common(one.common)}</span>{' '}
                {props.offers_link &&
                  props.row.same_as === null &&
                  one.unit_id === props.row.unit_id &&
                  one.unit_id === props.row.unit_id && (
                    <a class="govuk-link" href={`${recordPath('petition', props.row)}/link-case?petition_id=${one.id}`}>
                      {petitions.link}
                    </a>
                  )}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
