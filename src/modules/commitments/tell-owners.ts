/** Mails about commitments: the head before the last day and when it has passed, the superior when it is long past. Once each. */

import { workingDayAfter } from '../../law/calendar.ts'
import { commitmentReminders } from '../../law/commitment-workflow.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { idFrom } from '../../platform/uuid.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { mailOfficer } from '../mailings/officer-mail.ts'
import type { MailConfig } from '../notices/notice.ts'
import { deskPath } from './addresses.ts'

const kinds = ['soon', 'overdue', 'unanswered', 'escalated'] as const
type Told = (typeof kinds)[number]

interface ToTell {
  unit_id: string
  commitment_id: string
  account_id: string
  told: Told
  due_on: Temporal.PlainDate
  mail: string
  language: Language
}

/**
 * What is to be told and was not: `$1` today, `$2` the last day that counts as soon, `$3` the day before which an overdue
 * one goes up. Heads of the owner, or of those that carry its work on; above it, heads of where it was said and of the
 * unit directly above. A recommendation never goes up.
 */
const toTell = `with due as (
    select c.unit_id, c.id, c.due_on, c.origin_unit_id, c.force, case when c.due_on >= $1::date then 'soon'
      when c.force = 'ordered' then 'overdue' else 'unanswered' end as told
    from commitment c where c.ended_on is null and c.state = 'made' and c.due_on <= $2::date
  ), heads as (
    select d.unit_id, d.id, d.due_on, d.told, p.account_id
    from due d cross join lateral heirs_of(d.unit_id, $1::date) h join position p on p.unit_id = h
    where p.kind = 'head' and p.state <> 'void' and p.from_on <= $1::date and (p.until_on is null or p.until_on > $1::date)
    union
    select d.unit_id, d.id, d.due_on, 'escalated', p.account_id
    from due d cross join lateral (
        select a.ancestor_id as id from heirs_of(d.unit_id, $1::date) h join unit_ancestry a on a.unit_id = h and a.depth = 1 and a.valid @> $1::date
        union select o from heirs_of(d.origin_unit_id, $1::date) o where o not in (select heirs_of(d.unit_id, $1::date))) up
      join position p on p.unit_id = up.id
    where d.force = 'ordered' and d.due_on < $3::date and p.kind = 'head' and p.state <> 'void' and p.from_on <= $1::date
      and (p.until_on is null or p.until_on > $1::date)
  )
  select h.unit_id, h.id as commitment_id, h.account_id, h.told, h.due_on, a.mail, a.language
  from heads h join account a on a.id = h.account_id
  where a.mail_confirmed_at is not null and (a.closed_on is null or a.closed_on > $1::date) and not exists (select from commitment_mail m
    where m.unit_id = h.unit_id and m.commitment_id = h.id and m.account_id = h.account_id and m.told = h.told and m.due_on = h.due_on)
  order by h.account_id limit 20000`

/** One mail an officer for everything new since the last; resolves to how many were sent. What failed is told again. */
export async function tellOwners(db: Db, config: MailConfig, moment: Moment = now()): Promise<number> {
  const { calendar } = await countingOf(db.pool)
  if (!calendar.day(moment.on).working) return 0
  const soon = workingDayAfter(moment.on, commitmentReminders.soon, calendar)
  const { rows } = await db.pool.query<ToTell>(toTell, [
    moment.on.toString(),
    soon.toString(),
    workingDaysBack(moment.on, commitmentReminders.escalated, (day) => calendar.day(day).working).toString(),
  ])
  let [sent, failed] = [0, 0]
  for (const own of Map.groupBy(rows, (row) => row.account_id).values()) {
    try {
      if (await tell(db, own, config, moment)) sent += 1
    } catch (fault) {
      failed += 1
      log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a mail about commitments was not delivered')
    }
  }
  if (failed > 0) throw new Error(`${failed} mails about commitments were not delivered: they are tried again`)
  return sent
}

/** The mail goes first and is marked after: a mail that comes twice has the same Message-ID and is shown once. */
async function tell(db: Db, own: readonly ToTell[], config: MailConfig, moment: Moment): Promise<boolean> {
  const [first] = own
  if (!first) return false
  const { mail: w } = words(first.language).commitments
  const lines = kinds.flatMap((told) => {
    const count = own.filter((one) => one.told === told).length
    return count > 0 ? [w[told](count)] : []
  })
  const paragraphs = [...lines, w.look(`${config.portal}${deskPath}`)]
  const id = idFrom(first.account_id, `commitments/${moment.on}`)
  if (!(await mailOfficer({ id, to: first.mail, language: first.language, paragraphs }, config))) return false
  await db.pool.query(
    `insert into commitment_mail (unit_id, commitment_id, account_id, told, due_on, on_day)
     select x.unit_id, x.commitment_id, x.account_id, x.told, x.due_on, $2::date
     from jsonb_to_recordset($1::jsonb) as x(unit_id uuid, commitment_id uuid, account_id uuid, told text, due_on date)
     on conflict do nothing`,
    [JSON.stringify(own), moment.on.toString()],
  )
  return true
}

/** The day so many working days ago. */
function workingDaysBack(
  on: Temporal.PlainDate,
  days: number,
  working: (day: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  let day = on
  for (let left = days; left > 0; ) {
    day = day.subtract({ days: 1 })
    if (working(day)) left -= 1
  }
  return day
}
