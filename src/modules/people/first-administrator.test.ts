import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { moment } from '../../platform/clock.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { createAccount } from './accounts.ts'
import { firstAdministrator, firstName } from './first-administrator.ts'
import { openSignIn, type SignIn, signInWith } from './sign-in.ts'
import { viewerOfAccount } from './viewer-of.ts'

let base: TestDatabase
let signIn: SignIn
before(async () => {
  base = await testDatabase()
  signIn = openSignIn({ db: base.db, url: base.url, secret: 'a test secret of more than thirty-two characters' })
})
after(async () => {
  await signIn.end()
  await base.close()
})

test('an empty installation gets one administrator, once, even where the first start broke off half-way', async () => {
  const unit_id = uuidv7()
  await base.owner.pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [unit_id])
  await base.owner.pool.query(
    `insert into unit_period (unit_id, level, valid, name, name_folded) values ($1, 'country', '[2000-01-01,)', 'Thử', 'thu')`,
    [unit_id],
  )
  const half = await createAccount(base.db, { name: 'Quản trị', sign_in_name: firstName })
  const made = (await firstAdministrator(base.db, unit_id, moment()))!
  assert.notEqual(made.one_time_password, half.one_time_password)
  assert.equal(await firstAdministrator(base.db, unit_id, moment()), null)
  const from = { headers: new Headers(), address: '10.0.0.1', secure: false }
  const result = await signInWith(signIn, { name: firstName, password: made.one_time_password }, from, moment())
  assert.ok(result.ok)
  assert.equal((await viewerOfAccount(base.db.pool, result.account_id, moment()))?.must_change_password, true)
})
