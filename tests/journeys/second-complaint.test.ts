/** A complaint after the first instance: at the superior to its end, refused a third time, after a district that is no more, on discipline. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { secondRoadOf } from '../../src/http/second-road.ts'
import { countingOf } from '../../src/modules/calendars/counting.ts'
import { accept } from '../../src/modules/complaints/accept.ts'
import { assignVerification } from '../../src/modules/complaints/assign-verification.ts'
import { callDialogue } from '../../src/modules/complaints/call-dialogue.ts'
import { clockSteps as complaintClock } from '../../src/modules/complaints/clock-steps.ts'
import { correct } from '../../src/modules/complaints/correct.ts'
import { decide } from '../../src/modules/complaints/decide.ts'
import { decline } from '../../src/modules/complaints/decline.ts'
import { followSecond } from '../../src/modules/complaints/follow-second.ts'
import { holdDialogue } from '../../src/modules/complaints/hold-dialogue.ts'
import { recordReceipt } from '../../src/modules/complaints/record-receipt.ts'
import { reportVerification } from '../../src/modules/complaints/report-verification.ts'
import { resume } from '../../src/modules/complaints/resume.ts'
import { send } from '../../src/modules/complaints/send.ts'
import { suspend } from '../../src/modules/complaints/suspend.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { confirmSignature } from '../../src/modules/petitions/confirm-signature.ts'
import { guide } from '../../src/modules/petitions/guide.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { proposeSecond } from '../../src/modules/petitions/propose-second.ts'
import { record } from '../../src/modules/petitions/record.ts'
import { submit } from '../../src/modules/petitions/submit.ts'
import { takeClockSteps } from '../../src/platform/actions/clock-steps.ts'
import { mendedIn } from '../../src/platform/actions/timeline.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { at, officer, person } from '../support/office.ts'
import { against, complaintWords, openTown, type Town, unsignedConditions } from '../support/town.ts'

let town: Town
let desk: Viewer
let handler: Viewer
let clerk: Viewer
before(async () => {
  town = await openTown()
  const of = (kind: 'reception-officer' | 'handler' | 'clerk') =>
    officer(town.t.db, town.office.province, kind, '2026-06-01')
  desk = await of('reception-officer')
  handler = await of('handler')
  clerk = await of('clerk')
})
after(() => town.t.close())

const agreed = { no_ground_applies: true, remote: false }
const found = { findings: 'Thửa đất đo được 145 mét vuông.', proposal: 'Sửa quyết định.', views_differ: false }
const words = {
  result: 'partly-right',
  request: 'Đo lại đất',
  verified: 'Đã đo lại',
  conclusion: 'Khiếu nại đúng một phần',
  orders: 'Sửa diện tích thành 145 mét vuông',
}
const signedConditions = [...unsignedConditions, 'signed']
const province = () => ({ unit: town.office.province })
const kindOfComplaint = { kind: 'complaint', field: 'land', competence: 'ours', conditions: signedConditions }

/** Decided at the commune on 10/08/2026, received on 13/08/2026: a second complaint may be filed until 14/09/2026. */
async function firstDecided() {
  const { petition, id } = await town.proposed('2026-07-15')
  await town.take(accept, town.head, id, '2026-07-15', agreed)
  await town.take(assignVerification, town.head, id, '2026-07-16', {
    verifier_id: town.handler.account_id,
    plan: 'Đo lại',
  })
  await town.take(reportVerification, town.handler, id, '2026-07-28', found)
  await town.take(decide, town.head, id, '2026-08-10', words)
  await town.take(send, town.clerk, id, '2026-08-11', { sent_on: '2026-08-11' })
  await town.take(recordReceipt, town.clerk, id, '2026-08-14', { delivered_on: '2026-08-13' })
  return { petition, id, row: await town.row('complaint', id) }
}

/** A letter on paper at the province's desk, classified as a complaint of its own. */
async function atProvince(day: string, more: object = {}): Promise<string> {
  const id = uuidv7()
  const paper = { received_on: day, source: 'post', signed: true, ...complaintWords, ...more }
  await town.take(record, desk, id, day, { ...paper, code: await town.code(town.office.province) }, province())
  await town.take(classify, desk, id, day, kindOfComplaint, province())
  return id
}

