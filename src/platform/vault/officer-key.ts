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
  openSealed,
  passphraseCost,
  Shut,
  sealTo,
  unlock,
  wipe,
} from './box.ts'
import {
  endHeldSession,
  failAtService,
  type HeldSession,
  type KeyService,
  makeHeldKey,
  openHeld,
  openHeldSession,
} from './key-service.ts'

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
  /** Set where the organisation's key service holds the private half, which is empty here. */
  held?: HeldSession
}

interface KeyRow extends PublicKey {
  /** Null, as what follows, where a key service holds the private half. */
  salt: Buffer | null
  passes: number
  memory: number
  nonce: Buffer
  sealed_private: Buffer
}

const select = `select id as key_id, account_id, public_key, salt, passes, memory, nonce, sealed_private from officer_key`
const ofAccount = (key_id: string) => `private key ${key_id}`
const ofSession = (key_id: string, session_id: string) => `private key ${key_id} in session ${session_id}`

const none = Buffer.alloc(0)

/** Opens what was sealed to this pair, here or at the service that holds its private half. */
export async function openFor(key: OpenKey, sealed: Buffer): Promise<Buffer> {
  return key.held ? openHeld(key.held, sealed) : openSealed(sealed, key)
}

/** Has the organisation's key service make a pair for the officer; the key's id. A pair that was there is replaced. */
export async function setUpHeldKey(
  db: Db,
  service: KeyService,
  officer: { account_id: string; sign_in_name: string; token: string },
  at: Temporal.Instant,
): Promise<string> {
  const id = uuidv7()
  const asked = { officer: officer.sign_in_name, key: id, token: officer.token }
  const public_key = await makeHeldKey(service, asked)
  await replaceKey(db, officer.account_id, at, (client) =>
    client.query(
      `insert into officer_key (id, account_id, public_key, held_by, made_at) values ($1, $2, $3, 'key-service', $4)`,
      [id, officer.account_id, public_key, at.toString()],
    ),
  )
  return id
}

/**
 * Makes a pair and seals its private half under the passphrase; the key's id. A pair that was there is replaced: what
 * was sealed to it stays shut for this officer until an insider seals it anew.
 */
export async function setUpKey(db: Db, account_id: string, passphrase: string, at: Temporal.Instant): Promise<string> {
  const id = uuidv7()
  const pair = newKeyPair()
  const sealed = underPassphrase(pair.private_key, id, passphrase)
  wipe(pair.private_key)
  await replaceKey(db, account_id, at, (client) =>
    client.query(
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
    ),
  )
  return id
}

/** The officer's pair gives way to the one that `insert` writes. */
async function replaceKey(
  db: Db,
  account_id: string,
  at: Temporal.Instant,
  insert: (client: Queryable) => Promise<unknown>,
): Promise<void> {
  await transaction(db, async ({ client }) => {
    await client.query('select from account where id = $1 for update', [account_id])
    await client.query(`delete from session_key where key_id in (select id from officer_key where account_id = $1)`, [
      account_id,
    ])
    await client.query('update officer_key set replaced_at = $2 where account_id = $1 and replaced_at is null', [
      account_id,
      at.toString(),
    ])
    await insert(client)
  })
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
  // A pair whose private half a key service holds opens with no passphrase.
  if (!row || row.salt === null) return null
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
  const cookie = await keepForSession(sql, session.id, opened.key_id, opened.private_key, at)
  closeKey(opened)
  return cookie
}

/**
 * Opens the session of a pair that the key service holds, with the officer's one-time code; null where the pair is not held
 * there. A box of our own shows that the service holds this very pair.
 */
export async function openHeldForSession(
  sql: Queryable,
  service: KeyService,
  session: { id: string; account_id: string },
  token: string,
  at: Temporal.Instant,
): Promise<string | null> {
  const { rows } = await sql.query<{ key_id: string; public_key: Buffer }>(
    'select id as key_id, public_key from officer_key where account_id = $1 and replaced_at is null and held_by is not null',
    [session.account_id],
  )
  const row = rows[0]
  if (!row) return null
  const grant = await openHeldSession(service, { key: row.key_id, session: session.id, token })
  const held = { service, key_id: row.key_id, session_id: session.id, grant }
  const trial = newKey()
  const opened = await openHeld(held, sealTo(trial, row.public_key))
  if (!opened.equals(trial)) failAtService('key-service-wrong')
  wipe(trial, opened)
  return keepForSession(sql, session.id, row.key_id, Buffer.from(grant), at)
}

/** Locks what opens the pair under 32 bytes for the browser's cookie. */
async function keepForSession(
  sql: Queryable,
  session_id: string,
  key_id: string,
  secret: Buffer,
  at: Temporal.Instant,
): Promise<string> {
  const under = newKey()
  const locked = lock(secret, under, ofSession(key_id, session_id))
  await sql.query('delete from session_key where session_id = $1', [session_id])
  await sql.query(
    'insert into session_key (session_id, key_id, nonce, sealed_private, opened_at) values ($1, $2, $3, $4, $5)',
    [session_id, key_id, locked.nonce, locked.content, at.toString()],
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
  service: KeyService | null = null,
): Promise<OpenKey | null> {
  const under = Buffer.from(cookie ?? '', 'base64url')
  if (under.length !== 32) return null
  const { rows } = await sql.query<{
    key_id: string
    public_key: Buffer
    nonce: Buffer
    sealed_private: Buffer
    is_held: boolean
  }>(
    `select k.id as key_id, k.public_key, s.nonce, s.sealed_private, k.held_by is not null as is_held
     from session_key s join officer_key k on k.id = s.key_id and k.replaced_at is null
     join auth_session a on a.id = s.session_id and a.expires_at > now() and a.user_id = k.account_id
     where s.session_id = $1 and k.account_id = $2`,
    [session.id, session.account_id],
  )
  const row = rows[0]
  if (!row) return null
  try {
    const place = ofSession(row.key_id, session.id)
    const secret = unlock({ nonce: row.nonce, content: row.sealed_private }, under, place)
    const { key_id, public_key } = row
    const of = { account_id: session.account_id, key_id, public_key }
    if (!row.is_held) return { ...of, private_key: secret }
    // The service was taken out of the settings: what it holds stays shut.
    if (service === null) return null
    const held = { service, key_id, session_id: session.id, grant: secret.toString('utf8') }
    return { ...of, private_key: none, held }
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
  if (key.private_key.length > 0) wipe(key.private_key)
}

/** The service that holds the pair is told that the session is over. */
export async function endHeld(key: OpenKey): Promise<void> {
  if (key.held) await endHeldSession(key.held)
}

/** How an account stands: no key yet, or since when. Public keys are no secret. */
export async function keyOf(
  sql: Queryable,
  account_id: string,
): Promise<{ key_id: string; made_at: Temporal.Instant; is_held: boolean } | null> {
  const { rows } = await sql.query<{ key_id: string; made_at: Temporal.Instant; is_held: boolean }>(
    'select id as key_id, made_at, held_by is not null as is_held from officer_key where account_id = $1 and replaced_at is null',
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
