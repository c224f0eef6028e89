/** The settler gives somebody the task to verify. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { holdsPosition } from '../people/queries.ts'
import { chosenId } from '../petitions/inputs.ts'
import { complaint } from './complaint.ts'

/** A new verifier may be named while verification runs. */
export const assignVerification = action({
  noun: complaint,
  step: 'assign-verification',
  input: z.object({ verifier_id: chosenId(), plan: longText(4000) }),
  reads: (sql, { unit_id, input, viewer }) =>
    holdsPosition(viewer, sql, input.verifier_id, unit_id, ['handler', 'reception-officer']),
  decide({ record, input, moment }, holds) {
    if (!holds) throw new WrongInput([{ field: 'verifier_id', code: 'not-a-handler-here' }])
    return {
      change: {
        verifier_id: input.verifier_id,
        handler_id: record!.handler_id ?? input.verifier_id,
        verification: { assigned_on: moment.on.toString(), plan: input.plan, report: null },
      },
    }
  },
})
