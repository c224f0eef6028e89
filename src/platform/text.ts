/** Vietnamese text: one way to place tone marks, folding for search, sort keys for personal names. */

/** Both spellings of an open syllable, the kept one second. */
const placements: ReadonlyMap<string, string> = new Map(
  (
    [
      ['oà oá oả oã oạ', 'òa óa ỏa õa ọa'],
      ['oè oé oẻ oẽ oẹ', 'òe óe ỏe õe ọe'],
      ['uỳ uý uỷ uỹ uỵ', 'ùy úy ủy ũy ụy'],
    ] as const
  ).flatMap(([other, kept]) => {
    const keep = kept.split(' ')
    return other.split(' ').map((pair, index) => [pair, keep[index] ?? pair] as const)
  }),
)

/**
 * Writes the tone of an open syllable in oa, oe, uy on the first vowel: `hoà` → `hòa`, `thuỷ` → `thủy`; `quý` and `hoàn`
 * stay. Sources differ in this (about 190 communes), readers do not. Result is NFC.
 */
export function oneTonePlacement(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      /(?<![qQ])([oOuU])([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])(?!\p{L})/gu,
      (pair, first: string, second: string) => {
        const kept = placements.get(pair.toLowerCase())
        if (kept === undefined) return pair
        const [vowel = first, glide = second] = kept
        return (
          (first === first.toUpperCase() ? vowel.toUpperCase() : vowel) +
          (second === second.toUpperCase() ? glide.toUpperCase() : glide)
        )
      },
    )
}

/**
 * Text for matching without marks: NFC → one tone placement → marks stripped, `đ` → `d`, lower case, one kind of dash,
 * no apostrophes, single spaces. Punctuation stays.
 */
export function foldMarks(text: string): string {
  return oneTonePlacement(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[–—‑‐]/g, '-')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Letters after z in ASCII: what follows a, e, o, u in the Vietnamese alphabet sorts after every two-letter start. */
const letters: Readonly<Record<string, string>> = {
  ă: 'a{',
  â: 'a|',
  đ: 'd{',
  ê: 'e{',
  ô: 'o{',
  ơ: 'o|',
  ư: 'u{',
}
/** Combining marks in the order ngang < huyền < hỏi < ngã < sắc < nặng. */
const tones: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
}

function sortPart(part: string): string {
  let base = ''
  let tone = ''
  for (const letter of part.normalize('NFC').toLowerCase()) {
    const marks = letter.normalize('NFD')
    const mark = [...marks].find((sign) => tones[sign] !== undefined)
    tone += mark === undefined ? '0' : tones[mark]
    const bare = mark === undefined ? letter : marks.replace(mark, '').normalize('NFC')
    base += letters[bare] ?? bare.normalize('NFD').replace(/\p{M}/gu, '')
  }
  return `${base} ${tone}`
}

/**
 * Key that orders Vietnamese personal names as lists do: by tên, then họ, then đệm, in the Vietnamese alphabet, tones
 * last. Plain byte order of the keys is the order of the names.
 */
export function sortKey(name: string): string {
  const words = oneTonePlacement(name).trim().split(/\s+/u).filter(Boolean)
  const given = words.pop() ?? ''
  const [family = '', ...middle] = words
  return [given, family, middle.join('')].map(sortPart).join(' ').trim()
}
