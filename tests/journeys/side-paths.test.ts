/** The side paths: stay, stop and go on, withdrawal in part and under coercion, joint petitions, a lawsuit, what is owed. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asideOf } from '../../src/http/track-page.tsx'
import { countingOf } from '../../src/modules/calendars/counting.ts'
import { accept } from '../../src/modules/complaints/accept.ts'
import { annulWithdrawal } from '../../src/modules/complaints/annul-withdrawal.ts'
import { assignVerification } from '../../src/modules/complaints/assign-verification.ts'
import { closeLawsuit } from '../../src/modules/complaints/close-lawsuit.ts'
import { confirmWithdrawal } from '../../src/modules/complaints/confirm-withdrawal.ts'
import { decide } from '../../src/modules/complaints/decide.ts'
import { decline as declineComplaint } from '../../src/modules/complaints/decline.ts'
import { enforce } from '../../src/modules/complaints/enforce.ts'
import { liftStay } from '../../src/modules/complaints/lift-stay.ts'
import { nameObligation } from '../../src/modules/complaints/name-obligation.ts'
import { noteLawsuit } from '../../src/modules/complaints/note-lawsuit.ts'
import { noteRespondentVisit } from '../../src/modules/complaints/note-respondent-visit.ts'
import {
  decisionsToSend,
  markedWithdrawals,
  openAlerts,
  ordersOwed,
  repliesOwed,
} from '../../src/modules/complaints/queries.ts'
import { recordReceipt } from '../../src/modules/complaints/record-receipt.ts'
import { reopenCoerced } from '../../src/modules/complaints/reopen-coerced.ts'
import { reportVerification } from '../../src/modules/complaints/report-verification.ts'
import { resume } from '../../src/modules/complaints/resume.ts'
import { send } from '../../src/modules/complaints/send.ts'
import { sendStop } from '../../src/modules/complaints/send-stop.ts'
import { settleForGood } from '../../src/modules/complaints/settle-for-good.ts'
import { stay } from '../../src/modules/complaints/stay.ts'
import { suspend } from '../../src/modules/complaints/suspend.ts'
import { takeEffect } from '../../src/modules/complaints/take-effect.ts'
import { terminate } from '../../src/modules/complaints/terminate.ts'
import { withdraw } from '../../src/modules/complaints/withdraw.ts'
import { alertHead } from '../../src/modules/petitions/alert-head.ts'
import { answerAlert } from '../../src/modules/petitions/answer-alert.ts'
import { chainFor } from '../../src/modules/petitions/chain.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { deliverTransfer } from '../../src/modules/petitions/deliver-transfer.ts'
import { linkCase } from '../../src/modules/petitions/link-case.ts'
import { nameRepresentatives } from '../../src/modules/petitions/name-representatives.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { recordAuthorisation } from '../../src/modules/petitions/record-authorisation.ts'
import { recordReply } from '../../src/modules/petitions/record-reply.ts'
import { referCrime } from '../../src/modules/petitions/refer-crime.ts'
import { referToParty } from '../../src/modules/petitions/refer-to-party.ts'
import { sealAway } from '../../src/modules/petitions/seal-away.ts'
import { shelve } from '../../src/modules/petitions/shelve.ts'
import { split } from '../../src/modules/petitions/split.ts'
import { transfer } from '../../src/modules/petitions/transfer.ts'
import { withdrawPoint } from '../../src/modules/petitions/withdraw-point.ts'
import { clockViewer, type Viewer } from '../../src/platform/actions/viewer.ts'
import { idFrom } from '../../src/platform/uuid.ts'
import { at, person } from '../support/office.ts'
import { against, openTown, type Town, unsignedConditions } from '../support/town.ts'

let town: Town
before(async () => {
  town = await openTown()
})
after(() => town.t.close())

const agreed = { no_ground_applies: true, remote: false }
const seen = (viewer: Viewer, day: string): Viewer => ({ ...viewer, on: Temporal.PlainDate.from(day) })

/** Accepted on 15/07/2026: the thirty days end on 14/08/2026. */
async function accepted() {
  const { petition, id } = await town.proposed('2026-07-15')
  await town.take(accept, town.head, id, '2026-07-15', agreed)
  return { petition, id }
}

