/** Corrects the name of a list's decision or its places; the event keeps both values and the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText, text } from '../../platform/input.ts'
import { areasTyped } from './areas-typed.ts'
import { remoteAreaList } from './remote-area-list.ts'

/** Cases accepted by the list as it was stay as they were accepted. */
export const correctAreas = action({
  noun: remoteAreaList,
  step: 'correct-areas',
  input: z.object({ decision: text(300), places: longText(20_000), reason: text(500) }),
  reads: (sql, { input, record, viewer, moment }) =>
    areasTyped(viewer, sql, input.places, record?.from_on ?? moment.on),
  decide({ input }, read) {
    if (read.fault) throw new WrongInput([read.fault])
    return { change: { decision: input.decision, areas: read.areas } }
  },
})
