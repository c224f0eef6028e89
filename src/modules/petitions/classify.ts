/** Says what a petition is, in which field, whose it is to settle, and which conditions it meets. */
import { z } from 'zod'
import { competences } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, choices, unitId } from '../../platform/input.ts'
import { conditionIds, fieldIds, openKinds } from './inputs.ts'
import { countedAgain, ownEligibility } from './link-case.ts'
import { type PetitionRow, petition } from './petition.ts'

/** Makes the letter's first point; further ones come by `split`. */
export const classify = action({
  noun: petition,
  step: 'classify',
  input: z.object({
    kind: choice(openKinds),
    field: choice(fieldIds),
    competence: choice(competences),
    competent_unit_id: unitId().optional(),
    conditions: choices(conditionIds),
  }),
  decide({ record, input }) {
    if (input.conditions.includes('signed') && record!.signature === null)
      throw new WrongInput([{ field: 'conditions', code: 'not-signed' }])
    const { kind, field, competence, conditions } = input
    // A letter may have been split before it was classified: its further points stay.
    const further = record!.points.filter((point) => point.id !== '1')
    const change: Partial<PetitionRow> = {
      kind,
      field,
      competence,
      competent_unit_id: input.competent_unit_id ?? null,
      conditions,
      points: [{ id: '1', kind, field, text: record!.title, step: null, on: null, led_to: null }, ...further],
    }
    change.eligible = ownEligibility({ ...record!, ...change })
    return { change, postings: countedAgain(record!, { ...record!, ...change }) }
  },
})
