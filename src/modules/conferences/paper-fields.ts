/** Fields that several steps of topics and papers share, and how typed authors are read. */
import { z } from 'zod'
import { type FieldMeta, phone, tidy } from '../../platform/input.ts'
import { faultAt } from './asked.ts'
import type { Loss } from './blocks.ts'
import { type Author, type PaperVersion, paperMax } from './paper.ts'

/** Units chosen from a list. */
export function chosenUnits(max: number) {
  return z
    .array(z.uuid({ error: 'not-an-id' }))
    .max(max, { error: 'too-many-units' })
    .transform((chosen) => [...new Set(chosen)])
    .optional()
    .meta({ field: 'choices' } satisfies FieldMeta)
}

const losses = [
  'charts',
  'equations',
  'text-boxes',
  'pictures-of-old-kinds',
  'tables-of-a-pdf',
  'scanned-pages',
] as const

/** The kept file of a paper, with what was found in it. */
export const paperFile = z.object({
  id: z.uuid(),
  name: z.string().max(120),
  media_type: z.string().max(100),
  size: z.int().positive(),
  stored: z.string().regex(/^[0-9a-f]{64}$/),
  words: z.int().min(0),
  losses: z.array(z.enum(losses)),
})

/** A kept file of a paper. */
export type PaperFile = z.output<typeof paperFile>

/** One file, checked and kept by the way in before the step is taken. */
export function paperFiles() {
  return z
    .array(z.union([z.file(), paperFile]))
    .max(1, { error: 'one-file' })
    .optional()
    .meta({ field: 'file', maxLength: 1, bytes_max: 20 * 1024 * 1024 } satisfies FieldMeta)
}

/** A line an author. */
export function authorLines() {
  return z
    .string()
    .max(4_000, { error: 'too-long' })
    .meta({ field: 'long-text', maxLength: 4_000 } satisfies FieldMeta)
}

const mail = /^[^\s@;]+@[^\s@;]+\.[^\s@;]+$/

/**
 * Authors as they were typed, one a line: `name; post and unit; mail; phone`, the last two where they are known. Throws the
 * fault at the field.
 */
export function authorsOf(typed: string): Author[] {
  const lines = tidy(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) faultAt('authors', 'required')
  if (lines.length > paperMax.authors) faultAt('authors', 'too-many-authors', { max: paperMax.authors })
  return lines.map((line, at) => {
    const [name = '', unit = '', ...more] = line.split(';').map((one) => one.trim())
    const row = at + 1
    if (!/^\p{L}[\p{L}\p{M} .'’\-()]{1,99}$/u.test(name)) faultAt('authors', 'author-without-name', { row })
    if (unit === '' || unit.length > 200) faultAt('authors', 'author-without-unit', { row })
    const found: Author = { name, unit, mail: null, phone: null }
    for (const one of more.filter((part) => part !== '')) {
      if (mail.test(one)) found.mail = one
      else {
        const read = phone().safeParse(one)
        if (!read.success) faultAt('authors', 'neither-mail-nor-phone', { row, text: one.slice(0, 60) })
        found.phone = read.data
      }
    }
    return found
  })
}

/** Authors as they are typed again. */
export function linesOf(authors: readonly Author[]): string {
  return authors
    .map((one) => [one.name, one.unit, one.mail ?? '', one.phone ?? ''].join('; ').replace(/(; )+$/, ''))
    .join('\n')
}

/** The file as a version of the paper. */
export function versionOf(
  given: readonly unknown[] | undefined,
  of: { no: number; on: Temporal.PlainDate; by: string },
): PaperVersion {
  const read = paperFile.safeParse(given?.[0])
  if (!read.success) return faultAt('files', 'paper-without-file')
  const { id: file_id, ...file } = read.data
  return { no: of.no, file_id, ...file, losses: file.losses satisfies Loss[], on: of.on.toString(), by: of.by }
}
