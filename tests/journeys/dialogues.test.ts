/** A dialogue from its plan to the last asker answered and the first promise kept; the law's no as often as its yes. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { makeCommitments } from '../../src/modules/commitments/make-commitments.ts'
import { cancel as cancelMeeting } from '../../src/modules/conferences/cancel.ts'
import { plan as planMeeting } from '../../src/modules/conferences/plan.ts'
import { announce } from '../../src/modules/dialogues/announce.ts'
import { answerGroup } from '../../src/modules/dialogues/answer-group.ts'
import { answerQuestion } from '../../src/modules/dialogues/answer-question.ts'
import { ask } from '../../src/modules/dialogues/ask.ts'
import { cancelDialogue } from '../../src/modules/dialogues/cancel-dialogue.ts'
import { changePlan } from '../../src/modules/dialogues/change-plan.ts'
import { closeDialogue } from '../../src/modules/dialogues/close-dialogue.ts'
import { correctDialogue } from '../../src/modules/dialogues/correct-dialogue.ts'
import { dropPromise } from '../../src/modules/dialogues/drop-promise.ts'
import { groupQuestion } from '../../src/modules/dialogues/group-question.ts'
import { handToPetitions } from '../../src/modules/dialogues/hand-to-petitions.ts'
import { hold } from '../../src/modules/dialogues/hold.ts'
import { moveDialogue } from '../../src/modules/dialogues/move-dialogue.ts'
import { nameGroup } from '../../src/modules/dialogues/name-group.ts'
import { notePromise } from '../../src/modules/dialogues/note-promise.ts'
import { noteTold } from '../../src/modules/dialogues/note-told.ts'
import { planDialogue } from '../../src/modules/dialogues/plan-dialogue.ts'
import { publishResults } from '../../src/modules/dialogues/publish-results.ts'
import { dialogueById, owedAskers, questionsOf, resultsOwed } from '../../src/modules/dialogues/queries.ts'
import { recordQuestion } from '../../src/modules/dialogues/record-question.ts'
import { sendToVillages } from '../../src/modules/dialogues/send-to-villages.ts'
import { setAside } from '../../src/modules/dialogues/set-aside.ts'
import { signUp } from '../../src/modules/dialogues/sign-up.ts'
import { answerAskers, tellAskers } from '../../src/modules/dialogues/tell-askers.ts'
import { withdrawQuestion } from '../../src/modules/dialogues/withdraw-question.ts'
import { writeMinutes } from '../../src/modules/dialogues/write-minutes.ts'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { check } from '../../src/platform/actions/check-command.ts'
import { NotOpen, Stale, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { fixDay } from '../../src/platform/clock.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { Browser } from '../support/browser-less.ts'
import { type House, openHouse } from '../support/house.ts'
import { at, person } from '../support/office.ts'

const today = '2026-11-20'
let house: House
let clerk: Viewer
let head: Viewer

before(async () => {
  house = await openHouse(today)
  clerk = (await viewerOfAccount(house.db.pool, house.people['van.thu']!, at(today)))!
  head = (await viewerOfAccount(house.db.pool, house.people['chu.tich']!, at(today)))!
})
after(() => house?.close())

const plan = {
  kind: 'before-project',
  title: 'Mở rộng đường vào khu dân cư số 2',
  about: 'Phạm vi, tiến độ, bồi thường khi mở rộng đường.',
  mode: 'in-person',
  held_on: '2026-11-30',
  starts: '14:00',
  ends: '17:00',
  place: 'Nhà văn hóa tổ 5',
  chaired_by: 'Chủ tịch Ủy ban nhân dân phường',
}

function take(action: AnyAction, viewer: Viewer, id: string, on: string, input: object = {}) {
  const seen = { ...viewer, on: Temporal.PlainDate.from(on) }
  return perform(house.db, action, { viewer: seen, unit_id: house.office.commune, id, input, moment: at(on) })
}

async function planned(over: object = {}, on = today): Promise<string> {
  const id = uuidv7()
  await take(planDialogue, clerk, id, on, { ...plan, ...over })
  return id
}

async function announced(over: object = {}, on = today): Promise<string> {
  const id = await planned(over, on)
  await take(announce, head, id, on, { notice_where: 'Nhà văn hóa các tổ' })
  return id
}

const code = async () => newTrackingCode(await prefixOfUnit(house.db.pool, house.office.commune))

async function asked(dialogue_id: string, on: string, over: object = {}): Promise<string> {
  const id = uuidv7()
  const input = { dialogue_id, text: 'Bao giờ trả tiền đất cho bà con tổ 5?', code: await code(), ...over }
  await take(ask, person(on), id, on, input)
  return id
}

async function recorded(dialogue_id: string, on: string, over: object = {}): Promise<string> {
  const id = uuidv7()
  await take(recordQuestion, clerk, id, on, { dialogue_id, origin: 'paper', text: 'Cống ở tổ 5 khi nào làm?', ...over })
  return id
}

const no =
  (wanted: string, status = 409) =>
  (fault: unknown) => {
    assert.ok(fault instanceof NotOpen, String(fault))
    assert.deepEqual([fault.code, fault.status], [wanted, status])
    return true
  }
const wrong = (wanted: string) => (fault: unknown) => {
  assert.ok(fault instanceof WrongInput, String(fault))
  assert.equal(fault.message, wanted)
  return true
}

const rowOf = async (id: string) => {
  const row = await dialogueById(
    { ...head, on: Temporal.PlainDate.from(today) },
    house.db.pool,
    house.office.commune,
    id,
  )
  assert.ok(row)
  return row
}
const questionRow = async (id: string) => {
  const { rows } = await house.db.pool.query('select * from dialogue_question where id = $1', [id])
  return rows[0]
}
const of = (id: string) => ({ unit_id: house.office.commune, dialogue_id: id })

test('a notice is in time or not at all; what was posted on paper before counts from its own day', async () => {
  const late = await planned({ held_on: '2026-11-26' })
  await assert.rejects(take(announce, head, late, today, { notice_where: 'Trụ sở' }), no('notice-is-in-time'))
  await take(announce, head, late, today, { notice_where: 'Trụ sở', announced_on: '2026-11-19' })
  const row = await rowOf(late)
  assert.deepEqual([row.announced_on?.toString(), row.notice_by_on?.toString()], ['2026-11-19', '2026-11-19'])
  const id = await planned({ held_on: '2026-11-27' })
  const ahead = await planned({ held_on: '2026-12-07' })
  await assert.rejects(
    take(announce, head, ahead, today, { notice_where: 'Trụ sở', announced_on: '2026-11-21' }),
    wrong('announced_on: day-in-future'),
  )
  await assert.rejects(take(announce, clerk, id, today, { notice_where: 'Trụ sở' }), no('not-yours', 404))
  await take(announce, head, id, today, { notice_where: 'Trụ sở' })
  // A kind for which no text fixes a notice.
  const adverse = await planned({ kind: 'adverse-decision', held_on: '2026-11-21' })
  await take(announce, head, adverse, today, { notice_where: 'Gửi tận nhà' })
  assert.equal((await rowOf(adverse)).notice_by_on, null)
})

test('a plan names bodies that stand, a village of its own for the residents, and its own project', async () => {
  const { commune, neighbour } = house.office
  const nowhere = uuidv7()
  await assert.rejects(planned({ with_unit_id: nowhere }), wrong('with_unit_id: unit-does-not-stand'))
  await assert.rejects(planned({ project_id: nowhere }), wrong('project_id: not-our-project'))
  await assert.rejects(planned({ kind: 'on-request', request_id: nowhere }), wrong('request_id: not-our-request'))
  const residents = { kind: 'residents-conference', with_unit_id: neighbour }
  await assert.rejects(planned(residents), wrong('with_unit_id: village-is-named'))
  const plain = await planned({ with_unit_id: neighbour })
  await assert.rejects(
    take(changePlan, clerk, plain, today, { ...plan, ...residents }),
    wrong('with_unit_id: village-is-named'),
  )
  assert.deepEqual((await rowOf(plain)).with_unit_ids, [neighbour])
  await assert.rejects(planned({ place: 'Nhà ông Lù A Páo' }), no('none-of-it-names-a-person'))
  assert.equal((await rowOf(await planned({ with_unit_id: commune }))).state, 'planned')
})

test('results due within three working days stand above the head’s worklist, and no sooner', async () => {
  const id = await announced({ title: 'Kết quả đang chờ', held_on: '2026-10-12' }, '2026-10-01')
  await take(hold, clerk, id, '2026-10-12', {})
  const due = (await rowOf(id)).publish_by_on!
  const waits = async (viewer: Viewer, until: Temporal.PlainDate) =>
    (await resultsOwed(viewer, house.db.pool, until)).some((one) => one.id === id)
  assert.deepEqual(
    [await waits(head, due.subtract({ days: 1 })), await waits(head, due), await waits(clerk, due)],
    [false, true, false],
  )
  fixDay(due.toString())
  const chu_tich = await Browser.signedIn(house, 'chu.tich')
  assert.match((await chu_tich.get('/ban-lam-viec')).text, /Sắp đến hạn công bố kết quả đối thoại: Kết quả đang chờ/)
  fixDay(today)
})

test('a plan with a person in it, an online one without its room, and a stranger’s are refused', async () => {
  const by = (over: object, viewer = clerk) => take(planDialogue, viewer, uuidv7(), today, { ...plan, ...over })
  await assert.rejects(by({ about: 'Đất của ông Nguyễn Văn Năm' }), no('none-of-it-names-a-person'))
  await assert.rejects(by({ mode: 'both' }), wrong('link: link-is-needed'))
  await assert.rejects(by({ ends: '13:00' }), wrong('ends: ends-before-it-starts'))
  await assert.rejects(by({}, person(today)), no('not-yours', 404))
})

test('moved after notice: a new notice in time, the old day in sight, everybody who asked or signed up is told', async () => {
  const id = await announced()
  const with_mail = await asked(id, today, { asker_email: 'may@example.vn' })
  const with_code = await asked(id, today)
  const on_paper = await recorded(id, today, { asker_name: 'Lý Thị Mây' })
  const comes = uuidv7()
  await take(signUp, person(today), comes, today, { dialogue_id: id, people: '3', code: await code() })
  const move = { starts: '8:00', ends: '11:00', reason: 'Mưa lũ, đường vào tổ 5 bị chia cắt', notice: 'Nhà văn hóa' }
  await assert.rejects(
    take(moveDialogue, head, id, '2026-11-25', { ...move, held_on: '2026-12-01' }),
    no('notice-is-in-time'),
  )
  await assert.rejects(
    take(moveDialogue, head, id, '2026-11-25', { ...move, held_on: '2026-11-30' }),
    (fault) => fault instanceof WrongInput || fault instanceof NotOpen,
  )
  await take(moveDialogue, head, id, '2026-11-23', { ...move, held_on: '2026-12-07' })
  const row = await rowOf(id)
  assert.deepEqual([row.held_on.toString(), row.moved.map((one) => one.from_on)], ['2026-12-07', ['2026-11-30']])
  assert.deepEqual(
    (await owedAskers(head, house.db.pool, row)).words.map((one) => one.id).sort(),
    [with_mail, with_code, on_paper, comes].sort(),
  )
  assert.equal(await tellAskers(house.db, of(id), at('2026-11-23')), 3)
  assert.equal(await tellAskers(house.db, of(id), at('2026-11-23')), 0)
  assert.deepEqual(
    (await owedAskers(head, house.db.pool, row)).words.map((one) => one.id),
    [on_paper],
  )
  assert.equal((await questionRow(with_mail)).told[0].how, 'notice')
  const { rows } = await house.db.pool.query('select template from notice where record_id = $1', [with_mail])
  assert.deepEqual(rows, [{ template: 'dialogue-changed' }])
  await assert.rejects(take(noteTold, clerk, on_paper, '2026-11-23', { how: 'notice' }), wrong('how: no-contact'))
  await assert.rejects(
    take(noteTold, clerk, on_paper, '2026-11-23', { how: 'code-page' }),
    wrong('how: page-reaches-nobody'),
  )
  await take(noteTold, clerk, on_paper, '2026-11-23', { how: 'village-head' })
  await assert.rejects(take(noteTold, clerk, on_paper, '2026-11-23', { how: 'phone' }), wrong('how: nothing-to-tell'))
  const portal = await new Browser(house).get(`/doi-thoai/${house.office.commune}/${id}`)
  assert.match(portal.text, /chuyển từ .*30 tháng 11 .* sang .*7 tháng 12/)
  // Moved again on the same day: whoever heard of the first move has not heard of this one.
  await take(moveDialogue, head, id, '2026-11-23', { ...move, held_on: '2026-12-09' })
  assert.equal(await tellAskers(house.db, of(id), at('2026-11-23')), 3)
  assert.equal(await tellAskers(house.db, of(id), at('2026-11-23')), 0)
  await take(noteTold, clerk, on_paper, '2026-11-23', { how: 'phone' })
})

test('called off: its askers are told, nobody asks any more, a name in the reason is refused', async () => {
  const id = await announced()
  const question = await asked(id, today, { asker_phone: '0912345678' })
  await assert.rejects(
    take(cancelDialogue, head, id, today, { reason: 'Theo đơn của bà Lý Thị Mây' }),
    no('none-of-it-names-a-person'),
  )
  await assert.rejects(take(cancelDialogue, clerk, id, today, { reason: 'Dự án dừng' }), no('not-yours', 404))
  await take(cancelDialogue, head, id, today, { reason: 'Dự án dừng' })
  assert.equal(await tellAskers(house.db, of(id), at(today)), 1)
  assert.deepEqual((await questionRow(question)).told[0].what, 'cancelled')
  await assert.rejects(asked(id, today), no('dialogue-takes-questions'))
})

test('two people write minutes at once: two parts both stand, one part is never lost', async () => {
  const id = await announced()
  const day = '2026-11-30'
  const write = (viewer: Viewer, part: string, version: number, text: string, on = day) =>
    take(writeMinutes, viewer, id, on, { part, version: String(version), text })
  await assert.rejects(write(clerk, 'opening', 0, 'Khai mạc', '2026-11-29'), no('dialogue-day-has-come'))
  await Promise.all([
    write(clerk, 'opening', 0, 'Chủ trì khai mạc.'),
    write(head, 'questions', 0, 'Bà con hỏi giá đất.'),
  ])
  await write(clerk, 'opening', 1, 'Chủ trì khai mạc lúc 14 giờ.')
  await assert.rejects(write(head, 'opening', 1, 'Khai mạc muộn.'), (fault) => fault instanceof Stale)
  assert.deepEqual((await rowOf(id)).minutes.map((one) => [one.part, one.version, one.text]).sort(), [
    ['opening', 2, 'Chủ trì khai mạc lúc 14 giờ.'],
    ['questions', 1, 'Bà con hỏi giá đất.'],
  ])
  // At the desk what was typed stays on the page beside what is saved.
  fixDay(day)
  const van_thu = await Browser.signedIn(house, 'van.thu')
  const path = `/doi-thoai-truc-tiep/${house.office.commune}/${id}/write-minutes`
  const form = await van_thu.get(`${path}?phan=opening`)
  await write(head, 'opening', 2, 'Chủ trì khai mạc lúc 14 giờ 5 phút.')
  const stale = await form.submit({ text: 'Có 40 người dự.' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /14 giờ 5 phút/)
  assert.match(stale.values['text'] ?? '', /Có 40 người dự/)
  assert.equal((await stale.submit({})).status, 303)
  fixDay(today)
})

test('results: every question sorted, nobody named, late is recorded; promises become commitments; every asker is answered', async () => {
  const id = await announced()
  const first = await asked(id, '2026-11-22', { asker_name: 'Lý Thị Mây' })
  const paper = await recorded(id, '2026-11-23', { origin: 'village-head', village: 'Tổ 5' })
  const odd = await recorded(id, '2026-11-23', { text: 'Quảng cáo bán hàng.' })
  const back = await asked(id, '2026-11-24')
  const opened = [{ unit_id: house.office.commune, record_id: back }]
  await assert.rejects(take(withdrawQuestion, person('2026-11-25'), back, '2026-11-25'), no('not-yours', 404))
  await take(withdrawQuestion, person('2026-11-25', opened), back, '2026-11-25')
  const group = uuidv7()
  const named = { group_id: group, version: '0', title: 'Đền bù', summary: 'Bao giờ chi trả tiền đất.' }
  await assert.rejects(
    take(nameGroup, clerk, id, '2026-11-25', { ...named, summary: 'Hỏi của Lý Thị Mây' }),
    no('none-of-it-names-a-person'),
  )
  await take(nameGroup, clerk, id, '2026-11-25', named)
  await assert.rejects(
    take(groupQuestion, clerk, first, '2026-11-25', { group_id: uuidv7() }),
    wrong('group_id: no-such-group'),
  )
  for (const question of [first, paper]) await take(groupQuestion, clerk, question, '2026-11-25', { group_id: group })
  await assert.rejects(recorded(id, '2026-11-25', { origin: 'room' }), wrong('origin: room-is-not-open-yet'))
  await assert.rejects(take(hold, clerk, id, '2026-11-29', {}), no('dialogue-day-has-come'))
  await assert.rejects(take(hold, clerk, id, '2026-11-30', { paper: 'Tổ 5 bốn hai' }), wrong('paper: not-a-sheet'))
  await take(hold, clerk, id, '2026-11-30', { online: '6', paper: 'Tổ 5; 42\nTổ 6; 15' })
  assert.deepEqual([(await rowOf(id)).people, (await rowOf(id)).publish_by_on?.toString()], [63, '2026-12-10'])
  const promise = {
    promise_id: uuidv7(),
    text: 'Chi trả xong tiền đất cho 41 hộ',
    owner_unit_id: house.office.commune,
    force: 'ordered',
    due_on: '2026-12-30',
  }
  await assert.rejects(
    take(notePromise, clerk, id, '2026-11-30', { ...promise, text: 'Chi trả cho ông Giàng A Sử' }),
    no('none-of-it-names-a-person'),
  )
  await take(notePromise, clerk, id, '2026-11-30', promise)
  const dropped = { ...promise, promise_id: uuidv7(), text: 'Ghi nhầm' }
  await take(notePromise, clerk, id, '2026-11-30', dropped)
  await take(dropPromise, clerk, id, '2026-11-30', { promise_id: dropped.promise_id })
  const results = { conclusion: 'Ủy ban nhân dân phường ghi nhận mọi ý kiến.' }
  await assert.rejects(take(publishResults, head, id, '2026-12-12', results), no('every-question-is-sorted'))
  await take(setAside, clerk, odd, '2026-12-01', { reason: 'Không liên quan đến dự án.' })
  // A name that came after its words were written: what is published is looked at as a whole.
  await recorded(id, '2026-12-01', { origin: 'room', asker_name: 'Đền Bù' })
  const late_name = (await questionsOf(clerk, house.db.pool, await rowOf(id))).find(
    (one) => one.asker_name === 'Đền Bù',
  )
  await take(groupQuestion, clerk, late_name!.id, '2026-12-01', { group_id: group })
  await assert.rejects(take(publishResults, head, id, '2026-12-12', results), no('published-words-name-nobody'))
  await take(nameGroup, clerk, id, '2026-12-02', { ...named, version: '1', title: 'Tiền đất' })
  await assert.rejects(
    take(nameGroup, clerk, id, '2026-12-02', { ...named, version: '1', title: 'Khác' }),
    (fault) => fault instanceof Stale,
  )
  await take(answerGroup, clerk, id, '2026-12-02', { group_id: group, version: '2', answer: 'Chi trả trong tháng 12.' })
  await assert.rejects(take(publishResults, clerk, id, '2026-12-12', results), no('not-yours', 404))
  await assert.rejects(
    take(answerQuestion, clerk, first, '2026-12-05', { how: 'code-page' }),
    wrong('how: page-reaches-nobody'),
  )
  // Two days late: the law does not stop it, and everybody sees it.
  await take(publishResults, head, id, '2026-12-12', results)
  const row = await rowOf(id)
  assert.deepEqual([row.published_on?.toString(), row.publish_by_on?.toString()], ['2026-12-12', '2026-12-10'])
  const { rows: posted } = await house.db.pool.query<{ fact: string; quantity: number; people: number }>(
    `select fact, sum(sign * quantity)::int as quantity, sum(sign * people)::int as people from posting
     where record_id = any($1::uuid[]) group by 1 order by 1`,
    [[id, first, paper, odd, back, late_name!.id]],
  )
  assert.deepEqual(posted, [
    { fact: 'dialogue-held', quantity: 1, people: 63 },
    { fact: 'dialogue-published', quantity: 1, people: 0 },
    { fact: 'dialogue-question', quantity: 4, people: 0 },
  ])
  assert.equal(
    await makeCommitments(house.db, { origin_kind: 'dialogue', unit_id: house.office.commune, id }, at('2026-12-12')),
    1,
  )
  await assert.rejects(take(notePromise, clerk, id, '2026-12-12', promise), wrong('text: promise-stands-already'))
  await assert.rejects(
    take(dropPromise, clerk, id, '2026-12-12', { promise_id: promise.promise_id }),
    no('not-in-this-state'),
  )
  await assert.rejects(take(closeDialogue, clerk, id, '2026-12-12'), no('every-asker-is-answered'))
  assert.equal(await answerAskers(house.db, of(id), at('2026-12-12')), 1)
  assert.equal((await questionRow(first)).state, 'answered')
  const owed = (await owedAskers(clerk, house.db.pool, await rowOf(id))).answers.map((one) => one.id)
  assert.deepEqual(owed.sort(), [paper, late_name!.id].sort())
  await take(answerQuestion, clerk, paper, '2026-12-13', { how: 'village-head' })
  await take(answerQuestion, clerk, late_name!.id, '2026-12-13', { how: 'room' })
  await assert.rejects(
    take(sendToVillages, clerk, id, '2026-12-13', { sent_on: '2026-12-11', to: 'Tổ 5' }),
    wrong('sent_on: before-the-results'),
  )
  await take(sendToVillages, clerk, id, '2026-12-13', { sent_on: '2026-12-13', to: 'Tổ 5, tổ 6' })
  await take(closeDialogue, clerk, id, '2026-12-13')
  await take(correctDialogue, clerk, id, '2026-12-14', { online: '7', reason: 'Đếm lại' })
  assert.equal((await rowOf(id)).people, 64)
  assert.deepEqual((await rowOf(id)).corrections[0]?.changes, [{ field: 'people', from: '63', to: '64' }])
})

test('superiors see groups and numbers, neighbours nothing, and nobody below reads who asked', async () => {
  const id = await announced()
  await asked(id, today, { asker_name: 'Lý Thị Mây' })
  const of_name = async (name: string) => (await viewerOfAccount(house.db.pool, house.people[name]!, at(today)))!
  const province = await of_name('chu.tich.tinh')
  const neighbour = await of_name('chu.tich.ban')
  const { commune } = house.office
  assert.ok(await dialogueById(province, house.db.pool, commune, id))
  assert.deepEqual(await questionsOf(province, house.db.pool, await rowOf(id)), [])
  assert.equal(await dialogueById(neighbour, house.db.pool, commune, id), null)
  assert.equal((await questionsOf(clerk, house.db.pool, await rowOf(id))).length, 1)
  const tinh = await Browser.signedIn(house, 'chu.tich.tinh')
  assert.equal((await tinh.get(`/doi-thoai-truc-tiep/${commune}/${id}`)).status, 200)
  assert.equal((await tinh.get(`/doi-thoai-truc-tiep/${commune}/${id}/cau-hoi`)).status, 404)
  // Minutes tell who spoke: they are for those who work there, as the names of askers are.
  await take(writeMinutes, clerk, id, '2026-11-30', { part: 'questions', version: 0, text: 'Lý Thị Mây hỏi về cống.' })
  const above = await tinh.get(`/doi-thoai-truc-tiep/${commune}/${id}`)
  assert.doesNotMatch(above.text, /Mây|Mở danh sách câu hỏi/)
  assert.equal((await tinh.get(`/doi-thoai-truc-tiep/${commune}/${id}/bien-ban`)).status, 404)
  const van_thu = await Browser.signedIn(house, 'van.thu')
  assert.match((await van_thu.get(`/doi-thoai-truc-tiep/${commune}/${id}`)).text, /Mây.*Mở danh sách|Mở danh sách.*Mây/)
  const ban = await Browser.signedIn(house, 'chu.tich.ban')
  assert.equal((await ban.get(`/doi-thoai-truc-tiep/${commune}/${id}`)).status, 404)
  const hidden = await planned()
  assert.equal((await new Browser(house).get(`/doi-thoai/${commune}/${hidden}`)).status, 404)
})

test('the whole loop through the pages: plan, notice, questions, slips, groups, minutes, results, a promise kept', async () => {
  const { commune } = house.office
  fixDay(today)
  const van_thu = await Browser.signedIn(house, 'van.thu')
  const chu_tich = await Browser.signedIn(house, 'chu.tich')
  const form = await van_thu.get('/doi-thoai-truc-tiep/plan')
  const { kind, mode, held_on: _, ...typed } = plan
  assert.equal((await form.submit({ ...typed, kind, mode, held_on: '' })).status, 422)
  const made = await form.submit({ ...typed, kind, mode, title: 'Nước sạch tổ 7', held_on: '27/11/2026' })
  assert.equal(made.status, 303, made.summary)
  const desk = made.location ?? ''
  const id = desk.split('/').at(-1) ?? ''
  assert.doesNotMatch((await van_thu.get(desk)).html, /\/announce"/)
  const notice = await chu_tich.get(`${desk}/announce`)
  assert.equal((await notice.submit({ notice_where: 'Loa truyền thanh, nhà văn hóa' })).status, 303)
  const slips = await (await van_thu.get(`${desk}/print-slips`)).submit({ slips: '4' })
  const codes = [...(await van_thu.get(slips.location ?? '')).html.matchAll(/gd-code">([0-9A-Z]{5})</g)].map(
    ([, one]) => one,
  )
  assert.equal(codes.length, 4)

  // Two households ask alike on the portal; a third question comes on paper.
  const citizen = new Browser(house, '10.0.0.7')
  const public_path = `/doi-thoai/${commune}/${id}`
  assert.match((await citizen.get('/doi-thoai')).text, /Nước sạch tổ 7/)
  const ask_form = await citizen.get(`${public_path}/hoi`)
  const code = ask_form.values['code'] ?? ''
  const sent = await ask_form.submit({
    text: 'Nước máy ở tổ 7 bao giờ có, nhà tôi vẫn dùng nước giếng?',
    asker_name: 'Lý Thị Mây',
  })
  const own = await citizen.get(sent.location ?? '')
  assert.match(own.text, new RegExp(code))
  const other = new Browser(house, '10.0.0.8')
  await (await other.get(`${public_path}/hoi`)).submit({ text: 'Bao giờ có nước máy ở tổ 7, nhà tôi dùng nước giếng?' })
  assert.equal((await other.get(sent.location ?? '')).status, 404)
  const record = await van_thu.get(`${desk}/cau-hoi/record`)
  await record.submit({ origin: 'village-head', text: 'Giá nước máy bao nhiêu một khối?', village: 'Tổ 7' })

  const list = await van_thu.get(`${desk}/cau-hoi`)
  assert.match(list.text, /Có thể cùng một việc/)
  const q = [...list.form.matchAll(/value="([0-9a-f-]{36})"[^>]*name="q"|name="q"[^>]*value="([0-9a-f-]{36})"/g)].map(
    ([, one, two]) => one ?? two ?? '',
  )
  assert.equal(q.length, 2, 'the two alike are proposed, the third is not')
  const grouped = await list.submit({ q, title: 'Bao giờ có nước máy', summary: 'Tổ 7 hỏi ngày có nước máy.' })
  assert.equal(grouped.status, 303, grouped.summary)
  // The form sent twice is one group.
  await list.submit({ q, title: 'Bao giờ có nước máy', summary: 'Tổ 7 hỏi ngày có nước máy.' })
  assert.equal((await rowOf(id)).groups.length, 1)
  const rest = await van_thu.get(`${desk}/cau-hoi`)
  const single = /name="q"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="q"/.exec(rest.form)
  const price = await rest.submit({
    q: single?.[1] ?? single?.[2] ?? '',
    title: 'Giá nước',
    summary: 'Giá một khối nước.',
  })
  assert.equal(price.status, 303, price.summary)

  // The day: slips by telephone, each once.
  fixDay('2026-11-27')
  const phone = await citizen.get(`${public_path}/co-mat`)
  assert.equal((await phone.submit({ ma: 'AAAAA' })).status, 422)
  assert.equal((await phone.submit({ ma: ` ${codes[0]?.toLowerCase()} ` })).status, 303)
  assert.equal((await phone.submit({ ma: codes[0] ?? '' })).status, 409)
  assert.equal((await (await van_thu.get(`${desk}/hold`)).submit({ paper: 'Tổ 7; 30' })).status, 303)
  await (await van_thu.get(`${desk}/write-minutes?phan=opening`)).submit({ text: 'Chủ trì nêu nội dung đối thoại.' })
  const page = await van_thu.get(desk)
  assert.match(page.text, /31 người: 1 phiếu, 0 trực tuyến, 30 theo danh sách thôn/)
  for (const [, href] of [...page.html.matchAll(/href="([^"]*answer-group\?nhom=[^"]*)"/g)])
    assert.equal((await (await van_thu.get(href ?? '')).submit({ answer: 'Quý I năm 2027.' })).status, 303)
  const promise = await van_thu.get(`${desk}/note-promise`)
  const said = await promise.submit({
    text: 'Đấu nối nước máy cho 41 hộ tổ 7',
    due_on: '31/03/2027',
    owner_unit_id: commune,
  })
  assert.equal(said.status, 303, said.summary)
  assert.doesNotMatch((await citizen.get(public_path)).text, /41 hộ/)
  const publish = await (await chu_tich.get(`${desk}/publish-results`)).submit({
    conclusion: 'Phường làm xong trong quý I.',
  })
  assert.equal(publish.status, 303, publish.summary)

  await makeCommitments(house.db, { origin_kind: 'dialogue', unit_id: commune, id }, at('2026-11-27'))
  assert.equal(await answerAskers(house.db, of(id), at('2026-11-27')), 2)
  const results = (await citizen.get(public_path)).text
  for (const shown of [/Bao giờ có nước máy \( ?2 câu hỏi ?\)/, /Quý I năm 2027/, /41 hộ/, /31 người dự/])
    assert.match(results, shown)
  assert.doesNotMatch(results, /Mây|giếng/)
  const answered = await new Browser(house, '10.0.0.9').track(code)
  assert.match(answered.text, /Quý I năm 2027/)

  // The promise stands at its owner, with the dialogue as its origin, and is kept.
  const { rows } = await house.db.pool.query(
    `select id from commitment where origin_kind = 'dialogue' and origin_id = $1`,
    [id],
  )
  const commitment = `/cam-ket-noi-bo/${commune}/${rows[0].id}`
  assert.match((await chu_tich.get(commitment)).text, /Nước sạch tổ 7/)
  const kept = await (await chu_tich.get(`${commitment}/report-kept`)).submit({
    evidence: 'Đã đấu nối 41 hộ, có biên bản.',
  })
  assert.equal(kept.status, 303, kept.summary)
  const tinh = await Browser.signedIn(house, 'chu.tich.tinh')
  const confirmed = await (await tinh.get(`${commitment}/confirm-kept`)).submit({})
  assert.equal(confirmed.status, 303, confirmed.summary)
  assert.match((await citizen.get(public_path)).text, /Đấu nối nước máy cho 41 hộ tổ 7 Đã giữ lời/)
  const sheet = await van_thu.get(`${desk}/bien-ban`)
  assert.match(sheet.text, /Chủ trì nêu nội dung đối thoại/)
  fixDay(today)
})

test('what was announced stands in the public calendar and news: moved ones move, cancelled ones are struck, planned ones are not there', async () => {
  const [off, moved, hidden] = [
    await announced({ title: 'Cuộc họp hủy' }),
    await announced({ title: 'Cuộc họp dời' }),
    await planned({ title: 'Chưa ai biết' }),
  ]
  const path = `/thong-tin/lich.ics?don-vi=${house.office.commune}`
  const get = (at_path: string, headers: Record<string, string> = {}) =>
    fetch(`${house.address}${at_path}`, { headers })
  const first = await get(path)
  const eventsIn = (file: string) =>
    new Map(
      new ICAL.Component(ICAL.parse(file))
        .getAllSubcomponents('vevent')
        .map((one) => [String(one.getFirstPropertyValue('uid')), one]),
    )
  const before = eventsIn(await first.text()).get(`${moved}@gandan`)
  await take(cancelDialogue, head, off, today, { reason: 'Dự án dừng' })
  const when = { held_on: '2026-12-07', starts: '8:00', ends: '11:00' }
  await take(moveDialogue, head, moved, '2026-11-23', { ...when, reason: 'Mưa lũ', notice: 'Nhà văn hóa' })
  const tag = first.headers.get('etag') ?? ''
  const changed = await get(path, { 'if-none-match': tag })
  assert.equal(changed.status, 200)
  const file = await changed.text()
  const events = eventsIn(file)
  assert.equal(events.get(`${off}@gandan`)?.getFirstPropertyValue('status'), 'CANCELLED')
  const after = events.get(`${moved}@gandan`)
  assert.equal(new ICAL.Event(after).startDate.toJSDate().toISOString(), '2026-12-07T01:00:00.000Z')
  assert.ok(new ICAL.Event(after).sequence > new ICAL.Event(before).sequence)
  assert.equal(events.has(`${hidden}@gandan`), false)
  // Nobody stands in it: neither who asked nor who decided.
  assert.doesNotMatch(file, /Mây|Trần Thị Chủ|Chưa ai biết/)
  const same = await get(path, { 'if-none-match': changed.headers.get('etag') ?? '' })
  assert.deepEqual([same.status, await same.text()], [304, ''])
  assert.equal(eventsIn(await (await get(`/thong-tin/lich.ics?don-vi=${house.office.neighbour}`)).text()).size, 0)
  for (const wrong of ['?don-vi=x', `?don-vi=${uuidv7()}`, '?loai=petition', '?don-vi='])
    assert.equal((await get(`/thong-tin/lich.ics${wrong}`)).status, 404, wrong)
  // A public meeting called off before anybody was invited was never announced; there is nothing to strike.
  const meeting = uuidv7()
  const { held_on, starts, ends, place } = plan
  const about = { title: 'Hội nghị thôi họp', mode: 'in-person', held_on, starts, ends, place, is_public: true }
  await take(planMeeting, clerk, meeting, today, { kind: 'conference', ...about })
  await take(cancelMeeting, head, meeting, today, { reason: 'Trùng lịch' })
  assert.equal((await get(`/hoi-nghi/${house.office.commune}/${meeting}`)).status, 404)
  for (const list of ['/hoi-nghi', '/thong-tin/lich.ics', `/hoi-nghi?don-vi=${house.office.commune}`])
    assert.doesNotMatch(await (await get(list)).text(), /thôi họp/, list)
  for (const wrong of ['/hoi-nghi?don-vi=x', `/du-an?don-vi=${uuidv7()}`, '/thong-tin?don-vi=x'])
    assert.equal((await get(wrong)).status, 404, wrong)
  const news = await (await get('/thong-tin/tin.atom?loai=dialogue')).text()
  assert.match(news, /\[Đã hủy\] Đối thoại: Cuộc họp hủy/)
  assert.doesNotMatch(news, /Chưa ai biết|Mây/)
  const page = await new Browser(house).get(`/thong-tin?don-vi=${house.office.commune}`)
  assert.match((await new Browser(house).get(`/doi-thoai?don-vi=${house.office.commune}`)).text, /Cuộc họp dời/)
  assert.doesNotMatch(page.text, /Chưa ai biết/)
  assert.match(page.html, new RegExp(`rel="alternate" href="/thong-tin/lich.ics\\?don-vi=${house.office.commune}"`))
})

test('a question that is a petition stands in the register as of its day; linked where it stands there already', async () => {
  const dialogue_id = await announced({ held_on: '2026-12-21' })
  const question = await recorded(dialogue_id, today, { asker_name: 'Lò Thị Bình', asker_phone: '0912345678' })
  const typed = {
    petitioner_name: 'Lò Thị Bình',
    petitioner_address: 'Tổ 5',
    title: 'Làm cống ở tổ 5',
    signed: true,
    code: await code(),
  }
  await assert.rejects(
    take(handToPetitions, clerk, question, '2026-11-25', { code: typed.code }),
    wrong(
      ['petitioner_name', 'petitioner_address', 'title', 'signed']
        .map((field) => `${field}: needed-for-a-petition`)
        .join('; '),
    ),
  )
  await assert.rejects(
    take(handToPetitions, clerk, question, '2026-11-25', { code: typed.code, petition_number: 99 }),
    wrong('petition_number: no-such-petition'),
  )
  await assert.rejects(
    take(handToPetitions, head, question, '2026-11-25', typed),
    wrong('petitioner_name: intake-enters-petitions'),
  )
  await take(handToPetitions, clerk, question, '2026-11-25', typed)
  const { state, petition_id } = await questionRow(question)
  const { rows } = await house.db.pool.query(
    `select p.*, (select count(*)::int from tracking_code c where c.record_id = p.id) as codes,
       (select count(*)::int from notice n where n.record_id = p.id) as notices from petition p where p.id = $1`,
    [petition_id],
  )
  const { rows: events } = await house.db.pool.query('select action, standing from event where record_id = $1', [
    petition_id,
  ])
  assert.deepEqual(events, [{ action: 'record', standing: 'intake' }])
  const { received_on, source, text, petitioner_phone, register_number, signature, codes, notices } = rows[0]
  assert.deepEqual(
    [state, rows[0].state, received_on.toString(), source, text, petitioner_phone, signature.on, codes, notices],
    ['handed-to-petitions', 'received', today, 'by-hand', 'Cống ở tổ 5 khi nào làm?', '0912345678', today, 1, 1],
  )
  assert.ok(register_number > 0)
  await assert.rejects(take(handToPetitions, clerk, question, '2026-11-25', typed), no('not-in-this-state'))
  // A question of the same sender: the letter stands already. A neighbour's officer hands on nothing.
  const second = await recorded(dialogue_id, today)
  const known = { code: await code(), petition_number: register_number, petition_year: 2026 }
  await assert.rejects(take(handToPetitions, person(today), second, today, known), no('not-yours', 404))
  await take(handToPetitions, clerk, second, today, known)
  assert.equal((await questionRow(second)).petition_id, petition_id)
  // What came over the portal is not signed by being typed; its asker's code leads on to the petition.
  const browser = new Browser(house)
  const own = await code()
  const portal = await asked(dialogue_id, today, { code: own })
  const van_thu = await Browser.signedIn(house, 'van.thu')
  const list = `/doi-thoai-truc-tiep/${house.office.commune}/${dialogue_id}/cau-hoi`
  const form = await van_thu.get(`${list}/${portal}/hand-to-petitions`)
  assert.match((await form.submit({})).summary, /Cần điền ô này để lập đơn mới/)
  const made = await form.submit({ petitioner_name: 'Lò Thị Bình', petitioner_address: 'Tổ 5', title: typed.title })
  assert.match(made.text, /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/)
  const page = await (await browser.get('/tra-cuu')).submit({ ma: own })
  const opened = await browser.get(page.location ?? '')
  assert.match(opened.text, /đã chuyển vào sổ đơn/)
  const led = /href="([^"]*)"[^>]*>Xem đơn này/.exec(opened.html)?.[1] ?? ''
  const petition = await browser.get((await browser.get(led)).location ?? '')
  assert.match(petition.text, /Làm cống ở tổ 5/)
  assert.equal((await new Browser(house).get(led)).status, 404)
})

test('what dialogues and questions say is what their events say', async () => {
  const client = await house.db.pool.connect()
  try {
    const { faults, kinds } = await check(client, house.data)
    const ours = ['dialogue', 'dialogue-question']
    assert.deepEqual(
      faults.filter(({ kind }) => ours.includes(kind)),
      [],
    )
    for (const kind of ours) assert.ok(kinds.find((one) => one.kind === kind)!.records > 0, kind)
  } finally {
    client.release()
  }
})
