/** 01/XLD: how letters were processed, over all kinds. */
import { type Column, column, type Form, less, term, twoVersions } from '../form-parts.ts'

const received = ['received_several', 'received_one', 'received_unnamed'] as const
const processed = ['processed_several', 'processed_one', 'processed_unnamed'] as const
const carried = 'Kỳ trước chuyển sang'
const arrived = 'Tiếp nhận trong kỳ'
const several = 'Đơn có nhiều người đứng tên'
const one = 'Đơn một người đứng tên'
const other = 'Đơn khác'
const due = 'Tổng số đơn phải xử lý'
const conditions = 'Đủ điều kiện xử lý'
const content = 'Phân loại đơn theo nội dung'
const progress = 'Phân loại đơn theo tình trạng giải quyết'
const ours = 'Kết quả xử lý đơn > Đơn thuộc thẩm quyền'
const others = 'Kết quả xử lý đơn > Đơn không thuộc thẩm quyền'
const feedbackWords = 'Kiến nghị, phản ánh'

const of = (kind: 'complaint' | 'denunciation' | 'feedback') =>
  term('in', ...['within', 'guided', 'transferred', 'urged'].map((how) => `${kind}_${how}`))
const outside = (how: 'guided' | 'transferred' | 'urged') =>
  term('in', `complaint_${how}`, `denunciation_${how}`, `feedback_${how}`)

const handling2024: readonly Column[] = [
  column('1=2+3=4+5', `${due} > Tổng số đơn`, { add: [2, 3] }),
  column('2', `${due} > ${carried}`, [term('before', ...received), less('before', ...processed)]),
  column('3', `${due} > ${arrived}`, term('in', ...received)),
  column('4', 'Số đơn đã xử lý', term('in', ...processed)),
  column('5', 'Số đơn chưa xử lý (chuyển kỳ sau xử lý)', [term('until', ...received), less('until', ...processed)]),
  column('6=8+9+10=11+12+13=14+18', `${conditions} > Số đơn`, term('in', 'eligible')),
  column('7', `${conditions} > Số vụ việc`, term('in', 'eligible_cases')),
  column('8', `${content} > Khiếu nại`, of('complaint')),
  column('9', `${content} > Tố cáo`, of('denunciation')),
  column('10', `${content} > ${feedbackWords}`, of('feedback')),
  column('11', `${progress} > Đã giải quyết > Lần đầu`, term('of', 'settled_first')),
  column('12', `${progress} > Đã giải quyết > Nhiều lần`, term('of', 'settled_again')),
  column('13', `${progress} > Chưa giải quyết xong`, [
    term('in', 'eligible'),
    less('of', 'settled_first', 'settled_again'),
  ]),
  column('14=15+16+17', `${ours} > Tổng số`, { add: [15, 16, 17] }),
  column('15', `${ours} > Khiếu nại`, term('in', 'complaint_within')),
  column('16', `${ours} > Tố cáo`, term('in', 'denunciation_within')),
  column('17', `${ours} > ${feedbackWords}`, term('in', 'feedback_within')),
  column('18=19+20+21', `${others} > Tổng số`, { add: [19, 20, 21] }),
  column('19', `${others} > Hướng dẫn`, outside('guided')),
  column('20', `${others} > Chuyển đơn`, outside('transferred')),
  column('21', `${others} > Đôn đốc giải quyết`, outside('urged')),
  column('22', 'Số văn bản phúc đáp nhận được do chuyển đơn', term('in', 'replies')),
]

const carriedOver = (signers: 'several' | 'one' | 'unnamed') => [
  term('before', `received_${signers}`),
  less('before', `processed_${signers}`),
]

