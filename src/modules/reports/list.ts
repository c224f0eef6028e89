/** `list`: the head names an officer of the unit who may see figures of denunciations. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { namedPosition, namedPositionFacts, namedPositionsMax } from './named-position.ts'

/** Lists an officer. */
export const list = action({
  noun: namedPosition,
  step: 'list',
  input: z.object({ account_id: uuid() }),
  // Entries are rows of their own, so the row lock of `perform` does not keep two heads' clicks apart; this does.
  reads: async (sql, { unit_id, moment }) => {
    await sql.query(`select pg_advisory_xact_lock(hashtextextended('named-position ' || $1, 0))`, [unit_id])
    return namedPositionFacts(sql, unit_id, moment.on)
  },
  decide({ input, moment }, { listed }) {
    if (listed.length >= namedPositionsMax) throw new NotOpen('fewer-than-three-are-listed')
    if (listed.includes(input.account_id)) throw new NotOpen('account-is-not-listed')
    return { change: { account_id: input.account_id, from_on: moment.on, until_on: null } }
  },
})
