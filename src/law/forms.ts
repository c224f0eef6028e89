/** Report forms as data: what each column counts, said over postings or over other columns, and what must add up. */

import type { ChainId } from './report-chains.ts'

/** What is counted: events of one fact, narrowed by their dimensions, each weighing its quantity, people or cases. */
export interface Measure {
  fact: 'visit' | 'reception-day' | 'petition-received' | 'petition-processed' | 'petition-settled' | 'reply-received'
  weigh: 'quantity' | 'people' | 'cases'
  /** Who received (visits, days) or the step that processed (petitions). */
  stage?: readonly string[]
  kind?: readonly string[]
  first_time?: boolean
  large_group?: boolean
  eligible?: boolean
  /** How many stand under the letter. */
  signers?: 'several' | 'one' | 'none'
}

const kinds = {
  complaint: ['complaint'],
  denunciation: ['denunciation'],
  feedback: ['recommendation', 'observation'],
} as const
const allKinds = ['complaint', 'denunciation', 'recommendation', 'observation'] as const
const dealings = {
  within: ['propose-acceptance', 'decline', 'answer'],
  guided: ['guide', 'guide-unsigned'],
  transferred: ['transfer'],
  urged: ['urge'],
} as const
/** A letter that is shelved or handed back is not one that meets the conditions, whatever was ticked (TT 05/2021 Đ6). */
const eligibleStages = [...dealings.within, ...dealings.guided, ...dealings.transferred, ...dealings.urged] as const
const eligible = { fact: 'petition-processed', eligible: true } as const

/** Everything the forms count, each a column of `balance`; facts that refer back are kept in `balance_referring`. */
export const measures = {
  ...receptions('regular'),
  ...receptions('head'),
  ...receptions('delegated'),
  head_days: { fact: 'reception-day', weigh: 'quantity', stage: ['head'] },
  delegated_days: { fact: 'reception-day', weigh: 'quantity', stage: ['delegated'] },
  received_several: { fact: 'petition-received', weigh: 'quantity', signers: 'several' },
  received_one: { fact: 'petition-received', weigh: 'quantity', signers: 'one' },
  received_unnamed: { fact: 'petition-received', weigh: 'quantity', signers: 'none' },
  processed_several: { fact: 'petition-processed', weigh: 'quantity', signers: 'several' },
  processed_one: { fact: 'petition-processed', weigh: 'quantity', signers: 'one' },
  processed_unnamed: { fact: 'petition-processed', weigh: 'quantity', signers: 'none' },
  eligible: { ...eligible, weigh: 'quantity', kind: allKinds, stage: eligibleStages },
  eligible_cases: { ...eligible, weigh: 'cases', kind: allKinds, stage: eligibleStages },
  complaint_within: { ...eligible, weigh: 'quantity', kind: kinds.complaint, stage: dealings.within },
  complaint_guided: { ...eligible, weigh: 'quantity', kind: kinds.complaint, stage: dealings.guided },
  complaint_transferred: { ...eligible, weigh: 'quantity', kind: kinds.complaint, stage: dealings.transferred },
  complaint_urged: { ...eligible, weigh: 'quantity', kind: kinds.complaint, stage: dealings.urged },
  denunciation_within: { ...eligible, weigh: 'quantity', kind: kinds.denunciation, stage: dealings.within },
  denunciation_guided: { ...eligible, weigh: 'quantity', kind: kinds.denunciation, stage: dealings.guided },
  denunciation_transferred: { ...eligible, weigh: 'quantity', kind: kinds.denunciation, stage: dealings.transferred },
  denunciation_urged: { ...eligible, weigh: 'quantity', kind: kinds.denunciation, stage: dealings.urged },
  feedback_within: { ...eligible, weigh: 'quantity', kind: kinds.feedback, stage: dealings.within },
  feedback_guided: { ...eligible, weigh: 'quantity', kind: kinds.feedback, stage: dealings.guided },
  feedback_transferred: { ...eligible, weigh: 'quantity', kind: kinds.feedback, stage: dealings.transferred },
  feedback_urged: { ...eligible, weigh: 'quantity', kind: kinds.feedback, stage: dealings.urged },
  settled_first: { fact: 'petition-settled', weigh: 'quantity', kind: allKinds, first_time: true },
  settled_again: { fact: 'petition-settled', weigh: 'quantity', kind: allKinds, first_time: false },
  replies: { fact: 'reply-received', weigh: 'quantity' },
} as const satisfies Record<string, Measure>

/** The name of a measure: a column of `balance` or `balance_referring`. */
export type MeasureName = keyof typeof measures

/** Visits by who received: comings, people, cases at first and again, and of these the large groups. */
function receptions<const Stage extends string>(stage: Stage) {
  const visit = { fact: 'visit', stage: [stage] } as const
  const group = { ...visit, large_group: true } as const
  const rows = {
    visits: { ...visit, weigh: 'quantity' },
    people: { ...visit, weigh: 'people' },
    cases_first: { ...visit, weigh: 'cases', first_time: true },
    cases_again: { ...visit, weigh: 'cases', first_time: false },
    groups: { ...group, weigh: 'quantity' },
    group_people: { ...group, weigh: 'people' },
    groups_first: { ...group, weigh: 'cases', first_time: true },
    groups_again: { ...group, weigh: 'cases', first_time: false },
  } as const satisfies Record<string, Measure>
  const named = Object.entries(rows).map(([name, row]) => [`${stage}_${name}`, row])
  // Object.fromEntries forgets the keys' literal types.
  return Object.fromEntries(named) as { [K in keyof typeof rows as `${Stage}_${K}`]: (typeof rows)[K] }
}

