/** The main job in a real browser: a citizen writes without JavaScript, the office answers by keyboard, the citizen follows by code. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type House, housePassword, openHouse } from '../support/house.ts'
import { axe, closeBrowser, scrollsSideways, shot, withPage } from './support.ts'

let house: House
let code = ''

before(async () => {
  house = await openHouse('2026-07-06')
})
after(async () => {
  await closeBrowser()
  await house.close()
})

const noScript = { javaScript: false } as const

async function signedIn(page: Page, name: string, to = '/ban-lam-viec'): Promise<void> {
  await page.goto(`${house.address}/dang-nhap?den=${encodeURIComponent(to)}`)
  await page.getByLabel('Tên đăng nhập').fill(name)
  await page.getByLabel('Mật khẩu').fill(housePassword)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${to.split('?')[0]}**`)
}

/** A click that leads to another page: done when that page is there. */
async function press(page: Page, what: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(what)])
}

/** With script off the browser answers no questions: the same page is judged in a context of its own where script is on. */
async function looksRight(page: Page, name: string): Promise<void> {
  await shot(page, name)
  const look = { width: page.viewportSize()?.width ?? 1280 }
  const script = await page.context().storageState()
  const html = await page.content()
  await withPage(house.address, look, async (judge) => {
    await judge.context().addCookies(script.cookies)
    await judge.route('**/judged', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
    await judge.goto(`${house.address}/judged`)
    await sound(judge, name)
  })
}

async function sound(page: Page, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [], `axe finds nothing on ${name}`)
  assert.equal(await scrollsSideways(page), false, `${name} does not scroll sideways`)
}

test('a citizen finds the office and sends, without JavaScript, at 320 px', async () => {
  await withPage(house.address, { ...noScript, width: 320 }, async (page) => {
    await looksRight(page, 'home-320')
    await page.goto(`${house.address}/gui-don?q=cam+duong`)
    await looksRight(page, 'choose-unit-320')
    await press(page, '.gd-choices a')
    await press(page, 'text=Gửi đơn >> nth=-1')
    assert.match(await page.title(), /Có chỗ cần sửa/)
    await looksRight(page, 'send-faults-320')
    await page.check('input[name="asked_kind"][value="observation"]')
    await page.fill('[name="title"]', 'Đèn đường ngõ 12 không sáng')
    await page.fill(
      '[name="text"]',
      'Ba tuần nay đèn đường ngõ 12 không sáng.\nBuổi tối các cháu đi học về rất nguy hiểm.',
    )
    await page.fill('[name="petitioner_name"]', 'Lý Thị Mây')
    await press(page, 'form.gd-form button[type="submit"]')
    assert.equal(await page.inputValue('[name="title"]'), 'Đèn đường ngõ 12 không sáng', 'nothing typed is lost')
    await page.fill('[name="petitioner_address"]', 'Tổ 5, phường Cam Đường')
    await press(page, 'form.gd-form button[type="submit"]')
    code = (await page.textContent('.gd-code')) ?? ''
    assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
    await looksRight(page, 'sent-320')
  })
})

/** The verb of a step's form: the first button, which Enter in a field takes; the one that keeps a draft comes after it. */
const take = 'form.gd-form button[type="submit"] >> nth=0'

