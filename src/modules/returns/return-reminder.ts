/** One reminder to everybody below who owes a return of a period; its mails leave together at 08:00 of a working day. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'

/** One row of the table. */
export interface ReturnReminderRow extends RecordRow {
  root_id: string
  period: string
  asked_on: Temporal.PlainDate
  sent_on: Temporal.PlainDate | null
}

/** What has been asked today, and which territory the reminding unit looks after. */
export interface ReturnReminderFacts {
  asked: readonly string[]
  roots: readonly string[]
}

const own = { cite: 'TT 01/2024/TT-TTCP Đ7', unverified: 'own-reading' } as const

/** How reminders go. No law asks for them. */
export const returnReminderWorkflow = {
  remind: { from: [], to: 'asked', by: ['receiver'], needs: ['not-reminded-today', 'units-below-are-yours'], ...own },
  'send-reminder': { from: ['asked'], to: 'sent', by: ['clock'], needs: [], ...own },
} as const satisfies Workflow<'asked' | 'sent', 'receiver' | 'clock', 'not-reminded-today' | 'units-below-are-yours'>

const facts = `
select array(select period from return_reminder where unit_id = $1 and asked_on = $2::date) as asked,
  array(select unit_id from unit_period where unit_id = $1 and valid @> $2::date
    union select parent_id from unit_period where unit_id = $1 and valid @> $2::date and parent_id is not null) as roots`

/** The noun `return-reminder`. */
export const returnReminder: Noun<ReturnReminderRow, ReturnReminderFacts> = {
  kind: 'return-reminder',
  table: 'return_reminder',
  workflow: returnReminderWorkflow,
  facts: async (sql, { record, unit_id, moment }) => {
    if (record === null) await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`return-reminder ${unit_id}`])
    const { rows } = await sql.query<ReturnReminderFacts>(facts, [unit_id, moment.on.toString()])
    return rows[0]!
  },
  standings: ({ viewer, unit_id }) => [
    ...(holds(viewer, unit_id, 'head', 'deputy-head', 'clerk', 'handler') ? ['receiver'] : []),
    ...(viewer.via === 'clock' ? ['clock'] : []),
  ],
  conditions: {
    'not-reminded-today': ({ facts, input }) => input === null || !facts.asked.includes(String(input['period'])),
    'units-below-are-yours': ({ facts, input }) => input === null || facts.roots.includes(String(input['root_id'])),
  },
}
