/** An officer's key: set up under a passphrase, opened for a session, closed with it. */
import { type Db, type Queryable, transaction } from '../database.ts'
import { uuidv7 } from '../uuid.ts'
import {
  type KeyPair,
  keyOfPassphrase,
  lock,
  newKey,
  newKeyPair,
  newSalt,
  passphraseCost,
  Shut,
  unlock,
  wipe,
} from './box.ts'

/** A public key to which records are sealed. */
export interface PublicKey {
  account_id: string
  key_id: string
  public_key: Buffer
}

/** A pair opened for this request, and whose it is. Hand it to `closeKey` when done. */
export interface OpenKey extends KeyPair {
  account_id: string
  key_id: string
}

interface KeyRow extends PublicKey {
  salt: Buffer
  passes: number
  memory: number
  nonce: Buffer
  sealed_private: Buffer
}

const select = `select id as key_id, account_id, public_key, salt, passes, memory, nonce, sealed_private from officer_key`
const ofAccount = (key_id: string) => `private key ${key_id}`
const ofSession = (key_id: string, session_id: string) => `private key ${key_id} in session ${session_id}`

/**
 * Makes a pair and seals its private half under the passphrase; the key's id. A pair that was there is replaced: what
 * was sealed to it stays shut for this officer until an insider seals it anew.
 */
export async function setUpKey(db: Db, account_id: string, passphrase: string, at: Temporal.Instant): Promise<string> {
  const id = uuidv7()
  const pair = newKeyPair()
  const sealed = underPassphrase(pair.private_key, id, passphrase)
  wipe(pair.private_key)
  await transaction(db, async ({ client }) => {
    await client.query('select from account where id = $1 for update', [account_id])
    await client.query(`delete from session_key where key_id in (select id from officer_key where account_id = $1)`, [
      account_id,
    ])
    await client.query('update officer_key set replaced_at = $2 where account_id = $1 and replaced_at is null', [
      account_id,
      at.toString(),
    ])
    await client.query(
      `insert into officer_key (id, account_id, public_key, salt, passes, memory, nonce, sealed_private, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        account_id,
        pair.public_key,
        sealed.salt,
        sealed.passes,
        sealed.memory,
        sealed.nonce,
        sealed.content,
        at.toString(),
      ],
    )
  })
  return id
}

function underPassphrase(private_key: Buffer, key_id: string, passphrase: string) {
  const salt = newSalt()
  const under = keyOfPassphrase(passphrase, salt, passphraseCost)
  const locked = lock(private_key, under, ofAccount(key_id))
  wipe(under)
  return { salt, ...passphraseCost, ...locked }
}

/** Seals the same pair under another passphrase; false where the old one is wrong. */
export async function changePassphrase(
  sql: Queryable,
  account_id: string,
  old: string,
  fresh: string,
): Promise<boolean> {
  const opened = await openWithPassphrase(sql, account_id, old)
  if (!opened) return false
  const sealed = underPassphrase(opened.private_key, opened.key_id, fresh)
  closeKey(opened)
  await sql.query(
    'update officer_key set salt = $2, passes = $3, memory = $4, nonce = $5, sealed_private = $6 where id = $1',
    [opened.key_id, sealed.salt, sealed.passes, sealed.memory, sealed.nonce, sealed.content],
  )
  return true
}

/** The pair, opened by its passphrase; null where there is none or the passphrase is wrong. */
export async function openWithPassphrase(
  sql: Queryable,
  account_id: string,
  passphrase: string,
): Promise<OpenKey | null> {
  const { rows } = await sql.query<KeyRow>(`${select} where account_id = $1 and replaced_at is null`, [account_id])
  const row = rows[0]
  if (!row) return null
  const under = keyOfPassphrase(passphrase, row.salt, row)
  try {
    const private_key = unlock({ nonce: row.nonce, content: row.sealed_private }, under, ofAccount(row.key_id))
    return { account_id, key_id: row.key_id, public_key: row.public_key, private_key }
  } catch (fault) {
    if (fault instanceof Shut) return null
    throw fault
  } finally {
    wipe(under)
  }
}

/** Opens the pair for a session: returns the 32 bytes for the browser's cookie, or null where the passphrase is wrong. */
export async function openForSession(
  sql: Queryable,
  session: { id: string; account_id: string },
  passphrase: string,
  at: Temporal.Instant,
): Promise<string | null> {
  const opened = await openWithPassphrase(sql, session.account_id, passphrase)
  if (!opened) return null
  const under = newKey()
  const locked = lock(opened.private_key, under, ofSession(opened.key_id, session.id))
  closeKey(opened)
  await sql.query('delete from session_key where session_id = $1', [session.id])
  await sql.query(
    'insert into session_key (session_id, key_id, nonce, sealed_private, opened_at) values ($1, $2, $3, $4, $5)',
    [session.id, opened.key_id, locked.nonce, locked.content, at.toString()],
  )
  const cookie = under.toString('base64url')
  wipe(under)
  return cookie
}

/** The pair of a session whose cookie holds these bytes; null where the session is over, locked, or the bytes are wrong. */
export async function openInSession(
  sql: Queryable,
  session: { id: string; account_id: string },
  cookie: string | undefined,
): Promise<OpenKey | null> {
  const under = Buffer.from(cookie ?? '', 'base64url')
  if (under.length !== 32) return null
  const { rows } = await sql.query<{ key_id: string; public_key: Buffer; nonce: Buffer; sealed_private: Buffer }>(
    `select k.id as key_id, k.public_key, s.nonce, s.sealed_private
     from session_key s join officer_key k on k.id = s.key_id and k.replaced_at is null
     join auth_session a on a.id = s.session_id and a.expires_at > now() and a.user_id = k.account_id
     where s.session_id = $1 and k.account_id = $2`,
    [session.id, session.account_id],
  )
  const row = rows[0]
  if (!row) return null
  try {
    const place = ofSession(row.key_id, session.id)
    const private_key = unlock({ nonce: row.nonce, content: row.sealed_private }, under, place)
    return { account_id: session.account_id, key_id: row.key_id, public_key: row.public_key, private_key }
  } catch (fault) {
    if (fault instanceof Shut) return null
    throw fault
  } finally {
    wipe(under)
  }
}

/** Locks the session's key again. */
export async function lockSession(sql: Queryable, session_id: string): Promise<void> {
  await sql.query('delete from session_key where session_id = $1', [session_id])
}

/** The private half is overwritten. */
export function closeKey(key: OpenKey): void {
  wipe(key.private_key)
}

/** How an account stands: no key yet, or since when. Public keys are no secret. */
export async function keyOf(
  sql: Queryable,
  account_id: string,
): Promise<{ key_id: string; made_at: Temporal.Instant } | null> {
  const { rows } = await sql.query<{ key_id: string; made_at: Temporal.Instant }>(
    'select id as key_id, made_at from officer_key where account_id = $1 and replaced_at is null',
    [account_id],
  )
  return rows[0] ?? null
}

/** The keys of those of these accounts who have set one up. */
export async function publicKeysOf(sql: Queryable, account_ids: readonly string[]): Promise<PublicKey[]> {
  const { rows } = await sql.query<PublicKey>(
    `select id as key_id, account_id, public_key from officer_key where account_id = any($1) and replaced_at is null order by account_id`,
    [account_ids],
  )
  return rows
}
