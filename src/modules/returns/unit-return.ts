/** A return: the figures of one form that a unit hands in for a period, one record a version. */
import { findForm } from '../../law/form-rules.ts'
import type { Form } from '../../law/forms.ts'
import { type Period, readPeriod } from '../../law/report-periods.ts'
import {
  type ReturnSource,
  standingReturns,
  type UnitReturnCondition,
  type UnitReturnStanding,
  unitReturnWorkflow,
} from '../../law/return-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, holds, type Viewer } from '../../platform/actions/viewer.ts'
import { type Receiver, receiverOf } from '../reports/chain.ts'
import { emptyColumns, type Remark, type ReturnFiguresRow, totalOf, wrongSums } from './figures.ts'

/** One row of the table. */
export interface UnitReturnRow extends RecordRow {
  form: string
  instrument: string
  period: string
  version: number
  source: ReturnSource
  figures: readonly ReturnFiguresRow[]
  /** The day on which the figures were taken from the registers or typed in last. */
  taken_on: Temporal.PlainDate
  remarks: readonly Remark[]
  drafted_on: Temporal.PlainDate
  /** The send day as it stood when the return was handed in first; null where none is known. */
  due_on: Temporal.PlainDate | null
  handed_in_on: Temporal.PlainDate | null
  late: boolean | null
  /** As on the signed paper. */
  signed_by: string | null
  signed_on: Temporal.PlainDate | null
  /** Typed in and handed in by the receiving side, for a unit that works on paper. */
  by_stand_in: boolean
  /** Who received it, as its name stood that day. */
  receiver_id: string | null
  receiver_name: string | null
  accepted_on: Temporal.PlainDate | null
  frozen_on: Temporal.PlainDate | null
  /** The frozen version that this one corrects, and why. */
  follows_id: string | null
  /** The form itself where it was added by file; null for a form of the law. */
  layout: Form | null
  reason: string | null
}

/** Another version or form of the same unit, as conditions look at it. */
export interface Sibling {
  id: string
  form: string
  instrument: string
  period: string
  version: number
  state: string
}

/** What conditions and decisions need besides the row. */
export interface UnitReturnFacts {
  /** Who receives from the unit, or from the heir that carries its work on. Null at the top. */
  receiver: Receiver | null
  /** Units whose officers take it in: the receiver, or what it stands under where nobody of it is in office here. */
  receiving_ids: readonly string[]
  /** Units whose officers may type for it: the receiver and whatever stands directly above. */
  stand_in_ids: readonly string[]
  siblings: readonly Sibling[]
}

const around = `
select array(select heirs_of($1, $2::date)) as heirs,
  array(select distinct p.parent_id from heirs_of($1, $2::date) h(id) join unit_period p on p.unit_id = h.id and p.valid @> $2::date
    where p.parent_id is not null) as parents,
  coalesce((select json_agg(r) from (select id, form, instrument, period, version, state from unit_return
    where unit_id = $1 and state <> 'void' order by period desc, version desc limit 2000) r), '[]') as siblings`

const inOffice = `
select case when exists (select from position where unit_id = $1 and state <> 'void' and from_on <= $2::date
    and (until_on is null or $2::date < until_on) and kind in ('head', 'deputy-head', 'clerk', 'handler'))
  then $1::uuid else coalesce((select parent_id from unit_period where unit_id = $1 and valid @> $2::date), $1::uuid) end as id`

/** A body that does not work with the program yet is stood for by the unit it stands under. */
async function receivingIds(sql: Sql, receiver: Receiver | null, on: Temporal.PlainDate): Promise<string[]> {
  if (!receiver) return []
  if (!receiver.is_body) return [receiver.unit_id]
  const { rows } = await sql.query<{ id: string }>(inOffice, [receiver.unit_id, on.toString()])
  return rows.map(({ id }) => id)
}

/** The situation of a unit's returns on a day; the chain is that of the form's instrument. */
export async function returnFacts(
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
  form: Pick<Form, 'instrument' | 'chain'> | null,
): Promise<UnitReturnFacts> {
  const { rows } = await sql.query<{ heirs: string[]; parents: string[]; siblings: Sibling[] }>(around, [
    unit_id,
    on.toString(),
  ])
  const { heirs = [], parents = [], siblings = [] } = rows[0] ?? {}
  const heir = heirs[0]
  const chain = form ?? { instrument: 'TT01/2024' }
  const receiver = heir === undefined ? null : await receiverOf(sql, chain, heir, on)
  const receiving_ids = await receivingIds(sql, receiver, on)
  const stand_in_ids = [...new Set([...parents, ...receiving_ids])]
  return { receiver, receiving_ids, stand_in_ids, siblings }
}

