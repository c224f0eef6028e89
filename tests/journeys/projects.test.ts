/** A project from its announcement to its start, a consultation with its opinions, and 1,230 of 1,234 signatures. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { signaturesNeeded } from '../../src/law/talk-request-workflow.ts'
import { makeCommitments } from '../../src/modules/commitments/make-commitments.ts'
import { abandonProject } from '../../src/modules/dialogues/abandon-project.ts'
import { announce } from '../../src/modules/dialogues/announce.ts'
import { announceProject } from '../../src/modules/dialogues/announce-project.ts'
import { changeArea } from '../../src/modules/dialogues/change-area.ts'
import { checkSheet } from '../../src/modules/dialogues/check-sheet.ts'
import { closeConsultation } from '../../src/modules/dialogues/close-consultation.ts'
import { completeProject } from '../../src/modules/dialogues/complete-project.ts'
import { correctConsultation } from '../../src/modules/dialogues/correct-consultation.ts'
import { correctOpinion } from '../../src/modules/dialogues/correct-opinion.ts'
import { correctProject } from '../../src/modules/dialogues/correct-project.ts'
import { correctTalkRequest } from '../../src/modules/dialogues/correct-talk-request.ts'
import { countAgain } from '../../src/modules/dialogues/count-again.ts'
import { declineTalkRequest } from '../../src/modules/dialogues/decline-talk-request.ts'
import { destroyMarks } from '../../src/modules/dialogues/destroy-marks.ts'
import { drawKey } from '../../src/modules/dialogues/draw-key.ts'
import { countedDialogues, dutyLines } from '../../src/modules/dialogues/duties.ts'
import { enterSheet } from '../../src/modules/dialogues/enter-sheet.ts'
import { exemptProject } from '../../src/modules/dialogues/exempt-project.ts'
import { explainConsultation } from '../../src/modules/dialogues/explain-consultation.ts'
import { extendConsultation } from '../../src/modules/dialogues/extend-consultation.ts'
import { finishCounting } from '../../src/modules/dialogues/finish-counting.ts'
import { grantTalkRequest } from '../../src/modules/dialogues/grant-talk-request.ts'
import { hold } from '../../src/modules/dialogues/hold.ts'
import { linkConsultation } from '../../src/modules/dialogues/link-consultation.ts'
import { linkDialogue } from '../../src/modules/dialogues/link-dialogue.ts'
import { nameCounters } from '../../src/modules/dialogues/name-counters.ts'
import { noteProjectPromise } from '../../src/modules/dialogues/note-project-promise.ts'
import { noteTalk } from '../../src/modules/dialogues/note-talk.ts'
import { planDialogue } from '../../src/modules/dialogues/plan-dialogue.ts'
import { publishConsultation } from '../../src/modules/dialogues/publish-consultation.ts'
import { recordOpinion } from '../../src/modules/dialogues/record-opinion.ts'
import { recordProject } from '../../src/modules/dialogues/record-project.ts'
import { recordTalkRequest } from '../../src/modules/dialogues/record-talk-request.ts'
import { sendOpinion } from '../../src/modules/dialogues/send-opinion.ts'
import { checkOf, marksOf, newSlip, numbersIn, slipOf } from '../../src/modules/dialogues/signature-marks.ts'
import { startProject } from '../../src/modules/dialogues/start-project.ts'
import { type TalkRequestRow, tally } from '../../src/modules/dialogues/talk-request.ts'
import { weighOpinion } from '../../src/modules/dialogues/weigh-opinion.ts'
import { withdrawConsultation } from '../../src/modules/dialogues/withdraw-consultation.ts'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { check } from '../../src/platform/actions/check-command.ts'
import { NotOpen, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { fixDay } from '../../src/platform/clock.ts'
import { newTrackingCode } from '../../src/platform/tracking-code.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { Browser } from '../support/browser-less.ts'
import { type House, openHouse } from '../support/house.ts'
import { at, officer, person } from '../support/office.ts'

const published = '2026-08-03'
// 20 days on is a Sunday: the working day after it.
const last = '2026-08-24'
const after_last = '2026-08-25'

let house: House
let commune: string
let front: Viewer

before(async () => {
  house = await openHouse(published)
  commune = house.office.commune
  front = await officer(house.db, commune, 'front-supervisor', published, 'Lù Thị Mặt')
})
after(() => house.close())

const viewers = new Map<string, Viewer>()

/** Somebody of the house on a day; a citizen is `''`. */
async function on(name: string, day: string): Promise<Viewer> {
  if (name === '') return person(day)
  const key = `${name} ${day}`
  const known = viewers.get(key)
  if (known) return known
  const account = name === 'mat.tran' ? front.account_id! : house.people[name]!
  const viewer = await viewerOfAccount(house.db.pool, account, at(day))
  assert.ok(viewer)
  viewers.set(key, viewer)
  return viewer
}

type Call = [action: AnyAction, who: string, day: string, id: string, input: object, unit?: string]

async function take(...[action, who, day, id, input, unit = commune]: Call): Promise<string> {
  await perform(house.db, action, { viewer: await on(who, day), unit_id: unit, id, input, moment: at(day) })
  return id
}

const closed = (code: string, ...call: Call) =>
  assert.rejects(take(...call), (fault) => {
    assert.ok(fault instanceof NotOpen, String(fault))
    assert.equal(fault.code, code)
    return true
  })

