/** Prints the book of the law to `docs/law/`, for a lawyer to read; `--check` fails where a page is stale. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { receptionBook } from '../src/law/book-forms.ts'
import { calendarWith, publishedCalendar, statutoryHolidays } from '../src/law/calendar.ts'
import { calendarYears } from '../src/law/calendar-years.ts'
import { type CompetenceRow, competenceRows } from '../src/law/competence.ts'
import { instruments, missingArticles } from '../src/law/instruments.ts'
import type { Step, Workflow } from '../src/law/law.ts'
import { letterForms } from '../src/law/letter-forms.ts'
import { type ProceedingName, proceedings, statesOf } from '../src/law/proceedings.ts'
import { retentionRows } from '../src/law/retention-rules.ts'
import { switches } from '../src/law/switches.ts'
import { type TimeLimit, timeLimits } from '../src/law/time-limits.ts'
import { tipRoad } from '../src/law/tip-steps.ts'
import { law } from '../src/ui/words/vi/law.ts'
import { notices } from '../src/ui/words/vi/notices.ts'
import { sealedEnds } from '../src/ui/words/vi/sealed-ends.ts'
import { dialoguesPage } from './book-dialogues.ts'
import { formsPages } from './book-forms.ts'
import { code, mark, page, short, table, vi } from './book-markdown.ts'
import { caseFilePage, termsPage } from './book-terms.ts'

type AnyWorkflow = Workflow<string, string, string>
type AnyStep = Step<string, string, string>
/** Looks a word up by a name that the tables give as plain text. */
type Lookup = Readonly<Record<string, string>>

const folder = join(import.meta.dirname, '..', 'docs', 'law')

/** All pages of the book: file name → Markdown. */
export function pages(): Map<string, string> {
  const found = new Map<string, string>()
  const names = Object.keys(proceedings) as ProceedingName[] // keys of a closed record
  for (const name of names) found.set(`${name}.md`, proceedingPage(name))
  found.set('tip.md', proceedingPage('denunciation', tips))
  found.set('time-limits.md', limitsPage())
  found.set('calendar.md', calendarPage())
  found.set('competence.md', competencePage())
  found.set('dialogue-duties.md', dialoguesPage())
  found.set('terms.md', termsPage())
  found.set('case-file.md', caseFilePage())
  found.set('letters.md', lettersPage())
  found.set('instruments.md', instrumentsPage())
  for (const { file, title, parts } of formsPages()) found.set(file, page(title, parts))
  found.set('README.md', indexPage(names))
  return found
}

/** Unsigned information walks a part of the closed register's table: its page prints that part. */
const tips = { title: 'Thông tin không rõ người gửi (tin báo)', steps: tipRoad }

function proceedingPage(name: ProceedingName, part?: { title: string; steps: readonly string[] }): string {
  const whole: AnyWorkflow = proceedings[name].workflow
  const workflow: AnyWorkflow = part
    ? Object.fromEntries(Object.entries(whole).filter(([step]) => part.steps.includes(step)))
    : whole
  const mentioned = statesOf(workflow)
  const all_finals: readonly string[] = proceedings[name].finals
  const finals = all_finals.filter((state) => mentioned.includes(state))
  const states: Lookup = law.states[name]
  const missing = part ? [] : (missingArticles[name] ?? [])
  const steps = Object.entries(workflow)
  const needed = [...new Set(steps.flatMap(([, row]) => row.needs))]
  const limits = [...new Set(steps.flatMap(([, row]) => [row.within ?? [], ...(row.or_within ?? [])].flat()))]
  const doubtful = steps.filter(([, row]) => row.unverified)
  const conditions: Lookup = law.conditions
  return page(part?.title ?? law.proceedings[name], [
    part
      ? 'Thông tin không rõ người gửi được niêm phong như hồ sơ kín, nhưng theo luật không phải là tố cáo. Mở xem, chuyển, giao khóa, đính chính: như [hồ sơ kín](denunciation.md).'
      : '',
    missing.length ? '**Bảng này chưa đủ**: các điều luật chưa làm được kê ở cuối trang.' : '',
    '## Sơ đồ',
    ['```mermaid', diagram(name, workflow, finals), '```'].join('\n'),
    'Bước không đổi trạng thái không vẽ trong sơ đồ.',
    '## Trạng thái',
    table(
      ['Trạng thái', 'Tên trong chương trình', 'Kết thúc'],
      statesOf(workflow).map((state) => [states[state] ?? '', code(state), finals.includes(state) ? 'có' : '']),
    ),
    '## Các bước',
    table(
      ['Bước', 'Tên trong chương trình', 'Từ', 'Đến', 'Ai làm', 'Điều kiện', 'Thời hạn', 'Căn cứ', 'Hiệu lực'],
      steps.map(([step, row]) => stepCells(name, step, row)),
    ),
    needed.length ? '## Điều kiện, và câu trả lời khi chưa đạt' : '',
    needed.length
      ? table(
          ['Tên trong chương trình', 'Khi chưa đạt thì nói'],
          needed.map((need) => [code(need), conditions[need] ?? '']),
        )
      : '',
    limits.length ? '## Thời hạn của các bước' : '',
    limits.length ? limitTable(timeLimits.filter((row) => limits.includes(row.id))) : '',
    doubtful.length ? '## Cần kiểm tra' : '',
    doubtful
      .map(([step, row]) => `- ${code(step)} (${row.cite}): ${row.unverified ? law.unverified[row.unverified] : ''}`)
      .join('\n'),
    missing.length ? '## Điều luật chưa có trong bảng' : '',
    missing.map(({ cite, what }) => `- ${cite}: ${what}`).join('\n'),
  ])
}

