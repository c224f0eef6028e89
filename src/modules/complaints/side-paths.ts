/** What a complaint carries beside its main road: stays, withdrawals, a lawsuit, what is owed; and the conditions on them. */
import { DueError, due } from '../../law/due.ts'
import { largeGroupFrom } from '../../law/reception-rules.ts'
import type { Noun, Sql } from '../../platform/actions/action.ts'
import { type Moment, zone } from '../../platform/clock.ts'
import type { Counting } from '../calendars/counting.ts'
import { isJointComplete } from '../petitions/joint.ts'
import type { ComplaintFacts, ComplaintRow } from './complaint.ts'

/** The contested decision waits from one day until another, or until it is lifted. Days are ISO text. */
export interface Stay {
  grounds: string
  from: string
  until: string
  lifted_on: string | null
}

/** A decision that goes to both parties: what it does, and by when it must be sent (null where no days are laid down). */
export interface StopLetter {
  what: 'suspension' | 'resumption' | 'termination' | 'stay' | 'stay-lifted'
  decided_on: string
  send_by: string | null
  sent_on: string | null
}

/** A withdrawal asked for. `part`: what of the complaint it covers; null or absent: all of it. */
export interface Withdrawal {
  on: string
  /** The instant at which it was recorded; absent in older records. */
  at?: string
  reason: string
  part?: string | null
  confirmed_on: string | null
  confirmed_how?: string
  confirmed_where?: string
}

/** A withdrawal that is over: of a part, or annulled because it was forced. */
export interface PastWithdrawal extends Withdrawal {
  annulled_on?: string
  coercion?: string
}

/** An order of the decision as something owed. `who` and `by_on` are null until they are named. */
export interface Obligation {
  id: string
  what: string
  who: string | null
  by_on: string | null
  done: { on: string; evidence: string; files: readonly string[] } | null
}

/** The columns of the side paths; each is null until its path is walked. */
export interface SidePaths {
  stays: readonly Stay[] | null
  stop_letters: readonly StopLetter[] | null
  withdrawal: Withdrawal | null
  past_withdrawals: readonly PastWithdrawal[] | null
  respondent_visits: readonly { at: string; noted_on: string; note: string }[] | null
  withdrawal_marked_on: Temporal.PlainDate | null
  lawsuit: {
    court: string
    accepted_on: string
    noted_on: string
    closed: { on: string; how: 'withdrawn' | 'rejected'; note: string } | null
  } | null
  obligations: readonly Obligation[] | null
}

type Row = Pick<ComplaintRow, 'stays' | 'decided_on' | 'ended_on'>

/** The stay that runs on that day; null where none does. It ends with the decision at the latest. */
export function runningStay(row: Row, on: Temporal.PlainDate): Stay | null {
  const last = row.stays?.at(-1)
  if (!last || last.lifted_on !== null || row.decided_on !== null || row.ended_on !== null) return null
  return Temporal.PlainDate.compare(on, Temporal.PlainDate.from(last.until)) <= 0 ? last : null
}

/** Has a court accepted the lawsuit, and not given it back? */
export function isAtCourt(row: Pick<ComplaintRow, 'lawsuit'>): boolean {
  return row.lawsuit !== null && row.lawsuit.closed === null
}

/** Carried out: every order with its evidence; a decision that orders nothing, and older records, by their stage. */
export function isEnforced(row: Pick<ComplaintRow, 'obligations' | 'enforcement'>): boolean {
  const { obligations } = row
  if (obligations && obligations.length > 0) return obligations.every((one) => one.done !== null)
  return row.enforcement?.stage === 'done'
}

/** Must this order still be carried out although its day has passed? */
export function isOverdue(one: Obligation, on: Temporal.PlainDate): boolean {
  return (
    one.done === null && one.by_on !== null && Temporal.PlainDate.compare(on, Temporal.PlainDate.from(one.by_on)) > 0
  )
}

