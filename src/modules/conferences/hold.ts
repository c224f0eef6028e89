/** `hold`: it was held; from here on it finds and concludes, and counts for the report. */
import { z } from 'zod'
import type { PostingWanted } from '../../platform/actions/action.ts'
import { action } from '../../platform/actions/action.ts'
import { rowOf } from './asked.ts'
import { attendedOf, type MeetingRow, meeting } from './meeting.ts'

/** Nothing is asked. */
export const hold = action({
  noun: meeting,
  step: 'hold',
  input: z.object({}),
  decide({ record }) {
    const row = rowOf(record)
    const { people, units } = attendedOf(row)
    return { change: {}, postings: [heldPosting(row, { sign: 1, people, units, cases: 1 })] }
  },
})

type Counted = Pick<MeetingRow, 'rooms' | 'attendance' | 'invited'>

/** What attendance noted after the meeting was held adds to its posting, or takes away. */
export function attendedMore(row: MeetingRow, now: Counted): { postings?: readonly PostingWanted[] } {
  if (row.state !== 'held') return {}
  const [then, since] = [attendedOf(row), attendedOf(now)]
  const [people, units] = [since.people - then.people, since.units - then.units]
  if (people === 0 && units === 0) return {}
  const up = { people: Math.max(people, 0), units: Math.max(units, 0) }
  const down = { people: Math.max(-people, 0), units: Math.max(-units, 0) }
  return {
    postings: [
      ...(up.people + up.units > 0 ? [heldPosting(row, { sign: 1, ...up, cases: 0 })] : []),
      ...(down.people + down.units > 0 ? [heldPosting(row, { sign: -1, ...down, cases: 0 })] : []),
    ],
  }
}

/** `quantity` counts units, `people` people, `cases` meetings. */
function heldPosting(
  row: MeetingRow,
  of: { sign: 1 | -1; people: number; units: number; cases: number },
): PostingWanted {
  return {
    fact: 'meeting-held',
    on_day: row.held_on,
    sign: of.sign,
    kind: row.kind,
    quantity: of.units,
    people: of.people,
    cases: of.cases,
  }
}
