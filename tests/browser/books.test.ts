/** Books in a real browser: read by axe at 1280, printed as A4 landscape with page numbers. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { createFrame } from '../../src/http/frame.ts'
import { correctLetter } from '../../src/modules/books/correct-letter.ts'
import { pages } from '../../src/modules/books/module.ts'
import { signLetter } from '../../src/modules/books/sign-letter.ts'
import { signOnPaper } from '../../src/modules/books/sign-on-paper.ts'
import { accept } from '../../src/modules/complaints/accept.ts'
import { sampleOf } from '../../src/modules/notices/letter-samples.ts'
import { pages as noticePages } from '../../src/modules/notices/module.ts'
import { starterTemplate } from '../../src/modules/notices/template-file.ts'
import { guide } from '../../src/modules/petitions/guide.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { openTown, type Town } from '../support/town.ts'
import { axe, closeBrowser, scrollsSideways, shot, withPage } from './support.ts'

let town: Town
let server: ReturnType<typeof serve>
let url = ''
let case_file = ''
let viewer: Viewer
const letters: string[] = []
const on = Temporal.PlainDate.from('2026-11-20')

before(async () => {
  town = await openTown()
  viewer = town.clerk
  for (let day = 2; day <= 20; day += 1) await town.recorded(`2026-11-${String(day).padStart(2, '0')}`)
  const { petition, id } = await town.proposed('2026-11-20')
  await town.take(accept, town.head, id, '2026-11-20', { no_ground_applies: true, remote: false })
  await town.take(signOnPaper, town.head, uuidv7(), '2026-11-16', { from_on: '2026-11-16' })
  for (const day of ['2026-11-16', '2026-11-18', '2026-11-20']) {
    const guided = await town.recorded(day)
    await town.classified(guided, day, { competence: 'another' })
    const where = 'Ủy ban nhân dân tỉnh Lào Cai'
    await town.take(guide, town.desk, guided, day, { where, reason: 'không thuộc thẩm quyền của phường' })
    const { rows } = await town.t.db.pool.query('select id from document where record_id = $1', [guided])
    letters.push(rows[0].id)
  }
  await town.take(signLetter, town.head, letters[0]!, '2026-11-17', { letter_id: letters[0] })
  const reason = 'ghi sai nơi nhận'
  await town.take(correctLetter, town.clerk, uuidv7(), '2026-11-19', {
    letter_id: letters[0],
    reason,
    wrong: 'Lào Cao',
    right: 'Lào Cai',
  })
  case_file = `/ho-so/${town.office.commune}/petition/${petition}/but-luc`
  const app = createFrame({
    moment: () => ({ on, at: Temporal.Instant.from('2026-11-20T02:00:00Z') }),
    viewerOf: async () => ({ ...viewer, on }),
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

test('letters on paper at 360 and 1280: the clerk’s list, the head’s pile, one letter, its replacement', async () => {
  const { commune } = town.office
  const [first, second] = letters
  const pages: [Viewer, string, string][] = [
    [town.clerk, 'paper-list', '/so/ky-giay'],
    [town.clerk, 'paper-letter', `/so/ky-giay/${commune}/${first}`],
    [town.head, 'paper-setting', '/so/ky-giay'],
    [town.head, 'sign-pile', '/so/cho-ky'],
    [town.head, 'sign-letter', `/so/cho-ky/${commune}/${second}`],
    [town.head, 'replace-letter', `/so/ky-giay/${commune}/${first}/replace-letter`],
  ]
  for (const [who, name, path] of pages) {
    viewer = who
    for (const [width, language] of [
      [360, 'vi'],
      [1280, 'en'],
    ] as const)
      await withPage(`${url}${path}`, { width, height: 800, language }, async (page) => {
        assert.deepEqual(await axe(page), [], `${name} ${width}`)
        assert.equal(await scrollsSideways(page), false, `${name} ${width}`)
        await shot(page, `${name}-${width}-${language}`)
      })
  }
  // One press signs and brings the next one, without a script.
  await withPage(`${url}/so/cho-ky`, { width: 360, height: 800, javaScript: false }, async (page) => {
    await page.getByRole('button', { name: 'Bắt đầu ký' }).click()
    for (let left = 4; left > 0; left--) {
      await page.getByText(`Còn ${left} văn bản chờ ký.`).waitFor()
      await page.getByRole('button', { name: 'Ký bản giấy' }).click()
      await page.getByText('Đã ký.', { exact: true }).waitFor()
    }
    await page.getByText('Không còn văn bản nào chờ ký.').waitFor()
  })
  viewer = town.clerk
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
    await page.getByRole('link', { name: 'Lấy số bản giấy' }).click()
    assert.deepEqual(await axe(page), [])
    await page.getByRole('button', { name: 'Lấy số bản giấy' }).click()
    await page.getByText('lấy số ngày 20/11/2026').waitFor()
    assert.deepEqual(await axe(page), [])
    await shot(page, 'paper-copy')
  })
})
