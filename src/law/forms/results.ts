/** 01 to 04/KQGQ: what came of complaints and denunciations, and how far it is carried out. */
import type { EffectId } from '../effects.ts'
import {
  bothVersions,
  type Column,
  column,
  type Form,
  fromVendor,
  goesOn,
  less,
  type Term,
  term,
} from '../form-parts.ts'

type Group = 'complaint' | 'denunciation'
const typed = { typed: true } as const
const own = { unverified: 'own-reading' } as const

/** What a decision found, from number `first` on. */
const found = (group: Group, rows: readonly [no: number, path: string, effect: EffectId][]): readonly Column[] =>
  rows.map(([no, path, effect]) => column(String(no), path, term('in', `${group}_found_${effect}`), typed))

/** What was still owed at the beginning and what came to be owed in the period. */
const owedTerms = (owed: string, done: string): readonly Term[] => [term('until', owed), less('before', done)]
const owed = (group: Group, rows: readonly [no: number, path: string, effect: EffectId][]): readonly Column[] =>
  rows.map(([no, path, effect]) =>
    column(String(no), path, owedTerms(`${group}_owed_${effect}`, `${group}_done_${effect}`), typed),
  )
const done = (group: Group, rows: readonly [no: number, path: string, effect: EffectId][]): readonly Column[] =>
  rows.map(([no, path, effect]) => column(String(no), path, term('in', `${group}_done_${effect}`), typed))

const inOrder = (columns: readonly Column[]) => [...columns].sort((a, b) => a.no - b.no)

const money = 'Tiền (Trđ)'
const land = 'Đất (m2)'
const settledHead = 'Kết quả giải quyết > Đã giải quyết'
const state = 'Kết quả giải quyết > Kiến nghị thu hồi cho NN'
const back = 'Kết quả giải quyết > Trả lại cho tổ chức, cá nhân'
const handling = 'Kết quả giải quyết > Kiến nghị xử lý hành chính'
const crime = 'Kết quả giải quyết > Chuyển cơ quan điều tra'
const analysis = 'Phân tích kết quả giải quyết (vụ việc)'

/** Letters and cases taken up: carried over, taken in the period. */
const open = (group: Group) => ({
  letters: [term('before', `${group}_taken`), less('before', `${group}_ended`)],
  cases: [term('until', `${group}_taken_cases`), less('before', `${group}_ended_cases`)],
  again: [term('until', `${group}_taken_cases_again`), less('before', `${group}_ended_cases_again`)],
})

const firstOf = (outcome: 'right' | 'wrong' | 'partly-right') => [
  term('in', `complaint_${outcome}`),
  less('in', `complaint_${outcome}_again`),
]

