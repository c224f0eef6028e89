/** 03/XLD: letters of denunciation. Every figure of it is for named positions only. */
import { type Column, column, type Form, less, term, twoVersions } from '../form-parts.ts'

const own = 'own-reading' as const
const carried = (...signers: string[]) => [
  term('before', ...signers.map((one) => `denunciation_letters_${one}`)),
  less('before', ...signers.map((one) => `denunciation_handled_${one}`)),
]
const arrived = (...signers: string[]) => term('in', ...signers.map((one) => `denunciation_letters_${one}`))
const all = ['several', 'one', 'unnamed'] as const
const handled = all.map((signers) => `denunciation_handled_${signers}`)

const content = 'Phân loại vụ việc theo nội dung'
const state = 'Phân loại vụ việc theo nội dung > Lĩnh vực hành chính'
const progress = 'Phân loại vụ việc theo tình trạng giải quyết'
const ours = 'Kết quả xử lý > Vụ việc thuộc thẩm quyền'
const others = 'Kết quả xử lý > Vụ việc không thuộc thẩm quyền'
const replies = 'Số văn bản phúc đáp nhận được do chuyển đơn'
const cases = (...groups: string[]) => term('in', ...groups.map((group) => `denunciation_cases_${group}`))
const further = ['denunciation_further_overdue', 'denunciation_further_concluded'] as const

/** Columns of cases by field, from number `first` on. */
const byField = (first: number): readonly Column[] => [
  column(`${first}=${first + 1}+${first + 2}+${first + 3}+${first + 4}`, `${state} > Tổng cộng`, {
    add: [first + 1, first + 2, first + 3, first + 4],
  }),
  column(String(first + 1), `${state} > Chế độ, chính sách`, cases('policy')),
  column(String(first + 2), `${state} > Đất đai, nhà cửa`, cases('land')),
  column(String(first + 3), `${state} > Công chức, công vụ`, cases('civil-service')),
  column(String(first + 4), `${state} > Khác`, cases('administrative-other')),
  column(String(first + 5), `${content} > Tham nhũng`, cases('corruption')),
  column(String(first + 6), `${content} > Lĩnh vực tư pháp`, cases('judicial')),
  column(String(first + 7), `${content} > Lĩnh vực Đảng, đoàn thể`, cases('party')),
  column(String(first + 8), `${content} > Lĩnh vực khác`, cases('other')),
]

const first = [term('in', 'denunciation_cases_within'), less('in', 'denunciation_cases_within_again')]

const of2021: readonly Column[] = [
  column('1=2+3+4+5+6+7', 'Tổng số đơn', { add: [2, 3, 4, 5, 6, 7] }),
  column('2', 'Đơn kỳ trước chuyển sang > Đơn có nhiều người đứng tên', carried('several')),
  column('3', 'Đơn kỳ trước chuyển sang > Đơn một người đứng tên', carried('one')),
  column('4', 'Đơn kỳ trước chuyển sang > Đơn khác', carried('unnamed')),
  column('5', 'Đơn tiếp nhận trong kỳ > Đơn có nhiều người đứng tên', arrived('several')),
  column('6', 'Đơn tiếp nhận trong kỳ > Đơn một người đứng tên', arrived('one')),
  column('7', 'Đơn tiếp nhận trong kỳ > Đơn khác', arrived('unnamed')),
  column('8=9+10', 'Đơn đã xử lý > Tổng', { add: [9, 10] }),
  column('9', 'Đơn đã xử lý > Đơn kỳ trước chuyển sang', term('in-from-before', ...handled)),
  column('10', 'Đơn đã xử lý > Đơn tiếp nhận trong kỳ', term('in-from-in', ...handled)),
  column('11', 'Đủ điều kiện xử lý > Số đơn', term('in', 'denunciation_fit')),
  column('12=13+18+19+20+21=22+23+24+25=26+29', 'Đủ điều kiện xử lý > Số vụ việc', term('in', 'denunciation_cases')),
  ...byField(13),
  column(
    '22',
    `${progress} > Chưa giải quyết, trong hạn`,
    [
      term('in', 'denunciation_cases', 'denunciation_cases_within_again'),
      less('in', 'denunciation_cases_within', ...further),
    ],
    { unverified: own },
  ),
  column('23', `${progress} > Đang giải quyết`, first, { unverified: own }),
  column('24', `${progress} > Tố cáo tiếp > Quá thời hạn chưa giải quyết`, term('in', further[0])),
  column('25', `${progress} > Tố cáo tiếp > Đã có kết luận giải quyết`, term('in', further[1])),
  column('26=27+28', `${ours} > Tổng số`, { add: [27, 28] }),
  column('27', `${ours} > Tố cáo lần đầu`, first),
  column('28', `${ours} > Tố cáo tiếp`, term('in', 'denunciation_cases_within_again')),
  column('29=30+31+32', `${others} > Tổng số`, { add: [30, 31, 32] }),
  column('30', `${others} > Hướng dẫn`, cases('guided')),
  column('31', `${others} > Chuyển đơn`, cases('transferred')),
  column('32', `${others} > Đôn đốc giải quyết`, cases('urged')),
  column('33', replies, term('in', 'denunciation_replies')),
]

