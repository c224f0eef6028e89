/** Search of the tree as the page asks it against the bare SQL of the same rows, interleaved in one run. */

import { importUnits } from '../src/modules/units/import.ts'
import { findUnits } from '../src/modules/units/queries.ts'
import { fold, shortName } from '../src/modules/units/unit.ts'
import { clockViewer } from '../src/platform/actions/viewer.ts'
import type { Queryable } from '../src/platform/database.ts'
import { testDatabase } from '../tests/support/database.ts'

/** What a bench tells: a name, and figures by what they measure. */
export interface Bench {
  name: string
  figures: Readonly<Record<string, number>>
}

const today = Temporal.PlainDate.from('2026-11-20')
const searches = 1000

const bare = `select p.unit_id as id, p.name, p.level, p.designation, p.code, p.parent_id, up.name as place
  from unit_period p left join unit_period up on up.unit_id = p.parent_id and up.valid @> $3::date
  where p.name_folded like $1 and p.path_folded like $2 and p.valid @> $3::date
  order by p.name, p.unit_id limit 20`

/** Every third commune, sought as `xã, tỉnh` without marks. */
async function samples(sql: Queryable): Promise<{ name: string; province: string }[]> {
  const { rows } = await sql.query<{ name: string; province: string }>(
    `select p.name, up.name as province from unit_period p join unit_period up on up.unit_id = p.parent_id and up.valid @> $1::date
     where p.level = 'commune' and p.valid @> $1::date order by md5(p.name) limit $2`,
    [today, searches],
  )
  return rows.map((row) => ({ name: fold(shortName(row.name)), province: fold(shortName(row.province)) }))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const p95 = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
const rounded = (value: number) => Math.round(value * 100) / 100

/** Measures; the ratio must stay at or under 3. */
export async function run(): Promise<Bench> {
  const at = await testDatabase()
  try {
    const import_ms = await timed(() => importUnits(at.owner))
    const again_ms = await timed(() => importUnits(at.owner))
    const sql = at.db.pool
    const viewer = clockViewer(today)
    const search = (one: { name: string; province: string }) =>
      findUnits(viewer, sql, `${one.name}, ${one.province}`, today)
    const plain = (one: { name: string; province: string }) =>
      sql.query(bare, [`%${one.name}%`, `%${one.province}%`, today])
    const all = await samples(sql)
    for (const one of all.slice(0, 50)) await Promise.all([search(one), plain(one)])
    const ours: number[] = []
    const bares: number[] = []
    for (const one of all) {
      bares.push(await timed(() => plain(one)))
      ours.push(await timed(() => search(one)))
    }
    return {
      name: 'units: search "xã, tỉnh" against its bare SQL',
      figures: {
        search_p95_ms: rounded(p95(ours)),
        bare_p95_ms: rounded(p95(bares)),
        ratio: rounded(p95(ours) / p95(bares)),
        ratio_max: 3,
        import_ms: Math.round(import_ms),
        import_again_ms: Math.round(again_ms),
      },
    }
  } finally {
    await at.close()
  }
}
