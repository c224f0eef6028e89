/** Figures of a form for a unit and a period: balances plus the tail, or what was known on a day; rolled up on a tree. */
import type { Form, Term, When } from '../../law/form-parts.ts'
import { completeColumns, countedColumns, measureOf } from '../../law/form-rules.ts'
import { type Measure, type MeasureName, measureKey } from '../../law/measures.ts'
import { type Period, quarterOn } from '../../law/report-periods.ts'
import type { Queryable } from '../../platform/database.ts'
import { plainMeasures, referringMeasures } from './balance.ts'
import { handedIn } from './handed-in.ts'
import { readyMeasures } from './kept-measures.ts'
import { amountSql } from './measure-sql.ts'
import { openingFor } from './openings.ts'
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
  on_paper: readonly { unit_id: string; return_id: string; period: string }[]
}

const windows: Record<When, string> = {
  in: 'f.quarter_on >= $1::date',
  before: 'f.quarter_on < $1::date',
  until: 'true',
  of: 'f.since_quarter_on between $1::date and $2::date',
  'in-from-before': 'f.quarter_on >= $1::date and f.since_quarter_on < $1::date',
  'in-from-in': 'f.quarter_on >= $1::date and f.since_quarter_on >= $1::date',
}

/** The first day of the year whose opening is read; null: balances are read from their beginning. */
type Opening = Temporal.PlainDate | null

/** Windows that look at the earlier day: a balance of columns does not tell it. */
const looksBack = (when: When) => when === 'in-from-before' || when === 'in-from-in'

/** Where the sums of a measure of this form stand: a column of a balance, under a number, or nowhere but in postings. */
type Home = { kind: 'plain' | 'referring'; column: MeasureName } | { kind: 'added'; id: number } | { kind: 'postings' }

/** A measure that the form counts, as `m0`, `m1`, … in the facts. */
interface Wanted {
  name: string
  alias: string
  measure: Measure
  home: Home
}

const isPlain = (name: string): name is MeasureName => plainMeasures.some((one) => one === name)
const isReferring = (name: string): name is MeasureName => referringMeasures.some((one) => one === name)

/** Only whole quarters can be read from balances. */
function isOfQuarters(period: Period): boolean {
  const next = period.last_on.add({ days: 1 })
  return quarterOn(period.first_on).equals(period.first_on) && quarterOn(next).equals(next)
}

/** The period had ended by the day: what of it became known later became known after its own day, and there is an index of that. */
const isOver = (period: Period, on: Temporal.PlainDate) => Temporal.PlainDate.compare(period.last_on, on) <= 0

/**
 * What was known on a day is what is known now less what became known since, or the sum of what was known by then:
 * whichever has the shorter way to go.
 */
async function isLongAgo(sql: Queryable, period: Period, as_of: Temporal.PlainDate): Promise<boolean> {
  if (isOver(period, as_of)) return false
  const found = await sql.query<{ long_ago: boolean | null }>(
    `select $1::date - (select min(known_on) from posting) < (select max(known_on) from posting) - $1::date as long_ago`,
    [as_of],
  )
  return found.rows[0]?.long_ago ?? true
}

/** The measures of a form and where each is found for this question. */
async function wantedOf(sql: Queryable, { form, period, as_of }: Question): Promise<Wanted[]> {
  const terms = countedColumns(form).flatMap((column) => column.terms)
  const names = [...new Set(terms.flatMap((term) => term.measures))]
  const wanted = names.map((name, at) => ({ name, alias: `m${at}`, measure: measureOf(form, name) }))
  if (!isOfQuarters(period) || (as_of !== null && (await isLongAgo(sql, period, as_of))))
    return wanted.map((one) => ({ ...one, home: { kind: 'postings' as const } }))
  const backs = new Set(terms.filter((term) => looksBack(term.when)).flatMap((term) => term.measures))
  const own = (name: string) => form.measures?.[name] !== undefined
  const column = (name: string): Home | null => {
    if (own(name)) return null
    if (isPlain(name) && !backs.has(name)) return { kind: 'plain', column: name }
    return isReferring(name) ? { kind: 'referring', column: name } : null
  }
  const added = wanted.filter((one) => column(one.name) === null).map((one) => measureKey(one.measure))
  const ready = await readyMeasures(sql, added)
  const placed = wanted.map((one) => {
    const id = ready.get(measureKey(one.measure))
    const elsewhere: Home = id === undefined ? { kind: 'postings' } : { kind: 'added', id }
    return { ...one, home: column(one.name) ?? elsewhere }
  })
  // What became known since is taken away from balances; where one measure has none, all are summed from postings.
  const lacking = as_of !== null && placed.some(({ home }) => home.kind === 'postings')
  return lacking ? placed.map((one) => ({ ...one, home: { kind: 'postings' as const } })) : placed
}

