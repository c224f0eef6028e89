/** What becomes of a letter that is not ours, not new or not right: guided, passed on, handed back, urged, linked, mended, void. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { classify } from '../../src/modules/petitions/classify.ts'
import { clockSteps } from '../../src/modules/petitions/clock-steps.ts'
import { confirmSignature } from '../../src/modules/petitions/confirm-signature.ts'
import { correct } from '../../src/modules/petitions/correct.ts'
import { deliverReply } from '../../src/modules/petitions/deliver-reply.ts'
import { guide } from '../../src/modules/petitions/guide.ts'
import { handBack } from '../../src/modules/petitions/hand-back.ts'
import { linkCase } from '../../src/modules/petitions/link-case.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { receive } from '../../src/modules/petitions/receive.ts'
import { record } from '../../src/modules/petitions/record.ts'
import { recordReply } from '../../src/modules/petitions/record-reply.ts'
import { replyToSender } from '../../src/modules/petitions/reply-to-sender.ts'
import { shelve } from '../../src/modules/petitions/shelve.ts'
import { split } from '../../src/modules/petitions/split.ts'
import { submit } from '../../src/modules/petitions/submit.ts'
import { transfer } from '../../src/modules/petitions/transfer.ts'
import { unlinkCase } from '../../src/modules/petitions/unlink-case.ts'
import { urge } from '../../src/modules/petitions/urge.ts'
import { voidPetition } from '../../src/modules/petitions/void.ts'
import { withdraw } from '../../src/modules/petitions/withdraw.ts'
import { takeClockSteps } from '../../src/platform/actions/clock-steps.ts'
import { clockViewer } from '../../src/platform/actions/viewer.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { at, person } from '../support/office.ts'
import { against, complaintWords, openTown, standing, type Town } from '../support/town.ts'

let town: Town
before(async () => {
  town = await openTown()
})
after(() => town.t.close())

const clock = (day: string) => clockViewer(Temporal.PlainDate.from(day))
const where = { where: 'Ủy ban nhân dân tỉnh Lào Cai', reason: 'Việc thuộc thẩm quyền của tỉnh.' }
const lights = {
  asked_kind: 'observation',
  title: 'Đèn đường ngõ 12 không sáng',
  text: 'Ba tuần nay đèn đường ngõ 12 không sáng, buổi tối rất nguy hiểm.',
}
const observed = { kind: 'observation', field: 'infrastructure' }
const processed = async (...ids: string[]) =>
  standing(await town.posted(...ids)).filter((line) => line.includes('petition-processed'))

/** An observation that belongs to another unit, classified. */
async function elsewhere(day: string, competence = 'another'): Promise<string> {
  const id = await town.recorded(day, lights)
  await town.classified(id, day, { ...observed, competence })
  return id
}

test('a letter is guided once for the same content, by letter', async () => {
  const first = await town.recorded('2026-07-06')
  await town.closed('not-yours', guide, town.neighbour_desk, first, '2026-07-07', where)
  await town.faulty('reason: required', guide, town.desk, first, '2026-07-07', { where: 'Tỉnh' })
  await town.take(guide, town.desk, first, '2026-07-07', where)
  assert.match((await town.letters(first)).join(), /^guidance PHD\/\d+$/)
  const again = await town.recorded('2026-07-20')
  await town.take(linkCase, town.desk, again, '2026-07-20', { petition_id: first, how: 'same-letter' })
  await town.closed('not-guided-before', guide, town.desk, again, '2026-07-21', where)
  await town.classified(again, '2026-07-21')
  assert.equal((await town.row('petition', again)).eligible, false)
  await town.take(shelve, town.desk, again, '2026-07-21', { ground: 'guided-already', reason: 'Đã hướng dẫn' })
  assert.deepEqual(await town.letters(again), [])
  // Another person's letter on the same substance may be guided for itself.
  const other = await town.recorded('2026-07-22', { petitioner_name: 'Vàng A Páo' })
  await town.take(linkCase, town.desk, other, '2026-07-22', { petition_id: first, how: 'same-substance' })
  await town.take(guide, town.desk, other, '2026-07-22', where)
})