test('the desk classifies and assigns, the handler drafts, the head signs: by keyboard', async () => {
  await withPage(house.address, { width: 1280 }, async (page) => {
    await signedIn(page, 'tiep.dan')
    await looksRight(page, 'worklist-1280')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/ho-so/**')
    await looksRight(page, 'record-1280')
    await press(page, 'text=Phân loại')
    await looksRight(page, 'classify-1280')
    await page.check('input[name="kind"][value="observation"]')
    await page.selectOption('select[name="field"]', 'infrastructure')
    await press(page, take)
    await page.waitForURL('**xong=classify')
    await press(page, '.gd-steps__open a:has-text("Giao xử lý")')
    await page
      .selectOption('select[name="handler_id"]', house.people['chuyen.vien']!)
      .catch(() => page.check(`input[name="handler_id"][value="${house.people['chuyen.vien']}"]`))
    await press(page, take)
    await page.waitForURL('**xong=assign')
  })
  await withPage(house.address, { width: 1280 }, async (page) => {
    await signedIn(page, 'chuyen.vien')
    await press(page, 'table th a')
    await press(page, '.gd-steps__open a:has-text("Đề xuất thụ lý")')
    await press(page, take)
    await page.waitForURL('**xong=propose-acceptance')
  })
  await withPage(house.address, { width: 360 }, async (page) => {
    await signedIn(page, 'chu.tich')
    await looksRight(page, 'worklist-head-360')
    await press(page, 'table th a')
    await press(page, '.gd-steps__open a:has-text("Giao")')
    await page.selectOption('select[name="handler_id"]', house.people['chuyen.vien']!)
    await press(page, take)
    await looksRight(page, 'feedback-360')
  })
  await withPage(house.address, { width: 1280 }, async (page) => {
    await signedIn(page, 'chuyen.vien')
    await press(page, 'table th a')
    await press(page, '.gd-steps__open a:has-text("Dự thảo")')
    await page.fill('[name="draft"]', 'Phường đã thay bóng đèn ngày 06/07/2026.')
    await page.fill('[name="public_question"]', 'Đèn đường một ngõ ở tổ 5 không sáng.')
    await page.fill('[name="public_answer"]', 'Phường đã thay bóng đèn trong ngày.')
    await press(page, take)
    await page.waitForURL('**xong=draft-answer')
  })
  await withPage(house.address, { width: 1280 }, async (page) => {
    await signedIn(page, 'chu.tich')
    await press(page, 'table th a')
    await press(page, '.gd-steps__open a >> nth=0')
    assert.equal(await page.inputValue('[name="answer"]'), 'Phường đã thay bóng đèn ngày 06/07/2026.')
    await page.fill('[name="contact"]', 'Bộ phận tiếp công dân, tầng 1')
    await press(page, take)
    await page.waitForURL('**xong=answer')
    await looksRight(page, 'feedback-answered-1280')
  })
})

test('the citizen follows by code, agrees to publication and rates; a wrong code opens nothing', async () => {
  await withPage(`${house.address}/tra-cuu`, { ...noScript, width: 360 }, async (page) => {
    await page.fill('[name="ma"]', 'AAAA-BBBB-CCCC-DDDD')
    await press(page, 'button[type="submit"] >> nth=-1')
    await looksRight(page, 'track-wrong-360')
    await page.fill('[name="ma"]', code.toLowerCase().replaceAll('-', ' '))
    await press(page, 'form.gd-form button[type="submit"]')
    assert.ok(!page.url().includes(code), 'no code in an address')
    assert.match((await page.textContent('main')) ?? '', /Phường đã thay bóng đèn/)
    await looksRight(page, 'track-360')
    await press(page, 'a:has-text("Đồng ý công khai")')
    await page.check('input[name="seen"]')
    await press(page, 'form.gd-form button[type="submit"]')
    await page.waitForURL('**xong=allow-publication')
    await press(page, 'text=Thoát, không để lại dấu vết')
    await page.goto(`${house.address}/tra-cuu/ho-so`)
    assert.match(page.url(), /\/tra-cuu$/)
  })
  await withPage(
    `${house.address}/vi-sao?quy-tac=complaint.accept&tu=2026-08-31`,
    { ...noScript, width: 360 },
    async (page) => {
      assert.match((await page.textContent('h1')) ?? '', /tháng 9 năm 2026/)
      await looksRight(page, 'why-360')
    },
  )
})

test('English, dark, on paper', async () => {
  await withPage(`${house.address}/?lang=en`, { width: 1280, language: 'en', colorScheme: 'dark' }, (page) =>
    looksRight(page, 'home-en-dark'),
  )
  await withPage(`${house.address}/tra-cuu`, { width: 1280, print: true }, async (page) => {
    await page.fill('[name="ma"]', code)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tra-cuu/ho-so')
    await looksRight(page, 'track-print')
  })
})

test('a paper letter is recorded by keyboard alone: seven answers, one submit, a slip with the code', async () => {
  await withPage(house.address, { width: 1280 }, async (page) => {
    await signedIn(page, 'tiep.dan', '/ban-lam-viec/nhap-don')
    const required = await page.locator('form.gd-form .govuk-form-group:visible').count()
    assert.ok(required <= 8, `${required} answers are asked for at first`)
    await page.locator('[name="received_on"]').focus()
    await page.keyboard.press('Tab')
    // Way it came: the arrow walks the radios.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Giàng A Páo')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Tổ 3, phường Cam Đường')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Đường vào tổ 3 sạt lở sau mưa')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Mưa to làm sạt đường vào tổ 3, xe máy không qua được. Đề nghị phường cho san gạt.')
    await looksRight(page, 'record-petition-1280')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.gd-code').waitFor()
    assert.match((await page.textContent('.gd-code')) ?? '', /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
    await looksRight(page, 'recorded-1280')
  })
})

test("the citizen's page prints on one sheet of A4", async () => {
  await withPage(`${house.address}/tra-cuu`, { width: 1280 }, async (page) => {
    await page.fill('[name="ma"]', code)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tra-cuu/ho-so')
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1)
  })
})

test('figures on paper are typed on a phone, checked at once, and sent once the network is back', async () => {
  await withPage(house.address, { width: 360 }, async (page, context) => {
    await signedIn(page, 'chu.tich.ban', '/bao-cao/nop/lap?ky=2026-q2&nguon=paper')
    await press(page, 'form.gd-form button.govuk-button')
    const address = page.url()
    await page.goto(`${address}/nhap`)
    for (const [name, figure] of Object.entries({ c4: '3', c13: '1', c22: '0', c1: '5' }))
      await page.fill(`[name=${name}]`, figure)
    const check = page.locator('[data-check="1=4+13+22"]')
    assert.match((await check.textContent()) ?? '', /chưa khớp/)
    await page.fill('[name=c1]', '4')
    assert.match((await check.textContent()) ?? '', /: khớp/)
    await looksRight(page, 'return-entry-360')
    await context.setOffline(true)
    await page.click('form.gd-form button.govuk-button:not(.govuk-button--secondary)')
    assert.match((await page.locator('.gd-draft').textContent()) ?? '', /Đang mất mạng/)
    await context.setOffline(false)
    await page.waitForURL(address)
    await looksRight(page, 'return-360')
    assert.match((await page.textContent('.gd-report tbody')) ?? '', /Tổng số4/)
    assert.equal(
      await page.evaluate(() => Object.keys(localStorage).length),
      1,
      'the draft goes when the page is opened again',
    )
    await page.goto(`${address}/nhap`)
    assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0)
  })
})
