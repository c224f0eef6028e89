/** An officer writes down what came on paper, by telephone, in a meeting or through the Front: the words, and how many said them. */
import { z } from 'zod'
import { opinionSources, opinionWorkflow } from '../../law/project-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { choice, count, day, longText, uuid } from '../../platform/input.ts'
import { consultationFor, opinion, unweighed } from './opinion.ts'

/** Until the explanation; received on a day on which the consultation ran. */
export const recordOpinion = action({
  noun: opinion,
  step: 'record',
  input: z.object({
    consultation_id: uuid(),
    source: choice(opinionSources),
    received_on: day(),
    people: count(1, 100_000),
    text: longText(),
  }),
  reads: (sql, { unit_id, input }) => consultationFor(sql, unit_id, input.consultation_id),
  decide({ input, moment }, asked) {
    if (!asked) throw new NotOpen('not-yours', '', 404)
    if (asked.state !== 'open' && asked.state !== 'closed')
      throw new NotOpen('consultation-takes-paper', opinionWorkflow.record.cite)
    const fault = (code: string) => new WrongInput([{ field: 'received_on', code }])
    const { received_on } = input
    if (Temporal.PlainDate.compare(received_on, moment.on) > 0) throw fault('day-in-future')
    const within =
      Temporal.PlainDate.compare(received_on, asked.published_on) >= 0 &&
      Temporal.PlainDate.compare(received_on, asked.last_on) <= 0
    if (!within) throw fault('not-within-its-days')
    return { change: { ...input, sender_name: null, sender_phone: null, ...unweighed } }
  },
})