const alone = {
  confirmed_how: 'face-to-face',
  confirmed_where: 'Nhà văn hóa tổ 5',
  without_respondent: true,
  own_will: true,
  note: 'Gặp riêng',
}

test('the contested decision waits no longer than what is left of the limit, until it is lifted', async () => {
  const { id } = await accepted()
  const grounds = 'Tháo dỡ nhà đang ở thì không làm lại được.'
  const asked = (until: string) => ({ grounds, until })
  await town.closed('not-yours', stay, town.handler, id, '2026-07-20', asked('2026-08-01'))
  await town.faulty('until: longer-than-the-limit', stay, town.head, id, '2026-07-20', asked('2026-08-15'))
  await town.faulty('until: before-today', stay, town.head, id, '2026-07-20', asked('2026-07-19'))
  await town.closed('a-stay-is-running', liftStay, town.head, id, '2026-07-20', { grounds })
  await town.take(stay, town.head, id, '2026-07-20', asked('2026-08-14'))
  await town.closed('no-stay-is-running', stay, town.head, id, '2026-07-21', asked('2026-08-01'))
  const said = await town.said(id, 'stay')
  assert.deepEqual([said.from, said.until, said.respondent], ['2026-07-20', '2026-08-14', against.respondent])
  await town.take(liftStay, town.head, id, '2026-07-27', { grounds: 'Đã có nơi ở tạm.' })
  const row = await town.row('complaint', id)
  assert.equal(row.stays[0].lifted_on, '2026-07-27')
  // The case itself did not wait.
  assert.equal(row.due_on.toString(), '2026-08-14')
  // After the last day of the limit nothing is stayed any more.
  await town.closed('limit-has-not-passed', stay, town.head, id, '2026-08-15', asked('2026-08-20'))
  // One that was not lifted ends by itself.
  const other = await accepted()
  await town.take(stay, town.head, other.id, '2026-07-20', asked('2026-07-22'))
  await town.closed('a-stay-is-running', liftStay, town.head, other.id, '2026-07-23', { grounds })
})

test('suspended and resumed by decisions that wait to be sent to both parties, within three working days', async () => {
  const { id } = await accepted()
  await town.closed('a-decision-waits-to-be-sent', sendStop, town.clerk, id, '2026-07-16', { sent_on: '2026-07-16' })
  await town.take(suspend, town.head, id, '2026-07-17', { ground: 'waits-for-another-result', note: 'Chờ giám định' })
  const said = await town.said(id, 'suspension')
  assert.deepEqual([said.respondent, said.to.name, said.from], [against.respondent, 'Lý Thị Mây', '2026-07-17'])
  // 17/07/2026 is a Friday: three working days end on Wednesday.
  const waiting = await decisionsToSend(seen(town.clerk, '2026-07-17'), town.t.db.pool)
  assert.equal(waiting.find((one) => one.id === id)?.letters[0]?.send_by, '2026-07-22')
  assert.deepEqual(await decisionsToSend(seen(town.neighbour_desk, '2026-07-17'), town.t.db.pool), [])
  await town.faulty('sent_on: before-the-decision', sendStop, town.clerk, id, '2026-07-20', { sent_on: '2026-07-16' })
  await town.faulty('sent_on: day-in-future', sendStop, town.clerk, id, '2026-07-20', { sent_on: '2026-07-21' })
  await town.take(sendStop, town.clerk, id, '2026-07-20', { sent_on: '2026-07-20' })
  await town.take(resume, town.head, id, '2026-07-30', { note: 'Đã có kết quả' })
  const row = await town.row('complaint', id)
  assert.deepEqual(
    row.stop_letters.map((one: { what: string; sent_on: string | null }) => [one.what, one.sent_on]),
    [
      ['suspension', '2026-07-20'],
      ['resumption', null],
    ],
  )
  assert.equal((await town.said(id, 'resumption')).due_on, row.due_on.toString())
})

