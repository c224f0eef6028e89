/** A send day as it was set here, over the book's guess, until the text of the circular is compared. */

import type { Workflow } from '../../law/law.ts'
import { type ChainId, type SendLevel, sendLevels } from '../../law/report-chains.ts'
import type { PeriodKind } from '../../law/report-periods.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { countryId } from '../units/unit.ts'

/** One row of the table. It stands over the book's guess while its state is `set`. */
export interface SendDayRow extends RecordRow {
  to_chain: ChainId
  level: SendLevel
  /** Null: every period without a row of its own. */
  period: PeriodKind | null
  /** Days after the period's last day. */
  days: number
  /** Where it was read. */
  ground: string
}

type State = 'set' | 'unset'
type Standing = 'administrator'
type Condition = 'send-day-is-not-set-yet'

const cite = 'TT 01/2024/TT-TTCP Đ7.2'

/** How send days are set, corrected and given back to the book's guess. */
export const sendDayWorkflow = {
  'set-send-day': {
    from: [],
    to: 'set',
    by: ['administrator'],
    needs: ['send-day-is-not-set-yet'],
    cite,
    unverified: 'not-found',
  },
  'correct-send-day': { from: ['set'], to: 'same', by: ['administrator'], needs: [], cite, unverified: 'not-found' },
  'unset-send-day': { from: ['set'], to: 'unset', by: ['administrator'], needs: [], cite, unverified: 'not-found' },
} as const satisfies Workflow<State, Standing, Condition>

/** What the conditions must know besides the row: chain, level and period that are set. */
export interface SendDayFacts {
  set: readonly string[]
}

const keyOf = (chain: unknown, level: unknown, period: unknown) => `${chain} ${level} ${period || 'every'}`

/** Forms and send days are the whole country's: its administrator keeps them. */
export function keepsForms(viewer: Viewer, unit_id: string): readonly 'administrator'[] {
  const keeps = viewer.positions.some((one) => one.unit_id === countryId && one.kind === 'administrator')
  return unit_id === countryId && keeps ? ['administrator'] : []
}

/** The noun `send-day`. */
export const sendDay: Noun<SendDayRow, SendDayFacts> = {
  kind: 'send-day',
  table: 'send_day',
  workflow: sendDayWorkflow,
  facts: async (sql, { record, unit_id }) => {
    if (record !== null) return { set: [] }
    // Two that set the same at once stand in line.
    await sql.query(`select pg_advisory_xact_lock(hashtext('send-day'))`)
    const { rows } = await sql.query<Pick<SendDayRow, 'to_chain' | 'level' | 'period'>>(
      `select to_chain, level, period from send_day where unit_id = $1 and state = 'set'`,
      [unit_id],
    )
    return { set: rows.map((row) => keyOf(row.to_chain, row.level, row.period)) }
  },
  standings: ({ viewer, unit_id }) => keepsForms(viewer, unit_id),
  conditions: {
    'send-day-is-not-set-yet': ({ facts, input }) =>
      input === null || !facts.set.includes(keyOf(input['to_chain'], input['level'], input['period'])),
  },
}

/** Is this the name of a level with send days? */
export function isSendLevel(level: string): level is SendLevel {
  return sendLevels.some((one) => one === level)
}
