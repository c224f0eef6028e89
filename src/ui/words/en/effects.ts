/** What follows from a decision in money, land and people: labels of its figures. */
export const effectLabels = {
  state_money: 'Recovered for the State: money (million đồng)',
  state_land: 'Recovered for the State: land (m²)',
  organisation_money: 'Returned to organisations: money (million đồng)',
  organisation_land: 'Returned to organisations: land (m²)',
  person_money: 'Returned to people: money (million đồng)',
  person_land: 'Returned to people: land (m²)',
  organisations: 'Organisations whose rights are restored',
  persons: 'People whose rights are restored',
  handled_organisations: 'Handled administratively: organisations',
  handled_people: 'Handled administratively: people',
  handled_officials: 'Handled administratively: of these, officials',
  crime_cases: 'To the investigation body, charged: cases',
  crime_people: 'To the investigation body, charged: people',
  crime_officials: 'To the investigation body, charged: of these, officials',
} as const

/** What to know before typing the first of them. */
export const effectsHint = 'Whole numbers for the statistical forms; leave empty where there are none.'

/** The same in a sealed record, whose figures are dimensions of the statistics like its result. */
export const sealedEffectsHint =
  'Whole numbers for the statistical forms; leave empty where there are none. These figures are not sealed: leave out what alone would tell which case it is before its conclusion is public.'
