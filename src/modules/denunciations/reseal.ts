/** An insider seals the record's key to one more person who may have it: a new head, or somebody with a new passphrase. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { denunciation } from './denunciation.ts'
import { barredField } from './inputs.ts'

/** The contents stay as they are. */
export const reseal = action({
  noun: denunciation,
  step: 'reseal',
  input: z.object({ ...barredField, keys: envelopeFields.keys }),
  sealed: true,
  kept: () => ({}),
  decide: ({ input, id }) => ({ change: {}, rows: envelopeRows(id, { fields: [], keys: input.keys }) }),
})
