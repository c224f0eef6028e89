/**
 * Mails about missing plans: at 08:00 of a working day one mail a unit with every plan that a superior awaits from it, three
 * working days before the day, on it, on the working day after it, and on the morning after the superior reminded.
 */
import type { Sql } from '../../platform/actions/action.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { idFrom } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { remindedDays } from '../conferences/topic-digest.ts'
import { mailOfficer } from '../mailings/officer-mail.ts'
import { type MailConfig, messageIdOf, singleAddress } from '../notices/notice.ts'
import { paths } from './addresses.ts'
import { noPlanYet } from './programme.ts'

/** The task of the morning. */
export const planMailTask = 'remind-plans-by-mail'

interface MissingPlan {
  /** The unit asked, or one that carries its work on. */
  unit_id: string
  title: string
  plans_due_on: Temporal.PlainDate
}

const plansMax = 20_000

/** `$1` today, `$2` last days of which units are told today, `$3` the working day before: reminders since then are told now. */
const missingSql = `
select distinct h as unit_id, p.id, p.title, p.plans_due_on
from programme p cross join lateral (select p.unit_id as programme_unit_id, p.id as programme_id, a::uuid as unit_id
  from jsonb_array_elements_text(p.asked_unit_ids) a) asked cross join lateral heirs_of(asked.unit_id, $1::date) h
where p.state = 'issued' and (p.plans_due_on = any($2::date[]) or (p.reminded_on >= $3::date and p.reminded_on < $1::date))
  and ${noPlanYet('asked', '$1')} order by h, p.plans_due_on, p.id limit ${plansMax}`

async function missingPlans(
  viewer: Viewer,
  sql: Sql,
  days: readonly Temporal.PlainDate[],
  since: Temporal.PlainDate,
): Promise<MissingPlan[]> {
  const { rows } = await sql.query<MissingPlan>(missingSql, [viewer.on.toString(), days.map(String), since.toString()])
  return rows
}

/** What a round came to. */
export interface PlanRound {
  sent: number
  failed: number
  no_address: number
}

/** Sends the mails of the morning; a unit that was told today is not told twice. Throws where one was not delivered. */
export async function sendPlanMails(ports: {
  app: Db
  worker: Db
  config: MailConfig
  moment: Moment
}): Promise<PlanRound> {
  const { app, worker, config, moment } = ports
  const round = { sent: 0, failed: 0, no_address: 0 }
  const { calendar } = await countingOf(app.pool)
  const days = remindedDays(calendar, moment.on)
  if (days.length === 0) return round
  let since = moment.on.subtract({ days: 1 })
  while (!calendar.day(since).working) since = since.subtract({ days: 1 })
  const missing = await missingPlans(clockViewer(moment.on), app.pool, days, since)
  const day = moment.on.toString()
  const { rows: told } = await worker.pool.query<{ unit_id: string }>(
    `select unit_id from plan_mail where on_day = $1 and outcome <> 'failed'`,
    [day],
  )
  const done = new Set(told.map((one) => one.unit_id))
  for (const [unit_id, plans] of Map.groupBy(missing, (one) => one.unit_id)) {
    if (done.has(unit_id)) continue
    const { rows } = await worker.pool.query<{ mail: string }>('select mail from unit_mail where unit_id = $1', [
      unit_id,
    ])
    const to = singleAddress(rows[0]?.mail ?? null)
    const id = idFrom(unit_id, `plan-mail/${day}`)
    const outcome = to === null ? 'no-address' : await send(config, to, id, plans, moment.on)
    await worker.pool.query(
      `insert into plan_mail (unit_id, on_day, plans, outcome, message_id, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (unit_id, on_day) do update set outcome = excluded.outcome, plans = excluded.plans, at = excluded.at`,
      [unit_id, day, plans.length, outcome, to === null ? null : messageIdOf(id, config.from), moment.at.toString()],
    )
    round[outcome === 'no-address' ? 'no_address' : outcome] += 1
  }
  if (round.failed > 0) throw new Error(`${round.failed} reminders of plans were not delivered: they are tried again`)
  return round
}

/** Titles, days and a link; nothing of what a plan says. */
async function send(
  config: MailConfig,
  to: string,
  id: string,
  plans: readonly MissingPlan[],
  on: Temporal.PlainDate,
): Promise<'sent' | 'failed'> {
  const { mail } = words('vi').programmes
  const lines = plans.map((one) =>
    mail.line(one.title, shortDay(one.plans_due_on), Temporal.PlainDate.compare(one.plans_due_on, on) < 0),
  )
  const paragraphs = [mail.greeting, lines.join('\n'), mail.where(`${config.portal}${paths.programmes}`)]
  try {
    return (await mailOfficer({ id, to, language: 'vi', paragraphs, ends: words('vi').returns.mail.no_reply }, config))
      ? 'sent'
      : 'failed'
  } catch (fault) {
    log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a reminder of plans was not delivered')
    return 'failed'
  }
}