const faulty = (code: string, ...call: Call) =>
  assert.rejects(take(...call), (fault) => {
    assert.ok(fault instanceof WrongInput, String(fault))
    assert.equal(fault.faults[0]?.code, code)
    return true
  })

const plan = () => ({
  title: 'Cầu bản qua suối tổ 5',
  kind: 'local-works',
  what: 'Cầu dài 12 m, thu hồi một phần đất vườn của các hộ ven suối.',
  investor: 'Ủy ban nhân dân phường',
  area_unit_ids: [commune],
})

const draft = () => ({
  matter: 'project-policy',
  title: 'Chủ trương làm cầu bản qua suối',
  what: 'Phương án tuyến và bồi thường.',
  asked_unit_ids: [commune],
  last_on: last,
})

/** A dialogue before a project, held on its day. */
async function heldDialogue(day: string): Promise<string> {
  const notice = Temporal.PlainDate.from(day).subtract({ days: 10 }).toString()
  const id = await take(planDialogue, 'chuyen.vien', notice, uuidv7(), {
    kind: 'before-project',
    title: 'Đối thoại về cầu bản',
    about: 'Tuyến, bồi thường, thời gian làm',
    mode: 'in-person',
    held_on: day,
    starts: '08:00',
    ends: '11:00',
    place: 'Nhà văn hóa tổ 5',
    chaired_by: 'Chủ tịch Ủy ban nhân dân phường',
  })
  await take(announce, 'chu.tich', notice, id, { notice_where: 'Bảng tin tổ 5' })
  await take(hold, 'chuyen.vien', day, id, { online: 0 })
  return id
}

