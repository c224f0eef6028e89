/** The tree's pages in a real browser: no axe violation, no sideways scrolling at 320 px, usable without script. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { createFrame } from '../../src/http/frame.ts'
import { pages } from '../../src/modules/units/module.ts'
import { unitsByCode } from '../../src/modules/units/queries.ts'
import { clockViewer, type Viewer } from '../../src/platform/actions/viewer.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { countryDatabase } from '../support/country.ts'
import type { TestDatabase } from '../support/database.ts'
import { axe, closeBrowser, withPage } from './support.ts'

let at: TestDatabase
let server: ReturnType<typeof serve>
let url = ''
let province = ''
const on = Temporal.PlainDate.from('2026-11-20')
/** Pictures go here where somebody wants to look. */
const pictures = process.env['GANDAN_PICTURES']

before(async () => {
  at = await countryDatabase()
  const [found] = await unitsByCode(clockViewer(on), at.db.pool, '15', on)
  province = found?.id ?? ''
  const viewer: Viewer = {
    ...clockViewer(on),
    account_id: uuidv7(),
    name: 'Lê Thị An',
    via: 'desk',
    positions: [{ unit_id: province, kind: 'head' }],
  }
  const app = createFrame({
    moment: () => ({ at: Temporal.Now.instant(), on }),
    viewerOf: async () => viewer,
    officeOf: () => ({ name: 'Ủy ban nhân dân tỉnh Lào Cai' }),
  })
  pages(app, { db: at.db })
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
  await at.close()
})

const looks = {
  wide: { width: 1280 },
  narrow: { width: 320 },
  dark: { colorScheme: 'dark' },
  print: { print: true },
} as const

test('search, unit and form have no axe violation and fit every width', async () => {
  const addresses = {
    browse: '/don-vi',
    search: '/don-vi?q=cam+duong,+lao+cai',
    unit: `/don-vi/${province}`,
    form: `/don-vi/${province}?viec=add-body`,
    before: `/don-vi/${province}?ngay=2025-06-30`,
    fault: '/don-vi?q=x&ngay=30/02/2026',
  }
  for (const [what, address] of Object.entries(addresses)) {
    for (const [name, look] of Object.entries(looks)) {
      await withPage(url + address, look, async (page) => {
        if (pictures)
          await page.screenshot({
            path: `${pictures}/units-${what}-${name}.png`,
            fullPage: name !== 'print' && what !== 'unit',
          })
        assert.deepEqual(await axe(page), [], `${what} ${name}`)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        assert.ok(over <= 0, `${what} ${name} is ${over} px too wide`)
      })
    }
  }
})

test('without script and without pointer: search, open, look at another day', async () => {
  await withPage(`${url}/don-vi`, { javaScript: false }, async (page) => {
    await page.getByLabel('Tên hoặc mã').fill('cam duong, lao cai')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Phường Cam Đường' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Phường Cam Đường' }).waitFor()
    await page.getByLabel('Xem ngày khác').fill('30/06/2025')
    await page.keyboard.press('Enter')
    await page.getByText('không có trong cây vào ngày 30/06/2025').waitFor()
  })
})
