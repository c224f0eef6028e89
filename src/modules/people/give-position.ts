/** Gives somebody a position in a unit from a day on. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, text, uuid } from '../../platform/input.ts'
import { position, positionKinds } from './position.ts'

/** Creates the record: `id` is chosen by the form. */
export const givePositionAction = action({
  noun: position,
  step: 'give-position',
  input: z.object({
    account_id: uuid(),
    kind: choice(positionKinds),
    title: text(200),
    from_on: day(),
    until_on: day().optional(),
    document: text(200).optional(),
  }),
  reads: async (sql, { input, moment }) => {
    const open = 'select from account where id = $1 and (closed_on is null or closed_on > $2)'
    const { rows } = await sql.query(open, [input.account_id, moment.on.toString()])
    return { account_is_open: rows.length > 0 }
  },
  decide: ({ input }, { account_is_open }) => {
    if (!account_is_open) throw new WrongInput([{ field: 'account_id', code: 'not-a-choice' }])
    const { account_id, kind, title, from_on, until_on = null, document = null } = input
    return { change: { account_id, kind, title, from_on, until_on, document } }
  },
})
