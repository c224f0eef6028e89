/** A petition: one letter in one unit's register, who stands how towards it, and its named conditions. */
import { settlesSecond } from '../../law/competence.ts'
import { due } from '../../law/due.ts'
import { petitionWorkflow, type processingSteps } from '../../law/petition-workflow.ts'
import {
  type Competence,
  type Field,
  type Forwarder,
  type HandlingCondition,
  type PetitionKind,
  type PetitionSource,
  requiredConditions,
} from '../../law/terms.ts'
import type { Noun, PostingWanted, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import type { Clock } from '../calendars/clock.ts'
import { dueDateMoves } from '../calendars/re-date.ts'
import { type AtOnce, atOnceConditions } from './at-once.ts'
import { type JointPetition, jointConditions, representativesInLetter } from './joint.ts'
import { rarityOf } from './likeness.ts'
import { type OfficeFacts, officeFacts } from './office-facts.ts'
import type { Rarity } from './pairs.ts'
import type { ReplyToSender } from './reply-to-sender.ts'

/** The first handling step of a petition, and of each of its points. */
export type ProcessingStep = (typeof processingSteps)[number]

/** One separable claim inside a petition. */
export interface Point {
  id: string
  kind: PetitionKind
  field: Field
  text: string
  /** The step that dealt with it; null while it is open. */
  step: ProcessingStep | 'withdraw-point' | null
  on: string | null
  /** The record that carries its proceeding; the letter's settling is counted at the one that began first. */
  led_to: { kind: 'complaint' | 'feedback'; id: string; first?: true } | null
}

/** A row of the register. */
export interface PetitionRow extends RecordRow, JointPetition, AtOnce {
  register_number: number | null
  register_year: number
  received_on: Temporal.PlainDate
  source: PetitionSource
  forwarder: Forwarder | null
  via: string
  title: string
  text: string
  place: string | null
  place_unit_id: string | null
  petitioner_name: string
  petitioner_address: string | null
  petitioner_phone: string | null
  petitioner_email: string | null
  language: 'vi' | 'en'
  signers: number
  representatives: readonly string[]
  assisted: { helper: string; relation: string; read_back: boolean } | null
  signature: { how: string; on: string; by: string | null } | null
  asked_kind: PetitionKind | null
  kind: PetitionKind | null
  field: Field | null
  competence: Competence | null
  competent_unit_id: string | null
  conditions: readonly HandlingCondition[] | null
  eligible: boolean | null
  points: readonly Point[]
  case_id: string
  same_as: {
    how: 'same-letter' | 'same-substance'
    petition_id: string
    case_before: string
    number: string | null
  } | null
  handler_id: string | null
  processed_on: Temporal.PlainDate | null
  processed_by_step: ProcessingStep | null
  came_from: { unit_id: string; petition_id: string; unit_name: string; on: string } | null
  sent_to: { unit_id: string; petition_id: string; unit_name: string; on: string } | null
  /** The first complaint from whose page its petitioner sent this letter. */
  follows: { unit_id: string; petition_id: string; complaint_id: string } | null
  urged: readonly { on: string; unit_name: string; answer_by: string }[]
  replies: readonly { on: string; from: string; text: string; handed_back?: true }[]
  /** What was told to the unit that had transferred it here. */
  reply_to_sender: ReplyToSender | null
  visit_id: string | null
  import_id: string | null
  source_number: string | null
  clock: Clock | null
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  search: string
}

/** What conditions and decisions need besides the row. */
export interface PetitionFacts extends OfficeFacts {
  /** Another letter of the same person and content was guided before. */
  guided_before: boolean
  /** Proceedings that came of it and have no decision or answer yet. */
  running: number
  /** By which the letter's keys are chosen. */
  rarity: Rarity
}

/** The petition as a kind of record. */
export const petition: Noun<PetitionRow, PetitionFacts> = {
  kind: 'petition',
  table: 'petition',
  workflow: petitionWorkflow,
  async facts(sql, { record, unit_id, moment }) {
    const guided = record?.same_as?.how === 'same-letter' && (await guidedBefore(sql, record))
    const rarity = await rarityOf(sql)
    const running = record?.came_from ? await runningOf(sql, record) : 0
    return { ...(await officeFacts(sql, unit_id, moment.on)), guided_before: guided, running, rarity }
  },
  standings({ record, viewer, unit_id }) {
    const standings: string[] = []
    // A register that is no more takes in nothing new; what stands in it is carried on by the unit that took over.
    const works = record === null ? holds : carries
    if (viewer.via === 'clock') standings.push('clock')
    if (record === null && viewer.via === 'portal') standings.push('public')
    if (record && viewer.opened.some((o) => o.record_id === record.id)) standings.push('petitioner')
    if (works(viewer, unit_id, 'reception-officer', 'clerk')) standings.push('intake')
    if (
      record?.handler_id &&
      record.handler_id === viewer.account_id &&
      works(viewer, unit_id, 'handler', 'reception-officer')
    )
      standings.push('handler')
    if (works(viewer, unit_id, 'head')) standings.push('head', 'settler')
    return standings
  },
  conditions: {
    'is-not-classified-yet': ({ record }) =>
      record!.state === 'received' ||
      (record!.kind === null && record!.processed_by_step === 'guide-unsigned' && record!.signature !== null),
    'a-point-is-open': ({ record }) =>
      record!.points.some((point) => point.step === null) || record!.points.length === 0,
    'an-open-point-is-a-complaint': ({ record }) =>
      record!.points.some((point) => point.step === null && point.kind === 'complaint'),
    'another-point-is-open': ({ record }) => record!.points.filter((point) => point.step === null).length > 1,
    'unit-settles-second-complaints': ({ facts }) => settlesSecond(facts.tier),
    'officer-has-this-work': ({ record, input }) => !input || record!.handler_id === input['from_id'],
    'handling-conditions-met': ({ record }) => record!.eligible === true,
    'within-competence': ({ record }) => record!.competence === 'ours',
    'outside-competence': ({ record }) => record!.competence !== null && record!.competence !== 'ours',
    'signature-is-confirmed': ({ record }) => !needsSignature(record!) || record!.signature !== null,
    // Whatever is not known to be something else may still turn out to be a complaint.
    'signature-is-missing': ({ record }) =>
      record!.signature === null && (needsSignature(record!) || (record!.kind ?? record!.asked_kind) === null),
    'signature-wait-is-over': ({ record, facts, moment }) =>
      Temporal.PlainDate.compare(
        moment.on,
        due('petition.confirm-signature', { start: record!.received_on, ...facts }).due,
      ) > 0,
    'not-guided-before': ({ facts }) => !facts.guided_before,
    'not-transferred-before': ({ record }) => record!.sent_to === null && record!.came_from === null,
    // A complaint outside competence is guided; it is passed on only if it came through an agency, a deputy or the press.
    'transfer-is-lawful-for-its-kind': ({ record }) => record!.kind !== 'complaint' || record!.forwarder !== null,
    'another-unit-owes-an-answer': ({ record }) =>
      (record!.sent_to !== null || record!.competence === 'subordinate') && record!.replies.length === 0,
    'came-from-another-unit': ({ record }) => record!.came_from !== null,
    'matter-is-settled-here': ({ record, facts }) =>
      record!.points.length > 0 && record!.points.every((point) => point.step !== null) && facts.running === 0,
    'sender-is-not-told-yet': ({ record }) => record!.reply_to_sender === null,
    'petition-is-linked': ({ record }) => record!.same_as !== null,
    'nothing-is-done-yet': ({ record }) =>
      record!.processed_on === null &&
      record!.points.every((point) => point.led_to === null) &&
      // A letter about it has left: what it says cannot be taken back.
      record!.alert === null &&
      record!.referrals === null,
    'due-date-moves': ({ record, facts, input }) => dueDateMoves(record!, facts, input),
    ...jointConditions,
    ...atOnceConditions,
    'untouched-since-import': ({ record }) => record!.import_id !== null && record!.revision === 1,
  },
}

async function guidedBefore(sql: Sql, record: PetitionRow): Promise<boolean> {
  const { rows } = await sql.query({
    name: 'guided_before',
    text: `select exists (select from petition where unit_id = $1 and case_id = $2 and id <> $3 and processed_by_step = 'guide') as yes`,
    values: [record.unit_id, record.case_id, record.id],
  })
  return rows[0].yes
}

async function runningOf(sql: Sql, record: PetitionRow): Promise<number> {
  const { rows } = await sql.query<{ running: number }>(
    `select ((select count(*) from complaint where unit_id = $1 and petition_id = $2 and decided_on is null and ended_on is null)
       + (select count(*) from feedback where unit_id = $1 and petition_id = $2 and answered_on is null and ended_on is null))::int as running`,
    [record.unit_id, record.id],
  )
  return rows[0]?.running ?? 0
}

/** A complaint must be signed (LKN 2011 Đ8, Đ11); recommendations and observations need a name and an address. */
export function needsSignature(row: Pick<PetitionRow, 'kind' | 'asked_kind'>): boolean {
  return (row.kind ?? row.asked_kind) === 'complaint'
}

/** Are the conditions met that the law demands of this kind of petition? */
export function isEligible(kind: PetitionKind, met: readonly HandlingCondition[]): boolean {
  return requiredConditions(kind).every((condition) => met.includes(condition))
}

/** A letter counts by its kind from the day it is received: as classified, before that as its sender called it. */
export function receivedPosting(
  row: Pick<PetitionRow, 'received_on' | 'source' | 'signers' | 'kind' | 'asked_kind'>,
  sign: 1 | -1 = 1,
): PostingWanted {
  return {
    fact: 'petition-received',
    on_day: row.received_on,
    sign,
    kind: row.kind ?? row.asked_kind,
    stage: row.source,
    source: row.source,
    people: row.signers,
    large_group: row.signers >= 5,
  }
}

/** The first handling step counts once: when, as what, eligible or not, as a new case or not. */
export function processedPosting(
  record: Pick<
    PetitionRow,
    'processed_on' | 'kind' | 'field' | 'eligible' | 'same_as' | 'case_id' | 'received_on' | 'signers' | 'source'
  >,
  step: ProcessingStep,
  on: Temporal.PlainDate,
): { change: Partial<PetitionRow>; postings: PostingWanted[] } {
  if (record.processed_on !== null) return { change: {}, postings: [] }
  return {
    change: { processed_on: on, processed_by_step: step },
    postings: [
      {
        fact: 'petition-processed',
        on_day: on,
        kind: record.kind,
        field: record.field,
        stage: step,
        eligible: record.eligible ?? false,
        cases: record.same_as === null && record.eligible ? 1 : 0,
        case_id: record.case_id,
        since_on: record.received_on,
        people: record.signers,
        large_group: record.signers >= 5,
        source: record.source,
      },
    ],
  }
}

/** The points after a step has dealt with the open ones (or with one of them). */
export function dealtWith(
  record: PetitionRow,
  step: ProcessingStep,
  on: Temporal.PlainDate,
  which?: string,
  led_to: Point['led_to'] = null,
): readonly Point[] {
  return record.points.map((point) =>
    point.step === null && (which === undefined || point.id === which)
      ? { ...point, step, on: on.toString(), led_to }
      : point,
  )
}

/** The point at whose proceeding the settling of the letter is counted, once. */
export function countedPoint(row: Pick<PetitionRow, 'points'>): string | undefined {
  return (row.points.find((point) => point.led_to?.first) ?? row.points.find((point) => point.led_to))?.id
}

/** How letters name the petition. */
export function inLetter(record: PetitionRow) {
  const kinds = ['complaint', 'recommendation', 'observation', 'denunciation'] as const
  return {
    received_on: record.received_on.toString(),
    about: record.title,
    register_number: record.register_number ? `${record.register_number}/${record.register_year}` : undefined,
    kind: kinds.find((kind) => kind === record.kind) ?? ('petition' as const),
  }
}

/** The petitioner as letters address them; of a joint petition its representatives. */
export function personInLetter(record: PetitionRow) {
  return (
    representativesInLetter(record) ?? {
      name: record.petitioner_name,
      address: record.petitioner_address ?? '',
      others: record.signers > 1 ? record.signers - 1 : undefined,
    }
  )
}
