/** How official documents write days, numbers, places and people (NĐ 30/2020 Phụ lục I and II). */

/** A day inside letter data, ISO (`2026-07-06`): letter data lives in jsonb. */
export type IsoDay = string

/** Text that any word processor opens: NFC, line ends as \n, without the characters XML forbids. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // A figure and its unit of measure stay on one line.
      .replace(/(?<=\d) (?=(?:m²|m2|m|km|ha|kg|%)(?![\p{L}\d]))/gu, '\u00A0')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML 1.0
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  )
}

/** `ngày 05 tháng 01 năm 2026`: a zero before days under 10 and before months 1 and 2 only. */
export function officialDay(day: IsoDay): string {
  const { day: d, month: m, year } = Temporal.PlainDate.from(day)
  return `ngày ${d < 10 ? `0${d}` : d} tháng ${m <= 2 ? `0${m}` : m} năm ${year}`
}

/** `Cam Đường, ngày 05 tháng 01 năm 2026`. */
export function placeAndDay(place: string, day: IsoDay): string {
  return `${place}, ${officialDay(day)}`
}

/** The number as printed: 01 … 09, 10, 11 …; a draft without number keeps room for it. */
export function officialNumber(number: number | null): string {
  if (number === null) return '      '
  return number < 10 ? `0${number}` : String(number)
}

/**
 * The place name above the day: a commune's or province's own name without its type, except where the name is a
 * number or a person, which keep it (`Phường 5`, `Thành phố Hồ Chí Minh`). Other exceptions are the unit's own setting.
 */
export function placeOf(unitName: string): string {
  const found = /^(xã|phường|đặc khu|thị trấn|tỉnh|thành phố|huyện|quận|thị xã)\s+(.+)$/iu.exec(unitName.trim())
  const name = found?.[2]
  if (!name || /^\d+$/.test(name) || name === 'Hồ Chí Minh') return unitName.trim()
  return name
}

/** The body that writes, as it stands on the day of the letter. */
export interface Issuer {
  /** `Phường Cam Đường` for a territory, `Sở Nội vụ tỉnh Lào Cai` for another body. */
  name: string
  /** A territory issues as its People's Committee; any other body under its own name. */
  body: 'peoples-committee' | 'other'
  /** Parent body printed above; null for a People's Committee. */
  parent_name: string | null
  /** Abbreviation in document symbols: `UBND`, `SNV`. */
  symbol: string
  /** Place name above the day. */
  place: string
  /** Where people come or write to. */
  address?: string
  phone?: string
}

/** Name of a body in running text: `Ủy ban nhân dân phường Cam Đường`. */
export function issuerName(issuer: Issuer): string {
  return issuer.body === 'peoples-committee' ? `Ủy ban nhân dân ${lowerFirst(issuer.name)}` : issuer.name
}

/** The issuing body's printed lines: a People's Committee takes two. */
export function issuerLines(issuer: Issuer): string[] {
  return issuer.body === 'peoples-committee' ? ['Ủy ban nhân dân', issuer.name] : [issuer.name]
}

/** `phường Cam Đường`, but `Phường 5` and `Thành phố Hồ Chí Minh` keep their capital (NĐ 30/2020 Phụ lục II). */
export function lowerFirst(name: string): string {
  return placeOf(name) === name.trim() ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}

/** How letters name who settles in a unit: `Chủ tịch Ủy ban nhân dân xã Bảo Yên`, `Giám đốc Sở Xây dựng`. */
export function settlerName(level: string, name: string): string {
  if (['province', 'district', 'commune'].includes(level)) return `Chủ tịch Ủy ban nhân dân ${lowerFirst(name)}`
  if (level === 'ministry') return `Bộ trưởng ${name}`
  return name.startsWith('Sở ') ? `Giám đốc ${name}` : `Thủ trưởng ${name}`
}

/** A person a letter is about or goes to. */
export interface Person {
  name: string
  /** How to address; `Ông/Bà` where not known. */
  honorific?: 'Ông' | 'Bà' | 'Ông/Bà'
  address: string
  /** Other people in the same petition, whom this one represents. */
  others?: number
}

/** As `personName`, inside a sentence: `ông Nguyễn Văn A`. */
export function namedPerson(person: Person): string {
  return personName(person).replace(/^(Ông\/Bà|Ông|Bà)/, (word) => word.toLocaleLowerCase('vi'))
}

/** `Ông/Bà Nguyễn Văn A`, with the number of others where a representative stands for several. */
export function personName(person: Person): string {
  const others = person.others ? ` và ${person.others} người cùng đứng tên` : ''
  return `${person.honorific ?? 'Ông/Bà'} ${person.name}${others}`
}

/** How the letter is signed (NĐ 30/2020 Phụ lục I, ô số 7). */
export interface Signature {
  /** `own`: competence of the head in person; `collective`: TM.; `deputy`: KT.; `by-order`: TL.; `by-authorisation`: TUQ.; `acting`: Q. */
  capacity: 'own' | 'collective' | 'deputy' | 'by-order' | 'by-authorisation' | 'acting'
  /** Title of the head of the body: `Chủ tịch`, `Giám đốc`. */
  head_title: string
  /** Title of the one who signs, where it is not the head: `Phó Chủ tịch`, `Chánh Văn phòng`. */
  own_title?: string
  name: string
}

/** The lines above the name. Throws where a deputy or one who signs by order has no title of their own. */
export function signatureTitles(signature: Signature, issuer: Issuer): string[] {
  const { capacity, head_title, own_title } = signature
  if (capacity === 'own') return [head_title]
  if (capacity === 'acting') return [`Q. ${head_title}`]
  if (capacity === 'collective') {
    const body = issuer.body === 'peoples-committee' ? 'Ủy ban nhân dân' : issuer.name
    return own_title ? [`TM. ${body}`, `KT. ${head_title}`, own_title] : [`TM. ${body}`, head_title]
  }
  if (!own_title) throw new TypeError(`a signature "${capacity}" needs the signer's own title`)
  const sign = { deputy: 'KT.', 'by-order': 'TL.', 'by-authorisation': 'TUQ.' } as const
  return [`${sign[capacity]} ${head_title}`, own_title]
}

/** `Chủ tịch Ủy ban nhân dân phường Cam Đường`. */
export function headOf(issuer: Issuer, head_title: string): string {
  return `${head_title} ${issuerName(issuer)}`
}
