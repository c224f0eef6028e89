/** `gandan import outlines FILE.geojson --on DAY (--plan | --apply)`: shows what a file of outlines changes, then applies it. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '../../platform/command.ts'
import { connect, type Db } from '../../platform/database.ts'
import { type OutlineFault, type OutlineFaultCode, outlineLimits } from './geojson.ts'
import { applyOutlines, type OutlineDifference, planOutlines } from './outlines.ts'
import { WrongArguments } from './units-command.ts'

const usage = 'gandan import outlines communes.geojson --on 2025-07-01 --plan'
const bytes_max = 200 * 1024 * 1024
const shown_max = 20

/** Runs the command; answers what to print and whether the file could be taken. Throws `WrongArguments`. */
export async function runOutlines(args: readonly string[], owner: Db): Promise<{ text: string; ok: boolean }> {
  const { file, on, apply, names } = readArguments(args)
  const wanted = { text: readText(file), source: basename(file).slice(0, 300), on, names }
  const difference = apply ? await applyOutlines(owner, wanted) : await planOutlines(owner.pool, wanted)
  return { text: tell(difference, apply), ok: difference.faults.length === 0 }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        on: { type: 'string' },
        code: { type: 'string', default: 'code' },
        name: { type: 'string', default: 'name' },
        province: { type: 'string', default: 'province' },
        plan: { type: 'boolean', default: false },
        apply: { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new Error('one file is needed')
    if (values.plan === values.apply) throw new Error('either --plan or --apply is needed')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(values.on ?? '')) throw new Error('--on needs the day from which the outlines hold')
    const on = Temporal.PlainDate.from(values.on ?? '', { overflow: 'reject' })
    const { code, name, province } = values
    return { file, on, apply: values.apply, names: { code, name, province } }
  } catch (error) {
    throw new WrongArguments(`${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}; right: ${usage}`)
  }
}

function readText(file: string): string {
  try {
    if (statSync(file).size > bytes_max) throw new Error(`it is larger than ${bytes_max / 1024 / 1024} MB`)
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    throw new WrongArguments(
      `${file} cannot be read: ${error instanceof Error ? error.message : 'unreadable'}; right: ${usage}`,
    )
  }
}

const sentences: Readonly<Record<OutlineFaultCode, string>> = {
  'not-json': 'this is no JSON',
  'not-a-feature-collection': 'this is no GeoJSON FeatureCollection',
  'no-feature': 'there is no feature in it',
  'too-many-features': `more than ${outlineLimits.features_max} features`,
  'too-many-points': `more than ${outlineLimits.points_max} points in all; simplify the file first`,
  'other-crs': 'coordinates must be longitude and latitude of WGS84 (EPSG:4326, CRS84)',
  'no-area': 'it has no Polygon or MultiPolygon',
  'no-number': 'a coordinate is no pair of numbers',
  'outside-vietnam': 'a point lies outside Vietnam: longitude comes first, in degrees of WGS84',
  'open-ring': 'a ring is not closed or has fewer than four points',
  'names-no-unit': 'it has neither code nor name; --code, --name and --province say which properties they are',
  'unit-unknown': 'no province or commune has this code or name on that day',
  'unit-twice': 'the same unit comes twice',
}

function tellFault({ at, code, found }: OutlineFault): string {
  const where = at === 0 ? 'the file' : `feature ${at}`
  return `${where}: ${sentences[code]}${found === undefined ? '' : ` (${found})`}`
}

function tell(difference: OutlineDifference, applied: boolean): string {
  const { faults, added, replaced, unchanged, missing } = difference
  if (faults.length > 0) {
    const more = faults.length > 100 ? [`… and ${faults.length - 100} more`] : []
    return [`${faults.length} faults, nothing is written`, ...faults.slice(0, 100).map(tellFault), ...more].join('\n')
  }
  if (added.length + replaced.length === 0) return `outlines: nothing differs (${unchanged} outlines)`
  const lines = (
    [
      ['added', added],
      ['replaced', replaced],
    ] as const
  ).flatMap(([word, changes]) => [
    `${word}: ${changes.length}`,
    ...changes
      .slice(0, shown_max)
      .map((one) => `  ${word} ${one.name}, ${one.place}: ${one.points_before} points, ${one.points} kept`),
    ...(changes.length > shown_max ? [`  … and ${changes.length - shown_max} more`] : []),
  ])
  return [
    `outlines: ${applied ? 'applied' : 'would change (nothing is written yet)'}`,
    ...lines,
    `unchanged: ${unchanged}`,
    ...missing.map((one) => `without an outline in ${one.place}: ${one.units}`),
  ].join('\n')
}

/** `gandan import outlines`: exit code 2 where an argument is wrong, 1 where the file has faults. */
export const run: Command = async (args, { server }) => {
  const owner = connect(server.url('owner'), { max: 2 })
  try {
    const { text, ok } = await runOutlines(args[0] === 'outlines' ? args.slice(1) : args, owner)
    console.log(text)
    return ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof WrongArguments)) throw error
    console.error(error.message)
    return 2
  } finally {
    await owner.end()
  }
}
