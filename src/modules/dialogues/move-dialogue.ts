/** The day moves after the notice: a new notice in time, the old day stays to be seen, everybody who asked or signed up is told. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { letterhead } from '../notices/letterhead.ts'
import { timeOfDay } from '../receptions/asked.ts'
import { dialogue, limitOf } from './dialogue.ts'
import { noticeLetter, unitNames } from './dialogue-letters.ts'
import { standing } from './fields.ts'
import { tellAskersJob } from './tell-askers.ts'

/** Questions stay and go on until the new day. */
export const moveDialogue = action({
  noun: dialogue,
  step: 'move',
  input: z.object({
    held_on: day(),
    starts: timeOfDay(),
    ends: timeOfDay(),
    place: text(300).optional(),
    reason: text(500),
    notice: text(500),
  }),
  reads: async (sql, { unit_id, record, moment }) => ({
    names: await unitNames(sql, record?.with_unit_ids ?? [], moment.on),
    head: await letterhead(sql, unit_id, moment.on),
    document_id: uuidv7(),
  }),
  decide({ record, facts, input, moment }, { head, names, document_id }) {
    const row = standing(record)
    const { held_on, starts, ends, reason, notice } = input
    if (Temporal.PlainDate.compare(held_on, moment.on) <= 0)
      throw new WrongInput([{ field: 'held_on', code: 'day-has-passed' }])
    if (ends <= starts) throw new WrongInput([{ field: 'ends', code: 'ends-before-it-starts' }])
    if (held_on.equals(row.held_on)) throw new WrongInput([{ field: 'held_on', code: 'same-day-as-before' }])
    const move = {
      from_on: row.held_on.toString(),
      to_on: held_on.toString(),
      reason,
      notice,
      announced_on: moment.on.toString(),
    }
    const place = input.place ?? row.place
    const moved = { ...row, held_on, starts, ends, place, questions_by_on: held_on, moved: [...row.moved, move] }
    const more = { together: [...names.values()], publish_by: limitOf(row, 'publish', held_on, facts)?.due ?? null }
    return {
      change: {
        held_on,
        starts,
        ends,
        place,
        questions_by_on: held_on,
        moved: moved.moved,
        notice_by_on: limitOf(row, 'notice', held_on, facts)?.due ?? null,
      },
      documents: [noticeLetter(moved, head, more, { id: document_id, on: moment.on })],
      jobs: [tellAskersJob(row, 'moved', moment.on)],
    }
  },
})
