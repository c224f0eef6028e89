/** A project is written down: what, who answers for it, which communes and villages it concerns. */
import { z } from 'zod'
import { projectKinds } from '../../law/project-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, day, longText, text, unitId } from '../../platform/input.ts'
import { areaUnits, checkArea } from './area.ts'
import { project } from './project.ts'

/** Not public yet: its head announces it. */
export const recordProject = action({
  noun: project,
  step: 'record',
  input: z.object({
    title: text(300),
    kind: choice(projectKinds),
    what: longText(10_000),
    investor: text(300),
    owner_unit_id: unitId().optional(),
    decision_number: text(100).optional(),
    decided_on: day().optional(),
    decided_by: text(300).optional(),
    area_unit_ids: areaUnits(),
    planned_start_on: day().optional(),
  }),
  reads: (sql, { unit_id, input, moment }) =>
    checkArea(sql, { unit_id, field: 'area_unit_ids', ids: input.area_unit_ids, on: moment.on }),
  decide: ({ input }) => ({
    change: { ...input, moves: [], dialogues: [], exemptions: [], talks: [], promises: [], corrections: [] },
  }),
})