const complaintResults: readonly Column[] = inOrder([
  column('1=2+3', 'Đơn khiếu nại thuộc thẩm quyền > Tổng số', { add: [2, 3] }),
  column('2', 'Đơn khiếu nại thuộc thẩm quyền > Kỳ trước chuyển sang', open('complaint').letters),
  column('3', 'Đơn khiếu nại thuộc thẩm quyền > Tiếp nhận trong kỳ', term('in', 'complaint_taken')),
  column('4', 'Tổng số vụ việc khiếu nại thuộc thẩm quyền', open('complaint').cases),
  column(
    '5=20+21+22+23+24',
    `${settledHead} > Số vụ việc giải quyết bằng QĐ hành chính`,
    term('in', 'complaint_concluded'),
  ),
  column(
    '6',
    `${settledHead} > Số vụ việc rút đơn thông qua giải thích, thuyết phục`,
    term('in', 'complaint_persuaded'),
    typed,
  ),
  ...found('complaint', [
    [7, `${state} > ${money}`, 'state-money'],
    [8, `${state} > ${land}`, 'state-land'],
    [9, `${back} > Tổ chức > ${money}`, 'organisation-money'],
    [10, `${back} > Tổ chức > ${land}`, 'organisation-land'],
    [11, `${back} > Cá nhân > ${money}`, 'person-money'],
    [12, `${back} > Cá nhân > ${land}`, 'person-land'],
    [13, `${back} > Số tổ chức được trả lại quyền lợi`, 'organisations'],
    [14, `${back} > Số cá nhân được trả lại quyền lợi`, 'persons'],
    [15, `${handling} > Tổng số người bị kiến nghị xử lý`, 'handled-people'],
    [16, `${handling} > Trong đó số cán bộ, công chức, viên chức`, 'handled-officials'],
    [17, `${crime} > Số vụ`, 'crime-cases'],
    [18, `${crime} > Tổng số người`, 'crime-people'],
    [19, `${crime} > Trong đó số cán bộ, công chức, viên chức`, 'crime-officials'],
  ]),
  column('20', `${analysis} > Giải quyết lần đầu > Khiếu nại đúng`, firstOf('right')),
  column('21', `${analysis} > Giải quyết lần đầu > Khiếu nại sai`, firstOf('wrong')),
  column('22', `${analysis} > Giải quyết lần đầu > Khiếu nại đúng một phần`, firstOf('partly-right')),
  column('23', `${analysis} > Giải quyết lần 2 > Công nhận QĐ giải quyết lần đầu`, term('in', 'complaint_wrong_again')),
  column(
    '24',
    `${analysis} > Giải quyết lần 2 > Hủy, sửa QĐ giải quyết lần đầu`,
    term('in', 'complaint_right_again', 'complaint_partly-right_again'),
  ),
  column('25', `${analysis} > Chấp hành thời hạn giải quyết > Đúng quy định`, term('in', 'complaint_in_time')),
  column('26', `${analysis} > Chấp hành thời hạn giải quyết > Không đúng quy định`, term('in', 'complaint_late')),
])

const toState = 'Thu hồi cho nhà nước'
const toPeople = 'Trả lại cho tổ chức, cá nhân'
const handled = 'Đã xử lý hành chính'
const charged = 'Đã khởi tố'

const complaintEnforcement: readonly Column[] = inOrder([
  column(
    '1',
    'Tổng số quyết định phải thực hiện trong kỳ',
    owedTerms('complaint_decisions_owed', 'complaint_decisions_done'),
  ),
  column('2', 'Số quyết định đã thực hiện xong', term('in', 'complaint_decisions_done')),
  ...owed('complaint', [
    [3, `${toState} > Phải thu > ${money}`, 'state-money'],
    [4, `${toState} > Phải thu > ${land}`, 'state-land'],
    [7, `${toPeople} > Phải trả > Tổ chức > ${money}`, 'organisation-money'],
    [8, `${toPeople} > Phải trả > Tổ chức > ${land}`, 'organisation-land'],
    [9, `${toPeople} > Phải trả > Cá nhân > ${money}`, 'person-money'],
    [10, `${toPeople} > Phải trả > Cá nhân > ${land}`, 'person-land'],
  ]),
  ...done('complaint', [
    [5, `${toState} > Đã thu > ${money}`, 'state-money'],
    [6, `${toState} > Đã thu > ${land}`, 'state-land'],
    [11, `${toPeople} > Đã trả > Tổ chức > ${money}`, 'organisation-money'],
    [12, `${toPeople} > Đã trả > Tổ chức > ${land}`, 'organisation-land'],
    [13, `${toPeople} > Đã trả > Cá nhân > ${money}`, 'person-money'],
    [14, `${toPeople} > Đã trả > Cá nhân > ${land}`, 'person-land'],
    [15, `${handled} > Tổng số người bị xử lý`, 'handled-people'],
    [16, `${handled} > Trong đó số cán bộ, công chức, viên chức`, 'handled-officials'],
    [17, `${charged} > Số vụ`, 'crime-cases'],
    [18, `${charged} > Số người`, 'crime-people'],
    [19, `${charged} > Trong đó số cán bộ, công chức, viên chức`, 'crime-officials'],
  ]),
])

const times = 'Chấp hành thời hạn giải quyết'
const outcome = (name: 'right' | 'wrong' | 'partly-right') => term('in', `denunciation_${name}`)
const outcomeAgain = (name: 'right' | 'wrong' | 'partly-right') => term('in', `denunciation_${name}_again`)

