/** What an insider does with an opened key: read, correct, transfer, seal to one more. */
import type { z } from 'zod'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { newKey, Shut, wipe } from '../../platform/vault/box.ts'
import { failAtService } from '../../platform/vault/key-service.ts'
import { type OpenKey, publicKeysOf } from '../../platform/vault/officer-key.ts'
import {
  type Opened,
  openFields,
  recordKeyFor,
  type SealedName,
  sealField,
  sealKeyTo,
  sealUnder,
} from '../../platform/vault/sealed-record.ts'
import { recoveryPairs } from '../custody/custodians.ts'
import type { KeptFile } from '../files/keep-file.ts'
import {
  type ChannelMessage,
  channelId,
  channelKeyOf,
  channelOf,
  channelTo,
  messagesOf,
  type NewChannel,
  sealMessage,
} from './channel.ts'
import { correct } from './correct.ts'
import { openExtractFields, type StepWritten, stepsIn } from './extract-key.ts'
import type { correctInput, Mended, Person, SealedWords } from './inputs.ts'
import { composePrivateLetter, type PrivateLetterLine, privateLettersOf } from './private-letter.ts'
import { read } from './read.ts'
import { receive } from './receive.ts'
import { reseal } from './reseal.ts'
import { bytesOf, filesOf, keepSealed, type SealedFile } from './sealed-file.ts'
import { barredBy, lawfulPeople, type Subject, settlesHere } from './subject.ts'
import { isUnnamed } from './tells.ts'
import { receivedId, transfer } from './transfer.ts'

/** One insider at one record. */
export interface Opening {
  viewer: Viewer
  unit_id: string
  id: string
  /** The viewer's own key, opened for this request. */
  key: OpenKey
  moment: Moment
  /** The data folder: needed where the record has files. */
  data?: string
}

/** What the record says, and every content as it was before it was mended. */
export interface OpenedDenunciation {
  person: Person
  subject: Subject
  words: SealedWords
  files: readonly SealedFile[]
  before: readonly { name: SealedName; content: unknown; mended: Mended }[]
  /** What was written at each step, the first one first; what the verifier reported stands among them. */
  steps: readonly StepWritten[]
  letters: readonly PrivateLetterLine[]
  /** The channel with the denouncer; null where there is none. */
  channel: { messages: readonly ChannelMessage[]; files: readonly SealedFile[] } | null
}

/** What lies sealed of every record, in its last version. */
export interface Contents {
  person: Person & { mended?: Mended }
  subject: Subject & { mended?: Mended }
  words: SealedWords & { mended?: Mended }
}

/** An opened record, for as long as the request needs it. */
export interface FoundOpen {
  contents: Contents
  all: Opened[]
  barred: string[]
  record_key: Buffer
}

/** Opens the record for `work`, with those barred by it today; answers a stranger as if there were no such record. */
export async function opened<T>(
  db: Db,
  { viewer, unit_id, id, key, moment }: Opening,
  work: (found: FoundOpen) => Promise<T>,
): Promise<T> {
  const record_key = key.account_id === viewer.account_id ? await recordKeyFor(db.pool, unit_id, id, key) : null
  if (record_key === null) throw new NotOpen('not-yours', '', 404)
  try {
    const all = await openFields(db.pool, unit_id, id, record_key).catch((fault) => {
      // What the key service gave back opens nothing.
      if (fault instanceof Shut && key.held) failAtService('key-service-wrong')
      throw fault
    })
    // The last version of each name; what `sealing.ts` and `correctDenunciation` seal has this shape.
    const contents = Object.fromEntries(all.map((one) => [one.name, one.content])) as unknown as Contents
    const barred = await barredBy(db.pool, contents.subject.account_ids, moment.on)
    return await work({ contents, all, barred, record_key })
  } finally {
    wipe(record_key)
  }
}

/** Opens the record to an insider. The event of the reading is written before anything is returned. */
export async function openDenunciation(db: Db, opening: Opening): Promise<OpenedDenunciation> {
  const { viewer, unit_id, id, moment } = opening
  return opened(db, opening, async ({ contents, all, barred, record_key }) => {
    const files = await filesOf(db.pool, unit_id, id, record_key)
    await perform(db, read, { viewer, unit_id, id, input: { barred }, moment })
    const before = all.flatMap((one) => {
      const after = all.find((other) => other.name === one.name && other.version === one.version + 1)
      const { mended } = (after?.content ?? {}) as { mended?: Mended }
      return mended ? [{ name: one.name, content: one.content, mended }] : []
    })
    const written = [...all, ...(await openExtractFields(db.pool, unit_id, id, record_key))]
    const letters = await privateLettersOf(db.pool, unit_id, id, record_key)
    const channel = await channelIn(db, opening, record_key)
    return { ...contents, files, before, steps: stepsIn(written), letters, channel }
  })
}

