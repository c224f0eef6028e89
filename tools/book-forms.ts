/** The pages of the book that print the report forms: every column with what it counts, the checks, who receives. */
import type { Column, Form, Term, When } from '../src/law/form-parts.ts'
import { measureOf } from '../src/law/form-rules.ts'
import { forms } from '../src/law/forms.ts'
import { measureKey } from '../src/law/measures.ts'
import { chainOfInstrument, type ReceiverRow, receivers, type SendRow, sendDays } from '../src/law/report-chains.ts'
import { type ReportCalendar, reportCalendars } from '../src/law/report-periods.ts'
import { reportForms } from '../src/ui/words/vi/report-forms.ts'

/** A page: its title and its parts. */
export interface FormsPage {
  file: string
  title: string
  parts: readonly string[]
}

const days: Record<When, string> = {
  in: 'trong kỳ',
  before: 'trước kỳ',
  until: 'đến hết kỳ',
  of: 'về việc trong kỳ',
  'in-from-before': 'trong kỳ, nhận trước kỳ',
  'in-from-in': 'trong kỳ, nhận trong kỳ',
}

const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')

const vi = (day: string) => day.split('-').reverse().join('/')
const inForce = ({ from, until }: { from: string; until: string | null }) =>
  until ? `từ ${vi(from)} đến trước ${vi(until)}` : `từ ${vi(from)}`

/** The form's page in the book. */
export const formFile = (code: string): string => `form-${code.replace('/', '-').toLowerCase()}.md`

function termText(term: Term): string {
  return `${term.sign < 0 ? '− ' : '+ '}${days[term.when]}: ${term.measures.map((name) => `\`${name}\``).join(' + ')}`
}

function counts(column: Column): string {
  if (column.words) return '(ghi bằng chữ)'
  if ('terms' in column.from) return column.from.terms.map(termText).join('; ')
  const taken = (column.from.less ?? []).map((no) => ` − ${no}`).join('')
  return `cột ${column.from.add.join(' + ')}${taken}`
}

function version(form: Form): string[] {
  const identities = form.identities.map(
    ({ what, inferred }) => `${what.replace('<=', ' ≤ ')}${inferred ? ' (suy ra)' : ''}`,
  )
  const across = (form.across ?? []).map(
    ({ no, of }) => `cột ${no} = ${of.map((one) => `${one.code} cột ${one.no.join('+')}`).join(' + ')}`,
  )
  return [
    `## ${form.cite}, ${inForce(form)}${form.unverified ? ' †' : ''}`,
    form.unverified ? `Cần kiểm tra: ${form.unverified}.` : '',
    table(
      ['Số in', 'Cột', 'Đếm gì'],
      form.columns.map((column) => [
        `${column.printed}${column.unverified ? ' †' : ''}`,
        column.path.join(' › '),
        `${counts(column)}${column.typed ? ' (số ghi khi ra quyết định, kết luận)' : ''}`,
      ]),
    ),
    identities.length > 0 ? `Phép kiểm tra: ${identities.join('; ')}.` : '',
    across.length > 0 ? `Đối chiếu với biểu khác: ${across.join('; ')}.` : '',
  ]
}

function measuresPart(versions: readonly Form[]): string[] {
  const names = new Map<string, string>()
  for (const form of versions)
    for (const column of form.columns)
      if ('terms' in column.from)
        for (const name of column.from.terms.flatMap((term) => term.measures))
          names.set(name, measureKey(measureOf(form, name)))
  return [
    '## Chỉ số',
    table(
      ['Chỉ số', 'Bút toán được đếm'],
      [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, key]) => [`\`${name}\``, key]),
    ),
  ]
}

function chainsPage(): FormsPage {
  const rows: readonly ReceiverRow[] = receivers
  const send: readonly SendRow[] = sendDays
  const calendars: readonly ReportCalendar[] = reportCalendars
  const { chains, send: said } = reportForms
  return {
    file: 'report-chains.md',
    title: 'Nơi nhận, thời hạn gửi và kỳ báo cáo',
    parts: [
      '## Nơi nhận',
      table(
        ['Tuyến', 'Cấp gửi', 'Nơi nhận', 'Hiệu lực', 'Căn cứ'],
        rows.map((row) => [
          chains[row.chain],
          said.levels[row.from_level],
          row.bodies.join(' / '),
          inForce(row),
          `${row.cite}${row.unverified ? ' †' : ''}`,
        ]),
      ),
      `Tuyến theo văn bản: ${Object.entries(chainOfInstrument)
        .map(([instrument, chain]) => `${instrument}: ${chains[chain]}`)
        .join('; ')}.`,
      '## Thời hạn gửi',
      said.lead,
      table(
        ['Cấp gửi', 'Số ngày sau khi hết kỳ', 'Căn cứ'],
        send.map((row) => [said.levels[row.level], String(row.days), `${row.cite}${row.unverified ? ' †' : ''}`]),
      ),
      '## Kỳ báo cáo',
      table(
        ['Văn bản', 'Kỳ', 'Từ ngày', 'Đến hết ngày'],
        calendars.flatMap((calendar) =>
          calendar.periods.map((row) => [
            `${calendar.cite}${calendar.unverified ? ' †' : ''}`,
            said.period_kinds[row.kind],
            `${row.first[1]}/${row.first[0]}${row.first[0] === 12 ? ' năm trước' : ''}`,
            `${row.last[1]}/${row.last[0]}`,
          ]),
        ),
      ),
    ],
  }
}

/** Every page: one a form with all its versions, and one of receivers, send days and periods. */
export function formsPages(): FormsPage[] {
  const codes = [...new Set(forms.map((form) => form.code))]
  const pages = codes.map((code): FormsPage => {
    const versions = forms.filter((form) => form.code === code)
    const title = versions.at(-1)?.title ?? ''
    return {
      file: formFile(code),
      title: `Biểu ${code} — ${title}`,
      parts: [...[...versions].reverse().flatMap(version), ...measuresPart(versions)],
    }
  })
  return [...pages, chainsPage()]
}
