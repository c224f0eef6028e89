/** The vault's locks, all from libsodium: sealed boxes to officers, authenticated encryption under a record's own key. */
import sodium from 'libsodium-wrappers-sumo'

await sodium.ready

/** Contents are filled up to a multiple of this many bytes, so that their length tells little. */
const block_bytes = 512

/** Cost of a passphrase's hash (argon2id): about 0.2 s on one core. */
export const passphraseCost = { passes: 3, memory: 64 * 1024 * 1024 } as const

/** Ciphertext with the nonce it was made under. */
export interface Locked {
  nonce: Buffer
  content: Buffer
}

/** An officer's two keys. The private one lives as long as the request that needs it. */
export interface KeyPair {
  public_key: Buffer
  private_key: Buffer
}

/** It cannot be opened: another key, another place, or somebody changed it. */
export class Shut extends Error {
  override name = 'Shut'
}

/** A new pair for an officer (X25519). */
export function newKeyPair(): KeyPair {
  const pair = sodium.crypto_box_keypair()
  return { public_key: Buffer.from(pair.publicKey), private_key: Buffer.from(pair.privateKey) }
}

/** 32 random bytes: the key of a record, or what a session's cookie holds. */
export function newKey(): Buffer {
  return Buffer.from(sodium.crypto_aead_xchacha20poly1305_ietf_keygen())
}

/** A key that follows from another: who holds it learns nothing of the other. `purpose` has eight characters. */
export function keyFrom(key: Buffer, purpose: string): Buffer {
  return Buffer.from(sodium.crypto_kdf_derive_from_key(32, 1, purpose, key))
}

/** A salt for a passphrase. */
export function newSalt(): Buffer {
  return Buffer.from(sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES))
}

/** The key that a passphrase gives with this salt. The same letters, however their marks were typed, give the same key. */
export function keyOfPassphrase(passphrase: string, salt: Buffer, cost: { passes: number; memory: number }): Buffer {
  const letters = Buffer.from(passphrase.normalize('NFKC').trim())
  const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13
  return Buffer.from(sodium.crypto_pwhash(32, letters, salt, cost.passes, cost.memory, algorithm))
}

/** Encrypts (XChaCha20-Poly1305). `place` is bound in: what was locked for one place opens in no other. */
export function lock(clear: Buffer, key: Buffer, place: string): Locked {
  const nonce = Buffer.from(sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES))
  const padded = sodium.pad(clear, block_bytes)
  const content = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, place, null, nonce, key)
  sodium.memzero(padded)
  return { nonce, content: Buffer.from(content) }
}

/** Decrypts what `lock` made, or throws Shut. */
export function unlock({ nonce, content }: Locked, key: Buffer, place: string): Buffer {
  try {
    const padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, content, place, nonce, key)
    return Buffer.from(sodium.unpad(padded, block_bytes))
  } catch {
    throw new Shut('cannot be opened')
  }
}

/** Seals a key to an officer: nobody else can open it, not even who sealed it. */
export function sealTo(key: Buffer, public_key: Buffer): Buffer {
  return Buffer.from(sodium.crypto_box_seal(key, public_key))
}

/** Opens a key sealed to this pair, or throws Shut. */
export function openSealed(sealed: Buffer, pair: KeyPair): Buffer {
  try {
    return Buffer.from(sodium.crypto_box_seal_open(sealed, pair.public_key, pair.private_key))
  } catch {
    throw new Shut('cannot be opened')
  }
}

/** Overwrites a key that is needed no longer. */
export function wipe(...keys: readonly Buffer[]): void {
  for (const key of keys) sodium.memzero(key)
}