async function channelIn(db: Db, { unit_id, id }: Opening, record_key: Buffer): Promise<OpenedDenunciation['channel']> {
  if (!(await channelOf(db.pool, unit_id, id))) return null
  const key = channelKeyOf(record_key)
  try {
    const { messages } = await messagesOf(db.pool, unit_id, id, key)
    return { messages, files: await filesOf(db.pool, unit_id, channelId(id), key) }
  } finally {
    wipe(key)
  }
}

/** Hands one file of the channel to an insider. The event of the reading is written before. */
export async function openChannelFile(
  db: Db,
  opening: Opening,
  file_id: string,
): Promise<{ file: SealedFile; bytes: Buffer }> {
  const { viewer, unit_id, id, moment, data } = opening
  return opened(db, opening, async ({ barred, record_key }) => {
    const key = channelKeyOf(record_key)
    try {
      const file = (await filesOf(db.pool, unit_id, channelId(id), key)).find((one) => one.id === file_id)
      if (!file || data === undefined) throw new NotOpen('not-yours', '', 404)
      await perform(db, read, { viewer, unit_id, id, input: { barred }, moment })
      return { file, bytes: await bytesOf(data, unit_id, channelId(id), file.stored, key) }
    } finally {
      wipe(key)
    }
  })
}

/** Hands one file of the record to an insider. The event of the reading is written before. */
export async function openSealedFile(
  db: Db,
  opening: Opening,
  file_id: string,
): Promise<{ file: SealedFile; bytes: Buffer }> {
  const { viewer, unit_id, id, moment, data } = opening
  return opened(db, opening, async ({ barred, record_key }) => {
    const file = (await filesOf(db.pool, unit_id, id, record_key)).find((one) => one.id === file_id)
    if (!file || data === undefined) throw new NotOpen('not-yours', '', 404)
    await perform(db, read, { viewer, unit_id, id, input: { barred }, moment })
    return { file, bytes: await bytesOf(data, unit_id, id, file.stored, record_key) }
  })
}

/** Hands one letter of the record to an insider as a Word file. The event of the reading is written before. */
export async function openPrivateLetter(
  db: Db,
  opening: Opening,
  letter_id: string,
): Promise<{ name: string; bytes: Buffer }> {
  const { viewer, unit_id, id, moment } = opening
  return opened(db, opening, async ({ barred, record_key }) => {
    const letter = await composePrivateLetter(db.pool, { unit_id, record_id: id, id: letter_id }, record_key)
    if (!letter) throw new NotOpen('not-yours', '', 404)
    await perform(db, read, { viewer, unit_id, id, input: { barred }, moment })
    return letter
  })
}

/** Mends what was sealed: fields left out stay as they are. */
export async function correctDenunciation(
  db: Db,
  opening: Opening,
  typed: z.output<typeof correctInput>,
): Promise<Performed> {
  const { viewer, unit_id, id, moment } = opening
  const { reason, person_name, person_address, identity_number, subject, text } = typed
  const mended: Mended = { reason, by: viewer.name, on: moment.on.toString() }
  return opened(db, opening, async ({ contents, all, barred, record_key }) => {
    const person = { name: person_name, address: person_address, identity_number }
    const wanted = [
      ['person', contents.person, given(person)],
      ['subject', contents.subject, given({ text: subject })],
      ['words', contents.words, given({ text })],
    ] as const
    const fields = wanted
      .filter(([, , change]) => Object.keys(change).length > 0)
      .map(([name, content, change]) => {
        const version = Math.max(...all.filter((one) => one.name === name).map((one) => one.version)) + 1
        return sealField(id, name, version, { ...content, ...change, mended }, record_key)
      })
    if (fields.length === 0) throw new WrongInput([{ field: 'text', code: 'nothing-to-correct' }])
    const unsigned = person_name === undefined ? undefined : isUnnamed(person_name)
    return perform(db, correct, { viewer, unit_id, id, input: { barred, fields, unsigned }, moment })
  })
}

