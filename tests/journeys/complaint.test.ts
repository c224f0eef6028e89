/** A complaint's whole road on real days: from an unsigned letter on a phone until it is settled for good, or leaves the road. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { endAreas } from '../../src/modules/calendars/end-areas.ts'
import { listAreas } from '../../src/modules/calendars/list-areas.ts'
import { remoteAreasOf } from '../../src/modules/calendars/remote-area-list.ts'
import { accept } from '../../src/modules/complaints/accept.ts'
import { assignVerification } from '../../src/modules/complaints/assign-verification.ts'
import { callDialogue } from '../../src/modules/complaints/call-dialogue.ts'
import { clockSteps as complaintClock } from '../../src/modules/complaints/clock-steps.ts'
import { confirmWithdrawal } from '../../src/modules/complaints/confirm-withdrawal.ts'
import { correct } from '../../src/modules/complaints/correct.ts'
import { decide } from '../../src/modules/complaints/decide.ts'
import { decline } from '../../src/modules/complaints/decline.ts'
import { enforce } from '../../src/modules/complaints/enforce.ts'
import { extend } from '../../src/modules/complaints/extend.ts'
import { holdDialogue } from '../../src/modules/complaints/hold-dialogue.ts'
import { noteSecondComplaint } from '../../src/modules/complaints/note-second-complaint.ts'
import { openSecondRoad } from '../../src/modules/complaints/open-second-road.ts'
import { recordComplexity } from '../../src/modules/complaints/record-complexity.ts'
import { recordReceipt } from '../../src/modules/complaints/record-receipt.ts'
import { reportVerification } from '../../src/modules/complaints/report-verification.ts'
import { resume } from '../../src/modules/complaints/resume.ts'
import { send } from '../../src/modules/complaints/send.ts'
import { settleForGood } from '../../src/modules/complaints/settle-for-good.ts'
import { suspend } from '../../src/modules/complaints/suspend.ts'
import { takeEffect } from '../../src/modules/complaints/take-effect.ts'
import { terminate } from '../../src/modules/complaints/terminate.ts'
import { withdraw } from '../../src/modules/complaints/withdraw.ts'
import { answer } from '../../src/modules/feedback/answer.ts'
import { assign as assignFeedback } from '../../src/modules/feedback/assign.ts'
import { draftAnswer } from '../../src/modules/feedback/draft-answer.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { clockSteps as petitionClock } from '../../src/modules/petitions/clock-steps.ts'
import { confirmSignature } from '../../src/modules/petitions/confirm-signature.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { split } from '../../src/modules/petitions/split.ts'
import { countryId } from '../../src/modules/units/unit.ts'
import { takeClockSteps } from '../../src/platform/actions/clock-steps.ts'
import { clockViewer, type Viewer } from '../../src/platform/actions/viewer.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { at, officer, person } from '../support/office.ts'
import { against, openTown, standing, type Town, unsignedConditions } from '../support/town.ts'

let town: Town
before(async () => {
  town = await openTown()
})
after(() => town.t.close())

const clock = (day: string) => clockViewer(Temporal.PlainDate.from(day))
const round = (day: string) => takeClockSteps(town.t.db, [...petitionClock, ...complaintClock], at(day))
const openedBy = (viewer: Viewer, record_id: string): Viewer => ({
  ...viewer,
  opened: [{ unit_id: town.office.commune, record_id }],
})
const citizen = (day: string, record_id: string) => openedBy(person(day), record_id)

const agreed = { no_ground_applies: true, remote: false }
const plan = () => ({ verifier_id: town.handler.account_id, plan: 'Đo lại ranh giới thửa đất' })
const found = { findings: 'Thửa đất đo được 145 mét vuông.', proposal: 'Sửa quyết định.' }
const words = {
  result: 'partly-right',
  request: 'Đo lại đất',
  verified: 'Đã đo lại',
  conclusion: 'Khiếu nại đúng một phần',
  orders: 'Sửa diện tích thành 145 mét vuông\n\nTrả thêm tiền bồi thường',
}

/** Accepted on 15/07/2026: the thirty days end on Friday 14/08/2026. */
async function accepted(day = '2026-07-15') {
  const { petition, id } = await town.proposed(day)
  await town.take(accept, town.head, id, day, agreed)
  return { petition, id }
}

