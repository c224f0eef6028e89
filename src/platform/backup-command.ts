/** `gandan backup FILE` and `gandan restore FILE`. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BackupCount, readBackup, writeBackup } from './backup.ts'
import { type Config, readConfig } from './config.ts'
import { type DatabaseServer, databaseServer } from './embedded.ts'
import { migrate } from './migrate.ts'
import { codeOf, Stop } from './stop.ts'

type Work = (server: DatabaseServer, config: Config) => Promise<BackupCount>

async function onServer(what: string, work: Work): Promise<number> {
  const config = readConfig()
  const say = (line: string) => console.error(line)
  const server = await databaseServer(config, { say })
  try {
    await migrate(server, { say })
    const { tables, rows, files } = await work(server, config)
    console.log(`${what}: ${tables} tables, ${rows} rows, ${files} files`)
    return 0
  } finally {
    await server.end()
  }
}

function fileFrom(args: string[], command: string): string {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0 || file.startsWith('-')) {
    throw new Stop(`Cách dùng: gandan ${command} TỆP.`, `Use: gandan ${command} FILE, such as gandan.backup.`)
  }
  return resolve(file)
}

/** Writes one file with all that the installation keeps, while it runs. */
export async function run(args: string[]): Promise<number> {
  const file = fileFrom(args, 'backup')
  if (existsSync(file)) throw new Stop(`Tệp ${file} đã có.`, `${file} is there already: choose another name.`)
  return onServer('Đã sao lưu / Backed up', (server, config) => writeBackup(server, config.data, file))
}

/** Fills an empty installation from such a file. */
export async function restore(args: string[]): Promise<number> {
  const file = fileFrom(args, 'restore')
  if (!existsSync(file)) throw new Stop(`Không có tệp ${file}.`, `There is no file ${file}.`)
  return onServer('Đã khôi phục / Restored', (server, config) =>
    readBackup(server, config.data, file).catch((fault) => {
      if (!['Z_DATA_ERROR', 'Z_BUF_ERROR'].includes(codeOf(fault) ?? '')) throw fault
      throw new Stop('Bản sao lưu bị hỏng.', `${file} is damaged or is not a backup.`)
    }),
  )
}
