/**
 * Mails about missing plans: at 08:00 of a working day one mail a unit with every plan that a superior awaits from it, three
 * working days before the day, on it, on the working day after it, and on the morning after the superior reminded.
 */
import type { Sql } from '../../platform/actions/action.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { remindedDays, sendUnitMails, type UnitRound } from '../mailings/unit-mail.ts'
import type { MailConfig } from '../notices/notice.ts'
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

/** Sends the mails of the morning; a unit that was told today is not told twice. Throws where one was not delivered. */
export async function sendPlanMails(ports: {
  app: Db
  worker: Db
  config: MailConfig
  moment: Moment
}): Promise<UnitRound> {
  const { app, config, moment } = ports
  const { calendar } = await countingOf(app.pool)
  const days = remindedDays(calendar, moment.on)
  if (days.length === 0) return { sent: 0, failed: 0, no_address: 0 }
  let since = moment.on.subtract({ days: 1 })
  while (!calendar.day(since).working) since = since.subtract({ days: 1 })
  const missing = await missingPlans(clockViewer(moment.on), app.pool, days, since)
  const mails = [...Map.groupBy(missing, (one) => one.unit_id)].map(([unit_id, plans]) => ({
    unit_id,
    counts: { plans: plans.length },
    paragraphs: paragraphsOf(plans, config.portal, moment.on),
  }))
  return sendUnitMails({ table: 'plan_mail', id: 'plan-mail', what: 'plans' }, ports, mails)
}

/** Titles, days and a link; nothing of what a plan says. */
function paragraphsOf(plans: readonly MissingPlan[], portal: string, on: Temporal.PlainDate): string[] {
  const { mail } = words('vi').programmes
  const lines = plans.map((one) =>
    mail.line(one.title, shortDay(one.plans_due_on), Temporal.PlainDate.compare(one.plans_due_on, on) < 0),
  )
  return [mail.greeting, lines.join('\n'), mail.where(`${portal}${paths.programmes}`)]
}
