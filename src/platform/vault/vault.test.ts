import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { createAccount } from '../../modules/people/accounts.ts'
import { uuidv7 } from '../uuid.ts'
import { lock, newKey, newKeyPair, openSealed, Shut, sealTo, unlock } from './box.ts'
import {
  changePassphrase,
  closeKey,
  keyOf,
  lockSession,
  openForSession,
  openInSession,
  openWithPassphrase,
  publicKeysOf,
  setUpKey,
} from './officer-key.ts'
import { passphraseFault } from './passphrase.ts'
import { openFields, recordKeyFor, sealRecord } from './sealed-record.ts'

let base: TestDatabase
before(async () => {
  base = await testDatabase()
})
after(() => base.close())

const now = () => Temporal.Now.instant()
const passphrase = 'trâu trắng gặm cỏ bên đê'
const sql = () => base.db.pool

async function somebody() {
  const { id } = await createAccount(base.db, {
    name: 'Nguyễn Văn Kín',
    sign_in_name: `k${uuidv7().slice(-12)}`,
    password_hash: 'x',
  })
  return id
}

async function session(account_id: string) {
  const id = uuidv7()
  await sql().query(
    `insert into auth_session (id, user_id, token, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
    [id, account_id, `token ${id}`],
  )
  return { id, account_id }
}

test('what is locked opens with its key at its place alone, and a changed byte is noticed', () => {
  const key = newKey()
  const clear = Buffer.from('lời kể')
  const locked = lock(clear, key, 'a/words/1')
  assert.equal(unlock(locked, key, 'a/words/1').toString(), 'lời kể')
  assert.throws(() => unlock(locked, newKey(), 'a/words/1'), Shut)
  assert.throws(() => unlock(locked, key, 'b/words/1'), Shut)
  locked.content[0] = (locked.content[0] ?? 0) ^ 1
  assert.throws(() => unlock(locked, key, 'a/words/1'), Shut)
  assert.equal(
    lock(Buffer.from('a'), key, '').content.length,
    lock(Buffer.from('a'.repeat(400)), key, '').content.length,
  )
})

test('a key sealed to one officer is shut to another, and to who sealed it', () => {
  const [mine, other] = [newKeyPair(), newKeyPair()]
  const key = newKey()
  const sealed = sealTo(key, mine.public_key)
  assert.deepEqual(openSealed(sealed, mine), key)
  assert.throws(() => openSealed(sealed, other), Shut)
  assert.throws(() => openSealed(sealed, { public_key: mine.public_key, private_key: other.private_key }), Shut)
})

test('a wrong passphrase opens nothing; a changed one opens the same key; marks may be typed either way', async () => {
  const account = await somebody()
  assert.equal(await openWithPassphrase(sql(), account, passphrase), null)
  const key_id = await setUpKey(base.db, account, passphrase, now())
  assert.equal(await openWithPassphrase(sql(), account, `${passphrase}.`), null)
  const opened = await openWithPassphrase(sql(), account, passphrase.normalize('NFD'))
  assert.equal(opened?.key_id, key_id)
  assert.equal(await changePassphrase(sql(), account, 'không phải câu này đâu', 'một câu khác hẳn để nhớ'), false)
  assert.equal(await changePassphrase(sql(), account, passphrase, 'một câu khác hẳn để nhớ'), true)
  assert.equal(await openWithPassphrase(sql(), account, passphrase), null)
  const again = await openWithPassphrase(sql(), account, 'một câu khác hẳn để nhớ')
  assert.deepEqual(again?.private_key, opened?.private_key)
})

test('a session holds the key until it ends; the cookie of one session opens no other', async () => {
  const account = await somebody()
  await setUpKey(base.db, account, passphrase, now())
  const [one, two] = [await session(account), await session(account)]
  assert.equal(await openForSession(sql(), one, 'sai câu rồi nhé bạn', now()), null)
  const cookie = (await openForSession(sql(), one, passphrase, now())) ?? ''
  const other = (await openForSession(sql(), two, passphrase, now())) ?? ''
  assert.ok(await openInSession(sql(), one, cookie))
  assert.equal(await openInSession(sql(), one, other), null)
  assert.equal(await openInSession(sql(), one, undefined), null)
  assert.equal(await openInSession(sql(), { ...one, account_id: await somebody() }, cookie), null)
  await sql().query('delete from auth_session where id = $1', [one.id])
  assert.equal(await openInSession(sql(), one, cookie), null)
  const left = await base.owner.pool.query('select session_id from session_key')
  assert.ok(!left.rows.some(({ session_id }) => session_id === one.id))
  await lockSession(sql(), two.id)
  assert.equal(await openInSession(sql(), two, other), null)
})

test('a new key after a lost passphrase opens nothing that was sealed to the old one', async () => {
  const account = await somebody()
  await setUpKey(base.db, account, passphrase, now())
  const record_id = uuidv7()
  const unit_id = uuidv7()
  const { fields, keys } = sealRecord(record_id, { words: { text: 'bí mật' } }, await publicKeysOf(sql(), [account]))
  const bytes = (base64: string | undefined) => Buffer.from(base64 ?? '', 'base64')
  await sql().query(
    'insert into record_key (unit_id, record_id, account_id, key_id, sealed) values ($1, $2, $3, $4, $5)',
    [unit_id, record_id, account, keys[0]?.key_id, bytes(keys[0]?.sealed)],
  )
  await sql().query(
    'insert into sealed_field (unit_id, record_id, name, version, nonce, content) values ($1, $2, $3, 1, $4, $5)',
    [unit_id, record_id, 'words', bytes(fields[0]?.nonce), bytes(fields[0]?.content)],
  )
  const opened = await openWithPassphrase(sql(), account, passphrase)
  assert.ok(opened)
  const key = await recordKeyFor(sql(), unit_id, record_id, opened)
  assert.deepEqual(await openFields(sql(), unit_id, record_id, key ?? Buffer.alloc(0)), [
    { name: 'words', version: 1, content: { text: 'bí mật' } },
  ])
  closeKey(opened)
  assert.ok(opened.private_key.every((byte) => byte === 0))
  const first = await keyOf(sql(), account)
  await setUpKey(base.db, account, passphrase, now())
  assert.notEqual((await keyOf(sql(), account))?.key_id, first?.key_id)
  const fresh = await openWithPassphrase(sql(), account, passphrase)
  assert.equal(fresh && (await recordKeyFor(sql(), unit_id, record_id, fresh)), null)
})

test('sealed contents cannot be changed or taken away by the server, nor read by the job runner', async () => {
  await assert.rejects(sql().query(`update sealed_field set content = '\\x00'`), /permission denied/)
  await assert.rejects(sql().query('delete from record_key'), /permission denied/)
  for (const table of ['officer_key', 'session_key', 'record_key', 'sealed_field', 'denunciation'])
    await assert.rejects(base.worker.pool.query(`select from ${table}`), /permission denied/)
})

test('a passphrase is long and not plain', () => {
  assert.equal(passphraseFault('ngắn quá', 'an'), 'too-short')
  assert.equal(passphraseFault('a'.repeat(30), 'an'), 'passphrase-is-too-plain')
  assert.equal(passphraseFault('1234567812345678', 'an'), 'passphrase-is-too-plain')
  assert.equal(passphraseFault('nguyen.van.an.kontum', 'nguyen.van.an.kontum'), 'password-is-the-name')
  assert.equal(passphraseFault('x'.repeat(201), 'an'), 'too-long')
  assert.equal(passphraseFault('trâu trắng gặm cỏ bên đê', 'an'), null)
})
