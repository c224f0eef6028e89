/** `drop-host`: an organiser or chair less; the unit that prepares the meeting stays. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { fromList } from '../receptions/asked.ts'
import { entryOf, faultAt, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** By the entry's id. */
export const dropHost = action({
  noun: meeting,
  step: 'drop-host',
  input: z.object({ host_id: fromList() }),
  decide({ record, input, unit_id }) {
    const row = rowOf(record)
    const host = entryOf(row.hosts, input.host_id, 'host_id')
    if (host.role === 'organiser' && host.unit_id === unit_id) faultAt('host_id', 'preparing-unit-stays')
    return { change: { hosts: row.hosts.filter((one) => one.id !== host.id) } }
  },
})
