/** What people type, checked: the Zod building blocks from which every action's input is made. */
import { z } from 'zod'

/** How a field is shown and read from a form post. */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'day'
  | 'choice'
  | 'choices'
  | 'unit'
  | 'file'
  | 'yes-no'
  | 'agree'
  | 'number'
  | 'hidden'

/** What a form must know of a field, carried in the schema's `.meta()`. */
export interface FieldMeta {
  field: FieldKind
  /** Values of a choice, in the order shown. */
  options?: readonly string[]
  /** Most characters (text) or files. */
  maxLength?: number
  /** Most bytes of one file. */
  bytes_max?: number
  /** Value for the browser's `autocomplete`. */
  autocomplete?: string
  inputmode?: 'numeric' | 'tel' | 'email'
  /** Width in characters where the answer has a known length. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
}

/** One thing wrong with what was typed. `code` is a key of the `faults` sentences. */
export interface Fault {
  /** Name of the field; empty for the form as a whole. */
  field: string
  code: string
  params?: Readonly<Record<string, string | number>>
  /** A finished sentence, where the module brings its own. */
  sentence?: string
}

/** Longest text anybody may send. */
export const longTextMax = 20_000

// C0 and C1 controls, bidirectional overrides and byte-order marks hide what a reader would see otherwise.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/
const loneSurrogate = /\p{Surrogate}/u

type Context = z.core.$RefinementCtx<string>

/** Reports one fault from inside a transform. */
function fault(context: Context, code: string, params: Record<string, string | number> = {}): never {
  context.issues.push({ code: 'custom', input: context.value, message: code, params: { ...params, fault: code } })
  return z.NEVER
}

/** Trimmed, NFC, with `\n` line ends, as all text is kept. */
export function tidy(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC').trim()
}

function checked(value: string, max: number, lines: boolean, context: Context): string {
  const text = tidy(value)
  if (forbidden.test(text) || loneSurrogate.test(text)) return fault(context, 'forbidden-character')
  const flat = lines ? text.replace(/[ \t]+\n/g, '\n') : text.replace(/\s+/gu, ' ')
  if (flat === '') return fault(context, 'required')
  // Nobody counts more characters than a text has units: only where it might be too long are they counted one by one.
  const count = flat.length > max ? countCharacters(flat) : flat.length
  if (count > max) return fault(context, 'too-long', { max, count })
  return flat
}

/** Characters as a person counts them: one for a letter with its marks, one for an emoji. */
export function countCharacters(text: string): number {
  if (text.length > 4 * longTextMax) return text.length
  let count = 0
  for (const _ of new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text)) count++
  return count
}

/** One line of text, tidied, at most `max` characters. */
export function text(max = 200, meta: Partial<FieldMeta> = {}) {
  return z
    .string()
    .transform((value, context) => checked(value, max, false, context))
    .meta({ field: 'text', maxLength: max, ...meta } satisfies FieldMeta)
}

/** Text of several lines, at most `max` characters. */
export function longText(max = longTextMax) {
  return z
    .string()
    .transform((value, context) => checked(value, max, true, context))
    .meta({ field: 'long-text', maxLength: max } satisfies FieldMeta)
}

/** Bounds of a day. `until` is asked when a value is read, since today moves. */
export interface DayBounds {
  /** First year allowed; default 1900. */
  year_min?: number
  /** Last day allowed, usually today. Without it any day up to 2200. */
  until?: () => Temporal.PlainDate
}

/** A day typed `06/07/2026`, `6-7-2026`, `06072026` or ISO; comes out as a PlainDate. */
export function day(bounds: DayBounds = {}) {
  return z
    .preprocess(
      (value) => (value instanceof Temporal.PlainDate ? value.toString() : value),
      z.string().transform((value, context) => readDay(value, bounds, context)),
    )
    .meta({ field: 'day', width: 10, inputmode: 'numeric' } satisfies FieldMeta)
}

function readDay(value: string, bounds: DayBounds, context: Context): Temporal.PlainDate {
  const typed = value.normalize('NFKC').trim()
  if (typed === '') return fault(context, 'required')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  const local =
    /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$/.exec(typed) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(typed)
  if (!iso && !local) return fault(context, 'not-a-day')
  const [year, month, date] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(local?.[3]), Number(local?.[2]), Number(local?.[1])]
  if (month < 1 || month > 12) return fault(context, 'no-such-month')
  const year_min = bounds.year_min ?? 1900
  if (year < year_min) return fault(context, 'day-too-early', { min: year_min })
  if (year >= 2200) return fault(context, 'day-too-late', { max: 2200 })
  const days = new Temporal.PlainYearMonth(year, month).daysInMonth
  if (date < 1 || date > days) return fault(context, 'no-such-day', { days, month, year })
  const on = new Temporal.PlainDate(year, month, date)
  if (bounds.until && Temporal.PlainDate.compare(on, bounds.until()) > 0) return fault(context, 'day-in-future')
  return on
}

/** The ids of a table of the law, as a choice needs them. */
export function idsOf<const Id extends string>(rows: readonly { id: Id }[]): [Id, ...Id[]] {
  // A table of the law has at least one row; its mapped type no longer says so.
  return rows.map((row) => row.id) as [Id, ...Id[]]
}

