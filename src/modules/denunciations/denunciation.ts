/** A denunciation in the closed register: neutral columns, who stands how towards it, and its named conditions. */
import { type DenunciationResult, type DenunciationStanding, denunciationFinals } from '../../law/denunciation-terms.ts'
import { denunciationWorkflow } from '../../law/denunciation-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, holds, holdsPower, type Viewer } from '../../platform/actions/viewer.ts'
import { idFrom } from '../../platform/uuid.ts'
import type { Clock } from '../calendars/clock.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'
import { conditions } from './conditions.ts'
import { type Retention, retentionOf } from './retention-rule.ts'
import type { SentWord } from './sealed-word.ts'
import { type Lawful, lawfulPeople, officersIn } from './subject.ts'
import type { Inspection, Tip } from './tip.ts'

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

/** A withdrawal: all or part, confirmed alone or not yet. */
export interface Withdrawal {
  on: string
  whole: boolean
  confirmed_on: string | null
  goes_on: boolean
  /** Within 24 hours after a recorded contact by the subject. Absent in records before it was asked. */
  soon_after_contact?: boolean
  /** The unit above has been told so; false where nobody there has a key. */
  told_above?: boolean
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
  withdrawal: Withdrawal | null
  /** Null where the sender gave a name. */
  tip: Tip | null
  inspection: Inspection | null
  outcome: DenunciationResult | null
  concluded_on: Temporal.PlainDate | null
  sent_on: Temporal.PlainDate | null
  acted_on: Temporal.PlainDate | null
  reported_on: Temporal.PlainDate | null
  published_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  further_on: Temporal.PlainDate | null
  /** Why it came again; null for reviews begun before it was kept. */
  further_why: 'disagrees' | 'overdue' | null
  demand: { on: string; answer_by: string; answered_on: string | null } | null
  /** Words sent to other units. */
  sent_words: readonly SentWord[]
  protection: Protection | null
  clock: Clock | null
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  /** It is kept on until then, whatever its time. */
  hold_until: Temporal.PlainDate | null
  /** Where the certificate of its destruction is sealed. */
  certificate_id: string | null
}

/** What conditions and decisions need besides the row. */
export interface DenunciationFacts extends Counting {
  /** The record's key is sealed to the viewer's key of today. */
  has_key: boolean
  /** The extract's key is sealed to the viewer's key of today. */
  has_extract: boolean
  /** The denouncer holds a key to a channel. */
  has_channel: boolean
  /** Who may be given a key in this unit on the day. */
  lawful: readonly Lawful[]
  /** Who may be asked to verify: whoever holds a post in this unit on the day. */
  officers: readonly string[]
  /** The viewer takes letters in at this unit or at one directly under it. */
  at_the_desk: boolean
  /** The viewer's key was given on request and ends on a day. */
  has_loan: boolean
  /** The second half of a recovery of this record lies sealed to the viewer. */
  has_half: boolean
  /** Who holds a key without end and has no post here any more. */
  left: readonly KeyHolder[]
  /** Keys whose last day has passed. */
  ended: readonly KeyHolder[]
  /** Until when it is kept, once it has ended. */
  retention: Retention | null
}

/** Somebody to whom the record's key is sealed. */
export interface KeyHolder {
  account_id: string
  key_id: string
}

const facts = `
select exists (select from record_key r join officer_key o on o.id = r.key_id and o.account_id = r.account_id
    where r.unit_id = $1 and r.record_id = $2 and r.account_id = $3 and o.replaced_at is null and ${counts('r', '$5')}) as has_key,
  exists (select from record_key r join officer_key o on o.id = r.key_id and o.account_id = r.account_id
    where r.unit_id = $1 and r.record_id = $6 and r.account_id = $3 and o.replaced_at is null and ${counts('r', '$5')}) as has_extract,
  exists (select from channel c where c.unit_id = $1 and c.record_id = $2) as has_channel,
  exists (select from record_key r where r.unit_id = $1 and r.record_id = $2 and r.account_id = $3
    and r.until_on is not null and ${counts('r', '$5')}) as has_loan,
  exists (select from recovery_half h join officer_key o on o.id = h.second_key_id and o.replaced_at is null
    where h.unit_id = $1 and h.record_id = $2 and o.account_id = $3) as has_half,
  coalesce((select json_agg(json_build_object('account_id', r.account_id, 'key_id', r.key_id)) from record_key r
    where r.unit_id = $1 and r.record_id = $2 and r.until_on is null and ${counts('r', '$5')} and not exists (
      select from position p where p.account_id = r.account_id and p.unit_id in (select heirs_of($1, $5::date)) and p.state <> 'void'
        and p.from_on <= $5::date and (p.until_on is null or p.until_on > $5::date))), '[]') as left,
  coalesce((select json_agg(json_build_object('account_id', r.account_id, 'key_id', r.key_id)) from record_key r
    where r.unit_id = $1 and r.record_id = $2 and r.until_on < $5::date
    and not exists (select from key_end e where e.unit_id = r.unit_id and e.record_id = r.record_id and e.key_id = r.key_id)), '[]') as ended,
  exists (select from unit_period u where u.unit_id = any($4) and u.valid @> $5::date and (u.unit_id = $1 or u.parent_id = $1)) as at_the_desk`