describe('withdrawal', () => {
  test('of a part: confirmed in private, the rest goes on', async () => {
    const { id } = await accepted()
    const part = 'Yêu cầu bồi thường cây trồng'
    await town.take(withdraw, town.desk, id, '2026-07-20', { reason: 'Đã nhận đủ', part })
    await town.closed('withdrawn-or-at-court', terminate, town.head, id, '2026-07-21', { note: 'Rút' })
    await town.faulty('confirmed_where: required', confirmWithdrawal, town.desk, id, '2026-07-21', {
      ...alone,
      confirmed_where: ' ',
    })
    await town.faulty('without_respondent: must-agree', confirmWithdrawal, town.desk, id, '2026-07-21', {
      ...alone,
      without_respondent: false,
    })
    await town.take(confirmWithdrawal, town.desk, id, '2026-07-21', alone)
    const row = await town.row('complaint', id)
    assert.deepEqual([row.withdrawal, row.past_withdrawals[0].part], [null, part])
    await town.closed('withdrawn-or-at-court', terminate, town.head, id, '2026-07-22', { note: 'Rút' })
    // The whole may still be taken back afterwards.
    await town.take(withdraw, town.desk, id, '2026-07-23', { reason: 'Thôi' })
    await town.take(confirmWithdrawal, town.desk, id, '2026-07-23', { ...alone, confirmed_how: 'video' })
    await town.take(terminate, town.head, id, '2026-07-23', { note: 'Rút' })
    assert.match((await town.said(id, 'termination')).ground, /rút toàn bộ/)
  })

  test('within 24 hours after the respondent came: marked to the head above, whichever is told first', async () => {
    const visit = { visited_on: '2026-07-20', visited_at: '00:00', note: 'Đến nhà lúc nửa đêm' }
    const first = await accepted()
    const citizen: Viewer = {
      ...person('2026-07-20'),
      opened: [{ unit_id: town.office.commune, record_id: first.petition }],
    }
    await town.faulty('visited_at: not-an-hour', noteRespondentVisit, citizen, first.id, '2026-07-20', {
      ...visit,
      visited_at: '25:00',
    })
    await town.take(noteRespondentVisit, citizen, first.id, '2026-07-20', visit)
    await town.take(withdraw, citizen, first.id, '2026-07-20', { reason: 'Tôi rút' })
    const second = await accepted()
    await town.take(withdraw, town.desk, second.id, '2026-07-20', { reason: 'Tôi rút' })
    await town.take(noteRespondentVisit, town.desk, second.id, '2026-07-21', visit)
    const third = await accepted()
    await town.take(noteRespondentVisit, town.desk, third.id, '2026-07-20', { ...visit, visited_on: '2026-07-18' })
    await town.take(withdraw, town.desk, third.id, '2026-07-20', { reason: 'Tôi rút' })
    const above = await markedWithdrawals(seen(town.province_head, '2026-07-22'), town.t.db.pool)
    assert.deepEqual(above.map((one) => one.id).sort(), [first.id, second.id].sort())
    // The unit that settles does not judge its own, and no other unit is told.
    for (const viewer of [town.head, town.neighbour_head, town.handler])
      assert.deepEqual(await markedWithdrawals(seen(viewer, '2026-07-22'), town.t.db.pool), [])
  })

  test('forced, it counts for nothing; what ended by it is examined again, and counted once', async () => {
    const { petition, id } = await accepted()
    const coercion = { coercion: 'Ghi âm lời đe dọa ngày 19/07' }
    await town.closed('a-withdrawal-stands', annulWithdrawal, town.desk, id, '2026-07-20', coercion)
    await town.take(withdraw, town.desk, id, '2026-07-20', { reason: 'Tôi rút' })
    await town.closed('not-yours', annulWithdrawal, town.neighbour_desk, id, '2026-07-20', coercion)
    await town.take(annulWithdrawal, town.desk, id, '2026-07-20', coercion)
    await town.closed('withdrawal-waits-for-confirmation', confirmWithdrawal, town.desk, id, '2026-07-20', alone)
    await town.take(withdraw, town.desk, id, '2026-07-21', { reason: 'Tôi rút' })
    await town.take(confirmWithdrawal, town.desk, id, '2026-07-21', alone)
    await town.take(terminate, town.head, id, '2026-07-22', { note: 'Rút' })
    await town.closed('not-yours', reopenCoerced, town.desk, id, '2026-07-27', coercion)
    await town.take(reopenCoerced, town.head, id, '2026-07-27', coercion)
    const row = await town.row('complaint', id)
    assert.deepEqual(
      [row.state, row.ended_on, row.past_withdrawals.length, row.clock.rule, row.due_on.toString()],
      ['awaiting-acceptance', null, 2, 'complaint.accept', '2026-08-05'],
    )
    assert.deepEqual(
      (await town.posted(petition, id)).filter((line) => line.includes('settled')).map((line) => line.slice(0, 12)),
      ['+ 2026-07-22', '- 2026-07-22'],
    )
    await town.take(accept, town.head, id, '2026-07-28', agreed)
  })

  test('freely withdrawn, it is not examined again', async () => {
    const { id } = await accepted()
    await town.take(noteLawsuit, town.desk, id, '2026-07-20', {
      court: 'Tòa án khu vực 1',
      court_accepted_on: '2026-07-20',
    })
    await town.take(terminate, town.head, id, '2026-07-21', { note: 'Tòa đã thụ lý' })
    await town.closed('ended-by-withdrawal', reopenCoerced, town.head, id, '2026-07-22', { coercion: 'Không' })
  })
})

