/** `gandan report`: a form's figures as JSON, for scripts. Whoever runs it holds the database, so no cell is left out. */
import { parseArgs } from 'node:util'
import type { Form } from '../../law/form-parts.ts'
import { reportCalendars } from '../../law/report-periods.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import type { Command } from '../../platform/command.ts'
import type { Queryable } from '../../platform/database.ts'
import { refusedSentence, unitOfCode } from '../units/unit-of-code.ts'
import { chainOf } from './chain.ts'
import { formsInUse } from './forms-in-use.ts'
import { type Ask, makeReport, type Report, type ReportRow, readAsk, treeDayOf } from './report.ts'

/** Arguments that cannot be read: the command exits with 2 and this sentence. */
export class WrongArguments extends Error {
  override name = 'WrongArguments'
}

const usage =
  'gandan report --form 01/TCD --instrument TT01/2024 --unit 15 --period 2026-6m [--as-of DAY] [--tree DAY] --json, or report --list'

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        form: text,
        instrument: text,
        unit: text,
        period: text,
        'as-of': text,
        tree: text,
        json: { type: 'boolean' },
        list: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new WrongArguments(`${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}; right: ${usage}`)
  }
}

function readDay(name: string, value: string | undefined): Temporal.PlainDate | null {
  if (value === undefined) return null
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Temporal.PlainDate.from(value, { overflow: 'reject' })
  } catch {
    // falls through to the sentence
  }
  throw new WrongArguments(`--${name} ${value} is not a day; right: --${name} 2026-06-30`)
}

/** Reads the arguments of a report; null where the list of forms is asked for. */
export function readArguments(args: readonly string[], known: readonly Form[]): Ask | null {
  const given = parsed(args)
  if (given.list) return null
  for (const name of ['form', 'unit', 'period'] as const)
    if (!given[name]) throw new WrongArguments(`--${name} is missing; right: ${usage}`)
  const read = readAsk(given.form ?? '', given.period ?? '', given.instrument, known)
  if ('right' in read) throw new WrongArguments(`--${read.field} is not known; right is one of: ${read.right}`)
  return {
    ...read,
    unit: given.unit ?? '',
    tree_on: readDay('tree', given.tree),
    as_of: readDay('as-of', given['as-of']),
  }
}

/** Every form and version with its days in force, and the calendar of periods. */
export function listForms(known: readonly Form[]) {
  return {
    forms: known.map((form) => ({
      form: form.code,
      instrument: form.instrument,
      title: form.title,
      from: form.from,
      until: form.until,
      columns: form.columns.length,
      chain: chainOf(form),
      cite: form.cite,
      unverified: form.unverified ?? null,
    })),
    calendars: reportCalendars,
  }
}

const rowJson = (row: ReportRow) => ({
  unit: row.unit ? (row.unit.code ?? row.unit.id) : row.kind,
  name: row.unit?.name ?? null,
  level: row.unit?.level ?? null,
  id: row.unit?.id ?? null,
  columns: row.columns,
})

/** A report as scripts read it: `columns` = `own` + all `rows` + all of `apart`. */
export function reportJson(report: Report) {
  const { ask, question, unit } = report
  return {
    form: ask.form.code,
    instrument: ask.form.instrument,
    unit: unit.code ?? unit.id,
    name: unit.name,
    period: ask.period.id,
    first_on: ask.period.first_on.toString(),
    last_on: ask.period.last_on.toString(),
    tree_on: question.tree_on.toString(),
    as_of: question.as_of?.toString() ?? null,
    columns: report.total,
    checks: report.checks,
    own: report.own,
    rows: report.rows.map(rowJson),
    apart: report.apart.map(rowJson),
  }
}

/** Runs the command: what to print, or `WrongArguments`. */
export async function reportCommand(sql: Queryable, args: readonly string[]) {
  const known = await formsInUse(sql)
  const ask = readArguments(args, known)
  if (ask === null) return listForms(known)
  const report = await makeReport(sql, ask, { denunciations: true })
  if (report) return reportJson(report)
  const on = await treeDayOf(sql, ask)
  const found = /^\d{1,5}$/.test(ask.unit) ? await unitOfCode(clockViewer(on), sql, { code: ask.unit, on }) : null
  if (found && 'refused' in found) throw new WrongArguments(`--unit: ${refusedSentence(ask.unit, on, found.refused)}`)
  throw new WrongArguments(
    `--unit ${ask.unit} stands on no tree of ${on}; right: TW, a code of that day (gandan units --on ${on} --json) or an id`,
  )
}

/** `gandan report …`: prints JSON on one line; `WrongArguments` become one sentence and exit code 2 (`src/cli.ts`). */
export const run: Command = async (args, { db }) => {
  process.stdout.write(`${JSON.stringify(await reportCommand(db.pool, args))}\n`)
  return 0
}
