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
        `Thời hạn giải quyết là ${data.limit}, đến hết ${officialDay(data.due_on)} (${data.cite}).${afterLimit(data)}`,
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
  'court-road': (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: 'Về việc hết thời hạn giải quyết khiếu nại lần hai' },
    to: [personName(data.to)],
    parts: [
      ...groundParts(issued_on, ['complaint']),
      ...paragraphs(
        `${issuerName(data.issuer)} đã thụ lý lần hai ${petitionOf(data.petition, data.to)} từ ${officialDay(data.accepted_on)}. Thời hạn giải quyết đã hết vào ${officialDay(data.due_on)} mà chưa có quyết định giải quyết. ${issuerName(data.issuer)} xin lỗi ${data.to.honorific ?? 'Ông/Bà'} về sự chậm trễ này.`,
        data.lawsuit
          ? `Từ nay, ${data.to.honorific ?? 'Ông/Bà'} có quyền khởi kiện vụ án hành chính tại Tòa án theo quy định của Luật Tố tụng hành chính (${data.cite}). Việc giải quyết khiếu nại vẫn được tiếp tục.`
          : `Việc giải quyết khiếu nại vẫn được tiếp tục (${data.cite}).`,
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
    'acceptance' | 'decline' | 'extension' | 'second-road' | 'court-road' | 'dialogue-notice' | 'decision'
  >]: Write<K>
}

/** What the complainant may do once the limit has passed: at the second instance only the court is left. */
function afterLimit(data: LetterData['acceptance']): string {
  const who = data.to.honorific ?? 'Ông/Bà'
  const court = data.lawsuit !== false ? ['khởi kiện vụ án hành chính'] : []
  const roads = data.instance === 2 ? court : ['khiếu nại tiếp', ...court]
  if (roads.length === 0) return ''
  return ` Quá thời hạn này mà khiếu nại chưa được giải quyết, ${who} có quyền ${roads.join(' hoặc ')} theo quy định của pháp luật.`
}

type Decision = LetterData['decision']

function decisionParts(data: Decision, issued_on: string): Part[] {
  const { complainant } = data
  const section = (title: string, text: string): Part[] => [{ kind: 'heading', text: title }, ...paragraphs(text)]
  const facts = [
    ['Nội dung khiếu nại', data.request],
    // LKN 2011 Đ40: a second decision says what the first one found.
    ...(data.first ? [['Kết quả giải quyết khiếu nại lần đầu', firstInstance(data.first)] as const] : []),
    ['Kết quả xác minh nội dung khiếu nại', data.verified],
    ...(data.dialogue ? [['Kết quả đối thoại', data.dialogue] as const] : []),
    ['Kết luận', data.conclusion],
  ] as const
  return [
    ...groundParts(issued_on, ['organisation', 'complaint'], data.more_grounds),
    ...paragraphs(
      `Xét ${petitionOf(data.petition, complainant)}, được thụ lý giải quyết từ ${officialDay(data.accepted_on)}; người bị khiếu nại: ${data.respondent}.`,
    ),
    ...facts.flatMap(([title, text], index) => section(`${roman[index]}. ${title}`, text)),
    ...paragraphs('Từ những nhận định và căn cứ trên,'),
    { kind: 'order', text: 'QUYẾT ĐỊNH:' },
    ...articles(data),
  ]
}

const roman = ['I', 'II', 'III', 'IV', 'V']

function firstInstance(first: NonNullable<Decision['first']>): string {
  if (first.decision === null) return `${first.settler} chưa ra quyết định giải quyết trong thời hạn.`
  return `${first.settler} đã giải quyết bằng ${first.decision}${first.outcome ? `: ${first.outcome}` : ''}.`
}

/** What the second decision does to the first; null where there is none. */
function onFirst({ first }: Decision): string | null {
  if (!first || first.decision === null) return null
  const fates = {
    upheld: `Giữ nguyên ${first.decision} của ${first.settler}.`,
    amended: `Yêu cầu ${first.settler} sửa đổi ${first.decision}.`,
    annulled: `Yêu cầu ${first.settler} hủy bỏ ${first.decision}.`,
    'none-made': null,
  } as const
  return fates[first.fate]
}

/** What may be done against the decision. A second decision leaves the court alone (LKN 2011 Đ42). */
function roadsOf(data: Decision, who: string): string {
  const court = data.lawsuit !== false
  const lawsuit = 'khởi kiện vụ án hành chính tại Tòa án có thẩm quyền theo quy định của Luật Tố tụng hành chính'
  if (data.second_settler)
    return `Trong thời hạn ${data.second_days} ngày kể từ ngày nhận được Quyết định này, nếu không đồng ý, ${who} có quyền khiếu nại lần hai đến ${data.second_settler} (${data.lawsuit === false ? 'Điều 48' : 'Điều 33'} Luật Khiếu nại)${court ? ` hoặc ${lawsuit}` : ''}.`
  if (!court) return 'Quyết định này là quyết định giải quyết cuối cùng theo quy định của Luật Khiếu nại.'
  return `Nếu không đồng ý với Quyết định này, ${who} có quyền ${lawsuit}.`
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
    ...[onFirst(data)].filter((text) => text !== null),
    ...data.orders,
    roadsOf(data, who),
    `${[...data.carried_out_by, who].join('; ')} chịu trách nhiệm thi hành Quyết định này.`,
  ]
  return texts.map((text, index) => ({ kind: 'article', label: `Điều ${index + 1}.`, text }))
}

function lastArticle(data: Decision): string {
  return `Điều ${data.orders.length + (onFirst(data) === null ? 3 : 4)}`
}
