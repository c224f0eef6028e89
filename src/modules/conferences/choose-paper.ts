/** `choose`: the paper is presented at the meeting, in this place and for so many minutes. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { count } from '../../platform/input.ts'
import { faultAt } from './asked.ts'
import { paper } from './paper.ts'

/** Chosen again, it moves to another place. */
export const choosePaper = action({
  noun: paper,
  step: 'choose',
  input: z.object({ place: count(1, 200), minutes: count(1, 120) }),
  async reads(sql, { record, unit_id, input }) {
    const { rows } = await sql.query<{ title: string }>(
      `select title from paper where unit_id = $1 and meeting_id = $2 and state = 'chosen' and place = $3 and id <> $4`,
      [unit_id, record?.meeting_id ?? null, input.place, record?.id ?? null],
    )
    return rows[0]?.title ?? null
  },
  decide({ input }, taken) {
    if (taken !== null) faultAt('place', 'place-is-taken', { title: taken })
    return { change: { place: input.place, minutes: input.minutes } }
  },
})
