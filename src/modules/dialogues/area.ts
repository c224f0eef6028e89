/** The communes and villages a project or a consultation concerns, and which of them somebody has talked with. */
import { z } from 'zod'
import type { Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { FieldMeta } from '../../platform/input.ts'

/** Most units in one area. */
export const areaMax = 200

/** Units chosen from the list the page offers, each once. */
export function areaUnits() {
  return z
    .array(z.uuid({ error: 'not-an-id' }))
    .min(1, { error: 'required' })
    .max(areaMax, { error: 'too-many-units' })
    .transform((ids) => [...new Set(ids)].sort())
    .meta({ field: 'choices', options: [] } satisfies FieldMeta)
}

/**
 * Those units of an area, as they stand on the day, that none of these others covers: itself, a unit above it, or one whose
 * work it or a unit above it carries on. So a merger meanwhile asks for nothing anew, and a move does.
 */
export async function notCovered(
  sql: Sql,
  area: readonly string[],
  by: readonly string[],
  on: Temporal.PlainDate,
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `select distinct h.id from unnest($1::uuid[]) a(id) cross join lateral heirs_of(a.id, $3::date) h(id)
     where not exists (select from unit_ancestry an where an.unit_id = h.id and an.valid @> $3::date and an.ancestor_id in (
       select c.id from unnest($2::uuid[]) b(id) cross join lateral heirs_of(b.id, $3::date) c(id)))`,
    [area, by, on.toString()],
  )
  return rows.map((row) => row.id)
}

/** Refuses units that are not the unit itself or under it on the day. */
export async function checkArea(
  sql: Sql,
  about: { unit_id: string; field: string; ids: readonly string[]; on: Temporal.PlainDate },
): Promise<void> {
  const { rows } = await sql.query<{ unit_id: string }>(
    `select distinct unit_id from unit_ancestry where unit_id = any($1::uuid[]) and valid @> $3::date
       and ancestor_id in (select heirs_of($2, $3::date))`,
    [about.ids, about.unit_id, about.on.toString()],
  )
  if (rows.length < about.ids.length) throw new WrongInput([{ field: about.field, code: 'not-in-our-area' }])
}
