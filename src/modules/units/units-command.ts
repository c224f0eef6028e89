/** `gandan units --on DAY [--under CODE] [--find TEXT] --json`: the tree of a day for scripts. */
import { parseArgs } from 'node:util'
import { clockViewer } from '../../platform/actions/viewer.ts'
import type { Command } from '../../platform/command.ts'
import type { Queryable } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { ensureUnits } from './import.ts'
import { countsOn, descendantsOf, findUnits, unitOn, unitsByCode } from './queries.ts'
import { countryCode, mergerDay, shortName, treeFrom } from './unit.ts'

/** Arguments that cannot be read: the command exits with 2 and this sentence. */
export class WrongArguments extends Error {
  override name = 'WrongArguments'
}

/** One unit as scripts read it. */
export interface ListedUnit {
  id: string
  name: string
  code: string | null
  level: string
  parent: string | null
}

/** What the command prints. */
export interface UnitsAnswer {
  on: string
  counts: Readonly<Record<string, number>>
  units: readonly ListedUnit[]
}

const usage = 'gandan units --on 2026-06-30 [--under 15] [--find "cam duong, lao cai"] --json'

/** Reads the arguments; throws `WrongArguments`. `today` stands where no day is given. */
export function readArguments(args: readonly string[], today: Temporal.PlainDate) {
  const { values } = parsed(args)
  if (values.find !== undefined && values.find.trim() === '')
    throw new WrongArguments(`--find needs a text, e.g. ${usage}`)
  return {
    day: values.on === undefined ? today : readDay(values.on),
    under: values.under,
    find: values.find,
    json: values.json,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        on: { type: 'string' },
        under: { type: 'string' },
        find: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new WrongArguments(`${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}; right: ${usage}`)
  }
}

function readDay(text: string): Temporal.PlainDate {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError('form')
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    throw new WrongArguments(`--on ${text} is not a day; right: --on 2026-06-30`)
  }
}

/** The tree of a day, under a unit and searched; throws `WrongArguments` where the code means nothing that day. */
export async function listUnits(
  sql: Queryable,
  { day, under, find }: { day: Temporal.PlainDate; under?: string; find?: string },
): Promise<UnitsAnswer> {
  const viewer = clockViewer(day)
  const above = under === undefined ? null : await unitNamed(sql, under, day)
  const scope = above === null || above.code === countryCode ? {} : { under: above.id }
  const counts = await countsOn(viewer, sql, day, scope)
  const found =
    find === undefined
      ? (await descendantsOf(viewer, sql, above?.id ?? null, day)).map((unit) => ({
          ...unit,
          parent: unit.parent_name,
        }))
      : (await findUnits(viewer, sql, find, day, { ...scope, limit: 200 })).map((unit) => ({
          ...unit,
          parent: unit.place.split(', ')[0] || (unit.parent_id === null ? null : 'Việt Nam'),
        }))
  const units = found.map(({ id, name, code, level, parent }) => ({ id, name, code, level, parent }))
  return { on: day.toString(), counts, units }
}

async function unitNamed(sql: Queryable, under: string, day: Temporal.PlainDate) {
  const viewer = clockViewer(day)
  const byId = isUuid(under) ? await unitOn(viewer, sql, under, day) : null
  const unit = byId ?? (await unitsByCode(viewer, sql, under, day))[0]
  if (unit) return unit
  const otherDays = [mergerDay.subtract({ days: 1 }), mergerDay]
  const other = (await Promise.all(otherDays.map((on) => unitsByCode(clockViewer(on), sql, under, on)))).flat()[0]
  const hint = other
    ? `; on another day it means ${other.name} (${other.from_on} to ${other.until_on ?? 'now'})`
    : '; right: --under 15'
  throw new WrongArguments(`--under ${under}: no unit has this code on ${day}${hint}`)
}

/** What the command prints for these arguments; JSON is one line. Throws `WrongArguments`. */
export async function answerUnits(args: readonly string[], sql: Queryable, today: Temporal.PlainDate): Promise<string> {
  const wanted = readArguments(args, today)
  const answer = await listUnits(sql, wanted)
  return wanted.json ? JSON.stringify(answer) : asText(answer)
}

/** `gandan units`. */
export const run: Command = async (args, { db, server, today, say }) => {
  try {
    readArguments(args, today)
    await ensureUnits(server, say)
    console.log(await answerUnits(args, db.pool, today))
    return 0
  } catch (error) {
    if (!(error instanceof WrongArguments)) throw error
    console.error(error.message)
    return 2
  }
}

function asText(answer: UnitsAnswer): string {
  const counts = Object.entries(answer.counts).map(([level, count]) => `${level} ${count}`)
  const known = answer.on < treeFrom.toString() ? [`the tree is known from ${treeFrom}`] : []
  const rows = answer.units.map((unit) =>
    [unit.code ?? '-', unit.level, unit.name, unit.parent && shortName(unit.parent)].join('\t'),
  )
  return [`${answer.on}: ${counts.join(', ')}`, ...known, ...rows].join('\n')
}
