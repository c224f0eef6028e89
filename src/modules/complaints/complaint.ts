/** A complaint, one record an instance: who stands how towards it, its named conditions, and what its letters say. */

import { complaintLimit } from '../../law/complaint-limits.ts'
import { complaintWorkflow } from '../../law/complaint-workflow.ts'
import { type DueAnswer, DueError, due } from '../../law/due.ts'
import type {
  ComplaintResult,
  ComplexityCriterion,
  ContestedKind,
  DeclineGround,
  EnforcementStage,
  Field,
  FirstDecisionFate,
  SuspensionGround,
} from '../../law/terms.ts'
import type { Noun, PostingWanted, RecordRow } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import type { Clock } from '../calendars/clock.ts'
import type { Counting } from '../calendars/counting.ts'
import { dueDateMoves } from '../calendars/re-date.ts'
import type { Effects } from '../petitions/effects.ts'
import { countedPoint } from '../petitions/petition.ts'
import { type ProceedingFacts, proceedingFacts } from '../petitions/proceeding-facts.ts'
import {
  courseOf,
  fileSecondBy,
  type InstanceColumns,
  instanceConditions,
  type SecondInstance,
  secondIsPending,
} from './second.ts'
import { isEnforced, type SidePaths, sideConditions, withdrawnBefore } from './side-paths.ts'

/** A row of the complaint register. Days inside jsonb are ISO text. */
export interface ComplaintRow extends RecordRow, InstanceColumns, SidePaths {
  register_number: number | null
  register_year: number
  petition_id: string
  point: string
  case_id: string
  title: string
  complainant_name: string
  respondent: string
  /** `kind` is absent in older records: an administrative decision or act. */
  contested: { text: string; known_on: string | null; kind?: ContestedKind }
  field: Field
  handler_id: string | null
  verifier_id: string | null
  proposed_on: Temporal.PlainDate
  received_on: Temporal.PlainDate
  accepted_on: Temporal.PlainDate | null
  remote: boolean
  complexity: { criteria: readonly ComplexityCriterion[]; note: string; on: string; extended_on: string | null } | null
  suspensions: readonly { ground: SuspensionGround; note: string; from: string; to: string | null }[]
  decline_ground: DeclineGround | null
  verification: {
    assigned_on: string
    plan: string
    report: { on: string; findings: string; proposal: string; views_differ: boolean } | null
  } | null
  dialogue: {
    called: { on: string; held_on: string; held_at: string; where: string } | null
    held: { on: string; minutes: string; complainant_absent: boolean; good_reason?: boolean } | null
  } | null
  decision: {
    result: ComplaintResult
    request: string
    verified: string
    conclusion: string
    orders: readonly string[]
    /** What a second decision does to the first. */
    fate?: FirstDecisionFate
    /** What follows in money, land and people, where it was typed. */
    effects?: Effects
  } | null
  outcome: ComplaintResult | null
  decided_on: Temporal.PlainDate | null
  sent_on: Temporal.PlainDate | null
  delivered_on: Temporal.PlainDate | null
  second_road: {
    why: 'limit-passed' | 'disagrees'
    opened_on: string
    file_by: string
    noted_on: string | null
    where: string | null
    /** The second instance in a register of this program. */
    second?: SecondInstance | null
  } | null
  in_effect_on: Temporal.PlainDate | null
  enforcement: { stage: EnforcementStage; on: string; evidence: string } | null
  ended_on: Temporal.PlainDate | null
  end_ground: string | null
  /** What was said of the settlement when it was counted. */
  counted: Counted | null
  clock: Clock | null
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
}

/** What a settlement's counting says besides its result. Records settled before it was asked say nothing. */
export interface Counted {
  in_time?: boolean | null
  /** Withdrawn after explanation and persuasion. */
  persuaded?: boolean
}

/** What conditions and letters need besides the row. */
export interface ComplaintFacts extends ProceedingFacts {
  /** Another letter of the same person and content led to a complaint that was freely withdrawn. */
  withdrawn_before: boolean
}

