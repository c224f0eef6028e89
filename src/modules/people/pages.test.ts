import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import type { AppEnv } from '../../http/env.ts'
import { createFrame } from '../../http/frame.ts'
import { fixDay, moment } from '../../platform/clock.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { createAccount, givePosition } from './accounts.ts'
import { peoplePages } from './module.ts'
import { safePath } from './requests.ts'
import { openSignIn, type SignIn } from './sign-in.ts'
import { viewerOf } from './viewer-of.ts'

let base: TestDatabase
let signIn: SignIn
let app: Hono<AppEnv>
const unit = uuidv7()
const password = 'hoa sen trong đầm'

before(async () => {
  fixDay('2026-11-20')
  base = await testDatabase()
  signIn = openSignIn({ db: base.db, url: base.url, secret: 'a test secret of more than thirty-two characters' })
  app = createFrame({
    moment,
    viewerOf: (c) => viewerOf(signIn, c.req.raw.headers, c.var.moment),
    officeOf: () => ({ name: 'Xã thử' }),
  })
  peoplePages(app, { signIn })
  app.get('/ban-lam-viec', (c) => c.text('desk'))
  const { pool } = base.owner
  await pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [unit])
  await pool.query(
    `insert into unit_period (unit_id, level, valid, name, name_folded) values ($1, 'commune', '[2025-07-01,)', 'Xã thử', 'xa thu')`,
    [unit],
  )
  await pool.query(
    `insert into unit_ancestry (unit_id, ancestor_id, depth, valid) values ($1, $1, 0, '[2025-07-01,)')`,
    [unit],
  )
})
after(async () => {
  await signIn.end()
  await base.close()
})

/** A browser without script: keeps cookies, posts forms, reads what the page holds. */
class Browser {
  cookies = new Map<string, string>()

  async go(path: string, form?: Record<string, string>): Promise<{ status: number; to: string | null; html: string }> {
    const headers = new Headers({
      host: 'localhost',
      origin: 'http://localhost',
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
    })
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const body = form && new URLSearchParams(form)
    const response = await app.request(`http://localhost${path}`, { method: form ? 'POST' : 'GET', headers, body })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = cookie.split(';')
      const at = pair.indexOf('=')
      if (rest.some((part) => /max-age=0$/i.test(part.trim()))) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return { status: response.status, to: response.headers.get('location'), html: await response.text() }
  }

  /** Posts a page's own form: hidden values of the page and what is typed. */
  async submit(path: string, typed: Record<string, string>) {
    const { html } = await this.go(path)
    const hidden = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((found) => [found[1], found[2]]),
    )
    return this.go(path, { ...hidden, ...typed })
  }

  signIn(name: string, typed = password, to = '') {
    return this.go('/dang-nhap', { ten: name, 'mat-khau': typed, den: to })
  }
}

async function officer(kind: Parameters<typeof givePosition>[1]['kind'] | null, title?: string) {
  const sign_in_name = `t${uuidv7().slice(-12)}`
  const { id } = await createAccount(base.db, { name: 'Nguyễn Thị Thử', sign_in_name, password })
  if (kind) await givePosition(base.db, { account_id: id, unit_id: unit, kind, title, from_on: '2026-01-01' })
  const browser = new Browser()
  assert.equal((await browser.signIn(sign_in_name)).status, 303)
  return { browser, id, sign_in_name }
}

const people = `/don-vi/${unit}/nhan-su`

