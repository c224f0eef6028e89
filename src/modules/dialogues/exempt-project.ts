/** The head frees a project of the dialogue, or of waiting for the consultation: with ground, decision and name. */
import { z } from 'zod'
import { exemptFrom, exemptionGrounds } from '../../law/project-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, longText, text } from '../../platform/input.ts'
import { titleOf } from './officer-title.ts'
import { project } from './project.ts'

/** It stands on the public page with all of this. */
export const exemptProject = action({
  noun: project,
  step: 'exempt',
  input: z.object({
    from: choice(exemptFrom),
    ground: choice(exemptionGrounds),
    why: longText(2000),
    /** Number or article of what it rests on. */
    number: text(200),
    decided_on: day(),
  }),
  reads: (sql, { unit_id, viewer }) => titleOf(sql, unit_id, viewer),
  decide({ record, input, viewer, moment }, title) {
    if (Temporal.PlainDate.compare(input.decided_on, moment.on) > 0)
      throw new WrongInput([{ field: 'decided_on', code: 'day-in-future' }])
    const { exemptions, area_unit_ids } = record!
    const exemption = {
      ...input,
      decided_on: input.decided_on.toString(),
      on: moment.on.toString(),
      by: viewer.name,
      title,
      area_unit_ids,
    }
    return { change: { exemptions: [...exemptions, exemption] } }
  },
})
