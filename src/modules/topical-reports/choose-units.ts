/** `choose-units`: the units asked, one name or code a line; a line that fits none, or several, is named. */
import { z } from 'zod'
import { action, type Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { longText, tidy } from '../../platform/input.ts'
import { findUnits } from '../units/queries.ts'
import { topicalCall } from './topical-call.ts'

/** Most units named on one list. */
export const chosenMax = 300

const territoryOf = `
select case when level in ('country', 'province', 'district', 'commune') then unit_id else parent_id end as id
from unit_period where unit_id = $1 and valid @> $2::date`

/** The unit a line names, alone under the asking unit; otherwise null. */
async function unitOfLine(viewer: Viewer, sql: Sql, line: string, under: string, on: Temporal.PlainDate) {
  const found = (await findUnits(viewer, sql, line, on, { under, limit: 200 })).filter(
    (one) => one.level !== 'village' && one.level !== 'cluster' && one.id !== under,
  )
  const whole = found.filter(
    (one) => one.name.toLocaleLowerCase('vi') === line.split(',')[0]?.trim().toLocaleLowerCase('vi'),
  )
  const [first, second] = whole.length === 1 ? whole : found
  return first && !second ? first.id : null
}

/** Sets the list anew. */
export const chooseUnits = action({
  noun: topicalCall,
  step: 'choose-units',
  input: z.object({ names: longText(20_000) }),
  reads: async (sql, { unit_id, input, viewer, moment }) => {
    const lines = [...new Set(input.names.split('\n').map(tidy))].filter((line) => line !== '')
    if (lines.length > chosenMax) throw new WrongInput([{ field: 'names', code: 'too-many-units' }])
    const { rows } = await sql.query<{ id: string }>(territoryOf, [unit_id, moment.on.toString()])
    const under = rows[0]?.id ?? unit_id
    const found: string[] = []
    for (const line of lines) {
      const id = await unitOfLine(viewer, sql, line, under, moment.on)
      if (id === null) throw new WrongInput([{ field: 'names', code: 'line-fits-no-unit', params: { line } }])
      if (!found.includes(id)) found.push(id)
    }
    return found
  },
  decide: (_situation, chosen_ids) => ({ change: { chosen_ids } }),
})
