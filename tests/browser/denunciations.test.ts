/** The closed register in a real browser: script off, narrow, dark, on paper; and what axe finds. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { record } from '../../src/modules/petitions/record.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import { moment } from '../../src/platform/clock.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { type House, housePassword, openHouse } from '../support/house.ts'
import { axe, closeBrowser, scrollsSideways, shot, withPage } from './support.ts'

let house: House
const passphrase = 'cầu tre lắc lẻo gập ghềnh'

before(async () => {
  house = await openHouse('2026-11-20')
})
after(async () => {
  await closeBrowser()
  await house.close()
})

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${house.address}/dang-nhap`)
  await page.fill('#ten', name)
  await page.fill('#mat-khau', housePassword)
  await page.click('main button[type=submit]')
}

async function setUpKey(page: Page): Promise<void> {
  await page.goto(`${house.address}/khoa`)
  await page.fill('[name=fresh]', passphrase)
  await page.fill('[name=again]', passphrase)
  await page.check('[name=understood]')
  await page.click('main button[type=submit]')
  await page.waitForSelector('text=Đã lập khóa')
}

/** Every page that somebody sees is whole at any width and has no fault axe can find. */
async function looksRight(page: Page, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [], name)
  assert.equal(await scrollsSideways(page), false, name)
  await shot(page, `sealed-${name}`)
}

test('the public page: narrow, dark and on paper', async () => {
  for (const look of [{ width: 320 }, { colorScheme: 'dark' as const }, { print: true }])
    await withPage(`${house.address}/don-rieng`, look, (page) => looksRight(page, `portal-${Object.keys(look)[0]}`))
})

test('set up a key, enter, list, open and mend at 320 px; what was typed wrong stays', async () => {
  await withPage(`${house.address}/dang-nhap`, {}, async (page) => {
    await signIn(page, 'chu.tich')
    await setUpKey(page)
  })
  await withPage(`${house.address}/dang-nhap`, { width: 320 }, async (page) => {
    await signIn(page, 'tiep.dan')
    await page.goto(`${house.address}/khoa`)
    await looksRight(page, 'no-key')
    await setUpKey(page)
    await looksRight(page, 'key-open')
    await page.goto(`${house.address}/ho-so-rieng/nhap`)
    await looksRight(page, 'form')
    await page.click('main button[type=submit]')
    await looksRight(page, 'form-faults')
    await page.check('input[name=source][value=by-hand]')
    await page.fill('[name=person_name]', 'Hoàng Thị Kể')
    await page.fill('[name=person_address]', 'Tổ 4')
    await page.check('input[name=subject_place][value=elsewhere]')
    await page.fill('[name=subject]', 'Ông K. ở xã bên')
    await page.fill('[name=text]', 'Lấy tiền của dân.')
    await page.click('main form.gd-form button[type=submit]')
    // The slip of the channel comes first, once; from it one goes to the list.
    await page.waitForSelector('text=Đã niêm phong')
    await looksRight(page, 'slip')
    await page.click('main a.govuk-button')
    await page.waitForSelector('main table')
    await looksRight(page, 'list')
    await page.click('main table a')
    await looksRight(page, 'record')
    const record = page.url()
    await page.click('form[action$="/read"] button')
    await page.waitForSelector('text=Lấy tiền của dân.')
    await looksRight(page, 'opened')
    for (const step of ['transfer', 'reseal', 'correct']) {
      await page.goto(`${record}/${step}`)
      await looksRight(page, step)
    }
  })
})

test('the pages of custody at 320 px', async () => {
  await withPage(`${house.address}/dang-nhap`, { width: 320 }, async (page) => {
    await signIn(page, 'chu.tich')
    for (const [name, path] of [
      ['requests', '/khoa/de-nghi'],
      ['ask', '/khoa/de-nghi/moi'],
      ['hand-on', '/khoa/ban-giao'],
    ] as const) {
      await page.goto(`${house.address}${path}`)
      await looksRight(page, name)
    }
  })
})

test('a misfiled petition is sealed away from its own page', async () => {
  const { db, office, people } = house
  const viewer = await viewerOfAccount(db.pool, people['tiep.dan'] ?? '', moment())
  assert.ok(viewer)
  const id = uuidv7()
  const input = {
    received_on: '2026-11-19',
    source: 'post',
    petitioner_name: 'Hoàng Thị Kể',
    petitioner_address: 'Tổ 4',
    title: 'Xin báo một việc',
    text: 'Ông Tư lấy tiền của xóm.',
    signed: true,
    code: newTrackingCode(await prefixOfUnit(db.pool, office.commune)),
  }
  await perform(db, record, { viewer, unit_id: office.commune, id, input, moment: moment() })
  await withPage(`${house.address}/dang-nhap`, { width: 320 }, async (page) => {
    await signIn(page, 'tiep.dan')
    await page.goto(`${house.address}/ho-so/${office.commune}/petition/${id}`)
    await page.click('a[href$="/seal-away"]')
    await looksRight(page, 'away')
    await page.check('input[name=subject_place][value=elsewhere]')
    await page.fill('[name=subject]', 'Ông Tư')
    await page.click('main form.gd-form button[type=submit]')
    await page.waitForSelector('text=Đã niêm phong')
    await page.goto(`${house.address}/ho-so/${office.commune}/petition/${id}`)
    assert.doesNotMatch(await page.content(), /Ông Tư|Kể/)
    await looksRight(page, 'away-done')
  })
})

test('with script off the whole road is open', async () => {
  await withPage(`${house.address}/dang-nhap`, { javaScript: false }, async (page) => {
    await signIn(page, 'tiep.dan')
    await page.goto(`${house.address}/khoa`)
    await page.fill('[name=passphrase]', passphrase)
    await page.click('form[action="/khoa/unlock"] button')
    await page.waitForSelector('text=Khóa đã mở')
    await page.goto(`${house.address}/ho-so-rieng`)
    await page.click('main table a')
    await page.click('form[action$="/read"] button')
    assert.match(await page.content(), /Hoàng Thị Kể/)
    assert.doesNotMatch(await page.title(), /tố cáo|Kể/)
  })
})
