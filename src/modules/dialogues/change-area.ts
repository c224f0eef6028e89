/** The project moves: other communes or villages are concerned, whose people have to be asked and talked with too. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { areaUnits, checkArea } from './area.ts'
import { project } from './project.ts'

/** What was linked or decided for the old area goes on covering that area alone. */
export const changeArea = action({
  noun: project,
  step: 'change-area',
  input: z.object({ area_unit_ids: areaUnits(), reason: longText(2000) }),
  reads: (sql, { unit_id, input, moment }) =>
    checkArea(sql, { unit_id, field: 'area_unit_ids', ids: input.area_unit_ids, on: moment.on }),
  decide({ record, input, viewer, moment }) {
    const { area_unit_ids: from, moves } = record!
    const to = input.area_unit_ids
    if (from.length === to.length && to.every((id) => from.includes(id)))
      throw new WrongInput([{ field: 'area_unit_ids', code: 'nothing-to-correct' }])
    const move = { on: moment.on.toString(), by: viewer.name, reason: input.reason, from, to }
    return { change: { area_unit_ids: to, moves: [...moves, move] } }
  },
})
