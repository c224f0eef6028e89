/** `gandan migrate`: brings the database to the program's schema. */
import { readConfig } from './config.ts'
import { databaseServer } from './embedded.ts'
import { migrate } from './migrate.ts'
import { Stop } from './stop.ts'

/** Migrates the database of this installation. */
export async function run(args: string[]): Promise<number> {
  if (args.includes('--citus')) {
    throw new Stop('Bản này chưa phân tán qua Citus.', 'Distributing over Citus is not part of this version yet.')
  }
  if (args.length > 0)
    throw new Stop(`Tham số lạ: ${args[0]}.`, `Unknown argument ${args[0]}: gandan migrate takes none.`)
  const say = (line: string) => console.error(line)
  const server = await databaseServer(readConfig(), { say })
  try {
    const applied = await migrate(server, { say })
    console.log(`Đã áp dụng ${applied} bước. / ${applied} migrations applied.`)
    return 0
  } finally {
    await server.end()
  }
}