function stepCells(name: ProceedingName, step: string, row: AnyStep): string[] {
  const states: Lookup = law.states[name]
  const words: Readonly<Record<string, { button: string; done: string }>> = law.steps[name]
  const standings: Lookup = law.standings
  const force = [
    row.in_force_from ? `từ ${vi(row.in_force_from)}` : '',
    row.in_force_until ? `đến trước ${vi(row.in_force_until)}` : '',
  ]
  return [
    words[step]?.button ?? '',
    code(step),
    row.from.map((state) => states[state] ?? state).join('; ') || '(lập hồ sơ)',
    row.to === 'same' ? '(không đổi)' : (states[row.to] ?? row.to),
    row.by.map((by) => standings[by] ?? by).join(', '),
    row.needs.map(code).join(' '),
    [row.within ?? [], ...(row.or_within ?? [])]
      .flat()
      .map((limit) => law.limits[limit])
      .join('; '),
    row.cite + mark(row.unverified),
    force.filter(Boolean).join(', '),
  ]
}

function diagram(name: ProceedingName, workflow: AnyWorkflow, finals: readonly string[]): string {
  const states: Lookup = law.states[name]
  const words: Readonly<Record<string, { button: string }>> = law.steps[name]
  const id = (state: string) => state.replaceAll('-', '_')
  const lines = statesOf(workflow).map((state) => `  state "${states[state] ?? state}" as ${id(state)}`)
  // Several steps between the same two states share one arrow.
  const arrows = new Map<string, string[]>()
  for (const [step, row] of Object.entries(workflow)) {
    if (row.to === 'same') continue
    for (const from of row.from.length > 0 ? row.from.map(id) : ['[*]']) {
      const arrow = `  ${from} --> ${id(row.to)}`
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), words[step]?.button ?? step])
    }
  }
  for (const [arrow, labels] of arrows) lines.push(`${arrow}: ${labels.join(' / ')}`)
  for (const state of finals) lines.push(`  ${id(state)} --> [*]`)
  return ['stateDiagram-v2', ...lines].join('\n')
}

function limitsPage(): string {
  const doubtful = timeLimits.filter((row: TimeLimit) => row.unverified)
  return page('Thời hạn', [
    'Dòng áp dụng là dòng có hiệu lực vào ngày bắt đầu tính. Ngày bắt đầu không tính (BLDS 2015 Đ147.2). Ngày cuối là ngày nghỉ thì hạn là ngày làm việc tiếp theo (BLDS 2015 Đ148.5). Thời gian tạm dừng không tính; sau đó tính tiếp, không tính lại từ đầu. Thông báo trước thì tính lùi từ ngày diễn ra; rơi vào ngày nghỉ thì lùi thêm. Cảnh báo theo ngày danh nghĩa; quá hạn tính từ ngày sau hạn.',
    limitTable(timeLimits),
    '## Điều khoản có thể bật, tắt',
    table(
      ['Điều khoản', 'Tên trong chương trình', 'Mặc định', 'Từ ngày', 'Căn cứ'],
      switches.map((row) => [
        law.switches[row.id],
        code(row.id),
        row.on_by_default ? 'bật' : 'tắt',
        vi(row.from),
        row.cite + mark(row.unverified),
      ]),
    ),
    '## Lưu giữ hồ sơ kín',
    'Tính từ hết năm kết thúc vụ việc. Người đứng đầu cơ quan đặt được dài hơn, không được ngắn hơn; hồ sơ đang được giữ lại thì chưa hủy.',
    table(
      ['Hồ sơ', 'Số năm', 'Từ ngày', 'Căn cứ'],
      retentionRows.map((row) => [
        sealedEnds.classes[row.record_class],
        String(row.years),
        vi(row.from),
        row.cite + mark(row.unverified),
      ]),
    ),
    '## Cần kiểm tra',
    doubtful
      .map(
        (row: TimeLimit) => `- ${code(row.id)} (${row.cite}): ${row.unverified ? law.unverified[row.unverified] : ''}`,
      )
      .join('\n'),
  ])
}

