/** Accounts: made by an administrator with a one-time password, closed when somebody leaves for good. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import { type Db, transaction } from '../../platform/database.ts'
import type { FieldMeta } from '../../platform/input.ts'
import { hashPassword, oneTimePassword } from '../../platform/password.ts'
import { foldMarks, sortKey } from '../../platform/text.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { givePositionAction } from './give-position.ts'
import type { PositionKind } from './position.ts'
import { tidySignInName } from './sign-in.ts'

/** Days within which a handed-out password must be used. */
const oneTimeFor_days = 7

/** The field of a sign-in name: 3 to 40 plain letters, digits, dots, hyphens. */
export function signInName() {
  return z
    .string()
    .transform(tidySignInName)
    .refine((name) => /^[a-z0-9][a-z0-9._-]{2,39}$/.test(name), { error: 'sign-in-name-is-not-plain' })
    .meta({ field: 'text', autocomplete: 'off', width: 20, maxLength: 40 } satisfies FieldMeta)
}

/** What an account is made from. */
export interface AccountWanted {
  id?: string
  name: string
  sign_in_name: string
  language?: 'vi' | 'en'
  /** A password the person keeps; absent: a one-time password is made, to be changed at the first sign-in. */
  password?: string
  /** A hash made before, for many accounts of a demonstration that share a password. */
  password_hash?: string
}

/** The account's id, and the one-time password where one was made: shown once, kept nowhere. */
export interface AccountMade {
  id: string
  one_time_password: string | null
}

/** Makes an account and its credential in one transaction. Repeated with the same id it changes nothing. */
export async function createAccount(db: Db, wanted: AccountWanted, at = Temporal.Now.instant()): Promise<AccountMade> {
  const id = wanted.id ?? uuidv7()
  const given = wanted.password ?? null
  const fresh = given === null && wanted.password_hash === undefined ? oneTimePassword() : null
  const hash = wanted.password_hash ?? (await hashPassword(given ?? fresh ?? ''))
  const until = fresh === null ? null : at.add({ hours: oneTimeFor_days * 24 }).toString()
  const made = await transaction(db, async ({ client }) => {
    const inserted = await client.query(
      `insert into account (id, name, name_folded, sort_key, sign_in_name, language, temporary_password_until)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
      [
        id,
        wanted.name,
        foldMarks(wanted.name),
        sortKey(wanted.name),
        wanted.sign_in_name,
        wanted.language ?? 'vi',
        until,
      ],
    )
    if (inserted.rows.length === 0) return false
    await client.query(
      `insert into auth_user (id, name, email, username, display_username) values ($1, $2, $3, $4, $4)`,
      [id, wanted.name, `${wanted.sign_in_name}@gandan.invalid`, wanted.sign_in_name],
    )
    await client.query(
      `insert into auth_account (id, user_id, account_id, provider_id, password) values ($1, $2, $3, 'credential', $4)`,
      [uuidv7(), id, id, hash],
    )
    return true
  }).catch((fault: unknown) => {
    if (fault instanceof Error && 'constraint' in fault && fault.constraint === 'sign_in_name_is_taken_once')
      throw new WrongInput([{ field: 'sign_in_name', code: 'sign-in-name-is-taken' }])
    throw fault
  })
  return { id, one_time_password: made ? fresh : null }
}

/** Replaces the password by a one-time password and ends all sessions. Who may is judged by the action `renew-password`. */
export async function handOutPassword(db: Db, account_id: string, at = Temporal.Now.instant()): Promise<string> {
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  const until = at.add({ hours: oneTimeFor_days * 24 }).toString()
  await transaction(db, async ({ client }) => {
    await client.query('update account set temporary_password_until = $2 where id = $1', [account_id, until])
    await client.query(
      `update auth_account set password = $2, updated_at = now() where user_id = $1 and provider_id = 'credential'`,
      [account_id, hash],
    )
    await client.query('delete from auth_session where user_id = $1', [account_id])
  })
  return password
}

/** Closes an account from a day on and ends its sessions. */
export async function closeAccount(db: Db, account_id: string, closed_on: Temporal.PlainDate): Promise<void> {
  await transaction(db, async ({ client }) => {
    await client.query('update account set closed_on = $2 where id = $1', [account_id, closed_on.toString()])
    await client.query('delete from auth_session where user_id = $1', [account_id])
  })
}

/** A position as the program itself gives it: the first administrator, demonstration data, tests. */
export interface PositionWanted {
  id?: string
  account_id: string
  unit_id: string
  kind: PositionKind
  title?: string
  from_on: Temporal.PlainDate | string
  until_on?: Temporal.PlainDate | string
  document?: string
}

/** Gives a position through `perform`, by the program; the position's id. */
export async function givePosition(db: Db, wanted: PositionWanted, moment: Moment = now()): Promise<string> {
  const { id = uuidv7(), unit_id, title = wanted.kind, ...input } = wanted
  const viewer = clockViewer(moment.on)
  await perform(db, givePositionAction, { viewer, unit_id, id, input: { ...input, title }, moment })
  return id
}
