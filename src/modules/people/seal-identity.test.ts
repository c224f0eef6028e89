import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { at, type Office, officer, smallOffice } from '../../../tests/support/office.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { openWithPassphrase, setUpKey } from '../../platform/vault/officer-key.ts'
import { openFields, recordKeyFor } from '../../platform/vault/sealed-record.ts'
import { register } from '../receptions/register.ts'
import { sealIdentity } from './seal-identity.ts'

let base: TestDatabase
let office: Office
const day = '2026-11-20'
const moment = at(day)
const number = '010188001234'

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
})
after(() => base.close())

test('the number lies sealed beside the visit: an intake officer opens it, no row shows it, a double post is one visit', async () => {
  const sql = base.db.pool
  const desk = await officer(base.db, office.commune, 'reception-officer', day)
  await officer(base.db, office.commune, 'handler', day)
  const id = uuidv7()
  const about = { unit_id: office.commune, record_id: id, papers: [number], on: moment.on }
  await assert.rejects(
    sealIdentity(sql, about),
    (fault: unknown) => fault instanceof WrongInput && fault.faults[0]?.code === 'nobody-holds-a-key',
  )
  await setUpKey(base.db, desk.account_id ?? '', 'mưa rào trên mái ngói đỏ', moment.at)
  const visit = async () => ({
    visitor_name: 'Hoàng Thị Kể',
    subject: 'Hỏi về đất',
    asked_kind: 'other',
    identity_kind: 'identity-card',
    people: 1,
    first_time: true,
    ...(await sealIdentity(sql, about)),
  })
  const call = { viewer: desk, unit_id: office.commune, id, moment }
  await perform(base.db, register, { ...call, input: await visit() })
  assert.equal((await perform(base.db, register, { ...call, input: await visit() })).repeated, true)
  const { rows } = await base.owner.pool.query(
    `select v::text || (select string_agg(p::text, '') from payload p where p.record_id = v.id) as all from visit v where id = $1`,
    [id],
  )
  assert.doesNotMatch(rows[0].all, new RegExp(number))
  assert.match(rows[0].all, /Hỏi về đất/)
  const key = await openWithPassphrase(sql, desk.account_id ?? '', 'mưa rào trên mái ngói đỏ')
  assert.ok(key)
  const record_key = await recordKeyFor(sql, office.commune, id, key)
  assert.ok(record_key)
  assert.deepEqual(await openFields(sql, office.commune, id, record_key), [
    { name: 'identity', version: 1, content: { papers: [number] } },
  ])
})
