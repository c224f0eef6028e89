/** The head names who leaves and who takes over; the list of what is open is fixed. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { holdsPosition } from '../people/queries.ts'
import { chosenId } from '../petitions/inputs.ts'
import { openWorkOf } from './open-work.ts'
import { workHandOver, workHandOverWorkflow } from './work-hand-over.ts'

/** Posts that can take work over. */
export const receiverKinds = ['handler', 'reception-officer'] as const

/** The officer may have lost the post already: what counts is the work that lies with them. */
export const beginHandOver = action({
  noun: workHandOver,
  step: 'begin-hand-over',
  input: z.object({ from_id: chosenId(), to_id: chosenId(), note: longText(4000) }),
  reads: async (sql, { unit_id, input, viewer, moment }) => ({
    receives: await holdsPosition(viewer, sql, input.to_id, unit_id, receiverKinds),
    items: await openWorkOf(sql, { unit_id, account_id: input.from_id, on: moment.on }),
    running: await sql.query(
      `select from work_hand_over where unit_id = $1 and from_id = $2 and state = 'begun' limit 1`,
      [unit_id, input.from_id],
    ),
  }),
  decide({ input, moment }, { receives, items, running }) {
    const { cite } = workHandOverWorkflow['begin-hand-over']
    if (running.rows.length > 0) throw new NotOpen('no-hand-over-runs', cite)
    if (items.length === 0) throw new NotOpen('officer-has-open-work', cite)
    if (!receives) throw new WrongInput([{ field: 'to_id', code: 'not-a-handler-here' }])
    return { change: { ...input, items, begun_on: moment.on, ended_on: null } }
  },
})
