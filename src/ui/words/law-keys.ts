/** The keys that the words of the law must have: one for every step, state, condition and term of the book. */

import type { HolidayId } from '../../law/calendar.ts'
import type { CalendarStatus } from '../../law/calendar-years.ts'
import type { RespondentBody, SettlingBody } from '../../law/competence.ts'
import type { ProtectionMeasure } from '../../law/denunciation-terms.ts'
import type { DueNote, ReasonWhy } from '../../law/due.ts'
import type { Unverified } from '../../law/law.ts'
import type { ProceedingName, proceedings } from '../../law/proceedings.ts'
import type { RefusalGroundId } from '../../law/reception-rules.ts'
import type { SwitchId } from '../../law/switches.ts'
import type {
  Competence,
  ComplaintResult,
  ComplexityCriterion,
  ContestedKind,
  DeclineGround,
  EnforcementStage,
  Field,
  FieldGroup,
  FirstDecisionFate,
  Forwarder,
  HandBackGround,
  HandlingCondition,
  PetitionKind,
  PetitionSource,
  ReceptionKind,
  ReceptionMode,
  SecondReason,
  ShelvingGround,
  SuspensionGround,
  VisitOutcome,
} from '../../law/terms.ts'
import type { LimitId, TimeLimit, Variant } from '../../law/time-limits.ts'

type WorkflowOf<Name extends ProceedingName> = (typeof proceedings)[Name]['workflow']
type RowOf<Name extends ProceedingName> = WorkflowOf<Name>[keyof WorkflowOf<Name>]
/** Distributes over the rows, so that each proceeding has the states and conditions of its own table. */
type ToOf<Row> = Row extends { to: infer To extends string } ? Exclude<To, 'same'> : never
type NeedsOf<Row> = Row extends { needs: readonly (infer Need extends string)[] } ? Need : never
type ByOf<Row> = Row extends { by: readonly (infer By extends string)[] } ? By : never
type AnyRow = { [Name in ProceedingName]: RowOf<Name> }[ProceedingName]

/** What a step is called: the verb on its button, and the sentence in the timeline once it is done. */
export interface StepWords {
  button: string
  done: string
}

/** Words of the steps, by proceeding. */
export type LawSteps = { [Name in ProceedingName]: { [Step in keyof WorkflowOf<Name>]: StepWords } }

/** Words of the states, by proceeding. */
export type LawStates = { [Name in ProceedingName]: Record<ToOf<RowOf<Name>>, string> }

/** What is said when a condition does not hold: what is wrong, and what can be done. */
export type LawConditions = Record<NeedsOf<AnyRow>, string>

/** Names of everything else in the book. */
export interface LawTerms {
  proceedings: Record<ProceedingName, string>
  standings: Record<ByOf<AnyRow>, string>
  refusals: Record<'not-yours' | 'not-in-this-state' | 'not-in-force' | 'unknown-step', string>
  limits: Record<LimitId, string>
  limit_starts: Record<LimitId, string>
  units: Record<TimeLimit['unit'], string>
  variants: Record<Variant, string>
  reasons: Record<ReasonWhy, string>
  holidays: Record<HolidayId, string>
  notes: Record<DueNote, string>
  unverified: Record<Unverified, string>
  calendar_statuses: Record<CalendarStatus, string>
  switches: Record<SwitchId, string>
  kinds: Record<PetitionKind, string>
  sources: Record<PetitionSource, string>
  forwarders: Record<Forwarder, string>
  fields: Record<Field, string>
  field_groups: Record<FieldGroup, string>
  competences: Record<Competence, string>
  handling_conditions: Record<HandlingCondition, string>
  decline_grounds: Record<DeclineGround, string>
  refusal_grounds: Record<RefusalGroundId, string>
  complexity_criteria: Record<ComplexityCriterion, string>
  shelving_grounds: Record<ShelvingGround, string>
  hand_back_grounds: Record<HandBackGround, string>
  suspension_grounds: Record<SuspensionGround, string>
  protection_measures: Record<ProtectionMeasure, string>
  complaint_results: Record<ComplaintResult, string>
  contested_kinds: Record<ContestedKind, string>
  first_decision_fates: Record<FirstDecisionFate, string>
  second_reasons: Record<SecondReason, string>
  respondent_bodies: Record<RespondentBody, string>
  settling_bodies: Record<SettlingBody, string>
  instances: Record<'1' | '2', string>
  enforcement_stages: Record<EnforcementStage, string>
  reception_kinds: Record<ReceptionKind, string>
  reception_modes: Record<ReceptionMode, string>
  visit_outcomes: Record<VisitOutcome, string>
}
