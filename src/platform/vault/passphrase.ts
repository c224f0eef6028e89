/** What a vault passphrase must be: long enough that a stolen copy of the database cannot be guessed open. */

/** Fewest characters. */
export const passphraseMin = 16
/** Most characters. */
export const passphraseMax = 200

/** What is wrong with a new passphrase, as a fault code; null where nothing is. Several words are easier to keep than signs. */
export function passphraseFault(
  passphrase: string,
  sign_in_name: string,
): 'too-short' | 'too-long' | 'password-is-the-name' | 'passphrase-is-too-plain' | null {
  const letters = passphrase.normalize('NFKC').trim()
  const length = [...letters].length
  if (length < passphraseMin) return 'too-short'
  if (length > passphraseMax) return 'too-long'
  const plain = letters.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase()
  if (sign_in_name !== '' && plain.replace(/\s+/g, '') === sign_in_name.toLowerCase()) return 'password-is-the-name'
  const words = new Set(plain.split(/\s+/).filter((word) => word.length > 0))
  const signs = new Set(plain.replace(/\s+/g, '')).size
  // Four different words, or sixteen signs of at least ten kinds.
  return (words.size >= 4 && signs >= 8) || signs >= 10 ? null : 'passphrase-is-too-plain'
}
