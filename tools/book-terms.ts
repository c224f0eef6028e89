/** Pages of the printed law book that are lists: the closed lists of the law, and what the file of a case must hold. */
import { type CasePaper, casePapers, type FiledKind } from '../src/law/case-file.ts'
import { narrativeSections, numberedParts } from '../src/law/narrative-sections.ts'
import { receptionFrequencies, refusalGrounds } from '../src/law/reception-rules.ts'
import { authorisationRules } from '../src/law/representation-rules.ts'
import {
  complexityCriteria,
  contestedKinds,
  declineGrounds,
  fields,
  firstDecisionFates,
  handBackGrounds,
  shelvingGrounds,
  suspensionGrounds,
} from '../src/law/terms.ts'
import { deciding } from '../src/ui/words/vi/deciding.ts'
import { law } from '../src/ui/words/vi/law.ts'
import { code, mark, page, table, vi } from './book-markdown.ts'

/** Looks a word up by a name that the tables give as plain text. */
type Lookup = Readonly<Record<string, string>>

function sectionCite(id: string): string {
  const row = narrativeSections.find((section) => section.id === id)
  return row ? row.cite + mark(row.unverified) : ''
}

/** The closed lists that steps choose from. */
export function termsPage(): string {
  const list = (title: string, rows: readonly { id: string; cite?: string }[], labels: Lookup) => [
    `## ${title}`,
    table(
      ['Tên', 'Tên trong chương trình', 'Căn cứ'],
      rows.map((row) => [labels[row.id] ?? '', code(row.id), row.cite ?? '']),
    ),
  ]
  return page('Danh mục', [
    ...list('Căn cứ không thụ lý khiếu nại', declineGrounds, law.decline_grounds),
    ...list(
      'Loại bị khiếu nại',
      contestedKinds.map((id) => ({ id })),
      law.contested_kinds,
    ),
    ...list(
      'Quyết định lần hai đối với quyết định lần đầu (LKN 2011 Đ40)',
      firstDecisionFates.map((id) => ({ id })),
      law.first_decision_fates,
    ),
    ...list('Căn cứ từ chối tiếp công dân', refusalGrounds, law.refusal_grounds),
    ...list('Tiêu chí vụ việc phức tạp', complexityCriteria, law.complexity_criteria),
    ...list('Căn cứ lưu đơn', shelvingGrounds, law.shelving_grounds),
    ...list('Căn cứ trả đơn', handBackGrounds, law.hand_back_grounds),
    ...list('Lĩnh vực', fields, law.fields),
    ...list('Căn cứ tạm đình chỉ giải quyết khiếu nại', suspensionGrounds, law.suspension_grounds),
    '## Mục của báo cáo bằng lời',
    table(
      ['Phần', 'Mục', 'Tên trong chương trình', 'Có sổ để soạn nháp', 'Căn cứ'],
      numberedParts().flatMap((part) =>
        part.sections.map(({ id, number, title, register }) => [
          `${part.number}. ${part.title}`,
          number ? `${number}. ${title}` : title,
          code(id),
          register === 'partly' ? 'một phần, còn lại do người viết' : register ? 'có' : 'chưa, do người viết',
          sectionCite(id),
        ]),
      ),
    ),
    '## Giấy ủy quyền của cá nhân',
    table(
      ['Phải công chứng, chứng thực', 'Từ ngày', 'Đến trước ngày', 'Căn cứ'],
      authorisationRules.map((row) => [
        row.must_be_certified ? 'có' : 'không',
        vi(row.from),
        row.until ? vi(row.until) : '',
        row.cite + mark(row.unverified),
      ]),
    ),
    '## Số ngày người đứng đầu phải tiếp công dân',
    table(
      ['Cấp', 'Ít nhất', 'Từ ngày', 'Đến trước ngày', 'Căn cứ'],
      receptionFrequencies.map((row) => [
        code(row.level),
        `${row.days} ngày mỗi ${row.per === 'month' ? 'tháng' : 'tuần'}`,
        vi(row.from),
        row.until ? vi(row.until) : '',
        row.cite + mark('unverified' in row ? row.unverified : undefined),
      ]),
    ),
  ])
}

/** What the file of a case must hold in which state, and which step brings it. */
export function caseFilePage(): string {
  const kinds = Object.keys(casePapers) as FiledKind[] // keys of a closed record
  const all = kinds.flatMap((kind) => papersOf(kind).map((entry) => ({ kind, ...entry })))
  const doubtful = all.filter(({ row }) => row.unverified)
  return page('Hồ sơ vụ việc phải có gì', [
    'Ở mỗi trạng thái, chương trình đối chiếu hồ sơ với bảng này và nói còn thiếu gì, bước nào bổ sung. Dòng “không phải chờ” thuộc về hồ sơ, nhưng bước sau vẫn làm được khi chưa có. Hồ sơ kín không đối chiếu ở đây.',
    ...kinds.flatMap((kind) => {
      const states: Lookup = law.states[kind]
      return [
        `## ${law.proceedings[kind]}`,
        table(
          ['Giấy tờ', 'Phải có khi hồ sơ ở', 'Bước bổ sung', 'Phải chờ', 'Căn cứ'],
          papersOf(kind).map(({ name, row }) => [
            name,
            row.states.map((state) => states[state] ?? state).join('; '),
            stepOf(kind, row),
            row.beside ? 'không phải chờ' : 'có',
            row.cite + mark(row.unverified),
          ]),
        ),
      ]
    }),
    '## Cần kiểm tra',
    doubtful
      .map(({ kind, name, row }) => {
        const why = row.unverified ? law.unverified[row.unverified] : ''
        return `- ${law.proceedings[kind]}, ${name} (${row.cite}): ${why}`
      })
      .join('\n'),
  ])
}

function papersOf(kind: FiledKind): { name: string; row: CasePaper<string, string> }[] {
  const rows: Readonly<Record<string, CasePaper<string, string>>> = casePapers[kind]
  const names: Lookup = deciding.papers[kind]
  return Object.entries(rows).map(([paper, row]) => ({ name: names[paper] ?? paper, row }))
}

function stepOf(kind: FiledKind, row: CasePaper<string, string>): string {
  const steps: Readonly<Record<string, { button: string }>> = law.steps[row.of ?? kind]
  const of = row.of ? ` (${law.proceedings[row.of]})` : ''
  return `${steps[row.step]?.button ?? ''} ${code(row.step)}${of}`
}
