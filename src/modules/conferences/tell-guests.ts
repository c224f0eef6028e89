/** Word to the officers of invited units by mail: invited, moved, cancelled. Whoever has no confirmed address has the letter. */
import { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { idFrom } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { mailOfficer } from '../mailings/officer-mail.ts'
import type { MailConfig } from '../notices/notice.ts'
import { meetingPath } from './addresses.ts'
import { deskKinds, type MeetingRow } from './meeting.ts'

/** What there is to tell. */
export const guestNews = ['invited', 'moved', 'cancelled'] as const
type News = (typeof guestNews)[number]

/** Name of the job. */
export const tellGuestsTask = 'tell-meeting-guests'

/** Its payload: ids, what happened, and with which revision. */
export const tellGuestsPayload = z.object({
  unit_id: z.uuid(),
  id: z.uuid(),
  what: z.enum(guestNews),
  revision: z.int(),
})

/** The job as a decision asks for it. */
export function tellGuests(of: { unit_id: string; id: string }, what: News, revision: number) {
  return { task: tellGuestsTask, payload: { unit_id: of.unit_id, id: of.id, what, revision } } as const
}

interface Addressee {
  account_id: string
  mail: string
  language: Language
  unit_id: string
}

const addresseesSql = `select distinct on (a.id) a.id as account_id, a.mail, a.language, p.unit_id
  from position p join account a on a.id = p.account_id
  where p.unit_id = any($1::uuid[]) and p.kind = any($2::text[]) and p.state <> 'void'
    and p.from_on <= $3::date and (p.until_on is null or p.until_on > $3::date)
    and a.mail_confirmed_at is not null and (a.closed_on is null or a.closed_on > $3::date)
  order by a.id limit 5000`

/** Sends one mail to each officer at the desks of the units concerned; the same word has the same id, so that twice is shown once. */
export async function sendGuestMail(
  db: Db,
  asked: z.output<typeof tellGuestsPayload>,
  config: MailConfig,
  on: Temporal.PlainDate,
): Promise<number> {
  const { rows } = await db.pool.query<MeetingRow>('select * from meeting where unit_id = $1 and id = $2', [
    asked.unit_id,
    asked.id,
  ])
  const row = rows[0]
  if (!row) return 0
  const told = row.invited.filter(
    (one) =>
      one.unit_id !== null &&
      one.withdrawn_on === null &&
      one.invited_on !== null &&
      (asked.what !== 'invited' || one.answer === null),
  )
  const found = await db.pool.query<Addressee>(addresseesSql, [
    told.map((one) => one.unit_id),
    deskKinds,
    on.toString(),
  ])
  let failed = 0
  for (const { account_id, mail, language } of found.rows) {
    const { mail: w } = words(language).conferences
    const paragraphs = [
      w[asked.what](row.title, shortDay(row.held_on), row.starts),
      ...(asked.what === 'invited' && row.answer_by ? [w.answer_by(shortDay(row.answer_by))] : []),
      w.look(`${config.portal}${meetingPath(row)}`),
    ]
    const id = idFrom(account_id, `meeting/${row.id}/${asked.what}/${asked.revision}`)
    try {
      await mailOfficer({ id, to: mail, language, paragraphs }, config)
    } catch (fault) {
      failed += 1
      log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'word of a meeting was not delivered')
    }
  }
  if (failed > 0) throw new Error(`${failed} mails about a meeting were not delivered: they are tried again`)
  return found.rows.length
}
