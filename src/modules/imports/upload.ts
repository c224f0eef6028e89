/** The upload of a book: one file of a form, held in memory until it is read and encrypted, never on disk in the clear. */
import { fileLimits } from '../files/check-file.ts'
import { BodyTooLarge, boundaryOf, MalformedBody, partsOf } from '../files/multipart.ts'
import { type BookFault, UnreadableBook } from './sheet.ts'

/** What the form brought. `file` is null where none was chosen. */
export interface BookUpload {
  fields: ReadonlyMap<string, string>
  file: { name: string; bytes: Buffer } | null
  fault: BookFault | null
}

const field_bytes_max = 2000

/** Reads the form; a body beyond the limits is cut off there and told as a fault. */
export async function readUpload(request: Request): Promise<BookUpload> {
  const fields = new Map<string, string>()
  const boundary = boundaryOf(request.headers.get('content-type'))
  let file: BookUpload['file'] = null
  try {
    if (boundary && request.body) {
      for await (const part of partsOf(request.body, boundary, fileLimits.bytes_max + 64 * 1024)) {
        const most = part.file_name === null ? field_bytes_max : fileLimits.bytes_max
        const bytes = await allOf(part.body, most)
        if (part.file_name === null) fields.set(part.name, bytes.toString('utf8'))
        else if (part.file_name !== '') file = { name: nameOf(part.file_name), bytes }
      }
    }
    return { fields, file, fault: null }
  } catch (fault) {
    if (fault instanceof UnreadableBook) return { fields, file: null, fault: fault.code }
    if (fault instanceof BodyTooLarge) return { fields, file: null, fault: 'file-too-large' }
    if (fault instanceof MalformedBody) return { fields, file: null, fault: 'upload-broken-off' }
    throw fault
  }
}

async function allOf(body: AsyncIterable<Buffer>, bytes_max: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > bytes_max) throw new UnreadableBook('file-too-large')
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces)
}

/** The file's own name without a path, as it is shown later. */
export function nameOf(file_name: string): string {
  const base = file_name.split(/[\\/]/).at(-1) ?? ''
  const plain = base
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._()-]/gu, '')
    .trim()
  // A long number in a name is more likely a person's than a year.
  return plain.replace(/\d{9,}/g, '…').slice(0, 120) || 'so-tiep-cong-dan'
}
