/**
 * From a signer's identity number to a mark that finds a second signature and leads nowhere back: a keyed one-way value. The
 * key is made of a slip of paper that the counter holds; the program keeps neither the slip nor the number.
 */
import { createHmac, hkdfSync } from 'node:crypto'
import { tidy } from '../../platform/input.ts'
import { newChannelKey, openChannelKey, readChannelKey } from '../../platform/vault/channel-key.ts'

/** Most signers typed at once: one sheet. */
export const linesMax = 200

/** A new slip: 130 random bits as six groups of five characters. */
export const newSlip = (prefix: string) => newChannelKey(prefix)

/** What the record keeps to tell a right slip from a wrong one; nothing follows from it. */
export function checkOf(slip: string): string {
  return openChannelKey(slip).door.toString('hex')
}

/** The slip as typed, if it is the one of this count; null where it is not. */
export function slipOf(typed: string, key_check: string | null): string | null {
  const read = readChannelKey(typed)
  return read && key_check !== null && checkOf(read.key) === key_check ? read.key : null
}

/** The marks of these numbers under the slip, for this count alone, in the order of the marks: not in that of the sheet. */
export function marksOf(slip: string, count: { id: string; round: number }, numbers: readonly string[]): string[] {
  const key = Buffer.from(hkdfSync('sha256', slip, count.id, `signatures of round ${count.round}`, 32))
  const marks = numbers.map((one) => createHmac('sha256', key).update(one).digest('hex'))
  key.fill(0)
  return marks.sort()
}

/** Identity numbers as typed, one a line; `wrong` holds the lines (from 1) that are none. */
export function numbersIn(typed: string): { numbers: string[]; wrong: number[] } {
  const lines = tidy(typed).split('\n')
  const numbers: string[] = []
  const wrong: number[] = []
  for (const [at, line] of lines.entries()) {
    const plain = line.normalize('NFKC').replace(/[\s.]/g, '')
    if (plain === '') continue
    if (/^\d{12}$/.test(plain)) numbers.push(plain)
    else wrong.push(at + 1)
  }
  return { numbers, wrong }
}
