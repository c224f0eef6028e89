/** Bodies under a unit: villages, departments, committees. Writing them into the tree, one or many thousand at once. */
import type { Queryable } from '../../platform/database.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { refreshTree } from './tree.ts'
import { type BodyLevel, fold, tidyName } from './unit.ts'

/** A name and code from a day on. */
export interface BodyForm {
  from_on: Temporal.PlainDate
  name: string
  code?: string | null
}

/** A body as the tree is to show it; `forms` oldest first, `until_on` the first day without it. */
export interface Body {
  /** Absent: a new id. */
  id?: string
  parent_id: string
  level: BodyLevel
  forms: readonly BodyForm[]
  until_on?: Temporal.PlainDate | null
}

/** A body that cannot stand where it is put, with its reason. */
export class BodyRefused extends Error {
  override name = 'BodyRefused'
}

/** Writes one body with its first name; answers its id. In the caller's transaction. */
export async function addBody(
  tx: Queryable,
  body: {
    id?: string
    parent_id: string
    level: BodyLevel
    name: string
    code?: string | null
    from_on: Temporal.PlainDate
  },
): Promise<string> {
  const { id, parent_id, level, ...form } = body
  const [added] = await placeBodies(tx, [{ id, parent_id, level, forms: [form] }])
  return added ?? ''
}

/**
 * Writes bodies into the tree, replacing what stood there of the same ids; answers their ids in order. A form ends where
 * the next begins. Refused where a parent does not exist on the first day. In the caller's transaction, as owner or worker.
 */
export async function placeBodies(tx: Queryable, bodies: readonly Body[]): Promise<string[]> {
  const placed = bodies.map((body) => ({ ...body, id: body.id ?? uuidv7() }))
  const rows = placed.flatMap((body) =>
    body.forms.map((form, index) => ({
      unit_id: body.id,
      parent_id: body.parent_id,
      level: body.level,
      name: tidyName(form.name),
      name_folded: fold(form.name),
      designation: body.level === 'village' ? 'thon' : null,
      code: form.code ?? null,
      from: form.from_on.toString(),
      until: (body.forms[index + 1]?.from_on ?? body.until_on ?? null)?.toString() ?? null,
    })),
  )
  const ids = placed.map((body) => body.id)
  const written = JSON.stringify(rows)
  await refuseOrphans(tx, written)
  await tx.query(`insert into unit (id, kind) select unnest($1::uuid[]), 'organisation' on conflict do nothing`, [ids])
  await tx.query('delete from unit_period where unit_id = any($1)', [ids])
  await tx.query(
    `insert into unit_period (unit_id, valid, parent_id, name, name_folded, level, designation, code)
     select unit_id, daterange("from", until), parent_id, name, name_folded, level, designation, code
     from jsonb_to_recordset($1) as x(unit_id uuid, "from" date, until date, parent_id uuid, name text, name_folded text,
       level text, designation text, code text)`,
    [written],
  )
  await refreshTree(tx, ids)
  return ids
}

async function refuseOrphans(tx: Queryable, written: string): Promise<void> {
  const orphans = await tx.query<{ name: string; from: string }>(
    `select x.name, x."from" from jsonb_to_recordset($1) as x(name text, "from" date, parent_id uuid)
     where not exists (select from unit_period p where p.unit_id = x.parent_id and p.valid @> x."from") limit 3`,
    [written],
  )
  if (orphans.rows.length === 0) return
  const names = orphans.rows.map((row) => `${row.name} (${row.from})`).join(', ')
  throw new BodyRefused(`nothing stands above on the first day: ${names}`)
}

/**
 * Writes a cluster with its members' days, replacing what stood there of the same id. Sets only compare: nothing is
 * summed or appealed along them. In the caller's transaction, as owner or worker.
 */
export async function placeCluster(
  tx: Queryable,
  cluster: {
    id: string
    name: string
    members: readonly { unit_id: string; from_on: string; until_on: string | null }[]
  },
): Promise<void> {
  const { id, name, members } = cluster
  await tx.query(
    `insert into unit_set (id, kind, name, name_folded) values ($1, 'cluster', $2, $3)
     on conflict (id) do update set name = excluded.name, name_folded = excluded.name_folded`,
    [id, tidyName(name), fold(name)],
  )
  await tx.query('delete from unit_set_member where set_id = $1', [id])
  await tx.query(
    `insert into unit_set_member (set_id, unit_id, valid) select $1, unit_id, daterange(from_on, until_on)
     from jsonb_to_recordset($2) as x(unit_id uuid, from_on date, until_on date)`,
    [id, JSON.stringify(members)],
  )
}
