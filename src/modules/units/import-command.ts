/** `gandan import units [--file X.json|X.csv] (--plan | --apply)`: shows a source's difference, then applies it. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Command } from '../../platform/command.ts'
import { connect, type Db } from '../../platform/database.ts'
import { applyUnits, type Difference, ImportRefused, planUnits } from './import.ts'
import { applyOfficialTable, planOfficialTable, type TableDifference } from './official-table.ts'
import { packageSource, readPackage, type TreeSource } from './package-source.ts'
import { WrongArguments } from './units-command.ts'

const usage = 'gandan import units --file changes.csv --plan'
const bytes_max = 50 * 1024 * 1024
const shown_max = 20

/**
 * Runs the command; answers what to print and whether the source could be taken. Without `--file` the package's tree is
 * meant; a file is the package's JSON of another version, or the official table as CSV or JSON. Throws `WrongArguments`.
 */
export async function runImport(args: readonly string[], owner: Db): Promise<{ text: string; ok: boolean }> {
  const { file, apply } = readArguments(args)
  const text = file === undefined ? undefined : readText(file)
  const source = text === undefined ? packageSource() : asPackage(file ?? '', text)
  if (source !== null) {
    const difference = apply ? await applyUnits(owner, source) : await planUnits(owner.pool, source)
    return { text: tellTree(difference, apply), ok: true }
  }
  const table = apply ? await applyOfficialTable(owner, text ?? '') : await planOfficialTable(owner.pool, text ?? '')
  return { text: tellTable(table, apply), ok: table.faults.length === 0 }
}

function readArguments(args: readonly string[]): { file: string | undefined; apply: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        file: { type: 'string' },
        plan: { type: 'boolean', default: false },
        apply: { type: 'boolean', default: false },
      },
    })
    if (values.plan === values.apply) throw new Error('either --plan or --apply is needed')
    return { file: values.file, apply: values.apply }
  } catch (error) {
    throw new WrongArguments(`${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}; right: ${usage}`)
  }
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file)
    if (bytes.length > bytes_max) throw new Error('it is larger than 50 MB')
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new WrongArguments(
      `${file} cannot be read: ${error instanceof Error ? error.message : 'unreadable'}; right: ${usage}`,
    )
  }
}

/** The package's form is a list with a `provinces` table in it; anything else is the official table. */
function asPackage(file: string, text: string): TreeSource | null {
  if (!/^\s*\[/.test(text) || !/"name"\s*:\s*"ward_mappings"/.test(text)) return null
  return packageSource(readPackage(file), 'file')
}

function tellTree(difference: Difference, applied: boolean): string {
  if (difference.same) return `${difference.source}: nothing differs (${difference.unchanged} rows)`
  const kinds = ['added', 'removed', 'renamed', 'moved', 'altered'] as const
  const lines = kinds.flatMap((kind) => {
    const changes = difference[kind]
    const shown = changes.slice(0, shown_max).map((change) => {
      const before = change.before === undefined ? '' : ` (was ${change.before})`
      return `  ${kind} ${change.level} ${change.code ?? '-'} ${change.name} from ${change.from}${before}`
    })
    return [`${kind}: ${changes.length}`, ...shown, ...more(changes.length)]
  })
  const { successors, aliases } = difference
  return [
    `${difference.source}: ${applied ? 'applied' : 'would change (nothing is written yet)'}`,
    ...lines,
    `successors: +${successors.added} -${successors.removed}, aliases: +${aliases.added} -${aliases.removed}`,
  ].join('\n')
}

function tellTable(table: TableDifference, applied: boolean): string {
  if (table.faults.length > 0) {
    const faults = table.faults
      .slice(0, 100)
      .map((fault) => `line ${fault.line}, ${fault.column || 'table'}: ${fault.sentence}`)
    return [`${table.faults.length} faults, nothing is written`, ...faults].join('\n')
  }
  if (table.same) return `official table: nothing differs (${table.unchanged} rows)`
  const kinds = ['added', 'confirmed', 'removed'] as const
  const lines = kinds.flatMap((kind) => {
    const changes = table[kind]
    const shown = changes
      .slice(0, shown_max)
      .map((change) => `  ${kind} ${change.on} ${change.from_name} → ${change.to_name} ${change.share ?? ''}`)
    return [`${kind}: ${changes.length}`, ...shown, ...more(changes.length)]
  })
  return [`official table: ${applied ? 'applied' : 'would change (nothing is written yet)'}`, ...lines].join('\n')
}

const more = (count: number) => (count > shown_max ? [`  … and ${count - shown_max} more`] : [])

/** `gandan import units`: exit code 2 where an argument is wrong, 1 where the table has faults. */
export const run: Command = async (args, { server }) => {
  const owner = connect(server.url('owner'), { max: 2 })
  try {
    const { text, ok } = await runImport(args[0] === 'units' ? args.slice(1) : args, owner)
    console.log(text)
    return ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof WrongArguments || error instanceof ImportRefused)) throw error
    console.error(error.message)
    return 2
  } finally {
    await owner.end()
  }
}
