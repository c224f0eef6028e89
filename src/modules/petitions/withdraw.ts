/** The petitioner takes the petition back before it has been handled. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { reason } from './inputs.ts'
import { petition } from './petition.ts'

/** The letter stays in the register. */
export const withdraw = action({
  noun: petition,
  step: 'withdraw',
  input: z.object({ reason: reason().optional() }),
  decide({ record, moment }) {
    if (record!.processed_on !== null) return { change: {} }
    return {
      change: { processed_on: moment.on, clock: null, nominal_on: null, due_on: null },
      postings: [
        {
          fact: 'petition-processed',
          on_day: moment.on,
          kind: record!.kind ?? record!.asked_kind,
          field: record!.field,
          stage: 'withdraw',
          eligible: false,
          people: record!.signers,
          source: record!.source,
          since_on: record!.received_on,
        },
      ],
    }
  },
})