test('what was freely withdrawn is not examined again, since 01/07/2026, and is declined on that ground', async () => {
  const first = await accepted()
  await town.take(withdraw, town.desk, first.id, '2026-07-20', { reason: 'Thôi' })
  await town.take(confirmWithdrawal, town.desk, first.id, '2026-07-20', alone)
  await town.take(terminate, town.head, first.id, '2026-07-20', { note: 'Rút' })
  const again = await town.recorded('2026-07-21')
  await town.take(linkCase, town.desk, again, '2026-07-21', { how: 'same-letter', petition_id: first.petition })
  await town.classified(again, '2026-07-21')
  await town.t.owner.pool.query('update petition set eligible = true where id = $1', [again])
  await town.take(proposeAcceptance, town.desk, again, '2026-07-21', against)
  const id = idFrom(again, 'point/1')
  await town.closed('was-not-freely-withdrawn', accept, town.head, id, '2026-07-22', agreed)
  const no = { ground: 'withdrawn-before', explanation: 'Đã tự nguyện rút', advice: 'Có thể kiện ra tòa' }
  await town.take(declineComplaint, town.head, id, '2026-07-22', no)
  // A letter of another person on the same matter is examined.
  const other = await town.recorded('2026-07-21', { petitioner_name: 'Trần Văn Bảo' })
  await town.take(linkCase, town.desk, other, '2026-07-21', { how: 'same-substance', petition_id: first.petition })
  await town.classified(other, '2026-07-21')
  await town.take(proposeAcceptance, town.desk, other, '2026-07-21', against)
  await town.take(accept, town.head, idFrom(other, 'point/1'), '2026-07-22', agreed)
  const old = await town.proposed('2026-06-15')
  await town.faulty('ground: ground-not-in-force', declineComplaint, town.head, old.id, '2026-06-16', no)
})

test('one point of a letter is taken back, the others go on; the last only with the whole letter', async () => {
  const id = await town.recorded('2026-07-06')
  await town.classified(id, '2026-07-06')
  const back = { point: '1', reason: 'Đã xong' }
  await town.closed('another-point-is-open', withdrawPoint, town.desk, id, '2026-07-07', back)
  await town.take(split, town.desk, id, '2026-07-07', { kind: 'complaint', field: 'land', text: 'Thửa số 9' })
  await town.closed('not-yours', withdrawPoint, town.neighbour_desk, id, '2026-07-07', back)
  await town.faulty('point: not-an-open-point', withdrawPoint, town.desk, id, '2026-07-07', { ...back, point: '7' })
  await town.take(withdrawPoint, town.desk, id, '2026-07-07', back)
  await town.closed('another-point-is-open', withdrawPoint, town.desk, id, '2026-07-07', { ...back, point: '2' })
  await town.faulty('point: not-an-open-point', proposeAcceptance, town.desk, id, '2026-07-08', {
    ...against,
    point: '1',
  })
  await town.take(proposeAcceptance, town.desk, id, '2026-07-08', against)
  assert.equal((await town.row('complaint', idFrom(id, 'point/2'))).title, 'Thửa số 9')
})

