/** How long a second start takes until `/health` answers: database, schema, worker, pages. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Bench, median, rounded } from './bench.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Starts, waits until it answers, stops in order; seconds until the answer. */
async function started(data: string): Promise<number> {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), GANDAN_DATA: data, GANDAN_DEMO: '0' }
  const from = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'start'], { cwd: root, env, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)
      if (answer?.ok) return (performance.now() - from) / 1000
      if (child.exitCode !== null || performance.now() - from > 300_000) throw new Error('gandan start did not answer')
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** The first start makes the database and imports the tree; the five after it are counted. */
export async function run(): Promise<Bench> {
  const data = mkdtempSync('/tmp/gandan-start-')
  try {
    const first_s = await started(data)
    const seconds: number[] = []
    for (let n = 0; n < 5; n++) seconds.push(await started(data))
    return {
      name: 'start: until /health answers, an empty installation',
      figures: { first_s: rounded(first_s), second_s: rounded(median(seconds)), second_s_max: 10 },
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