const byName = (wanted: readonly Wanted[], term: Term) =>
  term.measures.flatMap((name) => wanted.filter((one) => one.name === name))

/** A term over the facts of one row each. */
const termSql = (wanted: readonly Wanted[]) => (term: Term) =>
  `${term.sign < 0 ? '-' : '+'} coalesce(sum(${byName(wanted, term)
    .map(({ alias }) => `f.${alias}`)
    .join(' + ')}) filter (where ${windows[term.when]}), 0)`

/** A term over the added balances, whose rows are one a measure. */
const addedTermSql = (wanted: readonly Wanted[]) => (term: Term) => {
  const ids = byName(wanted, term).flatMap(({ home }) => (home.kind === 'added' ? [home.id] : []))
  if (ids.length === 0) return '+ 0'
  return `${term.sign < 0 ? '-' : '+'} coalesce(sum(f.amount) filter (where f.measure in (${ids.join(', ')}) and ${windows[term.when]}), 0)`
}

const isBack = (terms: readonly Term[]) => terms.some((term) => term.when === 'before' || term.when === 'until')

/** The quarters of balances that are read. What lies before an opening stands in its row, as on the day before it. */
const sinceSql = (back: boolean, opening: Opening) =>
  back ? (opening ? ` and quarter_on >= '${opening}'` : '') : ' and quarter_on >= $1::date'

/** The facts a form needs, one row a unit and quarter (balances) or a posting (the tail; all of it where no balance tells). */
function factsSql({ form, as_of, period }: Question, wanted: readonly Wanted[], opening: Opening): string {
  const terms = countedColumns(form).flatMap((column) => column.terms)
  const back = isBack(terms)
  const days = (column: string) => `${column} <= $2::date${back ? '' : ` and ${column} >= $1::date`}`
  const list = (parts: readonly string[]) => parts.join(', ')
  const facts = [...new Set(wanted.map(({ measure }) => `'${measure.fact}'`))].join(', ')
  const all = wanted.some(({ home }) => home.kind === 'postings')
  // What a balance holds counts from the tail alone; what none holds counts from every posting.
  const since = as_of !== null && !all
  const amounts = wanted.map(({ measure, alias, home }) => {
    const amount = amountSql(measure, home.kind === 'postings' || !all ? 'true' : 'not p.folded')
    return `${since ? `(case when p.folded then -1 else 1 end) * ${amount}` : amount} as ${alias}`
  })
  const unfolded = all ? 'true' : 'not p.folded'
  const known =
    as_of === null
      ? [unfolded]
      : all
        ? ['p.known_on <= $5::date']
        : [
            `p.folded and p.known_on > $5::date${isOver(period, as_of) ? ' and p.known_on > p.on_day' : ''}`,
            'not p.folded and p.known_on <= $5::date',
          ]
  const columns = ['p.unit_id', 'p.on_day as quarter_on', 'coalesce(p.since_on, p.on_day) as since_quarter_on']
  const postings = known.map(
    (which) => `select ${list([...columns, ...amounts])}
    from posting p where ${which} and p.fact in (${facts}) and ${days('p.on_day')}`,
  )
  const from = (kind: 'plain' | 'referring') =>
    wanted.map(({ alias, home }) => (home.kind === kind ? `${home.column} as ${alias}` : `0 as ${alias}`))
  const sides = postings
  if (wanted.some(({ home }) => home.kind === 'plain')) {
    sides.push(
      `select ${list(['unit_id', 'quarter_on', 'quarter_on as since_quarter_on', ...from('plain')])} from balance where quarter_on <= $2::date${sinceSql(back, opening)}`,
    )
    if (back && opening)
      sides.push(
        `select ${list(['unit_id', 'year_on - 1', 'year_on - 1', ...from('plain')])} from balance_opening where year_on = '${opening}'`,
      )
  }
  if (wanted.some(({ home }) => home.kind === 'referring'))
    sides.push(
      `select ${list(['unit_id', 'quarter_on', 'since_quarter_on', ...from('referring')])} from balance_referring where since_quarter_on between $1::date and $2::date and quarter_on <= $2::date`,
    )
  return sides.join('\n  union all ')
}