/** The form of a return in its version; a row whose form the book no longer has is a mistake in the book. */
export function formOf(row: Pick<UnitReturnRow, 'form' | 'instrument' | 'layout'>): Form {
  const form = row.layout ?? findForm(row.form, row.instrument)
  if (!form) throw new Error(`the book has no form ${row.form} of ${row.instrument}`)
  return form
}

/** The period of a return. */
export function periodOfReturn(row: Pick<UnitReturnRow, 'period' | 'instrument'>): Period {
  const period = readPeriod(row.period, row.instrument)
  if (!period) throw new Error(`no period is called ${row.period}`)
  return period
}

const officers = ['head', 'deputy-head', 'clerk', 'handler', 'reception-officer'] as const
const standing: readonly string[] = standingReturns

const text = (input: Readonly<Record<string, unknown>>, field: string) => String(input[field] ?? '')

/** Versions of the return that the input speaks of. */
function versionsOf(facts: UnitReturnFacts, input: Readonly<Record<string, unknown>>): readonly Sibling[] {
  return facts.siblings.filter(
    (one) =>
      one.form === text(input, 'form') &&
      one.instrument === text(input, 'instrument') &&
      one.period === text(input, 'period'),
  )
}

/** The noun `unit-return`. */
export const unitReturn: Noun<UnitReturnRow, UnitReturnFacts> = {
  kind: 'unit-return',
  table: 'unit_return',
  workflow: unitReturnWorkflow,
  facts: async (sql, { record, unit_id, moment }) => {
    // Of two drafts begun at once, the second waits and finds the first.
    if (record === null) await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`unit-return ${unit_id}`])
    return returnFacts(sql, unit_id, moment.on, record && formOf(record))
  },
  standings: ({ record, facts, viewer, unit_id }): UnitReturnStanding[] => {
    // What a unit draws from its own register nobody draws up or gives up for it.
    const onPaper = record === null || record.source === 'paper'
    return [
      ...(carries(viewer, unit_id, 'head', 'deputy-head') ? (['head'] as const) : []),
      ...(carries(viewer, unit_id, ...officers) ? (['preparer'] as const) : []),
      ...(facts.receiving_ids.some((id) => holds(viewer, id, 'head', 'deputy-head', 'clerk', 'handler'))
        ? (['receiver'] as const)
        : []),
      ...(onPaper && facts.stand_in_ids.some((id) => holds(viewer, id, ...officers)) ? (['stand-in'] as const) : []),
    ]
  },
  conditions: {
    'no-return-stands-yet': ({ facts, input }) => input === null || versionsOf(facts, input).length === 0,
    'unit-sends-to-somebody': ({ facts }) => facts.receiver !== null,
    'figures-come-from-registers': ({ record }) => record!.source === 'registers',
    'figures-come-on-paper': ({ record }) => record!.source === 'paper',
    'period-has-ended': ({ record, moment }) =>
      Temporal.PlainDate.compare(periodOfReturn(record!).last_on, moment.on) < 0,
    'figures-are-complete': ({ record }) => emptyColumns(formOf(record!), totalOf(record!.figures)).length === 0,
    'figures-add-up': ({ record }) =>
      record!.figures.every(({ columns }) => wrongSums(formOf(record!), columns).length === 0),
    'a-frozen-version-stands': ({ facts, input }) =>
      input === null || versionsOf(facts, input).some((one) => one.state === 'frozen'),
    'no-version-is-open': ({ facts, input }) =>
      input === null || versionsOf(facts, input).every((one) => one.state === 'frozen'),
    'signing-day-is-not-ahead': ({ input, moment }) =>
      !(input?.['signed_on'] instanceof Temporal.PlainDate) ||
      Temporal.PlainDate.compare(input['signed_on'], moment.on) <= 0,
  } satisfies Record<UnitReturnCondition, Noun<UnitReturnRow, UnitReturnFacts>['conditions'][string]>,
}

/** Does the viewer work in the unit, or in one that carries its work on? */
export function isOwn(viewer: Viewer, unit_id: string): boolean {
  return carries(viewer, unit_id, ...officers)
}

/** Has it been handed in and not been sent back? */
export const isStanding = (row: Pick<UnitReturnRow, 'state'>): boolean => standing.includes(row.state)