test('no table can hold who agrees or who signed', async () => {
  const { rows } = await house.db.pool.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_name in ('project', 'consultation', 'opinion', 'talk_request', 'signature_mark')`,
  )
  assert.ok(rows.length > 60)
  const telling = /agree|consent|favou?r|against|vote(?!rs)|choice|household|signer|resident|ballot|dong_y/
  assert.deepEqual(
    rows.filter(({ column_name }) => telling.test(column_name)),
    [],
  )
  const marks = rows.filter((row) => row.table_name === 'signature_mark').map((row) => row.column_name)
  assert.deepEqual(marks.sort(), ['mark', 'request_id', 'round', 'unit_id'])
  // What a talk holds: nobody's name, nobody's answer to yes or no.
  assert.deepEqual(Object.keys(noteTalk.input.shape).sort(), [
    'answered',
    'asked',
    'held_on',
    'people',
    'place',
    'talk_id',
  ])
})

test('a project starts after twenty days of asking and a dialogue that was held', async () => {
  const id = await take(recordProject, 'van.thu', published, uuidv7(), plan())
  await closed('not-yours', announceProject, 'van.thu', published, id, {})
  await closed('not-in-this-state', startProject, 'chu.tich', published, id, { started_on: published })
  await take(announceProject, 'chu.tich', published, id, {})
  await closed('consultation-is-over-or-exempt', startProject, 'chu.tich', published, id, { started_on: published })
  const asked = uuidv7()
  await closed('not-yours', publishConsultation, 'van.thu', published, asked, draft())
  await faulty('fewer-days-than-the-law', publishConsultation, 'chu.tich', published, asked, {
    ...draft(),
    last_on: '2026-08-23',
  })
  await faulty('not-in-our-area', publishConsultation, 'chu.tich', published, asked, {
    ...draft(),
    asked_unit_ids: [house.office.neighbour],
  })
  await take(publishConsultation, 'chu.tich', published, asked, draft())
  await faulty('no-such-consultation', linkConsultation, 'van.thu', published, id, { consultation_id: uuidv7() })
  await take(linkConsultation, 'van.thu', published, id, { consultation_id: asked })
  await closed('consultation-is-linked-once', linkConsultation, 'van.thu', published, id, { consultation_id: asked })
  await closed('consultation-is-over-or-exempt', startProject, 'chu.tich', last, id, { started_on: last })
  await closed('dialogue-is-held-or-exempt', startProject, 'chu.tich', after_last, id, { started_on: after_last })
  await faulty('no-such-dialogue', linkDialogue, 'van.thu', published, id, { dialogue_id: uuidv7() })
  const dialogue = await heldDialogue('2026-08-27')
  await take(linkDialogue, 'van.thu', '2026-08-27', id, { dialogue_id: dialogue })
  await faulty('day-in-future', startProject, 'chu.tich', '2026-08-28', id, { started_on: '2026-08-29' })
  await faulty('consultation-still-ran', startProject, 'chu.tich', '2026-08-28', id, { started_on: last })
  await faulty('dialogue-came-later', startProject, 'chu.tich', '2026-08-28', id, { started_on: '2026-08-26' })
  await closed('not-yours', startProject, 'chuyen.vien', '2026-08-28', id, { started_on: '2026-08-28' })
  await take(startProject, 'chu.tich', '2026-08-28', id, { started_on: '2026-08-28' })
  const talk = { talk_id: uuidv7(), held_on: '2026-09-01', place: 'Tổ 5', people: 23, asked: 'Bao giờ xong?' }
  await closed('none-of-it-names-a-person', noteTalk, 'van.thu', '2026-09-02', id, {
    ...talk,
    answered: 'Ông Nguyễn Văn Bình sẽ được đền bù trước.',
  })
  await take(noteTalk, 'van.thu', '2026-09-02', id, { ...talk, answered: 'Trước mùa lũ.' })
  await faulty('noted-already', noteTalk, 'van.thu', '2026-09-02', id, { ...talk, answered: 'Trước mùa lũ.' })
  const promise = { promise_id: uuidv7(), text: 'Làm lối đi tạm cho 41 hộ', owner_unit_id: commune, force: 'ordered' }
  await closed('none-of-it-names-a-person', noteProjectPromise, 'van.thu', '2026-09-02', id, {
    ...promise,
    due_on: '2026-10-01',
    text: 'Trả tiền đất cho bà Mây.',
  })
  await take(noteProjectPromise, 'van.thu', '2026-09-02', id, { ...promise, due_on: '2026-10-01' })
  await faulty('promise-stands-already', noteProjectPromise, 'van.thu', '2026-09-02', id, {
    ...promise,
    due_on: '2026-11-01',
  })
  const origin = { origin_kind: 'project', unit_id: commune, id }
  assert.equal(await makeCommitments(house.db, origin, at('2026-09-02')), 1)
  assert.equal(await makeCommitments(house.db, origin, at('2026-09-02')), 0)
  await faulty('nothing-to-correct', correctProject, 'van.thu', '2026-09-02', id, { reason: 'Nhầm' })
  await take(correctProject, 'van.thu', '2026-09-02', id, { investor: 'Ban quản lý dự án', reason: 'Ghi thiếu' })
  await take(completeProject, 'chu.tich', '2026-09-20', id, { end_note: 'Cầu đã thông.' })
  await closed('not-in-this-state', changeArea, 'chu.tich', '2026-09-21', id, {
    area_unit_ids: [commune],
    reason: 'x',
  })
})

test('a project that moves asks and talks anew; an exemption has a ground, a number and a name', async () => {
  const province = house.office.province
  const { neighbour } = house.office
  const start = { started_on: '2026-09-10' }
  const id = await take(recordProject, 'chu.tich.tinh', published, uuidv7(), plan(), province)
  await take(announceProject, 'chu.tich.tinh', published, id, {}, province)
  const asked = await take(publishConsultation, 'chu.tich.tinh', published, uuidv7(), draft(), province)
  await take(linkConsultation, 'chu.tich.tinh', published, id, { consultation_id: asked }, province)
  const exemption = {
    from: 'dialogue',
    ground: 'held-by-another-body',
    why: 'Mặt trận phường đã đối thoại ngày 20/8.',
    number: 'Công văn 112/UBND',
    decided_on: '2026-08-21',
  }
  await closed('not-yours', exemptProject, 'van.thu', '2026-09-01', id, exemption, province)
  await faulty('day-in-future', exemptProject, 'chu.tich.tinh', '2026-08-20', id, exemption, province)
  await take(exemptProject, 'chu.tich.tinh', '2026-09-01', id, exemption, province)
  const moved = { area_unit_ids: [neighbour], reason: 'Đổi tuyến vì địa chất.' }
  await take(changeArea, 'chu.tich.tinh', '2026-09-02', id, moved, province)
  await faulty('nothing-to-correct', changeArea, 'chu.tich.tinh', '2026-09-02', id, moved, province)
  await closed('consultation-is-over-or-exempt', startProject, 'chu.tich.tinh', '2026-09-10', id, start, province)
  const days = { ...exemption, from: 'consultation-days', ground: 'emergency', number: 'Lệnh 5/LK' }
  await take(exemptProject, 'chu.tich.tinh', '2026-09-03', id, days, province)
  await closed('dialogue-is-held-or-exempt', startProject, 'chu.tich.tinh', '2026-09-10', id, start, province)
  await take(exemptProject, 'chu.tich.tinh', '2026-09-04', id, exemption, province)
  await take(startProject, 'chu.tich.tinh', '2026-09-10', id, start, province)
  const { rows } = await house.db.pool.query('select exemptions, moves from project where id = $1', [id])
  assert.deepEqual(
    [rows[0].exemptions[0].by, rows[0].exemptions[0].title, rows[0].moves.length],
    ['Giàng A Tỉnh', 'Chủ tịch Ủy ban nhân dân tỉnh', 1],
  )
  await take(abandonProject, 'chu.tich.tinh', '2026-09-12', id, { end_note: 'Không đủ vốn.' }, province)
})

test('an opinion is sent, weighed and answered by the explanation; its words and sender stay where they are', async () => {
  const id = await take(publishConsultation, 'chu.tich', published, uuidv7(), draft())
  const clerk = await Browser.signedIn(house, 'van.thu')
  const head = await Browser.signedIn(house, 'chu.tich')
  const citizen = new Browser(house, '10.0.0.9')
  const address = `/lay-y-kien/${commune}/${id}`
  const desk = `/cong-trinh/lay-y-kien/${commune}/${id}`
  const form = await citizen.get(address)
  assert.match(form.text, /còn 21 ngày/)
  const empty = await form.submit({ text: '' })
  assert.equal(empty.status, 422)
  const sent = await form.submit({ text: 'Xin dịch cầu lên phía trên đình làng.', sender_name: 'Lý Thị Mây' })
  assert.equal(sent.status, 200, sent.text.slice(0, 400))
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(sent.text)?.[0] ?? ''
  const own = await citizen.track(code)
  assert.match(own.text, /đang xem xét/)
  const stranger = await new Browser(house, '10.0.0.8').get(own.url)
  assert.equal(stranger.status, 404)
  const paper = await clerk.get(`${desk}/record-opinion`)
  const wrong = await paper.submit({
    source: 'meeting',
    received_on: '02/08/2026',
    people: '14',
    text: 'Làm cả lan can.',
  })
  assert.match(wrong.summary, /trong thời gian lấy ý kiến/)
  const noted = await paper.submit({ source: 'meeting', received_on: published, people: '14', text: 'Làm cả lan can.' })
  assert.equal(noted.status, 303, noted.text.slice(0, 400))
  const early = await clerk.get(`${desk}/close`)
  assert.match(early.text, /Chưa qua ngày cuối/)
  fixDay(after_last)
  try {
    const late = await form.submit({ text: 'Gửi muộn', id: uuidv7(), code: newTrackingCode('000') })
    assert.equal(late.status, 409)
    assert.match(late.summary, /đã kết thúc/)
    assert.match(late.html, /Gửi muộn/)
    assert.equal((await (await clerk.get(`${desk}/close`)).submit({})).status, 303)
    const explanation = { explanation: 'Đã bổ sung lan can; giữ vị trí cầu vì địa chất.' }
    const owed = await (await head.get(`${desk}/explain`)).submit(explanation)
    assert.equal(owed.status, 409)
    assert.match(owed.summary, /Còn ý kiến chưa được xem xét/)
    const { rows } = await house.db.pool.query(
      'select id, source from opinion where consultation_id = $1 order by id',
      [id],
    )
    for (const row of rows) {
      const weigh = await clerk.get(`/cong-trinh/gop-y/${commune}/${row.id}/weigh`)
      const named = await weigh.submit({ gist: 'Bà Lý Thị Mây xin dịch cầu', outcome: 'not-taken', why: 'Địa chất.' })
      assert.equal(named.status, 409)
      // The sender's own name is found without a title before it.
      const bare = { gist: 'Lý Thị Mây xin dịch cầu', outcome: 'not-taken', why: 'Địa chất.' }
      if (row.source === 'portal') assert.equal((await weigh.submit(bare)).status, 409)
      const gist = row.source === 'portal' ? 'Dịch cầu lên phía trên' : 'Làm lan can'
      const outcome = row.source === 'portal' ? 'not-taken' : 'taken'
      assert.equal((await weigh.submit({ gist, outcome, why: `Lý do: ${gist}.` })).status, 303)
    }
    assert.doesNotMatch((await citizen.get(address)).text, /Dịch cầu/)
    const naming = { explanation: 'Theo ý Lý Thị Mây, đã xem lại vị trí cầu.' }
    assert.equal((await (await head.get(`${desk}/explain`)).submit(naming)).status, 409)
    // A superior reads what was said and not who said it.
    const above = await Browser.signedIn(house, 'chu.tich.tinh')
    for (const row of rows) {
      const page = (browser: Browser) => browser.get(`/cong-trinh/gop-y/${commune}/${row.id}`)
      if (row.source === 'portal') assert.match((await page(clerk)).text, /Lý Thị Mây/)
      assert.match((await page(above)).text, /Địa chất|Làm cả lan can|đình làng/)
      assert.doesNotMatch((await page(above)).text, /Mây/)
    }
    assert.equal((await (await head.get(`${desk}/explain`)).submit(explanation)).status, 303)
    const open = await citizen.get(address)
    assert.match(open.text, /Không tiếp thu.*1 người/)
    assert.match(open.text, /Tiếp thu\..*14 người/)
    assert.doesNotMatch(open.text, /đình làng|Mây/)
    assert.match((await citizen.get(own.url)).text, /Không tiếp thu\. Lý do: Dịch cầu lên phía trên/)
    assert.match((await citizen.get('/du-an')).text, /Chủ trương làm cầu bản qua suối/)
  } finally {
    fixDay(published)
  }
  await closed('explanation-is-not-published', weighOpinion, 'van.thu', after_last, (await opinionOf(id)).id, {
    gist: 'Khác',
    outcome: 'taken',
    why: 'Khác',
  })
  await closed('consultation-takes-paper', recordOpinion, 'van.thu', after_last, uuidv7(), {
    consultation_id: id,
    source: 'paper',
    received_on: published,
    people: 1,
    text: 'x',
  })
})

async function opinionOf(id: string): Promise<{ id: string }> {
  const { rows } = await house.db.pool.query<{ id: string }>(
    'select id from opinion where consultation_id = $1 limit 1',
    [id],
  )
  return rows[0]!
}

test('where most people wanted it otherwise, the explanation says why; where half did, it need not', async () => {
  for (const [against, owed] of [
    [10, false],
    [11, true],
  ] as const) {
    const id = await take(publishConsultation, 'chu.tich', published, uuidv7(), draft())
    for (const [people, outcome] of [
      [against, 'not-taken'],
      [10, 'taken'],
    ] as const) {
      const input = { consultation_id: id, source: 'meeting', received_on: published, people, text: 'Làm ở phía trên.' }
      const opinion = await take(recordOpinion, 'van.thu', published, uuidv7(), input)
      await take(weighOpinion, 'van.thu', published, opinion, { gist: `Ý kiến ${outcome}`, outcome, why: 'Địa chất.' })
    }
    await take(closeConsultation, 'van.thu', after_last, id, {})
    const explanation = { explanation: 'Giữ vị trí cầu.' }
    if (owed) await faulty('most-wanted-otherwise', explainConsultation, 'chu.tich', after_last, id, explanation)
    const why = owed ? { otherwise: 'Khoan thăm dò cho thấy phía trên là đất trượt.' } : {}
    await take(explainConsultation, 'chu.tich', after_last, id, { ...explanation, ...why })
  }
})

test('a consultation is made longer, never shorter; withdrawn, it is asked no more', async () => {
  const id = await take(publishConsultation, 'chu.tich', published, uuidv7(), draft())
  await faulty('only-later', extendConsultation, 'chu.tich', published, id, { last_on: last })
  await take(extendConsultation, 'chu.tich', published, id, { last_on: '2026-09-10' })
  await closed('its-last-day-has-passed', closeConsultation, 'van.thu', after_last, id, {})
  await take(correctConsultation, 'van.thu', published, id, { title: 'Chủ trương làm cầu', reason: 'Gọn hơn' })
  const opinion = { consultation_id: id, text: 'Nên làm.', code: newTrackingCode('000') }
  const sent = await take(sendOpinion, '', after_last, uuidv7(), opinion)
  await faulty('words-of-the-sender', correctOpinion, 'van.thu', after_last, sent, { text: 'Không nên.', reason: 'x' })
  await take(withdrawConsultation, 'chu.tich', after_last, id, { end_note: 'Không làm nữa.' })
  await closed('consultation-is-open', sendOpinion, '', after_last, uuidv7(), {
    ...opinion,
    code: newTrackingCode('000'),
  })
  await closed('not-in-this-state', explainConsultation, 'chu.tich', after_last, id, { explanation: 'x' })
})

/** An identity number of a made-up voter. */
const identity = (nth: number) => `0102${String(60 + (nth % 40)).padStart(2, '0')}${String(nth).padStart(6, '0')}`

const request = (voters: number) => ({
  subject: 'Bãi rác tạm ở tổ 7',
  what: 'Đối thoại về việc dời bãi rác tạm.',
  asked_on: '2026-08-01',
  voters,
  voters_source: 'Danh sách cử tri bầu cử Hội đồng nhân dân',
  voters_on: '2026-07-31',
})

const counters = () => ({ first_counter_id: house.people['chuyen.vien'], second_counter_id: front.account_id })

async function rowOf(id: string): Promise<TalkRequestRow> {
  const { rows } = await house.db.pool.query<TalkRequestRow>('select * from talk_request where id = $1', [id])
  return rows[0]!
}

test('1,230 of 1,234 signatures are not enough; afterwards nobody can be read back', async () => {
  const day = published
  const id = await take(recordTalkRequest, 'van.thu', day, uuidv7(), request(12_340))
  await faulty('before-its-law', recordTalkRequest, 'van.thu', day, uuidv7(), {
    ...request(10),
    asked_on: '2025-06-30',
  })
  await closed('not-yours', nameCounters, 'van.thu', day, id, counters())
  await faulty('two-different-persons', nameCounters, 'chu.tich', day, id, {
    ...counters(),
    second_counter_id: house.people['chuyen.vien'],
  })
  // The head who is asked for the dialogue counts no signatures.
  await faulty('not-an-officer-here', nameCounters, 'chu.tich', day, id, {
    ...counters(),
    first_counter_id: house.people['chu.tich'],
  })
  await take(nameCounters, 'chu.tich', day, id, counters())
  const slip = newSlip('000')
  const row = { id, round: 1 }
  const sheet = { sheet: 1, lines: 1, not_voters: 0, unreadable: 0, marks: marksOf(slip, row, [identity(1)]) }
  await closed('key-is-drawn', enterSheet, 'chuyen.vien', day, id, sheet)
  await closed('not-yours', drawKey, 'mat.tran', day, id, { key_check: checkOf(slip) })
  await take(drawKey, 'chuyen.vien', day, id, { key_check: checkOf(slip) })
  await closed('key-is-not-drawn', drawKey, 'chuyen.vien', day, id, { key_check: checkOf(newSlip('000')) })
  await closed('not-yours', enterSheet, 'van.thu', day, id, sheet)
  await closed('both-counted-every-sheet', finishCounting, 'chuyen.vien', day, id, {})
  // 1,234 lines on seven sheets: two struck, two who signed twice.
  const lines = Array.from({ length: 1232 }, (_, nth) => identity(nth < 1230 ? nth : nth - 1230))
  for (let at_line = 0, nth = 1; at_line < lines.length; at_line += 176, nth++) {
    const numbers = lines.slice(at_line, at_line + 176)
    const struck = nth === 7 ? 2 : 0
    const input = { sheet: nth, lines: numbers.length + struck, not_voters: struck, unreadable: 0 }
    await faulty('lines-do-not-add-up', enterSheet, 'chuyen.vien', day, id, {
      ...input,
      lines: input.lines - 1,
      marks: marksOf(slip, row, numbers),
    })
    await take(enterSheet, 'chuyen.vien', day, id, { ...input, marks: marksOf(slip, row, numbers) })
    if (nth === 1) await faulty('sheet-stands-already', enterSheet, 'chuyen.vien', day, id, { ...sheet, lines: 1 })
    await closed('not-yours', checkSheet, 'chuyen.vien', day, id, { sheet: nth, lines: 1, struck: 0 })
    await take(checkSheet, 'mat.tran', day, id, { sheet: nth, lines: input.lines + (nth === 3 ? 1 : 0), struck })
  }
  await faulty('no-such-sheet', checkSheet, 'mat.tran', day, id, { sheet: 99, lines: 1, struck: 0 })
  await closed('both-counted-every-sheet', finishCounting, 'mat.tran', day, id, {})
  await take(checkSheet, 'mat.tran', day, id, { sheet: 3, lines: 176, struck: 0 })
  const marks = async () =>
    (await house.db.pool.query('select mark from signature_mark where request_id = $1', [id])).rows
  assert.equal((await marks()).length, 1230)
  await take(finishCounting, 'mat.tran', day, id, {})
  await destroyMarks({ unit_id: commune, id }, { app: house.db, worker: house.worker, config: null! })
  assert.deepEqual(await marks(), [])
  const counted = await rowOf(id)
  assert.deepEqual(
    [counted.lines, counted.struck, counted.repeated, counted.valid, counted.needed, counted.key_check],
    [1234, 2, 2, 1230, 1234, null],
  )
  await closed('enough-voters-ask', grantTalkRequest, 'chu.tich', day, id, {})
  const page = await (await Browser.signedIn(house, 'van.thu')).get(`/cong-trinh/yeu-cau/${commune}/${id}`)
  assert.match(page.text, /Chưa đủ: 1\.230 chữ ký hợp lệ, cần 1\.234, còn thiếu 4\./)
  // Neither numbers, nor slip, nor marks stand anywhere in what is kept.
  const { rows } = await house.owner.pool.query<{ told: string }>(
    `select string_agg(p.input::text || p.changed::text || encode(coalesce(p.input_digest, ''), 'hex') || e.numbers::text, '') as told
     from event e join payload p using (unit_id, record_id, seq) where e.record_id = $1`,
    [id],
  )
  const kept = (rows[0]?.told ?? '') + JSON.stringify(counted)
  for (const secret of [...lines.slice(0, 50), slip, ...marksOf(slip, row, lines.slice(0, 50))])
    assert.ok(!kept.includes(secret), secret)
  await take(declineTalkRequest, 'chu.tich', day, id, { end_note: 'Phường sẽ làm việc với tổ 7 trong tháng 8.' })
  await closed('not-in-this-state', countAgain, 'chu.tich', day, id, { reason: 'x' })
  await faulty('has-ended', correctTalkRequest, 'van.thu', day, id, { voters: 10, reason: 'x' })
  const open = await new Browser(house).get('/du-an')
  assert.match(open.text, /còn thiếu 4/)
})

test('a slip of another count opens nothing; counted again, what stood before is gone', async () => {
  const day = published
  const id = await take(recordTalkRequest, 'van.thu', day, uuidv7(), request(20))
  await take(nameCounters, 'chu.tich', day, id, counters())
  const first = await Browser.signedIn(house, 'chuyen.vien')
  const path = `/cong-trinh/yeu-cau/${commune}/${id}`
  const draw = await first.get(`${path}/draw-key`)
  const second_tab = await first.get(`${path}/draw-key`)
  const drawn = await draw.submit({})
  const slipOn = (html: string) => /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){5}/.exec(html.replace(/<[^>]*>/g, ''))?.[0] ?? ''
  const slip = slipOn(drawn.html)
  assert.equal(drawn.status, 200)
  // The form sent twice shows the key that counts; one drawn in another window beside it is none.
  assert.equal(slipOn((await draw.submit({})).html), slip)
  const late = await second_tab.submit({})
  assert.deepEqual([late.status, slipOn(late.html)], [409, ''])
  assert.equal((await first.get(`${path}/draw-key`)).status, 409)
  const typed = (numbers: string[]) => ({ lines: String(numbers.length), numbers: numbers.join('\n') })
  const sheet = await first.get(`${path}/enter-sheet`)
  const wrong = await sheet.submit(typed(['123']))
  assert.match(wrong.summary, /Dòng 1 không phải là 12 chữ số/)
  assert.equal((await sheet.submit(typed([identity(1), identity(1)]))).status, 303)
  // Sent twice it is one sheet; another sheet from a page opened before is not lost.
  assert.equal((await sheet.submit(typed([identity(1), identity(1)]))).status, 303)
  assert.equal((await sheet.submit({ ...typed([identity(2)]), sheet: '2' })).status, 303)
  assert.deepEqual(
    (await rowOf(id)).sheets.map((one) => [one.sheet, one.lines, one.repeated]),
    [
      [1, 2, 1],
      [2, 1, 0],
    ],
  )
  // Another browser of the same person holds no slip: it is asked for, and another one is refused.
  const other = await Browser.signedIn(house, 'chuyen.vien')
  const asked = await other.get(`${path}/enter-sheet`)
  assert.match(asked.text, /Khóa trên phiếu/)
  assert.equal((await asked.submit({ slip: newSlip('000') })).status, 422)
  assert.equal((await asked.submit({ slip })).status, 303)
  assert.match((await other.get(`${path}/enter-sheet`)).text, /Số định danh/)
  // Who does not count sees no such page; while it is counted nobody is told who signed twice.
  const clerk = await Browser.signedIn(house, 'van.thu')
  assert.equal((await clerk.get(`${path}/enter-sheet`)).status, 404)
  assert.doesNotMatch((await clerk.get(path)).text, /Ký trùng/)
  await take(countAgain, 'chu.tich', day, id, { reason: 'Mất phiếu' })
  await destroyMarks({ unit_id: commune, id }, { app: house.db, worker: house.worker, config: null! })
  const { rows } = await house.db.pool.query('select from signature_mark where request_id = $1', [id])
  assert.equal(rows.length, 0)
  await take(nameCounters, 'chu.tich', day, id, counters())
  const again = await rowOf(id)
  assert.deepEqual([again.round, again.sheets.length, slipOf(slip, again.key_check)], [2, 0, null])
  const fresh = newSlip('000')
  await take(drawKey, 'chuyen.vien', day, id, { key_check: checkOf(fresh) })
  const marks = marksOf(fresh, { id, round: 2 }, [identity(1), identity(2)])
  await take(enterSheet, 'chuyen.vien', day, id, { sheet: 1, lines: 2, not_voters: 0, unreadable: 0, marks })
  // A late job of the round before leaves the new one alone.
  await destroyMarks({ unit_id: commune, id }, { app: house.db, worker: house.worker, config: null! })
  await take(checkSheet, 'mat.tran', day, id, { sheet: 1, lines: 2, struck: 0 })
  await first.get(path)
  assert.ok(first.holds('gandan.dem'))
  await take(finishCounting, 'chuyen.vien', day, id, {})
  // The browser that counted forgets its slip when it looks at the count that is over.
  await first.get(path)
  assert.ok(!first.holds('gandan.dem'))
  assert.deepEqual([(await rowOf(id)).valid, (await rowOf(id)).needed], [2, 2])
  await closed('too-few-voters-ask', declineTalkRequest, 'chu.tich', day, id, { end_note: 'x' })
  await take(grantTalkRequest, 'chu.tich', day, id, {})
})

test('whatever the order and the sheets: valid signers are the different ones, and ten per cent is exact', () => {
  const slip = newSlip('000')
  const count = { id: uuidv7(), round: 1 }
  const sheets = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), { maxLength: 6 })
  const validOf = (drawn: readonly (readonly number[])[]) => {
    const known = new Set<string>()
    let record = { sheets: [], round: 1 } as unknown as TalkRequestRow
    for (const [nth, people] of drawn.entries()) {
      const marks = marksOf(slip, count, people.map(identity))
      const lines = people.length + 1
      const input = { sheet: nth + 1, lines, not_voters: 1, unreadable: 0, marks }
      const situation = { record, input, facts: null, id: count.id } as unknown as Parameters<
        typeof enterSheet.decide
      >[0]
      const { change, rows } = enterSheet.decide(situation, new Set(marks.filter((mark) => known.has(mark))))
      for (const row of rows?.[0]?.rows ?? []) known.add(String(row['mark']).slice(2))
      record = { ...record, ...change }
    }
    return tally(record.sheets).valid
  }
  fc.assert(
    fc.property(sheets, (drawn) => {
      const different = new Set(drawn.flat()).size
      assert.equal(validOf(drawn), different)
      assert.equal(validOf([...drawn].reverse().map((one) => [...one].reverse())), different)
    }),
    { numRuns: 60 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (voters) => {
      const needed = signaturesNeeded(voters, { percent: 10 })
      assert.ok(needed * 10 >= voters && (needed - 1) * 10 < voters)
    }),
  )
  assert.deepEqual(
    [12_340, 12_341, 12_331, 9, 10, 11].map((voters) => signaturesNeeded(voters, { percent: 10 })),
    [1234, 1235, 1234, 1, 1, 2],
  )
  // The order of the sheet does not show in the marks; the same person is another mark in another count.
  const two = [identity(1), identity(2)]
  assert.deepEqual(marksOf(slip, count, two), marksOf(slip, count, two.toReversed()))
  assert.notDeepEqual(marksOf(slip, count, two), marksOf(slip, { ...count, round: 2 }, two))
  assert.notDeepEqual(marksOf(slip, count, two), marksOf(newSlip('000'), count, two))
  assert.deepEqual(numbersIn('001 099 000 001\n\n12\n001099000002'), {
    numbers: ['001099000001', '001099000002'],
    wrong: [3],
  })
})

test('what is owed a year is held against what was held, each figure with its records and the head of the day', async () => {
  const head = await on('chu.tich', '2026-11-20')
  const year = { year: 2026, half: false }
  const before_it = await dutyLines(head, house.db.pool, year)
  const periodic = (lines: typeof before_it) => lines.find((one) => one.kind === 'periodic' && one.unit_id === commune)
  assert.deepEqual([periodic(before_it)?.required, periodic(before_it)?.held], [1, 0])
  const id = await take(planDialogue, 'chuyen.vien', '2026-10-01', uuidv7(), {
    kind: 'periodic',
    title: 'Đối thoại định kỳ năm 2026',
    about: 'Việc của phường',
    mode: 'in-person',
    held_on: '2026-10-15',
    starts: '08:00',
    ends: '11:00',
    place: 'Hội trường phường',
    chaired_by: 'Chủ tịch Ủy ban nhân dân phường',
  })
  await take(announce, 'chu.tich', '2026-10-02', id, { notice_where: 'Cổng thông tin' })
  assert.equal(periodic(await dutyLines(head, house.db.pool, year))?.held, 0)
  await take(hold, 'chuyen.vien', '2026-10-15', id, { online: 0 })
  assert.equal(periodic(await dutyLines(head, house.db.pool, year))?.held, 1)
  assert.equal(periodic(await dutyLines(head, house.db.pool, { year: 2026, half: true }))?.held, 0)
  const asked = { ...year, unit_id: commune, kind: 'periodic' }
  const found = await countedDialogues(head, house.db.pool, asked)
  assert.deepEqual(
    found?.rows.map((one) => [one.id, one.head]),
    [[id, 'Trần Thị Chủ']],
  )
  const province = await dutyLines(await on('chu.tich.tinh', '2026-11-20'), house.db.pool, year)
  assert.ok(province.some((one) => one.unit_id === house.office.neighbour && one.held === 0))
  assert.equal(await countedDialogues(await on('chu.tich.ban', '2026-11-20'), house.db.pool, asked), null)
  const browser = await Browser.signedIn(house, 'chu.tich')
  const page = await browser.get('/cong-trinh/nghia-vu?nam=2026')
  assert.match(page.text, /Đối thoại định kỳ/)
  assert.match((await browser.get(`/cong-trinh/nghia-vu/${commune}/periodic?nam=2026`)).text, /Trần Thị Chủ/)
})

test('the conference with the Front names it, that of the residents its village', async () => {
  const day = '2026-11-02'
  const conference = {
    kind: 'front-conference',
    title: 'Hội nghị trao đổi, đối thoại',
    about: 'Việc của phường',
    mode: 'in-person',
    held_on: '2026-11-16',
    starts: '08:00',
    ends: '11:00',
    place: 'Hội trường phường',
    chaired_by: 'Chủ tịch Ủy ban nhân dân và Chủ tịch Ủy ban Mặt trận phường',
  }
  await faulty('front-is-named', planDialogue, 'chuyen.vien', day, uuidv7(), conference)
  const residents = { ...conference, kind: 'residents-conference', chaired_by: 'Tổ trưởng tổ 5' }
  await faulty('village-is-named', planDialogue, 'chuyen.vien', day, uuidv7(), residents)
  const village = await unitUnder(commune, 'village', 'Tổ 5')
  const id = await take(planDialogue, 'chuyen.vien', day, uuidv7(), { ...residents, with_unit_id: village })
  // Five days before, and not one later (LTHDC 2022 Đ33).
  await closed('notice-is-in-time', announce, 'chu.tich', '2026-11-12', id, { notice_where: 'Bảng tin tổ 5' })
  const line = async () => {
    const lines = await dutyLines(await on('chu.tich', '2026-11-20'), house.db.pool, { year: 2026, half: false })
    return lines.find((one) => one.kind === 'residents-conference')
  }
  assert.deepEqual([(await line())?.required, (await line())?.held], [1, 0])
  await take(announce, 'chu.tich', '2026-11-10', id, { notice_where: 'Bảng tin tổ 5' })
  await take(hold, 'chuyen.vien', '2026-11-16', id, { online: 0 })
  assert.deepEqual([(await line())?.required, (await line())?.held], [1, 1])
})

/** A territory under another, since 2020. */
async function unitUnder(parent: string, level: 'village' | 'commune', name: string): Promise<string> {
  const id = uuidv7()
  const { pool } = house.owner
  await pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [id])
  await pool.query(
    `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level)
     values ($1, '[2020-01-01,)', $2, $3, $3, $3, $4)`,
    [id, parent, name, level],
  )
  await pool.query(
    `insert into unit_ancestry (unit_id, ancestor_id, valid, depth)
     select $1::uuid, ancestor_id, '[2020-01-01,)'::daterange, depth + 1 from unit_ancestry where unit_id = $2
     union all select $1::uuid, $1::uuid, '[2020-01-01,)'::daterange, 0`,
    [id, parent],
  )
  return id
}

test('communes merged meanwhile need no asking anew; a village of a commune that was asked needs none either', async () => {
  const { province } = house.office
  const old = await unitUnder(province, 'commune', 'Xã Cũ')
  const merged = await unitUnder(province, 'commune', 'Xã Mới')
  const id = await take(
    recordProject,
    'chu.tich.tinh',
    published,
    uuidv7(),
    { ...plan(), area_unit_ids: [old] },
    province,
  )
  await take(announceProject, 'chu.tich.tinh', published, id, {}, province)
  const draftThere = { ...draft(), asked_unit_ids: [old] }
  const asked = await take(publishConsultation, 'chu.tich.tinh', published, uuidv7(), draftThere, province)
  await take(linkConsultation, 'chu.tich.tinh', published, id, { consultation_id: asked }, province)
  const exemption = {
    from: 'dialogue',
    ground: 'disaster',
    why: 'Lũ quét.',
    number: 'Lệnh 7/LK',
    decided_on: published,
  }
  await take(exemptProject, 'chu.tich.tinh', published, id, exemption, province)
  const { pool } = house.owner
  for (const table of ['unit_period', 'unit_ancestry'])
    await pool.query(`update ${table} set valid = daterange(lower(valid), '2026-09-01') where unit_id = $1`, [old])
  await pool.query(`insert into unit_successor (from_id, to_id, succeeded_on) values ($1, $2, '2026-09-01')`, [
    old,
    merged,
  ])
  // A unit that is no more still opens what was held while it stood.
  const chairman = await on('chu.tich.tinh', '2027-02-01')
  const figure = { year: 2026, half: true, unit_id: old, kind: 'periodic' }
  assert.ok((await dutyLines(chairman, house.db.pool, figure)).some((one) => one.unit_id === old))
  assert.equal((await countedDialogues(chairman, house.db.pool, figure))?.unit, 'Xã Cũ')
  // The village lies in the commune that took over.
  const village = await unitUnder(merged, 'village', 'Thôn Mới')
  await take(changeArea, 'chu.tich.tinh', '2026-09-02', id, { area_unit_ids: [village], reason: 'Gọn lại.' }, province)
  await take(startProject, 'chu.tich.tinh', '2026-09-03', id, { started_on: '2026-09-03' }, province)
})

test('what happened folds back to what stands', async () => {
  const report = await check(house.owner.pool, house.data)
  assert.deepEqual(report.faults, [])
})
