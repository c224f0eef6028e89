/** `/metrics` for Prometheus: requests, connections, work that waits. Nothing about a person or a unit. */
import type { Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { moment } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import type { AppEnv } from './env.ts'

/** Counts that ask all registers are asked at most once in this time. */
const rest_ms = 60_000

/** Pages of the closed register and of its keys. */
const closed = /^\/(?:ho-so-rieng|khoa|don-rieng|kenh-kin)(?:\/|$)|\/seal-away$/

/** Registers the counting of requests and `/metrics`; call it where the frame takes what needs no viewer. */
export function metrics(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const registry = new Registry()
  const registers = [registry]
  const seconds = new Histogram({
    name: 'gandan_request_seconds',
    help: 'Time from a request to its answer, by route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const bugs = new Counter({ name: 'gandan_bugs_total', help: 'Requests answered with 500.', registers })
  poolGauge(db, registers)
  databaseGauges(db, registers)
  app.use(async (c, next) => {
    const from = performance.now()
    await next()
    const status = String(c.res.status)
    if (status === '500') bugs.inc()
    // How often somebody works in the closed register would tell that there is something in it.
    if (closed.test(c.req.path)) return
    // The pattern of the route, never the address: an address names a record.
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none'
    seconds.observe({ method: c.req.method, route, status }, (performance.now() - from) / 1000)
  })
  app.get('/metrics', async (c) => c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }))
}

function poolGauge({ pool }: Db, registers: Registry[]): void {
  new Gauge({
    name: 'gandan_pool_connections',
    help: 'Connections of the pages to the database; waiting: requests in line for one.',
    labelNames: ['state'] as const,
    registers,
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

interface Counts {
  outbox: number
  oldest_s: number
  overdue: number
}

function databaseGauges(db: Db, registers: Registry[]): void {
  let known: { counts: Promise<Counts>; at: number } | undefined
  const counts = () => {
    if (!known || Date.now() - known.at > rest_ms) known = { counts: readCounts(db), at: Date.now() }
    return known.counts
  }
  const gauge = (name: string, help: string, key: keyof Counts) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set((await counts())[key])
      },
    })
  gauge('gandan_outbox_rows', 'Work that waits to be moved to the job runner.', 'outbox')
  gauge('gandan_outbox_oldest_seconds', 'How long the oldest of it has waited.', 'oldest_s')
  gauge('gandan_overdue_records', 'Open records past their due day, in the whole installation.', 'overdue')
}

async function readCounts({ pool }: Db): Promise<Counts> {
  const { rows } = await pool.query<Counts>(
    `select (select count(*) from outbox) as outbox,
       (select coalesce(greatest(extract(epoch from now() - min(run_at)), 0), 0)::float8 from outbox) as oldest_s,
       (select count(*) from work_item where due_on < $1::date) as overdue`,
    [moment().on.toString()],
  )
  return rows[0] ?? { outbox: 0, oldest_s: 0, overdue: 0 }
}
