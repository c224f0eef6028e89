/** An office's own wording as a Word file: what is wrong with it, how it is filled, and one to start from. */
import { text as readText } from 'node:stream/consumers'
import { type FileChild, PatchType, patchDocument, TextRun } from 'docx'
import yauzl from 'yauzl'
import { bodyBlocks, copyLines, type Letter, layOut } from './layout.ts'
import type { LetterData, LetterKind, Numbered } from './letter-data.ts'
import { composeLetter, writeLetter } from './letters.ts'
import { blockFields, fieldValues, fixedWords, requiredParts, type TemplatePart } from './template-fields.ts'

/** What is wrong: which part is lost, or which field is broken. */
export type TemplateFault =
  | { code: 'not-a-word-file' }
  | { code: 'reaches-outside' }
  | { code: 'part-is-lost'; part: TemplatePart }
  | { code: 'field-is-unknown'; text: string }
  | { code: 'field-is-not-closed'; text: string }
  | { code: 'field-needs-its-own-line'; text: string }

const unpackedMax = 20 * 1024 * 1024
const textPart = /^word\/(document|header\d*|footer\d*)\.xml$/

/** The parts of a Word file that are read; null where it is none, or unpacks to more than anybody writes. */
async function readParts(docx: Buffer): Promise<Map<string, string> | null> {
  const parts = new Map<string, string>()
  let unpacked = 0
  try {
    const zip = await yauzl.fromBufferPromise(docx)
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      if (unpacked > unpackedMax || parts.size > 200) return null
      if (textPart.test(entry.fileName) || /\.rels$|vbaProject|\[Content_Types\]/.test(entry.fileName))
        parts.set(entry.fileName, await readText(await zip.openReadStreamPromise(entry)))
    }
  } catch {
    return null
  }
  return parts.has('word/document.xml') && parts.has('[Content_Types].xml') ? parts : null
}

/** The text of each paragraph, as fields are looked for. */
function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text ?? '')
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .normalize('NFC'),
  )
}

const field = /\{([^{}]*)\}/g
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** Everything wrong with a wording of this kind of letter, held against a letter of that kind; empty: it may be used. */
export async function templateFaults<K extends LetterKind>(
  kind: K,
  docx: Buffer,
  like: { data: LetterData[K]; numbered: Numbered },
): Promise<TemplateFault[]> {
  const parts = await readParts(docx)
  if (!parts) return [{ code: 'not-a-word-file' }]
  const outside = [...parts].some(
    ([name, text]) =>
      /vbaProject/.test(name) ||
      [...text.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g)].some(([one]) => !/\/hyperlink"/.test(one)),
  )
  if (outside) return [{ code: 'reaches-outside' }]
  const paragraphs = [...parts].filter(([name]) => textPart.test(name)).flatMap(([, xml]) => paragraphsOf(xml))
  const letter = writeLetter(kind, like.data, like.numbered)
  const known = [...Object.keys(fieldValues(like.data, letter)), ...blockFields]
  const found: string[] = []
  const faults: TemplateFault[] = []
  for (const paragraph of paragraphs) {
    for (const [whole, name = ''] of paragraph.matchAll(field)) {
      const plain = name.toLowerCase()
      if (!known.includes(plain)) faults.push({ code: 'field-is-unknown', text: short(whole) })
      else if (blockFields.some((one) => one === plain) && paragraph.trim() !== whole)
        faults.push({ code: 'field-needs-its-own-line', text: whole })
      found.push(plain)
    }
    const left = paragraph.replace(field, '')
    const broken = /[{}].{0,20}/.exec(left)
    if (broken) faults.push({ code: 'field-is-not-closed', text: short(broken[0]) })
  }
  const all = paragraphs.join('\n')
  for (const [part, words] of Object.entries(fixedWords) as [keyof typeof fixedWords, string][])
    if (!all.replace(/\s+/g, ' ').includes(words)) faults.push({ code: 'part-is-lost', part })
  for (const [part, ways] of requiredParts(kind, like.data, letter))
    if (!ways.some((fields) => fields.every((one) => found.includes(one)))) faults.push({ code: 'part-is-lost', part })
  return faults
}

/** A brace that somebody typed opens no field: a word joiner, which nobody sees, stands behind it. */
function withoutFields<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'string' ? one.replaceAll('{', '{\u2060') : one))
}

function runs(value: string): TextRun[] {
  return value.split('\n').map((line, index) => new TextRun(index === 0 ? { text: line } : { text: line, break: 1 }))
}

async function hasRoomForReplacing(template: Buffer): Promise<boolean> {
  const parts = await readParts(template)
  const found = [...(parts ?? [])].filter(([name]) => textPart.test(name)).flatMap(([, xml]) => paragraphsOf(xml))
  return /\{(noi_dung|thay_the)\}/i.test(found.join('\n'))
}

/** The letter in the office's own wording. The wording has been checked when it was introduced. */
export async function fillTemplate<K extends LetterKind>(
  kind: K,
  template: Buffer,
  of: { data: LetterData[K]; numbered: Numbered },
): Promise<Buffer> {
  // A letter that takes another one's place must say so: a wording without room for it is not used for it.
  if (of.data.replaces && !(await hasRoomForReplacing(template))) return composeLetter(kind, of.data, of.numbered)
  const letter: Letter = withoutFields(writeLetter(kind, of.data, of.numbered))
  const values = fieldValues(withoutFields(of.data), letter)
  const blocks: Record<(typeof blockFields)[number], () => FileChild[]> = {
    noi_dung: () => bodyBlocks(letter),
    noi_nhan: () => copyLines(letter.copies),
  }
  const patches = Object.fromEntries([
    ...Object.entries(values).flatMap(([name, value]) => [
      [name, { type: PatchType.PARAGRAPH, children: runs(value) }],
      [name.toUpperCase(), { type: PatchType.PARAGRAPH, children: runs(value.toLocaleUpperCase('vi')) }],
    ]),
    ...blockFields.map((name) => [name, { type: PatchType.DOCUMENT, children: blocks[name]() }]),
  ])
  return patchDocument({
    outputType: 'nodebuffer',
    data: template,
    patches,
    keepOriginalStyles: true,
    placeholderDelimiters: { start: '{', end: '}' },
  })
}

/** A wording to start from: the letter as it is laid out today, with fields where a letter has its own words. */
export async function starterTemplate<K extends LetterKind>(
  kind: K,
  like: { data: LetterData[K]; numbered: Numbered },
): Promise<Buffer> {
  const letter = writeLetter(kind, like.data, like.numbered)
  return layOut({
    ...letter,
    parent: letter.parent === null ? null : '{co_quan_cap_tren}',
    issuer: ['{co_quan}'],
    notation: letter.notation === null ? null : '{so_ky_hieu}',
    place_and_date: '{dia_danh_ngay}',
    title:
      kind === 'private' ? { type: '{ten_loai}', about: '{trich_yeu}' } : { ...letter.title, about: '{trich_yeu}' },
    ...(letter.decider ? { decider: '{nguoi_quyet_dinh}' } : {}),
    to: letter.to.length > 0 ? ['{kinh_gui}'] : [],
    parts: [{ kind: 'ground', text: '{noi_dung}' }],
    signatures: letter.signatures.map((one, index) => {
      const after = index === 0 ? '' : `_${index + 1}`
      return { ...one, titles: [`{chuc_vu${after}}`], name: `{nguoi_ky${after}}` }
    }),
    copies: letter.copies.length > 0 ? ['{noi_nhan}'] : [],
  })
}
