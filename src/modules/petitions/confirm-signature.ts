/** A petition sent without signature becomes signed: digitally, at any desk, or by signed paper. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice } from '../../platform/input.ts'
import { countedAgain, ownEligibility } from './link-case.ts'
import { type PetitionRow, petition } from './petition.ts'

/** The first day stays; acceptance counts from the confirmation. */
export const confirmSignature = action({
  noun: petition,
  step: 'confirm-signature',
  input: z.object({ how: choice(['at-desk', 'paper', 'digital']) }),
  decide({ record, input, viewer, moment }) {
    // Nobody signs by saying so: a digitally signed file is sent as a paper of the case and read at a desk.
    if (viewer.account_id === null) throw new WrongInput([{ field: 'how', code: 'only-at-a-desk' }])
    const change: Partial<PetitionRow> = {
      signature: { how: input.how, on: moment.on.toString(), by: viewer.account_id },
      // What was guided only for lack of a signature is open again.
      points: record!.points.map((point) =>
        point.step === 'guide-unsigned' ? { ...point, step: null, on: null } : point,
      ),
    }
    if (record!.conditions && !record!.conditions.includes('signed')) {
      change.conditions = [...record!.conditions, 'signed']
      change.eligible = ownEligibility({ ...record!, ...change })
    }
    return { change, postings: countedAgain(record!, { ...record!, ...change }) }
  },
})
