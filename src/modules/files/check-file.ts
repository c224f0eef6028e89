/** What may be attached: judged by what a file is, never by what it is called. */
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromBuffer } from 'file-type'
import yauzl from 'yauzl'
import { cleanName } from './file-name.ts'
import { stripMetadata } from './strip-metadata.ts'

/** Most bytes of one file, and most files of one petition. */
export const fileLimits = { bytes_max: 20 * 1024 * 1024, count_max: 10 } as const

/** Why a file is refused; each is a key of the `files.faults` sentences. */
export type FileFault =
  | 'file-empty'
  | 'file-too-large'
  | 'too-many-files'
  | 'file-kind-not-taken'
  | 'file-is-a-program'
  | 'file-has-macros'
  | 'file-is-locked'
  | 'file-unpacks-too-large'
  | 'file-is-damaged'
  | 'upload-too-large'
  | 'upload-broken-off'

/** A file that may be kept: its true kind, a safe name, and the bytes to keep (pictures without metadata). */
export interface CheckedFile {
  name: string
  media_type: string
  bytes: Buffer
}

/** The verdict on a file. */
export type FileVerdict = ({ ok: true } & CheckedFile) | { ok: false; code: FileFault }

const oox = 'application/vnd.openxmlformats-officedocument'
/** Kinds taken, with the extension their files get. */
const taken: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heif',
  [`${oox}.wordprocessingml.document`]: 'docx',
  [`${oox}.spreadsheetml.sheet`]: 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'text/plain': 'txt',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/3gpp': '3gp',
}
/** Extensions offered to the file picker. */
export const acceptedExtensions = [...new Set(Object.values(taken))].map((extension) => `.${extension}`)

const programs = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/vnd.android.package-archive',
  'application/java-vm',
  'application/wasm',
  'application/x-sh',
  'application/x.ms.shortcut',
  'application/x-chrome-extension',
  'application/vnd.microsoft.portable-executable',
])

/** Limits against files that unpack without end: a 20 MB office file of real life stays far below. */
const unpacked = { bytes_max: 150 * 1024 * 1024, entries_max: 5_000 } as const

/** May this file be kept? Reads its content; the name only gives the kept name and tells text from nothing. */
export async function checkFile(bytes: Buffer, name: string): Promise<FileVerdict> {
  if (bytes.length === 0) return no('file-empty')
  if (bytes.length > fileLimits.bytes_max) return no('file-too-large')
  const found = await kindOf(bytes, name)
  if (!('media_type' in found)) return found
  const extension = taken[found.media_type]
  if (!extension) return no('file-kind-not-taken')
  const packed = bytes.readUInt16BE(0) === 0x504b
  const inside = packed ? await faultInside(bytes) : null
  if (inside) return no(inside)
  return {
    ok: true,
    name: cleanName(name, extension),
    media_type: found.media_type,
    bytes: stripMetadata(bytes, found.media_type),
  }
}

function no(code: FileFault): { ok: false; code: FileFault } {
  return { ok: false, code }
}

async function kindOf(bytes: Buffer, name: string): Promise<{ media_type: string } | { ok: false; code: FileFault }> {
  const head = bytes.toString('latin1', 0, 4)
  if (head.startsWith('MZ') || head === '\x7fELF' || head.startsWith('#!')) return no('file-is-a-program')
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mime = type?.mime ?? null
  if (mime === null)
    return isText(bytes) && /\.txt$/i.test(name.trim()) ? { media_type: 'text/plain' } : no('file-kind-not-taken')
  if (programs.has(mime)) return no('file-is-a-program')
  if (/macroenabled/i.test(mime)) return no('file-has-macros')
  if (mime === 'application/x-cfb') return oldOffice(bytes)
  // Word before its parts are read looks like any zip; a locked zip cannot be looked into.
  if (mime === 'application/zip' && bytes.length > 8 && (bytes.readUInt16LE(6) & 1) === 1) return no('file-is-locked')
  return { media_type: mime }
}

/** Compound files are .doc and .xls, but also installers: the names of their streams tell, in UTF-16. */
function oldOffice(bytes: Buffer): { media_type: string } | { ok: false; code: FileFault } {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return no('file-is-locked')
  if (holds('_VBA_PROJECT') || holds('Macros')) return no('file-has-macros')
  if (holds('WordDocument')) return { media_type: 'application/msword' }
  if (holds('Workbook')) return { media_type: 'application/vnd.ms-excel' }
  return no('file-kind-not-taken')
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder(bytes.readUInt16BE(0) === 0xfffe ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text holds none of these
    return !/[\u0000-\u0008\u000E-\u001F]/.test(text)
  } catch {
    return false
  }
}

/** What is wrong inside a packed office file. Every entry is unpacked and counted: declared sizes can lie. */
async function faultInside(bytes: Buffer): Promise<FileFault | null> {
  let declared = 0
  let entries = 0
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    if (zip.entryCount > unpacked.entries_max) return 'file-unpacks-too-large'
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize
      entries += 1
      if (declared > unpacked.bytes_max || entries > unpacked.entries_max) return 'file-unpacks-too-large'
      if (entry.generalPurposeBitFlag & 1) return 'file-is-locked'
      if (/(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/.*)$/i.test(entry.fileName)) return 'file-has-macros'
      if (/^(Basic|Scripts)\/.+/.test(entry.fileName)) return 'file-has-macros'
      if (entry.fileName.endsWith('/')) continue
      await pipeline(
        await zip.openReadStreamPromise(entry),
        new Writable({ write: (_chunk, _encoding, done) => done() }),
      )
    }
    return null
  } catch (fault) {
    return fault instanceof Error && /too many bytes/i.test(fault.message)
      ? 'file-unpacks-too-large'
      : 'file-is-damaged'
  }
}
