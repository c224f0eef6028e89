/** A second complaint at the province: sent from the page of the first, settled there, with the first one's record following. */
import { accept } from '../modules/complaints/accept.ts'
import { assignVerification } from '../modules/complaints/assign-verification.ts'
import { callDialogue } from '../modules/complaints/call-dialogue.ts'
import { decide } from '../modules/complaints/decide.ts'
import { followSecondInstance } from '../modules/complaints/follow-second-instance.ts'
import { holdDialogue } from '../modules/complaints/hold-dialogue.ts'
import { moveToSecondInstance } from '../modules/complaints/move-to-second-instance.ts'
import { reportVerification } from '../modules/complaints/report-verification.ts'
import { send } from '../modules/complaints/send.ts'
import { assign } from '../modules/petitions/assign.ts'
import { classify } from '../modules/petitions/classify.ts'
import { confirmSignature } from '../modules/petitions/confirm-signature.ts'
import { proposeSecond } from '../modules/petitions/propose-second.ts'
import { submit } from '../modules/petitions/submit.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { idFrom } from '../platform/uuid.ts'
import { type Day, workday, workdaysAfter } from './days.ts'
import type { Told } from './drawn-petition.ts'
import { inventedMark } from './letters.ts'
import type { Office } from './offices.ts'
import { codeOf, newId, type Plan, storyOf, take, unitIdOf } from './plan.ts'
import { accountIdOf, holderOn } from './staff.ts'

/** How far it goes: decided and sent, or lying before the dialogue that must be held. */
export type SecondRoad = 'decided' | 'wait-dialogue'

/** Plans the second complaint of a first one that was decided and received; nothing where that one did not get so far. */
export function secondStory(plan: Plan, first: Told, province: Office, road: SecondRoad, show: string): void {
  const first_id = idFrom(first.id, 'point/1')
  const received = plan.steps.findLast(({ record, action }) => record === first_id && action.step === 'record-receipt')
  if (!received) return
  const on = workdaysAfter(received.on, 6)
  const petition = newId(plan, on, `petition/${province.key}`)
  const id = idFrom(petition, 'point/1')
  const story = storyOf(plan, on, 60)
  const code = codeOf(province.key, petition)
  const step = (
    day: Day,
    who: 'head' | 'handler' | 'reception-officer' | 'clerk' | 'citizen',
    action: AnyAction,
    record: string,
    input: Record<string, unknown>,
  ) => {
    const actor = who === 'citizen' ? { citizen: [first.id] } : { officer: holderOn(province.key, who, day) }
    return take(story, day, { unit: province.key, actor, action, record, input })
  }
  const title = 'Không đồng ý với quyết định giải quyết lần đầu'
  const letter = {
    asked_kind: 'complaint',
    title,
    text: `Tôi đã nhận quyết định giải quyết khiếu nại lần đầu và không đồng ý với phần kết luận. Đề nghị Chủ tịch Ủy ban nhân dân tỉnh xem xét, giải quyết lần hai.\n\n${inventedMark}`,
    petitioner_name: first.person.name,
    petitioner_address: first.address,
    first_unit_id: unitIdOf(plan, first.office.key),
    first_id,
  }
  step(on, 'citizen', submit, petition, { ...letter, code })
  step(workdaysAfter(on, 1), 'reception-officer', confirmSignature, petition, { how: 'at-desk' })
  const conditions = [
    'in-vietnamese',
    'dated',
    'named-with-address',
    'signed',
    'content-stated',
    'not-sent-before',
    'not-guided-before',
  ]
  const seen = { kind: 'complaint', field: first.topic.field, competence: 'ours', conditions }
  step(workdaysAfter(on, 1), 'reception-officer', classify, petition, seen)
  const handler_id = accountIdOf(holderOn(province.key, 'handler', workdaysAfter(on, 2)))
  step(workdaysAfter(on, 2), 'head', assign, petition, { handler_id })
  if (!step(workdaysAfter(on, 3), 'handler', proposeSecond, petition, { remote: false })) return
  plan.codes.push({ code, what: show })
  const follow = (action: AnyAction, day: Day) =>
    take(storyOf(plan, day, -4), day, {
      unit: first.office.key,
      actor: 'clock',
      action,
      record: first_id,
      input: { second_unit_id: unitIdOf(plan, province.key), second_id: id },
    })
  if (!step(workdaysAfter(on, 5), 'head', accept, id, { no_ground_applies: true, remote: false })) return
  follow(moveToSecondInstance, workdaysAfter(on, 6))
  const verified = 'Đã kiểm tra hồ sơ giải quyết lần đầu, làm việc với người khiếu nại và xác minh tại thực địa.'
  const conclusion = 'Một phần nội dung chưa được xem xét đầy đủ ở lần đầu.'
  step(workdaysAfter(on, 7), 'head', assignVerification, id, {
    verifier_id: handler_id,
    plan: 'Kiểm tra hồ sơ lần đầu; làm việc với các bên; xác minh tại thực địa.',
  })
  step(workdaysAfter(on, 16), 'handler', reportVerification, id, {
    findings: verified,
    proposal: conclusion,
    views_differ: false,
  })
  if (road === 'wait-dialogue') return
  const held = workday(story.on.add({ days: 8 }))
  const where = 'Phòng tiếp công dân, trụ sở Ủy ban nhân dân tỉnh'
  step(story.on, 'handler', callDialogue, id, { held_on: held.toString(), held_at: '08:30', where })
  step(held, 'handler', holdDialogue, id, {
    held_on: held.toString(),
    minutes: 'Các bên đã trình bày ý kiến; thống nhất số liệu đo đạc lại, còn khác nhau về đơn giá.',
    complainant_absent: false,
  })
  const decided = workdaysAfter(held, 4)
  step(decided, 'head', decide, id, {
    result: 'partly-right',
    request: 'Xem xét lại quyết định giải quyết khiếu nại lần đầu.',
    verified,
    conclusion,
    orders: 'Giao cơ quan đã giải quyết lần đầu tính lại phần chưa được xem xét, hoàn thành trong 30 ngày',
    fate: 'amended',
  })
  follow(followSecondInstance, workdaysAfter(decided, 1))
  const sent_on = workdaysAfter(decided, 2)
  step(sent_on, 'clerk', send, id, { sent_on: sent_on.toString() })
}
