/**
 * Reminders of papers and invitations: at 08:00 of a working day one mail a unit with everything it has not sent or answered,
 * three working days before the due day and on it; of papers on the working day after it too.
 */
import { clockViewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { remindedDays, sendUnitMails, type UnitRound } from '../mailings/unit-mail.ts'
import type { MailConfig } from '../notices/notice.ts'
import { meetingsPath } from './addresses.ts'
import { papersPath } from './paper-addresses.ts'
import { type OwedPaper, owedBetween } from './paper-queries.ts'
import { type DueInvitation, invitationsDue } from './queries.ts'

/** The task of the morning. */
export const topicDigestTask = 'remind-papers'

/** Sends the mails of the day; a unit that was told today is not told twice. */
export async function sendTopicDigests(ports: {
  app: Db
  worker: Db
  config: MailConfig
  moment: Moment
}): Promise<UnitRound> {
  const { app, config, moment } = ports
  const { calendar } = await countingOf(app.pool)
  const days = remindedDays(calendar, moment.on)
  if (days.length === 0) return { sent: 0, failed: 0, no_address: 0 }
  const clock = clockViewer(moment.on)
  const papersOf = Map.groupBy(await owedBetween(clock, app.pool, days), (one) => one.asked_id)
  const ahead = days.filter((one) => Temporal.PlainDate.compare(one, moment.on) >= 0)
  const invitationsOf = Map.groupBy(await invitationsDue(clock, app.pool, ahead), (one) => one.asked_id)
  const mails = [...new Set([...papersOf.keys(), ...invitationsOf.keys()])].map((unit_id) => {
    const owed = { papers: papersOf.get(unit_id) ?? [], invitations: invitationsOf.get(unit_id) ?? [] }
    const counts = { topics: owed.papers.length, invitations: owed.invitations.length }
    return { unit_id, counts, paragraphs: paragraphsOf(owed, config.portal, moment.on) }
  })
  return sendUnitMails({ table: 'topic_mail', id: 'topic-mail', what: 'papers or invitations' }, ports, mails)
}

/** Titles, days and links; nothing of what a paper says. */
function paragraphsOf(
  { papers, invitations }: { papers: readonly OwedPaper[]; invitations: readonly DueInvitation[] },
  portal: string,
  on: Temporal.PlainDate,
): string[] {
  const { mail } = words('vi').conferences.papers
  const lines = papers.map((one) => {
    const say = Temporal.PlainDate.compare(one.due_on, on) < 0 ? mail.late : mail.line
    return say(one.title, one.meeting, shortDay(one.due_on))
  })
  const invited = invitations.map((one) => mail.invitation(one.title, shortDay(one.held_on), shortDay(one.answer_by)))
  const ofPapers = lines.length === 0 ? [] : [mail.greeting, lines.join('\n'), mail.where(`${portal}${papersPath}`)]
  const greeting = lines.length === 0 ? mail.greeting_invited : mail.and_invited
  const ofInvitations =
    invited.length === 0 ? [] : [greeting, invited.join('\n'), mail.answer_at(`${portal}${meetingsPath}`)]
  return [...ofPapers, ...ofInvitations]
}