/** The complaint as a kind of record. */
export const complaint: Noun<ComplaintRow, ComplaintFacts> = {
  kind: 'complaint',
  table: 'complaint',
  workflow: complaintWorkflow,
  facts: async (sql, { record, unit_id, moment }) => ({
    ...(await proceedingFacts(sql, unit_id, record, moment.on)),
    withdrawn_before: await withdrawnBefore(sql, unit_id, record),
  }),
  standings({ record, viewer, unit_id }) {
    const standings: string[] = []
    if (viewer.via === 'clock') standings.push('clock')
    if (record && viewer.opened.some((o) => o.record_id === record.petition_id)) standings.push('petitioner')
    if (carries(viewer, unit_id, 'reception-officer', 'clerk')) standings.push('intake', 'clerk')
    const mine = viewer.account_id !== null && carries(viewer, unit_id, 'handler', 'reception-officer')
    if (mine && record?.handler_id === viewer.account_id) standings.push('handler')
    if (mine && record?.verifier_id === viewer.account_id) standings.push('verifier')
    if (carries(viewer, unit_id, 'head')) standings.push('settler')
    return standings
  },
  conditions: {
    'acceptance-conditions-met': ({ facts, input }) =>
      facts.petition.eligible === true && (input === null || input['no_ground_applies'] === true),
    'signature-is-confirmed': ({ facts }) => facts.petition.signature !== null,
    'officer-has-this-work': ({ record, input }) =>
      !input || record!.handler_id === input['from_id'] || record!.verifier_id === input['from_id'],
    'is-not-suspended': ({ record }) => !isSuspended(record!),
    'is-suspended': ({ record }) => isSuspended(record!),
    'dialogue-is-held-where-views-differ': ({ record }) =>
      record!.verification?.report?.views_differ !== true || record!.dialogue?.held != null,
    'complexity-criterion-recorded': ({ record }) => (record!.complexity?.criteria.length ?? 0) > 0,
    'not-extended-before': ({ record }) => record!.complexity?.extended_on == null,
    'limit-has-not-passed': ({ record, moment }) => !limitHasPassed(record!, moment.on),
    'limit-has-passed': ({ record, moment }) => limitHasPassed(record!, moment.on),
    'second-road-is-not-yet-announced': ({ record }) => record!.second_road === null,
    // A complaint filed in time counts, on whatever day it is noted.
    'second-road-is-open': ({ record, facts, input }) => {
      const until = secondRoadUntil(record!, facts)
      if (until === null || until === 'unknown') return until !== null
      const filed_on = input?.['filed_on']
      return !(filed_on instanceof Temporal.PlainDate) || Temporal.PlainDate.compare(filed_on, until) <= 0
    },
    'second-window-has-passed': ({ record, facts, moment }) => {
      const start = record!.decided_on
      // A second complaint that waits for its acceptance keeps the first decision from taking effect.
      if (start === null || secondIsPending(record!)) return false
      return (
        Temporal.PlainDate.compare(
          moment.on,
          due('complaint.take-effect', { start, remote: record!.remote, ...facts }).due,
        ) > 0
      )
    },
    'not-withdrawn-yet': ({ record }) => record!.withdrawal === null,
    'withdrawal-waits-for-confirmation': ({ record }) =>
      record!.withdrawal !== null && record!.withdrawal.confirmed_on === null,
    'decision-is-enforced': ({ record }) => isEnforced(record!),
    ...sideConditions,
    ...instanceConditions,
    'due-date-moves': ({ record, facts, input }) => dueDateMoves(record!, facts, input),
    'no-road-is-open': ({ record, facts, moment }) => {
      const until = secondRoadUntil(record!, facts)
      return until !== 'unknown' && (until === null || Temporal.PlainDate.compare(moment.on, until) > 0)
    },
  },
}

/** A suspension without its last day is running. */
export function isSuspended(row: Pick<ComplaintRow, 'suspensions'>): boolean {
  return row.suspensions.some((stretch) => stretch.to === null)
}

function limitHasPassed(row: ComplaintRow, on: Temporal.PlainDate): boolean {
  return row.due_on !== null && row.accepted_on !== null && Temporal.PlainDate.compare(on, row.due_on) > 0
}

/**
 * Last day of the second road (LKN 2011 Đ33): from the receipt of the decision, or from the end of the limit that passed
 * without one. `unknown` while a sent decision's receipt is not recorded: the road counts as open.
 */
export function secondRoadUntil(row: ComplaintRow, counting: Counting): Temporal.PlainDate | 'unknown' | null {
  // There is no third complaint.
  if (row.instance === 2) return null
  if (row.delivered_on) return fileSecondBy(row, row.delivered_on, counting)
  if (row.sent_on) return 'unknown'
  if (row.second_road) return Temporal.PlainDate.from(row.second_road.file_by)
  return null
}

/**
 * The time bar: of a first complaint 90 days from the day the decision or act became known (LKN 2011 Đ9), on discipline
 * 15 (Đ48); of a second one from the day its road opened (Đ33); without the days of an obstacle. Null where that day is
 * not recorded, or where older records do not say whether discipline is contested.
 */
export function timeBar(
  row: Pick<ComplaintRow, 'contested' | 'field' | 'instance' | 'earlier' | 'remote'>,
  counting: Counting,
  obstacles: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate }[] = [],
): DueAnswer | null {
  if (row.contested.kind === undefined && row.field === 'civil-service') return null
  const from = row.instance === 2 ? row.earlier?.road_from : row.contested.known_on
  if (!from) return null
  const start = Temporal.PlainDate.from(from)
  // An obstacle counts from the day the decision was known.
  const suspensions = obstacles
    .filter(({ to }) => Temporal.PlainDate.compare(to, start) >= 0)
    .map(({ from, to }) => ({ from: Temporal.PlainDate.compare(from, start) < 0 ? start : from, to }))
  try {
    const rule = complaintLimit('file', courseOf(row))
    const remote = row.instance === 2 && row.remote
    return due(rule, { start, suspensions, remote, calendar: counting.calendar, switches: counting.switches })
  } catch (error) {
    // Before the law, or outside the years of the calendar.
    if (error instanceof DueError) return null
    throw error
  }
}

/** Settled or ended: counted once a letter, at its first point, against the day on which the letter was handled. */
export function settledPostings(
  row: ComplaintRow,
  facts: ComplaintFacts,
  on: Temporal.PlainDate,
  outcome: string,
  counted: Counted = {},
): PostingWanted[] {
  if (countedPoint(facts.petition) !== row.point) return []
  const { same_as, eligible } = facts.petition
  return [
    {
      fact: 'petition-settled',
      on_day: on,
      kind: 'complaint',
      field: row.field,
      outcome,
      first_time: row.instance === 1,
      since_on: facts.petition.processed_on,
      case_id: row.case_id,
      cases: same_as === null && eligible ? 1 : 0,
      in_time: counted.in_time ?? null,
      stage: counted.persuaded ? 'persuaded' : null,
      source: facts.petition.source,
    },
  ]
}

/** In time or late, by the day the settling was due; null where no limit ran. */
export function inTime(row: Pick<ComplaintRow, 'due_on'>, on: Temporal.PlainDate): boolean | null {
  return row.due_on === null ? null : Temporal.PlainDate.compare(on, row.due_on) <= 0
}
