/**
 * A multipart/form-data body read as a stream, part after part, in constant memory (RFC 7578). The platform's own
 * `formData()` takes the whole body into memory first, so one large upload could fill it.
 */

/** One part. `body` must be read to its end before the next part is asked for. */
export interface Part {
  name: string
  /** Null: a plain field. */
  file_name: string | null
  body: AsyncIterable<Buffer>
}

/** The body does not follow the format or is broken off. */
export class MalformedBody extends Error {}

/** More bytes than allowed for the whole body. */
export class BodyTooLarge extends Error {}

const headerBytesMax = 8 * 1024

/** The boundary of a multipart content type, or null where it is something else. */
export function boundaryOf(content_type: string | null): string | null {
  const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    content_type ?? '',
  )
  return found?.[1] ?? found?.[2] ?? null
}

/** The parts of this body in order. Throws BodyTooLarge after `bytes_max` bytes, MalformedBody where the format breaks. */
export async function* partsOf(
  stream: ReadableStream<Uint8Array>,
  boundary: string,
  bytes_max: number,
): AsyncGenerator<Part> {
  const feed = new Feed(stream, bytes_max)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  try {
    for await (const _ of feed.until(delimiter)) {
      // What stands before the first boundary means nothing.
    }
    while (await feed.startsPart()) {
      const { name, file_name } = readHeaders(await feed.headers())
      const pieces = feed.until(delimiter)
      // Without `return`, a reader that stops early leaves the rest to be passed over here.
      yield { name, file_name, body: { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) } }
      while (!(await pieces.next()).done);
    }
  } finally {
    await feed.close()
  }
}

class Feed {
  // The first boundary has no line end before it; with one put there all boundaries look alike.
  #buffer: Buffer = Buffer.from('\r\n')
  #total = 0
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #bytes_max: number

  constructor(stream: ReadableStream<Uint8Array>, bytes_max: number) {
    this.#reader = stream.getReader()
    this.#bytes_max = bytes_max
  }

  /** The bytes before the mark, in pieces; the mark itself is consumed. */
  async *until(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#buffer.indexOf(mark)
      if (at >= 0) {
        const piece = this.#buffer.subarray(0, at)
        this.#buffer = this.#buffer.subarray(at + mark.length)
        if (piece.length > 0) yield piece
        return
      }
      // A mark may lie across two chunks: its possible beginning stays.
      const safe = this.#buffer.length - mark.length + 1
      if (safe > 0) {
        const piece = this.#buffer.subarray(0, safe)
        this.#buffer = this.#buffer.subarray(safe)
        yield piece
      }
      const tail = this.#buffer
      const chunk = await this.#next()
      const seam = Buffer.concat([tail, chunk.subarray(0, mark.length - 1)])
      if (chunk.length < mark.length || seam.includes(mark)) {
        this.#buffer = Buffer.concat([tail, chunk])
      } else {
        // No mark across the two: the chunk is not copied, which a gigabyte would feel.
        if (tail.length > 0) yield tail
        this.#buffer = chunk
      }
    }
  }

  /** After a boundary: does a part follow (line end), or is it the last ("--")? */
  async startsPart(): Promise<boolean> {
    for (;;) {
      while (this.#buffer.length < 2) await this.#more()
      const two = this.#buffer.toString('latin1', 0, 2)
      if (two === '--') return false
      if (two === '\r\n') return true
      if (two[0] !== ' ' && two[0] !== '\t') throw new MalformedBody('boundary')
      this.#buffer = this.#buffer.subarray(1)
    }
  }

  async headers(): Promise<string> {
    const end = '\r\n\r\n'
    for (;;) {
      const at = this.#buffer.indexOf(end)
      if (at > headerBytesMax || (at < 0 && this.#buffer.length > headerBytesMax)) throw new MalformedBody('headers')
      if (at >= 0) {
        const text = this.#buffer.toString('utf8', 0, at)
        this.#buffer = this.#buffer.subarray(at + end.length)
        return text
      }
      await this.#more()
    }
  }

  async close(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined)
  }

  async #more(): Promise<void> {
    this.#buffer = Buffer.concat([this.#buffer, await this.#next()])
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#reader.read()
    if (done) throw new MalformedBody('broken off')
    this.#total += value.byteLength
    if (this.#total > this.#bytes_max) throw new BodyTooLarge()
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  }
}

function readHeaders(text: string): { name: string; file_name: string | null } {
  const line = text.split('\r\n').find((one) => /^content-disposition\s*:/i.test(one)) ?? ''
  const name = parameter(line, 'name')
  if (!/:\s*form-data\b/i.test(line) || name === null) throw new MalformedBody('content-disposition')
  return { name, file_name: parameter(line, 'filename') }
}

/** Browsers write UTF-8 and put only `"` and line ends as %22, %0D, %0A (HTML standard, multipart encoding). */
function parameter(line: string, key: string): string | null {
  const found = new RegExp(`;\\s*${key}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]+))`, 'i').exec(line)
  const value = found?.[1] ?? found?.[2]
  if (value === undefined) return null
  return value
    .replace(/\\(["\\])/g, '$1')
    .replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