/** A decision that must go to both parties, with its last day where the law on that day lays one down. */
export function stopLetter(
  row: Pick<ComplaintRow, 'stop_letters'>,
  what: StopLetter['what'],
  on: Temporal.PlainDate,
  counting: Counting,
): readonly StopLetter[] {
  const at_once = what === 'stay' || what === 'stay-lifted'
  const send_by = at_once ? null : lastDayToSend(on, counting)
  // Before 01/07/2026 the law asked for no such sending.
  if (!at_once && send_by === null) return row.stop_letters ?? []
  return [...(row.stop_letters ?? []), { what, decided_on: on.toString(), send_by, sent_on: null }]
}

function lastDayToSend(start: Temporal.PlainDate, counting: Counting): string | null {
  try {
    return due('complaint.suspend-send', { start, ...counting }).due.toString()
  } catch (error) {
    if (error instanceof DueError) return null
    throw error
  }
}

/** The server's instant on its business day: where a demonstration holds the day, its hour counts on that day. */
export function instantOf(moment: Moment): Temporal.Instant {
  const plainTime = moment.at.toZonedDateTimeISO(zone).toPlainTime()
  return moment.on.toZonedDateTime({ timeZone: zone, plainTime }).toInstant()
}

const day_ms = 24 * 60 * 60 * 1000

/** Was it withdrawn within 24 hours after the respondent saw the complainant? Both instants are as recorded. */
export function followsVisit(withdrawn_at: string | undefined, visits: readonly { at: string }[]): boolean {
  if (!withdrawn_at) return false
  const withdrawn = Temporal.Instant.from(withdrawn_at).epochMilliseconds
  return visits.some(({ at }) => {
    const after = withdrawn - Temporal.Instant.from(at).epochMilliseconds
    return after >= 0 && after <= day_ms
  })
}

/** Was the same content of the same person withdrawn before? Asked only while the acceptance is open. */
export async function withdrawnBefore(sql: Sql, unit_id: string, record: ComplaintRow | null): Promise<boolean> {
  if (record?.state !== 'awaiting-acceptance') return false
  const { rows } = await sql.query<{ yes: boolean }>({
    name: 'withdrawn_before',
    text: `select exists (select from petition p join petition o on o.unit_id = p.unit_id and o.case_id = p.case_id and o.id <> p.id
        join complaint c on c.unit_id = o.unit_id and c.petition_id = o.id and c.end_ground = 'withdrawn'
      where p.unit_id = $1 and p.id = $2 and p.same_as ->> 'how' = 'same-letter') as yes`,
    values: [unit_id, record.petition_id],
  })
  return rows[0]!.yes
}

/** The first day on which a withdrawn complaint is not examined again (Luật 136/2025). */
const withdrawnForGoodFrom = '2026-07-01'

/** Conditions of the side paths, for the noun. */
export const sideConditions: Noun<ComplaintRow, ComplaintFacts>['conditions'] = {
  'withdrawn-or-at-court': ({ record }) => record!.withdrawal?.confirmed_on != null || isAtCourt(record!),
  'a-withdrawal-stands': ({ record }) => record!.withdrawal !== null,
  'ended-by-withdrawal': ({ record }) => record!.end_ground === 'withdrawn',
  'is-not-at-court': ({ record }) => !isAtCourt(record!),
  'is-at-court': ({ record }) => isAtCourt(record!),
  'was-not-freely-withdrawn': ({ facts, moment }) =>
    !facts.withdrawn_before || moment.on.toString() < withdrawnForGoodFrom,
  'no-stay-is-running': ({ record, moment }) => runningStay(record!, moment.on) === null,
  'a-stay-is-running': ({ record, moment }) => runningStay(record!, moment.on) !== null,
  'a-decision-waits-to-be-sent': ({ record }) => (record!.stop_letters ?? []).some((one) => one.sent_on === null),
  'joint-petition-is-complete': ({ facts }) =>
    facts.petition.signers < largeGroupFrom || isJointComplete(facts.petition),
}
