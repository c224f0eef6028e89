/** The report of a period in words (báo cáo sơ kết): sections numbered I, 1 as NĐ 30/2020 asks, tables as annexes. */
import type { Annex, Part } from './layout.ts'
import type { LetterData, LetterKind } from './letter-data.ts'
import type { Write } from './letters.ts'
import { issuerName, officialDay } from './wording.ts'

type Data = LetterData['review-report']

const grouped = new Intl.NumberFormat('vi-VN')
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const

/** What a section says; a line that people begin with `a)` stays one. */
function sectionParts(section: Data['parts'][number]['sections'][number], alone: boolean): Part[] {
  const heading: Part[] = alone ? [] : [{ kind: 'heading', text: `${section.number ?? ''}. ${section.title}` }]
  const said = section.paragraphs.length > 0 ? section.paragraphs : ['(chưa viết)']
  return [...heading, ...said.map((text): Part => ({ kind: 'paragraph', text }))]
}

function change(now: number, before: number): string {
  if (now === before) return '0'
  return `${now > before ? '+' : '-'}${grouped.format(Math.abs(now - before))}`
}

/** Each form of the period as a table of its own. */
function annexesOf(data: Data, notation: string, issued_on: string): Annex[] {
  return data.annexes.map((annex, index) => ({
    label: data.annexes.length > 1 ? `Phụ lục ${roman[index] ?? index + 1}` : 'Phụ lục',
    title: annex.title,
    of: `(Kèm theo Báo cáo số ${notation.trim()} ${officialDay(issued_on)} của ${issuerName(data.issuer)})`,
    table: {
      kind: 'table',
      head: ['Cột', 'Nội dung', 'Kỳ này', 'Cùng kỳ năm trước', 'Tăng, giảm'],
      widths_mm: [13, 78, 23, 27, 24],
      figures_from: 2,
      rows: annex.rows.map((row) => [
        String(row.no),
        row.heading,
        grouped.format(row.now),
        row.before === null ? '–' : grouped.format(row.before),
        row.before === null ? '–' : change(row.now, row.before),
      ]),
    },
    note:
      annex.left_out.length > 0
        ? `Các cột ${annex.left_out.join(', ')} không in ở đây: trong đó có số liệu tố cáo, báo cáo theo biểu riêng.`
        : null,
  }))
}

export const reviewLetters = {
  'review-report': (data, issued_on) => ({
    title: { type: 'Báo cáo', about: data.about },
    to: data.receiver ? [data.receiver] : [],
    parts: [
      {
        kind: 'paragraph',
        text: `${issuerName(data.issuer)} báo cáo ${data.about.charAt(0).toLocaleLowerCase('vi')}${data.about.slice(1)} (số liệu từ ${officialDay(data.first_on)} đến hết ${officialDay(data.last_on)}) như sau:`,
      },
      ...data.other_days.map(
        ({ form, first_on, last_on }): Part => ({
          kind: 'paragraph',
          text: `Riêng số liệu theo Biểu ${form} tính từ ${officialDay(first_on)} đến hết ${officialDay(last_on)}.`,
        }),
      ),
      ...data.parts.flatMap((part): Part[] => [
        { kind: 'heading', text: `${part.number}. ${part.title.toLocaleUpperCase('vi')}` },
        ...part.sections.flatMap((section) => sectionParts(section, part.sections.length === 1)),
      ]),
      {
        kind: 'paragraph',
        text: `Trên đây là báo cáo ${data.about.charAt(0).toLocaleLowerCase('vi')}${data.about.slice(1)} của ${issuerName(data.issuer)}.`,
      },
    ],
    annexes: (notation: string) => annexesOf(data, notation, issued_on),
  }),
} as const satisfies { [K in Extract<LetterKind, 'review-report'>]: Write<K> }
