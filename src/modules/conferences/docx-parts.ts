/** The parts of a Word file, unpacked one at a time and never more than a limit, with what they refer to. */
import { Buffer } from 'node:buffer'
import yauzl from 'yauzl'

/** Most bytes of one unpacked part: a picture as a camera makes it. */
export const partBytesMax = 25 * 1024 * 1024
/** Most bytes of a part with text: a hundred pages stay below; read as a tree it takes some two hundred times as much memory. */
const textBytesMax = 6 * 1024 * 1024

/** It cannot be read: no Word file, damaged, or a part larger than a paper can be. */
export class UnreadablePaper extends Error {
  override name = 'UnreadablePaper'
  readonly why: 'damaged' | 'too-large' | 'locked' | 'too-many-pages'

  constructor(why: 'damaged' | 'too-large' | 'locked' | 'too-many-pages', cause?: unknown) {
    super(why, { cause })
    this.why = why
  }
}

/** The parts of one file. */
export interface DocxParts {
  names: readonly string[]
  exists: (name: string) => boolean
  bytes: (name: string) => Promise<Buffer>
  text: (name: string) => Promise<string>
}

/** Opens a Word file; its parts are read when asked for. */
export async function openDocx(file: Buffer): Promise<DocxParts> {
  const entries = new Map<string, yauzl.Entry>()
  const zip = await yauzl
    .fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: true })
    .catch((fault: unknown) => {
      throw new UnreadablePaper('damaged', fault)
    })
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  } catch (fault) {
    throw new UnreadablePaper('damaged', fault)
  }
  const bytes = async (name: string) => {
    const entry = entries.get(name)
    if (!entry) throw new UnreadablePaper('damaged')
    const most = /\.(xml|rels)$/i.test(name) ? textBytesMax : partBytesMax
    if (entry.uncompressedSize > most) throw new UnreadablePaper('too-large')
    const pieces: Buffer[] = []
    try {
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece))
    } catch (fault) {
      throw new UnreadablePaper('damaged', fault)
    }
    return Buffer.concat(pieces)
  }
  return {
    names: [...entries.keys()],
    exists: (name) => entries.has(name),
    bytes,
    text: async (name) => (await bytes(name)).toString('utf8'),
  }
}
