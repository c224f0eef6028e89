/**
 * Reminders of papers and invitations: at 08:00 of a working day one mail a unit with everything it has not sent or answered,
 * three working days before the due day and on it; of papers on the working day after it too.
 */
import type { Calendar } from '../../law/calendar.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { idFrom } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { mailOfficer } from '../mailings/officer-mail.ts'
import { type MailConfig, messageIdOf, singleAddress } from '../notices/notice.ts'
import { meetingsPath } from './addresses.ts'
import { papersPath } from './paper-addresses.ts'
import { type OwedPaper, owedBetween } from './paper-queries.ts'
import { type DueInvitation, invitationsDue } from './queries.ts'

/** The task of the morning. */
export const topicDigestTask = 'remind-papers'

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
export interface TopicRound {
  sent: number
  failed: number
  no_address: number
}

/** Sends the mails of the day; a unit that was told today is not told twice. */
export async function sendTopicDigests({
  app,
  worker,
  config,
  moment,
}: {
  app: Db
  worker: Db
  config: MailConfig
  moment: Moment
}): Promise<TopicRound> {
  const round = { sent: 0, failed: 0, no_address: 0 }
  const { calendar } = await countingOf(app.pool)
  const days = remindedDays(calendar, moment.on)
  if (days.length === 0) return round
  const clock = clockViewer(moment.on)
  const papersOf = Map.groupBy(await owedBetween(clock, app.pool, days), (one) => one.asked_id)
  const ahead = days.filter((one) => Temporal.PlainDate.compare(one, moment.on) >= 0)
  const invitationsOf = Map.groupBy(await invitationsDue(clock, app.pool, ahead), (one) => one.asked_id)
  const day = moment.on.toString()
  for (const unit_id of new Set([...papersOf.keys(), ...invitationsOf.keys()])) {
    const owed = { papers: papersOf.get(unit_id) ?? [], invitations: invitationsOf.get(unit_id) ?? [] }
    const { rows: told } = await worker.pool.query(
      `select from topic_mail where unit_id = $1 and on_day = $2 and outcome <> 'failed'`,
      [unit_id, day],
    )
    if (told.length > 0) continue
    const { rows } = await worker.pool.query<{ mail: string }>('select mail from unit_mail where unit_id = $1', [
      unit_id,
    ])
    const to = singleAddress(rows[0]?.mail ?? null)
    const id = idFrom(unit_id, `topic-mail/${day}`)
    const outcome = to === null ? 'no-address' : await send(config, to, id, owed, moment.on)
    await worker.pool.query(
      `insert into topic_mail (unit_id, on_day, topics, invitations, outcome, message_id, at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (unit_id, on_day) do update set outcome = excluded.outcome, topics = excluded.topics,
         invitations = excluded.invitations, at = excluded.at`,
      [
        unit_id,
        day,
        owed.papers.length,
        owed.invitations.length,
        outcome,
        to === null ? null : messageIdOf(id, config.from),
        moment.at.toString(),
      ],
    )
    round[outcome === 'no-address' ? 'no_address' : outcome] += 1
  }
  if (round.failed > 0) throw new Error(`${round.failed} reminders of papers were not delivered: they are tried again`)
  return round
}

async function send(
  config: MailConfig,
  to: string,
  id: string,
  { papers, invitations }: { papers: readonly OwedPaper[]; invitations: readonly DueInvitation[] },
  on: Temporal.PlainDate,
): Promise<'sent' | 'failed'> {
  const { mail } = words('vi').conferences.papers
  const lines = papers.map((one) => {
    const say = Temporal.PlainDate.compare(one.due_on, on) < 0 ? mail.late : mail.line
    return say(one.title, one.meeting, shortDay(one.due_on))
  })
  const invited = invitations.map((one) => mail.invitation(one.title, shortDay(one.held_on), shortDay(one.answer_by)))
  const ofPapers =
    lines.length === 0 ? [] : [mail.greeting, lines.join('\n'), mail.where(`${config.portal}${papersPath}`)]
  const greeting = lines.length === 0 ? mail.greeting_invited : mail.and_invited
  const ofInvitations =
    invited.length === 0 ? [] : [greeting, invited.join('\n'), mail.answer_at(`${config.portal}${meetingsPath}`)]
  const paragraphs = [...ofPapers, ...ofInvitations]
  try {
    return (await mailOfficer({ id, to, language: 'vi', paragraphs, ends: words('vi').returns.mail.no_reply }, config))
      ? 'sent'
      : 'failed'
  } catch (fault) {
    log.warn(
      { fault: fault instanceof Error ? fault.name : 'unknown' },
      'a reminder of papers or invitations was not delivered',
    )
    return 'failed'
  }
}
