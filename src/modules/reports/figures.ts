/** Figures of a form for a unit and a period: balances plus the tail, or what was known on a day; rolled up on a tree. */
import { completeColumns, countedColumns } from '../../law/form-rules.ts'
import { type Form, type MeasureName, measures, type Term, type When } from '../../law/forms.ts'
import type { Period } from '../../law/report-periods.ts'
import type { Queryable } from '../../platform/database.ts'
import { amountSql, plainMeasures, referringMeasures } from './balance.ts'
import { handedIn } from './handed-in.ts'
import { formerUnits, placesOf, rowOf } from './tree-rows.ts'

/** What is asked: a form for a unit of the tree of `tree_on`. */
export interface Question {
  form: Form
  root_id: string
  /** The whole country: every register counts, none needs to be looked for. */
  is_country: boolean
  period: Period
  tree_on: Temporal.PlainDate
  /** Only what was known by the end of this day; null: all that is known. */
  as_of: Temporal.PlainDate | null
}

/** Column number → figure. */
export type Columns = Record<number, number>

/** The figures of one row: a unit below, the unit's own, or parts that stand apart. */
export interface Row {
  kind: 'unit' | 'own' | 'remainder' | 'former-district'
  /** The unit below; null for the other kinds. */
  unit_id: string | null
  columns: Columns
}

/** The figures of a unit: total = own + units below + what stands apart. */
export interface Figures {
  total: Columns
  own: Columns
  rows: Row[]
  /** Units whose figures were handed in, with the return they stand in: they are among the sums above. */
  on_paper: readonly { unit_id: string; return_id: string }[]
}

const windows: Record<When, string> = {
  in: 'f.quarter_on >= $1::date',
  before: 'f.quarter_on < $1::date',
  until: 'true',
  of: 'f.since_quarter_on between $1::date and $2::date',
}

const termSql = (term: Term) =>
  `${term.sign < 0 ? '-' : '+'} coalesce(sum(${term.measures.map((name) => `f.${name}`).join(' + ')}) filter (where ${windows[term.when]}), 0)`

/** The facts a form needs, one row a unit and quarter (balances) or a posting (the tail, and all of it for an as-of day). */
function factsSql(form: Form, as_of: boolean): string {
  const terms = countedColumns(form).flatMap((column) => column.terms)
  const used = new Set(terms.flatMap((term) => term.measures))
  const plain = plainMeasures.filter((name) => used.has(name))
  const referring = referringMeasures.filter((name) => used.has(name))
  const wanted: readonly MeasureName[] = [...plain, ...referring]
  const back = terms.some((term) => term.when === 'before' || term.when === 'until')
  const days = (column: string) => `${column} <= $2::date${back ? '' : ` and ${column} >= $1::date`}`
  const zero = (names: readonly string[]) => names.map((name) => `0 as ${name}`)
  const list = (...parts: (readonly string[])[]) => parts.flat().join(', ')
  const facts = [...new Set(wanted.map((name) => `'${measures[name].fact}'`))].join(', ')
  const amounts = wanted.map((name) => `${amountSql(name)} as ${name}`)
  const postings = `select ${list(['p.unit_id', 'quarter_on(p.on_day) as quarter_on', 'quarter_on(coalesce(p.since_on, p.on_day)) as since_quarter_on'], amounts)}
    from posting p where ${as_of ? 'p.known_on <= $5::date' : 'not p.folded'} and p.fact in (${facts}) and ${days('p.on_day')}`
  if (as_of) return postings
  const balance = `select ${list(['unit_id', 'quarter_on', 'quarter_on as since_quarter_on'], plain, zero(referring))} from balance where ${days('quarter_on')}`
  const sides = [balance, postings]
  if (referring.length > 0)
    sides.push(
      `select ${list(['unit_id', 'quarter_on', 'since_quarter_on'], zero(plain), referring)} from balance_referring where since_quarter_on between $1::date and $2::date and quarter_on <= $2::date`,
    )
  return sides.join('\n  union all ')
}

/** Units below the root with the child each stands under; the root stands for itself. */
const standing = `select a.unit_id, a.ancestor_id as row_id
  from unit_period c join unit_ancestry a on a.ancestor_id = c.unit_id and a.valid @> $3::date
  where c.parent_id = $4 and c.valid @> $3::date
  union all select $4::uuid, $4::uuid`

