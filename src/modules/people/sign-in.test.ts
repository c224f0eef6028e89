import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { type Moment, moment } from '../../platform/clock.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { closeAccount, createAccount, handOutPassword } from './accounts.ts'
import { delayAfter } from './guesses.ts'
import { openRecord, readOpened, sealOpened } from './opened.ts'
import {
  changePassword,
  type From,
  openSignIn,
  type SignIn,
  sessionOf,
  signInWith,
  signOut,
  signOutEverywhere,
} from './sign-in.ts'
import { citizen, viewerOf } from './viewer-of.ts'

let base: TestDatabase
let signIn: SignIn
const secret = 'a test secret of more than thirty-two characters'

before(async () => {
  base = await testDatabase()
  signIn = openSignIn({ db: base.db, url: base.url, secret })
})
after(async () => {
  await signIn.end()
  await base.close()
})

let addresses = 0
const from = (cookies: readonly string[] = [], address = `10.0.${++addresses >> 8}.${addresses & 255}`): From => ({
  headers: new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '), 'user-agent': 'test' }),
  address,
  secure: false,
})
const later = (seconds: number): Moment => ({ ...moment(), at: Temporal.Now.instant().add({ seconds }) })
const password = 'hoa sen trong đầm'

async function somebody() {
  const name = `t${uuidv7().slice(-12)}`
  const { id } = await createAccount(base.db, { name: 'Nguyễn Thị Thử', sign_in_name: name, password })
  return { id, name }
}

async function signedIn(name: string, typed = password, cookies: readonly string[] = []): Promise<string[]> {
  const result = await signInWith(signIn, { name, password: typed }, from(cookies), moment())
  assert.ok(result.ok)
  return result.cookies
}

const accountOf = async (cookies: readonly string[]) =>
  (await sessionOf(signIn, from(cookies).headers))?.account_id ?? null

