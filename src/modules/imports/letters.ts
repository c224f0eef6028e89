/** The letters of an old book: how its bytes become text, and whether the text was typed in letters from before Unicode. */

/** Bytes as text: by byte-order mark, else UTF-8, else the old Vietnamese Windows page. Null: not a text at all. */
export function decodeText(bytes: Buffer): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  }
}

/** Zero-width signs, direction marks, byte-order marks and controls: nobody sees them, everybody stumbles over them. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g

/** One form for what looks alike: composed letters, ordinary spaces, full-width and half-width forms as plain ones. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(unseen, '')
    .replace(/[\uff00-\uffef]/g, (letter) => letter.normalize('NFKC'))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** Letters that only Unicode Vietnamese has. */
const modern = /[\u1ea0-\u1ef9đĐơƠưƯăĂ]/g
/** TCVN3 (.VnTime): toned letters lie on signs that no Vietnamese text has inside a word. */
const tcvn3 = /\p{L}[\u00a8-\u00ae\u00b5-\u00be]|[\u00a8-\u00ae\u00b5-\u00be]\p{L}/gu
/** VNI (VNI-Times): a vowel and its tone are two letters. */
const vni = /[aeouyAEOUY][ùøûõïâêîéèãáàäåëúüôöÙØÛÕÏÂÊÎÉÈÃÁÀÄÅËÚÜÔÖ](?!\p{M})|[ñÑ]\p{L}/gu

/** Which letters from before Unicode a text was typed in; null where it reads as Vietnamese of today. */
export function oldLetters(text: string): 'tcvn3' | 'vni' | null {
  const sample = text.slice(0, 200_000)
  const today = sample.match(modern)?.length ?? 0
  const [a, b] = [sample.match(tcvn3)?.length ?? 0, sample.match(vni)?.length ?? 0]
  if (Math.max(a, b) < 8 || Math.max(a, b) <= today) return null
  return a >= b ? 'tcvn3' : 'vni'
}
