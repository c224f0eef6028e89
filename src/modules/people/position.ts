/** A position: who holds what in which unit, from which day until which. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { holds, type PositionOnDay, type Viewer } from '../../platform/actions/viewer.ts'

/** The kinds of position, in the order shown. */
export const positionKinds = [
  'head',
  'deputy-head',
  'reception-officer',
  'handler',
  'clerk',
  'front-supervisor',
  'administrator',
  'custodian',
] as const satisfies readonly PositionOnDay['kind'][]

/** What a position is called in the code. */
export type PositionKind = (typeof positionKinds)[number]

/** One row of the table; a day d lies in it when `from_on` <= d < `until_on`. */
export interface PositionRow extends RecordRow {
  account_id: string
  kind: PositionKind
  title: string
  from_on: Temporal.PlainDate
  /** First day without it. */
  until_on: Temporal.PlainDate | null
  document: string | null
}

type State = 'given' | 'ended' | 'void'
/** `installation` is the program itself: the first administrator, demonstration data. */
type Standing = 'administrator' | 'head' | 'installation'
type Condition =
  | 'unit-exists-on-that-day'
  | 'kind-is-in-the-actors-gift'
  | 'position-is-not-the-actors-own'
  | 'unit-has-no-other-head-then'
  | 'position-ends-after-it-begins'
  | 'ended-position-keeps-an-end'
  | 'account-has-no-post-elsewhere'

const cite = 'Luật TCCQĐP 2025'

/** How positions come and go. No law fixes the steps; the article is the one under which posts exist. */
export const positionWorkflow = {
  'give-position': {
    from: [],
    to: 'given',
    by: ['administrator', 'head', 'installation'],
    needs: [
      'unit-exists-on-that-day',
      'kind-is-in-the-actors-gift',
      'position-is-not-the-actors-own',
      'position-ends-after-it-begins',
      'unit-has-no-other-head-then',
    ],
    cite,
    unverified: 'own-reading',
  },
  'end-position': {
    from: ['given'],
    to: 'ended',
    by: ['administrator', 'head', 'installation'],
    needs: ['kind-is-in-the-actors-gift', 'position-ends-after-it-begins'],
    cite,
    unverified: 'own-reading',
  },
  'correct-position': {
    from: ['given', 'ended'],
    to: 'same',
    by: ['administrator', 'head'],
    needs: [
      'kind-is-in-the-actors-gift',
      'position-is-not-the-actors-own',
      'unit-exists-on-that-day',
      'position-ends-after-it-begins',
      'ended-position-keeps-an-end',
      'unit-has-no-other-head-then',
    ],
    cite,
    unverified: 'own-reading',
  },
  'void-position': {
    from: ['given', 'ended'],
    to: 'void',
    by: ['administrator', 'head'],
    needs: ['kind-is-in-the-actors-gift', 'position-is-not-the-actors-own'],
    cite,
    unverified: 'own-reading',
  },
  'renew-password': {
    from: ['given'],
    to: 'same',
    by: ['administrator'],
    needs: ['position-is-not-the-actors-own', 'account-has-no-post-elsewhere'],
    cite,
    unverified: 'own-reading',
  },
} as const satisfies Workflow<State, Standing, Condition>

/** What the conditions must know besides the row. */
export interface PositionFacts {
  administers: boolean
  heads: boolean
  /** Days on which the unit exists, half-open. */
  unit_days: readonly { from_on: string; until_on: string | null }[]
  /** Other positions of head in the unit. */
  other_heads: readonly { from_on: string; until_on: string | null }[]
  /** Posts the holder has today in units the actor does not administer. */
  posts_elsewhere: number
}

