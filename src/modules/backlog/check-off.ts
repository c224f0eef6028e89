/** An officer has looked at one record of the list and says what was found. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { choice, longText, uuid } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { findings, type StocktakeRow, stocktakeFinding, stocktakeFindingWorkflow } from './stocktake.ts'

/** The id of the finding about a record. */
export function findingId(stocktake_id: string, record_id: string): string {
  return idFrom(stocktake_id, `finding/${record_id}`)
}

/** What a finding says. */
export const findingFields = { finding: choice(findings), note: longText(2000) }

/** Only what stands on the list of a stocktake that is open. */
export const checkOff = action({
  noun: stocktakeFinding,
  step: 'check-off',
  input: z.object({ stocktake_id: uuid(), record_id: uuid(), ...findingFields }),
  reads: async (sql, { unit_id, input }) => {
    const { rows } = await sql.query<StocktakeRow>('select * from stocktake where unit_id = $1 and id = $2 for share', [
      unit_id,
      input.stocktake_id,
    ])
    return rows[0]
  },
  decide({ input, viewer, moment, id }, of) {
    const { cite } = stocktakeFindingWorkflow['check-off']
    const listed = of?.items.some((item) => item.id === input.record_id)
    if (!listed || id !== findingId(input.stocktake_id, input.record_id)) throw new NotOpen('not-yours', '', 404)
    if (of?.state !== 'open') throw new NotOpen('stocktake-is-open', cite)
    return { change: { ...input, checked_by: viewer.account_id!, checked_on: moment.on } }
  },
})
