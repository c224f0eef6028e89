/** The command line: `gandan start | migrate | demo | units | due | report | import | backup | restore | check | bench`. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from './platform/command.ts'
import { readConfig } from './platform/config.ts'
import { withHouse } from './platform/house.ts'
import { codeOf, Stop, sentenceOf } from './platform/stop.ts'

/** Commands that open the house themselves, or need none. */
const own: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  start: async (args) => (await import('./start.ts')).run(args),
  worker: async (args) => (await import('./worker.ts')).run(args),
  migrate: async (args) => (await import('./platform/migrate-command.ts')).run(args),
  backup: async (args) => (await import('./platform/backup-command.ts')).run(args),
  restore: async (args) => (await import('./platform/backup-command.ts')).restore(args),
  due: async (args) => (await import('./law/due-command.ts')).run(args),
}

/** Commands of modules: each file exports `run: Command`. */
const ofModules: Readonly<Record<string, string>> = {
  demo: './demo/demo-command.ts',
  units: './modules/units/units-command.ts',
  report: './modules/reports/report-command.ts',
  import: './modules/imports/import-command.ts',
  check: './platform/actions/check-command.ts',
  bench: '../bench/bench.ts',
}

/** What is imported into the tree; anything else is an old book. */
const imports: Readonly<Record<string, string>> = {
  units: './modules/units/import-command.ts',
  outlines: './modules/units/outlines-command.ts',
}

const names = 'start, migrate, demo, units, due, report, import, backup, restore, check, bench'

async function dispatch([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(`gandan <${names.replaceAll(', ', ' | ')}>`)
    return name === undefined ? 2 : 0
  }
  if (Object.hasOwn(own, name)) return own[name]?.(args) ?? 1
  const file =
    name === 'import' && Object.hasOwn(imports, args[0] ?? '')
      ? imports[args[0] ?? '']
      : Object.hasOwn(ofModules, name)
        ? ofModules[name]
        : undefined
  if (file === undefined) {
    throw new Stop(`Không có lệnh "${name}".`, `There is no command "${name}": use one of ${names}.`)
  }
  if (!existsSync(fileURLToPath(new URL(file, import.meta.url)))) {
    throw new Stop(`Bản này chưa có lệnh "${name}".`, `The command "${name}" is not part of this version.`)
  }
  // The file is named in the table above and exports a Command.
  const { run }: { run: Command } = await import(file)
  return withHouse(readConfig(), (house) => run(args, house))
}

/** Wrong arguments and conditions to be mended are one sentence and exit code 2; the rest is a bug and shows its stack. */
function exitCodeOf(fault: unknown): number {
  if (fault instanceof Stop || (fault instanceof Error && fault.name === 'WrongArguments')) {
    console.error(fault.message)
    return 2
  }
  if (['ENOSPC', 'EDQUOT', '53100'].includes(codeOf(fault) ?? '')) {
    console.error('Ổ đĩa đã đầy. / The disk is full: free some space and start again.')
    return 2
  }
  if (codeOf(fault) === 'EROFS') {
    console.error(`Ổ đĩa chỉ đọc. / A folder is read-only: ${sentenceOf(fault)}.`)
    return 2
  }
  console.error(fault)
  return 1
}

process.exitCode = await dispatch(process.argv.slice(2)).catch(exitCodeOf)
if (process.exitCode !== 0) process.exit()
