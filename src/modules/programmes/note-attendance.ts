/** `note-attendance`: how many came from a unit, or from many at once; a unit that stands already gets the new number. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, longText, unitId } from '../../platform/input.ts'
import { readAttendance } from './attendance-lines.ts'
import { checkStanding } from './references.ts'
import { type Attending, sessionPosting, studySession } from './study-session.ts'

const unitsMax = 4000

/** One unit chosen, or lines pasted. Nought takes a unit off the list. */
export const noteAttendance = action({
  noun: studySession,
  step: 'note-attendance',
  input: z.object({
    attending_unit_id: unitId().optional(),
    people: count(0, 100_000).optional(),
    lines: longText(20_000).optional(),
  }),
  async reads(sql, { record, unit_id, input }): Promise<Attending[]> {
    const { attending_unit_id, people, lines } = input
    const pasted = lines ? await readAttendance(sql, unit_id, record!.held_on, lines) : []
    if (attending_unit_id === undefined) return pasted
    await checkStanding(sql, [attending_unit_id], record!.held_on, 'attending_unit_id')
    if (people === undefined) throw new WrongInput([{ field: 'people', code: 'required' }])
    return [...pasted, { unit_id: attending_unit_id, people }]
  },
  decide({ record }, noted) {
    if (noted.length === 0) throw new WrongInput([{ field: 'attending_unit_id', code: 'choose-one' }])
    const by_unit = new Map(record!.attendance.map((one) => [one.unit_id, one.people]))
    for (const one of noted) by_unit.set(one.unit_id, one.people)
    const attendance = [...by_unit].filter(([, people]) => people > 0).map(([unit_id, people]) => ({ unit_id, people }))
    if (attendance.length === 0) throw new WrongInput([{ field: 'people', code: 'somebody-attended' }])
    if (attendance.length > unitsMax) throw new WrongInput([{ field: 'attending_unit_id', code: 'too-many-units' }])
    const all = attendance.reduce((sum, one) => sum + one.people, 0)
    return {
      change: { attendance, people: all },
      postings: [sessionPosting(record!, -1), sessionPosting({ ...record!, people: all })],
    }
  },
})
