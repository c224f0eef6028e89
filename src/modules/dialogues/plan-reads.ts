/** What a plan names is there: bodies that stand that day, the village of a residents' conference, the unit's own project or request. */
import type { z } from 'zod'
import type { Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Fault } from '../../platform/input.ts'
import type { planFields } from './fields.ts'

type Plan = Pick<z.output<z.ZodObject<typeof planFields>>, 'kind' | 'with_unit_id' | 'second_with_unit_id'> & {
  project_id?: string | undefined
  request_id?: string | undefined
}

interface Named {
  unit_id: string
  level: string
  ours: boolean
}

/** For `reads` of planning: throws at the field of whatever is not there. */
export async function checkPlanned(sql: Sql, unit_id: string, plan: Plan, on: Temporal.PlainDate): Promise<void> {
  const fields = ['with_unit_id', 'second_with_unit_id'] as const
  const { rows: units } = await sql.query<Named>(
    `select u.unit_id, u.level, exists (select from unit_ancestry a where a.unit_id = u.unit_id and a.valid @> $2::date
        and a.ancestor_id in (select heirs_of($3, $2::date))) as ours
     from unit_period u where u.unit_id = any($1::uuid[]) and u.valid @> $2::date`,
    [fields.flatMap((field) => plan[field] ?? []), on.toString(), unit_id],
  )
  const faults: Fault[] = []
  for (const field of fields) {
    const named = units.find((one) => one.unit_id === plan[field])
    if (plan[field] !== undefined && !named) faults.push({ field, code: 'unit-does-not-stand' })
    // The yearly conference of residents is a village's own (LTHDC 2022 Đ33): by it the duty counts as held.
    if (plan.kind === 'residents-conference' && field === 'with_unit_id' && named && !(named.ours && isVillage(named)))
      faults.push({ field, code: 'village-is-named' })
  }
  const { rows } = await sql.query<{ project: boolean; request: boolean }>(
    `select ($2::uuid is null or exists (select from project where unit_id = $1 and id = $2)) as project,
       ($3::uuid is null or exists (select from talk_request where unit_id = $1 and id = $3)) as request`,
    [unit_id, plan.project_id ?? null, plan.request_id ?? null],
  )
  if (!rows[0]?.project) faults.push({ field: 'project_id', code: 'not-our-project' })
  if (!rows[0]?.request) faults.push({ field: 'request_id', code: 'not-our-request' })
  if (faults.length > 0) throw new WrongInput(faults)
}

const isVillage = ({ level }: Named) => level === 'village'
