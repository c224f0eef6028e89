/** Bringing a source's tree into the database: the difference first, then one transaction, and nothing the second time. */
import { connect, type Db, type Queryable, transaction } from '../../platform/database.ts'
import type { DatabaseServer } from '../../platform/embedded.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { type AliasRow, type PeriodRow, packageSource, type SuccessorRow, type TreeSource } from './package-source.ts'
import { buildClosure, refreshTree } from './tree.ts'
import { fold } from './unit.ts'

/** One unit that a source adds, drops or states differently; `from` is the first day of the stretch concerned. */
export interface Change {
  unit_id: string
  name: string
  code: string | null
  level: string
  from: string
  /** What stood there before, where something did. */
  before?: string
}

/** What applying a source would change. */
export interface Difference {
  source: string
  hash: string
  /** True where the source and the database say the same. */
  same: boolean
  unchanged: number
  added: readonly Change[]
  removed: readonly Change[]
  renamed: readonly Change[]
  moved: readonly Change[]
  /** Other values: code, last day, level, marks of doubt. */
  altered: readonly Change[]
  successors: { added: number; removed: number }
  aliases: { added: number; removed: number }
}

/** A source that cannot be applied, with the sentence to print. */
export class ImportRefused extends Error {
  override name = 'ImportRefused'
}

/** Difference and, for `applyUnits`, the rows behind it. */
interface Plan {
  difference: Difference
  drop: PeriodRow[]
  insert: PeriodRow[]
  successors: { insert: SuccessorRow[]; drop: SuccessorRow[] }
  aliases: { insert: AliasRow[]; drop: string[] }
  /** Nothing has been imported before. */
  empty: boolean
}

/** Brings a source's tree in; with no argument the package's. Called by migrate and start on an empty tree. */
export async function importUnits(
  owner: Db,
  { source = packageSource() }: { source?: TreeSource } = {},
): Promise<Difference> {
  return applyUnits(owner, source)
}

/** Brings the package's tree into a database that has none yet: at the start, and for commands on a fresh database. */
export async function ensureUnits(server: Pick<DatabaseServer, 'url'>, say: (line: string) => void): Promise<void> {
  const owner = connect(server.url('owner'), { max: 2 })
  try {
    const { rows } = await owner.pool.query('select from unit_import limit 1')
    if (rows.length > 0) return
    say('Nạp cây đơn vị hành chính (một lần) … / Loading the tree of units (once) …')
    await importUnits(owner)
  } finally {
    await owner.end()
  }
}

/** What applying this source would change; changes nothing. */
export async function planUnits(sql: Queryable, source: TreeSource): Promise<Difference> {
  return (await plan(sql, source)).difference
}