function given(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** Seals the record's key to one more person of the unit. */
export async function resealDenunciation(db: Db, opening: Opening, account_id: string): Promise<Performed> {
  const { viewer, unit_id, id, moment } = opening
  return opened(db, opening, async ({ barred, record_key }) => {
    const [to] = await publicKeysOf(db.pool, [account_id])
    if (!to) throw new WrongInput([{ field: 'account_id', code: 'has-no-key' }])
    const there = await db.pool.query('select from record_key where unit_id = $1 and record_id = $2 and key_id = $3', [
      unit_id,
      id,
      to.key_id,
    ])
    if (there.rows.length > 0) throw new WrongInput([{ field: 'account_id', code: 'holds-the-key-already' }])
    const keys = sealKeyTo(record_key, [to])
    return perform(db, reseal, { viewer, unit_id, id, input: { barred, keys }, moment })
  })
}

/** Transfers the record, once: sealed anew to those who take in and settle at the receiver, none of them concerned. */
export async function transferDenunciation(db: Db, opening: Opening, receiver_unit_id: string): Promise<Performed> {
  const { viewer, unit_id, id, moment, data } = opening
  const performed = await opened(db, opening, async ({ contents, barred, record_key }) => {
    const { person, subject, words } = contents
    const people = (await lawfulPeople(db.pool, receiver_unit_id, moment.on)).filter(
      (one) => !barred.includes(one.account_id),
    )
    const settlers = people.filter((one) => one.settles).map((one) => one.account_id)
    if (settlers.length === 0) throw new WrongInput([{ field: 'receiver_unit_id', code: 'nobody-settles-there' }])
    const keys = await publicKeysOf(
      db.pool,
      people.map((one) => one.account_id),
    )
    if (!keys.some((one) => settlers.includes(one.account_id)))
      throw new WrongInput([{ field: 'receiver_unit_id', code: 'no-key-at-settler' }])
    const to_id = receivedId(id, receiver_unit_id)
    const to_key = newKey()
    const envelope = {
      ...sealUnder(to_id, { person, subject, words }, to_key, keys),
      pairs: await recoveryPairs(db.pool, { unit_id: receiver_unit_id, barred, on: moment.on, record_key: to_key }),
    }
    const open = (await filesOf(db.pool, unit_id, id, record_key)).map((file) => ({
      ...file,
      bytes: () => bytesOf(data ?? '', unit_id, id, file.stored, record_key),
    }))
    const files = await keepSealed(data ?? '', receiver_unit_id, to_id, open, to_key)
    const talk = await channelToReceiver(db, opening, { to_id, receiver_unit_id, record_key, to_key })
    wipe(to_key)
    const within_competence = await settlesHere(db.pool, unit_id, subject.account_ids, moment.on)
    const input = { receiver_unit_id, within_competence, barred, files, ...talk, ...envelope }
    return perform(db, transfer, { viewer, unit_id, id, input, moment })
  })
  const to = { to_unit_id: receiver_unit_id, to_id: receivedId(id, receiver_unit_id) }
  await deliver(db, { unit_id, id, ...to }, moment).catch((fault: unknown) => {
    // The job tries again.
    log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a sealed record waits for its delivery')
  })
  return performed
}

/** The channel goes with the record: the same key opens it there, with everything that was said so far. */
async function channelToReceiver(
  db: Db,
  { unit_id, id, data = '' }: Opening,
  to: { to_id: string; receiver_unit_id: string; record_key: Buffer; to_key: Buffer },
): Promise<{ channel: NewChannel | null; messages: ReturnType<typeof sealMessage>[]; message_files: KeptFile[] }> {
  const row = await channelOf(db.pool, unit_id, id)
  if (!row) return { channel: null, messages: [], message_files: [] }
  const [from_key, key] = [channelKeyOf(to.record_key), channelKeyOf(to.to_key)]
  try {
    const { messages } = await messagesOf(db.pool, unit_id, id, from_key)
    const from = (await filesOf(db.pool, unit_id, channelId(id), from_key)).map((file) => ({
      ...file,
      bytes: () => bytesOf(data, unit_id, channelId(id), file.stored, from_key),
    }))
    const files = await keepSealed(data, to.receiver_unit_id, channelId(to.to_id), from, key)
    const renamed = new Map(from.map((file, index) => [file.id, files[index]?.id ?? '']))
    const moved = messages.map((one) => ({ ...one, files: one.files.map((file) => renamed.get(file) ?? '') }))
    return {
      channel: channelTo(row.door, row.public_key, to.to_key),
      messages: moved.map((one, index) => sealMessage(to.to_id, index + 1, one, key)),
      message_files: files,
    }
  } finally {
    wipe(from_key, key)
  }
}

/** Hands the receiver's ciphertext over; harmless when done before. */
export async function deliver(
  db: Db,
  from: { unit_id: string; id: string; to_unit_id: string; to_id: string },
  moment: Moment,
): Promise<void> {
  const input = { from_unit_id: from.unit_id, from_id: from.id }
  await perform(db, receive, {
    viewer: clockViewer(moment.on),
    unit_id: from.to_unit_id,
    id: from.to_id,
    input,
    moment,
  })
}
