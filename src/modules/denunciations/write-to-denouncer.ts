/** An insider writes to the denouncer, who reads it with the key on their slip. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { files, longText } from '../../platform/input.ts'
import { faultsOf, fieldsOf } from '../../platform/read-form.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { wipe } from '../../platform/vault/box.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { channelId, channelKeyOf, messagesOf, sealMessage } from './channel.ts'
import { denunciation } from './denunciation.ts'
import { sealedFileRows } from './first-form.ts'
import { barredField, sealedFiles } from './inputs.ts'
import { opened } from './opening.ts'
import { sealedRecord } from './queries.ts'
import { keepSealed } from './sealed-file.ts'
import { again, refuseWhatWasNotSeen, type SealedStep } from './sealed-step.ts'

const form = z.object({ text: longText(), files: files().optional() })

const written = action({
  noun: denunciation,
  step: 'write-to-denouncer',
  input: z.object({ files: sealedFiles(), fields: envelopeFields.fields, ...barredField }),
  sealed: true,
  kept: () => ({}),
  decide: ({ input, id, viewer, moment }) => ({
    change: {},
    rows: [
      ...envelopeRows(channelId(id), { fields: input.fields, keys: [] }),
      ...sealedFileRows(input.files, channelId(id), viewer.account_id, moment.on),
    ],
  }),
})

/** A question or a word for the denouncer, with files. Nothing of it is sent anywhere: it waits behind the key. */
export const writeToDenouncer: SealedStep = {
  step: 'write-to-denouncer',
  form,
  action: written,
  take: (db, opening, given) =>
    again(async () => {
      const typed = form.safeParse(given)
      if (!typed.success) throw new WrongInput(faultsOf(typed.error, fieldsOf(form), Object(given)))
      const { viewer, unit_id, id, moment, data = '', uploads = [] } = opening
      return opened(db, opening, async ({ barred, record_key }) => {
        const found = await sealedRecord(viewer, db.pool, { unit_id, id, moment })
        if (!found) throw new NotOpen('not-yours', '', 404)
        await refuseWhatWasNotSeen(db, opening)
        const key = channelKeyOf(record_key)
        try {
          const { next } = await messagesOf(db.pool, unit_id, id, key)
          const kept = await keepSealed(data, unit_id, channelId(id), uploads, key)
          const message = sealMessage(
            id,
            next,
            {
              id: uuidv7(),
              from: 'office',
              kind: 'question',
              on: moment.on.toString(),
              by: viewer.name,
              text: typed.data.text,
              files: kept.map((file) => file.id),
            },
            key,
          )
          const input = { barred, files: kept, fields: [message] }
          return await perform(db, written, { viewer, unit_id, id, revision: found.record.revision, input, moment })
        } finally {
          wipe(key)
        }
      })
    }),
}
