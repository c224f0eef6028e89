/** Is this file a paper that can be taken? Stricter than an attachment: it will be opened, read and printed by us. */
import { type Block, mapLines, type Picture, textOf } from './blocks.ts'
import { type DocxParts, openDocx, UnreadablePaper } from './docx-parts.ts'
import { withoutContacts } from './opening.ts'
import { readDocx } from './paper-docx.ts'
import type { PaperFile } from './paper-fields.ts'
import { readPdf } from './paper-pdf.ts'
import { sizeOf } from './pictures.ts'

/** Why a file is no paper; each is a key of the `papers.faults` sentences. */
export type PaperFault =
  | 'paper-kind'
  | 'paper-damaged'
  | 'paper-locked'
  | 'paper-has-macros'
  | 'paper-reaches-outside'
  | 'paper-holds-objects'
  | 'paper-too-large'
  | 'paper-empty'
  | 'paper-picture-too-large'

/** What an upload's own check says, in the words of papers. */
export const faultOfUpload: Readonly<Record<string, PaperFault>> = {
  'file-empty': 'paper-empty',
  'file-too-large': 'paper-too-large',
  'upload-too-large': 'paper-too-large',
  'file-kind-not-taken': 'paper-kind',
  'file-is-a-program': 'paper-kind',
  'file-has-macros': 'paper-has-macros',
  'file-is-locked': 'paper-locked',
  'file-unpacks-too-large': 'paper-too-large',
  'file-is-damaged': 'paper-damaged',
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Reads the whole file as the volume will: what cannot be read is refused now, not when the volume is made. A request asks it
 * through `checkPaperBeside`: a file may be built to take minutes.
 */
export async function checkPaper(
  bytes: Buffer,
  media_type: string,
): Promise<{ ok: true; found: Pick<PaperFile, 'words' | 'losses'> } | { ok: false; code: PaperFault }> {
  if (media_type !== word && media_type !== 'application/pdf') return { ok: false, code: 'paper-kind' }
  try {
    const inside = media_type === word ? await faultInside(await openDocx(bytes)) : null
    if (inside) return { ok: false, code: inside }
    const { blocks, losses } = media_type === word ? await readDocx(bytes) : readPdf(bytes)
    // What the volume does with every text is done once here, where it may take only so long.
    withoutContacts(blocks, [])
    if (media_type === word && (await hasHugePicture(blocks))) return { ok: false, code: 'paper-picture-too-large' }
    const words = textOf(blocks).split(/\s+/u).filter(Boolean).length
    if (words === 0 && !losses.includes('scanned-pages')) return { ok: false, code: 'paper-empty' }
    return { ok: true, found: { words, losses: [...losses] } }
  } catch (fault) {
    if (!(fault instanceof UnreadablePaper)) throw fault
    if (fault.why === 'damaged') return { ok: false, code: 'paper-damaged' }
    return { ok: false, code: fault.why === 'locked' ? 'paper-locked' : 'paper-too-large' }
  }
}

/** Most pixels of a picture: twice what a good camera takes. A small file may hold one that fills the memory of who draws it. */
const pixels_max = 60_000_000

async function hasHugePicture(blocks: readonly Block[]): Promise<boolean> {
  const pictures: Picture[] = []
  mapLines(blocks, (inlines) => {
    for (const one of inlines) if (one.kind === 'picture') pictures.push(one.picture)
    return inlines
  })
  for (const one of pictures) {
    const size = sizeOf(await one.read().catch(() => Buffer.alloc(0)))
    if (size && size.width * size.height > pixels_max) return true
  }
  return false
}

/** Relations that fetch something when the file is opened; a plain link to a page does not. */
const harmless = /\/relationships\/hyperlink$/

/** Macros, templates and pictures from elsewhere, objects of other programs. A chart's own table is none of these. */
async function faultInside(parts: DocxParts): Promise<PaperFault | null> {
  if (!parts.exists('word/document.xml')) return 'paper-damaged'
  const names = parts.names.map((name) => name.toLowerCase())
  if (names.some((name) => /vbaproject|vbadata|macrosheets/.test(name))) return 'paper-has-macros'
  if (/macroenabled/i.test(await parts.text('[Content_Types].xml'))) return 'paper-has-macros'
  if (
    names.some(
      (name) =>
        /(^|\/)activex\/|\/embeddings\/.*\.(bin|docx?|docm|xlsm?|xls|pptx?|pptm|exe|rtf)$/.test(name) &&
        !/embeddings\/microsoft_excel[^/]*\.xlsx$/.test(name),
    )
  )
    return 'paper-holds-objects'
  for (const name of parts.names.filter((one) => one.endsWith('.rels'))) {
    const xml = await parts.text(name)
    for (const [row] of xml.matchAll(/<Relationship\b[^<>]*>/g)) {
      const type = /\bType="([^"]*)"/.exec(row)?.[1] ?? ''
      if (/\/(oleObject|control|aFChunk)$/.test(type)) return 'paper-holds-objects'
      if (/\bTargetMode="External"/i.test(row) && !harmless.test(type)) return 'paper-reaches-outside'
    }
  }
  return null
}
