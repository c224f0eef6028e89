/** Every table is on one of three lists, and a distributed one can be distributed. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Queryable } from '../src/platform/database.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'

let base: TestDatabase
before(async () => {
  base = await testDatabase()
})
after(() => base?.close())

interface Listed {
  name: string
  comment: string | null
  triggers: number
}

async function tables(db: Queryable): Promise<Listed[]> {
  const { rows } = await db.query<Listed>(`
    select c.relname as name, obj_description(c.oid, 'pg_class') as comment,
      (select count(*) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1`)
  return rows
}

/** Faults of the tables as sentences, so that one run names them all. */
async function faultsOf(db: Queryable): Promise<string[]> {
  const listed = await tables(db)
  const lists = new Map(
    listed.map(({ name, comment }) => [name, /^(distributed|reference|library): \S/.exec(comment ?? '')?.[1]]),
  )
  const faults = listed.filter(({ name }) => !lists.get(name)).map(({ name }) => `${name} is on no list`)
  const { rows: keys } = await db.query<{
    table: string
    key: string
    kind: string
    first: string
    refers: string | null
  }>(`
    select (select relname from pg_class where oid = k.conrelid) as table, k.conname as key, k.contype as kind,
      (select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) as first,
      (select relname from pg_class where oid = k.confrelid) as refers
    from pg_constraint k
    where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'x')
    union all
    select c.relname, i.indexrelid::regclass::text, 'u',
      (select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]), null
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique
    order by 1, 2`)
  for (const { name, triggers } of listed) {
    if (lists.get(name) !== 'distributed') continue
    if (triggers > 0) faults.push(`${name} is distributed and has a trigger`)
    if (!keys.some(({ table, kind }) => table === name && kind === 'p')) faults.push(`${name} has no primary key`)
  }
  for (const { table, key, first, refers } of keys) {
    if (lists.get(table) !== 'distributed') {
      if (refers && lists.get(refers) === 'distributed')
        faults.push(`${table}.${key} refers to the distributed ${refers}`)
    } else if (first !== 'unit_id' && lists.get(refers ?? '') !== 'reference') {
      faults.push(`${table}.${key} does not begin with unit_id`)
    } else if (refers && lists.get(refers) === 'library') {
      faults.push(`${table}.${key} refers to the library table ${refers}`)
    }
  }
  return faults
}

test('every table is on a list; distributed ones begin every key with unit_id', async () => {
  assert.deepEqual(await faultsOf(base.db.pool), [])
})

test('the check sees a table on no list, a key without unit_id and a trigger', async () => {
  await base.owner.pool.query(`
    create table stray (id uuid primary key);
    create table scattered (unit_id uuid not null, id uuid primary key);
    comment on table scattered is 'distributed: wrongly';
    create function nothing() returns trigger language plpgsql as 'begin return new; end';
    create trigger sly before insert on scattered for each row execute function nothing()`)
  const faults = await faultsOf(base.owner.pool)
  assert.ok(faults.includes('stray is on no list'))
  assert.ok(faults.includes('scattered.scattered_pkey does not begin with unit_id'))
  assert.ok(faults.includes('scattered is distributed and has a trigger'))
})

test('nobody but the owner writes through a view', async () => {
  const { rows } = await base.owner.pool.query(`
    select c.relname as view, r.role
    from pg_class c, (values ('gandan_app'), ('gandan_worker')) as r(role)
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
      and has_table_privilege(r.role, c.oid, 'insert, update, delete')`)
  assert.deepEqual(rows, [])
})
