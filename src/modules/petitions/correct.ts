/** A mistake in the register is mended: reason, who, and both values stay visible; what was counted is counted anew. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, personName, text } from '../../platform/input.ts'
import { foldMarks } from '../../platform/text.ts'
import { fieldIds, openKinds, reason } from './inputs.ts'
import { countedAgain, ownEligibility } from './link-case.ts'
import { type PetitionRow, petition } from './petition.ts'

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
    // The first point is the letter as classified: it says what the letter now says, unless its proceeding has begun.
    if (input.kind || input.field || input.title)
      change.points = record!.points.map((point) =>
        point.id === '1' && point.led_to === null
          ? {
              ...point,
              kind: input.kind ?? point.kind,
              field: input.field ?? point.field,
              text: point.text === record!.title ? (input.title ?? point.text) : point.text,
            }
          : point,
      )
    if (input.kind) change.eligible = ownEligibility({ ...record!, ...change })
    if (input.title || input.petitioner_name)
      change.search = foldMarks(
        `${input.title ?? record!.title} ${input.petitioner_name ?? record!.petitioner_name} ${record!.text}`,
      ).slice(0, 8000)
    return { change, postings: input.kind || input.field ? countedAgain(record!, { ...record!, ...change }) : [] }
  },
})