const denunciationResults: readonly Column[] = inOrder([
  column('1=2+3', 'Đơn tố cáo thuộc thẩm quyền > Tổng số', { add: [2, 3] }),
  column('2', 'Đơn tố cáo thuộc thẩm quyền > Kỳ trước chuyển sang', open('denunciation').letters),
  column('3', 'Đơn tố cáo thuộc thẩm quyền > Tiếp nhận trong kỳ', term('in', 'denunciation_taken')),
  column('4', 'Tổng số vụ việc tố cáo thuộc thẩm quyền', open('denunciation').cases),
  column('5', 'Trong đó số vụ việc tố cáo tiếp', open('denunciation').again),
  // The annex prints 6=7+…+10=24+26+28=30+31; what was withdrawn or ended has no result, so the last two can be less.
  column('6=7+8+9+10', `${settledHead} > Tổng số`, { add: [7, 8, 9, 10] }, own),
  column('7', `${settledHead} > Số vụ việc lần đầu`, [
    term('in', 'denunciation_concluded'),
    less('in', 'denunciation_concluded_again'),
  ]),
  column('8=25+27+29', `${settledHead} > Số vụ việc tố cáo tiếp`, term('in', 'denunciation_concluded_again')),
  column('9', `${settledHead} > Số vụ việc rút toàn bộ nội dung tố cáo`, term('in', 'denunciation_withdrawn')),
  column('10', `${settledHead} > Số vụ việc đình chỉ không do rút tố cáo`, term('in', 'denunciation_terminated')),
  ...found('denunciation', [
    [11, `${state} > ${money}`, 'state-money'],
    [12, `${state} > ${land}`, 'state-land'],
    [13, `${back} > Tổ chức > ${money}`, 'organisation-money'],
    [14, `${back} > Tổ chức > ${land}`, 'organisation-land'],
    [15, `${back} > Cá nhân > ${money}`, 'person-money'],
    [16, `${back} > Cá nhân > ${land}`, 'person-land'],
    [17, 'Kết quả giải quyết > Số tổ chức được trả lại quyền lợi', 'organisations'],
    [18, 'Kết quả giải quyết > Số cá nhân được trả lại quyền lợi', 'persons'],
    [19, `${handling} > Số người bị kiến nghị xử lý`, 'handled-people'],
    [20, `${handling} > Trong đó số cán bộ, công chức, viên chức`, 'handled-officials'],
    [21, `${crime} > Số vụ`, 'crime-cases'],
    [22, `${crime} > Số đối tượng`, 'crime-people'],
    [23, `${crime} > Trong đó số cán bộ, công chức, viên chức`, 'crime-officials'],
  ]),
  column('24', `${analysis} > Tố cáo đúng`, outcome('right')),
  column('25', `${analysis} > Trong đó tố cáo tiếp đúng`, outcomeAgain('right')),
  column('26', `${analysis} > Tố cáo sai`, outcome('wrong')),
  column('27', `${analysis} > Trong đó tố cáo tiếp sai`, outcomeAgain('wrong')),
  column('28', `${analysis} > Tố cáo có đúng, có sai`, outcome('partly-right')),
  column('29', `${analysis} > Trong đó tố cáo tiếp có đúng, có sai`, outcomeAgain('partly-right')),
  column('30', `${times} > Đúng quy định`, term('in', 'denunciation_in_time')),
  column('31', `${times} > Không đúng quy định`, term('in', 'denunciation_late')),
])

const toStateAgain = 'Thu hồi cho Nhà nước'

