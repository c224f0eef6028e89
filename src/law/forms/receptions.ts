/** Forms of receptions: 01/TCD, and what was handed in there, 02/TCD. */
import { bothVersions, type Column, column, type Form, fromVendor, goesOn, type Identity, term } from '../form-parts.ts'

const heads = 'Tiếp định kỳ và đột xuất của Thủ trưởng'
const byStage = (first: number, path: string, stage: 'regular' | 'head' | 'delegated') =>
  [
    ['Số lượt tiếp', 'visits'],
    ['Số người được tiếp', 'people'],
    ['Số vụ việc > Tiếp lần đầu', 'cases_first'],
    ['Số vụ việc > Tiếp nhiều lần', 'cases_again'],
    ['Trong đó đoàn đông người > Số đoàn được tiếp', 'groups'],
    ['Trong đó đoàn đông người > Số người được tiếp', 'group_people'],
    ['Trong đó đoàn đông người > Tiếp lần đầu', 'groups_first'],
    ['Trong đó đoàn đông người > Tiếp nhiều lần', 'groups_again'],
  ].map(([heading, measure], index) =>
    column(String(first + index), `${path} > ${heading}`, term('in', `${stage}_${measure}`)),
  )

const columns: readonly Column[] = [
  column('1=4+13+22', 'Tổng số lượt tiếp', { add: [4, 13, 22] }),
  column('2=5+14+23', 'Tổng số người được tiếp', { add: [5, 14, 23] }),
  column('3=6+7+15+16+24+25', 'Tổng số vụ việc tiếp', { add: [6, 7, 15, 16, 24, 25] }),
  ...byStage(4, 'Tiếp thường xuyên', 'regular'),
  column('12', `${heads} > Thủ trưởng tiếp > Số kỳ tiếp`, term('in', 'head_days')),
  ...byStage(13, `${heads} > Thủ trưởng tiếp`, 'head'),
  column('21', `${heads} > Ủy quyền tiếp > Số kỳ tiếp`, term('in', 'delegated_days')),
  ...byStage(22, `${heads} > Ủy quyền tiếp`, 'delegated'),
]

const identities: readonly Identity[] = [
  { what: '1=4+13+22' },
  { what: '2=5+14+23' },
  { what: '3=6+7+15+16+24+25' },
  { what: '9<=5', inferred: true },
  { what: '18<=14', inferred: true },
  { what: '27<=23', inferred: true },
]

type Dealing = 'within' | 'guided' | 'transferred' | 'urged'
const groups = ['complaint', 'denunciation', 'feedback'] as const
const dealings = ['within', 'guided', 'transferred', 'urged'] as const
const handed = (unit: 'letters' | 'cases', which: readonly string[], how: readonly Dealing[]) =>
  term(
    'in',
    ...which.flatMap((group) => how.map((one) => `reception_${group}${unit === 'cases' ? '_cases' : ''}_${one}`)),
  )

const content = 'Phân loại theo nội dung'
const whose = 'Phân loại theo thẩm quyền'
const ours = `${whose} > Thuộc thẩm quyền`
const others = `${whose} > Không thuộc thẩm quyền`

const handedIn: readonly Column[] = [
  column('1=3+5+7=9+11', 'Tổng số đơn nhận được qua tiếp công dân', { add: [3, 5, 7] }),
  column('2=4+6+8=10+12', 'Tổng số vụ việc được tiếp', { add: [4, 6, 8] }),
  column('3', `${content} > Khiếu nại > Số đơn`, handed('letters', ['complaint'], dealings)),
  column('4', `${content} > Khiếu nại > Số vụ việc`, handed('cases', ['complaint'], dealings)),
  column('5', `${content} > Tố cáo > Số đơn`, handed('letters', ['denunciation'], dealings)),
  column('6', `${content} > Tố cáo > Số vụ việc`, handed('cases', ['denunciation'], dealings)),
  column('7', `${content} > Phản ánh, kiến nghị > Số đơn`, handed('letters', ['feedback'], dealings)),
  column('8', `${content} > Phản ánh, kiến nghị > Số vụ việc`, handed('cases', ['feedback'], dealings)),
  column('9', `${ours} > Số đơn`, handed('letters', groups, ['within'])),
  column('10', `${ours} > Số vụ việc`, handed('cases', groups, ['within'])),
  column('11', `${others} > Số đơn`, handed('letters', groups, ['guided', 'transferred', 'urged'])),
  column('12', `${others} > Số vụ việc > Tổng`, { add: [13, 14, 15] }),
  column('13', `${others} > Số vụ việc > Hướng dẫn`, handed('cases', groups, ['guided'])),
  column('14', `${others} > Số vụ việc > Chuyển đơn`, handed('cases', groups, ['transferred'])),
  column('15', `${others} > Số vụ việc > Đôn đốc giải quyết`, handed('cases', groups, ['urged'])),
  column('16', 'Số văn bản phúc đáp nhận được do chuyển đơn', term('in', 'reception_replies')),
  column('17', 'Ghi chú', { add: [] }, { words: true }),
]

/** 01/TCD and 02/TCD. */
export const receptionForms: readonly Form[] = [
  ...bothVersions(
    { code: '01/TCD', title: 'Tổng hợp kết quả tiếp công dân thường xuyên, định kỳ và đột xuất', columns, identities },
    fromVendor,
  ),
  ...bothVersions(
    {
      code: '02/TCD',
      title: 'Tổng hợp kết quả phân loại, xử lý đơn qua tiếp công dân',
      columns: handedIn,
      identities: [
        { what: '1=3+5+7=9+11' },
        { what: '2=4+6+8=10+12' },
        { what: '12=13+14+15', inferred: true },
        { what: '2<=1', inferred: true },
      ],
    },
    goesOn,
  ),
]
