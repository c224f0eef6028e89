/** A finding is mended, with the reason, while the stocktake is open. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { findingFields } from './check-off.ts'
import { stocktakeFinding, stocktakeFindingWorkflow } from './stocktake.ts'

/** Who mends it has looked at it last. */
export const correctFinding = action({
  noun: stocktakeFinding,
  step: 'correct-finding',
  input: z.object({ ...findingFields, reason: longText(1000) }),
  reads: async (sql, { unit_id, record }) => {
    const { rows } = await sql.query<{ state: string }>(
      'select state from stocktake where unit_id = $1 and id = $2 for share',
      [unit_id, record?.stocktake_id],
    )
    return rows[0]?.state
  },
  decide({ input, viewer, moment }, state) {
    if (state !== 'open') throw new NotOpen('stocktake-is-open', stocktakeFindingWorkflow['correct-finding'].cite)
    const { finding, note } = input
    return { change: { finding, note, checked_by: viewer.account_id!, checked_on: moment.on } }
  },
})
