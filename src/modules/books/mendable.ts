/** The words of a letter that a replacement may mend, by their place in its data. Days and amounts come from the record: they are mended there. */

/** Places that are no words of the letter itself, or name one of a closed list. */
const fixed =
  /^(issuer|signature|drafted_by|abbreviation|replaces|of|corrects)(\.|$)|(^|\.)(kind|honorific|result|outcome|form|limit)$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** Every place with its words; several paragraphs or items stand on lines of their own. */
export function mendableOf(data: object): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  const walk = (value: object, before: string) => {
    for (const [key, one] of Object.entries(value)) {
      const place = `${before}${key}`
      if (fixed.test(place)) continue
      if (typeof one === 'string' && one !== '' && !day.test(one)) found[place] = one
      else if (isTexts(one)) found[place] = one.join('\n')
      else if (before === '' && typeof one === 'object' && one !== null && !Array.isArray(one)) walk(one, `${key}.`)
    }
  }
  walk(data, '')
  return found
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')

/** The same data with these places mended. */
export function mended(data: object, changes: Readonly<Record<string, string>>): Record<string, unknown> {
  const copy = structuredClone(data) as Record<string, unknown>
  for (const [place, words] of Object.entries(changes)) {
    const [first = '', second] = place.split('.')
    const holder = second === undefined ? copy : Object(copy[first])
    const key = second ?? first
    holder[key] = Array.isArray(holder[key]) ? words.split('\n').filter((line) => line.trim() !== '') : words
  }
  return copy
}
