/** A form as a file: read, checked and said what is wrong with it, each fault at its place. Pure. */
import { z } from 'zod'
import { addedMeasures } from '../../law/added-measures.ts'
import { type Column, type Form, whens } from '../../law/form-parts.ts'
import { readIdentity } from '../../law/form-rules.ts'
import { facts, type Measure, measures, weights } from '../../law/measures.ts'
import { chains } from '../../law/report-chains.ts'
import { fields, petitionKinds, petitionSources } from '../../law/terms.ts'

/** One thing wrong with the file: where, as a path into it, and what. */
export interface FileFault {
  at: string
  code: string
  params?: Readonly<Record<string, string | number>>
}

/** Largest file, in characters. */
export const formFileMax = 200_000

const isoDay = z.iso.date()
const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(40)
const word = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/)
const fieldIds = ['none', ...fields.map((field) => field.id)]

const measure = z.strictObject({
  fact: z.enum(facts),
  weigh: z.enum(weights),
  stage: some(word).optional(),
  kind: some(z.enum(['none', ...petitionKinds])).optional(),
  field: some(z.enum(fieldIds)).optional(),
  outcome: some(word).optional(),
  source: some(z.enum(petitionSources)).optional(),
  first_time: z.boolean().optional(),
  again: z.literal(true).optional(),
  large_group: z.boolean().optional(),
  eligible: z.boolean().optional(),
  in_time: z.boolean().optional(),
  signers: z.enum(['several', 'one', 'none']).optional(),
})

const number = z.int().min(1).max(99)
const term = z.strictObject({
  measures: some(z.string().max(60)),
  when: z.enum(whens),
  sign: z.union([z.literal(1), z.literal(-1)]),
})
const column = z.strictObject({
  no: number,
  path: z.array(z.string().trim().min(1).max(200)).min(1).max(6),
  printed: z.string().max(100).optional(),
  from: z.union([
    z.strictObject({ terms: z.array(term).min(1).max(20) }),
    z.strictObject({ add: z.array(number).max(60), less: z.array(number).max(60).optional() }),
  ]),
  unverified: z.literal('own-reading').optional(),
  words: z.literal(true).optional(),
  typed: z.literal(true).optional(),
})

const file = z.strictObject({
  code: z.string().regex(/^\d{2}\/[A-Z]{2,5}$/),
  instrument: z.string().regex(/^[\p{L}\d][\p{L}\d/.-]{1,30}$/u),
  title: z.string().trim().min(1).max(300),
  cite: z.string().trim().min(1).max(200),
  from: isoDay,
  until: isoDay.nullable().optional(),
  /** The instrument whose version ends the day before this one begins. */
  replaces: z.string().max(40).optional(),
  chain: z.enum(chains).optional(),
  unverified: z.string().max(300).optional(),
  measures: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,40}$/), measure).optional(),
  columns: z.array(column).min(1).max(99),
  identities: z
    .array(
      z.strictObject({
        what: z.string().regex(/^\d{1,2}([+]\d{1,2})*((=|<=)\d{1,2}([+]\d{1,2})*)+$/),
        inferred: z.literal(true).optional(),
      }),
    )
    .max(60)
    .optional(),
})

/** A form from a file, with the instrument whose version it ends. */
export type AddedForm = Form & { replaces?: string }

/** Reads a file. `others`: versions of all forms in force, among which it must find its days free. */
export function readFormFile(
  text: string,
  others: readonly Form[],
): { form: AddedForm; faults: [] } | { form: null; faults: FileFault[] } {
  const no = (...faults: FileFault[]) => ({ form: null, faults })
  if (text.length > formFileMax) return no({ at: '', code: 'file-too-long' })
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return no({ at: '', code: 'file-is-no-json' })
  }
  const read = file.safeParse(json)
  if (!read.success) return no(...read.error.issues.slice(0, 50).map(faultOf))
  const { measures: own, identities = [], until = null, columns, ...rest } = read.data
  const form: AddedForm = {
    ...rest,
    until,
    columns: columns.map((one) => ({ ...one, printed: one.printed ?? printedOf(one.no, one.from) })),
    identities,
    ...(own ? { measures: own as Record<string, Measure> } : {}),
  }
  const faults = [...columnFaults(form), ...circular(form), ...identityFaults(form), ...dayFaults(form, others)]
  return faults.length > 0 ? { form: null, faults } : { form, faults: [] }
}

