/** Letters of a dialogue with the people: its notice, and its results. */
import type { LetterKind } from './letter-data.ts'
import type { Write } from './letters.ts'
import { groundParts, paragraphs } from './letters-petition.ts'
import { issuerName, officialDay } from './wording.ts'

const shortOf = (day: string) => day.split('-').toReversed().join('/')

// No form is prescribed: the structure of a thông báo (NĐ 30/2020 Phụ lục I).
export const dialogueLetters = {
  'public-dialogue-notice': (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: data.about },
    to: [],
    parts: [
      ...groundParts(issued_on, ['organisation', 'grassroots']),
      ...paragraphs(
        ...(data.moved
          ? [
              `Buổi đối thoại đã thông báo vào ${officialDay(data.moved.from_on)} chuyển sang ngày khác. Lý do: ${data.moved.reason.replace(/[.\s]*$/, '')}.`,
            ]
          : []),
        `${issuerName(data.issuer)}${data.together.length > 0 ? ` phối hợp với ${data.together.join(', ')}` : ''} tổ chức đối thoại với Nhân dân như sau:`,
      ),
      {
        kind: 'table',
        head: ['Nội dung', 'Cụ thể'],
        widths_mm: [45, 120],
        rows: [
          ['Đối thoại về', data.subject],
          ['Thời gian', `Từ ${data.starts} đến ${data.ends}, ${officialDay(data.held_on)}`],
          ['Địa điểm', data.where],
          ...(data.link ? [['Trực tuyến', data.link]] : []),
          ['Người chủ trì', data.chaired_by],
          ['Gửi câu hỏi trước', `Đến hết ${officialDay(data.questions_by)}: ${data.ways}`],
        ],
      },
      ...paragraphs(
        `Mọi công dân trên địa bàn được mời tham dự và đặt câu hỏi tại buổi đối thoại. ${issuerName(data.issuer)} công bố kết quả sau buổi đối thoại${data.publish_by ? `, chậm nhất ${officialDay(data.publish_by)}` : ''}.`,
        `${issuerName(data.issuer)} thông báo để Nhân dân biết và tham dự.`,
      ),
    ],
    copies: ['Trưởng thôn, tổ trưởng tổ dân phố (để thông báo)', ...(data.copies ?? []), 'Lưu: VT'],
  }),
  'public-dialogue-results': (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: data.about },
    to: [],
    parts: [
      ...groundParts(issued_on, ['organisation', 'grassroots']),
      ...paragraphs(
        `${officialDay(data.held_on).replace('ngày', 'Ngày')}, tại ${data.where}, ${data.chaired_by} chủ trì đối thoại với Nhân dân về ${data.subject}, có ${data.people} người tham dự.`,
        ...data.conclusion.split('\n'),
      ),
      ...data.groups.flatMap((group, index) => [
        { kind: 'heading' as const, text: `${index + 1}. ${group.title} (${group.questions} câu hỏi)` },
        ...paragraphs(
          `Nội dung hỏi: ${group.summary}`,
          ...(group.answer ?? 'Đang xem xét, sẽ trả lời bằng văn bản.')
            .split('\n')
            .map((line, at) => (at === 0 ? `Trả lời: ${line}` : line)),
        ),
      ]),
      ...(data.promises.length > 0
        ? [
            { kind: 'heading' as const, text: `${data.groups.length + 1}. Cam kết thực hiện` },
            {
              kind: 'table' as const,
              head: ['STT', 'Việc', 'Cơ quan chịu trách nhiệm', 'Xong trước hoặc trong ngày'],
              widths_mm: [12, 78, 45, 30],
              rows: data.promises.map((one, index) => [String(index + 1), one.text, one.owner, shortOf(one.due_on)]),
            },
          ]
        : []),
      ...paragraphs(`${issuerName(data.issuer)} thông báo để Nhân dân biết, giám sát việc thực hiện.`),
    ],
    copies: [
      'Trưởng thôn, tổ trưởng tổ dân phố (để thông báo)',
      ...new Set(data.promises.map((one) => one.owner)),
      ...(data.copies ?? []),
      'Lưu: VT',
    ],
  }),
} as const satisfies { [K in Extract<LetterKind, 'public-dialogue-notice' | 'public-dialogue-results'>]: Write<K> }
