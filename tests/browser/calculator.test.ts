/** The public calculator in a real browser: its script gives the answer of the server, day by day; without script the form does. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { limitIds } from '../../src/law/time-limits.ts'
import { decideDay } from '../../src/modules/calendars/decide-day.ts'
import { setSwitch } from '../../src/modules/calendars/set-switch.ts'
import { countryId } from '../../src/modules/units/unit.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { assets } from '../../src/ui/assets.ts'
import { type House, openHouse } from '../support/house.ts'
import { at, officer } from '../support/office.ts'
import { axe, closeBrowser, scrollsSideways, shot, withPage } from './support.ts'

const today = '2026-11-20'
let house: House

before(async () => {
  house = await openHouse(today)
  const viewer = await officer(house.db, house.office.commune, 'administrator', today)
  const call = () => ({ viewer, unit_id: countryId, id: uuidv7(), moment: at(today) })
  const day = { day: '2026-07-06', kept_as: 'free', label: 'Bão số 3', decision: 'CĐ 5/CĐ-TTg' }
  await perform(house.db, decideDay, { ...call(), input: day })
  const culture = { switch: 'holiday.culture-day', turned: 'on', ground: 'Luật số 1/2026' }
  await perform(house.db, setSwitch, { ...call(), input: culture })
})
after(async () => {
  await closeBrowser()
  await house.close()
})

const shortDay = (on: Temporal.PlainDate) =>
  `${String(on.day).padStart(2, '0')}/${String(on.month).padStart(2, '0')}/${on.year}`

/** Questions as they are typed: most of them lawful, some of days or stretches the book has no answer for. */
const questions = fc.record({
  rule: fc.constantFrom(...limitIds),
  start: fc.integer({ min: 0, max: 365 * 20 }).map((n) => Temporal.PlainDate.from('2012-01-01').add({ days: n })),
  complexity: fc.constantFrom('', 'complex', 'specially-complex'),
  remote: fc.boolean(),
  several_places: fc.boolean(),
  stretches: fc.array(fc.tuple(fc.integer({ min: -2, max: 60 }), fc.integer({ min: -1, max: 40 })), { maxLength: 3 }),
})

/** Its days run over the switched holiday of 24 November. */
const overBoth = {
  rule: 'complaint.accept' as const,
  start: Temporal.PlainDate.from('2026-11-18'),
  complexity: '',
  remote: false,
  several_places: false,
  stretches: [] as [number, number][],
}

