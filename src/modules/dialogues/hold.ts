/** The dialogue took place: how many came, by slip, on the line and by the sheets of villages. Never who. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, longText } from '../../platform/input.ts'
import { lines, parts } from '../receptions/asked.ts'
import { dialogue, limitOf } from './dialogue.ts'
import { peopleMax, standing } from './fields.ts'

/** Reads `Tổ 5; 42` on each line: a village and how many its sheet counts. */
export function sheetsOf(typed: string): { village: string; people: number }[] {
  return lines(typed).map((line) => {
    const [village = '', said = ''] = parts(line)
    const people = /^\d{1,5}$/.test(said) ? Number(said) : Number.NaN
    if (village === '' || village.length > 100 || !(people >= 0 && people <= peopleMax))
      throw new WrongInput([{ field: 'paper', code: 'not-a-sheet', params: { line: line.slice(0, 60) } }])
    return { village, people }
  })
}

/** Who handed in a slip signs no sheet, so that nobody counts twice. */
export const hold = action({
  noun: dialogue,
  step: 'hold',
  input: z.object({ online: count(0, peopleMax).optional(), paper: longText(6000).optional() }),
  decide({ record, facts, input, moment }) {
    const row = standing(record)
    const paper = sheetsOf(input.paper ?? '')
    const attendance = { slips: facts.slips, online: input.online ?? 0, paper }
    const people = attendance.slips + attendance.online + paper.reduce((sum, one) => sum + one.people, 0)
    return {
      change: {
        attendance,
        people,
        recorded_on: moment.on,
        publish_by_on: limitOf(row, 'publish', row.held_on, facts)?.due ?? null,
      },
      postings: [{ fact: 'dialogue-held', on_day: row.held_on, kind: row.kind, stage: row.mode, quantity: 1, people }],
    }
  },
})
