/** `gandan check`: re-folds every record from its events, verifies hashes, chains and numbers, and lists what does not fit. */
import type { CommandContext } from '../command.ts'
import { Stop } from '../stop.ts'
import type { Sql } from './action.ts'
import { verifyCheckpoints } from './checkpoint.ts'

/** Something that does not fit. */
export interface CheckFault {
  kind: string
  unit_id: string | null
  record_id: string | null
  seq: number | null
  what: string
}

/** A payload erased by law: its tombstone. */
export interface Tombstone {
  unit_id: string
  record_id: string
  seq: number
  erased_on: Temporal.PlainDate
  erased_ground: string
  erased_cite: string
}

/** What the check found. */
export interface CheckReport {
  kinds: { kind: string; records: number; events: number }[]
  tombstones: Tombstone[]
  faults: CheckFault[]
  /** Day of the last signed checkpoint; null: there is none yet. */
  checkpoint: string | null
}

/** Faults listed of one sort; more say no more. */
const faults_max = 200

interface RecordTable {
  table: string
  kind: string
  /** SQL of an object with the columns' defaults, which a first form may leave out. */
  defaults: string
  numbered: boolean
}

/** Every table with the frame's columns holds records; its kind is its name with hyphens. */
async function recordTables(sql: Sql): Promise<RecordTable[]> {
  const { rows } = await sql.query<{ table: string; defaults: string | null; numbered: boolean }>(`
    select c.relname as table,
      (select string_agg(format('%L, %s', a.attname, pg_get_expr(d.adbin, d.adrelid)), ', ')
        from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attgenerated = '') as defaults,
      (select count(*) = 2 from pg_attribute a where a.attrelid = c.oid and a.attname in ('register_number', 'register_year')) as numbered
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and (
      select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('unit_id', 'id', 'revision', 'state', 'chain', 'created_at')) = 6
    order by c.relname`)
  return rows.map(({ table, defaults, numbered }) => ({
    table,
    kind: table.replaceAll('_', '-'),
    defaults: `jsonb_build_object(${defaults ?? ''})`,
    numbered,
  }))
}

/**
 * The record is the defaults, what each event changed and the numbers it took, and state, revision and chain of the
 * last event. Where a payload was erased by law only the frame's own columns can be compared.
 */
function foldQuery({ table, kind, defaults }: RecordTable): string {
  return `
    with told as (
      select e.unit_id, e.record_id, bool_or(p.erased_on is not null) as erased,
        ${defaults} || folded(coalesce(p.changed, '{}')
          || case when e.numbers = '{}' then '{}'::jsonb else
            (select coalesce(jsonb_object_agg(n.key, n.value), '{}') from jsonb_each(e.numbers) n where n.key !~ '/') end
          || jsonb_build_object('unit_id', e.unit_id, 'id', e.record_id, 'revision', e.seq, 'state', e.to_state, 'chain', e.chain)
          order by e.seq) as row
      from event e left join payload p using (unit_id, record_id, seq)
      where e.record_kind = '${kind}'
      group by e.unit_id, e.record_id
    ), compared as (
      select coalesce(r.unit_id, t.unit_id) as unit_id, coalesce(r.id, t.record_id) as record_id, r.revision,
        r.id is null as lost, t.record_id is null as untold, t.erased,
        case when t.erased then jsonb_build_object('revision', r.revision, 'state', r.state, 'chain', r.chain) else to_jsonb(r) end as held,
        case when t.erased then jsonb_build_object('revision', t.row -> 'revision', 'state', t.row -> 'state', 'chain', t.row -> 'chain')
          else to_jsonb(jsonb_populate_record(null::public.${table}, t.row)) end as told
      from public.${table} r full join told t on t.unit_id = r.unit_id and t.record_id = r.id
    )
    select '${kind}' as kind, unit_id, record_id, revision as seq,
      case when lost then 'there are events but no record'
        when untold then 'there is a record but no event'
        else 'not what its events say: ' || (select string_agg(key, ', ' order by key)
          from jsonb_each(held) h full join jsonb_each(told) t using (key) where h.value is distinct from t.value) end as what
    from compared where lost or untold or held is distinct from told limit ${faults_max}`
}

