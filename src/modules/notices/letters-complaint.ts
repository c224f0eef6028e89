/** Letters of a complaint's proceeding: acceptance, decline, extension, second road, dialogue, decision. */
import type { Part } from './layout.ts'
import type { LetterData, LetterKind } from './letter-data.ts'
import type { Write } from './letters.ts'
import { groundParts, paragraphs, petitionOf, receivedSentence } from './letters-petition.ts'
import { headOf, issuerName, namedPerson, officialDay, personName } from './wording.ts'

const instanceWords = { 1: 'lần đầu', 2: 'lần hai' } as const

// Forms 03, 04 and 15 of NĐ 124/2020: structure as commonly printed; the annex as amended by NĐ 155/2026 is to be checked.
export const complaintLetters = {
  acceptance: (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: `Về việc thụ lý giải quyết khiếu nại ${instanceWords[data.instance]}` },
    to: [personName(data.to)],
    parts: [
      ...groundParts(issued_on, ['complaint']),
      ...paragraphs(
        receivedSentence(data, data.petition, data.to),
        `Sau khi xem xét, đơn khiếu nại đủ điều kiện thụ lý và thuộc thẩm quyền giải quyết của ${data.settler}. Đơn được thụ lý giải quyết từ ${officialDay(data.accepted_on)}.`,
        `Thời hạn giải quyết là ${data.limit}, đến hết ${officialDay(data.due_on)} (${data.cite}). Quá thời hạn này mà khiếu nại chưa được giải quyết, ${data.to.honorific ?? 'Ông/Bà'} có quyền khiếu nại tiếp hoặc khởi kiện vụ án hành chính theo quy định của pháp luật.`,
        `${issuerName(data.issuer)} thông báo để ${data.to.honorific ?? 'Ông/Bà'} biết.`,
      ),
    ],
  }),
  decline: (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: `Về việc không thụ lý giải quyết khiếu nại ${instanceWords[data.instance]}` },
    to: [personName(data.to)],
    parts: [
      ...groundParts(issued_on, ['complaint']),
      ...paragraphs(
        receivedSentence(data, data.petition, data.to),
        `Sau khi xem xét, ${issuerName(data.issuer)} nhận thấy đơn khiếu nại không đủ điều kiện thụ lý giải quyết vì lý do sau: ${data.ground} (${data.cite}).`,
        data.advice,
        `${issuerName(data.issuer)} thông báo để ${data.to.honorific ?? 'Ông/Bà'} biết.`,
      ),
    ],
  }),
  extension: (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: 'Về việc kéo dài thời hạn giải quyết khiếu nại' },
    to: [personName(data.to)],
    parts: [
      ...groundParts(issued_on, ['complaint']),
      ...paragraphs(
        `${issuerName(data.issuer)} đã thụ lý ${petitionOf(data.petition, data.to)} từ ${officialDay(data.accepted_on)}.`,
        `Quá trình giải quyết cho thấy đây là vụ việc phức tạp: ${data.criterion} (${data.cite}).`,
        `Vì vậy, thời hạn giải quyết được kéo dài từ ${officialDay(data.due_before_on)} đến hết ${officialDay(data.due_on)}.`,
        `${issuerName(data.issuer)} thông báo để ${data.to.honorific ?? 'Ông/Bà'} biết.`,
      ),
    ],
  }),
  'second-road': (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: 'Về việc hết thời hạn giải quyết khiếu nại lần đầu' },
    to: [personName(data.to)],
    parts: [
      ...groundParts(issued_on, ['complaint']),
      ...paragraphs(
        `${issuerName(data.issuer)} đã thụ lý ${petitionOf(data.petition, data.to)} từ ${officialDay(data.accepted_on)}. Thời hạn giải quyết đã hết vào ${officialDay(data.due_on)} mà chưa có quyết định giải quyết. ${issuerName(data.issuer)} xin lỗi ${data.to.honorific ?? 'Ông/Bà'} về sự chậm trễ này.`,
        `Từ nay, ${data.to.honorific ?? 'Ông/Bà'} có quyền khiếu nại lần hai đến ${data.second_settler}, chậm nhất ${officialDay(data.file_by)}, hoặc khởi kiện vụ án hành chính tại Tòa án theo quy định của Luật Tố tụng hành chính (${data.cite}).`,
        `${issuerName(data.issuer)} thông báo để ${data.to.honorific ?? 'Ông/Bà'} biết.`,
      ),
    ],
  }),
  'dialogue-notice': (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: 'Về việc tổ chức đối thoại giải quyết khiếu nại' },
    to: [personName(data.to), ...data.others],
    parts: [
      ...groundParts(issued_on, ['complaint']),
      ...paragraphs(
        `${issuerName(data.issuer)} đang giải quyết ${petitionOf(data.petition, data.to)}. Để làm rõ nội dung và yêu cầu của các bên (${data.cite}), ${issuerName(data.issuer)} tổ chức đối thoại như sau:`,
        `1. Thời gian: ${data.held_at}, ${officialDay(data.held_on)}.`,
        `2. Địa điểm: ${data.where}.`,
        `3. Người chủ trì: ${data.chaired_by}.`,
        `Đề nghị ${namedPerson(data.to)} và các bên liên quan có mặt đúng giờ, mang theo giấy tờ tùy thân và tài liệu, chứng cứ có liên quan.`,
      ),
    ],
  }),
  decision: (data, issued_on) => ({
    title: {
      type: 'QUYẾT ĐỊNH',
      about: `Về việc giải quyết khiếu nại của ${namedPerson(data.complainant)} (${instanceWords[data.instance]})`,
    },
    decider: headOf(data.issuer, data.signature.head_title),
    to: [],
    parts: decisionParts(data, issued_on),
    copies: [`Như ${lastArticle(data)}`, ...(data.copies ?? []), `Lưu: VT, ${data.drafted_by ?? 'hồ sơ vụ việc'}`],
  }),
} as const satisfies {
  [K in Extract<
    LetterKind,
    'acceptance' | 'decline' | 'extension' | 'second-road' | 'dialogue-notice' | 'decision'
  >]: Write<K>
}