type HeldKeys = Pick<
  DenunciationFacts,
  'has_key' | 'has_extract' | 'has_channel' | 'at_the_desk' | 'has_loan' | 'has_half' | 'left' | 'ended'
>

/** SQL: does this row of `record_key` still count on the day, as far as it tells itself? */
export function counts(row: string, day: string): string {
  return `(${row}.until_on is null or ${row}.until_on >= ${day}::date) and not exists (select from key_end e
    where e.unit_id = ${row}.unit_id and e.record_id = ${row}.record_id and e.key_id = ${row}.key_id)`
}

/** The noun. Without a key nobody has any standing towards a sealed record, so a stranger learns nothing from a refusal. */
export const denunciation = {
  kind: 'denunciation',
  table: 'denunciation',
  workflow: denunciationWorkflow,
  async facts(sql, { record, unit_id, viewer, moment }) {
    const desks = viewer.positions.filter((one) => intakeKinds.some((kind) => kind === one.kind))
    const { rows } = await sql.query<HeldKeys>(facts, [
      unit_id,
      record?.id ?? null,
      viewer.account_id,
      desks.map((one) => one.unit_id),
      moment.on.toString(),
      record?.extract_id ?? null,
    ])
    const lawful = await lawfulPeople(sql, unit_id, moment.on)
    const officers = await officersIn(sql, unit_id, moment.on)
    // The query always gives one row.
    return {
      ...(await countingOf(sql)),
      ...rows[0]!,
      lawful,
      officers,
      retention: await retentionIn(sql, record, moment.on),
    }
  },
  standings({ record, facts, viewer, unit_id }): DenunciationStanding[] {
    const standings: DenunciationStanding[] = []
    if (isDenouncer(viewer, record)) standings.push('denouncer')
    if (record === null && viewer.via === 'clock') standings.push('sender')
    if (record !== null && viewer.via === 'clock') standings.push('clock')
    if (record === null && facts.at_the_desk) standings.push('desk')
    const verifies = record !== null && facts.has_extract && record.verifier_id === viewer.account_id
    const posts = [...viewer.positions, ...(viewer.inherited ?? [])].filter((one) => one.unit_id === unit_id)
    if (verifies && posts.length > 0) standings.push('verifier')
    if (record !== null && facts.has_half) standings.push('second-custodian')
    if (record !== null && !facts.has_key) return standings
    const works = record === null ? holds : carries
    if (works(viewer, unit_id, ...intakeKinds)) standings.push('intake')
    if (record === null) return standings
    const settling = holdsPower(viewer, unit_id, 'settlement')
    if (carries(viewer, unit_id, 'head') || settling) standings.push('settler')
    if (holds(viewer, unit_id, 'custodian')) standings.push('custodian')
    if (facts.has_loan) standings.push('reader')
    else if (posts.length === 0 && !settling) standings.push('leaver')
    return standings
  },
  conditions,
} satisfies Noun<DenunciationRow, DenunciationFacts>

/** Asked of ended records alone. */
async function retentionIn(
  sql: Sql,
  record: DenunciationRow | null,
  on: Temporal.PlainDate,
): Promise<Retention | null> {
  if (record === null || !denunciationFinals.some((state) => state === record.state)) return null
  return retentionOf(sql, { ...record, on })
}

/** Whoever sends on the portal, then whoever opened this record with the key on the slip. */
function isDenouncer({ account_id, via, opened }: Viewer, record: RecordRow | null): boolean {
  if (account_id !== null || via !== 'portal') return false
  return record === null || opened.some((one) => one.unit_id === record.unit_id && one.record_id === record.id)
}

/** Positions that take letters in. */
export const intakeKinds = ['reception-officer', 'clerk'] as const

/** What counts when one enters the closed register. */
export function receivedPosting(row: { received_on: Temporal.PlainDate; source: string; several: boolean }) {
  return {
    fact: 'petition-received',
    on_day: row.received_on,
    kind: 'denunciation',
    stage: row.source,
    source: row.source,
    people: row.several ? 2 : 1,
  }
}

/** Settled or ended, against the day on which it was processed. */
export function settledPosting(
  row: DenunciationRow,
  on_day: Temporal.PlainDate,
  outcome: string,
  in_time: boolean | null = null,
) {
  return {
    fact: 'petition-settled',
    on_day,
    kind: 'denunciation',
    outcome,
    first_time: row.further_on === null,
    since_on: row.processed_on ?? on_day,
    case_id: idFrom(row.id, 'case'),
    cases: 1,
    in_time,
    source: row.source,
  }
}

/** What counts, once, when the first processing step is taken. `kind`: a tip for unsigned information. */
export function processedPosting(
  row: DenunciationRow,
  on_day: Temporal.PlainDate,
  counted: { stage: string; eligible: boolean; kind?: 'tip'; field?: string },
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
    source: row.source,
    field: counted.field ?? null,
    first_time: row.further_on === null,
    outcome: row.further_why,
  }
}

/** What a step leaves of the clock where nothing is owed any more. */
export const noClock = { clock: null, nominal_on: null, due_on: null } as const
