/**
 * The key of somebody who has neither account nor telephone: 130 random bits on a paper slip. What is derived from it by
 * libsodium's own functions finds the record and opens its channel; the key itself is kept nowhere.
 */
import { randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { alphabet, checkCharacter, plainCode, prefixLength } from '../tracking-code.ts'
import { type KeyPair, keyFrom, wipe } from './box.ts'

await sodium.ready

/** 26 characters of five bits each. */
const randomLength = 26
const length = prefixLength + randomLength + 1
const groupLength = 5

/** What a key gives: where its record is found, and the pair that opens what was sealed for it. */
export interface ChannelKey {
  /** 16 bytes under which the record is found; they lead nowhere back. */
  door: Buffer
  pair: KeyPair
}

/** A new key of a unit, e.g. `7K3FQ-9MD2W-XAH4Z-…`: six groups of five, the last character checks the rest. */
export function newChannelKey(prefix: string): string {
  let random = ''
  for (const byte of randomBytes(randomLength)) random += alphabet[byte & 31]
  const body = prefix + random
  return group(body + checkCharacter(body))
}

/** What somebody typed as a key, read kindly; null where it cannot be one. */
export function readChannelKey(typed: string): { key: string; prefix: string } | null {
  const plain = plainCode(typed)
  if (plain.length !== length || [...plain].some((character) => !alphabet.includes(character))) return null
  if (checkCharacter(plain.slice(0, -1)) !== plain.at(-1)) return null
  return { key: group(plain), prefix: plain.slice(0, prefixLength) }
}

/**
 * Derives door and pair. The key is random and long, so a hash and libsodium's key derivation are enough: argon2id is for
 * what people think up, and would hold the process for every wrong try.
 */
export function openChannelKey(key: string): ChannelKey {
  const letters = Buffer.from(plainCode(key))
  const root = Buffer.from(sodium.crypto_generichash(32, letters, Buffer.from('gandan channel key 1')))
  wipe(letters)
  const door = keyFrom(root, 'chandoor')
  const seed = keyFrom(root, 'chanpair')
  const pair = sodium.crypto_box_seed_keypair(seed)
  wipe(root, seed)
  return {
    door: door.subarray(0, 16),
    pair: { public_key: Buffer.from(pair.publicKey), private_key: Buffer.from(pair.privateKey) },
  }
}

function group(plain: string): string {
  return plain.match(new RegExp(`.{${groupLength}}`, 'g'))!.join('-')
}
