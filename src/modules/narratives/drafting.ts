/** The first draft of each section, made by rules from what the registers say. A figure stands as a token, never as a number. */
import type { NarrativeSectionId } from '../../law/narrative-sections.ts'
import type { Period } from '../../law/report-periods.ts'
import { causes } from '../backlog/terms.ts'
import type { FigureNow } from './figures-in-text.ts'

/** What the rules look at: whether there is anything to speak of, never the number itself. */
export interface Drafting {
  /** Is the figure there, and more than nothing? */
  some: (source: string) => boolean
  /** Is the figure known at all? */
  known: (source: string) => boolean
  period: Period
}

const t = (inside: string) => `{{${inside}}}`
const groups = '8+17+26'
const groupPeople = '9+18+27'

/** Everything a rule may ask for: read once before drafting. */
export const draftedFigures: readonly string[] = [
  ...['1', '2', '3', groups, groupPeople, '12', '13', '14', '21', '22', '23'].map((no) => t(`figure:01/TCD:${no}`)),
  t('change:01/TCD:1,2'),
  t(`change:01/TCD:${groups},${groupPeople}`),
  ...['3', '4'].flatMap((no) => [t(`figure:02/XLD:${no}`), t(`figure:04/XLD:${no}`)]),
  t('change:02/XLD:3'),
  t('change:04/XLD:3'),
  ...['8', '10', '15', '17'].map((no) => t(`figure:01/XLD:${no}`)),
  t('change:01/XLD:8,10'),
  t('figure:04/XLD:13'),
  ...['5', '20', '21', '22', '23', '24', '25', '26'].map((no) => t(`figure:01/KQGQ:${no}`)),
  t('change:01/KQGQ:5'),
  t('figure:02/KQGQ:1'),
  t('figure:02/KQGQ:2'),
  ...[
    'reception-days-owed',
    'field-visits',
    'overdue',
    'suspended',
    'plans-open',
    'plans-late',
    'plans-finished',
    'grievances-open',
    'grievances-ended',
    'demands-made',
    'demands-open',
    'dialogues-held',
    'dialogue-questions',
    'dialogue-answers',
    'dialogue-results-owed',
    'dialogue-promises',
    'dialogue-promises-kept',
    'dialogue-promises-late',
    'instruments-issued',
    'study-sessions',
    'study-people',
    'programmes-running',
    'theme-programmes',
    'plans-not-made',
    'meetings-held',
    'residents-conferences',
    'consultations-published',
    'consultation-opinions',
    'projects-announced',
    'front-conferences',
    'joint-programmes',
    'movements-running',
    'movement-units',
    'movement-awards',
    'commitments-kept',
    'commitments-open',
    'commitments-late',
    ...causes.map((cause) => `plans-open:${cause}`),
  ].map((name) => t(`list:${name}`)),
]

/** How a cause reads in a sentence; the same causes that a plan records. */
const causeWords: Readonly<Record<(typeof causes)[number], string>> = {
  'facts-are-hard': 'sự việc khó xác minh',
  'papers-missing': 'thiếu hồ sơ, giấy tờ gốc',
  'law-is-unclear': 'quy định chưa rõ hoặc chưa thống nhất',
  'several-bodies': 'phải chờ nhiều cơ quan phối hợp',
  'party-does-not-come': 'một bên không đến, không cung cấp thông tin',
  'waits-for-court': 'chờ kết luận của tòa án, cơ quan khác',
  'not-carried-out': 'đã có quyết định nhưng chưa thi hành được',
  'too-few-people': 'thiếu người làm',
  other: 'nguyên nhân khác',
}

const sinceLastYear = (drafting: Drafting, change: string) => (drafting.known(t(change)) ? ` (${t(change)})` : '')

/** What the unit issued, studied and carries out; themes of the year are counted by what stands under them. */
function leadership({ some }: Drafting): string[] {
  const said: string[] = []
  if (some(t('list:instruments-issued')))
    said.push(`Trong kỳ đã ban hành ${t('list:instruments-issued')} văn bản lãnh đạo, chỉ đạo công tác dân vận.`)
  if (some(t('list:study-sessions')))
    said.push(
      `Tổ chức ${t('list:study-sessions')} buổi học tập, quán triệt văn bản với ${t('list:study-people')} lượt người dự.`,
    )
  if (some(t('list:programmes-running')))
    said.push(`Đang thực hiện ${t('list:programmes-running')} chương trình, đề án, kế hoạch.`)
  if (some(t('list:theme-programmes')))
    said.push(
      `Thực hiện chủ đề năm bằng ${t('list:theme-programmes')} chương trình, phong trào, cuộc đối thoại, hội nghị.`,
    )
  if (some(t('list:meetings-held')))
    said.push(`Tổ chức ${t('list:meetings-held')} hội nghị, hội thảo, cuộc giao ban có kết luận và phân công việc.`)
  if (some(t('list:commitments-kept')))
    said.push(`Các đơn vị đã thực hiện xong ${t('list:commitments-kept')} việc đã cam kết, được giao.`)
  return said
}

