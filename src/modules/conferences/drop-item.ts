/** `drop-item`: an item less on the programme. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { fromList } from '../receptions/asked.ts'
import { entryOf, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** By the item's id. */
export const dropItem = action({
  noun: meeting,
  step: 'drop-item',
  input: z.object({ item_id: fromList() }),
  decide({ record, input }) {
    const row = rowOf(record)
    const item = entryOf(row.programme, input.item_id, 'item_id')
    return { change: { programme: row.programme.filter((one) => one.id !== item.id) } }
  },
})
