/** Files of sealed records: encrypted piece by piece (libsodium secretstream), filled up so that their size tells little. */
import sodium from 'libsodium-wrappers-sumo'
import { Shut } from './box.ts'

await sodium.ready

/** Bytes of one piece in the clear. */
const piece_bytes = 64 * 1024
/** The true length stands before the content. */
const length_bytes = 8
const smallest_bytes = 16 * 1024

/** What a file of this size is filled up to: one of four steps between two powers of two, 16 kB at least. */
export function bucketOf(size: number): number {
  const needed = Math.max(size + length_bytes, smallest_bytes)
  const step = 2 ** (Math.floor(Math.log2(needed)) - 2)
  return Math.ceil(needed / step) * step
}

/** Encrypts a stream of a known size: never more than a piece of it is held. `place` is bound in. */
export async function* sealStream(
  clear: AsyncIterable<Uint8Array>,
  size: number,
  key: Buffer,
  place: string,
): AsyncGenerator<Buffer> {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key)
  yield Buffer.from(header)
  let left = bucketOf(size)
  for await (const piece of piecesOf(filled(clear, size, left))) {
    left -= piece.length
    const tag = left === 0 ? 'FINAL' : 'MESSAGE'
    const sealed = sodium.crypto_secretstream_xchacha20poly1305_push(
      state,
      piece,
      place,
      sodium[`crypto_secretstream_xchacha20poly1305_TAG_${tag}`],
    )
    sodium.memzero(piece)
    yield Buffer.from(sealed)
  }
}

/** Opens what `sealStream` made, or throws Shut: another key, another place, a piece missing or moved. */
export function openStream(sealed: Buffer, key: Buffer, place: string): Buffer {
  const header_bytes = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
  const step = piece_bytes + sodium.crypto_secretstream_xchacha20poly1305_ABYTES
  const clear: Buffer[] = []
  try {
    const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(sealed.subarray(0, header_bytes), key)
    let tag: number | null = null
    for (let at = header_bytes; at < sealed.length; at += step) {
      const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed.subarray(at, at + step), place)
      if (!pulled) throw new Shut('cannot be opened')
      clear.push(Buffer.from(pulled.message))
      tag = pulled.tag
    }
    if (tag !== sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL) throw new Shut('broken off')
  } catch {
    throw new Shut('cannot be opened')
  }
  const whole = Buffer.concat(clear)
  return whole.subarray(length_bytes, length_bytes + Number(whole.readBigUInt64BE(0)))
}

/** The length, the content, then zeros up to the bucket. Throws where the content is not as long as was said. */
async function* filled(clear: AsyncIterable<Uint8Array>, size: number, bucket: number): AsyncGenerator<Uint8Array> {
  const length = Buffer.alloc(length_bytes)
  length.writeBigUInt64BE(BigInt(size))
  yield length
  let seen = 0
  for await (const chunk of clear) {
    seen += chunk.length
    if (seen <= size) yield chunk
  }
  if (seen !== size) throw new RangeError(`a file of ${size} bytes had ${seen}`)
  for (let left = bucket - length_bytes - size; left > 0; left -= piece_bytes)
    yield Buffer.alloc(Math.min(left, piece_bytes))
}

async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let piece = Buffer.alloc(piece_bytes)
  let at = 0
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      const taken = Math.min(chunk.length - from, piece_bytes - at)
      piece.set(chunk.subarray(from, from + taken), at)
      at += taken
      from += taken
      if (at < piece_bytes) continue
      yield piece
      piece = Buffer.alloc(piece_bytes)
      at = 0
    }
  }
  if (at > 0) yield piece.subarray(0, at)
}
