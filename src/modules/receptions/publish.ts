/** `publish`: a reception day is put on the calendar, in time or late; late is recorded and shown, never hidden. */
import { z } from 'zod'
import { due } from '../../law/due.ts'
import { unscheduledGrounds } from '../../law/reception-rules.ts'
import { receptionKinds, receptionModes } from '../../law/terms.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { choice, count, day, longText, text } from '../../platform/input.ts'
import { faultAt, missing, timeOfDay } from './asked.ts'
import { receptionDay } from './reception-day.ts'

/** What publishing a day asks. */
export const publishInput = z
  .object({
    held_on: day(),
    kind: choice(receptionKinds),
    starts: timeOfDay(),
    ends: timeOfDay(),
    place: text(300),
    room: text(60).optional(),
    mode: choice(receptionModes),
    capacity: count(1, 500),
    subject: text(300).optional(),
    unscheduled_ground: choice(unscheduledGrounds).optional(),
    unscheduled_reason: longText(2000).optional(),
  })
  .superRefine((input, context) => {
    if (input.kind !== 'unscheduled') return
    if (!input.unscheduled_ground) missing(context, 'unscheduled_ground')
    if (!input.unscheduled_reason) missing(context, 'unscheduled_reason')
  })

/** An officer as a reception names them. */
export interface NamedOfficer {
  account_id: string
  name: string
  title: string | null
}

/** Who holds these positions in a unit on a day. */
export async function officersOn(
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
  kind: 'head' | 'deputy-head',
): Promise<NamedOfficer[]> {
  const { rows } = await sql.query<NamedOfficer>({
    name: 'reception_officers_on',
    text: `select p.account_id, a.name, p.title from position p join account a on a.id = p.account_id
      where p.unit_id = $1 and p.kind = $3 and p.state <> 'void' and p.from_on <= $2::date and (p.until_on is null or $2::date < p.until_on)
      order by a.sort_key, a.id`,
    values: [unit_id, on.toString(), kind],
  })
  return rows
}

/** Publishes a reception day. */
export const publish = action({
  noun: receptionDay,
  step: 'publish',
  input: publishInput,
  reads: async (sql, { unit_id, input }) => ({
    head: (await officersOn(sql, unit_id, input.held_on, 'head'))[0] ?? null,
  }),
  decide({ input, facts, moment }, { head }) {
    if (Temporal.PlainDate.compare(input.held_on, moment.on) < 0) faultAt('held_on', 'day-has-passed')
    if (input.ends <= input.starts) faultAt('ends', 'ends-before-it-starts')
    const ofHead = input.kind !== 'regular'
    if (ofHead && !head) faultAt('held_on', 'no-head-that-day')
    // An unscheduled reception answers an event: no schedule can be owed for it (LTCD 2013 Đ18.3).
    const by =
      input.kind === 'unscheduled'
        ? null
        : due('reception.schedule', { start: input.held_on, calendar: facts.calendar, switches: facts.switches }).due
    return {
      change: {
        held_on: input.held_on,
        kind: input.kind,
        mode: input.mode,
        place: input.place,
        room: input.room ?? null,
        starts: input.starts,
        ends: input.ends,
        capacity: input.capacity,
        subject: input.subject ?? null,
        head_account_id: ofHead ? (head?.account_id ?? null) : null,
        head_name: ofHead ? (head?.name ?? null) : null,
        head_title: ofHead ? (head?.title ?? null) : null,
        unscheduled:
          input.kind === 'unscheduled' && input.unscheduled_ground
            ? { ground: input.unscheduled_ground, reason: input.unscheduled_reason ?? '' }
            : null,
        publish_by_on: by,
        published_on: moment.on,
        published_late: by !== null && Temporal.PlainDate.compare(moment.on, by) > 0,
        postponed: [],
        corrections: [],
      },
    }
  },
})
