/** From a theme of the year to work on the ground: scheme, plan, the communes' plans with one missing, tasks, a session, a movement. */
import { askForPlans, remindPlans } from '../modules/programmes/ask-for-plans.ts'
import { award } from '../modules/programmes/award.ts'
import { derive } from '../modules/programmes/derive.ts'
import { draftProgramme } from '../modules/programmes/draft-programme.ts'
import { exchangeResults } from '../modules/programmes/exchange-results.ts'
import { issueProgramme } from '../modules/programmes/issue-programme.ts'
import { launchMovement } from '../modules/programmes/launch-movement.ts'
import { nameOrganiser } from '../modules/programmes/name-organiser.ts'
import { noteAttendance } from '../modules/programmes/note-attendance.ts'
import { noteProgress } from '../modules/programmes/note-progress.ts'
import { notePromise } from '../modules/programmes/note-promise.ts'
import { noteQuestion } from '../modules/programmes/note-question.ts'
import { recordInstrument } from '../modules/programmes/record-instrument.ts'
import { recordSession } from '../modules/programmes/record-session.ts'
import { referenceTo } from '../modules/programmes/references.ts'
import { registerUnit } from '../modules/programmes/register-unit.ts'
import { reviewFinal, reviewInterim } from '../modules/programmes/review-movement.ts'
import { setGoal } from '../modules/programmes/set-goal.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { dayOf } from './days.ts'
import { newId, type Plan, type Story, storyOf, take, unitIdOf } from './plan.ts'
import { holderOn } from './staff.ts'

const province = 'laocai-tinh'
const communes = ['camduong', 'sapa', 'baoyen', 'bacha'] as const

/** One thread of steps in one register. */
function threadOf(plan: Plan, unit: string, from: string) {
  const story: Story = storyOf(plan, dayOf(from), 120)
  const unit_id = unitIdOf(plan, unit)
  return {
    unit_id,
    newId: (on: string, label: string) => newId(plan, dayOf(on), `programmes/${label}`),
    /** The head of `by`, default of the register's own unit, takes the step. */
    head(on: string, record: string, action: AnyAction, input: Readonly<Record<string, unknown>>, by = unit): void {
      take(story, dayOf(on), { unit, record, action, input, actor: { officer: holderOn(by, 'head', dayOf(on)) } })
    },
  }
}

/** What the province records, issues and asks for; ids of what others refer to. */
function provinceStory(plan: Plan) {
  const to = threadOf(plan, province, '2026-01-05')
  const id = (on: string, label: string) => to.newId(on, label)
  const ref = (record: string) => referenceTo({ unit_id: to.unit_id, id: record })
  const all = [province, ...communes].map((key) => unitIdOf(plan, key))
  const directive = id('2026-01-05', 'directive')
  to.head('2026-01-05', directive, recordInstrument, {
    kind: 'directive',
    number: '33/CT-TTg',
    title: 'Tăng cường và đổi mới công tác dân vận của cơ quan hành chính nhà nước, chính quyền các cấp',
    issued_on: '2021-11-26',
    issuer_text: 'Thủ tướng Chính phủ',
    binds: all,
  })
  const theme = id('2026-01-06', 'theme')
  to.head('2026-01-06', theme, recordInstrument, {
    kind: 'theme-of-year',
    title: 'Năm dân vận khéo: gần dân, nghe dân, làm đến nơi',
    issued_on: '2026-01-06',
    issuer_unit_id: to.unit_id,
    theme_year: 2026,
    valid_until: '2027-01-01',
    binds: all,
  })
  const scheme = id('2026-01-12', 'scheme')
  to.head('2026-01-12', scheme, recordInstrument, {
    kind: 'scheme',
    number: '17-ĐA/TU',
    title: 'Đề án nâng cao hiệu quả công tác dân vận giai đoạn 2026–2030',
    issued_on: '2026-01-12',
    issuer_text: 'Tỉnh ủy Lào Cai',
    valid_until: '2031-01-01',
    binds: all,
  })
  to.head('2026-01-13', scheme, derive, { source_kind: 'instrument', source: ref(directive) })
  to.head('2026-01-13', scheme, derive, {
    source_kind: 'paper',
    source_title: 'Tham luận: chính quyền thân thiện ở Bảo Yên',
  })
  const session = id('2026-02-04', 'session')
  to.head('2026-02-04', session, recordSession, {
    instrument: ref(scheme),
    held_on: '2026-02-04',
    place: 'Hội trường Ủy ban nhân dân tỉnh và điểm cầu các xã',
    mode: 'both',
    people: 86,
  })
  for (const [key, people] of [
    ['camduong', 31],
    ['sapa', 24],
    ['baoyen', 19],
  ] as const)
    to.head('2026-02-04', session, noteAttendance, { attending_unit_id: unitIdOf(plan, key), people })
  to.head('2026-02-05', session, noteQuestion, {
    question: 'Xã không có cán bộ chuyên trách thì ai tổng hợp kết quả hằng tháng?',
    answer: 'Văn phòng Ủy ban nhân dân xã tổng hợp; người đứng đầu chịu trách nhiệm.',
  })
  return { to, ref, theme, scheme, programme: provincePlan(plan, to, { ref, theme, scheme }) }
}