test('passed on once; the receiver has a record of its own the same day, with the chain; nobody passes it on again', async () => {
  const id = await elsewhere('2026-07-06')
  const to = { receiver_unit_id: town.office.neighbour, reason: 'Đường thuộc xã Bảo Yên quản lý' }
  const self = { ...to, receiver_unit_id: town.office.commune }
  await town.faulty('receiver_unit_id: not-a-receiver', transfer, town.desk, id, '2026-07-07', self)
  await town.faulty('receiver_unit_id: not-a-receiver', transfer, town.desk, id, '2026-07-07', {
    ...to,
    receiver_unit_id: uuidv7(),
  })
  await town.closed('not-yours', transfer, town.neighbour_head, id, '2026-07-07', to)
  await town.take(transfer, town.desk, id, '2026-07-07', to)
  const sender = await town.row('petition', id)
  const theirs = idFrom(id, `received-by/${town.office.neighbour}`)
  assert.deepEqual(sender.sent_to, {
    unit_id: town.office.neighbour,
    petition_id: theirs,
    unit_name: 'Xã Bảo Yên',
    on: '2026-07-07',
  })
  assert.match((await town.letters(id)).join(), /^transfer PC\/\d+$/)
  const { rows } = await town.t.worker.pool.query(`select unit_id, payload from outbox where task = 'deliver-transfer'`)
  assert.deepEqual(rows, [
    {
      unit_id: town.office.commune,
      payload: { petition_id: id, to_unit_id: town.office.neighbour, to_petition_id: theirs },
    },
  ])
  const input = { from_unit_id: town.office.commune, from_petition_id: id }
  const at_neighbour = { unit: town.office.neighbour }
  // Only what was sent to this unit is received by it, and only by the clock.
  await assert.rejects(
    town.take(receive, clock('2026-07-07'), uuidv7(), '2026-07-07', input, { unit: town.office.province }),
  )
  await town.closed('not-yours', receive, town.neighbour_desk, theirs, '2026-07-07', input, at_neighbour)
  await town.take(receive, clock('2026-07-07'), theirs, '2026-07-07', input, at_neighbour)
  const again = await town.take(receive, clock('2026-07-07'), theirs, '2026-07-07', input, at_neighbour)
  assert.equal(again.repeated, true)
  const received = await town.row('petition', theirs)
  assert.deepEqual(
    [received.unit_id, received.state, received.received_on.toString(), received.source, received.forwarder],
    [town.office.neighbour, 'received', '2026-07-07', 'forwarded', 'agency'],
  )
  assert.equal(received.came_from.petition_id, id)
  assert.deepEqual([received.text, received.petitioner_name], [sender.text, sender.petitioner_name])
  const seen = { ...observed, competence: 'another', conditions: ['in-vietnamese'] }
  await town.take(classify, town.neighbour_desk, theirs, '2026-07-08', seen, at_neighbour)
  await town.closed(
    'not-transferred-before',
    transfer,
    town.neighbour_desk,
    theirs,
    '2026-07-08',
    { receiver_unit_id: town.office.province, reason: 'x' },
    at_neighbour,
  )
  await town.closed('a-point-is-open', transfer, town.desk, id, '2026-07-08', to)

  // Not theirs either: back to the sender, by letter.
  const back = { ground: 'forwarded-to-wrong-unit', reason: 'Đường do phường quản lý' }
  await town.take(handBack, town.neighbour_desk, theirs, '2026-07-09', back, at_neighbour)
  assert.equal((await town.said(theirs, 'hand-back')).to, 'Phường Cam Đường')
  assert.deepEqual(await processed(id), ['2026-07-07 petition-processed transfer observation true 1'])
  assert.equal((await processed(theirs)).length, 1)
})

test('a complaint of others is guided, and passed on only if an agency, a deputy or the press sent it', async () => {
  const id = await town.recorded('2026-07-06')
  await town.classified(id, '2026-07-06', { competence: 'another' })
  const to = { receiver_unit_id: town.office.neighbour, reason: 'Thuộc thẩm quyền của xã' }
  await town.closed('transfer-is-lawful-for-its-kind', transfer, town.desk, id, '2026-07-07', to)
  await town.faulty('forwarder: required', record, town.desk, uuidv7(), '2026-07-06', {
    received_on: '2026-07-06',
    source: 'forwarded',
    signed: true,
    title: 'Đất',
    text: 'Đất',
    petitioner_name: 'Lý Thị Mây',
    petitioner_address: 'Tổ 5',
    code: await town.code(),
  })
  const forwarded = await town.recorded('2026-07-06', { source: 'forwarded', forwarder: 'press' })
  await town.classified(forwarded, '2026-07-06', { competence: 'another' })
  await town.take(transfer, town.desk, forwarded, '2026-07-07', to)
})

