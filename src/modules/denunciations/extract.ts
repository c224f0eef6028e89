/** A verifier's way in: the extract is opened with its own key, and what was found is sealed under it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { longText } from '../../platform/input.ts'
import { faultsOf, fieldsOf } from '../../platform/read-form.ts'
import { wipe } from '../../platform/vault/box.ts'
import {
  envelopeFields,
  envelopeRows,
  openFields,
  recordKeyFor,
  sealField,
} from '../../platform/vault/sealed-record.ts'
import { denunciation } from './denunciation.ts'
import { extractId, type StepWritten, stepsIn } from './extract-key.ts'
import { barredField } from './inputs.ts'
import type { Opening } from './opening.ts'
import { sealedRecord } from './queries.ts'
import { bytesOf, filesOf, type SealedFile } from './sealed-file.ts'
import { again, refuseWhatWasNotSeen, type SealedStep, type StepOpening } from './sealed-step.ts'
import { barredBy, type Subject } from './subject.ts'

/** What a verifier is given in place of the original. */
export interface OpenedExtract {
  text: string
  subject: Subject
  /** What was reported so far. */
  steps: readonly StepWritten[]
  /** Scans with parts blackened. */
  copies: readonly SealedFile[]
}

interface FoundExtract extends Omit<OpenedExtract, 'copies'> {
  barred: string[]
  key: Buffer
  version: number
}

async function openedExtract<T>(db: Db, opening: Opening, work: (found: FoundExtract) => Promise<T>): Promise<T> {
  const { viewer, unit_id, id, key: own, moment } = opening
  const mine = own.account_id === viewer.account_id
  const key = mine ? await recordKeyFor(db.pool, unit_id, extractId(id), own) : null
  if (key === null) throw new NotOpen('not-yours', '', 404)
  try {
    const all = await openFields(db.pool, unit_id, extractId(id), key)
    // What `assign-verification.ts` seals has this shape; the last version counts.
    const { text, subject } = all.findLast((one) => one.name === 'extract')!.content as OpenedExtract
    const barred = await barredBy(db.pool, subject.account_ids, moment.on)
    const version = Math.max(0, ...all.filter((one) => one.name === 'step').map((one) => one.version)) + 1
    return await work({ text, subject, steps: stepsIn(all), barred, key, version })
  } finally {
    wipe(key)
  }
}

/** The verifier opens the extract. Who and when stays in the record's history. */
export const readExtract = action({
  noun: denunciation,
  step: 'read-extract',
  input: z.object(barredField),
  sealed: true,
  kept: () => ({}),
  decide: () => ({ change: {} }),
})

/** Opens the extract; the event of the reading is written before anything is returned. */
export async function openExtract(db: Db, opening: Opening): Promise<OpenedExtract> {
  const { viewer, unit_id, id, moment } = opening
  return openedExtract(db, opening, async ({ barred, text, subject, steps, key }) => {
    await perform(db, readExtract, { viewer, unit_id, id, input: { barred }, moment })
    return { text, subject, steps, copies: await filesOf(db.pool, unit_id, extractId(id), key) }
  })
}

/** Hands a blackened scan to the verifier. The event of the reading is written before. */
export async function openCopy(
  db: Db,
  opening: Opening,
  file_id: string,
): Promise<{ file: SealedFile; bytes: Buffer }> {
  const { viewer, unit_id, id, moment, data } = opening
  return openedExtract(db, opening, async ({ barred, key }) => {
    const file = (await filesOf(db.pool, unit_id, extractId(id), key)).find((one) => one.id === file_id)
    if (!file || data === undefined) throw new NotOpen('not-yours', '', 404)
    await perform(db, readExtract, { viewer, unit_id, id, input: { barred }, moment })
    return { file, bytes: await bytesOf(data, unit_id, extractId(id), file.stored, key) }
  })
}

const form = z.object({ findings: longText(), proposal: longText(4000) })

const reported = action({
  noun: denunciation,
  step: 'report-verification',
  input: z.object({ ...barredField, ...envelopeFields }),
  sealed: true,
  kept: () => ({}),
  decide: ({ input, id }) => ({ change: {}, rows: envelopeRows(extractId(id), input) }),
})

/** What the verifier found: whoever holds the record opens it too. */
export const reportVerification: SealedStep = {
  step: 'report-verification',
  form,
  action: reported,
  take: (db, opening, given) => again(() => report(db, opening, given)),
}

async function report(db: Db, opening: StepOpening, given: unknown): Promise<Performed> {
  const typed = form.safeParse(given)
  if (!typed.success) throw new WrongInput(faultsOf(typed.error, fieldsOf(form), Object(given)))
  const { viewer, unit_id, id, moment } = opening
  return openedExtract(db, opening, async ({ barred, key, version }) => {
    const found = await sealedRecord(viewer, db.pool, { unit_id, id, moment })
    if (!found) throw new NotOpen('not-yours', '', 404)
    await refuseWhatWasNotSeen(db, opening)
    const written = { step: 'report-verification', by: viewer.name, on: moment.on.toString(), answers: typed.data }
    const input = { barred, fields: [sealField(extractId(id), 'step', version, written, key)], keys: [] }
    return perform(db, reported, { viewer, unit_id, id, revision: found.record.revision, input, moment })
  })
}