test('on 150 random questions the script answers as the server: both days, every stretch, every reason, every no', async () => {
  const asked = [...fc.sample(questions, 150), overBoth].map(
    ({ start, stretches, remote, several_places, rule, complexity }) => ({
      'quy-tac': rule,
      tu: shortDay(start),
      'phuc-tap': complexity,
      'vung-xa': remote,
      'nhieu-noi': several_places,
      stretches: stretches.map(([after, long]) => {
        const from = start.add({ days: after })
        return [shortDay(from), shortDay(from.add({ days: long }))]
      }),
    }),
  )
  await withPage(`${house.address}/vi-sao`, {}, async (page) => {
    await page.waitForFunction(() => customElements.get('due-calculator') !== undefined)
    // The loader of our tests names inner functions by a helper that the browser lacks.
    await page.evaluate('globalThis.__name = (named) => named')
    const answers = await page.evaluate(async (all) => {
      const told = (box: Element | null) =>
        box === null
          ? null
          : {
              days: [...box.querySelectorAll('time')].map((time) => time.getAttribute('datetime')),
              reasons: [...box.querySelectorAll('.gd-reasons li')].map((line) =>
                line.textContent?.replace(/\s+/g, ' '),
              ),
            }
      const form = document.querySelector<HTMLFormElement>('due-calculator form')!
      const field = (name: string) => [...form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)]
      const found = []
      for (const question of all) {
        for (const name of ['quy-tac', 'tu', 'phuc-tap'] as const) field(name)[0]!.value = question[name]
        for (const name of ['vung-xa', 'nhieu-noi'] as const) field(name)[0]!.checked = question[name]
        for (const [index, row] of field('dung-tu').entries()) row.value = question.stretches[index]?.[0] ?? ''
        for (const [index, row] of field('dung-den').entries()) row.value = question.stretches[index]?.[1] ?? ''
        form.dispatchEvent(new Event('input'))
        const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
        const now = document.querySelector('.gd-answer-now')
        const mine = now?.querySelector('.gd-reasons') ? told(now) : null
        const fault = now?.querySelector('.govuk-error-message')?.textContent ?? null
        const response = await fetch(`/vi-sao?${query}`)
        const html = new DOMParser().parseFromString(await response.text(), 'text/html')
        const said = html.querySelector('.govuk-warning-text__text')?.textContent ?? ''
        found.push({
          question,
          mine,
          fault,
          status: response.status,
          theirs: told(html.querySelector('.gd-answer-page')),
          said,
        })
      }
      return found
    }, asked)
    for (const { question, mine, fault, status, theirs, said } of answers) {
      assert.deepEqual(mine, theirs, JSON.stringify(question))
      assert.equal(status, mine ? 200 : 422, JSON.stringify(question))
      if (!mine) assert.ok(fault !== null && said.includes(fault), `${fault} / ${said} ${JSON.stringify(question)}`)
    }
    const answered = answers.filter(({ mine }) => mine !== null)
    assert.ok(answered.length > 50, `${answered.length} of ${answers.length} have an answer`)
    assert.ok(answered.some(({ mine }) => mine!.reasons.some((line) => /Ngày Văn hóa|Bão số 3/.test(line ?? ''))))
    await page.getByLabel('Bắt đầu tính từ').fill('31/08/2026')
    assert.deepEqual(await axe(page), [])
    await shot(page, 'calculator')
  })
})

test('without script the same form has three rows for stretches and gets its answer', async () => {
  await withPage(`${house.address}/vi-sao`, { javaScript: false, width: 320 }, async (page) => {
    await page.getByLabel('Quy định').selectOption('complaint.settle-first')
    await page.getByLabel('Bắt đầu tính từ').fill('3/8/2026')
    await page.getByLabel('Tính chất vụ việc').selectOption('complex')
    await page.getByLabel('Khoảng 1, từ ngày').fill('10/8/2026')
    await page.getByLabel('Khoảng 1, đến hết ngày').fill('19/8/2026')
    assert.equal(await page.getByLabel(/^Khoảng \d, từ ngày$/).count(), 3)
    await page.getByRole('button', { name: 'Tính' }).click()
    // 45 days from 03/08 end on 17/09; ten days stand still: Sunday 27/09, rolled to Monday.
    assert.equal(await page.locator('.gd-answer-page time').nth(1).getAttribute('datetime'), '2026-09-28')
    await page.locator('summary').click()
    assert.equal(await page.getByLabel('Khoảng 1, từ ngày').inputValue(), '10/8/2026')
    assert.equal(await scrollsSideways(page), false)
    await shot(page, 'calculator-320')
  })
})

test('the script weighs little and stands on no other page of the portal', async () => {
  const script = assets().find(({ address }) => address.includes('calculator'))!
  const bytes = gzipSync(script.body, { level: 9 }).byteLength
  assert.ok(bytes <= 20_000, `${bytes}`)
  console.log(`calculator: ${(bytes / 1000).toFixed(1)} kB compressed`)
  for (const path of ['/', '/gui-don', '/tra-cuu', '/lich-tiep-dan', '/tra-loi'])
    assert.doesNotMatch(await (await fetch(house.address + path)).text(), /<script/, path)
  assert.match(
    await (await fetch(`${house.address}/vi-sao`)).text(),
    /<script type="module" src="\/assets\/calculator\./,
  )
})
