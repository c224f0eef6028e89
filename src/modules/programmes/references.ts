/** How one record names another in a form: `unit/id`, chosen from a list; and the checks of units that forms name. */
import { z } from 'zod'
import type { Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { FieldMeta } from '../../platform/input.ts'
import { isUuid } from '../../platform/uuid.ts'

/** A record in a unit's register. */
export interface Reference {
  unit_id: string
  id: string
}

/** A field in which a record is chosen. */
export function reference() {
  return z
    .string()
    .refine((typed) => readReference(typed) !== null, { error: 'not-a-choice' })
    .meta({ field: 'unit' } satisfies FieldMeta)
}

/** A field in which units are ticked, from a list that the page fills. */
export function units(max = 400) {
  return z
    .array(z.uuid({ error: 'not-an-id' }))
    .max(max, { error: 'too-large' })
    .transform((chosen) => [...new Set(chosen)])
    .meta({ field: 'choices', options: [] } satisfies FieldMeta)
}

/** What was chosen; null where the text names no record. */
export function readReference(typed: string | undefined): Reference | null {
  const [unit_id = '', id = '', more] = (typed ?? '').split('/')
  return more === undefined && isUuid(unit_id) && isUuid(id) ? { unit_id, id } : null
}

/** As a form carries it. */
export const referenceTo = ({ unit_id, id }: Reference) => `${unit_id}/${id}`

/** Throws at the field where one of these units is neither this one nor under it on the day. */
export async function checkOwnUnits(
  sql: Sql,
  unit_id: string,
  named: readonly string[],
  on: Temporal.PlainDate,
  field: string,
): Promise<void> {
  const { rows } = await sql.query(
    'select unit_id from unit_ancestry where ancestor_id = $1 and unit_id = any($2::uuid[]) and valid @> $3::date',
    [unit_id, named, on.toString()],
  )
  if (rows.length < new Set(named).size) throw new WrongInput([{ field, code: 'not-own-unit' }])
}

/** Throws at the field where one of these units does not stand on the day. */
export async function checkStanding(
  sql: Sql,
  named: readonly string[],
  on: Temporal.PlainDate,
  field: string,
): Promise<void> {
  const { rows } = await sql.query(
    'select distinct unit_id from unit_period where unit_id = any($1::uuid[]) and valid @> $2::date',
    [named, on.toString()],
  )
  if (rows.length < new Set(named).size) throw new WrongInput([{ field, code: 'unit-does-not-stand' }])
}
