/** The number of an identity paper, sealed to those who take letters in at the unit: it is never kept in the clear. */

import type { Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { publicKeysOf } from '../../platform/vault/officer-key.ts'
import { type Envelope, sealRecord } from '../../platform/vault/sealed-record.ts'

/**
 * The envelope for a record of this unit, to be handed to its action in place of the number. Throws WrongInput
 * `nobody-holds-a-key` at `identity_number` where no intake officer of the day has a key: nothing is kept open instead.
 */
export async function sealIdentity(
  sql: Sql,
  about: { unit_id: string; record_id: string; papers: readonly string[]; on: Temporal.PlainDate },
): Promise<Envelope> {
  const { rows } = await sql.query<{ account_id: string }>(
    `select distinct account_id from position where unit_id = $1 and kind in ('reception-officer', 'clerk') and state <> 'void'
      and from_on <= $2 and (until_on is null or until_on > $2)`,
    [about.unit_id, about.on.toString()],
  )
  const keys = await publicKeysOf(
    sql,
    rows.map((row) => row.account_id),
  )
  if (keys.length === 0) throw new WrongInput([{ field: 'identity_number', code: 'nobody-holds-a-key' }])
  return sealRecord(about.record_id, { identity: { papers: about.papers } }, keys)
}
