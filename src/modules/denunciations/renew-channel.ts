/** The denouncer lost the slip and came in person: an insider gives a new key, and the old one opens nothing any more. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { longText, mustAgree } from '../../platform/input.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { wipe } from '../../platform/vault/box.ts'
import { envelopeFields, envelopeRows, sealField } from '../../platform/vault/sealed-record.ts'
import {
  channelField,
  channelFor,
  channelId,
  channelKeyOf,
  channelOf,
  channelRows,
  messagesOf,
  sealMessage,
} from './channel.ts'
import { denunciation } from './denunciation.ts'
import { eraseEndedKeys, eraseJob } from './ended-keys.ts'
import { barredField } from './inputs.ts'
import { type Opening, opened } from './opening.ts'
import { sealedRecord } from './queries.ts'
import { again } from './sealed-step.ts'

/** Its form. `how`: what showed that this is the sender; sealed with the record. */
export const renewChannelForm = z.object({ checked: mustAgree(), how: longText(1000) })

/** The step: the newest key counts from its event on. */
export const renewChannel = action({
  noun: denunciation,
  step: 'renew-channel',
  input: z.object({
    ...barredField,
    channel: channelField,
    version: z.int().min(2).max(1000),
    fields: envelopeFields.fields,
    told: envelopeFields.fields,
  }),
  sealed: true,
  kept: () => ({}),
  decide: ({ input, id }) => ({
    change: {},
    rows: [
      ...envelopeRows(id, { fields: input.fields, keys: [] }),
      ...envelopeRows(channelId(id), { fields: input.told, keys: [] }),
      ...channelRows(id, input.channel, input.version),
    ],
    jobs: [eraseJob(id)],
  }),
})

/** Gives the channel this new key. The old one is erased; messages stay as they are. */
export async function renewChannelOf(
  db: Db,
  opening: Opening,
  given: { slip: string; how: string },
): Promise<Performed> {
  const { viewer, unit_id, id, moment } = opening
  const performed = await again(() =>
    opened(db, opening, async ({ barred, all, record_key }) => {
      const found = await sealedRecord(viewer, db.pool, { unit_id, id, moment })
      const channel = await channelOf(db.pool, unit_id, id)
      if (!found) throw new NotOpen('not-yours', '', 404)
      const on = moment.on.toString()
      const steps = all.filter((one) => one.name === 'step').map((one) => one.version)
      const written = { step: 'renew-channel', by: viewer.name, on, answers: { how: given.how } }
      const key = channelKeyOf(record_key)
      try {
        const { next } = await messagesOf(db.pool, unit_id, id, key)
        const message = {
          id: uuidv7(),
          from: 'office',
          kind: 'renewed',
          on,
          by: viewer.name,
          text: '',
          files: [],
        } as const
        const input = {
          barred,
          channel: channelFor(given.slip, record_key),
          version: (channel?.version ?? 1) + 1,
          fields: [sealField(id, 'step', Math.max(0, ...steps) + 1, written, record_key)],
          told: [sealMessage(id, next, message, key)],
        }
        return await perform(db, renewChannel, { viewer, unit_id, id, revision: found.record.revision, input, moment })
      } finally {
        wipe(key)
      }
    }),
  )
  await eraseEndedKeys(db, unit_id, id)
  return performed
}
