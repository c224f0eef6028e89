/** The job `send-notice`: one notice to one person, at least once, always under the same Message-ID. */
import nodemailer from 'nodemailer'
import { z } from 'zod'
import type { Sql } from '../../platform/actions/action.ts'
import { dayOf } from '../../platform/clock.ts'
import { log } from '../../platform/log.ts'
import type { Language } from '../../ui/words/words.ts'
import { type ComposedMail, composeMail, type MailConfig, type NoticeTemplate, singleAddress } from './notice.ts'
import { type SmsSender, smsText } from './sms.ts'

/** What the job carries: ids only. */
export const sendNoticePayload = z.object({ unit_id: z.uuid(), notice_id: z.uuid() })

/** What sending needs of the world. */
export interface NoticePorts {
  config: MailConfig
  sms: SmsSender
  /** The real clock, for the log. */
  now: () => Temporal.Instant
}

/** What became of a try. `already`: it had been sent, or cannot be. */
export type NoticeOutcome = 'sent' | 'already' | 'no-address' | 'sms-not-configured' | 'refused' | 'failed'

interface Waiting {
  id: string
  template: NoticeTemplate
  record_kind: string
  record_id: string
  attempts: number
}

/**
 * Sends a notice if it still waits. The row stays locked while the mail server is asked, so two workers never send
 * twice; a crash after the server took the mail and before the mark leads to a second mail with the same Message-ID.
 * `failed` is to be tried again. Runs on one connection outside a transaction and makes its own.
 */
export async function sendNotice(
  sql: Sql,
  ids: z.output<typeof sendNoticePayload>,
  ports: NoticePorts,
): Promise<NoticeOutcome> {
  await sql.query('begin')
  try {
    const outcome = await inTransaction(sql, ids, ports)
    await sql.query('commit')
    return outcome
  } catch (fault) {
    await sql.query('rollback').catch(() => undefined)
    throw fault
  }
}

async function inTransaction(
  sql: Sql,
  { unit_id, notice_id }: z.output<typeof sendNoticePayload>,
  ports: NoticePorts,
): Promise<NoticeOutcome> {
  const { rows } = await sql.query<Waiting>(
    `select id, template, record_kind, record_id, attempts from notice
     where unit_id = $1 and id = $2 and sent_at is null and unreachable is null for update`,
    [unit_id, notice_id],
  )
  const notice = rows[0]
  if (!notice) return 'already'
  const address = await addressOf(sql, unit_id, notice)
  const mail = singleAddress(address.mail)
  if (mail) return byMail(sql, unit_id, notice, composeMail(notice, mail, address.language, ports.config), ports)
  if (address.phone) return bySms(sql, unit_id, notice, address.phone, address.language, ports)
  return mark(sql, unit_id, notice, ports, { channel: null, outcome: 'no-address' })
}

/** The address as it stands now: corrected since, or erased, counts. */
async function addressOf(sql: Sql, unit_id: string, notice: Waiting) {
  const { rows } = await sql.query<{ mail: string | null; phone: string | null; language: string }>(
    'select mail, phone, language from notice_address where unit_id = $1 and record_kind = $2 and record_id = $3',
    [unit_id, notice.record_kind, notice.record_id],
  )
  const language: Language = rows[0]?.language === 'en' ? 'en' : 'vi'
  return { mail: rows[0]?.mail ?? null, phone: rows[0]?.phone ?? null, language }
}

async function byMail(
  sql: Sql,
  unit_id: string,
  notice: Waiting,
  mail: ComposedMail,
  ports: NoticePorts,
): Promise<NoticeOutcome> {
  const { smtp_url } = ports.config
  if (!smtp_url) throw new Error('GANDAN_SMTP_URL is not set: the notice waits')
  const transport = nodemailer.createTransport({
    url: smtp_url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  try {
    await transport.sendMail({ ...mail, headers: { ...mail.headers } })
    return await mark(sql, unit_id, notice, ports, { channel: 'mail', outcome: 'sent', message_id: mail.messageId })
  } catch (fault) {
    // A fault of ours or of the database is no answer of a mail server: it rolls back and is tried again.
    if (!isMailFault(fault)) throw fault
    const reply_code = fault.responseCode ?? null
    // 5xx for the recipient is final; everything else may pass.
    const outcome = fault.code === 'EENVELOPE' && reply_code !== null && reply_code >= 500 ? 'refused' : 'failed'
    log.warn({ notice_id: notice.id, smtp: fault.code, reply_code }, 'a notice was not delivered')
    return await mark(sql, unit_id, notice, ports, { channel: 'mail', outcome, reply_code, message_id: mail.messageId })
  } finally {
    transport.close()
  }
}

interface MailFault {
  code: string
  responseCode?: number
}

function isMailFault(fault: unknown): fault is MailFault {
  const codes = [
    'ECONNECTION',
    'ETIMEDOUT',
    'ESOCKET',
    'EDNS',
    'ETLS',
    'EAUTH',
    'EENVELOPE',
    'EMESSAGE',
    'EPROTOCOL',
    'ESTREAM',
    'ECONNREFUSED',
    'ECONNRESET',
  ]
  return (
    fault instanceof Error &&
    'code' in fault &&
    typeof fault.code === 'string' &&
    codes.includes(fault.code) &&
    !('severity' in fault)
  )
}

async function bySms(
  sql: Sql,
  unit_id: string,
  notice: Waiting,
  phone: string,
  language: Language,
  ports: NoticePorts,
): Promise<NoticeOutcome> {
  const on = dayOf(ports.now())
  const { rows } = await sql.query<{ name: string }>(
    'select name from unit_period where unit_id = $1 and valid @> $2::date',
    [unit_id, on.toString()],
  )
  const said = await ports.sms.send(phone, smsText(notice.template, language, on, rows[0]?.name ?? ''))
  const outcome = said === 'sent' ? 'sent' : 'sms-not-configured'
  return mark(sql, unit_id, notice, ports, { channel: 'sms', outcome })
}

interface Mark {
  channel: 'mail' | 'sms' | null
  outcome: Exclude<NoticeOutcome, 'already'>
  message_id?: string
  reply_code?: number | null
}

async function mark(
  sql: Sql,
  unit_id: string,
  notice: Waiting,
  ports: NoticePorts,
  done: Mark,
): Promise<NoticeOutcome> {
  const at = ports.now().toString()
  const final = done.outcome === 'sent' || done.outcome === 'failed' ? null : done.outcome
  await sql.query(
    `update notice set attempts = attempts + 1, channel = $3, message_id = coalesce($4, message_id),
       sent_at = case when $5 then $6::timestamptz end, unreachable = $7
     where unit_id = $1 and id = $2`,
    [unit_id, notice.id, done.channel, done.message_id ?? null, done.outcome === 'sent', at, final],
  )
  await sql.query(
    `insert into delivery (unit_id, notice_id, attempt, at, channel, outcome, reply_code) values ($1, $2, $3, $4, $5, $6, $7)`,
    [unit_id, notice.id, notice.attempts + 1, at, done.channel ?? 'none', done.outcome, done.reply_code ?? null],
  )
  return done.outcome
}