const of2024: readonly Column[] = [
  column('1=2+3', 'Tổng số đơn phải xử lý > Tổng số đơn', { add: [2, 3] }),
  column('2', 'Tổng số đơn phải xử lý > Đơn kỳ trước chuyển sang', carried(...all)),
  column('3', 'Tổng số đơn phải xử lý > Đơn tiếp nhận trong kỳ', arrived(...all)),
  column('4=5+6', 'Đơn đã xử lý > Tổng', { add: [5, 6] }),
  column('5', 'Đơn đã xử lý > Đơn kỳ trước chuyển sang', term('in-from-before', ...handled)),
  column('6', 'Đơn đã xử lý > Đơn tiếp nhận trong kỳ', term('in-from-in', ...handled)),
  column('7', 'Đủ điều kiện xử lý > Số đơn', term('in', 'denunciation_fit')),
  column('8=9+14+15+16+17=18+19+20=21+24', 'Đủ điều kiện xử lý > Số vụ việc', term('in', 'denunciation_cases')),
  ...byField(9),
  column('18', `${progress} > Tố cáo tiếp > Quá thời hạn chưa giải quyết`, term('in', further[0])),
  column('19', `${progress} > Tố cáo tiếp > Đã có kết luận giải quyết`, term('in', further[1])),
  column('20', `${progress} > Chưa giải quyết`, [term('in', 'denunciation_cases'), less('in', ...further)], {
    unverified: own,
  }),
  column('21=22+23', `${ours} > Tổng số`, { add: [22, 23] }),
  column('22', `${ours} > Tố cáo lần đầu`, first),
  column('23', `${ours} > Tố cáo tiếp`, term('in', 'denunciation_cases_within_again')),
  column('24=25+26', `${others} > Tổng số`, { add: [25, 26] }),
  // What was guided has no column of its own in what was read; it is counted with what was passed on.
  column('25', `${others} > Chuyển đơn`, cases('transferred', 'guided'), { unverified: own }),
  column('26', `${others} > Đôn đốc giải quyết`, cases('urged')),
  column('27', replies, term('in', 'denunciation_replies')),
]

/** Both versions of 03/XLD. */
export const denunciationLetterForms: readonly Form[] = twoVersions(
  { code: '03/XLD', title: 'Tổng hợp kết quả xử lý đơn tố cáo' },
  {
    columns: of2021,
    identities: [
      { what: '1=2+3+4+5+6+7' },
      { what: '8=9+10' },
      { what: '12=13+18+19+20+21=22+23+24+25=26+29' },
      { what: '13=14+15+16+17' },
      { what: '26=27+28' },
      { what: '29=30+31+32' },
      { what: '12<=11', inferred: true },
      { what: '11<=8', inferred: true },
    ],
  },
  {
    columns: of2024,
    identities: [
      { what: '1=2+3' },
      { what: '4=5+6' },
      { what: '8=9+14+15+16+17=18+19+20=21+24' },
      { what: '9=10+11+12+13' },
      { what: '21=22+23' },
      { what: '24=25+26' },
      { what: '8<=7', inferred: true },
      { what: '7<=4', inferred: true },
    ],
  },
)
