/** A complaint's first instance by its main road and by its side roads; the second is in a story of its own. */
import { accept } from '../modules/complaints/accept.ts'
import { assignVerification } from '../modules/complaints/assign-verification.ts'
import { callDialogue } from '../modules/complaints/call-dialogue.ts'
import { confirmWithdrawal } from '../modules/complaints/confirm-withdrawal.ts'
import { correct } from '../modules/complaints/correct.ts'
import { decide } from '../modules/complaints/decide.ts'
import { decline } from '../modules/complaints/decline.ts'
import { enforce } from '../modules/complaints/enforce.ts'
import { extend } from '../modules/complaints/extend.ts'
import { holdDialogue } from '../modules/complaints/hold-dialogue.ts'
import { noteSecondComplaint } from '../modules/complaints/note-second-complaint.ts'
import { openSecondRoad } from '../modules/complaints/open-second-road.ts'
import { recordComplexity } from '../modules/complaints/record-complexity.ts'
import { recordReceipt } from '../modules/complaints/record-receipt.ts'
import { reportVerification } from '../modules/complaints/report-verification.ts'
import { resume } from '../modules/complaints/resume.ts'
import { send } from '../modules/complaints/send.ts'
import { sendStop } from '../modules/complaints/send-stop.ts'
import { settleForGood } from '../modules/complaints/settle-for-good.ts'
import { suspend } from '../modules/complaints/suspend.ts'
import { takeEffect } from '../modules/complaints/take-effect.ts'
import { terminate } from '../modules/complaints/terminate.ts'
import { withdraw } from '../modules/complaints/withdraw.ts'
import { before, type Day, dayOf, dueOn, later, workday, workdaysAfter } from './days.ts'
import { storyOf, take } from './plan.ts'
import { accountIdOf, holderOn } from './staff.ts'
import { type Proceeding, post } from './story-feedback.ts'

/** How it goes. */
export type ComplaintRoad =
  | 'for-good'
  | 'in-effect'
  | 'second-complaint'
  | 'second-instance'
  | 'second-road'
  | 'second-road-taken'
  | 'declined'
  | 'withdrawn'
  | 'extended'
  | 'suspended'
  | 'resumed'
  | 'wait-acceptance'
  | 'wait-verification'

const newLaw = dayOf('2026-07-01')

/** Plans the way of a complaint; where its limit passes without a decision, the clock opens the second road the day after. */
export function complaintStory(of: Proceeding, wanted?: ComplaintRoad): void {
  const from = of.story.plan.steps.length
  walk(of, wanted)
  const mine = of.story.plan.steps.slice(from).filter((step) => step.record === of.id)
  const stepOf = (...names: string[]) => mine.find((step) => names.includes(step.action.step))
  const accepted = stepOf('accept')
  if (!accepted || stepOf('extend', 'suspend', 'open-second-road')) return
  const opens = dueOn('complaint.settle-first', accepted.on, { remote: of.office.remote }).add({ days: 1 })
  const ended = stepOf('decide', 'terminate', 'note-second-complaint')
  if (ended && before(ended.on, opens)) return
  take(storyOf(of.story.plan, opens, -4), opens, {
    unit: of.office.key,
    actor: 'clock',
    action: openSecondRoad,
    record: of.id,
    input: {},
  })
}

function walk(of: Proceeding, wanted?: ComplaintRoad): void {
  const { chance, story, received_on } = of
  const road =
    wanted ??
    chance.weighted<ComplaintRoad>([
      ['for-good', 40],
      ['in-effect', 12],
      ['second-complaint', 8],
      ['second-road', 7],
      ['second-road-taken', 4],
      ['declined', 6],
      ['withdrawn', 6],
      ['extended', 8],
      ['suspended', 3],
      ['resumed', 3],
      ['wait-acceptance', 2],
      ['wait-verification', 3],
    ])
  if (road === 'wait-acceptance') return
  if (road === 'declined') {
    post(of, workdaysAfter(story.on, chance.int(1, 3)), 'head', decline, {
      ground: chance.pick(['no-capacity', 'own-right-not-affected', 'improper-representative']),
      explanation: 'Qua kiểm tra, khiếu nại thuộc trường hợp không được thụ lý giải quyết.',
      advice: 'Ông/Bà có quyền khởi kiện vụ án hành chính tại tòa án có thẩm quyền.',
    })
    return
  }
  const onTime = dueOn('complaint.accept', received_on)
  const accepted = of.slow > 6 ? workdaysAfter(onTime, 2) : workdaysAfter(story.on, chance.int(0, 2))
  if (!post(of, accepted, 'head', accept, { no_ground_applies: true, remote: of.office.remote })) return
  if (road === 'wait-verification') return
  const accepted_on = story.on
  const verifier_id = accountIdOf(holderOn(of.office.key, 'handler', story.on, received_on.day))
  const plan =
    'Làm việc với người khiếu nại và các bên liên quan; đối chiếu hồ sơ địa chính, hồ sơ lưu; xác minh tại thực địa; lập biên bản.'
  const assigned = workdaysAfter(story.on, chance.int(0, 2))
  if (!post(of, assigned, 'head', assignVerification, { verifier_id, plan })) return
  if (road === 'withdrawn') withdrawn(of)
  else if (road === 'second-road' || road === 'second-road-taken') limitPassed(of, accepted_on, road)
  else {
    if ((road === 'suspended' || road === 'resumed') && !suspendedFor(of, road)) return
    if (road === 'extended') extended(of)
    decided(of, road)
  }
}

