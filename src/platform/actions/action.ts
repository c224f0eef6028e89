/** What an action is: a noun's step, its input and its pure decision. */
import type { ClientBase } from 'pg'
import type { z } from 'zod'
import type { Workflow } from '../../law/law.ts'
import type { Moment } from '../clock.ts'
import type { Viewer } from './viewer.ts'

/** The columns every record row has; `revision` is the number of its events, `chain` the last chain value. */
export interface RecordRow {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
}

/** Where reads run: inside the transaction of `perform`, or on a pool's connection for a page. */
export type Sql = Pick<ClientBase, 'query'>

/** What a condition or decision may look at. `input` is null while a page only asks whether the step is open. */
export interface Situation<Row, Facts, Input> {
  /** Null while the record does not exist. */
  record: Row | null
  facts: Facts
  input: Input
  viewer: Viewer
  moment: Moment
  unit_id: string
  id: string
}

/** A kind of record: its table, its workflow, who stands how towards it, and its named conditions. */
export interface Noun<Row extends RecordRow, Facts> {
  kind: string
  table: string
  workflow: Workflow<string, string, string>
  /** Everything besides the row that conditions and decisions need; read inside the transaction after the lock. */
  facts: (sql: Sql, about: { record: Row | null; unit_id: string; viewer: Viewer; moment: Moment }) => Promise<Facts>
  /** The viewer's standings towards this record, worked out for the day. */
  standings: (about: { record: Row | null; facts: Facts; viewer: Viewer; unit_id: string }) => readonly string[]
  /** Named conditions; one that depends on input answers true while `input` is null. */
  conditions: Readonly<Record<string, (situation: Situation<Row, Facts, Record<string, unknown> | null>) => boolean>>
}

/** A number to be taken from a unit's book: `column` of the record receives it. */
export interface NumberWanted {
  column: string
  book: string
  year: number
}

/** A letter to be numbered and kept; rendered from `data` when it is read. */
export interface DocumentWanted {
  id: string
  kind: string
  book: string
  year: number
  title: string
  issued_on: Temporal.PlainDate
  data: Readonly<Record<string, unknown>>
}

/** Dimensions of an event that counts for figures; see table `posting`. */
export interface PostingWanted {
  fact: string
  on_day: Temporal.PlainDate
  sign?: 1 | -1
  case_id?: string | null
  kind?: string | null
  field?: string | null
  stage?: string | null
  outcome?: string | null
  first_time?: boolean | null
  large_group?: boolean | null
  eligible?: boolean | null
  /** How the letter came in. */
  source?: string | null
  /** Settled within its limit. */
  in_time?: boolean | null
  quantity?: number
  people?: number
  cases?: number
  /** The earlier day this fact refers back to: the day of receipt for a processing, of processing for a settlement. */
  since_on?: Temporal.PlainDate | null
}

/** Work after the commit: ids only, never content. */
export interface JobWanted {
  task: string
  payload: Readonly<Record<string, string | number | null>>
  run_at?: Temporal.Instant
}

/** Rows that a decision adds beside its record, in the same statement (attachments, codes, sealed fields, …). */
export interface RowsWanted {
  table:
    | 'attachment'
    | 'tracking_code'
    | 'sealed_field'
    | 'record_key'
    | 'channel'
    | 'recovery_pair'
    | 'recovery_half'
    | 'key_end'
    | 'destroyed_part'
    | 'notice'
    | 'case_link'
    | 'duplicate_key'
    | 'signature_mark'
  rows: readonly Readonly<Record<string, unknown>>[]
  /** The column that with the unit names a row: one that stands already is written over. */
  over?: string
}

/** Another record that comes into being with this event, in the same unit. */
export interface Creation {
  noun: { kind: string; table: string }
  id: string
  step: string
  state: string
  cite: string
  /** By which standing of its own noun; default: that of the step that creates it. */
  standing?: string
  change: Readonly<Record<string, unknown>>
  numbers?: readonly NumberWanted[]
  postings?: readonly PostingWanted[]
}

/** What `decide` returns: everything the event does, nothing done yet. */
export interface Decision<Row> {
  change: Partial<Omit<Row, keyof RecordRow>>
  /** Overrides the article of the workflow's row where the ground is more precise. */
  cite?: string
  numbers?: readonly NumberWanted[]
  documents?: readonly DocumentWanted[]
  /** Letters whose number is void from this day: it stays in its book and is never used again. */
  void_documents?: readonly { id: string; reason: string }[]
  postings?: readonly PostingWanted[]
  jobs?: readonly JobWanted[]
  rows?: readonly RowsWanted[]
  creates?: readonly Creation[]
}

/** A step that somebody may take: one file each. */
export interface Action<Row extends RecordRow, Facts, Schema extends z.ZodObject, Extra = unknown> {
  noun: Noun<Row, Facts>
  step: string
  input: Schema
  /** Further reads this step alone needs (other rows by an id from the input). */
  reads?: (
    sql: Sql,
    about: { record: Row | null; unit_id: string; input: z.output<Schema>; viewer: Viewer; moment: Moment },
  ) => Promise<Extra>
  /** Set where the input is secret: no digest of it is kept. */
  sealed?: true
  /** What of the input is kept beside the event; default: all of it. Sealed steps keep nothing readable. */
  kept?: (input: z.output<Schema>) => Readonly<Record<string, unknown>>
  decide: (situation: Situation<Row, Facts, z.output<Schema>>, extra: Extra) => Decision<Row>
}

/** Any action, where its types do not matter (tables of routes, the API). */
// biome-ignore lint/suspicious/noExplicitAny: a heterogeneous table of actions; each is type-checked where it is defined.
export type AnyAction = Action<any, any, any, any>

/** Defines an action with its types inferred. */
export function action<Row extends RecordRow, Facts, Schema extends z.ZodObject, Extra = undefined>(
  definition: Action<Row, Facts, Schema, Extra>,
): Action<Row, Facts, Schema, Extra> {
  return definition
}
