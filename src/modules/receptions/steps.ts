/** The steps of receptions as a table: which action a URL's word means, and which form asks for it. */
import { z } from 'zod'
import type { AnyAction, Noun, RecordRow } from '../../platform/actions/action.ts'
import { identityNumber } from '../../platform/input.ts'
import { book, bookInput } from './book.ts'
import { call } from './call.ts'
import { cancel } from './cancel.ts'
import { checkIn } from './check-in.ts'
import { close } from './close.ts'
import { conclude } from './conclude.ts'
import { correctDay } from './correct-day.ts'
import { correctFieldVisit } from './correct-field-visit.ts'
import { correctVisit } from './correct-visit.ts'
import { end } from './end.ts'
import { fieldVisit } from './field-visit.ts'
import { giveOutcome } from './give-outcome.ts'
import { miss } from './miss.ts'
import { nameRepresentatives } from './name-representatives.ts'
import { open } from './open.ts'
import { postpone } from './postpone.ts'
import { presenceShown } from './presence.ts'
import { publish } from './publish.ts'
import { receivePetition } from './receive-petition.ts'
import { receptionDay } from './reception-day.ts'
import { recordFieldVisit } from './record-field-visit.ts'
import { refuse } from './refuse.ts'
import { register, registerInput } from './register.ts'
import { sendRefusal } from './send-refusal.ts'
import { takeStatement } from './take-statement.ts'
import { visit } from './visit.ts'

/** Names of the forms in the words of this module. */
export type FormName =
  | 'publish'
  | 'postpone'
  | 'open'
  | 'close'
  | 'conclude'
  | 'correct-day'
  | 'book'
  | 'cancel'
  | 'miss'
  | 'register'
  | 'check-in'
  | 'call'
  | 'refuse'
  | 'send-refusal'
  | 'name-representatives'
  | 'take-statement'
  | 'receive-petition'
  | 'end'
  | 'give-outcome'
  | 'correct-visit'
  | 'record-field-visit'
  | 'correct-field-visit'

/** One step: its action and its form. */
export interface FormedStep {
  action: AnyAction
  form: FormName
  /** The fields as the form shows them, where the action's input says less than a person must know. */
  shown?: z.ZodObject
}

/** The kinds of record of this module. */
export type ReceptionRecordKind = 'reception-day' | 'visit' | 'field-visit'

const named = { visitor_name: presenceShown.visitor_name, subject: presenceShown.subject }

const { fields: _fields, keys: _keys, ...registered } = registerInput.shape
/** The walk-in form asks for the number of the paper, which the way in seals. */
const registerShown = z.object({ ...registered, ...named, identity_number: identityNumber().optional() })

/** The steps that create, by form. */
export const creating: Readonly<Record<'publish' | 'book' | 'register' | 'record-field-visit', FormedStep>> = {
  publish: { action: publish, form: 'publish' },
  book: { action: book, form: 'book', shown: z.object({ ...bookInput.shape, ...named }) },
  register: { action: register, form: 'register', shown: registerShown },
  'record-field-visit': { action: recordFieldVisit, form: 'record-field-visit' },
}

/** The steps on an existing record, in the order in which they are offered. */
export const steps: Readonly<Record<ReceptionRecordKind, Readonly<Record<string, FormedStep>>>> = {
  'reception-day': {
    open: { action: open, form: 'open' },
    close: { action: close, form: 'close' },
    conclude: { action: conclude, form: 'conclude' },
    postpone: { action: postpone, form: 'postpone' },
    correct: { action: correctDay, form: 'correct-day' },
  },
  visit: {
    'check-in': { action: checkIn, form: 'check-in', shown: z.object(presenceShown) },
    call: { action: call, form: 'call' },
    'take-statement': { action: takeStatement, form: 'take-statement' },
    'receive-petition': { action: receivePetition, form: 'receive-petition' },
    'name-representatives': { action: nameRepresentatives, form: 'name-representatives' },
    end: { action: end, form: 'end' },
    'give-outcome': { action: giveOutcome, form: 'give-outcome' },
    refuse: { action: refuse, form: 'refuse' },
    'send-refusal': { action: sendRefusal, form: 'send-refusal' },
    cancel: { action: cancel, form: 'cancel' },
    miss: { action: miss, form: 'miss' },
    correct: { action: correctVisit, form: 'correct-visit' },
  },
  'field-visit': { correct: { action: correctFieldVisit, form: 'correct-field-visit' } },
}

/** The nouns of this module, by kind. */
export const nouns = { 'reception-day': receptionDay, visit, 'field-visit': fieldVisit } as const

/** Any of them, where its types do not matter. */
// biome-ignore lint/suspicious/noExplicitAny: three nouns behind one page; each is type-checked where it is defined.
export type AnyNoun = Noun<any, any>

/** Any row of them. */
export type AnyRow = RecordRow

/** Is this the kind of a record of this module? */
export function isReceptionKind(kind: string): kind is ReceptionRecordKind {
  return Object.hasOwn(nouns, kind)
}
