/** The list is fixed: every case of the unit that is open today and old enough. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { choices, count, text } from '../../platform/input.ts'
import { type StocktakeItem, stocktake, stocktakeWorkflow } from './stocktake.ts'
import { openKinds } from './terms.ts'

/** Most records of one stocktake. */
export const itemsMax = 5000

/** Without a kind chosen, all registers; the unit's own and those it took over. */
export const openStocktake = action({
  noun: stocktake,
  step: 'open-stocktake',
  input: z.object({ title: text(200), kinds: choices(openKinds), days_min: count(0, 3650) }),
  reads: async (sql, { unit_id, input, moment }) => {
    const { rows } = await sql.query<StocktakeItem>(
      `select kind, unit_id, id from work_item
       where unit_id in (select $1::uuid union select ancestors_in_office($1, $2::date))
         and kind = any($3) and $2::date - received_on >= $4 order by received_on, id limit ${itemsMax + 1}`,
      [unit_id, moment.on.toString(), input.kinds.length > 0 ? input.kinds : openKinds, input.days_min],
    )
    return rows
  },
  decide({ input, moment }, items) {
    const { cite } = stocktakeWorkflow['open-stocktake']
    if (items.length === 0) throw new NotOpen('list-has-records', cite)
    if (items.length > itemsMax) throw new NotOpen('list-can-be-walked', cite)
    return { change: { ...input, items, opened_on: moment.on, result: null, closed_on: null } }
  },
})
