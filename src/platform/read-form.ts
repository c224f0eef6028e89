/** A form post read against its Zod schema: typed data, or each fault with everything that was typed. */
import { z } from 'zod'
import type { Fault, FieldMeta } from './input.ts'

/** What was typed, as it came, to be shown again. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** A form read: `data` is typed by the schema; otherwise the faults in the order of the fields. */
export type FormRead<T> = { ok: true; data: T; values: FormValues } | { ok: false; errors: Fault[]; values: FormValues }

/** One field of a schema as a form needs it. */
export interface Field extends FieldMeta {
  name: string
  required: boolean
}

const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'catch', 'nonoptional'])

/** The fields of an object schema, in its order. A property without `field` meta is a programming error. */
export function fieldsOf(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([name, property]) => fieldOf(name, property))
}

function fieldOf(name: string, property: z.core.$ZodType): Field {
  let type = property
  for (;;) {
    const meta = z.globalRegistry.get(type)
    if (meta && typeof meta['field'] === 'string') {
      // The building blocks of input.ts write nothing else under `field`.
      const field = meta as unknown as FieldMeta
      return { ...field, name, required: !z.safeParse(property, undefined).success && field.field !== 'agree' }
    }
    const def = type._zod.def as { type: string; innerType?: z.core.$ZodType; in?: z.core.$ZodType }
    const inner = wrappers.has(def.type) ? def.innerType : def.type === 'pipe' ? def.in : undefined
    if (!inner) throw new Error(`Field "${name}" has no meta({ field }).`)
    type = inner
  }
}

/** Reads a posted form. An empty answer counts as none; unknown keys are dropped. */
export function readForm<S extends z.ZodObject>(schema: S, form: FormData): FormRead<z.output<S>> {
  const fields = fieldsOf(schema)
  const values: Record<string, string | string[]> = {}
  const input: Record<string, unknown> = {}
  for (const field of fields) {
    const all = form.getAll(field.name)
    if (field.field === 'file') {
      const given = all.filter((entry): entry is File => entry instanceof File && (entry.size > 0 || entry.name !== ''))
      if (given.length > 0 || field.required) input[field.name] = given
      continue
    }
    const typed = all.filter((entry) => typeof entry === 'string')
    if (field.field === 'choices') {
      values[field.name] = typed
      if (typed.length > 0 || field.required) input[field.name] = typed
      continue
    }
    values[field.name] = typed[0] ?? ''
    if ((typed[0] ?? '').trim() !== '') input[field.name] = typed[0]
  }
  const read = schema.safeParse(input)
  if (read.success) return { ok: true, data: read.data, values }
  return { ok: false, errors: faultsOf(read.error, fields, input), values }
}

/** The faults of a Zod error, one a field, in the order of the fields. */
export function faultsOf(
  error: z.ZodError,
  fields: readonly Field[],
  input: Readonly<Record<string, unknown>> = {},
): Fault[] {
  const faults = new Map<string, Fault>()
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    if (faults.has(name)) continue
    const field = fields.find((one) => one.name === name)
    faults.set(name, faultOf(issue, name, field, input[name] === undefined))
  }
  const order = new Map(fields.map((field, index) => [field.name, index]))
  return [...faults.values()].sort((a, b) => (order.get(a.field) ?? -1) - (order.get(b.field) ?? -1))
}

function faultOf(issue: z.core.$ZodIssue, name: string, field: Field | undefined, absent: boolean): Fault {
  const chosen = field !== undefined && ['choice', 'choices', 'yes-no', 'unit'].includes(field.field)
  if (absent && issue.message !== 'must-agree') return { field: name, code: chosen ? 'choose-one' : 'required' }
  if (issue.code === 'custom') {
    const { fault, ...params } = (issue.params ?? {}) as Record<string, string | number>
    return { field: name, code: typeof fault === 'string' ? fault : issue.message, params }
  }
  if (issue.code === 'too_small')
    return { field: name, code: known(issue.message), params: { min: Number(issue.minimum) } }
  if (issue.code === 'too_big')
    return { field: name, code: known(issue.message), params: { max: Number(issue.maximum) } }
  if (chosen && (issue.code === 'invalid_value' || issue.code === 'invalid_type'))
    return { field: name, code: 'not-a-choice' }
  return { field: name, code: known(issue.message) }
}

// A message that is no code comes from a schema that named none; its English is not for people.
function known(message: string): string {
  return /^[a-z]+(-[a-z]+)*$/.test(message) ? message : 'invalid'
}
