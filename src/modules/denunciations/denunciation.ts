/** A denunciation in the closed register: neutral columns, who stands how towards it, and its named conditions. */
import {
  type DenunciationCondition,
  type DenunciationStanding,
  denunciationWorkflow,
} from '../../law/denunciation-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'
import type { Clock } from '../calendars/clock.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'
import { settles } from '../people/queries.ts'
import { type Lawful, lawfulPeople } from './subject.ts'

/** Where it was transferred to, or came from. */
export interface OtherEnd {
  unit_id: string
  denunciation_id: string
  unit_name: string
  on: string
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
  clock: Clock | null
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
}

/** What conditions and decisions need besides the row. */
export interface DenunciationFacts extends Counting {
  /** The record's key is sealed to the viewer's key of today. */
  has_key: boolean
  /** Who may be given a key in this unit on the day. */
  lawful: readonly Lawful[]
  /** The viewer takes letters in at this unit or at one directly under it. */
  at_the_desk: boolean
}

/** What the conditions read of an input; each step has some of it. */
interface Said {
  /** Accounts of the subject, and of everybody under the subject on the day. */
  subjects?: readonly string[]
  barred?: readonly string[]
  keys?: readonly { account_id: string }[]
  within_competence?: boolean
}

const said = (input: unknown): Said => (input ?? {}) as Said

const facts = `
select exists (select from record_key r join officer_key o on o.id = r.key_id and o.account_id = r.account_id
    where r.unit_id = $1 and r.record_id = $2 and r.account_id = $3 and o.replaced_at is null) as has_key,
  exists (select from unit_period u where u.unit_id = any($4) and u.valid @> $5::date and (u.unit_id = $1 or u.parent_id = $1)) as at_the_desk`

/** The noun. Without a key nobody has any standing towards a sealed record, so a stranger learns nothing from a refusal. */
export const denunciation = {
  kind: 'denunciation',
  table: 'denunciation',
  workflow: denunciationWorkflow,
  async facts(sql, { record, unit_id, viewer, moment }) {
    const desks = viewer.positions.filter((one) => intakeKinds.some((kind) => kind === one.kind))
    const { rows } = await sql.query<Pick<DenunciationFacts, 'has_key' | 'at_the_desk'>>(facts, [
      unit_id,
      record?.id ?? null,
      viewer.account_id,
      desks.map((one) => one.unit_id),
      moment.on.toString(),
    ])
    const { has_key = false, at_the_desk = false } = rows[0] ?? {}
    return { ...(await countingOf(sql)), has_key, at_the_desk, lawful: await lawfulPeople(sql, unit_id, moment.on) }
  },
  standings({ record, facts, viewer, unit_id }): DenunciationStanding[] {
    const standings: DenunciationStanding[] = []
    if (record === null && viewer.via === 'clock') standings.push('sender')
    if (record === null && facts.at_the_desk) standings.push('desk')
    if (record !== null && !facts.has_key) return standings
    if (holds(viewer, unit_id, ...intakeKinds)) standings.push('intake')
    if (record !== null && settles(viewer, unit_id)) standings.push('settler')
    if (record !== null && holds(viewer, unit_id, 'custodian')) standings.push('custodian')
    return standings
  },
  conditions: {
    'actor-is-clear-of-the-subject': ({ input, viewer }) =>
      !said(input).barred?.some((account_id) => account_id === viewer.account_id),
    'actor-is-not-the-subject': ({ input, viewer }) =>
      !said(input).subjects?.some((account_id) => account_id === viewer.account_id),
    'actor-keeps-no-key': ({ input, viewer }) => !said(input).keys?.some((key) => key.account_id === viewer.account_id),
    'sealed-for-lawful-people-only': ({ input, facts, record }) => {
      const { keys, barred = [] } = said(input)
      if (!keys) return true
      return areLawful(keys, facts.lawful, barred) && (record !== null || someSettles(keys, facts.lawful))
    },
    'actor-holds-a-key': ({ facts }) => facts.has_key,
    'outside-competence': ({ input }) => said(input).within_competence !== true,
    'not-transferred-before': ({ record }) => !record?.sent_to && !record?.came_from,
  } satisfies Record<DenunciationCondition, Noun<DenunciationRow, DenunciationFacts>['conditions'][string]>,
} satisfies Noun<DenunciationRow, DenunciationFacts>

/** Positions that take letters in. */
export const intakeKinds = ['reception-officer', 'clerk'] as const

/** Is every key for somebody entitled, and for nobody concerned? */
export function areLawful(
  keys: readonly { account_id: string }[],
  lawful: readonly Lawful[],
  barred: readonly string[],
): boolean {
  return (
    keys.length > 0 &&
    keys.every(({ account_id }) => lawful.some((one) => one.account_id === account_id) && !barred.includes(account_id))
  )
}

/** Can whoever settles open it? */
export function someSettles(keys: readonly { account_id: string }[], lawful: readonly Lawful[]): boolean {
  return keys.some(({ account_id }) => lawful.some((one) => one.account_id === account_id && one.settles))
}

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