const denunciationEnforcement: readonly Column[] = inOrder([
  column(
    '1',
    'Tổng số kết luận phải thực hiện',
    owedTerms('denunciation_decisions_owed', 'denunciation_decisions_done'),
  ),
  column('2', 'Số kết luận đã thực hiện xong', term('in', 'denunciation_decisions_done')),
  ...owed('denunciation', [
    [3, `${toStateAgain} > Phải thu > ${money}`, 'state-money'],
    [4, `${toStateAgain} > Phải thu > ${land}`, 'state-land'],
    [7, `${toPeople} > Phải trả > Số tổ chức phải được trả lại quyền lợi`, 'organisations'],
    [8, `${toPeople} > Phải trả > Số cá nhân phải được trả lại quyền lợi`, 'persons'],
    [9, `${toPeople} > Phải trả > Tổ chức > ${money}`, 'organisation-money'],
    [10, `${toPeople} > Phải trả > Tổ chức > ${land}`, 'organisation-land'],
    [11, `${toPeople} > Phải trả > Cá nhân > ${money}`, 'person-money'],
    [12, `${toPeople} > Phải trả > Cá nhân > ${land}`, 'person-land'],
  ]),
  ...done('denunciation', [
    [5, `${toStateAgain} > Đã thu > ${money}`, 'state-money'],
    [6, `${toStateAgain} > Đã thu > ${land}`, 'state-land'],
    [13, `${toPeople} > Đã trả > Số tổ chức đã được trả lại quyền lợi`, 'organisations'],
    [14, `${toPeople} > Đã trả > Số cá nhân đã được trả lại quyền lợi`, 'persons'],
    [15, `${toPeople} > Đã trả > Tổ chức > ${money}`, 'organisation-money'],
    [16, `${toPeople} > Đã trả > Tổ chức > ${land}`, 'organisation-land'],
    [17, `${toPeople} > Đã trả > Cá nhân > ${money}`, 'person-money'],
    [18, `${toPeople} > Đã trả > Cá nhân > ${land}`, 'person-land'],
    [19, `${handled} > Tổng số tổ chức bị xử lý`, 'handled-organisations'],
    [20, `${handled} > Tổng số cá nhân bị xử lý`, 'handled-people'],
    [21, `${handled} > Trong đó số cán bộ, công chức, viên chức`, 'handled-officials'],
    [22, `${charged} > Số vụ`, 'crime-cases'],
    [23, `${charged} > Số đối tượng`, 'crime-people'],
    [24, `${charged} > Trong đó số cán bộ, công chức, viên chức`, 'crime-officials'],
  ]),
])

/** Of some, officials are a part. */
const partOf = (...what: string[]) => what.map((one) => ({ what: one, inferred: true as const }))

/** All versions of 01 to 04/KQGQ. */
export const resultForms: readonly Form[] = [
  ...bothVersions(
    {
      code: '01/KQGQ',
      title: 'Kết quả giải quyết khiếu nại thuộc thẩm quyền',
      columns: complaintResults,
      identities: [{ what: '1=2+3' }, { what: '5=20+21+22+23+24' }, ...partOf('16<=15', '19<=18', '25+26<=5+6')],
    },
    fromVendor,
  ),
  ...bothVersions(
    {
      code: '02/KQGQ',
      title: 'Kết quả thi hành quyết định giải quyết khiếu nại',
      columns: complaintEnforcement,
      identities: partOf('2<=1', '5<=3', '6<=4', '11<=7', '12<=8', '13<=9', '14<=10', '16<=15', '19<=18'),
    },
    fromVendor,
  ),
  ...bothVersions(
    {
      code: '03/KQGQ',
      title: 'Kết quả giải quyết tố cáo thuộc thẩm quyền',
      columns: denunciationResults,
      identities: [
        { what: '1=2+3' },
        { what: '6=7+8+9+10' },
        { what: '8=25+27+29' },
        ...partOf('7+8=24+26+28', '24+26+28<=6', '30+31<=6', '5<=4', '20<=19', '23<=22'),
      ],
    },
    goesOn,
  ),
  ...bothVersions(
    {
      code: '04/KQGQ',
      title: 'Kết quả thực hiện kết luận nội dung tố cáo',
      columns: denunciationEnforcement,
      identities: partOf(
        '2<=1',
        '5<=3',
        '6<=4',
        '13<=7',
        '14<=8',
        '15<=9',
        '16<=10',
        '17<=11',
        '18<=12',
        '21<=20',
        '24<=23',
      ),
    },
    goesOn,
  ),
]
