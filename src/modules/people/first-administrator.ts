/** The first person of an empty installation: without somebody who gives positions nobody could begin. */
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { createAccount, givePosition, handOutPassword } from './accounts.ts'

/** The name the first administrator signs in with. */
export const firstName = 'quan.tri'

/**
 * Makes the first administrator of `unit_id` with a one-time password to be printed once; null where somebody holds a
 * position already. A start that broke off between the two is taken up again.
 */
export async function firstAdministrator(
  db: Db,
  unit_id: string,
  moment: Moment,
): Promise<{ sign_in_name: string; one_time_password: string } | null> {
  const held = await db.pool.query('select from position limit 1')
  if (held.rows.length > 0) return null
  const known = await db.pool.query<{ id: string }>('select id from account where sign_in_name = $1', [firstName])
  const id = known.rows[0]?.id
  const wanted = { name: 'Quản trị', sign_in_name: firstName }
  const made = id === undefined ? await createAccount(db, wanted, moment.at) : { id, one_time_password: null }
  const one_time_password = made.one_time_password ?? (await handOutPassword(db, made.id, moment.at))
  const post = { account_id: made.id, unit_id, kind: 'administrator', title: 'Quản trị', from_on: moment.on } as const
  await givePosition(db, post, moment)
  return { sign_in_name: firstName, one_time_password }
}
