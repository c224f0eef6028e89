/** `ask-for-plans`, `remind-plans`: units below are asked for a plan of their own by a day; those without one are reminded. */
import { z } from 'zod'
import { action, type Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, longText } from '../../platform/input.ts'
import { programme } from './programme.ts'
import { checkOwnUnits, units } from './references.ts'

/** Levels of which every unit below may be asked at once. */
export const askedLevels = ['ministry', 'province', 'department', 'commune'] as const

async function unitsOfLevel(sql: Sql, unit_id: string, level: string, on: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql.query<{ unit_id: string }>(
    `select a.unit_id from unit_ancestry a join unit_period p on p.unit_id = a.unit_id and p.valid @> $3::date and p.level = $2
     where a.ancestor_id = $1 and a.depth > 0 and a.valid @> $3::date order by p.name, a.unit_id limit 5000`,
    [unit_id, level, on.toString()],
  )
  return rows.map((row) => row.unit_id)
}

/** Every unit of a level below, and units named one by one. Asked again, the new units join those asked before and the new day holds for all. */
export const askForPlans = action({
  noun: programme,
  step: 'ask-for-plans',
  input: z.object({
    plan_level: choice(askedLevels).optional(),
    plan_unit_ids: units().optional(),
    plans_due_on: day(),
    ask_note: longText(2000).optional(),
  }),
  async reads(sql, { unit_id, input, moment }): Promise<string[]> {
    const { plan_unit_ids = [], plan_level } = input
    await checkOwnUnits(sql, unit_id, plan_unit_ids, moment.on, 'plan_unit_ids')
    return plan_level ? unitsOfLevel(sql, unit_id, plan_level, moment.on) : []
  },
  decide({ record, input, moment, unit_id }, of_level) {
    const { plan_unit_ids = [], plans_due_on, ask_note } = input
    const named = [...of_level, ...plan_unit_ids].filter((one) => one !== unit_id)
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
