/** The settler gives somebody the task to verify. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { accountName, holdsPosition } from '../people/queries.ts'
import { chosenId } from '../petitions/inputs.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, parties } from './letters.ts'

/** A new verifier may be named while verification runs. */
export const assignVerification = action({
  noun: complaint,
  step: 'assign-verification',
  input: z.object({ verifier_id: chosenId(), plan: longText(4000) }),
  reads: async (sql, { unit_id, input, viewer }) => ({
    holds: await holdsPosition(viewer, sql, input.verifier_id, unit_id, ['handler', 'reception-officer']),
    verifier: await accountName(viewer, sql, input.verifier_id),
  }),
  decide({ record, input, moment, facts }, { holds, verifier }) {
    if (!holds) throw new WrongInput([{ field: 'verifier_id', code: 'not-a-handler-here' }])
    const { to: complainant, petition } = parties(facts)
    const data = { complainant, petition, respondent: record!.respondent, verifier: verifier ?? '', plan: input.plan }
    return {
      documents: [complaintLetter(record!, 'verification-order', 'Giao nhiệm vụ xác minh', data, facts, moment)],
      change: {
        verifier_id: input.verifier_id,
        handler_id: record!.handler_id ?? input.verifier_id,
        verification: { assigned_on: moment.on.toString(), plan: input.plan, report: null },
      },
    }
  },
})
