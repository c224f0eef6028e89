/** A citizen writes from the portal, the office answers, the citizen rates: the thin thread through the whole house. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { allowPublication } from '../../src/modules/feedback/allow-publication.ts'
import { answer } from '../../src/modules/feedback/answer.ts'
import { assign as assignFeedback } from '../../src/modules/feedback/assign.ts'
import { correct } from '../../src/modules/feedback/correct.ts'
import { decideOnRegulation } from '../../src/modules/feedback/decide-on-regulation.ts'
import { draftAnswer } from '../../src/modules/feedback/draft-answer.ts'
import { keepForStudy } from '../../src/modules/feedback/keep-for-study.ts'
import { markRegulation } from '../../src/modules/feedback/mark-regulation.ts'
import { publish } from '../../src/modules/feedback/publish.ts'
import { publishOutcome } from '../../src/modules/feedback/publish-outcome.ts'
import { rate } from '../../src/modules/feedback/rate.ts'
import { reopen } from '../../src/modules/feedback/reopen.ts'
import { reviewRegulation } from '../../src/modules/feedback/review-regulation.ts'
import { assignOwner } from '../../src/modules/grievances/assign-owner.ts'
import { correct as correctGrievance } from '../../src/modules/grievances/correct.ts'
import { end } from '../../src/modules/grievances/end.ts'
import { noteProgress } from '../../src/modules/grievances/note-progress.ts'
import { grievanceById, grievanceLines, ownGrievances } from '../../src/modules/grievances/queries.ts'
import { record as recordGrievance } from '../../src/modules/grievances/record.ts'
import { assign } from '../../src/modules/petitions/assign.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { publishedAnswers } from '../../src/modules/petitions/queries.ts'
import { submit } from '../../src/modules/petitions/submit.ts'
import { NotOpen, Stale, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { at, type Office, officer, person, smallOffice } from '../support/office.ts'

let t: TestDatabase
let office: Office
let desk: Viewer
let head: Viewer
let handler: Viewer
let neighbour: Viewer
const day = '2026-07-06'

before(async () => {
  t = await testDatabase()
  office = await smallOffice(t.owner)
  desk = await officer(t.db, office.commune, 'reception-officer', day)
  head = await officer(t.db, office.commune, 'head', day)
  handler = await officer(t.db, office.commune, 'handler', day)
  neighbour = await officer(t.db, office.neighbour, 'head', day)
})
after(() => t.close())

async function sent(id: string) {
  const code = newTrackingCode(await prefixOfUnit(t.db.pool, office.commune))
  const input = {
    asked_kind: 'observation',
    title: 'Đèn đường ngõ 12 không sáng',
    text: 'Ba tuần nay đèn đường ngõ 12 không sáng, buổi tối các cháu đi học về rất nguy hiểm.',
    petitioner_name: 'Lý Thị Mây',
    petitioner_address: 'Tổ 5, phường Cam Đường',
    code,
  }
  return { viewer: person(day), unit_id: office.commune, id, input, moment: at(day) }
}

test('sent, classified, proposed, answered, published by leave, rated, reopened once', async () => {
  const id = uuidv7()
  const call = await sent(id)
  const first = await perform(t.db, submit, call)
  assert.equal(first.numbers['register_number'], 1)
  const again = await perform(t.db, submit, call)
  assert.equal(again.repeated, true)
  await assert.rejects(
    perform(t.db, submit, { ...call, input: { ...call.input, title: 'Khác' } }),
    (fault) => fault instanceof NotOpen && fault.status === 404,
  )

  const of = { unit_id: office.commune, id, moment: at(day) }
  const seen = { kind: 'observation', field: 'infrastructure', competence: 'ours' }
  const conditions = ['in-vietnamese', 'named-with-address', 'content-stated', 'not-sent-before', 'not-guided-before']
  await assert.rejects(
    perform(t.db, classify, { ...of, viewer: neighbour, input: { ...seen, conditions } }),
    (fault) => fault instanceof NotOpen && fault.status === 404 && fault.code === 'not-yours',
  )
  await assert.rejects(
    perform(t.db, classify, { ...of, viewer: desk, input: { ...seen, conditions: [...conditions, 'signed'] } }),
    WrongInput,
  )
  await perform(t.db, classify, { ...of, viewer: desk, revision: 1, input: { ...seen, conditions } })
  await assert.rejects(
    perform(t.db, assign, { ...of, viewer: head, revision: 1, input: { handler_id: handler.account_id } }),
    Stale,
  )
  await assert.rejects(
    perform(t.db, assign, { ...of, viewer: head, revision: 2, input: { handler_id: neighbour.account_id } }),
    WrongInput,
  )
  await perform(t.db, assign, { ...of, viewer: head, revision: 2, input: { handler_id: handler.account_id } })
  await perform(t.db, proposeAcceptance, { ...of, viewer: handler, revision: 3, input: {} })

  const answered = { unit_id: office.commune, id: idFrom(id, 'point/1'), moment: at(day) }
  const { rows } = await t.db.pool.query('select * from feedback where id = $1', [answered.id])
  assert.equal(rows[0].register_number, 1)
  assert.equal(rows[0].state, 'awaiting-assignment')
  await perform(t.db, assignFeedback, { ...answered, viewer: head, input: { handler_id: handler.account_id } })
  await perform(t.db, draftAnswer, {
    ...answered,
    viewer: handler,
    input: {
      draft: 'Đã thay bóng đèn.',
      public_question: 'Đèn đường hỏng',
      public_answer: 'Bà Lý Thị Mây báo, đã thay.',
    },
  })
  await assert.rejects(
    perform(t.db, answer, {
      ...answered,
      viewer: handler,
      input: { answer: 'Đã thay bóng đèn.', contact: '02143 800 000' },
    }),
    NotOpen,
  )
  await perform(t.db, answer, {
    ...answered,
    viewer: head,
    input: { answer: 'Đã thay bóng đèn.', contact: 'Bộ phận một cửa' },
  })
  const citizen = person(day, [{ unit_id: office.commune, record_id: id }])
  await assert.rejects(
    perform(t.db, publish, { ...answered, viewer: handler, input: { names_nobody: true } }),
    (fault) => fault instanceof NotOpen && fault.code === 'publication-is-allowed',
  )
  await assert.rejects(perform(t.db, rate, { ...answered, viewer: person(day), input: { rating: '5' } }), NotOpen)
  await perform(t.db, allowPublication, { ...answered, viewer: citizen, input: { seen: true } })
  await assert.rejects(
    perform(t.db, publish, { ...answered, viewer: handler, input: { names_nobody: true } }),
    (fault) => fault instanceof WrongInput && fault.faults[0]!.code === 'names-somebody',
  )
  await perform(t.db, rate, { ...answered, viewer: citizen, input: { rating: '2', note: 'Hôm sau lại tắt' } })
  await perform(t.db, reopen, { ...answered, viewer: citizen, input: { why: 'Đèn lại tắt' } })
  const { rows: postings } = await t.db.pool.query(
    'select fact, sum(sign)::int as n from posting where unit_id = $1 group by fact order by fact',
    [office.commune],
  )
  assert.deepEqual(postings, [
    { fact: 'petition-processed', n: 1 },
    { fact: 'petition-received', n: 1 },
    { fact: 'petition-settled', n: 0 },
  ])
})

/** A recommendation about a regulation, assigned and ready to be marked. */
async function assigned(phone: string | null) {
  const id = uuidv7()
  const { input, ...call } = await sent(id)
  const said = { ...input, asked_kind: 'recommendation', title: 'Bỏ bản sao sổ đỏ khi đổi biển số nhà' }
  await perform(t.db, submit, { ...call, input: phone ? { ...said, petitioner_phone: phone } : said })
  const of = { unit_id: office.commune, id, moment: at(day) }
  const seen = { kind: 'recommendation', field: 'procedures', competence: 'ours' }
  const conditions = ['in-vietnamese', 'named-with-address', 'content-stated', 'not-sent-before', 'not-guided-before']
  await perform(t.db, classify, { ...of, viewer: desk, input: { ...seen, conditions } })
  await perform(t.db, assign, { ...of, viewer: head, input: { handler_id: handler.account_id } })
  await perform(t.db, proposeAcceptance, { ...of, viewer: handler, input: {} })
  const record = { unit_id: office.commune, id: idFrom(id, 'point/1'), moment: at(day) }
  await perform(t.db, assignFeedback, { ...record, viewer: head, input: { handler_id: handler.account_id } })
  return { record, head: { ...record, viewer: head }, handler: { ...record, viewer: handler } }
}

