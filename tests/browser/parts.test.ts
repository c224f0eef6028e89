/** All parts in a real browser: no script, narrow, dark, on paper, by keyboard; axe finds nothing. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { servePartsPages } from './parts-page.tsx'
import { axe, closeBrowser, type Look, scrollsSideways, shot, withPage } from './support.ts'

let site: Awaited<ReturnType<typeof servePartsPages>>
before(async () => {
  site = await servePartsPages()
})
after(async () => {
  await closeBrowser()
  await site.close()
})

const looks: Record<string, Look> = {
  wide: { width: 1280 },
  narrow: { width: 320 },
  dark: { width: 1280, colorScheme: 'dark' },
  english: { width: 640, language: 'en' },
  print: { width: 794, print: true },
}

for (const [name, look] of Object.entries(looks)) {
  test(`parts, ${name}: axe finds nothing and nothing scrolls sideways`, async () => {
    for (const path of ['_parts', '_parts/desk', '_form', '_form/desk', '_panel']) {
      await withPage(`${site.url}/${path}`, look, async (page) => {
        await shot(page, `${path.replace('/', '-')}-${name}`)
        assert.deepEqual(await axe(page), [], `${path} ${name}`)
        assert.equal(await scrollsSideways(page), false, `${path} ${name} scrolls`)
      })
    }
  })
}

test('without script the menu opens by keyboard, at 320 px, and nothing is off the page', async () => {
  for (const look of [{ width: 320 }, { width: 1280, language: 'en' }] as const)
    await withPage(`${site.url}/_parts/desk`, { ...look, javaScript: false }, async (page) => {
      const summary = page.locator('.gd-menu summary')
      const programmes = page.locator('.gd-menu a[href="/chuong-trinh"]')
      assert.equal(await programmes.isVisible(), false)
      await summary.focus()
      await page.keyboard.press('Enter')
      assert.equal(await programmes.isVisible(), true)
      assert.equal(await scrollsSideways(page), false)
      assert.ok(((await page.locator('.gd-navigation').boundingBox())?.height ?? 0) < 110, 'two lines at most')
      await shot(page, `_menu-${look.width}`)
    })
  await withPage(`${site.url}/_parts/desk`, { width: 1280, colorScheme: 'dark' }, async (page) => {
    await page.click('.gd-menu summary')
    assert.deepEqual(await axe(page), [])
  })
})

test('the letters of both subsets are ours, under the strict policy', async () => {
  await withPage(`${site.url}/_panel`, {}, async (page) => {
    const states = await page.evaluate(() =>
      document.fonts.ready.then(() => [...document.fonts].map((font) => font.status)),
    )
    assert.deepEqual([...new Set(states)], ['loaded'])
  })
})

test('without script a wrong form comes back whole, each fault linked to its field', async () => {
  await withPage(`${site.url}/_form`, { javaScript: false, width: 320 }, async (page) => {
    await page.fill('#name', 'Nguyễn Văn A')
    await page.fill('#born_on', '30/02/2026')
    await page.fill('#content', 'Đất nhà tôi <b>chưa</b> được bồi thường')
    await page.check('input[name=kind][value=complaint]')
    await page.click('main button[type=submit]')
    await shot(page, '_form-faulty-narrow')
    assert.match(await page.title(), /^Có chỗ cần sửa/)
    const summary = page.locator('.govuk-error-summary')
    assert.match((await summary.textContent()) ?? '', /Ngày sinh chưa đúng: tháng 2 năm 2026 chỉ có 28 ngày\./)
    assert.equal(await page.inputValue('#born_on'), '30/02/2026')
    assert.equal(await page.inputValue('#content'), 'Đất nhà tôi <b>chưa</b> được bồi thường')
    assert.equal(await page.isChecked('input[name=kind][value=complaint]'), true)
    assert.equal(await page.inputValue('input[name=revision]'), '3')
    for (const link of await summary.locator('a').all()) {
      const href = await link.getAttribute('href')
      assert.equal(await page.locator(`[id="${href?.slice(1)}"]`).count(), 1, `${href} leads nowhere`)
    }
  })
  await withPage(`${site.url}/_form`, {}, async (page) => {
    await page.click('main button[type=submit]')
    await shot(page, '_form-faulty-wide')
    assert.deepEqual(await axe(page), [])
  })
})

test('a list is walked by keys, the keys are listed, the search is one key away', async () => {
  await withPage(`${site.url}/_parts/desk`, {}, async (page) => {
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    assert.match((await page.locator('tr[aria-current]').textContent()) ?? '', /LC-26-00466/)
    await page.keyboard.press('k')
    assert.match((await page.locator('tr[aria-current]').textContent()) ?? '', /LC-26-00431/)
    await page.keyboard.press('x')
    assert.equal(await page.isChecked('input[value=LC-26-00431]'), true)
    await page.keyboard.press('?')
    assert.equal(await page.locator('dialog[open]').count(), 1)
    await shot(page, 'desk-keys')
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('dialog[open]').count(), 0)
    await page.keyboard.press('/')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'tim')
    await page.keyboard.type('jk')
    assert.equal(await page.inputValue('#tim'), 'jk')
    await page.locator('h1').click()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/ho-so/LC-26-00466')
  })
})

test('a form of the desk keeps its draft in the tab and shows what resembles it', async () => {
  await withPage(`${site.url}/_form/desk`, {}, async (page) => {
    page.on('dialog', (dialog) => dialog.accept())
    await page.fill('#content', 'Tranh chấp đất đai')
    await page.waitForFunction(() => document.querySelector('live-matches')?.textContent?.includes('LC-26-00431'))
    await page.fill('#content', 'Chuyện khác')
    await page.waitForFunction(() => document.querySelector('live-matches')?.textContent?.includes('Chưa thấy'))
    await page.goto(`${site.url}/_panel`)
    await page.goto(`${site.url}/_form/desk`)
    await page.click('.gd-draft button')
    assert.equal(await page.inputValue('#content'), 'Chuyện khác')
  })
})

test('a body far too large is refused with a page, not with a broken connection', async () => {
  await withPage(`${site.url}/_form`, {}, async (page) => {
    await page.setInputFiles('#attachments', {
      name: 'a.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(45_000_000),
    })
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#attachments')
      const file = input?.files?.[0]
      if (!input || !file) return
      const many = new DataTransfer()
      for (let i = 0; i < 7; i++) many.items.add(new File([file], `${i}.pdf`))
      input.files = many.files
    })
    await page.click('main button[type=submit]')
    await page.waitForLoadState()
    assert.match(await page.title(), /Phần gửi lên nặng quá/)
  })
})