/** One of these values. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values).meta({ field: 'choice', options: values } satisfies FieldMeta)
}

/** Any number of these values, each once. */
export function choices<const T extends readonly [string, ...string[]]>(values: T) {
  return z
    .array(z.enum(values))
    .max(values.length)
    .transform((chosen) => [...new Set(chosen)])
    .meta({ field: 'choices', options: values } satisfies FieldMeta)
}

/** The id of a unit, chosen from a list or a search. */
export function unitId() {
  return z.uuid({ error: 'not-an-id' }).meta({ field: 'unit' } satisfies FieldMeta)
}

/** An id the form carries hidden. */
export function uuid() {
  return z.uuid({ error: 'not-an-id' }).meta({ field: 'hidden' } satisfies FieldMeta)
}

const spokenBoolean: Readonly<Record<string, boolean>> = { yes: true, no: false, true: true, false: false, on: true }

function toBoolean(value: unknown): unknown {
  return typeof value === 'string' && Object.hasOwn(spokenBoolean, value) ? spokenBoolean[value] : value
}

/** Yes or no, asked as two radios. */
export function yesNo() {
  return z.preprocess(toBoolean, z.boolean()).meta({ field: 'yes-no' } satisfies FieldMeta)
}

/** One checkbox that may stay empty: absent is false. */
export function agree() {
  return z.preprocess((value) => toBoolean(value) ?? false, z.boolean()).meta({ field: 'agree' } satisfies FieldMeta)
}

/** One checkbox that must be ticked. */
export function mustAgree() {
  return z
    .preprocess((value) => toBoolean(value) ?? false, z.literal(true, { error: 'must-agree' }))
    .meta({ field: 'agree' } satisfies FieldMeta)
}

/** A whole number in these bounds; `1.234` and `1 234` are read as 1234, since Vietnamese groups by dots. */
export function count(min = 0, max = 1_000_000) {
  return z
    .preprocess(
      readCount,
      z
        .int({ error: (issue) => (issue.input === undefined ? 'required' : 'not-a-number') })
        .min(min, { error: 'too-small' })
        .max(max, { error: 'too-large' }),
    )
    .meta({ field: 'number', width: 5, inputmode: 'numeric' } satisfies FieldMeta)
}

function readCount(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const typed = value.normalize('NFKC').trim()
  if (/^-?\d{1,15}$/.test(typed)) return Number(typed)
  return /^\d{1,3}([. ]\d{3})+$/.test(typed) ? Number(typed.replace(/[. ]/g, '')) : typed
}

/** The revision of the record a form was made from. */
export function revision() {
  return z.preprocess(readCount, z.int({ error: 'not-an-id' }).min(0)).meta({ field: 'hidden' } satisfies FieldMeta)
}

/** A person's name: letters of any script, spaces, hyphens, dots and apostrophes. */
export function personName(max = 100) {
  return z
    .string()
    .transform((value, context) => {
      const name = checked(value, max, false, context)
      if (typeof name === 'string' && !/^\p{L}[\p{L}\p{M} .'’\-()]*$/u.test(name)) return fault(context, 'not-a-name')
      return name
    })
    .meta({ field: 'text', maxLength: max, autocomplete: 'name', width: 30 } satisfies FieldMeta)
}

/** A Vietnamese telephone number, kept as `0` and nine or ten digits. */
export function phone() {
  return z
    .string()
    .transform((value, context) => {
      const typed = value.normalize('NFKC').replace(/[\s.\-()]/g, '')
      if (typed === '') return fault(context, 'required')
      const local = typed.replace(/^(\+?84)(?=\d{9,10}$)/, '0')
      return /^0\d{9,10}$/.test(local) ? local : fault(context, 'not-a-phone')
    })
    .meta({ field: 'text', autocomplete: 'tel', inputmode: 'tel', width: 20, maxLength: 20 } satisfies FieldMeta)
}

/** Identity card (12 digits), the older card (9), or a passport (1–2 letters, 6–8 digits). */
export function identityNumber() {
  return z
    .string()
    .transform((value, context) => {
      const typed = value.normalize('NFKC').replace(/[\s.]/g, '').toUpperCase()
      if (typed === '') return fault(context, 'required')
      return /^(\d{9}|\d{12}|[A-Z]{1,2}\d{6,8})$/.test(typed) ? typed : fault(context, 'not-an-identity-number')
    })
    .meta({ field: 'text', width: 20, maxLength: 20, autocomplete: 'off' } satisfies FieldMeta)
}

/** Uploaded files; what is inside them is checked by the files module. */
export function files(count_max = 10, bytes_max = 20 * 1024 * 1024) {
  return z
    .array(z.file())
    .transform((given, context) => {
      if (given.length > count_max) {
        context.issues.push(custom(given, 'too-many-files', { max: count_max, count: given.length }))
        return z.NEVER
      }
      const heavy = given.find((file) => file.size > bytes_max)
      if (heavy) {
        context.issues.push(
          custom(given, 'file-too-large', { max: megabytes(bytes_max), count: megabytes(heavy.size) }),
        )
        return z.NEVER
      }
      return given
    })
    .meta({ field: 'file', maxLength: count_max, bytes_max } satisfies FieldMeta)
}

function custom(input: unknown, code: string, params: Record<string, string | number>) {
  return { code: 'custom' as const, input, message: code, params: { ...params, fault: code } }
}

/** Bytes as whole megabytes, rounded up. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024)
}
