/**
 * Where an upload waits until the record it belongs to is written: a temporary file encrypted under a key that only
 * this object holds, since nobody knows yet whether it belongs to a sealed record.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** An encrypted temporary file. `remove` must be called in the end; what a crash leaves is unreadable. */
export class Spool {
  size = 0
  readonly #path: string
  readonly #key = randomBytes(32)
  readonly #start = randomBytes(16)
  readonly #cipher = createCipheriv('aes-256-ctr', this.#key, this.#start)
  #handle: FileHandle | null

  private constructor(path: string, handle: FileHandle) {
    this.#path = path
    this.#handle = handle
  }

  /** Opens one under this data folder. */
  static async open(data: string): Promise<Spool> {
    const folder = join(data, 'tmp', 'uploads')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, randomBytes(16).toString('hex'))
    return new Spool(path, await open(path, 'wx', 0o600))
  }

  async write(chunk: Buffer): Promise<void> {
    if (!this.#handle) throw new Error('the spool is closed')
    await this.#handle.writeFile(this.#cipher.update(chunk))
    this.size += chunk.length
  }

  /** All bytes, decrypted; nothing may be written afterwards. */
  async read(): Promise<Buffer> {
    await this.#close()
    const decipher = createDecipheriv('aes-256-ctr', this.#key, this.#start)
    return decipher.update(await readFile(this.#path))
  }

  /** The bytes in pieces, decrypted as they are read; nothing may be written afterwards. */
  async *chunks(): AsyncGenerator<Buffer> {
    await this.#close()
    const decipher = createDecipheriv('aes-256-ctr', this.#key, this.#start)
    for await (const chunk of createReadStream(this.#path)) yield decipher.update(chunk)
  }

  async remove(): Promise<void> {
    await this.#close()
    await rm(this.#path, { force: true })
  }

  async #close(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    await handle?.close()
  }
}