/** Each event follows the one before it, and says of its payload what the payload is. */
const chainQuery = `
  with linked as (
    select e.*, lag(e.chain) over w as chain_before, lag(e.seq) over w as seq_before, lag(e.to_state) over w as state_before,
      lag(e.record_kind) over w as kind_before
    from event e window w as (partition by e.unit_id, e.record_id order by e.seq)
  ), judged as (
    select l.record_kind as kind, l.unit_id, l.record_id, l.seq,
      case
        when l.seq <> coalesce(l.seq_before, 0) + 1 then 'an event is missing before this one'
        when p.seq is null then 'the payload is missing'
        when p.erased_on is null and l.payload_hash is distinct from payload_hash_of(p.salt, p.input, p.changed)
          then 'the payload is not what the event says'
        when l.chain is distinct from chain_of(l.chain_before, l.unit_id, l.record_id, l.seq, l.record_kind, l.action, l.at, l.on_day,
          l.actor_id, l.via, l.standing, l.cite, l.from_state, l.to_state, l.numbers, l.payload_hash) then 'the chain is broken'
        when l.from_state is distinct from l.state_before then 'it begins in a state in which the event before did not end'
        when l.kind_before <> l.record_kind then 'it is of another kind than the event before'
      end as what
    from linked l left join payload p using (unit_id, record_id, seq)
  )
  select * from judged where what is not null order by unit_id, record_id, seq limit ${faults_max}`

const orphanQuery = `
  select 'payload' as kind, p.unit_id, p.record_id, p.seq, 'a payload without its event' as what
  from payload p where not exists (select from event e where (e.unit_id, e.record_id, e.seq) = (p.unit_id, p.record_id, p.seq))
  union all
  select 'posting', q.unit_id, q.record_id, q.seq, 'a posting that no event made'
  from posting q left join event e using (unit_id, record_id, seq)
  where e.seq is null or e.record_kind <> q.record_kind or e.on_day <> q.known_on
  union all
  select 'document', d.unit_id, d.record_id, d.seq, 'the letter ' || d.book || ' ' || d.number || '/' || d.year || ' is not the one its event numbered'
  from document d left join event e using (unit_id, record_id, seq)
  where (e.numbers -> ('document/' || d.id)) is distinct from to_jsonb(d.number)
  union all
  select 'document', e.unit_id, e.record_id, e.seq, 'a numbered letter is missing'
  from event e, jsonb_object_keys(e.numbers) n
  where e.numbers <> '{}' and n like 'document/%'
    and not exists (select from document d where d.unit_id = e.unit_id and d.id = substr(n, 10)::uuid)
  limit ${faults_max}`

/**
 * Books have no gap: what was used is exactly 1 to the counter, void numbers included; and a unit's events took as many
 * as its counters gave. A book with a slash in its name is a queue of one day, which the sum alone covers.
 */
