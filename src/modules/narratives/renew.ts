/** A signed narrative is put right by a new version with its reason; its figures are live again until it is signed. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, uuid } from '../../platform/input.ts'
import { type NarrativeRow, narrative } from './narrative.ts'

/** Everything that was written is taken over; figures that have changed since are marked against what was signed. */
export const renew = action({
  noun: narrative,
  step: 'renew',
  input: z.object({ follows_id: uuid(), reason: longText(2000) }),
  async reads(sql, { unit_id, input }) {
    const { rows } = await sql.query<NarrativeRow>('select * from narrative where unit_id = $1 and id = $2', [
      unit_id,
      input.follows_id,
    ])
    return rows[0] ?? null
  },
  decide({ input }, before) {
    // The condition has found the version before.
    const { period, version, sections } = before!
    return {
      change: {
        period,
        version: version + 1,
        follows_id: input.follows_id,
        reason: input.reason,
        sections,
        frozen: null,
        signed_on: null,
        signed_by: null,
      },
    }
  },
})