const mark = { regulation: 'Quyết định 12/2025/QĐ-UBND, Điều 4', issuer: 'own', in_vietnamese: true }
const findings = {
  necessity: 'Cần có biển số nhà.',
  reasonable_and_lawful: 'Đúng thẩm quyền.',
  simplicity: 'Thừa một bản sao: dữ liệu đất đai đã có.',
  feasibility: 'Thực hiện được.',
  consistency: 'Chưa thống nhất với quy định về dữ liệu dùng chung.',
  treaty_conformity: 'Không liên quan.',
  not_met: ['simplicity', 'consistency'],
}
const refused = (code: string) => (fault: unknown) => fault instanceof NotOpen && fault.code === code
const wrong = (code: string) => (fault: unknown) => fault instanceof WrongInput && fault.faults[0]!.code === code
const rowOf = async (id: string) => (await t.db.pool.query('select * from feedback where id = $1', [id])).rows[0]
const drafting = { draft: 'Chúng tôi sẽ sửa quy định.' }

test('about a regulation: only from a sender with name, address and telephone, in Vietnamese', async () => {
  const unnamed = await assigned(null)
  await assert.rejects(
    perform(t.db, markRegulation, { ...unnamed.handler, input: mark }),
    refused('sender-gave-name-address-phone'),
  )
  await assert.rejects(
    perform(t.db, reviewRegulation, { ...unnamed.handler, input: findings }),
    refused('is-about-a-regulation'),
  )
  // It is answered like any other.
  await perform(t.db, draftAnswer, { ...unnamed.handler, input: drafting })

  const { handler, record } = await assigned('0912 345 678')
  await assert.rejects(
    perform(t.db, markRegulation, { ...handler, input: { ...mark, in_vietnamese: false } }),
    refused('is-in-vietnamese'),
  )
  await t.owner.pool.query(
    `update petition set source = 'phone' where id = (select petition_id from feedback where id = $1)`,
    [record.id],
  )
  await assert.rejects(
    perform(t.db, markRegulation, { ...handler, input: mark }),
    refused('came-by-a-channel-of-the-decree'),
  )
  await perform(t.db, markRegulation, { ...handler, input: { ...mark, dedicated_number: true } })
  await assert.rejects(perform(t.db, markRegulation, { ...handler, input: mark }), refused('is-not-marked-yet'))
  await perform(t.db, correct, { ...handler, input: { reason: 'Ghi nhầm', unmark_regulation: true } })
  assert.equal((await rowOf(record.id)).regulation, null)
})