function reception(drafting: Drafting): string[] {
  const { some } = drafting
  if (!some(t('figure:01/TCD:1')))
    return [
      `a) Tiếp công dân: trong kỳ đã tiếp ${t('figure:01/TCD:1')} lượt${sinceLastYear(drafting, 'change:01/TCD:1,2')}.`,
    ]
  const said = [
    `a) Tiếp công dân: trong kỳ đã tiếp ${t('figure:01/TCD:1')} lượt với ${t('figure:01/TCD:2')} người, về ${t('figure:01/TCD:3')} vụ việc${sinceLastYear(drafting, 'change:01/TCD:1,2')}.`,
  ]
  const large = t(`figure:01/TCD:${groups}`)
  if (some(large))
    said.push(
      `Trong đó có ${large} đoàn đông người với ${t(`figure:01/TCD:${groupPeople}`)} người${sinceLastYear(drafting, `change:01/TCD:${groups},${groupPeople}`)}.`,
    )
  return [said.join(' ')]
}

function heads({ some }: Drafting): string[] {
  const owed = some(t('list:reception-days-owed'))
    ? ` (theo quy định, tính theo tuần, tháng trọn và những nơi có số liệu trong kỳ, ít nhất ${t('list:reception-days-owed')} kỳ)`
    : ''
  const said = [`Người đứng đầu trực tiếp tiếp công dân ${t('figure:01/TCD:12')} kỳ${owed}`]
  if (some(t('figure:01/TCD:13'))) said.push(`tiếp ${t('figure:01/TCD:13')} lượt với ${t('figure:01/TCD:14')} người`)
  if (some(t('figure:01/TCD:21')))
    said.push(
      `ủy quyền tiếp ${t('figure:01/TCD:21')} kỳ với ${t('figure:01/TCD:22')} lượt, ${t('figure:01/TCD:23')} người`,
    )
  const visits = some(t('list:field-visits'))
    ? [
        `Người đứng đầu đã đi cơ sở ${t('list:field-visits')} lần để nghe và giải quyết kiến nghị chính đáng của Nhân dân.`,
      ]
    : []
  return [[`${said.join('; ')}.`, ...visits].join(' ')]
}

function petitions(drafting: Drafting): string[] {
  const { some, known } = drafting
  const said: string[] = []
  if (known(t('figure:02/XLD:3')) && known(t('figure:04/XLD:3'))) {
    said.push(
      `Tiếp nhận ${t('figure:02/XLD:3')} đơn khiếu nại${sinceLastYear(drafting, 'change:02/XLD:3')}, ${t('figure:04/XLD:3')} đơn kiến nghị, phản ánh và đơn khác${sinceLastYear(drafting, 'change:04/XLD:3')}; đã xử lý ${t('figure:02/XLD:4')} đơn khiếu nại, ${t('figure:04/XLD:4')} đơn kiến nghị, phản ánh và đơn khác.`,
    )
  }
  if (known(t('figure:01/XLD:8')))
    said.push(
      `Đủ điều kiện xử lý: ${t('figure:01/XLD:8')} đơn khiếu nại, ${t('figure:01/XLD:10')} đơn kiến nghị, phản ánh${sinceLastYear(drafting, 'change:01/XLD:8,10')}.`,
    )
  if (some(t('figure:01/XLD:15')) || some(t('figure:01/XLD:17')))
    said.push(
      `Thuộc thẩm quyền giải quyết: ${t('figure:01/XLD:15')} đơn khiếu nại, ${t('figure:01/XLD:17')} đơn kiến nghị, phản ánh.`,
    )
  return said.length > 0 ? [`b) Xử lý đơn: ${small(said.join(' '))}`] : []
}

