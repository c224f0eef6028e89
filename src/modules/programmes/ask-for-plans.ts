/** `ask-for-plans`, `remind-plans`: units below are asked for a plan of their own by a day; those without one are reminded. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText } from '../../platform/input.ts'
import { programme } from './programme.ts'
import { checkOwnUnits, units } from './references.ts'

/** Asked again, the new units join those asked before and the new day holds for all. */
export const askForPlans = action({
  noun: programme,
  step: 'ask-for-plans',
  input: z.object({ plan_unit_ids: units(), plans_due_on: day(), ask_note: longText(2000).optional() }),
  reads: (sql, { unit_id, input, moment }) =>
    checkOwnUnits(sql, unit_id, input.plan_unit_ids, moment.on, 'plan_unit_ids'),
  decide({ record, input, moment, unit_id }) {
    const { plan_unit_ids, plans_due_on, ask_note } = input
    const named = plan_unit_ids.filter((one) => one !== unit_id)
    if (named.length === 0) throw new WrongInput([{ field: 'plan_unit_ids', code: 'choose-one' }])
    return {
      change: {
        asked_unit_ids: [...new Set([...record!.asked_unit_ids, ...named])],
        asked_on: record!.asked_on ?? moment.on,
        plans_due_on,
        ask_note: ask_note ?? record!.ask_note,
      },
    }
  },
})

/** One reminder a day to every unit whose plan is missing: each finds it on its own list. */
export const remindPlans = action({
  noun: programme,
  step: 'remind-plans',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { reminded_on: moment.on } }),
})