/** Verified, nobody's views differ, decided and sent. */
async function sentDecision(decided: string, sent_on: string) {
  const one = await accepted()
  await town.take(assignVerification, town.head, one.id, '2026-07-16', plan())
  await town.take(reportVerification, town.handler, one.id, '2026-07-28', { ...found, views_differ: false })
  await town.take(decide, town.head, one.id, decided, words)
  await town.take(send, town.clerk, one.id, sent_on, { sent_on })
  return one
}

test('remote: only by the list of the day of acceptance, and the file says by which decision', async () => {
  const administrator = await officer(town.t.db, town.office.province, 'administrator', '2026-06-01')
  const early = await town.proposed('2026-07-15')
  const remote = { ...agreed, remote: true }
  await town.faulty('remote: not-on-a-list', accept, town.head, early.id, '2026-07-15', remote)
  const list = {
    decision: 'QĐ 05/QĐ-UBND ngày 10/07/2026',
    from_on: '2026-07-16',
    places: '02680',
  }
  const id = uuidv7()
  const country = { unit: countryId }
  await town.closed('not-yours', listAreas, town.head, id, '2026-07-15', list, country)
  await town.faulty(
    'places: no-such-place',
    listAreas,
    administrator,
    id,
    '2026-07-15',
    { ...list, places: '02680\nXã Không Có' },
    country,
  )
  await town.take(listAreas, administrator, id, '2026-07-15', list, country)
  // The list holds from the next day on: the one of the day of acceptance counts.
  await town.faulty('remote: not-on-a-list', accept, town.head, early.id, '2026-07-15', remote)
  await town.take(accept, town.head, early.id, '2026-07-16', remote)
  const row = await town.row('complaint', early.id)
  assert.deepEqual([row.remote, row.clock.remote_by, row.nominal_on.toString()], [true, list.decision, '2026-08-30'])
  // The list ends; what was accepted by it stays, a complaint accepted afterwards is not remote.
  const end = { reason: 'Có danh sách mới', until_on: '2026-07-16' }
  await town.faulty('until_on: before-its-first-day', endAreas, administrator, id, '2026-07-20', end, country)
  await town.take(endAreas, administrator, id, '2026-07-20', { ...end, until_on: '2026-08-01' }, country)
  const late = await town.proposed('2026-08-03')
  await town.faulty('remote: not-on-a-list', accept, town.head, late.id, '2026-08-03', remote)
  assert.equal((await town.row('complaint', early.id)).nominal_on.toString(), '2026-08-30')
  // A neighbour is on no list.
  assert.equal(await remoteAreasOf(town.t.db.pool, town.office.neighbour, Temporal.PlainDate.from('2026-07-20')), null)
  // What is listed inside the unit, or around it, counts as well.
  const inside = await remoteAreasOf(town.t.db.pool, town.office.province, Temporal.PlainDate.from('2026-07-20'))
  assert.deepEqual(inside, { whole: false, places: ['Phường Cam Đường'], decisions: [list.decision] })
})

test('unsigned from the portal: the first day stays, a desk elsewhere confirms by the code, acceptance counts from then', async () => {
  const id = await town.sent('2026-07-06')
  const first = await town.row('petition', id)
  assert.equal(first.received_on.toString(), '2026-07-06')
  assert.equal(first.signature, null)
  assert.equal(first.due_on.toString(), '2026-07-16')
  // Unsigned it is classified meanwhile, but nobody may pretend the signature.
  await town.faulty('conditions: not-signed', classify, town.desk, id, '2026-07-07', {
    kind: 'complaint',
    field: 'land',
    competence: 'ours',
    conditions: [...unsignedConditions, 'signed'],
  })
  await town.classified(id, '2026-07-07', { conditions: unsignedConditions })
  assert.equal((await town.row('petition', id)).eligible, false)
  await town.closed('handling-conditions-met', proposeAcceptance, town.desk, id, '2026-07-08', against)
  // Without the code the desk of another unit does not even learn that the letter exists; the citizen cannot sign by saying so.
  await town.closed('not-yours', confirmSignature, town.neighbour_desk, id, '2026-07-10', { how: 'at-desk' })
  for (const how of ['at-desk', 'digital'])
    await town.faulty('how: only-at-a-desk', confirmSignature, citizen('2026-07-10', id), id, '2026-07-10', { how })
  const desk = openedBy(town.neighbour_desk, id)
  await town.closed('not-yours', classify, desk, id, '2026-07-10', {
    kind: 'complaint',
    field: 'land',
    competence: 'ours',
    conditions: [],
  })
  await town.take(confirmSignature, desk, id, '2026-07-10', { how: 'at-desk' })
  await town.closed('signature-is-missing', confirmSignature, desk, id, '2026-07-10', { how: 'paper' })
  const signed = await town.row('petition', id)
  assert.deepEqual([signed.eligible, signed.received_on.toString()], [true, '2026-07-06'])
  assert.deepEqual(signed.signature, { how: 'at-desk', on: '2026-07-10', by: town.neighbour_desk.account_id })
  await town.take(proposeAcceptance, town.desk, id, '2026-07-13', against)
  const complaint = await town.row('complaint', idFrom(id, 'point/1'))
  assert.equal(complaint.clock.start, '2026-07-10')
  assert.equal(complaint.due_on.toString(), '2026-07-21')
  assert.deepEqual(await town.posted(id), [
    '+ 2026-07-06 petition-received online complaint 0',
    '+ 2026-07-13 petition-processed propose-acceptance complaint true 1',
  ])
})