describe('the door', () => {
  test('signing in leads where one wanted to go, never to another site; signing out leads back', async () => {
    const stranger = new Browser()
    const first = await stranger.go(people)
    assert.deepEqual([first.status, first.to], [303, `/dang-nhap?den=${encodeURIComponent(people)}`])
    assert.match((await stranger.go(first.to!)).html, new RegExp(`name="den" value="${people}"`))
    const { sign_in_name } = await officer('handler')
    const browser = new Browser()
    assert.equal((await browser.signIn(sign_in_name, password, people)).to, people)
    for (const evil of ['//evil.vn', 'https://evil.vn', '/\\evil.vn', '/dang-nhap', 'javascript:1', '/a b'])
      assert.equal(safePath(evil), '/ban-lam-viec', evil)
    assert.equal((await browser.go('/tai-khoan')).status, 200)
    assert.equal((await browser.go('/dang-xuat', {})).to, '/dang-nhap?ra=1')
    assert.equal((await browser.go('/tai-khoan')).to, '/dang-nhap?den=%2Ftai-khoan')
  })

  test('an unknown name and a wrong password get the same page, the name kept and the password not', async () => {
    const { sign_in_name } = await officer('handler')
    const pages = []
    for (const name of [sign_in_name, 'khong.co.ai']) {
      const answer = await new Browser().signIn(name, 'sai-mat-khau-nay')
      assert.equal(answer.status, 422)
      assert.ok(answer.html.includes(`value="${name}"`) && !answer.html.includes('sai-mat-khau-nay'))
      pages.push(answer.html.replaceAll(name, 'NAME'))
    }
    assert.equal(pages[0], pages[1])
  })

  test('guessing is answered with 429 and the minute to come back', async () => {
    const { sign_in_name } = await officer('handler')
    for (let i = 0; i < 5; i++) assert.equal((await new Browser().signIn(sign_in_name, 'sai')).status, 422)
    const answer = await new Browser().signIn(sign_in_name)
    assert.equal(answer.status, 429)
    assert.match(answer.html, /Xin chờ đến \d\d\/\d\d\/\d{4} \d\d:\d\d/)
  })

  test('the account page lists devices; one is ended, then all', async () => {
    const here = await officer('handler')
    const elsewhere = new Browser()
    await elsewhere.signIn(here.sign_in_name)
    const { html } = await here.browser.go('/tai-khoan')
    assert.match(html, /Firefox · Windows \(thiết bị này\)/)
    const [path] = html.match(/\/tai-khoan\/phien\/[^/]+\/ket-thuc/) ?? []
    const stranger = await officer('handler')
    await stranger.browser.go(path!, {})
    assert.equal((await elsewhere.go('/tai-khoan')).status, 200, "another's session is not theirs to end")
    assert.equal((await here.browser.go(path!, {})).status, 303)
    assert.equal((await elsewhere.go('/tai-khoan')).status, 303)
    await elsewhere.signIn(here.sign_in_name)
    assert.equal((await here.browser.go('/tai-khoan/dang-xuat-moi-noi', {})).to, '/dang-nhap?ra=het')
    assert.equal((await elsewhere.go('/tai-khoan')).status, 303)
    assert.equal((await here.browser.go('/tai-khoan')).status, 303)
  })

  test('a form from another site is refused', async () => {
    const { browser } = await officer('handler')
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      cookie,
      host: 'localhost',
      origin: 'https://evil.vn',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const answer = await app.request('http://localhost/tai-khoan/dang-xuat-moi-noi', {
      method: 'POST',
      headers,
      body: '',
    })
    assert.equal(answer.status, 403)
    assert.equal((await browser.go('/tai-khoan')).status, 200)
  })
})