/** Complaints by result, whether in time, and how far decisions are carried out; feedback settled. */
function settled(drafting: Drafting): string[] {
  const { some, known } = drafting
  const said: string[] = []
  const results = [
    ['20', 'khiếu nại đúng'],
    ['22', 'khiếu nại đúng một phần'],
    ['21', 'khiếu nại sai'],
    ['23', 'giải quyết lần hai công nhận quyết định lần đầu'],
    ['24', 'giải quyết lần hai hủy, sửa quyết định lần đầu'],
  ] as const
  const result = (no: string) => t(`figure:01/KQGQ:${no}`)
  if (known(result('5'))) {
    const by = results.filter(([no]) => some(result(no))).map(([no, words]) => `${result(no)} ${words}`)
    said.push(
      `Ra quyết định giải quyết ${result('5')} vụ việc khiếu nại${sinceLastYear(drafting, 'change:01/KQGQ:5')}${by.length > 0 ? `, gồm ${by.join(', ')}` : ''}.`,
    )
    if (some(result('5')))
      said.push(`Giải quyết đúng thời hạn ${result('25')} vụ việc, quá thời hạn ${result('26')} vụ việc.`)
  }
  if (some(t('figure:02/KQGQ:1')))
    said.push(
      `Quyết định giải quyết khiếu nại phải thi hành: ${t('figure:02/KQGQ:1')}; đã thi hành xong: ${t('figure:02/KQGQ:2')}.`,
    )
  if (some(t('figure:04/XLD:13'))) said.push(`Đã giải quyết xong ${t('figure:04/XLD:13')} vụ việc kiến nghị, phản ánh.`)
  return said.length > 0 ? [`c) Giải quyết khiếu nại, kiến nghị, phản ánh: ${small(said.join(' '))}`] : []
}

const small = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

function lying({ some }: Drafting): string[] {
  const said: string[] = []
  if (some(t('list:plans-finished')))
    said.push(`Đã kết thúc ${t('list:plans-finished')} vụ việc kéo dài theo kế hoạch giải quyết.`)
  if (some(t('list:grievances-ended')))
    said.push(`Đã giải quyết ${t('list:grievances-ended')} việc bà con bức xúc chưa thành đơn.`)
  if (some(t('list:demands-made'))) said.push(`Cấp trên đã yêu cầu báo cáo việc quá hạn ${t('list:demands-made')} lần.`)
  return said.length > 0 ? [said.join(' ')] : []
}

/** Dialogues held in the period, and what became of what was promised at them. */
function dialogues({ some }: Drafting): string[] {
  const held = t('list:dialogues-held')
  // Where none was held people write why.
  if (!some(held)) return []
  const said = [
    `Trong kỳ đã tổ chức ${held} cuộc đối thoại với Nhân dân, nhận ${t('list:dialogue-questions')} câu hỏi, đã trả lời đến từng người ${t('list:dialogue-answers')} câu hỏi.`,
  ]
  if (some(t('list:dialogue-promises')))
    said.push(
      `Tại các cuộc đối thoại đã cam kết ${t('list:dialogue-promises')} việc, đến nay thực hiện xong ${t('list:dialogue-promises-kept')} việc, quá ngày hẹn ${t('list:dialogue-promises-late')} việc.`,
    )
  if (some(t('list:dialogue-results-owed')))
    said.push(`Còn ${t('list:dialogue-results-owed')} cuộc đối thoại chưa công bố kết quả đúng hạn.`)
  return said
}

/** What residents were asked and met about; what villages decided themselves has no register. */
function democracy({ some }: Drafting): string[] {
  const said: string[] = []
  if (some(t('list:residents-conferences')))
    said.push(`Tổ chức ${t('list:residents-conferences')} hội nghị của cộng đồng dân cư.`)
  if (some(t('list:projects-announced')))
    said.push(`Công khai ${t('list:projects-announced')} công trình, dự án trên địa bàn.`)
  if (some(t('list:consultations-published')))
    said.push(
      `Lấy ý kiến Nhân dân ${t('list:consultations-published')} lần, nhận ý kiến của ${t('list:consultation-opinions')} lượt người.`,
    )
  return said
}

/** What is held and carried out together with the Front. */
function front({ some }: Drafting): string[] {
  const said: string[] = []
  if (some(t('list:front-conferences')))
    said.push(`Tổ chức ${t('list:front-conferences')} hội nghị giữa Ủy ban nhân dân và Mặt trận Tổ quốc.`)
  if (some(t('list:joint-programmes'))) said.push(`Đang thực hiện ${t('list:joint-programmes')} chương trình phối hợp.`)
  return said
}

