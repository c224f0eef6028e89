/** A citizen writes from the portal, the office answers, the citizen rates: the thin thread through the whole house. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { allowPublication } from '../../src/modules/feedback/allow-publication.ts'
import { answer } from '../../src/modules/feedback/answer.ts'
import { draftAnswer } from '../../src/modules/feedback/draft-answer.ts'
import { publish } from '../../src/modules/feedback/publish.ts'
import { rate } from '../../src/modules/feedback/rate.ts'
import { reopen } from '../../src/modules/feedback/reopen.ts'
import { assign } from '../../src/modules/petitions/assign.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { submit } from '../../src/modules/petitions/submit.ts'
import { NotOpen, Stale, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { at, type Office, officer, person, smallOffice } from '../support/office.ts'

let t: TestDatabase
let office: Office
const day = '2026-07-06'

before(async () => {
  t = await testDatabase()
  office = await smallOffice(t.owner)
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

  const desk = await officer(t.db, office.commune, 'reception-officer', day)
  const stranger = await officer(t.db, office.neighbour, 'head', day)
  const head = await officer(t.db, office.commune, 'head', day)
  const handler = await officer(t.db, office.commune, 'handler', day)
  const of = { unit_id: office.commune, id, moment: at(day) }
  const seen = { kind: 'observation', field: 'infrastructure', competence: 'ours' }
  const conditions = ['in-vietnamese', 'named-with-address', 'content-stated', 'not-sent-before', 'not-guided-before']
  await assert.rejects(
    perform(t.db, classify, { ...of, viewer: stranger, input: { ...seen, conditions } }),
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
    perform(t.db, assign, { ...of, viewer: head, revision: 2, input: { handler_id: stranger.account_id } }),
    WrongInput,
  )
  await perform(t.db, assign, { ...of, viewer: head, revision: 2, input: { handler_id: handler.account_id } })
  await perform(t.db, proposeAcceptance, { ...of, viewer: handler, revision: 3, input: {} })

  const answered = { unit_id: office.commune, id: idFrom(id, 'point/1'), moment: at(day) }
  const { rows } = await t.db.pool.query('select * from feedback where id = $1', [answered.id])
  assert.equal(rows[0].register_number, 1)
  assert.equal(rows[0].state, 'awaiting-assignment')
  await t.db.pool.query('select 1')
  const { assign: assignFeedback } = await import('../../src/modules/feedback/assign.ts')
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
