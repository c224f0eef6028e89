/** A posted form with files, read as a stream: every file checked, nothing typed lost, memory constant whatever is sent. */
import { checkFile, type FileFault, type FileVerdict, fileLimits } from './check-file.ts'
import { BodyTooLarge, boundaryOf, MalformedBody, type Part, partsOf } from './multipart.ts'
import { Spool } from './spool.ts'

/** Limits of one form. */
export interface UploadLimits {
  bytes_max: number
  count_max: number
  /** Most bytes of one typed field; longer text is cut there, which the field's own limit then reports. */
  field_bytes_max: number
  fields_max: number
}

/** The limits of a petition's form. */
export const uploadLimits: UploadLimits = { ...fileLimits, field_bytes_max: 512 * 1024, fields_max: 300 }

/** A file that arrived and may be kept. */
export interface Upload {
  field: string
  name: string
  media_type: string
  size: number
  bytes: () => Promise<Buffer>
  /** The same in pieces, for what is encrypted on its way to the disk. */
  chunks?: () => AsyncIterable<Buffer>
}

/** What is wrong with a file: the field it was put in, its name as sent, and the code of the sentence. */
export interface UploadFault {
  field: string
  name: string
  code: FileFault
}

/** The form as read. Call `done()` when the answer is written: it removes what was not kept. */
export interface ReadUploads {
  /** The typed fields, for `readForm`. */
  form: FormData
  uploads: readonly Upload[]
  faults: readonly UploadFault[]
  done: () => Promise<void>
}

/**
 * Reads a form post of any content type a browser sends. Bodies that go on past the limits are cut there: what came
 * before is returned with the fault `upload-too-large`.
 */
export async function readUploads(
  request: Request,
  data: string,
  limits: UploadLimits = uploadLimits,
): Promise<ReadUploads> {
  const reading = new Reading(data, limits)
  const boundary = boundaryOf(request.headers.get('content-type'))
  const total_max = limits.bytes_max * limits.count_max + limits.field_bytes_max * 4
  try {
    if (boundary && request.body) {
      for await (const part of partsOf(request.body, boundary, total_max)) await reading.take(part)
    } else if (request.body) {
      await reading.takePlain(request.body)
    }
  } catch (fault) {
    const code =
      fault instanceof BodyTooLarge ? 'upload-too-large' : fault instanceof MalformedBody ? 'upload-broken-off' : null
    // A connection that breaks while it is read throws whatever the runtime has; our own faults go on.
    if (code === null && !isBroken(fault)) {
      await reading.done()
      throw fault
    }
    reading.fault('', '', code ?? 'upload-broken-off')
  }
  return { form: reading.form, uploads: reading.uploads, faults: reading.faults, done: () => reading.done() }
}

function isBroken(fault: unknown): boolean {
  return (
    fault instanceof Error && /abort|terminated|ECONNRESET|premature|cancel/i.test(`${fault.name} ${fault.message}`)
  )
}

class Reading {
  readonly form = new FormData()
  readonly uploads: Upload[] = []
  readonly faults: UploadFault[] = []
  readonly #spools = new Set<Spool>()
  readonly #data: string
  readonly #limits: UploadLimits
  #fields = 0
  #files = 0

  constructor(data: string, limits: UploadLimits) {
    this.#data = data
    this.#limits = limits
  }

  fault(field: string, name: string, code: FileFault): void {
    this.faults.push({ field, name: name.slice(0, 200), code })
  }

  async take(part: Part): Promise<void> {
    if (part.file_name === null) return this.#takeField(part)
    // A file input left empty is posted as an empty file without name.
    if (part.file_name === '') return
    this.#files += 1
    if (this.#files > this.#limits.count_max) {
      if (this.#files === this.#limits.count_max + 1) this.fault(part.name, part.file_name, 'too-many-files')
      return
    }
    await this.#takeFile(part.name, part.file_name, part.body)
  }

  async takePlain(stream: ReadableStream<Uint8Array>): Promise<void> {
    const most = this.#limits.field_bytes_max * 4
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of stream) {
      size += piece.byteLength
      if (size > most) throw new BodyTooLarge()
      pieces.push(piece)
    }
    for (const [name, value] of new URLSearchParams(Buffer.concat(pieces).toString('utf8')))
      this.form.append(name, value)
  }

  async #takeField(part: Part): Promise<void> {
    this.#fields += 1
    if (this.#fields > this.#limits.fields_max) return
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of part.body) {
      const room = this.#limits.field_bytes_max - size
      // Copied: a piece is a window on the network's chunk and would hold all of it.
      if (room > 0) pieces.push(Buffer.from(piece.subarray(0, room)))
      size += piece.length
    }
    this.form.append(part.name, Buffer.concat(pieces).toString('utf8'))
  }

  async #takeFile(field: string, name: string, body: AsyncIterable<Buffer>): Promise<void> {
    const spool = await this.#spool()
    for await (const piece of body) {
      if (spool.size + piece.length > this.#limits.bytes_max) {
        this.fault(field, name, 'file-too-large')
        await this.#drop(spool)
        return
      }
      await spool.write(piece)
    }
    const verdict = await inTurn(async () => {
      const bytes = await spool.read()
      const said = await checkFile(bytes, name)
      return said.ok && said.bytes.length !== bytes.length ? { ...said, spool: await this.#respool(said.bytes) } : said
    })
    if (!verdict.ok) {
      this.fault(field, name, verdict.code)
      await this.#drop(spool)
      return
    }
    const kept = verdict.spool ?? spool
    if (kept !== spool) await this.#drop(spool)
    this.uploads.push({
      field,
      name: verdict.name,
      media_type: verdict.media_type,
      size: kept.size,
      bytes: () => kept.read(),
      chunks: () => kept.chunks(),
    })
  }

  async done(): Promise<void> {
    for (const spool of this.#spools) await spool.remove()
    this.#spools.clear()
  }

  async #spool(): Promise<Spool> {
    const spool = await Spool.open(this.#data)
    this.#spools.add(spool)
    return spool
  }

  async #respool(bytes: Buffer): Promise<Spool> {
    const spool = await this.#spool()
    await spool.write(bytes)
    return spool
  }

  async #drop(spool: Spool): Promise<void> {
    this.#spools.delete(spool)
    await spool.remove()
  }
}

const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

/** Files are looked into two at a time: each may take its 20 MB of memory while it is. */
async function inTurn(work: () => Promise<FileVerdict & { spool?: Spool }>): Promise<FileVerdict & { spool?: Spool }> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
