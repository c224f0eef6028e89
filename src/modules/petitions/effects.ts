/** What follows from a decision or a conclusion, typed once as figures: fields of a form, and the postings they become. */
import type { z } from 'zod'
import { type EffectId, effects } from '../../law/effects.ts'
import type { PostingWanted } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count } from '../../platform/input.ts'

/** The name of an effect's field: `state-money` → `state_money`. */
type FieldName<Id extends string> = Id extends `${infer First}-${infer Rest}` ? `${First}_${FieldName<Rest>}` : Id

/** Names of the fields, as they stand in a form. */
export type EffectField = FieldName<EffectId>

/** What was typed: whole million đồng, square metres or numbers; what was not typed is not recorded. */
export type Effects = Readonly<Partial<Record<EffectField, number>>>

// Nothing but the hyphens changes.
const fieldOf = (id: EffectId) => id.replaceAll('-', '_') as EffectField

/** Largest amount: a thousand million of whatever is counted. */
const most = 1_000_000_000

/** Optional fields for every effect; spread into an action's input. */
export function effectFields() {
  const rows = effects.map(({ id }) => [fieldOf(id), count(0, most).optional()] as const)
  // Object.fromEntries forgets the keys' literal types.
  return Object.fromEntries(rows) as Record<EffectField, z.ZodOptional<ReturnType<typeof count>>>
}

/** The effects among what was typed; of all people handled officials are a part. */
export function effectsIn(typed: Readonly<Partial<Record<EffectField, number | undefined>>>): Effects {
  const found: Partial<Record<EffectField, number>> = {}
  for (const { id } of effects) {
    const amount = typed[fieldOf(id)]
    if (amount !== undefined) found[fieldOf(id)] = amount
  }
  for (const [part, whole] of [
    ['handled_officials', 'handled_people'],
    ['crime_officials', 'crime_people'],
  ] as const)
    if ((found[part] ?? 0) > (found[whole] ?? 0)) throw new WrongInput([{ field: part, code: 'more-than-all-people' }])
  return found
}

/** One posting for each effect. */
export function effectPostings(
  typed: Effects | null | undefined,
  about: Pick<PostingWanted, 'on_day' | 'kind' | 'case_id'> & {
    fact: 'settlement-effect' | 'effect-owed' | 'effect-done'
  },
): PostingWanted[] {
  return effects.flatMap(({ id }) => {
    const quantity = typed?.[fieldOf(id)] ?? 0
    return quantity === 0 ? [] : [{ ...about, stage: id, quantity }]
  })
}