test('whose signature never comes is guided by the clock, classified or not, and signing opens it again', async () => {
  const seen = await town.sent('2026-07-06')
  const unseen = await town.sent('2026-07-06', { title: 'Chưa ai đọc đơn này' })
  await town.classified(seen, '2026-07-07', { conditions: unsignedConditions })
  await round('2026-08-05')
  assert.equal((await town.row('petition', seen)).state, 'classified')
  await round('2026-08-06')
  for (const id of [seen, unseen]) assert.equal((await town.row('petition', id)).state, 'handled')
  assert.match((await town.letters(seen)).join(), /^confirm-signature PHD\/\d+$/)
  for (const id of [seen, unseen]) await town.take(confirmSignature, town.desk, id, '2026-09-07', { how: 'paper' })
  await town.classified(unseen, '2026-09-08')
  for (const id of [seen, unseen]) {
    await town.take(proposeAcceptance, town.desk, id, '2026-09-09', against)
    const complaint = await town.row('complaint', idFrom(id, 'point/1'))
    assert.deepEqual([complaint.received_on.toString(), complaint.clock.start], ['2026-07-06', '2026-09-07'])
    // Counted on the day it was guided; frozen periods do not move: what changed is reversed and written anew.
    const counted = (await town.posted(id)).filter((line) => line.includes('processed'))
    assert.deepEqual(standing(counted), ['2026-08-06 petition-processed guide-unsigned complaint true 1'])
  }
})

test('acceptance is due in 7 working days since 01/07/2026, in 10 days before', async () => {
  const old = await town.proposed('2026-06-26')
  assert.equal((await town.row('complaint', old.id)).due_on.toString(), '2026-07-06')
  const fresh = await town.proposed('2026-07-06')
  assert.equal((await town.row('complaint', fresh.id)).due_on.toString(), '2026-07-15')
  await town.closed('not-yours', accept, town.handler, fresh.id, '2026-07-07', agreed)
  await town.closed('not-yours', accept, town.neighbour_head, fresh.id, '2026-07-07', agreed)
  await town.closed('not-yours', accept, town.province_head, fresh.id, '2026-07-07', agreed)
  await town.faulty('no_ground_applies: must-agree', accept, town.head, fresh.id, '2026-07-07', { remote: false })
  await town.take(accept, town.head, fresh.id, '2026-07-16', agreed)
  assert.match((await town.letters(fresh.id)).join(), /^acceptance TB\/\d+$/)
  assert.equal((await town.said(fresh.id, 'acceptance')).due_on, '2026-08-17')
})

