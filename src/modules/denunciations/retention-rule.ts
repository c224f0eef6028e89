/** How long an office keeps ended sealed records, where longer than the book says: a decision, with the days it holds. */
import type { Workflow } from '../../law/law.ts'
import { keptUntil, type RecordClass, recordClassOf, retentionRow } from '../../law/retention-rules.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'

/** A row of the table. It counts from its day on for the unit and all under it. */
export interface RetentionRuleRow extends RecordRow {
  record_class: RecordClass
  years: number
  decision: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
}

const own = { cite: 'Luật Lưu trữ 2024', unverified: 'own-reading' } as const

/** A period is set and ended; what was kept under it in its time stays so in the events. */
export const retentionRuleWorkflow = {
  'set-retention': { from: [], to: 'set', by: ['head'], needs: ['not-shorter-than-the-book'], ...own },
  'end-retention': { from: ['set'], to: 'ended', by: ['head'], needs: [], ...own },
} as const satisfies Workflow<'set' | 'ended', 'head', 'not-shorter-than-the-book'>

/** The noun. Its rows tell nothing of any record. */
export const retentionRule = {
  kind: 'retention-rule',
  table: 'retention_rule',
  workflow: retentionRuleWorkflow,
  facts: async () => ({}),
  standings: ({ viewer, unit_id }) => (holds(viewer, unit_id, 'head') ? ['head'] : []),
  conditions: {
    'not-shorter-than-the-book': ({ input, moment }) => {
      if (input === null) return true
      // The schema of `set-retention` gives both.
      const { record_class, years } = input as { record_class: RecordClass; years: number }
      return years >= retentionRow(record_class, moment.on).years
    },
  },
} satisfies Noun<RetentionRuleRow, Record<string, never>>

/** SQL: the years set for records of class `$3` by the unit `$1` or one above it on the day `$2`; null where none are. */
export const yearsSet = `select max(r.years) from retention_rule r where r.state = 'set' and r.record_class = $3
  and r.from_on <= $2::date and (r.until_on is null or r.until_on > $2::date) and (r.unit_id = $1 or r.unit_id in (
    select a.ancestor_id from unit_ancestry a where a.unit_id = $1 and a.valid @> $2::date))`

/** Until when an ended record is kept, and by how many years; null while it has not ended. */
export interface Retention {
  ended_on: Temporal.PlainDate
  years: number
  kept_until: Temporal.PlainDate
}

/** The retention of a record in this state. No viewer: asked by the noun's facts, whoever asks. */
export async function retentionOf(
  sql: Sql,
  about: { unit_id: string; id: string; state: string; on: Temporal.PlainDate },
): Promise<Retention | null> {
  const { unit_id, id, state, on } = about
  const record_class = recordClassOf(state)
  const { rows } = await sql.query<{ ended: Temporal.PlainDate | null; years: number | null }>(
    `select (select max(e.on_day) from event e where e.unit_id = $1 and e.record_id = $4 and e.from_state is distinct from e.to_state) as ended,
       (${yearsSet}) as years`,
    [unit_id, on.toString(), record_class, id],
  )
  const { ended = null, years = null } = rows[0] ?? {}
  if (ended === null) return null
  const most = Math.max(years ?? 0, retentionRow(record_class, on).years)
  return { ended_on: ended, years: most, kept_until: keptUntil(ended, most) }
}