function withdrawn(of: Proceeding): void {
  const { chance, story } = of
  if (
    !post(of, workdaysAfter(story.on, chance.int(2, 5)), 'reception-officer', withdraw, {
      reason: 'Hai bên đã thỏa thuận xong, tôi xin rút khiếu nại.',
    })
  )
    return
  if (
    !post(of, workdaysAfter(story.on, 2), 'handler', confirmWithdrawal, {
      confirmed_how: 'face-to-face',
      confirmed_where: 'Nhà văn hóa tổ dân phố',
      without_respondent: true,
      own_will: true,
      note: 'Gặp riêng tại nhà văn hóa, người khiếu nại khẳng định tự nguyện rút đơn.',
    })
  )
    return
  const ended = post(of, workdaysAfter(story.on, 1), 'head', terminate, {
    note: 'Người khiếu nại tự nguyện rút toàn bộ nội dung khiếu nại.',
  })
  if (ended) stopSent(of)
}

/** No decision in time: the second road opens by itself; the decision still comes, or the second complaint does. */
function limitPassed(of: Proceeding, accepted_on: Day, road: ComplaintRoad): void {
  const { chance, story } = of
  const limit = dueOn('complaint.settle-first', accepted_on, { remote: of.office.remote })
  if (
    !take(story, limit.add({ days: 1 }), {
      unit: of.office.key,
      actor: 'clock',
      action: openSecondRoad,
      record: of.id,
      input: {},
    })
  )
    return
  if (road === 'second-road-taken') {
    const on = workdaysAfter(story.on, chance.int(3, 9))
    post(of, on, 'reception-officer', noteSecondComplaint, {
      filed_on: on.toString(),
      where: 'Chủ tịch Ủy ban nhân dân cấp tỉnh',
    })
    return
  }
  if (chance.percent(45)) decided(of, 'for-good', chance.int(4, 30))
}

function extended(of: Proceeding): void {
  const { chance, story } = of
  const criterion = 'Phải xác minh tại hai nơi và lấy ý kiến của cơ quan quản lý hồ sơ cũ.'
  if (
    !post(of, workdaysAfter(story.on, chance.int(5, 9)), 'handler', recordComplexity, {
      criteria: ['verified-at-several-places'],
      note: criterion,
    })
  )
    return
  post(of, workdaysAfter(story.on, 2), 'head', extend, { explanation: criterion })
}

/** Suspension is in the law since 01/07/2026; false where the case ends or rests there. */
function suspendedFor(of: Proceeding, road: ComplaintRoad): boolean {
  const { chance, story } = of
  const on = workdaysAfter(story.on, chance.int(2, 4))
  if (before(on, newLaw)) return true
  if (
    !post(of, on, 'head', suspend, {
      ground: 'waits-for-another-result',
      note: 'Chờ kết quả giám định ranh giới thửa đất.',
    })
  )
    return false
  if (!stopSent(of) || road === 'suspended') return false
  if (!post(of, workdaysAfter(story.on, chance.int(6, 15)), 'head', resume, { note: 'Đã có kết quả giám định.' }))
    return false
  return stopSent(of)
}

/** The decision to stop or to go on leaves for both parties two working days later; before 01/07/2026 none had to. */
function stopSent(of: Proceeding): boolean {
  if (before(of.story.on, newLaw)) return true
  const on = workdaysAfter(of.story.on, 2)
  return post(of, on, 'clerk', sendStop, { sent_on: on.toString() })
}

