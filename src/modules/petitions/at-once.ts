/** What cannot wait for the handling of a letter: an alert to the head, and what goes to another body at once. */
import type { Noun } from '../../platform/actions/action.ts'
import type { PetitionFacts, PetitionRow } from './petition.ts'

/** The columns of what cannot wait; each is null until it happens. */
export interface AtOnce {
  alert: {
    on: string
    danger: string
    proposal: string
    answered_on: string | null
    ordered: string | null
  } | null
  referrals: readonly { to: 'investigation' | 'party'; on: string; receiver: string }[] | null
}

/** Conditions on it, for the noun. */
export const atOnceConditions: Noun<PetitionRow, PetitionFacts>['conditions'] = {
  'an-alert-is-open': ({ record }) => record!.alert !== null && record!.alert.answered_on === null,
  'no-alert-is-open': ({ record }) => record!.alert === null || record!.alert.answered_on !== null,
  'content-is-of-the-party': ({ record }) =>
    record!.field === 'party' || record!.points.some((point) => point.field === 'party'),
}