test('a regulation is kept for study, reviewed by six criteria, decided, published and answered', async () => {
  const { head, handler, record } = await assigned('0912 345 678')
  await perform(t.db, markRegulation, { ...handler, input: mark })
  await assert.rejects(perform(t.db, draftAnswer, { ...handler, input: drafting }), refused('regulation-is-decided'))
  const study = { reason: 'Mới có một ý kiến, cần tập hợp thêm.', contact: 'Văn phòng' }
  await assert.rejects(
    perform(t.db, keepForStudy, { ...handler, input: { ...study, look_again_on: day } }),
    wrong('day-must-be-later'),
  )
  await perform(t.db, keepForStudy, { ...handler, input: { ...study, look_again_on: '2026-10-05' } })
  const kept = await rowOf(record.id)
  assert.deepEqual([kept.state, kept.clock, kept.due_on.toString()], ['kept-for-study', null, '2026-10-05'])

  const { treaty_conformity: _, ...five } = findings
  await assert.rejects(perform(t.db, reviewRegulation, { ...handler, input: five }), WrongInput)
  await perform(t.db, reviewRegulation, { ...handler, input: findings })
  assert.equal((await rowOf(record.id)).clock.rule, 'feedback.answer')
  const amends = { regulation_outcome: 'amend-or-repeal', reasons: 'Bỏ bản sao sổ đỏ.' }
  await assert.rejects(perform(t.db, decideOnRegulation, { ...handler, input: amends }), refused('not-yours'))
  await assert.rejects(
    perform(t.db, decideOnRegulation, { ...head, input: { ...amends, regulation_outcome: 'propose-to-superior' } }),
    refused('outcome-fits-the-issuer'),
  )
  await assert.rejects(
    perform(t.db, publishOutcome, { ...head, input: { public_outcome: 'Sẽ sửa.' } }),
    refused('not-in-this-state'),
  )
  await perform(t.db, decideOnRegulation, { ...head, input: amends })
  assert.deepEqual(await publishedAnswers(person(day), t.db.pool, office.commune, null), [])
  await assert.rejects(
    perform(t.db, publishOutcome, { ...handler, input: { public_outcome: 'Theo ý kiến bà Lý Thị Mây.' } }),
    wrong('names-somebody'),
  )
  const public_outcome = 'Phường sẽ bỏ bản sao giấy chứng nhận trong hồ sơ.'
  await perform(t.db, publishOutcome, { ...handler, input: { public_outcome } })
  await assert.rejects(
    perform(t.db, publishOutcome, { ...handler, input: { public_outcome } }),
    refused('outcome-is-not-public-yet'),
  )
  const [wall, ...others] = await publishedAnswers(person(day), t.db.pool, office.commune, null)
  assert.equal(others.length, 0)
  assert.deepEqual(
    [wall?.regulation, wall?.public_outcome, wall?.public_question],
    [mark.regulation, public_outcome, null],
  )

  await perform(t.db, draftAnswer, { ...handler, input: drafting })
  await perform(t.db, answer, { ...head, input: { answer: drafting.draft, contact: 'Văn phòng' } })
  const { rows: letters } = await t.db.pool.query(
    `select kind, data -> 'review' ->> 'outcome' as outcome from document where record_id = $1 order by number`,
    [record.id],
  )
  assert.deepEqual(letters, [
    { kind: 'answer', outcome: 'kept-for-study' },
    { kind: 'answer', outcome: 'amend-or-repeal' },
  ])
})

