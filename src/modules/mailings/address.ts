/** An officer's own mail address: asked for, confirmed by a code that was mailed to it, given up. */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Queryable } from '../../platform/database.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { Language } from '../../ui/words/words.ts'
import { words } from '../../ui/words/words.ts'
import type { MailConfig } from '../notices/notice.ts'
import { mailOfficer } from './officer-mail.ts'

/** How long a code counts. */
export const codeMinutes = 30

/** How an officer's address stands. */
export interface OwnMail {
  /** Confirmed; null where there is none. */
  mail: string | null
  /** Waits for its code. */
  waiting: string | null
  wants_digest: boolean
}

/** The viewer's own. */
export async function ownMail(viewer: Viewer, sql: Queryable, at: Temporal.Instant): Promise<OwnMail> {
  const { rows } = await sql.query<OwnMail>(
    `select case when a.mail_confirmed_at is not null then a.mail end as mail, c.mail as waiting, a.wants_digest
     from account a left join mail_code c on c.account_id = a.id and c.until_at > $2 where a.id = $1`,
    [viewer.account_id, at.toString()],
  )
  return rows[0] ?? { mail: null, waiting: null, wants_digest: true }
}

const hashOf = (secret: string, account_id: string, mail: string, code: string) =>
  createHmac('sha256', secret).update(`mail ${account_id} ${mail} ${code}`).digest()

/** Mails a code to an address; false where no mail server is set. The address counts for nothing yet. */
export async function askAddress(
  sql: Queryable,
  about: { account_id: string; mail: string; language: Language; secret: string; at: Temporal.Instant },
  config: MailConfig,
): Promise<boolean> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const { mailings } = words(about.language)
  const paragraphs = [mailings.code(code, codeMinutes)]
  if (!(await mailOfficer({ id: uuidv7(), to: about.mail, language: about.language, paragraphs }, config))) return false
  await sql.query(
    `insert into mail_code (account_id, mail, code_hash, until_at) values ($1, $2, $3, $4)
     on conflict (account_id) do update set mail = excluded.mail, code_hash = excluded.code_hash, until_at = excluded.until_at`,
    [
      about.account_id,
      about.mail,
      hashOf(about.secret, about.account_id, about.mail, code),
      about.at.add({ minutes: codeMinutes }).toString(),
    ],
  )
  return true
}

/** Takes the code; false where it is wrong or too old. */
export async function confirmAddress(
  sql: Queryable,
  about: { account_id: string; code: string; secret: string; at: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql.query<{ mail: string; code_hash: Buffer }>(
    'select mail, code_hash from mail_code where account_id = $1 and until_at > $2',
    [about.account_id, about.at.toString()],
  )
  const waiting = rows[0]
  if (!waiting) return false
  const hash = hashOf(about.secret, about.account_id, waiting.mail, about.code.replace(/\s/g, ''))
  if (!timingSafeEqual(hash, waiting.code_hash)) return false
  await sql.query('update account set mail = $2, mail_confirmed_at = $3 where id = $1', [
    about.account_id,
    waiting.mail,
    about.at.toString(),
  ])
  await sql.query('delete from mail_code where account_id = $1', [about.account_id])
  return true
}

/** Nothing is mailed any more. */
export async function dropAddress(sql: Queryable, account_id: string): Promise<void> {
  await sql.query('update account set mail = null, mail_confirmed_at = null where id = $1', [account_id])
  await sql.query('delete from mail_code where account_id = $1', [account_id])
}

/** With or without the mail of the morning; what is urgent comes all the same. */
export async function wantDigest(sql: Queryable, account_id: string, wants: boolean): Promise<void> {
  await sql.query('update account set wants_digest = $2 where id = $1', [account_id, wants])
}
