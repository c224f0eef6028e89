/** The server: the app on a port. */
import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/database.ts'

/** What the pages work with. */
export interface ServerContext {
  config: Config
  /** As `gandan_app`. */
  db: Db
}

/** Listens; resolves when requests are answered. */
export async function serve({ config, db }: ServerContext): Promise<{ port: number; close: () => Promise<void> }> {
  const app = new Hono()
  app.get('/health', async (c) => {
    await db.pool.query('select')
    return c.json({ status: 'ok' })
  })
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port: config.port }, ({ port }) =>
      resolve({ port, close: () => new Promise((closed) => server.close(() => closed())) }),
    )
    server.on('error', reject)
  })
}
