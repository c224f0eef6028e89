/** Letters of the side paths: suspend, resume, terminate, stay; the alert to the head; what goes to other bodies at once. */
import type { Part } from './layout.ts'
import type { LetterKind, StopLetter } from './letter-data.ts'
import type { LetterBody, Write } from './letters.ts'
import { groundParts, paragraphs, petitionOf } from './letters-petition.ts'
import { headOf, issuerName, namedPerson, officialDay } from './wording.ts'

/** A decision in articles that goes to both parties; the last article says who carries it out. */
function decisionBody(
  data: StopLetter,
  issued_on: string,
  about: string,
  why: readonly string[],
  orders: readonly string[],
  form?: string,
): LetterBody {
  const parties = [data.respondent, namedPerson(data.to)].join('; ')
  const articles = [...orders, `${parties} chịu trách nhiệm thi hành Quyết định này.`]
  const parts: Part[] = [
    ...groundParts(issued_on, ['organisation', 'complaint']),
    ...paragraphs(`Xét ${petitionOf(data.petition, data.to)};`, ...why),
    { kind: 'order', text: 'QUYẾT ĐỊNH:' },
    ...articles.map((text, index): Part => ({ kind: 'article', label: `Điều ${index + 1}.`, text })),
  ]
  return {
    ...(form ? { form } : {}),
    title: { type: 'QUYẾT ĐỊNH', about },
    decider: headOf(data.issuer, data.signature.head_title),
    to: [],
    parts,
    copies: [
      namedPerson(data.to),
      data.respondent,
      ...(data.copies ?? []),
      `Lưu: VT, ${data.drafted_by ?? 'hồ sơ vụ việc'}`,
    ],
  }
}

const ended = (text: string) => text.replace(/[.;\s]*$/, '')

// Forms 14a and 14b of NĐ 155/2026: structure after summaries of the annex, wording ours, to be checked.
export const sideLetters = {
  suspension: (data, issued_on) =>
    decisionBody(
      data,
      issued_on,
      'Về việc tạm đình chỉ giải quyết khiếu nại',
      [`Xét thấy ${data.ground}: ${ended(data.explanation)},`],
      [
        `Tạm đình chỉ việc giải quyết khiếu nại đã thụ lý ${officialDay(data.accepted_on)}, từ ${officialDay(data.from)}.`,
        'Thời gian tạm đình chỉ không tính vào thời hạn giải quyết. Việc giải quyết được tiếp tục khi lý do tạm đình chỉ không còn; thời hạn tính tiếp từ ngày có quyết định tiếp tục giải quyết.',
      ],
      'Mẫu số 14a',
    ),
  resumption: (data, issued_on) =>
    decisionBody(
      data,
      issued_on,
      'Về việc tiếp tục giải quyết khiếu nại',
      [`Xét thấy lý do tạm đình chỉ từ ${officialDay(data.from)} không còn: ${ended(data.grounds)},`],
      [
        'Tiếp tục giải quyết khiếu nại nêu trên kể từ ngày ban hành Quyết định này.',
        `Thời hạn giải quyết còn lại được tính tiếp, đến hết ${officialDay(data.due_on)}.`,
      ],
      'Mẫu số 14b',
    ),
  termination: (data, issued_on) =>
    decisionBody(
      data,
      issued_on,
      'Về việc đình chỉ giải quyết khiếu nại',
      [`Xét thấy ${data.ground}: ${ended(data.explanation)},`],
      [
        'Đình chỉ việc giải quyết khiếu nại nêu trên kể từ ngày ban hành Quyết định này.',
        `Nếu việc rút khiếu nại do bị đe dọa, cưỡng ép, ${namedPerson(data.to)} có quyền đề nghị ${issuerName(data.issuer)} xem xét lại.`,
      ],
      'Mẫu số 14a',
    ),
  stay: (data, issued_on) =>
    decisionBody(
      data,
      issued_on,
      'Về việc tạm đình chỉ thi hành quyết định bị khiếu nại',
      [`Xét thấy ${inSentence(ended(data.grounds))} (Điều 35 Luật Khiếu nại),`],
      [
        `Tạm đình chỉ việc thi hành ${data.contested}, từ ${officialDay(data.from)} đến hết ${officialDay(data.until)}.`,
        'Quyết định này hết hiệu lực khi có quyết định giải quyết khiếu nại, và được hủy bỏ ngay khi lý do tạm đình chỉ không còn.',
      ],
    ),
  'stay-lifted': (data, issued_on) =>
    decisionBody(
      data,
      issued_on,
      'Về việc hủy bỏ quyết định tạm đình chỉ thi hành',
      [`Xét thấy lý do tạm đình chỉ từ ${officialDay(data.from)} không còn: ${ended(data.grounds)},`],
      [`Hủy bỏ việc tạm đình chỉ thi hành ${data.contested} kể từ ngày ban hành Quyết định này.`],
    ),
  alert: (data) => ({
    title: { type: 'BÁO CÁO', about: 'Việc cần xử lý ngay' },
    to: [data.receiver],
    parts: paragraphs(
      `Qua ${petitionOf(data.petition, data.petitioner)}, có việc gây thiệt hại hoặc đe dọa gây thiệt hại nghiêm trọng (${data.cite}):`,
      data.danger,
      `Đề xuất: ${data.proposal}`,
    ),
  }),
  'crime-referral': (data) => ({
    title: { type: null, about: 'V/v chuyển dấu hiệu tội phạm' },
    to: [data.receiver],
    parts: paragraphs(
      `Trong quá trình xử lý ${petitionOf(data.petition, data.petitioner)}, ${issuerName(data.issuer)} thấy có dấu hiệu tội phạm, chuyển đến quý cơ quan để xem xét theo quy định của pháp luật (${data.cite}):`,
      data.signs,
      `Đề nghị ${data.receiver} thông báo kết quả về ${issuerName(data.issuer)}.`,
    ),
  }),
  'party-referral': (data) => ({
    title: { type: null, about: 'V/v chuyển nội dung đơn đến tổ chức Đảng' },
    to: [data.receiver],
    parts: paragraphs(
      `${issuerName(data.issuer)} nhận được ${petitionOf(data.petition, data.petitioner)}. Trong đơn có nội dung thuộc thẩm quyền của tổ chức Đảng (${data.cite}):`,
      data.reason,
      `${issuerName(data.issuer)} chuyển nội dung trên đến ${data.receiver} để xem xét theo quy định. Phần thuộc thẩm quyền của Nhà nước được xử lý tiếp tại ${issuerName(data.issuer)}.`,
    ),
  }),
} as const satisfies {
  [K in Extract<
    LetterKind,
    'suspension' | 'resumption' | 'termination' | 'stay' | 'stay-lifted' | 'alert' | 'crime-referral' | 'party-referral'
  >]: Write<K>
}

/** A sentence as it stands inside another. */
function inSentence(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
