/** `bind-units`: which units the instrument binds, as its text says; the list given takes the place of the old one. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { instrument } from './instrument.ts'
import { checkOwnUnits, units } from './references.ts'

/** The unit itself or units under it. */
export const bindUnits = action({
  noun: instrument,
  step: 'bind-units',
  input: z.object({ binds: units() }),
  reads: (sql, { unit_id, input, moment }) => checkOwnUnits(sql, unit_id, input.binds, moment.on, 'binds'),
  decide({ input }) {
    if (input.binds.length === 0) throw new WrongInput([{ field: 'binds', code: 'choose-one' }])
    return { change: { binds: input.binds } }
  },
})
