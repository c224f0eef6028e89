/** The denouncer writes: an addition, an answer, a wish for protection or for taking it back. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { agree } from '../../platform/input.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { channelId } from './channel.ts'
import { denunciation, type Protection } from './denunciation.ts'
import { sealedFileRows } from './first-form.ts'
import { barredField, sealedFiles } from './inputs.ts'

/**
 * A wish for protection stands from this moment as one that was spoken: an officer confirms it in writing. A wish to take
 * it back is a message and no more: the step `withdraw` follows in private (LTC 2018 Đ33.3).
 */
export const writeFromDenouncer = action({
  noun: denunciation,
  step: 'write-from-denouncer',
  input: z.object({
    asks_protection: agree(),
    files: sealedFiles(),
    fields: envelopeFields.fields,
    ...barredField,
  }),
  sealed: true,
  kept: () => ({}),
  decide({ record, input, id, moment }) {
    const standing = record?.protection && !/^(ended|refused)$/.test(record.protection.stage)
    const asked_on = moment.on.toString()
    const asked: Protection = { stage: 'asked', asked_on, in_writing_on: null, decided_on: null, ended_on: null }
    return {
      change: input.asks_protection && !standing ? { protection: asked } : {},
      rows: [
        ...envelopeRows(channelId(id), { fields: input.fields, keys: [] }),
        ...sealedFileRows(input.files, channelId(id), null, moment.on),
      ],
    }
  },
})