describe('the people of a unit', () => {
  test('a new person: given a position, a slip, a password to change first, then work', async () => {
    const administrator = await officer('administrator')
    const name = `moi.${uuidv7().slice(-8)}`
    const typed = { sign_in_name: name, name: 'Lê Thị Mới', kind: 'handler', title: 'Công chức', from_on: '01/01/2026' }
    const faulty = await administrator.browser.submit(`${people}/give-position`, {
      ...typed,
      name: '',
      from_on: '30/02/2026',
    })
    assert.equal(faulty.status, 422)
    assert.match(faulty.html, /tháng 2 năm 2026 chỉ có 28 ngày/)
    assert.match(faulty.html, /value="Công chức"/)
    const nameless = await administrator.browser.submit(`${people}/give-position`, { ...typed, name: '' })
    assert.match(nameless.html, /Hãy ghi họ tên/)
    const slip = await administrator.browser.submit(`${people}/give-position`, typed)
    const [, handed] = slip.html.match(/<code>([a-z]{4}-[a-z]{4}-[a-z]{4}-\d{4})<\/code>/) ?? []
    assert.ok(handed, slip.html)
    assert.match((await administrator.browser.go(people)).html, /Lê Thị Mới/)
    const taken = await administrator.browser.submit(`${people}/give-position`, typed)
    assert.match(taken.html, /đã có người dùng/)
    const person = new Browser()
    assert.equal((await person.signIn(name, handed)).to, '/tai-khoan/mat-khau')
    assert.equal((await person.go('/ban-lam-viec')).to, '/tai-khoan/mat-khau')
    const change = { current_password: handed, new_password: 'cánh đồng làng ta', again: 'cánh đồng làng ta' }
    assert.equal((await person.go('/tai-khoan/mat-khau', { ...change, again: 'khác' })).status, 422)
    assert.match(
      (await person.go('/tai-khoan/mat-khau', { ...change, new_password: 'a', again: 'a' })).html,
      /ít nhất 10 ký tự/,
    )
    assert.equal((await person.go('/tai-khoan/mat-khau', change)).to, '/tai-khoan?doi=1')
    assert.equal((await person.go('/ban-lam-viec')).html, 'desk')
    assert.match((await person.go('/tai-khoan')).html, /Cán bộ xử lý đơn/)
    assert.equal(
      (await person.go(`${people}/give-position`, { ...typed, id: uuidv7(), account_id: uuidv7() })).status,
      404,
    )
  })

  test('a stranger is told nothing, not even that the unit has people', async () => {
    const { browser } = await officer(null)
    assert.equal((await browser.go(people)).status, 404)
    assert.equal((await browser.go(`/don-vi/${uuidv7()}/nhan-su`)).status, 404)
    assert.equal((await browser.go(`/don-vi/x'--/nhan-su`)).status, 404)
  })

  test('a position is ended, corrected with its reason and its history read; a stale form is refused', async () => {
    const administrator = await officer('administrator')
    const clerk = await officer('clerk', 'Văn thư')
    const { rows } = await base.db.pool.query('select id from position where account_id = $1', [clerk.id])
    const path = `${people}/vi-tri/${rows[0].id}`
    assert.equal((await administrator.browser.submit(`${path}/end-position`, { until_on: '31/12/2025' })).status, 409)
    assert.equal((await administrator.browser.submit(`${path}/end-position`, { until_on: '01/06/2026' })).status, 303)
    assert.equal((await clerk.browser.go(people)).status, 404, 'what she held until June opens nothing in November')
    const stale = await administrator.browser.go(`${path}/correct-position`, {
      title: 'Chức danh vừa gõ',
      from_on: '01/01/2026',
      until_on: '02/06/2026',
      reason: 'x',
      revision: '1',
    })
    assert.equal(stale.status, 409)
    assert.match(stale.html, /đã làm một bước trên hồ sơ này lúc/)
    assert.match(stale.html, /value="Chức danh vừa gõ"/, 'what was typed is kept')
    const corrected = { title: 'Văn thư xã', from_on: '01/01/2026', until_on: '02/06/2026', reason: 'Ghi nhầm ngày' }
    assert.equal((await administrator.browser.submit(`${path}/correct-position`, corrected)).status, 303)
    const { html } = await administrator.browser.go(path)
    assert.match(html, /Ghi nhầm ngày/)
    assert.match(html, /do phần mềm ghi khi cài đặt/)
    assert.equal((await clerk.browser.go(path)).status, 404)
  })

  test('a head delegates to a deputy; reception is shown closed with its article', async () => {
    const head = await officer('head', 'Chủ tịch')
    const deputy = await officer('deputy-head', 'Phó Chủ tịch')
    const { html } = await head.browser.go(people)
    assert.match(html, /disabled[^>]*>Giao quyền tiếp công dân/)
    assert.match(html, /Luật 136\/2025/)
    const typed = { to_account_id: deputy.id, from_on: '01/11/2026', until_on: '01/12/2026', document: 'QĐ 15' }
    const refused = await head.browser.submit(`${people}/delegate-reception`, typed)
    assert.equal(refused.status, 409)
    assert.match(refused.html, /value="QĐ 15"/)
    assert.equal((await head.browser.submit(`${people}/delegate`, { ...typed, power: 'settlement' })).status, 303)
    assert.match((await deputy.browser.go(people)).html, /Giải quyết, ký quyết định/)
    assert.equal(
      (await deputy.browser.submit(`${people}/delegate`, { ...typed, power: 'handling', id: uuidv7() })).status,
      404,
    )
  })

  test('a new password for somebody ends their sessions and is shown once', async () => {
    const administrator = await officer('administrator')
    const handler = await officer('handler')
    const { rows } = await base.db.pool.query('select id from position where account_id = $1', [handler.id])
    const slip = await administrator.browser.submit(`${people}/vi-tri/${rows[0].id}/renew-password`, {})
    assert.match(slip.html, /<code>[a-z]{4}-/)
    assert.equal((await handler.browser.go('/tai-khoan')).status, 303)
    const own = await base.db.pool.query('select id from position where account_id = $1', [administrator.id])
    const refused = await administrator.browser.submit(`${people}/vi-tri/${own.rows[0].id}/renew-password`, {})
    assert.equal(refused.status, 409)
    const { rows: events } = await base.db.pool.query(`select p::text as row from payload p where record_id = $1`, [
      rows[0].id,
    ])
    assert.ok(events.every((event) => !/[a-z]{4}-[a-z]{4}-[a-z]{4}-\d{4}/.test(event.row)))
  })
})
