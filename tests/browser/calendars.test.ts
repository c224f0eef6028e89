/** The working calendar in a real browser: recorded without script, no axe violation, no sideways scrolling at 320 px. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { createFrame } from '../../src/http/frame.ts'
import { calendarPages } from '../../src/modules/calendars/module.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { fixDay, moment } from '../../src/platform/clock.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { officer, smallOffice } from '../support/office.ts'
import { axe, closeBrowser, scrollsSideways, shot, withPage } from './support.ts'

let base: TestDatabase
let viewer: Viewer
let server: ReturnType<typeof serve>
let url = ''

before(async () => {
  fixDay('2026-11-20')
  base = await testDatabase()
  const office = await smallOffice(base.owner)
  viewer = await officer(base.db, office.commune, 'administrator', '2026-11-20', 'Trần Văn Quản')
  const app = createFrame({ moment, viewerOf: async () => viewer, officeOf: () => ({ name: 'Phường Cam Đường' }) })
  calendarPages(app, base)
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
  await base.close()
})

async function sound(page: Page, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [], name)
  await shot(page, name)
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 800 })
  assert.equal(await scrollsSideways(page), false, name)
  await shot(page, `${name}-320`)
  await page.setViewportSize(size)
}

test('without script: a day is recorded by decision, found again from the year, and withdrawn', async () => {
  await withPage(`${url}/lich-lam-viec`, { javaScript: false }, async (page) => {
    await page.getByRole('button', { name: 'Ghi một ngày theo quyết định' }).click()
    await page.getByLabel('Ngày', { exact: true }).fill('25112026')
    await page.getByLabel('Ngày nghỉ').check()
    await page.getByLabel('Tên gọi').fill('Nghỉ bão')
    await page.getByLabel('Số, ngày quyết định').fill('CĐ 5/CĐ-TTg')
    await page.getByRole('button', { name: 'Ghi một ngày theo quyết định' }).click()
    await page.getByText('25/11/2026 nghỉ theo quyết định đã ghi: Nghỉ bão').waitFor()
    await page.getByRole('link', { name: '25/11/2026' }).click()
    await page.getByRole('button', { name: 'Rút ngày đã ghi' }).click()
    await page.getByLabel('Lý do').fill('Bão tan')
    await page.getByRole('button', { name: 'Rút ngày đã ghi' }).click()
    await page.getByText('Lý do: Bão tan').waitFor()
  })
})

test('every page is sound, in the light, in the dark and on paper', async () => {
  await withPage(`${url}/lich-lam-viec/set-switch`, {}, async (page) => {
    await sound(page, 'calendar-switch-form')
    await page.getByLabel('Ngày Văn hóa Việt Nam').check()
    await page.getByLabel('Bật').check()
    await page.getByLabel('Văn bản đã đối chiếu').fill('Luật số 1/2026 Đ1')
    await page.getByRole('button', { name: 'Bật, tắt một quy định' }).click()
    await page.getByRole('heading', { name: 'Quy định chờ kiểm tra' }).waitFor()
    await page.goto(`${url}/lich-lam-viec/decide-day`)
    await page.getByRole('button', { name: 'Ghi một ngày theo quyết định' }).click()
    await page.getByRole('alert').waitFor()
    await sound(page, 'calendar-day-form')
    await page.getByLabel('Ngày', { exact: true }).fill('28/11/2026')
    await page.getByLabel('Ngày làm việc').check()
    await page.getByLabel('Tên gọi').fill('Làm bù')
    await page.getByLabel('Số, ngày quyết định').fill('TB 99/TB-BNV')
    await page.getByRole('button', { name: 'Ghi một ngày theo quyết định' }).click()
    await page.getByRole('link', { name: '28/11/2026' }).waitFor()
    await sound(page, 'calendar')
    await page.getByRole('link', { name: '28/11/2026' }).click()
    await sound(page, 'calendar-day')
  })
  for (const look of [{ colorScheme: 'dark' }, { print: true }] as const) {
    await withPage(`${url}/lich-lam-viec`, look, async (page) => {
      assert.deepEqual(await axe(page), [])
      await shot(page, `calendar-${'print' in look ? 'print' : 'dark'}`)
    })
  }
})
