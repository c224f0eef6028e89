/** A plan for one open record: one at a time. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, longText, uuid } from '../../platform/input.ts'
import { chosenId } from '../petitions/inputs.ts'
import { casePlan, casePlanWorkflow, mayOwn } from './case-plan.ts'
import { isOpenCase, planOf } from './open-work.ts'
import { causes, openKinds } from './terms.ts'

/** What a plan says. */
export const planFields = {
  owner_id: chosenId(),
  cause: choice(causes),
  steps: longText(4000),
  due_on: day(),
}

/** Only for a record that is open in this register and has no running plan. */
export const makePlan = action({
  noun: casePlan,
  step: 'make-plan',
  input: z.object({ record_kind: choice(openKinds), record_id: uuid(), ...planFields }),
  reads: async (sql, { unit_id, input, viewer }) => ({
    owns: await mayOwn(viewer, sql, input.owner_id, unit_id),
    open: await isOpenCase(sql, { unit_id, kind: input.record_kind, id: input.record_id }),
    running: await planOf(sql, { unit_id, id: input.record_id }),
  }),
  decide({ input }, { owns, open, running }) {
    const { cite } = casePlanWorkflow['make-plan']
    if (!open) throw new NotOpen('case-is-open', cite)
    if (running) throw new NotOpen('no-plan-runs', cite)
    if (!owns) throw new WrongInput([{ field: 'owner_id', code: 'not-an-officer-here' }])
    return { change: { ...input, ended_on: null, end_note: null, follows_id: null } }
  },
})
