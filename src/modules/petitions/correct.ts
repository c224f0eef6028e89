/** A mistake in the register is mended: reason, who, and both values stay visible; what was counted is counted anew. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, personName, text } from '../../platform/input.ts'
import { foldMarks } from '../../platform/text.ts'
import { fieldIds, openKinds, reason } from './inputs.ts'
import { countedAgain } from './link-case.ts'
import { isEligible, type PetitionRow, petition } from './petition.ts'

/** Fields left empty stay as they are. */
export const correct = action({
  noun: petition,
  step: 'correct',
  input: z.object({
    reason: reason(),
    title: text(200).optional(),
    petitioner_name: personName().optional(),
    petitioner_address: text(300).optional(),
    kind: choice(openKinds).optional(),
    field: choice(fieldIds).optional(),
  }),
  decide({ record, input }) {
    const { reason: _, ...given } = input
    const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(wanted).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    if ((input.kind || input.field) && record!.kind === null)
      throw new WrongInput([{ field: 'kind', code: 'not-classified-yet' }])
    if (input.kind && record!.points.some((point) => point.led_to !== null))
      throw new WrongInput([{ field: 'kind', code: 'proceeding-has-begun' }])
    const change: Partial<PetitionRow> = { ...wanted }
    if (input.kind && record!.conditions)
      change.eligible = record!.same_as?.how !== 'same-letter' && isEligible(input.kind, record!.conditions)
    if (input.title || input.petitioner_name)
      change.search = foldMarks(
        `${input.title ?? record!.title} ${input.petitioner_name ?? record!.petitioner_name} ${record!.text}`,
      ).slice(0, 8000)
    return { change, postings: input.kind || input.field ? countedAgain(record!, { ...record!, ...change }) : [] }
  },
})
