/** A visit: one coming of one or several people to be received. */
import { largeGroupFrom, representativesOf } from '../../law/reception-rules.ts'
import { type VisitCondition, type VisitStanding, visitWorkflow } from '../../law/reception-workflow.ts'
import type { VisitOutcome } from '../../law/terms.ts'
import type { Noun, PostingWanted, RecordRow, Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { carries, holds, holdsPower } from '../../platform/actions/viewer.ts'
import type { Clock } from '../calendars/clock.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'
import { dueDateMoves } from '../calendars/re-date.ts'
import type { Correction, ReceptionDayRow, ReceptionStage } from './reception-day.ts'

/** What people say they come about; the office classifies later. */
export const askedKinds = ['complaint', 'denunciation', 'recommendation', 'observation', 'other'] as const

/** Papers that prove who somebody is. Their numbers are sealed, never kept here. */
export const identityKinds = ['identity-card', 'identity-number', 'passport', 'identity-certificate', 'none'] as const

/** How somebody acts at a reception. */
export const actingAs = ['self', 'representative', 'authorised', 'helper'] as const

/** The sheet of a large group: three counts that must not be mixed. */
export interface GroupSheet {
  /** People who signed the paper that names representatives. */
  signers: number
  representatives: readonly { name: string; address: string }[]
}

/** A refusal: its ground, how it is told, and until when the letter is owed. */
export interface Refusal {
  ground: string
  cite: string
  letter: boolean
  note: string | null
  /** The earlier answer or decision and its notice, where the ground is that all was settled. */
  earlier: string | null
  refused_on: string
  letter_due_on: string | null
  letter_sent_on: string | null
  document_id: string | null
}

/** What was taken at a visit, for the receipt 02/TCD. */
export interface PapersTaken {
  document_id: string
  taken_on: string
  items: readonly { what: string; form: 'original' | 'copy' | 'digital'; pages: number | null }[]
}

/** A row of `visit`; what the columns mean stands in the migration. */
export interface VisitRow extends RecordRow {
  reception_day_id: string | null
  held_on: Temporal.PlainDate
  origin: 'booking' | 'walk-in' | 'import'
  queue_number: number | null
  room: string | null
  stage: ReceptionStage | null
  asked_kind: (typeof askedKinds)[number] | null
  closed_content: boolean
  visitor_name: string | null
  visitor_address: string | null
  visitor_phone: string | null
  visitor_email: string | null
  language: string
  standing: { as: (typeof actingAs)[number]; papers: string | null } | null
  identity_kind: (typeof identityKinds)[number] | null
  subject: string | null
  people: number
  large_group: boolean
  group_sheet: GroupSheet | null
  first_time: boolean | null
  case_id: string | null
  statement: string | null
  statement_check: { read_back: boolean; confirmed: string } | null
  papers: readonly PapersTaken[]
  refusal: Refusal | null
  called_at: Temporal.Instant | null
  conclusion: string | null
  assigned_to: string | null
  received_on: Temporal.PlainDate | null
  clock: Clock | null
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  outcome: { kind: VisitOutcome; detail: string; document_id: string | null } | null
  outcome_given_on: Temporal.PlainDate | null
  corrections: readonly Correction[]
  import_id: string | null
  source_number: string | null
  search: string
}

/** A reception day as visits see it. */
export type DayForVisits = Pick<
  ReceptionDayRow,
  | 'id'
  | 'state'
  | 'held_on'
  | 'kind'
  | 'mode'
  | 'place'
  | 'room'
  | 'starts'
  | 'ends'
  | 'capacity'
  | 'receiver'
  | 'head_name'
  | 'head_title'
> & {
  /** Bookings and visits that took a number. */
  taken: number
}

/** The reception days a visit may belong to, and how days are counted here. */
export interface VisitFacts extends Counting {
  /** The unit's published and open days from two weeks back on, and the record's own. */
  days: readonly DayForVisits[]
  /** Petitions that were recorded from this visit. */
  petitions: number
}

const dayColumns = `d.id, d.state, d.held_on, d.kind, d.mode, d.place, d.room, d.starts, d.ends, d.capacity, d.receiver, d.head_name, d.head_title,
  (select count(*) from visit v where v.unit_id = d.unit_id and v.reception_day_id = d.id and v.state <> 'cancelled') as taken`

/** One reception day under lock: of two bookings of the last place one waits for the other, and nobody enters a day that closes. */
export async function lockedDay(sql: Sql, unit_id: string, id: string): Promise<DayForVisits | null> {
  await sql.query('select 1 from reception_day where unit_id = $1 and id = $2 for update', [unit_id, id])
  const { rows } = await sql.query<DayForVisits>(
    `select ${dayColumns} from reception_day d where d.unit_id = $1 and d.id = $2`,
    [unit_id, id],
  )
  return rows[0] ?? null
}

/** Throws where the day was closed while this visit waited for its lock. */
export function stillOpen(day: Pick<DayForVisits, 'state'>): void {
  if (day.state !== 'open') throw new NotOpen('reception-day-is-open', visitWorkflow.register.cite)
}

async function petitionsFrom(sql: Sql, { unit_id, id }: RecordRow): Promise<number> {
  const { rows } = await sql.query<{ petitions: number }>({
    name: 'petitions_from_visit',
    text: 'select count(*) as petitions from petition where unit_id = $1 and visit_id = $2',
    values: [unit_id, id],
  })
  return rows[0]?.petitions ?? 0
}

/** The visit as a kind of record. */
export const visit: Noun<VisitRow, VisitFacts> = {
  kind: 'visit',
  table: 'visit',
  workflow: visitWorkflow,
  async facts(sql, { record, unit_id, moment }) {
    const { rows } = await sql.query<DayForVisits>({
      name: 'visit_facts',
      text: `select ${dayColumns} from reception_day d
        where d.unit_id = $1 and (d.id = $3 or ($3 is null and d.state in ('published', 'open') and d.held_on >= $2::date - 14))
        order by d.held_on, d.starts, d.id limit 200`,
      values: [unit_id, moment.on.toString(), record?.reception_day_id ?? null],
    })
    return { ...(await countingOf(sql)), days: rows, petitions: record ? await petitionsFrom(sql, record) : 0 }
  },
  standings({ record, facts, viewer, unit_id }) {
    const standings: VisitStanding[] = []
    const works = record === null ? holds : carries
    const day = dayOf(record, facts)
    if (works(viewer, unit_id, 'head')) standings.push('head')
    const receivedByViewer =
      day?.receiver?.account_id != null &&
      day.receiver.account_id === viewer.account_id &&
      works(viewer, unit_id, 'deputy-head')
    if (works(viewer, unit_id, 'reception-officer') || holdsPower(viewer, unit_id, 'reception') || receivedByViewer) {
      standings.push('intake')
    }
    if (record && viewer.opened.some((one) => one.unit_id === unit_id && one.record_id === record.id)) {
      standings.push('visitor')
    }
    if (!record && (viewer.via === 'portal' || viewer.via === 'api')) standings.push('public')
    if (viewer.via === 'clock') standings.push('clock')
    return standings
  },
  conditions: {
    'reception-day-takes-bookings': ({ facts, input, moment }) =>
      !input || takesBookings(chosenDay(facts, input['reception_day_id']), moment.on),
    // The office's regular reception has no day of its own: it is open whenever people come.
    'reception-day-is-open': ({ record, facts, input }) => {
      const id = record ? record.reception_day_id : (input?.['reception_day_id'] ?? null)
      return id === null || chosenDay(facts, id)?.state === 'open'
    },
    'reception-day-is-over': ({ record, facts, moment }) => {
      const day = dayOf(record, facts)
      return (
        !day ||
        day.state === 'closed' ||
        day.state === 'concluded' ||
        Temporal.PlainDate.compare(day.held_on, moment.on) < 0
      )
    },
    'is-a-large-group': ({ record }) => !record || record.people >= largeGroupFrom,
    'representatives-are-named': ({ record }) =>
      !record || representativesOf(record.people) === null || (record.group_sheet?.representatives.length ?? 0) > 0,
    'statement-or-petition-is-recorded': ({ record, facts }) =>
      !record || record.closed_content || record.statement !== null || record.papers.length > 0 || facts.petitions > 0,
    'refusal-letter-is-owed': ({ record }) =>
      !record || (record.refusal?.letter === true && !record.refusal.letter_sent_on),
    'due-date-moves': ({ record, facts, input }) => !record || dueDateMoves(record, facts, input),
    'words-may-be-kept-here': ({ record }) => !record?.closed_content,
    'untouched-since-import': ({ record }) => !record || (record.import_id !== null && record.revision === 1),
  } satisfies Pick<Noun<VisitRow, VisitFacts>['conditions'], VisitCondition>,
}

/** The record's own reception day; null for regular reception without one. */
export function dayOf(record: VisitRow | null, facts: VisitFacts): DayForVisits | null {
  return record?.reception_day_id ? (facts.days.find((day) => day.id === record.reception_day_id) ?? null) : null
}

/** The day a form names. */
export function chosenDay(facts: VisitFacts, id: unknown): DayForVisits | null {
  return facts.days.find((day) => day.id === id) ?? null
}

/** May somebody still book that day? Until the day before, while places are left. */
export function takesBookings(day: DayForVisits | null, on: Temporal.PlainDate): boolean {
  return (
    day !== null &&
    day.state === 'published' &&
    Temporal.PlainDate.compare(day.held_on, on) > 0 &&
    day.taken < day.capacity
  )
}

/** The book queue numbers come from: one a reception day, or one a day of regular reception. */
export function queueBook(day: Pick<DayForVisits, 'id'> | null, held_on: Temporal.PlainDate) {
  return { column: 'queue_number', book: day ? `queue/${day.id}` : `queue/${held_on}`, year: held_on.year }
}

/** How a visit counts in 01/TCD: one coming, so many people, one case. */
export function visitPosting(
  seen: Pick<VisitRow, 'people' | 'large_group' | 'first_time' | 'case_id' | 'asked_kind'> & { stage: ReceptionStage },
  on_day: Temporal.PlainDate,
  sign: 1 | -1 = 1,
): PostingWanted {
  return {
    fact: 'visit',
    on_day,
    sign,
    stage: seen.stage,
    // What was denounced shows in no figure of visits.
    kind: seen.asked_kind === 'denunciation' ? null : seen.asked_kind,
    case_id: seen.case_id,
    people: seen.people,
    cases: 1,
    first_time: seen.first_time,
    large_group: seen.large_group,
  }
}
