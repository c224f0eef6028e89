/** Limits on guessing: counts tries per key in the database, so that a restart or a second server forgets nothing. */
import { createHash } from 'node:crypto'
import type { Queryable } from './database.ts'

/** Counts one more try; false where the key has used up its tries of this window. */
export async function mayTry(sql: Queryable, key: string, limit: { tries: number; minutes: number }): Promise<boolean> {
  const { rows } = await sql.query<{ tries: number }>(
    `insert into throttle as t (key, tries, since) values ($1, 1, now())
     on conflict (key) do update set
       tries = case when t.since < now() - make_interval(mins => $2) then 1 else t.tries + 1 end,
       since = case when t.since < now() - make_interval(mins => $2) then now() else t.since end
     returning tries`,
    [createHash('sha256').update(key).digest(), limit.minutes],
  )
  return rows[0]!.tries <= limit.tries
}
