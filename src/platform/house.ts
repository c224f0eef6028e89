/** Opens what a command needs — server, schema, pools, day — and closes it in order. */

import { fixedDay, moment } from './clock.ts'
import type { CommandContext } from './command.ts'
import type { Config } from './config.ts'
import { connect } from './database.ts'
import { databaseServer } from './embedded.ts'
import { settleDay } from './installation.ts'
import { migrate } from './migrate.ts'

/** Uses the database that runs, or starts it for this call; brings it to the program's schema; settles the day. */
export async function withHouse<T>(config: Config, work: (house: CommandContext) => Promise<T>): Promise<T> {
  const say = (line: string) => console.error(line)
  const server = await databaseServer(config, { say })
  try {
    await migrate(server, { say })
    const db = connect(server.url('app'))
    const worker = connect(server.url('worker'), { max: 8 })
    try {
      await settleDay(db.pool, config)
      return await work({ config, db, worker, server, say, today: fixedDay() ?? moment().on })
    } finally {
      await Promise.all([db.end(), worker.end()])
    }
  } finally {
    await server.end()
  }
}
