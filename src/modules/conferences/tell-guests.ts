/**
 * Word by mail: invited, moved, cancelled, another online room. To the officers of invited units; that it moved or is not held
 * also to units asked for a paper and to authors. Whoever has no confirmed address has the letter.
 */
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
import type { Author } from './paper.ts'
import { papersPath } from './paper-addresses.ts'

/** What there is to tell. */
export const guestNews = ['invited', 'moved', 'cancelled', 'online'] as const
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
  const invited = told.flatMap((one) => one.unit_id ?? [])
  const ofPapers = asked.what === 'moved' || asked.what === 'cancelled' ? await unitsOfPapers(db, row) : noPapers
  const found = await db.pool.query<Addressee>(addresseesSql, [
    [...new Set([...invited, ...ofPapers.unit_ids])],
    deskKinds,
    on.toString(),
  ])
  const officers = found.rows.map(({ account_id, mail, language, unit_id }): Told => {
    const { mail: w } = words(language).conferences
    const link = `${config.portal}${invited.includes(unit_id) ? meetingPath(row) : papersPath}`
    const look = asked.what === 'invited' ? w.look(link) : w.see(link)
    const until = asked.what === 'invited' && row.answer_by ? [w.answer_by(shortDay(row.answer_by))] : []
    return { of: account_id, mail, language, more: [...until, look] }
  })
  const known = new Set(officers.map((one) => one.mail.toLowerCase()))
  const authors = [...ofPapers.authors].filter(([mail]) => !known.has(mail.toLowerCase()))
  const { mail: w } = words('vi').conferences
  const written = authors.map(([mail, paper]): Told => {
    const more = [w.your_paper(paper.title), w.see(`${config.portal}/tra-cuu`)]
    return { of: paper.id, mail, language: 'vi', more, ends: w.no_reply }
  })
  return send([...officers, ...written], row, asked, config)
}

interface Told {
  /** Whose id gives the mail its own. */
  of: string
  mail: string
  language: Language
  more: readonly string[]
  ends?: string
}

/** Resolves to how many were written to; throws where some could not be, so that the job is tried again. */
async function send(
  told: readonly Told[],
  row: MeetingRow,
  asked: z.output<typeof tellGuestsPayload>,
  config: MailConfig,
): Promise<number> {
  let failed = 0
  for (const { of, mail, language, more, ends } of told) {
    const { mail: w } = words(language).conferences
    const paragraphs = [w[asked.what](row.title, shortDay(row.held_on), row.starts), ...more]
    const id = idFrom(of, `meeting/${row.id}/${asked.what}/${asked.revision}/${ends === undefined ? '' : mail}`)
    try {
      await mailOfficer({ id, to: mail, language, paragraphs, ...(ends === undefined ? {} : { ends }) }, config)
    } catch (fault) {
      failed += 1
      log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'word of a meeting was not delivered')
    }
  }
  if (failed > 0) throw new Error(`${failed} mails about a meeting were not delivered: they are tried again`)
  return told.length
}

interface OfPapers {
  unit_ids: readonly string[]
  /** By mail address: the first paper of that author. */
  authors: ReadonlyMap<string, { id: string; title: string }>
}

const noPapers: OfPapers = { unit_ids: [], authors: new Map() }

/** Units that were asked for a paper or sent one, and the addresses that authors left; withdrawn and declined papers aside. */
async function unitsOfPapers(db: Db, row: Pick<MeetingRow, 'unit_id' | 'id'>): Promise<OfPapers> {
  const key = [row.unit_id, row.id]
  const topics = await db.pool.query<{ asked_unit_ids: readonly string[] }>(
    `select asked_unit_ids from topic where unit_id = $1 and meeting_id = $2 and state = 'commissioned'`,
    key,
  )
  const papers = await db.pool.query<{
    id: string
    title: string
    authors: readonly Author[]
    from_unit_ids: readonly string[]
  }>(
    `select id, title, authors, from_unit_ids from paper
     where unit_id = $1 and meeting_id = $2 and state not in ('withdrawn', 'declined') order by id limit 1000`,
    key,
  )
  const addresses = papers.rows.flatMap(({ id, title, authors }) =>
    authors.flatMap((one) => (one.mail === null ? [] : [[one.mail, { id, title }] as const])),
  )
  return {
    unit_ids: [...topics.rows.flatMap((one) => one.asked_unit_ids), ...papers.rows.flatMap((one) => one.from_unit_ids)],
    authors: new Map(addresses.toReversed()),
  }
}
