/** The custodians of a unit: who they are on a day, and to whose keys its records are sealed for recovery. */
import type { Sql } from '../../platform/actions/action.ts'
import { type PublicKey, publicKeysOf } from '../../platform/vault/officer-key.ts'
import { custodiansMax, type RecoveryPair, sealToPairs } from '../../platform/vault/recovery.ts'

/** The unit or those that took over its work, and the units directly above: whose custodians may decide. */
export async function custodyUnits(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `select h.id from heirs_of($1, $2::date) h(id)
     union select u.parent_id from heirs_of($1, $2::date) h(id) join unit_period u on u.unit_id = h.id and u.valid @> $2::date
     where u.parent_id is not null`,
    [unit_id, on.toString()],
  )
  return rows.map((row) => row.id)
}

/** Accounts of the custodians of these units on that day, those of the first unit first. */
async function custodiansIn(sql: Sql, units: readonly string[], on: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql.query<{ account_id: string }>(
    `select p.account_id from position p join account a on a.id = p.account_id and (a.closed_on is null or a.closed_on > $2)
     where p.unit_id = any($1) and p.kind = 'custodian' and p.state <> 'void' and p.from_on <= $2
       and (p.until_on is null or p.until_on > $2)
     group by p.account_id order by min(array_position($1, p.unit_id)), p.account_id`,
    [units, on.toString()],
  )
  return rows.map((row) => row.account_id)
}

/** Keys of those who may decide on a request to the unit. */
export async function decidersKeys(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<PublicKey[]> {
  return publicKeysOf(sql, await custodiansIn(sql, await custodyUnits(sql, unit_id, on), on))
}

/** The unit's own custodians who are clear of the subject and have a key: any two of them recover a record of it. */
export async function recoverers(
  sql: Sql,
  unit_id: string,
  barred: readonly string[],
  on: Temporal.PlainDate,
): Promise<PublicKey[]> {
  const { rows } = await sql.query<{ id: string }>('select h.id from heirs_of($1, $2::date) h(id)', [
    unit_id,
    on.toString(),
  ])
  const units = rows.map((row) => row.id)
  const clear = (await custodiansIn(sql, units, on)).filter((account_id) => !barred.includes(account_id))
  return (await publicKeysOf(sql, clear)).slice(0, custodiansMax)
}

/** A record's key for every two of them; empty where fewer than two are clear. */
export async function recoveryPairs(
  sql: Sql,
  about: { unit_id: string; barred: readonly string[]; on: Temporal.PlainDate; record_key: Buffer },
): Promise<RecoveryPair[]> {
  return sealToPairs(about.record_key, await recoverers(sql, about.unit_id, about.barred, about.on))
}