/** Proposed at the province as the second complaint of that first one. */
async function second(first: { register_number: number; register_year: number }, day: string) {
  const petition = await atProvince(day)
  const input = {
    first_unit_id: town.office.commune,
    first_number: `${first.register_number}/${first.register_year}`,
  }
  await town.take(proposeSecond, desk, petition, day, input, province())
  return { petition, id: idFrom(petition, 'point/1') }
}

const hear = (id: string, day: string) =>
  followSecond(town.t.db, { unit_id: town.office.province, complaint_id: id }, at(day))

async function verifiedAtProvince(id: string, day: string) {
  await town.take(accept, town.province_head, id, day, agreed, province())
  const plan = { verifier_id: handler.account_id, plan: 'Kiểm tra hồ sơ lần đầu' }
  await town.take(assignVerification, town.province_head, id, day, plan, province())
  await town.take(reportVerification, handler, id, day, found, province())
}

test('from the commune to the province: 45 days, a dialogue in any case, the first decision amended, in effect, the court alone left', async () => {
  const first = await firstDecided()
  const { petition, id } = await second(first.row, '2026-09-07')
  const row = await town.row('complaint', id)
  assert.deepEqual(
    [row.instance, row.first_unit_id, row.first_id, row.respondent_body, row.earlier.why, row.earlier.road_from],
    [2, town.office.commune, first.id, 'commune', 'disagrees', '2026-08-13'],
  )
  assert.match(row.earlier.settler, /^Chủ tịch Ủy ban nhân dân phường Cam Đường$/)
  assert.equal(row.case_id, first.row.case_id)
  // Seven working days; the first one hears of it, and its decision waits.
  assert.equal(row.due_on.toString(), '2026-09-16')
  await hear(id, '2026-09-07')
  await hear(id, '2026-09-07')
  assert.equal((await town.row('complaint', first.id)).second_road.second.stage, 'filed')
  await takeClockSteps(town.t.db, complaintClock, at('2026-09-12'))
  assert.equal((await town.row('complaint', first.id)).state, 'sent')
  await town.closed('not-yours', accept, town.head, id, '2026-09-14', agreed, province())
  await verifiedAtProvince(id, '2026-09-14')
  await hear(id, '2026-09-14')
  const moved = await town.row('complaint', first.id)
  assert.deepEqual(
    [moved.state, moved.end_ground, moved.second_road.noted_on],
    ['at-second-instance', 'second-complaint', '2026-09-07'],
  )
  const letter = await town.said(id, 'acceptance')
  assert.deepEqual([letter.instance, letter.limit, letter.due_on], [2, '45 ngày', '2026-10-29'])
  assert.match(letter.cite, /Điều 36, Điều 37/)
  // Nobody's views differ, and still no decision without a dialogue.
  const decision = { ...words, fate: 'amended' }
  await town.closed(
    'dialogue-is-held-where-mandatory',
    decide,
    town.province_head,
    id,
    '2026-09-21',
    decision,
    province(),
  )
  const minutes = { held_on: '2026-09-28', minutes: 'Người khiếu nại vắng mặt.', complainant_absent: true }
  await town.faulty('complainant_absent: not-invited', holdDialogue, handler, id, '2026-09-28', minutes, province())
  const call = { held_on: '2026-09-28', held_at: '8 giờ 30', where: 'Trụ sở Ủy ban nhân dân tỉnh' }
  await town.faulty('held_on: notice-too-late', callDialogue, handler, id, '2026-09-24', call, province())
  await town.take(callDialogue, handler, id, '2026-09-22', call, province())
  assert.match((await town.said(id, 'dialogue-notice')).cite, /Điều 39/)
  // Absent for a good reason: invited again. Absent without one: the case goes on.
  await town.take(holdDialogue, handler, id, '2026-09-28', { ...minutes, good_reason: true }, province())
  await town.closed(
    'dialogue-is-held-where-mandatory',
    decide,
    town.province_head,
    id,
    '2026-09-29',
    decision,
    province(),
  )
  await town.take(holdDialogue, handler, id, '2026-09-28', minutes, province())
  await town.faulty('fate: required', decide, town.province_head, id, '2026-10-05', words, province())
  const none = { ...words, fate: 'none-made' }
  await town.faulty('fate: there-is-a-first-decision', decide, town.province_head, id, '2026-10-05', none, province())
  await town.take(decide, town.province_head, id, '2026-10-05', decision, province())
  const said = await town.said(id, 'decision')
  assert.deepEqual([said.instance, said.second_settler, said.first.fate], [2, null, 'amended'])
  assert.match(said.first.decision, /^Quyết định số \d+\/QĐ ngày 10\/08\/2026$/)
  assert.deepEqual(
    (await town.posted(petition, id)).filter((line) => line.includes('settled')),
    ['+ 2026-10-05 petition-settled partly-right complaint 1'],
  )
  await hear(id, '2026-10-05')
  const closed = await town.row('complaint', first.id)
  assert.deepEqual([closed.end_ground, closed.second_road.second.fate], ['decided-at-second-instance', 'amended'])
  await town.take(send, clerk, id, '2026-10-12', { sent_on: '2026-10-12' }, province())
  await town.take(recordReceipt, clerk, id, '2026-10-14', { delivered_on: '2026-10-13' }, province())
  assert.equal((await town.row('complaint', id)).second_road, null)
  await takeClockSteps(town.t.db, complaintClock, at('2026-11-04'))
  assert.equal((await town.row('complaint', id)).state, 'sent')
  await takeClockSteps(town.t.db, complaintClock, at('2026-11-05'))
  assert.equal((await town.row('complaint', id)).state, 'in-effect')
  // There is no third complaint, neither against the second decision nor once more against the first.
  const third = await atProvince('2026-11-06')
  const again = { first_unit_id: town.office.commune, first_number: `${first.row.register_number}/2026` }
  await town.faulty('first_number: no-third-complaint', proposeSecond, desk, third, '2026-11-06', again, province())
})

