/** A question that is a petition goes to the register of petitions: a person enters it there and links it here. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count } from '../../platform/input.ts'
import { dialogueQuestion } from './dialogue-question.ts'

/** Number and year of the petition in the unit's own register. */
export const handToPetitions = action({
  noun: dialogueQuestion,
  step: 'hand-to-petitions',
  input: z.object({ petition_number: count(1, 9_999_999), petition_year: count(2000, 2200) }),
  async reads(sql, { unit_id, input }) {
    const { rows } = await sql.query<{ id: string }>(
      `select id from petition where unit_id = $1 and register_year = $2 and register_number = $3 and state not in ('void', 'sealed-away')`,
      [unit_id, input.petition_year, input.petition_number],
    )
    if (!rows[0]) throw new WrongInput([{ field: 'petition_number', code: 'no-such-petition' }])
    return rows[0].id
  },
  decide: (_, petition_id) => ({ change: { petition_id, group_id: null } }),
})
