/** A denunciation in the closed register: neutral columns, who stands how towards it, and its named conditions. */
import type { DenunciationResult, DenunciationStanding } from '../../law/denunciation-terms.ts'
import { denunciationWorkflow } from '../../law/denunciation-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'
import { idFrom } from '../../platform/uuid.ts'
import type { Clock } from '../calendars/clock.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'
import { settles } from '../people/queries.ts'
import { conditions } from './conditions.ts'
import { type Lawful, lawfulPeople, officersIn } from './subject.ts'

/** Where it was transferred to, or came from. */
export interface OtherEnd {
  unit_id: string
  denunciation_id: string
  unit_name: string
  on: string
}

/** A request for protection on its way: asked, verified, in force, ended. Measures and reasons lie sealed. */
export interface Protection {
  stage: 'asked' | 'verified' | 'in-force' | 'refused' | 'ended'
  asked_on: string
  /** Null while it was only said by telephone. */
  in_writing_on: string | null
  decided_on: string | null
  ended_on: string | null
}

/** A row of the closed register. Nothing in it tells who, about whom or what. */
export interface DenunciationRow extends RecordRow {
  /** Null for one imported with a number of its own, which is sealed. */
  register_number: number | null
  register_year: number
  received_on: Temporal.PlainDate
  source: string
  via: string
  several: boolean
  eligible: boolean | null
  processed_on: Temporal.PlainDate | null
  processed_by_step: string | null
  came_from: OtherEnd | null
  sent_to: OtherEnd | null
  /** Where the extract is sealed; null before a verification is assigned. */
  extract_id: string | null
  verifier_id: string | null
  accepted_on: Temporal.PlainDate | null
  notified_on: Temporal.PlainDate | null
  extensions: number
  suspensions: readonly { from: string; to: string | null }[]
  /** `goes_on`: a sign was found because of which it must be settled all the same. */
  withdrawal: { on: string; whole: boolean; confirmed_on: string | null; goes_on: boolean } | null
  outcome: DenunciationResult | null
  concluded_on: Temporal.PlainDate | null
  sent_on: Temporal.PlainDate | null
  acted_on: Temporal.PlainDate | null
  reported_on: Temporal.PlainDate | null
  published_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  further_on: Temporal.PlainDate | null
  demand: { on: string; answer_by: string; answered_on: string | null } | null
  protection: Protection | null
  clock: Clock | null
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
}

/** What conditions and decisions need besides the row. */
export interface DenunciationFacts extends Counting {
  /** The record's key is sealed to the viewer's key of today. */
  has_key: boolean
  /** The extract's key is sealed to the viewer's key of today. */
  has_extract: boolean
  /** Who may be given a key in this unit on the day. */
  lawful: readonly Lawful[]
  /** Who may be asked to verify: whoever holds a post in this unit on the day. */
  officers: readonly string[]
  /** The viewer takes letters in at this unit or at one directly under it. */
  at_the_desk: boolean
}

const facts = `
select exists (select from record_key r join officer_key o on o.id = r.key_id and o.account_id = r.account_id
    where r.unit_id = $1 and r.record_id = $2 and r.account_id = $3 and o.replaced_at is null) as has_key,
  exists (select from record_key r join officer_key o on o.id = r.key_id and o.account_id = r.account_id
    where r.unit_id = $1 and r.record_id = $6 and r.account_id = $3 and o.replaced_at is null) as has_extract,
  exists (select from unit_period u where u.unit_id = any($4) and u.valid @> $5::date and (u.unit_id = $1 or u.parent_id = $1)) as at_the_desk`

/** The noun. Without a key nobody has any standing towards a sealed record, so a stranger learns nothing from a refusal. */
export const denunciation = {
  kind: 'denunciation',
  table: 'denunciation',
  workflow: denunciationWorkflow,
  async facts(sql, { record, unit_id, viewer, moment }) {
    const desks = viewer.positions.filter((one) => intakeKinds.some((kind) => kind === one.kind))
    const { rows } = await sql.query<Pick<DenunciationFacts, 'has_key' | 'has_extract' | 'at_the_desk'>>(facts, [
      unit_id,
      record?.id ?? null,
      viewer.account_id,
      desks.map((one) => one.unit_id),
      moment.on.toString(),
      record?.extract_id ?? null,
    ])
    const { has_key = false, has_extract = false, at_the_desk = false } = rows[0] ?? {}
    const lawful = await lawfulPeople(sql, unit_id, moment.on)
    const officers = await officersIn(sql, unit_id, moment.on)
    return { ...(await countingOf(sql)), has_key, has_extract, at_the_desk, lawful, officers }
  },
  standings({ record, facts, viewer, unit_id }): DenunciationStanding[] {
    const standings: DenunciationStanding[] = []
    if (record === null && viewer.via === 'clock') standings.push('sender')
    if (record !== null && viewer.via === 'clock') standings.push('clock')
    if (record === null && facts.at_the_desk) standings.push('desk')
    const verifies = record !== null && facts.has_extract && record.verifier_id === viewer.account_id
    if (verifies && viewer.positions.some((one) => one.unit_id === unit_id)) standings.push('verifier')
    if (record !== null && !facts.has_key) return standings
    if (holds(viewer, unit_id, ...intakeKinds)) standings.push('intake')
    if (record !== null && settles(viewer, unit_id)) standings.push('settler')
    if (record !== null && holds(viewer, unit_id, 'custodian')) standings.push('custodian')
    return standings
  },
  conditions,
} satisfies Noun<DenunciationRow, DenunciationFacts>

/** Positions that take letters in. */
export const intakeKinds = ['reception-officer', 'clerk'] as const

/** What counts when one enters the closed register. */
export function receivedPosting(row: { received_on: Temporal.PlainDate; source: string; several: boolean }) {
  return {
    fact: 'petition-received',
    on_day: row.received_on,
    kind: 'denunciation',
    stage: row.source,
    people: row.several ? 2 : 1,
  }
}

/** Settled or ended, against the day on which it was processed. */
export function settledPosting(row: DenunciationRow, on_day: Temporal.PlainDate, outcome: string) {
  return {
    fact: 'petition-settled',
    on_day,
    kind: 'denunciation',
    outcome,
    first_time: row.further_on === null,
    since_on: row.processed_on ?? on_day,
    case_id: idFrom(row.id, 'case'),
  }
}

/** What counts, once, when the first processing step is taken. `kind`: a tip for unsigned information. */
export function processedPosting(
  row: DenunciationRow,
  on_day: Temporal.PlainDate,
  counted: { stage: string; eligible: boolean; kind?: 'tip' },
) {
  return {
    fact: 'petition-processed',
    on_day,
    kind: counted.kind ?? 'denunciation',
    stage: counted.stage,
    eligible: counted.eligible,
    cases: 1,
    case_id: idFrom(row.id, 'case'),
    since_on: row.received_on,
    people: row.several ? 2 : 1,
  }
}

/** What a step leaves of the clock where nothing is owed any more. */
export const noClock = { clock: null, nominal_on: null, due_on: null } as const
