/** Letters of a reception: receipt, refusal, conclusion of the head's day, outcome owed to a visitor. */
import type { LetterKind } from './letter-data.ts'
import type { Write } from './letters.ts'
import { groundParts, paragraphs } from './letters-petition.ts'
import { issuerName, namedPerson, officialDay, personName } from './wording.ts'

const forms = { original: 'Bản chính', copy: 'Bản sao', digital: 'Tệp điện tử' } as const
const outcomes = {
  accepted: 'đã được thụ lý',
  prolonged: 'được kéo dài thời hạn xem xét',
  declined: 'không được thụ lý',
  transferred: 'đã được chuyển đến cơ quan có thẩm quyền',
  guided: 'đã được hướng dẫn',
  answered: 'đã được trả lời',
  explained: 'đã được giải thích',
} as const

// Forms 01/TCD and 02/TCD of NĐ 154/2026 were seen in an unofficial transcription's list only: wording to be checked.
export const receptionLetters = {
  receipt: (data) => ({
    title: { type: 'GIẤY BIÊN NHẬN', about: 'Đơn, thông tin, tài liệu, bằng chứng' },
    form: 'Mẫu số 02/TCD (Nghị định số 154/2026/NĐ-CP)',
    to: [],
    parts: [
      ...paragraphs(
        `Vào hồi ${data.received_at}, ${officialDay(data.received_on)}, tại ${data.where}.`,
        `Tôi là ${data.receiver.name}, chức vụ: ${data.receiver.title}, ${issuerName(data.issuer)}, đã nhận của ${namedPerson(data.giver)}, địa chỉ: ${data.giver.address}, đơn và các thông tin, tài liệu, bằng chứng sau:`,
      ),
      {
        kind: 'table',
        head: ['STT', 'Tên đơn, tài liệu, bằng chứng', 'Hình thức', 'Số trang'],
        widths_mm: [12, 98, 32, 23],
        rows: data.items.map((item, index) => [
          String(index + 1),
          item.what,
          forms[item.form],
          item.pages === undefined ? '' : String(item.pages),
        ]),
      },
      ...paragraphs(
        'Giấy biên nhận này được lập thành hai bản, có giá trị như nhau: người giao giữ một bản, người nhận giữ một bản.',
      ),
    ],
    signatures: [
      { titles: ['Người giao'], hint: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: data.giver.name },
      { titles: ['Người nhận'], hint: '(Ký, ghi rõ họ tên)', name: data.receiver.name },
    ],
    copies: [],
  }),
  refusal: (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: 'Về việc từ chối tiếp công dân' },
    form: 'Mẫu số 01/TCD (Nghị định số 154/2026/NĐ-CP)',
    to: [personName(data.to)],
    parts: [
      ...groundParts(issued_on, ['reception']),
      ...paragraphs(
        `Ngày ${officialDay(data.reception_on).slice(5)}, ${namedPerson(data.to)}, địa chỉ: ${data.to.address}, đến ${issuerName(data.issuer)} về việc ${data.about}.`,
        `${issuerName(data.issuer)} từ chối tiếp ${data.to.honorific ?? 'Ông/Bà'} về nội dung trên vì lý do: ${data.ground} (${data.cite}).${data.earlier ? ` Văn bản đã trả lời: ${data.earlier}.` : ''}`,
        `Việc từ chối chỉ áp dụng với nội dung nêu trên. Nếu có nội dung mới hoặc tình tiết mới, ${data.to.honorific ?? 'Ông/Bà'} có quyền gửi đơn hoặc đến nơi tiếp công dân để trình bày.`,
        `${issuerName(data.issuer)} thông báo để ${data.to.honorific ?? 'Ông/Bà'} biết.`,
      ),
    ],
  }),
  'reception-conclusion': (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: `Kết luận việc tiếp công dân ${officialDay(data.reception_on)}` },
    to: [],
    parts: [
      ...groundParts(issued_on, ['reception']),
      ...paragraphs(
        `${officialDay(data.reception_on).replace('ngày', 'Ngày')}, tại ${data.where}, ${data.chaired_by} chủ trì buổi tiếp công dân định kỳ.${data.present.length > 0 ? ` Tham dự có: ${data.present.join('; ')}.` : ''}`,
        (data.nobody_came ?? data.visits.length === 0)
          ? 'Trong buổi tiếp không có công dân đến.'
          : `Sau khi nghe công dân trình bày và ý kiến của các cơ quan, ${data.chaired_by} kết luận:`,
      ),
      ...data.visits.flatMap((visit, index) => [
        { kind: 'heading' as const, text: `${index + 1}. ${visit.who}: ${visit.about}` },
        ...paragraphs(
          visit.conclusion,
          `Giao ${visit.assigned_to} thực hiện${visit.due_on ? `, xong trước hoặc trong ${officialDay(visit.due_on)}` : ''} và báo cáo kết quả.`,
        ),
      ]),
      ...paragraphs(...(data.general ? data.general.split('\n') : [])),
      ...paragraphs(`${issuerName(data.issuer)} thông báo để các cơ quan, đơn vị, cá nhân liên quan biết, thực hiện.`),
    ],
    copies: [
      ...new Set(data.visits.map((visit) => visit.assigned_to)),
      'Công dân có tên tại Thông báo',
      ...(data.copies ?? []),
      `Lưu: VT${data.drafted_by ? `, ${data.drafted_by}` : ''}`,
    ],
  }),
  outcome: (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: 'Về kết quả xử lý nội dung tiếp công dân' },
    to: [personName(data.to)],
    parts: [
      ...groundParts(issued_on, ['reception']),
      ...paragraphs(
        `${officialDay(data.reception_on).replace('ngày', 'Ngày')}, ${issuerName(data.issuer)} đã tiếp ${namedPerson(data.to)}, địa chỉ: ${data.to.address}, về việc ${data.about}.`,
        `Nội dung ${data.to.honorific ?? 'Ông/Bà'} trình bày ${outcomes[data.outcome]} (${data.cite}). ${data.detail}`,
        `${issuerName(data.issuer)} thông báo để ${data.to.honorific ?? 'Ông/Bà'} biết.`,
      ),
    ],
  }),
} as const satisfies {
  [K in Extract<LetterKind, 'receipt' | 'refusal' | 'reception-conclusion' | 'outcome'>]: Write<K>
}
