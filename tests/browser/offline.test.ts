/** A return filled in where there is no network: the page opens again, nothing typed is lost, and signing out takes it away. */
import assert from 'node:assert/strict'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { addQuestion } from '../../src/modules/topical-reports/add-question.ts'
import { answerPath } from '../../src/modules/topical-reports/addresses.ts'
import { askBatch } from '../../src/modules/topical-reports/jobs.ts'
import { prepare } from '../../src/modules/topical-reports/prepare.ts'
import { publish } from '../../src/modules/topical-reports/publish.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { Browser } from '../support/browser-less.ts'
import { type House, housePassword, openHouse } from '../support/house.ts'
import { at } from '../support/office.ts'
import { axe, closeBrowser, shot, withPage } from './support.ts'

let house: House
let line: Server
let url: string
const open = new Set<Socket>()
let cut = false

/** The line between the phone and the house; cut, every connection ends and none is made. */
before(async () => {
  house = await openHouse('2026-11-20')
  line = createServer((near) => {
    if (cut) return near.destroy()
    const far = connect(Number(new URL(house.address).port), '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('error', () => other.destroy()).on('close', () => open.delete(socket))
      socket.pipe(other)
    }
  })
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready))
  const bound = line.address()
  url = `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`
})
after(async () => {
  await closeBrowser()
  line.close()
  await house.close()
})

function cutLine(away: boolean) {
  cut = away
  if (away) for (const socket of open) socket.destroy()
}

async function signIn(page: Page) {
  await page.goto(`${url}/dang-nhap`)
  await page.fill('[name=ten]', 'chu.tich.ban')
  await page.fill('[name=mat-khau]', housePassword)
  await page.click('main button[type=submit]')
  await page.waitForURL((at) => at.pathname !== '/dang-nhap')
}

/** Waits until the device keeps the page, or no longer does. */
async function isKept(page: Page, entry: string, wanted: boolean) {
  const kept = () => page.evaluate(async (address) => (await caches.match(address)) !== undefined, entry)
  for (let tries = 0; tries < 100; tries++) {
    if ((await kept()) === wanted) return
    await page.waitForTimeout(100)
  }
  assert.fail(`the page is ${wanted ? 'not kept' : 'still kept'}`)
}

const title = async (page: Page) => (await page.textContent('h1')) ?? ''

test('figures are typed without a network, kept on the device, and sent when it is back', async () => {
  const ban = await Browser.signedIn(house, 'chu.tich.ban')
  const begin = await ban.get('/bao-cao/nop/lap?ky=2026-q1&nguon=paper')
  const made = await begin.submit({ form: '01/TCD', source: 'paper', period: '2026-q1' })
  const entry = `${url}${made.location}/nhap`
  await withPage(url, { width: 360, height: 740 }, async (page) => {
    await signIn(page)
    await page.goto(entry)
    await page.waitForSelector('keep-page:not([hidden])')
    await isKept(page, entry, true)

    cutLine(true)
    await page.goto(entry)
    await page.fill('[name=c4]', '3')
    await page.goto(entry)
    await page.click('.gd-draft button')
    assert.equal(await page.inputValue('[name=c4]'), '3', 'closed and opened again without a network')
    await page.goto(`${url}/ban-lam-viec`)
    assert.match(await title(page), /mất mạng/)
    assert.deepEqual(await axe(page), [])
    await shot(page, 'offline-away-360')

    await page.goto(entry)
    await page.click('.gd-draft button')
    await page.click('main form button[type=submit]')
    await page.waitForURL(`${entry}#chua-gui`)
    assert.equal(await page.inputValue('[name=c4]'), '3')
    await shot(page, 'offline-entry-360')
    cutLine(false)
    await page.waitForURL(`${url}${made.location}`)
    const { rows } = await house.db.pool.query('select figures from unit_return')
    assert.match(JSON.stringify(rows[0].figures), /"4": ?3/)

    // Another person at the same device finds nothing of it.
    await page.goto(entry)
    await isKept(page, entry, true)
    await page.goto(`${url}/dang-xuat`)
    await page.click('main button[type=submit]')
    await page.waitForURL((at) => at.pathname === '/dang-nhap')
    await isKept(page, entry, false)
    cutLine(true)
    await page.goto(entry)
    assert.match(await title(page), /mất mạng/)
  })
})

/** A question list of the province, asked of every commune. */
async function questionList(): Promise<string> {
  const moment = at('2026-11-20')
  const viewer = (await viewerOfAccount(house.db.pool, house.people['chu.tich.tinh']!, moment))!
  const [unit_id, id] = [house.office.province, uuidv7()]
  const of = (action: AnyAction, input: object) => perform(house.db, action, { viewer, unit_id, id, moment, input })
  const due = { due_on: '30/11/2026', due_hour: '17:00' }
  const about = { title: 'Thiệt hại do bão số 9', why: 'Tổng hợp để cứu trợ.', repeats: 'once', whom: 'level' }
  await of(prepare, { ...about, level: 'commune', ...due })
  await of(addQuestion, { kind: 'number', text: 'Số nhà tốc mái', measure: 'nhà', most: '5.000', required: true })
  await of(publish, {})
  await askBatch(house.db, { unit_id, call_id: id, round: 1 }, moment)
  const { neighbour } = house.office
  return answerPath({ unit_id: neighbour, id: idFrom(id, `${neighbour}/1`) })
}

test('an answer to a question list is handed in though the line was cut when it was sent', async () => {
  cutLine(false)
  const answer = `${url}${await questionList()}`
  await withPage(url, { width: 360, height: 740 }, async (page) => {
    await signIn(page)
    await page.goto(answer)
    await page.waitForSelector('keep-page:not([hidden])')
    await isKept(page, answer, true)
    cutLine(true)
    await page.goto(answer)
    await page.fill('[name=c_q1]', '40')
    await page.click('main form button[value=hand-in]')
    await page.waitForURL(`${answer}#chua-gui`)
    assert.equal(await page.inputValue('[name=c_q1]'), '40')
    await shot(page, 'offline-topical-360')
    cutLine(false)
    const handed = async () => {
      const { rows } = await house.db.pool.query('select state, answers from topical_answer where unit_id = $1', [
        house.office.neighbour,
      ])
      return rows[0]
    }
    for (let tries = 0; tries < 100 && (await handed()).state !== 'handed-in'; tries++) await page.waitForTimeout(100)
    assert.deepEqual(await handed(), { state: 'handed-in', answers: { q1: 40 } })
  })
})