test('a unit that owes an answer is urged; its reply is recorded once and counted', async () => {
  const id = await elsewhere('2026-07-06', 'subordinate')
  await town.closed('not-in-this-state', recordReply, town.desk, id, '2026-07-07', { from: 'x', text: 'x' })
  await town.closed('not-yours', urge, town.desk, id, '2026-07-13', { unit_name: 'Tổ dân phố 5' })
  await town.take(urge, town.head, id, '2026-07-13', { unit_name: 'Tổ dân phố 5' })
  const row = await town.row('petition', id)
  assert.deepEqual(
    [row.state, row.urged],
    ['handled', [{ on: '2026-07-13', unit_name: 'Tổ dân phố 5', answer_by: '2026-07-22' }]],
  )
  await town.take(recordReply, town.desk, id, '2026-07-20', { from: 'Tổ dân phố 5', text: 'Đã thay bóng' })
  await town.closed('another-unit-owes-an-answer', recordReply, town.desk, id, '2026-07-21', { from: 'x', text: 'x' })
  await town.closed('another-unit-owes-an-answer', urge, town.head, id, '2026-07-21', { unit_name: 'x' })
  const lines = await town.posted(id)
  assert.deepEqual(lines.slice(1), [
    '+ 2026-07-13 petition-processed urge observation true 1',
    '+ 2026-07-20 reply-received observation 0',
  ])
})

test('linked letters: the same letter again is not eligible, others on the same substance are, neither is a new case; unlinking restores', async () => {
  const first = await town.recorded('2026-07-06', lights)
  const same = await town.recorded('2026-07-07', lights)
  const other = await town.recorded('2026-07-08', { ...lights, petitioner_name: 'Vàng A Páo' })
  for (const id of [first, same, other]) await town.classified(id, '2026-07-08', { ...observed, competence: 'another' })
  await town.faulty('petition_id: not-a-petition-here', linkCase, town.desk, same, '2026-07-08', {
    petition_id: same,
    how: 'same-letter',
  })
  const to = { receiver_unit_id: town.office.province, reason: 'Việc của tỉnh' }
  for (const id of [first, same, other]) await town.take(transfer, town.desk, id, '2026-07-09', to)
  await town.take(linkCase, town.desk, same, '2026-07-10', { petition_id: first, how: 'same-letter' })
  await town.take(linkCase, town.desk, other, '2026-07-10', { petition_id: first, how: 'same-substance' })
  const rows = {
    first: await town.row('petition', first),
    same: await town.row('petition', same),
    other: await town.row('petition', other),
  }
  assert.deepEqual([rows.same.eligible, rows.other.eligible], [false, true])
  assert.equal(rows.same.case_id, rows.first.case_id)
  assert.equal(rows.other.case_id, rows.first.case_id)
  const handled = '2026-07-09 petition-processed transfer observation'
  assert.deepEqual(await processed(first, same, other), [
    `${handled} true 1`,
    `${handled} false 0`,
    `${handled} true 0`,
  ])
  // Taken for the same person's by mistake: changed, then taken apart.
  await town.take(linkCase, town.desk, same, '2026-07-13', { petition_id: first, how: 'same-substance' })
  assert.equal((await town.row('petition', same)).eligible, true)
  await town.take(linkCase, town.desk, same, '2026-07-13', { petition_id: first, how: 'same-letter' })
  await town.take(unlinkCase, town.desk, same, '2026-07-14', { reason: 'Hai việc khác nhau' })
  const apart = await town.row('petition', same)
  assert.deepEqual([apart.eligible, apart.case_id, apart.same_as], [true, idFrom(same, 'case'), null])
  assert.deepEqual(await processed(same), [`${handled} true 1`])
  await town.closed('petition-is-linked', unlinkCase, town.desk, same, '2026-07-14', { reason: 'x' })
  // Codes and letters stayed with each.
  const { rows: codes } = await town.t.db.pool.query(
    'select count(*)::int as n from tracking_code where record_id = any($1)',
    [[first, same, other]],
  )
  assert.equal(codes[0].n, 3)
  for (const id of [first, same, other]) assert.equal((await town.letters(id)).length, 1)
})

