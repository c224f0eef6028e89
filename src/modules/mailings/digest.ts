/** The mail of the morning: how much is due, in numbers and one link; of sealed work that there is some, and nothing more. */

import { workingDayAfter } from '../../law/calendar.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { idFrom } from '../../platform/uuid.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { sealedWorkDue } from '../denunciations/word-queries.ts'
import type { MailConfig } from '../notices/notice.ts'
import { viewerOfAccount } from '../people/viewer-of.ts'
import { workCounts } from '../petitions/queries.ts'
import { mailOfficer } from './officer-mail.ts'

/** Working days ahead that count as due soon; as on the worklist. */
const soon_days = 3

interface Addressee {
  account_id: string
  mail: string
  language: Language
}

const addressees = `select id as account_id, mail, language from account
  where mail_confirmed_at is not null and (closed_on is null or closed_on > $1::date)`

/** Mails everybody who wants it, once a working day; whom the server refused is asked for again. */
export async function sendDigests(db: Db, config: MailConfig, moment: Moment = now()): Promise<number> {
  const { calendar } = await countingOf(db.pool)
  if (!calendar.day(moment.on).working) return 0
  const { rows } = await db.pool.query<Addressee>(`${addressees} and wants_digest order by id limit 5000`, [
    moment.on.toString(),
  ])
  let [sent, failed] = [0, 0]
  for (const one of rows) {
    try {
      if (await sendDigest(db, one, config, moment)) sent += 1
    } catch (fault) {
      failed += 1
      await db.pool.query('delete from mail_digest where account_id = $1 and on_day = $2', [
        one.account_id,
        moment.on.toString(),
      ])
      log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a digest was not delivered')
    }
  }
  if (failed > 0) throw new Error(`${failed} digests were not delivered: they are tried again`)
  return sent
}

async function sendDigest(db: Db, one: Addressee, config: MailConfig, moment: Moment): Promise<boolean> {
  const viewer = await viewerOfAccount(db.pool, one.account_id, moment)
  const paragraphs = viewer ? await paragraphsFor(db, viewer, one.language, config) : []
  if (paragraphs.length === 0) return false
  const { rowCount } = await db.pool.query(
    'insert into mail_digest (account_id, on_day) values ($1, $2) on conflict do nothing',
    [one.account_id, moment.on.toString()],
  )
  if (rowCount === 0) return false
  const id = idFrom(one.account_id, `digest/${moment.on}`)
  return mailOfficer({ id, to: one.mail, language: one.language, paragraphs }, config)
}

async function paragraphsFor(db: Db, viewer: Viewer, language: Language, config: MailConfig): Promise<string[]> {
  const { mailings: w } = words(language)
  const { calendar } = await countingOf(db.pool)
  const until = workingDayAfter(viewer.on, soon_days, calendar)
  const { rows } = await db.pool.query<{ mine: number }>(
    'select count(*)::int as mine from work_item where handler_id = $1 and due_on <= $2::date',
    [viewer.account_id, until.toString()],
  )
  const heads = viewer.positions.some((post) => post.kind === 'head')
  const counts = heads ? await workCounts(viewer, db.pool) : { overdue: 0, sign: 0 }
  const lines = [
    ...((rows[0]?.mine ?? 0) > 0 ? [w.mine(rows[0]?.mine ?? 0)] : []),
    ...(counts.overdue > 0 ? [w.overdue(counts.overdue)] : []),
    ...(counts.sign > 0 ? [w.sign(counts.sign)] : []),
  ]
  const open = lines.length > 0 ? [...lines, w.look(`${config.portal}/ban-lam-viec`)] : []
  const sealed = await sealedWorkDue(viewer, db.pool, until)
  return [...open, ...(sealed > 0 ? [w.sealed] : [])]
}

/** An alert that a head is told of at once. */
export interface Alert {
  kind: 'petition' | 'denunciation'
  unit_id: string
  id: string
}

/** Tells the head of the unit; of a sealed record those who settle it and hold its key, and no more than in the morning. */
export async function tellHead(db: Db, alert: Alert, config: MailConfig, moment: Moment = now()): Promise<number> {
  const key =
    alert.kind === 'petition'
      ? '$3::uuid is not null'
      : `exists (select from record_key k join officer_key o on o.id = k.key_id and o.replaced_at is null
           where k.unit_id = $2 and k.record_id = $3 and k.account_id = account.id)`
  const { rows } = await db.pool.query<Addressee>(
    `${addressees} and ${key} and exists (select from position p where p.account_id = account.id and p.kind = 'head' and p.state <> 'void'
       and p.unit_id in (select heirs_of($2, $1::date)) and p.from_on <= $1::date and (p.until_on is null or p.until_on > $1::date))`,
    [moment.on.toString(), alert.unit_id, alert.id],
  )
  for (const { account_id, mail, language } of rows) {
    const { mailings: w } = words(language)
    const link = `${config.portal}/ho-so/${alert.kind}/${alert.unit_id}/${alert.id}`
    const paragraphs = alert.kind === 'petition' ? [w.urgent, w.look(link)] : [w.sealed]
    // Another alert on the same record another day is another mail.
    const id = idFrom(account_id, `alert/${alert.id}/${moment.on}`)
    await mailOfficer({ id, to: mail, language, paragraphs }, config)
  }
  return rows.length
}
