/** Joint petitions and those brought by somebody authorised: what is kept of the paper, and what letters make of it. */

import { largeGroupFrom } from '../../law/reception-rules.ts'
import { authorisationRule } from '../../law/representation-rules.ts'
import type { Noun } from '../../platform/actions/action.ts'
import type { PetitionFacts, PetitionRow } from './petition.ts'

/** The columns of these petitions; each is null until its paper came. */
export interface JointPetition {
  /** Everybody who signed: for those who work on the case; outside it only their number is told. */
  group_sheet: {
    on: string
    signers: readonly string[]
    representatives: readonly { name: string; address: string }[]
  } | null
  authorisation: { on: string; name: string; address: string; paper: string; certified: boolean } | null
}

/** Every signature and the paper that names the representatives (NĐ 155/2026 Đ10). */
export function isJointComplete(row: Pick<PetitionRow, 'group_sheet' | 'signers'>): boolean {
  return row.group_sheet !== null && row.group_sheet.signers.length === row.signers
}

/** To whom letters about a joint petition go: its representatives, for all the others. */
export function representativesInLetter(row: Pick<PetitionRow, 'group_sheet' | 'signers'>) {
  const named = row.group_sheet?.representatives ?? []
  const first = named[0]
  if (!first) return null
  const others = row.signers - named.length
  return {
    name: named.map((one) => one.name).join(', '),
    address: first.address,
    others: others > 0 ? others : undefined,
  }
}

/** Conditions on these papers, for the noun. */
export const jointConditions: Noun<PetitionRow, PetitionFacts>['conditions'] = {
  'is-a-joint-petition': ({ record }) => record!.signers >= largeGroupFrom,
  // One content may not be given to several people.
  'nobody-is-authorised-yet': ({ record }) => record!.authorisation === null,
  'authorisation-is-certified': ({ input, moment }) =>
    !input || input['certified'] === true || !authorisationRule(moment.on).must_be_certified,
}