type Decision = LetterData['decision']

function decisionParts(data: Decision, issued_on: string): Part[] {
  const { complainant } = data
  const section = (title: string, text: string): Part[] => [{ kind: 'heading', text: title }, ...paragraphs(text)]
  const facts = [
    ...section('I. Nội dung khiếu nại', data.request),
    ...section('II. Kết quả xác minh nội dung khiếu nại', data.verified),
    ...(data.dialogue ? section('III. Kết quả đối thoại', data.dialogue) : []),
    ...section(`${data.dialogue ? 'IV' : 'III'}. Kết luận`, data.conclusion),
  ]
  return [
    ...groundParts(issued_on, ['organisation', 'complaint'], data.more_grounds),
    ...paragraphs(
      `Xét ${petitionOf(data.petition, complainant)}, được thụ lý giải quyết từ ${officialDay(data.accepted_on)}; người bị khiếu nại: ${data.respondent}.`,
    ),
    ...facts,
    ...paragraphs('Từ những nhận định và căn cứ trên,'),
    { kind: 'order', text: 'QUYẾT ĐỊNH:' },
    ...articles(data),
  ]
}

function articles(data: Decision): Part[] {
  const results = {
    right: 'Công nhận nội dung khiếu nại là đúng',
    'partly-right': 'Công nhận nội dung khiếu nại là đúng một phần',
    wrong: 'Kết luận nội dung khiếu nại là sai',
  } as const
  const who = namedPerson(data.complainant)
  const texts = [
    `${results[data.result]}: khiếu nại của ${who} về việc ${data.petition.about}.`,
    ...data.orders,
    data.second_settler
      ? `Trong thời hạn ${data.second_days} ngày kể từ ngày nhận được Quyết định này, nếu không đồng ý, ${who} có quyền khiếu nại lần hai đến ${data.second_settler} (Điều 33 Luật Khiếu nại) hoặc khởi kiện vụ án hành chính tại Tòa án có thẩm quyền theo quy định của Luật Tố tụng hành chính.`
      : `Nếu không đồng ý với Quyết định này, ${who} có quyền khởi kiện vụ án hành chính tại Tòa án có thẩm quyền theo quy định của Luật Tố tụng hành chính.`,
    `${[...data.carried_out_by, who].join('; ')} chịu trách nhiệm thi hành Quyết định này.`,
  ]
  return texts.map((text, index) => ({ kind: 'article', label: `Điều ${index + 1}.`, text }))
}

function lastArticle(data: Decision): string {
  return `Điều ${data.orders.length + 3}`
}