test('the time bar has passed only where 90 days have, without the days of an obstacle', async () => {
  const { id } = await town.proposed('2026-07-06')
  const set = (known_on: string) =>
    town.t.owner.pool.query(
      `update complaint set contested = contested || jsonb_build_object('known_on', $2::text) where id = $1`,
      [id, known_on],
    )
  const no = { ground: 'time-bar-passed', explanation: 'Đã quá 90 ngày.', advice: 'Có thể kiện ra tòa.' }
  const faulty = (fault: string, more = {}) =>
    town.faulty(fault, decline, town.head, id, '2026-07-08', { ...no, ...more })
  // 90 days from 07/04 end on 06/07, the day of receipt.
  await set('2026-04-07')
  await faulty('ground: time-bar-has-not-passed')
  // From 06/04 they end on Sunday 05/07, which rolls to the same Monday.
  await set('2026-04-06')
  await faulty('ground: time-bar-has-not-passed')
  await set('2026-04-01')
  await faulty('ground: time-bar-has-not-passed', { obstacle_from: '2026-04-20', obstacle_to: '2026-04-29' })
  await faulty('obstacle_to: required', { obstacle_from: '2026-04-20' })
  await faulty('obstacle_to: obstacle-ends-before-it-begins', {
    obstacle_from: '2026-04-20',
    obstacle_to: '2026-04-10',
  })
  await town.take(decline, town.head, id, '2026-07-08', {
    ...no,
    obstacle_from: '2026-03-01',
    obstacle_to: '2026-04-02',
  })
})

test('declined on one ground, with its article and what can still be done', async () => {
  const { petition, id } = await town.proposed('2026-07-06')
  const input = { ground: 'time-bar-passed', explanation: 'Đã quá 90 ngày.', advice: 'Có thể kiện ra tòa.' }
  await town.faulty('ground: not-a-choice', decline, town.head, id, '2026-07-08', { ...input, ground: 'no-time' })
  await town.closed('not-yours', decline, town.desk, id, '2026-07-08', input)
  await town.take(decline, town.head, id, '2026-07-08', input)
  const row = await town.row('complaint', id)
  assert.deepEqual([row.state, row.end_ground, row.due_on], ['declined', 'time-bar-passed', null])
  const said = await town.said(id, 'decline')
  assert.deepEqual([said.ground, said.cite, said.advice], [input.explanation, 'LKN 2011 Đ11.6', input.advice])
  await town.closed('not-in-this-state', accept, town.head, id, '2026-07-08', agreed)
  assert.deepEqual(
    (await town.posted(petition, id)).filter((line) => line.includes('settled')),
    ['+ 2026-07-08 petition-settled declined complaint 1'],
  )
})

