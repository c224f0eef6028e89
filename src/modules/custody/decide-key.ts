/** A custodian's decision on a request. Its ground is sealed under the request's own key before the step. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, text } from '../../platform/input.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { keyRequest } from './key-request.ts'

/** The form of both decisions. */
export const decisionForm = z.object({
  decision: choice(['grant', 'refuse']),
  ground: text(1000, { field: 'long-text' }),
})

const input = z.object({ fields: envelopeFields.fields })

/** `grant-key`: an insider may now seal a key to the asker, or two custodians recover one. */
export const grantKey = action({
  noun: keyRequest,
  step: 'grant-key',
  input,
  sealed: true,
  kept: () => ({}),
  decide: ({ input, viewer, moment, id }) => ({
    change: { decided_by: viewer.account_id, decided_on: moment.on },
    rows: envelopeRows(id, { fields: input.fields, keys: [] }),
  }),
})

/** `refuse-key`: with the ground, which the asker reads. */
export const refuseKey = action({
  noun: keyRequest,
  step: 'refuse-key',
  input,
  sealed: true,
  kept: () => ({}),
  decide: ({ input, viewer, moment, id }) => ({
    change: { decided_by: viewer.account_id, decided_on: moment.on, ended_on: moment.on },
    rows: envelopeRows(id, { fields: input.fields, keys: [] }),
  }),
})
