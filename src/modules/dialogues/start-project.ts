/** The project starts: the people were asked and talked with, or the head answers for an exemption. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { consultationIsOver, project } from './project.ts'

/** The day may lie before today, never before what had to come first. */
export const startProject = action({
  noun: project,
  step: 'start',
  input: z.object({ started_on: day() }),
  decide({ record, input, facts, moment }) {
    const fault = (code: string) => new WrongInput([{ field: 'started_on', code }])
    const { started_on } = input
    if (Temporal.PlainDate.compare(started_on, moment.on) > 0) throw fault('day-in-future')
    const row = record!
    const { consultation } = facts
    const waited = row.exemptions.some((one) => one.from === 'consultation-days')
    if (consultation && !waited && Temporal.PlainDate.compare(started_on, consultation.last_on) <= 0)
      throw fault('consultation-still-ran')
    if (!consultationIsOver(row, facts, started_on)) throw fault('consultation-still-ran')
    const talked = row.exemptions.some((one) => one.from === 'dialogue')
    const early = facts.dialogues.some((one) => one.held && Temporal.PlainDate.compare(started_on, one.held_on) < 0)
    if (early && !talked) throw fault('dialogue-came-later')
    return { change: { started_on } }
  },
})