test('the main road: verified, dialogue in time, decided, sent, received, in effect, enforced, settled for good', async () => {
  const { petition, id } = await accepted()
  assert.equal((await town.row('complaint', id)).due_on.toString(), '2026-08-14')
  await town.closed('not-in-this-state', decide, town.head, id, '2026-07-16', words)
  await town.faulty('verifier_id: not-a-handler-here', assignVerification, town.head, id, '2026-07-16', {
    verifier_id: town.neighbour_desk.account_id,
    plan: 'Đo lại',
  })
  await town.take(assignVerification, town.head, id, '2026-07-16', plan())
  const differ = { ...found, views_differ: true }
  await town.closed('not-yours', reportVerification, town.other_handler, id, '2026-07-28', differ)
  await town.take(reportVerification, town.handler, id, '2026-07-28', differ)
  await town.closed('dialogue-is-held-where-views-differ', decide, town.head, id, '2026-07-29', words)
  const called = { held_on: '2026-08-06', held_at: '8 giờ 30', where: 'Nhà văn hóa tổ 5' }
  await town.faulty('held_on: notice-too-late', callDialogue, town.head, id, '2026-08-03', called)
  await town.take(callDialogue, town.head, id, '2026-07-31', called)
  await town.closed('dialogue-is-held-where-views-differ', decide, town.head, id, '2026-08-05', words)
  const held = { held_on: '2026-08-06', minutes: 'Hai bên thống nhất đo lại.', complainant_absent: false }
  await town.faulty('held_on: day-in-future', holdDialogue, town.head, id, '2026-08-05', held)
  await town.take(holdDialogue, town.head, id, '2026-08-06', held)
  await town.closed('not-yours', decide, town.handler, id, '2026-08-10', words)
  await town.faulty('handled_officials: more-than-all-people', decide, town.head, id, '2026-08-10', {
    ...words,
    handled_people: 1,
    handled_officials: 2,
  })
  await town.take(decide, town.head, id, '2026-08-10', { ...words, state_money: 120, person_land: 25 })
  assert.deepEqual((await town.said(id, 'decision')).orders, [
    'Sửa diện tích thành 145 mét vuông',
    'Trả thêm tiền bồi thường',
  ])
  await town.faulty('sent_on: before-the-decision', send, town.clerk, id, '2026-08-11', { sent_on: '2026-08-09' })
  await town.faulty('sent_on: day-in-future', send, town.clerk, id, '2026-08-11', { sent_on: '2026-08-12' })
  await town.take(send, town.clerk, id, '2026-08-11', { sent_on: '2026-08-11' })
  await town.faulty('delivered_on: before-the-sending', recordReceipt, town.clerk, id, '2026-08-14', {
    delivered_on: '2026-08-10',
  })
  await town.take(recordReceipt, town.clerk, id, '2026-08-14', { delivered_on: '2026-08-13' })
  assert.equal((await town.row('complaint', id)).second_road.file_by, '2026-09-14')
  // In effect on the 31st day after the decision, not before.
  await town.closed('second-window-has-passed', takeEffect, clock('2026-09-09'), id, '2026-09-09')
  await round('2026-09-09')
  assert.equal((await town.row('complaint', id)).state, 'sent')
  await round('2026-09-10')
  assert.equal((await town.row('complaint', id)).state, 'in-effect')
  await town.faulty('evidence: required', enforce, town.handler, id, '2026-09-11', { stage: 'done' })
  await town.closed('decision-is-enforced', settleForGood, town.head, id, '2026-09-11')
  await town.take(enforce, town.handler, id, '2026-09-11', {
    stage: 'done',
    evidence: 'Biên bản bàn giao số 3',
    person_land: 25,
  })
  // The person had the decision late: until 14/09 a road is open.
  await town.closed('no-road-is-open', settleForGood, town.head, id, '2026-09-14')
  await round('2026-09-14')
  assert.equal((await town.row('complaint', id)).state, 'in-effect')
  await round('2026-09-15')
  assert.equal((await town.row('complaint', id)).state, 'settled-for-good')
  assert.deepEqual(
    (await town.letters(id)).map((one) => one.replace(/\/.*/, '')),
    [
      'acceptance TB',
      'verification-order QĐ',
      'verification-report BC',
      'dialogue-notice TB',
      'dialogue-minutes BB',
      'decision QĐ',
    ],
  )
  assert.deepEqual(await town.posted(petition, id), [
    '+ 2026-07-15 petition-processed propose-acceptance complaint true 1',
    '+ 2026-07-15 petition-received post 0',
    '+ 2026-07-15 petition-received post complaint 0',
    '- 2026-07-15 petition-received post 0',
    '+ 2026-08-10 petition-settled partly-right complaint 1',
    '+ 2026-08-10 settlement-effect state-money complaint 0',
    '+ 2026-08-10 settlement-effect person-land complaint 0',
    '+ 2026-09-10 effect-owed state-money complaint 0',
    '+ 2026-09-10 effect-owed person-land complaint 0',
    '+ 2026-09-10 enforcement-owed complaint 0',
    '+ 2026-09-11 effect-done person-land complaint 0',
    '+ 2026-09-11 enforcement-done complaint 0',
  ])
})

test('without a recorded receipt the road counts as open: nothing is settled for good', async () => {
  const { id } = await sentDecision('2026-08-10', '2026-08-11')
  await round('2026-09-10')
  await town.take(enforce, town.handler, id, '2026-09-11', { stage: 'done', evidence: 'Biên bản số 4' })
  await town.closed('no-road-is-open', settleForGood, town.head, id, '2026-12-31')
  await town.take(recordReceipt, town.clerk, id, '2026-12-31', { delivered_on: '2026-08-13' })
  await town.take(settleForGood, town.head, id, '2026-12-31')
})

test('the limit passes: that day the second road is told by letter and notice, with its last day; a late decision is lawful', async () => {
  const { petition, id } = await accepted()
  await town.closed('limit-has-passed', openSecondRoad, clock('2026-08-14'), id, '2026-08-14')
  await round('2026-08-14')
  assert.equal((await town.row('complaint', id)).second_road, null)
  await town.closed('not-yours', openSecondRoad, town.head, id, '2026-08-15')
  await round('2026-08-15')
  const road = (await town.row('complaint', id)).second_road
  assert.deepEqual([road.why, road.opened_on, road.file_by], ['limit-passed', '2026-08-15', '2026-09-14'])
  assert.equal((await town.said(id, 'second-road')).file_by, '2026-09-14')
  assert.equal((await town.notices(petition))['second-road-open'], 1)
  await round('2026-08-16')
  assert.equal((await town.notices(petition))['second-road-open'], 1)
  await town.closed('limit-has-not-passed', suspend, town.head, id, '2026-08-17', {
    ground: 'waits-for-another-result',
    note: 'Chờ',
  })
  await town.take(assignVerification, town.head, id, '2026-08-17', plan())
  await town.take(reportVerification, town.handler, id, '2026-08-18', { ...found, views_differ: false })
  await town.take(decide, town.head, id, '2026-08-19', words)
})