test('a court that accepts the lawsuit ends the complaint; one that gives it back lets it go on', async () => {
  const { petition, id } = await accepted()
  const court = { court: 'Tòa án nhân dân khu vực 1', court_accepted_on: '2026-07-20' }
  await town.faulty('court_accepted_on: day-in-future', noteLawsuit, town.desk, id, '2026-07-19', court)
  await town.closed('is-at-court', closeLawsuit, town.desk, id, '2026-07-20', { lawsuit_end: 'withdrawn', note: 'x' })
  await town.take(noteLawsuit, town.desk, id, '2026-07-20', court)
  await town.closed('is-not-at-court', noteLawsuit, town.desk, id, '2026-07-21', court)
  await town.take(assignVerification, town.head, id, '2026-07-21', { verifier_id: town.handler.account_id, plan: 'Đo' })
  const found = { findings: 'Đã đo', proposal: 'Giữ', views_differ: false }
  await town.take(reportVerification, town.handler, id, '2026-07-22', found)
  const words = { result: 'wrong', request: 'Hủy', verified: 'Đo', conclusion: 'Sai', orders: 'Giữ nguyên' }
  await town.closed('is-not-at-court', decide, town.head, id, '2026-07-23', words)
  const told = async (day: string) =>
    asideOf(await town.row('complaint', id), Temporal.PlainDate.from(day), 'vi').join()
  assert.match(await told('2026-07-23'), /^Tòa án nhân dân khu vực 1 đã nhận vụ kiện của Ông\/Bà/)
  await town.take(closeLawsuit, town.desk, id, '2026-07-24', { lawsuit_end: 'rejected', note: 'Tòa trả lại đơn' })
  assert.match(await told('2026-07-24'), /^Vụ kiện không còn ở tòa án/)
  await town.closed('withdrawn-or-at-court', terminate, town.head, id, '2026-07-24', { note: 'Hết' })
  await town.take(noteLawsuit, town.desk, id, '2026-07-27', { ...court, court_accepted_on: '2026-07-27' })
  await town.take(terminate, town.head, id, '2026-07-28', { note: 'Tòa án đã thụ lý lại' })
  assert.equal((await town.row('complaint', id)).end_ground, 'court')
  assert.match(await told('2026-07-28'), /^Chúng tôi đã chấm dứt/)
  assert.match((await town.said(id, 'termination')).ground, /Tòa án nhân dân khu vực 1 đã thụ lý/)
  assert.match((await town.posted(petition, id)).join(), /petition-settled court complaint/)
})

test('every order is owed until it is done with its evidence; only then is it settled for good', async () => {
  const { id } = await accepted()
  await town.take(assignVerification, town.head, id, '2026-07-16', { verifier_id: town.handler.account_id, plan: 'Đo' })
  const found = { findings: 'Đã đo', proposal: 'Sửa', views_differ: false }
  await town.take(reportVerification, town.handler, id, '2026-07-17', found)
  const words = { result: 'right', request: 'Đo lại', verified: 'Đã đo', conclusion: 'Đúng' }
  const orders = 'Sửa diện tích\nTrả thêm 12 triệu đồng'
  await town.take(decide, town.head, id, '2026-07-20', { ...words, orders })
  await town.take(send, town.clerk, id, '2026-07-20', { sent_on: '2026-07-20' })
  await town.take(recordReceipt, town.clerk, id, '2026-07-21', { delivered_on: '2026-07-21' })
  const pay = { obligation: '2', who: 'Phòng Kinh tế', by_on: '2026-08-31' }
  await town.faulty('by_on: before-the-decision', nameObligation, town.handler, id, '2026-07-21', {
    ...pay,
    by_on: '2026-07-01',
  })
  await town.faulty('obligation: not-an-open-obligation', nameObligation, town.handler, id, '2026-07-21', {
    ...pay,
    obligation: '9',
  })
  await town.faulty('owed: required', nameObligation, town.handler, id, '2026-07-21', {
    who: 'Ai',
    by_on: '2026-08-31',
  })
  await town.closed('not-yours', nameObligation, town.neighbour_desk, id, '2026-07-21', pay)
  await town.take(nameObligation, town.handler, id, '2026-07-21', pay)
  await town.take(nameObligation, town.handler, id, '2026-07-21', {
    owed: 'Xin lỗi công khai',
    who: 'Chủ tịch',
    by_on: '2026-08-01',
  })
  await town.take(takeEffect, clockViewer(Temporal.PlainDate.from('2026-08-25')), id, '2026-08-25')
  const owed = async (day: string) =>
    (await ordersOwed(seen(town.head, day), town.t.db.pool)).filter((one) => one.id === id).map((one) => one.owed.id)
  assert.deepEqual(await owed('2026-08-25'), ['3', '2', '1'])
  const done = { stage: 'done', evidence: 'Phiếu chi số 41' }
  await town.faulty('evidence: required', enforce, town.handler, id, '2026-08-26', { obligation: '2', stage: 'done' })
  await town.take(enforce, town.handler, id, '2026-08-26', { ...done, obligation: '2' })
  await town.faulty('obligation: not-an-open-obligation', enforce, town.handler, id, '2026-08-26', {
    ...done,
    obligation: '2',
  })
  assert.equal((await town.row('complaint', id)).enforcement.stage, 'in-progress')
  await town.closed('decision-is-enforced', settleForGood, town.head, id, '2026-08-27')
  await town.take(enforce, town.handler, id, '2026-08-28', { ...done, evidence: 'Biên bản số 7' })
  const row = await town.row('complaint', id)
  assert.deepEqual(
    row.obligations.map((one: { done: { evidence: string } }) => one.done.evidence),
    ['Biên bản số 7', 'Phiếu chi số 41', 'Biên bản số 7'],
  )
  assert.equal(row.enforcement.stage, 'done')
  await town.take(settleForGood, town.head, id, '2026-08-28')
  assert.deepEqual(await owed('2026-08-28'), [])
  // What older records say stays true: a stage, and no list.
  await town.t.owner.pool.query(
    `update complaint set obligations = null, state = 'in-effect', ended_on = null where id = $1`,
    [id],
  )
  await town.take(settleForGood, town.head, id, '2026-08-28')
})

