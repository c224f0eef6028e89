/** Whoever leaves hands the keys of all sealed records of a unit to a successor, in one act, and keeps none. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { uuid } from '../../platform/input.ts'
import { type PublicKey, publicKeysOf } from '../../platform/vault/officer-key.ts'
import { envelopeFields, envelopeRows, sealKeyTo } from '../../platform/vault/sealed-record.ts'
import { denunciation } from './denunciation.ts'
import { endRow, eraseEndedKeys, eraseJob } from './ended-keys.ts'
import { handWordOn } from './hand-on-word.ts'
import { barredField } from './inputs.ts'
import { type Opening, opened } from './opening.ts'
import { again } from './sealed-step.ts'

/** The step on one record: the successor's key comes, the actor's goes. */
export const handOn = action({
  noun: denunciation,
  step: 'hand-on',
  input: z.object({ ...barredField, successor_id: uuid(), own_key_id: uuid(), keys: envelopeFields.keys }),
  sealed: true,
  kept: () => ({}),
  decide: ({ input, id }) => ({
    change: {},
    rows: [...envelopeRows(id, { fields: [], keys: input.keys }), endRow(id, input.own_key_id)],
    jobs: [eraseJob(id)],
  }),
})

/** What came of it: records and words of other units handed on, and those that the successor may not have. */
export interface HandedOn {
  handed_on: number
  kept: number
}

/** Hands on every key that the viewer holds without end in this unit. */
export async function handOnAll(db: Db, leaver: Omit<Opening, 'id'>, successor_id: string): Promise<HandedOn> {
  const { viewer, unit_id, key } = leaver
  const [to] = await publicKeysOf(db.pool, [successor_id])
  if (!to || successor_id === viewer.account_id) throw new WrongInput([{ field: 'successor_id', code: 'has-no-key' }])
  const { rows } = await db.pool.query<{ id: string; holds: boolean; word: boolean }>(
    `select h.id, h.word, exists (select from record_key s where s.unit_id = $1 and s.record_id = h.id and s.key_id = $3) as holds
     from record_key k join (select unit_id, id, false as word from denunciation union all select unit_id, id, true from sealed_word) h
       on h.unit_id = k.unit_id and h.id = k.record_id
     where k.unit_id = $1 and k.key_id = $2 and k.until_on is null order by h.id`,
    [unit_id, key.key_id, to.key_id],
  )
  const done: HandedOn = { handed_on: 0, kept: 0 }
  for (const { id, holds, word } of rows) {
    try {
      if (word) await handWordOn(db, { ...leaver, id }, to, holds)
      else await handRecordOn(db, { ...leaver, id }, to, holds)
      await eraseEndedKeys(db, unit_id, id)
      done.handed_on += 1
    } catch (fault) {
      if (!(fault instanceof NotOpen)) throw fault
      done.kept += 1
    }
  }
  return done
}

async function handRecordOn(db: Db, leaver: Opening, to: PublicKey, holds: boolean): Promise<void> {
  const { viewer, unit_id, id, key, moment } = leaver
  await opened(db, leaver, ({ barred, record_key }) => {
    const keys = holds ? [] : sealKeyTo(record_key, [to])
    const input = { barred, successor_id: to.account_id, own_key_id: key.key_id, keys }
    return again(() => perform(db, handOn, { viewer, unit_id, id, input, moment }))
  })
}