function limitTable(rows: readonly TimeLimit[]): string {
  const names: Lookup = law.limits
  const starts: Lookup = law.limit_starts
  const variants: Lookup = law.variants
  return table(
    [
      'Việc',
      'Tên trong chương trình',
      'Thời hạn',
      'Tính từ',
      'Của ai',
      'Từ ngày',
      'Đến trước ngày',
      'Căn cứ',
      'Tạm dừng',
    ],
    rows.map((row) => {
      const unit = law.units[row.unit]
      const longer = Object.entries(row.variants ?? {}).map(
        ([key, length]) => `${variants[key] ?? key}: ${length} ${unit}`,
      )
      return [
        names[row.id] ?? '',
        code(row.id),
        [`${row.length} ${unit}${row.counted === 'before' ? ' trước' : ''}`, ...longer].join('; ') +
          (row.local ? ' (số của cơ quan)' : ''),
        starts[row.id] ?? '',
        row.for === 'agency' ? 'cơ quan' : 'công dân',
        vi(row.from),
        row.until ? vi(row.until) : '',
        row.cite + mark(row.unverified),
        row.suspendable ? row.suspendable.cite : '',
      ]
    }),
  )
}

function calendarPage(): string {
  const years = calendarYears.map((row) => {
    const days = [...statutoryHolidays(row)].sort(([a], [b]) => (a < b ? -1 : 1))
    const bridges: string[] = []
    for (let on = Temporal.PlainDate.from(`${row.year}-01-01`); on.year === row.year; on = on.add({ days: 1 })) {
      const day = publishedCalendar.day(on)
      if (day.why === 'compensation') bridges.push(short(on.toString()))
    }
    return [
      String(row.year),
      short(row.tet_first),
      days
        .filter(([, id]) => id === 'tet')
        .map(([on]) => short(on))
        .join(', '),
      short(row.gio_to),
      row.national_days.map(short).join(', '),
      bridges.join(', '),
      row.swaps.map(({ rest, work }) => `nghỉ ${vi(rest)}, làm bù ${vi(work)}`).join('; '),
      law.calendar_statuses[row.status],
      row.source,
    ]
  })
  const culture = calendarWith([], { 'holiday.culture-day': true }).day(Temporal.PlainDate.from('2026-11-24'))
  return page('Lịch làm việc', [
    'Ngày làm việc: thứ Hai đến thứ Sáu, trừ ngày lễ, cộng thứ Bảy làm bù. Ngày lễ trùng ngày nghỉ hằng tuần thì nghỉ bù ngày làm việc tiếp theo (BLLĐ 2019 Đ111.3). Mọi năm còn có: 01/01, 30/04, 01/05. Dòng do cơ quan nhập đứng trên bảng này.',
    table(['Năm', 'Mùng 1 Tết', 'Nghỉ Tết', 'Giỗ Tổ', 'Quốc khánh', 'Nghỉ bù', 'Hoán đổi', 'Độ chắc', 'Nguồn'], years),
    `Ngày ${vi(culture.on.toString())} (${law.holidays.culture}) chỉ là ngày nghỉ khi bật ${code('holiday.culture-day')}; mặc định tắt vì chưa thấy luật ban hành.`,
  ])
}

