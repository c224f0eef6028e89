/** A commitment: what a unit promised or was ordered to do, from the day it was said until its end. */
import {
  type CommitmentStanding,
  type CommitmentState,
  type commitmentForces,
  commitmentWorkflow,
} from '../../law/commitment-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, holds, type Viewer } from '../../platform/actions/viewer.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'
import { personalData } from '../feedback/personal-data.ts'
import { lastDayOf } from './due-day.ts'

/** A head as they were on one day. */
export interface HeadThen {
  account_id: string
  name: string
  title: string
}

/** A day moved by who ordered; the old one stays. */
export interface Extension {
  from_on: string
  to_on: string
  on: string
  by: string
  reason: string
}

/** Something noted on a day by somebody. */
export interface Noted {
  on: string
  by: string
  text: string
}

/** A typing error mended before anything was public: both wordings stay. */
export interface CommitmentCorrection {
  on: string
  by: string
  reason: string
  from: string
  to: string
}

/** One row of the table; what the columns mean stands in the migration. */
export interface CommitmentRow extends RecordRow {
  state: CommitmentState
  origin_kind: string
  origin_unit_id: string
  origin_id: string
  origin_title: string
  origin_public: boolean
  said_on: Temporal.PlainDate
  helpers: readonly string[]
  text: string
  force: (typeof commitmentForces)[number]
  named_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  extensions: readonly Extension[]
  made_on: Temporal.PlainDate
  head_then: HeadThen | null
  public_text: string | null
  published_on: Temporal.PlainDate | null
  progress: readonly Noted[]
  evidence: string | null
  reported_on: Temporal.PlainDate | null
  reported_by: string | null
  sent_back: readonly { on: string; by: string; reason: string }[]
  kept_on: Temporal.PlainDate | null
  confirmed_on: Temporal.PlainDate | null
  confirmed_as: string | null
  ended_on: Temporal.PlainDate | null
  why: string | null
  replaces_id: string | null
  replaced_by_id: string | null
  corrections: readonly CommitmentCorrection[]
  taken_down: readonly { on: string; by: string; reason: string }[]
}

/** What conditions and decisions need besides the row. */
export interface CommitmentFacts extends Counting {
  /** Units above the owner, or above those that carry its work on. */
  above: readonly string[]
  /** The owner, or those that carry its work on. */
  owners: readonly string[]
  /** The unit where it was said is the owner itself. */
  self: boolean
  /** The viewer asked where it was said, and opened that with a code. */
  asked: boolean
}

/** Posts that bind a unit, and those that prepare. */
const headKinds = ['head', 'deputy-head'] as const
const officeKinds = ['head', 'deputy-head', 'clerk', 'handler'] as const

/** Texts that the public reads once the commitment is public: those of the step alone. */
const publicTexts = ['public_text', 'evidence', 'why', 'reason'] as const

const unitsAround = `select coalesce((select array_agg(h) from heirs_of($1, $3::date) h), '{}') as owners,
  coalesce((select array_agg(distinct a.ancestor_id) from heirs_of($1, $3::date) h
    join unit_ancestry a on a.unit_id = h and a.depth > 0 and a.valid @> $3::date), '{}') as above,
  exists (select from heirs_of($1, $3::date) h where h in (select heirs_of($2, $3::date))) as self`

/** Did the viewer open, with a code, the origin itself or a question asked there? */
async function askedThere(sql: Sql, viewer: Viewer, row: CommitmentRow): Promise<boolean> {
  if (viewer.account_id !== null || viewer.opened.length === 0) return false
  const opened = viewer.opened.map((one) => one.record_id)
  if (opened.includes(row.origin_id)) return true
  const { rows } = await sql.query(
    'select from commitment_asker a where a.origin_unit_id = $1 and a.origin_id = $2 and a.record_id = any($3::uuid[]) limit 1',
    [row.origin_unit_id, row.origin_id, opened],
  )
  return rows.length > 0
}

/** The noun `commitment`: it belongs to the unit that must keep it. */
export const commitment: Noun<CommitmentRow, CommitmentFacts> = {
  kind: 'commitment',
  table: 'commitment',
  workflow: commitmentWorkflow,
  async facts(sql, { record, unit_id, viewer, moment }) {
    const counting = await countingOf(sql)
    if (record === null) return { ...counting, owners: [unit_id], above: [], self: true, asked: false }
    const asked = await askedThere(sql, viewer, record)
    const { rows } = await sql.query<Pick<CommitmentFacts, 'owners' | 'above' | 'self'>>(unitsAround, [
      unit_id,
      record.origin_unit_id,
      moment.on.toString(),
    ])
    return { ...counting, ...rows[0]!, asked }
  },
  standings({ record, facts, viewer, unit_id }) {
    if (viewer.via === 'clock') return ['program']
    if (record === null) return []
    const standings: CommitmentStanding[] = []
    const { origin_unit_id } = record
    const above = facts.above.some((unit) => holds(viewer, unit, ...headKinds))
    const maker = carries(viewer, origin_unit_id, ...headKinds)
    const orderer = facts.self ? above : maker
    if (carries(viewer, unit_id, ...officeKinds)) standings.push('owner')
    if (carries(viewer, unit_id, ...headKinds)) standings.push('head')
    if (maker) standings.push('maker')
    if (orderer) standings.push('orderer')
    if (orderer || above) standings.push('superior')
    if ([unit_id, origin_unit_id].some((unit) => carries(viewer, unit, ...officeKinds))) standings.push('preparer')
    if ([...facts.owners, ...facts.above].some((unit) => holds(viewer, unit, 'front-supervisor')))
      standings.push('front')
    if (facts.asked) standings.push('asker')
    return standings
  },
  conditions: {
    'none-of-it-names-a-person': ({ input }) =>
      publicTexts.every((name) => typeof input?.[name] !== 'string' || personalData(input[name], []) === null),
    'somebody-else-reported-it': ({ record, viewer }) =>
      viewer.account_id === null || record!.reported_by !== viewer.account_id,
    'last-day-has-not-passed': ({ record, moment }) => Temporal.PlainDate.compare(record!.due_on, moment.on) >= 0,
    'new-last-day-is-later': ({ record, facts, input }) =>
      !(input?.['due_on'] instanceof Temporal.PlainDate) ||
      Temporal.PlainDate.compare(lastDayOf(input['due_on'], facts.calendar), record!.due_on) > 0,
    'wording-is-not-public': ({ record }) => record!.public_text === null,
    'wording-is-public': ({ record }) => record!.public_text !== null,
    'was-never-public': ({ record }) => record!.published_on === null && !record!.origin_public,
  },
}