/** Facts that refer back to an earlier day: kept by both quarters, counted in the period they refer to. */
export function refersBack(measure: Measure): boolean {
  return measure.fact === 'petition-settled'
}

/**
 * Which days count: `in` the period, `before` its first day, `until` its last day, or `of`: what refers back to a day in
 * the period and was known by its end.
 */
export type When = 'in' | 'before' | 'until' | 'of'

/** A sum of measures over days, added or taken away. */
export interface Term {
  measures: readonly MeasureName[]
  when: When
  sign: 1 | -1
}

/** A column as printed: `path` from the outermost heading to its own. */
export interface Column {
  no: number
  path: readonly string[]
  /** What stands in the row of numbers, e.g. `1=4+13+22`. */
  printed: string
  from: { terms: readonly Term[] } | { add: readonly number[]; less?: readonly number[] }
  unverified?: 'own-reading'
}

/** An identity that must hold: `1=2+3=4+5` or `9<=5`. */
export interface Identity {
  what: string
  /** Not printed on the form but follows from what the columns say. */
  inferred?: true
}

/** One version of a form. `until` is the first day without it. */
export interface Form {
  code: string
  instrument: string
  title: string
  from: string
  until: string | null
  cite: string
  columns: readonly Column[]
  identities: readonly Identity[]
  /** What was not compared with the Gazette. */
  unverified?: string
  /** To whom its figures go; absent: as the forms of its instrument. */
  chain?: ChainId
}

const term = (when: When, ...measures: MeasureName[]): Term => ({ measures, when, sign: 1 })
const less = (when: When, ...measures: MeasureName[]): Term => ({ measures, when, sign: -1 })

function column(printed: string, path: string, from: Column['from'] | Term | readonly Term[]): Column {
  const terms = Array.isArray(from) ? from : 'when' in from ? [from] : null
  const no = Number.parseInt(printed, 10)
  // Arrays and single terms were taken above; what is left is a `from`.
  return { no, printed, path: path.split(' > '), from: terms ? { terms } : (from as Column['from']) }
}

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
    // The eight names are the keys that `receptions` makes for each stage.
    column(String(first + index), `${path} > ${heading}`, term('in', `${stage}_${measure}` as MeasureName)),
  )

const receptionColumns: readonly Column[] = [
  column('1=4+13+22', 'Tổng số lượt tiếp', { add: [4, 13, 22] }),
  column('2=5+14+23', 'Tổng số người được tiếp', { add: [5, 14, 23] }),
  column('3=6+7+15+16+24+25', 'Tổng số vụ việc tiếp', { add: [6, 7, 15, 16, 24, 25] }),
  ...byStage(4, 'Tiếp thường xuyên', 'regular'),
  column('12', `${heads} > Thủ trưởng tiếp > Số kỳ tiếp`, term('in', 'head_days')),
  ...byStage(13, `${heads} > Thủ trưởng tiếp`, 'head'),
  column('21', `${heads} > Ủy quyền tiếp > Số kỳ tiếp`, term('in', 'delegated_days')),
  ...byStage(22, `${heads} > Ủy quyền tiếp`, 'delegated'),
]

const receptionIdentities: readonly Identity[] = [
  { what: '1=4+13+22' },
  { what: '2=5+14+23' },
  { what: '3=6+7+15+16+24+25' },
  { what: '9<=5', inferred: true },
  { what: '18<=14', inferred: true },
  { what: '27<=23', inferred: true },
]

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
  // The four names are measures of each kind.
  term('in', ...(['within', 'guided', 'transferred', 'urged'].map((how) => `${kind}_${how}`) as MeasureName[]))
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

const receptionTitle = 'Tổng hợp kết quả tiếp công dân thường xuyên, định kỳ và đột xuất'
const handlingTitle = 'Tổng hợp kết quả xử lý đơn'
const fromVendor = 'columns as a vendor of state software implements them; to be compared with the annex'

/** All forms and versions. A change in the law adds a row; no row is edited or removed. */
export const forms: readonly Form[] = [
  {
    code: '01/TCD',
    instrument: 'TT02/2021',
    title: receptionTitle,
    from: '2021-05-10',
    until: '2024-03-05',
    cite: 'TT 02/2021/TT-TTCP',
    columns: receptionColumns,
    identities: receptionIdentities,
  },
  {
    code: '01/TCD',
    instrument: 'TT01/2024',
    title: receptionTitle,
    from: '2024-03-05',
    until: null,
    cite: 'TT 01/2024/TT-TTCP',
    columns: receptionColumns,
    identities: receptionIdentities,
    unverified: fromVendor,
  },
  {
    code: '01/XLD',
    instrument: 'TT02/2021',
    title: handlingTitle,
    from: '2021-05-10',
    until: '2024-03-05',
    cite: 'TT 02/2021/TT-TTCP',
    columns: handling2021,
    identities: [
      { what: '1=2+3+4+5+6+7' },
      { what: '9=11+12+13=14+15+16+17=18+22' },
      { what: '18=19+20+21' },
      { what: '22=23+24+25' },
      { what: '10<=9', inferred: true },
      { what: '9<=8', inferred: true },
    ],
  },
  {
    code: '01/XLD',
    instrument: 'TT01/2024',
    title: handlingTitle,
    from: '2024-03-05',
    until: null,
    cite: 'TT 01/2024/TT-TTCP',
    columns: handling2024,
    identities: [
      { what: '1=2+3=4+5' },
      { what: '6=8+9+10=11+12+13=14+18' },
      { what: '14=15+16+17' },
      { what: '18=19+20+21' },
      { what: '7<=6', inferred: true },
      { what: '6<=4', inferred: true },
    ],
    unverified: fromVendor,
  },
]