describe('a joint petition', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `Người Thứ ${at + 1}`).join('\n')
  const named = (representatives: number, signers: number) => ({
    representatives: names(representatives).replaceAll('\n', '; tổ 5\n'),
    signer_list: names(signers),
    signed_by_all: true,
  })

  test('is accepted only with every signature and the paper that names its representatives', async () => {
    const petition = await town.recorded('2026-07-06', { signers: 6 })
    await town.classified(petition, '2026-07-06')
    await town.take(proposeAcceptance, town.desk, petition, '2026-07-06', against)
    const id = idFrom(petition, 'point/1')
    await town.closed('joint-petition-is-complete', accept, town.head, id, '2026-07-07', agreed)
    const name = (input: object) => [nameRepresentatives, town.desk, petition, '2026-07-08', input] as const
    await town.faulty('representatives: too-many-representatives', ...name(named(3, 6)))
    await town.faulty('signer_list: not-every-signer', ...name(named(2, 5)))
    await town.faulty('signed_by_all: must-agree', ...name({ ...named(2, 6), signed_by_all: false }))
    await town.faulty('representatives: name-opens-the-line', ...name({ ...named(1, 6), representatives: '; tổ 5' }))
    await town.closed('not-yours', nameRepresentatives, town.neighbour_desk, petition, '2026-07-08', named(2, 6))
    await town.take(...name(named(2, 6)))
    await town.take(accept, town.head, id, '2026-07-09', agreed)
    const { to } = await town.said(id, 'acceptance')
    assert.deepEqual([to.name, to.address, to.others], ['Người Thứ 1, Người Thứ 2', 'tổ 5', 4])
    // Who signed stands in the record alone, not beside the event.
    const { rows } = await town.t.db.pool.query(
      `select input from payload p join event e using (unit_id, record_id, seq) where e.action = 'name-representatives'`,
    )
    assert.deepEqual(rows[0].input, { signed_by_all: true })
  })

  test('of more than ten names at most five; of four nobody need be named', async () => {
    const large = await town.recorded('2026-07-06', { signers: 11 })
    await town.faulty(
      'representatives: too-many-representatives',
      nameRepresentatives,
      town.desk,
      large,
      '2026-07-06',
      named(6, 11),
    )
    await town.take(nameRepresentatives, town.desk, large, '2026-07-06', named(5, 11))
    const small = await town.recorded('2026-07-06', { signers: 4 })
    await town.closed('is-a-joint-petition', nameRepresentatives, town.desk, small, '2026-07-06', named(1, 4))
    await town.classified(small, '2026-07-06')
    await town.take(proposeAcceptance, town.desk, small, '2026-07-06', against)
    await town.take(accept, town.head, idFrom(small, 'point/1'), '2026-07-07', agreed)
  })

  test('an authorisation is certified until 31/12/2026, and given to one person', async () => {
    const [now, later] = [await town.recorded('2026-12-30'), await town.recorded('2026-12-30')]
    const paper = {
      authorised_name: 'Trần Văn Bảo',
      authorised_address: 'Tổ 2',
      paper: 'Giấy ngày 20/12',
      certified: false,
    }
    await town.closed('authorisation-is-certified', recordAuthorisation, town.desk, now, '2026-12-31', paper)
    await town.take(recordAuthorisation, town.desk, now, '2026-12-31', { ...paper, certified: true })
    await town.closed('nobody-is-authorised-yet', recordAuthorisation, town.desk, now, '2026-12-31', paper)
    await town.take(recordAuthorisation, town.desk, later, '2027-01-04', paper)
  })
})