test('the limit of the first instance passes without a decision: the second is open, and there is no first decision to uphold', async () => {
  const { id } = await town.proposed('2026-07-15')
  await town.take(accept, town.head, id, '2026-07-15', agreed)
  const row = await town.row('complaint', id)
  const early = await atProvince('2026-08-10')
  const input = { first_unit_id: town.office.commune, first_number: `${row.register_number}/2026` }
  await town.faulty('first_number: no-second-road', proposeSecond, desk, early, '2026-08-10', input, province())
  await takeClockSteps(town.t.db, complaintClock, at('2026-08-15'))
  const next = await second(row, '2026-08-20')
  const told = await town.row('complaint', next.id)
  assert.deepEqual(
    [told.earlier.why, told.earlier.decision, told.earlier.road_from],
    ['limit-passed', null, '2026-08-14'],
  )
  await town.take(accept, town.province_head, next.id, '2026-08-21', agreed, province())
  await hear(next.id, '2026-08-21')
  await town.closed('not-in-this-state', decide, town.head, id, '2026-08-24', words)
  // 45 days end on 05/10/2026; the day after, the complainant hears that the court remains.
  assert.equal((await town.row('complaint', next.id)).due_on.toString(), '2026-10-05')
  await takeClockSteps(town.t.db, complaintClock, at('2026-10-06'))
  assert.deepEqual(
    (await town.letters(next.id)).map((one) => one.split(' ')[0]),
    ['acceptance', 'court-road'],
  )
})

test('declined at the second instance: time passed, and the first decision takes effect after all', async () => {
  const first = await firstDecided()
  const { id } = await second(first.row, '2026-09-21')
  await hear(id, '2026-09-21')
  const no = { ground: 'time-bar-passed', explanation: 'Đã quá 30 ngày.', advice: 'Có thể kiện ra tòa.' }
  const sick = { obstacle_from: '2026-08-20', obstacle_to: '2026-08-31' }
  await town.faulty(
    'ground: time-bar-has-not-passed',
    decline,
    town.province_head,
    id,
    '2026-09-22',
    { ...no, ...sick },
    province(),
  )
  await town.take(decline, town.province_head, id, '2026-09-22', no, province())
  assert.equal((await town.said(id, 'decline')).instance, 2)
  await takeClockSteps(town.t.db, complaintClock, at('2026-09-22'))
  assert.equal((await town.row('complaint', first.id)).state, 'sent')
  await hear(id, '2026-09-22')
  await takeClockSteps(town.t.db, complaintClock, at('2026-09-23'))
  assert.equal((await town.row('complaint', first.id)).state, 'in-effect')
})

