/** The key of a word that another unit sent here goes to the successor too, when its holder leaves. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { uuid } from '../../platform/input.ts'
import { wipe } from '../../platform/vault/box.ts'
import type { PublicKey } from '../../platform/vault/officer-key.ts'
import {
  envelopeFields,
  envelopeRows,
  openFields,
  recordKeyFor,
  sealKeyTo,
} from '../../platform/vault/sealed-record.ts'
import { endRow, eraseJob } from './ended-keys.ts'
import { barredField } from './inputs.ts'
import type { Opening } from './opening.ts'
import { sealedWord, type WordContent } from './sealed-word.ts'
import { barredBy } from './subject.ts'

/** The step: the successor's key comes, the actor's goes. */
export const handOnWord = action({
  noun: sealedWord,
  step: 'hand-on-word',
  input: z.object({ ...barredField, successor_id: uuid(), own_key_id: uuid(), keys: envelopeFields.keys }),
  sealed: true,
  kept: () => ({}),
  decide: ({ input, id }) => ({
    change: {},
    rows: [...envelopeRows(id, { fields: [], keys: input.keys }), endRow(id, input.own_key_id)],
    jobs: [eraseJob(id)],
  }),
})

/** Hands one word on; throws a stranger's answer where the viewer's key does not open it. */
export async function handWordOn(db: Db, leaver: Opening, to: PublicKey, holds: boolean): Promise<void> {
  const { viewer, unit_id, id, key, moment } = leaver
  const word_key = key.account_id === viewer.account_id ? await recordKeyFor(db.pool, unit_id, id, key) : null
  if (word_key === null) throw new NotOpen('not-yours', '', 404)
  try {
    const all = await openFields(db.pool, unit_id, id, word_key)
    // What `sealWord` seals has this shape.
    const { subjects } = all.findLast((one) => one.name === 'words')!.content as WordContent
    const barred = await barredBy(db.pool, subjects, moment.on)
    const keys = holds ? [] : sealKeyTo(word_key, [to])
    const input = { barred, successor_id: to.account_id, own_key_id: key.key_id, keys }
    await perform(db, handOnWord, { viewer, unit_id, id, input, moment })
  } finally {
    wipe(word_key)
  }
}
