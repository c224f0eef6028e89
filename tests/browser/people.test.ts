/** Sign-in, own account and the people of a unit in a real browser: without script, by keyboard, at 320 px, under axe. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { createFrame } from '../../src/http/frame.ts'
import { createAccount, givePosition } from '../../src/modules/people/accounts.ts'
import { peoplePages } from '../../src/modules/people/module.ts'
import { openSignIn, type SignIn } from '../../src/modules/people/sign-in.ts'
import { viewerOf } from '../../src/modules/people/viewer-of.ts'
import { fixDay, moment } from '../../src/platform/clock.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { axe, closeBrowser, scrollsSideways, shot, withPage } from './support.ts'

let base: TestDatabase
let signIn: SignIn
let server: ReturnType<typeof serve>
let url = ''
const unit = uuidv7()
const password = 'hoa sen trong đầm'

async function person(
  name: string,
  sign_in_name: string,
  kind: Parameters<typeof givePosition>[1]['kind'],
  title: string,
) {
  const { id } = await createAccount(base.db, { name, sign_in_name, password })
  return givePosition(base.db, { account_id: id, unit_id: unit, kind, title, from_on: '2026-01-01' })
}

before(async () => {
  fixDay('2026-11-20')
  base = await testDatabase()
  signIn = openSignIn({ db: base.db, url: base.url, secret: 'a test secret of more than thirty-two characters' })
  const app = createFrame({
    moment,
    viewerOf: (c) => viewerOf(signIn, c.req.raw.headers, c.var.moment),
    officeOf: () => ({ name: 'Ủy ban nhân dân xã Thử', unit: 'Xã Thử' }),
  })
  peoplePages(app, { signIn })
  app.get('/ban-lam-viec', (c) => c.redirect('/tai-khoan'))
  const { pool } = base.owner
  await pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [unit])
  await pool.query(
    `insert into unit_period (unit_id, level, valid, name, name_folded) values ($1, 'commune', '[2025-07-01,)', 'Xã Thử', 'xa thu')`,
    [unit],
  )
  await pool.query(`insert into unit_ancestry values ($1, $1, '[2025-07-01,)', 0)`, [unit])
  await person('Trần Văn Quản', 'quan.tri', 'administrator', 'Công chức Văn phòng')
  await person('Lê Thị Chủ', 'chu.tich', 'head', 'Chủ tịch Ủy ban nhân dân xã')
  await person('Phạm Văn Phó', 'pho.chu.tich', 'deputy-head', 'Phó Chủ tịch Ủy ban nhân dân xã')
  await person('Nguyễn Thị Tiếp', 'tiep.dan', 'reception-officer', 'Công chức tiếp công dân')
  await new Promise<void>((ready) => {
    server = serve({ fetch: app.fetch, port: 0 }, ({ port }) => {
      url = `http://localhost:${port}`
      ready()
    })
  })
})
after(async () => {
  await closeBrowser()
  server.close()
  await signIn.end()
  await base.close()
})

async function enter(page: Page, name: string, to: string): Promise<void> {
  await page.goto(`${url}/dang-nhap?den=${encodeURIComponent(to)}`)
  await page.getByLabel('Tên đăng nhập').fill(name)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}${to}`)
}

async function sound(page: Page, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [], name)
  await shot(page, name)
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 800 })
  assert.equal(await scrollsSideways(page), false, name)
  await page.setViewportSize(size)
}

const people = `/don-vi/${unit}/nhan-su`

test('without script: wrong, right, a position given with a slip, signed out everywhere', async () => {
  await withPage(`${url}${people}`, { javaScript: false }, async (page) => {
    await page.getByLabel('Tên đăng nhập').fill('quan.tri')
    await page.getByLabel('Mật khẩu').fill('sai')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('alert').getByText('Tên đăng nhập hoặc mật khẩu chưa đúng.').waitFor()
    await page.getByLabel('Mật khẩu').fill(password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.waitForURL(`${url}${people}`)
    await page.getByRole('button', { name: 'Giao vị trí' }).click()
    await page.getByLabel('Tên đăng nhập').fill('vu.thi.moi')
    await page.getByLabel('Họ tên').fill('Vũ Thị Mới')
    await page.getByLabel('Vị trí').selectOption('handler')
    await page.getByLabel('Chức danh').fill('Công chức Tư pháp - Hộ tịch')
    await page.getByRole('button', { name: 'Giao vị trí' }).click()
    await page.getByRole('heading', { name: 'Mật khẩu dùng một lần' }).waitFor()
    await page.getByText('vu.thi.moi').waitFor()
    await page.getByRole('link', { name: 'Trần Văn Quản' }).click()
    await page.getByRole('button', { name: 'Đăng xuất khỏi mọi thiết bị' }).click()
    await page.getByText('Đã đăng xuất khỏi mọi thiết bị.').waitFor()
  })
})

test('every page is sound: axe finds nothing, nothing scrolls sideways at 320 px', async () => {
  await withPage(`${url}/dang-nhap`, {}, async (page) => {
    await sound(page, 'sign-in')
    await page.getByLabel('Tên đăng nhập').fill('khong.co.ai')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await sound(page, 'sign-in-refused')
    await enter(page, 'chu.tich', people)
    await sound(page, 'people')
    await page.goto(`${url}${people}/delegate`)
    await sound(page, 'people-delegate')
    await page.goto(`${url}${people}/give-position`)
    await page.getByRole('button', { name: 'Giao vị trí' }).click()
    await page.getByRole('alert').waitFor()
    await sound(page, 'people-give-faults')
    await page.goto(`${url}${people}`)
    await page.getByRole('link', { name: 'Nguyễn Thị Tiếp' }).click()
    await sound(page, 'people-position')
    await page.goto(`${url}/tai-khoan`)
    await sound(page, 'account')
    await page.goto(`${url}/tai-khoan/mat-khau`)
    await sound(page, 'account-password')
  })
})
