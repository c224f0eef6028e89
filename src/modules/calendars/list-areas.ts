/** Writes down which places a decision calls remote, and from which day. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText, text } from '../../platform/input.ts'
import { areasTyped } from './areas-typed.ts'
import { remoteAreaList } from './remote-area-list.ts'

/** Cases accepted from that day on count by it; cases accepted before keep the list of their day. */
export const listAreas = action({
  noun: remoteAreaList,
  step: 'list-areas',
  input: z.object({ decision: text(300), from_on: day({ year_min: 2012 }), places: longText(20_000) }),
  reads: (sql, { input, viewer }) => areasTyped(viewer, sql, input.places, input.from_on),
  decide({ input }, read) {
    if (read.fault) throw new WrongInput([read.fault])
    const { decision, from_on } = input
    return { change: { decision, from_on, until_on: null, areas: read.areas } }
  },
})
