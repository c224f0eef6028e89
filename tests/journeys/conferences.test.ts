/** The six-month conference of a province online with its communes: invited, attended from rooms, concluded, and followed until kept. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmKept } from '../../src/modules/commitments/confirm-kept.ts'
import { makeCommitments } from '../../src/modules/commitments/make-commitments.ts'
import { reportKept } from '../../src/modules/commitments/report-kept.ts'
import { addItem } from '../../src/modules/conferences/add-item.ts'
import { answerInvitation } from '../../src/modules/conferences/answer-invitation.ts'
import { cancel } from '../../src/modules/conferences/cancel.ts'
import { close } from '../../src/modules/conferences/close.ts'
import { conclude } from '../../src/modules/conferences/conclude.ts'
import { correct } from '../../src/modules/conferences/correct.ts'
import { dropFinding } from '../../src/modules/conferences/drop-finding.ts'
import { dropGuest } from '../../src/modules/conferences/drop-guest.ts'
import { dropItem } from '../../src/modules/conferences/drop-item.ts'
import { dropPromise } from '../../src/modules/conferences/drop-promise.ts'
import { dropRoom } from '../../src/modules/conferences/drop-room.ts'
import { dropSpeech } from '../../src/modules/conferences/drop-speech.ts'
import { hold } from '../../src/modules/conferences/hold.ts'
import { invite } from '../../src/modules/conferences/invite.ts'
import { issueProgramme } from '../../src/modules/conferences/issue-programme.ts'
import { listGuests } from '../../src/modules/conferences/list-guests.ts'
import { attendedOf, type MeetingRow, meeting, spokenHost } from '../../src/modules/conferences/meeting.ts'
import { move } from '../../src/modules/conferences/move.ts'
import { nameHost } from '../../src/modules/conferences/name-host.ts'
import { noteAttendance } from '../../src/modules/conferences/note-attendance.ts'
import { notePromise } from '../../src/modules/conferences/note-promise.ts'
import { plan } from '../../src/modules/conferences/plan.ts'
import { invitationsUnanswered } from '../../src/modules/conferences/queries.ts'
import { recordSpeech } from '../../src/modules/conferences/record-speech.ts'
import { sendGuestMail } from '../../src/modules/conferences/tell-guests.ts'
import { sendTopicDigests } from '../../src/modules/conferences/topic-digest.ts'
import { writeConclusion } from '../../src/modules/conferences/write-conclusion.ts'
import { writeFinding } from '../../src/modules/conferences/write-finding.ts'
import { composeLetter, isLetterKind } from '../../src/modules/notices/letters.ts'
import { readMailConfig } from '../../src/modules/notices/notice.ts'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { check } from '../../src/platform/actions/check-command.ts'
import { NotOpen, Stale, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { Browser } from '../support/browser-less.ts'
import { type House, openHouse } from '../support/house.ts'
import { at } from '../support/office.ts'

// The house lives on the day of the conference; what comes before is performed on earlier days.
const today = '2026-07-14'
let house: House
let province: Viewer
let commune: Viewer
let clerk: Viewer
let neighbour: Viewer
const id = uuidv7()

before(async () => {
  house = await openHouse(today)
  const of = async (name: string) => {
    const viewer = await viewerOfAccount(house.db.pool, house.people[name]!, at(today))
    assert.ok(viewer)
    return viewer
  }
  province = await of('chu.tich.tinh')
  commune = await of('chu.tich')
  clerk = await of('van.thu')
  neighbour = await of('chu.tich.ban')
})
after(() => house.close())

const take = (
  action: AnyAction,
  viewer: Viewer,
  input: object,
  of: { day?: string; id?: string; unit?: string } = {},
) =>
  perform(house.db, action, {
    viewer,
    unit_id: of.unit ?? house.office.province,
    id: of.id ?? id,
    input,
    moment: at(of.day ?? today),
  })

const closed = (code: string, ...call: Parameters<typeof take>) =>
  assert.rejects(take(...call), (fault) => {
    assert.ok(fault instanceof NotOpen, String(fault))
    assert.equal(fault.code, code)
    return true
  })

const faulty = (code: string, ...call: Parameters<typeof take>) =>
  assert.rejects(take(...call), (fault) => {
    assert.ok(fault instanceof WrongInput, String(fault))
    assert.equal(fault.faults[0]?.code, code)
    return true
  })

async function row(of = id): Promise<MeetingRow> {
  const { rows } = await house.db.pool.query<MeetingRow>('select * from meeting where id = $1', [of])
  assert.ok(rows[0])
  return rows[0]
}

const lettersOf = async (kind: string) =>
  (
    await house.db.pool.query('select * from document where record_id = $1 and kind = $2 order by seq, number', [
      id,
      kind,
    ])
  ).rows

const planned = {
  kind: 'conference',
  title: 'Sơ kết công tác dân vận chính quyền 6 tháng đầu năm 2026',
  mode: 'both',
  place: 'Hội trường tầng 2',
  is_public: true,
  period: '2026-6m',
  held_on: '2026-07-10',
  starts: '08:00',
  ends: '11:30',
} as const

const guestOf = async (unit_id: string) => (await row()).invited.find((one) => one.unit_id === unit_id)!

test('a province plans it, with several organisers, and only a unit of its own may', async () => {
  const day = '2026-06-20'
  await closed('not-yours', plan, neighbour, planned, { day })
  await faulty('ends-before-it-starts', plan, province, { ...planned, ends: '07:00' }, { day })
  await faulty('required', plan, province, { ...planned, place: undefined }, { day })
  await take(plan, province, planned, { day })
  await take(
    nameHost,
    province,
    { role: 'organiser', unit_name: 'Ban Thường trực Ủy ban Mặt trận Tổ quốc tỉnh' },
    { day },
  )
  await take(nameHost, province, { role: 'chair', unit_id: house.office.province, person: 'Ông Giàng A Tỉnh' }, { day })
  await faulty('unit-or-name', nameHost, province, { role: 'chair' }, { day })
  await faulty('unit-does-not-stand', nameHost, province, { role: 'chair', unit_id: uuidv7() }, { day })
  assert.deepEqual(
    (await row()).hosts.map((one) => one.unit),
    ['Tỉnh Lào Cai', 'Ban Thường trực Ủy ban Mặt trận Tổ quốc tỉnh', 'Tỉnh Lào Cai'],
  )
})

test('all communes are listed with a room each; nothing goes out before the head invites', async () => {
  const day = '2026-06-22'
  await closed('somebody-waits-for-an-invitation', invite, province, { answer_by: '2026-07-05' }, { day })
  await take(listGuests, province, { group: 'communes', with_rooms: true }, { day })
  await faulty('nobody-new', listGuests, province, { group: 'communes' }, { day })
  await faulty('no-cluster-named', listGuests, province, { group: 'cluster' }, { day })
  await take(
    listGuests,
    province,
    { group: 'chosen', names: 'Bộ Chỉ huy Quân sự tỉnh\nTrường Chính trị tỉnh' },
    { day },
  )
  const { invited, rooms } = await row()
  assert.deepEqual(
    invited.map((one) => one.name),
    ['Phường Cam Đường', 'Xã Bảo Yên', 'Bộ Chỉ huy Quân sự tỉnh', 'Trường Chính trị tỉnh'],
  )
  assert.deepEqual(
    rooms.map((one) => one.name),
    ['Hội trường tầng 2', 'Phường Cam Đường', 'Xã Bảo Yên'],
  )
  assert.equal((await lettersOf('meeting-invitation')).length, 0)
  // A guest sees nothing yet.
  await closed('not-yours', answerInvitation, commune, { guest_id: invited[0]!.id, coming: false }, { day })
})

test('a chair is read as a head of that unit, the word for its kind said once', () => {
  const said = (person: string | null, unit: string) => spokenHost({ person, unit })
  assert.equal(said('Chủ tịch Ủy ban nhân dân tỉnh', 'Tỉnh Lào Cai'), 'Chủ tịch Ủy ban nhân dân tỉnh Lào Cai')
  assert.equal(said('Trưởng ban', 'Ban Dân vận'), 'Trưởng ban, Ban Dân vận')
  assert.equal(said(null, 'Sở Nội vụ'), 'Sở Nội vụ')
})

test('a unit that is not near is found by its name, without marks, and stays in a form that was refused', async () => {
  const own = uuidv7()
  const of = { id: own, unit: house.office.commune }
  await take(plan, clerk, { ...planned, title: 'Gặp mặt', is_public: false, held_on: today }, of)
  const desk = await Browser.signedIn(house, 'van.thu')
  const path = `/hoi-hop/${house.office.commune}/${own}/list-guests`
  const country = house.office.country
  assert.doesNotMatch((await desk.get(path)).html, new RegExp(country))
  assert.match((await desk.get(`${path}?tim=khong co dau`)).text, /Không tìm thấy/)
  const found = await desk.get(`${path}?tim=viet nam`)
  assert.match(found.html, new RegExp(`value="${country}"`))
  const again = await found.submit({ group: '', unit_ids: country })
  assert.equal(again.status, 422)
  assert.match(again.html, new RegExp(`value="${country}"`))
  assert.equal((await again.submit({ group: 'chosen', unit_ids: country })).status, 303)
  assert.deepEqual(
    (await row(own)).invited.map((one) => one.unit_id),
    [country],
  )
  await take(cancel, commune, { reason: 'Thôi' }, of)
})

test('the programme refuses what overlaps, lies outside or does not end in time', async () => {
  const day = '2026-06-23'
  await closed('programme-is-not-empty', issueProgramme, province, {}, { day })
  const opening = { starts: '08:00', minutes: 20, kind: 'opening', title: 'Khai mạc' }
  await take(addItem, province, opening, { day })
  await take(addItem, province, { starts: '08:20', minutes: 60, kind: 'report', title: 'Báo cáo sơ kết' }, { day })
  await faulty(
    'overlaps',
    addItem,
    province,
    { starts: '09:00', minutes: 30, kind: 'speech', title: 'Phát biểu' },
    { day },
  )
  await faulty('before-the-meeting-starts', addItem, province, { ...opening, starts: '07:30' }, { day })
  await faulty('after-the-meeting-ends', addItem, province, { ...opening, starts: '11:20', minutes: 30 }, { day })
  await faulty('not-a-day-of-the-meeting', addItem, province, { ...opening, on: '2026-07-11' }, { day })
  await take(issueProgramme, province, {}, { day })
  const [first] = (await row()).programme
  await take(addItem, province, { ...opening, item_id: first!.id, minutes: 15 }, { day })
  await faulty('required', issueProgramme, province, {}, { day })
  await take(issueProgramme, province, { reason: 'Rút ngắn khai mạc' }, { day })
  const { programme_versions } = await row()
  assert.deepEqual(
    programme_versions.map((one) => [one.version, one.items[0]!.minutes, one.reason]),
    [
      [1, 20, null],
      [2, 15, 'Rút ngắn khai mạc'],
    ],
  )
})

test('each unit gets a numbered letter of its own and answers for itself alone', async () => {
  const day = '2026-06-24'
  await faulty('after-the-meeting', invite, province, { answer_by: '2026-07-11' }, { day })
  await take(invite, province, { answer_by: '2026-07-05', note: 'Đề nghị gửi báo cáo trước ngày họp.' }, { day })
  const letters = await lettersOf('meeting-invitation')
  assert.deepEqual(
    letters.map((one) => [one.number, one.book, one.data.to]),
    [
      [1, 'GM', 'Ủy ban nhân dân phường Cam Đường'],
      [2, 'GM', 'Ủy ban nhân dân xã Bảo Yên'],
      [3, 'GM', 'Bộ Chỉ huy Quân sự tỉnh'],
      [4, 'GM', 'Trường Chính trị tỉnh'],
    ],
  )
  assert.ok(isLetterKind('meeting-invitation'))
  assert.ok((await composeLetter('meeting-invitation', letters[0].data, { number: 1, issued_on: day })).length > 5000)
  const own = await guestOf(house.office.commune)
  const other = await guestOf(house.office.neighbour)
  assert.deepEqual(
    (await invitationsUnanswered(commune, house.db.pool)).map((one) => one.id),
    [],
    'the day of the house is after it',
  )
  const waiting = { ...clerk, on: at(day).on }
  assert.equal((await invitationsUnanswered(waiting, house.db.pool)).length, 1)
  await closed('guest-speaks-for-own-unit', answerInvitation, commune, { guest_id: other.id, coming: false }, { day })
  await faulty('how-many-come', answerInvitation, commune, { guest_id: own.id, coming: true }, { day })
  await take(answerInvitation, clerk, { guest_id: own.id, coming: true, people: 25, who: 'Thường trực' }, { day })
  assert.equal((await invitationsUnanswered(waiting, house.db.pool)).length, 0)
  await faulty('room-is-in-use', dropRoom, province, { room_id: own.room_id! }, { day })
  const school = (await row()).invited.at(-1)!
  await take(answerInvitation, province, { guest_id: school.id, coming: false }, { day })
  await take(dropGuest, province, { guest_id: school.id }, { day })
  assert.equal((await row()).invited.at(-1)!.withdrawn_on, day)
  await closed('day-of-the-meeting-has-come', noteAttendance, commune, { guest_id: own.id, people: 3 }, { day })
})

test('a unit that has not answered is told once, three working days before the day of answering', async () => {
  const config = { ...readMailConfig({ PORT: '1' }), smtp_url: null }
  const round = (day: string) => sendTopicDigests({ app: house.db, worker: house.worker, config, moment: at(day) })
  const told = async () =>
    (await house.owner.pool.query('select unit_id, topics, invitations from topic_mail order by on_day')).rows
  assert.deepEqual(await round('2026-06-29'), { sent: 0, failed: 0, no_address: 0 })
  // The day of answering is a Sunday: it counts with the Friday before it.
  assert.deepEqual(await round('2026-06-30'), { sent: 0, failed: 0, no_address: 1 })
  assert.deepEqual(await round('2026-06-30'), { sent: 0, failed: 0, no_address: 0 })
  assert.deepEqual(await told(), [{ unit_id: house.office.neighbour, topics: 0, invitations: 1 }])
})

test('moved: items go along, everybody invited is told by one letter and by mail', async () => {
  const day = '2026-07-01'
  const to = { held_on: today, starts: '08:00', ends: '11:30', place: 'Hội trường tầng 3', reason: 'Trùng kỳ họp' }
  await closed('not-yours', move, commune, to, { day })
  await faulty('day-has-passed', move, province, { ...to, held_on: '2026-06-30' }, { day })
  await take(move, province, to, { day })
  const { held_on, programme, moves, revision } = await row()
  assert.equal(held_on.toString(), today)
  assert.ok(programme.every((item) => item.on === today))
  assert.equal(moves[0]?.held_on, '2026-07-10')
  const [letter] = await lettersOf('meeting-change')
  assert.deepEqual(letter.data.to, [
    'Ủy ban nhân dân phường Cam Đường',
    'Ủy ban nhân dân xã Bảo Yên',
    'Bộ Chỉ huy Quân sự tỉnh',
  ])
  const told = { unit_id: house.office.province, id, what: 'moved', revision } as const
  await house.db.pool.query(`update account set mail = 'phuong@example.vn', mail_confirmed_at = now() where id = $1`, [
    house.people['chu.tich'],
  ])
  const config = { ...readMailConfig({ PORT: '1' }), smtp_url: null }
  assert.equal(await sendGuestMail(house.db, told, config, at(day).on), 1)
  // Of another place everybody is told by the same step; a correction is for what is spelt wrong.
  const { title, mode } = planned
  const other = { title, mode, place: 'Hội trường tầng 9', is_public: true, period: '2026-6m', note: 'Sửa' }
  await faulty('place-is-moved', correct, province, other, { day })
})

test('whoever wrote a paper, or was asked for one, is told that it moved or is not held; nobody of a withdrawn one', async () => {
  const own = uuidv7()
  const paper = (state: string, mail: string) =>
    house.db.pool.query(
      `insert into paper (unit_id, id, revision, state, chain, created_at, meeting_id, topic_id, title, authors, blind, via, received_on, versions)
       values ($1, $2, 1, $3, '\\x00', now(), $4, $5, 'Bài', $6, false, 'portal', $7, '[]')`,
      [
        house.office.province,
        uuidv7(),
        state,
        own,
        uuidv7(),
        JSON.stringify([{ name: 'A', unit: 'B', mail, phone: null }]),
        today,
      ],
    )
  await take(plan, province, { ...planned, title: 'Hội thảo', held_on: '2026-08-20' }, { id: own })
  await paper('received', 'a@example.vn')
  await paper('accepted', 'a@example.vn')
  await paper('accepted', 'b@example.vn')
  await paper('withdrawn', 'c@example.vn')
  await take(cancel, province, { reason: 'Bão' }, { id: own })
  const { revision } = await row(own)
  const { rows } = await house.db.pool.query(`select payload from outbox where payload ->> 'id' = $1`, [own])
  const told = { unit_id: house.office.province, id: own, what: 'cancelled', revision } as const
  assert.deepEqual(
    rows.map((one) => one.payload.what),
    ['cancelled'],
  )
  const config = { ...readMailConfig({ PORT: '1' }), smtp_url: null }
  assert.equal(await sendGuestMail(house.db, told, config, at(today).on), 2)
})

test('rooms count from a phone, by their code alone; a wrong code opens nothing', async () => {
  const room = (await row()).rooms.find((one) => one.unit_id === house.office.neighbour)!
  const phone = new Browser(house)
  assert.equal((await phone.get('/hoi-nghi/phong/AAAAABBBBB')).status, 404)
  const page = await phone.get(`/hoi-nghi/phong/${room.code}`)
  assert.match(page.html, /Xã Bảo Yên/)
  assert.doesNotMatch(page.html, /Phường Cam Đường/)
  assert.equal((await phone.post(`/hoi-nghi/phong/${room.code}/report-room`, { people: 'nhiều' })).status, 422)
  assert.equal((await phone.post(`/hoi-nghi/phong/${room.code}/report-room`, { people: '41' })).status, 303)
  const guest = await guestOf(house.office.neighbour)
  await phone.post(`/hoi-nghi/phong/${room.code}/note-attendance`, { guest_id: guest.id, people: '38' })
  const own = await guestOf(house.office.commune)
  const foreign = { guest_id: own.id, people: '9' }
  assert.equal((await phone.post(`/hoi-nghi/phong/${room.code}/note-attendance`, foreign)).status, 422)
  await closed('guest-speaks-for-own-unit', noteAttendance, commune, { guest_id: guest.id, people: 1 })
  await take(noteAttendance, commune, { guest_id: own.id, people: 24 })
  assert.deepEqual(attendedOf(await row()), { people: 41 + 24, units: 2 })
  const record = await row()
  const standings = (on: Temporal.PlainDate) => {
    const opened = [{ unit_id: record.unit_id, record_id: id }]
    const viewer: Viewer = { ...neighbour, account_id: null, positions: [], inherited: [], opened, on }
    return meeting.standings({ record, facts: { withdrawn_papers: [] }, viewer, unit_id: record.unit_id })
  }
  assert.deepEqual([standings(record.until_on), standings(record.until_on.add({ days: 1 }))], [['room'], []])
  await closed('not-yours', hold, commune, {})
  await take(hold, province, {})
  await take(noteAttendance, commune, { guest_id: own.id, people: 22 })
  const { rows } = await house.db.pool.query(
    `select sum(sign * people)::int as people, sum(sign * quantity)::int as units, sum(sign * cases)::int as held from posting
     where record_id = $1 and fact = 'meeting-held'`,
    [id],
  )
  assert.deepEqual(rows[0], { people: 63, units: 2, held: 1 })
})

test('findings rest on reports and speeches; two writers at once lose nothing', async () => {
  await house.db.pool.query(
    `insert into narrative (unit_id, id, revision, state, chain, created_at, period, version, sections, frozen, signed_on, signed_by)
     values ($1, $2, 1, 'signed', '\\x00', now(), '2026-6m', 1, '[]', '{}', '2026-07-02', 'Trần Thị Chủ')`,
    [house.office.commune, uuidv7()],
  )
  const desk = await Browser.signedIn(house, 'chu.tich.tinh')
  const page = await desk.get(`/hoi-hop/${house.office.province}/${id}`)
  assert.match(page.html, /02\/07\/2026/, 'what the commune handed in is joined')
  assert.match(page.html, /Đơn vị chưa nộp báo cáo \(1\)/)
  await take(recordSpeech, province, {
    speaker: 'Ông Giàng A Tỉnh',
    post: 'Chủ tịch',
    form: 'summary',
    text: 'Làm đến nơi.',
  })
  const speech = (await row()).speeches[0]!
  const spoken = `speech:${house.office.province}:${speech.id}`
  const narrative = (await house.db.pool.query('select id from narrative')).rows[0].id
  const handed_in = `narrative:${house.office.commune}:${narrative}`
  await faulty('choose-one', writeFinding, province, { kind: 'result', text: 'Đã đối thoại.', grounds: [] })
  await faulty('not-a-choice', writeFinding, province, {
    kind: 'result',
    text: 'Đã đối thoại.',
    grounds: ['paper:x:y'],
  })
  await take(writeFinding, province, { kind: 'result', text: 'Đã đối thoại 12 cuộc.', grounds: [handed_in] })
  await take(writeFinding, province, { kind: 'limit', text: 'Còn 6 câu hỏi chậm.', grounds: [spoken] })
  await faulty('finding-rests-on-it', dropSpeech, province, { speech_id: speech.id })
  const [first] = (await row()).findings
  const again = { finding_id: first!.id, version: 1, kind: 'result', grounds: [handed_in] }
  await take(writeFinding, province, { ...again, text: 'Đã đối thoại 14 cuộc.' })
  await assert.rejects(take(writeFinding, province, { ...again, text: 'Đã đối thoại 13 cuộc.' }), Stale)
  const path = `/hoi-hop/${house.office.province}/${id}/write-conclusion`
  await closed('conclusion-is-written', conclude, province, {})
  await take(writeConclusion, province, { version: 0, text: 'Bản của người thứ nhất.' })
  const late = await desk.post(path, { version: '0', text: 'Bản của người thứ hai.' })
  assert.equal(late.status, 409)
  assert.match(late.html, /Bản của người thứ hai\./, 'what was typed stays')
  assert.match(late.html, /Bản của người thứ nhất\./, 'what was saved is shown')
  assert.equal((await desk.post(path, { version: '1', text: 'Bản của hai người.' })).status, 303)
  assert.equal((await row()).conclusion, 'Bản của hai người.')
})

test('the conclusion orders only below, recommends to any, names nobody in public, and is numbered', async () => {
  const promise = {
    promise_id: uuidv7(),
    text: 'Trả lời xong 6 câu hỏi còn chậm.',
    owner_unit_id: house.office.commune,
    force: 'ordered',
    due_on: '2026-08-14',
  }
  await closed('not-yours', notePromise, commune, promise)
  await faulty('owner-is-under-no-organiser', notePromise, province, {
    ...promise,
    owner_unit_id: house.office.country,
  })
  await take(notePromise, province, promise)
  await faulty('promise-stands-already', notePromise, province, { ...promise, text: 'Khác.' })
  const recommended = { ...promise, promise_id: uuidv7(), force: 'recommended', owner_unit_id: house.office.country }
  await take(notePromise, province, recommended)
  await closed('what-is-published-names-nobody', notePromise, province, {
    ...promise,
    promise_id: uuidv7(),
    text: 'Trả lời bà Hoàng Thị Kể.',
  })
  const dropped = { ...promise, promise_id: uuidv7(), text: 'Việc này thôi.' }
  await take(notePromise, province, dropped)
  await take(dropPromise, province, { promise_id: dropped.promise_id })
  await take(writeConclusion, province, { version: 2, text: 'Trả lời ông Lù A Dế.' })
  await closed('what-is-published-names-nobody', conclude, province, {})
  await closed('nothing-waits-for-a-conclusion', close, province, {})
  await take(writeConclusion, province, { version: 3, text: 'Hoàn thành các việc còn chậm.' })
  const { grounds } = (await row()).findings[0]!
  const rests = [`${grounds[0]!.kind}:${grounds[0]!.unit_id}:${grounds[0]!.id}`]
  await take(writeFinding, province, { kind: 'cause', text: 'Bà Hoàng Thị Kể chưa được mời.', grounds: rests })
  await closed('what-is-published-names-nobody', conclude, province, { findings_public: true })
  await take(dropFinding, province, { finding_id: (await row()).findings.at(-1)!.id })
  await take(conclude, province, { findings_public: true })
  const [letter] = await lettersOf('meeting-conclusion')
  assert.equal(letter.book, 'TB')
  assert.deepEqual(
    letter.data.promises.map((one: { owner: string; force: string }) => [one.owner, one.force]),
    [
      ['Ủy ban nhân dân phường Cam Đường', 'ordered'],
      ['Việt Nam', 'recommended'],
    ],
  )
  await closed('not-in-this-state', writeConclusion, province, { version: 4, text: 'Sửa sau.' })
  await closed('not-in-this-state', dropPromise, province, { promise_id: promise.promise_id })
  const { rows: found } = await house.db.pool.query('select kind, text from meeting_finding where meeting_id = $1', [
    id,
  ])
  assert.deepEqual(
    found.map((one) => one.text),
    ['Đã đối thoại 14 cuộc.', 'Còn 6 câu hỏi chậm.'],
  )
})

test('what was ordered stands at the commune as a commitment, once; a later one with its new day too', async () => {
  const origin = { origin_kind: 'meeting', unit_id: house.office.province, id }
  assert.equal(await makeCommitments(house.db, origin, at(today)), 2)
  assert.equal(await makeCommitments(house.db, origin, at(today)), 0)
  const later = {
    promise_id: uuidv7(),
    text: 'Báo cáo kết quả.',
    owner_unit_id: house.office.neighbour,
    force: 'ordered',
    due_on: '2026-09-01',
  }
  await take(notePromise, province, later, { day: today })
  assert.equal(await makeCommitments(house.db, origin, at(today)), 1)
  const { rows } = await house.db.pool.query(
    `select unit_id, force from commitment where origin_kind = 'meeting' order by due_on, force`,
  )
  assert.deepEqual(
    rows.map((one) => [one.unit_id, one.force]),
    [
      [house.office.commune, 'ordered'],
      [house.office.country, 'recommended'],
      [house.office.neighbour, 'ordered'],
    ],
  )
  const desk = await Browser.signedIn(house, 'chu.tich')
  assert.match((await desk.get(`/hoi-hop/${house.office.province}/${id}`)).html, /Trả lời xong 6 câu hỏi/)
  await take(close, province, {})
})

test('what the conference ordered is kept: reported by its owner, confirmed by who ordered it, seen from the conference', async () => {
  const { rows } = await house.db.pool.query<{ id: string }>(
    `select id from commitment where origin_id = $1 and unit_id = $2`,
    [id, house.office.commune],
  )
  const own = { id: rows[0]!.id, unit: house.office.commune, day: '2026-08-12' }
  const state = async () => (await house.db.pool.query('select * from commitment where id = $1', [own.id])).rows[0]
  await closed('not-yours', reportKept, neighbour, { evidence: 'Xong.' }, own)
  await take(reportKept, commune, { evidence: 'Đã trả lời 6 câu hỏi, có văn bản gửi từng người hỏi.' }, own)
  await closed('not-yours', confirmKept, commune, {}, { ...own, day: '2026-08-13' })
  await take(confirmKept, province, {}, { ...own, day: '2026-08-20' })
  const kept = await state()
  assert.deepEqual([kept.state, kept.kept_on.toString(), kept.confirmed_as], ['kept', '2026-08-12', 'superior'])
  const desk = await Browser.signedIn(house, 'chu.tich.tinh')
  assert.match((await desk.get(`/hoi-hop/${house.office.province}/${id}`)).text, /6 câu hỏi còn chậm.*Đã giữ lời/)
})

test('everybody reads the public page; guests read no answers of others, strangers nothing', async () => {
  const anybody = new Browser(house)
  const path = `${house.office.province}/${id}`
  assert.match((await anybody.get('/hoi-nghi')).html, /Sơ kết công tác dân vận/)
  const page = await anybody.get(`/hoi-nghi/${path}`)
  assert.match(page.html, /Hoàn thành các việc còn chậm/)
  assert.doesNotMatch(page.html, /Bộ Chỉ huy|Trường Chính trị/, 'neither guests nor their answers')
  assert.match(page.text, /Kết quả Đã đối thoại 14 cuộc\. Hạn chế Còn 6 câu hỏi chậm\./)
  assert.doesNotMatch(page.html, /Làm đến nơi/, 'nor what the findings rest on')
  const about = { title: planned.title, mode: planned.mode, place: planned.place, period: planned.period }
  await take(correct, province, { ...about, is_public: true, note: 'Chưa công khai nhận định' })
  assert.doesNotMatch((await anybody.get(`/hoi-nghi/${path}`)).text, /Đã đối thoại 14 cuộc/)
  const calendar = await anybody.get(`/hoi-nghi/${path}/lich.ics`)
  assert.match(calendar.html, /DTSTART:20260714T010000Z/)
  const guest = await Browser.signedIn(house, 'chu.tich.ban')
  const seen = await guest.get(`/hoi-hop/${path}`)
  assert.equal(seen.status, 200)
  assert.doesNotMatch(seen.html, /Bộ Chỉ huy|Mã điểm cầu|In mã/)
  assert.equal((await guest.get(`/hoi-hop/${path}/ma-diem-cau`)).status, 404)
  const [own, others] = [await guestOf(house.office.neighbour), await guestOf(house.office.commune)]
  assert.equal((await guest.get(`/hoi-hop/${path}/van-ban/${own.letter_id}`)).status, 200)
  assert.equal((await guest.get(`/hoi-hop/${path}/van-ban/${others.letter_id}`)).status, 404)
})

test('a paper withdrawn after the programme was given out is named, and the programme given out again', async () => {
  const own = uuidv7()
  const of = { id: own, unit: house.office.commune }
  const paper = uuidv7()
  await take(
    plan,
    clerk,
    { ...planned, kind: 'workshop', title: 'Hội thảo đối thoại', is_public: false, held_on: today },
    of,
  )
  await house.db.pool.query(
    `insert into paper (unit_id, id, revision, state, chain, created_at, meeting_id, topic_id, title, authors, blind, via, received_on, versions)
     values ($1, $2, 1, 'chosen', '\\x00', now(), $3, $4, 'Sau đối thoại là gì?', '[]', false, 'desk', $5, '[]')`,
    [house.office.commune, paper, own, uuidv7(), today],
  )
  await take(
    addItem,
    clerk,
    { starts: '08:00', minutes: 15, kind: 'paper', title: 'Sau đối thoại là gì?', paper_id: paper },
    of,
  )
  await take(addItem, clerk, { starts: '08:15', minutes: 15, kind: 'discussion', title: 'Thảo luận' }, of)
  await take(issueProgramme, commune, {}, of)
  await take(listGuests, clerk, { group: 'chosen', unit_ids: [house.office.neighbour] }, of)
  await closed('not-yours', invite, clerk, { answer_by: today }, of)
  await take(invite, commune, { answer_by: today }, of)
  await closed('head-moves-what-is-announced', move, clerk, { ...planned, held_on: '2026-07-20', reason: 'Bận' }, of)
  await house.db.pool.query(`update paper set withdrawn_on = $2, state = 'withdrawn' where id = $1`, [paper, today])
  await closed('programme-is-given-out-again', hold, clerk, {}, of)
  const desk = await Browser.signedIn(house, 'chu.tich')
  assert.match((await desk.get(`/hoi-hop/${house.office.commune}/${own}`)).html, /đã rút sau khi phát chương trình/)
  await faulty('withdrawn-paper-on-programme', issueProgramme, commune, { reason: 'Tham luận rút' }, of)
  const [item] = (await row(own)).programme
  await take(dropItem, clerk, { item_id: item!.id }, of)
  await take(issueProgramme, commune, { reason: 'Một tham luận đã rút' }, of)
  const sheet = await desk.get(`/hoi-hop/${house.office.commune}/${own}/chuong-trinh`)
  assert.match(sheet.html, /Không còn trong bản này: Sau đối thoại là gì\?/)
  await take(hold, clerk, {}, of)
})

test('a province with more communes than a function takes arguments invites them all, each by a number', async () => {
  const own = uuidv7()
  await take(plan, province, { ...planned, title: 'Cả tỉnh', is_public: false, held_on: today }, { id: own })
  const names = Array.from({ length: 130 }, (_, nth) => `Xã số ${nth + 1}`).join('\n')
  await take(listGuests, province, { group: 'communes', names }, { id: own })
  await take(invite, province, { answer_by: today }, { id: own })
  const { rows } = await house.db.pool.query(
    'select count(*)::int as letters, max(number) - min(number) + 1 as numbers from document where record_id = $1',
    [own],
  )
  assert.deepEqual(rows[0], { letters: 132, numbers: 132 })
})

test('a plan of one unit is nobody else’s; cancelled before anybody knew, nobody is told', async () => {
  const own = uuidv7()
  const of = { id: own, unit: house.office.commune }
  await take(plan, clerk, { ...planned, is_public: false, held_on: '2026-08-01' }, of)
  const guest = await Browser.signedIn(house, 'chu.tich.ban')
  assert.equal((await guest.get(`/hoi-hop/${house.office.commune}/${own}`)).status, 404)
  await closed('not-yours', correct, neighbour, { title: 'Khác', mode: 'online', note: 'x' }, of)
  await closed('not-yours', cancel, clerk, { reason: 'Hoãn' }, of)
  await take(cancel, commune, { reason: 'Không cần nữa' }, of)
  assert.equal((await row(own)).state, 'cancelled')
  await closed(
    'not-in-this-state',
    move,
    commune,
    { held_on: '2026-09-01', starts: '08:00', ends: '09:00', place: 'A', reason: 'x' },
    of,
  )
  const client = await house.owner.pool.connect()
  try {
    const { faults } = await check(client, house.data)
    assert.deepEqual(
      faults.filter((one) => one.kind === 'meeting' || one.record_id === id),
      [],
    )
  } finally {
    client.release()
  }
})
