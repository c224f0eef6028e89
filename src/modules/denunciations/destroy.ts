/** The end of a sealed record: its keys, contents, letters, files and words are erased behind one event, and a certificate stays. */
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, Stale, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { mustAgree } from '../../platform/input.ts'
import { faultsOf, fieldsOf } from '../../platform/read-form.ts'
import { idFrom } from '../../platform/uuid.ts'
import { newKey, wipe } from '../../platform/vault/box.ts'
import { publicKeysOf } from '../../platform/vault/officer-key.ts'
import { envelopeFields, envelopeRows, sealKeyTo } from '../../platform/vault/sealed-record.ts'
import { recoverers } from '../custody/custodians.ts'
import { pathOf } from '../files/keep-file.ts'
import { letterhead } from '../notices/letterhead.ts'
import { channelId } from './channel.ts'
import { type DenunciationRow, denunciation } from './denunciation.ts'
import { destroyWord } from './destroy-word.ts'
import { extractId } from './extract-key.ts'
import { barredField } from './inputs.ts'
import { inWords } from './letter-words.ts'
import { type Opening, opened } from './opening.ts'
import { letterDocument, type PrivateLetter, sealLetter } from './private-letter.ts'
import { sealedRecord } from './queries.ts'
import { again, refuseWhatWasNotSeen, type SealedStep } from './sealed-step.ts'
import type { SealedWordRow } from './sealed-word.ts'
import { lawfulPeople } from './subject.ts'

/** Under which id the certificate is sealed. */
export function certificateId(id: string): string {
  return idFrom(id, 'certificate')
}

const form = z.object({ confirmed: mustAgree() })
const hidden = { field: 'hidden' } as const

const destroyed = action({
  noun: denunciation,
  step: 'destroy',
  input: z.object({
    ...barredField,
    letter: z.object({ id: z.uuid(), content: z.string().max(400_000) }).meta(hidden),
    keys: envelopeFields.keys,
  }),
  sealed: true,
  kept: () => ({}),
  decide: ({ record, input, id, moment }) => ({
    change: { certificate_id: certificateId(id), hold_until: null },
    documents: [letterDocument(input.letter, moment)],
    rows: [
      { table: 'destroyed_part', rows: partsOf(record!).map((part_id) => ({ record_id: id, part_id })) },
      ...envelopeRows(certificateId(id), { fields: [], keys: input.keys }),
    ],
    jobs: [{ task: 'erase-destroyed', payload: { id } }],
  }),
})

/** Ids under which something of a record lies besides its own. */
function partsOf({ id, sent_words }: Pick<DenunciationRow, 'id' | 'sent_words'>): string[] {
  return [channelId(id), extractId(id), ...sent_words.map((word) => word.id)]
}

/** Says how many records of which year were destroyed, never whose. */
function certificate(record: DenunciationRow, moment: Moment, kept_until: Temporal.PlainDate): PrivateLetter {
  return {
    type: 'GIẤY',
    about: 'Chứng nhận đã hủy hồ sơ hết thời hạn lưu giữ',
    to: [],
    paragraphs: [
      `Số hồ sơ đã hủy: 01 hồ sơ của sổ riêng năm ${record.register_year}.`,
      `Hủy ${inWords(moment.on)}; thời hạn lưu giữ đã hết ${inWords(kept_until)}.`,
      'Khóa, nội dung, văn bản, tệp và lời trao đổi của hồ sơ đã bị xóa, không khôi phục được từ hệ thống. Bản sao lưu cũ hết theo thời hạn của bản sao lưu.',
    ],
  }
}

/** Destroys a record whose time has come. What was sealed cannot be had back by anybody. */
export const destroy: SealedStep = {
  step: 'destroy',
  form,
  action: destroyed,
  take: async (db, opening, given) => {
    const typed = form.safeParse(given)
    if (!typed.success) throw new WrongInput(faultsOf(typed.error, fieldsOf(form), Object(given)))
    const { unit_id, id, moment, data = '' } = opening
    const performed = await again(() =>
      opened(db, opening, async ({ barred }) => {
        await refuseWhatWasNotSeen(db, opening)
        return destroyOpened(db, opening, barred)
      }),
    )
    await eraseDestroyed(db, data, { unit_id, id }, moment)
    return performed
  },
}

async function destroyOpened(db: Db, { viewer, unit_id, id, moment }: Opening, barred: string[]) {
  const found = await sealedRecord(viewer, db.pool, { unit_id, id, moment })
  if (!found) throw new NotOpen('not-yours', '', 404)
  const { record, facts } = found
  const people = (await lawfulPeople(db.pool, unit_id, moment.on)).filter((one) => !barred.includes(one.account_id))
  const insiders = await publicKeysOf(
    db.pool,
    people.map((one) => one.account_id),
  )
  const custodians = await recoverers(db.pool, unit_id, barred, moment.on)
  const readers = new Map([...insiders, ...custodians].map((one) => [one.key_id, one]))
  const key = newKey()
  try {
    const head = await letterhead(db.pool, unit_id, moment.on)
    const said = certificate(record, moment, facts.retention?.kept_until ?? moment.on)
    const letter = { id: idFrom(id, 'certificate/letter'), content: sealLetter(certificateId(id), said, head, key) }
    const input = { barred, letter, keys: sealKeyTo(key, [...readers.values()]) }
    return await perform(db, destroyed, { viewer, unit_id, id, revision: record.revision, input, moment })
  } finally {
    wipe(key)
  }
}

/** Erases what an event has destroyed, and the words that went with it. Harmless when done before. */
export async function eraseDestroyed(
  db: Db,
  data: string,
  { unit_id, id }: { unit_id: string; id: string },
  moment: Moment,
): Promise<void> {
  const { rows } = await db.pool.query<{ stored: string }>(
    `select a.stored from attachment a where a.unit_id = $1 and a.sealed
       and (a.record_id = $2 or a.record_id in (select part_id from destroyed_part where unit_id = $1 and record_id = $2))
       and not exists (select from attachment o where o.unit_id = a.unit_id and o.stored = a.stored and o.record_id <> a.record_id)`,
    [unit_id, id],
  )
  await db.pool.query('select erase_destroyed($1, $2)', [unit_id, id])
  for (const { stored } of rows) await rm(pathOf(data, unit_id, stored), { force: true })
  await destroyWords(db, unit_id, id, moment)
}

/** Words that the record sent lie at their receivers, the answers to them here. */
async function destroyWords(db: Db, unit_id: string, id: string, moment: Moment): Promise<void> {
  const { rows } = await db.pool.query<Pick<SealedWordRow, 'unit_id' | 'id'>>(
    `with sent as (select (w ->> 'id')::uuid as id, (w ->> 'to_unit_id')::uuid as unit_id
       from denunciation d, jsonb_array_elements(d.sent_words) w where d.unit_id = $1 and d.id = $2 and d.state = 'destroyed')
     select w.unit_id, w.id from sealed_word w join sent using (unit_id, id)
     union select w.unit_id, w.id from sealed_word w join sent on w.unit_id = $1 and w.answers_id = sent.id`,
    [unit_id, id],
  )
  const viewer = clockViewer(moment.on)
  for (const word of rows) {
    try {
      await perform(db, destroyWord, { viewer, unit_id: word.unit_id, id: word.id, input: {}, moment })
    } catch (fault) {
      if (!(fault instanceof NotOpen || fault instanceof Stale)) throw fault
    }
    await db.pool.query('select erase_destroyed($1, $2)', [word.unit_id, word.id])
  }
}
