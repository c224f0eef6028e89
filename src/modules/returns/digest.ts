/**
 * The daily mails about returns that are owed: at 08:00 of a working day, one mail a unit with everything it owes to whoever
 * reminded it. A mail names forms and days, never a figure.
 */
import nodemailer from 'nodemailer'
import { type Period, readPeriod } from '../../law/report-periods.ts'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { idFrom } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { type MailConfig, messageIdOf, singleAddress } from '../notices/notice.ts'
import { type Owed, owedUnder } from './queries.ts'
import { sendReminder } from './send-reminder.ts'

/** What sending needs of the world. */
export interface DigestPorts {
  app: Db
  worker: Db
  config: MailConfig
  moment: Moment
}

/** What a round came to: mails by outcome, and reminders that are done. */
export interface DigestRound {
  sent: number
  failed: number
  no_address: number
  reminders: number
}

interface Waiting {
  unit_id: string
  id: string
  root_id: string
  period: string
}

/** One thing a unit owes. */
interface Debt {
  owed: Owed
  period: Period
}

/** Most reminders of one round. */
const remindersMax = 2000

/** Sends the day's mails. On a day that is no working day, and where nobody reminded, nothing happens. */
export async function sendDigests(ports: DigestPorts): Promise<DigestRound> {
  const round: DigestRound = { sent: 0, failed: 0, no_address: 0, reminders: 0 }
  const { app, moment } = ports
  const { calendar } = await countingOf(app.pool)
  if (!calendar.day(moment.on).working) return round
  const { rows: waiting } = await app.pool.query<Waiting>(
    `select unit_id, id, root_id, period from return_reminder where state = 'asked' order by asked_on, id limit ${remindersMax}`,
  )
  for (const [unit_id, debts] of await debtsOf(app, waiting, moment.on)) {
    const outcome = await tell(ports, unit_id, debts)
    if (outcome === 'sent') round.sent += 1
    if (outcome === 'failed') round.failed += 1
    if (outcome === 'no-address') round.no_address += 1
  }
  // What failed is tried again in the next round, under the same Message-ID.
  if (round.failed > 0) return round
  for (const one of waiting) round.reminders += await done(app, one, moment)
  return round
}

async function debtsOf(app: Db, waiting: readonly Waiting[], on: Temporal.PlainDate): Promise<Map<string, Debt[]>> {
  const debts = new Map<string, Debt[]>()
  const seen = new Set<string>()
  for (const { root_id, period: id } of waiting) {
    const period = readPeriod(id)
    if (!period || seen.has(`${root_id} ${id}`)) continue
    seen.add(`${root_id} ${id}`)
    for (const owed of await owedUnder(clockViewer(on), app.pool, root_id, period, on))
      if (!owed.handed_in && owed.due_on !== null)
        debts.set(owed.unit_id, [...(debts.get(owed.unit_id) ?? []), { owed, period }])
  }
  return debts
}

const contactSql = `
select mail from report_contact where unit_id in (select heirs_of($1, $2::date)) order by created_at desc, id desc limit 1`

async function tell(ports: DigestPorts, unit_id: string, debts: readonly Debt[]) {
  const { app, worker, config, moment } = ports
  const day = moment.on.toString()
  const { rows: told } = await worker.pool.query<{ outcome: string }>(
    'select outcome from return_mail where unit_id = $1 and on_day = $2',
    [unit_id, day],
  )
  if (told[0] && told[0].outcome !== 'failed') return 'already'
  const { rows } = await app.pool.query<{ mail: string }>(contactSql, [unit_id, day])
  const to = singleAddress(rows[0]?.mail ?? null)
  const message_id = messageIdOf(idFrom(unit_id, `return-mail/${day}`), config.from)
  const outcome = to === null ? 'no-address' : await send(config, to, message_id, debts)
  await worker.pool.query(
    `insert into return_mail (unit_id, on_day, forms, outcome, message_id, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (unit_id, on_day) do update set outcome = excluded.outcome, forms = excluded.forms, at = excluded.at`,
    [unit_id, day, debts.length, outcome, to === null ? null : message_id, moment.at.toString()],
  )
  return outcome
}

/** The text of the mail: forms, periods and days; no figure and no name of a person. */
export function digestText(debts: readonly Debt[], portal: string): string {
  const { returns, reports } = words('vi')
  const lines = debts.map(({ owed, period }) =>
    returns.mail.line(
      owed.form.code,
      reports.periods[period.kind](period.year),
      owed.due_on ? shortDay(owed.due_on) : '',
      owed.days_late,
    ),
  )
  return [
    returns.mail.greeting,
    lines.join('\n'),
    returns.mail.where(`${portal}/bao-cao/nop`),
    returns.mail.no_reply,
  ].join('\n\n')
}

async function send(config: MailConfig, to: string, messageId: string, debts: readonly Debt[]) {
  const { smtp_url } = config
  if (!smtp_url) throw new Error('GANDAN_SMTP_URL is not set: the reminders wait')
  const transport = nodemailer.createTransport({ url: smtp_url, connectionTimeout: 10_000, socketTimeout: 20_000 })
  try {
    await transport.sendMail({
      from: { name: 'Gần Dân', address: config.from },
      to,
      subject: words('vi').returns.mail.subject,
      text: digestText(debts, config.portal),
      textEncoding: 'base64',
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'vi' },
      disableUrlAccess: true,
      disableFileAccess: true,
    })
    return 'sent' as const
  } catch (fault) {
    const refused =
      fault instanceof Error &&
      'code' in fault &&
      fault.code === 'EENVELOPE' &&
      'responseCode' in fault &&
      Number(fault.responseCode) >= 500
    log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a reminder of returns was not delivered')
    return refused ? ('refused' as const) : ('failed' as const)
  } finally {
    transport.close()
  }
}

async function done(app: Db, { unit_id, id }: Waiting, moment: Moment): Promise<number> {
  try {
    await perform(app, sendReminder, { viewer: clockViewer(moment.on), unit_id, id, input: {}, moment })
    return 1
  } catch (fault) {
    if (fault instanceof NotOpen || fault instanceof Stale) return 0
    throw fault
  }
}
