/** The server: the app on a port. */
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { readSessionSecret } from '../modules/people/secret.ts'
import { openSignIn } from '../modules/people/sign-in.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/database.ts'
import { createApp } from './app.ts'

/** What the pages work with. */
export interface ServerContext {
  config: Config
  /** As `gandan_app`. */
  db: Db
}

/** Listens; resolves when requests are answered. `close` finishes the requests in hand and waits for no idle connection. */
export async function serve({ config, db }: ServerContext): Promise<{ port: number; close: () => Promise<void> }> {
  // Sign-in opens a small pool of its own on the same database.
  const url = db.pool.options.connectionString ?? ''
  const signIn = openSignIn({ db, url, secret: readSessionSecret(config.data) })
  const app = createApp({ db, config, signIn })
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : config.port,
    close: async () => {
      await new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 5_000).unref()
      })
      await signIn.end()
    },
  }
}
