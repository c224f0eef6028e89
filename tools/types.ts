/** Writes src/platform/database-types.ts from the migrated database; `--check` says whether it is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { connect, type Queryable } from '../src/platform/database.ts'
import { testServer, withTemplate } from '../tests/support/database.ts'

const file = fileURLToPath(new URL('../src/platform/database-types.ts', import.meta.url))

/** What a column of each PostgreSQL type is in a row; anything else is an error, so that no type is guessed. */
const inRow: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  citext: 'string',
  date: 'Temporal.PlainDate',
  daterange: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  interval: 'string',
  json: 'unknown',
  jsonb: 'unknown',
  name: 'string',
  numeric: 'string',
  numrange: 'string',
  text: 'string',
  time: 'string',
  timestamp: 'string',
  timestamptz: 'Temporal.Instant',
  tstzrange: 'string',
  tsvector: 'string',
  uuid: 'string',
  varchar: 'string',
}

interface Column {
  table: string
  view: boolean
  column: string
  type: string
  array: boolean
  nullable: boolean
  filled: boolean
  always: boolean
}

/** Every column of our tables and views, in a fixed order. */
async function readColumns(db: Queryable): Promise<Column[]> {
  const { rows } = await db.query<Column>(`
    select c.relname as table, c.relkind = 'v' as view, a.attname as column,
      coalesce(e.typname, b.typname, t.typname) as type,
      t.typcategory = 'A' as array,
      not a.attnotnull as nullable,
      a.atthasdef or a.attidentity <> '' as filled,
      a.attgenerated <> '' or a.attidentity = 'a' as always
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type b on b.oid = t.typbasetype and t.typtype = 'd'
    left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
      and not c.relispartition
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C", a.attnum`)
  return rows
}

/** The type of a column: what a row holds, what an insert may leave out, what nobody may write. */
function typeOf({ table, view, column, type, array, nullable, filled, always }: Column): string {
  const element = inRow[type]
  if (!element) throw new Error(`${table}.${column} is a ${type}: give that type a row in tools/types.ts`)
  const whole = array ? `${element === 'unknown' ? 'unknown' : element}[]` : element
  const value = nullable && whole !== 'unknown' ? `${whole} | null` : whole
  if (view) return value
  if (always) return `GeneratedAlways<${value}>`
  return filled ? `Generated<${value}>` : value
}

const pascal = (name: string) => name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function write(columns: Column[]): string {
  const tables = Map.groupBy(columns, ({ table }) => table)
  const interfaces = [...tables].map(([table, own]) => {
    const lines = own.map((column) => `  ${column.column}: ${typeOf(column)}`)
    return `export interface ${pascal(table)}Table {\n${lines.join('\n')}\n}\n`
  })
  const index = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`)
  const body = `${interfaces.join('\n')}\nexport interface DB {\n${index.join('\n')}\n}\n`
  const names = ['Generated', 'GeneratedAlways'].filter((name) => body.includes(`${name}<`))
  const imports = names.length > 0 ? `import type { ${names.join(', ')} } from 'kysely'\n\n` : ''
  return `/** Written by tools/types.ts from the migrated database: do not edit. A column of a view may always be null. */\n${imports}${body}`
}

/** The text the file should have. */
async function wanted(): Promise<string> {
  const server = await testServer()
  let text = ''
  await withTemplate(server, async (client, template) => {
    const name = `test_${process.pid}_types`
    await client.query(`create database ${name} template ${template} strategy file_copy`)
    const db = connect(server.url('postgres', name), { max: 1 })
    try {
      text = write(await readColumns(db.pool))
    } finally {
      await db.end()
      await client.query(`drop database ${name} with (force)`)
    }
  })
  await server.end()
  return text
}

const text = await wanted()
const stale = readFileSync(file, 'utf8') !== text
if (!process.argv.includes('--check')) {
  if (stale) writeFileSync(file, text)
  console.log(stale ? 'src/platform/database-types.ts written' : 'src/platform/database-types.ts is up to date')
} else if (stale) {
  console.error('src/platform/database-types.ts is stale: run `node tools/run.mjs tools/types.ts`')
  process.exitCode = 1
}