const handling2021: readonly Column[] = [
  column('1=2+3+4+5+6+7', 'Tổng số đơn', { add: [2, 3, 4, 5, 6, 7] }),
  column('2', `${carried} > ${several}`, carriedOver('several')),
  column('3', `${carried} > ${one}`, carriedOver('one')),
  column('4', `${carried} > ${other}`, carriedOver('unnamed')),
  column('5', `${arrived} > ${several}`, term('in', 'received_several')),
  column('6', `${arrived} > ${one}`, term('in', 'received_one')),
  column('7', `${arrived} > ${other}`, term('in', 'received_unnamed')),
  column('8', 'Số đơn đã xử lý', term('in', ...processed)),
  column('9=11+12+13=14+15+16+17=18+22', `${conditions} > Số đơn`, term('in', 'eligible')),
  column('10', `${conditions} > Số vụ việc`, term('in', 'eligible_cases')),
  column('11', `${content} > Khiếu nại`, of('complaint')),
  column('12', `${content} > Tố cáo`, of('denunciation')),
  column('13', `${content} > ${feedbackWords}`, of('feedback')),
  column('14', `${progress} > Đã giải quyết > Lần đầu`, term('of', 'settled_first')),
  column('15', `${progress} > Đã giải quyết > Nhiều lần`, term('of', 'settled_again')),
  {
    ...column('16', `${progress} > Đang giải quyết`, [
      term('in', 'complaint_within', 'denunciation_within', 'feedback_within'),
      less('of', 'settled_first', 'settled_again'),
    ]),
    unverified: 'own-reading',
  },
  { ...column('17', `${progress} > Chưa giải quyết`, { add: [22] }), unverified: 'own-reading' },
  column('18=19+20+21', `${ours} > Tổng số`, { add: [19, 20, 21] }),
  column('19', `${ours} > Khiếu nại`, term('in', 'complaint_within')),
  column('20', `${ours} > Tố cáo`, term('in', 'denunciation_within')),
  column('21', `${ours} > ${feedbackWords}`, term('in', 'feedback_within')),
  column('22=23+24+25', `${others} > Tổng số`, { add: [23, 24, 25] }),
  column('23', `${others} > Hướng dẫn`, outside('guided')),
  column('24', `${others} > Chuyển đơn`, outside('transferred')),
  column('25', `${others} > Đôn đốc giải quyết`, outside('urged')),
  column('26', 'Số văn bản phúc đáp nhận được do chuyển đơn', term('in', 'replies')),
]

const parts = ['02/XLD', '03/XLD', '04/XLD'] as const
const sumOf = (no: number, second: number, third: number, fourth: number) => ({
  no,
  of: [
    { code: parts[0], no: [second] },
    { code: parts[1], no: [third] },
    { code: parts[2], no: [fourth] },
  ],
})

/** Both versions of 01/XLD. */
export const handlingForms: readonly Form[] = twoVersions(
  { code: '01/XLD', title: 'Tổng hợp kết quả xử lý đơn' },
  {
    columns: handling2021,
    identities: [
      { what: '1=2+3+4+5+6+7' },
      { what: '9=11+12+13=14+15+16+17=18+22' },
      { what: '18=19+20+21' },
      { what: '22=23+24+25' },
      { what: '10<=9', inferred: true },
      { what: '9<=8', inferred: true },
    ],
    across: [
      sumOf(1, 1, 1, 1),
      sumOf(8, 6, 8, 8),
      sumOf(9, 9, 11, 11),
      sumOf(10, 10, 12, 12),
      { no: 11, of: [{ code: '02/XLD', no: [9] }] },
      { no: 12, of: [{ code: '03/XLD', no: [11] }] },
      { no: 13, of: [{ code: '04/XLD', no: [11] }] },
      sumOf(26, 30, 33, 24),
    ],
  },
  {
    columns: handling2024,
    identities: [
      { what: '1=2+3=4+5' },
      { what: '6=8+9+10=11+12+13=14+18' },
      { what: '14=15+16+17' },
      { what: '18=19+20+21' },
      { what: '7<=6', inferred: true },
      { what: '6<=4', inferred: true },
    ],
    across: [
      ...[1, 2, 3, 4].map((no) => sumOf(no, no, no, no)),
      sumOf(6, 7, 7, 7),
      sumOf(7, 8, 8, 8),
      { no: 8, of: [{ code: '02/XLD', no: [7] }] },
      { no: 9, of: [{ code: '03/XLD', no: [7] }] },
      { no: 10, of: [{ code: '04/XLD', no: [7] }] },
    ],
  },
)