test('linked as the same letter before it is classified, it stays not eligible', async () => {
  const first = await town.recorded('2026-07-06', lights)
  const same = await town.recorded('2026-07-07', lights)
  await town.take(linkCase, town.desk, same, '2026-07-07', { petition_id: first, how: 'same-letter' })
  await town.classified(same, '2026-07-08', observed)
  assert.equal((await town.row('petition', same)).eligible, false)
  await town.closed('handling-conditions-met', proposeAcceptance, town.desk, same, '2026-07-08', {})
})

test('a corrected kind is counted anew on its own day and reaches the point it is about', async () => {
  const id = await elsewhere('2026-07-06')
  await town.faulty('title: nothing-to-correct', correct, town.desk, id, '2026-07-07', { reason: 'Nhầm' })
  await town.closed('not-yours', correct, town.neighbour_desk, id, '2026-07-07', { reason: 'Nhầm', title: 'x' })
  await town.take(guide, town.desk, id, '2026-07-07', where)
  await town.take(correct, town.desk, id, '2026-07-20', {
    reason: 'Ghi nhầm loại',
    kind: 'recommendation',
    field: 'environment',
  })
  const row = await town.row('petition', id)
  assert.deepEqual([row.kind, row.field, row.points[0].kind], ['recommendation', 'environment', 'recommendation'])
  assert.deepEqual(await processed(id), ['2026-07-07 petition-processed guide recommendation true 1'])
  const { rows } = await town.t.db.pool.query(
    `select known_on::text as known_on, sign from posting where record_id = $1 and fact = 'petition-processed' order by seq, ord`,
    [id],
  )
  assert.deepEqual(
    rows.map((one) => `${one.sign} ${one.known_on}`),
    ['1 2026-07-07', '-1 2026-07-20', '1 2026-07-20'],
  )
  // Before it is handled, the point follows too: what was taken for a complaint becomes an observation's proceeding.
  const fresh = await town.recorded('2026-07-06')
  await town.closed('not-yours', correct, person('2026-07-06'), fresh, '2026-07-06', { reason: 'x', title: 'x' })
  await town.faulty('kind: not-classified-yet', correct, town.desk, fresh, '2026-07-06', { reason: 'x', kind: 'other' })
  await town.classified(fresh, '2026-07-07')
  await town.take(correct, town.desk, fresh, '2026-07-08', { reason: 'Nhầm', kind: 'observation', title: 'Đo lại đất' })
  await town.take(proposeAcceptance, town.desk, fresh, '2026-07-09', {})
  assert.equal((await town.row('feedback', idFrom(fresh, 'point/1'))).title, 'Đo lại đất')
  await town.faulty('kind: proceeding-has-begun', correct, town.desk, fresh, '2026-07-10', {
    reason: 'x',
    kind: 'complaint',
  })
})

test('what was classified wrongly is mended: competence, and a condition that was overlooked', async () => {
  const id = await town.recorded('2026-07-06', lights)
  const given = ['named-with-address', 'content-stated', 'not-sent-before', 'not-guided-before']
  await town.classified(id, '2026-07-06', { ...observed, conditions: given })
  await town.closed('handling-conditions-met', proposeAcceptance, town.desk, id, '2026-07-07')
  const same = { reason: 'x', kind: 'observation', conditions: given, competence: 'ours' }
  await town.faulty('title: nothing-to-correct', correct, town.desk, id, '2026-07-07', same)
  const met = ['in-vietnamese', ...given]
  await town.take(correct, town.desk, id, '2026-07-07', { reason: 'Sót', conditions: met, competence: 'another' })
  assert.equal((await town.row('petition', id)).eligible, true)
  await town.closed('within-competence', proposeAcceptance, town.desk, id, '2026-07-07')
  await town.take(transfer, town.desk, id, '2026-07-08', {
    receiver_unit_id: town.office.neighbour,
    reason: 'Việc của xã',
  })
  assert.deepEqual(await processed(id), ['2026-07-08 petition-processed transfer observation true 1'])
  const unsigned = await town.sent('2026-07-06')
  await town.classified(unsigned, '2026-07-06', { conditions: given })
  const claim = { reason: 'x', conditions: [...given, 'signed'] }
  await town.faulty('conditions: not-signed', correct, town.desk, unsigned, '2026-07-07', claim)
})

