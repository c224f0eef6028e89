/** 02/XLD: letters of complaint. */
import { type Column, column, type Form, less, term, twoVersions } from '../form-parts.ts'

const own = 'own-reading' as const
const letters = (list: 'letters' | 'handled') =>
  (['several', 'one', 'unnamed'] as const).map((signers) => `complaint_${list}_${signers}`)
const received = letters('letters')
const handled = letters('handled')
const carried = (...signers: string[]) => [
  term('before', ...signers.map((one) => `complaint_letters_${one}`)),
  less('before', ...signers.map((one) => `complaint_handled_${one}`)),
]
const arrived = (...signers: string[]) => term('in', ...signers.map((one) => `complaint_letters_${one}`))

const content = 'Phân loại vụ việc theo nội dung'
const state = 'Phân loại vụ việc theo nội dung > Lĩnh vực hành chính'
const progress = 'Phân loại vụ việc theo tình trạng giải quyết'
const ours = 'Kết quả xử lý > Vụ việc thuộc thẩm quyền'
const others = 'Kết quả xử lý > Vụ việc không thuộc thẩm quyền'
const replies = 'Số văn bản phúc đáp nhận được do chuyển đơn'
const cases = (...groups: string[]) => term('in', ...groups.map((group) => `complaint_cases_${group}`))

/** Columns of cases by field, from number `first` on. */
const byField = (first: number): readonly Column[] => [
  column(String(first), `${state} > Tổng`, { add: [first + 1, first + 2, first + 3] }),
  column(String(first + 1), `${state} > Chế độ, chính sách`, cases('policy')),
  column(String(first + 2), `${state} > Đất đai, nhà cửa`, cases('land')),
  column(String(first + 3), `${state} > Khác`, cases('civil-service', 'administrative-other', 'corruption')),
  column(String(first + 4), `${content} > Lĩnh vực tư pháp`, cases('judicial')),
  column(String(first + 5), `${content} > Lĩnh vực Đảng, đoàn thể`, cases('party')),
  column(String(first + 6), `${content} > Lĩnh vực khác`, cases('other')),
]

const allSettled = ['complaint_settled_cases'] as const

/** Settled at first, at second, and by a court, from number `first` on. */
const settled = (first: number): readonly Column[] => [
  column(String(first), `${progress} > Đã giải quyết > Lần đầu`, [
    term('of', ...allSettled),
    less('of', 'complaint_settled_cases_again', 'complaint_at_court'),
    term('of', 'complaint_at_court_again'),
  ]),
  column(String(first + 1), `${progress} > Đã giải quyết > Lần 2`, [
    term('of', 'complaint_settled_cases_again'),
    less('of', 'complaint_at_court_again'),
  ]),
  column(String(first + 2), `${progress} > Đã giải quyết > Đã có bản án của tòa`, term('of', 'complaint_at_court'), {
    unverified: own,
  }),
]

const within = (printed: string, heading: string, terms: Column['from'] | Parameters<typeof column>[2]) =>
  column(printed, `${ours} > ${heading}`, terms)

const of2021: readonly Column[] = [
  column('1=2+3+4+5', 'Tổng số đơn', { add: [2, 3, 4, 5] }),
  column('2', 'Đơn kỳ trước chuyển sang > Đơn có nhiều người đứng tên', carried('several')),
  column('3', 'Đơn kỳ trước chuyển sang > Đơn một người đứng tên', carried('one', 'unnamed')),
  column('4', 'Đơn tiếp nhận trong kỳ > Đơn có nhiều người đứng tên', arrived('several')),
  column('5', 'Đơn tiếp nhận trong kỳ > Đơn một người đứng tên', arrived('one', 'unnamed')),
  column('6=7+8', 'Đơn đã xử lý > Tổng', { add: [7, 8] }),
  column('7', 'Đơn đã xử lý > Đơn kỳ trước chuyển sang', term('in-from-before', ...handled)),
  column('8', 'Đơn đã xử lý > Đơn tiếp nhận trong kỳ', term('in-from-in', ...handled)),
  column('9', 'Đủ điều kiện xử lý > Số đơn', term('in', 'complaint_fit')),
  column('10=11+15+16+17=18+19+20+21+22=23+26', 'Đủ điều kiện xử lý > Số vụ việc', term('in', 'complaint_cases')),
  { ...byField(11)[0]!, printed: '11=12+13+14' },
  ...byField(11).slice(1),
  ...settled(18),
  column('21', `${progress} > Đang giải quyết`, [term('in', 'complaint_cases_within'), less('of', ...allSettled)], {
    unverified: own,
  }),
  column('22', `${progress} > Chưa giải quyết`, { add: [26] }, { unverified: own }),
  within('23=24+25', 'Tổng', { add: [24, 25] }),
  within('24', 'Lần đầu', [term('in', 'complaint_cases_within'), less('in', 'complaint_second_cases')]),
  within('25', 'Lần 2', term('in', 'complaint_second_cases')),
  column('26=27+28+29', `${others} > Tổng`, { add: [27, 28, 29] }),
  column('27', `${others} > Hướng dẫn`, cases('guided')),
  column('28', `${others} > Chuyển đơn`, cases('transferred')),
  column('29', `${others} > Đôn đốc giải quyết`, cases('urged')),
  column('30', replies, term('in', 'complaint_replies')),
]

