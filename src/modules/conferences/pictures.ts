/** Pictures of papers: which kinds a volume carries, and how large they are. */

/** Kinds, with the extension their part gets. */
const extensions: Readonly<Record<string, 'png' | 'jpeg' | 'gif' | 'bmp'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
}

/** Is this a kind that every program shows? */
export function carried(media_type: string): boolean {
  return Object.hasOwn(extensions, media_type)
}

/** The extension of a carried kind. */
export function extensionOf(media_type: string): string {
  return extensions[media_type] ?? 'png'
}

/** Width and height in pixels, read from the picture's head; null where it is none. */
export function sizeOf(bytes: Buffer): { width: number; height: number } | null {
  const size = readSize(bytes)
  return size && size.width > 0 && size.height > 0 ? size : null
}

function readSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < 30) return null
  if (bytes.toString('latin1', 1, 4) === 'PNG') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  if (bytes.toString('latin1', 0, 3) === 'GIF') return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  if (bytes.toString('latin1', 0, 2) === 'BM')
    return { width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) }
  return bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : null
}

/** The first frame header (SOF) of a JPEG. */
function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
