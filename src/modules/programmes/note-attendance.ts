/** `note-attendance`: how many came from a unit; a unit that stands already gets the new number. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, unitId } from '../../platform/input.ts'
import { checkStanding } from './references.ts'
import { sessionPosting, studySession } from './study-session.ts'

const unitsMax = 400

/** Nought takes the unit off the list. */
export const noteAttendance = action({
  noun: studySession,
  step: 'note-attendance',
  input: z.object({ attending_unit_id: unitId(), people: count(0, 100_000) }),
  reads: (sql, { record, input }) =>
    checkStanding(sql, [input.attending_unit_id], record!.held_on, 'attending_unit_id'),
  decide({ record, input }) {
    const { attending_unit_id: unit_id, people } = input
    const others = record!.attendance.filter((one) => one.unit_id !== unit_id)
    const attendance = people > 0 ? [...others, { unit_id, people }] : others
    if (attendance.length === 0) throw new WrongInput([{ field: 'people', code: 'somebody-attended' }])
    if (attendance.length > unitsMax) throw new WrongInput([{ field: 'attending_unit_id', code: 'too-many-units' }])
    const all = attendance.reduce((sum, one) => sum + one.people, 0)
    return {
      change: { attendance, people: all },
      postings: [sessionPosting(record!, -1), sessionPosting({ ...record!, people: all })],
    }
  },
})
