/** What a command of `gandan` gets and gives: modules export `run: Command` and are found by the command line. */
import type { Config } from './config.ts'
import type { Db } from './database.ts'
import type { DatabaseServer } from './embedded.ts'

/** The open house of one call. */
export interface CommandContext {
  config: Config
  /** As `gandan_app`. */
  db: Db
  /** As `gandan_worker`. */
  worker: Db
  server: DatabaseServer
  /** The business day. */
  today: Temporal.PlainDate
  /** Tells on stderr what is being done; stdout is for the answer. */
  say: (line: string) => void
}

/** Resolves to the exit code: 0, or 2 after one sentence on stderr where an argument is wrong. */
export type Command = (args: string[], context: CommandContext) => Promise<number>
