/** The backlog in a real browser: from a number to a plan and a hand-over, no axe violation, no sideways scrolling at 320 px. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { createFrame } from '../../src/http/frame.ts'
import { pages } from '../../src/modules/backlog/module.ts'
import { pages as briefingPages } from '../../src/modules/briefings/module.ts'
import { assign } from '../../src/modules/petitions/assign.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { fixDay, moment } from '../../src/platform/clock.ts'
import { officer } from '../support/office.ts'
import { openTown, type Town } from '../support/town.ts'
import { axe, closeBrowser, scrollsSideways, shot, withPage } from './support.ts'

const today = '2026-11-20'
let town: Town
let viewer: Viewer
let server: ReturnType<typeof serve>
let url = ''

before(async () => {
  fixDay(today)
  town = await openTown()
  const leaver = await officer(town.t.db, town.office.commune, 'handler', today, 'Hà Văn Đi')
  await officer(town.t.db, town.office.commune, 'handler', today, 'Mai Thị Nhận')
  for (const day of ['2026-11-10', '2026-09-20', '2026-08-03', '2026-03-02']) {
    const id = await town.recorded(day)
    await town.classified(id, day)
    await town.take(assign, town.head, id, day, { handler_id: leaver.account_id })
  }
  viewer = { ...town.head, on: Temporal.PlainDate.from(today) }
  const app = createFrame({ moment, viewerOf: async () => viewer, officeOf: () => ({ name: 'Phường Cam Đường' }) })
  pages(app, { db: town.t.db })
  briefingPages(app, { db: town.t.db })
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
  await town.t.close()
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

test('from a number to its list, to a plan, to handing all work over', async () => {
  await withPage(`${url}/ton-dong`, { width: 1280 }, async (page) => {
    await sound(page, 'backlog-board')
    await page
      .getByRole('row', { name: /Chưa có kế hoạch/ })
      .getByRole('link')
      .last()
      .click()
    await sound(page, 'backlog-cases')
    await page.getByRole('link', { name: 'Lập kế hoạch' }).first().click()
    await page.getByRole('button', { name: 'Lập kế hoạch' }).click()
    await page.getByRole('alert').waitFor()
    await sound(page, 'backlog-plan-form')
    await page.getByLabel('Người chịu trách nhiệm').selectOption({ label: 'Hà Văn Đi, Chuyên viên' })
    await page.getByLabel('Vì sao việc kéo dài').selectOption('waits-for-court')
    await page.getByLabel('Các bước phải làm').fill('Hỏi tòa án; mời hai bên')
    await page.getByLabel('Ngày phải xong', { exact: true }).fill('15122026')
    await page.getByRole('button', { name: 'Lập kế hoạch' }).click()
    await page.getByRole('heading', { name: /^Kế hoạch: Đơn/ }).waitFor()
    await sound(page, 'backlog-plan')
    await page.goto(`${url}/ton-dong/ban-giao`)
    await sound(page, 'backlog-hand-overs')
    await page.getByRole('button', { name: 'Giao hết việc' }).click()
    await page.getByLabel('Người bàn giao').selectOption({ label: 'Hà Văn Đi' })
    await page.getByLabel('Người nhận').selectOption({ label: 'Mai Thị Nhận, Chuyên viên' })
    await page.getByLabel('Biên bản bàn giao').fill('Bản đồ gốc ở tủ 3')
    await page.getByRole('button', { name: 'Giao hết việc' }).click()
    await page.getByText('Mọi hồ sơ đã có người nhận.').waitFor()
    await sound(page, 'backlog-hand-over')
    assert.equal(await page.getByText('Đã giao ngày 20/11/2026').count(), 5)
  })
})

test('a stocktake is opened, checked off and printed', async () => {
  await withPage(`${url}/ton-dong/ra-soat`, { width: 1280 }, async (page) => {
    await sound(page, 'stocktakes')
    await page.getByRole('button', { name: 'Mở đợt rà soát' }).click()
    await page.getByLabel('Tên đợt rà soát').fill('Rà soát quý IV')
    await sound(page, 'stocktake-form')
    await page.getByRole('button', { name: 'Mở đợt rà soát' }).click()
    await page.getByText('0 trên 2 việc').waitFor()
    await page.getByRole('link', { name: 'Ghi nhận định' }).first().click()
    await page.getByLabel('Cần kế hoạch riêng').check()
    await page.getByLabel('Ghi chú').fill('Chờ bản đồ gốc')
    await page.getByRole('button', { name: 'Ghi nhận định' }).click()
    await page.getByText('1 trên 2 việc').waitFor()
    await sound(page, 'stocktake')
    await page.emulateMedia({ media: 'print' })
    await shot(page, 'stocktake-print')
  })
})

test('plans, suspensions and the board of what is below are sound, in English and in the dark too', async () => {
  await withPage(`${url}/ton-dong/ke-hoach`, { width: 1280 }, (page) => sound(page, 'backlog-plans'))
  await withPage(`${url}/ton-dong/tam-dinh-chi?ngay=x`, {}, (page) => sound(page, 'backlog-suspensions'))
  viewer = { ...town.province_head, on: Temporal.PlainDate.from(today) }
  const look = { language: 'en', colorScheme: 'dark', width: 1280 } as const
  await withPage(`${url}/ton-dong?pham-vi=ben-duoi`, look, (page) => sound(page, 'backlog-below-dark'))
})

test('the head sees the unit at a glance; a province forms a cluster, compares its communes and prints the pack', async () => {
  viewer = { ...town.head, on: Temporal.PlainDate.from(today) }
  await withPage(`${url}/toan-canh`, { width: 1280 }, async (page) => {
    await sound(page, 'overview-commune')
    await page.locator('.gd-tiles a[href*="overdue"]').first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
  viewer = { ...town.province_head, on: Temporal.PlainDate.from(today) }
  await withPage(`${url}/bao-cao/cum`, { width: 1280, javaScript: false }, async (page) => {
    await page.getByRole('button', { name: /Lập cụm/ }).click()
    await page.getByLabel('Tên cụm').fill('Cụm ven sông')
    await page.getByLabel('Loại thành viên').selectOption('commune')
    await page.getByLabel('Từ ngày').fill('01/01/2026')
    await page.getByRole('button', { name: 'Lập cụm' }).click()
    await page.getByRole('link', { name: 'Thêm thành viên' }).click()
    await page.getByLabel('Phường Cam Đường').check()
    await page.getByLabel('Xã Bảo Yên').check()
    await page.getByLabel('Từ ngày').fill('01/01/2026')
    await page.getByRole('button', { name: 'Thêm thành viên' }).click()
    await page.getByRole('link', { name: 'Quay lại' }).click()
    await page.getByText('So sánh các thành viên').first().waitFor()
  })
  await withPage(`${url}/toan-canh`, { width: 1280 }, async (page) => {
    await sound(page, 'overview-province')
    await page.goto(`${url}/bao-cao/cum`)
    await page.getByRole('link', { name: 'Cụm ven sông' }).click()
    await sound(page, 'cluster-briefing')
    await page.getByRole('link', { name: 'Tài liệu để in' }).click()
    await sound(page, 'cluster-pack')
    await page.goto(page.url().replace('/in?', '/thanh-vien?'))
    await sound(page, 'cluster-members')
  })
})
