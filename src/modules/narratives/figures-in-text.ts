/** What the figures in a text read now: each from its cell or its list, with the address that opens it. Never a second count. */
import { columnOf, secretColumns } from '../../law/form-rules.ts'
import type { Form } from '../../law/forms.ts'
import type { Period } from '../../law/report-periods.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { askingOnce } from '../../platform/asking-once.ts'
import { partsOf, recordsPath, reportPath } from '../reports/addresses.ts'
import { formsInUse } from '../reports/forms-in-use.ts'
import { reportOf, yearEarlier } from '../reports/queries.ts'
import { type Report, readAsk } from '../reports/report.ts'
import type { Item, Noun } from '../reports/told-columns.ts'
import { listPath } from './addresses.ts'
import { changeInText, inText } from './in-text.ts'
import { countsOf, isListName, type ListAsk, listKey, narrowed, type WantedList } from './lists.ts'
import { readToken, type Token } from './tokens.ts'

/** Why a figure cannot stand in a text. `closed`: denunciations are in it, and a narrative is read by everybody. */
export type FigureFault = 'figure-is-unknown' | 'figure-is-closed'

/** A figure as it reads now. */
export interface FigureNow {
  source: string
  /** `07`, `1.234`, `giảm 146 lượt, 127 người`; three dots where the form does not know the unit or the earlier period. */
  text: string
  /** What is counted, in the words of the form; empty for a list, whose name stands in the words. */
  what: string
  /** Opens the cell's records or the list. */
  href: string | null
  token: Token | null
  fault: FigureFault | null
  /** Days of a form whose instrument has a calendar of its own; null: those of the report. */
  other_days: OtherDays | null
}

/** Which days a form counts, where they are not those of the report. */
export interface OtherDays {
  form: string
  first_on: string
  last_on: string
}

/** Whose figures, of which period, on which day. */
export interface FiguresAsk extends ListAsk {
  period: Period
}

/** A form of the period for the unit, with the same a year earlier. */
interface Sides {
  form: Form
  report: Report | null
  earlier: Report | null
}

/** What stands where a figure has no value. */
export const noValue = '…'

/** Reads figures; the viewer must see the unit. One reading of each form, whatever the text names of it. */
export async function figuresNow(
  viewer: Viewer,
  tx: Sql,
  ask: FiguresAsk,
  sources: readonly string[],
): Promise<Map<string, FigureNow>> {
  const sql = askingOnce(tx)
  const forms = new Map<string, Sides | null>()
  const found = new Map<string, FigureNow>()
  const read = [...new Set(sources)].map((source) => ({ source, token: readToken(source.slice(2, -2)) }))
  const counts = await countsOf(
    viewer,
    sql,
    ask,
    read.flatMap(({ token }) => wantedList(token) ?? []),
  )
  for (const { source, token } of read) {
    const now = { source, token, what: '', href: null, text: noValue, fault: null, other_days: null }
    if (token === null) found.set(source, { ...now, fault: 'figure-is-unknown' })
    else if (token.kind === 'list') found.set(source, { ...now, ...ofList(counts, ask, token) })
    else {
      const known = forms.get(token.form)
      const sides = known === undefined ? await sidesOf(viewer, sql, ask, token.form) : known
      forms.set(token.form, sides)
      found.set(source, { ...now, ...ofForm(sides, token, ask) })
    }
  }
  return found
}

/** The list a figure counts; null where it counts none that is known. */
function wantedList(token: Token | null): WantedList | null {
  if (token?.kind !== 'list' || !isListName(token.list)) return null
  return token.of !== null && !narrowed.includes(token.list) ? null : { list: token.list, of: token.of }
}

function ofList(
  counts: ReadonlyMap<string, number>,
  ask: FiguresAsk,
  token: Extract<Token, { kind: 'list' }>,
): Partial<FigureNow> {
  const wanted = wantedList(token)
  if (!wanted) return { fault: 'figure-is-unknown' }
  const { list, of } = wanted
  return { text: inText(counts.get(listKey(wanted)) ?? 0), href: listPath(ask.unit_id, ask.period.id, list, of) }
}

