/** An old book brought in through a real browser, without script; axe looks at every page on the way. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { createFrame } from '../../src/http/frame.ts'
import { importPages } from '../../src/modules/imports/pages.tsx'
import { setUpKey } from '../../src/platform/vault/officer-key.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { dirtyBook } from '../support/dirty-book.ts'
import { at, officer, smallOffice } from '../support/office.ts'
import { axe, closeBrowser, type Look, scrollsSideways, shot, withPage } from './support.ts'

const day = '2026-11-20'
const moment = at(day)
const path = '/ban-lam-viec/nhap-so'

let t: TestDatabase
let data: string
let server: Server
let url: string

before(async () => {
  t = await testDatabase()
  const office = await smallOffice(t.owner)
  const viewer = await officer(t.db, office.commune, 'reception-officer', day, 'Lò Thị Bàn')
  const head = await officer(t.db, office.commune, 'head', day, 'Phan Văn Chủ')
  for (const { account_id } of [viewer, head])
    await setUpKey(t.db, account_id ?? '', 'trâu trắng gặm cỏ bên đê', moment.at)
  data = await mkdtemp(join(tmpdir(), 'import-browser-'))
  await writeFile(join(data, 'so-tiep-dan.xlsx'), await dirtyBook())
  const app = createFrame({
    moment: () => moment,
    viewerOf: async () => viewer,
    officeOf: () => ({ name: 'Phường Cam Đường', unit: 'Phường Cam Đường' }),
  })
  importPages(app, { db: t.db, config: { data } })
  server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, resolve))
  url = `http://localhost:${(server.address() as AddressInfo).port}`
})
after(async () => {
  await closeBrowser()
  server.closeAllConnections()
  server.close()
  await rm(data, { recursive: true })
  await t.close()
})

test('upload, columns, dry run, result and undoing need no script', async () => {
  await withPage(`${url}${path}`, { javaScript: false }, async (page) => {
    await page.setInputFiles('#file', join(data, 'so-tiep-dan.xlsx'))
    await page.click('main button[type=submit]')
    await page.click('main form[method=get] button')
    assert.match((await page.textContent('main')) ?? '', /B13, trang “Năm 2026”/)
    await page.click('main button:has-text("Nhập 11 dòng")')
    const settled = async () => {
      for (let tries = 0; tries < 50 && (await page.locator('progress').count()) > 0; tries++) await page.reload()
    }
    await settled()
    assert.match((await page.textContent('h1')) ?? '', /Đã nhập sổ/)
    await page.click('main button:has-text("Bỏ lần nhập này")')
    await settled()
    assert.match((await page.textContent('h1')) ?? '', /Đã bỏ lần nhập này/)
    assert.match((await page.textContent('main')) ?? '', /có hồ sơ kín/)
  })
})

const looks: Record<string, Look> = { wide: {}, narrow: { width: 320 }, dark: { colorScheme: 'dark', language: 'en' } }

for (const [name, look] of Object.entries(looks)) {
  test(`${name}: axe finds nothing on the way, nothing scrolls sideways`, async () => {
    await withPage(`${url}${path}`, look, async (page) => {
      const looked = async (stage: string) => {
        await shot(page, `import-${stage}-${name}`)
        assert.deepEqual(await axe(page), [], stage)
        assert.equal(await scrollsSideways(page), false, stage)
      }
      await page.click('main button[type=submit]')
      await looked('no-file')
      await page.setInputFiles('#file', join(data, 'so-tiep-dan.xlsx'))
      await page.click('main button[type=submit]')
      await looked('columns')
      await page.selectOption('#s1-content', '')
      await page.click('main form[method=get] button')
      await looked('columns-faulty')
      await page.selectOption('#s1-content', 'E')
      await page.click('main form[method=get] button')
      await looked('dry-run')
    })
  })
}
