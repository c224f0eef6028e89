/** A new commitment takes the place of this one: the old keeps its words, its day and the reason. */
import { z } from 'zod'
import { commitmentForces, commitmentWorkflow } from '../../law/commitment-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, longText } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { headOf } from '../people/queries.ts'
import { commitment } from './commitment.ts'
import { lastDayOf } from './due-day.ts'
import { begun } from './make.ts'
import { endPosting, madePosting } from './postings.ts'

/** The id of what takes its place. */
export const replacementOf = (id: string) => idFrom(id, 'replacement')

/** The new one belongs to the same unit and to the same origin; the head is that of today. */
export const replace = action({
  noun: commitment,
  step: 'replace',
  input: z.object({
    text: longText(4000),
    force: choice(commitmentForces),
    due_on: day(),
    why: longText(2000),
  }),
  reads: (sql, { unit_id, viewer, moment }) => headOf(viewer, sql, unit_id, moment.on),
  decide({ record, facts, input, moment, id }, head) {
    if (Temporal.PlainDate.compare(input.due_on, moment.on) < 0)
      throw new WrongInput([{ field: 'due_on', code: 'promise-day-has-passed' }])
    const { origin_kind, origin_unit_id, origin_id, origin_title, origin_public, helpers } = record!
    const said = { origin_kind, force: input.force, said_on: moment.on }
    const new_id = replacementOf(id)
    return {
      change: { replaced_by_id: new_id, why: input.why, ended_on: moment.on },
      postings: [endPosting('commitment-replaced', record!, moment.on)],
      creates: [
        {
          noun: commitment,
          id: new_id,
          step: 'make',
          state: 'made',
          cite: commitmentWorkflow.make.cite,
          change: {
            ...begun(moment, head),
            ...said,
            origin_unit_id,
            origin_id,
            origin_title,
            origin_public,
            helpers,
            text: input.text,
            named_on: input.due_on,
            due_on: lastDayOf(input.due_on, facts.calendar),
            replaces_id: id,
          },
          postings: [madePosting(said, moment.on)],
        },
      ],
    }
  },
})