describe('sessions', () => {
  test('the right password opens a session, whatever the case of the name; the cookie is for the server alone', async () => {
    const { id, name } = await somebody()
    const cookies = await signedIn(` ${name.toUpperCase()} `)
    assert.equal(await accountOf(cookies), id)
    const cookie = cookies.find((one) => one.startsWith('gandan.session_token='))!
    assert.match(cookie, /HttpOnly/i)
    assert.match(cookie, /SameSite=Lax/i)
    assert.doesNotMatch(cookie, /Max-Age|Expires|Secure/i)
    const secure = await signInWith(signIn, { name, password }, { ...from(), secure: true }, moment())
    assert.match(secure.ok ? secure.cookies.join() : '', /; Secure/)
    assert.equal((await viewerOf(signIn, from(cookies).headers, moment())).account_id, id)
    const { rows } = await base.db.pool.query('select ip_address, user_agent from auth_session where user_id = $1', [
      id,
    ])
    assert.match(rows[0].ip_address, /^10\./)
    assert.equal(rows[0].user_agent, 'test')
  })

  test('a forged, shortened or foreign cookie opens nothing', async () => {
    const { id, name } = await somebody()
    const [cookie = ''] = await signedIn(name)
    const value = cookie.split(';')[0]!
    const { rows } = await base.db.pool.query('select id, token from auth_session where user_id = $1', [id])
    const [token, signature] = decodeURIComponent(value.split('=')[1]!).split(/\.(.*)/)
    assert.equal(token, rows[0].token)
    const forgeries = [
      token,
      `${token}.`,
      rows[0].id,
      `${token}.${signature?.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
    ]
    for (const forged of forgeries)
      assert.equal(
        await accountOf([`gandan.session_token=${encodeURIComponent(String(forged))}`]),
        null,
        String(forged),
      )
    assert.equal(await accountOf([value]), id)
    const stranger = openSignIn({
      db: base.db,
      url: base.url,
      secret: 'another secret of more than thirty-two letters',
    })
    assert.equal(await sessionOf(stranger, from([value]).headers), null)
    await stranger.end()
  })

  test('signing in gives a new session and ends the one the browser brought', async () => {
    const { name } = await somebody()
    const first = await signedIn(name)
    const second = await signedIn(name, password, first)
    assert.notDeepEqual(first, second)
    assert.equal(await accountOf(first), null)
    assert.notEqual(await accountOf(second), null)
  })

  test('signing out ends this session, signing out everywhere all of them', async () => {
    const { id, name } = await somebody()
    const devices = [await signedIn(name), await signedIn(name), await signedIn(name)]
    const forget = await signOut(signIn, from(devices[0]))
    assert.match(forget.join(), /Max-Age=0/)
    assert.deepEqual(await Promise.all(devices.map(accountOf)), [null, id, id])
    await signOutEverywhere(signIn, id)
    assert.deepEqual(await Promise.all(devices.map(accountOf)), [null, null, null])
  })

  test('eight hours without use end a session; use renews it; a week ends it whatever happens', async () => {
    const { id, name } = await somebody()
    const cookies = await signedIn(name)
    const set = (column: string, hours: number) =>
      base.db.pool.query(`update auth_session set ${column} = now() + make_interval(hours => $2) where user_id = $1`, [
        id,
        hours,
      ])
    await set('expires_at', 1)
    assert.equal(await accountOf(cookies), id)
    const { rows } = await base.db.pool.query(
      `select extract(epoch from expires_at - now())::int as seconds from auth_session where user_id = $1`,
      [id],
    )
    assert.ok(rows[0].seconds > 7.9 * 3600)
    await set('created_at', -24 * 7 - 1)
    assert.equal(await accountOf(cookies), null)
    const again = await signedIn(name)
    await set('expires_at', -1)
    assert.equal(await accountOf(again), null)
  })

  test('a closed account is refused and its sessions end', async () => {
    const { id, name } = await somebody()
    const cookies = await signedIn(name)
    await closeAccount(base.db, id, moment().on)
    assert.equal(await accountOf(cookies), null)
    assert.deepEqual(await signInWith(signIn, { name, password }, from(), moment()), { ok: false, wait_until: null })
  })
})

describe('guessing', () => {
  test('unknown name, wrong password, closed account and a name with quotes get one answer in one time', async () => {
    const { name } = await somebody()
    const tried = [name, 'khong-co-ai', "x' or 1=1", '', 'ñ'.repeat(500)]
    const took = tried.map(() => Number.POSITIVE_INFINITY)
    const spread = () => Math.max(...took) - Math.min(...took)
    // Other work on the machine only ever lengthens a try: the shortest of up to four counts (the fifth would have to wait).
    for (let round = 0; round < 4 && !(spread() < 100); round++)
      for (const [at, one] of tried.entries()) {
        const began = performance.now()
        const result = await signInWith(signIn, { name: one, password: 'sai hoàn toàn' }, from(), moment())
        took[at] = Math.min(took[at]!, performance.now() - began)
        assert.deepEqual(result, { ok: false, wait_until: null })
      }
    assert.ok(Math.min(...took) >= 295, took.join())
    assert.ok(spread() < 100, took.join())
  })

  test('delays grow from 30 seconds to an hour', () => {
    assert.deepEqual(
      [1, 4, 5, 6, 7, 12, 99].map((tries) => delayAfter('account', tries)),
      [0, 0, 30, 60, 120, 3600, 3600],
    )
    assert.deepEqual(
      [29, 30, 31].map((tries) => delayAfter('address', tries)),
      [0, 30, 60],
    )
  })

  for (const known of [true, false])
    test(`the sixth try at ${known ? 'a known' : 'an unknown'} name waits, with the right password too; afterwards it opens`, async () => {
      const name = known ? (await somebody()).name : `khongco${uuidv7().slice(-6)}`
      const attempt = (typed: string, at: Moment) => signInWith(signIn, { name, password: typed }, from(), at)
      for (let i = 0; i < 5; i++) assert.deepEqual(await attempt('sai', moment()), { ok: false, wait_until: null })
      const refused = await attempt(password, moment())
      assert.ok(!refused.ok && refused.wait_until)
      const restarted = openSignIn({ db: base.db, url: base.url, secret })
      const again = await signInWith(restarted, { name, password }, from(), moment())
      assert.ok(!again.ok && again.wait_until, 'a restart forgets nothing')
      await restarted.end()
      assert.equal((await attempt('sai', later(31))).ok, false)
      const longer = await attempt(password, later(62))
      assert.ok(!longer.ok && longer.wait_until, 'the delay has grown')
      assert.equal((await attempt(password, later(200))).ok, known)
    })

  test('forty guesses at once are forty guesses', async () => {
    const { name } = await somebody()
    const all = await Promise.all(
      Array.from({ length: 40 }, () => signInWith(signIn, { name, password: 'sai' }, from(), moment())),
    )
    assert.equal(all.filter((one) => !one.ok && one.wait_until === null).length, 5)
  })

  test('one address cannot try many names, and another address goes on', async () => {
    const results = []
    for (let i = 0; i < 31; i++)
      results.push(
        signInWith(
          signIn,
          { name: `nguoi${i}.${uuidv7().slice(-8)}`, password: 'sai' },
          from([], '2001:db8:1:2::9'),
          moment(),
        ),
      )
    const waits = (await Promise.all(results)).filter((one) => !one.ok && one.wait_until !== null)
    assert.equal(waits.length, 1)
    const neighbour = await signInWith(
      signIn,
      { name: 'ai.do', password: 'sai' },
      from([], '2001:db8:1:2:ffff::1'),
      moment(),
    )
    assert.ok(!neighbour.ok && neighbour.wait_until, 'the same /64')
    const other = await signInWith(signIn, { name: 'ai.do', password: 'sai' }, from([], '2001:db8:1:3::1'), moment())
    assert.ok(!other.ok && other.wait_until === null)
  })

  test('nothing typed is kept readable', async () => {
    const typed = `matkhaugonham${uuidv7().slice(-4)}`
    await signInWith(signIn, { name: typed, password: 'x' }, from(), moment())
    const { rows } = await base.db.pool.query('select g::text as row from sign_in_guess g')
    assert.ok(rows.length > 0 && rows.every((one) => !one.row.includes('matkhau')))
  })
})

describe('passwords', () => {
  test('a change ends the other sessions; the old password opens nothing more', async () => {
    const { id, name } = await somebody()
    const here = await signedIn(name)
    const elsewhere = await signedIn(name)
    const session = (await sessionOf(signIn, from(here).headers))!
    const change = (current_password: string, new_password: string) =>
      changePassword(signIn, session, { current_password, new_password }, from(here), moment())
    const code = async (...typed: [string, string]) => {
      const changed = await change(...typed)
      return changed.ok ? null : `${changed.field}: ${changed.code}`
    }
    assert.equal(await code(password, 'ngắn'), 'new_password: too-short')
    assert.equal(await code(password, `${name}-2026`), 'new_password: password-is-the-name')
    assert.equal(await code(password, '1234561234567'), 'new_password: password-is-common')
    assert.equal(await code(password, password), 'new_password: password-is-the-old-one')
    assert.equal(await code('sai hoàn toàn', 'cánh đồng làng ta'), 'current_password: wrong-password')
    const changed = await change(password, 'cánh đồng làng ta')
    assert.ok(changed.ok)
    assert.equal(await accountOf(elsewhere), null)
    assert.equal(await accountOf(here), null)
    assert.equal(await accountOf(changed.cookies), id)
    assert.equal((await signInWith(signIn, { name, password }, from(), moment())).ok, false)
    await signedIn(name, 'cánh đồng làng ta')
  })

  test('a handed-out password opens nothing but its own change, and not for ever', async () => {
    const name = `t${uuidv7().slice(-12)}`
    const made = await createAccount(base.db, { name: 'Phạm Văn Mới', sign_in_name: name })
    assert.match(made.one_time_password!, /^[a-z]{4}-[a-z]{4}-[a-z]{4}-\d{4}$/)
    assert.equal(
      (await createAccount(base.db, { id: made.id, name: 'Khác', sign_in_name: `${name}x` })).one_time_password,
      null,
    )
    await assert.rejects(createAccount(base.db, { name: 'Trùng', sign_in_name: name }), /sign-in-name-is-taken/)
    await base.owner.pool.query(
      `insert into position (unit_id, id, revision, state, chain, created_at, account_id, kind, title, from_on)
       values ($1, $2, 1, 'given', '', now(), $3, 'handler', '', '2020-01-01')`,
      [uuidv7(), uuidv7(), made.id],
    )
    const week = later(7 * 24 * 3600 + 60)
    assert.equal((await signInWith(signIn, { name, password: made.one_time_password! }, from(), week)).ok, false)
    const cookies = await signedIn(name, made.one_time_password!)
    assert.deepEqual((await viewerOf(signIn, from(cookies).headers, moment())).positions, [])
    const session = (await sessionOf(signIn, from(cookies).headers))!
    const typed = { current_password: made.one_time_password!, new_password: 'cánh đồng làng ta' }
    const changed = await changePassword(signIn, session, typed, from(cookies), moment())
    assert.ok(changed.ok)
    assert.equal((await viewerOf(signIn, from(changed.cookies).headers, moment())).positions.length, 1)
    await handOutPassword(base.db, made.id)
    assert.equal(await accountOf(changed.cookies), null)
  })
})

describe('opened records', () => {
  const record = { unit_id: uuidv7(), record_id: uuidv7() }

  test('stay open thirty minutes in this browser, unreadable and unforgeable', async () => {
    const at = Temporal.Now.instant()
    const cookie = openRecord(secret, citizen(moment()), record, at, true)
    assert.match(cookie, /HttpOnly; SameSite=Lax; Secure$/)
    const viewer = await viewerOf(signIn, from([cookie]).headers, moment())
    assert.deepEqual([viewer.account_id, viewer.via, viewer.opened], [null, 'portal', [record]])
    const value = cookie.split(';')[0]!.split('=')[1]!
    assert.ok(!Buffer.from(value, 'base64url').toString('latin1').includes(record.record_id))
    assert.deepEqual(readOpened(secret, value, at.add({ minutes: 31 })), [])
    assert.deepEqual(readOpened('other', value, at), [])
    for (const place of [3, 20, value.length - 3]) {
      const forged = `${value.slice(0, place)}${value[place] === 'A' ? 'B' : 'A'}${value.slice(place + 1)}`
      assert.deepEqual(readOpened(secret, forged, at), [])
    }
    for (const junk of [undefined, '', 'x', 'A'.repeat(5000)]) assert.deepEqual(readOpened(secret, junk, at), [])
  })

  test('ten at most, the newest first', () => {
    const many = Array.from({ length: 12 }, () => ({ unit_id: uuidv7(), record_id: uuidv7() }))
    const at = Temporal.Now.instant()
    assert.deepEqual(readOpened(secret, sealOpened(secret, many, at), at), many.slice(0, 10))
  })
})
