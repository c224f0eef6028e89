/**
 * Runs the tests on one embedded server: all of them after `npm run check`, or those whose path contains an argument.
 * Use: `npm test`, `npm test -- petitions`, `npm test -- tests/start.test.ts`
 */
import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseServerForTests, withTemplate } from '../tests/support/database.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const loader = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')

/** Runs a program of ours on this runtime; resolves to its exit code. */
function run(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Test files whose path contains one of the filters; all without a filter. */
function findTests(filters: string[]): string[] {
  const files = globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'], { cwd: root }).sort()
  return filters.length === 0 ? files : files.filter((file) => filters.some((filter) => file.includes(filter)))
}

async function runTests(files: string[], data: string): Promise<number> {
  console.log('PostgreSQL cho kiểm thử … / PostgreSQL for the tests …')
  const server = await databaseServerForTests(data)
  try {
    await withTemplate(server, async () => undefined)
    console.log(`${files.length} tệp kiểm thử / ${files.length} test files`)
    const env = { ...process.env, GANDAN_TEST_SERVER: data }
    const options = ['--import', loader, '--test', '--test-concurrency=2', '--test-timeout=600000']
    return await run([...options, ...files], env)
  } finally {
    await server.end()
  }
}

async function main(filters: string[]): Promise<number> {
  const files = findTests(filters)
  if (files.length === 0) {
    console.error(`Không có tệp kiểm thử nào. / No test file's path contains ${filters.join(' or ')}.`)
    return 2
  }
  const checked = filters.length > 0 ? 0 : await run(['--import', loader, 'tools/check.ts'], process.env)
  const data = mkdtempSync('/tmp/gandan-test-')
  try {
    const tested = await runTests(files, data)
    if (checked !== 0) console.error('npm run check thất bại, xem ở trên. / npm run check failed, see above.')
    return checked || tested
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

process.exitCode = await main(process.argv.slice(2))