/** Units below the root with the child each stands under; the root stands for itself. */
const standing = `select a.unit_id, a.ancestor_id as row_id
  from unit_period c join unit_ancestry a on a.ancestor_id = c.unit_id and a.valid @> $3::date
  where c.parent_id = $4 and c.valid @> $3::date
  union all select $4::uuid, $4::uuid`

function figuresSql(question: Question, wanted: readonly Wanted[], opening: Opening): string {
  const counted = countedColumns(question.form)
  const columns = counted.map(({ no, terms }) => `${terms.map(termSql(wanted)).join(' ')} as c${no}`)
  const former = `$${question.as_of === null ? 5 : 6}::uuid[]`
  const joined = (facts: string) =>
    question.is_country
      ? `${facts} f left join standing s using (unit_id)`
      : `${facts} f join (select unit_id, row_id from standing union all select id, null from unnest(${former}) id) s using (unit_id)`
  const row = 'coalesce(s.row_id, f.unit_id) as id, s.row_id is not null as stands'
  const wide = `select ${row}, ${columns.join(', ')} from ${joined('facts')} group by 1, 2`
  const start = `with standing as materialized (${standing}),
facts as (${factsSql(question, wanted, opening)})`
  const ids = wanted.flatMap(({ home }) => (home.kind === 'added' ? [home.id] : []))
  if (ids.length === 0) return `${start}\n${wide}`
  // Sums of the many small rows first, columns from those.
  const back = isBack(counted.flatMap(({ terms }) => terms))
  const narrow = counted.map(({ no, terms }) => `${terms.map(addedTermSql(wanted)).join(' ')} as c${no}`)
  return `${start},
kept as (select unit_id, measure, quarter_on, since_quarter_on, amount from balance_added
  where measure in (${ids.join(', ')}) and quarter_on <= $2::date${sinceSql(back, opening)}${
    back && opening
      ? `
  union all select unit_id, measure, year_on - 1, year_on - 1, amount from balance_added_opening
  where measure in (${ids.join(', ')}) and year_on = '${opening}'`
      : ''
  }),
added as (select ${row}, f.measure, f.quarter_on, f.since_quarter_on, sum(f.amount) as amount from ${joined('kept')} group by 1, 2, 3, 4, 5)
${wide}
union all select f.id, f.stands, ${narrow.join(', ')} from added f group by 1, 2`
}

/** Reads the figures. Rows of units with nothing to tell are not among them. */
export async function figuresOf(sql: Queryable, question: Question): Promise<Figures> {
  const { form, root_id, period, tree_on, as_of, is_country } = question
  const former = is_country ? null : await formerUnits(sql, root_id, tree_on)
  const values: unknown[] = [period.first_on, period.last_on, tree_on, root_id]
  if (as_of) values.push(as_of)
  if (former) values.push([...former.keys()])
  const wanted = await wantedOf(sql, question)
  const opening = await openingFor(sql, period)
  const found = await sql.query<Record<string, unknown>>(figuresSql(question, wanted, opening), values)
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
  const on_paper = papers.map(({ unit_id, return_id, period: of }) => ({ unit_id, return_id, period: of }))
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
  'in-from-before': 'p.on_day between $1::date and $2::date and coalesce(p.since_on, p.on_day) < $1::date',
  'in-from-in': 'p.on_day between $1::date and $2::date and coalesce(p.since_on, p.on_day) >= $1::date',
}

/** What one posting `p` adds to a column, as SQL over $1 (first day) and $2 (last day). */
export function columnAmountSql(form: Form, terms: readonly Term[]): string {
  return terms
    .flatMap((term) =>
      term.measures.map((name) => `${term.sign < 0 ? '-' : '+'} ${amountSql(measureOf(form, name), day[term.when])}`),
    )
    .join(' ')
}
