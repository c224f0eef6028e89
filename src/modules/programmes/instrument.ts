/** An instrument in a unit's book: what it is, whom it binds, what it grew from, how long it stands. */
import {
  type InstrumentKind,
  type InstrumentStanding,
  type InstrumentState,
  instrumentWorkflow,
  type SourceKind,
} from '../../law/instrument-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries, type Viewer } from '../../platform/actions/viewer.ts'

/** What an instrument grew from. A paper or finding may be known by its title alone. */
export interface Source {
  kind: SourceKind
  unit_id: string | null
  id: string | null
  title: string
}

/** A dialogue or meeting under a theme. */
export interface ThemeEvent {
  kind: 'dialogue' | 'meeting'
  unit_id: string
  id: string
}

/** One row of the table; what the columns mean stands in the migration. */
export interface InstrumentRow extends RecordRow {
  state: InstrumentState
  kind: InstrumentKind
  number: string | null
  title: string
  issued_on: Temporal.PlainDate
  issuer_unit_id: string | null
  issuer_text: string | null
  valid_from: Temporal.PlainDate
  valid_until: Temporal.PlainDate | null
  theme_year: number | null
  binds: readonly string[]
  derived: readonly Source[]
  /** Null on instruments recorded before themes bound events. */
  events: readonly ThemeEvent[] | null
  replaced_by_unit_id: string | null
  replaced_by_id: string | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  recorded_on: Temporal.PlainDate
}

/** What conditions need besides the row. */
export interface InstrumentFacts {
  /** Instruments that grew from this one, however far down, and itself. */
  grown: readonly string[]
}

/** Posts that prepare a unit's papers. */
export const preparerKinds = ['clerk', 'handler'] as const
/** Posts whose signature binds. */
export const headKinds = ['head', 'deputy-head'] as const

/** How the viewer stands towards papers of a unit, and of units whose work theirs took over. */
export function paperStandings(viewer: Viewer, unit_id: string): ('preparer' | 'head')[] {
  return [
    ...(carries(viewer, unit_id, ...preparerKinds) ? (['preparer'] as const) : []),
    ...(carries(viewer, unit_id, ...headKinds) ? (['head'] as const) : []),
  ]
}

/** A day that an input names under this key. */
export function typedDay(
  input: Readonly<Record<string, unknown>> | null,
  name: string,
): Temporal.PlainDate | undefined {
  const given = input?.[name]
  return given instanceof Temporal.PlainDate ? given : undefined
}

const grownSql = `
with recursive grown(unit_id, id, depth) as (
  select $1::uuid, $2::uuid, 0
  union
  select i.unit_id, i.id, g.depth + 1 from grown g join instrument i
    on i.derived @> jsonb_build_array(jsonb_build_object('unit_id', g.unit_id, 'id', g.id)) where g.depth < 20
) select distinct id from grown`

/** The noun `instrument`. */
export const instrument = {
  kind: 'instrument',
  table: 'instrument',
  workflow: instrumentWorkflow,
  async facts(sql, { record, unit_id }) {
    if (record === null) return { grown: [] }
    const { rows } = await sql.query<{ id: string }>(grownSql, [unit_id, record.id])
    return { grown: rows.map((row) => row.id) }
  },
  standings: ({ record, viewer, unit_id }): InstrumentStanding[] => [
    ...paperStandings(viewer, unit_id),
    ...(record?.binds.some((one) => paperStandings(viewer, one).length > 0) ? (['bound'] as const) : []),
  ],
  conditions: {
    'issuer-is-named-once': ({ input }) =>
      input === null || (input['issuer_unit_id'] === undefined) !== (input['issuer_text'] === undefined),
    'instrument-day-is-not-ahead': ({ input, moment }) => {
      const on = typedDay(input, 'issued_on')
      return on === undefined || Temporal.PlainDate.compare(on, moment.on) <= 0
    },
    'validity-ends-after-it-begins': ({ record, input }) => {
      const from = typedDay(input, 'valid_from') ?? typedDay(input, 'issued_on') ?? record?.valid_from
      const until = typedDay(input, 'valid_until') ?? record?.valid_until
      return !from || !until || Temporal.PlainDate.compare(from, until) < 0
    },
    'a-theme-names-its-year': ({ input }) =>
      input === null || (input['kind'] === 'theme-of-year') === (input['theme_year'] !== undefined),
    'it-is-the-theme-of-a-year': ({ record }) => record!.kind === 'theme-of-year',
    'derivation-is-no-circle': ({ input, facts }) =>
      typeof input?.['source'] !== 'string' || !facts.grown.includes(input['source'].split('/')[1] ?? ''),
  },
} satisfies Noun<InstrumentRow, InstrumentFacts>
