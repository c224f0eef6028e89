/** The superior's letter to a unit below whose records are overdue. */
import type { LetterKind } from './letter-data.ts'
import type { Write } from './letters.ts'
import { paragraphs } from './letters-petition.ts'
import { issuerName, officialDay } from './wording.ts'

const shortOf = (day: string) => day.split('-').toReversed().join('/')

// No form is prescribed: structure of a công văn with its list.
export const overdueLetters = {
  'overdue-demand': (data) => ({
    title: { type: null, about: 'V/v báo cáo các vụ việc quá thời hạn giải quyết' },
    to: [data.receiver],
    parts: [
      ...paragraphs(
        ...(data.asked_on
          ? [
              `${issuerName(data.issuer)} đã yêu cầu báo cáo ${officialDay(data.asked_on)}. Đến nay chưa nhận được báo cáo.`,
            ]
          : []),
        `Qua theo dõi, ${data.receiver} có ${data.items.length} vụ việc sau đây đã quá thời hạn giải quyết:`,
      ),
      {
        kind: 'table',
        head: ['STT', 'Vụ việc', 'Hạn', 'Số ngày quá hạn'],
        widths_mm: [15, 75, 40, 35],
        rows: data.items.map((item, index) => [String(index + 1), item.what, shortOf(item.due_on), String(item.days)]),
      },
      ...paragraphs(
        data.note,
        `Đề nghị ${data.receiver} báo cáo lý do quá hạn và ngày hoàn thành từng vụ việc, gửi về ${issuerName(data.issuer)} trước hoặc trong ${officialDay(data.answer_by)}.`,
      ),
    ],
  }),
} as const satisfies { [K in Extract<LetterKind, 'overdue-demand'>]: Write<K> }