function decided(of: Proceeding, road: ComplaintRoad, more = 0): void {
  const { chance, story, topic, fill } = of
  const pick = (list: readonly string[], otherwise: string) => (list.length > 0 ? fill(chance.pick(list)) : otherwise)
  const verified = pick(topic.verified, 'Đã làm việc với các bên, đối chiếu hồ sơ và xác minh tại chỗ.')
  const conclusion = pick(topic.conclusion, 'Nội dung khiếu nại có cơ sở một phần.')
  const differ = chance.percent(45)
  const findings = { findings: verified, proposal: conclusion, views_differ: differ }
  if (!post(of, workdaysAfter(story.on, chance.int(4, 8) + more + of.slow), 'handler', reportVerification, findings))
    return
  if (differ && !dialogue(of, pick(topic.minutes, 'Các bên đã trình bày ý kiến, có biên bản kèm theo.'))) return
  const result = chance.weighted([
    ['right', 28],
    ['partly-right', 34],
    ['wrong', 38],
  ] as const)
  const wrong = result === 'wrong'
  const decision = {
    result,
    request: fill(chance.pick(topic.wish)),
    verified,
    conclusion: wrong
      ? 'Quyết định bị khiếu nại được ban hành đúng thẩm quyền, trình tự và nội dung; khiếu nại không có cơ sở.'
      : conclusion,
    orders: wrong
      ? 'Giữ nguyên quyết định bị khiếu nại'
      : pick(topic.orders, 'Sửa đổi quyết định bị khiếu nại theo kết luận'),
  }
  if (!post(of, workdaysAfter(story.on, chance.int(1, 4)), 'head', decide, decision)) return
  afterDecision(of, road, wrong)
}

function dialogue(of: Proceeding, minutes: string): boolean {
  const { chance, story } = of
  const held = workday(story.on.add({ days: chance.int(6, 9) }))
  const called = { held_on: held.toString(), held_at: '08:30', where: 'Phòng họp trụ sở Ủy ban nhân dân' }
  if (!post(of, story.on, 'handler', callDialogue, called)) return false
  return post(of, held, 'handler', holdDialogue, {
    held_on: held.toString(),
    minutes,
    complainant_absent: chance.percent(7),
  })
}

function afterDecision(of: Proceeding, road: ComplaintRoad, wrong: boolean): void {
  const { chance, story } = of
  const decided_on = story.on
  const sent_on = workdaysAfter(decided_on, chance.int(0, 3))
  if (!post(of, sent_on, 'clerk', send, { sent_on: sent_on.toString() })) return
  const delivered = workdaysAfter(sent_on, chance.int(1, 5))
  if (!post(of, delivered, 'clerk', recordReceipt, { delivered_on: delivered.toString() })) return
  if (road === 'second-instance') return
  if (road === 'second-complaint') {
    const on = workdaysAfter(story.on, chance.int(4, 14))
    post(of, on, 'reception-officer', noteSecondComplaint, {
      filed_on: on.toString(),
      where: chance.pick(['Chủ tịch Ủy ban nhân dân cấp tỉnh', 'Tòa án nhân dân khu vực']),
    })
    return
  }
  const remote = { remote: of.office.remote }
  const effect = dueOn('complaint.take-effect', decided_on, remote).add({ days: 1 })
  if (
    !take(story, later(effect, story.on), {
      unit: of.office.key,
      actor: 'clock',
      action: takeEffect,
      record: of.id,
      input: {},
    })
  )
    return
  if (road === 'in-effect' && chance.percent(50)) return
  if (!wrong && !post(of, workdaysAfter(story.on, chance.int(4, 12)), 'handler', enforce, { stage: 'in-progress' }))
    return
  if (road === 'in-effect') return
  if (
    !post(of, workdaysAfter(story.on, chance.int(3, 20)), 'handler', enforce, {
      stage: 'done',
      evidence: 'Biên bản thi hành quyết định có chữ ký của người khiếu nại.',
    })
  )
    return
  if (chance.percent(4))
    post(of, story.on, 'handler', correct, {
      reason: 'Ghi sai tên quyết định bị khiếu nại.',
      title: 'Khiếu nại (đã sửa tên việc theo quyết định bị khiếu nại)',
    })
  const roadEnds = dueOn('complaint.file-second', delivered, remote).add({ days: 1 })
  post(of, workday(later(roadEnds, story.on)), 'handler', settleForGood, {})
}
