/** `exchange-results`: one organiser of a joint programme tells the others what came of its part. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { carries } from '../../platform/actions/viewer.ts'
import { longText } from '../../platform/input.ts'
import { headKinds, preparerKinds } from './instrument.ts'
import { programme } from './programme.ts'

const exchangesMax = 200

/** Every six months, as joint programmes say; the unit is that of the viewer's post. */
export const exchangeResults = action({
  noun: programme,
  step: 'exchange-results',
  input: z.object({ text: longText(4000) }),
  decide({ record, input, viewer, moment, unit_id }) {
    const { organisers, exchanges } = record!
    if (exchanges.length >= exchangesMax) throw new WrongInput([{ field: 'text', code: 'too-many-exchanges' }])
    const all = [unit_id, ...organisers.map((one) => one.unit_id)]
    const own = all.find((one) => carries(viewer, one, ...preparerKinds, ...headKinds)) ?? unit_id
    return { change: { exchanges: [...exchanges, { on: moment.on.toString(), unit_id: own, text: input.text }] } }
  },
})