test("somebody else's regulation: the change is proposed to whoever issued it, by a letter that names no sender", async () => {
  const { head, handler, record } = await assigned('0912 345 678')
  await perform(t.db, markRegulation, { ...handler, input: { ...mark, issuer: 'superior' } })
  await perform(t.db, reviewRegulation, { ...handler, input: findings })
  const proposes = { regulation_outcome: 'propose-to-superior', reasons: 'Thừa một bản sao.' }
  const issues = { ...proposes, regulation_outcome: 'issue-new' }
  await assert.rejects(
    perform(t.db, decideOnRegulation, { ...head, input: issues }),
    refused('outcome-fits-the-issuer'),
  )
  await assert.rejects(perform(t.db, decideOnRegulation, { ...head, input: proposes }), wrong('not-a-receiver'))
  const to = { ...proposes, receiver_unit_id: office.province }
  await assert.rejects(perform(t.db, decideOnRegulation, { ...head, input: to }), wrong('required'))
  await perform(t.db, decideOnRegulation, { ...head, input: { ...to, proposal: 'Bỏ bản sao.' } })
  const { rows } = await t.db.pool.query(`select kind, data::text as data from document where record_id = $1`, [
    record.id,
  ])
  assert.equal(rows[0].kind, 'propose-change')
  assert.doesNotMatch(rows[0].data, /Mây/)
})

const trouble = {
  source: 'village-head',
  field: 'infrastructure',
  known_on: '2026-07-01',
  title: 'Mương tổ 5 tắc, nước ngập ruộng',
  text: 'Từ đầu vụ, mương tắc ở đoạn đầu tổ 5, bà con phải tự đào.',
}
const open = { ended: false, mine: false, overdue: false, after: null }