type Thread = ReturnType<typeof threadOf>

/** Plan 83: goals, tasks, and the demand that communes make their own. */
function provincePlan(
  plan: Plan,
  to: Thread,
  of: { ref: (record: string) => string; theme: string; scheme: string },
): string {
  const programme = to.newId('2026-02-16', 'plan-83')
  to.head('2026-02-16', programme, draftProgramme, {
    kind: 'plan',
    title: 'Kế hoạch dân vận chính quyền năm 2026',
    from_on: '2026-03-01',
    until_on: '2026-12-31',
    basis: of.ref(of.scheme),
    theme: of.ref(of.theme),
  })
  to.head('2026-02-16', to.newId('2026-02-16', 'goal-days'), setGoal, {
    programme_id: programme,
    text: 'Người đứng đầu các cấp trực tiếp tiếp công dân',
    counted_in: 'kỳ',
    direction: 'at-least',
    target_value: '400',
    by_on: '2026-12-31',
    source: 'measure:head_days',
  })
  const typed = to.newId('2026-02-16', 'goal-signs')
  to.head('2026-02-16', typed, setGoal, {
    programme_id: programme,
    text: 'Xã, phường tổ chức đối thoại với Nhân dân',
    counted_in: '%',
    direction: 'at-least',
    target_value: '100',
    by_on: '2026-11-30',
  })
  const task = (day: string, unit: string, text: string, due_on: string, goal_id?: string) =>
    to.head(day, programme, notePromise, {
      promise_id: to.newId(day, `task/${unit}/${due_on}`),
      text,
      owner_unit_id: unitIdOf(plan, unit),
      force: 'ordered',
      due_on,
      ...(goal_id ? { goal_id } : {}),
    })
  task('2026-02-17', 'camduong', 'Công khai kết quả trả lời kiến nghị ở từng tổ dân phố, mỗi quý một lần', '2026-10-15')
  task('2026-02-17', 'sapa', 'Tổ chức hai buổi đối thoại với hộ kinh doanh du lịch', '2026-12-10', typed)
  task('2026-02-17', 'so-nv.laocai-tinh', 'Kiểm tra việc thực hiện ở mười xã, báo cáo kết quả', '2026-12-15')
  to.head('2026-02-26', programme, issueProgramme, { number: '83/KH-UBND', issued_on: '2026-02-26' })
  to.head('2026-03-02', programme, askForPlans, {
    plan_unit_ids: communes.map((key) => unitIdOf(plan, key)),
    plans_due_on: '2026-03-31',
    ask_note: 'Mỗi kế hoạch có ít nhất một chỉ tiêu có con số.',
  })
  to.head('2026-04-01', programme, remindPlans, {})
  to.head('2026-07-03', typed, noteProgress, { value: '62', evidence: 'Biên bản đối thoại của 61 xã, phường gửi về' })
  return programme
}

/** Three of four communes make their plan in time; the fourth still owes it. */
function communePlans(plan: Plan, parent: string): void {
  for (const [nth, key] of communes.slice(0, 3).entries()) {
    const to = threadOf(plan, key, '2026-03-10')
    const own = to.newId('2026-03-10', `plan/${key}`)
    const due = ['2026-10-30', '2026-12-05', '2026-11-27'][nth]!
    to.head('2026-03-10', own, draftProgramme, {
      kind: 'plan',
      title: `Kế hoạch dân vận chính quyền năm 2026 của ${key === 'baoyen' ? 'xã' : 'phường'}`,
      from_on: '2026-03-10',
      until_on: '2026-12-31',
      parent,
    })
    to.head('2026-03-10', to.newId('2026-03-10', `goal/${key}`), setGoal, {
      programme_id: own,
      text: 'Tổ dân phố, thôn có nơi niêm yết kết quả trả lời kiến nghị',
      counted_in: '%',
      direction: 'at-least',
      target_value: '100',
      by_on: '2026-12-20',
    })
    to.head('2026-03-11', own, notePromise, {
      promise_id: to.newId('2026-03-11', `task/${key}`),
      text: 'Lắp bảng niêm yết ở nhà văn hóa các thôn, tổ dân phố',
      owner_unit_id: to.unit_id,
      force: 'ordered',
      due_on: due,
    })
    to.head('2026-03-20', own, issueProgramme, { number: `${12 + nth}/KH-UBND`, issued_on: '2026-03-20' })
  }
}

