/** The brake on guessing passwords: counted in the database before a password is looked at, per account and per address. */
import { createHmac } from 'node:crypto'
import type { Queryable } from '../../platform/database.ts'

/** Whose tries are counted. */
export type GuessSubject = 'account' | 'address'

/** Tries without delay; an address stands for a whole office behind one router. */
const freeTries = { account: 5, address: 30 } as const satisfies Record<GuessSubject, number>
const firstDelay_s = 30
const longestDelay_s = 3600
/** A day without a try forgets the earlier ones. */
const memory_h = 24

/** How long after this try the next one counts, in seconds: 0 for the free ones, then doubling up to an hour. */
export function delayAfter(subject: GuessSubject, tries: number): number {
  const over = tries - freeTries[subject]
  return over < 0 ? 0 : Math.min(firstDelay_s * 2 ** Math.min(over, 20), longestDelay_s)
}

/** Keyed, since people type their password where the name belongs. */
function keyOf(secret: string, subject: GuessSubject, value: string): Buffer {
  return createHmac('sha256', secret).update(`${subject}\0${value}`).digest()
}

/**
 * Takes one try: null, or the instant before which no try counts. Taken before the password is checked, in one
 * statement, so that a hundred tries at once are a hundred tries.
 */
export async function takeTry(
  sql: Queryable,
  secret: string,
  subject: GuessSubject,
  value: string,
  at: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const key = keyOf(secret, subject, value)
  const now = at.toString()
  const taken = await sql.query(
    `insert into sign_in_guess as g (subject, key_hash, tries, last_at, next_at)
     values ($1, $2, 1, $3, 'epoch')
     on conflict (subject, key_hash) do update set
       tries = case when g.last_at < $3::timestamptz - make_interval(hours => $4) then 1 else g.tries + 1 end,
       last_at = $3,
       next_at = case
         when g.last_at < $3::timestamptz - make_interval(hours => $4) or g.tries + 1 < $5 then 'epoch'
         else $3::timestamptz + make_interval(secs => least($6 * power(2, least(g.tries + 1 - $5, 20)), $7)) end
     where g.next_at <= $3
     returning tries`,
    [subject, key, now, memory_h, freeTries[subject], firstDelay_s, longestDelay_s],
  )
  if (taken.rows.length > 0) return null
  const { rows } = await sql.query<{ next_at: Temporal.Instant }>(
    'select next_at from sign_in_guess where subject = $1 and key_hash = $2',
    [subject, key],
  )
  return rows[0]?.next_at ?? at
}

/** Forgets the tries of an account after its right password; an address keeps its count. */
export async function forgetTries(sql: Queryable, secret: string, value: string): Promise<void> {
  await sql.query(`delete from sign_in_guess where subject = 'account' and key_hash = $1`, [
    keyOf(secret, 'account', value),
  ])
}