function figuresSql(question: Question): string {
  const columns = countedColumns(question.form).map(({ no, terms }) => `${terms.map(termSql).join(' ')} as c${no}`)
  const former = `$${question.as_of === null ? 5 : 6}::uuid[]`
  const joined = question.is_country
    ? 'facts f left join standing s using (unit_id)'
    : `facts f join (select unit_id, row_id from standing union all select id, null from unnest(${former}) id) s using (unit_id)`
  return `with standing as materialized (${standing}),
facts as (${factsSql(question.form, question.as_of !== null)})
select coalesce(s.row_id, f.unit_id) as id, s.row_id is not null as stands, ${columns.join(', ')}
from ${joined} group by 1, 2`
}

/** Reads the figures. Rows of units with nothing to tell are not among them. */
export async function figuresOf(sql: Queryable, question: Question): Promise<Figures> {
  const { form, root_id, period, tree_on, as_of, is_country } = question
  const former = is_country ? null : await formerUnits(sql, root_id, tree_on)
  const values: unknown[] = [period.first_on, period.last_on, tree_on, root_id]
  if (as_of) values.push(as_of)
  if (former) values.push([...former.keys()])
  const found = await sql.query<Record<string, unknown>>(figuresSql(question), values)
  const astray = found.rows.filter((row) => row['stands'] === false).map((row) => String(row['id']))
  const places = former ?? (astray.length === 0 ? new Map() : await placesOf(sql, astray, tree_on))
  const sums = new Map<string, Columns>()
  for (const row of found.rows) {
    const id = String(row['id'])
    const place = row['stands'] === true ? null : places.get(id)
    const key = row['stands'] === true ? id : place ? rowOf(place, root_id) : is_country ? 'remainder' : null
    if (key !== null) sums.set(key, plus(sums.get(key) ?? {}, countedOf(form, row)))
  }
  const papers = await handedIn(sql, question)
  for (const { place, columns } of papers) {
    const key = rowOf(place, root_id) ?? 'remainder'
    sums.set(key, plus(sums.get(key) ?? {}, columns))
  }
  const on_paper = papers.map(({ unit_id, return_id }) => ({ unit_id, return_id }))
  return { ...arranged(form, root_id, sums), on_paper }
}

const countedOf = (form: Form, row: Record<string, unknown>): Columns =>
  Object.fromEntries(countedColumns(form).map(({ no }) => [no, Number(row[`c${no}`])]))

function plus(a: Columns, b: Columns): Columns {
  const sum = { ...a }
  for (const [no, figure] of Object.entries(b)) sum[Number(no)] = (sum[Number(no)] ?? 0) + figure
  return sum
}

function arranged(form: Form, root_id: string, sums: ReadonlyMap<string, Columns>): Omit<Figures, 'on_paper'> {
  const total = [...sums.values()].reduce(plus, {})
  const rows = [...sums].flatMap(([key, counted]): Row[] => {
    if (key === root_id) return []
    const apart = key === 'remainder' || key === 'former-district'
    return [{ kind: apart ? key : 'unit', unit_id: apart ? null : key, columns: completeColumns(form, counted) }]
  })
  return {
    total: completeColumns(form, total),
    own: completeColumns(form, sums.get(root_id) ?? {}),
    rows,
  }
}

/** Which rows of a report a list is asked for: everything, or the part that stands apart. */
export type Part = 'total' | 'own' | 'remainder' | 'former-district'

/** The registers behind one part of a unit's report; null: all there are. */
export async function registersOf(
  sql: Queryable,
  question: Pick<Question, 'root_id' | 'is_country' | 'tree_on'>,
  part: Part,
): Promise<string[] | null> {
  const { root_id, is_country, tree_on } = question
  if (part === 'total' && is_country) return null
  const former = await formerUnits(sql, root_id, tree_on)
  const standsIn = [...former].filter(
    ([, place]) => part === 'total' || rowOf(place, root_id) === (part === 'own' ? root_id : part),
  )
  const ids = standsIn.map(([id]) => id)
  if (part === 'own') return [root_id, ...ids]
  if (part !== 'total') return ids
  const found = await sql.query<{ unit_id: string }>(
    'select unit_id from unit_ancestry where ancestor_id = $1 and valid @> $2::date',
    [root_id, tree_on],
  )
  return [...found.rows.map((row) => row.unit_id), ...ids]
}

const day: Record<When, string> = {
  in: 'p.on_day between $1::date and $2::date',
  before: 'p.on_day < $1::date',
  until: 'true',
  of: 'coalesce(p.since_on, p.on_day) between $1::date and $2::date',
}

/** What one posting `p` adds to a column, as SQL over $1 (first day) and $2 (last day). */
export function columnAmountSql(terms: readonly Term[]): string {
  return terms
    .flatMap((term) => term.measures.map((name) => `${term.sign < 0 ? '-' : '+'} ${amountSql(name, day[term.when])}`))
    .join(' ')
}