const factsQuery = `
select
  exists (select from unit_ancestry a where a.unit_id = $1 and a.valid @> $2::date and a.ancestor_id = any($3::uuid[])) as administers,
  exists (select from unit_period u join unit on unit.id = u.unit_id
    where u.unit_id = $1 and u.valid @> $2::date and unit.kind = 'organisation' and u.parent_id = any($4::uuid[])) as heads_above,
  coalesce((select json_agg(json_build_object('from_on', lower(u.valid), 'until_on', upper(u.valid))) from unit_period u where u.unit_id = $1), '[]') as unit_days,
  coalesce((select json_agg(json_build_object('from_on', p.from_on, 'until_on', p.until_on)) from position p
    where p.unit_id = $1 and p.kind = 'head' and p.state <> 'void' and p.id is distinct from $5), '[]') as other_heads,
  (select count(*) from position p where p.account_id = $6 and p.state <> 'void' and p.from_on <= $2 and (p.until_on is null or p.until_on > $2)
    and not exists (select from unit_ancestry a where a.unit_id = p.unit_id and a.valid @> $2::date and a.ancestor_id = any($3::uuid[]))) as posts_elsewhere`

/** May this viewer give and end positions in the unit, and what does the unit look like? */
export async function positionFacts(
  sql: Sql,
  about: { record: PositionRow | null; unit_id: string; viewer: Viewer },
): Promise<PositionFacts> {
  const { record, unit_id, viewer } = about
  const unitsAs = (kind: PositionKind) => viewer.positions.filter((one) => one.kind === kind).map((one) => one.unit_id)
  const { rows } = await sql.query({
    name: 'position_facts',
    text: factsQuery,
    values: [
      unit_id,
      viewer.on.toString(),
      unitsAs('administrator'),
      unitsAs('head'),
      record?.id ?? null,
      record?.account_id ?? null,
    ],
  })
  const { heads_above, ...facts } = rows[0]
  return { ...facts, heads: heads_above || holds(viewer, unit_id, 'head') }
}

/** What a head gives to the people of the own unit; the rest is the administrator's. */
const headsGift: readonly string[] = ['reception-officer', 'handler', 'clerk']

interface Days {
  from_on: string
  until_on: string | null
}

function meet(a: Days, b: Days): boolean {
  return (b.until_on === null || a.from_on < b.until_on) && (a.until_on === null || b.from_on < a.until_on)
}

/** The days a position would have after this step. */
function daysOf(record: PositionRow | null, input: Record<string, unknown>): Days {
  const text = (value: unknown) => (value === undefined || value === null ? null : String(value))
  return {
    from_on: text(input['from_on']) ?? record?.from_on.toString() ?? '',
    until_on: text(input['until_on']),
  }
}

const byTheProgram = (viewer: Viewer) => viewer.via === 'clock' && viewer.account_id === null

/** The noun `position`. */
export const position: Noun<PositionRow, PositionFacts> = {
  kind: 'position',
  table: 'position',
  workflow: positionWorkflow,
  facts: positionFacts,
  standings: ({ facts, viewer }) => [
    ...(facts.administers ? ['administrator'] : []),
    ...(facts.heads ? ['head'] : []),
    ...(byTheProgram(viewer) ? ['installation'] : []),
  ],
  conditions: {
    'unit-exists-on-that-day': ({ facts, input, record }) => {
      if (!input) return true
      const { from_on } = daysOf(record, input)
      return facts.unit_days.some((days) => meet(days, { from_on, until_on: nextDay(from_on) }))
    },
    'kind-is-in-the-actors-gift': ({ facts, input, record, viewer }) => {
      const kind = input?.['kind'] ?? record?.kind
      if (facts.administers || byTheProgram(viewer) || kind === undefined) return true
      return headsGift.includes(String(kind))
    },
    'position-is-not-the-actors-own': ({ input, record, viewer }) => {
      const holder = record?.account_id ?? input?.['account_id']
      return viewer.account_id === null || holder !== viewer.account_id
    },
    'unit-has-no-other-head-then': ({ facts, input, record }) => {
      if (!input || (record?.kind ?? input['kind']) !== 'head') return true
      return !facts.other_heads.some((other) => meet(other, daysOf(record, input)))
    },
    'position-ends-after-it-begins': ({ input, record }) => {
      if (!input) return true
      const { from_on, until_on } = daysOf(record, input)
      return until_on === null || from_on < until_on
    },
    'ended-position-keeps-an-end': ({ input, record }) =>
      !input || record?.state !== 'ended' || input['until_on'] !== undefined,
    'account-has-no-post-elsewhere': ({ facts }) => facts.posts_elsewhere === 0,
  },
}

function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}
