/** Letters as people write them: invented from topics, each different in facts, wording, spelling and length. */
import type { Region } from './names.ts'
import { type Office, spoken } from './offices.ts'
import type { Chance } from './random.ts'
import type { Topic } from './topics.ts'

/** What stands under every invented letter. */
export const inventedMark = '(Đơn hư cấu)'

/** Fills the places of one case in: every text of the case says the same facts. */
export type Fill = (text: string) => string

const projects = [
  'đường nối cao tốc',
  'khu dân cư mới',
  'kè chống sạt lở',
  'trường mầm non',
  'đường tránh quốc lộ',
  'hệ thống thoát nước',
  'trạm y tế',
  'chợ trung tâm',
]

/** The facts of one case. */
export function factsOf(chance: Chance, office: Office, around: Temporal.PlainDate, several = false): Fill {
  const me = several ? 'chúng tôi' : office.region === 'delta' && chance.percent(14) ? 'tui' : 'tôi'
  const short = (day: Temporal.PlainDate) => `${day.day}/${day.month}/${day.year}`
  const values: Readonly<Record<string, string>> = {
    me,
    Me: me.charAt(0).toLocaleUpperCase('vi') + me.slice(1),
    unit: spoken(office.name),
    office: office.level === 'commune' ? `Ủy ban nhân dân ${spoken(office.name)}` : `lãnh đạo ${spoken(office.name)}`,
    hamlet: chance.pick(office.hamlets),
    road: chance.pick(office.roads),
    project: chance.pick(projects),
    area: String(chance.int(8, 62) * 10 + chance.int(0, 9)),
    small: String(chance.int(3, 48) * 5),
    small2: chance.pick(['hai', 'ba', 'bốn', 'năm']),
    width: `${chance.int(1, 3)},${chance.int(1, 9)}`,
    money: String(chance.int(9, 78) * 5),
    money2: String(chance.int(2, 16) * 5),
    count: String(chance.int(6, 38)),
    count2: chance.pick(['2', '3', '4', '5']),
    months: String(chance.int(3, 14)),
    days: String(chance.int(6, 40)),
    years: String(chance.int(12, 38)),
    month: String(around.subtract({ months: chance.int(1, 4) }).month),
    year: String(chance.int(1986, 2012)),
    year2: String(chance.int(2014, 2024)),
    wartime: String(chance.int(1966, 1974)),
    age: String(chance.int(76, 93)),
    plot: String(chance.int(11, 389)),
    sheet: String(chance.int(2, 48)),
    date: short(around.subtract({ days: chance.int(12, 80) })),
    date2: short(around.add({ days: chance.int(3, 9) })),
  }
  return (text) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`no fact ${name}`)
      return value
    })
}

/** A written letter. */
export interface Letter {
  title: string
  text: string
}

const greetings = ['Kính gửi {office}.', 'Kính thưa {office}!', 'Kính gửi các cấp lãnh đạo {unit}.', '']
const thanks = [
  'Xin chân thành cảm ơn.',
  'Tôi xin cam đoan những điều trên là đúng.',
  'Mong sớm được trả lời.',
  'Trân trọng cảm ơn.',
  'Rất mong được quan tâm.',
  '',
]

/** Writes a letter about a topic; drawn again with the same facts it tells the same in other words, as a neighbour would. */
export function letterAbout(chance: Chance, topic: Topic, fill: Fill, region: Region): Letter {
  const long = chance.percent(55)
  const wish = chance.pick(topic.wish)
  const body = [
    [chance.pick(greetings), chance.pick(topic.open)].filter((part) => part !== '').join(' '),
    chance.pick(topic.facts) + (long ? ` ${chance.pick(topic.effect)}` : ''),
    `${wish} ${chance.pick(thanks)}`.trim(),
  ]
  if (!long && chance.percent(50)) body.splice(1, 1, chance.pick(topic.facts))
  const text = fill(body.join('\n\n'))
  const title = fill(chance.pick(topic.title))
  return { title: title.slice(0, 190), text: `${asWritten(chance, text, region)}\n\n${inventedMark}` }
}

/** How people type: mostly well, now and then in the old spelling, by ear, or without marks on an old telephone. */
function asWritten(chance: Chance, text: string, region: Region): string {
  const drawn = chance.int(1, 100)
  if (drawn <= 3) return withoutMarks(text)
  if (drawn <= 16) return replaceAll(text, oldSpelling)
  if (drawn <= 24) return replaceAll(text, byEar)
  if (drawn <= 36 && region === 'delta') return replaceAll(text, southernWords)
  return text
}

const oldSpelling = [
  ['hòa', 'hoà'],
  ['hóa', 'hoá'],
  ['hủy', 'huỷ'],
  ['tòa', 'toà'],
  ['thủy', 'thuỷ'],
  ['xóa', 'xoá'],
  ['lý', 'lí'],
] as const
const byEar = [
  ['xử lý', 'sử lý'],
  ['chăn nuôi', 'trăn nuôi'],
  ['giải quyết', 'giãi quyết'],
  ['rác', 'rát'],
  ['sửa', 'sữa'],
  ['nghiêm', 'ngiêm'],
] as const
const southernWords = [
  [' không ', ' hông '],
  ['bà con', 'bà con cô bác'],
  ['như thế', 'như vầy'],
  ['bảo', 'biểu'],
  [' nhỉ', ' hen'],
] as const

function replaceAll(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((said, [from, to]) => said.replaceAll(from, to), text)
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}
