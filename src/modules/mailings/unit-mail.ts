/** Mail of the morning to units: one mail a unit and day, kept with what became of it. Each table of such mails is its module's. */
import type { Calendar } from '../../law/calendar.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { idFrom } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { type MailConfig, messageIdOf, singleAddress } from '../notices/notice.ts'
import { mailOfficer } from './officer-mail.ts'

/** Working days between the first reminder and the due day. */
const ahead_days = 3

/** Due days of which a unit is reminded today. Rest days count with the working day before them. */
export function remindedDays(calendar: Calendar, on: Temporal.PlainDate): Temporal.PlainDate[] {
  if (!calendar.day(on).working) return []
  const days = [on]
  for (let day = on.subtract({ days: 1 }); ; day = day.subtract({ days: 1 })) {
    days.push(day)
    if (calendar.day(day).working) break
  }
  let working = 0
  for (let day = on.add({ days: 1 }); working < ahead_days + 1; day = day.add({ days: 1 })) {
    if (calendar.day(day).working) working += 1
    if (working === ahead_days) days.push(day)
  }
  return days
}

/** What a round came to. */
export interface UnitRound {
  sent: number
  failed: number
  no_address: number
}

/** One unit's mail: what it says, and what of it is counted in the table's own columns. */
export interface UnitMail {
  unit_id: string
  paragraphs: readonly string[]
  counts: Readonly<Record<string, number>>
}

/** Whose mails these are: the table that keeps them, and what they are called in the log. */
export interface UnitMailKind {
  table: 'topic_mail' | 'plan_mail'
  /** Begins the id of each mail, so that a repeated one is shown once. */
  id: string
  what: string
}

/** Sends the mails of the day; a unit that was told today is not told twice. Throws where one was not delivered. */
export async function sendUnitMails(
  { table, id: name, what }: UnitMailKind,
  { worker, config, moment }: { worker: Db; config: MailConfig; moment: Moment },
  mails: readonly UnitMail[],
): Promise<UnitRound> {
  const round = { sent: 0, failed: 0, no_address: 0 }
  const day = moment.on.toString()
  const { rows: told } = await worker.pool.query<{ unit_id: string }>(
    `select unit_id from ${table} where on_day = $1 and outcome <> 'failed'`,
    [day],
  )
  const done = new Set(told.map((one) => one.unit_id))
  for (const { unit_id, paragraphs, counts } of mails) {
    if (done.has(unit_id)) continue
    const { rows } = await worker.pool.query<{ mail: string }>('select mail from unit_mail where unit_id = $1', [
      unit_id,
    ])
    const to = singleAddress(rows[0]?.mail ?? null)
    const id = idFrom(unit_id, `${name}/${day}`)
    const outcome = to === null ? 'no-address' : await send(config, { to, id, paragraphs }, what)
    const message_id = to === null ? null : messageIdOf(id, config.from)
    const columns = Object.keys(counts)
    await worker.pool.query(
      `insert into ${table} (unit_id, on_day, outcome, message_id, at, ${columns.join(', ')})
       values ($1, $2, $3, $4, $5, ${columns.map((_, index) => `$${index + 6}`).join(', ')})
       on conflict (unit_id, on_day) do update set outcome = excluded.outcome, at = excluded.at,
         ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      [unit_id, day, outcome, message_id, moment.at.toString(), ...Object.values(counts)],
    )
    round[outcome === 'no-address' ? 'no_address' : outcome] += 1
  }
  if (round.failed > 0) throw new Error(`${round.failed} reminders of ${what} were not delivered: they are tried again`)
  return round
}

async function send(
  config: MailConfig,
  mail: { to: string; id: string; paragraphs: readonly string[] },
  what: string,
): Promise<'sent' | 'failed'> {
  try {
    const ends = words('vi').returns.mail.no_reply
    return (await mailOfficer({ ...mail, language: 'vi', ends }, config)) ? 'sent' : 'failed'
  } catch (fault) {
    log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, `a reminder of ${what} was not delivered`)
    return 'failed'
  }
}
