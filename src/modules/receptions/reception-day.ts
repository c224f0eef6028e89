/** A reception day: when, where and by whom people are received, and who in fact received them. */
import {
  type ReceptionDayCondition,
  type ReceptionDayStanding,
  receptionDayWorkflow,
} from '../../law/reception-workflow.ts'
import type { ReceptionKind, ReceptionMode } from '../../law/terms.ts'
import type { Noun, PostingWanted, RecordRow } from '../../platform/actions/action.ts'
import { holds, holdsPower } from '../../platform/actions/viewer.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'

/** Who in fact receives. */
export const receivers = ['head', 'deputy', 'officer'] as const

/** Who in fact received on a day, and why it was not the head. */
export interface Receiver {
  who: (typeof receivers)[number]
  account_id: string | null
  name: string
  title: string | null
  reason: string | null
}

/** One postponement, as it was announced. */
export interface Postponement {
  from_on: string
  to_on: string
  reason: string
  notice: string
  announced_on: string
}

/** A mistake mended: both values stay. */
export interface Correction {
  on: string
  by: string
  reason: string
  changes: { field: string; from: string | number | boolean | null; to: string | number | boolean | null }[]
}

/** A row of `reception_day`; what the columns mean stands in the migration. */
export interface ReceptionDayRow extends RecordRow {
  held_on: Temporal.PlainDate
  kind: ReceptionKind
  mode: ReceptionMode
  place: string
  room: string | null
  starts: string
  ends: string
  capacity: number
  head_account_id: string | null
  head_name: string | null
  head_title: string | null
  subject: string | null
  unscheduled: { ground: string; reason: string } | null
  publish_by_on: Temporal.PlainDate | null
  published_on: Temporal.PlainDate | null
  published_late: boolean
  postponed: readonly Postponement[]
  receiver: Receiver | null
  opened_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  nobody_came: boolean | null
  conclusion: string | null
  agreed: string | null
  concluded_on: Temporal.PlainDate | null
  corrections: readonly Correction[]
  import_id: string | null
}

/** Who receives whom on that day, as far as conditions need it. */
export interface ReceptionDayFacts extends Counting {
  /** Visits of the day by what they wait for. */
  visits: { booked: number; waiting: number; came: number }
  /** Visits that count, grouped by what a figure distinguishes: needed where the receiver is corrected. */
  counted: readonly { first_time: boolean | null; large_group: boolean; visits: number; people: number }[]
}

/** The reception day as a kind of record. */
export const receptionDay: Noun<ReceptionDayRow, ReceptionDayFacts> = {
  kind: 'reception-day',
  table: 'reception_day',
  workflow: receptionDayWorkflow,
  async facts(sql, { record }) {
    const counting = await countingOf(sql)
    if (!record) return { ...counting, visits: { booked: 0, waiting: 0, came: 0 }, counted: [] }
    const { rows } = await sql.query<{
      state: string
      first_time: boolean | null
      large_group: boolean
      stage: string | null
      visits: number
      people: number
    }>({
      name: 'reception_day_facts',
      text: `select state, first_time, large_group, stage, count(*) as visits, sum(people) as people from visit
        where unit_id = $1 and reception_day_id = $2 group by 1, 2, 3, 4`,
      values: [record.unit_id, record.id],
    })
    const sum = (...states: string[]) =>
      rows.filter((row) => states.includes(row.state)).reduce((all, row) => all + row.visits, 0)
    const counted = rows
      .filter((row) => row.stage !== null && row.state !== 'refused')
      .map(({ first_time, large_group, visits, people }) => ({
        first_time,
        large_group,
        visits,
        people: Number(people),
      }))
    return {
      ...counting,
      visits: {
        booked: sum('booked'),
        waiting: sum('waiting'),
        came: sum('waiting', 'awaiting-outcome', 'outcome-given', 'refused'),
      },
      counted,
    }
  },
  standings({ record, viewer, unit_id }) {
    const standings: ReceptionDayStanding[] = []
    if (holds(viewer, unit_id, 'head')) standings.push('head')
    // A deputy who in fact received keeps that day's book; nothing else follows from being a deputy here.
    const receivedByViewer =
      record?.receiver?.account_id != null &&
      record.receiver.account_id === viewer.account_id &&
      holds(viewer, unit_id, 'deputy-head')
    if (holds(viewer, unit_id, 'reception-officer') || holdsPower(viewer, unit_id, 'reception') || receivedByViewer) {
      standings.push('intake')
    }
    if (holds(viewer, unit_id, 'clerk')) standings.push('clerk')
    return standings
  },
  conditions: {
    'its-day-has-come': ({ record, moment }) => !record || Temporal.PlainDate.compare(record.held_on, moment.on) <= 0,
    'its-day-has-not-passed': ({ record, moment }) =>
      !record || Temporal.PlainDate.compare(record.held_on, moment.on) >= 0,
    'no-visit-is-waiting': ({ facts }) => facts.visits.waiting === 0,
  } satisfies Pick<Noun<ReceptionDayRow, ReceptionDayFacts>['conditions'], ReceptionDayCondition>,
}

/** The stage under which figures count what this receiver did. */
export type ReceptionStage = 'regular' | 'head' | 'delegated'

/** Regular reception, the head's own, or one that a deputy held in the head's place (01/TCD columns 4, 13 and 22). */
export function stageOf(kind: ReceptionKind, receiver: Pick<Receiver, 'who'> | null): ReceptionStage {
  if (kind === 'regular' || receiver === null || receiver.who === 'officer') return 'regular'
  return receiver.who === 'head' ? 'head' : 'delegated'
}

/** The posting of a closed head's day; none for the office's regular reception. */
export function dayPostings(stage: ReceptionStage, held_on: Temporal.PlainDate, sign: 1 | -1 = 1): PostingWanted[] {
  return stage === 'regular' ? [] : [{ fact: 'reception-day', on_day: held_on, stage, sign }]
}
