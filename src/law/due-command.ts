/** `gandan due`: a due date with its reasons as JSON, for scripts and for whoever wants to check the program. */
import type { Calendar } from './calendar.ts'
import { type DueAnswer, DueError, type DueQuestion, due, type Suspension, variantsOf } from './due.ts'
import { isOn, isSwitchId, type SwitchId, type SwitchSettings, switches } from './switches.ts'
import { type LimitId, limitAliases, limitIds, type TimeLimit, timeLimits } from './time-limits.ts'

/** Where the command writes, and the office's calendar where the caller knows one. */
export interface DueCommandContext {
  out?: (text: string) => void
  err?: (text: string) => void
  calendar?: Calendar
  switches?: SwitchSettings
}

const usage =
  'gandan due --rule RULE --start YYYY-MM-DD [--remote] [--complex | --specially-complex] [--several-places] ' +
  '[--suspend FROM..TO]... | gandan due --list [--json]'

/** Runs the command and gives the exit code: 0, or 2 with one sentence where an argument is wrong. */
export async function run(args: readonly string[], context: DueCommandContext = {}): Promise<number> {
  const out = context.out ?? ((text: string) => process.stdout.write(text))
  const err = context.err ?? ((text: string) => process.stderr.write(text))
  try {
    if (args.includes('--help')) out(`${usage}\n`)
    else if (args.includes('--list')) out(list(args))
    else out(`${JSON.stringify(answerTo(args, context), null, 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof DueError || error instanceof BadArgument)) throw error
    err(`${error.message.replaceAll(/\s+/g, ' ')}\n`)
    return 2
  }
}

class BadArgument extends Error {}

interface Parsed {
  rule?: string
  start?: string
  suspend: string[]
  switched: Partial<Record<SwitchId, boolean>>
  flags: Set<Flag>
}

const flagNames = ['remote', 'complex', 'specially-complex', 'several-places'] as const
type Flag = (typeof flagNames)[number]

function answerTo(args: readonly string[], context: DueCommandContext): object {
  const parsed = parse(args)
  const rule = ruleFrom(parsed.rule)
  checkFlags(rule, parsed.flags)
  const question: DueQuestion = {
    start: dayFrom(parsed.start, '--start'),
    remote: parsed.flags.has('remote'),
    several_places: parsed.flags.has('several-places'),
    suspensions: parsed.suspend.map(suspensionFrom),
  }
  if (parsed.flags.has('complex')) question.complexity = 'complex'
  if (parsed.flags.has('specially-complex')) question.complexity = 'specially-complex'
  if (context.calendar) question.calendar = context.calendar
  const settings = { ...context.switches, ...parsed.switched }
  if (Object.keys(settings).length > 0) question.switches = settings
  return toJson(due(rule, question), settings)
}

function parse(args: readonly string[]): Parsed {
  const parsed: Parsed = { suspend: [], switched: {}, flags: new Set() }
  const rest = args.flatMap((arg) => (arg.startsWith('--') && arg.includes('=') ? splitOnce(arg) : [arg]))
  while (rest.length > 0) {
    const name = rest.shift() ?? ''
    const flag = flagNames.find((item) => name === `--${item}`)
    if (flag) {
      parsed.flags.add(flag)
      continue
    }
    if (name !== '--rule' && name !== '--start' && name !== '--suspend' && name !== '--switch') {
      throw new BadArgument(`unknown argument ${JSON.stringify(name)}: usage is ${usage}`)
    }
    const value = rest.shift()
    if (value === undefined || value.startsWith('--')) throw new BadArgument(`${name} needs a value: ${usage}`)
    if (name === '--suspend') parsed.suspend.push(value)
    else if (name === '--switch') Object.assign(parsed.switched, switchFrom(value))
    else if (name === '--rule' && parsed.rule === undefined) parsed.rule = value
    else if (name === '--start' && parsed.start === undefined) parsed.start = value
    else throw new BadArgument(`${name} is given twice: give it once`)
  }
  return parsed
}

function splitOnce(arg: string): string[] {
  const at = arg.indexOf('=')
  return [arg.slice(0, at), arg.slice(at + 1)]
}

function switchFrom(text: string): Partial<Record<SwitchId, boolean>> {
  const [name = '', turned, ...more] = text.split('=')
  const names = switches.map((row) => row.id).join(', ')
  if (!isSwitchId(name)) throw new BadArgument(`there is no switch ${JSON.stringify(name)}: there are ${names}`)
  if ((turned !== 'on' && turned !== 'off') || more.length > 0)
    throw new BadArgument(`--switch ${JSON.stringify(text)} says neither on nor off: write ${name}=on or ${name}=off`)
  return { [name]: turned === 'on' }
}

function ruleFrom(name: string | undefined): LimitId {
  if (name === undefined) throw new BadArgument(`--rule is missing: ${usage}`)
  const alias = Object.hasOwn(limitAliases, name) ? limitAliases[name] : undefined
  const rule = alias ?? limitIds.find((id) => id === name)
  if (rule) return rule
  const names = [...limitIds, ...Object.keys(limitAliases)]
  const nearest = names.toSorted((a, b) => distance(name, a) - distance(name, b))[0]
  throw new BadArgument(
    `there is no rule ${JSON.stringify(name)}: did you mean ${nearest}? gandan due --list shows all`,
  )
}

function checkFlags(rule: LimitId, flags: ReadonlySet<Flag>): void {
  if (flags.has('complex') && flags.has('specially-complex')) {
    throw new BadArgument('--complex and --specially-complex exclude each other: give one of them')
  }
  const known: readonly string[] = variantsOf(rule)
  for (const flag of flags) {
    if (known.includes(flag)) continue
    const allowed = flagNames.filter((item) => known.includes(item)).map((item) => `--${item}`)
    const right = allowed.length > 0 ? `it takes ${allowed.join(', ')}` : 'it takes no such flag'
    throw new BadArgument(`--${flag} changes nothing for ${rule}: ${right}`)
  }
}

function suspensionFrom(text: string): Suspension {
  const [from, to, ...more] = text.split('..')
  if (from === undefined || to === undefined || more.length > 0) {
    throw new BadArgument(`--suspend ${JSON.stringify(text)} is not a span: write FROM..TO, as 2026-08-03..2026-08-14`)
  }
  return { from: dayFrom(from, '--suspend FROM'), to: dayFrom(to, '--suspend TO') }
}

/** A day written YYYY-MM-DD; anything else is refused with what would be right. */
function dayFrom(text: string | undefined, name: string): Temporal.PlainDate {
  if (text === undefined) throw new BadArgument(`${name} is missing: ${usage}`)
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) throw new BadArgument(`${name} ${JSON.stringify(text)} is not a day: write YYYY-MM-DD, as 2026-06-26`)
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12) {
    throw new BadArgument(`${name} ${text} does not exist: the month is 01 to 12`)
  }
  const { daysInMonth } = Temporal.PlainDate.from({ year, month, day: 1 })
  if (day < 1 || day > daysInMonth) {
    const span = `01 to ${daysInMonth}`
    throw new BadArgument(`${name} ${text} does not exist: the days of ${parts[1]}-${parts[2]} are ${span}`)
  }
  return Temporal.PlainDate.from({ year, month, day })
}

/** The switches that this answer hangs on: that of its rule, and that of a doubtful holiday among its days. */
function switchesOf(answer: DueAnswer, settings: SwitchSettings): object[] {
  const rows: readonly TimeLimit[] = timeLimits
  const ofRule = rows.filter((row) => row.id === answer.rule).flatMap((row) => row.switch ?? [])
  const years = new Set(answer.reasons.flatMap((reason) => [reason.from.year, reason.to.year]))
  const culture = switches.find((row) => row.id === 'holiday.culture-day')
  const isAmong = [...years].some((year) => {
    const on = Temporal.PlainDate.from({ year, month: 11, day: 24 })
    return (
      on.toString() >= (culture?.from ?? '') &&
      answer.reasons.some(
        ({ from, to }) => Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, to) <= 0,
      )
    )
  })
  const ids: SwitchId[] = [...ofRule, ...(isAmong ? (['holiday.culture-day'] as const) : [])]
  return ids.map((id) => ({ id, on: isOn(id, settings), by: id in settings ? 'setting' : 'default' }))
}

function toJson(answer: DueAnswer, settings: SwitchSettings): object {
  const { rule, nominal, due, reasons, start, length, unit, row, calendar, notes, unverified } = answer
  return {
    rule,
    nominal,
    due,
    reasons,
    start,
    length,
    unit,
    cite: row.cite,
    in_force: { from: row.from, until: row.until },
    calendar,
    notes,
    switches: switchesOf(answer, settings),
    ...(unverified ? { unverified } : {}),
  }
}

function list(args: readonly string[]): string {
  const other = args.find((arg) => arg !== '--list' && arg !== '--json')
  if (other !== undefined) throw new BadArgument(`--list takes no ${other}: gandan due --list [--json]`)
  const rows: readonly TimeLimit[] = timeLimits
  if (args.includes('--json')) return `${JSON.stringify(rows, null, 2)}\n`
  return rows.map((row) => `${line(row)}\n`).join('')
}

function line(row: TimeLimit): string {
  const unit = row.unit === 'day' ? 'd' : 'wd'
  const variants = Object.entries(row.variants ?? {}).map(([name, length]) => `${name} ${length} ${unit}`)
  const length = [`${row.length} ${unit}`, ...variants].join(', ')
  const marks = [
    row.counted === 'before' ? 'counted back' : '',
    row.local ? 'local' : '',
    row.switch ? `switch ${row.switch}, ${isOn(row.switch) ? 'on' : 'off'} by default` : '',
    row.unverified ?? '',
  ]
  const alias = Object.entries(limitAliases).find(([, id]) => id === row.id)?.[0]
  const more = [...marks.filter(Boolean), ...(alias ? [`alias ${alias}`] : [])]
  // Both days are in force, as in FROM..TO of a suspension; the row's own `until` is the first day without it.
  const last = row.until ? Temporal.PlainDate.from(row.until).subtract({ days: 1 }) : ''
  const span = `${row.from}..${last}`
  return `${row.id.padEnd(30)} ${span.padEnd(22)} ${length}; ${row.cite}${more.length ? ` (${more.join(', ')})` : ''}`
}

/** Levenshtein distance, to name the nearest rule. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost))
    }
    row = next
  }
  return row[b.length] ?? 0
}
