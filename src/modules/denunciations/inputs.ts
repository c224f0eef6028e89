/** What the desk writes down of a denunciation, and what of it passes through `perform`. */
import { z } from 'zod'
import {
  agree,
  choice,
  day,
  type FieldMeta,
  files,
  identityNumber,
  longText,
  personName,
  phone,
  text,
  unitId,
  uuid,
} from '../../platform/input.ts'
import { envelopeFields } from '../../platform/vault/sealed-record.ts'
import { keptFile } from '../files/keep-file.ts'
import { channelField, messageKinds } from './channel.ts'
import { subjectPlaces } from './subject.ts'

/** Ways in which one reaches the desk, or comes to light in a book or in the open register. */
export const deskSources = ['in-person', 'post', 'forwarded', 'by-hand', 'phone', 'import', 'online'] as const

/** The desk's form; seven answers are required. Nothing of it is written before it is sealed. */
export const wordsInput = z.object({
  received_on: day(),
  source: choice(['in-person', 'post', 'forwarded', 'by-hand', 'phone']),
  // What a browser remembers of a form would tell the next one at the desk.
  person_name: personName().meta({ field: 'text', maxLength: 100, autocomplete: 'off', width: 30 } satisfies FieldMeta),
  person_address: text(300, { autocomplete: 'off' }),
  person_phone: phone()
    .meta({ field: 'text', autocomplete: 'off', inputmode: 'tel', width: 20, maxLength: 20 } satisfies FieldMeta)
    .optional(),
  identity_number: identityNumber().optional(),
  several: agree(),
  subject_place: choice(subjectPlaces),
  subject_id: unitId().optional(),
  subject: text(300, { autocomplete: 'off' }),
  text: longText(),
})

/** What one says, as the way in takes it; an import adds the number of the book it came from. */
export type DenunciationWords = Omit<z.output<typeof wordsInput>, 'source'> & {
  source: (typeof deskSources)[number]
  source_number?: string
}

/** The denouncer as sealed. */
export interface Person {
  name: string
  address: string
  phone?: string
  identity_number?: string
}

/** The substance as sealed. */
export interface SealedWords {
  text: string
  source_number?: string
}

/** Why a sealed content was mended, beside the mended content. */
export interface Mended {
  reason: string
  by: string
  on: string
}

const accounts = () => z.array(z.uuid()).max(20_000).meta({ field: 'hidden' })

/** Accounts a step must know to judge who is barred; used in memory, kept nowhere. */
export const barredField = { barred: accounts() }

/** Files already sealed and kept. */
export const sealedFiles = () => z.array(keptFile).max(100).meta({ field: 'hidden' })

/** The input of `seal` and `hand-over`: neutral answers, ciphertext, and whom it concerns for the judgement alone. */
export const sealedInput = z.object({
  received_on: day(),
  source: choice(deskSources),
  several: agree(),
  numbered: agree(),
  /** Nobody is named as its sender. */
  unsigned: agree(),
  subjects: accounts(),
  files: sealedFiles(),
  channel: channelField,
  ...barredField,
  ...envelopeFields,
})

/** The form that transfers one. */
export const transferInput = z.object({ receiver_unit_id: unitId() })

/** The form that gives the key to one more person. */
export const resealInput = z.object({ account_id: unitId() })

/** The form that mends a mistake; what is left empty stays as it is. */
export const correctInput = z.object({
  reason: text(1000, { field: 'long-text' }),
  person_name: personName().optional(),
  person_address: text(300).optional(),
  identity_number: identityNumber().optional(),
  subject: text(300).optional(),
  text: longText().optional(),
})

/** What the desk adds where a petition of the open register turns out to denounce somebody. */
export const sealAwayInput = wordsInput.pick({
  subject_place: true,
  subject_id: true,
  subject: true,
  identity_number: true,
})

/** The key of the channel, made with the form, so that a form sent twice shows the same one. */
const slipField = () =>
  z
    .string()
    .max(60)
    .optional()
    .meta({ field: 'hidden' } satisfies FieldMeta)

/** The form at the desk: with the id a creating form carries. */
export const withId = wordsInput.extend({
  files: files().optional(),
  channel: agree(),
  id: uuid(),
  unit_id: uuid(),
  slip: slipField(),
})

/** The form on the portal. Nothing is chosen from a list of officers: the public does not see one. */
export const publicInput = wordsInput
  .pick({ person_name: true, person_address: true, person_phone: true })
  // Unsigned information is no denunciation, but it is taken in: who sends it so says that they know.
  .partial({ person_name: true, person_address: true })
  .extend({
    unsigned: agree(),
    ...wordsInput.pick({ subject_place: true, subject: true, text: true }).shape,
    files: files().optional(),
    several: agree(),
    id: uuid(),
    den: uuid(),
    slip: slipField(),
  })

/** What the denouncer writes afterwards. */
export const writtenInput = z.object({
  kind: choice(messageKinds),
  text: longText(),
  files: files().optional(),
  id: uuid(),
})
