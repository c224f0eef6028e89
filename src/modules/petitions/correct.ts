/** A mistake in the register is mended: reason, who, and both values stay visible; what was counted is counted anew. */
import { z } from 'zod'
import { competences } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, choices, personName, text } from '../../platform/input.ts'
import { foldMarks } from '../../platform/text.ts'
import { conditionIds, fieldIds, openKinds, reason } from './inputs.ts'
import { duplicateKey } from './likeness.ts'
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
    competence: choice(competences).optional(),
    conditions: choices(conditionIds).optional(),
  }),
  decide({ record, input: typed, facts, id }) {
    const input = changed(record!, typed)
    if (Object.keys(input).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    const counted = (['kind', 'field', 'competence', 'conditions'] as const).find((name) => name in input)
    if (counted && record!.kind === null) throw new WrongInput([{ field: counted, code: 'not-classified-yet' }])
    const settled = (['kind', 'competence', 'conditions'] as const).find((name) => name in input)
    if (settled && record!.points.some((point) => point.led_to !== null))
      throw new WrongInput([{ field: settled, code: 'proceeding-has-begun' }])
    if (input.conditions?.includes('signed') && record!.signature === null)
      throw new WrongInput([{ field: 'conditions', code: 'not-signed' }])
    const change: Partial<PetitionRow> = { ...input }
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
    if (input.kind || input.conditions) change.eligible = ownEligibility({ ...record!, ...change })
    if (input.title || input.petitioner_name)
      change.search = foldMarks(
        `${input.title ?? record!.title} ${input.petitioner_name ?? record!.petitioner_name} ${record!.text}`,
      ).slice(0, 8000)
    const { title = record!.title } = input
    return {
      change,
      postings: countedAgain(record!, { ...record!, ...change }),
      rows: input.title ? [duplicateKey(id, { title, text: record!.text }, facts.rarity)] : [],
    }
  },
})

/** What was typed and differs from what stands in the register. */
function changed<Typed extends { reason: string }>(record: PetitionRow, typed: Typed): Omit<Typed, 'reason'> {
  const { reason: _, ...given } = typed
  const before: Readonly<Record<string, unknown>> = { ...record }
  const differs = ([name, value]: [string, unknown]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name])
  // Only properties were taken away, each of them optional in the input.
  return Object.fromEntries(Object.entries(given).filter(differs)) as Omit<Typed, 'reason'>
}
