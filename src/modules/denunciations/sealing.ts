/** The ways in to the closed register: words are sealed here, before `perform`, and opened here, after its event. */

import { WrongInput } from '../../platform/actions/errors.ts'
import type { Performed } from '../../platform/actions/perform.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db, Queryable } from '../../platform/database.ts'
import { newKey, wipe } from '../../platform/vault/box.ts'
import { publicKeysOf } from '../../platform/vault/officer-key.ts'
import { sealUnder } from '../../platform/vault/sealed-record.ts'
import { recoveryPairs } from '../custody/custodians.ts'
import { channelFor } from './channel.ts'
import { handOver } from './hand-over.ts'
import type { DenunciationWords, Person, SealedWords } from './inputs.ts'
import { seal } from './seal.ts'
import { keepSealed, type OpenFile } from './sealed-file.ts'
import { barredBy, holdersOf, lawfulPeople, namedIn, type Subject, unitAbove } from './subject.ts'
import { submit } from './submit.ts'
import { isUnnamed } from './tells.ts'

/** One letter at one desk. `id` is a UUIDv7 of the client: sealing twice with it is harmless. */
export interface Sealing {
  viewer: Viewer
  /** The unit at whose desk it is given. */
  unit_id: string
  id: string
  words: DenunciationWords
  moment: Moment
  /** The key on the slip that the denouncer is given; a channel is opened for it. */
  slip?: string
  /** Files that lie open so far, and the data folder where they are to lie sealed. */
  files?: { data: string; of: readonly OpenFile[] }
}

/** Where it stands now. `handed_over`: at the unit above or for the head alone; the desk keeps no key. */
export interface Sealed extends Performed {
  handed_over: boolean
}

/**
 * Seals a denunciation to the officer who takes it in and to whoever settles it, never to the subject or anybody under
 * the subject. One about a head or a deputy stands in the register of the unit above. Throws WrongInput with
 * `no-key-at-settler` where nobody competent has a key yet: nothing is ever kept open instead.
 */
export async function sealDenunciation(
  db: Db,
  { viewer, unit_id, id, words, moment, slip, files }: Sealing,
): Promise<Sealed> {
  const sql = db.pool
  const subject = await (viewer.via === 'portal' ? publicSubject : subjectOf)(sql, unit_id, words, moment)
  const barred = await barredBy(sql, subject.account_ids, moment.on)
  const settling_id = await settlingUnit(sql, unit_id, subject, moment.on)
  const keeps = settling_id === unit_id && !barred.includes(viewer.account_id ?? '')
  const people = (await lawfulPeople(sql, settling_id, moment.on)).filter(
    (one) =>
      !barred.includes(one.account_id) && (one.settles || settling_id !== unit_id || isForTheDesk(viewer, words)),
  )
  const settlers = people.filter((one) => one.settles).map((one) => one.account_id)
  const wanted = new Set(people.map((one) => one.account_id))
  if (keeps && viewer.account_id) wanted.add(viewer.account_id)
  const keys = await publicKeysOf(sql, [...wanted])
  if (!keys.some((key) => settlers.includes(key.account_id))) at('subject_place', 'no-key-at-settler')
  if (keeps && viewer.via !== 'portal' && !keys.some((key) => key.account_id === viewer.account_id))
    at('', 'set-up-your-key-first')
  const record_key = newKey()
  const envelope = {
    ...sealUnder(id, contentsOf(words, subject), record_key, keys),
    pairs: await recoveryPairs(sql, { unit_id: settling_id, barred, on: moment.on, record_key }),
  }
  const kept = files ? await keepSealed(files.data, settling_id, id, files.of, record_key) : []
  const channel = slip === undefined ? null : channelFor(slip, record_key)
  wipe(record_key)
  const input = {
    received_on: words.received_on,
    source: words.source,
    several: words.several,
    numbered: words.source_number === undefined,
    unsigned: isUnnamed(words.person_name),
    subjects: subject.account_ids,
    barred,
    files: kept,
    channel,
    ...envelope,
  }
  const step = viewer.via === 'portal' ? submit : keeps ? seal : handOver
  const performed = await perform(db, step, { viewer, unit_id: settling_id, id, input, moment })
  return { ...performed, handed_over: !keeps }
}

/**
 * From the portal it is sealed to the desk too, so that somebody takes it in; not where it is about an officer of this unit,
 * who may be the one at the desk.
 */
function isForTheDesk(viewer: Viewer, { subject_place }: DenunciationWords): boolean {
  return viewer.via === 'portal' && subject_place === 'elsewhere'
}

function at(field: string, code: string): never {
  throw new WrongInput([{ field, code }])
}

/** What is sealed, by name. */
function contentsOf(words: DenunciationWords, subject: Subject) {
  const person: Person = {
    name: words.person_name,
    address: words.person_address,
    ...(words.person_phone ? { phone: words.person_phone } : {}),
    ...(words.identity_number ? { identity_number: words.identity_number } : {}),
  }
  const substance: SealedWords = {
    text: words.text,
    ...(words.source_number === undefined ? {} : { source_number: words.source_number }),
  }
  return { person, subject, words: substance }
}

/** Finds the accounts of whom it concerns. */
async function subjectOf(sql: Queryable, unit_id: string, words: DenunciationWords, { on }: Moment): Promise<Subject> {
  const { subject_place: place, subject_id, subject: text } = words
  if (place === 'officer-here' || place === 'deputy-here') {
    if (!subject_id) at('subject_id', 'choose-one')
    return { place, text, unit_id, account_ids: [subject_id] }
  }
  const account_ids = place === 'head-here' ? await holdersOf(sql, unit_id, 'head', on) : subject_id ? [subject_id] : []
  return { place, text, unit_id, account_ids }
}

/** Who sends from the portal chooses nobody from a list: whoever of the unit is named, or leads as was said, is barred. */
async function publicSubject(
  sql: Queryable,
  unit_id: string,
  words: DenunciationWords,
  { on }: Moment,
): Promise<Subject> {
  const { subject_place: place, subject: text } = words
  const leading = place === 'head-here' ? 'head' : place === 'deputy-here' ? 'deputy-head' : null
  const led = leading ? await holdersOf(sql, unit_id, leading, on) : []
  return { place, text, unit_id, account_ids: [...new Set([...led, ...(await namedIn(sql, unit_id, text, on))])] }
}

/** Heads and deputies are settled by the head of the unit directly above (LTC 2018 Đ12), whatever was ticked. */
async function settlingUnit(
  sql: Queryable,
  unit_id: string,
  subject: Subject,
  on: Temporal.PlainDate,
): Promise<string> {
  const leading = [
    ...(await holdersOf(sql, unit_id, 'head', on)),
    ...(await holdersOf(sql, unit_id, 'deputy-head', on)),
  ]
  const leads = subject.place === 'head-here' || subject.place === 'deputy-here'
  if (!leads && !subject.account_ids.some((account_id) => leading.includes(account_id))) return unit_id
  return (await unitAbove(sql, unit_id, on)) ?? at('subject_place', 'no-unit-above')
}
