/** A delegation: a power of a unit's head handed to somebody for a stretch of days. */
import { z } from 'zod'
import type { Workflow } from '../../law/law.ts'
import { receptionMayBeDelegated, type SwitchSettings } from '../../law/switches.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { type DelegatedPower, holds } from '../../platform/actions/viewer.ts'
import type { FieldMeta } from '../../platform/input.ts'
import { countingOf } from '../calendars/counting.ts'
import type { PositionKind } from './position.ts'

/** The powers that can be written down; whether one may be delegated is the law's to say. */
export const powers = ['handling', 'settlement', 'reception'] as const satisfies readonly DelegatedPower['power'][]

/** Who receives the power, chosen among the officers of the unit. */
export function recipient() {
  return z.uuid({ error: 'not-a-choice' }).meta({ field: 'choice' } satisfies FieldMeta)
}

/** One row of the table; a day d lies in it when `from_on` <= d < the earlier of `until_on` and `withdrawn_on`. */
export interface DelegationRow extends RecordRow {
  from_account_id: string
  to_account_id: string
  power: (typeof powers)[number]
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  document: string
  withdrawn_on: Temporal.PlainDate | null
}

type State = 'given' | 'withdrawn' | 'void'
type Standing = 'head'
type Condition =
  | 'reception-may-be-delegated-then'
  | 'recipient-holds-a-post-here'
  | 'recipient-is-a-deputy'
  | 'delegation-ends-after-it-begins'
  | 'delegation-is-withdrawn-within-its-days'

/** In writing, to a deputy or an officer of the unit, for a stretch of days; reception no longer since 01/07/2026. */
export const delegationWorkflow = {
  delegate: {
    from: [],
    to: 'given',
    by: ['head'],
    needs: ['recipient-holds-a-post-here', 'recipient-is-a-deputy', 'delegation-ends-after-it-begins'],
    cite: 'Luật TCCQĐP 2025',
    unverified: 'recalled',
  },
  'delegate-reception': {
    from: [],
    to: 'given',
    by: ['head'],
    needs: ['reception-may-be-delegated-then', 'recipient-is-a-deputy', 'delegation-ends-after-it-begins'],
    cite: 'Luật 136/2025',
    unverified: 'press-only',
  },
  'withdraw-delegation': {
    from: ['given'],
    to: 'withdrawn',
    by: ['head'],
    needs: ['delegation-is-withdrawn-within-its-days'],
    cite: 'Luật TCCQĐP 2025',
    unverified: 'recalled',
  },
  'correct-delegation': {
    from: ['given', 'withdrawn'],
    to: 'same',
    by: ['head'],
    needs: [],
    cite: 'Luật TCCQĐP 2025',
    unverified: 'own-reading',
  },
  'void-delegation': {
    from: ['given', 'withdrawn'],
    to: 'void',
    by: ['head'],
    needs: [],
    cite: 'Luật TCCQĐP 2025',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<State, Standing, Condition>

/** What the conditions must know besides the row. */
export interface DelegationFacts {
  /** Rules of the book the office has turned on or off. */
  switches: SwitchSettings
  /** Who holds what in the unit today. */
  posts: readonly { account_id: string; kind: PositionKind }[]
}

const posts = `
select account_id, kind from position
where unit_id = $1 and state <> 'void' and from_on <= $2 and (until_on is null or until_on > $2)`

const mayReceive: readonly PositionKind[] = ['deputy-head', 'reception-officer', 'handler', 'clerk']

/** The noun `delegation`. */
export const delegation: Noun<DelegationRow, DelegationFacts> = {
  kind: 'delegation',
  table: 'delegation',
  workflow: delegationWorkflow,
  facts: async (sql, { unit_id, moment }) => {
    const held = await sql.query<DelegationFacts['posts'][number]>(posts, [unit_id, moment.on.toString()])
    const { switches } = await countingOf(sql)
    return { switches, posts: held.rows }
  },
  standings: ({ viewer, unit_id }) => (holds(viewer, unit_id, 'head') ? ['head'] : []),
  conditions: {
    'reception-may-be-delegated-then': ({ facts, input, moment }) => {
      const until_on = input?.['until_on']
      const last = until_on === undefined ? moment.on : Temporal.PlainDate.from(String(until_on)).subtract({ days: 1 })
      return receptionMayBeDelegated(last, facts.switches)
    },
    'recipient-holds-a-post-here': ({ facts, input }) =>
      !input ||
      facts.posts.some((post) => post.account_id === input['to_account_id'] && mayReceive.includes(post.kind)),
    'recipient-is-a-deputy': ({ facts, input }) => {
      if (!input || input['power'] === 'handling') return true
      return facts.posts.some((post) => post.account_id === input['to_account_id'] && post.kind === 'deputy-head')
    },
    'delegation-ends-after-it-begins': ({ input }) => !input || String(input['from_on']) < String(input['until_on']),
    'delegation-is-withdrawn-within-its-days': ({ input, record }) => {
      if (!input || !record) return true
      const day = String(input['withdrawn_on'])
      return record.from_on.toString() <= day && day < record.until_on.toString()
    },
  },
}