const of2024: readonly Column[] = [
  column('1=2+3', 'Tổng số đơn phải xử lý > Tổng số đơn', { add: [2, 3] }),
  column('2', 'Tổng số đơn phải xử lý > Đơn kỳ trước chuyển sang', [
    term('before', ...received),
    less('before', ...handled),
  ]),
  column('3', 'Tổng số đơn phải xử lý > Đơn tiếp nhận trong kỳ', term('in', ...received)),
  column('4=5+6', 'Đơn đã xử lý > Tổng', { add: [5, 6] }),
  column('5', 'Đơn đã xử lý > Đơn kỳ trước chuyển sang', term('in-from-before', ...handled)),
  column('6', 'Đơn đã xử lý > Đơn tiếp nhận trong kỳ', term('in-from-in', ...handled)),
  column('7', 'Đủ điều kiện xử lý > Số đơn', term('in', 'complaint_fit')),
  column('8=9+13+14+15=16+17+18+19=20+23', 'Đủ điều kiện xử lý > Số vụ việc', term('in', 'complaint_cases')),
  { ...byField(9)[0]!, printed: '9=10+11+12' },
  ...byField(9).slice(1),
  ...settled(16),
  column('19', `${progress} > Chưa giải quyết`, [term('in', 'complaint_cases'), less('of', ...allSettled)], {
    unverified: own,
  }),
  within('20=21+22', 'Tổng', { add: [21, 22] }),
  within('21', 'Lần đầu', [term('in', 'complaint_cases_within'), less('in', 'complaint_second_cases')]),
  within('22', 'Lần 2', term('in', 'complaint_second_cases')),
  column('23=24+25', `${others} > Tổng`, { add: [24, 25] }),
  // The column of what was passed on is missing in what was read; it is counted with what was guided.
  column('24', `${others} > Hướng dẫn`, cases('guided', 'transferred'), { unverified: own }),
  column('25', `${others} > Đôn đốc giải quyết`, cases('urged')),
  column('26', replies, term('in', 'complaint_replies')),
]

/** Both versions of 02/XLD. */
export const complaintLetterForms: readonly Form[] = twoVersions(
  { code: '02/XLD', title: 'Tổng hợp kết quả xử lý đơn khiếu nại' },
  {
    columns: of2021,
    identities: [
      { what: '1=2+3+4+5' },
      { what: '6=7+8' },
      { what: '10=11+15+16+17=18+19+20+21+22=23+26' },
      { what: '11=12+13+14' },
      { what: '23=24+25' },
      { what: '26=27+28+29' },
      { what: '10<=9', inferred: true },
      { what: '9<=6', inferred: true },
    ],
  },
  {
    columns: of2024,
    identities: [
      { what: '1=2+3' },
      { what: '4=5+6' },
      { what: '8=9+13+14+15=16+17+18+19=20+23' },
      { what: '9=10+11+12' },
      { what: '20=21+22' },
      { what: '23=24+25' },
      { what: '8<=7', inferred: true },
      { what: '7<=4', inferred: true },
    ],
  },
)
