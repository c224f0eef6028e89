/** A named position: an officer whom the head has listed for figures of denunciations, at most three in a unit at a time. */
import {
  type NamedPositionCondition,
  type NamedPositionStanding,
  namedPositionWorkflow,
} from '../../law/report-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'

/** A row of `named_position`. */
export interface NamedPositionRow extends RecordRow {
  account_id: string
  from_on: Temporal.PlainDate
  /** First day on which it no longer counts. */
  until_on: Temporal.PlainDate | null
}

/** What conditions need besides the row: who is listed and who holds a position in the unit that day. */
export interface NamedPositionFacts {
  listed: readonly string[]
  officers: readonly string[]
}

/** How many positions of a unit may see figures of denunciations. */
export const namedPositionsMax = 3

const facts = `
select array(select account_id from named_position where unit_id = $1 and state = 'listed') as listed,
  array(select distinct account_id from position where unit_id = $1 and state <> 'void'
    and from_on <= $2 and (until_on is null or until_on > $2)) as officers`

/** Who is listed in a unit and who holds a position there on that day. */
export async function namedPositionFacts(
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
): Promise<NamedPositionFacts> {
  const { rows } = await sql.query<NamedPositionFacts>(facts, [unit_id, on.toString()])
  return rows[0] ?? { listed: [], officers: [] }
}

const account = (input: Readonly<Record<string, unknown>>) => String(input['account_id'])

/** The noun. */
export const namedPosition = {
  kind: 'named-position',
  table: 'named_position',
  workflow: namedPositionWorkflow,
  facts: (sql, { unit_id, moment }) => namedPositionFacts(sql, unit_id, moment.on),
  standings: ({ viewer, unit_id }): NamedPositionStanding[] => (holds(viewer, unit_id, 'head') ? ['head'] : []),
  conditions: {
    'account-holds-a-position-here': ({ facts, input }) => input === null || facts.officers.includes(account(input)),
    'account-is-not-listed': ({ facts, input }) => input === null || !facts.listed.includes(account(input)),
    'fewer-than-three-are-listed': ({ facts }) => facts.listed.length < namedPositionsMax,
  } satisfies Record<NamedPositionCondition, Noun<NamedPositionRow, NamedPositionFacts>['conditions'][string]>,
} satisfies Noun<NamedPositionRow, NamedPositionFacts>
