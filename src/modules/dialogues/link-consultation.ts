/** The project's consultation is named: one of the same unit. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { chosenId } from '../petitions/inputs.ts'
import { project } from './project.ts'

/** A consultation that was withdrawn may be followed by another. */
export const linkConsultation = action({
  noun: project,
  step: 'link-consultation',
  input: z.object({ consultation_id: chosenId() }),
  reads: async (sql, { unit_id, input }) => {
    const { rows } = await sql.query<{ state: string }>(
      'select state from consultation where unit_id = $1 and id = $2',
      [unit_id, input.consultation_id],
    )
    return rows[0]?.state ?? null
  },
  decide({ input, unit_id }, state) {
    if (state === null || state === 'withdrawn')
      throw new WrongInput([{ field: 'consultation_id', code: 'no-such-consultation' }])
    return { change: { consultation_unit_id: unit_id, consultation_id: input.consultation_id } }
  },
})
