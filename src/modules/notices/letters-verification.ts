/** Papers inside a proceeding: the proposal to accept, the order to verify, what was verified, the minutes of a dialogue. */
import type { Part } from './layout.ts'
import type { LetterKind } from './letter-data.ts'
import type { Write } from './letters.ts'
import { groundParts, paragraphs, petitionOf, receivedSentence } from './letters-petition.ts'
import { headOf, issuerName, namedPerson, officialDay } from './wording.ts'

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const section = (title: string, text: string): Part[] => [
  { kind: 'heading', text: title },
  ...paragraphs(...lines(text)),
]
const hint = '(Ký, ghi rõ họ tên)'

// Mẫu 01 of TT 05/2021 and the forms of NĐ 124/2020 were not seen in full: structure as commonly printed, to be checked.
export const verificationLetters = {
  proposal: (data, issued_on) => ({
    title: { type: 'PHIẾU ĐỀ XUẤT', about: 'Về việc thụ lý đơn' },
    to: [data.receiver],
    parts: [
      ...groundParts(issued_on, ['handling']),
      ...paragraphs(
        receivedSentence(data, data.petition, data.petitioner),
        ...(data.against
          ? [`Người bị khiếu nại: ${data.against.respondent}. Bị khiếu nại: ${data.against.contested}.`]
          : []),
        `Qua xem xét, đơn đủ điều kiện xử lý và thuộc thẩm quyền giải quyết của ${data.receiver}.`,
        `Đề xuất ${data.receiver} thụ lý để giải quyết theo quy định của pháp luật.`,
      ),
    ],
    signatures: [
      { titles: ['Ý kiến của người đứng đầu'], hint, name: data.signature.name },
      { titles: ['Người đề xuất'], hint, name: data.proposer },
    ],
    copies: [],
  }),
  'verification-order': (data, issued_on) => ({
    title: { type: 'QUYẾT ĐỊNH', about: 'Về việc giao nhiệm vụ xác minh nội dung khiếu nại' },
    decider: headOf(data.issuer, data.signature.head_title),
    to: [],
    parts: [
      ...groundParts(issued_on, ['organisation', 'complaint']),
      ...paragraphs(`Xét ${petitionOf(data.petition, data.complainant)};`),
      { kind: 'order', text: 'QUYẾT ĐỊNH:' },
      {
        kind: 'article',
        label: 'Điều 1.',
        text: `Giao ${data.verifier} xác minh nội dung khiếu nại của ${namedPerson(data.complainant)} đối với ${data.respondent}.`,
      },
      { kind: 'article', label: 'Điều 2.', text: `Nội dung, kế hoạch xác minh:\n${lines(data.plan).join('\n')}` },
      {
        kind: 'article',
        label: 'Điều 3.',
        text: `${data.verifier} báo cáo kết quả xác minh bằng văn bản với ${headOf(data.issuer, data.signature.head_title)}. Người khiếu nại, người bị khiếu nại và cơ quan, tổ chức, cá nhân liên quan cung cấp thông tin, tài liệu theo yêu cầu.`,
      },
      {
        kind: 'article',
        label: 'Điều 4.',
        text: `${data.verifier}; ${data.respondent}; ${namedPerson(data.complainant)} chịu trách nhiệm thi hành Quyết định này.`,
      },
    ],
    copies: ['Như Điều 4', ...(data.copies ?? []), `Lưu: VT, ${data.drafted_by ?? 'hồ sơ vụ việc'}`],
  }),
  'verification-report': (data) => ({
    title: { type: 'BÁO CÁO', about: 'Kết quả xác minh nội dung khiếu nại' },
    to: [headOf(data.issuer, data.signature.head_title)],
    parts: [
      ...paragraphs(
        `Được giao xác minh ${officialDay(data.assigned_on)}, người xác minh đã xem xét ${petitionOf(data.petition, data.complainant)}; người bị khiếu nại: ${data.respondent}.`,
      ),
      ...section('I. Kết quả xác minh', data.findings),
      ...section(
        'II. Yêu cầu, ý kiến của các bên',
        data.views_differ
          ? 'Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau: cần tổ chức đối thoại.'
          : 'Yêu cầu của người khiếu nại và kết quả xác minh không khác nhau.',
      ),
      ...section('III. Kiến nghị', data.proposal),
    ],
    signatures: [{ titles: ['Người xác minh'], hint, name: data.verifier }],
  }),
  'dialogue-minutes': (data) => ({
    title: { type: 'BIÊN BẢN', about: 'Đối thoại giải quyết khiếu nại' },
    form: 'Mẫu số 14',
    to: [],
    parts: [
      ...paragraphs(
        `${officialDay(data.held_on).replace('ngày', 'Ngày')}${data.where ? `, tại ${data.where}` : ''}, ${issuerName(data.issuer)} tổ chức đối thoại để giải quyết ${petitionOf(data.petition, data.complainant)}.`,
        `Người bị khiếu nại: ${data.respondent}.`,
        ...(data.complainant_absent ? [`Người khiếu nại, ${namedPerson(data.complainant)}, vắng mặt.`] : []),
      ),
      ...section('Nội dung đối thoại', data.minutes),
      ...paragraphs(
        'Biên bản này được lập ít nhất ba bản; đọc lại cho những người có mặt cùng nghe, thống nhất và ký tên. Mỗi bên giữ một bản.',
      ),
    ],
    signatures: [
      { titles: ['Người khiếu nại'], hint: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: data.complainant.name },
      { titles: ['Người chủ trì'], hint, name: data.signature.name },
    ],
    copies: [],
  }),
} as const satisfies {
  [K in Extract<LetterKind, 'proposal' | 'verification-order' | 'verification-report' | 'dialogue-minutes'>]: Write<K>
}
