/** A switch of an unverified rule as it was set here, until the rule is checked against its text. */
import type { Workflow } from '../../law/law.ts'
import { type SwitchId, switches } from '../../law/switches.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { administers, waitForCalendar } from './calendar-day.ts'

/** One row of the table. It stands over the book's default while its state is `set`. */
export interface LawSwitchRow extends RecordRow {
  switch: SwitchId
  turned_on: boolean
  /** Where it was read that the rule is, or is not, in force. */
  ground: string
}

type State = 'set' | 'unset'
type Standing = 'administrator'
type Condition = 'switch-is-not-set-yet'

/** No law speaks of switches: each event cites the rule that its switch turns on or off. */
const cite = switches.map((row) => row.cite).join('; ')

/** How switches are set and given back to the book's default. */
export const lawSwitchWorkflow = {
  'set-switch': {
    from: [],
    to: 'set',
    by: ['administrator'],
    needs: ['switch-is-not-set-yet'],
    cite,
    unverified: 'own-reading',
  },
  'correct-switch': { from: ['set'], to: 'same', by: ['administrator'], needs: [], cite, unverified: 'own-reading' },
  'unset-switch': { from: ['set'], to: 'unset', by: ['administrator'], needs: [], cite, unverified: 'own-reading' },
} as const satisfies Workflow<State, Standing, Condition>

/** What the conditions must know besides the row. */
export interface LawSwitchFacts {
  set: readonly SwitchId[]
}

/** The row of the book behind a switch. */
export function ruleOf(id: SwitchId): (typeof switches)[number] {
  const row = switches.find((one) => one.id === id)
  if (!row) throw new Error(`no switch in the book: ${id}`)
  return row
}

/** The noun `law-switch`. */
export const lawSwitch: Noun<LawSwitchRow, LawSwitchFacts> = {
  kind: 'law-switch',
  table: 'law_switch',
  workflow: lawSwitchWorkflow,
  facts: async (sql, { record, unit_id }) => {
    if (record !== null) return { set: [] }
    await waitForCalendar(sql)
    const { rows } = await sql.query<{ switch: SwitchId }>(
      `select switch from law_switch where unit_id = $1 and state = 'set'`,
      [unit_id],
    )
    return { set: rows.map((row) => row.switch) }
  },
  standings: ({ viewer, unit_id }) => administers(viewer, unit_id),
  conditions: {
    'switch-is-not-set-yet': ({ facts, input }) =>
      input ? !facts.set.some((id) => id === input['switch']) : facts.set.length < switches.length,
  },
}
