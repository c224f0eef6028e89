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
import { faultsOf, fieldsOf } from '../../platform/read-form.ts'
import { idFrom } from '../../platform/uuid.ts'
import { type Envelope, envelopeFields, envelopeRows, sealField } from '../../platform/vault/sealed-record.ts'
import { type Letterhead, letterhead } from '../notices/letterhead.ts'
import { type DenunciationFacts, type DenunciationRow, denunciation } from './denunciation.ts'
import { extractId, type StepWritten, stepsIn } from './extract-key.ts'
import { barredField, type Person } from './inputs.ts'
import { type Contents, type FoundOpen, type Opening, opened } from './opening.ts'
import { letterDocument, type PrivateLetter, sealLetter } from './private-letter.ts'
import { sealedRecord } from './queries.ts'
import { givesAway } from './tells.ts'

/** What a step's letters and seals may look at, besides what was typed. */
export interface StepAbout {
  record: DenunciationRow
  facts: DenunciationFacts
  contents: Contents
  /** What was written at earlier steps. */
  written: readonly StepWritten[]
  letterhead: Letterhead
  viewer: Viewer
  moment: Moment
}

/** What a step does to the record: neutral columns and postings. */
export interface StepDone<Said> {
  record: DenunciationRow
  facts: DenunciationFacts
  viewer: Viewer
  moment: Moment
  answers: Said
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
  answers: (typed: z.output<Form>, about: StepAbout) => Said
  letters?: (typed: z.output<Form>, about: StepAbout) => readonly PrivateLetter[]
  /** Texts that must tell nothing of the denouncer, though no letter holds them. */
  tells_nothing?: (typed: z.output<Form>) => readonly string[]
  envelope?: WithExtract
  decide: (done: StepDone<Said>) => Pick<Decision<DenunciationRow>, 'change' | 'postings'>
}

/** A step as pages and tests take it. */
export interface SealedStep {
  step: DenunciationStep
  form: z.ZodObject
  action: AnyAction
  take: (db: Db, opening: StepOpening, typed: unknown) => Promise<Performed>
}

/** One insider at one record. `seen`: how many steps had been taken when the form was shown. */
export type StepOpening = Opening & { seen?: number }

const sealedLetters = z
  .array(z.object({ id: z.uuid(), content: z.string().max(400_000) }))
  .max(5)
  .meta({ field: 'hidden' })
const noEnvelope: Envelope = { fields: [], keys: [] }

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
      extract: z.object(envelopeFields).meta(hidden),
      answers: z.custom<Said>().meta(hidden),
    }),
    sealed: true,
    kept: () => ({}),
    decide({ record, facts, viewer, moment, input, id }) {
      if (!record) throw new Error(`${step} without a record`)
      const rows: RowsWanted[] = [...envelopeRows(id, input), ...envelopeRows(extractId(id), input.extract)]
      const documents = input.letters.map((letter) => letterDocument(letter, moment))
      return { ...decide({ record, facts, viewer, moment, answers: input.answers }), documents, rows }
    },
  })
  const take = async (db: Db, opening: StepOpening, given: unknown): Promise<Performed> => {
    const typed = form.safeParse(given)
    if (!typed.success) throw new WrongInput(faultsOf(typed.error, fieldsOf(form), Object(given)))
    return opened(db, opening, async (found) => {
      const about = await aboutOf(db, opening, found)
      const input = await sealedInput(db, definition, typed.data, about, found)
      const { viewer, unit_id, id, moment } = opening
      return perform(db, done, { viewer, unit_id, id, revision: about.record.revision, input, moment })
    })
  }
  return { step, form, action: done, take: (db, opening, typed) => again(() => take(db, opening, typed)) }
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
  return { ...found, contents, written: stepsIn(all), letterhead: head, viewer, moment }
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
  const letters = definition.letters?.(typed, about) ?? []
  refuseTelling([...letters.flatMap(textsOf), ...(definition.tells_nothing?.(typed) ?? [])], contents.person)
  const written = { step: definition.step, by: viewer.name, on: moment.on.toString(), answers: typed }
  const version = Math.max(0, ...all.filter((one) => one.name === 'step').map((one) => one.version)) + 1
  const { keys, extract } = (await definition.envelope?.(db, typed, about, found)) ?? { keys: [], extract: noEnvelope }
  return {
    barred,
    fields: [sealField(record.id, 'step', version, written, record_key)],
    keys,
    extract,
    letters: letters.map((letter, index) => ({
      id: idFrom(record.id, `private/${record.revision + 1}/${index}`),
      content: sealLetter(record.id, letter, about.letterhead, record_key),
    })),
    answers: definition.answers(typed, about),
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