/** What stands in the row of numbers where the file does not say: a plain sum says what it adds. */
function printedOf(no: number, from: Column['from']): string {
  const sum = 'add' in from && !from.less && from.add.length > 0
  return sum ? `${no}=${from.add.join('+')}` : String(no)
}

const place = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part + 1}]` : `${text}${text ? '.' : ''}${String(part)}`),
    '',
  )

function faultOf(issue: z.core.$ZodIssue): FileFault {
  const at = place(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const inMeasure = issue.path[0] === 'measures'
    return { at, code: inMeasure ? 'unknown-dimension' : 'unknown-entry', params: { names: issue.keys.join(', ') } }
  }
  if (issue.code === 'invalid_value')
    return { at, code: 'not-one-of', params: { names: issue.values.map(String).join(', ') } }
  if (issue.code === 'invalid_type' && issue.input === undefined) return { at, code: 'entry-is-missing' }
  return { at, code: 'entry-cannot-be-read' }
}

const isKnown = (form: Form, name: string) =>
  form.measures?.[name] !== undefined || Object.hasOwn(measures, name) || Object.hasOwn(addedMeasures, name)

function columnFaults(form: Form): FileFault[] {
  const numbers = new Set(form.columns.map((one) => one.no))
  return form.columns.flatMap((one, at): FileFault[] => {
    const here = `columns[${at + 1}]`
    const found: FileFault[] =
      one.no === at + 1 ? [] : [{ at: `${here}.no`, code: 'column-number-missing', params: { no: at + 1 } }]
    if ('terms' in one.from)
      return [
        ...found,
        ...one.from.terms.flatMap((part, index) =>
          part.measures
            .filter((name) => !isKnown(form, name))
            .map((name) => ({
              at: `${here}.from.terms[${index + 1}]`,
              code: 'unknown-measure',
              params: { names: name },
            })),
        ),
      ]
    const missing = [...one.from.add, ...(one.from.less ?? [])].filter((no) => !numbers.has(no))
    return [...found, ...missing.map((no) => ({ at: `${here}.from`, code: 'no-such-column', params: { no } }))]
  })
}

const addends = (one: Column): readonly number[] =>
  'terms' in one.from ? [] : [...one.from.add, ...(one.from.less ?? [])]

/** A column that adds up itself, said with the way round: `1 → 3 → 1`. */
function circular(form: Form): FileFault[] {
  const byNumber = new Map(form.columns.map((one) => [one.no, one]))
  const done = new Set<number>()
  const walk = (no: number, way: readonly number[]): readonly number[] | null => {
    if (way.includes(no)) return [...way.slice(way.indexOf(no)), no]
    const one = byNumber.get(no)
    if (!one || done.has(no)) return null
    for (const next of addends(one)) {
      const found = walk(next, [...way, no])
      if (found) return found
    }
    done.add(no)
    return null
  }
  for (const [at, one] of form.columns.entries()) {
    const found = walk(one.no, [])
    if (found)
      return [{ at: `columns[${at + 1}].from`, code: 'formula-goes-round', params: { way: found.join(' → ') } }]
  }
  return []
}

function identityFaults(form: Form): FileFault[] {
  const numbers = new Set(form.columns.map((one) => one.no))
  return form.identities.flatMap(({ what }, at): FileFault[] => {
    const here = `identities[${at + 1}]`
    if (what.includes('<=') && /(?<!<)=/.test(what)) return [{ at: here, code: 'entry-cannot-be-read' }]
    const missing = readIdentity(what)
      .sides.flat()
      .filter((no) => !numbers.has(no))
    return missing.map((no) => ({ at: here, code: 'no-such-column', params: { no } }))
  })
}

/** Two versions of a form must not be in force on one day. */
function dayFaults(form: AddedForm, others: readonly Form[]): FileFault[] {
  if (form.until !== null && form.until <= form.from) return [{ at: 'until', code: 'ends-before-it-begins' }]
  const same = others.filter((one) => one.code === form.code)
  if (same.some((one) => one.instrument === form.instrument))
    return [{ at: 'instrument', code: 'version-stands-already' }]
  const overlapping = same.filter((one) => {
    const ends = one.instrument === form.replaces && one.from < form.from ? form.from : one.until
    return (ends === null || form.from < ends) && (form.until === null || one.from < form.until)
  })
  const names = overlapping.map((one) => one.instrument).join(', ')
  return names ? [{ at: 'from', code: 'two-versions-in-force', params: { names } }] : []
}
