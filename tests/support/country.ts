/** A database in which the whole tree of units stands, as the first start brings it in. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importUnits } from '../../src/modules/units/import.ts'
import { type TestDatabase, testDatabase } from './database.ts'

const units = fileURLToPath(new URL('../../src/modules/units/', import.meta.url))

/** Made anew when what brings the tree in has changed: the server of single test files outlives them. */
function nameOfTree(): string {
  const hash = createHash('sha256')
  for (const file of globSync('*.ts', { cwd: units }).sort())
    if (!file.includes('.test.')) hash.update(readFileSync(join(units, file)))
  return `tree${hash.digest('hex').slice(0, 8)}`
}

/** Clones it. Call `close` in `after`. */
export function countryDatabase(): Promise<TestDatabase> {
  return testDatabase({ name: nameOfTree(), grow: (owner) => importUnits(owner) })
}
