/** `record-session`: an instrument was studied on a day that has come. */
import { z } from 'zod'
import { sessionModes } from '../../law/instrument-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, count, day, text } from '../../platform/input.ts'
import { instrumentById } from './queries.ts'
import { readReference, reference } from './references.ts'
import { sessionPosting, studySession } from './study-session.ts'

/** `people`: how many of the unit itself; other units are noted one by one. */
export const recordSession = action({
  noun: studySession,
  step: 'record-session',
  input: z.object({
    instrument: reference(),
    held_on: day(),
    place: text(200),
    mode: choice(sessionModes),
    people: count(1, 100_000),
  }),
  reads: async (sql, { input, viewer }) => {
    const found = readReference(input.instrument)
    return found ? await instrumentById(viewer, sql, found.unit_id, found.id) : null
  },
  decide({ input, unit_id }, found) {
    if (!found || found.state === 'void') throw new WrongInput([{ field: 'instrument', code: 'no-such-instrument' }])
    const { held_on, place, mode, people } = input
    if (Temporal.PlainDate.compare(held_on, found.issued_on) < 0)
      throw new WrongInput([{ field: 'held_on', code: 'day-before-issue' }])
    const change = {
      instrument_unit_id: found.unit_id,
      instrument_id: found.id,
      held_on,
      place,
      mode,
      attendance: [{ unit_id, people }],
      people,
      questions: [],
    }
    return { change, postings: [sessionPosting(change)] }
  },
})
