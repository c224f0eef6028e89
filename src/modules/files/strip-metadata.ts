/** Pictures without where and with what they were taken: a photo sent from home should not give the home away. */

/** The picture without metadata, unchanged where the kind is another or its structure is unusual. Its direction stays. */
export function stripMetadata(bytes: Buffer, media_type: string): Buffer {
  if (media_type === 'image/jpeg') return stripJpeg(bytes)
  if (media_type === 'image/png') return stripPng(bytes)
  return bytes
}

/** Drops Exif, XMP, IPTC and comments; an Exif block with the orientation alone is put back where there was one. */
function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xda || marker === 0xd9) break
    const length = bytes.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return bytes
    const isExif = marker === 0xe1 && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0'
    if (isExif) orientation = orientationOf(bytes.subarray(at + 10, end))
    // APP1 (Exif, XMP), APP13 (IPTC), comments. APP0, APP2 (colour profile) and APP14 decide how it looks and stay.
    if (marker !== 0xe1 && marker !== 0xed && marker !== 0xfe) kept.push(bytes.subarray(at, end))
    at = end
  }
  const [start, ...segments] = kept
  const turned = orientation > 1 ? [orientationBlock(orientation)] : []
  return Buffer.concat([start!, ...turned, ...segments, bytes.subarray(at)])
}

/** Tag 0x0112 of the first directory, 1 where absent. */
function orientationOf(tiff: Buffer): number {
  if (tiff.length < 14) return 1
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return 1
  const count = Math.min(u16(first), 200)
  for (let index = 0; index < count; index++) {
    const entry = first + 2 + index * 12
    if (entry + 12 > tiff.length) return 1
    if (u16(entry) !== 0x0112) continue
    const value = u16(entry + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

function orientationBlock(orientation: number): Buffer {
  const block = Buffer.from(
    'ffe1002245786966000049492a00080000000100120103000100000001000000000000000000',
    'hex',
  ).subarray(0, 36)
  block.writeUInt16LE(orientation, 28)
  return block
}

/** Drops text and Exif chunks. */
function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return bytes
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (!['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].includes(type)) kept.push(bytes.subarray(at, end))
    at = end
    if (type === 'IEND') break
  }
  return Buffer.concat(kept)
}
