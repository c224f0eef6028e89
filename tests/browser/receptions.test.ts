/** Receptions in a real browser: a citizen without script on a phone, an officer without a pointer, every page by axe. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { makeOffice, type Office, receptionApp } from '../support/reception-office.ts'
import { axe, closeBrowser, scrollsSideways, shot, withPage } from './support.ts'

let base: TestDatabase
let office: Office
let server: ReturnType<typeof serve>
let url = ''
const now: { day: string; signed_in: string | null } = { day: '2026-11-20', signed_in: null }

before(async () => {
  base = await testDatabase()
  office = await makeOffice(base)
  const app = receptionApp(base, now)
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0 }, (info) => {
      url = `http://localhost:${info.port}`
      resolve()
    })
  })
})
after(async () => {
  await closeBrowser()
  await new Promise((resolve) => server.close(resolve))
  await base.close()
})

let dayPath = ''
let bookedPath = ''

test('a day is published, then booked on a phone without script', async () => {
  now.signed_in = office.people.officer
  await withPage(`${url}/tiep-dan/len-lich`, { javaScript: false }, async (page) => {
    await page.getByLabel('Ngày tiếp').fill('03/12/2026')
    await page.getByLabel('Định kỳ').check()
    await page.getByLabel('Từ giờ').fill('8h')
    await page.getByLabel('Đến giờ').fill('11:30')
    await page.getByLabel('Địa điểm').fill('Trụ sở Ủy ban nhân dân phường, số 1 đường Hoàng Liên')
    await page.getByLabel('Phòng (không bắt buộc)').fill('2')
    await page.getByRole('button', { name: 'Công bố lịch' }).click()
    await page.getByRole('heading', { level: 1, name: /Ngày tiếp công dân 03\/12\/2026/ }).waitFor()
    dayPath = new URL(page.url()).pathname
  })
  now.signed_in = null
  await withPage(`${url}/lich-tiep-dan?don-vi=${office.commune}`, { javaScript: false, width: 320 }, async (page) => {
    await shot(page, 'receptions-calendar-320')
    await page.getByRole('link', { name: /^Đặt chỗ/ }).click()
    await page.getByLabel('Khiếu nại').check()
    await page.getByLabel('Họ và tên của Ông/Bà').fill('Mùa A Sính')
    await page.getByLabel('Nội dung, một dòng').fill('Bồi thường đất ở thôn Nà Ải')
    await shot(page, 'receptions-booking-320')
    await page.getByRole('button', { name: 'Đặt lịch' }).click()
    await page.getByRole('heading', { level: 1, name: 'Đã giữ chỗ cho Ông/Bà' }).waitFor()
    assert.equal(await scrollsSideways(page), false)
    await shot(page, 'receptions-booked-320')
    bookedPath = new URL(page.url()).pathname
  })
  assert.match(bookedPath, /luot/)
})

test('a walk-in is registered by keyboard alone, in one form', async () => {
  now.signed_in = office.people.officer
  await withPage(`${url}/tiep-dan`, {}, async (page) => {
    await page.getByRole('button', { name: 'Ghi người đến' }).press('Enter')
    await page.getByLabel('Họ và tên').waitFor()
    const started = performance.now()
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.getByLabel('Khiếu nại').focus()
    // From complaint two down to recommendation, then name, address, subject.
    await press('Space', 'ArrowDown', 'ArrowDown', 'Tab')
    await page.keyboard.type('Giàng Thị Mỷ')
    await press('Tab')
    await page.keyboard.type('Tổ 3, phường Thử Nghiệm')
    await press('Tab')
    await page.keyboard.type('Đường vào tổ 3 ngập')
    // Identity card, its number left empty; one person stands there already; first time; past "more" to the button.
    await press('Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Enter')
    await page.getByRole('heading', { level: 1, name: /Lượt tiếp số 1/ }).waitFor()
    assert.ok(performance.now() - started < 60_000)
    await page.getByText('Đến lần đầu').waitFor()
    await page.getByText('Kiến nghị', { exact: true }).waitFor()
  })
})

test('every page is without axe violation and fits 320 px', async () => {
  now.signed_in = office.people.officer
  const { rows } = await base.db.pool.query(`select id from visit where unit_id = $1 and origin = 'walk-in'`, [
    office.commune,
  ])
  const visit = `/ho-so/${office.commune}/visit/${rows[0].id}`
  const desk = {
    desk: '/tiep-dan',
    walkin: '/tiep-dan/nguoi-den',
    plan: '/tiep-dan/len-lich',
    field: '/tiep-dan/di-co-so',
    guide: '/tiep-dan/tu-choi',
    duty: '/tiep-dan/so-ngay',
    day: dayPath,
    postpone: `${dayPath}?viec=postpone`,
    briefing: `${dayPath}/to-trinh`,
    visit,
    refuse: `${visit}?viec=refuse`,
    statement: `${visit}?viec=take-statement`,
    minutes: `${visit}/bien-ban`,
  }
  const look = async (name: string, address: string) => {
    await withPage(url + address, { width: 1280 }, async (page) => {
      await shot(page, `receptions-${name}`)
      assert.deepEqual(await axe(page), [], name)
    })
    await withPage(url + address, { width: 320 }, async (page) => {
      assert.equal(await scrollsSideways(page), false, `${name} at 320`)
    })
  }
  for (const [name, address] of Object.entries(desk)) await look(name, address)
  now.signed_in = null
  await look('choose', '/lich-tiep-dan?tim=thu')
  await look('calendar', `/lich-tiep-dan?don-vi=${office.commune}`)
  await look('book', `/lich-tiep-dan/${office.commune}/${dayPath.split('/').at(-1)}`)
})