test('who settles: a commune does not settle for a department, nor second; paper tells of a first instance elsewhere', async () => {
  const petition = await town.recorded('2026-07-06')
  await town.classified(petition, '2026-07-07')
  const elsewhere = (respondent_body: string) =>
    town.faulty('respondent_body: belongs-elsewhere', proposeAcceptance, town.desk, petition, '2026-07-08', {
      ...against,
      respondent_body,
    })
  await elsewhere('department')
  await elsewhere('province')
  const paper = {
    first_settler: 'Giám đốc Sở Xây dựng',
    first_decision: 'Quyết định số 9/QĐ-SXD ngày 01/06/2026',
    why: 'disagrees',
    road_from: '2026-06-20',
    respondent: 'Giám đốc Sở Xây dựng',
    respondent_body: 'department',
    contested: 'Quyết định số 2/QĐ-SXD',
  }
  await town.closed('unit-settles-second-complaints', proposeSecond, town.desk, petition, '2026-07-08', paper)
  const wrong = { ...paper, respondent_body: 'province' }
  await town.faulty(
    'respondent_body: belongs-elsewhere',
    proposeSecond,
    desk,
    await atProvince('2026-07-08'),
    '2026-07-08',
    wrong,
    province(),
  )
  await town.faulty(
    'first_settler: required; road_from: required; respondent: required; respondent_body: required; contested: required; first_decision: required',
    proposeSecond,
    desk,
    await atProvince('2026-07-08'),
    '2026-07-08',
    { why: 'disagrees' },
    province(),
  )
  const at_province = await atProvince('2026-07-08')
  await town.take(proposeSecond, desk, at_province, '2026-07-08', paper, province())
  const row = await town.row('complaint', idFrom(at_province, 'point/1'))
  assert.deepEqual(
    [row.instance, row.first_id, row.earlier.paper, row.earlier.settler],
    [2, null, true, paper.first_settler],
  )
  await town.take(accept, town.province_head, row.id, '2026-07-09', agreed, province())
  await town.take(guide, town.desk, petition, '2026-07-09', {
    where: 'Sở Xây dựng tỉnh Lào Cai',
    reason: 'Quyết định do Giám đốc Sở ban hành.',
    respondent_body: 'department',
    instance: '1',
  })
  const advice: string[] = (await town.said(petition, 'guidance')).advice
  assert.match(advice.join(' '), /lần đầu về việc này do Giám đốc sở giải quyết \(LKN 2011 Đ20\)/)
})

test('a district that is no more: first complaints need a chosen successor with its ground, second ones go to the province', async () => {
  const petition = await town.recorded('2026-07-06')
  await town.classified(petition, '2026-07-07')
  const district = { ...against, respondent: 'Chủ tịch UBND huyện cũ', respondent_body: 'district' }
  await town.faulty(
    'successor_ground: successor-ground-needed',
    proposeAcceptance,
    town.desk,
    petition,
    '2026-07-08',
    district,
  )
  const ground = { successor_ground: 'Biên bản bàn giao số 12/BB-UBND ngày 30/06/2025' }
  await town.take(proposeAcceptance, town.desk, petition, '2026-07-08', { ...district, ...ground })
  const id = idFrom(petition, 'point/1')
  const row = await town.row('complaint', id)
  assert.deepEqual(row.successor, { ground: ground.successor_ground, chosen_on: '2026-07-08' })
  await town.take(accept, town.head, id, '2026-07-09', agreed)
  // Whoever took the ground away afterwards would find the door shut.
  const other = await town.proposed('2026-07-06', { ...district, ...ground })
  await town.t.owner.pool.query('update complaint set successor = null where id = $1', [other.id])
  await town.closed('within-competence', accept, town.head, other.id, '2026-07-09', agreed)
  const guided = await town.recorded('2026-07-06')
  await town.classified(guided, '2026-07-07', { competence: 'superior' })
  await town.take(guide, town.desk, guided, '2026-07-08', {
    where: 'Chủ tịch Ủy ban nhân dân tỉnh',
    reason: 'Khiếu nại lần hai.',
    respondent_body: 'district',
    instance: '2',
  })
  const letter = await town.said(guided, 'guidance')
  assert.equal(letter.unverified, 'not-found')
  assert.match(letter.advice.join(' '), /Chủ tịch Ủy ban nhân dân cấp tỉnh giải quyết .*cần kiểm tra/)
})

