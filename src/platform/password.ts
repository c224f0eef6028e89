/** Passwords: argon2id hashes, what a password must be, and one-time passwords to hand out. */
import { type Argon2Parameters, argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** Above the least that OWASP asks (19 MiB, 2 passes, 1 lane); about 60 ms on one core. */
const cost = { memory: 32_768, passes: 3, parallelism: 1, tagLength: 32 }

/** A hash takes 32 MiB: more at once than this wait, so that a flood of tries cannot take the memory. */
const hashesAtOnce = 4

/** Most characters of a password. */
export const passwordMax = 128
/** Fewest characters of a password. */
export const passwordMin = 10

const run = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= hashesAtOnce) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** The same password however its marks were typed. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'))
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** Hashes a password in the PHC form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await inTurn(() => run('argon2id', { ...cost, message: bytesOf(password), nonce }))
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(hash)}`
}

/** Is this the password of that hash? A hash it cannot read is no. Takes as long for yes as for no. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    stored,
  )
  if (!parts) return false
  const expected = Buffer.from(parts[5]!, 'base64')
  const nonce = Buffer.from(parts[4]!, 'base64')
  const parameters = { memory: Number(parts[1]), passes: Number(parts[2]), parallelism: Number(parts[3]) }
  const hash = await inTurn(() =>
    run('argon2id', { ...parameters, tagLength: expected.length, message: bytesOf(password), nonce }),
  )
  return timingSafeEqual(hash, expected)
}

const digits = '0123456789'
const letters = 'abcdefghjkmnpqrstuvwxyz'

/** A password to read out or write on a slip: three groups of letters and one of digits, about 68 random bits. */
export function oneTimePassword(): string {
  const group = (from: string, length: number) => Array.from({ length }, () => from[randomInt(from.length)]).join('')
  return [group(letters, 4), group(letters, 4), group(letters, 4), group(digits, 4)].join('-')
}

const common = [
  'password',
  'matkhau',
  'mat khau',
  'qwerty',
  'abcdef',
  '123456',
  '111111',
  'gandan',
  'vietnam',
  'iloveyou',
]

/** What is wrong with a new password, as a fault code; null where nothing is. */
export function passwordFault(
  password: string,
  sign_in_name: string,
): 'too-short' | 'too-long' | 'password-is-the-name' | 'password-is-common' | null {
  const length = [...password].length
  if (length < passwordMin) return 'too-short'
  if (length > passwordMax) return 'too-long'
  const plain = password.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  if (plain.includes(sign_in_name.toLowerCase())) return 'password-is-the-name'
  const left = common.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  return new Set(left).size < 4 || (/^\d+$/.test(plain) && length < 16) ? 'password-is-common' : null
}