test('a letter is also linked by its number in the book', async () => {
  const first = await town.recorded('2026-07-06', lights)
  const { register_number } = await town.row('petition', first)
  const other = await town.recorded('2026-07-07', { ...lights, petitioner_name: 'Vàng A Páo' })
  const how = 'same-substance'
  await town.faulty('petition_id: choose-one', linkCase, town.desk, other, '2026-07-07', { how })
  for (const number of ['99999', `${register_number}/2025`, 'abc'])
    await town.faulty('register_number: not-a-petition-here', linkCase, town.desk, other, '2026-07-07', {
      how,
      register_number: number,
    })
  await town.take(linkCase, town.desk, other, '2026-07-07', { how, register_number: `${register_number}/2026` })
  assert.equal((await town.row('petition', other)).same_as.petition_id, first)
})

test('a stamp of secrecy is refused, capitals that only look like it are not', async () => {
  for (const text of ['Gửi kèm công văn MẬT số 3', 'TỐI MẬT: danh sách', 'tài liệu TUYỆT MẬT'])
    await town.faulty('text: state-secret', submit, person('2026-07-06'), uuidv7(), '2026-07-06', {
      ...complaintWords,
      asked_kind: 'observation',
      text,
      code: await town.code(),
    })
  await town.sent('2026-07-06', { text: 'ĐỀ NGHỊ XEM LẠI MẬT ĐỘ XÂY DỰNG, HỘ NUÔI ONG LẤY MẬT ONG BỊ ẢNH HƯỞNG' })
})

test('a void number stays in the book, is never given again, and counts no more', async () => {
  const before_it = await town.row('petition', await town.recorded('2026-08-03', lights))
  const id = await town.recorded('2026-08-03', lights)
  await town.closed('not-yours', voidPetition, town.desk, id, '2026-08-04', { reason: 'Vào sổ hai lần' })
  await town.take(voidPetition, town.head, id, '2026-08-04', { reason: 'Vào sổ hai lần' })
  const row = await town.row('petition', id)
  assert.deepEqual([row.state, row.register_number], ['void', before_it.register_number + 1])
  const next = await town.row('petition', await town.recorded('2026-08-04', lights))
  assert.equal(next.register_number, row.register_number + 1)
  assert.deepEqual(standing(await town.posted(id)), [])
  await town.closed('not-in-this-state', classify, town.desk, id, '2026-08-04', {
    ...observed,
    competence: 'ours',
    conditions: [],
  })
  await town.closed('not-in-this-state', voidPetition, town.head, id, '2026-08-05', { reason: 'lần nữa' })
})

test('taken back by its petitioner before it is handled, by nobody else and not after', async () => {
  const id = await town.sent('2026-08-03', lights)
  await town.closed('not-yours', withdraw, person('2026-08-04'), id, '2026-08-04')
  await town.closed('not-yours', withdraw, town.head, id, '2026-08-04')
  const own = person('2026-08-04', [{ unit_id: town.office.commune, record_id: id }])
  await town.take(withdraw, own, id, '2026-08-04')
  const row = await town.row('petition', id)
  assert.deepEqual([row.state, row.due_on, row.processed_on.toString()], ['withdrawn', null, '2026-08-04'])
  const late = await town.recorded('2026-08-03')
  await town.take(guide, town.desk, late, '2026-08-04', where)
  await town.closed('not-in-this-state', withdraw, town.desk, late, '2026-08-05')
})

test('nothing that waits is lost from the worklists: an open point, and a letter signed after it was guided', async () => {
  const listed = async (id: string) =>
    (await town.t.db.pool.query('select waits_for from work_item where id = $1', [id])).rows.map((row) => row.waits_for)
  const id = await town.recorded('2026-08-03')
  assert.deepEqual(await listed(id), ['intake'])
  await town.classified(id, '2026-08-03')
  await town.take(split, town.desk, id, '2026-08-03', {
    ...observed,
    text: 'Đèn đường không sáng',
  })
  await town.take(proposeAcceptance, town.desk, id, '2026-08-04', { ...against, point: '1' })
  assert.deepEqual(await listed(id), ['handler'])
  await town.take(proposeAcceptance, town.desk, id, '2026-08-04', { point: '2' })
  assert.deepEqual(await listed(id), [])
  const unsigned = await town.sent('2026-08-03')
  await takeClockSteps(town.t.db, clockSteps, at('2026-09-10'))
  assert.deepEqual(await listed(unsigned), [])
  await town.take(confirmSignature, town.desk, unsigned, '2026-09-10', { how: 'paper' })
  assert.deepEqual(await listed(unsigned), ['intake'])
  await town.classified(unsigned, '2026-09-10')
  assert.deepEqual(await listed(unsigned), ['head'])
  await town.take(proposeAcceptance, town.desk, unsigned, '2026-09-10', against)
  assert.deepEqual(await listed(unsigned), [])
})