test('discipline: 15 days to complain, 30 to settle, a dialogue in any case, 10 days for the second, or 30 after a dismissal', async () => {
  const proposed = (kind: string) =>
    town.proposed('2026-07-06', { contested_kind: kind, contested_known_on: '2026-06-20' })
  const { id } = await proposed('discipline')
  assert.equal((await town.row('complaint', id)).clock.rule, 'complaint.discipline-accept')
  // 15 days from 20/06 end on Sunday 05/07, so on the Monday of the receipt.
  const no = { ground: 'time-bar-passed', explanation: 'Đã quá 15 ngày.', advice: 'Không còn.' }
  await town.faulty('ground: time-bar-has-not-passed', decline, town.head, id, '2026-07-08', no)
  await town.take(accept, town.head, id, '2026-07-08', agreed)
  const letter = await town.said(id, 'acceptance')
  assert.deepEqual([letter.limit, letter.due_on, letter.lawsuit], ['30 ngày', '2026-08-07', false])
  await town.take(assignVerification, town.head, id, '2026-07-09', { verifier_id: town.handler.account_id, plan: 'x' })
  await town.take(reportVerification, town.handler, id, '2026-07-10', found)
  await town.closed('dialogue-is-held-where-mandatory', decide, town.head, id, '2026-07-13', words)
  await town.take(holdDialogue, town.handler, id, '2026-07-13', {
    held_on: '2026-07-13',
    minutes: 'Đã gặp.',
    complainant_absent: false,
  })
  await town.faulty('fate: only-at-second-instance', decide, town.head, id, '2026-07-14', { ...words, fate: 'upheld' })
  await town.take(decide, town.head, id, '2026-07-14', words)
  const said = await town.said(id, 'decision')
  assert.deepEqual([said.second_days, said.lawsuit], [10, false])
  await town.take(send, town.clerk, id, '2026-07-14', { sent_on: '2026-07-14' })
  await town.take(recordReceipt, town.clerk, id, '2026-07-15', { delivered_on: '2026-07-15' })
  assert.equal((await town.row('complaint', id)).second_road.file_by, '2026-07-27')
  // Marked by mistake: the limit follows, and both values stay in the history.
  const mistaken = await proposed('administrative-decision')
  await town.take(accept, town.head, mistaken.id, '2026-07-08', { ...agreed })
  const mend = { reason: 'Đây là quyết định kỷ luật', contested_kind: 'discipline' }
  await town.take(correct, town.head, mistaken.id, '2026-07-09', mend)
  assert.equal((await town.row('complaint', mistaken.id)).clock.rule, 'complaint.discipline-settle')
  const mended = await mendedIn(town.head, town.t.db.pool, town.office.commune, mistaken.id)
  assert.deepEqual(
    mended.map((one) => [one.column, one.before, one.after]),
    [['contested_kind', 'administrative-decision', 'discipline']],
  )
  const dismissed = await proposed('dismissal')
  await town.take(accept, town.head, dismissed.id, '2026-07-08', agreed)
  assert.equal((await town.said(dismissed.id, 'acceptance')).lawsuit, true)
})

