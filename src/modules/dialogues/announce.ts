/** The dialogue is announced: a notice goes out, questions are taken from now on. In time, or not at all. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { letterhead } from '../notices/letterhead.ts'
import { dialogue, limitOf } from './dialogue.ts'
import { noticeLetter, unitNames } from './dialogue-letters.ts'
import { standing } from './fields.ts'

/** `announced_on`: the day a notice was posted before it was entered here; both days stay to be seen. */
export const announce = action({
  noun: dialogue,
  step: 'announce',
  input: z.object({ notice_where: text(500), announced_on: day().optional() }),
  reads: async (sql, { unit_id, record, moment }) => ({
    names: await unitNames(sql, record?.with_unit_ids ?? [], moment.on),
    head: await letterhead(sql, unit_id, moment.on),
    document_id: uuidv7(),
  }),
  decide({ record, facts, input, moment }, { head, names, document_id }) {
    const row = standing(record)
    const announced_on = input.announced_on ?? moment.on
    if (Temporal.PlainDate.compare(announced_on, moment.on) > 0)
      throw new WrongInput([{ field: 'announced_on', code: 'day-in-future' }])
    if (Temporal.PlainDate.compare(announced_on, row.held_on) > 0)
      throw new WrongInput([{ field: 'announced_on', code: 'notice-after-its-day' }])
    const more = { together: [...names.values()], publish_by: limitOf(row, 'publish', row.held_on, facts)?.due ?? null }
    return {
      change: {
        announced_on,
        notice_by_on: limitOf(row, 'notice', row.held_on, facts)?.due ?? null,
        notice_where: input.notice_where,
      },
      documents: [noticeLetter(row, head, more, { id: document_id, on: moment.on })],
    }
  },
})