describe('what cannot wait', () => {
  test('is put before the head at once, until the head answers', async () => {
    const id = await town.recorded('2026-07-06')
    const danger = { danger: 'Kè nứt trên ba nhà dân', proposal: 'Di dời trong ngày' }
    await town.closed('an-alert-is-open', answerAlert, town.head, id, '2026-07-06', { ordered: 'Di dời' })
    await town.take(alertHead, town.desk, id, '2026-07-06', danger)
    await town.closed('no-alert-is-open', alertHead, town.desk, id, '2026-07-06', danger)
    const alerts = async (viewer: Viewer) =>
      (await openAlerts(seen(viewer, '2026-07-06'), town.t.db.pool)).map((one) => one.id)
    assert.deepEqual(await alerts(town.head), [id])
    for (const viewer of [town.desk, town.neighbour_head]) assert.deepEqual(await alerts(viewer), [])
    assert.equal((await town.said(id, 'alert')).danger, danger.danger)
    // What its letter says cannot be sealed away any more.
    await town.closed('nothing-is-done-yet', sealAway, town.desk, id, '2026-07-06')
    await town.closed('not-yours', answerAlert, town.desk, id, '2026-07-06', { ordered: 'Di dời' })
    await town.take(answerAlert, town.head, id, '2026-07-06', { ordered: 'Di dời ba hộ' })
    assert.deepEqual(await alerts(town.head), [])
  })

  test('signs of a crime go to the investigation body, what is the Party’s to its body; handling goes on', async () => {
    const id = await town.recorded('2026-07-06')
    const crime = { receiver: 'Cơ quan Cảnh sát điều tra', signs: 'Chữ ký giả' }
    await town.closed('not-yours', referCrime, town.desk, id, '2026-07-06', crime)
    await town.take(referCrime, town.head, id, '2026-07-06', crime)
    await town.classified(id, '2026-07-07')
    const party = { receiver: 'Ủy ban Kiểm tra Đảng ủy phường', reason: 'Về điều đảng viên không được làm' }
    await town.closed('content-is-of-the-party', referToParty, town.head, id, '2026-07-07', party)
    const other = await town.recorded('2026-07-06')
    await town.classified(other, '2026-07-07', { field: 'party' })
    await town.take(referToParty, town.head, other, '2026-07-07', party)
    assert.deepEqual((await town.row('petition', other)).referrals, [
      { to: 'party', on: '2026-07-07', receiver: party.receiver },
    ])
    assert.match((await town.letters(id)).join(), /crime-referral CV/)
    assert.match((await town.letters(other)).join(), /party-referral CV/)
    await town.take(proposeAcceptance, town.desk, id, '2026-07-08', against)
  })
})

