/** A commitment: what a unit promised or was ordered to do, from the day it was said until its end. */
import {
  type CommitmentStanding,
  type CommitmentState,
  type commitmentForces,
  commitmentWorkflow,
} from '../../law/commitment-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'

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
  confirmed_as: string | null
  ended_on: Temporal.PlainDate | null
  why: string | null
  replaces_id: string | null
  replaced_by_id: string | null
  corrections: readonly unknown[]
}

/** What conditions and decisions need besides the row. */
export type CommitmentFacts = Counting

/** The noun `commitment`: it belongs to the unit that must keep it. */
export const commitment: Noun<CommitmentRow, CommitmentFacts> = {
  kind: 'commitment',
  table: 'commitment',
  workflow: commitmentWorkflow,
  facts: (sql) => countingOf(sql),
  standings({ viewer }) {
    const standings: CommitmentStanding[] = []
    if (viewer.via === 'clock') standings.push('program')
    return standings
  },
  conditions: {},
}