/** The commune and its Front carry a joint programme and tell each other results. */
function jointStory(plan: Plan): void {
  const to = threadOf(plan, 'camduong', '2026-04-06')
  const front = unitIdOf(plan, 'mattran.camduong')
  const own = to.newId('2026-04-06', 'joint')
  to.head('2026-04-06', own, draftProgramme, {
    kind: 'joint-programme',
    title: 'Phối hợp giữa Ủy ban nhân dân và Mặt trận Tổ quốc phường năm 2026',
    from_on: '2026-04-10',
    until_on: '2026-12-31',
  })
  to.head('2026-04-06', own, nameOrganiser, {
    organiser_unit_id: front,
    part: 'Nắm ý kiến Nhân dân ở tổ dân phố; giám sát việc trả lời kiến nghị.',
  })
  to.head('2026-04-06', to.newId('2026-04-06', 'goal/joint'), setGoal, {
    programme_id: own,
    text: 'Kiến nghị của cử tri được trả lời đúng hạn',
    counted_in: 'kiến nghị',
    direction: 'at-least',
    target_value: '20',
    by_on: '2026-12-31',
    source: 'form:01/DVCQ:12',
  })
  to.head('2026-04-06', own, notePromise, {
    promise_id: to.newId('2026-04-06', 'task/joint'),
    text: 'Tổng hợp ý kiến Nhân dân mỗi tháng, gửi Ủy ban nhân dân phường',
    owner_unit_id: front,
    helper_unit_id: to.unit_id,
    force: 'recommended',
    due_on: '2026-12-20',
  })
  to.head('2026-04-10', own, issueProgramme, { number: '01/CTPH', issued_on: '2026-04-10' })
  to.head('2026-10-05', own, exchangeResults, {
    text: 'Sáu tháng: nhận 31 kiến nghị qua Mặt trận, đã trả lời 27, còn 4 đang làm.',
  })
}

/** A movement from launch to its awards, and a drive under way. */
function movementStory(plan: Plan, of: { theme: string; ref: (record: string) => string }): void {
  const to = threadOf(plan, province, '2026-01-20')
  const done = to.newId('2026-01-20', 'movement')
  to.head('2026-01-20', done, launchMovement, {
    kind: 'movement',
    title: 'Thi đua “Dân vận khéo” mừng ngày truyền thống 15/10',
    content: 'Mỗi xã, phường chọn một việc khó với dân, làm đến khi dân xác nhận là xong.',
    launched_on: '2026-01-20',
    until_on: '2026-10-15',
    theme: of.ref(of.theme),
  })
  for (const key of ['camduong', 'sapa', 'baoyen'] as const)
    to.head(
      '2026-02-10',
      done,
      registerUnit,
      { registering_unit_id: unitIdOf(plan, key), what: 'Trả lời hết kiến nghị còn tồn của năm trước.' },
      key,
    )
  to.head('2026-07-01', done, reviewInterim, { text: 'Ba xã đăng ký; hai xã đã trả lời xong kiến nghị tồn.' })
  to.head('2026-10-15', done, reviewFinal, {
    text: 'Cả ba xã hoàn thành; cách làm của một phường được các nơi đến học.',
  })
  to.head('2026-10-15', done, award, {
    kind: 'certificate-of-merit',
    awardee: 'collective',
    awarded_unit_id: unitIdOf(plan, 'camduong'),
  })
  to.head('2026-10-15', done, award, { kind: 'certificate-of-merit', awardee: 'person', count: 5 })
}

/** Everything of the module; the fourth commune's plan and one task stay overdue. */
export function programmeStories(plan: Plan): void {
  const { ref, theme, programme } = provinceStory(plan)
  communePlans(plan, ref(programme))
  jointStory(plan)
  movementStory(plan, { theme, ref })
}