test('the way of a petition is shown to those who held it; the answer owed counts from the settling there', async () => {
  const id = await town.recorded('2026-07-06', { signers: 5 })
  await town.take(nameRepresentatives, town.desk, id, '2026-07-06', {
    representatives: 'Lý Thị Mây; tổ 5',
    signer_list: 'Lý Thị Mây\nTrần Văn Bảo\nVàng A Ví\nHà Văn Đi\nMai Thị Nhận',
    signed_by_all: true,
  })
  await town.classified(id, '2026-07-06', { kind: 'recommendation', competence: 'another' })
  const to = { receiver_unit_id: town.office.neighbour, reason: 'Thuộc phường bên' }
  await town.take(transfer, town.desk, id, '2026-07-07', to)
  const { sent_to } = await town.row('petition', id)
  const ids = { unit_id: town.office.commune, petition_id: id }
  await deliverTransfer(
    town.t.db,
    { ...ids, to_unit_id: town.office.neighbour, to_petition_id: sent_to.petition_id },
    '/nonexistent',
    at('2026-07-08'),
  )
  const sql = town.t.db.pool
  // The paper of the representatives goes along.
  assert.equal((await town.row('petition', sent_to.petition_id)).group_sheet.signers.length, 5)
  const there = await town.row('petition', sent_to.petition_id)
  const here = await town.row('petition', id)
  for (const [viewer, row] of [
    [town.desk, here],
    [town.neighbour_desk, there],
  ] as const)
    assert.deepEqual(
      (await chainFor(seen(viewer, '2026-07-08'), sql, row)).map((one) => [one.unit_id, one.sent_on?.toString()]),
      [
        [town.office.commune, '2026-07-07'],
        [town.office.neighbour, undefined],
      ],
    )
  // Sealed away over there, it does not vanish here: that would tell.
  const before = await chainFor(seen(town.desk, '2026-07-08'), sql, here)
  await town.t.owner.pool.query(`update petition set state = 'sealed-away' where id = $1`, [there.id])
  assert.deepEqual(await chainFor(seen(town.desk, '2026-07-08'), sql, here), before)
  await town.t.owner.pool.query('update petition set state = $2 where id = $1', [there.id, there.state])
  // Who sees the register from above has not held it.
  assert.deepEqual(await chainFor(seen(town.province_head, '2026-07-08'), sql, here), [])
  // Once only, back or on.
  const back = { receiver_unit_id: town.office.commune, reason: 'Trả lại' }
  const there_call = { unit: town.office.neighbour }
  const sorted = { kind: 'recommendation', field: 'land', competence: 'another', conditions: unsignedConditions }
  await town.take(classify, town.neighbour_desk, there.id, '2026-07-08', sorted, there_call)
  await town.closed('not-transferred-before', transfer, town.neighbour_desk, there.id, '2026-07-09', back, there_call)
  const owed = async (day: string) =>
    (await repliesOwed(seen(town.desk, day), sql, await countingOf(sql))).find((one) => one.id === id)
  assert.deepEqual(
    [(await owed('2026-07-09'))?.since_on.toString(), (await owed('2026-07-09'))?.reply_by],
    ['2026-07-07', null],
  )
  await town.take(
    shelve,
    town.neighbour_desk,
    there.id,
    '2026-07-10',
    { ground: 'settled-already', reason: 'Đã xong' },
    there_call,
  )
  // 10/07 is a Friday: seven working days end on Tuesday 21/07.
  assert.equal((await owed('2026-07-13'))?.reply_by?.toString(), '2026-07-21')
  assert.equal((await repliesOwed(seen(town.neighbour_desk, '2026-07-13'), sql, await countingOf(sql))).length, 0)
  await town.take(recordReply, town.desk, id, '2026-07-20', { from: 'Phường bên', text: 'Đã xong' })
  assert.equal(await owed('2026-07-20'), undefined)
  // A unit complained of out of it is not shown who passed it on.
  await town.t.owner.pool.query(
    `insert into complaint (unit_id, id, revision, state, chain, created_at, register_year, petition_id, point, case_id, title,
       complainant_name, respondent, contested, field, proposed_on, received_on)
     select unit_id, gen_random_uuid(), 1, 'declined', '', now(), 2026, id, '1', case_id, title, petitioner_name,
       (select name from unit_period u where u.unit_id = p.unit_id limit 1), '{}', 'land', received_on, received_on
     from petition p where id = $1`,
    [there.id],
  )
  assert.deepEqual(await chainFor(seen(town.neighbour_desk, '2026-07-20'), sql, there), [])
  assert.equal((await chainFor(seen(town.desk, '2026-07-20'), sql, here)).length, 2)
})
