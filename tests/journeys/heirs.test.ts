/** A commune was merged: what its register holds is carried on by the commune that took over; nothing new is entered there. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { assign } from '../../src/modules/petitions/assign.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { workItems } from '../../src/modules/petitions/queries.ts'
import { record } from '../../src/modules/petitions/record.ts'
import { NotOpen } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import { newTrackingCode } from '../../src/platform/tracking-code.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { at, type Office, officer, onDay, smallOffice } from '../support/office.ts'

let t: TestDatabase
let office: Office
const old = randomUUID()

before(async () => {
  t = await testDatabase()
  office = await smallOffice(t.owner)
  const { pool } = t.owner
  await pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [old])
  await pool.query(
    `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level, code)
     values ($1, '[2012-01-01,2025-07-01)', $2, 'Xã Hợp Thành', 'xa hop thanh', 'xa hop thanh', 'commune', '02701')`,
    [old, office.province],
  )
  for (const [ancestor, depth] of [
    [old, 0],
    [office.province, 1],
  ])
    await pool.query(`insert into unit_ancestry values ($1, $2, '[2012-01-01,2025-07-01)', $3)`, [old, ancestor, depth])
  await pool.query(`insert into unit_successor (from_id, to_id, succeeded_on) values ($1, $2, '2025-07-01')`, [
    old,
    office.commune,
  ])
})
after(() => t.close())

const paper = () => ({
  received_on: '2025-06-20',
  source: 'post',
  petitioner_name: 'Vàng A Páo',
  petitioner_address: 'Thôn 3, xã Hợp Thành',
  title: 'Đường vào thôn sạt lở',
  text: 'Mưa tháng 6 làm sạt đường vào thôn 3, xe không vào được.',
  signed: true,
  code: newTrackingCode('7K3'),
})
const seen = {
  kind: 'recommendation',
  field: 'infrastructure',
  competence: 'ours',
  conditions: ['in-vietnamese', 'named-with-address', 'content-stated', 'not-sent-before', 'not-guided-before'],
}

test('the heir carries on, a neighbour does not, and the old register takes in nothing new', async () => {
  const then = await officer(t.db, old, 'reception-officer', '2025-06-20')
  const id = uuidv7()
  await perform(t.db, record, { viewer: then, unit_id: old, id, input: paper(), moment: at('2025-06-20') })
  const heir = await officer(t.db, office.commune, 'reception-officer', '2025-07-02')
  const neighbour = await officer(t.db, office.neighbour, 'reception-officer', '2025-07-02')
  const head = await officer(t.db, office.commune, 'head', '2025-07-02')
  const of = { unit_id: old, id, moment: at('2025-07-02') }
  const stranger = (fault: unknown) => fault instanceof NotOpen && fault.status === 404
  await assert.rejects(perform(t.db, classify, { ...of, viewer: neighbour, input: seen }), stranger)
  const before = await viewerOfAccount(t.db.pool, heir.account_id!, at('2025-06-30'))
  await assert.rejects(
    perform(t.db, classify, { ...of, viewer: before!, moment: at('2025-06-30'), input: seen }),
    stranger,
    'the day before the merger it is not theirs yet',
  )
  await perform(t.db, classify, { ...of, viewer: heir, input: seen })
  await perform(t.db, assign, { ...of, viewer: head, input: { handler_id: heir.account_id } })
  const mine = await workItems(await onDay(t.db, heir, '2025-07-02'), t.db.pool, 'mine')
  assert.deepEqual(
    mine.map((one) => one.id),
    [id],
  )
  await assert.rejects(
    perform(t.db, record, { viewer: heir, unit_id: old, id: uuidv7(), input: paper(), moment: at('2025-07-02') }),
    stranger,
    'nothing new enters a register that is no more',
  )
})
