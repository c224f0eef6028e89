/**
 * What the steps of the sealed proceeding share: the officer's words and the letters are sealed here, before `perform`;
 * only neutral answers pass it in the clear, and only days, states and counts are kept.
 */
import { z } from 'zod'
import type { DenunciationStep } from '../../law/denunciation-workflow.ts'
import { type AnyAction, action, type Decision, type RowsWanted } from '../../platform/actions/action.ts'
import { NotOpen, Stale, WrongInput } from '../../platform/actions/errors.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { faultsOf, fieldsOf } from '../../platform/read-form.ts'
import { idFrom } from '../../platform/uuid.ts'
import { wipe } from '../../platform/vault/box.ts'
import { type Envelope, envelopeFields, envelopeRows, sealField } from '../../platform/vault/sealed-record.ts'
import { type Letterhead, letterhead } from '../notices/letterhead.ts'
import { type ChannelMessage, channelId, channelKeyOf, messagesOf, sealMessage } from './channel.ts'
import { type DenunciationFacts, type DenunciationRow, denunciation } from './denunciation.ts'
import { extractId, type StepWritten, stepsIn } from './extract-key.ts'
import { barredField, type Person } from './inputs.ts'
import { type Contents, type FoundOpen, type Opening, opened } from './opening.ts'
import { letterData, letterDocument, type PrivateLetter, sealLetter } from './private-letter.ts'
import { sealedRecord } from './queries.ts'
import type { OpenFile } from './sealed-file.ts'
import type { SentWord } from './sealed-word.ts'
import { givesAway } from './tells.ts'
import { deliverWord, sealWord, type WordWanted } from './word-delivery.ts'
import { type OpenDemand, openDemands } from './word-queries.ts'

/** What a step's letters and seals may look at, besides what was typed. */
export interface StepAbout {
  record: DenunciationRow
  facts: DenunciationFacts
  contents: Contents
  /** What was written at earlier steps. */
  written: readonly StepWritten[]
  letterhead: Letterhead
  /** Demands of the unit above that no answer has closed, whose key the viewer holds. */
  open_demands: readonly OpenDemand[]
  viewer: Viewer
  moment: Moment
}

/** What a step does to the record: neutral columns and postings. */
export interface StepDone<Said> {
  id: string
  record: DenunciationRow
  facts: DenunciationFacts
  viewer: Viewer
  moment: Moment
  answers: Said
  /** A word to another unit goes with the step. */
  word_sent: boolean
}

/** An extract to be sealed for a verifier, beside the record. */
export type WithExtract = (
  db: Db,
  typed: Record<string, unknown>,
  about: StepAbout,
  found: FoundOpen,
) => Promise<{ keys: Envelope['keys']; extract: Envelope }>

interface Definition<Form extends z.ZodObject, Said extends object> {
  step: DenunciationStep
  /** What the officer types; sealed as it is. */
  form: Form
  /** Neutral answers: what conditions judge and columns keep. */
  answers: (typed: z.output<Form>, about: StepAbout, at: { db: Db; found: FoundOpen }) => Said | Promise<Said>
  letters?: (typed: z.output<Form>, about: StepAbout, answers: Said) => readonly PrivateLetter[]
  /** Texts that must tell nothing of the denouncer, though no letter holds them. */
  tells_nothing?: (typed: z.output<Form>) => readonly string[]
  envelope?: WithExtract
  /** A word to another unit's insiders; where nobody there can open one the step is taken without it. */
  word?: (typed: z.output<Form>, about: StepAbout) => WordWanted | null
  /** The field at which a word that nobody could open is a fault. */
  word_needs?: string
  decide: (done: StepDone<Said>) => Pick<Decision<DenunciationRow>, 'change' | 'postings' | 'creates' | 'jobs'>
}

/** A step as pages and tests take it. */
export interface SealedStep {
  step: DenunciationStep
  form: z.ZodObject
  action: AnyAction
  take: (db: Db, opening: StepOpening, typed: unknown) => Promise<Performed>
}

/**
 * One insider at one record. `seen`: how many steps had been taken when the form was shown; `uploads`: files that came with
 * it.
 */
export type StepOpening = Opening & { seen?: number; uploads?: readonly OpenFile[] }

