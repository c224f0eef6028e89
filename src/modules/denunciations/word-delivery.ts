/** Words between units: sealed in the sender's request, handed over as ciphertext, opened by their readers. */
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db, Queryable } from '../../platform/database.ts'
import { idFrom } from '../../platform/uuid.ts'
import { newKey, wipe } from '../../platform/vault/box.ts'
import { type OpenKey, publicKeysOf } from '../../platform/vault/officer-key.ts'
import { type Envelope, openFields, recordKeyFor, sealUnder } from '../../platform/vault/sealed-record.ts'
import { unitOn } from '../units/queries.ts'
import { handInWord } from './hand-in-word.ts'
import { markAnswered } from './mark-answered.ts'
import { readWord } from './read-word.ts'
import { receiveReply } from './receive-reply.ts'
import type { SealedWordRow, SentWord, WordContent, WordKind } from './sealed-word.ts'
import { barredBy, lawfulPeople, unitAbove } from './subject.ts'

/** A word that a step wants to send. `to_unit_id`: a unit, or the one directly above. */
export interface WordWanted {
  kind: WordKind
  to_unit_id: string | 'above'
  title: string
  paragraphs: readonly string[]
  answer_by?: Temporal.PlainDate
  answers_id?: string
}

/** A word ready to be written: its line in the sender's record, and its ciphertext. */
export interface WordSealed {
  word: SentWord
  envelope: Envelope
}

/** From whom and about whom a word is sealed. */
interface Sender {
  viewer: Viewer
  moment: Moment
  unit_id: string
  id: string
  revision: number
  subjects: readonly string[]
  barred: readonly string[]
}

/** Seals a word to those who take in and settle at the receiver, none of them concerned; null where none of them has a key. */
export async function sealWord(sql: Queryable, sender: Sender, wanted: WordWanted): Promise<WordSealed | null> {
  const { viewer, moment, id, subjects, barred } = sender
  const to_unit_id = wanted.to_unit_id === 'above' ? await unitAbove(sql, sender.unit_id, moment.on) : wanted.to_unit_id
  const unit = to_unit_id === null ? null : await unitOn(viewer, sql, to_unit_id, moment.on)
  if (!unit) return null
  const people = (await lawfulPeople(sql, unit.id, moment.on)).filter((one) => !barred.includes(one.account_id))
  const keys = await publicKeysOf(
    sql,
    people.map((one) => one.account_id),
  )
  if (keys.length === 0) return null
  const word_id = idFrom(id, `word/${sender.revision + 1}`)
  const words: WordContent = { title: wanted.title, paragraphs: wanted.paragraphs, subjects }
  const key = newKey()
  const envelope = sealUnder(word_id, { words }, key, keys)
  wipe(key)
  return {
    word: {
      id: word_id,
      to_unit_id: unit.id,
      to_unit_name: unit.name,
      kind: wanted.kind,
      on: moment.on.toString(),
      answer_by: wanted.answer_by?.toString() ?? null,
      answers_id: wanted.answers_id ?? null,
    },
    envelope,
  }
}

/** Ids of a word on its way. */
export interface WordOnItsWay {
  unit_id: string
  id: string
  to_unit_id: string
  word_id: string
}

/** Hands a word over; harmless when done before. An answer closes its demand on both sides. */
export async function deliverWord(db: Db, on_way: WordOnItsWay, moment: Moment): Promise<void> {
  const { unit_id, id, to_unit_id, word_id } = on_way
  const viewer = clockViewer(moment.on)
  const input = { from_unit_id: unit_id, from_id: id, word_id }
  await perform(db, handInWord, { viewer, unit_id: to_unit_id, id: word_id, input, moment })
  const answer = await wordRow(db.pool, to_unit_id, word_id)
  if (!answer?.answers_id) return
  const demand = await wordRow(db.pool, unit_id, answer.answers_id)
  if (demand?.kind !== 'demand' || demand.from_unit_id !== to_unit_id) return
  await unlessDone(() => perform(db, markAnswered, { viewer, unit_id, id: demand.id, input: {}, moment }))
  const asked = { viewer, unit_id: to_unit_id, id: demand.from_id, input: {}, moment }
  await unlessDone(() => perform(db, receiveReply, asked))
}

/** The job may come again after everything was done, or after a person recorded the answer by hand. */
async function unlessDone(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    if (!(fault instanceof NotOpen || fault instanceof Stale)) throw fault
  }
}

async function wordRow(sql: Queryable, unit_id: string, id: string): Promise<SealedWordRow | null> {
  const { rows } = await sql.query<SealedWordRow>('select * from sealed_word where unit_id = $1 and id = $2', [
    unit_id,
    id,
  ])
  return rows[0] ?? null
}

/** Opens a word with the reader's own key. The event of the reading is written before anything is returned. */
export async function openWord(
  db: Db,
  at: { viewer: Viewer; unit_id: string; id: string; key: OpenKey; moment: Moment },
): Promise<{ row: SealedWordRow; content: WordContent }> {
  const { viewer, unit_id, id, key, moment } = at
  const row = await wordRow(db.pool, unit_id, id)
  const word_key = key.account_id === viewer.account_id ? await recordKeyFor(db.pool, unit_id, id, key) : null
  if (!row || word_key === null) throw new NotOpen('not-yours', '', 404)
  try {
    const all = await openFields(db.pool, unit_id, id, word_key)
    // What `sealWord` seals has this shape.
    const content = all.findLast((one) => one.name === 'words')!.content as WordContent
    const barred = await barredBy(db.pool, content.subjects, moment.on)
    await perform(db, readWord, { viewer, unit_id, id, input: { barred }, moment })
    return { row, content }
  } finally {
    wipe(word_key)
  }
}
