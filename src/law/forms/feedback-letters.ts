/** 04/XLD: letters of recommendation and observation; with them letters that have no kind yet or are nothing of the three. */
import { type Column, column, type Form, less, term, twoVersions } from '../form-parts.ts'

const own = 'own-reading' as const
const all = ['several', 'one', 'unnamed'] as const
const carried = (...signers: string[]) => [
  term('before', ...signers.map((one) => `feedback_letters_${one}`)),
  less('before', ...signers.map((one) => `feedback_handled_${one}`)),
]
const arrived = (...signers: string[]) => term('in', ...signers.map((one) => `feedback_letters_${one}`))
const handled = all.map((signers) => `feedback_handled_${signers}`)
const content = 'Phân loại vụ việc theo nội dung'
const progress = 'Phân loại vụ việc theo tình trạng giải quyết'
const ours = 'Kết quả xử lý > Vụ việc thuộc thẩm quyền'
const others = 'Kết quả xử lý > Vụ việc không thuộc thẩm quyền'
const cases = (...groups: string[]) => term('in', ...groups.map((group) => `feedback_cases_${group}`))
const rest = cases('civil-service', 'administrative-other', 'corruption', 'party', 'other')
const mark = { unverified: own }

const byField = (first: number): readonly Column[] => [
  column(String(first), `${content} > Chế độ, chính sách`, cases('policy')),
  column(String(first + 1), `${content} > Đất đai`, cases('land')),
  column(String(first + 2), `${content} > Tư pháp`, cases('judicial')),
  column(String(first + 3), `${content} > Khác`, rest),
]

const of2021: readonly Column[] = [
  column('1=2+3+4+5+6+7', 'Tổng số đơn', { add: [2, 3, 4, 5, 6, 7] }),
  column('2', 'Đơn kỳ trước chuyển sang > Đơn có nhiều người đứng tên', carried('several'), mark),
  column('3', 'Đơn kỳ trước chuyển sang > Đơn một người đứng tên', carried('one'), mark),
  column('4', 'Đơn kỳ trước chuyển sang > Đơn khác', carried('unnamed'), mark),
  column('5', 'Đơn tiếp nhận trong kỳ > Đơn có nhiều người đứng tên', arrived('several'), mark),
  column('6', 'Đơn tiếp nhận trong kỳ > Đơn một người đứng tên', arrived('one'), mark),
  column('7', 'Đơn tiếp nhận trong kỳ > Đơn khác', arrived('unnamed'), mark),
  column('8=9+10', 'Đã xử lý trong kỳ > Tổng số', { add: [9, 10] }),
  column('9', 'Đã xử lý trong kỳ > Đơn kỳ trước chuyển sang', term('in-from-before', ...handled)),
  column('10', 'Đã xử lý trong kỳ > Đơn tiếp nhận trong kỳ', term('in-from-in', ...handled)),
  column('11', 'Đủ điều kiện xử lý > Số đơn', term('in', 'feedback_fit')),
  column('12=13+14+15+16=17+18+19=20+21', 'Đủ điều kiện xử lý > Số vụ việc', term('in', 'feedback_cases')),
  ...byField(13),
  column('17', `${progress} > Đã được giải quyết`, term('of', 'feedback_settled_cases')),
  column(
    '18',
    `${progress} > Đang giải quyết`,
    [term('in', 'feedback_cases_within'), less('of', 'feedback_settled_cases')],
    mark,
  ),
  column('19', `${progress} > Chưa được giải quyết`, { add: [21] }, mark),
  column('20', ours, term('in', 'feedback_cases_within')),
  column('21=22+23', `${others} > Tổng số`, { add: [22, 23] }),
  column('22', `${others} > Chuyển đơn`, cases('transferred', 'guided'), mark),
  column('23', `${others} > Đôn đốc giải quyết`, cases('urged')),
  column('24', 'Số văn bản phúc đáp nhận được do chuyển đơn', term('in', 'feedback_replies')),
]

const of2024: readonly Column[] = [
  column('1=2+3', 'Tổng số đơn phải xử lý > Tổng số đơn', { add: [2, 3] }),
  column('2', 'Tổng số đơn phải xử lý > Đơn kỳ trước chuyển sang', carried(...all), mark),
  column('3', 'Tổng số đơn phải xử lý > Đơn tiếp nhận trong kỳ', arrived(...all), mark),
  column('4=5+6', 'Đã xử lý trong kỳ > Tổng số', { add: [5, 6] }),
  column('5', 'Đã xử lý trong kỳ > Đơn kỳ trước chuyển sang', term('in-from-before', ...handled)),
  column('6', 'Đã xử lý trong kỳ > Đơn tiếp nhận trong kỳ', term('in-from-in', ...handled)),
  column('7', 'Đủ điều kiện xử lý > Số đơn', term('in', 'feedback_fit')),
  // The vendor prints 15+18; 16 is the sum of 17 and 18, so this is taken for a misprint.
  column('8=9+10+11+12=13+14=15+16', 'Đủ điều kiện xử lý > Số vụ việc', term('in', 'feedback_cases')),
  ...byField(9),
  column('13', `${progress} > Đã được giải quyết`, term('of', 'feedback_settled_cases')),
  column('14', `${progress} > Chưa được giải quyết`, [
    term('in', 'feedback_cases'),
    less('of', 'feedback_settled_cases'),
  ]),
  column('15', ours, term('in', 'feedback_cases_within')),
  column('16=17+18', `${others} > Tổng số`, { add: [17, 18] }),
  column('17', `${others} > Chuyển đơn`, cases('transferred', 'guided'), mark),
  column('18', `${others} > Đôn đốc giải quyết`, cases('urged')),
  column('19', 'Kết quả giải quyết vụ việc thẩm quyền > Số vụ việc đã được giải quyết', { add: [13] }),
  column('20', 'Kết quả giải quyết vụ việc thẩm quyền > Số vụ việc chưa giải quyết', { add: [15], less: [13] }),
]

/** Both versions of 04/XLD. */
export const feedbackLetterForms: readonly Form[] = twoVersions(
  { code: '04/XLD', title: 'Tổng hợp kết quả xử lý đơn kiến nghị, phản ánh' },
  {
    columns: of2021,
    identities: [
      { what: '1=2+3+4+5+6+7' },
      { what: '8=9+10' },
      { what: '12=13+14+15+16=17+18+19=20+21' },
      { what: '21=22+23' },
      { what: '12<=11', inferred: true },
      { what: '11<=8', inferred: true },
    ],
  },
  {
    columns: of2024,
    identities: [
      { what: '1=2+3' },
      { what: '4=5+6' },
      { what: '8=9+10+11+12=13+14=15+16' },
      { what: '16=17+18' },
      { what: '15=19+20', inferred: true },
      { what: '8<=7', inferred: true },
      { what: '7<=4', inferred: true },
    ],
  },
)
