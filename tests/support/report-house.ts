/** A database with the whole tree of units and short ways to post facts and to ask for reports. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type Ask, makeReport, type Report, readAsk } from '../../src/modules/reports/report.ts'
import { unitsByCode } from '../../src/modules/units/queries.ts'
import { clockViewer, type Viewer } from '../../src/platform/actions/viewer.ts'
import { countryDatabase } from './country.ts'
import type { TestDatabase } from './database.ts'

/** One posting; `unit` is a name of the house or an id. Known on its day unless told otherwise. */
export interface Posted {
  unit: string
  record?: string
  record_kind?: string
  fact: string
  on_day: string
  known_on?: string
  sign?: 1 | -1
  kind?: string
  stage?: string
  first_time?: boolean
  large_group?: boolean
  eligible?: boolean
  quantity?: number
  people?: number
  cases?: number
  since_on?: string
  field?: string
  outcome?: string
  source?: string
  in_time?: boolean
}

/** What a test of reports works with. */
export interface ReportHouse {
  at: TestDatabase
  /** `laocai`, its communes `a` and `b`, `hanoi` with `c`; of old `yenbai`: `old` in `old-district`, which is `old-became`. */
  ids: Readonly<Record<string, string>>
  empty(): Promise<void>
  post(...rows: Posted[]): Promise<void>
  ask(code: string, period: string, unit: string, more?: Partial<Ask>): Ask
  report(code: string, period: string, unit: string, more?: Partial<Ask>): Promise<Report>
  /** An account listed for figures of denunciations in a unit. */
  listed(unit_id: string): Promise<string>
}

/** A day from its ISO text. */
export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** Nobody, on the fixed business day. */
export const nobody: Viewer = clockViewer(day('2026-11-20'))

/** Makes the house. Call `at.close` in `after`. */
export async function reportHouse(): Promise<ReportHouse> {
  const at = await countryDatabase()
  const ids = await knownUnits(at)
  const ask: ReportHouse['ask'] = (code, period, unit, more = {}) => {
    const read = readAsk(code, period)
    assert.ok('form' in read)
    return { ...read, unit: ids[unit] ?? unit, tree_on: null, as_of: null, ...more }
  }
  return {
    at,
    ids,
    ask,
    async empty() {
      await at.owner.pool.query(
        'truncate posting, balance, balance_referring, balance_added, balance_reach, balance_opening, balance_added_opening, opening_year, petition, complaint, named_position, position, account cascade',
      )
    },
    post: (...rows) => post(at, ids, rows),
    async report(...given) {
      const made = await makeReport(at.db.pool, ask(...given), { denunciations: true })
      assert.ok(made)
      return made
    },
    listed: (unit_id) => listed(at, unit_id),
  }
}

async function knownUnits(at: TestDatabase): Promise<Record<string, string>> {
  const communes = async (province: string) => {
    const { rows } = await at.db.pool.query<{ unit_id: string }>(
      `select a.unit_id from unit_ancestry a join unit_period p on p.unit_id = a.unit_id and p.valid @> date '2026-06-14'
       where a.ancestor_id = $1 and a.valid @> date '2026-06-14' and p.level = 'commune' order by p.code`,
      [province],
    )
    return rows.map((row) => row.unit_id)
  }
  const unit = async (code: string, on: string) => (await unitsByCode(nobody, at.db.pool, code, day(on)))[0]!.id
  const [laocai, hanoi, yenbai] = [
    await unit('15', '2026-06-14'),
    await unit('01', '2026-06-14'),
    await unit('15', '2025-06-30'),
  ]
  const [a, b] = await communes(laocai)
  const [c] = await communes(hanoi)
  const { rows } = await at.db.pool.query<{ id: string; to_id: string; parent_id: string }>(
    `select s.from_id as id, min(s.to_id::text)::uuid as to_id, min(p.parent_id::text)::uuid as parent_id from unit_successor s
     join unit_period p on p.unit_id = s.from_id join unit_ancestry a on a.unit_id = s.from_id and a.ancestor_id = $1
     where p.level = 'commune' group by 1 having count(*) = 1 order by 1 limit 1`,
    [yenbai],
  )
  const old = rows[0]!
  return {
    laocai,
    hanoi,
    yenbai,
    a: a!,
    b: b!,
    c: c!,
    old: old.id,
    'old-became': old.to_id,
    'old-district': old.parent_id,
  }
}

let seq = 0

async function post(at: TestDatabase, ids: Readonly<Record<string, string>>, rows: readonly Posted[]): Promise<void> {
  const full = rows.map(({ unit, record, ...row }) => ({
    record_kind: row.fact.startsWith('petition') || row.fact === 'reply-received' ? 'petition' : row.fact,
    known_on: row.on_day,
    sign: 1,
    quantity: 1,
    people: 0,
    cases: 0,
    ...row,
    unit_id: ids[unit] ?? unit,
    record_id: record ?? randomUUID(),
    seq: ++seq,
    ord: 0,
    folded: false,
  }))
  await at.db.pool.query('insert into posting select * from jsonb_populate_recordset(null::posting, $1)', [
    JSON.stringify(full),
  ])
}

async function listed(at: TestDatabase, unit_id: string): Promise<string> {
  const account_id = randomUUID()
  await at.owner.pool.query(
    `insert into account (id, name, name_folded, sort_key, sign_in_name) values ($1, 'Tên', 'ten', 'ten', $2)`,
    [account_id, `u${account_id.slice(0, 20)}`],
  )
  await at.owner.pool.query(
    `insert into named_position (unit_id, id, revision, state, chain, created_at, account_id, from_on)
     values ($1, $2, 1, 'listed', '', now(), $3, '2025-01-01')`,
    [unit_id, randomUUID(), account_id],
  )
  return account_id
}