/** Movements and drives; what a model taught is for people to write. */
function practices({ some }: Drafting): string[] {
  if (!some(t('list:movements-running'))) return []
  const said = [`Trong kỳ có ${t('list:movements-running')} phong trào, cuộc vận động`]
  if (some(t('list:movement-units'))) said.push(`với ${t('list:movement-units')} lượt đơn vị đăng ký`)
  const awards = some(t('list:movement-awards')) ? ` Đã khen thưởng ${t('list:movement-awards')} tập thể, cá nhân.` : ''
  return [`${said.join(' ')}.${awards}`]
}

function limits({ some }: Drafting): string[] {
  const said: string[] = []
  if (some(t('list:overdue'))) said.push(`Còn ${t('list:overdue')} vụ việc đã quá thời hạn giải quyết.`)
  if (some(t('list:suspended'))) said.push(`Có ${t('list:suspended')} vụ việc khiếu nại đang tạm đình chỉ giải quyết.`)
  if (some(t('list:plans-late')))
    said.push(`${t('list:plans-late')} kế hoạch giải quyết vụ việc kéo dài đã quá ngày phải xong.`)
  if (some(t('list:demands-open')))
    said.push(`${t('list:demands-open')} yêu cầu báo cáo việc quá hạn của cấp trên chưa được trả lời.`)
  if (some(t('list:grievances-open')))
    said.push(`Còn ${t('list:grievances-open')} việc bà con bức xúc chưa thành đơn đang theo dõi.`)
  if (some(t('list:commitments-late')))
    said.push(`Còn ${t('list:commitments-late')} việc đã cam kết, được giao quá ngày phải xong.`)
  if (some(t('list:plans-not-made')))
    said.push(`Còn ${t('list:plans-not-made')} đơn vị chưa lập kế hoạch theo yêu cầu của cấp trên.`)
  const why = causes.filter((cause) => some(t(`list:plans-open:${cause}`)))
  const reasons = why.map((cause) => `${causeWords[cause]} (${t(`list:plans-open:${cause}`)} vụ việc)`)
  return [
    ...(said.length > 0 ? [`a) Hạn chế: ${said.join(' ')}`] : []),
    ...(reasons.length > 0 ? [`b) Nguyên nhân, theo kế hoạch giải quyết từng vụ việc: ${reasons.join('; ')}.`] : []),
  ]
}

function tasks({ some }: Drafting): string[] {
  const said: string[] = []
  if (some(t('list:overdue'))) said.push(`Tập trung giải quyết dứt điểm ${t('list:overdue')} vụ việc đã quá thời hạn.`)
  if (some(t('list:commitments-late')))
    said.push(`Thực hiện xong ${t('list:commitments-late')} việc đã cam kết, được giao quá ngày phải xong.`)
  if (some(t('list:commitments-open')))
    said.push(`Theo dõi, thực hiện đúng ngày ${t('list:commitments-open')} việc đã cam kết, được giao đang làm.`)
  if (some(t('list:plans-open')))
    said.push(
      `Hoàn thành ${t('list:plans-open')} kế hoạch giải quyết vụ việc kéo dài, mỗi vụ việc có người chịu trách nhiệm và ngày phải xong.`,
    )
  if (some(t('list:grievances-open')))
    said.push(
      `Giải quyết ${t('list:grievances-open')} việc bà con bức xúc chưa thành đơn, không để phát sinh thành đơn.`,
    )
  return said.map((line, index) => `${'abcdđ'[index]}) ${line}`)
}

/** The draft of every section; empty where the program keeps no register of it or nothing is to be said. */
export function draftOf(figures: ReadonlyMap<string, FigureNow>, period: Period): Record<NarrativeSectionId, string> {
  const text = (source: string) => figures.get(source)?.text ?? '…'
  const drafting: Drafting = {
    period,
    known: (source) => text(source) !== '…',
    some: (source) => !['…', '0'].includes(text(source)),
  }
  const rules = [reception, heads, petitions, settled, lying]
  return {
    leadership: leadership(drafting).join('\n'),
    reform: '',
    petitions: rules.flatMap((rule) => rule(drafting)).join('\n'),
    dialogue: dialogues(drafting).join('\n'),
    democracy: democracy(drafting).join('\n'),
    front: front(drafting).join('\n'),
    practices: practices(drafting).join('\n'),
    limits: limits(drafting).join('\n'),
    tasks: tasks(drafting).join('\n'),
    proposals: '',
  }
}
