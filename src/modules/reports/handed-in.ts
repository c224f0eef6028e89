/**
 * Figures of units that work on paper, as their returns tell them. One rule, here and nowhere else: the last version that
 * stands counts for the unit's row, unless the unit or one below it keeps a register here that has told anything by the
 * period's last day, or a unit above it has handed in a sum that contains it. What was not handed in for the period itself is
 * made up of shorter periods that fill it, where every column of the form follows from theirs.
 */
import { addsUpOverPieces, completeColumns, countedColumns, overPieces } from '../../law/form-rules.ts'
import type { Form } from '../../law/forms.ts'
import { type Period, piecesOf } from '../../law/report-periods.ts'
import type { Queryable } from '../../platform/database.ts'
import type { Columns, Question } from './figures.ts'
import { type Place, placesOf } from './tree-rows.ts'

/** One unit's figures as handed in; of a unit that handed in shorter periods one entry each, with what it adds. */
export interface HandedIn {
  unit_id: string
  /** The return they stand in. */
  return_id: string
  /** Id of the period it was handed in for. */
  period: string
  handed_in_on: Temporal.PlainDate
  columns: Columns
  place: Place
}

interface Found {
  unit_id: string
  return_id: string
  period: string
  handed_in_on: Temporal.PlainDate
  columns: Record<string, number>
}

const standing = `
select * from (
  select distinct on (unit_id, period) unit_id, id as return_id, period, handed_in_on, columns from handed_in_figure
  where form = $1 and instrument = $2 and period = any($3::text[]) and ($4::date is null or handed_in_on <= $4::date)
  order by unit_id, period, version desc) h
where not exists (select from posting p where p.on_day <= $5::date and p.unit_id in (
  select h.unit_id union select a.unit_id from unit_ancestry a where a.ancestor_id = h.unit_id and a.valid @> $5::date))`

/** What was handed in for the question's form and period under its root, with the place of each unit on its tree. */
export async function handedIn(sql: Queryable, question: Question): Promise<HandedIn[]> {
  const { form, period, as_of, tree_on, root_id, is_country } = question
  const covers = [[period], ...(addsUpOverPieces(form) ? piecesOf(period) : [])]
  const periods = [...new Set(covers.flat().map(({ id }) => id))]
  const values = [form.code, form.instrument, periods, as_of, period.last_on]
  const { rows: found } = await sql.query<Found>(standing, values)
  const rows = filled(form, covers, found)
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.unit_id)
  const places = await placesOf(sql, ids, tree_on)
  const under = rows.flatMap((row) => {
    const place = places.get(row.unit_id)
    return place && (is_country || place.line.includes(root_id)) ? [{ ...row, place }] : []
  })
  // Above a unit on its own line stands whoever has handed in a sum that contains it.
  const told = new Set(
    under.flatMap(({ place: { how, line } }) => (how === 'alive' || how === 'succeeded' ? line[0]! : [])),
  )
  return under
    .filter(({ place }) => !place.line.slice(1, depthOf(place, root_id) + 1).some((above) => told.has(above)))
    .map((row) => ({ ...row, columns: completeColumns(form, numbered(row.columns)) }))
}

/** Of each unit the return of the period itself, or else the fewest that fill it without a gap; one entry a return, with its share. */
function filled(form: Form, covers: readonly (readonly Period[])[], found: readonly Found[]): Found[] {
  const units = Map.groupBy(found, ({ unit_id }) => unit_id)
  return [...units.values()].flatMap((all) => {
    const returned = new Map(all.map((row) => [row.period, row]))
    const cover = covers.find((pieces) => pieces.every(({ id }) => returned.has(id))) ?? []
    return cover.flatMap(({ id }, index) => {
      const row = returned.get(id)
      return row ? { ...row, columns: shareOf(form, row.columns, index === 0, index === cover.length - 1) } : []
    })
  })
}

/** What one piece adds to each counted column: all of it, or its first or last standing alone. */
function shareOf(form: Form, columns: Record<string, number>, first: boolean, last: boolean): Record<string, number> {
  if (first && last) return columns
  return Object.fromEntries(
    countedColumns(form).flatMap(({ no, terms }) => {
      const how = overPieces(terms)
      const counts = how === 'sum' || (how === 'first' && first) || (how === 'last' && last)
      return counts ? [[no, columns[no] ?? 0]] : []
    }),
  )
}

/** How far above the unit the root stands; the country of a line that does not name it stands at its end. */
function depthOf(place: Place, root_id: string): number {
  const depth = place.line.indexOf(root_id)
  return depth < 0 ? place.line.length - 1 : depth
}

const numbered = (columns: Readonly<Record<string, number>>): Columns =>
  Object.fromEntries(Object.entries(columns).map(([no, figure]) => [Number(no), figure]))
