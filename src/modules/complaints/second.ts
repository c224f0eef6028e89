/** What a complaint carries of its instance: its course by kind and instance, the first one it follows, and the conditions on both. */

import {
  mayBeSettledBy,
  ownRespondent,
  type RespondentBody,
  type SettlingBody,
  whoSettles,
} from '../../law/competence.ts'
import { type ComplaintCourse, complaintLimit, dialogueIsMandatory } from '../../law/complaint-limits.ts'
import { due } from '../../law/due.ts'
import type { FirstDecisionFate } from '../../law/terms.ts'
import type { Noun } from '../../platform/actions/action.ts'
import type { Counting } from '../calendars/counting.ts'
import { type Earlier, followSecondTask } from '../petitions/first-instance.ts'
import type { ComplaintFacts, ComplaintRow } from './complaint.ts'

/** Columns of the instance; null where there is nothing to say. */
export interface InstanceColumns {
  instance: number
  first_unit_id: string | null
  first_id: string | null
  earlier: Earlier | null
  respondent_body: RespondentBody | null
  /** Why this unit settles what a body that is no more decided. */
  successor: { ground: string; chosen_on: string } | null
}

/** How far the second instance has come, as the first one's record knows it. */
export interface SecondInstance {
  unit_id: string
  id: string
  stage: 'filed' | 'accepted' | 'declined' | 'terminated' | 'decided'
  on: string
  fate: FirstDecisionFate | null
}

/** Who settles a second complaint against this one's decision, as letters name them; null where only the court is left. */
export function secondSettler(row: ComplaintRow, facts: Pick<ComplaintFacts, 'letterhead' | 'tier'>): string | null {
  if (row.instance === 2) return null
  const respondent = row.respondent_body ?? ownRespondent(facts.tier)
  const found = whoSettles({ respondent, instance: 2, on: row.received_on, contested: row.contested.kind })
  if (found?.settler === 'court') return null
  if (found?.settler === 'minister') return 'Bộ trưởng Bộ quản lý nhà nước về lĩnh vực bị khiếu nại'
  if (found?.settler === 'home-affairs-minister') return 'Bộ trưởng Bộ Nội vụ'
  return facts.letterhead.superior
}

/** What of a row decides on its limits. */
export function courseOf(row: Pick<ComplaintRow, 'instance' | 'contested'>): ComplaintCourse {
  return { instance: row.instance, contested: row.contested.kind }
}

/** Last day of a second complaint whose time runs from `start` (LKN 2011 Đ33; Đ48 on discipline). */
export function fileSecondBy(
  row: Pick<ComplaintRow, 'instance' | 'contested' | 'remote'>,
  start: Temporal.PlainDate,
  counting: Counting,
): Temporal.PlainDate {
  return due(complaintLimit('file-second', courseOf(row)), { start, remote: row.remote, ...counting }).due
}

/** Does the ladder lead here? Older records do not say whose decision it is: there the classification stands. */
export function belongsHere(row: ComplaintRow, tier: SettlingBody | null): boolean {
  if (row.respondent_body === null) return true
  const { instance, respondent_body: respondent, received_on: on } = row
  const asked = { respondent, instance: instance === 2 ? 2 : 1, on, contested: row.contested.kind } as const
  return mayBeSettledBy(tier, asked, row.successor?.ground ?? null)
}

/** A second complaint that was filed and is neither accepted nor declined yet. */
export function secondIsPending(row: Pick<ComplaintRow, 'second_road'>): boolean {
  return row.second_road?.second?.stage === 'filed'
}

/** The job by which the first instance hears what became of the second; none where it was told on paper. */
export function followJobs(row: Pick<ComplaintRow, 'id' | 'instance' | 'first_id'>) {
  return row.instance === 2 && row.first_id ? [{ task: followSecondTask, payload: { complaint_id: row.id } }] : []
}

/** Conditions of the instances, for the noun. */
export const instanceConditions: Noun<ComplaintRow, ComplaintFacts>['conditions'] = {
  'within-competence': ({ record, facts }) => facts.petition.competence === 'ours' && belongsHere(record!, facts.tier),
  'is-first-instance': ({ record }) => record!.instance === 1,
  'is-second-instance': ({ record }) => record!.instance === 2,
  'court-road-is-not-yet-announced': ({ record }) => record!.second_road === null,
  // Who was absent for a good reason is invited again.
  'dialogue-is-held-where-mandatory': ({ record }) =>
    !dialogueIsMandatory(courseOf(record!)) ||
    (record!.dialogue?.held != null && record!.dialogue.held.good_reason !== true),
}
