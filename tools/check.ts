/** `npm run check`: format and lint, types, boundaries, what is generated. Prints the time of each and the sum. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const inModules = (...parts: string[]) => join(root, 'node_modules', ...parts)
const ours = ['--import', inModules('tsx', 'dist', 'loader.mjs')]

interface Step {
  what: string
  command: string
  args: string[]
}

/** The checks; those whose program is not here say so. */
const steps: Step[] = [
  {
    what: 'format and lint',
    command: inModules('@biomejs', `cli-${process.platform}-${process.arch}`, 'biome'),
    args: ['check', '--error-on-warnings', '--colors=off'],
  },
  { what: 'types', command: process.execPath, args: [inModules('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'] },
  { what: 'boundaries', command: process.execPath, args: [...ours, 'tools/boundaries.ts'] },
  { what: 'database types', command: process.execPath, args: [...ours, 'tools/types.ts', '--check'] },
  { what: 'glossary', command: process.execPath, args: [...ours, 'tools/glossary.ts', '--check'] },
  { what: 'printed law', command: process.execPath, args: [...ours, 'tools/book.ts', '--check'] },
]

/** The program or the script of a step that this checkout lacks. */
function missing({ command, args }: Step): string | null {
  if (!existsSync(command)) return command
  const script = args.find((arg) => /^tools\/.*\.ts$/.test(arg))
  return script && !existsSync(join(root, script)) ? script : null
}

function run({ command, args }: Step): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
    child.on('error', (fault) => resolve({ code: 1, said: fault.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`

async function main(): Promise<number> {
  const began = performance.now()
  let failed = 0
  // All at once, told in their order: the types alone keep one core busy longer than the rest together.
  const told = steps.map(async (step) => {
    const lacking = missing(step)
    const from = performance.now()
    return { what: step.what, lacking, ...(lacking ? { code: 0, said: '' } : await run(step)), took: seconds(from) }
  })
  for await (const { what, lacking, code, said, took } of told) {
    if (lacking) {
      console.log(`  –  ${what}: ${lacking} is not here`)
      continue
    }
    console.log(`  ${code === 0 ? '✔' : '✖'}  ${what} ${took}`)
    if (code === 0) continue
    failed++
    console.log(said.trimEnd())
  }
  console.log(`check: ${failed === 0 ? 'all well' : `${failed} failed`}, ${seconds(began)}`)
  return failed === 0 ? 0 : 1
}

process.exitCode = await main()