test('accepted under the old law, not decided yet: suspended only since 01/07/2026, dialogue by the new rule, acceptance by the day of receipt', async () => {
  const { id } = await town.proposed('2026-06-26')
  assert.equal((await town.row('complaint', id)).clock.rule, 'complaint.accept')
  assert.equal((await town.row('complaint', id)).due_on.toString(), '2026-07-06')
  await town.take(accept, town.head, id, '2026-06-29', agreed)
  const ground = { ground: 'waits-for-another-result', note: 'Chờ giám định' }
  await town.closed('not-in-force', suspend, town.head, id, '2026-06-30', ground)
  await town.take(suspend, town.head, id, '2026-07-02', ground)
  await town.take(resume, town.head, id, '2026-07-12', { note: 'Đã có kết quả' })
  // 30 days from 29/06 end on 29/07; the ten days from 03/07 to 12/07 do not count.
  assert.equal((await town.row('complaint', id)).nominal_on.toString(), '2026-08-08')
  await town.take(assignVerification, town.head, id, '2026-07-13', { verifier_id: town.handler.account_id, plan: 'x' })
  await town.take(reportVerification, town.handler, id, '2026-07-14', { ...found, views_differ: true })
  const call = { held_on: '2026-07-20', held_at: '8 giờ', where: 'Trụ sở' }
  await town.faulty('held_on: notice-too-late', callDialogue, town.head, id, '2026-07-17', call)
  await town.take(callDialogue, town.head, id, '2026-07-15', call)
})

test('from the portal: only who opened the first one may follow it, and the province finds it linked', async () => {
  const first = await firstDecided()
  const letter = { asked_kind: 'complaint', ...complaintWords, first_unit_id: town.office.commune, first_id: first.id }
  const code = await town.code(town.office.province)
  const stranger = uuidv7()
  await town.faulty(
    'first_id: no-such-first',
    submit,
    person('2026-08-20'),
    stranger,
    '2026-08-20',
    { ...letter, code },
    province(),
  )
  const citizen = person('2026-08-20', [{ unit_id: town.office.commune, record_id: first.petition }])
  const id = uuidv7()
  await town.take(submit, citizen, id, '2026-08-20', { ...letter, code }, province())
  const sent = await town.row('petition', id)
  assert.deepEqual(sent.follows, { unit_id: town.office.commune, petition_id: first.petition, complaint_id: first.id })
  assert.equal(sent.case_id, first.row.case_id)
  await town.take(confirmSignature, desk, id, '2026-08-21', { how: 'at-desk' }, province())
  await town.take(classify, desk, id, '2026-08-21', kindOfComplaint, province())
  await town.take(proposeSecond, desk, id, '2026-08-21', {}, province())
  const row = await town.row('complaint', idFrom(id, 'point/1'))
  assert.deepEqual([row.first_id, row.instance, row.respondent], [first.id, 2, against.respondent])
})

test('the way from the first complaint to the second: to the province while the road is open, nowhere before and after', async () => {
  const counting = await countingOf(town.t.db.pool)
  const { id } = await town.proposed('2026-07-15')
  const road = async (day: string) =>
    secondRoadOf(person(day), town.t.db.pool, await town.row('complaint', id), counting)
  await town.take(accept, town.head, id, '2026-07-15', agreed)
  assert.equal(await road('2026-08-14'), null)
  await takeClockSteps(town.t.db, complaintClock, at('2026-08-15'))
  const open = await road('2026-08-15')
  assert.deepEqual([open?.unit_id, open?.until?.toString()], [town.office.province, '2026-09-14'])
  assert.equal(await road('2026-09-15'), null)
})

test('the province chairman’s own first decision leads to the minister, who has no register here', async () => {
  const petition = await atProvince('2026-07-06')
  await town.take(proposeAcceptance, desk, petition, '2026-07-06', against, province())
  const id = idFrom(petition, 'point/1')
  assert.equal((await town.row('complaint', id)).respondent_body, 'province')
  await verifiedAtProvince(id, '2026-07-07')
  await town.take(decide, town.province_head, id, '2026-07-08', words, province())
  assert.match((await town.said(id, 'decision')).second_settler, /^Bộ trưởng Bộ quản lý nhà nước/)
  await town.take(send, clerk, id, '2026-07-08', { sent_on: '2026-07-08' }, province())
  const row = await town.row('complaint', id)
  assert.equal(await secondRoadOf(person('2026-07-09'), town.t.db.pool, row, await countingOf(town.t.db.pool)), null)
})

test('every book of both offices runs without a gap', () => town.gapless())
