/** Letters about a petition before any proceeding: guidance, transfer, hand-back, urging, signature, answer. */
import { groundsOn } from './grounds.ts'
import type { Part } from './layout.ts'
import type { LetterData, LetterKind, PetitionInLetter } from './letter-data.ts'
import type { Write } from './letters.ts'
import { issuerName, namedPerson, officialDay, type Person, personName } from './wording.ts'

/** How a petition is named in running text. */
export function petitionNoun(petition: PetitionInLetter): string {
  const nouns = {
    complaint: 'đơn khiếu nại',
    recommendation: 'đơn kiến nghị',
    observation: 'phản ánh',
    denunciation: 'đơn tố cáo',
    petition: 'đơn',
  } as const
  return nouns[petition.kind]
}

/** `đơn khiếu nại đề ngày 01 tháng 7 năm 2026 của Ông/Bà …, địa chỉ: …, về việc …` */
export function petitionOf(petition: PetitionInLetter, person: Person): string {
  const dated = petition.dated_on ? ` đề ${officialDay(petition.dated_on)}` : ''
  // Who denounces is no office's to write down, not even in a sealed letter: the receiver reads it in the vault.
  if (petition.kind === 'denunciation') return `${petitionNoun(petition)}${dated} về việc ${petition.about}`
  return `${petitionNoun(petition)}${dated} của ${namedPerson(person)}, địa chỉ: ${person.address}, về việc ${petition.about}`
}

/** `Ngày …, Ủy ban … nhận được đơn … (số vào sổ: …).` */
export function receivedSentence(
  data: { issuer: LetterData['answer']['issuer'] },
  petition: PetitionInLetter,
  person: Person,
): string {
  const number = petition.register_number ? ` (số vào sổ: ${petition.register_number})` : ''
  const day = officialDay(petition.received_on)
  return `${day.charAt(0).toLocaleUpperCase('vi')}${day.slice(1)}, ${issuerName(data.issuer)} nhận được ${petitionOf(petition, person)}${number}.`
}

/** Grounds as parts of the body. */
export function groundParts(...args: Parameters<typeof groundsOn>): Part[] {
  return groundsOn(...args).map((text) => ({ kind: 'ground', text }))
}

/** Plain paragraphs. */
export function paragraphs(...texts: readonly string[]): Part[] {
  return texts.map((text) => ({ kind: 'paragraph', text }))
}

const items = (texts: readonly string[]): Part[] =>
  texts.map((text, index) => ({
    kind: 'item',
    text: `${text.replace(/[.;\s]*$/, '')}${index === texts.length - 1 ? '.' : ';'}`,
  }))