function competencePage(): string {
  const rows: readonly CompetenceRow[] = competenceRows
  const doubtful = rows.filter((row) => row.unverified)
  return page('Ai giải quyết khiếu nại', [
    'Dòng áp dụng là dòng có hiệu lực vào ngày nhận đơn. Không có khiếu nại lần ba: sau lần hai chỉ còn tòa án (LKN 2011 Đ42). Quyết định kỷ luật đi theo cùng các bậc, theo LKN 2011 Đ51 †; sau Bộ trưởng hoặc Chủ tịch UBND cấp tỉnh là Bộ trưởng Bộ Nội vụ. Với quyết định kỷ luật, đối thoại là bắt buộc cả ở lần đầu (LKN 2011 Đ53 †), và chỉ quyết định buộc thôi việc mới kiện được ra tòa (LKN 2011 Đ57 †). Quyết định của cấp huyện đã bỏ: khiếu nại lần đầu gửi từ ngày 01/07/2025 do một người chọn cơ quan kế tục và ghi căn cứ; văn bản chuyển tiếp chưa đọc được nên mọi dòng ấy đều cần kiểm tra.',
    table(
      ['Quyết định, hành vi của', 'Lần', 'Người giải quyết', 'Từ ngày', 'Đến trước ngày', 'Căn cứ'],
      rows.map((row) => [
        law.respondent_bodies[row.respondent],
        String(row.instance),
        law.settling_bodies[row.settler],
        vi(row.from),
        row.until ? vi(row.until) : '',
        row.cite + mark(row.unverified),
      ]),
    ),
    '## Cần kiểm tra',
    doubtful
      .map(
        (row) =>
          `- ${law.respondent_bodies[row.respondent]}, lần ${row.instance} (${row.cite}): ${row.unverified ? law.unverified[row.unverified] : ''}`,
      )
      .join('\n'),
  ])
}

/** Every document with the form it follows: a code alone names nothing. */
function lettersPage(): string {
  const names: Readonly<Record<string, string>> = notices.kinds
  const rows = letterForms.map((row) => [
    names[row.kind] ?? row.kind,
    row.instrument,
    row.code ?? '',
    row.cite,
    'unverified' in row ? `${law.unverified[row.unverified]} †` : '',
  ])
  return page('Văn bản và mẫu', [
    'Một mẫu được gọi bằng văn bản quy định và ký hiệu: 01/TCD của Nghị định 154/2026 là thông báo từ chối tiếp công dân, 01/TCD của thông tư báo cáo là một biểu thống kê.',
    table(['Văn bản', 'Theo mẫu của', 'Ký hiệu', 'Căn cứ', 'Đã đọc ở đâu'], rows),
    `Sổ in theo mẫu: ${receptionBook.title} (${receptionBook.instrument}, ${receptionBook.code}).`,
  ])
}

function instrumentsPage(): string {
  const rows = instruments.map((row) => [
    row.short,
    row.name,
    row.from ? vi(row.from) : '',
    row.until ? vi(row.until) : '',
    row.read ? law.unverified[row.read] : 'Đã đọc trong Bộ pháp điển.',
  ])
  return page('Văn bản được dẫn', [
    table(['Tên viết tắt', 'Tên đầy đủ', 'Từ ngày', 'Đến trước ngày', 'Đã đọc ở đâu'], rows),
  ])
}

function indexPage(names: readonly ProceedingName[]): string {
  const rest = {
    'time-limits': 'Thời hạn',
    calendar: 'Lịch làm việc',
    competence: 'Ai giải quyết khiếu nại',
    'dialogue-duties': 'Đối thoại, hội nghị với Nhân dân: ai phải làm',
    terms: 'Danh mục',
    'case-file': 'Hồ sơ vụ việc phải có gì',
    letters: 'Văn bản và mẫu',
    instruments: 'Văn bản được dẫn',
  }
  return page('Sách luật của Gần Dân', [
    'Các trang này in từ những bảng mà chương trình dùng để trả lời "bước này làm được chưa" và "hạn là ngày nào". Luật gia đọc và góp ý vào đây; dấu † nghĩa là cần kiểm tra với Công báo.',
    [
      ...names.map((name) => `- [${law.proceedings[name]}](${name}.md)`),
      `- [${tips.title}](tip.md)`,
      ...Object.entries(rest).map(([file, title]) => `- [${title}](${file}.md)`),
      ...formsPages().map(({ file, title }) => `- [${title}](${file})`),
    ].join('\n'),
  ])
}

/** Names of pages that are missing, stale or too many on disk. */
export async function stalePages(): Promise<string[]> {
  const wanted = pages()
  const onDisk = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.md'))
  const stale = onDisk.filter((file) => !wanted.has(file))
  for (const [file, text] of wanted) {
    const found = onDisk.includes(file) ? await readFile(join(folder, file), 'utf8') : null
    if (found !== text) stale.push(file)
  }
  return stale
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--check')) {
    const stale = await stalePages()
    if (stale.length === 0) return 0
    process.stderr.write(`docs/law is stale (${stale.join(', ')}): run tools/book.ts and commit what it prints\n`)
    return 1
  }
  await mkdir(folder, { recursive: true })
  for (const [file, text] of pages()) await writeFile(join(folder, file), text)
  process.stdout.write(`docs/law: ${pages().size} pages\n`)
  return 0
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
