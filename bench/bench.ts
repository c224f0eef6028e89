/** `gandan bench [name …]`: runs the measurements of this folder and says which of them keep their promise. */
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Stop } from '../src/platform/stop.ts'

/**
 * What a bench tells: a name, and figures by what they measure. A figure `x` beside `x_max` or `x_min` is a promise;
 * so is what a shell can say of itself in `ok`.
 */
export interface Bench {
  name: string
  figures: Readonly<Record<string, number>>
}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Two digits behind the point. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** The promises among the figures: kept or not, as lines. */
export function promises({ figures }: Bench): { line: string; kept: boolean }[] {
  return Object.entries(figures).flatMap(([name, bound]) => {
    const found = /^(.+)_(max|min)$/.exec(name)
    const value = figures[found?.[1] ?? '']
    if (!found || value === undefined) return []
    const kept = found[2] === 'max' ? value <= bound : value >= bound
    const sign = found[2] === 'max' ? '≤' : '≥'
    return [{ line: `${kept ? '✔' : '✖'} ${found[1]} ${value} ${sign} ${bound}`, kept }]
  })
}

/** Runs the named benches, or all; exit code 1 where a promise is not kept. */
export async function run(args: string[]): Promise<number> {
  const all = globSync('*.ts', { cwd: folder })
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => name !== 'bench')
    .sort()
  const unknown = args.find((name) => !existsSync(join(folder, `${name}.ts`)))
  if (unknown)
    throw new Stop(`Không có phép đo "${unknown}".`, `There is no bench "${unknown}": use ${all.join(', ')}.`)
  let kept = true
  for (const name of args.length > 0 ? args : all) {
    // Every file of this folder exports run.
    const { run: measure }: { run: () => Promise<Bench> } = await import(pathToFileURL(join(folder, `${name}.ts`)).href)
    const began = performance.now()
    const bench = await measure()
    console.log(`${bench.name} (${((performance.now() - began) / 1000).toFixed(0)} s)`)
    const bounds = new Set(Object.keys(bench.figures).filter((figure) => /_(max|min)$/.test(figure)))
    for (const [figure, value] of Object.entries(bench.figures))
      if (!bounds.has(figure)) console.log(`    ${figure.padEnd(32)} ${value}`)
    for (const promise of promises(bench)) {
      console.log(`  ${promise.line}`)
      kept &&= promise.kept
    }
  }
  return kept ? 0 : 1
}
