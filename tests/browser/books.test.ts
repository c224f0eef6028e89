/** Books in a real browser: read by axe at 1280, printed as A4 landscape with page numbers. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { createFrame } from '../../src/http/frame.ts'
import { pages } from '../../src/modules/books/module.ts'
import { accept } from '../../src/modules/complaints/accept.ts'
import { sampleOf } from '../../src/modules/notices/letter-samples.ts'
import { pages as noticePages } from '../../src/modules/notices/module.ts'
import { starterTemplate } from '../../src/modules/notices/template-file.ts'
import { openTown, type Town } from '../support/town.ts'
import { axe, closeBrowser, scrollsSideways, shot, withPage } from './support.ts'

let town: Town
let server: ReturnType<typeof serve>
let url = ''
let case_file = ''
const on = Temporal.PlainDate.from('2026-11-20')

before(async () => {
  town = await openTown()
  for (let day = 2; day <= 20; day += 1) await town.recorded(`2026-11-${String(day).padStart(2, '0')}`)
  const { petition, id } = await town.proposed('2026-11-20')
  await town.take(accept, town.head, id, '2026-11-20', { no_ground_applies: true, remote: false })
  case_file = `/ho-so/${town.office.commune}/petition/${petition}/but-luc`
  const app = createFrame({
    moment: () => ({ on, at: Temporal.Instant.from('2026-11-20T02:00:00Z') }),
    viewerOf: async () => ({ ...town.clerk, on }),
    officeOf: () => ({ name: 'Phường Cam Đường' }),
  })
  noticePages(app, { db: town.t.db })
  pages(app, { db: town.t.db, config: { data: '' } })
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
  await town.t.close()
})

for (const path of ['/so', '/so/don-thu', '/so/tiep-cong-dan', '/so/van-ban-phd'])
  test(`${path} at 1280: nothing for axe to say, no sideways scrolling`, async () => {
    await withPage(`${url}${path}`, { width: 1280, height: 900 }, async (page) => {
      assert.deepEqual(await axe(page), [])
      assert.equal(await scrollsSideways(page), false)
      await shot(page, `book${path.replaceAll('/', '-')}`)
    })
  })

test('the list of papers at 1280 and on paper', async () => {
  await withPage(`${url}${case_file}`, { width: 1280, height: 900 }, async (page) => {
    assert.deepEqual(await axe(page), [])
    assert.equal(await scrollsSideways(page), false)
    await shot(page, 'case-file')
  })
  await withPage(`${url}${case_file}`, { width: 1280, print: true }, async (page) => {
    assert.equal(await page.locator('.gd-masthead').isVisible(), false)
    await shot(page, 'case-file-print')
  })
})

test('on paper a book lies down, and its masthead and pickers are gone', async () => {
  await withPage(`${url}/so/don-thu`, { width: 1280, print: true }, async (page) => {
    assert.equal(await page.locator('.gd-masthead').isVisible(), false)
    assert.equal(await page.locator('.gd-filter').isVisible(), false)
    assert.equal(await page.locator('.gd-book__table').isVisible(), true)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\]/g)]
    assert.ok(boxes.length > 0)
    for (const [, wide, high] of boxes) assert.ok(Number(wide) > 840 && Number(high) < 600, `${wide} × ${high}`)
    await shot(page, 'book-print')
  })
})

test('the page of wordings at 1280, and what it says of a wording that lost a part', async () => {
  await withPage(`${url}/mau-van-ban`, { width: 1280, height: 900 }, async (page) => {
    assert.deepEqual(await axe(page), [])
    await page.getByLabel('Loại văn bản').selectOption('acceptance')
    await page.getByLabel('Tệp Word').setInputFiles({
      name: 'mau.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: await starterTemplate('receipt', sampleOf('receipt')),
    })
    await page.getByRole('button', { name: 'Đưa vào dùng' }).click()
    await page.getByText('Mẫu thiếu phần bắt buộc: nơi kính gửi').first().waitFor()
    assert.deepEqual(await axe(page), [])
    await page.getByLabel('Tệp Word').setInputFiles({
      name: 'mau.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: await starterTemplate('acceptance', sampleOf('acceptance')),
    })
    await page.getByRole('button', { name: 'Đưa vào dùng' }).click()
    await page.getByText('Đang dùng').waitFor()
    assert.deepEqual(await axe(page), [])
    assert.equal(await scrollsSideways(page), false)
    await shot(page, 'wordings')
  })
})

test('letters that wait for paper, and the forms of one, at 1280', async () => {
  await withPage(`${url}/so/ky-giay`, { width: 1280, height: 900 }, async (page) => {
    assert.deepEqual(await axe(page), [])
    await page.getByRole('link', { name: /Thụ lý/ }).click()
    assert.deepEqual(await axe(page), [])
    await page.getByLabel('Người ký').fill('Trần Thị Chủ')
    await page.getByLabel('Ngày ký').fill('20/11/2026')
    await page.getByRole('button', { name: 'Ghi bản giấy' }).click()
    await page.getByRole('heading', { name: 'Thu hồi', exact: true }).waitFor()
    assert.deepEqual(await axe(page), [])
    await shot(page, 'paper-copy')
  })
})