const sealedLetters = z
  .array(z.object({ id: z.uuid(), content: z.string().max(400_000) }))
  .max(5)
  .meta({ field: 'hidden' })
const noEnvelope: Envelope = { fields: [], keys: [] }

/** A word as it passes through `perform`. */
interface WordInput {
  word: SentWord
  envelope: Envelope
}

/** Makes a step of the sealed proceeding. */
export function sealedStep<Form extends z.ZodObject, Said extends object>(
  definition: Definition<Form, Said>,
): SealedStep {
  const { step, form, decide } = definition
  const hidden = { field: 'hidden' } as const
  const done = action({
    noun: denunciation,
    step,
    input: z.object({
      ...barredField,
      ...envelopeFields,
      letters: sealedLetters,
      copies: envelopeFields.fields,
      extract: z.object(envelopeFields).meta(hidden),
      answers: z.custom<Said>().meta(hidden),
      word: z.custom<WordInput | null>().meta(hidden),
    }),
    sealed: true,
    kept: () => ({}),
    decide({ record, facts, viewer, moment, input, id, unit_id }) {
      if (!record) throw new Error(`${step} without a record`)
      const rows: RowsWanted[] = [
        ...envelopeRows(id, input),
        ...envelopeRows(extractId(id), input.extract),
        ...envelopeRows(channelId(id), { fields: input.copies, keys: [] }),
      ]
      const documents = input.letters.map((letter) => letterDocument(letter, moment))
      const done = decide({ id, record, facts, viewer, moment, answers: input.answers, word_sent: input.word !== null })
      if (input.word === null) return { ...done, documents, rows }
      const { word, envelope } = input.word
      const on_way = { id, to_unit_id: word.to_unit_id, word_id: word.id }
      return {
        ...done,
        change: { ...done.change, sent_words: [...record.sent_words, word] },
        documents,
        rows: [...rows, ...envelopeRows(word.id, envelope)],
        jobs: [...(done.jobs ?? []), { task: 'deliver-word', payload: { unit_id, ...on_way } }],
      }
    },
  })
  const take = async (db: Db, opening: StepOpening, given: unknown): Promise<Performed> => {
    const typed = form.safeParse(given)
    if (!typed.success) throw new WrongInput(faultsOf(typed.error, fieldsOf(form), Object(given)))
    return opened(db, opening, async (found) => {
      const about = await aboutOf(db, opening, found)
      const input = await sealedInput(db, definition, typed.data, about, found)
      const { viewer, unit_id, id, moment } = opening
      const performed = await perform(db, done, { viewer, unit_id, id, revision: about.record.revision, input, moment })
      const { word } = input.word ?? {}
      if (word)
        await deliverWord(db, { unit_id, id, to_unit_id: word.to_unit_id, word_id: word.id }, moment).catch(waits)
      return performed
    })
  }
  return { step, form, action: done, take: (db, opening, typed) => again(() => take(db, opening, typed)) }
}

/** The job tries again. */
function waits(fault: unknown): void {
  log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a sealed word waits for its delivery')
}

/** Somebody else reading meanwhile moves the record on: the step is tried anew, a few times. */
export async function again<T>(work: () => Promise<T>, times = 3): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (times > 1 && fault instanceof Stale) return again(work, times - 1)
    throw fault
  }
}

async function aboutOf(db: Db, opening: StepOpening, { contents, all }: FoundOpen): Promise<StepAbout> {
  const { viewer, unit_id, id, moment } = opening
  const found = await sealedRecord(viewer, db.pool, { unit_id, id, moment })
  if (!found) throw new NotOpen('not-yours', '', 404)
  await refuseWhatWasNotSeen(db, opening)
  const head = await letterhead(db.pool, unit_id, moment.on)
  const open_demands = await openDemands(viewer, db.pool, unit_id)
  return { ...found, contents, written: stepsIn(all), letterhead: head, open_demands, viewer, moment }
}

/** A form sent twice, or made before somebody else's step, is refused; readings do not count. */
export async function refuseWhatWasNotSeen(db: Db, { unit_id, id, seen }: StepOpening): Promise<void> {
  if (seen !== undefined && seen !== (await stepsTaken(db, unit_id, id)))
    throw new WrongInput([{ field: '', code: 'changed-meanwhile' }])
}