async function sidesOf(viewer: Viewer, sql: Sql, ask: FiguresAsk, code: string): Promise<Sides | null> {
  const read = readAsk(code, ask.period.id, undefined, await formsInUse(sql))
  if ('right' in read) return null
  try {
    const report = await reportOf(viewer, sql, { ...read, unit: ask.unit_id, tree_on: null, as_of: null })
    return { form: read.form, report, earlier: report && (await yearEarlier(viewer, sql, report)) }
  } catch (error) {
    if (error instanceof NotOpen) return { form: read.form, report: null, earlier: null }
    throw error
  }
}

function ofForm(
  sides: Sides | null,
  token: Exclude<Token, { kind: 'list' }>,
  { unit_id, period }: FiguresAsk,
): Partial<FigureNow> {
  const groups = token.kind === 'figure' ? [token.columns] : token.groups
  if (!sides || !groups.flat().every((no) => sides.form.columns.some((column) => column.no === no)))
    return { fault: 'figure-is-unknown' }
  const { form, report, earlier } = sides
  const secret = secretColumns(form)
  if (groups.flat().some((no) => secret.has(no))) return { fault: 'figure-is-closed' }
  const what = `${form.code}: ${groups.map((columns) => headingOf(form, columns)).join('; ')}`
  if (report === null) return { what }
  const { first_on, last_on } = report.ask.period
  const same = first_on.equals(period.first_on) && last_on.equals(period.last_on)
  const other_days = same ? null : { form: form.code, first_on: first_on.toString(), last_on: last_on.toString() }
  if (token.kind === 'figure') {
    const side = token.earlier ? earlier : report
    const [one] = token.columns
    const href = !side
      ? null
      : token.columns.length === 1 && one !== undefined
        ? recordsPath(side.ask, unit_id, one)
        : reportPath(form, partsOf(side.ask, unit_id))
    return { what, href, other_days, text: side ? inText(sumOf(side, token.columns)) : noValue }
  }
  const href = reportPath(form, partsOf(report.ask, unit_id))
  if (!earlier) return { what, href, other_days }
  const items = groups.map(
    (columns): Item => ({
      noun: nounOf(form, columns[0] ?? 0),
      now: sumOf(report, columns),
      before: sumOf(earlier, columns),
    }),
  )
  return { what, href, other_days, text: changeInText(items) ?? noValue }
}

const sumOf = (report: Report, columns: readonly number[]) =>
  columns.reduce((sum, no) => sum + (report.total[no] ?? 0), 0)

/** A column by its two innermost headings; a sum by its columns and the innermost heading of the first. */
function headingOf(form: Form, columns: readonly number[]): string {
  const { path } = columnOf(form, columns[0] ?? 0)
  return columns.length === 1 ? path.slice(-2).join(' › ') : `${path.at(-1)} (${columns.join('+')})`
}

const nouns: readonly (readonly [RegExp, Noun])[] = [
  [/đoàn/i, 'groups'],
  [/người được tiếp/i, 'people'],
  [/lượt/i, 'visits'],
  [/vụ việc|tiếp lần đầu|tiếp nhiều lần/i, 'cases'],
  [/tiếp nhận/i, 'received'],
  [/khiếu nại/i, 'complaints'],
  [/kiến nghị/i, 'feedback'],
]

/** By which noun a column is counted, as its innermost heading that says so tells. */
function nounOf(form: Form, no: number): Noun {
  for (const heading of columnOf(form, no).path.toReversed()) {
    const found = nouns.find(([shape]) => shape.test(heading))
    if (found) return found[1]
  }
  return 'cases'
}

/** The forms among these figures that count other days than the report, each once. */
export function otherDaysIn(figures: Iterable<FigureNow>): OtherDays[] {
  const found = new Map<string, OtherDays>()
  for (const { other_days } of figures) if (other_days) found.set(other_days.form, other_days)
  return [...found.values()]
}