/** Applies a source in one transaction and says what changed; a source that says the same leaves no trace. */
export async function applyUnits(owner: Db, source: TreeSource, applied_by: string | null = null): Promise<Difference> {
  return transaction(owner, async ({ client }) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('gandan import units'))`)
    const wanted = await plan(client, source)
    if (wanted.difference.same) return wanted.difference
    await refuseLosingRegisters(client, wanted)
    const import_id = await writeImport(client, wanted.difference, applied_by)
    await client.query(
      `delete from unit_period p using jsonb_to_recordset($1) as x(unit_id uuid, "from" date)
       where p.unit_id = x.unit_id and lower(p.valid) = x."from"`,
      [JSON.stringify(wanted.drop)],
    )
    await writePeriods(client, wanted.insert, pathsOf(source.periods), import_id)
    await writeLinks(client, wanted, import_id)
    if (wanted.empty) await buildClosure(client)
    else await refreshTree(client, [...new Set([...wanted.drop, ...wanted.insert].map((row) => row.unit_id))])
    if (wanted.empty) await client.query('analyze unit, unit_period, unit_ancestry, unit_successor')
    return wanted.difference
  })
}

/** The identity of a source is its name without the version, so that a new version is compared with the old one. */
const identity = (source: string) => source.split(' ')[0] ?? source

async function plan(sql: Queryable, source: TreeSource): Promise<Plan> {
  const imports = await sql.query<{ id: string }>(`select id from unit_import where split_part(source, ' ', 1) = $1`, [
    identity(source.name),
  ])
  const ids = imports.rows.map((row) => row.id)
  const present = await sql.query<PeriodRow>(
    `select unit_id, lower(valid)::text as "from", upper(valid)::text as until, parent_id, name, level, designation, code,
            unverified from unit_period where import_id = any($1)`,
    [ids],
  )
  const { difference, drop, insert } = comparePeriods(present.rows, source.periods)
  const successors = await compareSuccessors(sql, source, ids)
  const aliases = await compareAliases(sql, source, ids)
  const counts = (rows: { insert: unknown[]; drop: unknown[] }) => ({
    added: rows.insert.length,
    removed: rows.drop.length,
  })
  return {
    difference: {
      ...difference,
      source: source.name,
      hash: source.hash,
      same: [drop, insert, successors.insert, successors.drop, aliases.insert, aliases.drop].every(
        (rows) => rows.length === 0,
      ),
      successors: counts(successors),
      aliases: counts(aliases),
    },
    drop,
    insert,
    successors,
    aliases,
    empty: ids.length === 0 && present.rows.length === 0,
  }
}

function comparePeriods(present: readonly PeriodRow[], wanted: readonly PeriodRow[]) {
  const key = (row: PeriodRow) => `${row.unit_id} ${row.from}`
  const before = new Map(present.map((row) => [key(row), row]))
  const known = new Map(present.map((row) => [row.unit_id, row]))
  const kept = new Set(wanted.map((row) => row.unit_id))
  const names = new Map([...present, ...wanted].map((row) => [row.unit_id, row.name]))
  const change = (row: PeriodRow, was?: string): Change => ({
    unit_id: row.unit_id,
    name: row.name,
    code: row.code,
    level: row.level,
    from: row.from,
    ...(was === undefined ? {} : { before: was }),
  })
  const added: Change[] = []
  const removed: Change[] = []
  const renamed: Change[] = []
  const moved: Change[] = []
  const altered: Change[] = []
  const drop: PeriodRow[] = []
  const insert: PeriodRow[] = []
  let unchanged = 0
  for (const row of wanted) {
    const same = before.get(key(row))
    before.delete(key(row))
    if (same !== undefined && text(same) === text(row)) {
      unchanged++
      continue
    }
    insert.push(row)
    if (same !== undefined) drop.push(same)
    const was = same ?? known.get(row.unit_id)
    if (was === undefined) added.push(change(row))
    else if (was.name !== row.name) renamed.push(change(row, was.name))
    else if (was.parent_id !== row.parent_id) moved.push(change(row, names.get(was.parent_id ?? '') ?? ''))
    else altered.push(change(row, describe(was)))
  }
  for (const row of before.values()) {
    drop.push(row)
    if (kept.has(row.unit_id)) altered.push(change(row, describe(row)))
    else removed.push(change(row))
  }
  return { difference: { unchanged, added, removed, renamed, moved, altered }, drop, insert }
}

const describe = (row: PeriodRow) => `${row.code ?? '-'} ${row.from}..${row.until ?? ''}`

const text = (row: PeriodRow) =>
  JSON.stringify([row.until, row.parent_id, row.name, row.level, row.designation, row.code, row.unverified])

async function compareSuccessors(sql: Queryable, source: TreeSource, imports: readonly string[]) {
  const present = await sql.query<SuccessorRow & { ours: boolean }>(
    `select from_id, to_id, succeeded_on::text, share::float8 as share, unverified, import_id = any($1) as ours from unit_successor`,
    [imports],
  )
  const key = (row: SuccessorRow) => `${row.from_id} ${row.to_id} ${row.succeeded_on}`
  const standing = new Set(present.rows.map(key))
  const wanted = new Set(source.successors.map(key))
  // Where a better source (the official table) has spoken about an old unit, this one adds nothing.
  const spoken = new Set(present.rows.filter((row) => !row.ours).map((row) => `${row.from_id} ${row.succeeded_on}`))
  return {
    insert: source.successors.filter(
      (row) => !standing.has(key(row)) && !spoken.has(`${row.from_id} ${row.succeeded_on}`),
    ),
    drop: present.rows.filter((row) => row.ours && !wanted.has(key(row))),
  }
}

async function compareAliases(sql: Queryable, source: TreeSource, imports: readonly string[]) {
  const present = await sql.query<{ id: string }>('select id from unit_alias where import_id = any($1)', [imports])
  const standing = new Set(present.rows.map((row) => row.id))
  const wanted = new Set(source.aliases.map((row) => row.id))
  return {
    insert: source.aliases.filter((row) => !standing.has(row.id)),
    drop: present.rows.map((row) => row.id).filter((id) => !wanted.has(id)),
  }
}

/** A unit that keeps a register or has bodies under it cannot vanish because a source forgot it. */
async function refuseLosingRegisters(sql: Queryable, wanted: Plan): Promise<void> {
  const gone = [...new Set(wanted.difference.removed.map((row) => row.unit_id))]
  if (gone.length === 0) return
  const used = await sql.query<{ name: string }>(
    `select p.name from unit_period p where p.unit_id = any($1)
       and (exists (select from event e where e.unit_id = p.unit_id)
         or exists (select from unit_period c where c.parent_id = p.unit_id and c.unit_id <> all($1)
                      and c.unit_id <> all($2)))
     order by p.name limit 5`,
    [gone, wanted.insert.map((row) => row.unit_id)],
  )
  if (used.rows.length === 0) return
  const names = used.rows.map((row) => row.name).join(', ')
  throw new ImportRefused(`the source no longer has units that keep a register or have bodies under them: ${names}`)
}

async function writeImport(sql: Queryable, difference: Difference, applied_by: string | null): Promise<string> {
  const id = uuidv7()
  const { added, removed, renamed, moved, altered, successors, aliases, unchanged } = difference
  const counts = {
    added: added.length,
    removed: removed.length,
    renamed: renamed.length,
    moved: moved.length,
    altered: altered.length,
    unchanged,
    successors,
    aliases,
  }
  await sql.query('insert into unit_import (id, source, hash, counts, applied_by) values ($1, $2, $3, $4, $5)', [
    id,
    difference.source,
    difference.hash,
    JSON.stringify(counts),
    applied_by,
  ])
  return id
}

/** Own name and the names of all units above in the stretch's days, for search; the country is in every path and in none. */
function pathsOf(periods: readonly PeriodRow[]): (row: PeriodRow) => string {
  const byUnit = Map.groupBy(periods, (row) => row.unit_id)
  const overlaps = (a: PeriodRow, b: PeriodRow) =>
    (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until)
  return (row) => {
    const names = [fold(row.name)]
    for (let above = row.parent_id, depth = 0; above !== null && depth < 20; depth++) {
      const periodsAbove = (byUnit.get(above) ?? []).filter((other) => overlaps(row, other))
      names.push(...periodsAbove.filter((other) => other.level !== 'country').map((other) => fold(other.name)))
      above = periodsAbove[0]?.parent_id ?? null
    }
    return names.join(' ')
  }
}

async function writePeriods(
  sql: Queryable,
  rows: readonly PeriodRow[],
  path: (row: PeriodRow) => string,
  import_id: string,
): Promise<void> {
  const written = rows.map((row) => ({ ...row, name_folded: fold(row.name), path_folded: path(row) }))
  await sql.query(
    `insert into unit (id, kind) select distinct unit_id, case when level = 'ministry' then 'organisation' else 'territory' end
     from jsonb_to_recordset($1) as x(unit_id uuid, level text) on conflict do nothing`,
    [JSON.stringify(written)],
  )
  await sql.query(
    `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level, designation, code, unverified, import_id)
     select unit_id, daterange("from", until), parent_id, name, name_folded, path_folded, level, designation, code,
            coalesce((select array_agg(u) from jsonb_array_elements_text(unverified) u), '{}'), $2
     from jsonb_to_recordset($1) as x(unit_id uuid, "from" date, until date, parent_id uuid, name text, name_folded text,
       path_folded text, level text, designation text, code text, unverified jsonb)`,
    [JSON.stringify(written), import_id],
  )
}

async function writeLinks(sql: Queryable, wanted: Plan, import_id: string): Promise<void> {
  await sql.query(
    `delete from unit_successor s using jsonb_to_recordset($1) as x(from_id uuid, to_id uuid, succeeded_on date)
     where (s.from_id, s.to_id, s.succeeded_on) = (x.from_id, x.to_id, x.succeeded_on)`,
    [JSON.stringify(wanted.successors.drop)],
  )
  await sql.query(
    `insert into unit_successor (from_id, to_id, succeeded_on, share, unverified, import_id)
     select from_id, to_id, succeeded_on, share,
            coalesce((select array_agg(u) from jsonb_array_elements_text(unverified) u), '{}'), $2
     from jsonb_to_recordset($1) as x(from_id uuid, to_id uuid, succeeded_on date, share numeric, unverified jsonb)`,
    [JSON.stringify(wanted.successors.insert), import_id],
  )
  await sql.query('delete from unit_alias where id = any($1)', [wanted.aliases.drop])
  await sql.query(
    `insert into unit_alias (id, unit_id, name, name_folded, place, until_on, unverified, import_id)
     select id, unit_id, name, name_folded, place, until_on,
            coalesce((select array_agg(u) from jsonb_array_elements_text(unverified) u), '{}'), $2
     from jsonb_to_recordset($1) as x(id uuid, unit_id uuid, name text, name_folded text, place text, until_on date, unverified jsonb)`,
    [JSON.stringify(wanted.aliases.insert.map((row) => ({ ...row, name_folded: fold(row.name) }))), import_id],
  )
}