/** How many steps were taken on a record; readings do not count. */
export async function stepsTaken(db: Pick<Db, 'pool'>, unit_id: string, id: string): Promise<number> {
  const { rows } = await db.pool.query<{ taken: number }>(
    `select count(*)::int as taken from event where unit_id = $1 and record_id = $2 and action not in ('read', 'read-extract')`,
    [unit_id, id],
  )
  return rows[0]?.taken ?? 0
}

async function sealedInput<Form extends z.ZodObject, Said extends object>(
  db: Db,
  definition: Definition<Form, Said>,
  typed: z.output<Form>,
  about: StepAbout,
  found: FoundOpen,
) {
  const { record, contents, viewer, moment } = about
  const { record_key, barred, all } = found
  const answers = await definition.answers(typed, about, { db, found })
  const letters = definition.letters?.(typed, about, answers) ?? []
  refuseTelling([...letters.flatMap(textsOf), ...(definition.tells_nothing?.(typed) ?? [])], contents.person)
  const written = { step: definition.step, by: viewer.name, on: moment.on.toString(), answers: typed }
  const version = Math.max(0, ...all.filter((one) => one.name === 'step').map((one) => one.version)) + 1
  const word = await wordOf(db, definition, typed, about, barred)
  const { keys, extract } = (await definition.envelope?.(db, typed, about, found)) ?? { keys: [], extract: noEnvelope }
  return {
    barred,
    fields: [sealField(record.id, 'step', version, written, record_key)],
    keys,
    extract,
    copies: about.facts.has_channel ? await copiesForDenouncer(db, letters, about, record_key) : [],
    letters: letters.map((letter, index) => ({
      id: letterId(record, index),
      content: sealLetter(record.id, letter, about.letterhead, record_key),
    })),
    answers,
    word,
  }
}

async function wordOf<Form extends z.ZodObject, Said extends object>(
  db: Db,
  definition: Definition<Form, Said>,
  typed: z.output<Form>,
  about: StepAbout,
  barred: readonly string[],
): Promise<WordInput | null> {
  const wanted = definition.word?.(typed, about) ?? null
  if (wanted === null) return null
  refuseTelling([wanted.title, ...wanted.paragraphs], about.contents.person)
  const { record, contents, viewer, moment } = about
  const { unit_id, id, revision } = record
  const sender = { viewer, moment, unit_id, id, revision, subjects: contents.subject.account_ids, barred }
  const sealed = await sealWord(db.pool, sender, wanted)
  if (sealed === null && definition.word_needs)
    throw new WrongInput([{ field: definition.word_needs, code: 'nobody-there-can-open' }])
  return sealed
}

function letterId({ id, revision }: DenunciationRow, index: number): string {
  return idFrom(id, `private/${revision + 1}/${index}`)
}

/** Letters to the denouncer lie in the channel too, where the key on the slip opens them; no other letter does. */
async function copiesForDenouncer(
  db: Db,
  letters: readonly PrivateLetter[],
  { record, letterhead: head, moment }: StepAbout,
  record_key: Buffer,
): Promise<Envelope['fields']> {
  const key = channelKeyOf(record_key)
  try {
    const { next } = await messagesOf(db.pool, record.unit_id, record.id, key)
    const theirs = letters.flatMap((letter, index) => (letter.to_denouncer ? [{ letter, index }] : []))
    return theirs.map(({ letter, index }, place) => {
      const data = letterData(letter, head)
      const message: ChannelMessage = {
        id: letterId(record, index),
        from: 'office',
        kind: 'letter',
        on: moment.on.toString(),
        text: letter.about,
        files: [],
        letter: { unit_id: record.unit_id, document_id: letterId(record, index), data },
      }
      return sealMessage(record.id, next + place, message, key)
    })
  } finally {
    wipe(key)
  }
}

/** Throws where any of these texts would give the denouncer away. */
export function refuseTelling(texts: readonly string[], person: Person): void {
  if (givesAway(texts, person)) throw new WrongInput([{ field: '', code: 'gives-the-sender-away' }])
}

function textsOf(letter: PrivateLetter): readonly string[] {
  if (letter.to_denouncer) return []
  return [letter.about, ...letter.to, ...letter.paragraphs, ...(letter.orders ?? [])]
}
