/** Drafts of steps: what an officer has begun to write about an open record, kept on the server until the step is taken. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { FormValues } from '../../platform/read-form.ts'

/** A step of a record that somebody drafts. */
export interface DraftOf {
  unit_id: string
  record_id: string
  step: string
}

/** A draft with its author. */
export interface StepDraft {
  typed: FormValues
  account_id: string
  author: string
  kept_at: Temporal.Instant
}

/** Nobody's draft outlives its purpose by more. */
const draftDaysMax = 90

/** Of one field; what is longer no form takes. */
const charactersMax = 50_000

/** A draft keeps what is wrong too, but not what no database holds: NUL and halves of characters. */
function storable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, charactersMax).toWellFormed().replaceAll('\0', '') : value
}

/** The viewer's own draft, else the latest of those who prepare the record; callers have seen that the viewer may work on it. */
export async function draftFor(
  viewer: Viewer,
  sql: Sql,
  of: DraftOf,
  prepared_by: readonly (string | null)[],
): Promise<StepDraft | null> {
  if (viewer.account_id === null) return null
  const { rows } = await sql.query<StepDraft>({
    name: 'step_draft_for',
    text: `select d.typed, d.account_id, a.name as author, d.kept_at from step_draft d join account a on a.id = d.account_id
      where d.unit_id = $1 and d.record_id = $2 and d.step = $3 and (d.account_id = $4 or d.account_id = any($5::uuid[]))
      order by d.account_id = $4 desc, d.kept_at desc limit 1`,
    values: [of.unit_id, of.record_id, of.step, viewer.account_id, prepared_by.filter((id) => id !== null)],
  })
  return rows[0] ?? null
}

/** Keeps what the viewer typed, over what was kept before. Files are not kept. */
export async function keepDraft(
  viewer: Viewer,
  sql: Sql,
  of: DraftOf & { record_kind: string },
  typed: FormValues,
  at: Temporal.Instant,
): Promise<void> {
  if (viewer.account_id === null) return
  await sql.query({
    name: 'keep_step_draft',
    text: `insert into step_draft (unit_id, record_id, step, account_id, record_kind, typed, kept_at) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (unit_id, record_id, step, account_id) do update set typed = excluded.typed, kept_at = excluded.kept_at`,
    values: [
      of.unit_id,
      of.record_id,
      of.step,
      viewer.account_id,
      of.record_kind,
      JSON.stringify(typed, storable),
      at.toString(),
    ],
  })
}

/** The step is taken: nobody's draft of it is needed any more. */
export async function dropDrafts(sql: Sql, of: DraftOf): Promise<void> {
  await sql.query({
    name: 'drop_step_drafts',
    text: 'delete from step_draft where unit_id = $1 and record_id = $2 and step = $3',
    values: [of.unit_id, of.record_id, of.step],
  })
}

/** Sweeps drafts that nobody has touched for so long that they serve nothing. */
export async function sweepDrafts(sql: Sql, now: Temporal.Instant): Promise<number> {
  const { rowCount } = await sql.query('delete from step_draft where kept_at < $1', [
    now.subtract({ hours: 24 * draftDaysMax }).toString(),
  ])
  return rowCount ?? 0
}