test('a second complaint in time ends the first instance, on whatever day it is noted', async () => {
  const { id } = await accepted()
  const noted = { filed_on: '2026-09-14', where: 'Chủ tịch Ủy ban nhân dân tỉnh' }
  await town.closed('second-road-is-open', noteSecondComplaint, town.desk, id, '2026-08-12', {
    ...noted,
    filed_on: '2026-08-12',
  })
  await round('2026-08-15')
  await town.faulty('filed_on: day-in-future', noteSecondComplaint, town.desk, id, '2026-09-10', noted)
  await town.faulty('filed_on: before-the-road', noteSecondComplaint, town.desk, id, '2026-09-16', {
    ...noted,
    filed_on: '2026-08-14',
  })
  await town.closed('second-road-is-open', noteSecondComplaint, town.desk, id, '2026-09-16', {
    ...noted,
    filed_on: '2026-09-15',
  })
  await town.closed('not-yours', noteSecondComplaint, town.neighbour_desk, id, '2026-09-16', noted)
  await town.take(noteSecondComplaint, town.desk, id, '2026-09-16', noted)
  const row = await town.row('complaint', id)
  assert.deepEqual([row.state, row.end_ground, row.due_on], ['at-second-instance', 'second-complaint', null])
  await town.closed('not-in-this-state', decide, town.head, id, '2026-09-17', words)
})

test('extended once, before the limit, only with a recorded criterion', async () => {
  const { id } = await accepted()
  const why = { explanation: 'Phải đo ở hai nơi.' }
  await town.closed('complexity-criterion-recorded', extend, town.head, id, '2026-08-03', why)
  const given = { criteria: ['verified-at-several-places'], note: 'Hai thửa ở hai tổ' }
  await town.faulty('criteria: choose-one', recordComplexity, town.head, id, '2026-08-03', { criteria: [], note: 'x' })
  await town.take(recordComplexity, town.head, id, '2026-08-03', given)
  await town.closed('not-yours', extend, town.handler, id, '2026-08-03', why)
  await town.take(extend, town.head, id, '2026-08-04', why)
  // 29/08 is a Saturday; the holiday of 2 September runs from there.
  const row = await town.row('complaint', id)
  assert.deepEqual([row.nominal_on.toString(), row.due_on.toString()], ['2026-08-29', '2026-09-03'])
  const said = await town.said(id, 'extension')
  assert.deepEqual([said.due_before_on, said.due_on, said.criterion], ['2026-08-14', '2026-09-03', why.explanation])
  await town.closed('not-extended-before', extend, town.head, id, '2026-08-05', why)
  const late = await accepted()
  await town.take(recordComplexity, town.head, late.id, '2026-08-17', given)
  await town.closed('limit-has-not-passed', extend, town.head, late.id, '2026-08-17', why)
})

test('a suspension moves the due day by exactly its stretch, and meanwhile there is none', async () => {
  const { id } = await accepted()
  const ground = { ground: 'waits-for-another-result', note: 'Chờ kết luận thanh tra' }
  await town.closed('is-suspended', resume, town.head, id, '2026-07-20', { note: 'x' })
  await town.closed('not-yours', suspend, town.handler, id, '2026-07-20', ground)
  await town.take(suspend, town.head, id, '2026-07-20', ground)
  assert.equal((await town.row('complaint', id)).due_on, null)
  await town.closed('is-not-suspended', assignVerification, town.head, id, '2026-07-21', plan())
  await round('2026-08-20')
  assert.equal((await town.row('complaint', id)).second_road, null)
  await town.take(resume, town.head, id, '2026-07-30', { note: 'Đã có kết luận' })
  assert.equal((await town.row('complaint', id)).due_on.toString(), '2026-08-24')
  await town.take(suspend, town.head, id, '2026-08-10', ground)
  await town.take(resume, town.head, id, '2026-08-10', { note: 'Nhầm' })
  assert.equal((await town.row('complaint', id)).due_on.toString(), '2026-08-24')
  const old = await accepted('2026-06-15')
  await town.closed('not-in-force', suspend, town.head, old.id, '2026-06-30', ground)
})