test('every book of every unit runs without a gap', () => town.gapless())

/** Passed on to the neighbour and received there; both ids. */
async function passedOn(day: string): Promise<{ id: string; theirs: string }> {
  const id = await elsewhere(day)
  const to = { receiver_unit_id: town.office.neighbour, reason: 'Đường thuộc xã Bảo Yên quản lý' }
  await town.take(transfer, town.desk, id, day, to)
  const theirs = idFrom(id, `received-by/${town.office.neighbour}`)
  const input = { from_unit_id: town.office.commune, from_petition_id: id }
  await town.take(receive, clock(day), theirs, day, input, { unit: town.office.neighbour })
  return { id, theirs }
}

test('the receiver tells the sender once everything is settled; the sender’s record takes it up by itself, once', async () => {
  const { id, theirs } = await passedOn('2026-07-06')
  const there = { unit: town.office.neighbour }
  const text = { text: 'Đã thay bóng đèn ngày 10/7.' }
  await town.closed('not-in-this-state', replyToSender, town.neighbour_desk, theirs, '2026-07-07', text, there)
  const seen = { ...observed, competence: 'ours', conditions: ['in-vietnamese'] }
  await town.take(classify, town.neighbour_desk, theirs, '2026-07-07', seen, there)
  const kept = { ground: 'guided-already', reason: 'Đã hướng dẫn' }
  await town.take(shelve, town.neighbour_desk, theirs, '2026-07-08', kept, there)
  await town.closed('not-yours', replyToSender, town.desk, theirs, '2026-07-09', text, there)
  await town.faulty('text: required', replyToSender, town.neighbour_desk, theirs, '2026-07-09', {}, there)
  await town.take(replyToSender, town.neighbour_desk, theirs, '2026-07-09', text, there)
  await town.closed('sender-is-not-told-yet', replyToSender, town.neighbour_desk, theirs, '2026-07-10', text, there)
  assert.match((await town.letters(theirs)).at(-1) ?? '', /^case-reply CV\/\d+$/)
  const told = { unit_id: town.office.neighbour, petition_id: theirs }
  await deliverReply(town.t.db, told, at('2026-07-09'))
  await deliverReply(town.t.db, told, at('2026-07-09'))
  const sender = await town.row('petition', id)
  assert.deepEqual(sender.replies, [{ on: '2026-07-09', from: 'Xã Bảo Yên', text: 'Đã thay bóng đèn ngày 10/7.' }])
  assert.equal((await town.posted(id)).filter((line) => line.includes('reply-received')).length, 1)
  // Nobody sent this one here.
  const own = await town.recorded('2026-07-06', lights)
  await town.take(guide, town.desk, own, '2026-07-07', where)
  await town.closed('came-from-another-unit', replyToSender, town.desk, own, '2026-07-08', text)
})

test('what the receiver hands back stands on the sender’s record, and is no reply that counts', async () => {
  const { id, theirs } = await passedOn('2026-07-06')
  const there = { unit: town.office.neighbour }
  const seen = { ...observed, competence: 'another', conditions: ['in-vietnamese'] }
  await town.take(classify, town.neighbour_desk, theirs, '2026-07-07', seen, there)
  const back = { ground: 'forwarded-to-wrong-unit', reason: 'Đường do phường quản lý' }
  await town.take(handBack, town.neighbour_desk, theirs, '2026-07-08', back, there)
  await deliverReply(town.t.db, { unit_id: town.office.neighbour, petition_id: theirs }, at('2026-07-08'))
  const sender = await town.row('petition', id)
  assert.deepEqual(sender.replies, [
    { on: '2026-07-08', from: 'Xã Bảo Yên', text: 'Đường do phường quản lý', handed_back: true },
  ])
  assert.equal((await town.posted(id)).filter((line) => line.includes('reply-received')).length, 0)
})
