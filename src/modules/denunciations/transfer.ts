/** The denunciation goes, once, to the unit that may settle it: sealed anew to the receiver's people. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { agree, unitId } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { unitOn } from '../units/queries.ts'
import { channelField, channelId, channelRows } from './channel.ts'
import { areLawful, someSettles } from './conditions.ts'
import { denunciation, processedPosting } from './denunciation.ts'
import { sealedFileRows } from './first-form.ts'
import { barredField, sealedFiles } from './inputs.ts'
import { lawfulPeople } from './subject.ts'

/** The id of the record that the receiver gets. */
export function receivedId(id: string, receiver_unit_id: string): string {
  return idFrom(id, `received-by/${receiver_unit_id}`)
}

/**
 * The receiver's copy lies here as ciphertext until the job hands it over: the job opens nothing and carries ids alone.
 */
export const transfer = action({
  noun: denunciation,
  step: 'transfer',
  input: z.object({
    receiver_unit_id: unitId(),
    within_competence: agree(),
    files: sealedFiles(),
    channel: channelField,
    messages: z.array(envelopeFields.fields.element).max(1000).meta({ field: 'hidden' }),
    message_files: sealedFiles(),
    ...barredField,
    ...envelopeFields,
  }),
  sealed: true,
  kept: () => ({}),
  reads: async (sql, { input, viewer, moment }) => ({
    receiver: await unitOn(viewer, sql, input.receiver_unit_id, moment.on),
    lawful: await lawfulPeople(sql, input.receiver_unit_id, moment.on),
  }),
  decide({ record, input, viewer, moment, unit_id, id }, { receiver, lawful }) {
    if (!record) throw new Error('transfer without a record')
    if (!receiver || receiver.id === unit_id)
      throw new WrongInput([{ field: 'receiver_unit_id', code: 'not-a-receiver' }])
    if (!areLawful(input.keys, lawful, input.barred) || !someSettles(input.keys, lawful))
      throw new NotOpen('sealed-for-lawful-people-only', 'LTC 2018 Đ8')
    const denunciation_id = receivedId(id, receiver.id)
    const sent_to = { unit_id: receiver.id, denunciation_id, unit_name: receiver.name, on: moment.on.toString() }
    return {
      change: { sent_to, eligible: true, processed_on: moment.on, processed_by_step: 'transfer' },
      postings: [processedPosting(record, moment.on, { stage: 'transfer', eligible: true })],
      rows: [
        ...envelopeRows(denunciation_id, input),
        ...channelRows(denunciation_id, input.channel),
        ...envelopeRows(channelId(denunciation_id), { fields: input.messages, keys: [] }),
        ...sealedFileRows(input.message_files, channelId(denunciation_id), viewer.account_id, moment.on),
        ...sealedFileRows(input.files, denunciation_id, viewer.account_id, moment.on),
      ],
      jobs: [{ task: 'deliver-sealed', payload: { id, to_unit_id: receiver.id, to_id: denunciation_id } }],
    }
  },
})