test('a withdrawal ends nothing before it was confirmed in private', async () => {
  const { petition, id } = await accepted()
  await town.closed('not-yours', withdraw, person('2026-07-20'), id, '2026-07-20', { reason: 'Đã thỏa thuận' })
  await town.take(withdraw, citizen('2026-07-20', petition), id, '2026-07-20', { reason: 'Đã thỏa thuận' })
  await town.closed('withdrawn-or-at-court', terminate, town.head, id, '2026-07-21', { note: 'Rút' })
  const alone = {
    confirmed_how: 'face-to-face',
    confirmed_where: 'Nhà văn hóa tổ 5',
    without_respondent: true,
    own_will: true,
    note: 'Gặp riêng',
  }
  await town.closed('not-yours', confirmWithdrawal, citizen('2026-07-21', petition), id, '2026-07-21', alone)
  await town.faulty('own_will: must-agree', confirmWithdrawal, town.desk, id, '2026-07-21', {
    ...alone,
    own_will: false,
  })
  await town.take(confirmWithdrawal, town.desk, id, '2026-07-21', alone)
  await town.closed('not-yours', terminate, town.desk, id, '2026-07-22', { note: 'Rút' })
  await town.take(terminate, town.head, id, '2026-07-22', { note: 'Rút' })
  assert.equal((await town.row('complaint', id)).state, 'terminated')
  await town.closed('not-in-this-state', withdraw, citizen('2026-07-23', petition), id, '2026-07-23', { reason: 'x' })
})

test('a correction keeps both values in the history', async () => {
  const { id } = await accepted()
  await town.faulty('title: nothing-to-correct', correct, town.head, id, '2026-07-20', { reason: 'Ghi nhầm' })
  await town.take(correct, town.head, id, '2026-07-20', { reason: 'Ghi nhầm', respondent: 'Chủ tịch phường' })
  const { rows } = await town.t.db.pool.query(
    `select changed ->> 'respondent' as value from payload where record_id = $1 and changed ? 'respondent' order by seq`,
    [id],
  )
  assert.deepEqual(
    rows.map((row) => row.value),
    [against.respondent, 'Chủ tịch phường'],
  )
})

test('a second point of a letter leads to a record of its own; the letter is counted once', async () => {
  const petition = await town.recorded('2026-07-06')
  await town.classified(petition, '2026-07-07')
  await town.take(split, town.desk, petition, '2026-07-07', {
    kind: 'observation',
    field: 'infrastructure',
    text: 'Đèn đường trước nhà không sáng',
  })
  await town.take(split, town.desk, petition, '2026-07-07', {
    kind: 'complaint',
    field: 'land',
    text: 'Thu hồi thửa số 9',
  })
  await town.take(proposeAcceptance, town.desk, petition, '2026-07-08', { point: '2' })
  assert.equal((await town.row('petition', petition)).state, 'handled')
  const feedback = idFrom(petition, 'point/2')
  await town.take(assignFeedback, town.head, feedback, '2026-07-08', { handler_id: town.handler.account_id })
  await town.take(draftAnswer, town.handler, feedback, '2026-07-08', { draft: 'Đã thay bóng đèn.' })
  await town.take(answer, town.head, feedback, '2026-07-08', {
    answer: 'Đã thay bóng đèn.',
    contact: 'Bộ phận một cửa',
  })
  for (const point of ['1', '3'])
    await town.take(proposeAcceptance, town.desk, petition, '2026-07-09', { ...against, point })
  await town.closed('a-point-is-open', proposeAcceptance, town.desk, petition, '2026-07-09', against)
  const ids = ['1', '3'].map((point) => idFrom(petition, `point/${point}`))
  for (const id of ids) {
    const no = { ground: 'time-bar-passed', explanation: 'Quá hạn', advice: 'Kiện ra tòa' }
    await town.take(decline, town.head, id, '2026-07-10', no)
  }
  const counted = await town.posted(petition, feedback, ...ids)
  assert.deepEqual(
    counted.map((line) => line.split(' ')[2]),
    ['petition-received', 'petition-received', 'petition-received', 'petition-processed', 'petition-settled'],
  )
})

test('every book of both communes runs without a gap', () => town.gapless())
