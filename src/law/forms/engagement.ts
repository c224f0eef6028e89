/**
 * Indicators of the half-yearly review of public engagement. No national form was found: this is a list of what the
 * registers know of the contents that the reviews repeat; it grows as modules join.
 */
import { type Column, column, type Form, term } from '../form-parts.ts'

const reception = 'Tiếp công dân'
const petitions = 'Đơn thư'
const settling = 'Giải quyết khiếu nại, kiến nghị, phản ánh'
const promises = 'Việc đã hứa, đã giao'
const leading = 'Lãnh đạo, chỉ đạo'
const talks = 'Đối thoại với Nhân dân'
const opinion = { unverified: 'own-reading' } as const

const columns: readonly Column[] = [
  column(
    '1',
    `${reception} > Tổng số lượt tiếp`,
    term('in', 'regular_visits', 'head_visits', 'delegated_visits'),
    opinion,
  ),
  column(
    '2',
    `${reception} > Tổng số người được tiếp`,
    term('in', 'regular_people', 'head_people', 'delegated_people'),
  ),
  column('3', `${reception} > Số kỳ người đứng đầu tiếp`, term('in', 'head_days')),
  column('4', `${reception} > Số lượt người đứng đầu tiếp`, term('in', 'head_visits')),
  column('5', `${reception} > Số đoàn đông người`, term('in', 'regular_groups', 'head_groups', 'delegated_groups')),
  column(
    '6',
    `${petitions} > Khiếu nại tiếp nhận`,
    term('in', 'complaint_letters_several', 'complaint_letters_one', 'complaint_letters_unnamed'),
  ),
  column(
    '7',
    `${petitions} > Tố cáo tiếp nhận`,
    term('in', 'denunciation_letters_several', 'denunciation_letters_one', 'denunciation_letters_unnamed'),
  ),
  column(
    '8',
    `${petitions} > Kiến nghị, phản ánh và đơn khác tiếp nhận`,
    term('in', 'feedback_letters_several', 'feedback_letters_one', 'feedback_letters_unnamed'),
  ),
  column('9', `${settling} > Khiếu nại đã có quyết định`, term('in', 'complaint_concluded')),
  column('10', `${settling} > Trong đó đúng hạn`, term('in', 'complaint_in_time')),
  column('11', `${settling} > Kiến nghị, phản ánh đã trả lời`, term('in', 'feedback_answered')),
  column('12', `${settling} > Trong đó đúng hạn`, term('in', 'feedback_in_time')),
  column('13', `${settling} > Tố cáo đã kết luận`, term('in', 'denunciation_concluded')),
  column('14', `${promises} > Đã hứa, được giao`, term('in', 'commitments_made'), opinion),
  column('15', `${promises} > Đã giữ lời đúng hạn`, term('in', 'commitments_kept'), opinion),
  column('16', `${promises} > Đã làm, muộn hạn`, term('in', 'commitments_kept_late'), opinion),
  column('17', `${promises} > Thay bằng việc khác`, term('in', 'commitments_replaced'), opinion),
  column('18', `${promises} > Không thực hiện`, term('in', 'commitments_not_kept'), opinion),
  column('19', `${leading} > Văn bản ban hành`, term('in', 'instruments_issued'), opinion),
  column('20', `${leading} > Buổi học tập, quán triệt`, term('in', 'study_sessions'), opinion),
  column('21', `${leading} > Lượt người dự quán triệt`, term('in', 'study_people'), opinion),
  column('22', `${leading} > Hội nghị, hội thảo, giao ban đã tổ chức`, term('in', 'meetings_held'), opinion),
  column('23', `${leading} > Lượt người dự hội nghị, hội thảo, giao ban`, term('in', 'meeting_people'), opinion),
  column('24', `${leading} > Lượt đơn vị dự hội nghị, hội thảo, giao ban`, term('in', 'meeting_units'), opinion),
  column('25', `${talks} > Cuộc đã tổ chức`, term('in', 'dialogues_held'), opinion),
  column('26', `${talks} > Lượt người dự`, term('in', 'dialogue_people'), opinion),
  column('27', `${talks} > Câu hỏi nhận được`, term('in', 'dialogue_questions'), opinion),
  column('28', `${talks} > Câu hỏi đã trả lời đến người hỏi`, term('in', 'dialogue_answers'), opinion),
  column('29', `${talks} > Cuộc đã công bố kết quả`, term('in', 'dialogues_published'), opinion),
  column('30', `${talks} > Trong đó đúng hạn`, term('in', 'dialogues_published_in_time'), opinion),
]

/** The list of indicators, with a calendar of its own. */
export const engagementForms: readonly Form[] = [
  {
    code: '01/DVCQ',
    instrument: 'CT33/2021',
    title: 'Chỉ tiêu sơ kết, tổng kết công tác dân vận chính quyền',
    from: '2021-11-26',
    until: null,
    cite: 'Chỉ thị 33/CT-TTg (2021)',
    columns,
    identities: [
      { what: '4<=1', inferred: true },
      { what: '12<=11', inferred: true },
      { what: '30<=29', inferred: true },
    ],
    unverified:
      'no national form was found: indicators chosen from what reviews repeat; the calendar half-year is an assumption',
    chain: 'engagement',
  },
]
