/** Letters of a meeting of several bodies: the invitation, word that it moved or was cancelled, its conclusion. */
import type { FindingKind, MeetingKind } from '../../law/meeting-workflow.ts'
import type { LetterKind } from './letter-data.ts'
import type { MeetingWhen } from './letter-data-meetings.ts'
import type { Write } from './letters.ts'
import { paragraphs } from './letters-petition.ts'
import { issuerName, officialDay } from './wording.ts'

const kinds: Readonly<Record<MeetingKind, string>> = {
  workshop: 'hội thảo',
  conference: 'hội nghị',
  briefing: 'buổi giao ban',
  reunion: 'buổi họp mặt',
}

const findings: readonly { kind: FindingKind; title: string }[] = [
  { kind: 'result', title: 'Kết quả' },
  { kind: 'limit', title: 'Hạn chế' },
  { kind: 'cause', title: 'Nguyên nhân' },
  { kind: 'remedy', title: 'Giải pháp' },
  { kind: 'proposal', title: 'Kiến nghị, đề xuất' },
]

/** `08 giờ 00 phút`. */
const hourOf = (time: string) => `${time.slice(0, 2)} giờ ${time.slice(3)} phút`

/** `08 giờ 00 phút, ngày 05 tháng 12 năm 2026`. */
function whenText(when: MeetingWhen): string {
  const until = when.until_on === when.held_on ? '' : `, đến ${hourOf(when.ends)}, ${officialDay(when.until_on)}`
  return `${hourOf(when.starts)}, ${officialDay(when.held_on)}${until}`
}

const whereText = (when: MeetingWhen) => when.where ?? 'trực tuyến'

// No form is prescribed for what stands in them: the structure of a giấy mời and a thông báo of NĐ 30/2020.
export const meetingLetters = {
  'meeting-invitation': (data) => ({
    title: { type: 'GIẤY MỜI', about: `Dự ${kinds[data.meeting]} ${quoted(data.about)}` },
    to: [],
    parts: paragraphs(
      `${issuerName(data.issuer)} trân trọng kính mời: ${data.to}.`,
      `Tham dự ${kinds[data.meeting]} ${quoted(data.about)}.`,
      ...(data.purpose ? [`Nội dung: ${data.purpose}`] : []),
      ...(data.chairs.length > 0 ? [`Chủ trì: ${data.chairs.join('; ')}.`] : []),
      `Thời gian: ${whenText(data)}.`,
      data.room
        ? `Hình thức: trực tuyến, tại điểm cầu ${data.room}. Điểm cầu trung tâm: ${whereText(data)}.`
        : `Địa điểm: ${whereText(data)}.`,
      ...(data.online_address ? [`Đường dẫn phòng họp trực tuyến: ${data.online_address}`] : []),
      ...(data.note ? [data.note] : []),
      `Đề nghị trả lời việc tham dự và số người dự trước hoặc trong ${officialDay(data.answer_by)}.`,
    ),
    copies: [data.to, `Lưu: VT${data.drafted_by ? `, ${data.drafted_by}` : ''}`],
  }),
  'meeting-change': (data) => ({
    title: {
      type: 'THÔNG BÁO',
      about: data.after
        ? `Thay đổi thời gian, địa điểm ${kinds[data.meeting]} ${quoted(data.about)}`
        : `Về việc không tổ chức ${kinds[data.meeting]} ${quoted(data.about)}`,
    },
    to: [],
    parts: paragraphs(
      `${issuerName(data.issuer)} đã mời dự ${kinds[data.meeting]} ${quoted(data.about)} vào ${whenText(data.before)}, tại ${whereText(data.before)}.`,
      `Lý do thay đổi: ${data.reason}`,
      data.after
        ? `Nay ${kinds[data.meeting]} được tổ chức vào ${whenText(data.after)}, tại ${whereText(data.after)}. Thành phần mời không thay đổi.`
        : `Nay ${kinds[data.meeting]} không được tổ chức nữa.`,
      `${issuerName(data.issuer)} thông báo để các cơ quan, đơn vị được mời biết.`,
    ),
    copies: [...shortList(data.to), `Lưu: VT${data.drafted_by ? `, ${data.drafted_by}` : ''}`],
  }),
  'meeting-conclusion': (data) => ({
    title: { type: 'THÔNG BÁO', about: `Kết luận ${kinds[data.meeting]} ${quoted(data.about)}` },
    to: [],
    parts: [
      ...paragraphs(
        `${officialDay(data.held_on).replace('ngày', 'Ngày')}, tại ${whereText(data)}, ${data.organisers.join(', ')} tổ chức ${kinds[data.meeting]} ${quoted(data.about)}.${data.chairs.length > 0 ? ` Chủ trì: ${data.chairs.join('; ')}.` : ''}`,
      ),
      ...foundParts(data.findings),
      { kind: 'heading', text: `${data.findings.length > 0 ? 'II' : 'I'}. Kết luận` },
      ...paragraphs(...data.conclusion.split('\n').filter((line) => line.trim() !== '')),
      ...promiseParts(data),
      ...paragraphs(`${issuerName(data.issuer)} thông báo để các cơ quan, đơn vị liên quan biết, thực hiện.`),
    ],
    copies: [
      ...shortList([...new Set(data.promises.flatMap((one) => [one.owner, ...one.helpers]))]),
      ...data.organisers,
      `Lưu: VT${data.drafted_by ? `, ${data.drafted_by}` : ''}`,
    ],
  }),
} as const satisfies {
  [K in Extract<LetterKind, 'meeting-invitation' | 'meeting-change' | 'meeting-conclusion'>]: Write<K>
}

const quoted = (title: string) => `“${title}”`

/** A list too long for the foot of a letter is named as a whole. */
const shortList = (names: readonly string[]) =>
  names.length > 12 ? ['Các cơ quan, đơn vị có tên tại văn bản'] : [...names]

function foundParts(found: readonly { kind: FindingKind; text: string; grounds: readonly string[] }[]) {
  if (found.length === 0) return []
  let nth = 0
  return [
    { kind: 'heading' as const, text: 'I. Đánh giá' },
    ...findings.flatMap(({ kind, title }) => {
      const of = found.filter((one) => one.kind === kind)
      if (of.length === 0) return []
      nth += 1
      return [
        { kind: 'heading' as const, text: `${nth}. ${title}` },
        ...paragraphs(
          ...of.map((one) => `- ${one.text.replace(/[.;\s]+$/u, '')} (căn cứ: ${one.grounds.join('; ')}).`),
        ),
      ]
    }),
  ]
}

function promiseParts(data: {
  findings: readonly unknown[]
  promises: readonly {
    text: string
    owner: string
    helpers: readonly string[]
    force: 'ordered' | 'recommended'
    due_on: string
  }[]
}) {
  if (data.promises.length === 0) return []
  return [
    { kind: 'heading' as const, text: `${data.findings.length > 0 ? 'III' : 'II'}. Nhiệm vụ và đề nghị` },
    ...paragraphs(
      ...data.promises.map((one, index) => {
        const verb = one.force === 'ordered' ? 'Giao' : 'Đề nghị'
        const helpers = one.helpers.length > 0 ? ` phối hợp với ${one.helpers.join(', ')},` : ''
        return `${index + 1}. ${verb} ${one.owner}${helpers ? ` chủ trì,${helpers}` : ''} ${one.text} Thời hạn: ${officialDay(one.due_on)}.`
      }),
    ),
  ]
}
