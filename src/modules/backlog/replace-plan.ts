/** Another plan takes this one's place, with the reason; the old one stays in the list. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { casePlan, casePlanWorkflow, mayOwn } from './case-plan.ts'
import { planFields } from './make-plan.ts'

/** A new day is a new plan: the first day stays to be seen. */
export const replacePlan = action({
  noun: casePlan,
  step: 'replace-plan',
  input: z.object({ reason: longText(2000), ...planFields }),
  reads: (sql, { unit_id, input, viewer }) => mayOwn(viewer, sql, input.owner_id, unit_id),
  decide({ record, input, moment }, owns) {
    if (!owns) throw new WrongInput([{ field: 'owner_id', code: 'not-an-officer-here' }])
    const { reason, ...said } = input
    const { record_kind, record_id } = record!
    const next = { record_kind, record_id, ...said, ended_on: null, end_note: null, follows_id: record!.id }
    return {
      change: { end_note: reason, ended_on: moment.on },
      creates: [
        {
          noun: casePlan,
          id: idFrom(record!.id, 'next-plan'),
          step: 'make-plan',
          state: 'open',
          cite: casePlanWorkflow['make-plan'].cite,
          change: next,
        },
      ],
    }
  },
})