function numbersQuery(tables: readonly RecordTable[]): string {
  const registers = tables
    .filter((table) => table.numbered)
    .map(
      ({ table, kind }) =>
        `union all select unit_id, '${kind}', register_year, register_number from public.${table} where register_number is not null`,
    )
  return `
    with used(unit_id, book, year, number) as (
      select unit_id, book, year, number from document ${registers.join('\n')}
    ), books as (
      select unit_id, book, year, count(*) as n, count(distinct number) as different, min(number) as low, max(number) as high
      from used group by unit_id, book, year
    ), taken as (
      select e.unit_id, count(*) as n from event e, jsonb_object_keys(e.numbers) where e.numbers <> '{}' group by e.unit_id
    ), given as (
      select unit_id, sum(last) as n from register_counter group by unit_id
    )
    select 'book' as kind, unit_id, null::uuid as record_id, null::int as seq,
      format('%s %s: %s numbers from %s to %s, the counter stands at %s', book, year, coalesce(b.n, 0), coalesce(b.low, 0),
        coalesce(b.high, 0), coalesce(c.last, 0)) as what
    from books b full join (select * from register_counter where book !~ '/') c using (unit_id, book, year)
    where b.low is distinct from 1 or b.n <> b.high or b.different <> b.n or b.high is distinct from c.last
    union all
    select 'book', unit_id, null, null, format('events took %s numbers, the counters gave %s', coalesce(t.n, 0), coalesce(g.n, 0))
    from taken t full join given g using (unit_id) where t.n is distinct from g.n
    limit ${faults_max}`
}

/** Checks everything in one snapshot of the database, set by set: about a minute at a million events. */
export async function check(sql: Sql, data: string): Promise<CheckReport> {
  await sql.query('begin isolation level repeatable read read only')
  try {
    await sql.query(`set local work_mem = '128MB'`)
    const tables = await recordTables(sql)
    const report: CheckReport = { kinds: [], tombstones: [], faults: [], checkpoint: null }
    const look = async (query: string) => {
      report.faults.push(...(await sql.query<CheckFault>(query)).rows)
    }
    const { rows: counts } = await sql.query<{ kind: string; records: number; events: number }>(
      `select record_kind as kind, count(*) filter (where seq = 1) as records, count(*) as events from event group by 1 order by 1`,
    )
    report.kinds = counts
    for (const { kind } of counts)
      if (!tables.some((table) => table.kind === kind))
        report.faults.push({ kind, unit_id: null, record_id: null, seq: null, what: 'there is no table for this kind' })
    for (const table of tables) await look(foldQuery(table))
    await look(chainQuery)
    await look(orphanQuery)
    await look(numbersQuery(tables))
    const erased = await sql.query<Tombstone>(
      `select unit_id, record_id, seq, erased_on, erased_ground, erased_cite from payload where erased_on is not null order by 1, 2, 3`,
    )
    report.tombstones = erased.rows
    const checkpoints = await verifyCheckpoints(sql, data)
    report.checkpoint = checkpoints.last
    report.faults.push(
      ...checkpoints.faults.map((fault) => ({ kind: 'checkpoint', record_id: null, seq: null, ...fault })),
    )
    return report
  } finally {
    await sql.query('rollback')
  }
}

/** Prints a line a kind, the tombstones and the faults; exit code 1 where there is a fault. */
export async function run(args: string[], { config, db }: CommandContext): Promise<number> {
  if (args.length > 0)
    throw new Stop(`Tham số lạ: ${args[0]}.`, `Unknown argument ${args[0]}: gandan check takes none.`)
  const began = performance.now()
  const client = await db.pool.connect()
  const report = await check(client, config.data).finally(() => client.release())
  for (const { kind, records, events } of report.kinds)
    console.log(`${kind.padEnd(16)} ${String(records).padStart(9)} records ${String(events).padStart(10)} events`)
  for (const one of report.tombstones)
    console.log(
      `erased  ${one.unit_id} ${one.record_id} ${one.seq}: ${one.erased_on}, ${one.erased_ground}, ${one.erased_cite}`,
    )
  console.log(report.checkpoint ? `last checkpoint  ${report.checkpoint}` : 'no checkpoint yet')
  for (const { kind, unit_id, record_id, seq, what } of report.faults)
    console.log(`FAULT  ${kind} ${[unit_id, record_id, seq].filter((part) => part !== null).join(' ')}: ${what}`)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(report.faults.length === 0 ? `all well, ${seconds} s` : `${report.faults.length} faults, ${seconds} s`)
  return report.faults.length === 0 ? 0 : 1
}