// The forms of TT 05/2021/TT-TTCP were not seen in full: structure after its summaries, wording ours, to be checked.
export const petitionLetters = {
  guidance: (data, issued_on) => ({
    title: { type: 'PHIẾU HƯỚNG DẪN', about: `Về việc gửi đơn đến cơ quan có thẩm quyền` },
    to: [personName(data.to)],
    parts: [
      ...groundParts(issued_on, ['reception', 'handling']),
      ...paragraphs(
        receivedSentence(data, data.petition, data.to),
        `Sau khi xem xét, ${issuerName(data.issuer)} nhận thấy: ${data.reason} (${data.cite}).`,
        `${issuerName(data.issuer)} đề nghị ${data.to.honorific ?? 'Ông/Bà'}:`,
      ),
      ...items(data.advice),
      ...paragraphs(
        `Việc hướng dẫn về nội dung này được thực hiện một lần. Nếu cần giải thích thêm, ${data.to.honorific ?? 'Ông/Bà'} có thể liên hệ ${contactOf(data)}.`,
      ),
    ],
  }),
  transfer: (data, issued_on) => ({
    title: { type: 'PHIẾU CHUYỂN ĐƠN', about: 'Về việc chuyển đơn đến cơ quan có thẩm quyền giải quyết' },
    to: [data.receiver],
    parts: [
      ...groundParts(issued_on, ['reception', 'handling']),
      ...paragraphs(
        receivedSentence(data, data.petition, data.petitioner),
        `Sau khi xem xét, ${issuerName(data.issuer)} nhận thấy: ${data.reason} (${data.cite}).`,
        `${issuerName(data.issuer)} chuyển đơn nêu trên cùng ${data.enclosed} đến ${data.receiver} để xem xét, giải quyết theo quy định của pháp luật và thông báo kết quả cho ${issuerName(data.issuer)} trong thời hạn 07 ngày làm việc kể từ ngày có kết quả giải quyết (Điều 27 Luật Tiếp công dân).`,
      ),
    ],
    copies: [
      'Như trên',
      data.petition.kind === 'denunciation' ? 'Người gửi đơn (để biết)' : `${personName(data.petitioner)} (để biết)`,
      ...(data.copies ?? []),
      fileCopy(data),
    ],
  }),
  'hand-back': (data) => ({
    title: { type: null, about: 'V/v trả lại đơn' },
    to: [data.to],
    parts: paragraphs(
      receivedSentence(data, data.petition, data.petitioner),
      `Sau khi xem xét, ${issuerName(data.issuer)} nhận thấy: ${data.reason} (${data.cite}).`,
      `${issuerName(data.issuer)} trả lại đơn và các tài liệu kèm theo để ${data.to} xử lý theo quy định của pháp luật.`,
    ),
  }),
  'case-reply': (data) => ({
    title: { type: null, about: 'V/v phúc đáp kết quả giải quyết đơn' },
    to: [data.receiver],
    parts: paragraphs(
      `${issuerName(data.issuer)} đã nhận ${petitionOf(data.petition, data.petitioner)} do ${data.receiver} chuyển đến ${officialDay(data.transferred_on)}.`,
      `Kết quả giải quyết: ${data.detail}`,
      `${issuerName(data.issuer)} thông báo để ${data.receiver} biết, theo dõi (${data.cite}).`,
    ),
  }),
  urge: (data) => ({
    title: { type: null, about: 'V/v đôn đốc thông báo kết quả giải quyết đơn' },
    to: [data.receiver],
    parts: paragraphs(
      `${issuerName(data.issuer)} đã chuyển ${petitionOf(data.petition, data.petitioner)} đến ${data.receiver} theo ${data.sent_by}.`,
      `Theo quy định (${data.cite}), việc này phải có kết quả trước hoặc trong ${officialDay(data.due_on)}. Đến nay, ${issuerName(data.issuer)} chưa nhận được thông báo.`,
      `Đề nghị ${data.receiver} khẩn trương giải quyết và thông báo kết quả, hoặc nêu rõ lý do chậm và thời hạn hoàn thành, về ${issuerName(data.issuer)} trước hoặc trong ${officialDay(data.answer_by)} để trả lời công dân.`,
    ),
  }),
  'confirm-signature': (data, issued_on) => ({
    title: { type: 'PHIẾU HƯỚNG DẪN', about: 'Về việc ký xác nhận đơn đã gửi' },
    to: [personName(data.to)],
    parts: [
      ...groundParts(issued_on, ['complaint', 'handling']),
      ...paragraphs(
        receivedSentence(data, data.petition, data.to),
        `Đơn chưa có chữ ký hoặc điểm chỉ nên chưa đủ điều kiện để xem xét thụ lý (Điều 8 Luật Khiếu nại). Ngày ${data.to.honorific ?? 'Ông/Bà'} gửi đơn vẫn được giữ nguyên. ${data.to.honorific ?? 'Ông/Bà'} có thể xác nhận đơn bằng một trong các cách sau:`,
      ),
      ...items(data.ways),
      ...paragraphs(`Nếu cần giúp đỡ, ${data.to.honorific ?? 'Ông/Bà'} có thể liên hệ ${contactOf(data)}.`),
    ],
  }),
  answer: (data) => ({
    title: {
      type: null,
      about: `V/v trả lời ${data.petition.kind === 'observation' ? 'phản ánh' : 'kiến nghị'} của công dân`,
    },
    to: [personName(data.to)],
    parts: [
      ...paragraphs(
        receivedSentence(data, data.petition, data.to),
        `Sau khi xem xét, ${issuerName(data.issuer)} trả lời như sau:`,
        data.content,
      ),
      ...(data.review ? regulationParts(data.review) : []),
      ...(data.done.length > 0 ? [...paragraphs('Những việc đã làm và sẽ làm:'), ...items(data.done)] : []),
      ...paragraphs(
        `${issuerName(data.issuer)} cảm ơn ${data.to.honorific ?? 'Ông/Bà'} đã góp ý. Nếu còn điều chưa rõ, xin liên hệ ${data.contact}.`,
      ),
    ],
  }),
  'propose-change': (data) => ({
    title: { type: null, about: 'V/v kiến nghị về quy định hành chính' },
    to: [data.receiver],
    parts: paragraphs(
      `${issuerName(data.issuer)} đã xem xét quy định: ${data.regulation}, theo các tiêu chí tại Điều 14 Nghị định số 20/2008/NĐ-CP, từ phản ánh, kiến nghị của cá nhân, tổ chức.`,
      data.reasons,
      `${issuerName(data.issuer)} kiến nghị: ${data.proposal}`,
      `Đề nghị ${data.receiver} xem xét và thông báo kết quả về ${issuerName(data.issuer)} để trả lời người có kiến nghị.`,
    ),
  }),
} as const satisfies {
  [K in Extract<
    LetterKind,
    'guidance' | 'transfer' | 'hand-back' | 'urge' | 'case-reply' | 'confirm-signature' | 'answer' | 'propose-change'
  >]: Write<K>
}

const regulationOutcomes = {
  'kept-for-study': 'chưa đủ cơ sở để xem xét; kiến nghị được tập hợp để tiếp tục nghiên cứu',
  'amend-or-repeal': 'sửa đổi, bổ sung hoặc bãi bỏ quy định',
  'propose-to-superior': 'kiến nghị cơ quan đã ban hành xem xét sửa đổi, bổ sung hoặc bãi bỏ quy định',
  'issue-new': 'ban hành quy định mới',
  'keep-as-it-is': 'giữ nguyên quy định',
} as const

function regulationParts({ name, outcome, reasons }: NonNullable<LetterData['answer']['review']>) {
  const reviewed =
    outcome === 'kept-for-study'
      ? `Về quy định: ${name}, ${regulationOutcomes[outcome]} (Điều 14 Nghị định số 20/2008/NĐ-CP).`
      : `Quy định: ${name} đã được xem xét theo sáu tiêu chí tại Điều 14 Nghị định số 20/2008/NĐ-CP. Kết quả: ${regulationOutcomes[outcome]}.`
  return paragraphs(reviewed, ...(reasons ? [`Lý do: ${reasons}`] : []))
}

/** Where to come or call. */
function contactOf(data: { issuer: LetterData['answer']['issuer'] }): string {
  const phone = data.issuer.phone ? `, điện thoại ${data.issuer.phone.replaceAll(' ', '\u00A0')}` : ''
  return `${issuerName(data.issuer)}${data.issuer.address ? `, địa chỉ: ${data.issuer.address}` : ''}${phone}`
}

function fileCopy(data: { drafted_by?: string }): string {
  return `Lưu: VT${data.drafted_by ? `, ${data.drafted_by}` : ''}`
}