test('a grievance without a petition: no names, one owner, a day of its own, an end', async () => {
  const front = await officer(t.db, office.commune, 'front-supervisor', day)
  const of = (id: string, viewer: Viewer) => ({ unit_id: office.commune, id, moment: at(day), viewer })
  const input = { ...trouble, place_unit_id: office.commune }
  const id = uuidv7()
  for (const text of ['Bà Lý Thị Mây bị ngập.', 'Gọi 0912 345 678.', 'Thửa đất số 12 bị ngập.'])
    await assert.rejects(
      perform(t.db, recordGrievance, { ...of(id, front), input: { ...input, text } }),
      refused('none-of-it-names-a-person'),
    )
  const elsewhere = { ...input, place_unit_id: office.neighbour }
  await assert.rejects(
    perform(t.db, recordGrievance, { ...of(id, front), input: elsewhere }),
    wrong('not-a-place-here'),
  )
  await assert.rejects(perform(t.db, recordGrievance, { ...of(id, neighbour), input }), NotOpen)
  await assert.rejects(perform(t.db, recordGrievance, { ...of(id, person(day)), input }), NotOpen)
  await perform(t.db, recordGrievance, { ...of(id, front), input })
  const desks_own = uuidv7()
  await perform(t.db, recordGrievance, { ...of(desks_own, desk), input: { ...input, source: 'meeting' } })

  // The Front sees what it recorded, and no register; a neighbour sees nothing.
  const seen = async (viewer: Viewer) => (await grievanceLines(viewer, t.db.pool, open)).map((line) => line.id).sort()
  assert.deepEqual(await seen(front), [id])
  assert.deepEqual(await seen(head), [id, desks_own].sort())
  assert.deepEqual(await seen(neighbour), [])
  assert.equal(await grievanceById(neighbour, t.db.pool, office.commune, id), null)
  assert.equal(await grievanceById(front, t.db.pool, office.commune, desks_own), null)

  const owner = { owner_id: handler.account_id, target_on: '2026-07-20' }
  await assert.rejects(perform(t.db, assignOwner, { ...of(id, front), input: owner }), refused('not-yours'))
  await assert.rejects(
    perform(t.db, assignOwner, { ...of(id, head), input: { ...owner, target_on: '2026-07-05' } }),
    wrong('day-has-passed'),
  )
  await assert.rejects(
    perform(t.db, assignOwner, { ...of(id, head), input: { ...owner, owner_id: neighbour.account_id } }),
    wrong('not-an-officer-here'),
  )
  await assert.rejects(
    perform(t.db, assignOwner, { ...of(id, head), input: { target_on: owner.target_on } }),
    wrong('one-owner'),
  )
  await assert.rejects(
    perform(t.db, noteProgress, { ...of(id, handler), input: { note: 'Đã nạo vét.' } }),
    refused('not-yours'),
  )
  await perform(t.db, assignOwner, { ...of(id, head), input: owner })
  assert.deepEqual(await ownGrievances(handler, t.db.pool), { open: 1, overdue: 0 })
  const late = { ...handler, on: Temporal.PlainDate.from('2026-07-21') }
  assert.deepEqual(await ownGrievances(late, t.db.pool), { open: 1, overdue: 1 })
  await perform(t.db, noteProgress, { ...of(id, handler), input: { note: 'Đã nạo vét đoạn đầu.' } })
  await perform(t.db, correctGrievance, { ...of(id, front), input: { reason: 'Nhầm tổ', title: 'Mương tổ 6 tắc' } })

  const merged = { end_kind: 'merged', end_note: 'Cùng một việc.', merged_into_id: id }
  await assert.rejects(
    perform(t.db, end, { ...of(desks_own, head), input: { ...merged, merged_into_id: desks_own } }),
    wrong('not-an-open-one'),
  )
  await perform(t.db, end, { ...of(desks_own, head), input: merged })
  const filed = { end_kind: 'became-a-petition', end_note: 'Bà con đã gửi đơn.', petition_year: 2026 }
  await assert.rejects(
    perform(t.db, end, { ...of(id, handler), input: { ...filed, petition_number: 9999 } }),
    wrong('no-such-petition'),
  )
  await perform(t.db, end, { ...of(id, handler), input: { ...filed, petition_number: 1 } })
  const ended = await grievanceById(front, t.db.pool, office.commune, id)
  assert.deepEqual(
    [ended?.state, ended?.end_kind, ended?.petition_number, ended?.title],
    ['ended', 'became-a-petition', 1, 'Mương tổ 6 tắc'],
  )
  assert.equal(ended?.progress.length, 1)
  await assert.rejects(
    perform(t.db, noteProgress, { ...of(id, handler), input: { note: 'Thêm.' } }),
    refused('not-in-this-state'),
  )
  // It counts nowhere in the figures, and no clock runs.
  const { rows } = await t.db.pool.query('select from posting where record_id = any($1)', [[id, desks_own]])
  assert.equal(rows.length, 0)
})
