/** A dialogue is named as the project's: it speaks for the area as it is on this day. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { chosenId } from '../petitions/inputs.ts'
import { project } from './project.ts'

/** Only dialogues before a project, of the same unit, that were not called off. */
export const linkDialogue = action({
  noun: project,
  step: 'link-dialogue',
  input: z.object({ dialogue_id: chosenId() }),
  reads: async (sql, { unit_id, input }) => {
    const { rows } = await sql.query<{ state: string; kind: string }>(
      'select state, kind from dialogue where unit_id = $1 and id = $2',
      [unit_id, input.dialogue_id],
    )
    return rows[0] ?? null
  },
  decide({ record, input, unit_id, moment }, dialogue) {
    const fault = (code: string) => new WrongInput([{ field: 'dialogue_id', code }])
    if (dialogue?.kind !== 'before-project' || dialogue.state === 'cancelled') throw fault('no-such-dialogue')
    const { area_unit_ids, dialogues } = record!
    const others = dialogues.filter((one) => one.id !== input.dialogue_id)
    const link = { unit_id, id: input.dialogue_id, on: moment.on.toString(), area_unit_ids }
    return { change: { dialogues: [...others, link] } }
  },
})
