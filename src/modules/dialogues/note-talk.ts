/** A talk with the people along the project: day, place, how many, what was asked and answered. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, day, longText, text, uuid } from '../../platform/input.ts'
import { project } from './project.ts'

const talksMax = 200

/** Nobody is named, and nobody's agreement is written down: there is no field for it. */
export const noteTalk = action({
  noun: project,
  step: 'note-talk',
  input: z.object({
    talk_id: uuid(),
    held_on: day(),
    place: text(200),
    people: count(1, 100_000),
    asked: longText(4000),
    answered: longText(4000),
  }),
  decide({ record, input, viewer, moment }) {
    const { talks } = record!
    if (Temporal.PlainDate.compare(input.held_on, moment.on) > 0)
      throw new WrongInput([{ field: 'held_on', code: 'day-in-future' }])
    if (talks.length >= talksMax) throw new WrongInput([{ field: 'asked', code: 'too-many-talks' }])
    if (talks.some((one) => one.id === input.talk_id)) throw new WrongInput([{ field: 'asked', code: 'noted-already' }])
    const { talk_id, held_on, ...said } = input
    const talk = { id: talk_id, on: held_on.toString(), ...said, noted_on: moment.on.toString(), by: viewer.name }
    return { change: { talks: [...talks, talk] } }
  },
})
